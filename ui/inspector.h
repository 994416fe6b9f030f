// SPDX-License-Identifier: GPL-3.0-or-later
// The right column: everything about the selected question in one place, docked beside the panes and never in their
// way. What it is and why (sign, word, explanation), the values as sets on one line, who says so, and then what people
// decide: verdict, wording, note, evidence, sign-off, history.
#pragma once

#include "core/dossier/dossier.h"

#include <QScrollArea>

#include <vector>

class QGridLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace countercheck::ui {

class SetsAxis;
class VerdictBox;
class Workbench;

/// One line of "who says so".
struct Saying {
    QString value;      ///< "nearly 160"
    QString source;     ///< "Wamaps, in AFP"
    QString repeatedBy; ///< "repeated by Rewrite site"; empty: nobody
    QString letters;    ///< "A B": the articles
    QString derivation; ///< how the value was read, for the tool tip
    bool operator==(const Saying&) const = default;
};
/// The claims of a question by who says what; what a derived article repeats is folded into its original's line.
std::vector<Saying> whoSaysSo(const dossier::Dossier& dossier, const compare::Question& question);

class Inspector : public QScrollArea {
    Q_OBJECT
public:
    explicit Inspector(Workbench* workbench, QWidget* parent = nullptr);

    void refresh(); ///< shows the workbench's selected question as it stands
    void flush();   ///< keeps what was typed and not kept yet
    void focusVerdict();
    [[nodiscard]] VerdictBox* verdictBox() const { return verdict_; }
    void signOff(); ///< signs off, or says why not
    [[nodiscard]] QSize sizeHint() const override { return {300, 600}; }

signals:
    void dirtyChanged(bool dirty);
    void revokeRequested();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    /// A quiet line that shows and hides `folded`; it keeps its state from question to question.
    QPushButton* foldButton(QLabel* folded, const QString& name);
    void labelFold(QPushButton* button, const QString& words, bool any);
    QWidget* section(const QString& title, QVBoxLayout*& content);
    void showSayings(const std::vector<Saying>& sayings);
    void showSignOff(const dossier::Dossier& dossier, const compare::Question& question);

    Workbench* workbench_;
    QWidget* page_;
    QLabel* nothing_;
    QWidget* body_;
    QLabel* title_;
    QLabel* status_;
    QLabel* explanation_;
    QPushButton* more_;
    QLabel* others_;
    QPushButton* why_;
    QLabel* because_;
    QWidget* axisSection_;
    SetsAxis* axis_;
    QGridLayout* sayings_;
    QWidget* sayingsBox_;
    VerdictBox* verdict_;
    QLabel* checkedSign_;
    QLabel* checked_;
    QLabel* signedSign_;
    QLabel* signed_;
    QPushButton* signOff_;
    QPushButton* revoke_;
    QLabel* history_;
};

} // namespace countercheck::ui
