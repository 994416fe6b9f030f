// SPDX-License-Identifier: GPL-3.0-or-later
// A case from the command line: import, questions, edit, log, verify, export, and what it says when one of them cannot.
#include "tests/app/program.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using countercheck::test::Outcome;

class TstCliCase : public QObject {
    Q_OBJECT
private slots:
    void init();
    void importSaysALineAFile();
    void questionsCarryDecisions();
    void editsAreAcknowledged();
    void refusedEdits_data();
    void refusedEdits();
    void anEditIsOnDiskWhenItIsAcknowledged();
    void evidenceIsTakenIn();
    void theLogIsAChain();
    void verifyFindsTampering();
    void signOffsAreSigned();
    void keysThatCannotBeRead();
    void copiesAreMerged();
    void exportWritesWholeFiles();
    void exportLeavesTheOldFileWhenItFails();
    void summariesSayWhatWasSigned();
    void casesThatCannotBeOpened_data();
    void casesThatCannotBeOpened();

private:
    Outcome cli(const QStringList& arguments, const QByteArray& input = {}) const;
    QByteArray read(const char* name) const;
    void write(const char* name, const QByteArray& bytes) const;
    QJsonObject question(const char* status = "contradiction") const;
    QByteArray edit(QJsonObject fields) const;
    void makeCase() const;

    std::unique_ptr<QTemporaryDir> folder_;
};

Outcome TstCliCase::cli(const QStringList& arguments, const QByteArray& input) const {
    return countercheck::test::run(arguments, input, folder_->path());
}

QByteArray TstCliCase::read(const char* name) const {
    QFile file(folder_->filePath(QLatin1String(name)));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TstCliCase::write(const char* name, const QByteArray& bytes) const {
    QFile file(folder_->filePath(QLatin1String(name)));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

void TstCliCase::init() {
    folder_ = std::make_unique<QTemporaryDir>();
    write("a.txt", "Raid on the Tarvik quarry\n\nDate: 2026-01-13\n\n"
                   "Three workers were abducted in the raid on the quarry of Tarvik on Sunday, the mayor said. "
                   "More than 100 gunmen attacked the quarry of Tarvik.\n");
    write("b.txt", "Tarvik quarry attacked\n\nDate: 2026-01-13\n\n"
                   "Four workers were abducted in the raid on the quarry of Tarvik on Sunday, a union official said. "
                   "Nearly 160 gunmen attacked the quarry of Tarvik.\n");
}

void TstCliCase::makeCase() const {
    const Outcome outcome = cli({"import", "quarry.countercheck", "a.txt", "b.txt", "--as", "Ada"});
    QVERIFY2(outcome.code == 0, outcome.error.constData());
    const Outcome people = cli({"edit", "quarry.countercheck", "--as", "Ada", "--jsonl"},
                               edit({{"edit", "person"}, {"name", "Ada"}, {"role", "editor"}}) +
                                   edit({{"edit", "person"}, {"name", "Ben"}, {"role", "editor"}}));
    QVERIFY2(people.code == 0, people.out.constData());
    QVERIFY2(!question().isEmpty(), "three against four must be a contradiction for these tests to say anything");
}

QJsonObject TstCliCase::question(const char* status) const {
    const Outcome outcome = cli({"questions", "quarry.countercheck", "--json"});
    for (const QJsonValue value : QJsonDocument::fromJson(outcome.out).object()["questions"].toArray())
        if (value["status"].toString() == QLatin1String(status))
            return value.toObject();
    return {};
}

QByteArray TstCliCase::edit(QJsonObject fields) const {
    return QJsonDocument(fields).toJson(QJsonDocument::Compact) + '\n';
}

void TstCliCase::importSaysALineAFile() {
    Outcome outcome = cli({"import", "quarry.countercheck", "a.txt", "b.txt"});
    QCOMPARE(outcome.code, 0);
    QCOMPARE(outcome.error, QByteArray());
    QCOMPARE(outcome.lines().size(), 2);
    QVERIFY(outcome.lines()[0].startsWith("taken: ") && outcome.lines()[0].contains("a.txt"));
    QVERIFY(outcome.lines()[1].startsWith("taken: ") && outcome.lines()[1].contains("b.txt"));

    write("c.txt", "Five lorries were burned at the quarry, a driver said.\n");
    outcome = cli({"import", "quarry.countercheck", "a.txt", "missing.txt", "c.txt"});
    QCOMPARE(outcome.code, 2);
    QCOMPARE(outcome.lines().size(), 3);
    QVERIFY(outcome.lines()[0].startsWith("already there: "));
    QVERIFY(outcome.lines()[1].startsWith("refused: ") && outcome.lines()[1].contains("missing.txt"));
    QVERIFY2(outcome.lines()[2].startsWith("taken: "), "a refused file must not stop the rest");
    QCOMPARE(outcome.error.count('\n'), 1);
    QVERIFY(outcome.error.contains("missing.txt"));
    const auto articles =
        QJsonDocument::fromJson(cli({"questions", "quarry.countercheck", "--json"}).out).object()["articles"].toArray();
    QCOMPARE(articles.size(), 3);
    QCOMPARE(articles.at(0)["id"].toString().toLatin1(),
             QCryptographicHash::hash(read("a.txt"), QCryptographicHash::Sha256).toHex());
}

void TstCliCase::signOffsAreSigned() {
    makeCase();
    const QString key = question()["key"].toString();
    const Outcome made = cli({"key", "ben.key", "--unprotected"});
    QVERIFY2(made.code == 0, made.error.constData());
    QVERIFY(!(QFile::permissions(folder_->filePath("ben.key")) & (QFile::ReadGroup | QFile::ReadOther)));
    QCOMPARE(cli({"key", "ben.key"}).out, made.out); // shown, not made anew
    const QByteArray verdict = edit({{"edit", "verdict"}, {"question", key}, {"state", "disputed"}, {"note", "n"}});
    QCOMPARE(cli({"edit", "quarry.countercheck", "--as", "Ada", "--jsonl"}, verdict).code, 0);
    const Outcome signedOff = cli({"edit", "quarry.countercheck", "--as", "Ben", "--key", "ben.key", "--jsonl"},
                                  edit({{"edit", "sign-off"}, {"question", key}}));
    QVERIFY2(signedOff.code == 0, signedOff.out.constData());
    QJsonObject shown = question()["signOff"].toObject();
    QCOMPARE(shown["asserted"].toBool(true), false);
    QCOMPARE(shown["publicKey"].toString().toLatin1(), made.out.trimmed());
    QCOMPARE(cli({"verify", "quarry.countercheck"}).code, 0);

    // Signed, then changed: it no longer counts.
    QCOMPARE(cli({"edit", "quarry.countercheck", "--as", "Ada", "--jsonl"},
                 edit({{"edit", "verdict"}, {"question", key}, {"state", "false"}, {"note", "n"}}))
                 .code,
             0);
    QCOMPARE(question()["figureState"].toString(), QStringLiteral("revoked"));
    QVERIFY(question()["signOff"].toObject()["revokedBecause"].toString().contains("the verdict"));
}

void TstCliCase::keysThatCannotBeRead() {
    makeCase();
    write("not.key", "no key at all\n");
    write("sealed.key", "countercheck-key-1\npublic: x\nsalt: x\nnonce: x\nsealed: x\n");
    for (const char* name : {"missing.key", "not.key", "sealed.key"}) {
        const Outcome outcome = cli({"edit", "quarry.countercheck", "--as", "Ben", "--key", name, "--jsonl"});
        QCOMPARE(outcome.code, 2);
        QCOMPARE(outcome.error.count('\n'), 1);
        QVERIFY2(outcome.error.contains(name), outcome.error.constData());
    }
}

void TstCliCase::copiesAreMerged() {
    makeCase();
    const QString key = question()["key"].toString();
    QVERIFY(QFile::copy(folder_->filePath("quarry.countercheck"), folder_->filePath("copy.countercheck")));
    const auto decide = [&](const char* file, const char* by, const char* state) {
        return cli({"edit", file, "--as", by, "--jsonl"},
                   edit({{"edit", "verdict"}, {"question", key}, {"state", state}, {"note", by}}))
            .code;
    };
    QCOMPARE(decide("quarry.countercheck", "Ada", "disputed"), 0);
    QCOMPARE(decide("copy.countercheck", "Ben", "false"), 0);
    const Outcome merged = cli({"merge", "quarry.countercheck", "copy.countercheck", "--as", "Ada"});
    QVERIFY2(merged.code == 0, merged.error.constData());
    QVERIFY(merged.lines()[0].startsWith("merged: 1 records"));
    QVERIFY2(merged.lines()[1].startsWith("conflict: verdict") && merged.lines()[1].contains("disputed: Ada") &&
                 merged.lines()[1].contains("false: Ben"),
             merged.out.constData());
    QCOMPARE(question()["conflicts"].toArray().size(), 1);
    QCOMPARE(cli({"verify", "quarry.countercheck"}).code, 0);
    QCOMPARE(cli({"merge", "quarry.countercheck", "copy.countercheck"}).lines()[0].startsWith("merged: 0 records"),
             true);
    QCOMPARE(decide("quarry.countercheck", "Ada", "disputed"), 0);
    QCOMPARE(question()["conflicts"].toArray().size(), 0);
    const Outcome missing = cli({"merge", "quarry.countercheck", "missing.countercheck"});
    QCOMPARE(missing.code, 2);
    QVERIFY(missing.error.contains("missing.countercheck"));
}

void TstCliCase::questionsCarryDecisions() {
    makeCase();
    QJsonObject one = question();
    QVERIFY(!one.isEmpty());
    QCOMPARE(one["key"], one["id"]);
    QCOMPARE(one["state"].toString(), QStringLiteral("unchecked"));
    QCOMPARE(one["figureState"].toString(), QStringLiteral("open"));
    QVERIFY(one["origins"].isDouble());
    QVERIFY(one["verdict"].isNull() && one["signOff"].isNull());
    const QString key = one["key"].toString();
    const Outcome outcome =
        cli({"edit", "quarry.countercheck", "--as", "Ada", "--jsonl"},
            edit({{"edit", "verdict"}, {"question", key}, {"state", "disputed"}, {"note", "two “counts”"}}) +
                edit({{"edit", "propose"}, {"question", key}, {"wording", "three or four"}, {"low", 3}, {"high", 4}}));
    QVERIFY2(outcome.code == 0, outcome.out.constData());
    QVERIFY(
        cli({"edit", "quarry.countercheck", "--as", "Ben", "--jsonl"}, edit({{"edit", "sign-off"}, {"question", key}}))
            .code == 0);
    one = question();
    QCOMPARE(one["key"].toString(), key);
    QCOMPARE(one["state"].toString(), QStringLiteral("disputed"));
    QCOMPARE(one["verdict"].toObject()["note"].toString(), QStringLiteral("two “counts”"));
    QCOMPARE(one["verdict"].toObject()["by"].toString(), QStringLiteral("Ada"));
    QCOMPARE(one["proposal"].toObject()["low"].toInt(), 3);
    QCOMPARE(one["figureState"].toString(), QStringLiteral("signed-off"));
    QCOMPARE(one["signOff"].toObject()["by"].toString(), QStringLiteral("Ben"));
    QCOMPARE(one["signOff"].toObject()["asserted"].toBool(), true);
    const QByteArray people = cli({"questions", "quarry.countercheck"}).out;
    for (const char* words : {"verdict disputed", "three or four", "asserted only", "Contradiction", "✕"})
        QVERIFY2(people.contains(words), words);
}

void TstCliCase::editsAreAcknowledged() {
    makeCase();
    const QString key = question()["key"].toString();
    const Outcome outcome = cli({"edit", "quarry.countercheck", "--as", "Ada", "--jsonl"},
                                edit({{"edit", "note"}, {"question", key}, {"text", "called the mayor"}}) + "\n" +
                                    "no JSON\n" + edit({{"edit", "undo"}}) + edit({{"edit", "redo"}}));
    QCOMPARE(outcome.code, 1);
    QCOMPARE(outcome.lines().size(), 4);
    int last = 0;
    for (const int at : {0, 2, 3}) {
        const QJsonObject answer = outcome.object(at);
        QCOMPARE(answer.keys(), QStringList({"hash", "record"}));
        QCOMPARE(answer["hash"].toString().size(), 64);
        QVERIFY(answer["record"].toInt() > last);
        last = answer["record"].toInt();
    }
    QCOMPARE(outcome.object(1).keys(), QStringList({"error"}));
    QVERIFY(outcome.object(1)["error"].toString().contains(QLatin1String("line 3")));
}

void TstCliCase::refusedEdits_data() {
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<QByteArray>("by");
    const auto row = [](const char* name, QByteArray fields, QByteArray by = "Ada") {
        QTest::newRow(name) << fields << by;
    };
    row("unknown edit", R"({"edit":"approve","question":KEY})");
    row("no edit", R"({"question":KEY})");
    row("unknown question", R"({"edit":"verdict","question":"no such","state":"disputed"})");
    row("unknown state", R"({"edit":"verdict","question":KEY,"state":"maybe"})");
    row("own work signed off", R"({"edit":"sign-off","question":KEY})");
    row("missing exhibit", R"({"edit":"evidence","question":KEY,"file":"no-such.png"})");
    row("a folder as exhibit", R"({"edit":"evidence","question":KEY,"file":"."})");
    row("unknown role", R"({"edit":"person","name":"Cy","role":"king"})");
    row("array", R"([])");
}

void TstCliCase::refusedEdits() {
    QFETCH(QByteArray, fields);
    QFETCH(QByteArray, by);
    makeCase();
    const QString key = question()["key"].toString();
    QVERIFY(cli({"edit", "quarry.countercheck", "--as", "Ada", "--jsonl"},
                edit({{"edit", "verdict"}, {"question", key}, {"state", "disputed"}, {"note", ""}}))
                .code == 0);
    const QByteArray before = cli({"log", "quarry.countercheck", "--jsonl"}).out;
    QByteArray quoted = QJsonDocument(QJsonArray{key}).toJson(QJsonDocument::Compact);
    quoted = quoted.mid(1, quoted.size() - 2);
    const Outcome outcome = cli({"edit", "quarry.countercheck", "--as", QString::fromUtf8(by), "--jsonl"},
                                fields.replace("KEY", quoted) + "\n");
    QCOMPARE(outcome.code, 1);
    QCOMPARE(outcome.lines().size(), 1);
    QVERIFY(!outcome.object()["error"].toString().isEmpty());
    QCOMPARE(cli({"log", "quarry.countercheck", "--jsonl"}).out, before);
}

void TstCliCase::anEditIsOnDiskWhenItIsAcknowledged() {
    makeCase();
    const QString key = question()["key"].toString();
    QProcess child;
    child.setWorkingDirectory(folder_->path());
    child.start(QStringLiteral(COUNTERCHECK_CLI), {"edit", "quarry.countercheck", "--as", "Ada", "--jsonl"});
    QVERIFY(child.waitForStarted());
    QByteArray hash;
    for (int i = 0; i < 5; ++i) {
        child.write(edit({{"edit", "note"}, {"question", key}, {"text", QStringLiteral("note %1").arg(i)}}));
        while (!child.canReadLine())
            QVERIFY(child.waitForReadyRead(30'000));
        hash = QJsonDocument::fromJson(child.readLine()).object()["hash"].toString().toLatin1();
        QCOMPARE(hash.size(), 64);
    }
    child.kill(); // SIGKILL: nothing can be tidied up
    child.waitForFinished();
    const Outcome log = cli({"log", "quarry.countercheck", "--jsonl"});
    QVERIFY(log.lines().last().contains(hash));
    QVERIFY(log.lines().last().contains("note 4"));
    QCOMPARE(cli({"verify", "quarry.countercheck"}).code, 0);
}

void TstCliCase::evidenceIsTakenIn() {
    makeCase();
    const QString key = question()["key"].toString();
    QDir(folder_->path()).mkdir(QStringLiteral("scans"));
    const QByteArray bytes("\x89PNG\0 not really", 15);
    write("scans/list.png", bytes);
    const Outcome outcome = cli({"edit", "quarry.countercheck", "--as", "Ada", "--jsonl"},
                                edit({{"edit", "evidence"}, {"question", key}, {"file", "scans/list.png"}}));
    QVERIFY2(outcome.code == 0, outcome.out.constData());
    const QByteArray log = cli({"log", "quarry.countercheck", "--jsonl"}).lines().last();
    QVERIFY(log.contains(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex()));
    QVERIFY(log.contains("list.png") && !log.contains("scans/"));
}

void TstCliCase::theLogIsAChain() {
    makeCase();
    const Outcome outcome = cli({"log", "quarry.countercheck", "--jsonl"});
    QCOMPARE(outcome.code, 0);
    QVERIFY(outcome.lines().size() >= 4);
    QString previous;
    for (int i = 0; i < outcome.lines().size(); ++i) {
        const QJsonObject record = outcome.object(i);
        QStringList keys = record.keys();
        QCOMPARE(keys, QStringList({"after", "at", "before", "by", "edit", "hash", "previousHash", "record"}));
        QCOMPARE(record["record"].toInt(), i + 1);
        QVERIFY(record["at"].toString().endsWith(QLatin1Char('Z')));
        QCOMPARE(record["hash"].toString().size(), 64);
        if (i > 0)
            QCOMPARE(record["previousHash"].toString(), previous);
        previous = record["hash"].toString();
    }
    QCOMPARE(cli({"log", "quarry.countercheck"}).lines().size(), outcome.lines().size());
}

void TstCliCase::verifyFindsTampering() {
    makeCase();
    const int records = cli({"log", "quarry.countercheck", "--jsonl"}).lines().size();
    Outcome outcome = cli({"verify", "quarry.countercheck"});
    QCOMPARE(outcome.code, 0);
    QCOMPARE(outcome.out, "ok: " + QByteArray::number(records) + " records\n");
    // Somebody changes a name in the file, byte for byte of the same length.
    QByteArray bytes = read("quarry.countercheck");
    QVERIFY(bytes.count("Ben") > 0);
    bytes.replace("Ben", "Bob");
    write("quarry.countercheck", bytes);
    outcome = cli({"verify", "quarry.countercheck"});
    QCOMPARE(outcome.code, 1);
    QCOMPARE(outcome.out.count('\n'), 1);
    QVERIFY(!outcome.out.startsWith("ok"));
}

void TstCliCase::exportWritesWholeFiles() {
    makeCase();
    write("old.html", "old");
    QFile::setPermissions(folder_->filePath(QStringLiteral("old.html")), QFile::ReadOwner | QFile::WriteOwner);
    QCOMPARE(cli({"export", "quarry.countercheck", "--format", "html", "--output", "old.html"}).code, 0);
    const QByteArray page = read("old.html");
    QVERIFY(page.startsWith("<!DOCTYPE html>") || page.startsWith("<!doctype html>"));
    QVERIFY(page.contains("</html>"));
    QCOMPARE(QFile::permissions(folder_->filePath(QStringLiteral("old.html"))) & QFile::ReadOther,
             QFile::Permissions());
    QCOMPARE(cli({"export", "quarry.countercheck", "--format=csv", "--output=all.csv", "--include-unsigned"}).code, 0);
    QVERIFY(read("all.csv").count('\n') > 4);
    const QByteArray out = cli({"export", "quarry.countercheck", "--format", "csv", "--output", "-"}).out;
    QCOMPARE(out.count('\n'), 1); // nobody has signed anything: the names of the columns
    QVERIFY(read("all.csv").startsWith(out));
    // Nothing half-written is left beside them.
    QCOMPARE(QDir(folder_->path()).entryList({QStringLiteral(".countercheck-*")}, QDir::Files | QDir::Hidden),
             QStringList());
}

/// Every format says what was signed, also after the case went on; a changed digit and a revoked sign-off are found.
void TstCliCase::summariesSayWhatWasSigned() {
    makeCase();
    const QString key = question()["key"].toString();
    QVERIFY(cli({"key", "ben.key", "--unprotected"}).code == 0);
    const QByteArray verdict = edit({{"edit", "verdict"}, {"question", key}, {"state", "disputed"}, {"note", "n"}});
    QCOMPARE(cli({"edit", "quarry.countercheck", "--as", "Ada", "--jsonl"}, verdict).code, 0);
    QCOMPARE(cli({"edit", "quarry.countercheck", "--as", "Ben", "--key", "ben.key", "--jsonl"},
                 edit({{"edit", "sign-off"}, {"question", key}}))
                 .code,
             0);
    const QStringList formats = {"html", "pdf",  "odt",         "docx",        "md",    "txt",          "csv",
                                 "xlsx", "json", "claimreview", "annotations", "ninjs", "side-by-side", "sheet"};
    for (const QString& format : formats)
        for (const QString& language : {QStringLiteral("en"), QStringLiteral("fr")}) {
            const QString file = QStringLiteral("out-%1-%2").arg(format, language);
            Outcome outcome =
                cli({"export", "quarry.countercheck", "--format", format, "--language", language, "--output", file});
            QVERIFY2(outcome.code == 0, outcome.error.constData());
            outcome = cli({"verify-summary", file, "quarry.countercheck"});
            QVERIFY2(outcome.code == 0, (format.toUtf8() + ": " + outcome.out + outcome.error).constData());
            QVERIFY(outcome.out.startsWith("ok: 1 line as signed off"));
        }
    QByteArray changed = read("out-html-en");
    QVERIFY(changed.contains("Between 3 and 4 workers were abducted"));
    write("changed.html", QByteArray(changed).replace("Between 3 and 4", "Between 3 and 5"));
    Outcome outcome = cli({"verify-summary", "changed.html", "quarry.countercheck"});
    QCOMPARE(outcome.code, 1);
    QVERIFY2(outcome.out.contains("Between 3 and 5") && outcome.out.contains("Between 3 and 4"),
             outcome.out.constData());

    // The case goes on, with an article that has nothing to do with it.
    write("c.txt", "Five lorries were burned in the harbour of Lund on Friday, a driver said.\n");
    QCOMPARE(cli({"import", "quarry.countercheck", "c.txt", "--as", "Ada"}).code, 0);
    for (const QString& format : formats) {
        outcome = cli({"verify-summary", QStringLiteral("out-%1-en").arg(format), "quarry.countercheck"});
        QVERIFY2(outcome.code == 0, (format.toUtf8() + ": " + outcome.out + outcome.error).constData());
    }
    QCOMPARE(cli({"edit", "quarry.countercheck", "--as", "Ben", "--jsonl"},
                 edit({{"edit", "revoke"}, {"question", key}, {"reason", "the mayor called"}}))
                 .code,
             0);
    outcome = cli({"verify-summary", "out-pdf-fr", "quarry.countercheck"});
    QCOMPARE(outcome.code, 1);
    QVERIFY2(outcome.out.contains("the mayor called"), outcome.out.constData());
    QCOMPARE(cli({"verify-summary", "gone.html", "quarry.countercheck"}).code, 2);
}

void TstCliCase::exportLeavesTheOldFileWhenItFails() {
    makeCase();
    for (const char* place : {"no-such-folder/x.html", "."}) {
        const Outcome outcome =
            cli({"export", "quarry.countercheck", "--format", "html", "--output", QLatin1String(place)});
        QCOMPARE(outcome.code, 2);
        QCOMPARE(outcome.error.count('\n'), 1);
        QVERIFY(outcome.error.contains(place));
    }
}

void TstCliCase::casesThatCannotBeOpened_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("text") << QByteArray("Three workers were abducted.\n");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("another database") << QByteArray("SQLite format 3\0", 16) + QByteArray(4096, '\0');
}

void TstCliCase::casesThatCannotBeOpened() {
    QFETCH(QByteArray, bytes);
    const QList<QStringList> commands = {{"questions", "odd.countercheck", "--json"},
                                         {"log", "odd.countercheck", "--jsonl"},
                                         {"verify", "odd.countercheck"},
                                         {"edit", "odd.countercheck", "--as", "Ada", "--jsonl"},
                                         {"export", "odd.countercheck", "--format", "csv", "--output", "x.csv"}};
    write("odd.countercheck", bytes);
    for (const QStringList& command : commands) {
        const Outcome outcome = cli(command);
        QCOMPARE(outcome.code, 2);
        QCOMPARE(outcome.error.count('\n'), 1);
        QVERIFY2(outcome.error.contains("odd.countercheck"), outcome.error.constData());
        QCOMPARE(read("odd.countercheck"), bytes);
    }
    QVERIFY(!QFile::exists(folder_->filePath(QStringLiteral("x.csv"))));
}

QTEST_GUILESS_MAIN(TstCliCase)
#include "tst_cli_case.moc"
