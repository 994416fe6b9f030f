// SPDX-License-Identifier: GPL-3.0-or-later
// Which article rests on which, and who repeats whom, where there are many: each article stands once, nothing lies on
// anything else, families stand together, and what one figure has from dozens of articles is said once.
#include "tests/dice.h"
#include "tests/ui/drive.h"
#include "ui/basics/theme.h"
#include "ui/deciding/sayings.h"
#include "ui/deciding/setsaxis.h"
#include "ui/sources/lineagegraph.h"
#include "ui/sources/lineagelayout.h"
#include "ui/sources/lineagescope.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

#include <map>
#include <memory>
#include <numeric>
#include <set>

using namespace countercheck;
using namespace countercheck::ui;
using compare::LineageKind;

namespace {

compare::Lineage line(std::uint32_t a, std::uint32_t b, LineageKind kind, double similarity) {
    compare::Lineage made;
    made.a = a;
    made.b = b;
    made.kind = kind;
    made.similarity = similarity;
    return made;
}

LineageLayout laidOut(std::size_t articles, const std::vector<compare::Lineage>& lineages) {
    compare::Comparison comparison;
    comparison.lineage = lineages;
    std::vector<std::uint32_t> all(articles);
    std::iota(all.begin(), all.end(), std::uint32_t{0});
    return layOutLineage(comparison, all);
}

/// "0@0,0 1@1,0": article, column, row.
QString places(const LineageLayout& layout) {
    QStringList out;
    for (const LineageBox& box : layout.boxes)
        out << QStringLiteral("%1@%2,%3").arg(box.article).arg(box.column).arg(box.row);
    return out.join(u' ');
}

/// Articles of as many publishers, each of which gives a number; `origins`: which group each belongs to.
dossier::Snapshot counting(const std::vector<int>& numbers, const std::vector<std::uint32_t>& origins) {
    auto made = std::make_shared<dossier::Dossier>();
    std::vector<dossier::Article> articles;
    compare::Question question;
    question.key = "dead";
    question.title = "How many people died?";
    std::vector<compare::QuestionClaim> claims;
    std::vector<compare::Lineage> lineages;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        dossier::Article article;
        article.id.sha256 = "article " + std::to_string(i);
        article.info.publisher = "Paper " + std::to_string(i + 1);
        articles.push_back(article);
        compare::QuestionClaim claim;
        claim.article = static_cast<std::uint32_t>(i);
        claim.quote = claim.shown = std::to_string(numbers[i]) + " people";
        claim.set = read::FigureSet{};
        claim.set->low = claim.set->high = claim.set->headline = read::Decimal(numbers[i]);
        claim.set->lowInclusive = claim.set->highInclusive = true;
        claims.push_back(claim);
        if (origins[i] != i)
            lineages.push_back(line(origins[i], static_cast<std::uint32_t>(i), LineageKind::Derived, 0.9));
    }
    question.claims = claims;
    auto other = question;
    other.key = "other";
    other.claims = std::vector<compare::QuestionClaim>{claims.front()};
    made->articles = articles;
    made->comparison.questions = std::vector<compare::Question>{question, other};
    made->comparison.lineage = lineages;
    made->comparison.origin = origins;
    return made;
}

std::vector<std::uint32_t> oneOrigin(std::size_t size) {
    return std::vector<std::uint32_t>(size, 0);
}
std::vector<std::uint32_t> ownOrigins(std::size_t size) {
    std::vector<std::uint32_t> origins(size);
    std::iota(origins.begin(), origins.end(), std::uint32_t{0});
    return origins;
}

} // namespace

class tst_LineageGraph : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { applyTheme(*qApp, ThemeChoice::Light); }

    void familiesStandTogether() {
        // B from A; C and E share something; D stands alone and comes last.
        QCOMPARE(
            places(laidOut(5, {line(0, 1, LineageKind::Derived, 0.9), line(2, 4, LineageKind::SharedSource, 0.2)})),
            "0@0,0 1@1,0 2@0,1 4@0,2 3@0,3");
        // What was written from a derived one stands under it.
        const auto chain = laidOut(4, {line(0, 1, LineageKind::Derived, 0.9), line(1, 2, LineageKind::Derived, 0.8),
                                       line(0, 3, LineageKind::Derived, 0.5)});
        QCOMPARE(places(chain), "0@0,0 1@1,0 2@1,1 3@1,2");
        QCOMPARE(chain.boxes[2].depth, 2);
        QCOMPARE(chain.boxes[3].depth, 1);
        // The nearest of two counts, and what a person says counts more than that.
        QCOMPARE(places(laidOut(3, {line(0, 2, LineageKind::Derived, 0.4), line(1, 2, LineageKind::Derived, 0.7)})),
                 "1@0,0 2@1,0 0@0,1");
        QCOMPARE(places(laidOut(3, {line(0, 2, LineageKind::Derived, 0), line(1, 2, LineageKind::Derived, 0.7)})),
                 "0@0,0 2@1,0 1@0,1");
    }

    void whatIsOneTextHangsFromOneOfThem() {
        // Each is compared with each, in whichever direction: one row of boxes, no chain.
        std::vector<compare::Lineage> all;
        for (std::uint32_t i = 0; i < 6; ++i)
            for (std::uint32_t j = 0; j < i; ++j)
                all.push_back(i == 5 ? line(5, j, LineageKind::SameText, 0.95) : line(j, i, LineageKind::SameText, 1));
        const auto layout = laidOut(6, all);
        QCOMPARE(layout.boxes.front().article, 5u);
        QCOMPARE(layout.boxes.front().column, 0);
        for (std::size_t i = 1; i < layout.boxes.size(); ++i)
            QCOMPARE(layout.boxes[i].depth, 1);
        QCOMPARE(layout.links.size(), std::size_t(5));
        // One of them was written from something else: that one stands for them.
        all.push_back(line(6, 2, LineageKind::Derived, 0.5));
        const auto from = laidOut(7, all);
        QCOMPARE(from.boxes[0].article, 6u);
        QCOMPARE(from.boxes[1].article, 2u);
        QCOMPARE(from.boxes[2].depth, 2);
    }

    void amongManyTheClosestIsDrawn() {
        for (const std::size_t size : {std::size_t{6}, std::size_t{40}}) {
            std::vector<compare::Lineage> all;
            for (std::uint32_t i = 0; i < size; ++i)
                for (std::uint32_t j = 0; j < i; ++j)
                    all.push_back(line(j, i, LineageKind::SharedSource, j == 0 ? 0.5 : 0.2));
            const auto layout = laidOut(size, all);
            const bool few = size <= fewArticles;
            QCOMPARE(layout.closestOnly, !few);
            QCOMPARE(layout.links.size(), few ? size * (size - 1) / 2 : size - 1);
            if (!few) // all from the one that it shares most with
                QCOMPARE(layout.lanes, 1);
        }
    }

    void nothingLiesOnAnythingElse() {
        for (std::uint32_t round = 0; round < 60; ++round) {
            test::Dice dice(round);
            const std::size_t size = 2 + dice.below(30);
            std::vector<compare::Lineage> lineages;
            for (std::uint32_t a = 0; a < size; ++a)
                for (std::uint32_t b = 0; b < size; ++b)
                    if (a != b && dice.once(size))
                        lineages.push_back(line(a, b, static_cast<LineageKind>(dice.below(3)),
                                                static_cast<double>(dice.below(100)) / 100));
            const auto made = std::make_shared<dossier::Dossier>();
            std::vector<dossier::Article> articles(size);
            for (std::size_t i = 0; i < size; ++i)
                articles[i].info.publisher = std::string(1 + i % 40, 'x');
            made->articles = articles;
            made->comparison.lineage = lineages;
            LineageGraph graph;
            graph.setSnapshot(made);
            const LineageLayout& layout = graph.placed();
            std::set<std::uint32_t> placed;
            for (const LineageBox& box : layout.boxes) {
                QVERIFY(placed.insert(box.article).second);
                QVERIFY(box.row < layout.rows);
                QCOMPARE(box.column, box.depth > 0 ? 1 : 0);
            }
            QCOMPARE(placed.size(), size);
            for (const int width : {200, 232, 900}) {
                graph.resize(width, graph.sizeHint().height());
                for (std::size_t i = 0; i < layout.boxes.size(); ++i) {
                    const QRectF rect = graph.rectOf(layout.boxes[i]);
                    QVERIFY(QRectF(graph.rect()).contains(rect));
                    for (std::size_t j = 0; j < i; ++j)
                        QVERIFY2(!rect.intersects(graph.rectOf(layout.boxes[j])),
                                 qPrintable(QStringLiteral("round %1, width %2").arg(round).arg(width)));
                }
            }
            // Two trunks in one lane, save the last, do not meet.
            std::map<std::pair<int, std::size_t>, std::pair<int, int>> trunks;
            for (const LineageLink& link : layout.links) {
                QVERIFY(link.from != link.to);
                if (link.lane < 0)
                    continue;
                auto& rows = trunks.try_emplace({link.lane, link.from}, layout.boxes[link.from].row, 0).first->second;
                rows.second = std::max(rows.second, layout.boxes[link.to].row);
            }
            for (auto one = trunks.begin(); one != trunks.end(); ++one)
                for (auto other = std::next(one); other != trunks.end(); ++other)
                    if (one->first.first == other->first.first && one->first.first < 4)
                        QVERIFY(one->second.second < other->second.first || other->second.second < one->second.first);
        }
    }

    void ofManyThoseOfTheQuestion() {
        const auto snapshot = counting(std::vector<int>(30, 42), oneOrigin(30));
        QWidget window;
        auto* all = new QVBoxLayout(&window);
        auto* graph = new LineageGraph;
        auto* scope = new LineageScope(graph);
        all->addWidget(scope);
        all->addWidget(graph);
        scope->setSnapshot(snapshot);
        window.show();
        QVERIFY(scope->many());
        QCOMPARE(graph->placed().boxes.size(), std::size_t(30)); // nothing is selected
        scope->setSelection(dossier::QuestionKey{"other"});
        QCOMPARE(graph->placed().boxes.size(), std::size_t(1));
        const auto buttons = scope->findChildren<QPushButton*>();
        QCOMPARE(buttons.size(), 2);
        buttons[1]->click();
        QCOMPARE(graph->placed().boxes.size(), std::size_t(30));
        scope->setSelection(dossier::QuestionKey{"dead"});
        buttons[0]->click();
        QCOMPARE(graph->placed().boxes.size(), std::size_t(30));
        QVERIFY(buttons[0]->text().contains("30"));

        // A copy that answers brings the one that it was written from along.
        auto copy = std::make_shared<dossier::Dossier>(*snapshot);
        auto questions = copy->comparison.questions.get();
        questions[1].claims = std::vector<compare::QuestionClaim>{questions[0].claims.get()[7]};
        copy->comparison.questions = questions;
        QCOMPARE(articlesBehind(copy->comparison, questions[1]), (std::vector<std::uint32_t>{0, 7}));

        // Few articles: always all of them, and nothing to choose.
        scope->setSnapshot(counting({1, 2, 3}, {0, 1, 2}));
        QVERIFY(!scope->isVisible());
        scope->setSelection(dossier::QuestionKey{"other"});
        QCOMPARE(graph->placed().boxes.size(), std::size_t(3));
    }

    void theKeyboardGoesFromBoxToBox() {
        LineageGraph graph;
        graph.setSnapshot(counting({42, 42, 45}, {0, 0, 2}));
        graph.resize(232, graph.sizeHint().height());
        graph.show();
        QSignalSpy chosen(&graph, &LineageGraph::articleChosen);
        QTest::keyClick(&graph, Qt::Key_Down);
        QVERIFY2(graph.accessibleName().contains("Paper 2"), qPrintable(graph.accessibleName()));
        QTest::keyClick(&graph, Qt::Key_Return);
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen[0][0].value<dossier::ArticleId>().sha256, std::string("article 1"));
        QTest::keyClick(&graph, Qt::Key_End);
        QTest::keyClick(&graph, Qt::Key_Down); // there is nothing below
        QTest::keyClick(&graph, Qt::Key_Space);
        QCOMPARE(chosen[1][0].value<dossier::ArticleId>().sha256, std::string("article 2"));
        QTest::mouseClick(&graph, Qt::LeftButton, {}, graph.rectOf(graph.placed().boxes[0]).center().toPoint());
        QCOMPARE(chosen[2][0].value<dossier::ArticleId>().sha256, std::string("article 0"));
        QTest::mouseClick(&graph, Qt::LeftButton, {}, QPoint(graph.width() - 1, graph.height() - 1));
        QCOMPARE(chosen.count(), 3);
        graph.setSnapshot(std::make_shared<const dossier::Dossier>());
        QTest::keyClick(&graph, Qt::Key_Down);
        QCOMPARE(graph.focusPolicy(), Qt::NoFocus);
    }

    void oneFigureFromDozensIsSaidOnce() {
        const auto copies = counting(std::vector<int>(15, 42), oneOrigin(15));
        const auto sayings = whoSaysSo(*copies, copies->comparison.questions.get()[0]);
        QCOMPARE(sayings.size(), std::size_t(1));
        QCOMPARE(sayings[0].repeatedBy, "and 14 that repeat it");
        QCOMPARE(sayings[0].letters, "A +14");
        QVERIFY(sayings[0].named.contains("Paper 15"));

        SayingsList list;
        list.resize(270, 400);
        const auto show = [&list](const dossier::Snapshot& snapshot) {
            list.show(*snapshot, snapshot->comparison.questions.get()[0], {});
        };
        const auto named = [&list] {
            for (auto* label : list.findChildren<QLabel*>())
                if (!label->isHidden() && label->text().contains("Paper 15"))
                    return true;
            return false;
        };
        const auto fold = [&list]() -> QPushButton* {
            for (auto* button : list.findChildren<QPushButton*>())
                if (!button->isHidden() && button->text().startsWith("and "))
                    return button;
            return nullptr;
        };
        connect(&list, &SayingsList::foldingChanged, &list, [&] { show(copies); });
        show(copies);
        static_cast<QWidget&>(list).show();
        QVERIFY(!named());
        QVERIFY(fold());
        QCOMPARE(fold()->focusPolicy(), Qt::StrongFocus);
        QVERIFY(!fold()->accessibleName().isEmpty());
        fold()->click();
        QVERIFY(named());
        fold()->click();
        QVERIFY(!named());
    }

    void manySourcesOfOneValueAreFolded() {
        std::vector<int> numbers(14, 42);
        numbers[5] = 45; // the one that differs stays in view
        const auto snapshot = counting(numbers, ownOrigins(14));
        const auto& question = snapshot->comparison.questions.get()[0];
        QCOMPARE(whoSaysSo(*snapshot, question).size(), std::size_t(14));
        SayingsList list;
        list.resize(270, 400);
        const auto values = [&list] {
            QStringList out;
            for (auto* label : list.findChildren<QLabel*>())
                if (!label->isHidden() && label->text().endsWith("people"))
                    out << label->text();
            return out;
        };
        list.show(*snapshot, question, {});
        QCOMPARE(values(), (QStringList{"42 people", "42 people", "42 people", "45 people"}));
        for (auto* button : list.findChildren<QPushButton*>())
            if (button->text().startsWith("and 10 more sources"))
                button->click();
        list.show(*snapshot, question, {});
        QCOMPARE(values().size(), 14);
    }

    void theLineShowsTheOneThatDiffers() {
        std::vector<int> numbers(30, 42);
        numbers[28] = 45;
        const auto snapshot = counting(numbers, oneOrigin(30));
        SetsAxis axis;
        axis.setQuestion(*snapshot, &snapshot->comparison.questions.get()[0]);
        const QStringList lines = axis.accessibleDescription().split(u'\n');
        QCOMPARE(lines.size(), 2);
        QVERIFY(lines[0].startsWith("A · Paper 1") && lines[0].endsWith("42 people"));
        QVERIFY(lines[1].contains("Paper 29") && lines[1].endsWith("45 people"));
    }
};

QTEST_MAIN(tst_LineageGraph)
#include "tst_lineagegraph.moc"
