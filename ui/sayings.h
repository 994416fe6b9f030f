// SPDX-License-Identifier: GPL-3.0-or-later
// Who says what on one question, a line each: the value, the source, the articles, and the grades of the source. What a
// person marked or corrected carries a pencil.
#pragma once

#include "core/dossier/dossier.h"

#include <QWidget>

#include <vector>

class QGridLayout;
class QPushButton;

namespace countercheck::ui {

/// One line of "who says so".
struct Saying {
    QString value;      ///< "nearly 160"
    QString source;     ///< "Wamaps, in AFP"
    QString repeatedBy; ///< "repeated by Rewrite site"; empty: nobody
    QString letters;    ///< "A B": the articles
    QString derivation; ///< how the value was read, for the tool tip
    QString person;     ///< who marked or corrected it; empty: as the engine found it
    QString graded;     ///< the name under which the source is graded: "Wamaps"
    QString grades;     ///< "B2"
    bool operator==(const Saying&) const = default;
};
/// The claims of a question by who says what; what a derived article repeats is folded into its original's line.
std::vector<Saying> whoSaysSo(const dossier::Dossier& dossier, const compare::Question& question);

class SayingsList : public QWidget {
    Q_OBJECT
public:
    explicit SayingsList(QWidget* parent = nullptr);
    /// `notGraded`: why nobody can grade now; empty: somebody can.
    void show(const dossier::Dossier& dossier, const compare::Question& question, const QString& notGraded);

signals:
    void gradeRequested(const QString& source);

private:
    QPushButton* gradeButton(const dossier::Dossier& dossier, const dossier::QuestionKey& key, const Saying& saying,
                             const QString& notGraded);
    QGridLayout* sayings_;
};

} // namespace countercheck::ui
