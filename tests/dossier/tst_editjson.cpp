// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dossier/editjson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace countercheck::dossier;

class TestEditJson : public QObject {
    Q_OBJECT
private slots:
    void read();
    void refused_data();
    void refused();
    void deepNestingIsRefused();
    void recordsAreJson();
};

namespace {
template <class T> T readAs(const char* line) {
    const auto result = editFromJson(line);
    if (const auto* problem = std::get_if<EditProblem>(&result))
        qFatal("%s: %s", line, problem->message.c_str());
    return std::get<T>(std::get<Edit>(result));
}
} // namespace

void TestEditJson::read() {
    const auto person = readAs<SetPerson>(R"({"edit":"person","name":"Ada Ø","role":"head"})");
    QCOMPARE(person.person.name, std::string("Ada Ø"));
    QVERIFY(person.person.role == Role::Head);
    const auto verdict =
        readAs<SetVerdict>(R"({"id":7,"edit":"verdict","question":"k\"1","state":"disputed","note":"a\nb"})");
    QCOMPARE(verdict.question.value, std::string("k\"1"));
    QVERIFY(verdict.state == VerdictState::Disputed);
    QCOMPARE(verdict.note, std::string("a\nb"));
    QCOMPARE(readAs<SetVerdict>(R"({"edit":"verdict","question":"k","state":"false"})").note, std::string());
    QCOMPARE(readAs<SetVerdict>(R"({"edit":"verdict","question":"k","state":"false","note":null})").note,
             std::string());
    // Digits are kept as they were written, whatever a double would make of them.
    const auto propose =
        readAs<Propose>(R"({"low":100000000000000000001,"edit":"propose","question":"k","wording":"w","high":"2.50"})");
    QCOMPARE(propose.low, std::string("100000000000000000001"));
    QCOMPARE(propose.high, std::string("2.50"));
    const auto open = readAs<Propose>(R"({"edit":"propose","question":"k","wording":"w","low":-0.10,"high":null})");
    QCOMPARE(open.low, std::string("-0.10"));
    QCOMPARE(open.high, std::string());
    QCOMPARE(readAs<SignOffFigure>(R"({"edit":"sign-off","question":"k"})").question.value, std::string("k"));
    QCOMPARE(readAs<Revoke>(R"({"edit":"revoke","question":"k","reason":"r"})").reason, std::string("r"));
    QCOMPARE(readAs<AddNote>(R"({"edit":"note","question":"k","text":"t"})").text, std::string("t"));
    QCOMPARE(readAs<AddEvidence>(R"({"edit":"evidence","question":"k","file":"a b.pdf"})").fileName,
             std::string("a b.pdf"));
    const auto join = readAs<Join>(R"({"edit":"join","questions":["a","b"]})");
    QCOMPARE(join.questions.size(), 2u);
    QCOMPARE(join.questions[1].value, std::string("b"));
    QCOMPARE(readAs<Dismiss>(R"({"edit":"dismiss","question":"k","reason":"r"})").reason, std::string("r"));
    readAs<Undo>(R"({"edit":"undo"})");
    readAs<Redo>(R"( { "edit" : "redo" } )");
}

void TestEditJson::refused_data() {
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const char* line, const char* expected) {
        QTest::newRow(name) << QByteArray(line) << QString(expected);
    };
    row("empty", "", "not JSON");
    row("no JSON", "verdict please", "not JSON");
    row("cut off", R"({"edit":"undo")", "not JSON");
    row("two values", R"({"edit":"undo"} {"edit":"undo"})", "not JSON");
    row("broken UTF-8", "{\"edit\":\"note\",\"question\":\"k\",\"text\":\"\xff\"}", "not JSON");
    row("a list", R"(["undo"])", "must be one JSON object");
    row("no edit", R"({"question":"k"})", "“edit” is missing");
    row("edit is a number", R"({"edit":3})", "“edit” must be a string");
    row("unknown edit", R"({"edit":"delete"})", "“edit” is “delete”: it must be person,");
    row("no question", R"({"edit":"verdict","state":"false"})", "“question” is missing");
    row("no state", R"({"edit":"verdict","question":"k"})", "“state” is missing");
    row("unknown state", R"({"edit":"verdict","question":"k","state":"true"})", "“state” is “true”");
    row("note is a number", R"({"edit":"verdict","question":"k","state":"false","note":1})", "“note” must be a string");
    row("misspelt member", R"({"edit":"verdict","question":"k","state":"false","Note":"x"})", "“Note” is not a member");
    row("unknown role", R"({"edit":"person","name":"A","role":"boss"})", "“role” is “boss”");
    row("low is a list", R"({"edit":"propose","question":"k","wording":"w","low":[1]})", "“low” must be a number");
    row("exponent", R"({"edit":"propose","question":"k","wording":"w","high":1e3})", "without an exponent");
    row("no wording", R"({"edit":"propose","question":"k"})", "“wording” is missing");
    row("join of no list", R"({"edit":"join","questions":"a"})", "“questions” must be a list");
    row("join of numbers", R"({"edit":"join","questions":[1,2]})", "“questions” must hold strings");
    row("undo of something", R"({"edit":"undo","question":"k"})", "“question” is not a member");
}

void TestEditJson::refused() {
    QFETCH(QByteArray, line);
    QFETCH(QString, expected);
    const auto result = editFromJson(std::string_view(line.constData(), static_cast<std::size_t>(line.size())));
    QVERIFY(std::holds_alternative<EditProblem>(result));
    const std::string& said = std::get<EditProblem>(result).message;
    QVERIFY2(QString::fromStdString(said).contains(expected), said.c_str());
    QVERIFY(said.find('\n') == std::string::npos);
}

void TestEditJson::deepNestingIsRefused() {
    const std::size_t deep = 2'000'000;
    const std::string line = R"({"edit":"undo","x":)" + std::string(deep, '[') + std::string(deep, ']') + "}";
    const auto result = editFromJson(line);
    QVERIFY(std::holds_alternative<EditProblem>(result));
}

void TestEditJson::recordsAreJson() {
    const Record record{
        {17}, "2026-01-14T09:00:00.000Z", "Ada \"A\"", "verdict", R"({"verdict":null})", R"({"x":[1,"é"]})", "aa",
        "bb"};
    const QJsonObject object = QJsonDocument::fromJson(QByteArray::fromStdString(recordToJson(record))).object();
    QCOMPARE(object.keys(), QStringList({"after", "at", "before", "by", "edit", "hash", "previousHash", "record"}));
    QCOMPARE(object["record"].toInt(), 17);
    QCOMPARE(object["by"].toString(), QString("Ada \"A\""));
    QVERIFY(object["before"].toObject()["verdict"].isNull());
    QCOMPARE(object["after"].toObject()["x"].toArray().at(1).toString(), QString("é"));
}

QTEST_GUILESS_MAIN(TestEditJson)
#include "tst_editjson.moc"
