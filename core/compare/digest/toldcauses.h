// SPDX-License-Identifier: GPL-3.0-or-later
// What a report says to have caused what it tells of, or that nobody knows it: of one among a handful.
#pragma once

#include "core/compare/digest/closelytimes.h"
#include "core/compare/words/concepts.h"

namespace countercheck::compare {

/// Adds each cause that a sentence tells: `slot.head` is the cause's noun, `thing` its concept, `slot.event` what it
/// caused, by its event or noun (empty: a pronoun stands for it, or nothing), `none`: that it is not known.
void readToldCauses(const text::Reading& reading, const read::Mentions& mentions, std::uint32_t sentence,
                    const Concepts& concepts, const BeginFact& begin);

} // namespace countercheck::compare
