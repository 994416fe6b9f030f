// SPDX-License-Identifier: GPL-3.0-or-later
// Which article rests on which? Shared runs of words and sentences that say the same in other words show it; direction
// comes from the dates and from what was dropped. Candidates come from an index of word runs, never from all pairs.
#pragma once

#include "core/compare/compare.h"

#include <cstdint>
#include <vector>

namespace countercheck::compare {

/// Finds lineage among articles; pairs are reported once, a being the one that b is written from where that is known.
/// Runs are byte spans of the captured texts.
std::vector<Lineage> findLineage(const std::vector<ReadArticle*>& articles);

/// Groups of articles that count as one origin: same text or derived. Group numbers are those of the first article in
/// each.
std::vector<std::uint32_t> originGroups(std::size_t articles, const std::vector<Lineage>& lineage);

} // namespace countercheck::compare
