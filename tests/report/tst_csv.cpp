// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/report.h"

#include "tests/report/plantscase.h"

#include <QTest>

using namespace countercheck;

namespace {

/// A strict reader of RFC 4180; an empty list when the text is not CSV.
QList<QStringList> parsed(const std::string& csv) {
    QList<QStringList> rows;
    QStringList row;
    const QString text = QString::fromUtf8(csv.data(), static_cast<qsizetype>(csv.size()));
    QString cell;
    qsizetype i = 0;
    while (i < text.size()) {
        cell.clear();
        if (text[i] == '"') {
            for (++i;; ++i) {
                if (i >= text.size())
                    return {};
                if (text[i] != '"')
                    cell += text[i];
                else if (i + 1 < text.size() && text[i + 1] == '"')
                    cell += text[i++];
                else
                    break;
            }
            ++i;
        } else {
            while (i < text.size() && text[i] != ',' && text[i] != '\r' && text[i] != '\n') {
                if (text[i] == '"')
                    return {};
                cell += text[i++];
            }
        }
        row << cell;
        if (i < text.size() && text[i] == ',') {
            ++i;
            continue;
        }
        if (i + 1 >= text.size() || text[i] != '\r' || text[i + 1] != '\n')
            return {};
        i += 2;
        rows << row;
        row.clear();
    }
    return rows;
}

/// All of a case, unsigned questions included.
std::string csvOf(const dossier::Dossier& d, bool includeUnsigned = true) {
    report::Statement statement;
    statement.asOf = "2026-01-16T10:05:00Z";
    statement.records = d.records;
    statement.log = std::string(64, '1');
    statement.includeUnsigned = includeUnsigned;
    return report::toCsv(d, statement);
}

} // namespace

class CsvTest : public QObject {
    Q_OBJECT
    static QString cell(const QList<QStringList>& rows, qsizetype row, const QString& column) {
        const qsizetype at = rows.value(0).indexOf(column);
        return at < 0 ? QStringLiteral("no such column: ") + column : rows.value(row).value(at);
    }

private slots:
    void oneRowAClaim() {
        const auto rows = parsed(csvOf(handmade::plantsCase()));
        QCOMPARE(rows.size(), 1 + 4 + 2 + 3 + 2 + 1); // the dismissed one stays out
        for (const QStringList& row : rows)
            QCOMPARE(row.size(), rows[0].size());
        QCOMPARE(cell(rows, 1, "question"), "How many people were abducted?");
        QCOMPARE(cell(rows, 1, "kind"), "count");
        QCOMPARE(cell(rows, 1, "status"), "contradiction");
        QCOMPARE(cell(rows, 1, "verdict"), "disputed");
        QCOMPARE(cell(rows, 1, "figure state"), "signed-off");
        QCOMPARE(cell(rows, 1, "signed off by"), "Grace Lind");
        QCOMPARE(cell(rows, 1, "value"), "3");
        QCOMPARE(cell(rows, 1, "attribution"), "Lookout");
        QCOMPARE(cell(rows, 1, "publisher"), "Alpha");
        QCOMPARE(cell(rows, 1, "article"), "A");
        QCOMPARE(cell(rows, 5, "signed off by"), ""); // revoked
        QCOMPARE(cell(rows, 7, "qualifier"), "nearly");
        QCOMPARE(cell(rows, 7, "low"), "144");
        QCOMPARE(cell(rows, 7, "high"), "160");
        QCOMPARE(cell(rows, 7, "high inclusive"), "no");
        QCOMPARE(cell(rows, 9, "high"), ""); // unbounded
        QCOMPARE(cell(rows, 12, "status"), "single-source");
        QCOMPARE(cell(rows, 1, "mark"), "signed off, identity asserted only");
        QCOMPARE(cell(rows, 5, "mark"), "sign-off revoked: an article was corrected");
        QCOMPARE(cell(rows, 12, "mark"), "unsigned");
        QCOMPARE(cell(rows, 1, "checked by"), "Ada Okafor");
        QCOMPARE(cell(rows, 1, "as of"), "2026-01-16T10:05:00Z");
        // Unsigned questions stay out unless they are asked for.
        QCOMPARE(parsed(csvOf(handmade::plantsCase(), false)).size(), 1 + 4);
    }
    void emptyCase() {
        const auto rows = parsed(csvOf({}));
        QCOMPARE(rows.size(), 1);
        QCOMPARE(rows[0].size(), 42);
    }

    void formulas_data() {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("cell");
        const auto row = [](const char* words, const char* cell) {
            QTest::newRow(words) << QString::fromUtf8(words) << QString::fromUtf8(cell);
        };
        row("=HYPERLINK(\"http://x\",\"y\")", "'=HYPERLINK(\"http://x\",\"y\")");
        row("+1 300 555", "'+1 300 555");
        row("-3 degrees", "'-3 degrees");
        row("@SUM(A1)", "'@SUM(A1)");
        row("\t=1+1", "'\t=1+1");
        row("\r=1+1", "'=1+1");
        row("\n=1+1", "'\n=1+1");
        row("＝1+1", "'＝1+1");
        row("three = 3", "three = 3");
        row("a, \"b\"\r\nc", "a, \"b\"\nc");
        row("“=1”", "“=1”");
        row("", "");
    }
    void formulas() {
        QFETCH(QString, words);
        QFETCH(QString, cell);
        dossier::Dossier d = handmade::outlets();
        auto q = handmade::question("Q", "q", compare::QuestionKind::Quote,
                                    {{0, words.toStdString(), {}, words.toStdString()}});
        q.title = words.toStdString();
        q.label = "q";
        d.comparison.questions = std::vector<compare::Question>{q};
        const auto rows = parsed(csvOf(d));
        QCOMPARE(rows.size(), 2);
        QCOMPARE(CsvTest::cell(rows, 1, "claim words"), cell);
        QCOMPARE(CsvTest::cell(rows, 1, "attribution"), cell);
        QCOMPARE(CsvTest::cell(rows, 1, "question"), words.isEmpty() ? QString("q") : cell);
    }
    /// Numbers of ours stay numbers, minus and all.
    void negativeNumbersStayTyped() {
        dossier::Dossier d = handmade::outlets();
        d.comparison.questions = std::vector<compare::Question>{
            handmade::question("Q", "q", compare::QuestionKind::Measure, {{0, "-4", handmade::exactly(-4), ""}})};
        const std::string csv = csvOf(d);
        QVERIFY(csv.find(",-4,-4,-4,") != std::string::npos);
        QVERIFY(csv.find("\"'-4\"") != std::string::npos); // as words it is text
    }
    /// Offsets count code points of the captured text, as everything that leaves the program does.
    void offsetsAreCodePoints() {
        dossier::Dossier d = handmade::outlets();
        std::vector<dossier::Article> articles = d.articles;
        std::string text(3000, 'x');
        for (int i = 0; i < 1000; ++i)
            text += "é";
        text += "😀 three people. ";
        articles[0].text = text;
        d.articles = articles;
        auto q = handmade::question("Q", "q", compare::QuestionKind::Count, {{0, "three", handmade::exactly(3), ""}});
        const auto at = static_cast<std::uint32_t>(text.find("three"));
        q.claims[0].words = {at, at + 5};
        q.claims[0].sentence = {at, at + 13};
        d.comparison.questions = std::vector<compare::Question>{q};
        const auto rows = parsed(csvOf(d));
        QCOMPARE(cell(rows, 1, "start"), "4002");
        QCOMPARE(cell(rows, 1, "end"), "4007");
        QCOMPARE(cell(rows, 1, "sentence"), "three people.");
    }
    void dates() {
        dossier::Dossier d = handmade::outlets();
        auto q = handmade::question("Q", "q", compare::QuestionKind::Date, {{0, "Sunday", {}, ""}});
        q.claims[0].time = read::TimeSpan{.from = 1768089600, .to = 1768176000}; // January 11, 2026
        d.comparison.questions = std::vector<compare::Question>{q};
        const auto rows = parsed(csvOf(d));
        QCOMPARE(cell(rows, 1, "from"), "2026-01-11");
        QCOMPARE(cell(rows, 1, "to"), "2026-01-12");
        QCOMPARE(cell(rows, 1, "value"), "");
    }
};

QTEST_GUILESS_MAIN(CsvTest)
#include "tst_csv.moc"
