// SPDX-License-Identifier: GPL-3.0-or-later
// The strip at a pane's right edge that shows where the whole article's marks are, and the scroll bar in one. Where
// many marks share a pixel the gravest is drawn, so that no conflict is lost behind an agreement; the selected
// question's marks are drawn over all. A tick differs by shape as well as by colour: a double bar, a dashed bar, dots,
// a short line.
#pragma once

#include <QWidget>

#include "core/compare/question.h"

#include <functional>
#include <optional>
#include <vector>

namespace countercheck::ui {

struct Tick {
    qreal at = 0; ///< content coordinate
    std::optional<compare::RelationKind> status;
    bool selected = false;
    int mark = -1;
};

/// What is drawn: one tick a place, in order of place. Ticks nearer than `apart` pixels share a place.
struct PlacedTick {
    int y = 0; ///< pixels from the top of the groove
    Tick tick;
    int shared = 1; ///< ticks that share this place
};
std::vector<PlacedTick> placeTicks(const std::vector<Tick>& ticks, qreal contentHeight, int grooveHeight,
                                   int apart = 3);

class OverviewRuler : public QWidget {
    Q_OBJECT

public:
    explicit OverviewRuler(QWidget* parent = nullptr);
    void setTicks(std::vector<Tick> ticks);
    void setContent(qreal height, qreal visibleTop, qreal visibleHeight);
    void setTip(std::function<QString(int mark)> tip) { tip_ = std::move(tip); }
    [[nodiscard]] QSize sizeHint() const override { return {16, 100}; }

signals:
    void scrollRequested(qreal contentTop); ///< the content coordinate that is to stand at the top
    void tickClicked(int mark);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    bool event(QEvent* event) override;

private:
    [[nodiscard]] QRect groove() const;
    [[nodiscard]] const PlacedTick* tickNear(int y) const;
    [[nodiscard]] QRectF frame() const;
    void place(); ///< anew, when it is next needed
    [[nodiscard]] const std::vector<PlacedTick>& placed() const;

    std::vector<Tick> ticks_;
    mutable std::vector<PlacedTick> placed_;
    std::function<QString(int)> tip_;
    qreal height_ = 0, top_ = 0, visible_ = 0;
    bool dragging_ = false;
    bool hovered_ = false;
    qreal grab_ = 0; ///< where in the frame it was taken
};

} // namespace countercheck::ui
