// SPDX-License-Identifier: GPL-3.0-or-later
// Which article rests on which? Shared runs of words and sentences that say the same in other words show it; direction
// comes from the dates and from what was dropped.
#pragma once

#include "core/compare/digest.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace countercheck::compare {

/// How two articles hang together, called 0 and 1: `a` is the one that `b` is written from where that is known. Nothing
/// where they share too little. Runs are byte spans of the captured texts.
std::optional<Lineage> lineageOf(const Digest& zero, const Digest& one);

/// Groups of articles that count as one origin: same text or derived. Group numbers are those of the first article in
/// each.
std::vector<std::uint32_t> originGroups(std::size_t articles, const std::vector<Lineage>& lineage);

} // namespace countercheck::compare
