// SPDX-License-Identifier: GPL-3.0-or-later
// The middle of the window: the articles of a case side by side, each in its own order and scrolling on its own, with
// the words of the questions marked. One question is selected at a time; its words are framed and joined by connectors.
// Shows a snapshot and asks for edits by signals; it changes no case itself. Hidden articles are listed in a strip.
//
// A case may have a hundred thousand articles. Panes exist as widgets only where somebody looks, with a few neighbours
// and the one in which somebody is at work; the others are a place in the row. What a person did in a pane (scrolled
// to, selected, unfolded) is kept for its article and is there again when its pane comes back.
#pragma once

#include "core/dossier/dossier.h"
#include "ui/panes/spot.h"

#include <QWidget>

#include <memory>
#include <optional>
#include <utility>

class QMenu;
class QMimeData;

namespace countercheck::ui {

class ArticlePane;
struct ConnectorPlan;

class PaneBoard : public QWidget {
    Q_OBJECT

public:
    explicit PaneBoard(QWidget* parent = nullptr);
    ~PaneBoard() override;

    /// Takes a new state of the case. Panes of articles that stay keep their scroll position and caret. Null: no case.
    void setSnapshot(countercheck::dossier::Snapshot snapshot);
    /// Frames the question's words in every pane; nothing clears the selection.
    /// @param bringCounterparts  also scroll every pane so that its first mention stands at about a third of the height
    void selectQuestion(std::optional<countercheck::dossier::QuestionKey> key, bool bringCounterparts = true);
    /// Scrolls every pane's first mention of the selected question to the same height, and flashes it once.
    void bringCounterparts();
    /// Shows these captured bytes of an article, selected, with the keyboard there. False when its pane is hidden.
    bool reveal(const countercheck::dossier::ArticleId& article, countercheck::text::Span words);
    /// Where the caret is in the article that had the keyboard last; nothing when none had it.
    [[nodiscard]] std::optional<Spot> spot() const;
    /// The widget after which Tab enters the panes.
    void setTabAfter(QWidget* before);
    void setTextZoom(qreal factor); ///< 1 is the normal size of article text; kept within 0.5 and 3
    [[nodiscard]] qreal textZoom() const;
    void setReducedMotion(bool reduced); ///< no flash, no animated scrolling
    /// Does the row hold only the articles that answer the selected question? By itself it does when there are more
    /// articles than anybody looks through.
    enum class Gathering { WhenMany, Always, Never };
    void setGathering(Gathering gathering);
    [[nodiscard]] bool gathered() const; ///< does it now?
    void setPanesVisible(int panes);     ///< how many fit side by side; more articles scroll sideways
    void focusNextPane();
    void focusPreviousPane();
    [[nodiscard]] int paneCount() const; ///< articles in the row; hidden ones are not
    /// Null while that pane does not exist: it is far out of view.
    [[nodiscard]] ArticlePane* pane(int index) const;
    [[nodiscard]] int existingPanes() const;          ///< widgets in use
    [[nodiscard]] std::pair<int, int> inView() const; ///< first and last pane of which something is seen
    /// Scrolls sideways until the pane is in view; it exists then. Null for a place that is not in the row.
    ArticlePane* bringPane(int index);
    [[nodiscard]] const ConnectorPlan& connectorPlan() const;

    /// A case of this name is being opened and not here yet; empty: none is.
    void setOpening(const QString& name);

signals:
    /// A mark was clicked, or Enter pressed on it.
    void questionActivated(countercheck::dossier::QuestionKey key);
    /// Hide, show, move or reference: the whole arrangement as it is to be.
    void arrangeRequested(countercheck::dossier::Arrange arrange);
    /// An article's context menu is about to open: whoever knows more to do there adds it.
    void menuRequested(QMenu* menu, const countercheck::ui::Spot& spot);
    void infoEditRequested(countercheck::dossier::ArticleId article);
    void changesRequested(countercheck::dossier::ArticleId article);
    void removeRequested(countercheck::dossier::ArticleId article);
    void filesDropped(QStringList paths);
    void textDropped(QString text);
    void contentDropped(const QMimeData* mime); ///< an address, or text with markup; holds during the call
    void addRequested();
    void openRequested();   ///< a case, from the empty page
    void sampleRequested(); ///< the sample case, from the empty page
    void textZoomChanged(qreal factor);
    void gatheringChosen(bool on); ///< by a person, below the panes

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragMoveEvent(QDragMoveEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    ArticlePane* makePane();
    void connectPane(ArticlePane* pane);
    /// Makes the panes exist that are to, puts aside those that need not, and moves all to where they belong.
    void populate(bool neighbours);
    ArticlePane* arrive(int index);
    void retire(ArticlePane* pane);
    void settlePlace(ArticlePane* pane);
    void placePane(int index, ArticlePane* pane);
    void panesChanged();
    [[nodiscard]] bool inUse(const ArticlePane* pane) const;
    [[nodiscard]] bool inSight(int index) const;
    void findUnhidden();
    bool gather();
    void regather();
    void followArticles();
    void moveToAnchor(std::optional<std::uint32_t> article);
    void fillStrip();
    void layoutPanes();
    void findSelected();
    void findMentions();
    void updateConnectors();
    void activate(ArticlePane* pane, int mark);
    void focusPane(int step);
    void drag(ArticlePane* pane);
    [[nodiscard]] int dropPlace(QPoint at) const;

    struct Parts;
    std::unique_ptr<Parts> parts_;
};

} // namespace countercheck::ui
