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
#include <span>
#include <utility>
#include <vector>

namespace countercheck::compare {

class Concepts {
public:
    /// `reading` and `mentions` must outlive the use. Each sentence is looked at once, when it is first asked about.
    Concepts(const text::Reading& reading, const read::Mentions& mentions);
    /// Per token of the sentence; 0: no content.
    std::span<const std::uint32_t> of(std::uint32_t sentence) const;
    /// Those of the whole sentence, ascending and unique. Valid until another sentence is asked for.
    const std::vector<std::uint32_t>& whole(std::uint32_t sentence) const;
    /// Those of the tokens that begin within `words` (reading view), ascending and unique.
    std::vector<std::uint32_t> within(std::uint32_t sentence, text::Span words) const;
    /// The same with the words that say who says so: of a predicate its doer may be taken for a source.
    std::vector<std::uint32_t> spoken(std::uint32_t sentence, text::Span words) const;
    /// The same of one token of the sentence; 0: no content.
    std::uint32_t spokenAt(std::uint32_t sentence, std::uint32_t token) const;
    /// The concept of a name: of an event class, or a lemma that is compared across languages.
    static std::uint32_t named(std::string_view name);
    /// What an English noun stands for in a text, where its role in an event is its concept ("rebel").
    static std::uint32_t ofNoun(std::string_view noun);

private:
    void settle(std::uint32_t sentence) const {
        if (settled_[sentence] == 0)
            find(sentence);
    }
    void find(std::uint32_t sentence) const;
    [[nodiscard]] std::uint32_t conceptOf(const text::Token& token) const;
    [[nodiscard]] std::uint32_t ofWord(const text::Token& token) const; ///< not remembered
    [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> tokensIn(std::uint32_t sentence, text::Span words) const;
    /// The concepts of a sentence's tokens, each above its token; ascending.
    struct Sorted {
        std::uint32_t sentence = 0xFFFFFFFFu;
        std::vector<std::uint64_t> places;
    };
    [[nodiscard]] std::vector<std::uint32_t> among(const std::vector<std::uint32_t>& all, Sorted& sorted,
                                                   std::uint32_t sentence, text::Span words) const;

    const text::Reading& reading_;
    const read::Mentions& mentions_;
    const text::Lexicon& lexicon_;
    // What was found out so far; by token of the report.
    mutable std::vector<std::uint8_t> settled_; ///< by sentence; 0: not yet
    mutable std::vector<std::uint32_t> tokens_, spoken_;
    mutable Sorted sortedTokens_, sortedSpoken_; ///< of the sentence asked for last
    mutable std::vector<std::uint32_t> whole_, room_;
    mutable std::uint32_t wholeOf_ = 0xFFFFFFFFu;
};

} // namespace countercheck::compare
