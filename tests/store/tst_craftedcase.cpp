// SPDX-License-Identifier: GPL-3.0-or-later
// A hostile case file whose chain holds: whoever makes one up can make the hashes, too. What its records say is odd,
// endless or in a circle; the file is refused, or opened and harmless: it can be read, verified, merged and copied,
// nothing crashes, and what is damaged is not built on.
#include "core/dossier/canonical.h"
#include "core/dossier/unite.h"
#include "core/store/database.h"
#include "core/store/log.h"
#include "tests/store/outcome.h"
#include "tests/store/samples.h"

#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <cstdio>

using namespace samples;

namespace {

dossier::Record last(const store::CaseFile& file) {
    dossier::Record found;
    (void)file.log([&](const dossier::Record& record) {
        found = record;
        return true;
    });
    return found;
}

/// One more record behind the case's last one, with hashes that hold.
void append(const std::string& path, const std::string& edit, const std::string& before, const std::string& after,
            const std::string& at = "2026-01-14T12:00:00.000Z") {
    dossier::Record record;
    {
        auto opened = store::CaseFile::open(path, store::OpenMode::ReadOnly);
        DONE(opened);
        record = last(*std::get<0>(opened));
    }
    record.previousHash = record.hash;
    ++record.id.value;
    record.at = at;
    record.by = "Ada";
    record.edit = edit;
    record.before = before;
    record.after = after;
    record.hash = dossier::recordHash(record);
    const auto database = store::Database::open(path, store::Database::Mode::ReadWrite);
    store::writeRecord(database, record);
}

/// What a record "merge" has as its `after`: `inner` was made elsewhere. Circles of `knows` are anybody's to write.
std::string carried(const std::string& edit, const std::string& after, const std::string& more,
                    const std::string& at = "2026-01-14T11:00:00.000Z", std::uint64_t number = 1) {
    dossier::Record inner{{number}, at, "Eve", edit, "{}", after, {}, {}};
    inner.hash = dossier::recordHash(inner);
    dossier::Content content;
    content.record = inner;
    std::string text = dossier::carried(content);
    if (!more.empty())
        text.insert(text.size() - 1, "," + more);
    const auto self = text.find("SELF");
    return self == std::string::npos ? text : text.replace(self, 4, inner.hash);
}

const std::string note =
    R"({"subject":"taken","question":"taken","label":"people taken","notes":{"1":{"text":"x","by":"Eve","at":""}},"changedBy":"","anchors":[]})";

std::string repeated(const std::string& text, int times) {
    std::string all;
    for (int i = 0; i < times; ++i)
        all += text;
    return all;
}

} // namespace

class TestCraftedCase : public QObject {
    Q_OBJECT
private slots:
    void harmless_data();
    void harmless();
    void manyChainsEnd();

private:
    std::string fresh() {
        return folder_.filePath(QStringLiteral("crafted %1.countercheck").arg(++number_)).toStdString();
    }
    void makeCase(const std::string& path) const;
    QTemporaryDir folder_;
    int number_ = 0;
};

void TestCraftedCase::makeCase(const std::string& path) const {
    auto opened = store::CaseFile::open(path, store::OpenMode::CreateOrOpen);
    DONE(opened);
    store::CaseFile& file = *std::get<0>(opened);
    for (const dossier::Edit& edit : {dossier::Edit(dossier::SetPerson{{"Ada", dossier::Role::Checker, {}}}),
                                      dossier::Edit(article("first", first)), dossier::Edit(article("second", second))})
        DONE(file.apply(edit, "Ada"));
    DONE(file.setComparison(results()));
    DONE(file.apply(dossier::AddNote{{"taken"}, "a note"}, "Ada"));
}

void TestCraftedCase::harmless_data() {
    QTest::addColumn<QByteArray>("edit");
    QTest::addColumn<QByteArray>("after");
    const auto row = [](const char* name, const std::string& edit, const std::string& after) {
        QTest::newRow(name) << QByteArray::fromStdString(edit) << QByteArray::fromStdString(after);
    };
    const std::string subject = R"({"subject":"taken","question":"taken","label":"x","changedBy":"","anchors":[])";
    row("an endless nesting", "verdict",
        R"({"subject":"taken","x":)" + std::string(1 << 20, '[') + std::string(1 << 20, ']') + "}");
    row("an endless nesting from elsewhere", "merge",
        carried("verdict", R"({"subject":"taken","x":)" + std::string(1 << 20, '[') + std::string(1 << 20, ']') + "}",
                {}));
    row("deep objects from elsewhere", "merge",
        carried("verdict", repeated(R"({"notes":)", 5000) + "1" + std::string(5000, '}'), {}));
    row("a merge in a merge", "merge", carried("merge", carried("note", note, {}), {}));
    row("it knows itself", "merge", carried("note", note, R"("knows":["SELF"],"previous":"SELF")"));
    row("it undoes itself", "undo", R"({"undoes":5})");
    row("it undoes what is to come", "undo", R"({"undoes":99})");
    row("it undoes the largest number", "undo", R"({"undoes":18446744073709551615})");
    row("it redoes nothing", "redo", R"({"redoes":0})");
    row("it undoes itself elsewhere", "merge", carried("undo", R"({"undoes":1})", R"("target":"SELF")"));
    row("an undo of a merge", "undo", R"({"undoes":"1"})");
    row("an exhibit outside", "evidence",
        subject +
            R"(,"evidence":{"5":{"fileName":"../../../../etc/passwd","sha256":"../../x","note":"","url":"file:///etc/passwd"}}})");
    row("an exhibit of a number", "evidence", subject + R"(,"evidence":{"5":7}})");
    row("an exhibit under no number", "evidence",
        subject + R"(,"evidence":{"-1":{},"x":{}, "99999999999999999999999":{}}})");
    row("a note under a number that is there", "note", subject + R"(,"notes":{"4":null}})");
    row("an article without end", "article",
        R"({"article":{"id":")" + std::string(64, 'a') +
            R"(","present":true,"at":18446744073709551615,"textSha256":")" + std::string(64, 'a') + R"("}})");
    row("an article of no hash", "article", R"({"article":{"id":"' OR 1=1 --","present":true,"textSha256":"%"}})");
    row("an order of strangers", "arrange",
        R"({"arrangement":{"order":[)" + repeated("\"x\",", 50000) + R"("y"],"hidden":["z"],"reference":"nobody"}})");
    row("a question joined to itself", "join",
        R"({"join":{"id":5,"questions":[{"question":"taken","label":""},{"question":"men","label":""},{"question":"taken","label":""}]}})");
    row("a correction beyond the text", "correct",
        R"({"correction":{"id":5,"kind":"mark","question":"taken","claims":[{"article":")" + dossier::sha256Hex(first) +
            R"(","start":4294967290,"end":3,"quote":"x","textSha256":""}]}})");
    row("a correction of nothing", "correct", R"({"correction":{"id":5,"kind":"split","claims":[]}})");
    row("a person of no role", "person", R"({"person":{"name":"Ada","role":"emperor"}})");
    row("a very long name", "person", R"({"person":{"name":")" + std::string(1 << 20, 'n') + R"(","role":"head"}})");
    row("a verdict of no state", "verdict", subject + R"(,"verdict":{"state":"true","note":1}})");
    row("a sign-off of rubbish", "sign-off",
        subject + R"(,"signOff":{"subjectHash":"x","signature":")" + std::string(4096, 'f') +
            R"(","publicKey":"zz","asserted":false}})");
    row("no object", "note", "[1,2,3]");
    row("nothing", "", "");
    row("half a character", "note", subject + ",\"notes\":{\"5\":{\"text\":\"\xff\xfe\"}}}");
    row("a kind that nobody knows", "launch", R"({"missiles":true})");
}

/// Whatever it does, it ends, and what people decided before is there.
void TestCraftedCase::harmless() {
    QFETCH(QByteArray, edit);
    QFETCH(QByteArray, after);
    const std::string path = fresh();
    makeCase(path);
    append(path, edit.toStdString(), "{}", after.toStdString());
    auto opened = store::CaseFile::open(path, store::OpenMode::ReadWrite);
    if (const auto* problem = std::get_if<store::Problem>(&opened)) {
        QVERIFY(problem->message.find(path) != std::string::npos);
        return;
    }
    store::CaseFile& file = *std::get<0>(opened);
    const auto now = file.snapshot();
    QVERIFY(now->articles.size() >= 2 || edit == "arrange" || file.readOnly());
    const std::string unsound = message(file.verify());
    const auto attempt = file.apply(dossier::AddNote{{"men"}, "after it"}, "Ada");
    if (file.readOnly()) { // damaged: said by verify as well, and nothing is built on it
        QVERIFY(!unsound.empty());
        QVERIFY(!message(attempt).empty());
    } else {
        DONE(attempt);
        (void)file.apply(dossier::Undo{}, "Ada");
        (void)file.apply(dossier::Undo{}, "Ada"); // of the crafted record, or of what lies under it
        (void)file.apply(dossier::Redo{}, "Ada");
    }
    (void)file.snapshotAt(now->records, [](const dossier::Dossier&) { return std::optional<compare::Comparison>(); });
    // Another copy that takes it in is sound afterwards, or takes nothing.
    const std::string own = fresh();
    makeCase(own);
    auto mine = store::CaseFile::open(own, store::OpenMode::ReadWrite);
    DONE(mine);
    store::CaseFile& copy = *std::get<0>(mine);
    const auto before = copy.snapshot()->records;
    if (const auto merged = copy.merge(file, "Ada"); std::holds_alternative<store::Problem>(merged))
        QCOMPARE(copy.snapshot()->records, before);
    DONE(copy.verify());
    const std::string copied = fresh();
    DONE(file.copyTo(copied, false));
}

/// Thousands of copies that each know the one before: reading it takes no longer than reading as many of one.
void TestCraftedCase::manyChainsEnd() {
    const std::string path = fresh();
    makeCase(path);
    {
        const auto database = store::Database::open(path, store::Database::Mode::ReadWrite);
        dossier::Record record = [&] {
            auto opened = store::CaseFile::open(path, store::OpenMode::ReadOnly);
            return last(*std::get<0>(opened));
        }();
        database.execute("BEGIN");
        std::string known;
        for (std::uint64_t i = 0; i < 3000; ++i) {
            std::array<char, 32> at{};
            std::snprintf(at.data(), at.size(), "2026-01-14T11:%02u:%02u.%03uZ", static_cast<unsigned>(i / 60 % 60),
                          static_cast<unsigned>(i % 60), 0U);
            const std::string verdict =
                R"({"subject":"taken","question":"taken","label":"x","verdict":{"state":"disputed","note":")" +
                std::to_string(i) + R"(","by":"Eve","at":""},"changedBy":"","anchors":[]})";
            record.previousHash = record.hash;
            ++record.id.value;
            record.edit = "merge";
            record.before = "{}";
            record.after =
                carried("verdict", verdict, known.empty() ? "" : R"("knows":[")" + known + R"("])", at.data(), i + 1);
            record.hash = dossier::recordHash(record);
            known = dossier::carriedIn(record)->record.hash;
            store::writeRecord(database, record);
        }
        database.execute("COMMIT");
    }
    auto opened = store::CaseFile::open(path, store::OpenMode::ReadWrite);
    DONE(opened);
    QVERIFY(!std::get<0>(opened)->readOnly());
    QVERIFY(std::get<0>(opened)->snapshot()->decisionsOf({"taken"}).verdict.has_value());
    DONE(std::get<0>(opened)->apply(dossier::AddNote{{"men"}, "after it"}, "Ada"));
}

QTEST_GUILESS_MAIN(TestCraftedCase)
#include "tst_craftedcase.moc"
