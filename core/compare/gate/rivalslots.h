// SPDX-License-Identifier: GPL-3.0-or-later
// Two names where there is room for one: sentences of two reports that tell one thing, but for the person, organisation
// or place that each names at one place of it, or for what each says to have caused it. Asked of a handful of articles
// only.
#pragma once

#include "core/compare/align.h"

#include <vector>

namespace countercheck::compare {

/// Questions of two claims each, in no order that depends on the articles' but by their indexes.
/// @param common  what each two articles have in common, row by row
/// @param told  what the other questions tell: of a sentence that conflicts already nothing more is told
std::vector<Question> rivalSlots(const std::vector<const Digest*>& articles, const std::vector<Common>& common,
                                 const std::vector<Question>& told);

/// Of a passage and a short sentence that says nothing but what the passage says, but for one common noun behind a
/// preposition of its verb: "was found in a quarry", "was found in a river".
std::vector<Question> rivalNouns(const std::vector<const Digest*>& articles, const std::vector<Common>& common,
                                 const std::vector<Question>& told);

} // namespace countercheck::compare
