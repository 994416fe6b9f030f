// SPDX-License-Identifier: GPL-3.0-or-later
// Decisions of two people who did not know of each other, side by side, for a person to settle. Settling is a decision
// like any other: it is logged with who made it, and what was not kept stays in the history.
#pragma once

#include "core/dossier/dossier.h"

#include <QWidget>

#include <optional>
#include <vector>

class QVBoxLayout;

namespace countercheck::ui {

class Workbench;

class ConflictBox : public QWidget {
    Q_OBJECT
public:
    explicit ConflictBox(Workbench* workbench, QWidget* parent = nullptr);
    void show(const dossier::QuestionKey& key, const std::vector<dossier::Conflict>& conflicts);

signals:
    void signOffRequested(); ///< two sign-offs stand against each other: a new one settles it
    void revokeRequested();

private:
    Workbench* workbench_;
    QVBoxLayout* all_;
};

/// The decision that keeps one side of a conflict; nothing when only other decisions settle it (sign-offs).
std::optional<dossier::Edit> keeping(const dossier::QuestionKey& key, const dossier::Conflict& conflict,
                                     const dossier::Conflict::Side& side);

} // namespace countercheck::ui
