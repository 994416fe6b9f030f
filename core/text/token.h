// SPDX-License-Identifier: GPL-3.0-or-later
// A token of the reading view: what it is, where it stands, and its word in the language's lexicon. Tokens are made in
// one walk over the text and looked up once; every rule afterwards runs over tokens, never over characters.
#pragma once

#include "core/text/span.h"

#include <cstdint>

namespace countercheck::text {

/// Number of a word in its language's Lexicon; 0 is "unknown". Not every known word is in our own tables: ask
/// Lexicon::inLexicon().
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
    HasPoint = 64,     ///< a Number with a point inside
    Dotted = 128       ///< a Word that ends with a point of its own: U.S. · p.m.
};

/// What may begin at a token or stand there, decided once by the tokenizer: from the word's entry in our tables
/// (Lexicon::hints()) and from the token's kind. A sentence carries the hints of all its tokens together
/// (Sentence::hints): a pass asks that first and leaves a sentence without its hint alone, then asks the tokens, then
/// tags. A hint promises nothing, but where it is missing nothing of the kind can be.
enum Hint : std::uint16_t {
    HintFigure = 1, ///< digits, number words, multipliers, ordinals, fractions, vague ones, currencies, per cent
    HintTime = 2,   ///< months, weekdays, units of time, parts of the day, "yesterday", seasons, holidays, zones, other
                  ///< words of time; numbers of four digits, and those before : / - . h ' or behind an apostrophe or a
                  ///< mark of that kind; words that begin with a digit (15th, 9pm, 1980s). A phrase hints with its
                  ///< longest word.
    HintSaying = 4,    ///< a verb of saying or a cue, or the longest word of a phrase that is one
    HintHedge = 8,     ///< modality or negation
    HintName = 16,     ///< a word with a capital
    HintEvent = 32,    ///< a word of an event, or the first word of a phrase that is one
    HintQuote = 64,    ///< an opening or closing quotation mark
    HintPhrase = 128,  ///< a phrase of our tables begins with this word
    HintClosed = 256,  ///< a word of a closed class: determiner, preposition, pronoun, auxiliary, …
    HintBracket = 512, ///< an opening bracket
    HintBlame = 1024,  ///< the longest word of a phrase of who did it or may have done it ("claimed responsibility")
    HintUnit = 2048    ///< a unit, or the first word of one ("square mile") or of an amount that is no tag's ("baker's
                       ///< dozen")
};
inline constexpr unsigned lastHint = HintUnit; ///< the lexicon has room for no more

struct Token {
    std::uint32_t begin = 0; ///< byte offset into the reading view
    std::uint32_t end = 0;
    WordId word = 0; ///< number of the lower-cased form in the lexicon, 0 when neither tables nor dictionary have it
    TokenKind kind = TokenKind::Word;
    std::uint8_t flags = 0;  ///< TokenFlag bits
    std::uint16_t hints = 0; ///< Hint bits

    [[nodiscard]] constexpr Span span() const { return {begin, end}; }
    [[nodiscard]] constexpr bool is(TokenKind k) const { return kind == k; }
    [[nodiscard]] constexpr bool has(TokenFlag f) const { return (flags & f) != 0; }
    [[nodiscard]] constexpr bool may(unsigned hint) const { return (hints & hint) != 0; } ///< any of these Hint bits
};
static_assert(sizeof(Token) == 16);

} // namespace countercheck::text
