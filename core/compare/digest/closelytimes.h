// SPDX-License-Identifier: GPL-3.0-or-later
// Days and hours that no claim took up, of one report among a handful.
#pragma once

#include "core/compare/digest.h"
#include "core/read/mentions.h"

#include <functional>

namespace countercheck::compare {

/// Adds a fact of the kind, of the words of a sentence, told with the deed.
using BeginFact = std::function<Fact&(claim::ClaimKind, std::uint32_t sentence, text::Span words, std::string_view)>;

/// "His agent said on Tuesday": is it when something was said? Not "will meet on 12 May, his office said".
bool ofSaying(const text::Reading& reading, const read::Mentions& mentions, std::uint32_t sentence, text::Span time);

/// Adds the hour at which a sentence says that something happened, then the only day that it gives, then whatever
/// other days and hours it gives (Fact::loose). A sentence or two give no others.
void readTimes(const text::Reading& reading, const read::Mentions& mentions, std::uint32_t sentence, const Digest& out,
               const BeginFact& begin);

/// "The final was to have been played on 15 May", "it should have opened in June", "originally planned for May": does
/// the sentence tell of a day that was given up?
bool givenUp(const text::Reading& reading, std::uint32_t sentence);

/// What is said to be about an hour may lie a quarter of one off it, and what is said to be just after it behind it.
read::TimeSpan hourWithin(const text::Reading& reading, read::TimeSpan hour, const read::TimeMention& mention);

/// Takes what the question of when, or of how long, will be asked with: the verb of the clause in which the time
/// stands.
/// @param deed  the verb tells it; empty: whatever it tells
void askOf(const text::Reading& reading, std::uint32_t sentence, const read::TimeMention& time, Fact& fact,
           std::string_view deed = {});

} // namespace countercheck::compare
