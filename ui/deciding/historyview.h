// SPDX-License-Identifier: GPL-3.0-or-later
// The record of the whole case beside the window: every change with who and when, narrowed by words, person and
// question; a line leads to its question. The chain of the log, the signatures and the hashes can be checked from here.
#pragma once

#include "core/dossier/dossier.h"
#include "ui/deciding/historymodel.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;

namespace countercheck::ui {

class HistoryView : public QDialog {
    Q_OBJECT
public:
    explicit HistoryView(QWidget* parent = nullptr);
    void setSnapshot(const dossier::Snapshot& snapshot);
    /// The question that is selected in the window, for "this question only".
    void setSelection(const std::optional<dossier::QuestionKey>& key);
    /// The answer to checkRequested().
    void showChecked(bool holds, const QString& words);

signals:
    void questionChosen(const countercheck::dossier::QuestionKey& key);
    void checkRequested();

private:
    void go();
    void count();
    HistoryModel* model_;
    HistoryFilter* filter_;
    QTableView* table_;
    QLineEdit* words_;
    QComboBox* person_;
    QCheckBox* thisOnly_;
    QLabel* count_;
    QLabel* checked_;
    QPushButton* check_;
    std::optional<dossier::QuestionKey> selection_;
};

} // namespace countercheck::ui
