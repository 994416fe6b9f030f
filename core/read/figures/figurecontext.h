// SPDX-License-Identifier: GPL-3.0-or-later
// Is this number a figure at all? Precision first: years, parts of dates, road and flight numbers, list numbers, phone
// numbers, addresses, versions, scores, identifiers and "one" as a pronoun count nothing. Each test is a named rule, so
// that a derivation or a test can say why a number was left out.
#pragma once

#include "core/read/figures/figurenumeral.h"

#include <cstdint>
#include <optional>

namespace countercheck::read {

struct NotAFigure {
    const char* rule;      ///< "year", "identifier", "score", …
    std::uint32_t end = 0; ///< the first token that is not part of it
};

/// Why `numeral` is no figure; nothing when it is one. `counted` tells whether a noun that it counts follows.
/// `unit` tells whether money, per cent, a measure or an age word stands beside it: then only chains and ids are
/// refused.
std::optional<NotAFigure> notAFigure(const FigureText& text, const Numeral& numeral, bool unit, bool hedged,
                                     bool counted);

/// Chains of numbers that are none of them figures: phone numbers, scores, dates, versions ("3-1", "52-48-2", "9:00").
/// Asked before anything else is read. `range` is left for "3-5", which may be one.
std::optional<NotAFigure> numberChain(const FigureText& text, std::uint32_t at);

/// Token `mark` joins the number before it to another: "3-1", "555-0143", "2019-20".
bool numberPair(const FigureText& text, std::uint32_t mark);

/// "3-5" is read as a range unless the words beside it make it a score.
bool scoreBeside(const FigureText& text, std::uint32_t first, std::uint32_t end);

/// "one" that counts: "one man was killed", not "one of the", "no one", "one day".
bool oneCounts(const FigureText& text, std::uint32_t at, std::uint32_t end, bool counted);
/// An ordinal that orders something: not "at first", "First,", "second" as a time unit.
bool ordinalCounts(const FigureText& text, const Numeral& numeral);

} // namespace countercheck::read
