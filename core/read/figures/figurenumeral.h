// SPDX-License-Identifier: GPL-3.0-or-later
// One numeral as it is printed: digits, words or both ("1,500" · "two hundred and six" · "2.5 million" · "half a dozen"
// · "3 ½" · "two thirds" · "21st" · "dozens"), with its exact value. It knows nothing of what stands around it: whether
// it is a figure at all, its hedge, unit and what it counts are decided by readFigures().
#pragma once

#include "core/read/decimal.h"
#include "core/read/figures/figuretext.h"

#include <cstdint>
#include <optional>

namespace countercheck::read {

enum class NumeralForm : std::uint8_t { Cardinal, Ordinal, Fraction, Vague };

struct Numeral {
    NumeralForm form = NumeralForm::Cardinal;
    Decimal value;                    ///< a vague one's least meaning: dozens → 24
    Decimal multiplier = 1;           ///< the last multiplier that was read: million → 1000000
    std::uint32_t first = 0, end = 0; ///< tokens
    text::Span span;                  ///< the numeral alone; ends before a glued unit ("5" of "5km")
    std::string_view suffix;          ///< what is glued to the digits and is no multiplier: "km", "m", "b"; empty: none
    std::string_view prefix;          ///< money letters that are glued before the digits: "USD", "Rs"; empty: none
    bool digits = false;              ///< begins with digits
    bool plain = false;               ///< digits only, without grouping, point, multiplier or suffix
    bool about = false;               ///< a round amount by its word: "une vingtaine"
    bool article = false;             ///< begins with "a"
    const char* rule = "digits";
};

/// The ISO 4217 code of letters that stand before digits without a blank ("USD300", "Rs500"); empty: none.
std::string_view prefixCurrency(const FigureText& text, std::string_view letters);

/// The numeral that begins at token `at`, or whose first number word stands there ("a" and a minus before it are taken
/// along, but nothing before token `from`). Nothing when the token begins none, or what it begins is none ("1990s",
/// "6.4.2").
/// Halves, quarters, eighths …, as prices and lengths are told in.
bool binaryFraction(std::string_view over, std::string_view under);

std::optional<Numeral> readNumeral(const FigureText& text, std::uint32_t at, std::uint32_t from);

} // namespace countercheck::read
