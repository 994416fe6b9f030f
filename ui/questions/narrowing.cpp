// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/questions/narrowing.h"

#include "ui/basics/theme.h"
#include "ui/workbench/words.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QMenu>

#include <algorithm>

namespace countercheck::ui {

using compare::QuestionKind;
using compare::RelationKind;
using dossier::FigureState;
using dossier::VerdictState;

namespace {
QString tr(const char* english) {
    return QCoreApplication::translate("countercheck::ui", english);
}

QString kindWord(QuestionKind kind) {
    switch (kind) {
    case QuestionKind::Count:
        return tr("Counts");
    case QuestionKind::Money:
        return tr("Money");
    case QuestionKind::Measure:
        return tr("Measures");
    case QuestionKind::Percentage:
        return tr("Percentages");
    case QuestionKind::Date:
        return tr("Dates");
    case QuestionKind::Time:
        return tr("Times");
    case QuestionKind::Name:
        return tr("Names");
    case QuestionKind::Place:
        return tr("Places");
    case QuestionKind::Attribution:
        return tr("Who says so");
    case QuestionKind::Polarity:
        return tr("Said and denied");
    case QuestionKind::Outcome:
        return tr("Outcomes");
    case QuestionKind::Cause:
        return tr("Causes");
    case QuestionKind::Quote:
        return tr("Quotes");
    }
    return {};
}

void addPerson(std::vector<std::string>& people, const std::string& name) {
    if (!name.empty() && std::find(people.begin(), people.end(), name) == people.end())
        people.push_back(name);
}

/// One submenu with "any" and a choice for each value.
template <class Value, class Set>
void choices(QMenu* menu, const QString& title, const std::vector<std::pair<QString, Value>>& offered,
             const std::optional<Value>& now, Set set) {
    QMenu* sub = menu->addMenu(title);
    auto* group = new QActionGroup(sub);
    const auto add = [&](const QString& words, const std::optional<Value>& value) {
        auto* action = sub->addAction(QString(words).replace(u'&', QStringLiteral("&&")));
        action->setCheckable(true);
        action->setChecked(now == value);
        group->addAction(action);
        QObject::connect(action, &QAction::triggered, sub, [set, value] { set(value); });
    };
    add(QCoreApplication::translate("countercheck::ui", "Any"), std::nullopt);
    sub->addSeparator();
    for (const auto& [words, value] : offered)
        add(words, value);
    sub->setEnabled(!offered.empty());
}

std::optional<std::string> given(const std::string& value) {
    return value.empty() ? std::nullopt : std::optional(value);
}
} // namespace

QString questionStateWord(QuestionState state) {
    switch (state) {
    case QuestionState::Unchecked:
        return verdictWord(VerdictState::Unchecked);
    case QuestionState::Checking:
        return verdictWord(VerdictState::Checking);
    case QuestionState::Verified:
        return verdictWord(VerdictState::Verified);
    case QuestionState::Disputed:
        return verdictWord(VerdictState::Disputed);
    case QuestionState::False:
        return verdictWord(VerdictState::False);
    case QuestionState::Unverifiable:
        return verdictWord(VerdictState::Unverifiable);
    case QuestionState::Outdated:
        return verdictWord(VerdictState::Outdated);
    case QuestionState::Dismissed:
        return tr("Dismissed");
    case QuestionState::Proposed:
        return tr("Waits for a signature");
    case QuestionState::SignedOff:
        return tr("Signed off");
    case QuestionState::SignedThenChanged:
        return tr("Signed, then changed");
    case QuestionState::ToSettle:
        return tr("To be settled");
    }
    return {};
}

QuestionFacts factsOf(const dossier::Dossier& dossier, const compare::Question& question) {
    const auto& decisions = dossier.decisionsOf({question.key});
    QuestionFacts facts;
    facts.status = question.status();
    facts.kind = question.kind;
    const VerdictState verdict = decisions.verdict ? decisions.verdict->state : VerdictState::Unchecked;
    facts.states.push_back(decisions.dismissed.empty() ? static_cast<QuestionState>(verdict)
                                                       : QuestionState::Dismissed);
    const FigureState figure = decisions.figureState();
    if (figure == FigureState::Proposed)
        facts.states.push_back(QuestionState::Proposed);
    if (figure == FigureState::SignedOff)
        facts.states.push_back(QuestionState::SignedOff);
    if (!decisions.changed.empty())
        facts.states.push_back(QuestionState::SignedThenChanged);
    if (!decisions.conflicts.empty())
        facts.states.push_back(QuestionState::ToSettle);
    for (const auto& claim : question.claims)
        if (claim.article < dossier.articles.size())
            addPerson(facts.articles, dossier.articles[claim.article].id.sha256);
    for (const auto& line : decisions.history)
        addPerson(facts.people, line.stamp.by);
    const bool final = decisions.verdict && verdict != VerdictState::Unchecked && verdict != VerdictState::Checking;
    facts.waitsForSignOff =
        decisions.dismissed.empty() && figure != FigureState::SignedOff && (final || figure == FigureState::Proposed);
    facts.unsettled = (dossier::needsDecision(question) && !decisions.resolved()) || facts.waitsForSignOff ||
                      !decisions.changed.empty() || !decisions.conflicts.empty();
    facts.changedBy = decisions.changedBy;
    return facts;
}

static_assert(static_cast<int>(QuestionState::Outdated) == static_cast<int>(VerdictState::Outdated));

bool isMine(const QuestionFacts& facts, const dossier::Person& person) {
    if (!facts.unsettled)
        return false;
    const bool signs = person.role == dossier::Role::Editor || person.role == dossier::Role::Head;
    if (signs && facts.waitsForSignOff && facts.changedBy != person.name)
        return true;
    return std::find(facts.people.begin(), facts.people.end(), person.name) != facts.people.end();
}

bool Narrowing::accepts(const QuestionFacts& facts) const {
    const auto has = [](const auto& values, const auto& wanted) {
        return std::find(values.begin(), values.end(), wanted) != values.end();
    };
    return (!relation || relation->kind == facts.status) && (!kind || *kind == facts.kind) &&
           (!state || has(facts.states, *state)) && (article.empty() || has(facts.articles, article)) &&
           (person.empty() || has(facts.people, person));
}

int Narrowing::count() const {
    return int(relation.has_value()) + int(kind.has_value()) + int(state.has_value()) + int(!article.empty()) +
           int(!person.empty());
}

void fillNarrowingMenu(QMenu* menu, const dossier::Dossier& dossier, const Narrowing& now,
                       const std::function<void(const Narrowing&)>& chosen) {
    menu->clear();
    std::vector<std::pair<QString, Narrowing::Relation>> relations;
    for (const RelationKind kind :
         {RelationKind::Contradiction, RelationKind::Discrepancy, RelationKind::Refinement, RelationKind::Agreement})
        relations.emplace_back(statusSign(kind) + u' ' + statusWord(kind), Narrowing::Relation{kind});
    relations.emplace_back(statusSign({}) + u' ' + statusWord({}), Narrowing::Relation{});
    choices(menu, tr("&Relation"), relations, now.relation, [now, chosen](const auto& value) {
        Narrowing next = now;
        next.relation = value;
        chosen(next);
    });

    std::vector<std::pair<QString, QuestionKind>> kinds;
    for (int i = 0; i <= static_cast<int>(QuestionKind::Quote); ++i) {
        const auto kind = static_cast<QuestionKind>(i);
        if (std::any_of(dossier.comparison.questions.begin(), dossier.comparison.questions.end(),
                        [&](const auto& question) { return question.kind == kind; }))
            kinds.emplace_back(kindWord(kind), kind);
    }
    choices(menu, tr("&Kind"), kinds, now.kind, [now, chosen](const auto& value) {
        Narrowing next = now;
        next.kind = value;
        chosen(next);
    });

    std::vector<std::pair<QString, QuestionState>> states;
    for (int i = 0; i <= static_cast<int>(QuestionState::ToSettle); ++i)
        states.emplace_back(questionStateWord(static_cast<QuestionState>(i)), static_cast<QuestionState>(i));
    choices(menu, tr("&State"), states, now.state, [now, chosen](const auto& value) {
        Narrowing next = now;
        next.state = value;
        chosen(next);
    });

    std::vector<std::pair<QString, std::string>> articles;
    for (std::size_t i = 0; i < dossier.articles.size() && i < 200; ++i) // more than a menu can hold: search instead
        articles.emplace_back(articleLetter(static_cast<int>(i)) + QStringLiteral(" · ") +
                                  shortName(dossier.articles[i]),
                              dossier.articles[i].id.sha256);
    choices(menu, tr("&Article"), articles, given(now.article), [now, chosen](const auto& value) {
        Narrowing next = now;
        next.article = value.value_or(std::string());
        chosen(next);
    });

    std::vector<std::pair<QString, std::string>> people;
    for (const auto& person : dossier.people)
        people.emplace_back(text(person.name), person.name);
    choices(menu, tr("&Person"), people, given(now.person), [now, chosen](const auto& value) {
        Narrowing next = now;
        next.person = value.value_or(std::string());
        chosen(next);
    });
    menu->addSeparator();
    QAction* clear = menu->addAction(tr("&Clear filters"));
    clear->setEnabled(now.count() > 0);
    QObject::connect(clear, &QAction::triggered, menu, [chosen] { chosen({}); });
}

} // namespace countercheck::ui
