// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sourcespanel.h"

#include "ui/drawing.h"
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
#include <QTimer>
#include <QToolTip>
#include <QVBoxLayout>

#include <algorithm>
#include <cstdlib>
#include <vector>

namespace countercheck::ui {

using compare::LineageKind;

namespace {
constexpr qsizetype mostSpoken = 200;         ///< sentences: nobody listens to more
constexpr std::size_t mostDrawnAtOnce = 5000; ///< articles
constexpr int rowHeight = 34, boxHeight = 21, margin = 12, top = 4;

QFont boxFont() {
    return interfaceFont(8);
}
} // namespace

std::size_t independentOrigins(const dossier::Dossier& dossier) {
    const auto& origin = dossier.comparison.origin;
    const std::size_t articles = dossier.articles.size(), known = std::min(articles, origin.size());
    std::vector<std::uint32_t> origins(origin.begin(), origin.begin() + static_cast<std::ptrdiff_t>(known));
    std::sort(origins.begin(), origins.end());
    const auto last = std::unique(origins.begin(), origins.end());
    return static_cast<std::size_t>(last - origins.begin()) + (articles - known);
}

LineageGraph::LineageGraph(QWidget* parent) : QWidget(parent) {
    callChart(this); // before it is named: naming asks what it is
    setAccessibleName(tr("Which article rests on which"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void LineageGraph::setSnapshot(const dossier::Snapshot& snapshot) {
    const bool same = snapshot_ && snapshot_->articles.sharesWith(snapshot->articles) &&
                      snapshot_->comparison.lineage.sharesWith(snapshot->comparison.lineage);
    snapshot_ = snapshot;
    if (same)
        return; // a decision changes nothing here
    boxes_.clear();
    curves_.clear();
    twoColumns_ = false;
    const auto& lineages = snapshot->comparison.lineage.get();
    const std::size_t articles = snapshot->articles.size();
    const auto known = [articles](const compare::Lineage& lineage) {
        return lineage.a < articles && lineage.b < articles;
    };
    // What each rests on, and what rests on each.
    std::vector<const compare::Lineage*> parentOf(articles);
    for (const auto& lineage : lineages) {
        if (!known(lineage) || lineage.kind == LineageKind::SharedSource)
            continue;
        const compare::Lineage*& nearest = parentOf[lineage.b];
        if (!nearest || lineage.similarity > nearest->similarity)
            nearest = &lineage;
    }
    std::vector<std::vector<std::uint32_t>> children(articles);
    for (std::uint32_t i = 0; i < articles; ++i)
        if (parentOf[i])
            children[parentOf[i]->a].push_back(i);
    std::vector<std::size_t> boxOf(articles, articles);
    const auto put = [&](std::uint32_t article, int column, int row) {
        boxOf[article] = boxes_.size();
        boxes_.push_back({article, column, row});
        twoColumns_ = twoColumns_ || column == 1;
    };
    // Originals at the left, one a row; what was written from them at the right, beside and below.
    int leftRow = 0, rightRow = 0;
    for (std::uint32_t i = 0; i < articles; ++i) {
        if (parentOf[i])
            continue;
        put(i, 0, leftRow);
        rightRow = std::max(rightRow, leftRow);
        for (const std::uint32_t child : children[i])
            put(child, 1, rightRow++);
        ++leftRow;
    }
    for (std::uint32_t i = 0; i < articles; ++i)
        if (boxOf[i] == articles)
            put(i, 1, rightRow++); // written from a derived one
    rows_ = std::max(leftRow, rightRow);
    rightOf_.assign(static_cast<std::size_t>(rows_), false);
    for (const Box& box : boxes_)
        if (box.column == 1)
            rightOf_[static_cast<std::size_t>(box.row)] = true;

    for (std::size_t i = 0; i < lineages.size(); ++i) {
        if (!known(lineages[i]) ||
            (lineages[i].kind != LineageKind::SharedSource && parentOf[lineages[i].b] != &lineages[i]))
            continue; // only the nearest one is drawn
        curves_.push_back({boxOf[lineages[i].a], boxOf[lineages[i].b], i});
    }
    QStringList sentences;
    for (const Curve& curve : curves_) {
        if (sentences.size() == mostSpoken)
            break;
        sentences << tr("%1 and %2: %3. %4")
                         .arg(labelOf(boxes_[curve.from]), labelOf(boxes_[curve.to]), labelOf(curve),
                              explanation(lineages[curve.lineage].explanation));
    }
    std::size_t alone = 0;
    for (const Box& box : boxes_) {
        if (box.column != 0)
            continue;
        ++alone;
        if (sentences.size() < mostSpoken)
            sentences << tr("%1 is independent as far as the texts show.").arg(labelOf(box));
    }
    if (curves_.size() + alone > static_cast<std::size_t>(sentences.size()))
        sentences << tr("And %1 more.").arg(curves_.size() + alone - static_cast<std::size_t>(sentences.size()));
    spoken_ = sentences.join(u'\n');
    setAccessibleDescription(spoken_);
    updateGeometry();
    resize(width(), sizeHint().height());
    update();
}

QString LineageGraph::labelOf(const Box& box) const {
    return articleLetter(box.article) + QStringLiteral(" · ") + articleName(snapshot_->articles.get()[box.article]);
}

QString LineageGraph::labelOf(const Curve& curve) const {
    const compare::Lineage& lineage = snapshot_->comparison.lineage.get()[curve.lineage];
    const QString degree = QLocale().toString(lineage.similarity, 'f', 2);
    return lineage.similarity <= 0                 ? tr("derived ✎") // nothing was measured: a person says so
           : lineage.kind == LineageKind::Derived  ? tr("derived %1").arg(degree)
           : lineage.kind == LineageKind::SameText ? tr("same text %1").arg(degree)
                                                   : tr("shared %1").arg(degree);
}

QSize LineageGraph::sizeHint() const {
    return {200, std::max(1, rows_) * rowHeight + top + 8};
}

QRectF LineageGraph::rectOf(const Box& box) const {
    const qreal inner = width() - 2 * margin;
    // Where nothing stands at the right, there is more room; an arc and its words have theirs.
    const bool beside =
        box.column == 1 || (box.row < static_cast<int>(rightOf_.size()) && rightOf_[static_cast<std::size_t>(box.row)]);
    const qreal widest = !twoColumns_ && curves_.empty() ? inner : beside ? inner * 0.45 : inner * 0.6;
    const qreal own = std::min<qreal>(widest, QFontMetricsF(boxFont()).horizontalAdvance(labelOf(box)) + 18);
    const qreal x = box.column == 0 ? margin : margin + inner - own;
    return {x, static_cast<qreal>(top + box.row * rowHeight) + (box.column == 1 ? 15 : 2), own, boxHeight};
}

void LineageGraph::paintEvent(QPaintEvent* event) {
    const Theme& theme = Theme::current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(boxFont());
    const QFontMetricsF metrics(boxFont());
    const int first = (event->rect().top() - top) / rowHeight - 2,
              last = (event->rect().bottom() - top) / rowHeight + 2;
    for (const Curve& curve : curves_) {
        const auto [upper, lower] = std::minmax(boxes_[curve.from].row, boxes_[curve.to].row);
        if (lower < first || upper > last)
            continue;
        const QRectF from = rectOf(boxes_[curve.from]), to = rectOf(boxes_[curve.to]);
        const bool sideways = boxes_[curve.from].column != boxes_[curve.to].column;
        const bool directed = snapshot_->comparison.lineage.get()[curve.lineage].kind != LineageKind::SharedSource;
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
        painter.setPen(QPen(theme.quiet, 1.2, directed ? Qt::SolidLine : Qt::DashLine));
        painter.drawPath(path);
        // Above the box that it leads to, or beside the arc.
        const QPointF middle = path.pointAtPercent(0.5);
        const qreal room = sideways ? width() - 2 * margin - from.width() - 10 : width() - middle.x() - margin - 4;
        const QString label = metrics.elidedText(labelOf(curve), Qt::ElideRight, room);
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
        if (box.row < first || box.row > last)
            continue;
        const QRectF rect = rectOf(box).adjusted(0.5, 0.5, -0.5, -0.5);
        painter.setPen(QPen(box.column == 0 ? theme.accent : theme.quiet, 1));
        painter.setBrush(box.column == 0 ? theme.selection : theme.surface);
        painter.drawRoundedRect(rect, 5, 5);
        painter.setPen(theme.text);
        painter.drawText(rect.adjusted(8, 0, -8, 0), Qt::AlignCenter,
                         metrics.elidedText(labelOf(box), Qt::ElideRight, rect.width() - 14));
    }
}

bool LineageGraph::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        for (std::size_t i = 0; i < boxes_.size(); ++i) {
            if (std::abs(top + boxes_[i].row * rowHeight - help->pos().y()) > 2 * rowHeight ||
                !rectOf(boxes_[i]).contains(help->pos()))
                continue;
            QStringList lines{labelOf(boxes_[i])};
            for (const Curve& curve : curves_) {
                if (curve.from != i && curve.to != i)
                    continue;
                const QString why = explanation(snapshot_->comparison.lineage.get()[curve.lineage].explanation);
                lines << labelOf(curve) + (why.isEmpty() ? QString() : QStringLiteral(": ") + why);
            }
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

int SourcesPanel::wantedHeight() const {
    return layout()->itemAt(0)->sizeHint().height() + graph_->sizeHint().height() +
           layout()->contentsMargins().bottom();
}

void SourcesPanel::setSnapshot(const dossier::Snapshot& snapshot) {
    const auto articles = snapshot->articles.size();
    const bool same = snapshot_ && snapshot_->articles.sharesWith(snapshot->articles) &&
                      snapshot_->comparison.origin == snapshot->comparison.origin;
    snapshot_ = snapshot;
    if (articles <= mostDrawnAtOnce)
        graph_->setSnapshot(snapshot);
    else // when the rest of the window has been shown
        QTimer::singleShot(0, graph_, [this] { graph_->setSnapshot(snapshot_); });
    if (same)
        return;
    count_->setText(articles == 0 ? tr("none yet")
                                  : counted(articles, tr("1 article"), tr("%1 articles")) + QStringLiteral(" · ") +
                                        tr("%1 independent").arg(independentOrigins(*snapshot)));
    mark_->setEnabled(articles > 1);
    mark_->setToolTip(articles > 1 ? mark_->accessibleName() : tr("It takes two articles."));
}

} // namespace countercheck::ui
