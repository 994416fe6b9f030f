// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/versionplace.h"

#include "core/dossier/versions.h"

#include <algorithm>

namespace countercheck::ui {

namespace {
const std::vector<std::vector<std::uint32_t>>& groupsOf(const dossier::Dossier& dossier) {
    // The list is shared between snapshots and kept here, so that its address stays its own.
    static compare::SharedVector<dossier::Article> of;
    static std::vector<std::vector<std::uint32_t>> groups;
    if (!of.sharesWith(dossier.articles)) {
        of = dossier.articles;
        groups = dossier::versionGroups(of.get());
    }
    return groups;
}
} // namespace

bool hasVersions(const dossier::Dossier& dossier) {
    return !groupsOf(dossier).empty();
}

const std::vector<std::uint32_t>& versionsOf(const dossier::Dossier& dossier, std::size_t index) {
    static const std::vector<std::uint32_t> none;
    for (const auto& group : groupsOf(dossier))
        if (std::find(group.begin(), group.end(), static_cast<std::uint32_t>(index)) != group.end())
            return group;
    return none;
}

VersionPlace versionPlace(const dossier::Dossier& dossier, std::size_t index) {
    const auto& group = versionsOf(dossier, index);
    if (group.empty())
        return {};
    const auto at = std::find(group.begin(), group.end(), static_cast<std::uint32_t>(index));
    return {static_cast<std::size_t>(at - group.begin()) + 1, group.size()};
}

} // namespace countercheck::ui
