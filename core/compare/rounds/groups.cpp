// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/rounds/groups.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <tuple>
#include <utility>

namespace countercheck::compare {

namespace {

constexpr std::size_t shownJoins = 16; ///< joins that a group keeps to explain itself
constexpr std::size_t bridged = 40;    ///< members that a group put together in spite of a veto may have
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

/// Strongest first; among equals the order of the texts.
void inOrder(std::vector<Join>& joins, const std::vector<std::uint32_t>& place) {
    std::sort(joins.begin(), joins.end(), [&](const Join& p, const Join& q) {
        return std::tuple(-p.strength, place[p.a], place[p.b]) < std::tuple(-q.strength, place[q.a], place[q.b]);
    });
}

constexpr std::uint32_t none = 0xFFFFFFFFu;

/// The groups, those of one member too, and in which each candidate is.
std::vector<Group> strictGroups(const std::vector<Join>& joins, const std::vector<std::uint32_t>& place,
                                const Asks& veto, std::vector<std::uint32_t>& groupOf) {
    groupOf.assign(place.size(), none);
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
        inOrder(made, place);
        made.resize(std::min(made.size(), shownJoins));
        groups[q] = {};
    }
    return groups;
}

/// Those of two and more, their members ascending.
void finish(std::vector<Group>& groups) {
    std::erase_if(groups, [](const Group& g) { return g.members.size() < 2; });
    for (Group& g : groups)
        std::sort(g.members.begin(), g.members.end());
}

} // namespace

std::vector<Group> groupsOf(std::vector<Join> joins, const std::vector<std::uint32_t>& place, const Asks& veto) {
    inOrder(joins, place);
    std::vector<std::uint32_t> groupOf;
    std::vector<Group> groups = strictGroups(joins, place, veto, groupOf);
    finish(groups);
    return groups;
}

std::vector<Group> bridgedGroups(std::vector<Join> joins, const std::vector<std::uint32_t>& place, const Asks& veto,
                                 const std::function<Trust(std::uint32_t, std::uint32_t)>& trust,
                                 const Asks& oneReport) {
    inOrder(joins, place);
    std::vector<std::uint32_t> strict;
    std::vector<Group> groups = strictGroups(joins, place, veto, strict);
    // Which joins lead from group to group, and are they more than the vetoes between the two?
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<Join>> between;
    for (const Join& join : joins)
        if (strict[join.a] != strict[join.b])
            between[std::minmax(strict[join.a], strict[join.b])].push_back(join);
    const auto outweighed = [&](std::uint32_t p, std::uint32_t q, std::size_t joined) {
        std::size_t vetoes = 0;
        for (const std::uint32_t m : groups[p].members)
            for (const std::uint32_t n : groups[q].members)
                if (vetoes += veto(m, n); vetoes >= joined)
                    return true;
        return false;
    };
    // A claim by itself whose report answers the question with another one tells of something else.
    const auto beside = [&](std::uint32_t p, std::uint32_t q) {
        const std::vector<std::uint32_t>&own = groups[p].members, &others = groups[q].members;
        return own.size() == 1 &&
               std::any_of(others.begin(), others.end(), [&](std::uint32_t m) { return oneReport(own.front(), m); });
    };
    std::vector<Join> bridges;
    for (const auto& [pair, led] : between) {
        if (groups[pair.first].members.size() + groups[pair.second].members.size() > bridged)
            continue;
        std::optional<bool> many; // of two claims of which nothing else is known
        for (const Join& join : led) {
            const Trust trusted = trust(join.a, join.b);
            if (trusted == Trust::Many && !many)
                many = !beside(pair.first, pair.second) && !beside(pair.second, pair.first) &&
                       !outweighed(pair.first, pair.second, led.size());
            if (trusted == Trust::Always || (trusted == Trust::Many && *many))
                bridges.push_back(join);
        }
    }
    inOrder(bridges, place);
    std::vector<std::uint32_t> whole(groups.size());
    std::iota(whole.begin(), whole.end(), 0u);
    for (const Join& join : bridges) {
        const std::uint32_t p = whole[strict[join.a]], q = whole[strict[join.b]];
        if (p == q || groups[p].members.size() + groups[q].members.size() > bridged)
            continue;
        const std::uint32_t to = std::min(p, q), from = std::max(p, q);
        std::replace(whole.begin(), whole.end(), from, to);
        const auto take = [](auto& into, auto& more) { into.insert(into.end(), more.begin(), more.end()); };
        take(groups[to].members, groups[from].members);
        take(groups[to].joins, groups[from].joins);
        groups[to].joins.push_back(join);
        inOrder(groups[to].joins, place);
        groups[to].joins.resize(std::min(groups[to].joins.size(), shownJoins));
        groups[from] = {};
    }
    for (const Join& join : bridges)
        if (const std::uint32_t p = whole[strict[join.a]]; p == whole[strict[join.b]])
            groups[p].bridges.push_back(join);
    finish(groups);
    for (Group& g : groups)
        if (!g.bridges.empty())
            for (const std::uint32_t m : g.members)
                g.parts.push_back(strict[m]);
    return groups;
}

} // namespace countercheck::compare
