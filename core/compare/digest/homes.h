// SPDX-License-Identifier: GPL-3.0-or-later
// Where somebody is from, as reports say it behind the name, of one report among a handful.
#pragma once

#include "core/compare/digest/closelytimes.h"

namespace countercheck::compare {

/// Adds the places of "Leo Marsh, 31, of Kelby", "Leo Marsh of Kelby", "a Kelby man was jailed".
void readHomes(const text::Reading& reading, const read::Mentions& mentions, std::uint32_t sentence,
               const BeginFact& begin);

} // namespace countercheck::compare
