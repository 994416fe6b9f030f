// SPDX-License-Identifier: GPL-3.0-or-later
// What a character is to the tokenizer: a table for bytes, ranges for code points above ASCII. Private to core/text.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace countercheck::text {

enum Char : std::uint8_t { Other, Letter, Upper, Digit, Blank, LineEnd, High };

inline constexpr std::array<std::uint8_t, 256> classes = [] {
    std::array<std::uint8_t, 256> table{};
    for (int c = 'a'; c <= 'z'; ++c)
        table[static_cast<std::size_t>(c)] = Letter;
    for (int c = 'A'; c <= 'Z'; ++c)
        table[static_cast<std::size_t>(c)] = Upper;
    for (int c = '0'; c <= '9'; ++c)
        table[static_cast<std::size_t>(c)] = Digit;
    for (int c = 0; c <= 0x20; ++c)
        table[static_cast<std::size_t>(c)] = Blank;
    table['\n'] = LineEnd;
    table[0x7F] = Blank;
    for (std::size_t c = 0x80; c < 256; ++c)
        table[c] = High;
    return table;
}();

/// Classes of code points above ASCII.
enum class Wide : std::uint8_t {
    Letter,
    UpperLetter,
    Blank,
    LineEnd,
    Hyphen,
    Dash,
    Apostrophe,
    OpenQuote,
    CloseQuote,
    Ellipsis,
    Currency,
    Percent,
    Symbol,
    Bad
};

Wide wideClass(char32_t v);

} // namespace countercheck::text
