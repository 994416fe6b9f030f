// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/rounds/groups.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace countercheck::compare {

namespace {

constexpr std::size_t shownJoins = 16; ///< joins that a group keeps to explain itself
constexpr std::size_t asked = 12;      ///< members of a large group that stand for it when another is to come in

/// The members that are asked for a veto: all of a small group, some of a large one, spread over the order of texts.
void spokesmen(const std::vector<std::uint32_t>& members, std::vector<std::uint32_t>& out) {
    if (members.size() <= asked) {
        out = members;
        return;
    }
    out.resize(asked);
    for (std::size_t i = 0; i < asked; ++i)
        out[i] = members[i * (members.size() - 1) / (asked - 1)];
}

} // namespace

std::vector<Group> groupsOf(std::vector<Join> joins, const std::vector<std::uint32_t>& place,
                            const std::function<bool(std::uint32_t, std::uint32_t)>& veto) {
    std::sort(joins.begin(), joins.end(), [&](const Join& p, const Join& q) {
        return std::tuple(-p.strength, place[p.a], place[p.b]) < std::tuple(-q.strength, place[q.a], place[q.b]);
    });
    constexpr std::uint32_t none = 0xFFFFFFFFu;
    std::vector<std::uint32_t> groupOf(place.size(), none);
    std::vector<Group> groups;
    const auto group = [&](std::uint32_t candidate) {
        if (groupOf[candidate] == none) {
            groupOf[candidate] = static_cast<std::uint32_t>(groups.size());
            groups.push_back({{candidate}, {}});
        }
        return groupOf[candidate];
    };
    std::vector<std::uint32_t> left, right;
    for (const Join& join : joins) {
        std::uint32_t p = group(join.a), q = group(join.b);
        if (p == q)
            continue;
        spokesmen(groups[p].members, left);
        spokesmen(groups[q].members, right);
        const bool vetoed = std::any_of(left.begin(), left.end(), [&](std::uint32_t m) {
            return std::any_of(right.begin(), right.end(), [&](std::uint32_t n) { return veto(m, n); });
        });
        if (vetoed)
            continue;
        if (groups[p].members.size() < groups[q].members.size())
            std::swap(p, q);
        for (const std::uint32_t m : groups[q].members)
            groupOf[m] = p;
        auto& members = groups[p].members; // in the order of the texts, until the end
        const auto middle = static_cast<std::ptrdiff_t>(members.size());
        members.insert(members.end(), groups[q].members.begin(), groups[q].members.end());
        if (place[members[static_cast<std::size_t>(middle)]] < place[members[static_cast<std::size_t>(middle) - 1]])
            std::inplace_merge(members.begin(), members.begin() + middle, members.end(),
                               [&](std::uint32_t m, std::uint32_t n) { return place[m] < place[n]; });
        auto& made = groups[p].joins;
        made.insert(made.end(), groups[q].joins.begin(), groups[q].joins.end());
        made.push_back(join);
        std::sort(made.begin(), made.end(), [&](const Join& x, const Join& y) {
            return std::tuple(-x.strength, place[x.a], place[x.b]) < std::tuple(-y.strength, place[y.a], place[y.b]);
        });
        made.resize(std::min(made.size(), shownJoins));
        groups[q] = {};
    }
    std::erase_if(groups, [](const Group& g) { return g.members.size() < 2; });
    for (Group& g : groups)
        std::sort(g.members.begin(), g.members.end());
    return groups;
}

} // namespace countercheck::compare
