// SPDX-License-Identifier: GPL-3.0-or-later
// Of what does a measure tell? "A 10-metre dhow" and "the 30-foot dhow" measure one thing, whatever happens to it in
// the two sentences, and so does "the lander weighs 98 kilograms".
#pragma once

#include "core/compare/digest.h"
#include "core/compare/words/concepts.h"

#include <cstdint>

namespace countercheck::compare {

/// The concept of the noun that a figure measures: the one that it stands before ("a seven-storey hotel"), the one to
/// which it is hung by "of" ("a zone of 10 kilometres"), or the subject of a verb that measures. 0: none is found.
/// @param subject  concept of the head of the clause's subject; 0: none
std::uint32_t measuredThing(const text::Reading& reading, Concepts& concepts, const Fact& fact, std::uint32_t subject);

} // namespace countercheck::compare
