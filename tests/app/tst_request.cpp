// SPDX-License-Identifier: GPL-3.0-or-later
// Lines that are requests, and lines that are not: what is said about them, and whose they are.
#include "app/cli/request.h"

#include "app/cli/stream.h"

#include <QTest>

using namespace countercheck::cli;

class TstRequest : public QObject {
    Q_OBJECT

    static std::string padded(const QByteArray& line);

private slots:
    void good_data();
    void good();

    void bad_data();
    void bad();

    void cases_data();
    void cases();

    void whatOneLineLeavesDoesNotReachTheNext();
};

std::string TstRequest::padded(const QByteArray& line) {
    std::string bytes = line.toStdString();
    bytes.append(LineReader::padding, '#'); // what stands behind the line must not matter
    return bytes;
}

void TstRequest::good_data() {
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char* name, QByteArray line, QByteArray id, QByteArray text) {
        QTest::newRow(name) << line << id << text;
    };
    row("string", R"({"id":"a","text":"three"})", R"("a")", "three");
    row("number", R"({"id":17,"text":"three"})", "17", "three");
    row("negative", R"({"id":-3,"text":""})", "-3", "");
    row("large", R"({"id":18446744073709551615,"text":""})", "18446744073709551615", "");
    row("a fraction goes out as it came in", R"({"text":"x","id":1.50})", "1.50", "x");
    row("so does an exponent", R"({"id":1e2,"text":"x"})", "1e2", "x");
    row("quote in the id", R"({"id":"a\"b","text":"x"})", R"("a\"b")", "x");
    row("id of an inner object is not ours", R"({"more":{"id":"no"},"id":"yes","text":"x"})", R"("yes")", "x");
    row("escapes", R"({"id":"a","text":"a\nb é 😀"})", R"("a")", "a\nb é 😀");
    row("optional ones may be null", R"({"id":"a","text":"x","published":null,"language":null,"url":null})", R"("a")",
        "x");
    row("unknown ones are passed over", R"({"id":"a","text":"x","score":[1,{"text":2}]})", R"("a")", "x");
    row("blanks around", "  {\"id\" : \"a\" ,\t\"text\":\"x\"}  ", R"("a")", "x");
}

void TstRequest::good() {
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, id);
    QFETCH(QByteArray, text);
    RequestReader reader;
    ArticleRequest request;
    LineProblem problem;
    const std::string bytes = padded(line);
    const std::string_view view(bytes.data(), static_cast<std::size_t>(line.size()));
    QVERIFY2(reader.read(view, 1, request, problem), problem.message.c_str());
    QCOMPARE(QByteArray::fromStdString(request.id), id);
    QCOMPARE(std::string(request.text), text.toStdString());
    QVERIFY(!request.published);
}

void TstRequest::bad_data() {
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<QByteArray>("says"); // what the message must name
    const auto row = [](const char* name, QByteArray line, QByteArray id, QByteArray says) {
        QTest::newRow(name) << line << id << says;
    };
    row("no JSON", "hello", "null", "byte 0");
    row("cut off", R"({"id":"a","text":"thr)", R"("a")", "not closed");
    row("cut off between members", R"({"id":"a",)", R"("a")", "name in double quotes");
    row("cut off after the colon", R"({"id":7,"text":)", "7", "not a JSON value");
    row("missing colon", R"({"id" "a"})", "null", "colon");
    row("missing comma", R"({"id":"a" "text":"x"})", R"("a")", "at byte 10");
    row("single quotes", R"({'id':'a'})", "null", "double quotes");
    row("trailing comma", R"({"id":"a","text":"x",})", R"("a")", "name in double quotes");
    row("two objects", R"({"id":"a","text":"x"}{"id":"b"})", R"("a")", "follows the end");
    row("bad escape", R"({"id":"a","text":"\q"})", R"("a")", "escape");
    row("lone surrogate", R"({"id":"a","text":"\ud800"})", R"("a")", "surrogate");
    row("raw control character", "{\"id\":\"a\",\"text\":\"x\x01\"}", R"("a")", "control character");
    row("not UTF-8", "{\"id\":\"a\",\"text\":\"caf\xE9 x\"}", R"("a")", "not UTF-8");
    row("not UTF-8, id behind it", "{\"text\":\"caf\xE9 x\",\"id\":\"a\"}", R"("a")", "not UTF-8");
    row("an id in a broken text is not the line's", R"({"text":"he said "id":"x" ok","id":"a"})", "null", "at byte");
    row("array", R"([{"id":"a","text":"x"}])", "null", "must be a JSON object, not an array");
    row("string", R"("id")", "null", "not a string");
    row("no id", R"({"text":"x"})", "null", "“id” is missing");
    row("null id", R"({"id":null,"text":"x"})", "null", "“id” must be a string or a number, not null");
    row("object id", R"({"id":{},"text":"x"})", "null", "not an object");
    row("no text", R"({"id":"a"})", R"("a")", "“text” is missing");
    row("null text", R"({"id":"a","text":null})", R"("a")", "“text” must be a string, not null");
    row("number for text", R"({"text":5,"id":"a"})", R"("a")", "“text” must be a string, not a number");
    row("published is a number", R"({"id":1,"text":"x","published":20260113})", "1", "“published” must be a string");
    row("published is no date", R"({"id":"a","text":"x","published":"last Sunday"})", R"("a")", "“last Sunday”");
    row("published has no such day", R"({"id":"a","text":"x","published":"2026-02-30"})", R"("a")", "“published”");
    row("language is true", R"({"id":"a","text":"x","language":true})", R"("a")", "“language”");
    row("deep", QByteArray("{\"id\":\"a\",\"x\":") + QByteArray(5000, '[') + QByteArray(5000, ']') + "}", R"("a")",
        "line 1");
    row("deep and broken", QByteArray("{\"id\":\"a\",\"x\":") + QByteArray(200000, '['), R"("a")", "line 1");
}

void TstRequest::bad() {
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, id);
    QFETCH(QByteArray, says);
    RequestReader reader;
    ArticleRequest request;
    LineProblem problem;
    const std::string bytes = padded(line);
    const std::string_view view(bytes.data(), static_cast<std::size_t>(line.size()));
    QVERIFY(!reader.read(view, 1, request, problem));
    QCOMPARE(QByteArray::fromStdString(problem.id), id);
    QVERIFY2(QByteArray::fromStdString(problem.message).contains(says), problem.message.c_str());
    QVERIFY(problem.message.starts_with("line 1: "));
    // The next line is read as if nothing had happened.
    const std::string next = padded(R"({"id":"b","text":"y"})");
    QVERIFY(reader.read({next.data(), next.size() - LineReader::padding}, 2, request, problem));
    QCOMPARE(request.id, std::string("\"b\""));
    QCOMPARE(request.text, std::string_view("y"));
}

void TstRequest::cases_data() {
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("says"); // empty: it is good
    const auto row = [](const char* name, QByteArray line, QByteArray says) { QTest::newRow(name) << line << says; };
    row("good", R"({"id":"c","articles":[{"id":"a","text":"x"},{"id":"b","text":"y","published":"2026-01-13"}]})", "");
    row("good, ids of two types", R"({"id":"c","articles":[{"id":"1","text":"x"},{"id":1,"text":"y"}]})", "");
    row("no articles", R"({"id":"c"})", "“articles” is missing");
    row("articles is an object", R"({"id":"c","articles":{}})", "“articles” must be an array, not an object");
    row("none", R"({"id":"c","articles":[]})", "has none");
    row("one", R"({"id":"c","articles":[{"id":"a","text":"x"}]})", "only one");
    row("a string for an article", R"({"id":"c","articles":[{"id":"a","text":"x"},"y"]})",
        "articles[1]: must be an object");
    row("no text", R"({"id":"c","articles":[{"id":"a","text":"x"},{"id":"b"}]})", "articles[1]: “text” is missing");
    row("one id twice", R"({"id":"c","articles":[{"id":"a","text":"x"},{"id":"a","text":"y"}]})",
        "articles[1]: the id \"a\" is another");
    row("bad date", R"({"id":"c","articles":[{"id":"a","text":"x","published":"soon"},{"id":"b","text":"y"}]})",
        "articles[0]: “published” is “soon”");
}

void TstRequest::cases() {
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, says);
    RequestReader reader;
    CaseRequest request;
    LineProblem problem;
    const std::string bytes = padded(line);
    const bool good = reader.read({bytes.data(), static_cast<std::size_t>(line.size())}, 3, request, problem);
    QCOMPARE(good, says.isEmpty());
    if (good) {
        QCOMPARE(request.id, std::string("\"c\""));
        QCOMPARE(request.articles.size(), std::size_t{2});
    } else {
        QCOMPARE(problem.id, std::string("\"c\""));
        QVERIFY2(QByteArray::fromStdString(problem.message).contains(says), problem.message.c_str());
    }
}

void TstRequest::whatOneLineLeavesDoesNotReachTheNext() {
    RequestReader reader;
    ArticleRequest request;
    LineProblem problem;
    const std::string first = padded(R"({"id":"a","text":"x","published":"2026-01-13","language":"fr"})");
    QVERIFY(reader.read({first.data(), first.size() - LineReader::padding}, 1, request, problem));
    QVERIFY(request.published);
    QCOMPARE(request.language, std::string_view("fr"));
    const std::string second = padded(R"({"id":"b","text":"y"})");
    QVERIFY(reader.read({second.data(), second.size() - LineReader::padding}, 2, request, problem));
    QVERIFY(!request.published);
    QVERIFY(request.language.empty());
}

QTEST_GUILESS_MAIN(TstRequest)
#include "tst_request.moc"
