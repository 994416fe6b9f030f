// SPDX-License-Identifier: GPL-3.0-or-later
// What screen readers get from an ArticleText: the shown text, caret and selection, and for every stretch the marks
// that lie over it as text attributes: background-color and text-underline-style (which AT-SPI knows), and "mark" and
// "question" in words. Announcing marks inside running prose jars, so nothing is spoken unless it is asked for.
#pragma once

#include <QAccessibleWidget>

namespace countercheck::ui {

class ArticleText;

class ArticleAccessible : public QAccessibleWidget, public QAccessibleTextInterface {
public:
    explicit ArticleAccessible(ArticleText* widget);

    void* interface_cast(QAccessible::InterfaceType type) override;
    [[nodiscard]] QAccessible::State state() const override;
    [[nodiscard]] QString text(QAccessible::Text kind) const override;

    void selection(int index, int* begin, int* end) const override;
    [[nodiscard]] int selectionCount() const override;
    void addSelection(int begin, int end) override;
    void removeSelection(int index) override;
    void setSelection(int index, int begin, int end) override;
    [[nodiscard]] int cursorPosition() const override;
    void setCursorPosition(int position) override;
    [[nodiscard]] QString text(int begin, int end) const override;
    [[nodiscard]] int characterCount() const override;
    [[nodiscard]] QRect characterRect(int offset) const override;
    [[nodiscard]] int offsetAtPoint(const QPoint& point) const override;
    void scrollToSubstring(int begin, int end) override;
    QString attributes(int offset, int* begin, int* end) const override;

private:
    [[nodiscard]] ArticleText* article() const;
};

/// Makes Qt use ArticleAccessible for every ArticleText. Calling it again does nothing.
void installArticleAccessibility();

} // namespace countercheck::ui
