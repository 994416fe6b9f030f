// SPDX-License-Identifier: GPL-3.0-or-later
// What the board shows when there is no article to show: where things can be dropped, and the ways to begin.
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace countercheck::ui {

class EmptyPage : public QWidget {
    Q_OBJECT

public:
    explicit EmptyPage(QWidget* parent = nullptr);
    void setAllHidden(bool hidden);       ///< there are articles, and all of them are hidden
    void setOpening(const QString& name); ///< a case is being opened beside the window; empty: none is
    void focusFirst();

signals:
    void addRequested();
    void showAllRequested();
    void openRequested();
    void sampleRequested();

private:
    void tell();

    bool allHidden_ = false;
    QString opening_;
    QLabel *title_, *hint_, *drop_;
    QPushButton *add_, *show_, *open_, *sample_;
};

} // namespace countercheck::ui
