// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/escape.h"
#include "core/report/report.h"

#include "tests/report/plantscase.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

using namespace countercheck;

namespace {

const std::string asOf = "2026-01-16T10:05:00Z";

QString html(bool withUnsigned) {
    return QString::fromStdString(
        report::toHtml(report::build(handmade::plantsCase(), asOf, "Grace Lind", withUnsigned)));
}

/// The report as a person would read it aloud.
std::string dump(const report::Report& r) {
    std::string out = r.title + "\nas of " + r.asOf + ", by " + r.by + ", " + std::to_string(r.records) + " records\n";
    const auto line = [&](const report::Line& l) {
        out += "\n" + l.question + "\n  " + l.sentence + "\n  " + l.status + " | " +
               std::string(dossier::verdictStateName(l.verdict)) + (l.verdictBy.empty() ? "" : " by " + l.verdictBy) +
               " | " + l.figureState +
               (l.signedOffBy.empty() ? "" : " by " + l.signedOffBy + (l.asserted ? " (asserted)" : "")) + " | " +
               l.origins + "\n";
        if (!l.leftOut.empty())
            out += "  left out: " + l.leftOut + "\n";
        for (const report::Value& v : l.values)
            out += "  - " + v.words + " | " + v.source + " | " + v.articles + (v.derivedCopy ? " | copy" : "") + "\n";
        for (const std::string& e : l.explanations)
            out += "  why: " + e + "\n";
        for (const std::string& e : l.evidence)
            out += "  evidence: " + e + "\n";
    };
    out += "\n== lines\n";
    for (const report::Line& l : r.lines)
        line(l);
    out += "\n== left out\n";
    for (const report::Line& l : r.unsignedLines)
        line(l);
    out += "\nsingle-source: " + std::to_string(r.singleSource) + "\n";
    for (const std::string& lost : r.lost)
        out += "lost: " + lost + "\n";
    out += "\n== sources\n";
    for (const report::Source& s : r.sources)
        out += s.letter + " | " + s.title + " | " + s.publisher + " | " + s.published + " | " + s.capturedAt + " | " +
               s.lineage + " | " + s.url + "\n";
    return out;
}

/// Compares with tests/golden/report/NAME. COUNTERCHECK_ACCEPT=1 writes it anew, for a person to review in the diff.
void compareWithGolden(const QString& name, const QByteArray& actual) {
    QFile file(QStringLiteral(COUNTERCHECK_TEST_DATA "/golden/report/") + name);
    if (qEnvironmentVariableIsSet("COUNTERCHECK_ACCEPT")) {
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(actual) == actual.size());
        return;
    }
    QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
    const QList<QByteArray> wanted = file.readAll().split('\n'), got = actual.split('\n');
    for (qsizetype i = 0; i < std::min(wanted.size(), got.size()); ++i)
        if (wanted[i] != got[i])
            QFAIL(qPrintable(QStringLiteral("%1, line %2:\n  wanted %3\n  got    %4")
                                 .arg(name)
                                 .arg(i + 1)
                                 .arg(QString(wanted[i]), QString(got[i]))));
    QCOMPARE(got.size(), wanted.size());
}

} // namespace

class ReportTest : public QObject {
    Q_OBJECT
private slots:
    void signedOnly() {
        compareWithGolden("plants.txt", QByteArray::fromStdString(
                                            dump(report::build(handmade::plantsCase(), asOf, "Grace Lind", false))));
    }
    void withUnsigned() {
        compareWithGolden("plants-unsigned.txt", QByteArray::fromStdString(dump(
                                                     report::build(handmade::plantsCase(), asOf, "Grace Lind", true))));
    }
    void page() {
        const QString all = html(false);
        const qsizetype style = all.indexOf("<style>"), end = all.indexOf("</style>");
        QVERIFY(style > 0 && end > style);
        QString body = all.left(style) + all.mid(end + 9);
        body.replace(QStringLiteral("Countercheck " COUNTERCHECK_VERSION), QStringLiteral("Countercheck X"));
        compareWithGolden("plants.html", body.toUtf8());
    }

    void unsignedStaysOut() {
        const QString page = html(false);
        QVERIFY(!page.contains("Estimates of the attackers"));
        QVERIFY(!page.contains("17 trucks"));
        QVERIFY(page.contains("How many attackers were there?")); // named, not told
        QVERIFY(page.contains("sign-off revoked: an article was corrected"));
        QVERIFY(!page.contains("class=\"unsigned-mark\""));
        const QString marked = html(true);
        QCOMPARE(marked.count("class=\"unsigned-mark\""), 3); // trucks, attackers, script
        QVERIFY(marked.contains("Not for publication as it stands"));
        QVERIFY(!marked.contains("date of the attack: ")); // dismissed stays out
    }
    /// Signed off, but not by whom one could prove.
    void assertedIdentityIsSaid() {
        QVERIFY(html(false).contains("identity asserted, not authenticated"));
        dossier::Dossier d = handmade::plantsCase();
        for (auto& [key, decisions] : d.decisions)
            if (decisions.signOff)
                decisions.signOff->asserted = false;
        const std::string page = report::toHtml(report::build(d, asOf, "x", false));
        QVERIFY(page.find("asserted") == std::string::npos);
    }

    void nothingRuns() {
        for (const bool withUnsigned : {false, true}) {
            const QString page = html(withUnsigned);
            QVERIFY(!page.contains("<script", Qt::CaseInsensitive));
            QVERIFY(!page.contains("<img", Qt::CaseInsensitive));
            QVERIFY(!page.contains("href=\"javascript", Qt::CaseInsensitive));
            QVERIFY(!page.contains(" src=", Qt::CaseInsensitive) || page.contains("&lt;img src="));
            QVERIFY(!page.contains("url(", Qt::CaseInsensitive)); // the style loads nothing
            QVERIFY(!page.contains("@import", Qt::CaseInsensitive));
        }
        QVERIFY(html(true).contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
    }
    /// Every tag closed, every attribute quoted, every entity known: readable as XML once the void elements are closed.
    void wellFormed() {
        for (const bool withUnsigned : {false, true}) {
            QString page = html(withUnsigned);
            page.replace(QRegularExpression(QStringLiteral("<meta ([^>]*)>")), QStringLiteral("<meta \\1/>"));
            QXmlStreamReader reader(page);
            int headings = 0, level = 0;
            QStringList ids;
            while (!reader.atEnd()) {
                reader.readNext();
                if (!reader.isStartElement())
                    continue;
                if (const QString id = reader.attributes().value("id").toString(); !id.isEmpty()) {
                    QVERIFY2(!ids.contains(id), qPrintable(id));
                    ids << id;
                }
                const auto name = reader.name();
                if (name.size() == 2 && name[0] == 'h' && name[1].isDigit()) {
                    const int next = name[1].digitValue();
                    QVERIFY2(next <= level + 1, "a heading level is skipped");
                    level = next;
                    ++headings;
                }
                if (name == QLatin1String("th"))
                    QVERIFY(reader.attributes().hasAttribute("scope"));
            }
            QVERIFY2(!reader.hasError(),
                     qPrintable(reader.errorString() + " line " + QString::number(reader.lineNumber())));
            QVERIFY(headings > 5);
        }
    }

    /// What is explained for two values is not told again for the copies of one of them.
    void explanationsOncePerPair() {
        dossier::Dossier d = handmade::plantsCase();
        compare::Question q = d.comparison.questions[2]; // attackers: claims 0 and 1 are one value, 2 is another
        q.relations = {{0, 2, compare::RelationKind::Discrepancy, compare::Reason::Bounds, compare::Supersedes::None,
                        "A and C differ"},
                       {1, 2, compare::RelationKind::Discrepancy, compare::Reason::Bounds, compare::Supersedes::None,
                        "B and C differ"},
                       {0, 1, compare::RelationKind::Agreement, compare::Reason::Value, compare::Supersedes::None,
                        "A and B are equal"},
                       {0, 99, compare::RelationKind::Agreement, compare::Reason::Value, compare::Supersedes::None,
                        "leads nowhere"}};
        d.comparison.questions = std::vector<compare::Question>{q};
        const report::Report r = report::build(d, asOf, "", true);
        QCOMPARE(r.lines.size(), std::size_t{1});
        QCOMPARE(r.lines[0].explanations, std::vector<std::string>{"A and C differ"});
    }

    void emptyCase() {
        const report::Report r = report::build({}, asOf, "", false);
        QVERIFY(r.lines.empty() && r.unsignedLines.empty() && r.sources.empty());
        const QString page = QString::fromStdString(report::toHtml(r));
        QVERIFY(page.contains("Untitled case"));
        QVERIFY(page.contains("Nothing has been signed off yet."));
        QVERIFY(!page.contains("Left out</h2>"));
    }
    /// Indexes that lead nowhere (a damaged case) are no crash.
    void strayIndexes() {
        dossier::Dossier d = handmade::outlets();
        d.comparison.questions = std::vector<compare::Question>{
            handmade::question("How many?", "", compare::QuestionKind::Count, {{77, "three", handmade::exactly(3), ""}},
                               compare::RelationKind::Agreement)};
        d.comparison.lineage = std::vector<compare::Lineage>{{.a = 50, .b = 0, .similarity = 1}};
        QVERIFY(!report::toHtml(report::build(d, asOf, "", true)).empty());
        QVERIFY(!report::toCsv(d, {}).empty());
    }

    void escaping_data() {
        QTest::addColumn<QByteArray>("words");
        QTest::addColumn<QByteArray>("escaped");
        QTest::newRow("markup") << QByteArray("a<b>&\"'") << QByteArray("a&lt;b&gt;&amp;&quot;&#39;");
        QTest::newRow("utf-8") << QByteArray("é€😀") << QByteArray("é€😀");
        QTest::newRow("controls") << QByteArray("a\x01\x7F\r\n\tb") << QByteArray("a\xEF\xBF\xBD\xEF\xBF\xBD\n\tb");
        QTest::newRow("c1 controls") << QByteArray("a\xC2\x85") << QByteArray("a\xEF\xBF\xBD\xEF\xBF\xBD");
        QTest::newRow("no utf-8") << QByteArray("a\xE9<") << QByteArray("a\xEF\xBF\xBD&lt;");
        QTest::newRow("cut off before markup") << QByteArray("\xE2\x82<") << QByteArray("\xEF\xBF\xBD\xEF\xBF\xBD&lt;");
        QTest::newRow("turned around") << QByteArray("a\u202Eb\u202C\u2066c\u2069\u2019") << QByteArray("abc\u2019");
        QTest::newRow("overlong <") << QByteArray("\xC0\xBC") << QByteArray("\xEF\xBF\xBD\xEF\xBF\xBD");
    }
    void escaping() {
        QFETCH(QByteArray, words);
        std::string out;
        report::appendEscaped(out, words.toStdString());
        QTEST(QByteArray::fromStdString(out), "escaped");
    }
    /// What the program derives from the log is French in a French summary; what somebody wrote is theirs.
    void whyItIsLeftOut() {
        dossier::Decisions decisions;
        decisions.revoked = true;
        decisions.revokedBecause = "signed, then changed: the wording (Ada, 2026-01-14)";
        decisions.changed.push_back({.part = dossier::ChangedPart::Part::Wording, .stamp = {}, .after = {}});
        const QString french = QString::fromStdString(report::whyLeftOut(decisions, report::Language::French));
        QVERIFY2(french.contains("puis modifié\u202f: la formulation (Ada, 2026-01-14)"), qPrintable(french));
        const QString english = QString::fromStdString(report::whyLeftOut(decisions, report::Language::English));
        QVERIFY2(english.contains("then changed: the wording (Ada, 2026-01-14)"), qPrintable(english));
        decisions.changed.clear();
        const QString own = QString::fromStdString(report::whyLeftOut(decisions, report::Language::French));
        QVERIFY2(own.contains("signed, then changed: the wording (Ada, 2026-01-14)"), qPrintable(own));
    }
    void addresses() {
        QVERIFY(report::isWebAddress("https://example.org/a?b=c"));
        for (const char* url : {"javascript:alert(1)", "data:text/html,x", "ftp://example.org",
                                "https://example.org/a b", "//example.org", "", " https://x"})
            QVERIFY2(!report::isWebAddress(url), url);
    }
};

QTEST_GUILESS_MAIN(ReportTest)
#include "tst_report.moc"
