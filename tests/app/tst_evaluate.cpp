// SPDX-License-Identifier: GPL-3.0-or-later
// countercheck-cli evaluate: the counts that the labels ask for, taken down by hand; bad labels; several files.
#include "tests/app/program.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using countercheck::test::Outcome;
using countercheck::test::run;

class TestEvaluate : public QObject {
    Q_OBJECT
private slots:
    void counts();
    void offsetsAndWordsMeanTheSame();
    void maybeCountsNeitherWay();
    void badLines_data();
    void badLines();
    void usage();
};

namespace {

constexpr const char* articles =
    R"("articles":[{"id":"x","text":"Three miners were rescued. Five lorries were burned."},)"
    R"({"id":"y","text":"Four miners were rescued. Five lorries were burned."}])";

QByteArray labelled(const char* id, const QByteArray& gold, const QByteArray& maybe = "[]") {
    return QByteArray("{\"id\":\"") + id + "\"," + articles + ",\"gold\":" + gold + ",\"maybe\":" + maybe + "}\n";
}

class Files {
public:
    QString write(const char* name, const QByteArray& bytes) {
        const QString path = folder_.filePath(QLatin1String(name));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write %s", name);
        return path;
    }

private:
    QTemporaryDir folder_;
};

QJsonObject tables(const QStringList& files) {
    const Outcome outcome = run(QStringList{QStringLiteral("evaluate"), QStringLiteral("--json")} + files);
    if (outcome.code != 0)
        qWarning("%s", outcome.error.constData());
    return QJsonDocument::fromJson(outcome.out).object();
}

int count(const QJsonObject& object, const char* row, const char* what) {
    return object.value(QLatin1String(row)).toObject().value(QLatin1String(what)).toInt(-1);
}

const char* const miners =
    R"({"relation":"contradiction","kind":"count","a":{"article":"x","text":"Three miners"},"b":{"article":"y","text":"Four miners"}})";
const char* const lorries =
    R"({"relation":"agreement","kind":"count","a":{"article":"y","text":"Five lorries"},"b":{"article":"x","text":"Five lorries"}})";
const char* const wrong =
    R"({"relation":"refinement","kind":"count","a":{"article":"x","text":"Five lorries"},"b":{"article":"y","text":"Five lorries"}})";
const char* const absent =
    R"({"relation":"discrepancy","kind":"count","a":{"article":"x","text":"Three miners"},"b":{"article":"y","text":"burned"}})";

} // namespace

void TestEvaluate::counts() {
    Files files;
    const QJsonObject all =
        tables({files.write("a.jsonl", labelled("1", QByteArray("[") + miners + "," + lorries + "]")),
                files.write("b.jsonl",
                            labelled("2", "[]") + "\n" + labelled("3", QByteArray("[") + wrong + "," + absent + "]"))});
    QCOMPARE(all["cases"].toInt(), 3);
    QCOMPARE(all["articles"].toInt(), 6);
    // Each case has one contradiction and one agreement found. Only the first case labels them so.
    QCOMPARE(count(all, "contradiction", "labelled"), 1);
    QCOMPARE(count(all, "contradiction", "found"), 3);
    QCOMPARE(count(all, "contradiction", "right"), 1);
    QCOMPARE(count(all, "agreement", "found"), 3);
    QCOMPARE(count(all, "agreement", "right"), 1);
    QCOMPARE(count(all, "refinement", "labelled"), 1);
    QCOMPARE(count(all, "refinement", "right"), 0);
    QCOMPARE(count(all, "discrepancy", "labelled"), 1);
    QCOMPARE(count(all, "conflicts", "labelled"), 2);
    QCOMPARE(count(all, "conflicts", "found"), 3);
    QCOMPARE(count(all, "conflicts", "right"), 1);
    QCOMPARE(count(all, "alignment", "labelled"), 4);
    QCOMPARE(count(all, "alignment", "right"), 3); // the lorries of the third case are aligned, only otherwise related
    QCOMPARE(all["falseAlarms"].toInt(), 2);
    QCOMPARE(all["pairsWithoutConflict"].toInt(), 1);
    QCOMPARE(all["pairsWithoutConflictAlarmed"].toInt(), 1);
    QCOMPARE(count(all["kinds"].toObject()["count"].toObject(), "contradiction", "found"), 3);

    const Outcome people = run({QStringLiteral("evaluate"), files.write("c.jsonl", labelled("case-7", "[]"))});
    QCOMPARE(people.code, 0);
    for (const char* words : {"case-7", "FALSE ALARM", "[Three miners]", "[Four miners]", "conflicts", "precision"})
        QVERIFY2(people.out.contains(words), words);
    const Outcome summary = run(
        {QStringLiteral("evaluate"), QStringLiteral("--summary"), files.write("c.jsonl", labelled("case-7", "[]"))});
    QVERIFY(!summary.out.contains("case-7") && summary.out.contains("precision"));
}

void TestEvaluate::offsetsAndWordsMeanTheSame() {
    Files files;
    const QByteArray pair =
        R"([{"relation":"contradiction","a":{"article":"x","start":0,"end":12},"b":{"article":"y","start":0,"end":11}}])";
    const QJsonObject all = tables({files.write("a.jsonl", labelled("1", pair))});
    QCOMPARE(count(all, "contradiction", "right"), 1);
    // The second occurrence of a word is another place: "were" stands in both sentences.
    const QByteArray second =
        R"([{"relation":"contradiction","a":{"article":"x","text":"were","occurrence":2},"b":{"article":"y","text":"were","occurrence":1}}])";
    QCOMPARE(count(tables({files.write("b.jsonl", labelled("1", second))}), "contradiction", "right"), 0);
}

void TestEvaluate::maybeCountsNeitherWay() {
    Files files;
    const QJsonObject all = tables(
        {files.write("a.jsonl", labelled("1", QByteArray("[") + lorries + "]", QByteArray("[") + miners + "]"))});
    QCOMPARE(count(all, "contradiction", "labelled"), 0);
    QCOMPARE(count(all, "contradiction", "found"), 0);
    QCOMPARE(all["falseAlarms"].toInt(), 0);
    QCOMPARE(all["pairsWithoutConflict"].toInt(), 0);
}

void TestEvaluate::badLines_data() {
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("names");
    const auto gold = [](const char* pairs) { return labelled("1", pairs); };
    QTest::newRow("not JSON") << QByteArray("{\n") << QByteArray("line 1");
    QTest::newRow("no gold") << QByteArray("{\"id\":\"1\",") + articles + "}\n" << QByteArray("“gold” is missing");
    QTest::newRow("gold is no list") << gold("{}") << QByteArray("“gold” must be an array");
    QTest::newRow("no such relation") << gold(R"([{"relation":"rivalry"}])") << QByteArray("rivalry");
    QTest::newRow("no such kind") << gold(R"([{"relation":"agreement","kind":"colour"}])") << QByteArray("colour");
    QTest::newRow("no side") << gold(R"([{"relation":"agreement"}])") << QByteArray("“a” must be an object");
    QTest::newRow("no such article")
        << gold(R"([{"relation":"agreement","a":{"article":"z","text":"Five"},"b":{"article":"y","text":"Five"}}])")
        << QByteArray("no article has the id");
    QTest::newRow("no such words")
        << gold(R"([{"relation":"agreement","a":{"article":"x","text":"Six"},"b":{"article":"y","text":"Five"}}])")
        << QByteArray("“Six” does not stand");
    QTest::newRow("no such occurrence")
        << gold(
               R"([{"relation":"agreement","a":{"article":"x","text":"Five","occurrence":2},"b":{"article":"y","text":"Five"}}])")
        << QByteArray("occurrence 2");
    QTest::newRow("offsets outside")
        << gold(
               R"([{"relation":"agreement","a":{"article":"x","start":3,"end":999},"b":{"article":"y","text":"Five"}}])")
        << QByteArray("“start” and “end”");
}

void TestEvaluate::badLines() {
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, names);
    Files files;
    const Outcome outcome = run({QStringLiteral("evaluate"), QStringLiteral("--json"),
                                 files.write("a.jsonl", line + labelled("good", QByteArray("[") + miners + "]"))});
    QCOMPARE(outcome.code, 1); // the good line is scored all the same
    QCOMPARE(outcome.error.count('\n'), 1);
    QVERIFY2(outcome.error.contains(names) && outcome.error.contains("a.jsonl: line 1"), outcome.error.constData());
    QCOMPARE(QJsonDocument::fromJson(outcome.out).object()["cases"].toInt(), 1);
}

void TestEvaluate::usage() {
    QCOMPARE(run({QStringLiteral("evaluate")}).code, 2);
    const Outcome missing = run({QStringLiteral("evaluate"), QStringLiteral("no-such.jsonl")});
    QCOMPARE(missing.code, 2);
    QVERIFY(missing.error.contains("no-such.jsonl"));
    Files files;
    QCOMPARE(run({QStringLiteral("evaluate"), files.write("empty.jsonl", "\n")}).code, 2);
    QVERIFY(run({QStringLiteral("evaluate"), QStringLiteral("--help")}).out.startsWith("countercheck-cli evaluate "));
}

QTEST_GUILESS_MAIN(TestEvaluate)
#include "tst_evaluate.moc"
