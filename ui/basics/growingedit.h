// SPDX-License-Identifier: GPL-3.0-or-later
// A text field that is as tall as its text (within bounds), leaves with Tab, and says when a person is done with it.
#pragma once

#include <QPlainTextEdit>

namespace countercheck::ui {

class GrowingEdit : public QPlainTextEdit {
    Q_OBJECT
public:
    GrowingEdit(int leastLines, int mostLines, QWidget* parent = nullptr);
    /// Shows `text` as what is kept; what was typed before is gone.
    void setKept(const QString& text);
    /// Has a person typed something that is not kept yet?
    [[nodiscard]] bool dirty() const { return toPlainText() != kept_; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

signals:
    void left(QWidget* to); ///< the keyboard focus went elsewhere in this window
    void dirtyChanged();

protected:
    bool event(QEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    int leastLines_, mostLines_;
    QString kept_;
};

} // namespace countercheck::ui
