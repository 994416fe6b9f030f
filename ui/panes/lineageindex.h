// SPDX-License-Identifier: GPL-3.0-or-later
// Which lineages an article stands in, found once for each comparison. For the window's thread only.
#pragma once

#include "core/compare/question.h"

#include <cstddef>
#include <cstdint>
#include <span>

namespace countercheck::ui {

/// Indexes into comparison.lineage, ascending.
std::span<const std::uint32_t> lineagesOf(const compare::Comparison& comparison, std::size_t article);

/// How many articles count as one origin with this one; 0: unknown.
std::size_t articlesOfOrigin(const compare::Comparison& comparison, std::size_t article);

} // namespace countercheck::ui
