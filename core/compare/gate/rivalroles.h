// SPDX-License-Identifier: GPL-3.0-or-later
// Two names in a role that but one can have: who founded the bank, what the country's capital is, where somebody was
// born. The shorter of the two sentences says nothing else that the other does not say, too. Asked of a handful of
// articles only.
#pragma once

#include "core/compare/align.h"

#include <vector>

namespace countercheck::compare {

/// Questions of two claims each, in no order that depends on the articles' but by their indexes.
/// @param common  what each two articles have in common, row by row
/// @param told  what the other questions tell: of a sentence that conflicts already nothing more is told
std::vector<Question> rivalRoles(const std::vector<const Digest*>& articles, const std::vector<Common>& common,
                                 const std::vector<Question>& told);

} // namespace countercheck::compare
