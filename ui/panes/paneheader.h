// SPDX-License-Identifier: GPL-3.0-or-later
// The head of a pane: "A · AFP", how the article came about (original, derived, independent), and in a second line its
// date, capture and hash. Long names are cut short and shown whole in the tooltip. It is the handle for moving the
// pane: by dragging it, by its menu (the button "⋯" or the context menu), and by keys (Alt+Shift+Left and Right).
#pragma once

#include "core/dossier/dossier.h"
#include "ui/panes/articleview.h"

#include <QWidget>

class QAction;
class QHBoxLayout;
class QLabel;
class QMenu;
class QToolButton;

namespace countercheck::ui {

/// "original", "derived from A · 81 %", "same text as A", "shares a source with A", "independent"; empty when nothing
/// is known: unknown is never shown as independent.
QString lineagePill(const dossier::Dossier& dossier, std::size_t article);
/// Does it rest on another article of the case?
bool restsOnAnother(const compare::Comparison& comparison, std::size_t article);
/// Date, "not an independent source", repairs, capture, hash, in this order; `view` may be null.
QStringList headerFacts(const dossier::Dossier& dossier, std::size_t article, const ArticleView* view);

/// A line or two of quiet text; what does not fit is cut with an ellipsis.
class ElidedText : public QWidget {
    Q_OBJECT
public:
    explicit ElidedText(int lines, QWidget* parent = nullptr);
    void setText(const QString& text);
    void setLook(const QFont& font, bool quiet);
    void setMostLines(int lines);
    [[nodiscard]] const QString& text() const { return text_; }
    [[nodiscard]] bool cut() const { return cut_; } ///< as last painted
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int layOut(int width, QPainter* painter) const;
    QString text_;
    QFont font_;
    bool quiet_ = true;
    int lines_ = 1;
    mutable bool cut_ = false;
};

class PaneHeader : public QWidget {
    Q_OBJECT

public:
    explicit PaneHeader(QWidget* parent = nullptr);
    void setArticle(const dossier::Dossier& dossier, std::size_t article, const ArticleView* view);
    void setPlace(bool first, bool last); ///< what the menu's moves allow
    void setIndent(int left);             ///< where the column of text begins
    /// Height for this width; the board gives all headers the tallest one's.
    [[nodiscard]] int wantedHeight(int width) const;
    [[nodiscard]] QMenu* menu() const { return menu_; }
    [[nodiscard]] QToolButton* menuButton() const { return more_; }
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString pill() const;
    [[nodiscard]] QString facts() const;
    [[nodiscard]] bool markedAsReference() const { return isReference_; }

signals:
    void hideRequested();
    void moveRequested(int step); ///< -1: left
    void referenceRequested(bool on);
    void editRequested();
    void changesRequested(); ///< between this version and the others
    void removeRequested();
    void dragStarted();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    /// Too narrow for name and pills in one line: then the pills have a line of their own, and the name stays whole.
    [[nodiscard]] bool pillsBelow(int width) const;
    void placePills();

    ElidedText* title_;
    QLabel* pill_;
    QLabel* reference_;
    ElidedText* facts_;
    QToolButton* more_;
    QMenu* menu_;
    QHBoxLayout *row_, *pills_;
    QAction *left_, *right_, *makeReference_, *changes_;
    bool isReference_ = false;
    QPoint pressedAt_;
    int indent_ = 16;
    bool below_ = false;
};

} // namespace countercheck::ui
