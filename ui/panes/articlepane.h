// SPDX-License-Identifier: GPL-3.0-or-later
// One article of the board: its head, its text, its overview ruler, the quiet banner "Not mentioned here", and at the
// text's edges the arrows that count what is scrolled out of sight. Knows one article of one snapshot.
#pragma once

#include "core/dossier/dossier.h"
#include "ui/panes/claimindex.h"
#include "ui/panes/connectors.h"
#include "ui/panes/spot.h"

#include <QWidget>

#include <cstdint>
#include <memory>
#include <span>
#include <utility>

class QLabel;
class QToolButton;

namespace countercheck::ui {

class ArticleText;
class ArticleView;
class OverviewRuler;
class PaneHeader;

class ArticlePane : public QWidget {
    Q_OBJECT

public:
    explicit ArticlePane(QWidget* parent = nullptr);

    /// @param claims  those of this article
    void setArticle(dossier::Snapshot snapshot, std::size_t article, std::shared_ptr<const ArticleView> view,
                    std::span<const ClaimIndex::Claim> claims);
    void setSelectedQuestion(int question); ///< -1: none
    void setHeaderHeight(int height);
    void setEdge(ConnectorPlan::Edge edge);
    void setLastInRow(bool last);
    /// Tab goes through the text, the menu button and the arrows, then to the next pane.
    void chainTabs(const ArticlePane* before);

    [[nodiscard]] const dossier::ArticleId& id() const { return id_; }
    [[nodiscard]] std::size_t article() const { return article_; }
    [[nodiscard]] ArticleText* text() const { return text_; }
    [[nodiscard]] PaneHeader* header() const { return header_; }
    [[nodiscard]] OverviewRuler* ruler() const { return ruler_; }
    [[nodiscard]] bool saysNotMentioned() const;
    /// The selected question's marks with where they stand in relation to what is seen.
    [[nodiscard]] std::vector<TwinPlace> twins() const;
    /// The selected words and these marks.
    [[nodiscard]] Spot spot(const std::vector<int>& marks) const;
    /// The nearest mention that is out of sight comes into view.
    void showHidden(bool above);

    [[nodiscard]] QString tipOf(int mark) const;  ///< rich text: sign, word, question, value, who says so
    [[nodiscard]] QString lineOf(int mark) const; ///< the same in one plain line

signals:
    void viewChanged();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void place();
    void updateTicks();

    std::pair<std::uint64_t, int> ticked_{~std::uint64_t{0}, -1}; ///< arrangement and question that the ticks are of
    dossier::Snapshot snapshot_;
    dossier::ArticleId id_;
    std::size_t article_ = 0;
    PaneHeader* header_;
    QLabel* banner_;
    ArticleText* text_;
    OverviewRuler* ruler_;
    QToolButton *above_, *below_;
    int headerHeight_ = 60;
    bool last_ = false;
    bool mentioned_ = true;
};

} // namespace countercheck::ui
