// SPDX-License-Identifier: GPL-3.0-or-later
// What did the copy change? Where an article is written from another and prints another figure for the same thing, the
// link between the two says so: "three people" became "at least three people".
#pragma once

#include "core/compare/question.h"

#include <vector>

namespace countercheck::compare {

/// Adds to the explanation of each derived link the figures that the copy changed, at most `most` of them.
/// @param questions  questions over the same articles, in any order
void tellChangedFigures(const std::vector<Question>& questions, std::vector<Lineage>& links, std::size_t most = 5);

} // namespace countercheck::compare
