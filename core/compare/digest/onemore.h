// SPDX-License-Identifier: GPL-3.0-or-later
// One person told without a numeral beside others that are counted, of one report among a handful.
#pragma once

#include "core/compare/digest/closelytimes.h"

namespace countercheck::compare {

/// Makes the fact a count of exactly so many people, to whom what it tells of was done.
void countPeople(Fact& fact, int number);

/// Adds the one of "killed two people and wounded a third", "two men died and another was injured".
/// @param known  what is known of the report so far
void readOneMore(const text::Reading& reading, std::uint32_t sentence, const Digest& known, const BeginFact& begin);

} // namespace countercheck::compare
