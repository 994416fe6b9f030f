// SPDX-License-Identifier: GPL-3.0-or-later
// A drawing of which article rests on which: one box an article, filled where it rests on no other; a line leads to the
// one that was written from it, a dashed one joins two that have something from one report. The same in words is in the
// accessible description and in the tool tips. A click or Enter on a box asks for its article.
#pragma once

#include "core/dossier/dossier.h"
#include "ui/sources/lineagelayout.h"

#include <QWidget>

#include <optional>
#include <vector>

namespace countercheck::ui {

class LineageGraph : public QWidget {
    Q_OBJECT
public:
    explicit LineageGraph(QWidget* parent = nullptr);
    /// Of all articles, or of those behind one question.
    void setSnapshot(const dossier::Snapshot& snapshot, const std::optional<dossier::QuestionKey>& only = {});
    [[nodiscard]] QSize sizeHint() const override;
    /// The whole graph in sentences.
    [[nodiscard]] QString spoken() const { return spoken_; }
    [[nodiscard]] const LineageLayout& placed() const { return layout_; }
    [[nodiscard]] QRectF rectOf(const LineageBox& box) const;

signals:
    void articleChosen(const countercheck::dossier::ArticleId& article);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    bool event(QEvent* event) override;

private:
    [[nodiscard]] QString labelOf(const LineageBox& box) const;
    [[nodiscard]] QString labelOf(const LineageLink& link) const;
    [[nodiscard]] QString tipOf(std::size_t box) const;
    [[nodiscard]] std::size_t boxAt(const QPoint& point) const; ///< boxes' number: none
    void drawLink(QPainter& painter, const LineageLink& link) const;
    void drawLabels(QPainter& painter, std::size_t box) const;
    void setCurrent(std::size_t box);
    void choose(std::size_t box);
    void say();
    dossier::Snapshot snapshot_;
    std::vector<std::uint32_t> shown_;
    LineageLayout layout_;
    std::vector<bool> rightOf_;                  ///< does something stand at the right in this row?
    std::vector<std::vector<std::size_t>> into_; ///< the links that lead to each box
    qreal besideWidth_ = 0;                      ///< of boxes at the left with something at the right
    std::size_t current_ = 0;                    ///< the box with the keyboard
    QString spoken_;
};

} // namespace countercheck::ui
