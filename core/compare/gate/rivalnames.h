// SPDX-License-Identifier: GPL-3.0-or-later
// Two family names for one person: reports that name somebody with one first name and another family name in sentences
// that tell one thing. Asked of a handful of articles only.
#pragma once

#include "core/compare/digest.h"

#include <vector>

namespace countercheck::compare {

/// Questions of two claims each, in no order that depends on the articles' but by their indexes.
std::vector<Question> rivalNames(const std::vector<const Digest*>& articles);

} // namespace countercheck::compare
