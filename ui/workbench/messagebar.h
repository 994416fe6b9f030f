// SPDX-License-Identifier: GPL-3.0-or-later
// One clear message across the top of the window's work area: what went wrong, where, and what to do. It stays until it
// is closed (Escape or its button) and never stands in the way of the work. Notices go by themselves.
#pragma once

#include <QElapsedTimer>
#include <QFrame>
#include <QTimer>

#include <functional>

class QLabel;
class QToolButton;

namespace countercheck::ui {

class MessageBar : public QFrame {
    Q_OBJECT
public:
    explicit MessageBar(QWidget* parent = nullptr);
    void showProblem(const QString& message);
    void showNotice(const QString& message);
    /// What the window waits for; stays until dismissHint(), in the place of anything else.
    void showHint(const QString& message);
    void dismissHint();
    void dismiss();
    /// Offers something to do about the message that is shown now; gone with it. Nothing happens when none is shown.
    void offer(const QString& words, std::function<void()> then);
    [[nodiscard]] QString message() const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void display(const QString& message, bool problem);
    QLabel* words_;
    QToolButton* offer_;
    QToolButton* close_;
    std::function<void()> then_;
    QTimer timer_;
    QElapsedTimer since_; ///< the last problem
    bool problem_ = false, hint_ = false;
};

} // namespace countercheck::ui
