// SPDX-License-Identifier: GPL-3.0-or-later
// A long list beside a vector that the same is done to, with copies of both kept on the way.
#include "core/dossier/longlist.h"
#include "tests/dice.h"

#include <QTest>

#include <algorithm>
#include <string>
#include <vector>

using countercheck::dossier::LongList;
using countercheck::test::Dice;

namespace {

std::vector<std::string> plain(const LongList<std::string>& list) {
    return {list.begin(), list.end()};
}

} // namespace

class TestLongList : public QObject {
    Q_OBJECT
private slots:
    void asAVector_data();
    void asAVector();
    void inOrder();
    void nothingInIt();
};

void TestLongList::asAVector_data() {
    QTest::addColumn<int>("seed");
    for (int seed = 1; seed <= 6; ++seed)
        QTest::addRow("seed %d", seed) << seed;
}
void TestLongList::asAVector() {
    QFETCH(int, seed);
    Dice dice(static_cast<std::uint64_t>(seed));
    LongList<std::string> list;
    std::vector<std::string> vector;
    std::vector<std::pair<LongList<std::string>, std::vector<std::string>>> kept;
    for (int step = 0; step < 3000; ++step) {
        const std::string word = "word " + std::to_string(step);
        const std::size_t at = dice.below(vector.size() + 1);
        const auto place = std::next(list.begin(), static_cast<std::ptrdiff_t>(at));
        const auto offset = static_cast<std::ptrdiff_t>(at);
        switch (dice.below(8)) {
        case 0:
        case 1:
            list.push_back(word);
            vector.push_back(word);
            break;
        case 2:
            list.push_front(word);
            vector.insert(vector.begin(), word);
            break;
        case 3:
        case 4:
            list.insert(place, word);
            vector.insert(vector.begin() + offset, word);
            break;
        case 5:
            if (at < vector.size()) {
                list.erase(place);
                vector.erase(vector.begin() + offset);
            }
            break;
        case 6:
            if (at < vector.size()) {
                list.replace(place, word);
                vector[at] = word;
            }
            break;
        default:
            if (dice.once(20))
                kept.emplace_back(list, vector);
        }
        QCOMPARE(list.size(), vector.size());
        if (!vector.empty()) {
            QCOMPARE(list.front(), vector.front());
            QCOMPARE(list.back(), vector.back());
            const std::size_t any = dice.below(vector.size());
            QCOMPARE(list[any], vector[any]);
            QCOMPARE(list.at(any), vector[any]);
        }
    }
    QCOMPARE(plain(list), vector);
    QVERIFY(std::equal(list.rbegin(), list.rend(), vector.rbegin(), vector.rend()));
    QVERIFY(kept.size() > 5);
    for (const auto& [copy, as] : kept) { // what was done since did not reach them
        QCOMPARE(plain(copy), as);
        QVERIFY(copy == LongList<std::string>(as));
    }
}

void TestLongList::inOrder() {
    Dice dice(7);
    LongList<int> list;
    std::vector<int> all;
    for (int i = 0; i < 2000; ++i) {
        const int value = static_cast<int>(dice.below(500));
        list.insert(list.firstNot([&](int one) { return one <= value; }), value);
        all.push_back(value);
    }
    std::sort(all.begin(), all.end());
    QVERIFY(std::equal(list.begin(), list.end(), all.begin(), all.end()));
    QVERIFY(list.firstNot([](int) { return true; }) == list.end());
    QVERIFY(list.firstNot([](int) { return false; }) == list.begin());
}

void TestLongList::nothingInIt() {
    LongList<int> list;
    QVERIFY(list.empty() && list.begin() == list.end());
    QVERIFY(list.firstNot([](int) { return true; }) == list.end());
    QVERIFY_EXCEPTION_THROWN((void)list.at(0), std::out_of_range);
    list = {3, 1, 2};
    QCOMPARE(list.size(), std::size_t(3));
    QCOMPARE(list[2], 2);
    while (!list.empty())
        list.pop_front();
    QVERIFY(list == LongList<int>{});
    list.push_front(4);
    QCOMPARE(list.back(), 4);
}

QTEST_APPLESS_MAIN(TestLongList)
#include "tst_longlist.moc"
