// SPDX-License-Identifier: GPL-3.0-or-later
// Bounds and hedges around a figure: "at least", "nearly", "no fewer than", "an estimated" before it; "or so", "or
// more",
// "-plus" behind it. Several may stand together ("at least some 200"): a bound outweighs an "about". The words
// themselves are data (hedge and hedge-after in the lexicon).
#pragma once

#include "core/read/figures/figuretext.h"
#include "core/read/figureset.h"

#include <cstdint>
#include <string_view>

namespace countercheck::read {

/// The lexicon's value ("at-least") as a Hedge; None for "exact" and anything unknown.
Hedge hedgeFrom(std::string_view name);
/// "hedge-before:nearly", "hedge-after:at-least"
const char* hedgeRule(Hedge hedge, bool after);
/// The hedge that ends right before token `first`; moves `first` to where the hedges begin, but not before `from`.
Hedge hedgeBefore(const FigureText& text, std::uint32_t& first, std::uint32_t from);

struct HedgeBehind {
    Hedge hedge = Hedge::None;
    std::uint32_t end = 0; ///< one past its last token
};
/// The hedge that begins at token i, behind a figure. `atNumeral`: right behind the numeral itself.
HedgeBehind hedgeBehind(const FigureText& text, std::uint32_t i, bool atNumeral);

} // namespace countercheck::read
