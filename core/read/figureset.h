// SPDX-License-Identifier: GPL-3.0-or-later
// A figure is a set: "nearly 160" is [144, 160), "at least three" is [3, ∞). What the words say is kept beside the set:
// the headline value (the number that would be printed big) and the qualifier. shared/relations.md's table is the law.
#pragma once

#include "core/read/decimal.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace countercheck::read {

enum class Qualifier : std::uint8_t { Exact, Approximate, Nearly, AtLeast, MoreThan, AtMost, LessThan, Range, Vague };
/// The machine interface's word: "exact", "at-least", …
std::string_view qualifierName(Qualifier qualifier);

struct FigureSet {
    std::optional<Decimal> headline;  ///< nothing for "several", "dozens": no headline figure
    std::optional<Decimal> low, high; ///< nothing: unbounded
    bool lowInclusive = true, highInclusive = true;
    Qualifier qualifier = Qualifier::Exact;
    bool operator==(const FigureSet&) const = default;
};

/// What the hedge words do to a value. Percent is the case's setting for "about" and "nearly" (10 by default).
enum class Hedge : std::uint8_t { None, About, Nearly, JustUnder, JustOver, AtLeast, MoreThan, AtMost, UpTo, LessThan };

/// The plain word for a qualifier; nothing for ranges and vague figures, which say no more than their bounds do.
std::optional<Hedge> hedgeOf(Qualifier qualifier);

/// The set of a hedged value; counts are never below 0.
FigureSet figureSet(const Decimal& value, Hedge hedge, bool count, int percent = 10);
/// [low, high], headline: nothing unless low == high. Requires low <= high.
FigureSet rangeSet(const Decimal& low, const Decimal& high);
/// [low, ∞) without a headline: "several" → 2, "dozens" → 24, …
FigureSet vagueSet(const Decimal& low);

} // namespace countercheck::read
