// SPDX-License-Identifier: GPL-3.0-or-later
// A token of the reading view: what it is, where it stands, and its entry in the language's lexicon. Tokens are made in
// one walk over the text and looked up once; every rule afterwards runs over tokens, never over characters.
#pragma once

#include "core/text/span.h"

#include <cstdint>

namespace countercheck::text {

/// Index of an entry in a Lexicon; 0 is "not in the lexicon".
using WordId = std::uint32_t;

enum class TokenKind : std::uint8_t {
    Word,         ///< letters, with inner apostrophes and hyphens split off as tokens of their own kind (see below)
    Number,       ///< digits with their grouping and decimal marks: 1,500 · 2.5 · 813,000 (never a trailing mark)
    Alnum,        ///< letters and digits in one: 40k · B2Gold · RN22 · 1st · Q3
    Hyphen,       ///< - ‑ between two tokens without blanks ("al-Islam", "15-year-old")
    Dash,         ///< – — and "--", or a hyphen with blanks around it
    Apostrophe,   ///< "'s", "’s", or a lone ' that is no quotation mark
    OpenQuote,    ///< “ ‘ « „ or a straight mark that opens
    CloseQuote,   ///< ” ’ » or a straight mark that closes
    Stop,         ///< . ! ? …
    Comma,        ///< ,
    Semicolon,    ///< ;
    Colon,        ///< :
    OpenBracket,  ///< ( [ {
    CloseBracket, ///< ) ] }
    Slash,        ///< /
    Percent,      ///< % ‰
    Currency,     ///< $ € £ ¥ ₦ ₹ …
    Symbol,       ///< any other mark: + ± & @ # ° × ½ …
    Break         ///< the end of a paragraph (one or more line ends that separate blocks)
};

enum TokenFlag : std::uint8_t {
    Capitalised = 1,   ///< first letter is upper case
    AllCaps = 2,       ///< two letters or more, all upper case
    SpaceBefore = 4,   ///< white space (or the start of a block) stands before it
    SentenceStart = 8, ///< first token of a sentence
    NonAscii = 16,     ///< holds bytes above 0x7F
    HasComma = 32,     ///< a Number with a comma inside
    HasPoint = 64      ///< a Number with a point inside
};

struct Token {
    std::uint32_t begin = 0; ///< byte offset into the reading view
    std::uint32_t end = 0;
    WordId word = 0; ///< entry for the lower-cased form, 0 when unknown
    TokenKind kind = TokenKind::Word;
    std::uint8_t flags = 0;

    [[nodiscard]] constexpr Span span() const { return {begin, end}; }
    [[nodiscard]] constexpr bool is(TokenKind k) const { return kind == k; }
    [[nodiscard]] constexpr bool has(TokenFlag f) const { return (flags & f) != 0; }
};

} // namespace countercheck::text
