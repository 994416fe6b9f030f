// SPDX-License-Identifier: GPL-3.0-or-later
// One person, group or place under several names: acronym and expansion, a name in two languages, with and without
// accents. Each becomes a question of kind name when the articles do not all write it alike.
#pragma once

#include "core/compare/digest.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace countercheck::compare {

/// A hash of the name's letters and digits, without accents and capitals: of one name in its spellings the same. 0:
/// too short to tell names apart.
std::uint64_t nameForm(std::string_view name);

std::vector<Question> nameQuestions(const std::vector<const Digest*>& articles);

} // namespace countercheck::compare
