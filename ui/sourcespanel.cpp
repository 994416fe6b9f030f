// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sourcespanel.h"

#include "ui/explanation.h"
#include "ui/theme.h"
#include "ui/words.h"

#include <QHBoxLayout>
#include <QHelpEvent>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>
#include <QScrollArea>
#include <QToolTip>
#include <QVBoxLayout>

#include <algorithm>
#include <set>

namespace countercheck::ui {

using compare::LineageKind;

namespace {
constexpr int rowHeight = 34, boxHeight = 21, margin = 12, top = 4;

QFont boxFont() {
    return interfaceFont(8);
}
} // namespace

std::size_t independentOrigins(const dossier::Dossier& dossier) {
    const auto& origin = dossier.comparison.origin;
    std::set<std::uint32_t> origins;
    std::size_t unknown = 0;
    for (std::size_t i = 0; i < dossier.articles.size(); ++i) {
        if (i < origin.size())
            origins.insert(origin[i]);
        else
            ++unknown;
    }
    return origins.size() + unknown;
}

LineageGraph::LineageGraph(QWidget* parent) : QWidget(parent) {
    setAccessibleName(tr("Which article rests on which"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void LineageGraph::setSnapshot(const dossier::Snapshot& snapshot) {
    boxes_.clear();
    curves_.clear();
    const auto& dossier = *snapshot;
    const auto& comparison = dossier.comparison;
    std::vector<std::size_t> boxOf(dossier.articles.size(), dossier.articles.size());
    QStringList sentences;

    const auto parentOf = [&](std::uint32_t article) -> const compare::Lineage* {
        const compare::Lineage* nearest = nullptr;
        for (const auto& lineage : comparison.lineage)
            if (lineage.b == article && lineage.a < dossier.articles.size() &&
                lineage.kind != LineageKind::SharedSource && (!nearest || lineage.similarity > nearest->similarity))
                nearest = &lineage;
        return nearest;
    };
    const auto put = [&](std::uint32_t article, int column, int row) {
        boxOf[article] = boxes_.size();
        Box box;
        box.article = article;
        box.label = articleLetter(article) + QStringLiteral(" · ") + articleName(dossier.articles[article]);
        box.column = column;
        box.row = row;
        box.filled = column == 0;
        boxes_.push_back(box);
    };
    // Originals at the left, one a row; what was written from them at the right, beside and below.
    int leftRow = 0, rightRow = 0;
    for (std::uint32_t i = 0; i < dossier.articles.size(); ++i) {
        if (parentOf(i))
            continue;
        put(i, 0, leftRow);
        rightRow = std::max(rightRow, leftRow);
        for (std::uint32_t j = 0; j < dossier.articles.size(); ++j)
            if (const auto* parent = parentOf(j); parent && parent->a == i)
                put(j, 1, rightRow++);
        ++leftRow;
    }
    for (std::uint32_t i = 0; i < dossier.articles.size(); ++i)
        if (boxOf[i] == dossier.articles.size())
            put(i, 1, rightRow++); // written from a derived one
    rows_ = std::max(leftRow, rightRow);

    for (const auto& lineage : comparison.lineage) {
        if (lineage.a >= dossier.articles.size() || lineage.b >= dossier.articles.size())
            continue;
        const auto* parent = parentOf(lineage.b);
        if (lineage.kind != LineageKind::SharedSource && parent != &lineage)
            continue; // only the nearest one is drawn
        Curve curve;
        curve.from = boxOf[lineage.a];
        curve.to = boxOf[lineage.b];
        const QString degree = QLocale().toString(lineage.similarity, 'f', 2);
        curve.label = lineage.similarity <= 0 ? tr("derived ✎") // nothing was measured: a person says so
                      : lineage.kind == LineageKind::Derived  ? tr("derived %1").arg(degree)
                      : lineage.kind == LineageKind::SameText ? tr("same text %1").arg(degree)
                                                              : tr("shared %1").arg(degree);
        curve.explanation = explanation(lineage.explanation);
        curve.directed = lineage.kind != LineageKind::SharedSource;
        curves_.push_back(curve);
        sentences << tr("%1 and %2: %3. %4")
                         .arg(boxes_[curve.from].label, boxes_[curve.to].label, curve.label, curve.explanation);
    }
    for (const Box& box : boxes_)
        if (box.filled)
            sentences << tr("%1 is independent as far as the texts show.").arg(box.label);
    spoken_ = sentences.join(u'\n');
    setAccessibleDescription(spoken_);
    updateGeometry();
    resize(width(), sizeHint().height());
    update();
}

QSize LineageGraph::sizeHint() const {
    return {200, std::max(1, rows_) * rowHeight + top + 8};
}

QRectF LineageGraph::rectOf(const Box& box) const {
    const qreal inner = width() - 2 * margin;
    const bool twoColumns = std::any_of(boxes_.begin(), boxes_.end(), [](const Box& b) { return b.column == 1; });
    const qreal widest = twoColumns ? inner * 0.45 : inner;
    const qreal own = std::min<qreal>(widest, QFontMetricsF(boxFont()).horizontalAdvance(box.label) + 18);
    const qreal x = box.column == 0 ? margin : margin + inner - own;
    return {x, static_cast<qreal>(top + box.row * rowHeight) + (box.column == 1 ? 15 : 2), own, boxHeight};
}

void LineageGraph::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(boxFont());
    const QFontMetricsF metrics(boxFont());
    for (const Curve& curve : curves_) {
        const QRectF from = rectOf(boxes_[curve.from]), to = rectOf(boxes_[curve.to]);
        const bool sideways = boxes_[curve.from].column != boxes_[curve.to].column;
        const QPointF start(from.right(), from.center().y());
        const QPointF end(sideways ? to.left() : to.right(), to.center().y());
        // From column to column an S; within a column an arc beside the boxes.
        const qreal bend = sideways ? (end.x() - start.x()) / 2 : std::max(start.x(), end.x()) + 26;
        QPainterPath path(start);
        if (sideways)
            path.cubicTo(start + QPointF(bend, 0), end - QPointF(bend, 0), end);
        else
            path.cubicTo(QPointF(bend, start.y()), QPointF(bend, end.y()), end);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(theme.quiet, 1.2, curve.directed ? Qt::SolidLine : Qt::DashLine));
        painter.drawPath(path);
        // Above the box that it leads to, or beside the arc.
        const QPointF middle = path.pointAtPercent(0.5);
        const qreal room = sideways ? width() - 2 * margin - from.width() - 10 : width() - middle.x() - margin - 4;
        const QString label = metrics.elidedText(curve.label, Qt::ElideRight, room);
        QRectF words(0, to.top() - metrics.height() - 1, metrics.horizontalAdvance(label) + 4, metrics.height());
        if (sideways)
            words.moveRight(to.right());
        else
            words.moveTopLeft(middle + QPointF(4, -metrics.height() / 2));
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.surface);
        painter.drawRect(words);
        painter.setPen(theme.quiet);
        painter.drawText(words, Qt::AlignRight | Qt::AlignVCenter, label);
    }
    for (const Box& box : boxes_) {
        const QRectF rect = rectOf(box).adjusted(0.5, 0.5, -0.5, -0.5);
        painter.setPen(QPen(box.filled ? theme.accent : theme.quiet, 1));
        painter.setBrush(box.filled ? theme.selection : theme.surface);
        painter.drawRoundedRect(rect, 5, 5);
        painter.setPen(theme.text);
        painter.drawText(rect.adjusted(8, 0, -8, 0), Qt::AlignCenter,
                         metrics.elidedText(box.label, Qt::ElideRight, rect.width() - 14));
    }
}

bool LineageGraph::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        for (std::size_t i = 0; i < boxes_.size(); ++i) {
            if (!rectOf(boxes_[i]).contains(help->pos()))
                continue;
            QStringList lines{boxes_[i].label};
            for (const Curve& curve : curves_)
                if (curve.from == i || curve.to == i)
                    lines << curve.label +
                                 (curve.explanation.isEmpty() ? QString() : QStringLiteral(": ") + curve.explanation);
            if (lines.size() == 1)
                lines << tr("independent");
            QToolTip::showText(help->globalPos(), lines.join(u'\n'), this);
            return true;
        }
        QToolTip::hideText();
        return true;
    }
    return QWidget::event(event);
}

SourcesPanel::SourcesPanel(QWidget* parent) : QWidget(parent) {
    setAccessibleName(tr("Sources"));
    auto* heading = new QLabel(tr("Sources"));
    heading->setFont(interfaceFont(9.5, QFont::DemiBold));
    count_ = new QLabel;
    count_->setProperty("role", "quiet");
    count_->setFont(interfaceFont(8.5));
    count_->setObjectName(QStringLiteral("Number of sources"));
    graph_ = new LineageGraph;
    scroll_ = new QScrollArea;
    scroll_->setWidget(graph_);
    scroll_->setWidgetResizable(true);
    scroll_->setFrameShape(QFrame::NoFrame);
    scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll_->setFocusPolicy(Qt::NoFocus);
    mark_ = new QPushButton(QStringLiteral("✎"));
    mark_->setProperty("link", true);
    mark_->setFont(interfaceFont(9));
    mark_->setCursor(Qt::PointingHandCursor);
    mark_->setAccessibleName(tr("Mark articles as derived or independent"));
    connect(mark_, &QPushButton::clicked, this, &SourcesPanel::lineageRequested);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(12, 8, 12, 4);
    row->addWidget(heading);
    row->addStretch();
    row->addWidget(count_);
    row->addWidget(mark_);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 6);
    all->setSpacing(0);
    all->addLayout(row);
    all->addWidget(scroll_, 1);
}

void SourcesPanel::setSnapshot(const dossier::Snapshot& snapshot) {
    const auto articles = snapshot->articles.size();
    count_->setText(articles == 0 ? tr("none yet")
                                  : counted(articles, tr("1 article"), tr("%1 articles")) + QStringLiteral(" · ") +
                                        tr("%1 independent").arg(independentOrigins(*snapshot)));
    graph_->setSnapshot(snapshot);
    mark_->setEnabled(articles > 1);
    mark_->setToolTip(articles > 1 ? mark_->accessibleName() : tr("It takes two articles."));
}

} // namespace countercheck::ui
