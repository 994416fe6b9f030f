// SPDX-License-Identifier: GPL-3.0-or-later
// How much there is in a case and how much of it is done. What does not change with a decision is counted once for each
// comparison. For the window's thread only.
#pragma once

#include "core/dossier/dossier.h"

#include <cstddef>

namespace countercheck::ui {

struct Tally {
    std::size_t claims = 0;
    std::size_t countable = 0;  ///< questions with a conflict or a refinement
    std::size_t unresolved = 0; ///< of them, those that nobody has resolved
    std::size_t checked = 0;    ///< questions with a verdict that settles them
    std::size_t signedOff = 0;
};
Tally tallyOf(const dossier::Dossier& dossier);

} // namespace countercheck::ui
