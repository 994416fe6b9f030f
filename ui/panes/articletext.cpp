// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/articletext.h"

#include "ui/basics/theme.h"
#include "ui/panes/articleaccessible.h"

#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace countercheck::ui {

namespace {
constexpr qreal topPadding = 14;
constexpr qreal bottomPadding = 48;
constexpr int comfortablePadding = 16, narrowPadding = 12; ///< at both sides of the column
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
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent); // paintEvent() fills all of it
    setMinimumWidth(120);
    flash_.setDuration(700);
    flash_.setStartValue(1.0);
    flash_.setEndValue(0.0);
    connect(&flash_, &QVariantAnimation::valueChanged, viewport(), qOverload<>(&QWidget::update));
}

void ArticleText::setArticle(std::shared_ptr<const ArticleView> view, std::vector<Mark> marks) {
    if (view == view_) {
        const qreal height = flow_.height();
        takeMarks(std::move(marks));
        if (!qFuzzyCompare(height + 1, flow_.height() + 1))
            reflow();
        viewport()->update();
        return;
    }
    view_ = std::move(view);
    flash_.stop();
    focusMark_ = -1;
    caret_ = anchor_ = 0;
    pressed_ = false;
    flow_.setView(view_);
    takeMarks(std::move(marks));
    verticalScrollBar()->setValue(0);
    reflow();
}

void ArticleText::takeMarks(std::vector<Mark> marks) {
    const bool stopped = focusMark_ >= 0;
    marks_ = std::move(marks);
    ++marksTaken_;
    badges_.clear();
    hover_ = focusMark_ = -1;
    for (std::size_t i = 0; stopped && i < marks_.size() && focusMark_ < 0; ++i) {
        if (marks_[i].range.begin == caret_) // an edit of the case does not take the caret's place away
            focusMark_ = static_cast<int>(i);
    }
    std::vector<Range> drawn;
    for (const Mark& mark : marks_) {
        if (mark.status)
            drawn.push_back(mark.range);
    }
    flow_.setRoomAround(std::move(drawn));
}

ArticleText::Place ArticleText::place() {
    Place place;
    place.caret = caret_;
    place.anchor = anchor_;
    if (scrollTop() > 0) {
        place.top = flow_.offsetAt({0, scrollTop() - topPadding});
        place.within = scrollTop() - flow_.caretAt(place.top).top();
    }
    for (std::size_t i = 0; i < flow_.folds().size(); ++i) {
        if (flow_.folds()[i].open)
            place.open.push_back(static_cast<int>(i));
    }
    return place;
}

void ArticleText::setPlace(const Place& place) {
    for (const int fold : place.open) {
        if (fold < static_cast<int>(flow_.folds().size()) && !flow_.folds()[static_cast<std::size_t>(fold)].open)
            toggleFold(fold);
    }
    setCaret(place.anchor, false, false);
    if (place.caret != place.anchor)
        setCaret(place.caret, true, false);
    if (place.top > 0 || place.within != 0)
        scrollToContent(flow_.caretAt(place.top).top() + place.within);
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
    if (qFuzzyCompare(zoom, flow_.zoom()))
        return;
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

// --- Geometry ---

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
    reveal(marks_[static_cast<std::size_t>(mark)].range);
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
    const int sidePadding = viewport()->width() < 260 ? narrowPadding : comfortablePadding;
    const int room = viewport()->width() - 2 * sidePadding;
    const qreal column = std::floor(std::min<qreal>(std::max(room, 40), flow_.measure()));
    columnLeft_ = sidePadding + std::max(0, static_cast<int>((room - column) / 2));
    const bool scrolled = scrollTop() > 0 && flow_.width() > 0;
    const qsizetype top = scrolled ? flow_.offsetAt({0, scrollTop() - topPadding}) : 0;
    const qreal within = scrolled ? scrollTop() - flow_.caretAt(top).top() : 0; // nothing moves when nothing changes
    flow_.setWidth(column);
    verticalScrollBar()->setSingleStep(static_cast<int>(flow_.lineAdvance()));
    updateRange();
    if (scrolled)
        verticalScrollBar()->setValue(static_cast<int>(std::lround(flow_.caretAt(top).top() + within)));
    settle();
    viewport()->update();
    emit viewChanged();
}

void ArticleText::reveal(Range range) {
    if (flow_.reveal(range))
        reflow();
}

void ArticleText::toggleFold(int fold) {
    const bool open = !flow_.folds()[static_cast<std::size_t>(fold)].open;
    if (!open && flow_.foldOf(caret_) == fold) // the caret never stands where nothing is seen
        setCaret(
            flow_.pieces()[static_cast<std::size_t>(flow_.folds()[static_cast<std::size_t>(fold)].first)].range.begin,
            false, false);
    flow_.setFoldOpen(fold, open);
    reflow();
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

// --- Painting ---

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
        if (flow_.hidden(piece))
            continue;
        painter.setPen(piece.setApart ? theme.faint : theme.text);
        const QPointF at = origin() + QPointF(0, piece.top);
        if (!flow_.headOfShut(piece))
            piece.layout->draw(&painter, at, formats, QRectF(event->rect()).adjusted(0, -60, 0, 60));
        if (piece.pillRect.isValid()) {
            const QRectF pill = piece.pillRect.translated(at);
            painter.setPen(QPen(theme.line, 1));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(pill.adjusted(0.5, 0.5, -0.5, -0.5), pill.height() / 2, pill.height() / 2);
            painter.setPen(piece.fold >= 0 ? theme.quiet : theme.faint);
            QFont font = interfaceFont(7.5);
            font.setPointSizeF(7.5 * (pill.height() - 3) / std::max(1.0, QFontMetricsF(font).height()));
            painter.setFont(font);
            const QString words = flow_.pillOf(piece);
            painter.drawText(pill, Qt::AlignCenter,
                             QFontMetricsF(font).elidedText(words, Qt::ElideRight, pill.width() - 8));
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
            if (mark.layer == layer && seen(mark) && mark.question != selectedQuestion_ &&
                (mark.status || mark.person || pointed))
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
        rect = QRectF(rect.left() - 3, std::floor(rect.top()), rect.width() + 4, std::ceil(rect.height()));
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
        if (mark.person) { // what a person made ends in two strokes, whatever its line is like
            painter.setPen(QPen(colours.ink, 1.6, Qt::SolidLine, Qt::FlatCap));
            painter.drawLine(left + QPointF(0, 0.8), left - QPointF(0, 6));
            painter.drawLine(right + QPointF(0, 0.8), right - QPointF(0, 6));
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
    if (mark.person) { // and has a pencil in the margin
        painter.setFont(interfaceFont(8.5));
        painter.setPen(colours.ink);
        const QRectF line = rects.front().translated(origin());
        painter.drawText(QRectF(columnLeft_ - 15, line.top(), 12, line.height()), Qt::AlignCenter, QStringLiteral("✎"));
    }
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

} // namespace countercheck::ui
