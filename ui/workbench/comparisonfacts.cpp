// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workbench/comparisonfacts.h"

#include "core/dossier/dossier.h"
#include "ui/basics/lasttwo.h"

namespace countercheck::ui {

std::shared_ptr<const ComparisonFacts> ComparisonFacts::of(const compare::Comparison& comparison) {
    static LastTwo<compare::Question, std::shared_ptr<const ComparisonFacts>> kept;
    return kept.of(comparison.questions, [&comparison] {
        auto facts = std::make_shared<ComparisonFacts>();
        const auto& questions = comparison.questions.get();
        facts->standing.reserve(questions.size());
        for (const auto& question : questions) {
            const auto status = question.status();
            const bool needed = dossier::needsDecision(question);
            facts->standing.push_back(
                static_cast<std::uint8_t>((status ? static_cast<int>(*status) + 1 : 0) | (needed ? Needed : 0)));
            facts->claims += question.claims.size();
            facts->countable += needed ? 1 : 0;
        }
        return facts;
    });
}

} // namespace countercheck::ui
