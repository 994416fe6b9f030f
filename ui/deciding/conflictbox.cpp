// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deciding/conflictbox.h"

#include "ui/basics/theme.h"
#include "ui/workbench/words.h"
#include "ui/workbench/workbench.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace countercheck::ui {

std::optional<dossier::Edit> keeping(const dossier::QuestionKey& key, const dossier::Conflict& conflict,
                                     const dossier::Conflict::Side& side) {
    if (conflict.slot == "verdict")
        return side.verdict ? dossier::SetVerdict{key, side.verdict->state, side.verdict->note, side.verdict->primary,
                                                  side.verdict->supersededBy}
                            : dossier::SetVerdict{key, dossier::VerdictState::Unchecked, side.text, {}, {}};
    if (conflict.slot == "proposal" && side.proposal)
        return dossier::Propose{key,
                                side.proposal->wording,
                                side.proposal->low,
                                side.proposal->high,
                                side.proposal->lowSource,
                                side.proposal->highSource};
    if (conflict.slot == "dismissal" && !side.dismissed.empty())
        return dossier::Dismiss{key, side.dismissed};
    return std::nullopt;
}

namespace {

/// What was decided twice, in one sentence.
QString whatOf(const std::string& slot) {
    if (slot == "verdict")
        return ConflictBox::tr("These verdicts were set without knowing of each other. Keep one; the history keeps "
                               "both.");
    if (slot == "proposal")
        return ConflictBox::tr("These figures were proposed without knowing of each other. Keep one; the history "
                               "keeps both.");
    if (slot == "dismissal")
        return ConflictBox::tr("Somebody dismissed this question while somebody else decided otherwise. Keep one; "
                               "the history keeps both.");
    if (slot == "sign-off")
        return ConflictBox::tr("This was signed off twice, by people who did not know of each other.");
    return ConflictBox::tr("The sign-off was taken back by people who did not know of each other.");
}

/// A side's decision, and what was written to it.
std::pair<QString, QString> wordsOf(const dossier::Conflict& conflict, const dossier::Conflict::Side& side) {
    if (side.verdict)
        return {verdictWord(side.verdict->state), text(side.verdict->note)};
    if (conflict.slot == "verdict")
        return {verdictWord(dossier::VerdictState::Unchecked), {}};
    if (side.proposal) {
        const auto end = [](const std::string& value) { return value.empty() ? QStringLiteral("…") : text(value); };
        const QString range = side.proposal->low == side.proposal->high
                                  ? end(side.proposal->low)
                                  : ConflictBox::tr("%1 to %2").arg(end(side.proposal->low), end(side.proposal->high));
        return {text(side.proposal->wording), range};
    }
    if (!side.dismissed.empty())
        return {ConflictBox::tr("Dismissed"), text(side.dismissed)};
    if (conflict.slot == "proposal")
        return {ConflictBox::tr("No figure"), {}};
    if (conflict.slot == "dismissal")
        return {ConflictBox::tr("Not dismissed"), {}};
    return {text(side.text), {}};
}

} // namespace

ConflictBox::ConflictBox(Workbench* workbench, QWidget* parent)
    : QWidget(parent), workbench_(workbench), all_(new QVBoxLayout(this)) {
    all_->setContentsMargins(0, 0, 0, 0);
    all_->setSpacing(8);
    setAccessibleName(tr("Decisions to be settled"));
}

void ConflictBox::show(const dossier::QuestionKey& key, const std::vector<dossier::Conflict>& conflicts) {
    while (QLayoutItem* item = all_->takeAt(0)) {
        if (QWidget* old = item->widget()) {
            old->hide();
            old->deleteLater();
        }
        delete item;
    }
    for (const auto& conflict : conflicts) {
        auto* what = new QLabel(whatOf(conflict.slot));
        what->setWordWrap(true);
        what->setTextFormat(Qt::PlainText);
        what->setFont(interfaceFont(9));
        all_->addWidget(what);
        auto* row = new QWidget;
        auto* sides = new QHBoxLayout(row);
        sides->setContentsMargins(0, 0, 0, 0);
        sides->setSpacing(8);
        bool settled = false;
        for (const auto& side : conflict.sides) {
            auto* card = new QFrame;
            card->setProperty("role", "card");
            auto* inner = new QVBoxLayout(card);
            inner->setContentsMargins(8, 6, 8, 6);
            const auto [decision, note] = wordsOf(conflict, side);
            auto* words = new QLabel(decision);
            words->setWordWrap(true);
            words->setTextFormat(Qt::PlainText);
            words->setFont(interfaceFont(9.5, QFont::DemiBold));
            auto* said = new QLabel(note);
            said->setWordWrap(true);
            said->setTextFormat(Qt::PlainText);
            said->setFont(interfaceFont(9));
            said->setVisible(!note.isEmpty());
            auto* by = new QLabel(tr("%1, %2").arg(text(side.stamp.by), when(side.stamp.at)));
            by->setWordWrap(true);
            by->setTextFormat(Qt::PlainText);
            by->setProperty("role", "quiet");
            by->setFont(interfaceFont(8.5));
            inner->addWidget(words);
            inner->addWidget(said);
            inner->addWidget(by);
            inner->addStretch();
            if (const auto edit = keeping(key, conflict, side)) {
                settled = true;
                auto* keep = new QPushButton(tr("Keep this"));
                keep->setAccessibleName(
                    tr("Keep what %1 decided: %2")
                        .arg(text(side.stamp.by), note.isEmpty() ? decision : decision + QStringLiteral(": ") + note));
                const QString refused = workbench_->whyNot(*edit);
                keep->setEnabled(refused.isEmpty());
                keep->setToolTip(refused);
                keep->setAccessibleDescription(refused);
                connect(keep, &QPushButton::clicked, this, [this, edit = *edit] { workbench_->apply(edit); });
                inner->addWidget(keep);
            }
            sides->addWidget(card, 1);
        }
        all_->addWidget(row);
        if (!settled) {
            auto* how = new QLabel(tr("A new sign-off, or a revocation with a reason, settles it."));
            how->setWordWrap(true);
            how->setProperty("role", "quiet");
            all_->addWidget(how);
            auto* answers = new QWidget;
            auto* line = new QHBoxLayout(answers);
            line->setContentsMargins(0, 0, 0, 0);
            const auto answer = [&](const QString& words, const QString& refused, auto signal) {
                auto* button = new QPushButton(words);
                button->setAccessibleName(words);
                button->setEnabled(refused.isEmpty());
                button->setToolTip(refused);
                button->setAccessibleDescription(refused);
                connect(button, &QPushButton::clicked, this, signal);
                line->addWidget(button);
            };
            answer(tr("Sign off anew"), workbench_->whyNot(dossier::SignOffFigure{key, nullptr}),
                   &ConflictBox::signOffRequested);
            answer(tr("Revoke both…"), workbench_->whyNot(dossier::Revoke{key, "x"}), &ConflictBox::revokeRequested);
            line->addStretch();
            all_->addWidget(answers);
        }
    }
}

} // namespace countercheck::ui
