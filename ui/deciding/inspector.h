// SPDX-License-Identifier: GPL-3.0-or-later
// The right column: everything about the selected question in one place, docked beside the panes and never in their
// way. What it is and why (sign, word, explanation), the values as sets on one line, who says so, and then what people
// decide: verdict, wording, note, evidence, sign-off, history.
#pragma once

#include "core/dossier/dossier.h"
#include "ui/deciding/sayings.h"
#include "ui/questions/signingway.h"

#include <QScrollArea>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace countercheck::ui {

class ConflictBox;
class Discussion;
class SetsAxis;
class VerdictBox;
class Workbench;

class Inspector : public QScrollArea {
    Q_OBJECT
public:
    explicit Inspector(Workbench* workbench, QWidget* parent = nullptr);

    void refresh(); ///< shows the workbench's selected question as it stands
    void flush();   ///< keeps what was typed and not kept yet
    void focusVerdict();
    void focusDiscussion();
    void goTo(SigningWay way); ///< where it is put right that something cannot be signed
    [[nodiscard]] VerdictBox* verdictBox() const { return verdict_; }
    [[nodiscard]] QSize sizeHint() const override { return {300, 600}; }

signals:
    void dirtyChanged(bool dirty);
    void signOffRequested();
    void personRequested();
    void revokeRequested();
    void needsMore(countercheck::dossier::VerdictState state, const QString& note); ///< see VerdictBox
    void sendBackRequested();
    void addressRequested();
    void gradeRequested(const QString& source);
    void dismissRelationRequested();
    void exhibitRequested(const countercheck::dossier::Evidence& evidence);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    /// A quiet line that shows and hides `folded`; it keeps its state from question to question.
    QPushButton* foldButton(QLabel* folded, const QString& name);
    void labelFold(QPushButton* button, const QString& words, bool any);
    QWidget* section(const QString& title, QVBoxLayout*& content);
    void showSignOff(const dossier::Dossier& dossier, const compare::Question& question);

    Workbench* workbench_;
    QWidget* page_;
    QLabel* nothing_;
    QWidget* body_;
    QLabel* title_;
    QLabel* status_;
    QLabel* broken_; ///< that a sign-off no longer holds
    QLabel* explanation_;
    QPushButton* more_;
    QLabel* others_;
    QPushButton* why_;
    QLabel* because_;
    QWidget* axisSection_;
    SetsAxis* axis_;
    QPushButton* dismissRelation_;
    SayingsList* sayings_;
    QWidget* conflictsSection_;
    ConflictBox* conflicts_;
    VerdictBox* verdict_;
    Discussion* discussion_;
    QLabel* checkedSign_;
    QLabel* checked_;
    QLabel* signedSign_;
    QLabel* signed_;
    QPushButton* signOff_;
    QPushButton* revoke_;
    QPushButton* way_;
    SigningWay leads_ = SigningWay::None; ///< where way_ goes
    QLabel* history_;
};

} // namespace countercheck::ui
