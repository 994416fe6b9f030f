// SPDX-License-Identifier: GPL-3.0-or-later
// Which words can begin something that a rule looks for, as one byte a word: a walk over a text asks this before it
// asks anything else. Made once a language.
#pragma once

#include "core/text/wordtable.h"

#include <cstdint>

namespace countercheck::read {

enum Trigger : std::uint8_t {
    BeginsSaying = 1, ///< a verb of saying or a cue, or the first word of a phrase that is one
    BeginsHedge = 2,  ///< a hedge or a negation
    BeginsTime = 4,   ///< a month, weekday, unit of time, part of the day, season, holiday, "yesterday"
    InFeast = 8       ///< a holiday, or the longest word of one's name
};

/// The language's, made once, thread-safe.
const text::WordTable<std::uint8_t>& triggersOf(text::Language language);

} // namespace countercheck::read
