// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/connectors.h"
#include "ui/panes/articlepane.h"
#include "ui/panes/articletext.h"
#include "ui/theme.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cstdlib>

namespace countercheck::ui {

namespace {

constexpr std::size_t mostCurves = 6;  ///< between two panes; the gravest stay
constexpr std::size_t mostNumbers = 3; ///< pairs that no curve joins

std::optional<compare::RelationKind> relationBetween(const compare::Question& question, int a, int b) {
    std::optional<compare::RelationKind> gravest;
    for (const compare::Relation& relation : question.relations) {
        const bool same = (static_cast<int>(relation.a) == a && static_cast<int>(relation.b) == b) ||
                          (static_cast<int>(relation.a) == b && static_cast<int>(relation.b) == a);
        if (same && gravity(relation.kind) < gravity(gravest))
            gravest = relation.kind;
    }
    return gravest;
}

/// Where the gravest relation holds only between panes that are no neighbours, no curve shows it: numbers do.
void numberGravest(const compare::Question& question, const std::vector<std::vector<TwinPlace>>& twins, int number,
                   std::vector<ConnectorPlan::Badge>& badges) {
    if (question.relations.empty() || question.relations.front().kind == compare::RelationKind::Agreement)
        return;
    const auto placeOf = [&](std::uint32_t claim) -> std::optional<std::pair<int, int>> {
        for (std::size_t pane = 0; pane < twins.size(); ++pane) {
            for (const TwinPlace& twin : twins[pane]) {
                if (twin.claim == static_cast<int>(claim))
                    return std::pair(static_cast<int>(pane), twin.mark);
            }
        }
        return std::nullopt;
    };
    std::vector<ConnectorPlan::Badge> found;
    for (const compare::Relation& relation : question.relations) {
        if (relation.kind != question.relations.front().kind)
            break; // gravest first
        const auto a = placeOf(relation.a);
        const auto b = placeOf(relation.b);
        if (!a || !b)
            continue;
        if (std::abs(a->first - b->first) <= 1)
            return; // seen within one pane, or joined by a curve
        const auto has = [&](const std::pair<int, int>& place) {
            return std::any_of(badges.begin(), badges.end(), [&](const ConnectorPlan::Badge& badge) {
                return badge.pane == place.first && badge.mark == place.second;
            });
        };
        if (has(*a) && has(*b))
            continue;
        if (found.size() < 2 * mostNumbers) {
            ++number;
            found.push_back({a->first, a->second, number});
            found.push_back({b->first, b->second, number});
        }
    }
    badges.insert(badges.end(), found.begin(), found.end());
}

} // namespace

ConnectorPlan planConnectors(const compare::Question& question, const std::vector<std::vector<TwinPlace>>& twins) {
    ConnectorPlan plan;
    plan.edges.resize(twins.size());
    std::vector<int> mentioning;
    for (std::size_t pane = 0; pane < twins.size(); ++pane) {
        for (const TwinPlace& twin : twins[pane]) {
            plan.edges[pane].above += twin.sight == Sight::Above;
            plan.edges[pane].below += twin.sight == Sight::Below;
        }
        if (!twins[pane].empty())
            mentioning.push_back(static_cast<int>(pane));
    }
    int number = 0;
    for (std::size_t i = 1; i < mentioning.size(); ++i) {
        const int left = mentioning[i - 1];
        const int right = mentioning[i];
        const auto& leftTwins = twins[static_cast<std::size_t>(left)];
        const auto& rightTwins = twins[static_cast<std::size_t>(right)];
        if (right - left > 1) {
            ++number;
            plan.badges.push_back({left, leftTwins.front().mark, number});
            plan.badges.push_back({right, rightTwins.front().mark, number});
            continue;
        }
        std::vector<ConnectorPlan::Curve> curves;
        std::vector<ConnectorPlan::Curve> unrelated;
        for (const TwinPlace& a : leftTwins) {
            for (const TwinPlace& b : rightTwins) {
                if (a.sight != Sight::Visible || b.sight != Sight::Visible)
                    continue;
                const auto status = relationBetween(question, a.claim, b.claim);
                (status ? curves : unrelated).push_back({left, a.mark, right, b.mark, status});
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
    numberGravest(question, twins, number, plan.badges);
    return plan;
}

ConnectorOverlay::ConnectorOverlay(QWidget* parent) : QWidget(parent) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_NoSystemBackground);
    setFocusPolicy(Qt::NoFocus);
}

void ConnectorOverlay::setPanes(std::vector<ArticlePane*> panes) {
    panes_ = std::move(panes);
    plan_ = {};
    update();
}

void ConnectorOverlay::setPlan(ConnectorPlan plan) {
    plan_ = std::move(plan);
    update();
}

void ConnectorOverlay::setDropAt(std::optional<int> x) {
    if (dropAt_ == x)
        return;
    dropAt_ = x;
    update();
}

void ConnectorOverlay::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (dropAt_)
        painter.fillRect(QRect(*dropAt_ - 1, 0, 3, height()), theme.accent);
    const auto rectsOf = [&](int pane, int mark) {
        ArticleText* text = panes_[static_cast<std::size_t>(pane)]->text();
        std::vector<QRectF> rects = text->markRects(mark);
        const QPointF shift = text->viewport()->mapTo(parentWidget(), QPoint(0, 0));
        for (QRectF& rect : rects)
            rect = rect.translated(shift).adjusted(-4, -1, 2, 2); // the frame around the words
        return rects;
    };
    std::vector<QPointF> signs;
    for (const ConnectorPlan::Curve& curve : plan_.curves) {
        if (curve.rightPane >= static_cast<int>(panes_.size()))
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
            const ArticleText* text = panes_[static_cast<std::size_t>(pane)]->text();
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
        const QColor ink = theme.mark(curve.status).ink;
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(ink, 1.6, curve.status ? Qt::SolidLine : Qt::DashLine, Qt::RoundCap));
        painter.drawPath(path);
        // The relation's sign where the curve passes from one pane to the other: colour is never the only cue.
        const qreal gutter = panes_[static_cast<std::size_t>(curve.rightPane)]->x() - 0.5;
        const auto pointAt = [&](qreal x) {
            qreal low = 0, high = 1;
            for (int step = 0; step < 24; ++step) {
                const qreal middle = (low + high) / 2;
                (path.pointAtPercent(middle).x() < x ? low : high) = middle;
            }
            return path.pointAtPercent(low);
        };
        QPointF centre = pointAt(gutter);
        for (const qreal aside : {0, -19, 19, -38, 38}) { // signs do not cover one another
            const QPointF place = pointAt(gutter + aside);
            if (std::all_of(signs.begin(), signs.end(),
                            [&](QPointF sign) { return (sign - place).manhattanLength() > 18; })) {
                centre = place;
                break;
            }
        }
        signs.push_back(centre);
        painter.setPen(QPen(ink, 1.3));
        painter.setBrush(theme.surface);
        painter.drawEllipse(centre, 8, 8);
        painter.setPen(ink);
        painter.setFont(interfaceFont(8, QFont::Bold));
        painter.drawText(QRectF(centre.x() - 8, centre.y() - 8, 16, 16), Qt::AlignCenter, statusSign(curve.status));
    }
}

} // namespace countercheck::ui
