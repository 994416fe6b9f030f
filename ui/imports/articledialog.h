// SPDX-License-Identifier: GPL-3.0-or-later
// What is known about one article: title, publisher, date, address, language. Found where the file tells, corrected
// here. The captured text is never altered; its hash and time of capture stand beneath.
#pragma once

#include "core/dossier/dossier.h"
#include "ui/panes/versionplace.h"

#include <QDialog>

class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace countercheck::ui {

class ArticleDialog : public QDialog {
    Q_OBJECT
public:
    ArticleDialog(const dossier::Article& article, const QString& letter, QWidget* parent = nullptr);

    /// "version 2 of 3", with a way to what changed.
    void setVersion(const VersionPlace& place);

signals:
    void changesRequested();
    void edited(const countercheck::dossier::EditArticle& edit);

private:
    void check();
    void accept() override;
    [[nodiscard]] dossier::ArticleInfo info() const;
    dossier::ArticleId id_;
    dossier::ArticleInfo before_;
    QLineEdit* title_;
    QLineEdit* publisher_;
    QLineEdit* published_;
    QLineEdit* url_;
    QLineEdit* language_;
    QFormLayout* form_;
    QLabel* wrong_;
    QPushButton* keep_;
};

} // namespace countercheck::ui
