// SPDX-License-Identifier: GPL-3.0-or-later
// The command line on a shared case: wherever a command takes CASE, an address does.
#include "tests/app/program.h"
#include "tests/share/newsroom.h"

#include <QFile>
#include <QJsonArray>

using countercheck::test::run;
using namespace newsroom;

class TestSharedCli : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void aCaseFromImportToExport();
    void decisionsWaitForTheServer();
    void whatCannotBe_data();
    void whatCannotBe();

private:
    QString uri(const char* login, const char* caseName, const char* more = "") const {
        return QString::fromStdString(room_->uri(login, caseName, more));
    }
    QString file(const char* name, const char* content) const {
        QFile made(room_->path(QLatin1String(name)));
        (void)made.open(QIODevice::WriteOnly);
        made.write(content);
        return made.fileName();
    }
    void desk(const char* name) const {
        qputenv("COUNTERCHECK_SHARED_FOLDER", room_->path(QLatin1String(name)).toUtf8());
    }
    std::unique_ptr<Newsroom> room_;
};

void TestSharedCli::initTestCase() {
    room_ = std::make_unique<Newsroom>();
    QVERIFY2(room_->up(), room_->problem.constData());
}

void TestSharedCli::aCaseFromImportToExport() {
    desk("edgar");
    const QString a = file("a.txt", "Three people were kidnapped in Kayes on Monday, the governor said.\n");
    const QString b = file("b.txt", "Four people were kidnapped in Kayes on Monday, a union said.\n");
    const QString edgars = uri("edgar", "kayes"), chloes = uri("chloe", "kayes");
    auto outcome = run({QStringLiteral("import"), edgars, a, b});
    QCOMPARE(outcome.error, QByteArray());
    QCOMPARE(outcome.code, 0);
    outcome = run(
        {QStringLiteral("edit"), edgars, QStringLiteral("--as"), QStringLiteral("Edgar"), QStringLiteral("--jsonl")},
        R"({"edit":"person","name":"Edgar","role":"editor"})");
    QCOMPARE(outcome.error, QByteArray());
    QVERIFY(!outcome.object()[QStringLiteral("hash")].toString().isEmpty());

    desk("chloe");
    outcome = run({QStringLiteral("questions"), chloes, QStringLiteral("--json")});
    QCOMPARE(outcome.error, QByteArray());
    QString key;
    for (const auto& one : QJsonDocument::fromJson(outcome.out).object()[QStringLiteral("questions")].toArray())
        if (one.toObject()[QStringLiteral("status")] == QLatin1String("contradiction"))
            key = one.toObject()[QStringLiteral("key")].toString();
    QVERIFY2(!key.isEmpty(), outcome.out.left(400).constData());
    const QByteArray edits = R"({"edit":"person","name":"Chloe","role":"checker"})"
                             "\n"
                             R"({"edit":"verdict","question":")" +
                             key.toUtf8() +
                             R"(","state":"disputed","note":"two counts"})"
                             "\n"
                             R"({"edit":"sign-off","question":")" +
                             key.toUtf8() + R"("})";
    outcome = run(
        {QStringLiteral("edit"), chloes, QStringLiteral("--as"), QStringLiteral("Chloe"), QStringLiteral("--jsonl")},
        edits);
    QCOMPARE(outcome.code, 1);
    QCOMPARE(outcome.lines().size(), 3);
    QVERIFY(outcome.object(2)[QStringLiteral("error")].toString().contains(QStringLiteral("checker")));

    desk("edgar");
    outcome = run(
        {QStringLiteral("edit"), edgars, QStringLiteral("--as"), QStringLiteral("Edgar"), QStringLiteral("--jsonl")},
        R"({"edit":"sign-off","question":")" + key.toUtf8() + R"("})");
    QCOMPARE(outcome.out.contains("\"hash\""), true);
    outcome = run({QStringLiteral("log"), edgars, QStringLiteral("--jsonl")});
    QList<QByteArray> by;
    for (int i = 0; i < outcome.lines().size(); ++i) {
        by << outcome.object(i)[QStringLiteral("by")].toString().toUtf8();
        QVERIFY(outcome.object(i)[QStringLiteral("edit")] != QLatin1String("merge"));
    }
    QVERIFY(by.contains("Chloe") && by.contains("Edgar"));
    outcome = run({QStringLiteral("verify"), edgars});
    QCOMPARE(outcome.out, "ok: " + QByteArray::number(by.size()) + " records\n");
    outcome = run({QStringLiteral("search"), chloes, QStringLiteral("union")});
    QCOMPARE(outcome.lines().size(), 1);
    QVERIFY(outcome.out.contains("«union»"));
    desk("vera");
    const QString summary = room_->path(QStringLiteral("summary.html"));
    outcome = run({QStringLiteral("export"), uri("vera", "kayes"), QStringLiteral("--format"), QStringLiteral("html"),
                   QStringLiteral("--output"), summary});
    QCOMPARE(outcome.error, QByteArray());
    QVERIFY(QFile::exists(summary));
    const QString back = room_->path(QStringLiteral("back.countercheck"));
    outcome = run({QStringLiteral("unshare"), uri("vera", "kayes"), back});
    QCOMPARE(outcome.code, 0);
    outcome = run({QStringLiteral("verify"), back});
    QVERIFY(outcome.out.startsWith("ok: "));
    // And to the server again, under another name.
    desk("hana");
    outcome = run({QStringLiteral("share"), back, uri("hana", "kayes%20again")});
    QCOMPARE(outcome.error, QByteArray());
    outcome = run({QStringLiteral("verify"), uri("hana", "kayes%20again")});
    QCOMPARE(outcome.out, "ok: " + QByteArray::number(by.size()) + " records\n");
}

void TestSharedCli::decisionsWaitForTheServer() {
    desk("edgar");
    const QString edgars = uri("edgar", "kayes");
    room_->run({QStringLiteral("kill")});
    auto outcome = run(
        {QStringLiteral("edit"), edgars, QStringLiteral("--as"), QStringLiteral("Edgar"), QStringLiteral("--jsonl")},
        R"({"edit":"title","title":"while the server is down"})");
    QVERIFY(outcome.out.contains("\"hash\""));
    QVERIFY2(outcome.error.contains("not yet shared"), outcome.error.constData());
    QVERIFY2(outcome.error.contains("copy on this machine"), outcome.error.constData());
    room_->run({QStringLiteral("start")});
    QCOMPARE(run({QStringLiteral("verify"), edgars}).lines().size(), 2); // one is not yet shared
    QCOMPARE(run({QStringLiteral("questions"), edgars}).error, QByteArray());
    QCOMPARE(run({QStringLiteral("verify"), edgars}).lines().size(), 1);
    QCOMPARE(room_->sql("SELECT count(*) FROM countercheck.record WHERE after LIKE '%while the server is down%'"),
             QByteArray("1"));
}

void TestSharedCli::whatCannotBe_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("says");
    const auto add = [](const char* what, const QStringList& arguments, const char* says) {
        QTest::newRow(what) << arguments << QByteArray(says);
    };
    const QString secret = QStringLiteral("postgresql://ana:geheim@localhost/news?case=x");
    add("a password in the address", {QStringLiteral("questions"), secret}, "password");
    add("a password in the address, to verify", {QStringLiteral("verify"), secret}, "password");
    add("no case named", {QStringLiteral("questions"), QStringLiteral("postgresql://localhost/news")}, "?case=NAME");
    add("nobody there", {QStringLiteral("questions"), QStringLiteral("postgresql://localhost:1/news?case=x")},
        "refused");
    add("no encryption to elsewhere",
        {QStringLiteral("log"), QStringLiteral("postgresql://db.example.org/news?case=x&sslmode=disable")},
        "sslmode=disable");
}

void TestSharedCli::whatCannotBe() {
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, says);
    desk("nobody");
    const auto outcome = run(arguments);
    QCOMPARE(outcome.code, 2);
    QCOMPARE(outcome.error.count('\n'), 1);
    QVERIFY2(outcome.error.contains(says), outcome.error.constData());
    QVERIFY(!outcome.error.contains("geheim") && !outcome.out.contains("geheim"));
    // No such case on a server that is there: its others are named.
    const auto wrong = run({QStringLiteral("questions"), uri("vera", "kaies")});
    QCOMPARE(wrong.code, 2);
    QVERIFY2(wrong.error.contains("kayes"), wrong.error.constData());
}

QTEST_GUILESS_MAIN(TestSharedCli)
#include "tst_sharedcli.moc"
