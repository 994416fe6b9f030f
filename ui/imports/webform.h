// SPDX-License-Identifier: GPL-3.0-or-later
// One address of the web, to be fetched once. Says before anything goes out that exactly one request does, and to whom.
// What is wrong is said here; the window stays free meanwhile.
#pragma once

#include <QDialog>

class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace countercheck::ui {

class Workbench;

class WebForm : public QDialog {
    Q_OBJECT
public:
    explicit WebForm(Workbench* workbench, QWidget* parent = nullptr);
    void setAddress(const QString& address);
    void reject() override; ///< and stops what is under way

private:
    void check();
    void go();
    void setBusy(bool busy);
    void sayWrong(const QString& why);
    Workbench* workbench_;
    QLineEdit* address_;
    QLabel* what_;
    QLabel* wrong_;
    QProgressBar* progress_;
    QPushButton* get_;
    QPushButton* cancel_;
    bool busy_ = false;
};

/// The host that a request for this address goes to, and whether it would be encrypted; an empty host: no address yet.
struct WebTarget {
    QString host;
    bool encrypted = true;
};
WebTarget webTarget(const QString& typed);

} // namespace countercheck::ui
