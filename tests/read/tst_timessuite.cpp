// SPDX-License-Identifier: GPL-3.0-or-later
// Times as examples a language (times-suite-en.tsv, …), written from the guidelines of TIMEX3 and of assistants before
// the program was asked. A row marked `gap` is not met yet: it counts as a miss in the scores that are printed, and the
// mark must go once the row is met.
#ifndef Q_MOC_RUN // moc cannot read the standard concepts
#include "core/read/mentions.h"
#include "core/text/reading.h"
#endif

#include <QFile>
#include <QTest>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

using namespace countercheck;
using namespace countercheck::read;

namespace {

struct Row {
    QByteArray published, sentence, expected;
    int line = 0;
    bool gap = false;
};

constexpr std::array<std::pair<const char*, int>, 4> suites = {{{"en", 500}, {"fr", 150}, {"de", 100}, {"es", 100}}};

std::vector<Row> rowsOf(const char* language, QString& error) {
    const QString name = QStringLiteral(COUNTERCHECK_TEST_DATA "/read/times-suite-%1.tsv").arg(QLatin1String(language));
    std::vector<Row> rows;
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        error = name + QStringLiteral(" cannot be opened");
    for (int line = 1; !file.atEnd(); ++line) {
        QByteArray text = file.readLine();
        if (text.endsWith('\n'))
            text.chop(1);
        if (text.isEmpty() || text.startsWith('#'))
            continue;
        const QList<QByteArray> fields = text.split('\t');
        if (fields.size() < 3 || fields.size() > 4 || (fields.size() == 4 && fields[3] != "gap"))
            error = QStringLiteral("%1, line %2: three fields, and perhaps `gap`").arg(name).arg(line);
        else
            rows.push_back({fields[0], fields[1], fields[2], line, fields.size() == 4});
    }
    return rows;
}

/// "text|TYPE|value", and "|mod" where there is one.
std::vector<std::string> found(const Row& row, const char* language) {
    ReadContext context;
    context.published = parseIsoTime(row.published.toStdString());
    const std::string sentence = row.sentence.toStdString(); // the reading refers to it
    text::Reading reading;
    Mentions mentions;
    text::read(sentence, text::languageFromTag(language), reading);
    readTimes(reading, context, mentions);
    std::vector<std::string> out;
    for (const TimeMention& time : mentions.times) {
        out.push_back(std::string(reading.of(time.span)) + "|" + std::string(timeTypeName(time.type)) + "|" +
                      time.value);
        if (time.mod != TimeMod::None)
            out.back() += "|" + std::string(timeModName(time.mod));
    }
    return out;
}

std::vector<std::string> expected(const Row& row) {
    std::vector<std::string> out;
    for (const QByteArray& part : row.expected.split(';'))
        if (!part.trimmed().isEmpty())
            out.push_back(part.trimmed().toStdString());
    return out;
}

std::string field(const std::string& mention, int n) {
    return QByteArray::fromStdString(mention).split('|').value(n).toStdString();
}

struct Score {
    int right = 0, found = 0, expected = 0;
    [[nodiscard]] double f1() const { return found + expected == 0 ? 1 : 2.0 * right / (found + expected); }
};

} // namespace

class TestTimesSuite : public QObject {
    Q_OBJECT
private slots:
    void rows_data();
    void rows();
    void scores();
};

void TestTimesSuite::rows_data() {
    QTest::addColumn<QByteArray>("language");
    QTest::addColumn<int>("index");
    for (const auto& [language, least] : suites) {
        QString error;
        const std::vector<Row> rows = rowsOf(language, error);
        QVERIFY2(error.isEmpty(), qPrintable(error));
        QVERIFY2(static_cast<int>(rows.size()) >= least, language);
        for (std::size_t i = 0; i < rows.size(); ++i)
            QTest::addRow("%s, line %d: %s", language, rows[i].line, rows[i].sentence.constData())
                << QByteArray(language) << static_cast<int>(i);
    }
}

void TestTimesSuite::rows() {
    QFETCH(QByteArray, language);
    QFETCH(int, index);
    QString error;
    static std::pair<QByteArray, std::vector<Row>> cache;
    if (cache.first != language)
        cache = {language, rowsOf(language.constData(), error)};
    const Row& row = cache.second[static_cast<std::size_t>(index)];
    const auto got = found(row, language.constData());
    const auto want = expected(row);
    std::string shown;
    for (const std::string& mention : got)
        shown += (shown.empty() ? "" : "; ") + mention;
    if (row.gap)
        QVERIFY2(got != want, "is met now: take the mark `gap` away");
    else
        QVERIFY2(got == want, ("\nfound:    " + shown + "\nexpected: " + row.expected.toStdString()).c_str());
}

/// Exact span, type and value over all rows, the gaps among them.
void TestTimesSuite::scores() {
    for (const auto& [language, least] : suites) {
        Score all;
        QString error;
        const std::vector<Row> rows = rowsOf(language, error);
        std::string line;
        for (const char* type : {"DATE", "TIME", "DURATION", "SET"}) {
            Score score;
            for (const Row& row : rows) {
                const auto got = found(row, language);
                for (const std::string& mention : got)
                    score.found += field(mention, 1) == type;
                for (const std::string& mention : expected(row)) {
                    if (field(mention, 1) != type)
                        continue;
                    ++score.expected;
                    score.right += std::any_of(got.begin(), got.end(), [&](const std::string& g) {
                        return field(g, 0) == field(mention, 0) && field(g, 1) == type &&
                               field(g, 2) == field(mention, 2);
                    });
                }
            }
            all = {all.right + score.right, all.found + score.found, all.expected + score.expected};
            line += QStringLiteral("  %1 %2").arg(QLatin1String(type)).arg(100 * score.f1(), 0, 'f', 1).toStdString();
        }
        qInfo("F1 %s: %.1f %% of %d mentions (%s)", language, 100 * all.f1(), all.expected, line.c_str() + 2);
        QVERIFY(all.f1() > 0.8);
    }
}

QTEST_GUILESS_MAIN(TestTimesSuite)
#include "tst_timessuite.moc"
