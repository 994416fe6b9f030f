// SPDX-License-Identifier: GPL-3.0-or-later
// What are the words of a sentence about, beyond their spelling? Each content word becomes a number that words for the
// same thing share: its event class ("killed", "deaths", "a péri"), the part that it names ("gunmen", "assaillants"),
// its English name, the first sense that WordNet gives a word that is only a noun or only a verb, else its lemma.
// Figures, times and words that carry no content of their own are left out, and so is who says so.
#pragma once

#include "core/read/mentions.h"
#include "core/text/lexicon.h"
#include "core/text/reading.h"

#include <cstdint>
#include <vector>

namespace countercheck::compare {

class Concepts {
public:
    /// `reading` and `mentions` must outlive the use.
    Concepts(const text::Reading& reading, const read::Mentions& mentions);
    /// Per token of the sentence; 0: no content. Valid until another sentence is asked for.
    const std::vector<std::uint32_t>& of(std::uint32_t sentence);
    /// Those of the whole sentence, ascending and unique. Valid until another sentence is asked for.
    const std::vector<std::uint32_t>& whole(std::uint32_t sentence);
    /// Those of the tokens that begin within `words` (reading view), ascending and unique.
    std::vector<std::uint32_t> within(std::uint32_t sentence, text::Span words);
    /// The same with the words that say who says so: of a predicate its doer may be taken for a source.
    std::vector<std::uint32_t> spoken(std::uint32_t sentence, text::Span words) const;
    /// The concept of a name: of an event class, or a lemma that is compared across languages.
    static std::uint32_t named(std::string_view name);

private:
    [[nodiscard]] std::uint32_t conceptOf(const text::Token& token) const;
    [[nodiscard]] std::uint32_t ofWord(const text::Token& token) const; ///< not remembered

    const text::Reading& reading_;
    const read::Mentions& mentions_;
    const text::Lexicon& lexicon_;
    std::uint32_t sentence_ = 0xFFFFFFFFu;
    std::vector<std::uint32_t> tokens_, whole_;
    std::uint32_t wholeOf_ = 0xFFFFFFFFu;
};

} // namespace countercheck::compare
