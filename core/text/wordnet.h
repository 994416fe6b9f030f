// SPDX-License-Identifier: GPL-3.0-or-later
// WordNet 3.0 (Princeton) by the word's spelling. A token's word is asked for with Lexicon::use() and its neighbours
// instead: they need no look-up. English only; any number of threads may look up at once.
#pragma once

#include "core/text/worduse.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

namespace countercheck::text {

struct WordInfo : WordUse {
    std::string_view nounLemma, verbLemma;                   ///< empty when it is none
    std::span<const std::uint32_t> nounSynsets, verbSynsets; ///< most frequent sense first, at most four
};

/// The entry of a lower-cased word form; nothing when WordNet does not have it.
std::optional<WordInfo> wordInfo(std::string_view lowerCased);
/// The same without lemmas and synsets.
std::optional<WordUse> wordUse(std::string_view lowerCased);
/// The synset's first hypernym; 0 when it has none.
std::uint32_t hypernymOf(std::uint32_t synset);
/// Two lemmas that share a noun synset, or of which one is the other's direct hypernym, within their first `senses`
/// senses.
bool closeNouns(std::string_view a, std::string_view b, std::size_t senses = 2);
bool closeVerbs(std::string_view a, std::string_view b, std::size_t senses = 2);

} // namespace countercheck::text
