// SPDX-License-Identifier: GPL-3.0-or-later
// From pairs that answer one question to questions: a question is a set, not a chain, so no two of its members may
// carry a veto. The strongest joins come first; what comes first among equals is decided by the texts.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

namespace countercheck::compare {

/// Two candidates that the gate lets through; `a` is the one that comes first by the texts.
struct Join {
    std::uint32_t a = 0, b = 0;
    std::int32_t strength = 0;
};

struct Group {
    std::vector<std::uint32_t> members; ///< ascending, two or more
    std::vector<Join> joins;            ///< those that made it, a few of a large one's
};

/// @param place  of each candidate in the order of the texts: unique numbers
/// @param veto   may the two not stand in one question? Asked for pairs that no join covers as well
std::vector<Group> groupsOf(std::vector<Join> joins, const std::vector<std::uint32_t>& place,
                            const std::function<bool(std::uint32_t, std::uint32_t)>& veto);

} // namespace countercheck::compare
