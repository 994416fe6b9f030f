// SPDX-License-Identifier: GPL-3.0-or-later
// How matches ended, and what somebody won and lost so far, of one report among a handful.
#pragma once

#include "core/compare/digest/closelytimes.h"

namespace countercheck::compare {

/// Adds the score that a sentence tells.
void readScore(const text::Reading& reading, std::uint32_t sentence, const BeginFact& begin);

/// Adds the records that a sentence gives (recordEvent): "Verlo (31-2, 22 KOs)", "improved his record to 31-2".
/// Fact::slot.head says how it is told, Fact::doer is a hash of the last word of the name whose it is, or 0; so is
/// that of counts which stand beside it.
void readRecords(const text::Reading& reading, const read::Mentions& mentions, std::uint32_t sentence, Digest& out,
                 const BeginFact& begin);

} // namespace countercheck::compare
