// SPDX-License-Identifier: GPL-3.0-or-later
// Which articles may speak of one happening, and which may share wording? Candidates come from an index (names within
// some weeks of each other, chosen runs of words), never from all pairs, and each article has a bounded number of them:
// where very many articles share a key, each is put beside its neighbours in time.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace countercheck::compare {

/// Two articles, by their places in the list that was given, the smaller one first.
using ArticlePair = std::pair<std::uint32_t, std::uint32_t>;

/// A case so small that a person chose its articles because they belong together: all pairs are looked at.
inline constexpr std::size_t fewArticles = 12;

/// An article as the index looks at it. Views are kept alive by the caller.
struct IndexedArticle {
    std::string_view text, publisher;
    std::optional<std::int64_t> published; ///< local seconds
};

/// Where each article stands when they are ordered by their dates and words: the same however they came.
std::vector<std::uint32_t> contentRank(const std::vector<IndexedArticle>& articles);

/// A key of an article, by the article's rank.
struct ArticleKey {
    std::uint64_t key = 0;
    std::uint32_t rank = 0;
    auto operator<=>(const ArticleKey&) const = default;
};

/// The sorted keys of the articles that were asked about last, so that only those of new ones have to be put in.
struct KeyMemory {
    std::vector<std::uint64_t> ids; ///< by rank
    std::vector<ArticleKey> keys;   ///< ascending
    bool anyTime = false;           ///< articles without a date were among them
};

/// The keys under which an article meets those of one happening: what it names, by stretches of time that overlap. One
/// without a date has keys of its own. `anyTime`: such articles are there, and may belong to any time.
/// @param names  Digest::nameKeys
std::vector<std::uint64_t> happeningKeys(const std::vector<std::uint64_t>& names,
                                         const std::optional<std::int64_t>& published, bool anyTime);

/// Pairs that may share wording. Ascending.
/// @param ids     of each article, the same for the same digest in each call with this memory, and never given twice
/// @param memory  null: nothing is remembered, and no ids are needed
/// @param prints  Digest::prints of an article; not asked of those that the memory knows
std::vector<ArticlePair> pairsByWording(const std::vector<std::uint32_t>& rank, const std::vector<std::uint64_t>& ids,
                                        KeyMemory* memory, unsigned threads,
                                        const std::function<std::vector<std::uint64_t>(std::uint32_t)>& prints);
/// Pairs that may speak of one happening; `more` (ascending) is taken in. Ascending. `ids`, `memory`: as above.
/// @param names      Digest::nameKeys of each article
/// @param partition  part of a larger collection: by keys however few there are
std::vector<ArticlePair> pairsByHappening(const std::vector<IndexedArticle>& articles,
                                          const std::vector<const std::vector<std::uint64_t>*>& names,
                                          const std::vector<std::uint32_t>& rank, const std::vector<ArticlePair>& more,
                                          const std::vector<std::uint64_t>& ids, KeyMemory* memory, unsigned threads,
                                          bool partition = false);

} // namespace countercheck::compare
