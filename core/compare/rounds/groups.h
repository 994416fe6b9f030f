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

/// Asked of two candidates.
using Asks = std::function<bool(std::uint32_t, std::uint32_t)>;

enum class Trust : std::uint8_t {
    None,
    Many, ///< where joins are more than vetoes
    Always,
};

struct Group {
    std::vector<std::uint32_t> members; ///< ascending, two or more
    std::vector<Join> joins;            ///< those that made it, a few of a large one's
    /// Of a group that was put together from several that a veto keeps apart: per member the number of its own one.
    std::vector<std::uint32_t> parts;
    std::vector<Join> bridges; ///< between members of two such: only these are put side by side
};

/// @param place  of each candidate in the order of the texts: unique numbers
/// @param veto   may the two not stand in one question? Asked for pairs that no join covers as well
std::vector<Group> groupsOf(std::vector<Join> joins, const std::vector<std::uint32_t>& place, const Asks& veto);

/// As above, but groups between which a veto stands and joins too may be one group, up to a size, if the joins are more
/// than the vetoes, or can be trusted. What the veto says of two claims is not lost: across, only those that are joined
/// themselves are put side by side.
/// @param trust      how far is a join right although others of the two groups carry vetoes?
/// @param oneReport  are both of one report?
std::vector<Group> bridgedGroups(std::vector<Join> joins, const std::vector<std::uint32_t>& place, const Asks& veto,
                                 const std::function<Trust(std::uint32_t, std::uint32_t)>& trust,
                                 const Asks& oneReport);

} // namespace countercheck::compare
