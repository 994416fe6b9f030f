// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/wordnet.h"

#include "core/text/lexicon.h"

#include <algorithm>

namespace countercheck::text {

namespace {

const Lexicon& english() {
    return Lexicon::of(Language::English);
}

/// The word's number when WordNet has it, 0 otherwise.
WordId wordOf(std::string_view lowerCased) {
    if (std::any_of(lowerCased.begin(), lowerCased.end(), [](char c) { return c >= 'A' && c <= 'Z'; }))
        return 0; // the table would take it for the word in small letters
    const WordId id = english().findWord(lowerCased);
    return english().use(id).known() ? id : 0;
}

template <class Synsets> bool close(Synsets a, Synsets b, std::size_t senses) {
    for (std::size_t i = 0; i < std::min(senses, a.size()); ++i)
        for (std::size_t j = 0; j < std::min(senses, b.size()); ++j)
            if (a[i] == b[j] || hypernymOf(a[i]) == b[j] || hypernymOf(b[j]) == a[i])
                return true;
    return false;
}

} // namespace

std::optional<WordInfo> wordInfo(std::string_view lowerCased) {
    const WordId id = wordOf(lowerCased);
    if (id == 0)
        return std::nullopt;
    const Lexicon& lexicon = english();
    WordInfo info;
    static_cast<WordUse&>(info) = lexicon.use(id);
    info.nounLemma = lexicon.form(lexicon.nounLemma(id));
    info.verbLemma = lexicon.form(lexicon.verbLemma(id));
    info.nounSynsets = lexicon.nounSynsets(id);
    info.verbSynsets = lexicon.verbSynsets(id);
    return info;
}

std::optional<WordUse> wordUse(std::string_view lowerCased) {
    const WordId id = wordOf(lowerCased);
    return id == 0 ? std::nullopt : std::optional<WordUse>(english().use(id));
}

std::uint32_t hypernymOf(std::uint32_t synset) {
    return english().hypernym(synset);
}

bool closeNouns(std::string_view a, std::string_view b, std::size_t senses) {
    return close(english().nounSynsets(wordOf(a)), english().nounSynsets(wordOf(b)), senses);
}

bool closeVerbs(std::string_view a, std::string_view b, std::size_t senses) {
    return close(english().verbSynsets(wordOf(a)), english().verbSynsets(wordOf(b)), senses);
}

} // namespace countercheck::text
