// SPDX-License-Identifier: GPL-3.0-or-later
// Which words can be the head of a time, as one byte a word: the walk over a text asks this before it asks anything
// else. Made once a language. (What can begin a saying stands in attributionwords.h.)
#pragma once

#include "core/text/wordtable.h"

#include <cstdint>

namespace countercheck::read {

enum Trigger : std::uint8_t {
    BeginsTime = 1, ///< a month, weekday, unit of time, part of the day, season, holiday, "yesterday"
    InFeast = 2     ///< a holiday, or the longest word of one's name
};

/// The language's, made once, thread-safe.
const text::WordTable<std::uint8_t>& triggersOf(text::Language language);

} // namespace countercheck::read
