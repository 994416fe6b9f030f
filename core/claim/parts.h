// SPDX-License-Identifier: GPL-3.0-or-later
// Small things that the parts of the assembler share. Used by them alone.
#pragma once

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <utility>

namespace countercheck::claim {

/// The mentions of one kind that stand in a sentence; lists are in order of place.
template <class List> std::pair<std::uint32_t, std::uint32_t> inSentence(const List& list, std::uint32_t sentence) {
    const auto first = std::lower_bound(list.begin(), list.end(), sentence,
                                        [](const auto& m, std::uint32_t s) { return m.sentence < s; });
    auto last = first;
    while (last != list.end() && last->sentence == sentence)
        ++last;
    return {static_cast<std::uint32_t>(first - list.begin()), static_cast<std::uint32_t>(last - list.begin())};
}

inline bool oneOf(std::string_view word, std::initializer_list<std::string_view> list) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

inline constexpr std::int64_t day = 86400;

/// Nouns that only carry a number: "the number of …", "the toll", "the figure".
inline bool numberNoun(std::string_view lemma) {
    return oneOf(lemma, {"number", "toll", "figure", "total", "tally"});
}
inline bool groupNoun(std::string_view lemma) {
    return oneOf(lemma,
                 {"group", "crowd", "gang", "band", "team", "convoy", "mob", "column", "party", "army", "force"});
}

} // namespace countercheck::claim
