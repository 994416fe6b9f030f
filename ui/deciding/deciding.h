// SPDX-License-Identifier: GPL-3.0-or-later
// Decisions that need more than one gesture: what a verdict rests on, what took its place, why it goes back; the
// passphrase of a signature; evidence at an address; grades of a source. Each is asked in a form beside the window that
// says what is missing until nothing is.
#pragma once

#include "core/dossier/dossier.h"

#include <QObject>
#include <QString>

class QWidget;

namespace countercheck::ui {

class Workbench;

class Deciding : public QObject {
    Q_OBJECT
public:
    Deciding(Workbench* workbench, QWidget* window);

    /// All are about the question that is selected now; nothing happens when none is.
    void askVerdict(dossier::VerdictState state, const QString& note);
    void askSendBack();
    /// Signs off; with a key, its passphrase is asked for once a session.
    void signOff();
    void askAddress(); ///< evidence that is an address and a note, with or without a file
    /// How reliable a source is and how credible what it says here.
    void askGrades(const QString& source);

private:
    void signWith(const dossier::QuestionKey& key, const QString& keyFile);
    void askPassphrase(const dossier::QuestionKey& key, const QString& keyFile, const QString& publicKey,
                       const QString& trouble);
    /// Signs with an opened key; why not, empty when it is done.
    QString sign(const dossier::QuestionKey& key, std::shared_ptr<const dossier::Signer> signer);
    Workbench* workbench_;
    QWidget* window_;
};

/// Every source that a question names: who is named as saying it, else the publisher. As grades are kept under it.
QStringList sourcesOf(const dossier::Dossier& dossier, const compare::Question& question);
QString sourceOf(const dossier::Dossier& dossier, const compare::QuestionClaim& claim);
/// "B2"; "F6" when nobody has graded it.
QString gradesWord(const dossier::Dossier& dossier, const dossier::QuestionKey& key, const QString& source);

} // namespace countercheck::ui
