// SPDX-License-Identifier: GPL-3.0-or-later
// What caused what two reports of one story tell of, wherever each says it: two causes, or one that is known to the one
// and not to the other. Asked of a handful of articles only.
#pragma once

#include "core/compare/align.h"

#include <vector>

namespace countercheck::compare {

/// Questions of two claims each, in no order that depends on the articles' but by their indexes.
/// @param common  what each two articles have in common, row by row
/// @param told  what the other questions tell: where two reports conflict about a cause already nothing more is told
std::vector<Question> rivalCauses(const std::vector<const Digest*>& articles, const std::vector<Common>& common,
                                  const std::vector<Question>& told);

} // namespace countercheck::compare
