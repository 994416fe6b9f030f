// SPDX-License-Identifier: GPL-3.0-or-later
// What speaks for and against one question, added up in tenths of log-odds (Good, 1950): what the roads by weight
// share. Each has signs of its own, with a table of their points.
#pragma once

#include "core/compare/gate/gate.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace countercheck::compare::gate {

struct Weight {
    int points;
    const char* told; ///< a form of resources/text/explanations.tsv
};

/// The signs that were found, and the sum of their points in `weights`.
template <class Sign, const auto& weights> struct WeighedBy {
    std::uint64_t signs = 0;
    int points = 0;
    void add(Sign sign) {
        signs |= std::uint64_t{1} << sign;
        points += weights[sign].points;
    }
    [[nodiscard]] bool has(std::size_t sign) const { return (signs >> sign & 1) != 0; }
};

/// Tells a refusal by how much it weighed, where somebody asks for an explanation.
void tellTooLittle(int points, int asked, Verdict& v);

/// Joins the two, and lists each sign with its points.
void joinByWeight(std::span<const Weight> weights, std::uint64_t signs, int points, int asked, Verdict& v);

/// Does another fact of the other's report weigh as much beside `c`?
/// @param weigh  of `c` and another one; nothing where the two give no rival answers
template <class Weigh> bool outweighed(const Candidate& c, const Candidate& other, int points, const Weigh& weigh) {
    for (std::uint32_t i = 0; i < other.in->facts.size(); ++i) {
        const Fact& f = other.in->facts[i];
        if (i == other.index || f.kind != c.fact->kind)
            continue;
        const auto rival = weigh(c, Candidate{other.article, i, &f, other.in});
        if (rival && rival->points >= points)
            return true;
    }
    return false;
}

/// How a road by weight ends: too little is told; otherwise the two are joined, unless another answer of one of the two
/// reports weighs as much, since each has to be the other's best.
/// @param weigh  as of outweighed()
template <class Weighed, class Weigh>
void joinBest(const Candidate& a, const Candidate& b, const Weighed& own, int asked, std::span<const Weight> weights,
              const Weigh& weigh, Verdict& v) {
    if (own.points < asked)
        return tellTooLittle(own.points, asked, v);
    if (outweighed(a, b, own.points, weigh) || outweighed(b, a, own.points, weigh))
        return;
    joinByWeight(weights, own.signs, own.points, asked, v);
}

} // namespace countercheck::compare::gate
