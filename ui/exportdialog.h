// SPDX-License-Identifier: GPL-3.0-or-later
// Where the summary goes: a folder, a name, which formats, and whether unsigned lines go out too. Says beforehand what
// goes out, what stays behind and what would be replaced. Files are written whole or not at all.
#pragma once

#include "core/dossier/dossier.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace countercheck::ui {

class ExportDialog : public QDialog {
    Q_OBJECT
public:
    ExportDialog(dossier::Snapshot snapshot, QString by, QWidget* parent = nullptr);
    void accept() override;

signals:
    void exported(const QStringList& files);

private:
    void update();
    [[nodiscard]] QStringList targets() const;
    dossier::Snapshot snapshot_;
    QString by_;
    QLineEdit* folder_;
    QLineEdit* name_;
    QCheckBox* html_;
    QCheckBox* csv_;
    QCheckBox* unsigned_;
    QLabel* what_;
    QLabel* wrong_;
    QPushButton* go_;
};

/// Writes `bytes` to `path` whole or not at all. Empty when done; else what went wrong and what to do.
QString writeWhole(const QString& path, const QByteArray& bytes);

} // namespace countercheck::ui
