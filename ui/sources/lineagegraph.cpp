// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sources/lineagegraph.h"

#include "ui/basics/drawing.h"
#include "ui/basics/explanation.h"
#include "ui/basics/theme.h"
#include "ui/panes/lineageindex.h"
#include "ui/workbench/words.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QScrollArea>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <numeric>

namespace countercheck::ui {

using compare::LineageKind;

namespace {

constexpr qsizetype mostSpoken = 200; ///< sentences: nobody listens to more
constexpr int rowHeight = 34, boxHeight = 21, margin = 12, top = 4, laneWidth = 8, tick = 10, indent = 12;

QFont boxFont() {
    return interfaceFont(8);
}

/// From one point to the next, at right angles, with round corners.
QPainterPath rounded(const QPolygonF& points) {
    QPainterPath path(points.front());
    for (qsizetype i = 1; i + 1 < points.size(); ++i) {
        const QPointF before = points[i] - points[i - 1], after = points[i + 1] - points[i];
        const qreal in = std::hypot(before.x(), before.y()), out = std::hypot(after.x(), after.y());
        const qreal radius = std::min({5.0, in / 2, out / 2});
        if (in <= 0 || out <= 0)
            continue;
        path.lineTo(points[i] - before / in * radius);
        path.quadTo(points[i], points[i] + after / out * radius);
    }
    path.lineTo(points.back());
    return path;
}

} // namespace

LineageGraph::LineageGraph(QWidget* parent) : QWidget(parent) {
    callChart(this); // before it is named: naming asks what it is
    setAccessibleName(tr("Which article rests on which"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMouseTracking(true);
}

void LineageGraph::setSnapshot(const dossier::Snapshot& snapshot, const std::optional<dossier::QuestionKey>& only) {
    const compare::Question* question = only ? findQuestion(*snapshot, *only) : nullptr;
    std::vector<std::uint32_t> shown;
    if (question) {
        shown = articlesBehind(snapshot->comparison, *question);
    } else {
        shown.resize(snapshot->articles.size());
        std::iota(shown.begin(), shown.end(), std::uint32_t{0});
    }
    const bool same = snapshot_ && snapshot_->articles.sharesWith(snapshot->articles) &&
                      snapshot_->comparison.lineage.sharesWith(snapshot->comparison.lineage) && shown_ == shown;
    snapshot_ = snapshot;
    if (same)
        return; // a decision changes nothing here
    shown_ = std::move(shown);
    std::erase_if(shown_, [&](std::uint32_t article) { return article >= snapshot->articles.size(); });
    layout_ = layOutLineage(snapshot->comparison, shown_);
    rightOf_.assign(static_cast<std::size_t>(layout_.rows), false);
    for (const LineageBox& box : layout_.boxes)
        if (box.column == 1)
            rightOf_[static_cast<std::size_t>(box.row)] = true;
    const QFontMetricsF metrics(boxFont());
    besideWidth_ = 60;
    for (const LineageBox& box : layout_.boxes)
        if (box.column == 0 && rightOf_[static_cast<std::size_t>(box.row)])
            besideWidth_ = std::max(besideWidth_, metrics.horizontalAdvance(labelOf(box)) + 18);
    into_.assign(layout_.boxes.size(), {});
    for (std::size_t i = 0; i < layout_.links.size(); ++i)
        into_[layout_.links[i].to].push_back(i);
    current_ = 0;
    setFocusPolicy(layout_.boxes.empty() ? Qt::NoFocus : Qt::StrongFocus);
    say();
    updateGeometry();
    resize(width(), sizeHint().height());
    update();
}

void LineageGraph::say() {
    const auto& lineages = snapshot_->comparison.lineage.get();
    QStringList sentences;
    for (const LineageLink& link : layout_.links) {
        if (sentences.size() == mostSpoken)
            break;
        sentences << tr("%1 and %2: %3. %4")
                         .arg(labelOf(layout_.boxes[link.from]), labelOf(layout_.boxes[link.to]), labelOf(link),
                              explanation(lineages[link.lineage].explanation));
    }
    std::size_t alone = 0;
    for (const LineageBox& box : layout_.boxes) {
        if (box.column != 0)
            continue;
        ++alone;
        if (sentences.size() < mostSpoken)
            sentences << tr("%1 is independent as far as the texts show.").arg(labelOf(box));
    }
    const std::size_t all = layout_.links.size() + alone;
    if (all > static_cast<std::size_t>(sentences.size()))
        sentences << tr("And %1 more.").arg(all - static_cast<std::size_t>(sentences.size()));
    if (layout_.closestOnly)
        sentences << tr("Of what articles share, the closest is drawn; the tool tips have all of it.");
    spoken_ = sentences.join(u'\n');
    setAccessibleDescription(spoken_);
}

QString LineageGraph::labelOf(const LineageBox& box) const {
    return articleLetter(box.article) + QStringLiteral(" · ") + articleName(snapshot_->articles.get()[box.article]);
}

namespace {
QString lineageWord(const compare::Lineage& lineage) {
    const QString degree = QLocale().toString(lineage.similarity, 'f', 2);
    return lineage.similarity <= 0 ? LineageGraph::tr("derived ✎") // nothing was measured: a person says so
           : lineage.kind == LineageKind::Derived  ? LineageGraph::tr("derived %1").arg(degree)
           : lineage.kind == LineageKind::SameText ? LineageGraph::tr("same text %1").arg(degree)
                                                   : LineageGraph::tr("shared %1").arg(degree);
}
} // namespace

QString LineageGraph::labelOf(const LineageLink& link) const {
    return lineageWord(snapshot_->comparison.lineage.get()[link.lineage]);
}

/// What the box is and all that the article has to do with others, drawn or not.
QString LineageGraph::tipOf(std::size_t at) const {
    constexpr qsizetype most = 12;
    const LineageBox& box = layout_.boxes[at];
    const auto& articles = snapshot_->articles.get();
    QStringList lines{labelOf(box)};
    const auto lineages = lineagesOf(snapshot_->comparison, box.article);
    for (const std::uint32_t i : lineages) {
        const compare::Lineage& lineage = snapshot_->comparison.lineage.get()[i];
        const std::uint32_t other = lineage.a == box.article ? lineage.b : lineage.a;
        if (other >= articles.size())
            continue;
        if (lines.size() > most) {
            lines << tr("And %1 more.").arg(lineages.size() - static_cast<std::size_t>(most));
            break;
        }
        const QString why = explanation(lineage.explanation);
        lines << articleLetter(other) + QStringLiteral(" · ") + articleName(articles[other]) + QStringLiteral(": ") +
                     lineageWord(lineage) + (why.isEmpty() ? QString() : QStringLiteral(" — ") + why);
    }
    if (lines.size() == 1)
        lines << tr("independent");
    return lines.join(u'\n');
}

QSize LineageGraph::sizeHint() const {
    return {200, std::max(1, layout_.rows) * rowHeight + top + 8};
}

QRectF LineageGraph::rectOf(const LineageBox& box) const {
    const qreal start = layout_.lanes ? margin + tick + (layout_.lanes - 1) * laneWidth : margin;
    const qreal inner = width() - margin - start, second = start + std::floor(std::min(inner * 0.5, besideWidth_ + 48));
    const bool beside =
        box.row < static_cast<int>(rightOf_.size()) && rightOf_[static_cast<std::size_t>(box.row)] && box.column == 0;
    const qreal x = box.column == 0 ? start : second + std::min(box.depth - 1, 4) * indent;
    const qreal widest = beside ? second - start - 24 : width() - margin - x;
    const qreal own = std::min<qreal>(widest, QFontMetricsF(boxFont()).horizontalAdvance(labelOf(box)) + 18);
    return {x, static_cast<qreal>(top + box.row * rowHeight) + (box.column == 1 ? 15 : 2), own, boxHeight};
}

void LineageGraph::drawLink(QPainter& painter, const LineageLink& link) const {
    const LineageBox &fromBox = layout_.boxes[link.from], &toBox = layout_.boxes[link.to];
    const QRectF from = rectOf(fromBox), to = rectOf(toBox);
    const bool directed = snapshot_->comparison.lineage.get()[link.lineage].kind != LineageKind::SharedSource;
    QPolygonF points;
    if (link.lane >= 0) { // beside the boxes
        const qreal x = from.left() - tick - link.lane * laneWidth + 0.5;
        points = {{from.left(), from.center().y()},
                  {x, from.center().y()},
                  {x, to.center().y()},
                  {to.left(), to.center().y()}};
    } else if (fromBox.column == 0 && toBox.column == 1) { // to the right, in the gap
        const qreal x = std::max(from.right() + 8, to.left() - 12);
        points = {{from.right(), from.center().y()},
                  {x, from.center().y()},
                  {x, to.center().y()},
                  {to.left(), to.center().y()}};
    } else if (fromBox.column == 1 && toBox.column == 0) {
        const qreal x = std::max(to.right() + 8, from.left() - 16);
        points = {{from.left(), from.center().y()},
                  {x, from.center().y()},
                  {x, to.center().y()},
                  {to.right(), to.center().y()}};
    } else if (directed) { // below the one that it was written from
        const qreal x = from.left() + 6;
        points = {{x, from.bottom()}, {x, to.center().y()}, {to.left(), to.center().y()}};
    } else {
        const qreal x = std::min(from.left(), to.left()) - 8;
        points = {{from.left(), from.center().y()},
                  {x, from.center().y()},
                  {x, to.center().y()},
                  {to.left(), to.center().y()}};
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(Theme::current().quiet, 1.2, directed ? Qt::SolidLine : Qt::DashLine));
    painter.drawPath(rounded(points));
}

/// What leads to the box, above it.
void LineageGraph::drawLabels(QPainter& painter, std::size_t at) const {
    if (into_[at].empty())
        return;
    QStringList words;
    for (const std::size_t link : into_[at])
        words << labelOf(layout_.links[link]);
    words.removeDuplicates();
    const LineageBox& box = layout_.boxes[at];
    const QRectF rect = rectOf(box);
    const QFontMetricsF metrics(painter.font());
    const bool crowded = box.column == 0 && box.row > 0 && rightOf_[static_cast<std::size_t>(box.row) - 1];
    const qreal end = crowded ? width() / 2.0 : width() - margin;
    const QString label = metrics.elidedText(words.join(QStringLiteral(", ")), Qt::ElideRight, end - rect.left());
    painter.setPen(Theme::current().quiet);
    painter.drawText(QPointF(rect.left() + 2, rect.top() - metrics.descent() - 0.5), label);
}

void LineageGraph::paintEvent(QPaintEvent* event) {
    const Theme& theme = Theme::current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(boxFont());
    const QFontMetricsF metrics(boxFont());
    const int first = (event->rect().top() - top) / rowHeight - 2,
              last = (event->rect().bottom() - top) / rowHeight + 2;
    for (const LineageLink& link : layout_.links) {
        const auto [upper, lower] = std::minmax(layout_.boxes[link.from].row, layout_.boxes[link.to].row);
        if (lower >= first && upper <= last)
            drawLink(painter, link);
    }
    for (std::size_t i = 0; i < layout_.boxes.size(); ++i) {
        const LineageBox& box = layout_.boxes[i];
        if (box.row < first || box.row > last)
            continue;
        drawLabels(painter, i);
        const QRectF rect = rectOf(box).adjusted(0.5, 0.5, -0.5, -0.5);
        painter.setPen(QPen(box.column == 0 ? theme.accent : theme.quiet, 1));
        painter.setBrush(box.column == 0 ? theme.selection : theme.surface);
        painter.drawRoundedRect(rect, 5, 5);
        if (hasFocus() && i == current_) {
            painter.setPen(QPen(theme.accent, 2));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(rect.adjusted(-2, -2, 2, 2), 7, 7);
        }
        painter.setPen(theme.text);
        painter.drawText(rect.adjusted(8, 0, -8, 0), Qt::AlignCenter,
                         metrics.elidedText(labelOf(box), Qt::ElideRight, rect.width() - 14));
    }
}

std::size_t LineageGraph::boxAt(const QPoint& point) const {
    for (std::size_t i = 0; i < layout_.boxes.size(); ++i)
        if (std::abs(top + layout_.boxes[i].row * rowHeight - point.y()) <= 2 * rowHeight &&
            rectOf(layout_.boxes[i]).contains(point))
            return i;
    return layout_.boxes.size();
}

void LineageGraph::setCurrent(std::size_t box) {
    if (box >= layout_.boxes.size())
        return;
    current_ = box;
    setAccessibleName(tr("Which article rests on which: %1").arg(tipOf(box)));
    for (QWidget* above = parentWidget(); above; above = above->parentWidget())
        if (auto* area = qobject_cast<QScrollArea*>(above)) {
            const QPoint centre = rectOf(layout_.boxes[box]).center().toPoint();
            area->ensureVisible(centre.x(), centre.y(), 0, rowHeight);
            break;
        }
    update();
}

void LineageGraph::choose(std::size_t box) {
    if (box < layout_.boxes.size())
        emit articleChosen(snapshot_->articles.get()[layout_.boxes[box].article].id);
}

void LineageGraph::mousePressEvent(QMouseEvent* event) {
    const std::size_t box = boxAt(event->position().toPoint());
    if (event->button() != Qt::LeftButton || box >= layout_.boxes.size()) {
        QWidget::mousePressEvent(event);
        return;
    }
    setCurrent(box);
    choose(box);
}

void LineageGraph::mouseMoveEvent(QMouseEvent* event) {
    setCursor(boxAt(event->position().toPoint()) < layout_.boxes.size() ? Qt::PointingHandCursor : Qt::ArrowCursor);
    QWidget::mouseMoveEvent(event);
}

void LineageGraph::keyPressEvent(QKeyEvent* event) {
    if (layout_.boxes.empty()) {
        QWidget::keyPressEvent(event);
        return;
    }
    const std::size_t last = layout_.boxes.size() - 1;
    switch (event->key()) {
    case Qt::Key_Down:
        setCurrent(std::min(current_ + 1, last));
        break;
    case Qt::Key_Up:
        setCurrent(current_ > 0 ? current_ - 1 : 0);
        break;
    case Qt::Key_Home:
        setCurrent(0);
        break;
    case Qt::Key_End:
        setCurrent(last);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        choose(current_);
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

void LineageGraph::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    if (event->reason() != Qt::MouseFocusReason)
        setCurrent(std::min(current_, layout_.boxes.size() - 1));
}

bool LineageGraph::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        if (const std::size_t box = boxAt(help->pos()); box < layout_.boxes.size())
            QToolTip::showText(help->globalPos(), tipOf(box), this);
        else
            QToolTip::hideText();
        return true;
    }
    return QWidget::event(event);
}

} // namespace countercheck::ui
