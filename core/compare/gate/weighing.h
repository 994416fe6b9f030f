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

} // namespace countercheck::compare::gate
