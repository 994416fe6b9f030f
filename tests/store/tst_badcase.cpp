// SPDX-License-Identifier: GPL-3.0-or-later
// Files that are no case, cases that somebody tampered with, disks that are full: one clear message each, and the file
// is left as it was.
#include "core/dossier/limits.h"
#include "core/store/casecheck.h"
#include "core/store/database.h"
#include "core/store/migrations.h"
#include "tests/store/outcome.h"
#include "tests/store/samples.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace samples;

namespace {

QByteArray bytesOf(const std::string& path) {
    QFile file(QString::fromStdString(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}
void write(const std::string& path, const QByteArray& bytes) {
    QFile file(QString::fromStdString(path));
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    QCOMPARE(file.write(bytes), bytes.size());
}

/// Runs SQL on the file as another program would.
void tamper(const std::string& path, const std::string& sql) {
    const auto database = store::Database::open(path, store::Database::Mode::ReadWrite);
    database.execute(sql);
}

std::unique_ptr<store::CaseFile> open(const std::string& path, store::OpenMode mode = store::OpenMode::ReadWrite) {
    auto outcome = store::CaseFile::open(path, mode);
    if (const auto* problem = std::get_if<store::Problem>(&outcome)) {
        qWarning("%s", problem->message.c_str());
        return nullptr;
    }
    return std::move(std::get<0>(outcome));
}

/// A case with something in every table.
void makeCase(const std::string& path) {
    const auto file = open(path, store::OpenMode::CreateOrOpen);
    QVERIFY(file);
    auto odd = article("odd", first);
    odd.bytes = "other bytes than its text";
    odd.article.id = {};
    for (const dossier::Edit& edit : {dossier::Edit(dossier::SetPerson{{"Ada", dossier::Role::Checker}}),
                                      dossier::Edit(odd), dossier::Edit(article("second", second))})
        QCOMPARE(message(file->apply(edit, "Ada")), std::string());
    QCOMPARE(message(file->setComparison(results())), std::string());
    for (const dossier::Edit& edit :
         {dossier::Edit(dossier::SetVerdict{{"taken"}, dossier::VerdictState::Disputed, "two counts"}),
          dossier::Edit(dossier::AddEvidence{{"taken"}, "list.txt", "names", ""})})
        QCOMPARE(message(file->apply(edit, "Ada")), std::string());
    QCOMPARE(message(file->verify()), std::string());
}

} // namespace

class TestBadCase : public QObject {
    Q_OBJECT
private slots:
    void refused_data();
    void refused();
    void tampered_data();
    void tampered();
    void flippedBytes();
    void randomDamage();
    void kept();
    void inUse();
    void readOnlyFile();
    void readOnlyFolder();
    void fullDisk();
    void brokenOffWhileItIsWrittenBack();
    void saveAs();
    void olderIsBroughtUp();
    void failedUpgradeChangesNothing();
    void strangeRecordIsShownButNotBuiltOn();
    void moreArticlesThanACaseHolds();

private:
    QTemporaryDir folder_;
    int number_ = 0;
    std::string fresh() { return folder_.filePath(QString("bad %1.countercheck").arg(++number_)).toStdString(); }
};

void TestBadCase::refused_data() {
    QTest::addColumn<QString>("expected");
    QTest::newRow("missing") << "does not exist";
    QTest::newRow("folder") << "is a folder";
    QTest::newRow("empty") << "the file is empty";
    QTest::newRow("text") << "not a Countercheck case (another kind of file)";
    QTest::newRow("other database") << "a database of another program";
    QTest::newRow("pipe") << "not a plain file";
    QTest::newRow("newer") << "newer Countercheck (case format 99";
    QTest::newRow("cut off") << "damaged";
    QTest::newRow("overwritten") << "damaged";
    QTest::newRow("trigger") << "trigger “evil”";
    QTest::newRow("view") << "view “evil”";
    QTest::newRow("table") << "table “evil”";
    QTest::newRow("table missing") << "table “exhibit” is missing";
    QTest::newRow("other table") << "“exhibit” is not made as it must be";
    QTest::newRow("unreadable") << "ermission";
}

void TestBadCase::refused() {
    QFETCH(QString, expected);
    const QByteArray kind = QTest::currentDataTag();
    const std::string path = fresh();
    if (kind == "folder") {
        QVERIFY(QDir().mkpath(QString::fromStdString(path)));
    } else if (kind == "empty") {
        write(path, "");
    } else if (kind == "text") {
        write(path, QByteArray("Three people were taken.\n").repeated(20));
    } else if (kind == "other database") {
        store::Database::open(path, store::Database::Mode::Create).execute("CREATE TABLE t (a)");
    } else if (kind == "pipe") {
        QCOMPARE(::mkfifo(path.c_str(), 0600), 0);
    } else if (kind != "missing") {
        makeCase(path);
        if (kind == "newer")
            tamper(path, "PRAGMA user_version=99");
        else if (kind == "trigger")
            tamper(path, "CREATE TRIGGER evil AFTER INSERT ON record BEGIN DELETE FROM head; END");
        else if (kind == "view")
            tamper(path, "CREATE VIEW evil AS SELECT * FROM record");
        else if (kind == "table")
            tamper(path, "CREATE TABLE evil (a)");
        else if (kind == "table missing" || kind == "other table")
            tamper(path, "DROP TABLE exhibit");
        if (kind == "other table")
            tamper(path, "CREATE TABLE exhibit (sha256 TEXT PRIMARY KEY, bytes BLOB)");
        QByteArray bytes = bytesOf(path);
        if (kind == "cut off")
            write(path, bytes.left(bytes.size() / 2));
        if (kind == "overwritten") {
            bytes.replace(4096, 8192, QByteArray(8192, 'Z'));
            write(path, bytes);
        }
    }
    if (kind == "unreadable") {
        if (::geteuid() != 0 || ::seteuid(65534) != 0)
            QVERIFY(::chmod(path.c_str(), 0) == 0);
        else {
            ::seteuid(0);
            QVERIFY(::chmod(folder_.path().toUtf8().constData(), 0755) == 0);
            QVERIFY(::chmod(path.c_str(), 0600) == 0);
            QVERIFY(::seteuid(65534) == 0);
        }
    }
    const QByteArray before = kind == "pipe" || kind == "unreadable" ? QByteArray() : bytesOf(path);
    for (const auto mode : {store::OpenMode::ReadOnly, store::OpenMode::ReadWrite, store::OpenMode::CreateOrOpen}) {
        if (kind == "missing" && mode == store::OpenMode::CreateOrOpen)
            continue;
        const std::string said = message(store::CaseFile::open(path, mode));
        if (kind == "unreadable" && ::getuid() == 0 && mode == store::OpenMode::CreateOrOpen)
            QCOMPARE(::seteuid(0), 0);
        QVERIFY2(QString::fromStdString(said).contains(expected), said.c_str());
        QVERIFY2(QString::fromStdString(said).contains(QString::fromStdString(path)), said.c_str());
        QVERIFY(said.find('\n') == std::string::npos);
    }
    if (kind != "pipe" && kind != "unreadable")
        QCOMPARE(bytesOf(path), before);
    QVERIFY(!QFile::exists(QString::fromStdString(path + "-wal")));
    QVERIFY(!QFile::exists(QString::fromStdString(path + "-lock")));
}

void TestBadCase::tampered_data() {
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("expected");
    QTest::newRow("untouched") << "SELECT 1"
                               << "";
    QTest::newRow("note of a record") << "UPDATE record SET after = replace(after, 'two counts', 'two Counts')"
                                      << "record 4 does not hold";
    QTest::newRow("before of a record") << "UPDATE record SET before = replace(before, 'taken', 'takem') WHERE id = 4"
                                        << "record 4 does not hold";
    QTest::newRow("who") << "UPDATE record SET by = 'Adb' WHERE id = 2"
                         << "record 2 does not hold";
    QTest::newRow("when") << "UPDATE record SET at = replace(at, 'T', 't') WHERE id = 3"
                          << "record 3 does not hold";
    QTest::newRow("what") << "UPDATE record SET edit = 'notes' WHERE id = 5"
                          << "record 5 does not hold";
    QTest::newRow("hash") << "UPDATE record SET hash = replace(hash, substr(hash, 1, 1), 'x') WHERE id = 1"
                          << "record 1 does not hold";
    QTest::newRow("previous hash") << "UPDATE record SET previous_hash = '' WHERE id = 2"
                                   << "record 2 does not hold";
    QTest::newRow("number") << "UPDATE record SET id = 7 WHERE id = 5"
                            << "record 5 is missing";
    QTest::newRow("record gone") << "DELETE FROM record WHERE id = 2"
                                 << "record 2 is missing";
    QTest::newRow("end cut off") << "DELETE FROM record WHERE id = 5"
                                 << "cut off";
    QTest::newRow("all gone") << "DELETE FROM record"
                              << "cut off";
    QTest::newRow("head") << "UPDATE head SET hash = replace(hash, substr(hash, 1, 1), 'x')"
                          << "newest record";
    QTest::newRow("head gone") << "DELETE FROM head"
                               << "cut off";
    QTest::newRow("capture") << "UPDATE capture SET bytes = CAST(replace(bytes, 'other', 'Other') AS BLOB)"
                             << "capture ";
    QTest::newRow("capture's name") << "UPDATE capture SET sha256 = replace(sha256, substr(sha256, 1, 1), 'x')"
                                    << "capture ";
    QTest::newRow("capture gone") << "DELETE FROM capture"
                                  << "capture ";
    QTest::newRow("text gone") << "DELETE FROM decoded"
                               << "text ";
    QTest::newRow("text") << "UPDATE decoded SET bytes = CAST(replace(bytes, '160', '161') AS BLOB)"
                          << "text ";
    QTest::newRow("exhibit") << "UPDATE exhibit SET bytes = x'00'"
                             << "exhibit ";
    QTest::newRow("exhibit gone") << "DELETE FROM exhibit"
                                  << "exhibit ";
    QTest::newRow("exhibit slipped in")
        << "INSERT INTO exhibit VALUES "
           "('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad', x'616263')"
        << "no record of the log names it";
    QTest::newRow("results") << "UPDATE derived_part SET bytes = CAST(replace(bytes, 'people', 'People') AS BLOB)"
                             << "derived results";
    QTest::newRow("results' stamp") << "UPDATE derived SET engine = engine || 'x'"
                                    << "derived results";
}

void TestBadCase::tampered() {
    QFETCH(QString, sql);
    QFETCH(QString, expected);
    const std::string path = fresh();
    makeCase(path);
    tamper(path, sql.toStdString());
    auto outcome = store::CaseFile::open(path, store::OpenMode::ReadOnly);
    QCOMPARE(message(outcome), std::string()); // it opens, so that it can be said what does not hold
    const std::string said = message(std::get<0>(outcome)->verify());
    if (expected.isEmpty())
        QCOMPARE(said, std::string());
    else
        QVERIFY2(QString::fromStdString(said).contains(expected), said.c_str());
}

void TestBadCase::flippedBytes() {
    // A byte of what people wrote or captured, changed in the file itself.
    const std::string path = fresh();
    makeCase(path);
    const QByteArray whole = bytesOf(path);
    for (const char* words : {"two counts", "other bytes", "Nearly 160", "Four people", "names", "Ada", "list.txt"}) {
        for (qsizetype at = whole.indexOf(words); at >= 0; at = whole.indexOf(words, at + 1)) {
            QByteArray bytes = whole;
            bytes[at] = static_cast<char>(bytes[at] ^ 1);
            write(path, bytes);
            auto outcome = store::CaseFile::open(path, store::OpenMode::ReadOnly);
            if (std::holds_alternative<store::Problem>(outcome))
                continue;
            QVERIFY2(!message(std::get<0>(outcome)->verify()).empty(), words);
        }
        QVERIFY2(whole.contains(words), words);
    }
}

namespace {
/// What a person would see of the case.
std::string seen(const dossier::Dossier& dossier) {
    std::string text;
    for (const auto& article : dossier.articles)
        text += article.text.get() + "|" + article.info.title + "|" + article.fileName + "\n";
    for (const auto& person : dossier.people)
        text += person.name + " " + std::string(roleName(person.role)) + "\n";
    for (const auto& line : dossier.history)
        text += line.stamp.by + " " + line.stamp.at + " " + line.text + "\n";
    for (const auto& question : dossier.comparison.questions)
        text += question.key + question.title + std::to_string(question.claims.size()) + "\n";
    for (const auto& [key, decisions] : dossier.decisions)
        text += key.value + (decisions.verdict ? decisions.verdict->note : "") +
                (decisions.evidence.empty() ? "" : decisions.evidence[0].sha256) + "\n";
    return text;
}
} // namespace

void TestBadCase::randomDamage() {
    const std::string path = fresh();
    makeCase(path);
    const QByteArray whole = bytesOf(path);
    const std::string before = seen(*open(path, store::OpenMode::ReadOnly)->snapshot());
    QRandomGenerator random(1913);
    int refused = 0;
    int found = 0;
    for (int round = 0; round < 200; ++round) {
        QByteArray bytes = whole;
        for (int flips = random.bounded(1, 1 << (round % 7 + 1)); flips > 0; --flips)
            bytes[random.bounded(bytes.size())] = static_cast<char>(random.bounded(256));
        write(path, bytes);
        auto outcome = store::CaseFile::open(path, store::OpenMode::ReadOnly);
        if (std::holds_alternative<store::Problem>(outcome)) {
            QVERIFY(message(outcome).find(path) != std::string::npos);
            ++refused;
            continue;
        }
        const auto& file = *std::get<0>(outcome);
        if (!message(file.verify()).empty()) {
            ++found;
            continue;
        }
        QCOMPARE(seen(*file.snapshot()), before); // what verifies says what it said
    }
    QVERIFY(refused > 20);
    QVERIFY(found > 20);
}

void TestBadCase::kept() {
    // A case of every format there ever was still opens, and says the same.
    for (std::size_t format = 1; format <= store::migrations().size(); ++format) {
        const QString old = QStringLiteral(COUNTERCHECK_TEST_DATA "/databases/format%1.countercheck").arg(format);
        const std::string path = fresh();
        QVERIFY2(QFile::copy(old, QString::fromStdString(path)), qPrintable(old));
        QVERIFY(QFile::setPermissions(QString::fromStdString(path), QFile::ReadOwner | QFile::WriteOwner));
        const auto file = open(path);
        QVERIFY(file);
        QVERIFY(!file->readOnly());
        QCOMPARE(message(file->verify()), std::string());
        const auto now = file->snapshot();
        QCOMPARE(now->articles.size(), 2u);
        QCOMPARE(now->articles[0].text.get(), first);
        QCOMPARE(now->decisionsOf({"taken"}).verdict->note, std::string("two counts"));
        QCOMPARE(std::get<std::string>(file->blob(now->decisionsOf({"taken"}).evidence.at(0).sha256)),
                 std::string("names"));
        QCOMPARE(message(file->apply(dossier::AddNote{{"taken"}, "still at work"}, "Ada")), std::string());
    }
}

void TestBadCase::inUse() {
    const std::string path = fresh();
    makeCase(path);
    auto holder = open(path);
    QVERIFY(holder);
    const std::string said = message(store::CaseFile::open(path, store::OpenMode::ReadWrite));
    QCOMPARE(said, path + " is open in another window (pid " + std::to_string(::getpid()) +
                       "); close it there, or open it read-only");
    // A link leads to the same case.
    const std::string link = fresh();
    QCOMPARE(::symlink(path.c_str(), link.c_str()), 0);
    QCOMPARE(message(store::CaseFile::open(link, store::OpenMode::ReadWrite)), said);
    // Nobody may put another case in its place.
    const auto memory = store::CaseFile::inMemory();
    QCOMPARE(message(memory->saveAs(path, true)), said);

    // Looking at it must not loosen the holder's hold: another process that comes and goes would end its log of
    // changes.
    QCOMPARE(message(holder->apply(dossier::AddNote{{"taken"}, "before"}, "Ada")), std::string());
    QVERIFY(QFileInfo(QString::fromStdString(path + "-wal")).size() > 0);
    QCOMPARE(QProcess::execute(STORE_WRITER, {QString::fromStdString(path), "look"}), 0);
    QVERIFY(QFileInfo(QString::fromStdString(path + "-wal")).size() > 0);

    const auto reader = open(path, store::OpenMode::ReadOnly);
    QVERIFY(reader);
    QVERIFY(reader->readOnly());
    QVERIFY(message(reader->apply(dossier::AddNote{{"taken"}, "x"}, "Ada")).find("read-only") != std::string::npos);
    QCOMPARE(message(holder->apply(dossier::AddNote{{"taken"}, "x"}, "Ada")), std::string());
    holder.reset();
    QVERIFY(open(path));
}

void TestBadCase::readOnlyFile() {
    const std::string path = fresh();
    makeCase(path);
    QCOMPARE(::chmod(path.c_str(), 0444), 0);
    QCOMPARE(::chmod(folder_.path().toUtf8().constData(), 0755), 0);
    const bool root = ::geteuid() == 0;
    if (root)
        QCOMPARE(::seteuid(65534), 0);
    auto outcome = store::CaseFile::open(path, store::OpenMode::ReadWrite);
    if (root)
        QCOMPARE(::seteuid(0), 0);
    QCOMPARE(message(outcome), std::string());
    const auto& file = std::get<0>(outcome);
    QVERIFY(file->readOnly());
    QVERIFY(file->readOnlyBecause().find("cannot be written") != std::string::npos);
    QCOMPARE(file->snapshot()->decisionsOf({"taken"}).verdict->note, std::string("two counts"));
    QCOMPARE(message(file->verify()), std::string());
}

void TestBadCase::readOnlyFolder() {
    const QString folder = folder_.filePath("closed");
    QVERIFY(QDir().mkpath(folder));
    const std::string path = folder.toStdString() + "/a #1 100%.countercheck";
    makeCase(path);
    QCOMPARE(::chmod(path.c_str(), 0666), 0);
    QCOMPARE(::chmod(folder.toUtf8().constData(), 0555), 0);
    QCOMPARE(::chmod(folder_.path().toUtf8().constData(), 0755), 0);
    const bool root = ::geteuid() == 0;
    if (root)
        QCOMPARE(::seteuid(65534), 0);
    auto outcome = store::CaseFile::open(path, store::OpenMode::ReadWrite);
    auto created = store::CaseFile::open(folder.toStdString() + "/b.countercheck", store::OpenMode::CreateOrOpen);
    std::string saidOnApply;
    std::string saidOnVerify = "not opened";
    if (auto* file = std::get_if<0>(&outcome)) {
        saidOnApply = message((*file)->apply(dossier::AddNote{{"taken"}, "x"}, "Ada"));
        saidOnVerify = message((*file)->verify());
    }
    if (root)
        QCOMPARE(::seteuid(0), 0);
    QCOMPARE(::chmod(folder.toUtf8().constData(), 0755), 0);
    QCOMPARE(message(outcome), std::string());
    QVERIFY(std::get<0>(outcome)->readOnly());
    QVERIFY2(saidOnApply.find("folder") != std::string::npos, saidOnApply.c_str());
    QCOMPARE(saidOnVerify, std::string());
    QVERIFY2(message(created).find("ermission") != std::string::npos, message(created).c_str());
}

void TestBadCase::fullDisk() {
    const std::string path = fresh();
    makeCase(path);
    {
        const auto file = open(path);
        QVERIFY(file);
        file->limitSize(static_cast<std::uint64_t>(QFileInfo(QString::fromStdString(path)).size()) + 8192);
        const auto before = file->snapshot()->records;
        const std::string said =
            message(file->apply(dossier::AddEvidence{{"taken"}, "big.bin", std::string(1 << 20, 'x'), ""}, "Ada"));
        QVERIFY2(said.find("disk is full") != std::string::npos, said.c_str());
        QCOMPARE(file->snapshot()->records, before);
        QCOMPARE(file->snapshot()->decisionsOf({"taken"}).evidence.size(), 1u);
        QCOMPARE(message(file->verify()), std::string());
        QCOMPARE(message(file->apply(dossier::AddNote{{"taken"}, "small"}, "Ada")), std::string());
    }
    const auto file = open(path);
    QVERIFY(file);
    QCOMPARE(file->snapshot()->decisionsOf({"taken"}).notes.size(), 1u);
    QCOMPARE(message(file->verify()), std::string());
}

/// A disk that fills up, or a kill, while SQLite copies its log of changes into the file: the first page says how long
/// the file will be, the rest is not there yet. All of it stands in the log.
void TestBadCase::brokenOffWhileItIsWrittenBack() {
    const std::string path = fresh(), half = fresh();
    makeCase(path);
    const auto file = open(path);
    QVERIFY(file);
    QCOMPARE(message(file->apply(dossier::AddEvidence{{"taken"}, "big.bin", std::string(1 << 20, 'x'), ""}, "Ada")),
             std::string());
    QByteArray bytes = bytesOf(path);
    const qsizetype pages = bytes.size() / 4096 + 256;
    for (int i = 0; i < 4; ++i) // the size in the header, big-endian
        bytes[28 + i] = static_cast<char>(pages >> (8 * (3 - i)));
    write(half, bytes);
    QVERIFY(bytesOf(path + "-wal").size() > (1 << 20));
    write(half + "-wal", bytesOf(path + "-wal"));
    const auto again = open(half);
    QVERIFY(again);
    QVERIFY(!again->readOnly());
    QCOMPARE(again->snapshot()->decisionsOf({"taken"}).evidence.size(), 2u);
    QCOMPARE(message(again->verify()), std::string());
    // Without its log it is damaged, and said to be.
    const std::string alone = fresh();
    write(alone, bytes);
    QVERIFY(message(store::CaseFile::open(alone, store::OpenMode::ReadWrite)).find("damaged") != std::string::npos);
}

void TestBadCase::saveAs() {
    const auto file = store::CaseFile::inMemory();
    QCOMPARE(message(file->apply(dossier::SetPerson{{"Ada", dossier::Role::Checker}}, "Ada")), std::string());
    const std::string path = fresh();
    QVERIFY(message(file->saveAs(folder_.path().toStdString(), true)).find("is a folder") != std::string::npos);
    QVERIFY(!message(file->saveAs(folder_.filePath("nowhere/x.countercheck").toStdString(), false)).empty());
    write(path, "something of mine");
    QVERIFY(message(file->saveAs(path, false)).find("exists already") != std::string::npos);
    QCOMPARE(bytesOf(path), QByteArray("something of mine"));
    QVERIFY(file->path().empty());
    QCOMPARE(message(file->saveAs(path, true)), std::string());
    QCOMPARE(file->path(), path);
    QCOMPARE(message(file->apply(article("first", first), "Ada")), std::string());
    const std::string other = fresh();
    QCOMPARE(message(file->saveAs(other, false)), std::string());
    QCOMPARE(message(file->apply(article("second", second), "Ada")), std::string());
    const auto left = open(path); // no longer held
    QVERIFY(left);
    QCOMPARE(left->snapshot()->articles.size(), 1u);
    QCOMPARE(file->snapshot()->articles.size(), 2u);
    QCOMPARE(message(left->verify()), std::string());
    QCOMPARE(message(file->verify()), std::string());
}

namespace {
constexpr std::string_view added[] = {"CREATE TABLE extra (a INTEGER NOT NULL) STRICT",
                                      "INSERT INTO extra VALUES (42)"};
constexpr std::string_view broken[] = {"CREATE TABLE extra (a INTEGER NOT NULL) STRICT",
                                       "INSERT INTO nowhere VALUES (1)"};
} // namespace

void TestBadCase::olderIsBroughtUp() {
    const std::string path = fresh();
    makeCase(path);
    const std::vector<store::Migration> longer{store::migrations()[0], {"one more table", added}};
    const auto database = store::Database::open(path, store::Database::Mode::ReadWrite);
    QVERIFY(!store::upgrade(database, path, longer, 1));
    QCOMPARE(database.value("PRAGMA user_version"), std::string("2"));
    QCOMPARE(database.value("SELECT a FROM extra"), std::string("42"));
    QCOMPARE(store::schemaDifference(database, longer, 2), std::string());
    QVERIFY(!store::schemaDifference(database, longer, 1).empty());
    const auto backup = open(path + ".format1-backup");
    QVERIFY(backup);
    QCOMPARE(backup->snapshot()->records, 5u);
    QCOMPARE(message(backup->verify()), std::string());
}

void TestBadCase::failedUpgradeChangesNothing() {
    const std::string path = fresh();
    makeCase(path);
    const std::vector<store::Migration> longer{store::migrations()[0], {"one that fails", broken}};
    {
        const auto database = store::Database::open(path, store::Database::Mode::ReadWrite);
        const auto problem = store::upgrade(database, path, longer, 1);
        QVERIFY(problem);
        QVERIFY2(problem->message.find("bringing the case up to date") != std::string::npos, problem->message.c_str());
        QCOMPARE(database.value("PRAGMA user_version"), std::string("1"));
    }
    const auto file = open(path);
    QVERIFY(file);
    QCOMPARE(message(file->verify()), std::string());
}

void TestBadCase::strangeRecordIsShownButNotBuiltOn() {
    const std::string path = fresh();
    makeCase(path);
    tamper(path, "UPDATE record SET after = '{\"subject\":' WHERE id = 4");
    const auto file = open(path);
    QVERIFY(file);
    QVERIFY(file->readOnly());
    QVERIFY2(file->readOnlyBecause().find("record 4") != std::string::npos, file->readOnlyBecause().c_str());
    QVERIFY(message(file->apply(dossier::AddNote{{"taken"}, "x"}, "Ada")).find("record 4") != std::string::npos);
    QCOMPARE(file->snapshot()->articles.size(), 2u);
}

/// An archive is not a case: it is refused with the way to what is for it, and left as it is.
void TestBadCase::moreArticlesThanACaseHolds() {
    const std::string path = fresh();
    makeCase(path);
    tamper(path, "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " +
                     std::to_string(dossier::mostArticles) +
                     ") INSERT INTO capture SELECT printf('%064d', i), x'20' FROM n");
    const auto words = QString::fromStdString(message(store::CaseFile::open(path, store::OpenMode::ReadWrite)));
    QVERIFY2(words.contains(QStringLiteral("250,000")) && words.contains(QStringLiteral("docs/archive")),
             qPrintable(words));
}

QTEST_GUILESS_MAIN(TestBadCase)
#include "tst_badcase.moc"
