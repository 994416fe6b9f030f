// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked only of a handful of articles, which a person chose because they belong together: statements that
// another can deny, lengths of time, and in what sentence each person is named.
#pragma once

#include "core/compare/digest.h"
#include "core/compare/words/concepts.h"

namespace countercheck::compare {

/// Adds to a digest that has all its other facts.
void readClosely(const text::Reading& reading, const read::Mentions& mentions, Concepts& concepts, Digest& out);

} // namespace countercheck::compare
