// SPDX-License-Identifier: GPL-3.0-or-later
// Which folder is to be watched, and whether what lies in it already comes in, too. Says how much that is: it is looked
// up beside the window.
#pragma once

#include "ui/basics/jobs.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace countercheck::ui {

class WatchForm : public QDialog {
    Q_OBJECT
public:
    explicit WatchForm(QWidget* parent = nullptr);

signals:
    void chosen(const QString& folder, bool alsoPresent);

private:
    void choose();
    void look();
    void go();

    QLineEdit* folder_;
    QCheckBox* present_;
    QLabel* lies_;
    QLabel* wrong_;
    QPushButton* watch_;
    Jobs looking_;
};

} // namespace countercheck::ui
