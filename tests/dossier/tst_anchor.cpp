// SPDX-License-Identifier: GPL-3.0-or-later
// Decisions find their question again after a re-reading, or say that they could not: never a near match.
#include "core/dossier/anchor.h"
#include "core/dossier/plaintext.h"
#include "tests/store/samples.h"

#include <QTest>

using namespace samples;

namespace {

// "é" before the words: code points and bytes differ.
const std::string accented = "Café: three men. Later, three men. Then a dog, two cats, one cow.";

std::vector<dossier::Article> articles() {
    return {article("first", first).article, article("second", second).article, article("accented", accented).article};
}
compare::Question question(const std::string& key, std::vector<compare::QuestionClaim> claims) {
    compare::Question question;
    question.key = key;
    question.label = key;
    question.claims = std::move(claims);
    return question;
}
compare::Comparison comparison(std::vector<compare::Question> questions) {
    compare::Comparison comparison;
    comparison.questions = std::move(questions);
    return comparison;
}
/// The claim at the n-th place of the words.
compare::QuestionClaim nth(std::uint32_t at, const std::string& text, const std::string& words, int n) {
    auto result = claim(at, text, words, 3);
    for (std::size_t from = text.find(words); n-- > 0; from = text.find(words, from + 1))
        result.words = {static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(from + words.size())};
    return result;
}

std::string where(const std::string& key, const std::vector<dossier::ClaimAnchor>& anchors,
                  const compare::Comparison& results) {
    const auto found = dossier::reanchor({{{key}, anchors}}, results, articles());
    if (found.lost.size() == 1 && found.found.empty())
        return "lost";
    return found.found.size() == 1 ? found.found.begin()->first.value : "broken";
}

} // namespace

class TestAnchor : public QObject {
    Q_OBJECT
private slots:
    void anchorsCountCodePoints();
    void sameKey();
    void moved();
    void elsewhereInTheArticle();
    void ambiguousIsLost();
    void mostOfTheClaims();
    void articlesThatAreGone();
    void offsets();
};

void TestAnchor::anchorsCountCodePoints() {
    const auto anchors = dossier::anchorsOf(question("q", {nth(2, accented, "three men", 1)}), articles());
    QCOMPARE(anchors.size(), 1u);
    QCOMPARE(anchors[0].start, 6u);
    QCOMPARE(anchors[0].end, 15u);
    QCOMPARE(anchors[0].quote, std::string("three men"));
    QCOMPARE(anchors[0].article.sha256, dossier::sha256Hex(accented));
}

void TestAnchor::sameKey() {
    const auto anchors = dossier::anchorsOf(results().questions[0], articles());
    QCOMPARE(where("taken", anchors, results()), std::string("taken"));
    QCOMPARE(where("taken", {}, results()), std::string("taken"));
    QCOMPARE(where("taken", anchors, compare::Comparison{}), std::string("lost"));
}

void TestAnchor::moved() {
    const auto anchors = dossier::anchorsOf(results().questions[0], articles());
    auto renamed = results();
    renamed.questions[0].key = "taken, read anew";
    QCOMPARE(where("taken", anchors, renamed), std::string("taken, read anew"));
    // Near is not the same: other words at the same place, the same words of another article.
    auto near = renamed;
    for (auto& claim : near.questions[0].claims)
        claim.quote = claim.quote.substr(0, claim.quote.size() - 1);
    QCOMPARE(where("taken", anchors, near), std::string("lost"));
    auto other = renamed;
    other.questions[0].claims = {nth(2, accented, "three men", 1)};
    QCOMPARE(where("taken", anchors, other), std::string("lost"));
}

void TestAnchor::elsewhereInTheArticle() {
    const auto anchors = dossier::anchorsOf(question("q", {nth(2, accented, "three men", 1)}), articles());
    QCOMPARE(where("q", anchors, comparison({question("a", {nth(2, accented, "three men", 2)})})), std::string("a"));
    // Twice, and neither at the place: which one cannot be known.
    auto early = nth(2, accented, "three men", 2);
    early.words.begin += 1;
    QCOMPARE(
        where("q", anchors, comparison({question("a", {nth(2, accented, "three men", 2)}), question("b", {early})})),
        std::string("lost"));
    // Twice, one at the place: that one.
    QCOMPARE(where("q", anchors,
                   comparison({question("a", {nth(2, accented, "three men", 2)}),
                               question("b", {nth(2, accented, "three men", 1)})})),
             std::string("b"));
}

void TestAnchor::ambiguousIsLost() {
    const auto anchors = dossier::anchorsOf(question("q", {nth(2, accented, "three men", 1)}), articles());
    const auto same = nth(2, accented, "three men", 1);
    QCOMPARE(where("q", anchors, comparison({question("a", {same}), question("b", {same})})), std::string("lost"));
}

void TestAnchor::mostOfTheClaims() {
    const auto dog = claim(2, accented, "a dog", 1);
    const auto cats = claim(2, accented, "two cats", 2);
    const auto cow = claim(2, accented, "one cow", 1);
    const auto anchors = dossier::anchorsOf(question("q", {dog, cats, cow}), articles());
    QCOMPARE(where("q", anchors, comparison({question("a", {dog}), question("b", {cats, cow})})), std::string("b"));
    QCOMPARE(where("q", anchors, comparison({question("a", {dog})})), std::string("lost")); // one of three is not most
    const auto two = dossier::anchorsOf(question("q", {dog, cats}), articles());
    QCOMPARE(where("q", two, comparison({question("a", {dog}), question("b", {cats})})), std::string("lost"));
}

void TestAnchor::articlesThatAreGone() {
    auto anchors = dossier::anchorsOf(results().questions[0], articles());
    anchors.push_back({{"an article that was taken out"}, 0, 3, "two"});
    anchors.push_back({{"another"}, 0, 3, "two"});
    anchors.push_back({{"a third"}, 0, 3, "two"});
    auto renamed = results();
    renamed.questions[0].key = "new";
    QCOMPARE(where("taken", anchors, renamed), std::string("new"));
    anchors.erase(anchors.begin(), anchors.begin() + 2);
    QCOMPARE(where("taken", anchors, renamed), std::string("lost"));
}

void TestAnchor::offsets() {
    QCOMPARE(dossier::codePointsBefore(accented, 5), 4u); // "Café" has five bytes
    QCOMPARE(dossier::codePointsBefore("abc", 99), 3u);
    QCOMPARE(dossier::byteOfCodePoint(accented, 4).value(), std::size_t{5});
    QCOMPARE(dossier::byteOfCodePoint("abc", 3).value(), std::size_t{3});
    QVERIFY(!dossier::byteOfCodePoint("abc", 4));
}

QTEST_GUILESS_MAIN(TestAnchor)
#include "tst_anchor.moc"
