// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers inside one token: digits with their grouping and decimal marks by the language's habit (1,500.25 · 1.500,25 ·
// 1,00,000), and German numerals that are written as one word (dreihundertfünfzig).
#pragma once

#include "core/read/decimal.h"
#include "core/text/reading.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace countercheck::read {

/// "1,500.25" in the language's habits; nothing when the marks do not group digits as numbers do.
std::optional<Decimal> readDigits(std::string_view digits, text::Language language);

/// A German numeral in one word: "dreihundertfünfzig", "einundzwanzigste", "zweieinhalb".
struct GermanNumber {
    enum Form : std::uint8_t { None, Cardinal, Ordinal, AndHalf } form = None;
    std::int64_t value = 0; ///< without the half
};
/// Reads a word in lower case; None for any other word.
GermanNumber readGerman(std::string_view lowerCased);

} // namespace countercheck::read
