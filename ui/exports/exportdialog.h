// SPDX-License-Identifier: GPL-3.0-or-later
// What goes out, where, and how: the formats with a line on each, the language, whether unsigned lines go out too, and
// beside it what the chosen format will look like. Says beforehand what stays behind and why, and what would be
// replaced. Files are made beside the window, each written whole or not at all; a long one can be stopped.
#pragma once

#include "core/dossier/dossier.h"
#include "core/printing/printing.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QListWidgetItem;
class QProgressBar;
class QPushButton;
class QTimer;

namespace countercheck::ui {

class ExportPreview;
class Jobs;

class ExportDialog : public QDialog {
    Q_OBJECT
public:
    ExportDialog(dossier::Snapshot snapshot, QString by, QWidget* parent = nullptr);
    void accept() override; ///< starts writing; the dialog closes when all is written
    void reject() override; ///< stops writing first

protected:
    bool eventFilter(QObject* watched, QEvent* event) override; ///< Return in the list of formats exports

signals:
    void exported(const QStringList& files);
    /// A person wants to see why it stays behind.
    void questionRequested(const countercheck::dossier::QuestionKey& key);

private:
    struct Target {
        printing::Format format{};
        QString file;
    };
    QWidget* makeChoices();
    QWidget* makePlace();
    void update();
    void refresh();
    void showLeftOut();
    void setWriting(bool writing);
    [[nodiscard]] printing::Order order(printing::Format format) const;
    [[nodiscard]] QList<Target> targets() const;
    dossier::Snapshot snapshot_;
    QString by_;
    Jobs* jobs_;
    QListWidget* formats_;
    QComboBox* language_;
    QCheckBox* unsigned_;
    QListWidget* leftOut_;
    QLineEdit* url_;
    QLineEdit* folder_;
    QLineEdit* name_;
    QLabel* what_;
    QLabel* wrong_;
    QProgressBar* progress_;
    QPushButton* go_;
    QLabel* shownFormat_;
    ExportPreview* preview_;
    std::size_t out_ = 0, behind_ = 0; ///< questions
    QTimer* soon_;                     ///< the preview follows a moment after the last change
};

/// Writes `bytes` to `path` whole or not at all. Empty when done; else what went wrong and what to do.
QString writeWhole(const QString& path, const QByteArray& bytes);

} // namespace countercheck::ui
