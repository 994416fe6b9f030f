// SPDX-License-Identifier: GPL-3.0-or-later
// Which text rests on which: copies, rewrites, a shared report, texts that only have their topic in common.
#ifndef Q_MOC_RUN // moc cannot read the standard concepts
#include "core/compare/compare.h"
#include "core/text/explaining.h"
#endif

#include <QTest>

#include <array>

using namespace countercheck::compare;

namespace {

constexpr std::string_view report =
    "The ferry Halcyon ran aground off the island of Brune on Friday evening with 84 passengers and nine crew on "
    "board. "
    "The coast guard sent three cutters and a helicopter, and by midnight everybody had been brought ashore. "
    "\"We heard a long scraping noise and then the lights went out,\" said Marta Oliveira, a teacher who was "
    "travelling "
    "with her class. \"Nobody panicked, and the crew handed out life jackets within minutes.\" "
    "Eleven people were treated for cold and two for broken bones. "
    "The harbour master said the channel buoy had been missing since a storm in March and that the shipping company "
    "had "
    "been told twice. "
    "The company, Brune Lines, said it would wait for the findings of the maritime board before commenting on the "
    "buoy. "
    "Divers will inspect the hull on Saturday, and the ferry service is suspended until further notice.";

constexpr std::string_view rewrite =
    "A ferry with 84 passengers and nine crew on board ran aground off the island of Brune on Friday evening, the "
    "coast "
    "guard said. Three cutters and a helicopter were sent, and by midnight everybody had been brought ashore. "
    "Marta Oliveira, a teacher travelling with her class, told of a long scraping noise before the lights went out. "
    "Eleven people were treated for cold and two for broken bones. "
    "The channel buoy had been missing since a storm in March, the harbour master said, and the shipping company had "
    "been told twice. Divers will inspect the hull on Saturday.";

constexpr std::string_view other =
    "Islanders on Brune have complained for years about the state of the channel. Fishermen point to a sandbank that "
    "moves every winter, and a petition for a second lighthouse gathered 400 names last autumn. The regional council "
    "discussed dredging in May but found no money for it. The mayor wants the ministry to pay. "
    "The harbour master said the channel buoy had been missing since a storm in March and that the shipping company "
    "had "
    "been told twice. "
    "Tourism brings most of the island's income, and hotels report that guests are calling to ask whether boats run.";

constexpr std::string_view unrelated =
    "The city orchestra opens its season with a programme of new music. Four composers from the region were asked for "
    "short pieces about rivers, and the chorus of the music school joins in the last of them. Tickets are on sale at "
    "the box office and cost less for pupils. The conductor said the rehearsals had been the happiest in years.";

std::optional<Comparison> compared(std::string_view a, std::string_view aDate, std::string_view b,
                                   std::string_view bDate) {
    const std::array<Input, 2> inputs{Input{a, aDate, {}, "en"}, Input{b, bDate, {}, "en"}};
    return compareArticles(inputs);
}

} // namespace

class TestLineage : public QObject {
    Q_OBJECT
private slots:
    void changedFiguresAreTold();
    void aCopyIsTheSameText() {
        std::string copy(report);
        copy.replace(copy.find("84 passengers"), 13, "86 passengers");
        const auto c = compared(report, {}, copy, {});
        QCOMPARE(c->lineage.size(), std::size_t{1});
        QCOMPARE(c->lineage[0].kind, LineageKind::SameText);
        QVERIFY(c->lineage[0].similarity > 0.85);
        QCOMPARE(c->origin[0], c->origin[1]);
        // the editing error in the copy is found, and counts as one origin
        bool found = false;
        for (const Question& question : c->questions)
            if (question.status() == RelationKind::Contradiction) {
                found = true;
                QCOMPARE(question.claims[question.relations[0].a].quote, std::string("84 passengers"));
                QCOMPARE(question.origins, 1u);
            }
        QVERIFY(found);
    }

    void aRewriteIsDerived_data() {
        QTest::addColumn<QString>("reportDate");
        QTest::addColumn<QString>("rewriteDate");
        QTest::addColumn<bool>("reportFirst");
        QTest::newRow("later by its date") << "2024-05-03"
                                           << "2024-05-04" << true;
        QTest::newRow("earlier by its date") << "2024-05-05"
                                             << "2024-05-04" << false;
        QTest::newRow("no dates: the one that quotes") << ""
                                                       << "" << true;
        QTest::newRow("one day: the one that quotes") << "2024-05-04"
                                                      << "2024-05-04" << true;
    }
    void aRewriteIsDerived() {
        QFETCH(QString, reportDate);
        QFETCH(QString, rewriteDate);
        QFETCH(bool, reportFirst);
        const std::string reported = reportDate.toStdString(), rewritten = rewriteDate.toStdString();
        const auto forth = compared(report, reported, rewrite, rewritten);
        const auto back = compared(rewrite, rewritten, report, reported);
        for (const auto* c : {&forth, &back}) {
            QCOMPARE((*c)->lineage.size(), std::size_t{1});
            const Lineage& l = (*c)->lineage[0];
            QCOMPARE(l.kind, LineageKind::Derived);
            const bool reportIsFirstArticle = c == &forth;
            QCOMPARE(l.a == 0, reportIsFirstArticle == reportFirst);
            QCOMPARE((*c)->origin[0], (*c)->origin[1]);
            QVERIFY(!l.evidence.empty() && !l.explanation.empty());
            for (const LineageRun& run : l.evidence) {
                const bool aIsReport = (l.a == 0) == reportIsFirstArticle;
                QVERIFY(run.a.of(aIsReport ? report : rewrite).size() > 10);
                QVERIFY(run.b.of(aIsReport ? rewrite : report).size() > 10);
            }
        }
    }

    void aSharedSentenceIsASharedSource() {
        const auto c = compared(report, {}, other, {});
        QCOMPARE(c->lineage.size(), std::size_t{1});
        QCOMPARE(c->lineage[0].kind, LineageKind::SharedSource);
        QVERIFY(c->origin[0] != c->origin[1]);
        QCOMPARE(std::string(c->lineage[0].evidence.at(0).a.of(report)).substr(0, 18),
                 std::string("The harbour master"));
    }

    void otherTextsAreNotRelated() {
        QVERIFY(compared(report, {}, unrelated, {})->lineage.empty());
        QVERIFY(compared(unrelated, {}, other, {})->lineage.empty());
        QVERIFY(compared("Three people were hurt.", {}, "Three people were hurt.", {})->lineage.empty());
        QVERIFY(compared("", {}, report, {})->lineage.empty());
    }
};

void TestLineage::changedFiguresAreTold() {
    std::string copy(rewrite);
    const std::string was = "Eleven people were treated for cold";
    copy.replace(copy.find(was), was.size(), "At least eleven people were treated for cold");
    const auto result = compared(report, "2026-03-07", copy, "2026-03-08");
    QVERIFY(result && !result->lineage.empty());
    const auto& link = result->lineage[0];
    QCOMPARE(link.kind, LineageKind::Derived);
    const std::string explanation = countercheck::text::inEnglish(link.explanation);
    QVERIFY2(explanation.find("“Eleven people” became “At least eleven people”") != std::string::npos,
             explanation.c_str());
    // Nothing changed, nothing told.
    const auto same = compared(report, "2026-03-07", rewrite, "2026-03-08");
    QVERIFY(same && !same->lineage.empty());
    QVERIFY(countercheck::text::inEnglish(same->lineage[0].explanation).find("became") == std::string::npos);
}

QTEST_GUILESS_MAIN(TestLineage)
#include "tst_lineage.moc"
