// SPDX-License-Identifier: GPL-3.0-or-later
// The report of an import: a line for each file, by outcome and by words; copied or saved as text.
#pragma once

#include "ui/workbench/importreport.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QTableView;

namespace countercheck::ui {

class ImportDialog : public QDialog {
    Q_OBJECT
public:
    explicit ImportDialog(SharedReport report, QWidget* parent = nullptr);
    void setReport(SharedReport report);

signals:
    void articleChosen(const countercheck::dossier::ArticleId& article);
    void saved(const QString& file);
    void failed(const QString& why);

private:
    void showCurrent();
    void count();
    void save();
    [[nodiscard]] std::optional<Outcome> outcome() const;

    SharedReport report_;
    ImportModel* model_;
    ImportFilter* filter_;
    QComboBox* outcomes_;
    QLineEdit* words_;
    QTableView* table_;
    QLabel* summary_;
    QLabel* whole_; ///< the current line's message in full
};

} // namespace countercheck::ui
