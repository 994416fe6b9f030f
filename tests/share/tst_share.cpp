// SPDX-License-Identifier: GPL-3.0-or-later
// Shared cases on a real PostgreSQL: what one decides the others have; nothing is lost or doubled whatever happens to
// server and network; the database lets nobody do what their role does not allow, whatever a client says.
#include "core/share/seeker.h"
#include "tests/share/newsroom.h"

#include <filesystem>
#include <fstream>
#include <set>
#include <thread>

using namespace samples;
using namespace newsroom;

/// The copy and the server are the same; else says why not.
#define SETTLED(desk)                                                                                                  \
    QVERIFY2((desk).settle(), ((desk).name + ": " + (desk).link->standing().words + ", waiting " +                     \
                               std::to_string((desk).link->standing().waiting))                                        \
                                  .c_str())

class TestShare : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void addresses_data();
    void addresses();
    void decisionsReachTheOthers();
    void aFileIsSharedAndComesBack();
    void theDatabaseDecidesWhoMay_data();
    void theDatabaseDecidesWhoMay();
    void nothingIsChangedOrDeleted();
    void aPersonIsToldBefore();
    void theServerIsStruckDownInTheMiddle();
    void connectionsAreCutInTheMiddle();
    void anOlderBackupIsRestored();
    void whatTheServerRefusesIsListed();
    void anOlderClientOnlyReads();
    void tamperingOnTheServerIsNoticed();
    void aCopyThatWasSetBackIsAnotherDesk();
    void theServerSearches();
    void anOlderServerIsBroughtUp();
    void awayFromThisMachineOnlyWithACertificate();

private:
    std::string error(const std::string& login, const std::string& sql) const;
    std::unique_ptr<Newsroom> room_;
};

void TestShare::initTestCase() {
    room_ = std::make_unique<Newsroom>();
    QVERIFY2(room_->up(), room_->problem.constData());
}

/// What the database says to a statement of that login: its code; empty when it was done.
std::string TestShare::error(const std::string& login, const std::string& sql) const {
    try {
        share::Connection connection(room_->address(login, {}), {});
        connection.run("SET countercheck.client = '2'");
        connection.run(sql);
        return {};
    } catch (const share::Fault& fault) {
        return fault.state.empty() ? fault.what() : fault.state;
    }
}

void TestShare::addresses_data() {
    QTest::addColumn<QString>("uri");
    QTest::addColumn<QString>("says"); // in the refusal; empty: taken
    QTest::addColumn<QString>("mode"); // sslmode that libpq is given
    const auto add = [](const char* uri, const char* says, const char* mode) {
        QTest::newRow(uri) << QString::fromUtf8(uri) << QString::fromUtf8(says) << QString::fromUtf8(mode);
    };
    add("postgresql://ana@db.example.org/news?case=Mali", "", "verify-full");
    add("postgresql://ana@db.example.org/news?case=Mali&sslmode=verify-ca", "", "verify-ca");
    add("postgresql://ana@db.example.org/news?case=Mali&sslmode=require", "sslmode=require", "");
    add("postgresql://ana@db.example.org/news?case=Mali&sslmode=disable", "sslmode=disable", "");
    add("postgresql://ana@db.example.org/news?sslmode=prefer&case=Mali", "sslmode=prefer", "");
    add("postgresql://ana@localhost/news?case=Mali", "", "");
    add("postgresql://ana@127.0.0.1:5433/news?case=Mali&sslmode=disable", "", "disable");
    add("postgresql://ana@[::1]/news?case=Mali", "", "");
    add("postgresql://%2Frun%2Fpostgresql/news?case=Mali", "", "");
    add("postgres://localhost,db.example.org/news?case=Mali&sslmode=disable", "sslmode=disable", "");
    add("postgresql://localhost/news?case=Mali&hostaddr=192.0.2.7&sslmode=disable", "sslmode=disable", "");
    add("postgresql://127.example.org/news?case=Mali&sslmode=disable", "sslmode=disable", "");
    add("postgresql:///news?service=newsroom&case=Mali", "", "verify-full");
    add("postgresql://ana:secret@localhost/news?case=Mali", "password", "");
    add("postgresql://ana@localhost/news?case=Mali&password=secret", "password", "");
    add("postgresql://ana@localhost/news?case=Mali&nonsense=1", "cannot be read", "");
    add("postgresql://ana:secret@localhost/news?nonsense=1", "cannot be read", "");
    add("http://localhost/news?case=Mali", "no address", "");
    add("postgresql://localhost/news?case=%ZZ", "name of the case", "");
}

void TestShare::addresses() {
    QFETCH(QString, uri);
    QFETCH(QString, says);
    QFETCH(QString, mode);
    const auto read = share::Address::tryFrom(uri.toStdString());
    const QString words = QString::fromStdString(message(read));
    if (!says.isEmpty()) {
        QVERIFY2(words.contains(says), qPrintable(words));
        QVERIFY2(!words.contains(QStringLiteral("secret")), "a password never comes back in a message");
        return;
    }
    QCOMPARE(words, QString());
    const auto& address = std::get<share::Address>(read);
    QCOMPARE(address.caseName, std::string("Mali"));
    QCOMPARE(QString::fromStdString(address.value("sslmode")), mode);
    QVERIFY(address.value("case").empty());
}

void TestShare::decisionsReachTheOthers() {
    Desk ben(*room_, "edgar", "Edgar", "reach", true);
    SETTLED(ben);
    QCOMPARE(ben.link->standing().me.person, std::string("Edgar"));
    QCOMPARE(ben.link->standing().me.role, std::string("editor"));
    QCOMPARE(ben.decide(dossier::SetPerson{{"Edgar", dossier::Role::Editor, {}}}), std::string());
    fill(*ben.file, "Edgar");
    SETTLED(ben);

    std::atomic<int> arrivals = 0;
    Desk ada(*room_, "chloe", "Chloe", "reach", false, {}, [&](bool arrived) { arrivals += arrived ? 1 : 0; });
    SETTLED(ada);
    QCOMPARE(ada.file->snapshot()->articles.size(), std::size_t(2));
    QVERIFY(ada.file->comparisonStale()); // derived results are made where one sits
    DONE(ada.file->setComparison(results()));
    QCOMPARE(ada.decide(dossier::SetPerson{{"Chloe", dossier::Role::Checker, {}}}), std::string());
    QCOMPARE(ada.decide(dossier::SetVerdict{taken, dossier::VerdictState::Disputed, "two counts", {}, {}}),
             std::string());
    // Nobody asks: the server tells.
    QTRY_VERIFY_WITH_TIMEOUT(ben.file->snapshot()->decisionsOf(taken).verdict.has_value(), 30000);
    QCOMPARE(ben.file->snapshot()->decisionsOf(taken).verdict->stamp.by, std::string("Chloe"));
    const int before = arrivals;
    QCOMPARE(ben.decide(dossier::SignOffFigure{taken, nullptr}), std::string());
    QTRY_VERIFY_WITH_TIMEOUT(ada.file->snapshot()->decisionsOf(taken).signOff.has_value(), 30000);
    QTRY_VERIFY_WITH_TIMEOUT(arrivals > before, 30000); // told after it is in the file
    QTRY_COMPARE_WITH_TIMEOUT(ben.link->standing().waiting, std::uint64_t(0), 30000);
    SETTLED(ada);
    SETTLED(ben);
    QCOMPARE(ada.hashes(), ben.hashes());
    DONE(ada.file->verify());
    const auto sound = share::verifyShared(room_->address("vera", "reach"));
    DONE(sound);
    QCOMPARE(std::get<share::Verified>(sound).records, std::uint64_t(ada.hashes().size()));
}

void TestShare::aFileIsSharedAndComesBack() {
    const std::string path = room_->path(QStringLiteral("local.countercheck")).toStdString();
    const std::shared_ptr<const dossier::Signer> key = dossier::Signer::generate();
    {
        auto opened = store::CaseFile::open(path, store::OpenMode::CreateOrOpen);
        auto& file = *std::get<0>(opened);
        DONE(file.apply(dossier::SetPerson{{"Ada", dossier::Role::Checker, {}}}, "Ada"));
        DONE(file.apply(dossier::SetPerson{{"Ben", dossier::Role::Editor, key->publicKey()}}, "Ben"));
        fill(file, "Ada");
        DONE(file.apply(dossier::SetVerdict{taken, dossier::VerdictState::Disputed, "two counts", {}, {}}, "Ada"));
        DONE(file.apply(dossier::AddEvidence{taken, "list.pdf", std::string("%PDF\0\xff bytes", 12), "the list", {}},
                        "Ada"));
        DONE(file.apply(dossier::SignOffFigure{taken, key}, "Ben"));
        DONE(file.apply(dossier::AddNote{men, "called the mayor"}, "Ada"));
        DONE(file.apply(dossier::Undo{}, "Ada"));
    }
    const auto linesOf = [](const std::string& of) {
        std::vector<std::string> lines;
        auto opened = store::CaseFile::open(of, store::OpenMode::ReadOnly);
        if (const auto* file = std::get_if<0>(&opened))
            (*file)->log([&](const dossier::Record& record) {
                lines.push_back(std::to_string(record.id.value) + record.at + record.by + record.edit + record.before +
                                record.after + record.previousHash + record.hash);
                return true;
            });
        return lines;
    };
    const auto before = linesOf(path);
    QCOMPARE(before.size(), std::size_t(9));

    qputenv("COUNTERCHECK_SHARED_FOLDER", room_->path(QStringLiteral("hana's copies")).toUtf8());
    // Others' decisions are in it: only a head of desk brings them in.
    const auto refused = share::shareFile(path, room_->address("edgar", "there"));
    QVERIFY2(QString::fromStdString(message(refused)).contains(QStringLiteral("only a head of desk")),
             message(refused).c_str());
    QVERIFY(!std::filesystem::exists(share::cachePath(room_->address("edgar", "there"), 1)));
    const auto shared = share::shareFile(path, room_->address("hana", "there"));
    DONE(shared);
    QVERIFY(!message(share::shareFile(path, room_->address("hana", "there"))).empty());
    QCOMPARE(linesOf(path), before);
    // Somebody else, elsewhere, makes a file of it.
    qputenv("COUNTERCHECK_SHARED_FOLDER", room_->path(QStringLiteral("vera's copies")).toUtf8());
    const std::string back = room_->path(QStringLiteral("back.countercheck")).toStdString();
    const auto unshared = share::unshareInto(room_->address("vera", "there"), back);
    DONE(unshared);
    QCOMPARE(linesOf(back), before);
    auto opened = store::CaseFile::open(back, store::OpenMode::ReadWrite);
    DONE(opened);
    auto& file = *std::get<0>(opened);
    DONE(file.verify());
    DONE(file.setComparison(results()));
    const auto decisions = file.snapshot()->decisionsOf(taken);
    QVERIFY(decisions.signOff && !decisions.signOff->asserted && !decisions.revoked);
    QCOMPARE(message(file.blob(decisions.evidence.at(0).sha256)), std::string());
    DONE(file.apply(dossier::AddNote{taken, "one goes on in it"}, "Ada")); // nothing of the server holds it back
    const auto sound = share::verifyShared(room_->address("vera", "there"));
    DONE(sound);
    QCOMPARE(std::get<share::Verified>(sound).missing, std::uint64_t(0));
}

/// A statement that adds a record with a right hash, as a client could that does not keep to the rules.
static std::string forged(const std::string& caseName, const std::string& by, const std::string& edit,
                          const std::string& after, const std::string& more = {}) {
    dossier::Record record;
    record.id.value = 77;
    record.at = "2026-02-01T10:00:00.000Z";
    record.by = by;
    record.edit = edit;
    record.before = "{}";
    record.after = after;
    record.hash = more == "hash" ? std::string(64, 'a') : dossier::recordHash(record);
    return "INSERT INTO countercheck.record (case_id, number, at, maker, edit, before, after, previous_hash, hash, "
           "previous, "
           "knows, target, desk, desk_previous) SELECT id, 77, '" +
           record.at + "', '" + by + "', '" + edit + "', '{}', '" + after + "', '', '" + record.hash +
           "', '', '{}', '', md5('" + by + edit + after + "'), '" + (more == "desk" ? std::string(64, 'b') : "") +
           "' FROM countercheck.shared_case WHERE name = '" + caseName + "'";
}

void TestShare::theDatabaseDecidesWhoMay_data() {
    QTest::addColumn<QString>("login");
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("code"); // empty: it may
    const auto add = [](const char* what, const char* login, const std::string& sql, const char* code) {
        QTest::newRow(what) << QString::fromLatin1(login) << QString::fromStdString(sql) << QString::fromLatin1(code);
    };
    const std::string note = R"({"subject":"s","question":"s","label":"l","notes":{}})";
    const std::string sign = R"({"subject":"s","question":"s","label":"l","signOff":{"by":"Chloe"}})";
    add("a viewer adds nothing", "vera", forged("may", "Vera", "note", note), "42501");
    add("a viewer keeps no material", "vera",
        "INSERT INTO countercheck.material (sha256, bytes) VALUES (encode(sha256('x'), 'hex'), 'x')", "42501");
    add("a viewer reads", "vera", "SELECT count(*) FROM countercheck.record", "");
    add("a stranger to the roles is not one of them", "vera", "SET ROLE countercheck_head", "42501");
    add("a checker notes", "chloe", forged("may", "Chloe", "note", note), "");
    add("a checker does not sign off", "chloe", forged("may", "Chloe", "sign-off", sign), "YC002");
    add("not under another name of the edit", "chloe", forged("may", "Chloe", "note", sign), "YC002");
    add("not with the member written otherwise", "chloe",
        forged("may", "Chloe", "note", R"({"subject":"s","sign\u004fff":{"by":"Chloe"}})"), "YC002");
    add("not hidden behind a member of the same name", "chloe",
        forged("may", "Chloe", "note", R"({"signOff":{"by":"Chloe"},"signOff":null})"), "YC003");
    add("not by undoing", "chloe", forged("may", "Chloe", "undo", R"({"undoes":3,"subject":"s","takenBack":null})"),
        "YC002");
    add("nor sends back", "chloe", forged("may", "Chloe", "send-back", note), "YC002");
    add("nobody goes by another name", "chloe", forged("may", "Edgar", "note", note), "YC005");
    add("an editor neither", "edgar", forged("may", "Chloe", "note", note + " "), "YC005");
    add("an editor signs off", "edgar", forged("may", "Edgar", "sign-off", sign), "");
    add("a head brings in what others made", "hana", forged("may", "Ada", "note", note), "");
    add("nobody gives themselves a role", "chloe",
        forged("may", "Chloe", "person", R"({"person":{"name":"Chloe","role":"editor"}})"), "YC002");
    add("or others one", "edgar", forged("may", "Edgar", "person", R"({"person":{"name":"Chloe","role":"editor"}})"),
        "YC002");
    add("their own they may name", "chloe",
        forged("may", "Chloe", "person", R"({"person":{"name":"Chloe","role":"checker"}})"), "");
    add("no role is no role", "chloe", forged("may", "Chloe", "person", R"({"person":{"name":"Chloe"}})"), "YC002");
    add("a hash is that of the record", "chloe", forged("may", "Chloe", "note", note + "\n", "hash"), "YC003");
    add("merges stay in their copies", "hana", forged("may", "Hana", "merge", note), "YC003");
    add("no object", "chloe", forged("may", "Chloe", "note", "[1]"), "YC003");
    add("no JSON", "chloe", forged("may", "Chloe", "note", "{"), "YC003");
    add("a desk goes on from what it sent", "chloe", forged("may", "Chloe", "note", "{}", "desk"), "YC001");
    add("an exhibit comes with its bytes", "chloe",
        forged("may", "Chloe", "evidence",
               R"({"subject":"s","evidence":{"7":{"sha256":")" + std::string(64, 'c') + "\"}}}"),
        "YC006");
    add("bytes have the hash that they go by", "chloe",
        "INSERT INTO countercheck.material (sha256, bytes) VALUES (repeat('d', 64), 'x')", "23514");
    add("the server gives the positions", "hana",
        "INSERT INTO countercheck.record (case_id, position) SELECT id, 1 FROM countercheck.shared_case", "42501");
    add("a checker makes no case", "chloe", "SELECT countercheck.make_case('mine')", "42501");
    add("nobody writes the table of people", "hana", "INSERT INTO countercheck.person VALUES ('hana', 'Edgar')",
        "42501");
    add("an old client writes nothing", "chloe",
        "SET countercheck.client = '1'; " + forged("may", "Chloe", "note", R"({"x":1})"), "YC004");
}

void TestShare::theDatabaseDecidesWhoMay() {
    QFETCH(QString, login);
    QFETCH(QString, sql);
    QFETCH(QString, code);
    if (room_->sql("SELECT count(*) FROM countercheck.shared_case WHERE name = 'may'") == "0")
        QCOMPARE(error("edgar", "SELECT countercheck.make_case('may')"), std::string());
    QCOMPARE(QString::fromStdString(error(login.toStdString(), sql.toStdString())), code);
    // What was taken is taken once: sent again it is passed over without a word.
    if (code.isEmpty() && sql.startsWith(QStringLiteral("INSERT"))) {
        const QByteArray count = room_->sql("SELECT count(*) FROM countercheck.record");
        QCOMPARE(error(login.toStdString(), sql.toStdString()), std::string());
        QCOMPARE(room_->sql("SELECT count(*) FROM countercheck.record"), count);
    }
}

void TestShare::nothingIsChangedOrDeleted() {
    QVERIFY(room_->sql("SELECT count(*) FROM countercheck.record").toInt() > 0);
    for (const char* statement :
         {"UPDATE countercheck.record SET maker = 'Eve'", "DELETE FROM countercheck.record",
          "TRUNCATE countercheck.record", "UPDATE countercheck.material SET bytes = 'x'",
          "DELETE FROM countercheck.material", "TRUNCATE countercheck.material CASCADE",
          "UPDATE countercheck.shared_case SET records = 0",
          "UPDATE countercheck.shared_case SET records = records + 1", "DELETE FROM countercheck.shared_case"}) {
        QCOMPARE(error("hana", statement), std::string("42501"));
        // Not even the owner of the tables, short of taking the triggers away.
        room_->sql(statement);
        QVERIFY2(room_->problem.contains("only"), (statement + std::string(": ") + room_->problem.constData()).c_str());
    }
}

void TestShare::aPersonIsToldBefore() {
    Desk edgar(*room_, "edgar", "Edgar", "told", true);
    SETTLED(edgar);
    QCOMPARE(edgar.decide(dossier::SetPerson{{"Edgar", dossier::Role::Editor, {}}}), std::string());
    fill(*edgar.file, "Edgar");
    QCOMPARE(edgar.decide(dossier::SetVerdict{taken, dossier::VerdictState::Disputed, "x", {}, {}}), std::string());
    SETTLED(edgar);
    Desk chloe(*room_, "chloe", "Chloe", "told");
    SETTLED(chloe);
    DONE(chloe.file->setComparison(results()));
    // She says that she is an editor: refused at her desk, and no record is made.
    const auto records = chloe.file->snapshot()->records;
    QVERIFY(!chloe.decide(dossier::SetPerson{{"Chloe", dossier::Role::Editor, {}}}).empty());
    QCOMPARE(chloe.decide(dossier::SetPerson{{"Chloe", dossier::Role::Checker, {}}}), std::string());
    QVERIFY(!chloe.decide(dossier::SignOffFigure{taken, nullptr}).empty());
    QVERIFY(!message(chloe.file->apply(dossier::AddNote{taken, "as another"}, "Edgar")).empty());
    QCOMPARE(chloe.file->snapshot()->records, records + 1);
    Desk vera(*room_, "vera", "Vera", "told");
    SETTLED(vera);
    DONE(vera.file->setComparison(results()));
    QVERIFY(QString::fromStdString(vera.decide(dossier::SetPerson{{"Vera", dossier::Role::Viewer, {}}}))
                .contains(QStringLiteral("viewer")));
    QVERIFY(vera.link->standing().phase == share::Standing::Phase::Shared);
}

void TestShare::theServerIsStruckDownInTheMiddle() {
    Desk edgar(*room_, "edgar", "Edgar", "struck", true), chloe(*room_, "chloe", "Chloe", "struck");
    SETTLED(edgar);
    QCOMPARE(edgar.decide(dossier::SetPerson{{"Edgar", dossier::Role::Editor, {}}}), std::string());
    fill(*edgar.file, "Edgar");
    SETTLED(edgar);
    SETTLED(chloe);
    DONE(chloe.file->setComparison(results()));
    QCOMPARE(chloe.decide(dossier::SetPerson{{"Chloe", dossier::Role::Checker, {}}}), std::string());
    SETTLED(chloe);
    std::atomic<bool> going = true;
    std::atomic<int> made = 0;
    const auto stream = [&](Desk& desk) {
        for (int i = 0; going; ++i) {
            if (desk.decide(dossier::AddNote{i % 2 == 0 ? taken : men, desk.name + " " + std::to_string(i)}).empty())
                ++made;
            std::this_thread::sleep_for(std::chrono::milliseconds(25));
        }
    };
    std::thread one([&] { stream(edgar); }), two([&] { stream(chloe); });
    for (int i = 0; i < 2; ++i) {
        QTest::qWait(250);
        room_->run({QStringLiteral("kill")});
        QTRY_VERIFY_WITH_TIMEOUT(edgar.link->standing().phase == share::Standing::Phase::Away, 20000);
        QTRY_VERIFY_WITH_TIMEOUT(edgar.link->standing().waiting > 0, 20000); // decided all the same
        room_->run({QStringLiteral("start")});
        QVERIFY2(room_->problem.isEmpty(), room_->problem.constData());
    }
    going = false;
    one.join();
    two.join();
    SETTLED(edgar);
    SETTLED(chloe);
    SETTLED(edgar);
    QVERIFY(made > 10);
    const auto all = edgar.hashes();
    QCOMPARE(chloe.hashes(), all);
    QCOMPARE(std::set<std::string>(all.begin(), all.end()).size(), all.size());
    QCOMPARE(all.size(), std::size_t(made) + 4); // two people, two articles
    const auto sound = share::verifyShared(room_->address("vera", "struck"));
    DONE(sound);
    QCOMPARE(std::get<share::Verified>(sound).records, std::uint64_t(all.size()));
    QCOMPARE(edgar.file->snapshot()->decisionsOf(taken).notes.size(),
             chloe.file->snapshot()->decisionsOf(taken).notes.size());
}

void TestShare::connectionsAreCutInTheMiddle() {
    Desk edgar(*room_, "edgar", "Edgar", "cut", true);
    SETTLED(edgar);
    QCOMPARE(edgar.decide(dossier::SetPerson{{"Edgar", dossier::Role::Editor, {}}}), std::string());
    fill(*edgar.file, "Edgar");
    std::atomic<bool> going = true;
    std::thread knife([&] {
        while (going) {
            room_->sql(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'countercheck'");
            std::this_thread::sleep_for(std::chrono::milliseconds(30));
        }
    });
    int made = 0;
    for (int i = 0; i < 120; ++i) {
        made += edgar.decide(dossier::AddNote{taken, "note " + std::to_string(i)}).empty() ? 1 : 0;
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    going = false;
    knife.join();
    QCOMPARE(made, 120);
    QTRY_VERIFY_WITH_TIMEOUT(edgar.settle(), 60000);
    const auto sound = share::verifyShared(room_->address("vera", "cut"));
    DONE(sound);
    QCOMPARE(std::get<share::Verified>(sound).records, std::uint64_t(123));
}

void TestShare::anOlderBackupIsRestored() {
    Newsroom room; // its own: the whole database goes back
    QVERIFY2(room.up(), room.problem.constData());
    Desk edgar(room, "edgar", "Edgar", "restored", true), chloe(room, "chloe", "Chloe", "restored");
    SETTLED(edgar);
    QCOMPARE(edgar.decide(dossier::SetPerson{{"Edgar", dossier::Role::Editor, {}}}), std::string());
    fill(*edgar.file, "Edgar");
    SETTLED(edgar);
    SETTLED(chloe);
    DONE(chloe.file->setComparison(results()));
    QCOMPARE(chloe.decide(dossier::SetPerson{{"Chloe", dossier::Role::Checker, {}}}), std::string());
    SETTLED(chloe);
    QCOMPARE(room.sql("SELECT count(*) FROM countercheck.record"), QByteArray("4"));
    room.run({QStringLiteral("backup"), room.path(QStringLiteral("backup"))});
    QVERIFY2(room.problem.isEmpty(), room.problem.constData());
    room.sql("CREATE TABLE countercheck.made_after_the_backup ()");
    for (int i = 0; i < 5; ++i) {
        QCOMPARE(edgar.decide(dossier::AddNote{taken, "after the back-up " + std::to_string(i)}), std::string());
        QCOMPARE(chloe.decide(dossier::AddEvidence{men, "list.txt", "exhibit " + std::to_string(i), "n", {}}),
                 std::string());
    }
    SETTLED(edgar);
    SETTLED(chloe);
    SETTLED(edgar);
    const auto all = edgar.hashes();
    QCOMPARE(all.size(), std::size_t(14));
    edgar.link.reset(); // one desk is closed meanwhile
    room.run({QStringLiteral("restore"), room.path(QStringLiteral("backup"))});
    QVERIFY2(room.problem.isEmpty(), room.problem.constData());
    // The other is open all the while and may already have shared again what the back-up lacks, so what tells that the
    // database went back is a table that no desk makes, not the number of records.
    QCOMPARE(room.sql("SELECT to_regclass('countercheck.made_after_the_backup') IS NULL"), QByteArray("t"));
    QTRY_VERIFY_WITH_TIMEOUT(chloe.settle(), 30000);
    edgar.connect();
    QTRY_VERIFY_WITH_TIMEOUT(edgar.settle(), 30000);
    SETTLED(chloe);
    QCOMPARE(edgar.hashes(), all);
    QCOMPARE(chloe.hashes(), all);
    const auto sound = share::verifyShared(room.address("vera", "restored"));
    DONE(sound);
    QCOMPARE(std::get<share::Verified>(sound).records, std::uint64_t(all.size()));
}

void TestShare::whatTheServerRefusesIsListed() {
    Desk edgar(*room_, "edgar", "Edgar", "refused", true);
    SETTLED(edgar);
    QCOMPARE(edgar.decide(dossier::SetPerson{{"Edgar", dossier::Role::Editor, {}}}), std::string());
    fill(*edgar.file, "Edgar");
    QCOMPARE(edgar.decide(dossier::AddNote{taken, "before"}), std::string());
    SETTLED(edgar);
    // While he is away his role changes, and he does not know.
    edgar.link.reset();
    {
        auto memory = share::Memory::read(share::memoryPath(edgar.file->path()));
        QCOMPARE(memory.role, std::string("editor"));
    }
    QCOMPARE(message(edgar.file->apply(dossier::SendBack{taken, "no"}, "Edgar")).empty(),
             false); // nothing to send back
    DONE(edgar.file->apply(dossier::SetVerdict{men, dossier::VerdictState::Disputed, "x", {}, {}}, "Edgar"));
    DONE(edgar.file->apply(dossier::SendBack{men, "not yet"}, "Edgar"));
    DONE(edgar.file->apply(dossier::AddNote{taken, "after"}, "Edgar"));
    room_->sql("REVOKE countercheck_editor FROM edgar");
    room_->sql("GRANT countercheck_checker TO edgar");
    edgar.connect();
    SETTLED(edgar);
    const auto standing = edgar.link->standing();
    room_->sql("GRANT countercheck_editor TO edgar");
    room_->sql("REVOKE countercheck_checker FROM edgar");
    QCOMPARE(standing.refused.size(), std::size_t(1));
    QVERIFY(QString::fromStdString(standing.refused.front().why).contains(QStringLiteral("checker")));
    // What came after it is shared all the same.
    QCOMPARE(room_->sql("SELECT count(*) FROM countercheck.record r JOIN countercheck.shared_case c ON c.id = case_id"
                        " WHERE name = 'refused'"),
             QByteArray("6"));
    DONE(share::verifyShared(room_->address("vera", "refused")));
}

void TestShare::anOlderClientOnlyReads() {
    Newsroom room;
    QVERIFY2(room.up(), room.problem.constData());
    Desk edgar(room, "edgar", "Edgar", "newer", true);
    SETTLED(edgar);
    QCOMPARE(edgar.decide(dossier::SetPerson{{"Edgar", dossier::Role::Editor, {}}}), std::string());
    SETTLED(edgar);
    room.sql("INSERT INTO countercheck.format VALUES (3, 2, 'a column more')");
    edgar.connect();
    SETTLED(edgar);
    QCOMPARE(edgar.decide(dossier::SetTitle{"still writes"}), std::string()); // format 3 takes what format 2 writes
    SETTLED(edgar);
    room.sql("INSERT INTO countercheck.format VALUES (4, 4, 'another kind of record')");
    edgar.connect();
    // Until the server has told its format, nobody knows that this one is too old. It goes on reading.
    QTRY_VERIFY_WITH_TIMEOUT(
        (static_cast<void>(edgar.settle()), edgar.link->standing().phase == share::Standing::Phase::Shared), 60000);
    const std::string why = edgar.decide(dossier::SetTitle{"too old"});
    QVERIFY2(QString::fromStdString(why).contains(QStringLiteral("update")), why.c_str());
    QCOMPARE(edgar.file->snapshot()->title, std::string("still writes"));
}

void TestShare::tamperingOnTheServerIsNoticed() {
    Newsroom room;
    QVERIFY2(room.up(), room.problem.constData());
    Desk edgar(room, "edgar", "Edgar", "tampered", true);
    SETTLED(edgar);
    QCOMPARE(edgar.decide(dossier::SetPerson{{"Edgar", dossier::Role::Editor, {}}}), std::string());
    fill(*edgar.file, "Edgar");
    for (int i = 0; i < 4; ++i)
        QCOMPARE(edgar.decide(dossier::AddNote{taken, "note " + std::to_string(i)}), std::string());
    SETTLED(edgar);
    DONE(share::verifyShared(room.address("vera", "tampered")));
    const auto tamper = [&](const QByteArray& statement) {
        room.sql("ALTER TABLE countercheck.record DISABLE TRIGGER USER");
        room.sql("ALTER TABLE countercheck.material DISABLE TRIGGER USER");
        room.sql(statement);
        QVERIFY2(room.problem.isEmpty(), room.problem.constData());
    };
    const auto says = [&] {
        return QString::fromStdString(message(share::verifyShared(room.address("vera", "tampered"))));
    };
    tamper("UPDATE countercheck.record SET after = replace(after, 'note 1', 'note 9') WHERE position = 5");
    QVERIFY2(says().contains(QStringLiteral("position 5")), qPrintable(says()));
    Desk vera(room, "vera", "Vera", "tampered"); // nobody takes in what does not hold
    QTRY_VERIFY_WITH_TIMEOUT(!vera.settle() && vera.link->standing().phase == share::Standing::Phase::Refused, 60000);
    tamper("UPDATE countercheck.record SET after = replace(after, 'note 9', 'note 1') WHERE position = 5");
    QCOMPARE(says(), QString());
    tamper("UPDATE countercheck.record SET sent_by = 'hana' WHERE position = 6");
    QVERIFY2(says().contains(QStringLiteral("position 6")), qPrintable(says()));
    tamper("UPDATE countercheck.record SET sent_by = 'edgar' WHERE position = 6");
    tamper("DELETE FROM countercheck.record WHERE position = 7");
    QVERIFY2(says().contains(QStringLiteral("cut off")), qPrintable(says()));
}

void TestShare::aCopyThatWasSetBackIsAnotherDesk() {
    auto edgar = std::make_unique<Desk>(*room_, "edgar", "Edgar", "setback", true);
    SETTLED(*edgar);
    QCOMPARE(edgar->decide(dossier::SetPerson{{"Edgar", dossier::Role::Editor, {}}}), std::string());
    fill(*edgar->file, "Edgar");
    SETTLED(*edgar);
    const std::string path = edgar->file->path();
    DONE(edgar->file->copyTo(path + ".old", false));
    for (int i = 0; i < 3; ++i)
        QCOMPARE(edgar->decide(dossier::AddNote{taken, "note " + std::to_string(i)}), std::string());
    SETTLED(*edgar);
    const auto all = edgar->hashes();
    edgar.reset();
    std::filesystem::remove(path + "-wal");
    std::filesystem::remove(path + "-shm");
    std::filesystem::rename(path + ".old", path); // a home folder from yesterday; what was remembered is newer
    edgar = std::make_unique<Desk>(*room_, "edgar", "Edgar", "setback");
    SETTLED(*edgar);
    QCOMPARE(edgar->hashes(), all);
    QCOMPARE(edgar->decide(dossier::AddNote{taken, "and on"}), std::string());
    SETTLED(*edgar);
    QVERIFY(edgar->link->standing().refused.empty());
    const auto sound = share::verifyShared(room_->address("vera", "setback"));
    DONE(sound);
    QCOMPARE(std::get<share::Verified>(sound).records, std::uint64_t(all.size() + 1));
    // Without its memory, too.
    edgar->link.reset();
    std::filesystem::remove(share::memoryPath(path));
    edgar->connect();
    SETTLED(*edgar);
    QCOMPARE(edgar->decide(dossier::AddNote{taken, "and further"}), std::string());
    SETTLED(*edgar);
    QVERIFY(edgar->link->standing().refused.empty());
    DONE(share::verifyShared(room_->address("vera", "setback")));
}

void TestShare::theServerSearches() {
    Desk edgar(*room_, "edgar", "Edgar", "searched", true);
    SETTLED(edgar);
    DONE(edgar.file->apply(article("first", first), "Edgar"));
    DONE(edgar.file->apply(article("third", third), "Edgar"));
    SETTLED(edgar);
    const auto address = room_->address("vera", "searched");
    const auto found = share::searchServer(address, "market", 10);
    DONE(found);
    QCOMPARE(std::get<0>(found).size(), std::size_t(1));
    QCOMPARE(std::get<0>(found).front().article, dossier::sha256Hex(third));
    QVERIFY(std::get<0>(found).front().words.find("«market»") != std::string::npos);
    QVERIFY(std::get<0>(share::searchServer(address, "helicopter", 10)).empty());
    QCOMPARE(std::get<0>(share::searchServer(address, "people -witness", 10)).size(), std::size_t(1));

    // As one types.
    share::Seeker seeker(address);
    const auto typed = [&](const char* query) {
        const auto ids = seeker.find(query, 10, {});
        if (const auto* wrong = std::get_if<store::Problem>(&ids))
            return std::set<std::string>{wrong->message};
        return std::set<std::string>(std::get<0>(ids).begin(), std::get<0>(ids).end());
    };
    const std::string one = dossier::sha256Hex(first), three = dossier::sha256Hex(third);
    QCOMPARE(typed("mark"), std::set{three});
    QCOMPARE(typed("peo"), (std::set{one, three}));
    QCOMPARE(typed("peo wit"), std::set{three});
    QCOMPARE(typed("\"four people\""), std::set{three});
    QCOMPARE(typed("\"people four\""), std::set<std::string>());
    QCOMPARE(typed("at 160"), std::set{one});
    QCOMPARE(typed("helicopter"), std::set<std::string>());
    for (const char* strange : {"", " ", "\"", "\\", "'", "it's \\ & | ! ( :* <->", "{\"}", "a\\'b"})
        QVERIFY2(std::holds_alternative<std::vector<std::string>>(seeker.find(strange, 10, {})), strange);
    // Whoever goes on typing does not wait; and the next question is answered.
    QVERIFY(std::holds_alternative<store::Problem>(share::Seeker(address).find("mark", 10, [] { return true; })));
    QCOMPARE(typed("mark"), std::set{three});
    QCOMPARE(std::get<0>(share::Seeker(room_->address("vera", "searched")).find("mark", 10, {})).size(),
             std::size_t(1));
}

/// The tables as they were made before: whoever has this program is told and reads, until they are brought up; what was
/// there stays. Then whoever has the program from before reads alone.
void TestShare::anOlderServerIsBroughtUp() {
    Newsroom room;
    QVERIFY2(room.up(), room.problem.constData());
    room.sql("DROP FUNCTION countercheck.search_beginnings; DELETE FROM countercheck.format WHERE version = 2");
    QVERIFY2(room.problem.isEmpty(), room.problem.constData());
    {
        Desk early(room, "edgar", "Edgar", "early", true);
        (void)early.settle();
        QVERIFY(QString::fromStdString(early.link->standing().me.readOnly).contains(QStringLiteral("prepare")));
        const auto asked = share::Seeker(room.address("edgar", "early")).find("mark", 10, {});
        QVERIFY(std::holds_alternative<store::Problem>(asked));
    }
    room.sql("ALTER ROLE hana SUPERUSER");
    const auto done = share::prepareServer(room.address("hana", {}));
    DONE(done);
    QCOMPARE(std::get<0>(done), std::string("brought the tables from format 1 to 2"));
    Desk edgar(room, "edgar", "Edgar", "late", true);
    SETTLED(edgar);
    QCOMPARE(edgar.decide(dossier::SetPerson{{"Edgar", dossier::Role::Editor, {}}}), std::string());
    DONE(edgar.file->apply(article("third", third), "Edgar"));
    SETTLED(edgar);
    const auto found = share::Seeker(room.address("vera", "late")).find("mark", 10, {});
    DONE(found);
    QCOMPARE(std::get<0>(found), std::vector{dossier::sha256Hex(third)});
    const QByteArray before = room.sql("SELECT count(*) FROM countercheck.record");
    room.sql("SET countercheck.client = '1'; "
             "INSERT INTO countercheck.record (case_id, number) SELECT id, 1 FROM countercheck.shared_case");
    QVERIFY2(room.problem.contains("too old to change"), room.problem.constData());
    QCOMPARE(room.sql("SELECT count(*) FROM countercheck.record"), before);
}

void TestShare::awayFromThisMachineOnlyWithACertificate() {
    Newsroom room;
    room.tls = true;
    QVERIFY2(room.up(), room.problem.constData());
    const auto reached = [&](const std::string& more) {
        const auto address = share::Address::tryFrom(
            "postgresql://vera@newsroom.test:" + std::to_string(room.port()) +
            "/newsroom?hostaddr=127.0.0.1&passfile=" + room.room().toStdString() + "/pgpass" + more);
        if (std::holds_alternative<share::Problem>(address))
            return message(address);
        try {
            share::Connection connection(std::get<0>(address), {});
            return connection.query("SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()").text(0, 0);
        } catch (const share::Fault& fault) {
            return std::string(fault.what());
        }
    };
    const std::string own = "&sslrootcert=" + room.room().toStdString() + "/authority.crt";
    QCOMPARE(reached(own), std::string("t"));
    QVERIFY(reached({}).find("certificate verify failed") != std::string::npos);
    QVERIFY(reached(own + "&sslmode=disable").find("sslmode=disable") != std::string::npos);
    // A server without encryption is none to talk to.
    Newsroom& bare = *room_;
    const auto address =
        share::Address::tryFrom("postgresql://vera@newsroom.test:" + std::to_string(bare.port()) +
                                "/newsroom?hostaddr=127.0.0.1&passfile=" + bare.room().toStdString() + "/pgpass");
    try {
        share::Connection connection(std::get<0>(address), {});
        QFAIL("connected without encryption");
    } catch (const share::Fault& fault) {
        QVERIFY2(QString::fromUtf8(fault.what()).contains(QStringLiteral("SSL")), fault.what());
    }
}

QTEST_GUILESS_MAIN(TestShare)
#include "tst_share.moc"
