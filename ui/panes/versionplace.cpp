// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/versionplace.h"

#include "core/dossier/versions.h"

#include <algorithm>
#include <unordered_map>

namespace countercheck::ui {

namespace {
struct Groups {
    compare::SharedVector<dossier::Article> of;
    std::vector<std::vector<std::uint32_t>> groups;
    std::unordered_map<std::uint32_t, std::size_t> groupOf; ///< by article
};
const Groups& groupsOf(const dossier::Dossier& dossier) {
    // The list is shared between snapshots and kept here, so that its address stays its own.
    static Groups known;
    if (!known.of.sharesWith(dossier.articles)) {
        known.of = dossier.articles;
        known.groups = dossier::versionGroups(known.of.get());
        known.groupOf.clear();
        for (std::size_t i = 0; i < known.groups.size(); ++i)
            for (const std::uint32_t article : known.groups[i])
                known.groupOf[article] = i;
    }
    return known;
}
} // namespace

bool hasVersions(const dossier::Dossier& dossier) {
    return !groupsOf(dossier).groups.empty();
}

const std::vector<std::uint32_t>& versionsOf(const dossier::Dossier& dossier, std::size_t index) {
    static const std::vector<std::uint32_t> none;
    const Groups& known = groupsOf(dossier);
    const auto found = known.groupOf.find(static_cast<std::uint32_t>(index));
    return found == known.groupOf.end() ? none : known.groups[found->second];
}

VersionPlace versionPlace(const dossier::Dossier& dossier, std::size_t index) {
    const auto& group = versionsOf(dossier, index);
    if (group.empty())
        return {};
    const auto at = std::find(group.begin(), group.end(), static_cast<std::uint32_t>(index));
    return {static_cast<std::size_t>(at - group.begin()) + 1, group.size()};
}

} // namespace countercheck::ui
