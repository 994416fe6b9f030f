// SPDX-License-Identifier: GPL-3.0-or-later
// The panes' rules without a window: where captured bytes are shown, which mark lies over which, what the ruler shows
// where marks share a pixel, what is joined by connectors, how panes are rearranged, what a head says.
#include "samplecase.h"
#include "ui/panes/arrangement.h"
#include "ui/panes/connectors.h"
#include "ui/panes/marks.h"
#include "ui/panes/overviewruler.h"
#include "ui/panes/paneheader.h"

#include <QTest>

using namespace countercheck;
using namespace countercheck::ui;
using K = compare::RelationKind;

namespace {

text::Span find(std::string_view text, std::string_view words) {
    const auto at = static_cast<std::uint32_t>(text.find(words));
    return {at, at + static_cast<std::uint32_t>(words.size())};
}

QString shownWords(const ArticleView& view, text::Span captured) {
    const Range range = view.shown(captured);
    return view.text().mid(range.begin, range.end - range.begin);
}

} // namespace

class TestPaneLogic : public QObject {
    Q_OBJECT

private slots:
    void showsCapturedBytes_data() {
        QTest::addColumn<QByteArray>("captured");
        QTest::addColumn<QByteArray>("words");
        QTest::newRow("plain") << QByteArray("One two three.") << QByteArray("two");
        QTest::newRow("first word") << QByteArray("One two three.") << QByteArray("One");
        QTest::newRow("last byte") << QByteArray("One two three") << QByteArray("three");
        QTest::newRow("accents before") << QByteArray("À Bafoulabé, près de la cité, quatre civils.")
                                        << QByteArray("quatre civils");
        QTest::newRow("accents inside") << QByteArray("near Bafoulabé itself") << QByteArray("Bafoulabé");
        QTest::newRow("curly quotes") << QByteArray("They did “enormous” damage there")
                                      << QByteArray("“enormous” damage");
        QTest::newRow("outside the basic plane") << QByteArray("😀😀 three 𝒳 people 😀") << QByteArray("𝒳 people");
        QTest::newRow("right to left") << QByteArray("قال شهود إن ثلاثة أشخاص خطفوا") << QByteArray("ثلاثة أشخاص");
        QTest::newRow("second paragraph")
            << QByteArray("Première ligne ici.\n\nDeux morts là-bas.") << QByteArray("Deux morts");
        QTest::newRow("windows line ends") << QByteArray("Première.\r\nDeux morts.\r\n") << QByteArray("Deux morts");
    }
    void showsCapturedBytes() {
        QFETCH(QByteArray, captured);
        QFETCH(QByteArray, words);
        const ArticleView view(std::string_view(captured.constData(), static_cast<std::size_t>(captured.size())));
        const text::Span span = find(captured.toStdString(), words.toStdString());
        QCOMPARE(shownWords(view, span), QString::fromUtf8(words));
        QCOMPARE(view.captured(view.shown(span)), span); // and back
    }

    void farIntoALongText() { // behind many of the places where the way is kept, with characters astride them
        for (int shift = 0; shift < 5; ++shift) {
            std::string text(static_cast<std::size_t>(shift), 'x');
            for (int i = 0; i < 700; ++i)
                text += i % 3 == 0 ? "é" : i % 3 == 1 ? "😀" : "€";
            text += " four civilians ";
            text += text;
            const ArticleView view{std::string_view(text)};
            const auto at = static_cast<std::uint32_t>(text.rfind("four civilians"));
            QCOMPARE(shownWords(view, {at, at + 14}), QStringLiteral("four civilians"));
            QCOMPARE(view.captured(view.shown({at, at + 14})), (text::Span{at, at + 14}));
        }
    }

    void badBytesAreShownEach() {
        const std::string text = "a\xff\xfe three \xc3 people \xe2\x82";
        const ArticleView view{std::string_view(text)};
        QCOMPARE(view.text().count(QChar(0xFFFD)), 5);
        QCOMPARE(shownWords(view, find(text, "three")), QStringLiteral("three"));
        QCOMPARE(shownWords(view, find(text, "people")), QStringLiteral("people"));
    }

    void throughTheReadingView() {
        // Captured: mojibake, a tag that is dropped, then the words.
        const std::string captured = "caf\xc3\x83\xc2\xa9 <b>three people</b> went";
        text::Reading reading;
        reading.captured = captured;
        reading.cleaned = "caf\xc3\xa9 three people went";
        reading.text = reading.cleaned;
        reading.map.append({0, 0, 3, 3});
        reading.map.append({3, 3, 2, 4});
        reading.map.append({5, 7, 1, 1});
        reading.map.append({6, 8, 0, 3});
        reading.map.append({6, 11, 12, 12});
        reading.map.append({18, 23, 0, 4});
        reading.map.append({18, 27, 5, 5});
        reading.repairs.push_back({{3, 7}, {3, 5}, text::RepairKind::Mojibake});
        reading.repairs.push_back({{8, 11}, {6, 6}, text::RepairKind::StrayMarkup});
        reading.repairs.push_back({{23, 27}, {18, 18}, text::RepairKind::StrayMarkup});
        text::Block block;
        block.span = {0, 23};
        reading.blocks.push_back(block);
        const ArticleView view(reading);
        QCOMPARE(view.text(), QStringLiteral("café three people went"));
        QCOMPARE(shownWords(view, {11, 23}), QStringLiteral("three people"));
        QCOMPARE(shownWords(view, {0, 7}), QStringLiteral("café"));
        QCOMPARE(view.captured(view.shown({11, 23})), (text::Span{11, 23}));
        QCOMPARE(view.repairedCharacters(), 1);
        QCOMPARE(view.droppedMarkup(), 2);
        QCOMPARE(view.repairs().front().range, (Range{3, 4}));
        QCOMPARE(view.repairs().front().captured, QStringLiteral("Ã©"));
    }

    void readsAsTheEngineDoes() {
        dossier::Article article;
        article.text =
            std::string("Town hall opens after three years\n\nThe caf\xc3\x83\xc2\xa9 took in four people on "
                        "Sunday, the mayor said.\n\nThey stayed for a day and left.");
        article.info.language = "en";
        const auto view = readForView(article);
        QCOMPARE(shownWords(*view, find(article.text.get(), "four people")), QStringLiteral("four people"));
        QCOMPARE(view->paragraphs().size(), std::size_t{3});
    }

    void noParagraphIsLost() {
        text::Reading reading;
        const std::string captured = "one\n\ntwo\n\nthree";
        reading.captured = reading.text = captured;
        text::Block block;
        block.span = {5, 8}; // a reading that forgot the first and the last
        reading.blocks.push_back(block);
        QCOMPARE(ArticleView(reading).text(), QStringLiteral("one\ntwo\nthree"));
    }

    void emptyText() {
        const ArticleView view{std::string_view(" \n\n ")};
        QVERIFY(view.text().isEmpty());
        QVERIFY(view.shown({0, 2}).empty());
    }

    // --- Marks ---

    void claimsHaveTheirOwnStatus() {
        samplecase::Builder b = samplecase::threeReports();
        const auto snapshot = b.snapshot();
        const auto& q = b.questionOf("abducted");
        QCOMPARE(statusOfClaim(q, 0), std::optional(K::Contradiction));
        QCOMPARE(statusOfClaim(q, 2), std::optional(K::Discrepancy));
        QCOMPARE(statusOfClaim(b.questionOf("curfew"), 0), std::nullopt);
        const ArticleView view{std::string_view(snapshot->articles[2].text)};
        const std::vector<Mark> marks = marksOf(snapshot->comparison, ClaimIndex(snapshot->comparison).of(2), view);
        QCOMPARE(marks.size(), std::size_t{7});
        QVERIFY(std::is_sorted(marks.begin(), marks.end(),
                               [](const Mark& x, const Mark& y) { return x.range.begin < y.range.begin; }));
        for (const Mark& mark : marks) {
            const auto& claim = snapshot->comparison.questions[static_cast<std::size_t>(mark.question)]
                                    .claims[static_cast<std::size_t>(mark.claim)];
            QCOMPARE(view.text().mid(mark.range.begin, mark.range.end - mark.range.begin),
                     QString::fromStdString(claim.quote));
        }
    }

    void atMostTwoLayers() {
        samplecase::Builder b;
        b.article("X", "More than a hundred armed men came on Sunday night.");
        const auto add = [&](const char* key, text::Span words, std::optional<K> kind) {
            auto& question = b.questionOf(key);
            compare::QuestionClaim claim;
            claim.words = words;
            question.claims = {claim, claim};
            question.claims[1].article = 1;
            if (kind)
                b.relate(key, 0, 1, *kind);
        };
        add("a", {0, 30}, K::Agreement);
        add("b", {0, 20}, K::Refinement);
        add("c", {10, 30}, K::Contradiction);
        add("d", {12, 18}, K::Agreement);
        add("e", {12, 18}, std::nullopt);
        add("f", {38, 50}, K::Agreement);
        b.article("Y", "Nothing.");
        const auto snapshot = b.snapshot();
        const ArticleView view{std::string_view(snapshot->articles[0].text)};
        const auto marks = marksOf(snapshot->comparison, ClaimIndex(snapshot->comparison).of(0), view);
        int more = 0;
        std::map<int, int> layers;
        for (const Mark& mark : marks) {
            layers[mark.question] = mark.layer;
            more += mark.more;
            if (mark.question == 2)
                QCOMPARE(mark.more, 2); // a and d
        }
        QCOMPARE(layers[2], 0); // the gravest
        QCOMPARE(layers[1], 1);
        QCOMPARE(layers[0], 2); // counted
        QCOMPARE(layers[3], 2);
        QCOMPARE(layers[5], 0); // apart from them
        QCOMPARE(more, 2);
        QCOMPARE(marks[static_cast<std::size_t>(marksAt(marks, 15).front())].question, 2);
        QCOMPARE(marksAt(marks, 15).size(), std::size_t{5});
        QCOMPARE(marksAt(marks, 33).size(), std::size_t{0});
    }

    void sameWordsSameRelationIsOneUnderlay() {
        samplecase::Builder b;
        b.article("X", "In Bafoulabe itself.");
        b.article("Y", "Nothing.");
        for (const char* key : {"place", "name", "other"}) {
            compare::QuestionClaim claim;
            claim.words = {3, 12};
            auto& question = b.questionOf(key);
            question.claims = {claim, claim};
            question.claims[1].article = 1;
        }
        b.relate("place", 0, 1, K::Agreement);
        b.relate("name", 0, 1, K::Agreement);
        b.relate("other", 0, 1, K::Refinement);
        const auto snapshot = b.snapshot();
        const auto marks = marksOf(snapshot->comparison, ClaimIndex(snapshot->comparison).of(0),
                                   ArticleView{std::string_view(snapshot->articles[0].text)});
        std::vector<int> layers;
        for (const Mark& mark : marks) {
            layers.push_back(mark.layer);
            QCOMPARE(mark.more, 0);
        }
        std::sort(layers.begin(), layers.end());
        QVERIFY((layers == std::vector<int>{0, 1, 2}));
        QCOMPARE(marksAt(marks, 5).size(), std::size_t{3}); // all three answer a click
    }

    // --- Ruler ---

    void gravestWinsAPixel() {
        std::vector<Tick> ticks;
        for (int i = 0; i < 200; ++i)
            ticks.push_back({5000.0 + i * 0.01,
                             i == 117 ? K::Contradiction
                             : i % 2  ? K::Agreement
                                      : K::Discrepancy,
                             false, i});
        ticks.push_back({9000, K::Refinement, false, 200});
        const auto placed = placeTicks(ticks, 10000, 500);
        QCOMPARE(placed.size(), std::size_t{2});
        QCOMPARE(placed[0].tick.status, std::optional(K::Contradiction));
        QCOMPARE(placed[0].tick.mark, 117);
        QCOMPARE(placed[0].shared, 200);
        QCOMPARE(placed[0].y, 250);
        QCOMPARE(placed[1].tick.status, std::optional(K::Refinement));
        QCOMPARE(placed[1].y, 450);
    }

    void selectionIsKeptWhereTicksShare() {
        const auto placed = placeTicks({{10, K::Contradiction, false, 0}, {11, K::Agreement, true, 1}}, 10000, 100);
        QCOMPARE(placed.size(), std::size_t{1});
        QCOMPARE(placed[0].tick.status, std::optional(K::Contradiction));
        QVERIFY(placed[0].tick.selected);
    }

    void aShortTextIsNotStretched() {
        const auto placed = placeTicks({{120, K::Agreement, false, 0}}, 200, 800);
        QCOMPARE(placed.front().y, 120);
        QVERIFY(placeTicks({{120, K::Agreement, false, 0}}, 0, 0).empty());
    }

    // --- Connectors ---

    void neighboursAreJoined() {
        compare::Question q;
        q.claims.resize(3);
        q.relations.push_back({0, 1, K::Agreement, {}, {}, {}});
        q.relations.push_back({1, 2, K::Discrepancy, {}, {}, {}});
        q.relations.push_back({0, 2, K::Discrepancy, {}, {}, {}});
        const auto plan = planConnectors(
            q, {{0, {{4, 0, Sight::Visible}}}, {1, {{7, 1, Sight::Visible}}}, {2, {{9, 2, Sight::Visible}}}});
        QCOMPARE(plan.curves.size(), std::size_t{2});
        QCOMPARE(plan.curves[0], (ConnectorPlan::Curve{0, 4, 1, 7, K::Agreement}));
        QCOMPARE(plan.curves[1], (ConnectorPlan::Curve{1, 7, 2, 9, K::Discrepancy}));
        QVERIFY(planNumbers(q, {{0, 0}, {1, 1}, {2, 2}}).empty());
    }

    void outOfSightIsCountedNotJoined() {
        compare::Question q;
        q.claims.resize(4);
        q.relations.push_back({0, 1, K::Contradiction, {}, {}, {}});
        const auto plan = planConnectors(q, {{0, {{0, 0, Sight::Visible}}},
                                             {1, {{0, 1, Sight::Below}, {1, 2, Sight::Below}, {2, 3, Sight::Above}}}});
        QVERIFY(plan.curves.empty());
        QCOMPARE(plan.edges.at(0), (ConnectorPlan::Edge{0, 0}));
        QCOMPARE(plan.edges.at(1), (ConnectorPlan::Edge{1, 2}));
    }

    void nonNeighboursGetNumbers() {
        compare::Question q;
        q.claims.resize(3);
        q.relations.push_back({0, 1, K::Agreement, {}, {}, {}});
        const auto plan = planConnectors(
            q, {{0, {{5, 0, Sight::Visible}}}, {2, {{6, 1, Sight::Visible}}}, {5, {{8, 2, Sight::Below}}}});
        QVERIFY(plan.curves.empty());
        const std::vector<ConnectorPlan::Badge> expected{{0, 0, 1}, {2, 1, 1}, {2, 1, 2}, {5, 2, 2}};
        QVERIFY(planNumbers(q, {{0, 0}, {2, 1}, {5, 2}}) == expected);
    }

    void theGravestIsNumberedWhereNoCurveShowsIt() {
        compare::Question q;
        q.claims.resize(4);
        q.relations.push_back({0, 3, K::Contradiction, {}, {}, {}});
        q.relations.push_back({0, 1, K::Agreement, {}, {}, {}});
        q.relations.push_back({1, 2, K::Agreement, {}, {}, {}});
        const std::vector<Mention> mentions{{0, 0}, {1, 1}, {2, 2}, {3, 3}};
        const std::vector<ConnectorPlan::Badge> expected{{0, 0, 1}, {3, 3, 1}};
        QVERIFY(planNumbers(q, mentions) == expected);
        q.relations.insert(q.relations.begin(), {2, 3, K::Contradiction, {}, {}, {}}); // a curve shows one
        QVERIFY(planNumbers(q, mentions).empty());
    }

    void joinedByHandWithoutRelation() {
        compare::Question q;
        q.claims.resize(2);
        const auto plan = planConnectors(q, {{0, {{0, 0, Sight::Visible}}}, {1, {{0, 1, Sight::Visible}}}});
        QCOMPARE(plan.curves.size(), std::size_t{1});
        QCOMPARE(plan.curves[0].status, std::nullopt);
    }

    void tooManyCurvesKeepTheGravest() {
        compare::Question q;
        q.claims.resize(12);
        std::vector<TwinPlace> left, right;
        for (std::uint32_t i = 0; i < 6; ++i) {
            left.push_back({static_cast<int>(i), static_cast<int>(i), Sight::Visible});
            right.push_back({static_cast<int>(i), static_cast<int>(i) + 6, Sight::Visible});
            for (std::uint32_t k = 6; k < 12; ++k)
                q.relations.push_back({i, k, i == 5 && k == 11 ? K::Contradiction : K::Agreement, {}, {}, {}});
        }
        const auto plan = planConnectors(q, {{0, left}, {1, right}});
        QCOMPARE(plan.curves.size(), std::size_t{6});
        QCOMPARE(plan.curves[0], (ConnectorPlan::Curve{0, 5, 1, 5, K::Contradiction}));
    }

    // --- Arrangement ---

    void movesPastHiddenOnes() {
        samplecase::Builder b;
        for (const char* name : {"A", "B", "C", "D"})
            b.article(name, name);
        b.articles[1].hidden = true;
        b.dossier.reference = b.articles[3].id;
        const auto snapshot = b.snapshot();
        const auto id = [&](std::size_t i) { return b.articles[i].id; };
        using Order = std::vector<dossier::ArticleId>;
        const auto right = withMoved(*snapshot, id(0), 1);
        QVERIFY(right);
        QVERIFY((right->order == Order{id(1), id(2), id(0), id(3)}));
        QVERIFY((right->hidden == Order{id(1)}));
        QVERIFY(right->reference == id(3));
        QVERIFY(!withMoved(*snapshot, id(0), -1));
        QVERIFY(!withMoved(*snapshot, id(3), 1));
        QVERIFY((withMoved(*snapshot, id(2), -1)->order == Order{id(2), id(0), id(1), id(3)}));
        QVERIFY((withMovedBefore(*snapshot, id(3), id(0))->order == Order{id(3), id(0), id(1), id(2)}));
        QVERIFY((withMovedBefore(*snapshot, id(0), std::nullopt)->order == Order{id(1), id(2), id(3), id(0)}));
        QVERIFY(!withMovedBefore(*snapshot, id(3), std::nullopt));
        QVERIFY(!withMovedBefore(*snapshot, id(2), id(2)));
        QVERIFY((withHidden(*snapshot, id(2), true).hidden == Order{id(1), id(2)}));
        QVERIFY(withHidden(*snapshot, id(1), false).hidden.empty());
        QVERIFY(withAllShown(*snapshot).hidden.empty());
        QVERIFY(!withReference(*snapshot, std::nullopt).reference);
    }

    void letters() {
        QCOMPARE(articleLetter(0), QStringLiteral("A"));
        QCOMPARE(articleLetter(25), QStringLiteral("Z"));
        QCOMPARE(articleLetter(26), QStringLiteral("AA"));
        QCOMPARE(articleLetter(27), QStringLiteral("AB"));
    }

    void headsSayWhereArticlesComeFrom() {
        samplecase::Builder b = samplecase::threeReports();
        auto snapshot = b.snapshot();
        QCOMPARE(lineagePill(*snapshot, 0), QStringLiteral("original"));
        QCOMPARE(lineagePill(*snapshot, 1), QStringLiteral("derived from A · 81 %"));
        QCOMPARE(lineagePill(*snapshot, 2), QStringLiteral("independent"));
        QVERIFY(headerFacts(*snapshot, 1, nullptr).contains(QStringLiteral("not an independent source")));
        QVERIFY(!headerFacts(*snapshot, 2, nullptr).contains(QStringLiteral("not an independent source")));
        b.lineages[0].kind = compare::LineageKind::SameText;
        QCOMPARE(lineagePill(*b.snapshot(), 0), QStringLiteral("same text as B"));
        b.lineages[0].kind = compare::LineageKind::SharedSource;
        QCOMPARE(lineagePill(*b.snapshot(), 1), QStringLiteral("shares a source with A"));
        b.dossier.comparison.origin = {}; // nothing known: nothing claimed
        QCOMPARE(lineagePill(*b.snapshot(), 2), QString());
    }
};

QTEST_MAIN(TestPaneLogic)
#include "tst_panelogic.moc"
