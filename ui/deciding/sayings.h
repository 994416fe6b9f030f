// SPDX-License-Identifier: GPL-3.0-or-later
// Who says what on one question, a line each: the value, the source, the articles, and the grades of the source. What a
// person marked or corrected carries a pencil.
#pragma once

#include "core/dossier/dossier.h"

#include <QSet>
#include <QString>
#include <QWidget>

#include <vector>

class QGridLayout;
class QPushButton;

namespace countercheck::ui {

/// One line of "who says so".
struct Saying {
    QString value;         ///< "nearly 160"
    QString source;        ///< "Wamaps, in AFP"
    QString repeatedBy;    ///< "repeated by Rewrite site", or "and 11 that repeat it"; empty: nobody
    QString named;         ///< who they are, where repeatedBy only counts them; else empty
    QString letters;       ///< "A B": the articles; "A +11" where they are many
    QString derivation;    ///< how the value was read, for the tool tip
    QString person;        ///< who marked or corrected it; empty: as the engine found it
    QString graded;        ///< the name under which the source is graded: "Wamaps"
    QString grades;        ///< "B2"
    std::size_t alike = 0; ///< the same for all lines that give one value
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
    void foldingChanged(); ///< a person opened or closed a list: show() again

private:
    void addSaying(const dossier::Dossier& dossier, const dossier::QuestionKey& key, const Saying& saying,
                   const QString& notGraded);
    /// A line that opens and closes what follows it. True: it is open.
    bool addFold(const QString& name, const QString& words, int column, const QString& spoken);
    QPushButton* gradeButton(const dossier::Dossier& dossier, const dossier::QuestionKey& key, const Saying& saying,
                             const QString& notGraded);
    QGridLayout* sayings_;
    QSet<QString> open_; ///< the names of the lists that are open
    QString folded_;     ///< the one that was opened or closed just now: it keeps the keyboard
    int row_ = 0;
};

} // namespace countercheck::ui
