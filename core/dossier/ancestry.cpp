// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dossier/ancestry.h"

#include <algorithm>

namespace countercheck::dossier {

namespace {

constexpr std::size_t mostChains = 500; ///< copies of one case that ever decided something; beyond it no clocks

} // namespace

Ancestry::Ancestry(const std::vector<Content>& contents) {
    for (const Content& content : contents)
        add(content);
}

void Ancestry::setClock(const Node& node) const {
    for (const std::uint32_t known : node.knows) {
        const Node& other = nodes_[known];
        node.clock.resize(std::max({node.clock.size(), other.clock.size(), std::size_t{other.chain} + 1}));
        std::transform(other.clock.begin(), other.clock.end(), node.clock.begin(), node.clock.begin(),
                       [](std::uint32_t a, std::uint32_t b) { return std::max(a, b); });
        node.clock[other.chain] = std::max(node.clock[other.chain], other.place);
    }
}

void Ancestry::add(const Content& content) {
    const auto me = static_cast<std::uint32_t>(nodes_.size());
    if (!index_.emplace(content.record.hash, me).second)
        return;
    Node node;
    const auto name = [&](const std::string& hash) {
        if (const auto found = index_.find(hash); found != index_.end() && found->second != me)
            node.knows.push_back(found->second);
        else if (found == index_.end())
            missing_[hash].push_back(me);
    };
    if (!content.previous.empty())
        name(content.previous);
    const auto before = content.previous.empty() || node.knows.empty() ? me : node.knows.front();
    for (const std::string& hash : content.knows)
        name(hash);
    if (before != me && tips_[nodes_[before].chain] == before) {
        node.chain = nodes_[before].chain;
        node.place = nodes_[before].place + 1;
        tips_[node.chain] = me;
    } else {
        node.chain = static_cast<std::uint32_t>(tips_.size());
        node.place = 1;
        tips_.push_back(me);
    }
    if (!dirty_ && tips_.size() <= mostChains)
        setClock(node);
    nodes_.push_back(std::move(node));
    if (const auto late = missing_.find(content.record.hash); late != missing_.end()) {
        for (const std::uint32_t by : late->second)
            nodes_[by].knows.push_back(me);
        missing_.erase(late);
        dirty_ = true;
    }
}

/// What a node builds on before the node itself; what stands in a circle comes last, in the order in which it came.
void Ancestry::setClocks() const {
    dirty_ = false;
    std::vector<std::uint32_t> left(nodes_.size()), ready;
    std::vector<std::vector<std::uint32_t>> knownBy(nodes_.size());
    for (std::uint32_t i = 0; i < nodes_.size(); ++i) {
        nodes_[i].clock.clear();
        left[i] = static_cast<std::uint32_t>(nodes_[i].knows.size());
        for (const std::uint32_t known : nodes_[i].knows)
            knownBy[known].push_back(i);
        if (left[i] == 0)
            ready.push_back(i);
    }
    while (!ready.empty()) {
        const std::uint32_t one = ready.back();
        ready.pop_back();
        setClock(nodes_[one]);
        for (const std::uint32_t by : knownBy[one])
            if (--left[by] == 0)
                ready.push_back(by);
    }
    for (std::uint32_t i = 0; i < nodes_.size(); ++i)
        if (left[i] != 0)
            setClock(nodes_[i]);
}

bool Ancestry::walk(std::uint32_t record, std::uint32_t earlier) const {
    std::vector<bool> seen(nodes_.size());
    std::vector<std::uint32_t> open{record};
    while (!open.empty()) {
        const Node& node = nodes_[open.back()];
        open.pop_back();
        for (const std::uint32_t known : node.knows) {
            if (known == earlier)
                return true;
            if (!seen[known]) {
                seen[known] = true;
                open.push_back(known);
            }
        }
    }
    return false;
}

bool Ancestry::knew(const std::string& record, const std::string& earlier) const {
    const auto maker = index_.find(record);
    if (maker == index_.end())
        return true;
    const auto sought = index_.find(earlier);
    if (sought == index_.end()) { // named by somebody, or never heard of
        const auto named = missing_.find(earlier);
        return named != missing_.end() &&
               std::any_of(named->second.begin(), named->second.end(),
                           [&](std::uint32_t by) { return by == maker->second || walk(maker->second, by); });
    }
    if (tips_.size() > mostChains)
        return walk(maker->second, sought->second);
    if (dirty_)
        setClocks();
    const Node& of = nodes_[sought->second];
    const auto& clock = nodes_[maker->second].clock;
    return of.chain < clock.size() && clock[of.chain] >= of.place;
}

} // namespace countercheck::dossier
