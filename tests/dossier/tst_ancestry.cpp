// SPDX-License-Identifier: GPL-3.0-or-later
// Who knew what, against the obvious answer: walk back over all that was built on. Contents come in any order; made-up
// circles and endless chains end.
#include "core/dossier/ancestry.h"

#include <QTest>

#include <algorithm>
#include <map>
#include <random>
#include <set>

using namespace countercheck;
using dossier::Ancestry;
using dossier::Content;

namespace {

Content content(const std::string& hash, const std::string& previous, std::vector<std::string> knows) {
    Content made;
    made.record.hash = hash;
    made.previous = previous;
    made.knows = std::move(knows);
    return made;
}

/// Slow and obvious.
std::set<std::string> allBefore(const std::string& hash, const std::map<std::string, Content>& contents) {
    std::set<std::string> found;
    std::vector<std::string> open{hash};
    while (!open.empty()) {
        const auto at = contents.find(open.back());
        open.pop_back();
        if (at == contents.end())
            continue;
        std::vector<std::string> named = at->second.knows;
        if (!at->second.previous.empty())
            named.push_back(at->second.previous);
        for (const auto& one : named)
            if (found.insert(one).second)
                open.push_back(one);
    }
    return found;
}

/// Some desks decide and take in what others have; now and then a desk goes on from an older copy of itself.
std::vector<Content> history(std::mt19937& dice, std::size_t desks, int steps) {
    const auto roll = [&](std::size_t sides) { return dice() % sides; };
    std::vector<Content> made;
    std::vector<std::vector<std::string>> log(desks);   // all that a desk has, in its order
    std::vector<std::string> last(desks);               // what it made itself last
    std::vector<std::vector<std::string>> since(desks); // what came in since
    for (int step = 0; step < steps; ++step) {
        const std::size_t me = roll(desks);
        switch (roll(8)) {
        case 0: { // a copy of somebody else's file: a fork
            const std::size_t other = roll(desks);
            log[me] = log[other];
            last[me] = last[other];
            since[me] = since[other];
            break;
        }
        case 1:
        case 2:
        case 3:
            for (const auto& one : log[roll(desks)])
                if (std::find(log[me].begin(), log[me].end(), one) == log[me].end()) {
                    log[me].push_back(one);
                    since[me].push_back(one);
                }
            break;
        default: {
            const std::string hash = "h" + std::to_string(made.size());
            made.push_back(content(hash, last[me], since[me]));
            log[me].push_back(hash);
            last[me] = hash;
            since[me].clear();
        }
        }
    }
    return made;
}

} // namespace

class TestAncestry : public QObject {
    Q_OBJECT
private slots:
    void asWalkingBack_data();
    void asWalkingBack();
    void circlesEnd();
    void endlessChains();
    void whoIsNotThere();
};

void TestAncestry::asWalkingBack_data() {
    QTest::addColumn<int>("seed");
    QTest::addColumn<bool>("shuffled");
    for (int seed = 1; seed <= 15; ++seed)
        for (const bool shuffled : {false, true})
            QTest::addRow("seed %d%s", seed, shuffled ? ", in any order" : "") << seed << shuffled;
}

void TestAncestry::asWalkingBack() {
    QFETCH(int, seed);
    QFETCH(bool, shuffled);
    std::mt19937 dice(static_cast<unsigned>(seed));
    std::vector<Content> made = history(dice, 2 + dice() % 5, 160);
    std::map<std::string, Content> there;
    if (shuffled)
        std::shuffle(made.begin(), made.end(), dice);
    Ancestry ancestry;
    std::size_t yes = 0, no = 0;
    for (std::size_t i = 0; i < made.size(); ++i) {
        ancestry.add(made[i]);
        there[made[i].record.hash] = made[i];
        if (i % 20 != 19 && i + 1 != made.size()) // asked while more comes in, too
            continue;
        for (const auto& [hash, one] : there) {
            const auto before = allBefore(hash, there);
            for (const auto& [earlier, other] : there) {
                const bool known = before.contains(earlier);
                QVERIFY2(ancestry.knew(hash, earlier) == known, (hash + " " + earlier).c_str());
                ++(known ? yes : no);
            }
        }
    }
    QVERIFY(yes > 100 && no > 100);
}

void TestAncestry::circlesEnd() {
    const Ancestry ancestry({content("a", "b", {}), content("b", "c", {"a"}), content("c", "a", {"c"}),
                             content("d", "", {}), content("e", "d", {"b"})});
    QVERIFY(ancestry.knew("e", "d"));
    QVERIFY(!ancestry.knew("d", "e"));
    QVERIFY(!ancestry.knew("d", "a"));
}

void TestAncestry::endlessChains() {
    Ancestry ancestry;
    constexpr int many = 5000; // each a copy of its own
    for (int i = 0; i < many; ++i)
        ancestry.add(content("h" + std::to_string(i), {},
                             i == 0 ? std::vector<std::string>() : std::vector{"h" + std::to_string(i - 1)}));
    QVERIFY(ancestry.knew("h4999", "h0"));
    QVERIFY(ancestry.knew("h2", "h1"));
    QVERIFY(!ancestry.knew("h0", "h4999"));
}

void TestAncestry::whoIsNotThere() {
    const Ancestry ancestry({content("a", "", {"gone"}), content("b", "a", {}), content("c", "", {})});
    QVERIFY(ancestry.knew("made just now", "a"));
    QVERIFY(ancestry.knew("b", "gone")); // somebody whom it knew names it
    QVERIFY(!ancestry.knew("c", "gone"));
    QVERIFY(!ancestry.knew("b", "never heard of"));
}

QTEST_APPLESS_MAIN(TestAncestry)
#include "tst_ancestry.moc"
