// SPDX-License-Identifier: GPL-3.0-or-later
// Which words make the figures of their sentence those of another measure, stretch, place or state ("core inflation",
// "in its opening weekend")? Data: Family::Narrowing.
#pragma once

#include "core/compare/digest.h"

#include <cstdint>
#include <string_view>

namespace countercheck::compare {

/// The row that holds the word, as a bit; 0: none. Some count only where the word opens its sentence.
std::uint32_t narrowingOf(std::string_view word, bool opens);
/// Does a row that parts figures of their kind have a word in the sentence of one of the two alone?
bool narrowedApart(const Fact& a, const Fact& b);
/// Does the word, before a noun for people, tell which of them are meant ("foreign", "elderly")?
bool sortOfPeople(std::string_view word);

} // namespace countercheck::compare
