// SPDX-License-Identifier: GPL-3.0-or-later
// One name in two spellings: reports of one story of which each knows but one of them. Asked of a handful of articles
// only.
#pragma once

#include "core/compare/align.h"
#include "core/compare/digest.h"

#include <vector>

namespace countercheck::compare {

/// A question for each name that the articles spell in several ways. Names that are related in `told` are left out.
std::vector<Question> spelledNames(const std::vector<const Digest*>& articles, const std::vector<Common>& common,
                                   const std::vector<Question>& told);

} // namespace countercheck::compare
