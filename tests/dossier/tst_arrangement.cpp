// SPDX-License-Identifier: GPL-3.0-or-later
// How the panes are arranged: what a record of it says, and what reading it does; records of before mean what they
// meant.
#include "core/dossier/arrangement.h"
#include "tests/dice.h"

#include <QTest>

#include <algorithm>
#include <string>
#include <vector>

using namespace countercheck::dossier;
using countercheck::compare::SharedVector;
using countercheck::test::Dice;

namespace {

struct Row {
    SharedVector<Article> articles;
    std::optional<ArticleId> reference;

    [[nodiscard]] std::string text() const { // "a b- c" and the reference: b is hidden
        std::string all;
        for (const auto& article : articles)
            all += article.id.sha256 + (article.hidden ? "- " : " ");
        return all + (reference ? "ref " + reference->sha256 : "");
    }
    Arranged read(const std::string& record) {
        rapidjson::Document document;
        if (!logjson::parse(record, document))
            return Arranged::Unreadable;
        const auto* slot = logjson::member(document, "arrangement");
        return slot ? arrange(*slot, articles, reference) : Arranged::Unreadable;
    }
};

Row row(std::size_t count) {
    Row row;
    for (std::size_t i = 0; i < count; ++i) {
        Article article;
        article.id.sha256 = "a" + std::to_string(i);
        row.articles.push_back(std::move(article));
    }
    return row;
}

Arrange asItIs(const Row& row) {
    Arrange arrange;
    for (const auto& article : row.articles) {
        arrange.order.push_back(article.id);
        if (article.hidden)
            arrange.hidden.push_back(article.id);
    }
    arrange.reference = row.reference;
    return arrange;
}

} // namespace

class TestArrangement : public QObject {
    Q_OBJECT
private slots:
    void thereAndBack_data();
    void thereAndBack();
    void oneMoveIsOneMove();
    void hidingIsNoMove();
    void twoPeopleMove();
    void records_data();
    void records();
};

void TestArrangement::thereAndBack_data() {
    QTest::addColumn<int>("seed");
    for (int seed = 1; seed <= 60; ++seed)
        QTest::addRow("seed %d", seed) << seed;
}
/// Whatever is wanted: the record gives it, and taking it back gives what was.
void TestArrangement::thereAndBack() {
    QFETCH(int, seed);
    Dice dice(static_cast<std::uint64_t>(seed));
    Row is = row(1 + dice.below(30));
    for (int step = 0; step < 30; ++step) {
        Arrange wanted = asItIs(is);
        auto& order = wanted.order;
        if (dice.once(4)) // all of them
            for (std::size_t i = order.size(); i > 1; --i)
                std::swap(order[i - 1], order[dice.below(i)]);
        else if (!dice.once(4))
            for (std::size_t moves = 1 + dice.below(3); moves > 0; --moves) {
                const ArticleId one = dice.of(order);
                std::erase(order, one);
                order.insert(order.begin() + static_cast<std::ptrdiff_t>(dice.below(order.size() + 1)), one);
            }
        if (dice.once(3)) {
            const ArticleId one = dice.of(order);
            if (std::erase(wanted.hidden, one) == 0)
                wanted.hidden.push_back(one);
        }
        if (dice.once(4))
            wanted.reference = dice.once(3) ? std::nullopt : std::optional(dice.of(order));
        Row expected = row(0);
        for (const auto& id : order) {
            Article article;
            article.id = id;
            article.hidden = std::find(wanted.hidden.begin(), wanted.hidden.end(), id) != wanted.hidden.end();
            expected.articles.push_back(article);
        }
        expected.reference = wanted.reference;
        if (dice.once(5) && !order.empty() && order.back() == is.articles.get().back().id)
            order.pop_back(); // what is not named stands behind the others
        const std::string was = is.text();
        const auto both = arrangementSlots(is.articles.get(), is.reference, wanted);
        QCOMPARE(both.has_value(), expected.text() != was);
        if (!both)
            continue;
        Row then = is;
        QVERIFY(then.read(both->second) != Arranged::Unreadable);
        QCOMPARE(then.text(), expected.text());
        Row back = then;
        QVERIFY(back.read(both->first) != Arranged::Unreadable);
        QCOMPARE(back.text(), was);
        is = then;
    }
}

void TestArrangement::oneMoveIsOneMove() {
    Row many = row(1000);
    Arrange wanted = asItIs(many);
    std::rotate(wanted.order.begin() + 10, wanted.order.begin() + 700, wanted.order.begin() + 701);
    const auto both = arrangementSlots(many.articles.get(), many.reference, wanted);
    QVERIFY(both);
    QCOMPARE(both->second, std::string(R"({"arrangement":{"moved":[{"article":"a700","behind":"a9"}]}})"));
    QCOMPARE(both->first, std::string(R"({"arrangement":{"moved":[{"article":"a700","behind":"a699"}]}})"));
    QVERIFY(many.read(both->second) == Arranged::Moved);
    QCOMPARE(std::as_const(many.articles)[10].id.sha256, std::string("a700"));
}

void TestArrangement::hidingIsNoMove() {
    Row many = row(1000);
    Arrange wanted = asItIs(many);
    wanted.hidden.push_back({"a5"});
    wanted.reference = ArticleId{"a6"};
    const auto both = arrangementSlots(many.articles.get(), many.reference, wanted);
    QVERIFY(both);
    QCOMPARE(both->second, std::string(R"({"arrangement":{"hidden":{"a5":true},"reference":"a6"}})"));
    QCOMPARE(both->first, std::string(R"({"arrangement":{"hidden":{"a5":false},"reference":null}})"));
    QVERIFY(many.read(both->second) == Arranged::Shown);
}

/// Neither knew of the other: both have what they wanted, whoever comes first.
void TestArrangement::twoPeopleMove() {
    const Row start = row(6);
    Arrange ada = asItIs(start), ben = ada;
    std::rotate(ada.order.begin(), ada.order.begin() + 4, ada.order.begin() + 5); // a4 to the front
    ben.order.erase(ben.order.begin() + 1);
    ben.order.push_back({"a1"}); // a1 to the end
    ben.hidden.push_back({"a2"});
    const std::string first = arrangementSlots(start.articles.get(), {}, ada)->second;
    const std::string second = arrangementSlots(start.articles.get(), {}, ben)->second;
    Row one = start, other = start;
    (void)one.read(first);
    (void)one.read(second);
    (void)other.read(second);
    (void)other.read(first);
    QCOMPARE(one.text(), std::string("a4 a0 a2- a3 a5 a1 "));
    QCOMPARE(other.text(), one.text());
}

void TestArrangement::records_data() {
    QTest::addColumn<QString>("record");
    QTest::addColumn<QString>("row"); // of a0 to a3, a3 hidden; “unreadable”
    const auto add = [](const char* name, const char* record, const char* row) {
        QTest::newRow(name) << QString::fromUtf8(record) << QString::fromUtf8(row);
    };
    // Of before: all is named, and what is not named is not hidden and no reference.
    add("whole", R"({"arrangement":{"order":["a2","a0","a1","a3"],"hidden":["a1"],"reference":"a0"}})",
        "a2 a0 a1- a3 ref a0");
    add("whole, same order", R"({"arrangement":{"order":["a0","a1","a2","a3"],"hidden":[],"reference":null}})",
        "a0 a1 a2 a3 ");
    add("whole, some not named", R"({"arrangement":{"order":["a3"],"hidden":["a3","x"],"reference":null}})",
        "a3- a0 a1 a2 ");
    add("moved to the front", R"({"arrangement":{"moved":[{"article":"a2","behind":null}]}})", "a2 a0 a1 a3- ref a1");
    add("moved behind one that is not there", R"({"arrangement":{"moved":[{"article":"a2","behind":"x"}]}})",
        "a0 a1 a2 a3- ref a1");
    add("moved behind itself", R"({"arrangement":{"moved":[{"article":"a2","behind":"a2"}]}})", "a0 a1 a2 a3- ref a1");
    add("one that is not there", R"({"arrangement":{"moved":[{"article":"x","behind":"a2"}]}})", "a0 a1 a2 a3- ref a1");
    add("shown", R"({"arrangement":{"hidden":{"a3":false,"x":true}}})", "a0 a1 a2 a3 ref a1");
    add("no reference any more", R"({"arrangement":{"reference":null}})", "a0 a1 a2 a3- ");
    add("order without what is hidden", R"({"arrangement":{"order":["a0"]}})", "unreadable");
    add("hidden as a list of moves", R"({"arrangement":{"moved":[],"hidden":["a0"]}})", "unreadable");
    add("hidden is a word", R"({"arrangement":{"hidden":{"a0":"yes"}}})", "unreadable");
    add("a move without an article", R"({"arrangement":{"moved":[{"behind":"a0"}]}})", "unreadable");
    add("behind a number", R"({"arrangement":{"moved":[{"article":"a0","behind":3}]}})", "unreadable");
    add("moves are none", R"({"arrangement":{"moved":{"article":"a0"}}})", "unreadable");
    add("a move is a word", R"({"arrangement":{"moved":["a0"]}})", "unreadable");
    add("no object", R"({"arrangement":["a0"]})", "unreadable");
}
void TestArrangement::records() {
    QFETCH(QString, record);
    QFETCH(QString, row);
    Row is = ::row(4);
    is.articles[3].hidden = true;
    is.reference = ArticleId{"a1"};
    const bool readable = is.read(record.toStdString()) != Arranged::Unreadable;
    QCOMPARE(readable ? QString::fromStdString(is.text()) : QStringLiteral("unreadable"), row);
}

QTEST_APPLESS_MAIN(TestArrangement)
#include "tst_arrangement.moc"
