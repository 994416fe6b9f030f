// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/articletext.h"

#include "ui/panes/articleaccessible.h"
#include "ui/theme.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QDateTime>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>
#include <QTextBoundaryFinder>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace countercheck::ui {

namespace {
constexpr qreal topPadding = 14;
constexpr qreal bottomPadding = 48;
constexpr int sidePadding = 16;
} // namespace

ArticleText::ArticleText(QWidget* parent) : QAbstractScrollArea(parent) {
    installArticleAccessibility();
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // the overview ruler is the scroll bar
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setMouseTracking(true);
    viewport()->setCursor(Qt::IBeamCursor);
    viewport()->setAutoFillBackground(false);
    setMinimumWidth(120);
    flash_.setDuration(700);
    flash_.setStartValue(1.0);
    flash_.setEndValue(0.0);
    connect(&flash_, &QVariantAnimation::valueChanged, viewport(), qOverload<>(&QWidget::update));
}

void ArticleText::setView(std::shared_ptr<const ArticleView> view) {
    if (view == view_)
        return;
    view_ = std::move(view);
    marks_.clear();
    badges_.clear();
    hover_ = focusMark_ = -1;
    caret_ = anchor_ = 0;
    flow_.setView(view_);
    reflow();
    verticalScrollBar()->setValue(0);
}

void ArticleText::setMarks(std::vector<Mark> marks) {
    const bool stopped = focusMark_ >= 0;
    marks_ = std::move(marks);
    badges_.clear();
    hover_ = focusMark_ = -1;
    for (std::size_t i = 0; stopped && i < marks_.size() && focusMark_ < 0; ++i) {
        if (marks_[i].range.begin == caret_) // an edit of the case does not take the caret's place away
            focusMark_ = static_cast<int>(i);
    }
    viewport()->update();
}

void ArticleText::setDescriptions(std::function<QString(int)> tip, std::function<QString(int)> line) {
    tip_ = std::move(tip);
    line_ = std::move(line);
}

void ArticleText::setSelectedQuestion(int question) {
    if (selectedQuestion_ == question)
        return;
    selectedQuestion_ = question;
    flash_.stop();
    viewport()->update();
}

void ArticleText::setBadges(std::vector<std::pair<int, int>> markAndNumber) {
    if (badges_ == markAndNumber)
        return;
    badges_ = std::move(markAndNumber);
    viewport()->update();
}

void ArticleText::setZoom(qreal zoom) {
    const qsizetype top = flow_.offsetAt({0, scrollTop() - topPadding});
    const bool scrolled = scrollTop() > 0;
    flow_.setZoom(zoom);
    reflow();
    if (scrolled)
        scrollToContent(flow_.caretAt(top).top() + topPadding);
}

std::vector<int> ArticleText::marksOfSelected() const {
    std::vector<int> found;
    for (std::size_t i = 0; i < marks_.size() && selectedQuestion_ >= 0; ++i) {
        if (marks_[i].question == selectedQuestion_)
            found.push_back(static_cast<int>(i));
    }
    return found;
}

// --- Geometry
// ---------------------------------------------------------------------------------------------------------

qreal ArticleText::contentHeight() const {
    return topPadding + flow_.height() + bottomPadding;
}

qreal ArticleText::scrollTop() const {
    return verticalScrollBar()->value();
}

QPointF ArticleText::origin() const {
    return {static_cast<qreal>(columnLeft_), topPadding - scrollTop()};
}

qreal ArticleText::roughTopOfMark(int mark) const {
    return topPadding + flow_.roughTop(marks_[static_cast<std::size_t>(mark)].range.begin);
}

std::vector<QRectF> ArticleText::markRects(int mark) {
    std::vector<QRectF> rects = flow_.fragments(marks_[static_cast<std::size_t>(mark)].range);
    updateRange();
    for (QRectF& rect : rects)
        rect.translate(origin());
    return rects;
}

void ArticleText::scrollToContent(qreal top) {
    settle();
    verticalScrollBar()->setValue(static_cast<int>(std::lround(top)));
    settle();
}

void ArticleText::bringMark(int mark, qreal height) {
    // Laying out what comes into view may shift the mark: look again until it stays.
    for (int round = 0; round < 4; ++round) {
        const std::vector<QRectF> rects = flow_.fragments(marks_[static_cast<std::size_t>(mark)].range);
        if (rects.empty())
            return;
        updateRange();
        const int value = static_cast<int>(std::lround(rects.front().top() + topPadding - height));
        verticalScrollBar()->setValue(value);
        if (!flow_.layOutBetween(scrollTop() - 200, scrollTop() + viewport()->height() + 200))
            break;
    }
    updateRange();
}

void ArticleText::flashSelected() {
    if (reducedMotion_ || !isVisible())
        return;
    flash_.stop();
    flash_.start();
}

void ArticleText::reflow() {
    const int room = viewport()->width() - 2 * sidePadding;
    const qreal column = std::floor(std::min<qreal>(std::max(room, 40), flow_.measure()));
    columnLeft_ = sidePadding + std::max(0, static_cast<int>((room - column) / 2));
    const bool scrolled = scrollTop() > 0 && flow_.width() > 0;
    const qsizetype top = scrolled ? flow_.offsetAt({0, scrollTop() - topPadding}) : 0;
    flow_.setWidth(column);
    verticalScrollBar()->setSingleStep(static_cast<int>(flow_.lineAdvance()));
    updateRange();
    if (scrolled)
        verticalScrollBar()->setValue(static_cast<int>(flow_.caretAt(top).top() + topPadding));
    settle();
    viewport()->update();
    emit viewChanged();
}

void ArticleText::updateRange() {
    const int page = viewport()->height();
    const int most = std::max(0, static_cast<int>(std::ceil(contentHeight())) - page);
    if (verticalScrollBar()->maximum() == most && verticalScrollBar()->pageStep() == page)
        return;
    verticalScrollBar()->setPageStep(page);
    verticalScrollBar()->setRange(0, most);
}

void ArticleText::settle() {
    if (flow_.pieces().empty() || flow_.width() <= 0)
        return;
    const qreal top = scrollTop() - topPadding;
    const int first = std::max(0, flow_.piecesBetween(top, top + 1).first);
    if (first >= static_cast<int>(flow_.pieces().size()))
        return;
    const qreal before = flow_.pieces()[static_cast<std::size_t>(first)].top;
    if (flow_.layOutBetween(top - 300, top + viewport()->height() + 300)) {
        const qreal shift = flow_.pieces()[static_cast<std::size_t>(first)].top - before;
        updateRange();
        if (std::abs(shift) >= 1)
            verticalScrollBar()->setValue(static_cast<int>(std::lround(scrollTop() + shift)));
        emit viewChanged();
    }
}

void ArticleText::resizeEvent(QResizeEvent*) {
    reflow();
}

void ArticleText::scrollContentsBy(int, int) {
    settle();
    viewport()->update();
    emit viewChanged();
}

// --- Painting
// -----------------------------------------------------------------------------------------------------------

void ArticleText::paintEvent(QPaintEvent* event) {
    const Theme& theme = Theme::current();
    settle();
    QPainter painter(viewport());
    painter.fillRect(event->rect(), theme.surface);
    if (!view_)
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal top = scrollTop() - topPadding + event->rect().top();
    const auto [first, last] = flow_.piecesBetween(top, top + event->rect().height());
    if (last < first)
        return;
    const auto& pieces = flow_.pieces();
    paintMarks(painter,
               {pieces[static_cast<std::size_t>(first)].range.begin, pieces[static_cast<std::size_t>(last)].range.end});

    const Range chosen = selection();
    QTextCharFormat chosenFormat;
    chosenFormat.setBackground(theme.accent);
    chosenFormat.setForeground(theme.onAccent);
    for (int i = first; i <= last; ++i) {
        const TextFlow::Piece& piece = pieces[static_cast<std::size_t>(i)];
        if (!piece.layout)
            continue;
        QList<QTextLayout::FormatRange> formats;
        const qsizetype from = std::max(chosen.begin, piece.range.begin);
        const qsizetype to = std::min(chosen.end, piece.range.end);
        if (from < to) {
            QTextLayout::FormatRange format;
            format.start = static_cast<int>(from - piece.range.begin);
            format.length = static_cast<int>(to - from);
            format.format = chosenFormat;
            formats.push_back(format);
        }
        painter.setPen(piece.setApart ? theme.faint : theme.text);
        const QPointF at = origin() + QPointF(0, piece.top);
        piece.layout->draw(&painter, at, formats, QRectF(event->rect()).adjusted(0, -60, 0, 60));
        if (piece.pillRect.isValid()) {
            const QRectF pill = piece.pillRect.translated(at);
            painter.setPen(QPen(theme.line, 1));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(pill.adjusted(0.5, 0.5, -0.5, -0.5), pill.height() / 2, pill.height() / 2);
            painter.setPen(theme.faint);
            QFont font = interfaceFont(7.5);
            font.setPointSizeF(7.5 * (pill.height() - 3) / std::max(1.0, QFontMetricsF(font).height()));
            painter.setFont(font);
            painter.drawText(pill, Qt::AlignCenter, piece.pill);
        }
    }
    if (hasFocus()) {
        const QRectF caret = flow_.caretAt(caret_).translated(origin());
        painter.fillRect(QRectF(std::round(caret.x()) - 2, caret.y(), 2, caret.height()), theme.accent);
    }
}

void ArticleText::paintMarks(QPainter& painter, Range visible) {
    const auto seen = [&](const Mark& mark) { return mark.range.overlaps(visible); };
    // The second layer lies below the first, the selected ones above both.
    for (const int layer : {1, 0}) {
        for (std::size_t i = 0; i < marks_.size(); ++i) {
            const Mark& mark = marks_[i];
            const bool pointed = static_cast<int>(i) == hover_ || static_cast<int>(i) == focusMark_;
            if (mark.layer == layer && seen(mark) && mark.question != selectedQuestion_ && (mark.status || pointed))
                paintMark(painter, mark, static_cast<int>(i), false, pointed);
        }
    }
    for (std::size_t i = 0; i < marks_.size() && selectedQuestion_ >= 0; ++i) {
        if (marks_[i].question == selectedQuestion_ && seen(marks_[i]))
            paintMark(painter, marks_[i], static_cast<int>(i), true, static_cast<int>(i) == hover_);
    }
}

void ArticleText::paintMark(QPainter& painter, const Mark& mark, int index, bool selected, bool hovered) {
    const Theme& theme = Theme::current();
    const Theme::Mark& colours = theme.mark(mark.status);
    const auto blend = [](const QColor& from, const QColor& to, qreal share) {
        return QColor::fromRgbF(static_cast<float>(from.redF() + (to.redF() - from.redF()) * share),
                                static_cast<float>(from.greenF() + (to.greenF() - from.greenF()) * share),
                                static_cast<float>(from.blueF() + (to.blueF() - from.blueF()) * share));
    };
    QColor underlay = colours.underlay;
    if (hovered)
        underlay = blend(underlay, colours.ink, 0.12);
    if (selected && flash_.state() == QAbstractAnimation::Running)
        underlay = blend(underlay, theme.accent, 0.45 * flash_.currentValue().toReal());
    const qreal drop = mark.layer == 1 && !selected ? 3 : 0;
    const std::vector<QRectF> rects = flow_.fragments(mark.range);
    for (QRectF rect : rects) {
        rect.translate(origin());
        rect = QRectF(rect.left() - 2, std::floor(rect.top()), rect.width() + 4, std::ceil(rect.height()));
        painter.setPen(Qt::NoPen);
        painter.setBrush(underlay);
        painter.drawRoundedRect(rect.adjusted(0, 0, 0, drop), 3.5, 3.5);

        const qreal y = rect.bottom() + drop - 1;
        const QPointF left(rect.left() + 1, y), right(rect.right() - 1, y);
        QPen pen(colours.ink, 1.6, Qt::SolidLine, Qt::FlatCap);
        if (mark.status == compare::RelationKind::Contradiction) {
            pen.setWidthF(1.2);
            painter.setPen(pen);
            painter.drawLine(left - QPointF(0, 2.5), right - QPointF(0, 2.5));
            painter.drawLine(left + QPointF(0, 0.3), right + QPointF(0, 0.3));
        } else if (mark.status == compare::RelationKind::Discrepancy) {
            pen.setDashPattern({3.4, 1.9});
            painter.setPen(pen);
            painter.drawLine(left, right);
        } else if (mark.status == compare::RelationKind::Refinement) {
            pen.setWidthF(1.8);
            pen.setDashPattern({1, 1});
            painter.setPen(pen);
            painter.drawLine(left, right);
        } else if (mark.status == compare::RelationKind::Agreement) {
            pen.setWidthF(1.1);
            painter.setPen(pen);
            painter.drawLine(left, right);
        }
        if (selected) {
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(theme.accent, 2));
            painter.drawRoundedRect(rect.adjusted(-1, -1, 1, 2), 5, 5);
        }
        if (index == focusMark_ && hasFocus()) {
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(theme.text, 1, Qt::DotLine));
            painter.drawRoundedRect(rect.adjusted(-3.5, -3.5, 3.5, 4.5), 6, 6);
        }
    }
    if (rects.empty())
        return;
    const auto chip = [&](const QString& words, const QPointF& centre, const QColor& fill, const QColor& ink) {
        painter.setFont(interfaceFont(7, QFont::DemiBold));
        const qreal w = std::max(14.0, QFontMetricsF(painter.font()).horizontalAdvance(words) + 7);
        const QRectF box(centre.x() - w / 2, centre.y() - 7, w, 14);
        painter.setPen(QPen(theme.surface, 1.5));
        painter.setBrush(fill);
        painter.drawRoundedRect(box, 7, 7);
        painter.setPen(ink);
        painter.drawText(box, Qt::AlignCenter, words);
    };
    if (mark.more > 0)
        chip(QStringLiteral("+%1").arg(mark.more), rects.back().translated(origin()).topRight() + QPointF(5, 0),
             theme.quiet, theme.surface);
    qreal shift = 0;
    for (const auto& [badged, number] : badges_) {
        if (badged == index) {
            chip(QString::number(number), rects.front().translated(origin()).topLeft() + QPointF(shift - 2, -1),
                 theme.accent, theme.onAccent);
            shift += 17;
        }
    }
}

// --- Mouse
// --------------------------------------------------------------------------------------------------------------

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

// --- Caret and keys
// -----------------------------------------------------------------------------------------------------

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
    const QRectF rect = rectOf(range);
    updateRange();
    const qreal margin = std::min<qreal>(flow_.lineAdvance(), viewport()->height() / 4.0);
    if (rect.top() < margin)
        scrollToContent(scrollTop() + rect.top() - margin);
    else if (rect.bottom() > viewport()->height() - margin)
        scrollToContent(scrollTop() + rect.bottom() - viewport()->height() + margin);
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
