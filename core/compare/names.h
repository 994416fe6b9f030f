// SPDX-License-Identifier: GPL-3.0-or-later
// One person, group or place under several names: acronym and expansion, a name in two languages, with and without
// accents. Each becomes a question of kind name when the articles do not all write it alike.
#pragma once

#include "core/compare/digest.h"

#include <vector>

namespace countercheck::compare {

std::vector<Question> nameQuestions(const std::vector<const Digest*>& articles);

} // namespace countercheck::compare
