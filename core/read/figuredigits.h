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

/// The value of a German numeral word; -1 for any other word.
std::int64_t germanNumber(std::string_view word);

} // namespace countercheck::read
