// SPDX-License-Identifier: GPL-3.0-or-later
// Lays out a sentence for being put beside one of another report: which names and causes stand where in it. Asked of
// the first sentences of a handful of articles.
#pragma once

#include "core/compare/digest.h"
#include "core/compare/words/concepts.h"

#include <optional>

namespace countercheck::compare {

/// Nothing for a question, a condition and a sentence that is very long or of a language that is not parsed.
/// @param anchor  when and where the sentence has it
std::optional<Outline> outlineOf(const text::Reading& reading, const read::Mentions& mentions, std::uint32_t sentence,
                                 Concepts& concepts, claim::Anchor anchor);

} // namespace countercheck::compare
