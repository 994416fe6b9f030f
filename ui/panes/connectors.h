// SPDX-License-Identifier: GPL-3.0-or-later
// What joins the words of the selected question from pane to pane. Neighbours that both show a claim are joined by a
// curve in the colour of their relation; panes with others between them get matching numbers, and so does the gravest
// relation when no neighbours stand in it; what is scrolled out of sight is counted at the pane's edge. The plan is
// plain data, so that its rules can be tested without a window. Most panes of a large case do not exist as widgets.
#pragma once

#include "core/compare/question.h"

#include <QPainterPath>
#include <QRegion>
#include <QWidget>

#include <map>
#include <optional>
#include <vector>

namespace countercheck::ui {

class ArticlePane;

enum class Sight { Visible, Above, Below };

struct TwinPlace {
    int mark = 0;  ///< index into the pane's marks
    int claim = 0; ///< index into Question::claims
    Sight sight = Sight::Visible;
};

/// A claim of the question and the pane in which its article stands, whether that pane exists as a widget or not.
struct Mention {
    int pane = 0;
    int claim = 0; ///< index into Question::claims
};

struct ConnectorPlan {
    struct Curve {
        int leftPane = 0, leftMark = 0, rightPane = 0, rightMark = 0;
        std::optional<compare::RelationKind> status; ///< nothing: no relation between the two was found
        bool operator==(const Curve&) const = default;
    };
    struct Badge {
        int pane = 0, claim = 0, number = 0;
        bool operator==(const Badge&) const = default;
    };
    struct Edge {
        int above = 0, below = 0; ///< mentions out of sight
        bool operator==(const Edge&) const = default;
    };
    std::vector<Curve> curves;
    std::vector<Badge> badges;
    std::map<int, Edge> edges; ///< of the panes that were given
};

/// The curves and edges between panes that exist.
/// @param twins  by pane: the question's marks in order of place
ConnectorPlan planConnectors(const compare::Question& question, const std::map<int, std::vector<TwinPlace>>& twins);

/// The numbers at words that no curve can join, over all panes of the row: they do not depend on what is in view.
/// @param mentions  by pane from the left, then by place
std::vector<ConnectorPlan::Badge> planNumbers(const compare::Question& question, const std::vector<Mention>& mentions);

/// Lies over all panes, lets the mouse through, and draws the curves and where a dragged pane would go.
class ConnectorOverlay : public QWidget {
    Q_OBJECT

public:
    explicit ConnectorOverlay(QWidget* parent);
    void setPanes(std::map<int, ArticlePane*> panes);                    ///< those that exist, by place
    void setPlan(ConnectorPlan plan, std::map<int, ArticlePane*> panes); ///< a plan for these
    void setDropAt(std::optional<int> x);
    [[nodiscard]] const ConnectorPlan& plan() const { return plan_; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Drawn {
        QPainterPath path;
        QPointF sign;
        std::optional<compare::RelationKind> status;
    };
    /// The plan's curves, as the words stand now.
    [[nodiscard]] std::vector<Drawn> draw() const;
    /// Paints where curves were and where they are; nothing else lies on the articles.
    void updateCurves();

    std::map<int, ArticlePane*> panes_;
    ConnectorPlan plan_;
    std::optional<int> dropAt_;
    QRegion covered_; ///< by the curves and signs that were painted last
};

} // namespace countercheck::ui
