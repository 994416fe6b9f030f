// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the inspector where a person decides: verdict, what is to be printed, note, evidence. A verdict takes the
// note that stands in the field along. Text is kept when its field is left, when another question is selected, and with
// the button beside it; until then the button shows that it is not kept yet.
#pragma once

#include "core/dossier/dossier.h"
#include "ui/workbench/workbench.h"

#include <QWidget>

#include <array>
#include <string>
#include <vector>

class QLabel;
class QLineEdit;
class QMimeData;
class QPushButton;

namespace countercheck::ui {

class GrowingEdit;

class VerdictBox : public QWidget {
    Q_OBJECT
public:
    explicit VerdictBox(Workbench* workbench, QWidget* parent = nullptr);

    /// Shows the decisions on the selected question.
    void show(const dossier::Dossier& dossier, const compare::Question& question);
    /// Keeps whatever was typed and not kept yet.
    void flush();
    [[nodiscard]] bool dirty() const;
    void focusVerdict();
    void focusNote();
    void chooseEvidence();
    void pasteEvidence(); ///< files or a picture from the clipboard

signals:
    void dirtyChanged(bool dirty);
    /// The verdict needs more than a click: a primary source, what supersedes it, a reason.
    void needsMore(countercheck::dossier::VerdictState state, const QString& note);
    void sendBackRequested();
    void addressRequested();                                                ///< evidence that is an address
    void exhibitRequested(const countercheck::dossier::Evidence& evidence); ///< to be looked at

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void take(const QMimeData* data);
    void setVerdict(dossier::VerdictState state);
    void checkOnly(dossier::VerdictState state);
    void keepNote();
    void keepWording();
    void showExhibits();
    void updateKeepers();
    [[nodiscard]] std::array<std::string, 4> typedFigure() const;
    /// The note field holds the verdict's own note (and corrects it), not a further note.
    [[nodiscard]] bool noteIsOfVerdict() const;

    struct Choice {
        dossier::VerdictState state;
        QPushButton* button;
    };
    Workbench* workbench_;
    std::vector<Choice> choices_;
    QPushButton* outdated_;
    QPushButton* sendBack_;
    QLabel* verdictBy_;
    GrowingEdit* wording_;
    QPushButton* keepWording_;
    QPushButton* suggest_;
    QWidget* bounds_;
    std::array<QLineEdit*, 4> figure_{}; ///< from, to, who says each
    GrowingEdit* note_;
    QPushButton* keepNote_;
    QLabel* notes_;
    QLabel* evidence_;
    QWidget* evidenceArea_; ///< takes files that are dropped on it
    QWidget* exhibits_;     ///< a button for each piece of evidence that can be looked at
    QPushButton* addEvidence_;
    QPushButton* addAddress_;
    dossier::QuestionKey key_;
    dossier::Decisions decisions_;
    QString suggestion_;
    std::array<std::string, 4> keptFigure_; ///< as figure_
    bool known_ = false;
    bool showing_ = false; ///< buttons are being set, not pressed
};

/// "from more than 100 (local reports) to nearly 160 (Wamaps)": a first wording with every value and who says it.
QString suggestedWording(const dossier::Dossier& dossier, const compare::Question& question);

} // namespace countercheck::ui
