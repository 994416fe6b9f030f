// SPDX-License-Identifier: GPL-3.0-or-later
// One of a sort, told without a numeral, of one report among a handful: "killed a guard", "one of the robbers was shot
// dead". Beside a report that counts several of them it is a count of one.
#pragma once

#include "core/compare/digest/closelytimes.h"
#include "core/compare/words/concepts.h"

namespace countercheck::compare {

/// Adds each of a sentence as a count of one.
void readSingles(const text::Reading& reading, const read::Mentions& mentions, std::uint32_t sentence,
                 const Concepts& concepts, const BeginFact& begin);

} // namespace countercheck::compare
