// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/connectors.h"
#include "ui/basics/theme.h"
#include "ui/panes/articlepane.h"
#include "ui/panes/articletext.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace countercheck::ui {

namespace {

constexpr std::size_t mostCurves = 6;  ///< between two panes; the gravest stay
constexpr std::size_t mostNumbers = 3; ///< pairs that no curve joins

std::optional<compare::RelationKind> relationBetween(const compare::Question& question, int a, int b) {
    std::optional<compare::RelationKind> gravest;
    for (const compare::Relation& relation : question.relations.get()) {
        const bool same = (static_cast<int>(relation.a) == a && static_cast<int>(relation.b) == b) ||
                          (static_cast<int>(relation.a) == b && static_cast<int>(relation.b) == a);
        if (same && gravity(relation.kind) < gravity(gravest))
            gravest = relation.kind;
    }
    return gravest;
}

/// Where the gravest relation holds only between panes that are no neighbours, no curve shows it: numbers do.
void numberGravest(const compare::Question& question, const std::vector<Mention>& mentions, int number,
                   std::vector<ConnectorPlan::Badge>& badges) {
    if (question.relations.empty() || question.relations.front().kind == compare::RelationKind::Agreement)
        return;
    std::vector<int> paneOf(question.claims.size(), -1);
    for (const Mention& mention : mentions) {
        if (int& pane = paneOf[static_cast<std::size_t>(mention.claim)]; pane < 0)
            pane = mention.pane;
    }
    std::vector<bool> numbered(question.claims.size());
    for (const ConnectorPlan::Badge& badge : badges)
        numbered[static_cast<std::size_t>(badge.claim)] = true;
    std::vector<ConnectorPlan::Badge> found;
    for (const compare::Relation& relation : question.relations.get()) {
        if (relation.kind != question.relations.front().kind)
            break; // gravest first
        if (relation.a >= paneOf.size() || relation.b >= paneOf.size())
            continue;
        const int a = paneOf[relation.a], b = paneOf[relation.b];
        if (a < 0 || b < 0)
            continue;
        if (std::abs(a - b) <= 1)
            return; // seen within one pane, or joined by a curve
        if (numbered[relation.a] && numbered[relation.b])
            continue;
        if (found.size() < 2 * mostNumbers) {
            ++number;
            found.push_back({a, static_cast<int>(relation.a), number});
            found.push_back({b, static_cast<int>(relation.b), number});
        }
    }
    badges.insert(badges.end(), found.begin(), found.end());
}

} // namespace

ConnectorPlan planConnectors(const compare::Question& question, const std::map<int, std::vector<TwinPlace>>& twins) {
    ConnectorPlan plan;
    const std::pair<const int, std::vector<TwinPlace>>* before = nullptr; // the pane to the left
    for (const auto& here : twins) {
        ConnectorPlan::Edge& edge = plan.edges[here.first];
        for (const TwinPlace& twin : here.second) {
            edge.above += twin.sight == Sight::Above;
            edge.below += twin.sight == Sight::Below;
        }
        const auto* left = std::exchange(before, &here);
        if (!left || here.first - left->first > 1)
            continue;
        std::vector<ConnectorPlan::Curve> curves;
        std::vector<ConnectorPlan::Curve> unrelated;
        for (const TwinPlace& a : left->second) {
            for (const TwinPlace& b : here.second) {
                if (a.sight != Sight::Visible || b.sight != Sight::Visible)
                    continue;
                const auto status = relationBetween(question, a.claim, b.claim);
                (status ? curves : unrelated).push_back({left->first, a.mark, here.first, b.mark, status});
            }
        }
        std::stable_sort(curves.begin(), curves.end(),
                         [](const auto& a, const auto& b) { return gravity(a.status) < gravity(b.status); });
        if (curves.size() > mostCurves)
            curves.resize(mostCurves);
        // Claims that a person joined may stand in no relation: one curve then says that they belong together.
        if (curves.empty() && !unrelated.empty())
            curves.push_back(unrelated.front());
        plan.curves.insert(plan.curves.end(), curves.begin(), curves.end());
    }
    return plan;
}

std::vector<ConnectorPlan::Badge> planNumbers(const compare::Question& question, const std::vector<Mention>& mentions) {
    std::vector<ConnectorPlan::Badge> badges;
    int number = 0;
    const Mention* before = nullptr; // the first mention of the pane to the left
    for (const Mention& mention : mentions) {
        if (before && mention.pane == before->pane)
            continue;
        const Mention* left = std::exchange(before, &mention);
        if (!left || mention.pane - left->pane <= 1)
            continue;
        ++number;
        badges.push_back({left->pane, left->claim, number});
        badges.push_back({mention.pane, mention.claim, number});
    }
    numberGravest(question, mentions, number, badges);
    return badges;
}

namespace {
/// The curve between two columns: the point at a place between them. Its control points lie level with its ends.
struct Crossing {
    QPointF from, to;
    qreal reach;
    [[nodiscard]] QPointF at(qreal x) const {
        const auto point = [this](qreal t) {
            const qreal u = 1 - t;
            const qreal a = u * u * u, b = 3 * u * u * t, c = 3 * u * t * t, d = t * t * t;
            return QPointF(a * from.x() + b * (from.x() + reach) + c * (to.x() - reach) + d * to.x(),
                           (a + b) * from.y() + (c + d) * to.y());
        };
        qreal low = 0, high = 1;
        for (int step = 0; step < 24; ++step) {
            const qreal middle = (low + high) / 2;
            (point(middle).x() < x ? low : high) = middle;
        }
        return point(low);
    }
};
} // namespace

ConnectorOverlay::ConnectorOverlay(QWidget* parent) : QWidget(parent) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_NoSystemBackground);
    setFocusPolicy(Qt::NoFocus);
}

void ConnectorOverlay::setPanes(std::map<int, ArticlePane*> panes) {
    panes_ = std::move(panes);
    plan_ = {};
    updateCurves();
}

void ConnectorOverlay::setPlan(ConnectorPlan plan, std::map<int, ArticlePane*> panes) {
    panes_ = std::move(panes);
    plan_ = std::move(plan);
    updateCurves();
}

void ConnectorOverlay::setDropAt(std::optional<int> x) {
    if (dropAt_ == x)
        return;
    dropAt_ = x;
    update();
}

void ConnectorOverlay::updateCurves() {
    QRegion now;
    for (const Drawn& drawn : draw()) {
        // In short pieces: a curve's box as a whole is most of two articles.
        constexpr int pieces = 24;
        QPointF before = drawn.path.pointAtPercent(0);
        for (int i = 1; i <= pieces; ++i) {
            const QPointF point = drawn.path.pointAtPercent(static_cast<qreal>(i) / pieces);
            now += QRectF(before, point).normalized().adjusted(-3, -3, 3, 3).toAlignedRect();
            before = point;
        }
        now += QRectF(drawn.sign.x() - 10, drawn.sign.y() - 10, 20, 20).toAlignedRect();
    }
    if (!now.isEmpty() || !covered_.isEmpty())
        update(covered_ + now);
    covered_ = now;
}

std::vector<ConnectorOverlay::Drawn> ConnectorOverlay::draw() const {
    std::vector<Drawn> curves;
    const auto rectsOf = [&](int pane, int mark) {
        ArticleText* text = panes_.at(pane)->text();
        std::vector<QRectF> rects = text->markRects(mark);
        const QPointF shift = text->viewport()->mapTo(parentWidget(), QPoint(0, 0));
        for (QRectF& rect : rects)
            rect = rect.translated(shift).adjusted(-4, -1, 2, 2); // the frame around the words
        return rects;
    };
    for (const ConnectorPlan::Curve& curve : plan_.curves) {
        if (!panes_.contains(curve.leftPane) || !panes_.contains(curve.rightPane))
            continue;
        const auto lefts = rectsOf(curve.leftPane, curve.leftMark);
        const auto rights = rectsOf(curve.rightPane, curve.rightMark);
        if (lefts.empty() || rights.empty())
            continue;
        const QRectF from = *std::max_element(lefts.begin(), lefts.end(),
                                              [](const QRectF& a, const QRectF& b) { return a.right() < b.right(); });
        const QRectF to = *std::min_element(rights.begin(), rights.end(),
                                            [](const QRectF& a, const QRectF& b) { return a.left() < b.left(); });
        // Along the gap above the line to the edge of the column, a curve through the margin, and along the gap to the
        // words: no line of text is ever struck through.
        const auto edge = [&](int pane, bool right) {
            const ArticleText* text = panes_.at(pane)->text();
            return text->viewport()
                ->mapTo(parentWidget(), QPoint(right ? text->columnRight() : text->columnLeft(), 0))
                .x();
        };
        const QPointF start(from.right() - 3, from.top());
        const QPointF end(to.left() + 3, to.top());
        const qreal leave = std::max<qreal>(start.x(), edge(curve.leftPane, true));
        const qreal arrive = std::min<qreal>(end.x(), edge(curve.rightPane, false));
        const qreal reach = (arrive - leave) * 0.55;
        QPainterPath path(start);
        path.lineTo(leave, start.y());
        path.cubicTo(QPointF(leave + reach, start.y()), QPointF(arrive - reach, end.y()), QPointF(arrive, end.y()));
        path.lineTo(end);
        // The relation's sign where the curve passes from one pane to the other: colour is never the only cue.
        const qreal gutter = panes_.at(curve.rightPane)->x() - 0.5;
        const Crossing across{QPointF(leave, start.y()), QPointF(arrive, end.y()), reach};
        const auto pointAt = [&across](qreal x) { return across.at(x); };
        QPointF centre = pointAt(gutter);
        for (const qreal aside : {0, -19, 19, -38, 38}) { // signs do not cover one another
            const QPointF place = pointAt(gutter + aside);
            if (std::all_of(curves.begin(), curves.end(),
                            [&](const Drawn& other) { return (other.sign - place).manhattanLength() > 18; })) {
                centre = place;
                break;
            }
        }
        curves.push_back({std::move(path), centre, curve.status});
    }
    return curves;
}

void ConnectorOverlay::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (dropAt_)
        painter.fillRect(QRect(*dropAt_ - 1, 0, 3, height()), theme.accent);
    for (const Drawn& drawn : draw()) {
        const QColor ink = theme.mark(drawn.status).ink;
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(ink, 1.6, drawn.status ? Qt::SolidLine : Qt::DashLine, Qt::RoundCap));
        painter.drawPath(drawn.path);
        painter.setPen(QPen(ink, 1.3));
        painter.setBrush(theme.surface);
        painter.drawEllipse(drawn.sign, 8, 8);
        painter.setPen(ink);
        painter.setFont(interfaceFont(8, QFont::Bold));
        painter.drawText(QRectF(drawn.sign.x() - 8, drawn.sign.y() - 8, 16, 16), Qt::AlignCenter,
                         statusSign(drawn.status));
    }
}

} // namespace countercheck::ui
