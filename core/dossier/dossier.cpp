// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dossier/dossier.h"

#include <algorithm>

namespace countercheck::dossier {

FigureState Decisions::figureState() const {
    if (revoked)
        return FigureState::Revoked;
    if (signOff)
        return FigureState::SignedOff;
    return proposal ? FigureState::Proposed : FigureState::Open;
}

bool Decisions::resolved() const {
    if (!conflicts.empty())
        return false;
    if (!dismissed.empty())
        return true;
    return verdict && verdict->state != VerdictState::Unchecked && verdict->state != VerdictState::Checking;
}

const Decisions& Dossier::decisionsOf(const QuestionKey& key) const {
    static const Decisions none;
    auto found = decisions.find(key);
    if (found == decisions.end())
        if (const auto into = joinedInto.find(key); into != joinedInto.end())
            found = decisions.find(into->second);
    return found == decisions.end() ? none : found->second;
}

const compare::Question* Dossier::question(const QuestionKey& key) const {
    const auto find = [this](const std::string& name) -> const compare::Question* {
        const auto& questions = comparison.questions.get();
        if (questionIndex) {
            const auto found = questionIndex->find(name);
            return found != questionIndex->end() && found->second < questions.size() ? &questions[found->second]
                                                                                     : nullptr;
        }
        const auto found = std::find_if(questions.begin(), questions.end(),
                                        [&](const auto& question) { return question.key == name; });
        return found == questions.end() ? nullptr : &*found;
    };
    if (const auto* question = find(key.value))
        return question;
    const auto into = joinedInto.find(key);
    return into == joinedInto.end() ? nullptr : find(into->second.value);
}

const Article* Dossier::article(const ArticleId& id) const {
    const auto found =
        std::find_if(articles.begin(), articles.end(), [&](const auto& article) { return article.id == id; });
    return found == articles.end() ? nullptr : &*found;
}

const Person* Dossier::person(std::string_view name) const {
    const auto found =
        std::find_if(people.begin(), people.end(), [&](const auto& person) { return person.name == name; });
    return found == people.end() ? nullptr : &*found;
}

std::size_t Dossier::lostCount() const {
    return lost.size() + static_cast<std::size_t>(std::count_if(corrections.begin(), corrections.end(),
                                                                [](const Placed& placed) { return placed.lost; }));
}

std::size_t Dossier::unresolved() const {
    return static_cast<std::size_t>(
        std::count_if(comparison.questions.begin(), comparison.questions.end(), [this](const auto& question) {
            return needsDecision(question) && !decisionsOf({question.key}).resolved();
        }));
}

std::size_t Dossier::countable() const {
    return static_cast<std::size_t>(
        std::count_if(comparison.questions.begin(), comparison.questions.end(), needsDecision));
}

bool needsDecision(const compare::Question& question) {
    const auto status = question.status();
    return status && *status != compare::RelationKind::Agreement;
}

} // namespace countercheck::dossier
