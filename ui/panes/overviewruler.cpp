// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/overviewruler.h"
#include "ui/basics/theme.h"
#include "ui/panes/marks.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace countercheck::ui {

std::vector<PlacedTick> placeTicks(const std::vector<Tick>& ticks, qreal contentHeight, int grooveHeight, int apart) {
    std::vector<PlacedTick> out;
    if (grooveHeight <= 0 || contentHeight <= 0)
        return out;
    std::vector<Tick> sorted = ticks;
    std::stable_sort(sorted.begin(), sorted.end(), [](const Tick& a, const Tick& b) { return a.at < b.at; });
    // A text shorter than the pane keeps its scale: a tick stands at the height of its words.
    const qreal scale = std::min(1.0, grooveHeight / contentHeight);
    for (const Tick& tick : sorted) {
        const int y = std::clamp(static_cast<int>(tick.at * scale), 0, grooveHeight - 1);
        if (out.empty() || y - out.back().y >= apart) {
            out.push_back({y, tick, 1});
            continue;
        }
        PlacedTick& held = out.back();
        ++held.shared;
        const bool graver = gravity(tick.status) < gravity(held.tick.status);
        const bool selected = held.tick.selected || tick.selected;
        if (graver)
            held.tick = tick;
        held.tick.selected = selected;
    }
    return out;
}

OverviewRuler::OverviewRuler(QWidget* parent) : QWidget(parent) {
    setFixedWidth(16);
    setMouseTracking(true);
    setAccessibleName(tr("Overview"));
}

void OverviewRuler::setTicks(std::vector<Tick> ticks) {
    ticks_ = std::move(ticks);
    place();
}

void OverviewRuler::setContent(qreal height, qreal visibleTop, qreal visibleHeight) {
    const bool replace = !qFuzzyCompare(height_ + 1, height + 1);
    height_ = height;
    top_ = visibleTop;
    visible_ = visibleHeight;
    if (replace)
        place();
    update();
}

void OverviewRuler::place() {
    placed_.clear();
    update();
}

const std::vector<PlacedTick>& OverviewRuler::placed() const {
    if (placed_.empty() && !ticks_.empty())
        placed_ = placeTicks(ticks_, height_, groove().height());
    return placed_;
}

QRect OverviewRuler::groove() const {
    return {4, 4, 8, std::max(0, height() - 8)};
}

QRectF OverviewRuler::frame() const {
    const QRect strip = groove();
    if (height_ <= visible_ + 1 || height_ <= 0)
        return {};
    const qreal scale = strip.height() / height_;
    const qreal size = std::max(14.0, visible_ * scale);
    const qreal y = strip.top() + std::min(top_ * scale, strip.height() - size);
    return {1.5, y + 0.5, 13, size - 1};
}

void OverviewRuler::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::current();
    QPainter painter(this);
    painter.fillRect(rect(), theme.surface);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRect strip = groove();
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.ruler);
    painter.drawRoundedRect(strip, 3, 3);
    const QRectF box = frame();
    if (box.isValid()) {
        QColor edge = dragging_ || hovered_ ? theme.accent : theme.quiet;
        QColor fill = edge;
        fill.setAlphaF(theme.dark ? 0.14F : 0.06F);
        painter.setBrush(fill);
        edge.setAlphaF(dragging_ || hovered_ ? 1.0F : 0.45F);
        painter.setPen(QPen(edge, 1));
        painter.drawRoundedRect(box, 4, 4);
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (const bool selected : {false, true}) {
        for (const PlacedTick& drawn : placed()) {
            const Tick& tick = drawn.tick;
            if (tick.selected != selected || (!tick.status && !selected))
                continue;
            const int y = strip.top() + drawn.y;
            const QColor ink = theme.mark(tick.status).ink;
            const int left = selected ? 1 : strip.left();
            const int wide = selected ? 14 : strip.width();
            if (selected) // a rim of the surface, so that it stands off its neighbours
                painter.fillRect(left, y - 2, wide, 7, theme.surface);
            if (!tick.status) {
                painter.fillRect(left + wide / 2 - 2, y, 4, 2, ink);
            } else if (*tick.status == compare::RelationKind::Contradiction) {
                painter.fillRect(left, y - 1, wide, 2, ink);
                painter.fillRect(left, y + 2, wide, 2, ink);
            } else if (*tick.status == compare::RelationKind::Discrepancy) {
                const int part = (wide - 2) / 2;
                painter.fillRect(left, y, part, 3, ink);
                painter.fillRect(left + wide - part, y, part, 3, ink);
            } else if (*tick.status == compare::RelationKind::Refinement) {
                for (int x = 0; x + 2 <= wide; x += 3)
                    painter.fillRect(left + x, y, 2, 2, ink);
            } else {
                const int part = selected ? wide : 5;
                painter.fillRect(left + wide - part, y, part, selected ? 2 : 1, ink);
            }
        }
    }
}

const PlacedTick* OverviewRuler::tickNear(int y) const {
    const PlacedTick* best = nullptr;
    for (const PlacedTick& candidate : placed()) {
        if (!candidate.tick.status && !candidate.tick.selected)
            continue;
        const int distance = std::abs(groove().top() + candidate.y + 1 - y);
        if (distance <= 4 && (!best || distance < std::abs(groove().top() + best->y + 1 - y)))
            best = &candidate;
    }
    return best;
}

void OverviewRuler::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton)
        return;
    const int y = event->position().toPoint().y();
    if (const PlacedTick* near = tickNear(y)) {
        emit tickClicked(near->tick.mark);
        return;
    }
    dragging_ = true;
    const QRectF box = frame();
    const qreal scale = groove().height() / std::max(1.0, height_);
    if (box.contains(QPointF(8, y))) {
        grab_ = y - box.top();
    } else {
        grab_ = visible_ * scale / 2;
        emit scrollRequested((y - groove().top() - grab_) / scale);
    }
    update();
}

void OverviewRuler::mouseMoveEvent(QMouseEvent* event) {
    const int y = event->position().toPoint().y();
    if (dragging_) {
        const qreal scale = groove().height() / std::max(1.0, height_);
        emit scrollRequested((y - groove().top() - grab_) / scale);
        return;
    }
    const bool over = tickNear(y) != nullptr;
    setCursor(over ? Qt::PointingHandCursor : Qt::ArrowCursor);
    const bool hovered = frame().contains(event->position());
    if (hovered != hovered_) {
        hovered_ = hovered;
        update();
    }
}

void OverviewRuler::mouseReleaseEvent(QMouseEvent*) {
    dragging_ = false;
    update();
}

void OverviewRuler::wheelEvent(QWheelEvent* event) {
    if (event->modifiers() & Qt::ControlModifier) {
        event->ignore();
        return;
    }
    emit scrollRequested(top_ - event->angleDelta().y());
    event->accept();
}

bool OverviewRuler::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const PlacedTick* near = tickNear(help->pos().y());
        if (near && tip_) {
            QString words = tip_(near->tick.mark);
            if (near->shared > 1)
                words += tr("<hr>and %n more here", nullptr, near->shared - 1);
            QToolTip::showText(help->globalPos(), words, this);
        } else {
            QToolTip::hideText();
        }
        return true;
    }
    if (event->type() == QEvent::Leave && hovered_) {
        hovered_ = false;
        update();
    }
    if (event->type() == QEvent::Resize)
        place();
    return QWidget::event(event);
}

} // namespace countercheck::ui
