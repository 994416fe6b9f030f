// SPDX-License-Identifier: GPL-3.0-or-later
// The algebra of figures against a slow and obvious reference: sets spelled out as lists of small numbers, the rules
// taken one by one from the contract. And: the order of the sides, of the articles, and the number of threads do not
// matter.
#ifndef Q_MOC_RUN // moc cannot read the standard concepts
#include "core/compare/relate.h"
#include "core/text/explaining.h"
#include "tests/compare/samplecase.h"
#endif

#include <QTest>

#include <numeric>

using namespace countercheck;
using namespace countercheck::compare;
using read::Decimal;
using read::FigureSet;
using read::Hedge;
using read::Qualifier;

namespace {

/// How a figure is said.
enum class Said { Exact, About, Nearly, JustOver, AtLeast, MoreThan, UpTo, LessThan, Range, Vague };
constexpr std::array allSaid{Said::Exact,    Said::About, Said::Nearly,   Said::JustOver, Said::AtLeast,
                             Said::MoreThan, Said::UpTo,  Said::LessThan, Said::Range,    Said::Vague};

/// The reference: which twentieths from 0 to `top` are in the set, by the table of the contract. Twentieths, because
/// ten per cent of a whole number is a tenth, and an open end lies between two tenths.
struct Listed {
    std::vector<bool> in;
    int headline = -1; ///< -1: none
    Said said{};
    bool operator==(const Listed& other) const { return in == other.in && headline == other.headline; }
};
constexpr int fine = 20, top = 260;

Listed listed(Said said, int v) {
    Listed out{std::vector<bool>(std::size_t{top} * fine + 1), said == Said::Range || said == Said::Vague ? -1 : v,
               said};
    for (int t = 0; t <= top * fine; ++t) {
        const int at = v * fine, ten = at / 10; // ten per cent of v, in twentieths
        bool in = false;
        switch (said) {
        case Said::Exact:
            in = t == at;
            break;
        case Said::About:
            in = t >= at - ten && t <= at + ten;
            break;
        case Said::Nearly:
            in = t >= at - ten && t < at;
            break;
        case Said::JustOver:
            in = t > at && t <= at + ten;
            break;
        case Said::AtLeast:
            in = t >= at;
            break;
        case Said::MoreThan:
            in = t > at;
            break;
        case Said::UpTo:
            in = t <= at;
            break;
        case Said::LessThan:
            in = t < at;
            break;
        case Said::Range:
            in = t >= at && t <= at + 2 * fine;
            break; // v to v + 2
        case Said::Vague:
            in = t >= at;
            break;
        }
        out.in[static_cast<std::size_t>(t)] = in;
    }
    return out;
}

FigureSet built(Said said, int v) {
    const Decimal d(v);
    switch (said) {
    case Said::Exact:
        return read::figureSet(d, Hedge::None, true);
    case Said::About:
        return read::figureSet(d, Hedge::About, true);
    case Said::Nearly:
        return read::figureSet(d, Hedge::Nearly, true);
    case Said::JustOver:
        return read::figureSet(d, Hedge::JustOver, true);
    case Said::AtLeast:
        return read::figureSet(d, Hedge::AtLeast, true);
    case Said::MoreThan:
        return read::figureSet(d, Hedge::MoreThan, true);
    case Said::UpTo:
        return read::figureSet(d, Hedge::UpTo, true);
    case Said::LessThan:
        return read::figureSet(d, Hedge::LessThan, true);
    case Said::Range:
        return read::rangeSet(d, Decimal(v + 2));
    case Said::Vague:
        return read::vagueSet(d);
    }
    return {};
}

bool meets(const Listed& a, const Listed& b) {
    for (std::size_t t = 0; t < a.in.size(); ++t)
        if (a.in[t] && b.in[t])
            return true;
    return false;
}
bool holds(const Listed& set, int v) {
    return set.in[static_cast<std::size_t>(v) * fine];
}

/// "2 million" and "2.04 million": a round figure of a hundred or more, and one that rounds to it at its digits.
bool rounded(int round, int exact) {
    if (round < 100)
        return false;
    int step = 1;
    while (round % (step * 10) == 0)
        step *= 10;
    return step > 1 && exact % step != 0 && std::abs(exact - round) * 2 <= step &&
           std::abs(exact - round) * 10 <= round;
}

/// The rules of the contract, first that fits.
RelationKind ruled(const Listed& a, const Listed& b) {
    const bool pointA = a.said == Said::Exact, pointB = b.said == Said::Exact;
    if (pointA && pointB && a.headline != b.headline &&
        (rounded(a.headline, b.headline) || rounded(b.headline, a.headline)))
        return RelationKind::Refinement;
    if (!meets(a, b))
        return RelationKind::Contradiction;
    if ((a.headline >= 0 && a.headline == b.headline) || a == b)
        return RelationKind::Agreement;
    if (a.headline < 0 && b.headline < 0) // two ranges say two things; a vague word only says less
        return a.said == Said::Vague || b.said == Said::Vague ? RelationKind::Refinement : RelationKind::Discrepancy;
    if (a.headline < 0 || b.headline < 0) {
        const Listed &without = a.headline < 0 ? a : b, &with = a.headline < 0 ? b : a;
        const bool precise = without.said == Said::Vague || with.said == Said::Exact;
        return precise && holds(without, with.headline) ? RelationKind::Refinement : RelationKind::Discrepancy;
    }
    if (pointA != pointB) {
        const Listed &point = pointA ? a : b, &set = pointA ? b : a;
        if (set.said == Said::About || set.said == Said::Nearly)
            return RelationKind::Refinement;
        const bool bound = set.said == Said::AtLeast || set.said == Said::MoreThan || set.said == Said::UpTo ||
                           set.said == Said::LessThan || set.said == Said::JustOver;
        const bool isRound = set.headline > 0 && set.headline % 10 == 0;
        if (bound && isRound && std::abs(point.headline - set.headline) * 100 <= 15 * set.headline)
            return RelationKind::Refinement;
    }
    return RelationKind::Discrepancy;
}

QuestionClaim claimOf(const FigureSet& set, std::uint32_t article) {
    QuestionClaim claim;
    claim.article = article;
    claim.set = set;
    claim.quote = "the figure";
    return claim;
}

} // namespace

class TestAlgebra : public QObject {
    Q_OBJECT
private slots:
    void setsAreWhatTheWordsSay() {
        for (const int step : {1, 10})
            for (int v = 0; v <= 12; ++v)
                for (const Said said : allSaid) {
                    const Listed reference = listed(said, v * step);
                    const FigureSet set = built(said, v * step);
                    QCOMPARE(set.headline.has_value(), reference.headline >= 0);
                    for (int t = 0; t <= top * fine; ++t)
                        QVERIFY2(contains(set, *Decimal(t).dividedBy(Decimal(fine))) ==
                                     reference.in[static_cast<std::size_t>(t)],
                                 qPrintable(QStringLiteral("%1 %2/20 in %3")
                                                .arg(static_cast<int>(said))
                                                .arg(t)
                                                .arg(QString::fromStdString(inWords(set)))));
                }
    }

    void relationsAreWhatTheRulesSay() {
        int seen[4] = {};
        for (const int step : {1, 10})
            for (int v = 0; v <= 12; ++v)
                for (const Said p : allSaid) {
                    const Listed x = listed(p, v * step);
                    const QuestionClaim a = claimOf(built(p, v * step), 0);
                    for (int w = 0; w <= 12; ++w)
                        for (const Said q : allSaid) {
                            const Listed y = listed(q, w * step);
                            const QuestionClaim b = claimOf(built(q, w * step), 1);
                            QCOMPARE(setsMeet(*a.set, *b.set), meets(x, y));
                            const auto ruling = relateFigures({a, "A", {}, false}, {b, "B", {}, false}, 10);
                            QVERIFY(ruling);
                            const RelationKind expected = ruled(x, y);
                            ++seen[static_cast<int>(expected)];
                            QVERIFY2(
                                ruling->kind == expected,
                                qPrintable(QString::fromStdString(text::inEnglish(ruling->explanation) + " Expected: " +
                                                                  std::string(relationKindName(expected)))));
                            QVERIFY(!ruling->explanation.empty() && ruling->supersedes == Supersedes::None);
                        }
                }
        for (const int n : seen)
            QVERIFY(n > 0);
    }

    void theOrderOfTheSidesDoesNotMatter() {
        const std::int64_t monday = 1700438400, wednesday = monday + 2 * 86400;
        for (const bool growth : {false, true})
            for (int v = 0; v <= 12; ++v)
                for (const Said p : allSaid)
                    for (int w = 0; w <= 12; ++w)
                        for (const Said q : allSaid) {
                            const QuestionClaim a = claimOf(built(p, v * 10), 0), b = claimOf(built(q, w * 10), 1);
                            const Side x{a, "A", monday, false}, y{b, "B", wednesday, growth};
                            const auto one = relateFigures(x, y, 10), other = relateFigures(y, x, 10);
                            QVERIFY(one && other);
                            QCOMPARE(one->kind, other->kind);
                            QCOMPARE(one->reason, other->reason);
                            const auto turned = one->supersedes == Supersedes::None ? Supersedes::None
                                                : one->supersedes == Supersedes::A  ? Supersedes::B
                                                                                    : Supersedes::A;
                            QCOMPARE(other->supersedes, turned);
                            if (!growth)
                                QVERIFY(one->reason != Reason::Update);
                        }
    }

    void theOrderOfTheArticlesDoesNotMatter() {
        const SampleCase sample;
        QVERIFY(sample.size() >= 4);
        std::array<std::size_t, 4> order{};
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::string first;
        do {
            std::vector<Input> inputs;
            std::vector<std::string> names;
            for (const std::size_t i : order) {
                inputs.push_back(sample.input(i));
                names.push_back(sample.name(i));
            }
            const auto comparison = compareArticles(inputs);
            QVERIFY(comparison && !comparison->questions.empty());
            const std::string said = unordered(*comparison, names);
            if (first.empty())
                first = said;
            QCOMPARE(QString::fromStdString(said), QString::fromStdString(first));
        } while (std::next_permutation(order.begin(), order.end()));
    }

    void theNumberOfThreadsDoesNotMatter() {
        const SampleCase sample;
        std::vector<Input> inputs;
        for (std::size_t i = 0; i < sample.size(); ++i)
            inputs.push_back(sample.input(i));
        const auto one = compareArticles(inputs, {}, {}, {}, 1);
        const auto two = compareArticles(inputs, {}, {}, {}, 2);
        QVERIFY(one && two && *one == *two);
    }

    void aStoppedComparisonYieldsNothing() {
        std::stop_source source;
        source.request_stop();
        const std::array<Input, 2> inputs{Input{"Three people were hurt.", {}, {}, {}},
                                          Input{"Four people were hurt.", {}, {}, {}}};
        QVERIFY(!compareArticles(inputs, {}, {}, source.get_token()));
    }
};

QTEST_GUILESS_MAIN(TestAlgebra)
#include "tst_algebra.moc"
