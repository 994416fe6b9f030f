// SPDX-License-Identifier: GPL-3.0-or-later
// The algebra of conflicts: figures are sets, times are stretches; the first rule that fits decides. A relation can be
// recomputed by hand from its explanation. relate(a, b) and relate(b, a) agree up to the order of a and b.
#pragma once

#include "core/compare/question.h"

#include <optional>
#include <string>
#include <string_view>

namespace countercheck::compare {

/// One side of a relation: the claim and what its report tells about when it was said.
struct Side {
    const QuestionClaim& claim;
    std::string letter;                    ///< "A", for the explanation
    std::optional<std::int64_t> published; ///< local seconds
    bool growth = false;                   ///< its text marks growth: "so far", "has risen to"
    std::int8_t moved = 0;                 ///< of a share by which something rose: 1, by which it fell: -1
    /// What explanations say of it, made when the first one asks: its quote, its words as shown, its figure.
    mutable std::string quoted, shown, meant;
};

struct Ruling {
    RelationKind kind{};
    Reason reason{};
    Supersedes supersedes = Supersedes::None;
    std::string explanation;
};

/// The relation of two figures that answer one question. Nothing when they cannot be compared (other currencies, other
/// dimensions).
std::optional<Ruling> relateFigures(const Side& a, const Side& b, int hedgePercent);
/// Of two times of one event.
std::optional<Ruling> relateTimes(const Side& a, const Side& b);
/// Of two dates without a year, as TIMEX3 values ("XXXX-06", "XXXX-06-11"), said of one event.
Ruling relateYearless(const Side& a, const Side& b, std::string_view x, std::string_view y);

/// Do both print one amount: the same headline figure, the same after conversion, or a round one and one that rounds to
/// it?
bool sameAmount(const QuestionClaim& a, const QuestionClaim& b);
/// A figure that two reports hardly print by chance: two significant digits or more.
bool telling(const read::FigureSet& set);

/// Do the sets share a number? Empty sets (low above high) meet nothing.
bool setsMeet(const read::FigureSet& a, const read::FigureSet& b);
/// Is the number in the set?
bool contains(const read::FigureSet& set, const read::Decimal& value);
/// What the two figures mean, without the rule: "“nearly 160” (A) means 144 to below 160, …". `base`: the unit into
/// which both were converted, or empty.
std::string meanings(const Side& a, const Side& b, const read::FigureSet& x, const read::FigureSet& y,
                     const std::string& base = {});
/// For people (see explaining.h): "144 to below 160", "more than 100", "exactly 3".
std::string inWords(const read::FigureSet& set);

} // namespace countercheck::compare
