// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/printing/verifysummary.h"

#include "tests/printing/printed.h"

#include <QTest>

using namespace countercheck;
using printing::Format;

namespace {

printing::CaseView viewOf(const dossier::Dossier& then, const dossier::Dossier& now) {
    return {std::make_shared<const dossier::Dossier>(now),
            [then](std::uint64_t) -> std::variant<dossier::Snapshot, std::string> {
                return std::make_shared<const dossier::Dossier>(then);
            }};
}
/// Empty: it holds.
std::string fault(const std::string& bytes, const dossier::Dossier& then, const dossier::Dossier& now) {
    const auto verdict = printing::verifySummary(bytes, viewOf(then, now));
    const auto* const differs = std::get_if<printing::Differs>(&verdict);
    return differs ? differs->message : std::string();
}
dossier::Decisions& first(dossier::Dossier& d) {
    return d.decisions[{d.comparison.questions[0].key}];
}

} // namespace

class VerifySummaryTest : public QObject {
    Q_OBJECT
private slots:
    void holds_data() {
        QTest::addColumn<int>("format");
        for (const printing::FormatInfo& info : printing::formats())
            if (info.format != Format::Sheet && info.format != Format::SheetPdf)
                QTest::newRow(std::string(info.name).c_str()) << static_cast<int>(info.format);
    }
    void holds() {
        QFETCH(int, format);
        const dossier::Dossier d = printed::plants();
        for (const bool includeUnsigned : {false, true})
            for (const auto language : {report::Language::English, report::Language::French}) {
                const std::string bytes =
                    printed::bytes(d, printed::order(static_cast<Format>(format), includeUnsigned, language));
                const std::string found = fault(bytes, d, d);
                QVERIFY2(found.empty(), found.c_str());
                const auto verdict = printing::verifySummary(bytes, viewOf(d, d));
                QCOMPARE(std::get<printing::Holds>(verdict).signedLines, std::size_t{1});
                QCOMPARE(std::get<printing::Holds>(verdict).unsignedLines > 0, includeUnsigned);
            }
    }

    /// What somebody else would have written under the same seal.
    void anotherFigureIsFound_data() { holds_data(); }
    void anotherFigureIsFound() {
        QFETCH(int, format);
        const dossier::Dossier d = printed::plants();
        const auto order = printed::order(static_cast<Format>(format));
        dossier::Dossier forged = d;
        std::vector<compare::Question> questions = d.comparison.questions;
        questions[0].claims[1].shown = "five";
        questions[0].claims[1].quote = "five";
        questions[0].claims[1].set = handmade::exactly(5);
        forged.comparison.questions = questions;
        QVERIFY(!fault(printed::bytes(forged, order), d, d).empty());
        forged = d;
        first(forged).signOff->stamp.by = "Somebody Else";
        QVERIFY(!fault(printed::bytes(forged, order), d, d).empty());
        forged = d;
        first(forged).verdict->state = dossier::VerdictState::Verified;
        QVERIFY(!fault(printed::bytes(forged, order), d, d).empty());
        forged = d;
        std::vector<dossier::Article> articles = d.articles;
        articles[0].id.sha256[5] = '1';
        forged.articles = articles;
        QVERIFY(!fault(printed::bytes(forged, order), d, d).empty());
    }

    /// Each digit of what can be read, one after another. (In formats that are not packed.)
    void everyDigitCounts_data() {
        QTest::addColumn<int>("format");
        for (const Format format : {Format::Html, Format::Markdown, Format::Text, Format::Json, Format::ClaimReview})
            QTest::newRow(std::string(printing::infoOf(format).name).c_str()) << static_cast<int>(format);
    }
    void everyDigitCounts() {
        QFETCH(int, format);
        const dossier::Dossier d = printed::plants();
        const std::string bytes = printed::bytes(d, printed::order(static_cast<Format>(format)));
        const std::size_t from = static_cast<Format>(format) == Format::Html ? bytes.find("<body>") : 0;
        int tried = 0;
        for (std::size_t at = from; at < bytes.size(); ++at) {
            const bool digit = bytes[at] >= '0' && bytes[at] <= '9';
            // The tags of HTML (h1, q2) are no text.
            const std::size_t open = bytes.rfind('<', at), close = bytes.rfind('>', at);
            const bool tag = static_cast<Format>(format) == Format::Html && open != std::string::npos &&
                             (close == std::string::npos || close < open);
            const bool entity = at > 1 && bytes[at - 1] == '#' && bytes[at - 2] == '&';
            const bool second = at > 2 && bytes[at - 2] == '#' && bytes[at - 3] == '&';
            // A seal that somebody changed either leads nowhere or says the same: it is no text.
            const std::size_t seal = bytes.find("countercheck-summary:1:");
            if (!digit || tag || entity || second || (at >= seal && at < bytes.find(":end", seal)))
                continue;
            std::string changed = bytes;
            changed[at] = bytes[at] == '9' ? '1' : static_cast<char>(bytes[at] + 1);
            ++tried;
            if (tried % 3 == 0) // each costs a whole printing
                QVERIFY2(!fault(changed, d, d).empty(), changed.substr(at > 60 ? at - 60 : 0, 120).c_str());
        }
        QVERIFY(tried > 50);
    }

    void wordsThatAreHidden() {
        const dossier::Dossier d = printed::plants();
        const std::string page = printed::bytes(d, printed::order(Format::Html));
        const auto with = [&](const std::string& from, const std::string& to) {
            std::string changed = page;
            const std::size_t at = changed.find(from);
            if (at == std::string::npos)
                throw std::runtime_error("not there: " + from);
            return fault(changed.replace(at, from.size(), to), d, d);
        };
        QVERIFY(!with("<p class=\"sentence\"", "<p hidden class=\"sentence\"").empty());
        QVERIFY(!with("<p class=\"sentence\"", "<p style=\"display:none\" class=\"sentence\"").empty());
        QVERIFY(!with(".sentence {", ".sentence { display: none;").empty());
        QVERIFY(!with("</main>", "<script>document.body.textContent = 'x'</script></main>").empty());
        QVERIFY(!with("</main>", "<p>One more.</p></main>").empty());
        // What wraps the words does not matter.
        QVERIFY(with("<main>\n", "<main>\n\n   ").empty());
    }

    void otherCases() {
        const dossier::Dossier d = printed::plants();
        const std::string bytes = printed::bytes(d, printed::order(Format::Html));
        dossier::Dossier other = d;
        other.lastHash[0] = 'b';
        QVERIFY(fault(bytes, other, other).find("another log") != std::string::npos);
        other = d;
        other.records = 7;
        QVERIFY(fault(bytes, other, other).find("23 records") != std::string::npos);
        std::string without = bytes;
        without.erase(without.find("countercheck-summary:"), 22);
        QVERIFY(fault(without, d, d).find("seal") != std::string::npos);
        QVERIFY(fault("", d, d).find("empty") != std::string::npos);
        QVERIFY(fault("PK\x03\x04 no archive", d, d).find("cannot be read") != std::string::npos);
        QVERIFY(fault("%PDF-1.5 no pages", d, d).find("cannot be read") != std::string::npos);
        QVERIFY(!fault("just words", d, d).empty());
        QVERIFY(!fault("{\"a\":", d, d).empty());
    }

    /// A later decision does not change what was signed then; taking it back does.
    void whatHappenedSince() {
        const dossier::Dossier then = printed::plants();
        const std::string bytes = printed::bytes(then, printed::order(Format::Text));
        dossier::Dossier now = then;
        now.records = 30;
        now.lastHash = std::string(64, '9');
        now.title = "Another title";
        QCOMPARE(fault(bytes, then, now), std::string());
        first(now).revoked = true;
        first(now).revokedBecause = "the mayor called";
        QVERIFY(fault(bytes, then, now).find("the mayor called") != std::string::npos);
        now = then;
        first(now).signOff->subjectHash = std::string(64, 'd');
        QVERIFY(fault(bytes, then, now).find("signed anew") != std::string::npos);
        now = then;
        now.comparison.questions = std::vector<compare::Question>{};
        QVERIFY(fault(bytes, then, now).find("no question of the case") != std::string::npos);
    }

    void sealsSurviveBrokenLines() {
        const report::Statement statement =
            printing::statementOf(printed::plants(), printed::order(Format::Docx, true, report::Language::French));
        std::string seal = report::sealOf(statement);
        QCOMPARE(report::statementIn("x " + seal + " y"), std::optional(statement));
        for (std::size_t at = 40; at < seal.size(); at += 41)
            seal.insert(at, "\r\n   ");
        QCOMPARE(report::statementIn(seal), std::optional(statement));
        QVERIFY(!report::statementIn("countercheck-summary:1:AAAA:end"));
        QVERIFY(!report::statementIn("countercheck-summary:1:"));
    }
};

QTEST_GUILESS_MAIN(VerifySummaryTest)
#include "tst_verifysummary.moc"
