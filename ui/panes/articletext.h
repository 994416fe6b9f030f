// SPDX-License-Identifier: GPL-3.0-or-later
// The reading surface of one article: serif prose with the marks drawn under the words, a caret, selection with mouse
// and keyboard, and a way from mark to mark (Tab, Shift+Tab; Enter activates). It never wraps Tab around: behind the
// last mark the focus goes on. Screen readers get the text through QAccessibleTextInterface, the marks as text
// attributes.
#pragma once

#include "ui/panes/marks.h"
#include "ui/panes/textflow.h"

#include <QAbstractScrollArea>
#include <QVariantAnimation>

#include <functional>

class QMenu;

namespace countercheck::ui {

class ArticleText : public QAbstractScrollArea {
    Q_OBJECT

public:
    explicit ArticleText(QWidget* parent = nullptr);

    /// Another article begins at its top, without a selection; the same one stays as it is, with these marks.
    void setArticle(std::shared_ptr<const ArticleView> view, std::vector<Mark> marks);

    /// Where somebody was in an article: kept while its pane does not exist.
    struct Place {
        qsizetype caret = 0, anchor = 0;
        qsizetype top = 0;     ///< what stands at the upper edge
        qreal within = 0;      ///< and how far it is scrolled out
        std::vector<int> open; ///< folds
        bool operator==(const Place&) const = default;
    };
    [[nodiscard]] Place place();
    void setPlace(const Place& place);
    /// What a mark says, for tooltips (rich text) and for screen readers (one line).
    void setDescriptions(std::function<QString(int mark)> tip, std::function<QString(int mark)> line);
    void setSelectedQuestion(int question); ///< index into Comparison::questions; -1: none
    void setZoom(qreal zoom);
    void setReducedMotion(bool reduced) { reducedMotion_ = reduced; }
    /// Numbers shown at a mark, for twins in panes that are no neighbours. Replaces those before.
    void setBadges(std::vector<std::pair<int, int>> markAndNumber);

    [[nodiscard]] const ArticleView* view() const { return view_.get(); }
    [[nodiscard]] QString shownText() const { return view_ ? view_->text() : QString(); }
    [[nodiscard]] const std::vector<Mark>& marks() const { return marks_; }
    [[nodiscard]] int selectedQuestion() const { return selectedQuestion_; }
    [[nodiscard]] std::vector<int> marksOfSelected() const; ///< in order of place
    [[nodiscard]] QString lineOf(int mark) const { return line_ ? line_(mark) : QString(); }
    [[nodiscard]] int markUnderCaret() const { return focusMark_; } ///< where Tab stopped; -1: none

    [[nodiscard]] std::vector<int> marksAtCaret() const; ///< the one where Tab stopped, else all that hold the caret

    // Geometry. Content coordinates have the scrolled page's top left as origin, viewport ones what is seen.
    /// Another number whenever marks may be others or stand elsewhere than before; scrolling moves none.
    [[nodiscard]] std::uint64_t arrangement() const { return flow_.arrangement() + marksTaken_; }
    [[nodiscard]] qreal contentHeight() const;
    [[nodiscard]] qreal scrollTop() const;
    [[nodiscard]] qreal roughTopOfMark(int mark) const;    ///< content; exact where it is laid out
    [[nodiscard]] std::vector<QRectF> markRects(int mark); ///< viewport
    [[nodiscard]] int columnLeft() const { return columnLeft_; }
    [[nodiscard]] int columnRight() const { return columnLeft_ + static_cast<int>(flow_.width()); }
    void scrollToContent(qreal top);
    /// Scrolls so that the mark's first line stands at this height of the viewport, as far as the text's ends allow.
    void bringMark(int mark, qreal height);
    /// Shows what a fold hides of this range.
    void reveal(Range range);
    void toggleFold(int fold);
    [[nodiscard]] const TextFlow& flow() const { return flow_; }
    void flashSelected(); ///< nothing under reduced motion

    // Caret and selection, in offsets of the shown text.
    [[nodiscard]] qsizetype caret() const { return caret_; }
    [[nodiscard]] Range selection() const;
    [[nodiscard]] QString selectedText() const;
    void setCaret(qsizetype offset, bool keepAnchor = false, bool scroll = true);
    void select(Range range);
    [[nodiscard]] QRectF rectOf(Range range); ///< viewport, the first line of it
    [[nodiscard]] qsizetype offsetAt(QPoint viewportPoint);
    void ensureVisible(Range range);
    /// To the next (or previous) drawn mark from the caret; false when there is none.
    bool goToMark(bool forward);

public slots:
    void copy();
    void selectAll();

signals:
    void markActivated(int mark);
    void viewChanged(); ///< scrolled, laid out anew, or resized
    void zoomRequested(int steps);
    void focused();
    /// A context menu is about to open over these marks, gravest first.
    void menuRequested(QMenu* menu, const std::vector<int>& marks);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    bool focusNextPrevChild(bool next) override;
    [[nodiscard]] QSize sizeHint() const override { return {380, 480}; }

private:
    void takeMarks(std::vector<Mark> marks);
    void reflow();
    void updateRange();
    void settle(); ///< lays out what is visible without moving it
    void paintMarks(QPainter& painter, Range visible);
    void paintMark(QPainter& painter, const Mark& mark, int index, bool selected, bool hovered);
    [[nodiscard]] QPointF origin() const; ///< of the column, in the viewport
    [[nodiscard]] std::vector<int> marksUnder(QPoint viewportPoint);
    void setHover(int mark);
    void caretMoved(bool selectionMoved);
    [[nodiscard]] qsizetype wordMove(qsizetype from, bool forward) const;
    [[nodiscard]] Range wordAround(qsizetype at) const;
    [[nodiscard]] Range paragraphAround(qsizetype at) const;

    std::shared_ptr<const ArticleView> view_;
    TextFlow flow_;
    std::vector<Mark> marks_;
    std::uint64_t marksTaken_ = 0; ///< how often; numbers grow, so that their sum is never one that was
    std::vector<std::pair<int, int>> badges_;
    std::function<QString(int)> tip_, line_;
    int selectedQuestion_ = -1;
    int hover_ = -1, focusMark_ = -1;
    int columnLeft_ = 16;
    qsizetype caret_ = 0, anchor_ = 0;
    qreal goal_ = -1;
    Range dragWords_; ///< what a double or triple click took, while the button is held
    bool pressed_ = false, dragged_ = false, reducedMotion_ = false, byKeyboard_ = false;
    bool byParagraph_ = false;
    QPoint pressedAt_;
    qint64 doubleClickedAt_ = 0;
    QVariantAnimation flash_;
    int wheelRest_ = 0;
};

} // namespace countercheck::ui
