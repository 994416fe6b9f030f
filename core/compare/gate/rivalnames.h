// SPDX-License-Identifier: GPL-3.0-or-later
// Two family names for one person: reports that name somebody with one first name and another family name in sentences
// that tell one thing. Asked of a handful of articles only.
#pragma once

#include "core/compare/digest.h"

#include <string_view>
#include <vector>

namespace countercheck::compare {

/// Questions of two claims each, in no order that depends on the articles' but by their indexes.
std::vector<Question> rivalNames(const std::vector<const Digest*>& articles);

/// Are two folded names alike in letters or in sound, so that they may be one in two spellings?
bool alikeNames(std::string_view a, std::string_view b);

} // namespace countercheck::compare
