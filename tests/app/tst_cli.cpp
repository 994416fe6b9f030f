// SPDX-License-Identifier: GPL-3.0-or-later
// countercheck-cli from outside: the contract of extract and compare, field by field; bad input; streams.
#include "tests/app/program.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using countercheck::test::Outcome;
using countercheck::test::run;

namespace {

using Fields = QList<std::pair<const char*, const char*>>;

/// What is wrong with an object's fields: one that is missing, one of another type, one too many. Empty: nothing.
/// Types: s string, n number, b boolean, a array, o object, i whole number ≥ 0; a trailing ? allows null.
QString faultOf(const QJsonObject& object, const Fields& fields) {
    for (const auto& [name, type] : fields) {
        const QJsonValue value = object.value(QLatin1String(name));
        if (value.isUndefined())
            return QStringLiteral("no “%1”").arg(QLatin1String(name));
        if (value.isNull() && type[1] == '?')
            continue;
        const bool right = type[0] == 's'   ? value.isString()
                           : type[0] == 'n' ? value.isDouble()
                           : type[0] == 'b' ? value.isBool()
                           : type[0] == 'a' ? value.isArray()
                           : type[0] == 'o' ? value.isObject()
                                            : value.isDouble() && value.toDouble() >= 0 &&
                                                  value.toDouble() == static_cast<double>(value.toInt());
        if (!right)
            return QStringLiteral("“%1” is of another type").arg(QLatin1String(name));
    }
    if (object.size() != fields.size())
        return QStringLiteral("a field too many among ") + object.keys().join(QLatin1Char(' '));
    return {};
}

/// The words between two code points.
QString slice(const QString& text, const QJsonObject& object, const char* start = "start", const char* end = "end") {
    const auto points = text.toUcs4();
    const auto begin = object.value(QLatin1String(start)).toInt();
    const auto stop = object.value(QLatin1String(end)).toInt();
    if (begin < 0 || begin > stop || stop > points.size())
        return QStringLiteral("(no such place)");
    return QString::fromUcs4(reinterpret_cast<const char32_t*>(points.constData()) + begin, stop - begin);
}

QByteArray line(const QJsonObject& object) {
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

// Facts of our own making, with characters of one to four bytes, so that bytes, UTF-16 units and code points differ.
const char* const article =
    "🔥 The 𝒦ayes desk — café edition.\n\n"
    "Nearly 160 gunmen on motorbikes attacked three factories near Bafoulabé on Sunday, police said. "
    "“We saw more than 20 lorries burn”, the mayor, Awa Diallo, told reporters. "
    "At least three workers were abducted, 😀 according to the union. "
    "Four workers were abducted, a hospital official said. "
    "The raid may have cost the company 2.5 million euros, and 40% of the plant did not restart.";
const char* const other =
    "Éditions du matin 🚚\n\n"
    "More than 100 gunmen attacked several factories near Bafoulabé on January 11, residents said. "
    "Four workers were abducted in the attack.";

} // namespace

class TstCli : public QObject {
    Q_OBJECT
private slots:
    void extractHasEveryField();
    void offsetsAreCodePoints();
    void compareHasEveryField();
    void compareFindsTheConflict();
    void orderAndIds();
    void badLines_data();
    void badLines();
    void goodLines_data();
    void goodLines();
    void anAnswerComesBeforeTheNextLine();
    void refusalsAreTold();
    void memoryStaysTheSame();
    void aLineOfManyMegabytes();
    void usage_data();
    void usage();
    void helpEverywhere_data();
    void helpEverywhere();
    void files();
    void filesThatCannotBeRead_data();
    void filesThatCannotBeRead();
    void noEscapesReachTheTerminal();
    void aFullDiskIsSaid();
};

void TstCli::extractHasEveryField() {
    const Outcome outcome =
        run({"extract", "--jsonl"},
            line({{"id", "a"}, {"text", QString::fromUtf8(article)}, {"published", "2026-01-13"}, {"language", "en"}}));
    QCOMPARE(outcome.code, 0);
    QCOMPARE(outcome.error, QByteArray());
    QCOMPARE(outcome.lines().size(), 1);
    const QJsonObject object = outcome.object();
    QCOMPARE(
        faultOf(object,
                {{"id", "s"}, {"language", "s"}, {"figures", "a"}, {"times", "a"}, {"quotes", "a"}, {"claims", "a"}}),
        QString());
    QCOMPARE(object["language"].toString(), QStringLiteral("en"));
    for (const QJsonValue figure : object["figures"].toArray())
        QCOMPARE(faultOf(figure.toObject(), {{"start", "i"},
                                             {"end", "i"},
                                             {"text", "s"},
                                             {"phraseStart", "i"},
                                             {"phraseEnd", "i"},
                                             {"value", "n"},
                                             {"low", "n?"},
                                             {"high", "n?"},
                                             {"lowInclusive", "b"},
                                             {"highInclusive", "b"},
                                             {"qualifier", "s"},
                                             {"kind", "s"},
                                             {"unit", "s?"},
                                             {"counted", "s?"}}),
                 QString());
    for (const QJsonValue time : object["times"].toArray())
        QCOMPARE(faultOf(time.toObject(), {{"start", "i"},
                                           {"end", "i"},
                                           {"text", "s"},
                                           {"type", "s"},
                                           {"value", "s"},
                                           {"mod", "s?"},
                                           {"from", "s?"},
                                           {"to", "s?"}}),
                 QString());
    for (const QJsonValue quote : object["quotes"].toArray())
        QCOMPARE(faultOf(quote.toObject(), {{"start", "i"}, {"end", "i"}, {"text", "s"}, {"speaker", "s?"}}),
                 QString());
    for (const QJsonValue claim : object["claims"].toArray()) {
        const QJsonObject one = claim.toObject();
        QCOMPARE(faultOf(one, {{"start", "i"},
                               {"end", "i"},
                               {"text", "s"},
                               {"topic", "s"},
                               {"figure", "i?"},
                               {"time", "i?"},
                               {"place", "s?"},
                               {"attribution", "o?"},
                               {"modality", "s"},
                               {"polarity", "s"}}),
                 QString());
        QVERIFY(one["figure"].isNull() || one["figure"].toInt() < object["figures"].toArray().size());
        QVERIFY(one["time"].isNull() || one["time"].toInt() < object["times"].toArray().size());
        if (one["attribution"].isObject())
            QCOMPARE(faultOf(one["attribution"].toObject(), {{"source", "s"}, {"start", "i"}, {"end", "i"}}),
                     QString());
    }
    QVERIFY(object["figures"].toArray().size() >= 6);
    QVERIFY(object["times"].toArray().size() >= 1);
    QCOMPARE(object["quotes"].toArray().size(), 1);
    QVERIFY(object["claims"].toArray().size() >= 4);
    QCOMPARE(object["times"].toArray().at(0)["value"].toString(), QStringLiteral("2026-01-11"));
    QCOMPARE(object["times"].toArray().at(0)["from"].toString(), QStringLiteral("2026-01-11"));
    QCOMPARE(object["times"].toArray().at(0)["to"].toString(), QStringLiteral("2026-01-12"));
}

void TstCli::offsetsAreCodePoints() {
    const QString text = QString::fromUtf8(article);
    const Outcome outcome = run({"extract", "--jsonl"}, line({{"id", "a"}, {"text", text}}));
    const QJsonObject object = outcome.object();
    int looked = 0;
    for (const char* list : {"figures", "times", "quotes", "claims"}) {
        for (const QJsonValue value : object[QLatin1String(list)].toArray()) {
            QCOMPARE(slice(text, value.toObject()), value.toObject()["text"].toString());
            ++looked;
        }
    }
    QVERIFY(looked >= 10);
    const QJsonObject first = object["figures"].toArray().at(0).toObject();
    QCOMPARE(first["text"].toString(), QStringLiteral("160"));
    QCOMPARE(slice(text, first, "phraseStart", "phraseEnd"), QStringLiteral("Nearly 160 gunmen"));
    QCOMPARE(first["value"].toInt(), 160);
    QCOMPARE(first["low"].toInt(), 144);
    QCOMPARE(first["qualifier"].toString(), QStringLiteral("nearly"));
    QCOMPARE(first["lowInclusive"].toBool(), true);
    QCOMPARE(first["highInclusive"].toBool(), false);
    for (const QJsonValue value : object["claims"].toArray())
        if (value["attribution"].isObject())
            QVERIFY(!slice(text, value["attribution"].toObject()).isEmpty());
}

void TstCli::compareHasEveryField() {
    const QString a = QString::fromUtf8(article);
    const QString b = QString::fromUtf8(other);
    const QJsonArray articles{QJsonObject{{"id", "one"},
                                          {"text", a},
                                          {"published", "2026-01-13"},
                                          {"publisher", "A"},
                                          {"url", "https://a.example/1"}},
                              QJsonObject{{"id", 2}, {"text", b}, {"published", "2026-01-13T08:15:00Z"}}};
    const Outcome outcome = run({"compare", "--jsonl"}, line({{"id", "case"}, {"articles", articles}}));
    QCOMPARE(outcome.code, 0);
    QCOMPARE(outcome.error, QByteArray());
    const QJsonObject object = outcome.object();
    QCOMPARE(faultOf(object, {{"id", "s"}, {"questions", "a"}, {"lineage", "a"}}), QString());
    QStringList ids;
    for (const QJsonValue value : object["questions"].toArray()) {
        const QJsonObject question = value.toObject();
        QCOMPARE(
            faultOf(question,
                    {{"id", "s"}, {"label", "s"}, {"kind", "s"}, {"status", "s"}, {"claims", "a"}, {"relations", "a"}}),
            QString());
        QVERIFY(!ids.contains(question["id"].toString()));
        ids << question["id"].toString();
        const QJsonArray claims = question["claims"].toArray();
        QVERIFY(!claims.isEmpty());
        for (const QJsonValue one : claims) {
            QJsonObject claim = one.toObject();
            const QString& text = claim["article"] == QJsonValue("one") ? a : b;
            QVERIFY(claim["article"] == QJsonValue("one") || claim["article"] == QJsonValue(2));
            QCOMPARE(slice(text, claim), claim["text"].toString());
            QVERIFY(slice(text, claim, "sentenceStart", "sentenceEnd").contains(claim["text"].toString()));
            Fields fields = {{"article", claim["article"].isString() ? "s" : "i"},
                             {"start", "i"},
                             {"end", "i"},
                             {"text", "s"},
                             {"sentenceStart", "i"},
                             {"sentenceEnd", "i"},
                             {"attribution", "s?"},
                             {"modality", "s"},
                             {"polarity", "s"}};
            if (claim.contains(QLatin1String("value")))
                fields += {{"value", "n?"},       {"low", "n?"},          {"high", "n?"},
                           {"lowInclusive", "b"}, {"highInclusive", "b"}, {"qualifier", "s"}};
            if (claim.contains(QLatin1String("from")))
                fields += {{"from", "s?"}, {"to", "s?"}};
            QCOMPARE(faultOf(claim, fields), QString());
        }
        const QJsonArray relations = question["relations"].toArray();
        QCOMPARE(question["status"].toString() == QLatin1String("single-source"), relations.isEmpty());
        for (const QJsonValue one : relations) {
            const QJsonObject relation = one.toObject();
            QCOMPARE(faultOf(relation, {{"a", "i"},
                                        {"b", "i"},
                                        {"relation", "s"},
                                        {"reason", "s"},
                                        {"supersedes", "s?"},
                                        {"explanation", "s"}}),
                     QString());
            QVERIFY(relation["a"].toInt() < claims.size() && relation["b"].toInt() < claims.size());
            QVERIFY(relation["a"].toInt() != relation["b"].toInt());
            QVERIFY(!relation["explanation"].toString().isEmpty());
        }
    }
    QVERIFY(!ids.isEmpty());
}

void TstCli::compareFindsTheConflict() {
    const auto caseOf = [](const char* a, const char* b) {
        return line({{"id", "c"},
                     {"articles", QJsonArray{QJsonObject{{"id", "a"}, {"text", QString::fromUtf8(a)}},
                                             QJsonObject{{"id", "b"}, {"text", QString::fromUtf8(b)}}}}});
    };
    const Outcome outcome =
        run({"compare", "--jsonl"}, caseOf("Three workers were abducted.", "Four workers were abducted.") +
                                        caseOf("Three workers were abducted.", "Three workers were abducted.") +
                                        caseOf("It was the third attack this year.", "Three attackers were shot."));
    QCOMPARE(outcome.code, 0);
    QCOMPARE(outcome.lines().size(), 3);
    const auto statuses = [&](int at) {
        QStringList all;
        for (const QJsonValue question : outcome.object(at)["questions"].toArray())
            all << question["status"].toString();
        return all;
    };
    QVERIFY(statuses(0).contains(QLatin1String("contradiction")));
    QVERIFY(statuses(1).contains(QLatin1String("agreement")));
    QVERIFY(!statuses(1).contains(QLatin1String("contradiction")));
    for (const QString& status : statuses(2))
        QCOMPARE(status, QStringLiteral("single-source"));
    const QJsonArray lineage = outcome.object(1)["lineage"].toArray();
    for (const QJsonValue link : lineage) {
        QCOMPARE(faultOf(link.toObject(),
                         {{"a", "s"}, {"b", "s"}, {"relation", "s"}, {"similarity", "n"}, {"evidence", "a"}}),
                 QString());
        for (const QJsonValue evidence : link["evidence"].toArray())
            QCOMPARE(evidence.toArray().size(), 4);
    }
}

void TstCli::orderAndIds() {
    QByteArray in;
    QList<QByteArray> ids;
    for (int i = 0; i < 500; ++i) {
        const QByteArray id = i % 3 == 0   ? "\"id " + QByteArray::number(i) + "\""
                              : i % 3 == 1 ? QByteArray::number(i)
                                           : QByteArray("\"twice\"");
        ids << id;
        in += "{\"text\":\"Exactly " + QByteArray::number(i) + " lorries burned.\",\"id\":" + id + "}\n";
    }
    const Outcome outcome = run({"extract", "--jsonl"}, in);
    QCOMPARE(outcome.code, 0);
    const auto lines = outcome.lines();
    QCOMPARE(lines.size(), 500);
    for (int i = 0; i < lines.size(); ++i) {
        QVERIFY2(lines[i].startsWith("{\"id\":" + ids[i] + ","), lines[i].constData());
        QCOMPARE(outcome.object(0)["figures"].toArray().size(), 1);
        QVERIFY2(lines[i].contains("\"text\":\"" + QByteArray::number(i) + "\""), lines[i].constData());
    }
}

void TstCli::badLines_data() {
    QTest::addColumn<QString>("command");
    QTest::addColumn<QByteArray>("bad");
    QTest::addColumn<QByteArray>("answer"); // how the answer to it begins
    const auto row = [](const char* name, const char* command, QByteArray bad, QByteArray answer) {
        QTest::newRow(name) << QString::fromLatin1(command) << bad << answer;
    };
    row("no JSON", "extract", "three", R"({"id":null,"error":"line 2: at byte )");
    row("cut off", "extract", R"({"id":"x","text":"abc)", R"({"id":"x","error":"line 2: )");
    row("no text", "extract", R"({"id":"x"})", R"({"id":"x","error":"line 2: “text” is missing)");
    row("no id", "extract", R"({"text":"x"})", R"({"id":null,"error":"line 2: “id” is missing)");
    row("a number for text", "extract", R"({"id":3,"text":4})", R"({"id":3,"error":"line 2: “text” must be a string)");
    row("bad date", "extract", R"({"id":"x","text":"","published":"soon"})",
        R"({"id":"x","error":"line 2: “published”)");
    row("not UTF-8", "extract", "{\"id\":\"x\",\"text\":\"\xE9\"}", R"({"id":"x","error":"line 2: at byte 18)");
    row("a quote in the message is escaped", "compare",
        R"({"id":"x","articles":[{"id":"a","text":""},{"id":"a","text":""}]})",
        R"({"id":"x","error":"line 2: articles[1]: the id \"a\")");
    row("one article", "compare", R"({"id":"x","articles":[{"id":"a","text":""}]})",
        R"({"id":"x","error":"line 2: “articles” has only one)");
    row("no articles", "compare", R"({"id":"x"})", R"({"id":"x","error":"line 2: “articles” is missing)");
}

void TstCli::badLines() {
    QFETCH(QString, command);
    QFETCH(QByteArray, bad);
    QFETCH(QByteArray, answer);
    const QByteArray good =
        command == QLatin1String("extract")
            ? QByteArray(R"({"id":"g","text":"Two lorries burned."})")
            : QByteArray(
                  R"({"id":"g","articles":[{"id":"a","text":"Two lorries burned."},{"id":"b","text":"Three lorries burned."}]})");
    const Outcome outcome = run({command, QStringLiteral("--jsonl")}, good + "\n" + bad + "\n" + good);
    QCOMPARE(outcome.code, 1);
    QCOMPARE(outcome.error, QByteArray());
    const auto lines = outcome.lines();
    QCOMPARE(lines.size(), 3);
    QVERIFY2(lines[1].startsWith(answer), lines[1].constData());
    QCOMPARE(faultOf(outcome.object(1), {{"id", outcome.object(1)["id"].isDouble() ? "n?" : "s?"}, {"error", "s"}}),
             QString());
    QVERIFY(lines[0].startsWith(R"({"id":"g",)") && !lines[0].contains("error"));
    QCOMPARE(lines[2], lines[0]);
}

void TstCli::goodLines_data() {
    QTest::addColumn<QByteArray>("in");
    QTest::addColumn<int>("answers");
    const QByteArray one = R"({"id":"g","text":"Two lorries burned."})";
    QTest::newRow("nothing") << QByteArray() << 0;
    QTest::newRow("blank lines") << QByteArray("\n  \n\r\n" + one + "\n\n") << 1;
    QTest::newRow("CRLF") << QByteArray(one + "\r\n" + one + "\r\n") << 2;
    QTest::newRow("no line end at the end") << QByteArray(one + "\n" + one) << 2;
    QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF" + one + "\n") << 1;
    QTest::newRow("empty text") << QByteArray(R"({"id":"g","text":""})") << 1;
    QTest::newRow("NUL and controls in the text")
        << QByteArray(R"({"id":"g","text":"Two\u0000 \u001b[31mlorries\t."})") << 1;
    QTest::newRow("unknown language") << QByteArray(R"({"id":"g","text":"Two lorries.","language":"tlh"})") << 1;
    QTest::newRow("only marks") << QByteArray(R"({"id":"g","text":"“”‘’—–…()[]{}.,;:!?%$€"})") << 1;
}

void TstCli::goodLines() {
    QFETCH(QByteArray, in);
    QFETCH(int, answers);
    const Outcome outcome = run({"extract", "--jsonl"}, in);
    QCOMPARE(outcome.code, 0);
    QCOMPARE(outcome.lines().size(), answers);
    for (int i = 0; i < answers; ++i) {
        QCOMPARE(outcome.object(i)["id"].toString(), QStringLiteral("g"));
        QVERIFY(outcome.object(i)["figures"].isArray());
    }
}

void TstCli::anAnswerComesBeforeTheNextLine() {
    QProcess child;
    child.start(QStringLiteral(COUNTERCHECK_CLI), {"extract", "--jsonl"});
    QVERIFY(child.waitForStarted());
    for (int i = 0; i < 3; ++i) {
        child.write("{\"id\":" + QByteArray::number(i) + ",\"text\":\"Two lorries burned.\"}\n");
        // Not answered before its line end; answered at once after it, with the input still open.
        while (!child.canReadLine())
            QVERIFY2(child.waitForReadyRead(30'000), "it waits for more input before it answers");
        QVERIFY(child.readLine().startsWith("{\"id\":" + QByteArray::number(i) + ","));
    }
    child.closeWriteChannel();
    QVERIFY(child.waitForFinished());
    QCOMPARE(child.exitCode(), 0);
}

namespace {

/// Peak memory of the program, in kilobytes, fed from `input` by file.
long peakOf(const QString& input, const char* command) {
    const pid_t child = ::fork();
    if (child == 0) {
        const QByteArray path = input.toLocal8Bit();
        if (::freopen(path.constData(), "r", stdin) && ::freopen("/dev/null", "w", stdout))
            ::execl(COUNTERCHECK_CLI, COUNTERCHECK_CLI, command, "--jsonl", nullptr);
        ::_exit(99);
    }
    int status = 0;
    rusage usage{};
    if (::wait4(child, &status, 0, &usage) != child || !WIFEXITED(status) || WEXITSTATUS(status) != 0)
        return -1;
    return usage.ru_maxrss;
}

} // namespace

void TstCli::refusalsAreTold() {
    QTemporaryDir folder;
    const auto write = [&](const char* name, const char* text) {
        QFile file(folder.filePath(QLatin1String(name)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    };
    write("a.txt", "Raid on Tarvik\n\nThree workers were abducted in the raid on Tarvik on Sunday, the mayor said.\n");
    write("b.txt", "Raid on Tarvik\n\nFour workers were wounded in the raid on Tarvik on Sunday, a nurse said.\n");
    const Outcome quiet = run({"compare", "a.txt", "b.txt"}, {}, folder.path());
    QCOMPARE(quiet.code, 0);
    QVERIFY(!quiet.out.contains("Not joined"));
    const Outcome verbose = run({"compare", "a.txt", "b.txt", "--verbose"}, {}, folder.path());
    QCOMPARE(verbose.code, 0);
    QVERIFY2(verbose.out.contains("Not joined, and why"), verbose.out.constData());
    const Outcome json = run({"compare", "a.txt", "b.txt", "--verbose", "--json"}, {}, folder.path());
    const QJsonArray told = QJsonDocument::fromJson(json.out).object()["notJoined"].toArray();
    QVERIFY(!told.isEmpty());
    QVERIFY(!told[0]["because"].toString().isEmpty());
}

void TstCli::memoryStaysTheSame() {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    QSKIP("a sanitizer keeps freed memory for a while");
#endif
    QTemporaryDir folder;
    const auto write = [&](const char* name, int lines, const QByteArray& one) {
        QFile file(folder.filePath(QLatin1String(name)));
        if (!file.open(QIODevice::WriteOnly))
            qFatal("cannot write in the temporary folder");
        for (int i = 0; i < lines; ++i)
            file.write(one);
        return file.fileName();
    };
    const QByteArray extract = line({{"id", "a"}, {"text", QString::fromUtf8(article)}});
    const QJsonArray articles{QJsonObject{{"id", "a"}, {"text", QString::fromUtf8(article)}},
                              QJsonObject{{"id", "b"}, {"text", QString::fromUtf8(other)}}};
    const QByteArray compare = line({{"id", "c"}, {"articles", articles}});
    for (const auto& [command, one] : {std::pair("extract", extract), std::pair("compare", compare)}) {
        const long few = peakOf(write("few", 1000, one), command);
        const long many = peakOf(write("many", 12000, one), command);
        QVERIFY(few > 0 && many > 0);
        // 11,000 more lines that each left 200 bytes behind would hold 2,200 kB; threads alone move some 300.
        QVERIFY2(many - few < 2000,
                 qPrintable(QStringLiteral("%1: %2 kB, then %3 kB").arg(QLatin1String(command)).arg(few).arg(many)));
    }
}

void TstCli::aLineOfManyMegabytes() {
    QByteArray text;
    while (text.size() < 12'000'000)
        text += "The wind was calm and nobody counted anything on the road that day. ";
    text += "Two lorries burned.";
    const Outcome outcome =
        run({"extract", "--jsonl"}, "{\"id\":1,\"text\":\"" + text + "\"}\n{\"id\":2,\"text\":\"\"}\n");
    QCOMPARE(outcome.code, 0);
    QCOMPARE(outcome.lines().size(), 2);
    const QJsonArray figures = outcome.object()["figures"].toArray();
    QVERIFY(!figures.isEmpty());
    QCOMPARE(figures.last()["start"].toInt(), text.size() - 19);
    QCOMPARE(figures.last()["text"].toString(), QStringLiteral("Two"));
}

void TstCli::usage_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("names");
    const auto row = [](const char* name, QStringList arguments, QByteArray names) {
        QTest::newRow(name) << arguments << names;
    };
    row("unknown command", {"conpare"}, "“conpare”");
    row("unknown option first", {"--colour"}, "“--colour”");
    row("unknown option", {"extract", "--jsonll"}, "“--jsonll”");
    row("unknown short option", {"compare", "-j"}, "“-j”");
    row("unknown option of a case command", {"questions", "--jsonl", "x.countercheck"}, "“--jsonl”");
    row("both forms", {"extract", "--jsonl", "--json"}, "--jsonl and --json");
    row("files and lines", {"compare", "--jsonl", "a.txt"}, "“a.txt”");
    row("no files", {"extract"}, "no article files");
    row("no case", {"verify"}, "a case file is missing");
    row("too many words", {"verify", "a.countercheck", "b.countercheck"}, "“b.countercheck”");
    row("missing case", {"verify", "no-such.countercheck"}, "no-such.countercheck");
    row("missing case, questions", {"questions", "no-such.countercheck", "--json"}, "no-such.countercheck");
    row("missing case, log", {"log", "no-such.countercheck", "--jsonl"}, "no-such.countercheck");
    row("missing case, edit", {"edit", "no-such.countercheck", "--as", "Ada", "--jsonl"}, "no-such.countercheck");
    row("missing case, export", {"export", "no-such.countercheck", "--format", "csv", "--output", "x.csv"},
        "no-such.countercheck");
    row("edit by nobody", {"edit", "x.countercheck", "--jsonl"}, "--as");
    row("edit with a key", {"edit", "x.countercheck", "--as", "Ada", "--jsonl", "--key", "k"}, "make a key");
    row("option without its value", {"export", "x.countercheck", "--format"}, "“--format” needs a value");
    row("unknown format", {"export", "x.countercheck", "--format", "exe", "--output", "x"}, "“exe”");
    row("unknown language", {"export", "x.countercheck", "--format", "pdf", "--output", "x", "--language", "xx"},
        "“xx”");
    row("no output", {"export", "x.countercheck", "--format", "csv"}, "--output");
    row("verify-summary of nothing", {"verify-summary", "a.html", "x.countercheck"}, "a.html could not be read");
    row("verify-summary without a case", {"verify-summary", "a.html"}, "missing");
}

void TstCli::usage() {
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, names);
    QTemporaryDir folder;
    const Outcome outcome = run(arguments, {}, folder.path());
    QCOMPARE(outcome.code, 2);
    QCOMPARE(outcome.out, QByteArray());
    QCOMPARE(outcome.error.count('\n'), 1);
    QVERIFY2(outcome.error.contains(names), outcome.error.constData());
    QVERIFY2(QDir(folder.path()).isEmpty(), "it left something behind");
}

void TstCli::helpEverywhere_data() {
    QTest::addColumn<QString>("command");
    for (const char* command :
         {"extract", "compare", "evaluate", "import", "questions", "edit", "log", "verify", "export", "verify-summary"})
        QTest::newRow(command) << QString::fromLatin1(command);
}

void TstCli::helpEverywhere() {
    QFETCH(QString, command);
    const Outcome outcome = run({command, QStringLiteral("--help")});
    QCOMPARE(outcome.code, 0);
    QCOMPARE(outcome.error, QByteArray());
    QVERIFY(outcome.out.startsWith("countercheck-cli " + command.toLatin1() + " "));
    QVERIFY(run({QStringLiteral("--help")}).out.contains(command.toLatin1()));
    QCOMPARE(run({QStringLiteral("--version")}).out, QByteArray("countercheck-cli " COUNTERCHECK_VERSION "\n"));
}

void TstCli::files() {
    QTemporaryDir folder;
    const auto write = [&](const char* name, const QByteArray& bytes) {
        QFile file(folder.filePath(QLatin1String(name)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    };
    write("first.txt", "Three workers were abducted. Nearly 160 gunmen attacked the works.\n");
    write("second.txt", "Five workers were abducted.\n");
    const Outcome people = run({"compare", "first.txt", "second.txt"}, {}, folder.path());
    QCOMPARE(people.code, 0);
    QCOMPARE(people.error, QByteArray());
    for (const char* words : {"✕", "Contradiction", "first.txt", "second.txt", "2 articles", "Nearly 160 gunmen", "→"})
        QVERIFY2(people.out.contains(words), words);
    QVERIFY2(!people.out.contains('\x1B'), "colour without a terminal");

    const Outcome json = run({"compare", "--json", "first.txt", "second.txt"}, {}, folder.path());
    QCOMPARE(json.code, 0);
    const QJsonObject object = QJsonDocument::fromJson(json.out).object();
    QCOMPARE(faultOf(object, {{"questions", "a"}, {"lineage", "a"}}), QString());
    QVERIFY(json.lines().size() > 10);

    const Outcome extract = run({"extract", "first.txt", "--json"}, {}, folder.path());
    QCOMPARE(extract.code, 0);
    const QJsonArray articles = QJsonDocument::fromJson(extract.out).object()["articles"].toArray();
    QCOMPARE(articles.size(), 1);
    QCOMPARE(articles.at(0)["id"].toString(), QStringLiteral("first.txt"));
    QVERIFY(run({"extract", "first.txt"}, {}, folder.path()).out.contains("Nearly 160 gunmen"));
}

void TstCli::filesThatCannotBeRead_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("exists");
    QTest::newRow("missing") << QByteArray() << false;
    QTest::newRow("empty") << QByteArray() << true;
    static constexpr char program[] = "\x7F"
                                      "ELF\x02\x01\x01\0\0\0\0\0\0\0\x03\0\x3E\0\x01\0\0\0\xFF\xFE\x00\x81";
    QTest::newRow("binary") << QByteArray(program, sizeof program - 1) << true;
}

void TstCli::filesThatCannotBeRead() {
    QFETCH(QByteArray, bytes);
    QFETCH(bool, exists);
    QTemporaryDir folder;
    const auto write = [&](const char* name, const QByteArray& content) {
        QFile file(folder.filePath(QLatin1String(name)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    };
    write("good.txt", article);
    if (exists)
        write("bad.txt", bytes);
    for (const char* command : {"extract", "compare"}) {
        const Outcome outcome = run({QLatin1String(command), "good.txt", "bad.txt"}, {}, folder.path());
        QCOMPARE(outcome.code, 2);
        QCOMPARE(outcome.error.count('\n'), 1);
        QVERIFY2(outcome.error.contains("bad.txt"), outcome.error.constData());
        QVERIFY2(outcome.out.contains("160"), "the good file must be read all the same");
    }
}

void TstCli::noEscapesReachTheTerminal() {
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("sly.txt")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("Sly \x1B]0;owned\x07 title\n\n\x1B[31mThree\x1B[0m workers\x9B were abducted, the \x1B[2Jmayor said.\n"
               "Four workers were abducted, the union said.\n");
    file.close();
    for (const char* command : {"extract", "compare"}) {
        const Outcome outcome = run({QLatin1String(command), file.fileName()});
        QVERIFY(!outcome.out.contains('\x1B'));
        QVERIFY(!outcome.out.contains('\x07'));
    }
}

void TstCli::aFullDiskIsSaid() {
    QFile full(QStringLiteral("/dev/full"));
    if (!full.exists())
        QSKIP("no /dev/full here");
    QProcess child;
    child.setStandardOutputFile(full.fileName());
    child.start(QStringLiteral(COUNTERCHECK_CLI), {"extract", "--jsonl"});
    QVERIFY(child.waitForStarted());
    child.write("{\"id\":1,\"text\":\"Two lorries burned.\"}\n");
    child.closeWriteChannel();
    QVERIFY(child.waitForFinished());
    QCOMPARE(child.exitCode(), 2);
    QVERIFY(child.readAllStandardError().contains("could not write to standard output"));
}

QTEST_GUILESS_MAIN(TstCli)
#include "tst_cli.moc"
