// SPDX-License-Identifier: GPL-3.0-or-later
// The hands of ArticleText: mouse, wheel, keys, caret and selection.
#include "ui/panes/articletext.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QDateTime>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollBar>
#include <QTextBoundaryFinder>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <functional>

namespace countercheck::ui {

// --- Mouse ---

qsizetype ArticleText::offsetAt(QPoint viewportPoint) {
    return flow_.offsetAt(QPointF(viewportPoint) - origin());
}

std::vector<int> ArticleText::marksUnder(QPoint viewportPoint) {
    if (!view_)
        return {};
    const qsizetype at = offsetAt(viewportPoint);
    std::vector<int> near = marksAt(marks_, at);
    for (const int mark : marksAt(marks_, at - 1)) {
        if (std::find(near.begin(), near.end(), mark) == near.end())
            near.push_back(mark);
    }
    const QPointF point = QPointF(viewportPoint) - origin();
    std::erase_if(near, [&](int mark) {
        const auto rects = flow_.fragments(marks_[static_cast<std::size_t>(mark)].range);
        return std::none_of(rects.begin(), rects.end(),
                            [&](const QRectF& rect) { return rect.adjusted(-3, -2, 3, 3).contains(point); });
    });
    return near;
}

void ArticleText::setHover(int mark) {
    if (hover_ == mark)
        return;
    hover_ = mark;
    viewport()->setCursor(mark >= 0 ? Qt::PointingHandCursor : Qt::IBeamCursor);
    viewport()->update();
}

void ArticleText::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) {
        QAbstractScrollArea::mousePressEvent(event);
        return;
    }
    pressed_ = true;
    dragged_ = false;
    byKeyboard_ = false;
    pressedAt_ = event->position().toPoint();
    if (const int fold = flow_.foldPillAt(event->position() - origin()); fold >= 0) {
        pressed_ = false;
        toggleFold(fold);
        return;
    }
    const bool third = QDateTime::currentMSecsSinceEpoch() - doubleClickedAt_ < QApplication::doubleClickInterval() &&
                       !dragWords_.empty();
    if (third) {
        byParagraph_ = true;
        dragWords_ = paragraphAround(offsetAt(pressedAt_));
        select(dragWords_);
        dragged_ = true;
        return;
    }
    dragWords_ = {};
    byParagraph_ = false;
    setCaret(offsetAt(pressedAt_), event->modifiers() & Qt::ShiftModifier, false);
    dragged_ = event->modifiers() & Qt::ShiftModifier;
}

void ArticleText::mouseDoubleClickEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton)
        return;
    doubleClickedAt_ = QDateTime::currentMSecsSinceEpoch();
    pressed_ = true;
    dragged_ = true; // selecting a word does not activate the mark a second time
    byParagraph_ = false;
    dragWords_ = wordAround(offsetAt(event->position().toPoint()));
    select(dragWords_);
}

void ArticleText::mouseMoveEvent(QMouseEvent* event) {
    const QPoint at = event->position().toPoint();
    if (!pressed_) {
        const std::vector<int> under = marksUnder(at);
        setHover(under.empty() ? -1 : under.front());
        if (under.empty())
            viewport()->setCursor(flow_.foldPillAt(QPointF(at) - origin()) >= 0 ? Qt::PointingHandCursor
                                                                                : Qt::IBeamCursor);
        return;
    }
    if (!dragged_ && (at - pressedAt_).manhattanLength() < QApplication::startDragDistance())
        return;
    dragged_ = true;
    if (at.y() < 0)
        verticalScrollBar()->setValue(verticalScrollBar()->value() + std::max(-60, at.y()));
    else if (at.y() > viewport()->height())
        verticalScrollBar()->setValue(verticalScrollBar()->value() + std::min(60, at.y() - viewport()->height()));
    const qsizetype offset = offsetAt(at);
    if (dragWords_.empty()) {
        setCaret(offset, true, false);
        return;
    }
    const Range unit = byParagraph_ ? paragraphAround(offset) : wordAround(offset);
    if (offset < dragWords_.begin) {
        anchor_ = dragWords_.end;
        setCaret(unit.begin, true, false);
    } else {
        anchor_ = dragWords_.begin;
        setCaret(std::max(unit.end, dragWords_.end), true, false);
    }
}

void ArticleText::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() == Qt::MiddleButton || !pressed_)
        return;
    pressed_ = false;
    if (QClipboard* clipboard = QApplication::clipboard(); clipboard->supportsSelection() && !selection().empty())
        clipboard->setText(selectedText(), QClipboard::Selection);
    if (dragged_)
        return;
    const std::vector<int> under = marksUnder(event->position().toPoint());
    if (under.empty())
        return;
    // Where several lie over one another, clicking again goes from one to the next.
    const auto current = std::find_if(under.begin(), under.end(), [&](int mark) {
        return marks_[static_cast<std::size_t>(mark)].question == selectedQuestion_;
    });
    const bool another = current != under.end() && current + 1 != under.end();
    emit markActivated(another ? *(current + 1) : under.front());
}

void ArticleText::wheelEvent(QWheelEvent* event) {
    if (event->modifiers() & Qt::ControlModifier) {
        wheelRest_ += event->angleDelta().y();
        if (const int steps = wheelRest_ / 120; steps != 0) {
            wheelRest_ -= steps * 120;
            emit zoomRequested(steps);
        }
        event->accept();
        return;
    }
    if (std::abs(event->angleDelta().x()) > std::abs(event->angleDelta().y())) {
        event->ignore(); // sideways: the board's business
        return;
    }
    QAbstractScrollArea::wheelEvent(event);
    event->accept();
}

void ArticleText::contextMenuEvent(QContextMenuEvent* event) {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    auto* copyAction = menu->addAction(tr("&Copy"), QKeySequence::Copy, this, &ArticleText::copy);
    copyAction->setEnabled(!selection().empty());
    menu->addAction(tr("Select &all"), QKeySequence::SelectAll, this, &ArticleText::selectAll);
    if (!flow_.folds().empty()) {
        const bool open = std::any_of(flow_.folds().begin(), flow_.folds().end(), [](const auto& f) { return f.open; });
        menu->addSeparator();
        menu->addAction(open ? tr("&Hide what was left out") : tr("Show what was &left out"), this, [this, open] {
            for (std::size_t i = 0; i < flow_.folds().size(); ++i)
                if (flow_.folds()[i].open == open)
                    toggleFold(static_cast<int>(i));
        });
    }
    std::vector<int> marks =
        event->reason() == QContextMenuEvent::Keyboard ? std::vector<int>() : marksUnder(event->pos());
    if (event->reason() == QContextMenuEvent::Keyboard)
        marks = marksAtCaret();
    emit menuRequested(menu, marks);
    menu->popup(event->globalPos());
}

bool ArticleText::viewportEvent(QEvent* event) {
    if (event->type() == QEvent::Leave)
        setHover(-1);
    if (event->type() != QEvent::ToolTip || !view_)
        return QAbstractScrollArea::viewportEvent(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    QStringList lines;
    const std::vector<int> under = marksUnder(help->pos());
    for (const int mark : under) {
        if (tip_)
            lines += tip_(mark);
    }
    if (lines.isEmpty()) {
        const qsizetype at = offsetAt(help->pos());
        for (const ShownRepair& repair : view_->repairs()) {
            if (repair.range.contains(at) || (at > 0 && repair.range.contains(at - 1)))
                lines += tr("Repaired. As captured: <b>%1</b>").arg(repair.captured.left(120).toHtmlEscaped());
        }
    }
    if (lines.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), lines.join(QStringLiteral("<hr>")), viewport());
    return true;
}

// --- Caret and keys ---

Range ArticleText::selection() const {
    return {std::min(anchor_, caret_), std::max(anchor_, caret_)};
}

QString ArticleText::selectedText() const {
    const Range chosen = selection();
    return view_ ? view_->text().mid(chosen.begin, chosen.end - chosen.begin) : QString();
}

void ArticleText::setCaret(qsizetype offset, bool keepAnchor, bool scroll) {
    const qsizetype size = view_ ? view_->text().size() : 0;
    const Range before = selection();
    caret_ = std::clamp<qsizetype>(offset, 0, size);
    if (!keepAnchor) // a selection runs over what is folded, a caret opens it
        reveal({caret_, caret_});
    if (!keepAnchor)
        anchor_ = caret_;
    focusMark_ = -1;
    goal_ = -1;
    if (scroll)
        ensureVisible({caret_, caret_});
    caretMoved(!(before == selection()));
}

void ArticleText::select(Range range) {
    setCaret(range.begin, false, false);
    setCaret(range.end, true, false);
}

void ArticleText::caretMoved(bool selectionMoved) {
    viewport()->update();
    if (!QAccessible::isActive())
        return;
    if (selectionMoved) {
        const Range chosen = selection();
        QAccessibleTextSelectionEvent event(this, static_cast<int>(chosen.begin), static_cast<int>(chosen.end));
        event.setCursorPosition(static_cast<int>(caret_));
        QAccessible::updateAccessibility(&event);
    }
    QAccessibleTextCursorEvent event(this, static_cast<int>(caret_));
    QAccessible::updateAccessibility(&event);
}

QRectF ArticleText::rectOf(Range range) {
    if (range.empty())
        return flow_.caretAt(range.begin).translated(origin());
    const auto rects = flow_.fragments(range);
    return rects.empty() ? flow_.caretAt(range.begin).translated(origin()) : rects.front().translated(origin());
}

void ArticleText::ensureVisible(Range range) {
    reveal(range);
    const QRectF rect = rectOf(range);
    updateRange();
    const qreal margin = std::min<qreal>(flow_.lineAdvance(), viewport()->height() / 4.0);
    if (rect.top() < margin)
        scrollToContent(scrollTop() + rect.top() - margin);
    else if (rect.bottom() > viewport()->height() - margin)
        scrollToContent(scrollTop() + rect.bottom() - viewport()->height() + margin);
}

std::vector<int> ArticleText::marksAtCaret() const {
    return focusMark_ >= 0 ? std::vector<int>{focusMark_} : marksAt(marks_, caret_);
}

void ArticleText::copy() {
    if (!selection().empty())
        QApplication::clipboard()->setText(selectedText());
}

void ArticleText::selectAll() {
    if (view_)
        select({0, view_->text().size()});
}

bool ArticleText::goToMark(bool forward) {
    const auto stop = [&](int i) {
        const Mark& mark = marks_[static_cast<std::size_t>(i)];
        return mark.status.has_value() || mark.question == selectedQuestion_;
    };
    const int count = static_cast<int>(marks_.size());
    int at = focusMark_;
    if (at < 0) { // from the caret
        const auto behind =
            std::find_if(marks_.begin(), marks_.end(), [&](const Mark& mark) { return mark.range.begin >= caret_; });
        at = static_cast<int>(behind - marks_.begin()) - (forward ? 1 : 0);
    }
    do {
        at += forward ? 1 : -1;
    } while (at >= 0 && at < count && !stop(at));
    if (at < 0 || at >= count)
        return false;
    const Range range = marks_[static_cast<std::size_t>(at)].range;
    setCaret(range.begin, false, false);
    focusMark_ = at;
    ensureVisible(range);
    if (line_) {
        setAccessibleDescription(line_(at));
        if (QAccessible::isActive()) {
            QAccessibleEvent event(this, QAccessible::DescriptionChanged);
            QAccessible::updateAccessibility(&event);
        }
    }
    viewport()->update();
    return true;
}

bool ArticleText::focusNextPrevChild(bool next) {
    if (hasFocus() && goToMark(next))
        return true;
    return QAbstractScrollArea::focusNextPrevChild(next);
}

qsizetype ArticleText::wordMove(qsizetype from, bool forward) const {
    const QString& text = view_->text();
    QTextBoundaryFinder finder(QTextBoundaryFinder::Word, text);
    finder.setPosition(from);
    qsizetype at = from;
    do {
        at = forward ? finder.toNextBoundary() : finder.toPreviousBoundary();
    } while (at > 0 && at < text.size() && !(finder.boundaryReasons() & QTextBoundaryFinder::StartOfItem));
    return at < 0 ? (forward ? text.size() : 0) : at;
}

Range ArticleText::wordAround(qsizetype at) const {
    if (!view_ || view_->text().isEmpty())
        return {};
    const QString& text = view_->text();
    // A copy of the paragraph only: the finder reads all that it is given.
    const Range paragraph = paragraphAround(at);
    const QString words = text.mid(paragraph.begin, paragraph.end - paragraph.begin);
    QTextBoundaryFinder finder(QTextBoundaryFinder::Word, words);
    finder.setPosition(std::min(at - paragraph.begin, words.size()));
    qsizetype begin = finder.isAtBoundary() && at < paragraph.end ? at - paragraph.begin : finder.toPreviousBoundary();
    begin = std::max<qsizetype>(0, begin);
    finder.setPosition(begin);
    const qsizetype end = finder.toNextBoundary();
    return {paragraph.begin + begin, paragraph.begin + (end < 0 ? words.size() : end)};
}

Range ArticleText::paragraphAround(qsizetype at) const {
    if (!view_)
        return {};
    const QString& text = view_->text();
    at = std::clamp<qsizetype>(at, 0, text.size());
    const qsizetype before = at == 0 ? -1 : text.lastIndexOf(u'\n', at - 1);
    const qsizetype after = text.indexOf(u'\n', at);
    return {before + 1, after < 0 ? text.size() : after};
}

void ArticleText::keyPressEvent(QKeyEvent* event) {
    if (!view_) {
        QAbstractScrollArea::keyPressEvent(event);
        return;
    }
    byKeyboard_ = true;
    const QString& text = view_->text();
    const auto character = [&](bool forward) {
        const int piece = flow_.pieceAt(caret_);
        if (piece < 0)
            return caret_;
        flow_.layOut(piece);
        const auto& p = flow_.pieces()[static_cast<std::size_t>(piece)];
        const auto local = static_cast<int>(caret_ - p.range.begin);
        if (forward ? caret_ >= p.range.end : local <= 0)
            return caret_ + (forward ? 1 : -1);
        return p.range.begin +
               (forward ? p.layout->nextCursorPosition(local) : p.layout->previousCursorPosition(local));
    };
    const auto vertical = [&](int lines, bool keep) {
        qreal goal = goal_;
        setCaret(flow_.lineMove(caret_, lines, goal), keep);
        goal_ = goal;
    };
    const auto lineEdge = [&](bool end) {
        const Range line = flow_.lineAround(caret_);
        if (!end)
            return line.begin;
        const bool paragraphEnds = line.end >= text.size() || text[line.end] == u'\n';
        return paragraphEnds ? line.end : line.end - 1;
    };
    const int page = std::max(1, static_cast<int>(viewport()->height() / flow_.lineAdvance()) - 2);
    using Keys = QKeySequence;
    const std::pair<std::pair<Keys::StandardKey, Keys::StandardKey>, std::function<void(bool)>> moves[] = {
        {{Keys::MoveToNextChar, Keys::SelectNextChar}, [&](bool keep) { setCaret(character(true), keep); }},
        {{Keys::MoveToPreviousChar, Keys::SelectPreviousChar}, [&](bool keep) { setCaret(character(false), keep); }},
        {{Keys::MoveToNextWord, Keys::SelectNextWord}, [&](bool keep) { setCaret(wordMove(caret_, true), keep); }},
        {{Keys::MoveToPreviousWord, Keys::SelectPreviousWord},
         [&](bool keep) { setCaret(wordMove(caret_, false), keep); }},
        {{Keys::MoveToNextLine, Keys::SelectNextLine}, [&](bool keep) { vertical(1, keep); }},
        {{Keys::MoveToPreviousLine, Keys::SelectPreviousLine}, [&](bool keep) { vertical(-1, keep); }},
        {{Keys::MoveToNextPage, Keys::SelectNextPage}, [&](bool keep) { vertical(page, keep); }},
        {{Keys::MoveToPreviousPage, Keys::SelectPreviousPage}, [&](bool keep) { vertical(-page, keep); }},
        {{Keys::MoveToStartOfLine, Keys::SelectStartOfLine}, [&](bool keep) { setCaret(lineEdge(false), keep); }},
        {{Keys::MoveToEndOfLine, Keys::SelectEndOfLine}, [&](bool keep) { setCaret(lineEdge(true), keep); }},
        {{Keys::MoveToStartOfBlock, Keys::SelectStartOfBlock},
         [&](bool keep) { setCaret(paragraphAround(caret_).begin, keep); }},
        {{Keys::MoveToEndOfBlock, Keys::SelectEndOfBlock},
         [&](bool keep) { setCaret(paragraphAround(caret_).end, keep); }},
        {{Keys::MoveToStartOfDocument, Keys::SelectStartOfDocument}, [&](bool keep) { setCaret(0, keep); }},
        {{Keys::MoveToEndOfDocument, Keys::SelectEndOfDocument}, [&](bool keep) { setCaret(text.size(), keep); }},
    };
    for (const auto& [keys, move] : moves) {
        const bool keep = event->matches(keys.second);
        if (keep || event->matches(keys.first)) {
            move(keep);
            event->accept();
            return;
        }
    }
    if (event->matches(Keys::Copy)) {
        copy();
    } else if (event->matches(Keys::SelectAll)) {
        selectAll();
    } else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) &&
               !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier))) {
        const std::vector<int> here = marksAt(marks_, caret_);
        if (focusMark_ >= 0)
            emit markActivated(focusMark_);
        else if (!here.empty())
            emit markActivated(here.front());
        else if (const int fold = flow_.foldOf(caret_); fold >= 0)
            toggleFold(fold);
    } else if (event->key() == Qt::Key_Space && !event->modifiers()) {
        verticalScrollBar()->triggerAction(QAbstractSlider::SliderPageStepAdd);
    } else if (event->key() == Qt::Key_Escape && !selection().empty()) {
        setCaret(caret_);
    } else {
        event->ignore();
    }
}

void ArticleText::focusInEvent(QFocusEvent* event) {
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
    emit focused();
}

void ArticleText::focusOutEvent(QFocusEvent* event) {
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

void ArticleText::changeEvent(QEvent* event) {
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
        viewport()->update();
}

} // namespace countercheck::ui
