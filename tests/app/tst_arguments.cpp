// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"

#include <QStringList>
#include <QTest>

using namespace countercheck::cli;

class TstArguments : public QObject {
    Q_OBJECT
private slots:
    void good_data();
    void good();
    void bad_data();
    void bad();

private:
    const std::vector<Option> known_ = {{"--json"}, {"--output", true}, {"-v"}};
};

void TstArguments::good_data() {
    QTest::addColumn<QStringList>("line");
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<bool>("json");
    QTest::addColumn<QString>("output");
    const auto row = [](const char* name, QStringList line, QStringList words, bool json, const char* output) {
        QTest::newRow(name) << line << words << json << QString::fromLatin1(output);
    };
    row("nothing", {}, {}, false, "");
    row("words", {"a", "b"}, {"a", "b"}, false, "");
    row("option first", {"--json", "a"}, {"a"}, true, "");
    row("option last", {"a", "--json"}, {"a"}, true, "");
    row("value in the next word", {"--output", "x", "a"}, {"a"}, false, "x");
    row("value after the equals sign", {"--output=x=y", "a"}, {"a"}, false, "x=y");
    row("a value may begin with a dash", {"--output", "-"}, {}, false, "-");
    row("a dash alone is a word", {"-"}, {"-"}, false, "");
    row("all is a word after two dashes", {"--", "--json", "--", "-x"}, {"--json", "--", "-x"}, false, "");
    row("an empty word", {""}, {""}, false, "");
}

void TstArguments::good() {
    QFETCH(QStringList, line);
    QFETCH(QStringList, words);
    QFETCH(bool, json);
    QFETCH(QString, output);
    std::vector<std::string> given;
    for (const QString& word : line)
        given.push_back(word.toStdString());
    std::string problem;
    const auto arguments = Arguments::tryFrom(given, known_, problem);
    QVERIFY2(arguments, problem.c_str());
    QStringList got;
    for (const std::string& word : arguments->words())
        got << QString::fromStdString(word);
    QCOMPARE(got, words);
    QCOMPARE(arguments->has("--json"), json);
    QCOMPARE(QString::fromStdString(arguments->value("--output")), output);
    QVERIFY(problem.empty());
}

void TstArguments::bad_data() {
    QTest::addColumn<QStringList>("line");
    QTest::addColumn<QByteArray>("names");
    QTest::newRow("unknown") << QStringList{"a", "--jsn"} << QByteArray("“--jsn”");
    QTest::newRow("unknown with a value") << QStringList{"--colour=red"} << QByteArray("“--colour”");
    QTest::newRow("a beginning is not enough") << QStringList{"--js"} << QByteArray("“--js”");
    QTest::newRow("no value") << QStringList{"--output"} << QByteArray("“--output” needs a value");
    QTest::newRow("empty value") << QStringList{"--output="} << QByteArray("“--output” needs a value");
    QTest::newRow("value not wanted") << QStringList{"--json=yes"} << QByteArray("“--json” takes no value");
    QTest::newRow("twice") << QStringList{"--json", "--json"} << QByteArray("“--json” is given twice");
}

void TstArguments::bad() {
    QFETCH(QStringList, line);
    QFETCH(QByteArray, names);
    std::vector<std::string> given;
    for (const QString& word : line)
        given.push_back(word.toStdString());
    std::string problem;
    QVERIFY(!Arguments::tryFrom(given, known_, problem));
    QVERIFY2(QByteArray::fromStdString(problem).contains(names), problem.c_str());
}

QTEST_GUILESS_MAIN(TstArguments)
#include "tst_arguments.moc"
