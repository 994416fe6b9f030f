// SPDX-License-Identifier: GPL-3.0-or-later
// What a figure counts: a small noun-phrase scanner over tokens, with WordNet's parts of speech for words that the
// lexicon does not know. It looks only where a figure stands. Hard cases: modifiers before the noun ("three undersea
// cables"), partitives ("14 of the 20 miners"), nouns before the figure ("the toll rose to 14", "assailants, estimated
// to number more than 100"), compounds whose first part is a plural ("arms dealers").
#pragma once

#include "core/read/figures/figuretext.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace countercheck::read {

struct CountedNoun {
    std::uint32_t token = 0; ///< the head noun
    bool before = false;     ///< stands before the figure, outside its phrase
    bool partitive = false;  ///< reached through "of"
};

enum class NounNumber : std::uint8_t { Any, One, Many };

/// The head noun of the noun phrase that goes on at token `i` (right after a numeral or a determiner).
std::optional<CountedNoun> headAfter(const FigureText& text, std::uint32_t i, NounNumber number);
/// The head that the modifier at token `i`, right after a numeral, shares with that of the next one, in English: "12
/// Somali and 11 Yemeni | suspects", "200 local and 50 foreign | workers".
std::optional<CountedNoun> sharedHead(const FigureText& text, std::uint32_t i);
/// The head of "of the 20 miners" when token `i` is that "of".
std::optional<CountedNoun> headAfterOf(const FigureText& text, std::uint32_t i, NounNumber number);
/// The head of "the 20 miners" at token `i`, behind articles, hedges and numbers.
std::optional<CountedNoun> headAfterPart(const FigureText& text, std::uint32_t i, NounNumber number);
/// The noun that carries the number that stands at `phraseBegin`: "the toll rose to", "assailants, estimated to
/// number".
std::optional<CountedNoun> headBefore(const FigureText& text, std::uint32_t phraseBegin);

/// Lower case, singular: "people" → "person", "Indians" → "indian". `many`: the number asks for a plural.
std::string singularLemma(const FigureText& text, std::uint32_t token, bool many = true);

/// A plural of English or French by its ending alone.
bool pluralEnding(std::string_view low);

/// A word for a person or people: lexicon class, or WordNet's field.
bool personNoun(const FigureText& text, std::uint32_t token);

} // namespace countercheck::read
