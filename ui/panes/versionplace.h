// SPDX-License-Identifier: GPL-3.0-or-later
// Which version of its article is this one? Found once for each list of articles. For the window's thread only.
#pragma once

#include "core/dossier/dossier.h"

#include <cstdint>
#include <vector>

namespace countercheck::ui {

/// All versions of the article at `index`, itself among them, the earliest first; empty when there is no other.
const std::vector<std::uint32_t>& versionsOf(const dossier::Dossier& dossier, std::size_t index);

bool hasVersions(const dossier::Dossier& dossier); ///< of any article

struct VersionPlace {
    std::size_t number = 1, of = 1; ///< "version 2 of 3"
};
VersionPlace versionPlace(const dossier::Dossier& dossier, std::size_t index);

} // namespace countercheck::ui
