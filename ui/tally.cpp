// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tally.h"

namespace countercheck::ui {

Tally tallyOf(const dossier::Dossier& dossier) {
    // The list is shared between snapshots and kept here, so that its address stays its own.
    static compare::SharedVector<compare::Question> of;
    static Tally counted;
    if (!of.sharesWith(dossier.comparison.questions)) {
        of = dossier.comparison.questions;
        counted = {};
        for (const auto& question : of.get()) {
            counted.claims += question.claims.size();
            counted.countable += dossier::needsDecision(question) ? 1 : 0;
        }
    }
    Tally tally = counted;
    tally.unresolved = tally.countable;
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
