// SPDX-License-Identifier: GPL-3.0-or-later
// What is typed finds what stands in the case, where it stands; nothing that is typed is an error.
#include "core/store/search.h"
#include "tests/store/samples.h"

#include <QTest>

using namespace samples;
using store::HitKind;

namespace {

std::shared_ptr<dossier::Dossier> desk() {
    auto dossier = std::make_shared<dossier::Dossier>();
    dossier->articles = {article("first", first).article, article("second", second).article,
                         article("fr", "Quatre ouvriers ont été libérés.\n\nLe maire l'a annoncé à Béziers.").article};
    dossier->comparison = results();
    dossier::Decisions decisions;
    decisions.verdict = dossier::Verdict{dossier::VerdictState::Disputed, "called the préfecture", {}, {}, {}};
    decisions.notes = {{"the hospital lists four names", {}}};
    decisions.evidence = {{"list.pdf", "", 0, "ward register", {}, "https://example.org/register"}};
    dossier->decisions[{"taken"}] = decisions;
    dossier->records = 7;
    return dossier;
}

std::string whereIs(const store::Hit& hit) {
    switch (hit.kind) {
    case HitKind::Article:
        return "article";
    case HitKind::Question:
        return "question " + hit.question.value;
    case HitKind::Note:
        return "note " + hit.question.value;
    case HitKind::Evidence:
        return "evidence " + hit.question.value;
    }
    return {};
}

} // namespace

class TestSearch : public QObject {
    Q_OBJECT
private slots:
    void finds_data() {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QStringList>("where");
        QTest::newRow("a word") << "dawn" << QStringList{"question dawn", "article"};
        QTest::newRow("the beginning of a word") << "wama" << QStringList{"article"};
        QTest::newRow("case and accents") << "LIBERES" << QStringList{"article"};
        QTest::newRow("accents typed") << "Béziers" << QStringList{"article"};
        QTest::newRow("two words, both needed") << "people dawn" << QStringList{"article"};
        QTest::newRow("two words that never meet") << "market dawn" << QStringList{};
        QTest::newRow("a phrase") << "\"three people\"" << QStringList{"question taken", "article"};
        QTest::newRow("a phrase in another order") << "\"people three\"" << QStringList{};
        QTest::newRow("a phrase still being typed") << "\"three peo" << QStringList{"question taken", "article"};
        QTest::newRow("a note") << "hospital" << QStringList{"note taken"};
        QTest::newRow("a verdict's note") << "prefecture" << QStringList{"note taken"};
        QTest::newRow("evidence") << "register" << QStringList{"evidence taken"};
        QTest::newRow("nothing") << "" << QStringList{};
        QTest::newRow("marks only") << "\"*()-^:" << QStringList{};
        QTest::newRow("operators are words") << "dawn OR market" << QStringList{};
        QTest::newRow("columns are words") << "body:dawn" << QStringList{};
        QTest::newRow("a lone quote") << "dawn\"" << QStringList{"question dawn", "article"};
        QTest::newRow("controls") << QString("dawn\x01\x02") << QStringList{"question dawn", "article"};
    }
    void finds() {
        QFETCH(QString, query);
        QFETCH(QStringList, where);
        store::SearchIndex index;
        QVERIFY(index.update(desk()));
        QStringList is;
        std::string problem;
        for (const auto& hit : index.find(query.toStdString(), 50, &problem))
            is << QString::fromStdString(whereIs(hit));
        QCOMPARE(QString::fromStdString(problem), QString());
        QCOMPARE(is, where);
    }

    void placesAreExact() {
        const auto dossier = desk();
        store::SearchIndex index;
        index.update(dossier);
        const auto hits = index.find("annonce", 5);
        QCOMPARE(hits.size(), std::size_t(1));
        const auto& hit = hits.front();
        const std::string& text = dossier->article(hit.article)->text;
        QCOMPARE(std::string(hit.words.of(text)), std::string("annoncé"));
        QCOMPARE(hit.line, std::string("Le maire l'a annoncé à Béziers."));
        QCOMPARE(std::string(hit.found.front().of(hit.line)), std::string("annoncé"));
    }

    void longParagraphsAreCutAtBlanks() {
        std::string text;
        for (int i = 0; i < 3000; ++i)
            text += "é" + std::to_string(i) + " ";
        text += "needle here";
        auto dossier = std::make_shared<dossier::Dossier>();
        dossier->articles = {article("long", text).article};
        store::SearchIndex index;
        index.update(dossier);
        const auto hits = index.find("needle", 5);
        QCOMPARE(hits.size(), std::size_t(1));
        QCOMPARE(std::string(hits.front().words.of(text)), std::string("needle"));
    }

    void followsTheCase() {
        const auto before = desk();
        store::SearchIndex index;
        index.update(before);
        auto after = std::make_shared<dossier::Dossier>(*before);
        after->articles.erase(after->articles.cbegin() + 2);
        after->articles.push_back(article("third", third).article);
        after->decisions.clear();
        after->records = 8;
        index.update(after);
        QVERIFY(index.find("Béziers", 5).empty());
        QVERIFY(index.find("hospital", 5).empty());
        QCOMPARE(index.find("market", 5).size(), std::size_t(1));
        QCOMPARE(index.find("dawn", 5).size(), std::size_t(2)); // not twice
    }

    void stoppedGoesOn() {
        auto dossier = std::make_shared<dossier::Dossier>();
        std::vector<dossier::Article> many;
        for (int i = 0; i < 200; ++i)
            many.push_back(article("a", "word" + std::to_string(i) + " common").article);
        dossier->articles = many;
        store::SearchIndex index;
        std::stop_source source;
        QVERIFY(!index.update(dossier, source.get_token(), [&](std::size_t, std::size_t) { source.request_stop(); }));
        const std::size_t part = index.find("common", 500).size();
        QVERIFY(part > 0 && part < 200);
        QVERIFY(index.update(dossier));
        QCOMPARE(index.find("common", 500).size(), std::size_t(200));
    }
};

QTEST_APPLESS_MAIN(TestSearch)
#include "tst_search.moc"
