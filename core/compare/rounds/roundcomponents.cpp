// SPDX-License-Identifier: GPL-3.0-or-later
// Joins never lead out of a connected component: each falls into questions by itself, the same way every time.
#include "core/compare/parallel.h"
#include "core/compare/rounds/round.h"

#include <algorithm>
#include <numeric>

namespace countercheck::compare {

/// Finds the components. `joins_` is put into their order and counts claims by their places in the component.
void Round::connect() {
    std::vector<std::uint32_t> root(articleOf_.size(), none);
    const auto rootOf = [&](std::uint32_t i) {
        while (root[i] != i)
            i = root[i] = root[root[i]];
        return i;
    };
    for (const Join& join : joins_) {
        for (const std::uint32_t c : {join.a, join.b})
            if (root[c] == none)
                root[c] = c;
        const std::uint32_t p = rootOf(join.a), q = rootOf(join.b);
        root[std::max(p, q)] = std::min(p, q);
    }
    std::vector<std::uint32_t> componentOf(root.size(), none), localOf(root.size());
    for (const std::uint32_t c : claimAt_) {
        if (root[c] == none)
            continue;
        const std::uint32_t first = rootOf(c);
        if (componentOf[first] == none) {
            componentOf[first] = static_cast<std::uint32_t>(membersOf_.size());
            membersOf_.emplace_back();
        }
        const std::uint32_t component = componentOf[c] = componentOf[first];
        localOf[c] = static_cast<std::uint32_t>(membersOf_[component].size());
        membersOf_[component].push_back(c);
    }
    joinsAt_.assign(membersOf_.size() + 1, 0);
    for (const Join& join : joins_)
        ++joinsAt_[componentOf[join.a] + 1];
    std::partial_sum(joinsAt_.begin(), joinsAt_.end(), joinsAt_.begin());
    std::vector<Join> local(joins_.size());
    std::vector<std::size_t> fill(joinsAt_.begin(), joinsAt_.end() - 1);
    for (const Join& join : joins_)
        local[fill[componentOf[join.a]]++] = {localOf[join.a], localOf[join.b], join.strength};
    joins_ = std::move(local);
}

void Round::splitOne(std::uint32_t c) const {
    const std::vector<std::uint32_t>& members = membersOf_[c];
    std::vector<Join> own(joins_.begin() + static_cast<std::ptrdiff_t>(joinsAt_[c]),
                          joins_.begin() + static_cast<std::ptrdiff_t>(joinsAt_[c + 1]));
    std::vector<std::uint32_t> order(members.size());
    std::iota(order.begin(), order.end(), 0u);
    std::vector<std::uint64_t> joined;
    joined.reserve(own.size());
    for (const Join& join : own)
        joined.push_back(pairKey(join.a, join.b));
    std::sort(joined.begin(), joined.end());
    std::vector<Part>& parts = components_[c]->parts;
    parts.clear();
    const auto veto = [&](std::uint32_t p, std::uint32_t q) {
        return !std::binary_search(joined.begin(), joined.end(), pairKey(p, q)) && parted(members[p], members[q]);
    };
    const auto oneReport = [&](std::uint32_t p, std::uint32_t q) {
        return articleOf_[members[p]] == articleOf_[members[q]];
    };
    const auto sure = [&](std::uint32_t p, std::uint32_t q) { return trusted(members[p], members[q]); };
    for (Group& group : memory_.few ? bridgedGroups(std::move(own), order, veto, sure, oneReport)
                                    : groupsOf(std::move(own), order, veto))
        parts.push_back({std::move(group), {}, {}});
}

/// Components that came up before are found again with the questions that they fell into.
bool Round::split() {
    std::vector<std::uint32_t> unsplit;
    components_.resize(membersOf_.size());
    unsaved_.resize(memory_.keep ? 0 : membersOf_.size());
    for (std::uint32_t c = 0; c < membersOf_.size(); ++c) {
        if (!memory_.keep) {
            components_[c] = &unsaved_[c];
            unsplit.push_back(c);
            continue;
        }
        ComponentKey joinsKey, key;
        for (std::size_t j = joinsAt_[c]; j < joinsAt_[c + 1]; ++j)
            joinsKey.addUnordered(ComponentKey::stirred(std::uint64_t{joins_[j].a} << 32 | joins_[j].b) +
                                  static_cast<std::uint64_t>(joins_[j].strength));
        key.add(joinsKey.low);
        key.add(joinsKey.high);
        for (const std::uint32_t m : membersOf_[c]) {
            key.add(ids_[articleOf_[m]]);
            key.add(m - firstOf_[articleOf_[m]]);
        }
        components_[c] = &memory_.components[key];
        if (components_[c]->call == 0)
            unsplit.push_back(c);
    }
    inParallel(unsplit.size(), memory_.threads, stop_, [&](std::size_t u) { splitOne(unsplit[u]); });
    if (stop_.stop_requested()) {
        for (const std::uint32_t c : unsplit) // some may not have been split
            components_[c]->parts.clear();
        std::erase_if(memory_.components, [](const auto& entry) { return entry.second.call == 0; });
        return false;
    }
    joins_ = {};
    for (Component* component : components_)
        component->call = memory_.call;
    for (std::uint32_t c = 0; c < membersOf_.size(); ++c)
        for (Part& part : components_[c]->parts)
            groups_.push_back({{}, &membersOf_[c], &part});
    groupOf_.assign(articleOf_.size(), none);
    for (std::uint32_t g = 0; g < groups_.size(); ++g) {
        Asked& asked = groups_[g];
        asked.members.reserve(asked.part->group.members.size());
        for (const std::uint32_t m : asked.part->group.members) {
            asked.members.push_back((*asked.component)[m]);
            groupOf_[asked.members.back()] = g;
        }
        std::sort(asked.members.begin(), asked.members.end());
    }
    return true;
}

} // namespace countercheck::compare
