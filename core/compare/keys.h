// SPDX-License-Identifier: GPL-3.0-or-later
// Under which keys can an article meet others? For collections that no machine compares in one piece. Two articles are
// put side by side only when they share an event key (something that both name, within some weeks of each other), or
// two wording keys (runs of words). So a collection can be cut by keys:
//   1. Blocks: the articles of each key. A key that very many share is cut into runs that overlap, by date.
//   2. Each block is compared as a part (Settings::partition). Two articles are linked when a question or a lineage of
//      some block holds both (a lineage by one source of both alone does not count). The blocks' lineages hold those
//      of the collection; of set phrases that very many share, a few more.
//   3. Groups: articles that links connect. Each group, compared as a part, gives the questions and relations that
//      comparing the whole collection as a part would give.
// What spellings of names all articles of a collection use is asked within a group only.
#pragma once

#include "core/compare/compare.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace countercheck::compare {

struct ArticleKeys {
    std::vector<std::uint64_t> event;   ///< ascending, each once
    std::vector<std::uint64_t> wording; ///< ascending, each once
};
/// Reads the article. The same text, date and language always have the same keys.
ArticleKeys keysOf(const Input& input, const Settings& settings = {});

/// Above so many articles one key's are cut into runs, each half over the one before.
inline constexpr std::size_t longestBlock = 64;

} // namespace countercheck::compare
