// SPDX-License-Identifier: GPL-3.0-or-later
// "Killed a guard", "killed two guards": one of a sort, told without a numeral, beside a report that counts several.
// Asked of a handful of articles only.
#pragma once

#include "core/compare/align.h"

#include <functional>
#include <string>
#include <vector>

namespace countercheck::compare {

/// The question that a count answers, for people.
using TitleOf = std::function<std::string(const Fact&)>;

/// Questions of two claims each, in no order that depends on the articles' but by their indexes.
/// @param common  what each two articles have in common, row by row
/// @param told  what the other questions tell: of two sentences that conflict already nothing more is told
std::vector<Question> rivalCounts(const std::vector<const Digest*>& articles, const std::vector<Common>& common,
                                  int hedgePercent, const TitleOf& titleOf, const std::vector<Question>& told);

} // namespace countercheck::compare
