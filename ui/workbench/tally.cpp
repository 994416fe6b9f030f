// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workbench/tally.h"

#include "ui/workbench/comparisonfacts.h"

namespace countercheck::ui {

Tally tallyOf(const dossier::Dossier& dossier) {
    const auto facts = ComparisonFacts::of(dossier.comparison);
    Tally tally;
    tally.claims = facts->claims;
    tally.unresolved = tally.countable = facts->countable;
    for (const auto& [key, decisions] : dossier.decisions) {
        const auto* question = dossier.question(key);
        if (!question || question->key != key.value)
            continue;
        tally.signedOff += decisions.figureState() == dossier::FigureState::SignedOff ? 1 : 0;
        if (!decisions.resolved())
            continue;
        tally.checked += decisions.verdict ? 1 : 0;
        tally.unresolved -= dossier::needsDecision(*question) ? 1 : 0;
    }
    return tally;
}

} // namespace countercheck::ui
