// SPDX-License-Identifier: GPL-3.0-or-later
// What lists and counts ask of every question of a comparison, found in one walk: the questions of a large one lie far
// apart in memory, and the window must not wait for them. No decision changes any of it.
#pragma once

#include "core/compare/question.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace countercheck::ui {

struct ComparisonFacts {
    static constexpr std::uint8_t Needed = 8; ///< somebody has to look at it
    static constexpr std::uint8_t Status = 7; ///< 0: one source alone answers it; else its relation's kind and one more
    std::vector<std::uint8_t> standing;       ///< per question
    std::size_t claims = 0, countable = 0;    ///< countable: how many are needed

    /// Those of the comparisons asked for last are kept, so that they can be made beside the window before they are
    /// needed. From any thread.
    static std::shared_ptr<const ComparisonFacts> of(const compare::Comparison& comparison);
};

} // namespace countercheck::ui
