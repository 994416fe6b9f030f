// SPDX-License-Identifier: GPL-3.0-or-later
// Which questions are on show beyond the chips: by relation, kind, state, article and person. A question has to meet
// all that is asked.
#pragma once

#include "core/dossier/dossier.h"

#include <QString>

#include <functional>
#include <optional>
#include <string>
#include <vector>

class QMenu;

namespace countercheck::ui {

/// Where people have got to with a question, as one is asked for.
enum class QuestionState {
    Unchecked,
    Checking,
    Verified,
    Disputed,
    False,
    Unverifiable,
    Outdated,
    Dismissed,
    Proposed, ///< a figure waits for a signature
    SignedOff,
    SignedThenChanged,
    ToSettle ///< decisions of several people stand against each other
};
QString questionStateWord(QuestionState state);

/// What a question is narrowed by.
struct QuestionFacts {
    std::optional<compare::RelationKind> status; ///< nothing: a single source
    compare::QuestionKind kind{};
    std::vector<QuestionState> states;
    std::vector<std::string> articles; ///< ids
    std::vector<std::string> people;   ///< who had a hand in it
    bool unsettled = false;            ///< somebody still has to do something about it
    bool waitsForSignOff = false;      ///< checked or proposed, and not signed
    std::string changedBy;             ///< who changed it last
    bool operator==(const QuestionFacts&) const = default;
};
QuestionFacts factsOf(const dossier::Dossier& dossier, const compare::Question& question);

/// Unsettled, and it is this person's turn or theirs to follow: they had a hand in it, or it waits for a signature that
/// they can give.
bool isMine(const QuestionFacts& facts, const dossier::Person& person);

struct Narrowing {
    struct Relation {
        std::optional<compare::RelationKind> kind; ///< nothing: single sources
        bool operator==(const Relation&) const = default;
    };
    std::optional<Relation> relation;
    std::optional<compare::QuestionKind> kind;
    std::optional<QuestionState> state;
    std::string article, person; ///< empty: any

    [[nodiscard]] bool accepts(const QuestionFacts& facts) const;
    [[nodiscard]] int count() const; ///< how many things are asked
    bool operator==(const Narrowing&) const = default;
};

/// Fills `menu` with the choices that `snapshot` offers; `chosen` runs with the new narrowing.
void fillNarrowingMenu(QMenu* menu, const dossier::Dossier& dossier, const Narrowing& now,
                       const std::function<void(const Narrowing&)>& chosen);

} // namespace countercheck::ui
