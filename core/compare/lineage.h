// SPDX-License-Identifier: GPL-3.0-or-later
// Which article rests on which? Shared runs of words and sentences that say the same in other words show it; direction
// comes from the dates and from what was dropped.
#pragma once

#include "core/compare/digest.h"
#include "core/compare/rounds/happenings.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace countercheck::compare {

/// An article's wording, made ready to be put beside that of many others.
class Wording {
public:
    Wording(std::vector<DigestWord> words, const IndexedArticle& article);

    [[nodiscard]] const std::vector<DigestWord>& words() const { return words_; }
    [[nodiscard]] const IndexedArticle& article() const { return article_; }
    /// Hashes of the runs of three words, by where they begin.
    [[nodiscard]] const std::vector<std::uint32_t>& runs() const { return runs_; }
    /// Where runs with such a hash may stand, in order: a chain that next() goes on. `none` ends it.
    [[nodiscard]] std::uint32_t firstRun(std::uint32_t run) const { return runHeads_[run & (runHeads_.size() - 1)]; }
    [[nodiscard]] std::uint32_t nextRun(std::uint32_t at) const { return nextRun_[at]; }
    /// Calls `take` with each sentence that holds the content word; of one that very many hold, with the last of them.
    template <class Take> void eachSentence(std::uint32_t word, const Take& take) const {
        std::size_t tried = 0;
        for (std::uint32_t at = wordHeads_[slot(word)]; at != none && tried < mostTried; at = places_[at].next, ++tried)
            if (places_[at].word == word)
                take(places_[at].sentence);
    }
    /// Content words, sentence by sentence, each once in a sentence; where each sentence's end.
    [[nodiscard]] const std::vector<std::uint32_t>& content() const { return content_; }
    [[nodiscard]] const std::vector<std::uint32_t>& contentEnds() const { return contentEnds_; }
    /// Sentences are numbered below this; places beyond are empty.
    [[nodiscard]] std::size_t sentences() const { return sentences_; }
    /// Direct speech shows the one that asked: a rewrite turns it into reported speech.
    [[nodiscard]] std::size_t quotedWords() const { return quotedWords_; }

    static constexpr std::uint32_t none = 0xFFFFFFFFu;
    static constexpr std::size_t leastRun = 3; ///< shortest run that is looked for

private:
    static constexpr std::size_t mostTried = 1024;
    struct Place {
        std::uint32_t word, sentence, next;
    };
    [[nodiscard]] static std::uint32_t runAt(const std::vector<DigestWord>& words, std::size_t i) {
        const std::uint64_t h =
            ((std::uint64_t{words[i].hash} << 32 | words[i + 1].hash) * 31 + words[i + 2].hash) * 0x9e3779b97f4a7c15ull;
        return static_cast<std::uint32_t>(h >> 32);
    }
    [[nodiscard]] std::size_t slot(std::uint32_t word) const {
        return (word * 0x9e3779b97f4a7c15ull >> 32) & (wordHeads_.size() - 1);
    }
    std::vector<DigestWord> words_;
    IndexedArticle article_;
    std::vector<std::uint32_t> runs_, runHeads_, nextRun_, wordHeads_, content_, contentEnds_;
    std::vector<Place> places_;
    std::size_t sentences_ = 0, quotedWords_ = 0;
};

/// How two articles hang together, called 0 and 1: `a` is the one that `b` is written from where that is known. Nothing
/// where they share too little. Runs are byte spans of the captured texts.
std::optional<Lineage> lineageOf(const Wording& zero, const Wording& one);

/// Groups of articles that count as one origin: same text or derived. Group numbers are those of the first article in
/// each.
std::vector<std::uint32_t> originGroups(std::size_t articles, const std::vector<Lineage>& lineage);

} // namespace countercheck::compare
