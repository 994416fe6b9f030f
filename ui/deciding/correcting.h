// SPDX-License-Identifier: GPL-3.0-or-later
// What a person puts right: words that answer a question, values, relations, names of questions, which article rests on
// which. Works on what is pointed at in the articles and on the question that is selected; every correction is an edit
// of its own and can be undone.
#pragma once

#include "core/dossier/dossier.h"
#include "ui/panes/spot.h"

#include <QObject>
#include <QString>

#include <optional>

class QMenu;
class QWidget;

namespace countercheck::ui {

class Workbench;

class Correcting : public QObject {
    Q_OBJECT
public:
    Correcting(Workbench* workbench, QWidget* window);

    /// Adds to an article's context menu what can be done with the words and marks there.
    void fillMenu(QMenu* menu, const Spot& spot);

    // About the words and marks at `spot`; without one, a notice says what to select.
    void mark(const std::optional<Spot>& spot); ///< the words answer the selected question
    void askNewQuestion(const std::optional<Spot>& spot);
    void split(const std::optional<Spot>& spot); ///< the mark there answers another question than its own
    void askValue(const std::optional<Spot>& spot);
    /// The question of the mark there (else the selected one) waits for the question that is chosen next.
    void beginSame(const std::optional<Spot>& spot);

    // About the selected question.
    void askName();
    void askRelation();
    // About the case.
    void askLineage();
    void showLost();
    void showNearMisses();

    /// Is a first question waiting for the one that it is the same as?
    [[nodiscard]] bool choosing() const { return first_.has_value(); }
    void chosen(const dossier::QuestionKey& key); ///< joins, when one is waiting
    void stopChoosing();

signals:
    void choosingChanged(const QString& hint); ///< empty: over
    void questionRequested(const countercheck::dossier::QuestionKey& key);

private:
    [[nodiscard]] std::optional<Spot::Claim> claimAt(const std::optional<Spot>& spot) const;
    [[nodiscard]] std::optional<dossier::ClaimAnchor> words(const std::optional<Spot>& spot) const;
    void askMark(const dossier::ClaimAnchor& anchor, const compare::Question* question);

    Workbench* workbench_;
    QWidget* window_;
    std::optional<dossier::QuestionKey> first_;
};

/// What a correction did, in one line: "“three people” answers another question than “people abducted”".
QString correctionLine(const dossier::Placed& placed);

} // namespace countercheck::ui
