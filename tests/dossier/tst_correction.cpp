// SPDX-License-Identifier: GPL-3.0-or-later
// What people put right lies on top of every new result, hangs on its words, and is listed as lost where they are gone.
#include "core/dossier/correction.h"
#include "core/dossier/plaintext.h"
#include "tests/dossier/plain.h"
#include "tests/store/samples.h"

#include <QTest>

using namespace samples;
using dossier::ArticleId;
using dossier::ClaimAnchor;
using dossier::Correction;
using dossier::CorrectionKind;
using dossier::Placed;

namespace {

ClaimAnchor anchor(const std::string& text, const std::string& words) {
    const std::size_t at = text.find(words);
    return {{dossier::sha256Hex(text)},
            dossier::codePointsBefore(text, at),
            dossier::codePointsBefore(text, at + words.size()),
            words};
}

/// Contradiction of different headline values, agreement of the same.
std::optional<compare::Relation> relate(const compare::Question& question, std::uint32_t a, std::uint32_t b,
                                        const std::vector<dossier::Article>&) {
    const auto& x = question.claims[a].set;
    const auto& y = question.claims[b].set;
    if (!x || !y)
        return std::nullopt;
    const bool same = x->headline == y->headline;
    return compare::Relation{a,
                             b,
                             same ? compare::RelationKind::Agreement : compare::RelationKind::Contradiction,
                             compare::Reason::Value,
                             compare::Supersedes::None,
                             same ? "the same" : "not the same"};
}

struct Bench {
    std::vector<dossier::Article> articles{article("first", first).article, article("second", second).article};
    compare::Comparison results = samples::results();
    std::vector<Placed> placed;

    Bench& with(Correction correction) {
        placed.push_back({{placed.size() + 1}, {"Ada", "2026-01-14T09:00:00.000Z"}, std::move(correction), false});
        return *this;
    }
    Bench& run() {
        plain::correct(results, placed, articles, relate);
        return *this;
    }
    const compare::Question* question(std::string_view key) const {
        for (const auto& one : results.questions.get())
            if (one.key == key)
                return &one;
        return nullptr;
    }
};

Correction make(CorrectionKind kind, const char* question, std::vector<ClaimAnchor> claims = {}) {
    Correction correction;
    correction.kind = kind;
    correction.question.value = question;
    correction.claims = std::move(claims);
    return correction;
}

} // namespace

class TestCorrection : public QObject {
    Q_OBJECT
private slots:
    void nothingChangesNothing() {
        Bench bench;
        QVERIFY(bench.run().results == samples::results());
    }

    void rename() {
        Correction named = make(CorrectionKind::Rename, "taken");
        named.text = "staff abducted";
        Bench bench;
        bench.with(named).run();
        QCOMPARE(bench.question("taken")->label, std::string("staff abducted"));
        QVERIFY(!bench.placed[0].lost);
    }

    void renameFindsItsQuestionUnderAnotherKey() {
        Correction named = make(CorrectionKind::Rename, "an old key");
        named.text = "staff abducted";
        named.anchors = {anchor(first, "Three people"), anchor(second, "Four people")};
        Bench bench;
        bench.with(named).run();
        QCOMPARE(bench.question("taken")->label, std::string("staff abducted"));
    }

    void lostWhereNothingHoldsIt() {
        Correction named = make(CorrectionKind::Rename, "an old key");
        named.text = "x";
        Correction value = make(CorrectionKind::Value, "taken", {anchor(third, "four people")});
        value.value = "5";
        Bench bench;
        bench.with(named).with(value).run();
        QVERIFY(bench.placed[0].lost);
        QVERIFY(bench.placed[1].lost);
        QVERIFY(bench.results.questions == samples::results().questions);
    }

    void split() {
        Bench bench;
        bench.with(make(CorrectionKind::Split, "taken", {anchor(second, "Four people")})).run();
        QCOMPARE(bench.question("taken")->claims.size(), std::size_t(1));
        QVERIFY(bench.question("taken")->relations.empty());
        QCOMPARE(bench.results.questions.size(), samples::results().questions.size() + 1);
        std::size_t found = 0;
        for (const auto& one : bench.results.questions.get())
            found += one.key.starts_with("taken~") && one.claims[0].quote == "Four people" ? 1U : 0U;
        QCOMPARE(found, std::size_t(1));
    }

    void dismissedRelation() {
        Correction dismissed =
            make(CorrectionKind::Relation, "taken", {anchor(second, "Four people"), anchor(first, "Three people")});
        dismissed.reason = "another village";
        Bench bench;
        bench.with(dismissed).run();
        QVERIFY(bench.question("taken")->relations.empty());
        QCOMPARE(bench.question("taken")->claims.size(), std::size_t(2));
    }

    void valueIsRelatedAnew() {
        Correction value = make(CorrectionKind::Value, "taken", {anchor(first, "Three people")});
        value.value = "4";
        Bench bench;
        bench.with(value).run();
        const auto* question = bench.question("taken");
        QCOMPARE(question->relations.size(), std::size_t(1));
        QCOMPARE(question->relations[0].kind, compare::RelationKind::Agreement);
        QCOMPARE(question->claims[0].person, std::string("Ada"));
        QCOMPARE(question->claims[0].quote, std::string("Three people")); // the words stay
    }

    void laterCorrectionsWin() {
        Correction four = make(CorrectionKind::Value, "taken", {anchor(first, "Three people")});
        four.value = "4";
        Correction five = four;
        five.value = "5";
        Bench bench;
        bench.with(four).with(five).run();
        QCOMPARE(bench.question("taken")->claims[0].set->headline, std::optional(read::Decimal(5)));
    }

    void markedClaim() {
        Correction mark = make(CorrectionKind::Mark, "men", {anchor(second, "people were taken")});
        mark.value = "100";
        Bench bench;
        bench.with(mark).run();
        const auto* question = bench.question("men");
        QCOMPARE(question->claims.size(), std::size_t(3));
        QCOMPARE(question->claims[2].quote, std::string("people were taken"));
        QCOMPARE(question->claims[2].person, std::string("Ada"));
        QCOMPARE(question->relations.size(), std::size_t(3)); // with both others
    }

    void markedClaimBeginsAQuestion() {
        Correction mark = make(CorrectionKind::Mark, "", {anchor(first, "all staff")});
        mark.text = "who was taken";
        Bench bench;
        bench.with(mark).run();
        const auto& all = bench.results.questions.get();
        const auto found =
            std::find_if(all.begin(), all.end(), [](const auto& one) { return one.label == "who was taken"; });
        QVERIFY(found != all.end());
        QCOMPARE(found->claims.size(), std::size_t(1));
    }

    void marksAreNeverMoved() {
        Correction mark = make(CorrectionKind::Mark, "men", {anchor(second, "people were taken")});
        mark.claims[0].start += 1; // the words stand elsewhere: not a near match
        Bench bench;
        bench.with(mark).run();
        QVERIFY(bench.placed[0].lost);
        QCOMPARE(bench.question("men")->claims.size(), std::size_t(2));
    }

    void lineageCountsOrigins() {
        Correction derived;
        derived.kind = CorrectionKind::Lineage;
        derived.articles = {{dossier::sha256Hex(first)}, {dossier::sha256Hex(second)}};
        derived.text = "derived";
        Bench bench;
        bench.with(derived).run();
        QCOMPARE(bench.results.lineage.size(), std::size_t(1));
        QCOMPARE(bench.results.lineage[0].kind, compare::LineageKind::Derived);
        QCOMPARE(bench.question("taken")->origins, 1U);
        derived.text = "independent";
        bench.with(derived);
        bench.results = samples::results();
        bench.run();
        QVERIFY(bench.results.lineage.empty());
        QCOMPARE(bench.question("taken")->origins, 2U);
    }

    void wrongFields_data() {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("right");
        QTest::newRow("number") << "value"
                                << "2.5" << true;
        QTest::newRow("word") << "value"
                              << "two" << false;
        QTest::newRow("unbounded") << "low"
                                   << "" << true;
        QTest::newRow("qualifier") << "qualifier"
                                   << "at-least" << true;
        QTest::newRow("no qualifier") << "qualifier"
                                      << "ish" << false;
        QTest::newRow("date") << "from"
                              << "2026-01-13" << true;
        QTest::newRow("no date") << "from"
                                 << "Sunday" << false;
    }
    void wrongFields() {
        QFETCH(QString, field);
        QFETCH(QString, text);
        QFETCH(bool, right);
        Correction correction;
        (field == "value"       ? correction.value
         : field == "low"       ? correction.low
         : field == "qualifier" ? correction.qualifier
                                : correction.from) = text.toStdString();
        QCOMPARE(dossier::wrongWithValue(correction).empty(), right);
    }
};

QTEST_APPLESS_MAIN(TestCorrection)
#include "tst_correction.moc"
