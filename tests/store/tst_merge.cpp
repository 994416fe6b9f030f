// SPDX-License-Identifier: GPL-3.0-or-later
// Two copies of a case become one: what people decided does not depend on who merges whom, or how often, and nothing
// is lost or doubled.
#include "tests/store/outcome.h"
#include "tests/store/samples.h"

#include <QDateTime>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <filesystem>
#include <random>

using namespace samples;

namespace {

using Case = std::unique_ptr<store::CaseFile>;

Case open(const std::string& path, store::OpenMode mode = store::OpenMode::CreateOrOpen) {
    auto outcome = store::CaseFile::open(path, mode);
    return std::holds_alternative<store::Problem>(outcome) ? nullptr : std::move(std::get<0>(outcome));
}

const dossier::QuestionKey taken{"taken"};
const dossier::QuestionKey men{"men"};

void fill(store::CaseFile& file) {
    for (const auto& [name, role] : {std::pair("Ada", dossier::Role::Checker), std::pair("Ben", dossier::Role::Editor),
                                     std::pair("Eve", dossier::Role::Head)})
        DONE(file.apply(dossier::SetPerson{{name, role, {}}}, name));
    DONE(file.apply(article("first", first), "Ada"));
    DONE(file.apply(article("second", second), "Ada"));
    DONE(file.setComparison(results()));
}

/// Waits until what is done next, in whatever copy, is later than all that stands in this one. Records are stamped to
/// the millisecond, and a copy's own ones never twice the same: a quick file may be ahead of the clock.
void later(const store::CaseFile& file) {
    const QString last = QString::fromStdString(file.snapshot()->history.front().stamp.at);
    while (QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss.zzzZ")) <= last)
        QThread::msleep(1);
}

/// All that people decided, without the numbers that records have in this copy.
std::string digest(const store::CaseFile& file) {
    const auto dossier = file.snapshot();
    std::string text = dossier->title + "\n";
    for (const auto& person : dossier->people)
        text += person.name + " " + std::string(dossier::roleName(person.role)) + "\n";
    for (const auto& one : dossier->articles)
        text += one.id.sha256 + " " + one.info.title + "\n";
    for (const auto& [key, decisions] : dossier->decisions) {
        text += key.value + ":\n";
        if (decisions.verdict)
            text += " verdict " + std::string(dossier::verdictStateName(decisions.verdict->state)) + " " +
                    decisions.verdict->note + " " + decisions.verdict->stamp.by + " " + decisions.verdict->stamp.at +
                    "\n";
        if (decisions.proposal)
            text += " wording " + decisions.proposal->wording + " " + decisions.proposal->stamp.at + "\n";
        if (decisions.signOff)
            text += " signed " + decisions.signOff->stamp.by + (decisions.revoked ? " revoked" : "") + " " +
                    decisions.revokedBecause + "\n";
        for (const auto& note : decisions.notes)
            text += " note " + note.text + " " + note.stamp.at + "\n";
        for (const auto& evidence : decisions.evidence)
            text += " evidence " + evidence.sha256 + " " + evidence.stamp.at + "\n";
        for (const auto& conflict : decisions.conflicts) {
            text += " conflict " + conflict.slot;
            for (const auto& side : conflict.sides)
                text += " [" + side.text + " " + side.stamp.by + "]";
            text += "\n";
        }
        text += " dismissed " + decisions.dismissed + "\n joined";
        for (const auto& other : decisions.joined)
            text += " " + other.value;
        text += "\n";
    }
    for (const auto& placed : dossier->corrections)
        text += "correction " + placed.correction.text + " " + placed.stamp.at + (placed.lost ? " lost" : "") + "\n";
    for (const auto& line : dossier->history)
        if (!line.text.starts_with("merged"))
            text += line.stamp.at + " " + line.text + "\n";
    return text;
}

} // namespace

class TestMerge : public QObject {
    Q_OBJECT
private slots:
    void init() { folder_ = std::make_unique<QTemporaryDir>(); }
    void decisionsOfBothSides();
    void theSameTwice();
    void conflictsWaitForAPerson();
    void undoOfWhatWasMerged();
    void exhibitsComeAlong();
    void tamperedCopiesBringNothing();
    void takingInIsMerging_data();
    void takingInIsMerging();
    void oneCopyGoesOnWhereTheOtherEnds();
    void eachUndoesTheirOwn();
    void orderDoesNotMatter_data();
    void orderDoesNotMatter();

private:
    std::string path(const char* name) const { return folder_->filePath(QLatin1String(name)).toStdString(); }
    /// A filled case and copies of it, as review bundles are.
    std::vector<Case> copies(std::initializer_list<const char*> names) const {
        const std::string base = path("base");
        {
            const auto file = open(base);
            fill(*file);
        }
        std::vector<Case> all;
        for (const char* name : names) {
            std::filesystem::copy_file(base, path(name));
            all.push_back(open(path(name)));
        }
        later(*all.front());
        return all;
    }
    std::unique_ptr<QTemporaryDir> folder_;
};

void TestMerge::decisionsOfBothSides() {
    const auto all = copies({"a", "b"});
    DONE(all[0]->apply(dossier::SetVerdict{taken, dossier::VerdictState::Disputed, "two counts", {}, {}}, "Ada"));
    DONE(all[1]->apply(dossier::SetVerdict{men, dossier::VerdictState::Unverifiable, "no list", {}, {}}, "Ben"));
    DONE(all[1]->apply(dossier::AddNote{taken, "called the mayor"}, "Ben"));
    auto merged = all[0]->merge(*all[1], "Ada");
    DONE(merged);
    QCOMPARE(std::get<0>(merged).added, std::uint64_t(2));
    QVERIFY(std::get<0>(merged).conflicts.empty());
    const auto dossier = all[0]->snapshot();
    QCOMPARE(dossier->decisionsOf(taken).verdict->note, std::string("two counts"));
    QCOMPARE(dossier->decisionsOf(men).verdict->stamp.by, std::string("Ben"));
    QCOMPARE(dossier->decisionsOf(taken).notes.size(), std::size_t(1));
    DONE(all[0]->verify());
}

void TestMerge::theSameTwice() {
    const auto all = copies({"a", "b"});
    DONE(all[1]->apply(dossier::AddNote{taken, "once"}, "Ben"));
    DONE(all[0]->merge(*all[1], "Ada"));
    const std::uint64_t records = all[0]->snapshot()->records;
    auto again = all[0]->merge(*all[1], "Ada");
    DONE(again);
    QCOMPARE(std::get<0>(again).added, std::uint64_t(0));
    QCOMPARE(all[0]->snapshot()->records, records);
    DONE(all[1]->merge(*all[0], "Ben")); // what came from there is not carried back
    QCOMPARE(all[1]->snapshot()->decisionsOf(taken).notes.size(), std::size_t(1));
}

void TestMerge::conflictsWaitForAPerson() {
    const auto all = copies({"a", "b"});
    DONE(all[0]->apply(dossier::SetVerdict{taken, dossier::VerdictState::Disputed, "two counts", {}, {}}, "Ada"));
    DONE(all[0]->apply(dossier::AddNote{taken, "a note is no conflict"}, "Ada"));
    later(*all[0]);
    DONE(all[1]->apply(dossier::SetVerdict{taken, dossier::VerdictState::False, "hoax", {}, {}}, "Ben"));
    DONE(all[1]->apply(dossier::SetVerdict{taken, dossier::VerdictState::False, "a hoax, see note", {}, {}}, "Ben"));
    auto merged = all[0]->merge(*all[1], "Ada");
    DONE(merged);
    QCOMPARE(std::get<0>(merged).conflicts.size(), std::size_t(1));
    const auto conflicts = all[0]->snapshot()->decisionsOf(taken).conflicts;
    QCOMPARE(conflicts.size(), std::size_t(1));
    QCOMPARE(conflicts[0].slot, std::string("verdict"));
    QCOMPARE(conflicts[0].sides.size(), std::size_t(2));
    QCOMPARE(conflicts[0].sides[0].text, std::string("disputed: two counts"));
    QCOMPARE(conflicts[0].sides[1].text, std::string("false: a hoax, see note")); // Ben's last word stands for Ben
    const std::string refused = message(all[0]->apply(dossier::SignOffFigure{taken, nullptr}, "Eve"));
    QVERIFY2(refused.find("settle that first") != std::string::npos, refused.c_str());
    DONE(all[0]->apply(dossier::SetVerdict{taken, dossier::VerdictState::Disputed, "settled", {}, {}}, "Ada"));
    QVERIFY(all[0]->snapshot()->decisionsOf(taken).conflicts.empty());
    DONE(all[0]->apply(dossier::SignOffFigure{taken, nullptr}, "Eve"));
    DONE(all[1]->merge(*all[0], "Ben"));
    QVERIFY(all[1]->snapshot()->decisionsOf(taken).conflicts.empty());
    QCOMPARE(digest(*all[1]), digest(*all[0]));
}

void TestMerge::undoOfWhatWasMerged() {
    const auto all = copies({"a", "b"});
    DONE(all[0]->apply(dossier::AddNote{men, "kept"}, "Ada"));
    later(*all[0]);
    DONE(all[1]->apply(dossier::AddNote{taken, "to be undone"}, "Ben"));
    DONE(all[0]->merge(*all[1], "Ada"));
    QCOMPARE(all[0]->snapshot()->decisionsOf(taken).notes.size(), std::size_t(1));
    DONE(all[0]->apply(dossier::Undo{}, "Ada"));
    QCOMPARE(all[0]->snapshot()->decisionsOf(taken).notes.size(), std::size_t(0));
    QCOMPARE(all[0]->snapshot()->decisionsOf(men).notes.size(), std::size_t(1));
    DONE(all[1]->merge(*all[0], "Ben"));
    QCOMPARE(digest(*all[1]), digest(*all[0]));
    DONE(all[1]->apply(dossier::Redo{}, "Ben"));
    QCOMPARE(all[1]->snapshot()->decisionsOf(taken).notes.size(), std::size_t(1));
    const std::string name = all[1]->path();
    DONE(all[1]->verify());
}

void TestMerge::exhibitsComeAlong() {
    const auto all = copies({"a", "b"});
    DONE(all[1]->apply(dossier::AddEvidence{taken, "photo.png", "bytes of a photo", "from the road", {}}, "Ben"));
    DONE(all[1]->apply(article("third", third), "Ben"));
    DONE(all[0]->merge(*all[1], "Ada"));
    const auto bytes = all[0]->blob(dossier::sha256Hex("bytes of a photo"));
    DONE(bytes);
    QCOMPARE(std::get<0>(bytes), std::string("bytes of a photo"));
    QCOMPARE(all[0]->snapshot()->articles.size(), std::size_t(3));
    QVERIFY(all[0]->comparisonStale());
    DONE(all[0]->verify());
}

void TestMerge::tamperedCopiesBringNothing() {
    auto all = copies({"a", "b"});
    DONE(all[1]->apply(dossier::AddNote{taken, "as written"}, "Ben"));
    const std::string copy = all[1]->path();
    all[1].reset();
    {
        QFile file(QString::fromStdString(copy));
        QVERIFY(file.open(QIODevice::ReadWrite));
        const auto at = file.readAll().indexOf("as written");
        QVERIFY(at > 0);
        file.seek(at);
        file.write("as wriTTen");
    }
    const auto tampered = open(copy, store::OpenMode::ReadOnly);
    QVERIFY(tampered);
    const std::uint64_t records = all[0]->snapshot()->records;
    const std::string refused = message(all[0]->merge(*tampered, "Ada"));
    QVERIFY2(refused.find("was not merged") != std::string::npos, refused.c_str());
    QCOMPARE(all[0]->snapshot()->records, records);
}

void TestMerge::orderDoesNotMatter_data() {
    QTest::addColumn<int>("seed");
    for (int seed = 1; seed <= 25; ++seed)
        QTest::addRow("seed %d", seed) << seed;
}
void TestMerge::orderDoesNotMatter() {
    QFETCH(int, seed);
    std::mt19937 random(static_cast<unsigned>(seed));
    const auto below = [&](unsigned n) { return static_cast<std::size_t>(random() % n); };
    const auto all = copies({"a", "b", "c"});
    const std::vector<std::string> names{"Ada", "Ben", "Eve"};
    const auto decide = [&](store::CaseFile& file) {
        const std::string& by = names[below(3)];
        const dossier::QuestionKey key = below(2) == 0 ? taken : men;
        const std::string word = "word " + std::to_string(below(1000));
        switch (below(10)) {
        case 0:
        case 1:
            file.apply(dossier::SetVerdict{key,
                                           below(2) == 0 ? dossier::VerdictState::Disputed
                                                         : dossier::VerdictState::Unverifiable,
                                           word,
                                           {},
                                           {}},
                       by);
            break;
        case 2:
            file.apply(dossier::Propose{key, word, "3", "4", {}, {}}, by);
            break;
        case 3:
            file.apply(dossier::AddNote{key, word}, by);
            break;
        case 4:
            file.apply(dossier::Dismiss{key, word}, by);
            break;
        case 5:
            file.apply(dossier::SignOffFigure{key, nullptr}, by);
            break;
        case 6:
            file.apply(dossier::Undo{}, by);
            break;
        case 7:
            file.apply(dossier::Redo{}, by);
            break;
        case 8: {
            dossier::Correction correction;
            correction.kind = dossier::CorrectionKind::Rename;
            correction.question = key;
            correction.text = word;
            file.apply(dossier::Correct{correction}, by);
            break;
        }
        default:
            file.apply(dossier::AddEvidence{key, "file.txt", word, "", {}}, by);
        }
    };
    for (int round = 0; round < 4; ++round) {
        for (int step = 0; step < 6; ++step)
            decide(*all[below(3)]);
        const std::size_t into = below(3);
        DONE(all[into]->merge(*all[(into + 1 + below(2)) % 3], "Ada"));
    }
    // Everybody gets everything, each by another way.
    DONE(all[0]->merge(*all[1], "Ada"));
    DONE(all[0]->merge(*all[2], "Ada"));
    DONE(all[2]->merge(*all[1], "Eve"));
    DONE(all[2]->merge(*all[0], "Eve"));
    DONE(all[1]->merge(*all[2], "Ben"));
    QCOMPARE(QString::fromStdString(digest(*all[1])), QString::fromStdString(digest(*all[0])));
    QCOMPARE(QString::fromStdString(digest(*all[2])), QString::fromStdString(digest(*all[0])));
    for (const auto& file : all)
        DONE(file->verify());
    // And as they were on disk.
    const std::string before = digest(*all[0]);
    QCOMPARE(digest(*open(all[0]->path(), store::OpenMode::ReadOnly)), before);
}

namespace {

std::string bytesFrom(const store::CaseFile& file, const store::Material& material) {
    auto bytes = file.blob(material.sha256);
    return std::holds_alternative<std::string>(bytes) ? std::get<std::string>(bytes) : std::string();
}

/// What `from` has behind record `after`, into `into`.
store::Outcome<store::TakenIn> send(const store::CaseFile& from, store::CaseFile& into, std::uint64_t after,
                                    const std::string& by) {
    auto contents = from.contentsAfter(after);
    if (const auto* problem = std::get_if<store::Problem>(&contents))
        return *problem;
    return into.takeIn(std::move(std::get<0>(contents)), by,
                       [&](const store::Material& material) { return bytesFrom(from, material); });
}

} // namespace

void TestMerge::takingInIsMerging_data() {
    QTest::addColumn<unsigned>("seed");
    for (unsigned seed = 1; seed <= 12; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

/// Three desks decide and send each other what they have, a few records at a time and late; in the end all hold the
/// same as one that read the whole log afresh.
void TestMerge::takingInIsMerging() {
    QFETCH(unsigned, seed);
    std::mt19937 dice(seed);
    const auto roll = [&](unsigned sides) { return std::uniform_int_distribution<unsigned>(0, sides - 1)(dice); };
    const auto all = copies({"a", "b", "c"});
    const char* names[] = {"Ada", "Ben", "Eve"};
    for (std::size_t i = 0; i < 3; ++i)
        all[i]->setUndoBy(names[i]);
    for (int step = 0; step < 240; ++step) {
        const std::size_t at = roll(3);
        const auto& question = roll(2) == 0 ? taken : men;
        switch (roll(9)) {
        case 4: // these cannot be taken back by themselves when something older comes in
            if (roll(3) == 0) {
                dossier::Correction rename;
                rename.kind = dossier::CorrectionKind::Rename;
                rename.question = question;
                rename.text = "title " + std::to_string(step);
                DONE(all[at]->apply(dossier::Correct{rename}, names[at]));
            }
            break;
        case 5:
            DONE(all[at]->apply(dossier::AddEvidence{question, "file.txt", "exhibit " + std::to_string(step), "", {}},
                                names[at]));
            break;
        case 0:
            (void)all[at]->apply(
                dossier::SetVerdict{question, dossier::VerdictState::Disputed, "step " + std::to_string(step), {}, {}},
                names[at]);
            break;
        case 1:
            DONE(all[at]->apply(dossier::AddNote{question, "note " + std::to_string(step)}, names[at]));
            break;
        case 2:
            (void)all[at]->apply(dossier::Propose{question, "wording " + std::to_string(step), "3", "4", {}, {}},
                                 names[at]);
            break;
        case 3:
            (void)all[at]->apply(roll(2) == 0 ? dossier::Edit(dossier::Undo{}) : dossier::Edit(dossier::Redo{}),
                                 names[at]);
            break;
        default:
            if (const std::size_t to = roll(3); to != at)
                DONE(send(*all[at], *all[to], 0, names[to]));
        }
    }
    for (int round = 0; round < 2; ++round)
        for (std::size_t at = 0; at < 3; ++at)
            for (std::size_t to = 0; to < 3; ++to)
                if (at != to)
                    DONE(send(*all[at], *all[to], 0, names[to]));
    QCOMPARE(digest(*all[1]), digest(*all[0]));
    QCOMPARE(digest(*all[2]), digest(*all[0]));
    for (const auto& one : all)
        DONE(one->verify());
    const std::string as = digest(*all[0]);
    const std::string file = all[0]->path();
    auto copy = all[0]->copyTo(path("afresh"), false);
    DONE(copy);
    QCOMPARE(digest(*open(path("afresh"))), as);
    QVERIFY(all[0]->snapshot()->records > 50);
}

/// One decides after the other, each knowing all: both logs stay the same, record by record.
void TestMerge::oneCopyGoesOnWhereTheOtherEnds() {
    const auto all = copies({"a", "b"});
    const auto start = all[0]->snapshot()->records;
    for (int i = 0; i < 4; ++i) {
        const auto& from = all[static_cast<std::size_t>(i % 2)];
        const auto& to = all[static_cast<std::size_t>(1 - i % 2)];
        DONE(from->apply(dossier::AddNote{taken, "note " + std::to_string(i)}, i % 2 == 0 ? "Ada" : "Ben"));
        auto sent = send(*from, *to, start, "x");
        DONE(sent);
        QCOMPARE(std::get<0>(sent).added, std::uint64_t(1));
    }
    std::vector<std::string> hashes[2];
    for (std::size_t i = 0; i < 2; ++i) {
        DONE(all[i]->log([&](const dossier::Record& record) {
            hashes[i].push_back(record.hash);
            return record.edit != "merge";
        }));
        DONE(all[i]->verify());
    }
    QCOMPARE(hashes[0].size(), start + 4);
    QCOMPARE(hashes[0], hashes[1]);
    QCOMPARE(digest(*all[0]), digest(*all[1]));
}

void TestMerge::eachUndoesTheirOwn() {
    const auto all = copies({"a", "b"});
    all[0]->setUndoBy("Ada");
    all[1]->setUndoBy("Ben");
    DONE(all[0]->apply(dossier::SetVerdict{taken, dossier::VerdictState::Disputed, "mine", {}, {}}, "Ada"));
    DONE(send(*all[0], *all[1], 0, "Ben"));
    DONE(all[1]->apply(dossier::AddNote{men, "Ben's"}, "Ben"));
    DONE(send(*all[1], *all[0], 0, "Ada"));
    QVERIFY(all[0]->snapshot()->canUndo);
    QCOMPARE(all[0]->snapshot()->undoEdit, std::string("verdict"));
    DONE(all[0]->apply(dossier::Undo{}, "Ada"));
    QVERIFY(!all[0]->snapshot()->decisionsOf(taken).verdict);
    QCOMPARE(all[0]->snapshot()->decisionsOf(men).notes.size(), std::size_t(1));
    DONE(all[0]->verify());
    DONE(send(*all[0], *all[1], 0, "Ben"));
    QCOMPARE(digest(*all[0]), digest(*all[1]));
    // What somebody else built on is not pulled from under them.
    DONE(all[1]->apply(dossier::SetVerdict{men, dossier::VerdictState::Disputed, "two", {}, {}}, "Ben"));
    DONE(send(*all[1], *all[0], 0, "Ada"));
    DONE(all[0]->apply(dossier::AddNote{men, "on top"}, "Ada"));
    DONE(send(*all[0], *all[1], 0, "Ben"));
    QVERIFY(!all[1]->snapshot()->canUndo);
    QVERIFY(!message(all[1]->apply(dossier::Undo{}, "Ben")).empty());
}

QTEST_APPLESS_MAIN(TestMerge)
#include "tst_merge.moc"
