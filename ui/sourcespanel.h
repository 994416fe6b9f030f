// SPDX-License-Identifier: GPL-3.0-or-later
// The left column's lower part: which article rests on which. One box an article; boxes of independent articles are
// filled, a curve leads from an article to the one that was written from it. The same in words is in the accessible
// description and in the tool tips.
#pragma once

#include "core/dossier/dossier.h"

#include <QWidget>

#include <vector>

class QLabel;
class QPushButton;
class QScrollArea;

namespace countercheck::ui {

/// The drawing alone.
class LineageGraph : public QWidget {
    Q_OBJECT
public:
    explicit LineageGraph(QWidget* parent = nullptr);
    void setSnapshot(const dossier::Snapshot& snapshot);
    [[nodiscard]] QSize sizeHint() const override;
    /// The whole graph in sentences.
    [[nodiscard]] QString spoken() const { return spoken_; }

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    struct Box {
        std::uint32_t article = 0;
        int column = 0, row = 0; ///< column 0: it rests on no other
    };
    struct Curve {
        std::size_t from = 0, to = 0; ///< boxes
        std::size_t lineage = 0;      ///< index into Comparison::lineage
    };
    [[nodiscard]] QRectF rectOf(const Box& box) const;
    [[nodiscard]] QString labelOf(const Box& box) const;
    [[nodiscard]] QString labelOf(const Curve& curve) const;
    dossier::Snapshot snapshot_;
    std::vector<Box> boxes_;
    std::vector<Curve> curves_;
    bool twoColumns_ = false;
    std::vector<bool> rightOf_; ///< does something stand at the right in this row?
    QString spoken_;
    int rows_ = 0;
};

class SourcesPanel : public QWidget {
    Q_OBJECT
public:
    explicit SourcesPanel(QWidget* parent = nullptr);
    void setSnapshot(const dossier::Snapshot& snapshot);
    [[nodiscard]] int wantedHeight() const; ///< with which nothing has to be scrolled

signals:
    void lineageRequested(); ///< a person wants to say which article rests on which

private:
    QPushButton* mark_;
    QLabel* count_;
    QScrollArea* scroll_;
    LineageGraph* graph_;
    dossier::Snapshot snapshot_;
};

/// How many origins the articles on show have: those that rest on one another count once.
std::size_t independentOrigins(const dossier::Dossier& dossier);

} // namespace countercheck::ui
