// SPDX-License-Identifier: GPL-3.0-or-later
// Which panes of a board exist as widgets, and where they stand.
#include "ui/panes/arrangement.h"
#include "ui/panes/paneboardparts.h"
#include "ui/panes/paneheader.h"

#include <QMenu>

#include <algorithm>
#include <cmath>
#include <utility>

namespace countercheck::ui {

namespace {
constexpr int fewPanes = 8;              ///< a case of so many articles has all its panes at all times
constexpr int neighboursEach = 2;        ///< further panes that exist to the left and to the right of those in view
constexpr std::size_t mostSpare = 6;     ///< widgets that wait for another article
constexpr std::size_t manyArticles = 24; ///< with more of them, those that answer the selected question are gathered
} // namespace

void PaneBoard::findUnhidden() {
    Parts& p = *parts_;
    p.unhidden.clear();
    p.hidden.clear();
    if (!p.snapshot)
        return;
    const auto& articles = p.snapshot->articles.get();
    for (std::uint32_t i = 0; i < articles.size(); ++i)
        (articles[i].hidden ? p.hidden : p.unhidden).push_back(i);
}

/// Which articles stand in the row. True when they are others than before.
bool PaneBoard::gather() {
    Parts& p = *parts_;
    const std::size_t count = p.snapshot ? p.snapshot->articles.size() : 0;
    p.gathered = p.question >= 0 && (p.gathering == Gathering::Always ||
                                     (p.gathering == Gathering::WhenMany && p.unhidden.size() > manyArticles));
    std::vector<std::uint32_t> shown;
    if (p.gathered) {
        const auto& articles = p.snapshot->articles.get();
        const auto& question = p.snapshot->comparison.questions.get()[static_cast<std::size_t>(p.question)];
        for (const auto& claim : question.claims.get())
            if (claim.article < count && !articles[claim.article].hidden)
                shown.push_back(claim.article);
        if (p.asked) {
            const auto asked =
                std::find_if(articles.begin(), articles.end(), [&](const auto& one) { return one.id == p.asked; });
            if (asked != articles.end() && !asked->hidden)
                shown.push_back(static_cast<std::uint32_t>(asked - articles.begin()));
        }
        std::sort(shown.begin(), shown.end());
        shown.erase(std::unique(shown.begin(), shown.end()), shown.end());
        p.gathered = !shown.empty(); // all that answer are hidden: then the others are better than nothing
    }
    if (!p.gathered)
        shown = p.unhidden;
    const bool same = shown == p.shown && p.placeOf.size() == count;
    p.shown = std::move(shown);
    fillStrip();
    if (same)
        return false;
    p.placeOf.assign(count, -1);
    for (int place = 0; place < paneCount(); ++place)
        p.placeOf[p.shown[static_cast<std::size_t>(place)]] = place;
    return true;
}

/// Panes go with their articles to new places; those of articles that are gone are put aside.
void PaneBoard::followArticles() {
    Parts& p = *parts_;
    std::map<int, ArticlePane*> moved;
    std::unordered_map<std::string, ArticlePane*> elsewhere;
    for (const auto& [index, pane] : std::exchange(p.panes, {})) {
        if (index < paneCount() && p.article(index).id == pane->id())
            moved[index] = pane;
        else
            elsewhere[pane->id().sha256] = pane;
    }
    for (int index = 0; index < paneCount() && !elsewhere.empty(); ++index) {
        if (const auto found = elsewhere.find(p.article(index).id.sha256); found != elsewhere.end()) {
            moved[index] = found->second;
            elsewhere.erase(found);
        }
    }
    for (const auto& [id, pane] : elsewhere)
        retire(pane);
    p.panes = std::move(moved);
    p.headerHeight = 0;
    if (!p.snapshot)
        p.kept.clear();
}

/// The row holds other articles than before: what stood at its left edge stands there again, where it is in the row.
void PaneBoard::moveToAnchor(std::optional<std::uint32_t> article) {
    const Parts& p = *parts_;
    const int place = article && *article < p.placeOf.size() ? p.placeOf[*article] : -1;
    p.scroll->horizontalScrollBar()->setValue(p.gathered || place < 0 ? 0 : p.row.left(place));
}

void PaneBoard::fillStrip() {
    const Parts& p = *parts_;
    std::optional<HiddenStrip::Gathered> gathered;
    if (p.question >= 0 && p.unhidden.size() > manyArticles)
        gathered = {p.gathered, p.shown.size(), p.unhidden.size()};
    p.strip->show(p.snapshot.get(), p.hidden, gathered);
}

ArticlePane* PaneBoard::makePane() {
    auto* pane = new ArticlePane(parts_->scroll->viewport());
    connectPane(pane);
    return pane;
}

void PaneBoard::connectPane(ArticlePane* pane) {
    Parts& p = *parts_;
    connect(pane, &ArticlePane::viewChanged, &p.refresh, qOverload<>(&QTimer::start));
    connect(pane->text(), &ArticleText::zoomRequested, this, [this](int steps) {
        setTextZoom(parts_->zoom * std::pow(1.1, steps));
        emit textZoomChanged(parts_->zoom);
    });
    const auto place = [this, pane] {
        return parts_->placeOf.size() > pane->article() ? parts_->placeOf[pane->article()] : -1;
    };
    connect(pane->text(), &ArticleText::focused, this, [this, pane, place] {
        parts_->lastFocused = pane;
        bringPane(place());
    });
    connect(pane->text(), &ArticleText::menuRequested, this, [this, pane](QMenu* menu, const std::vector<int>& marks) {
        parts_->lastFocused = pane;
        emit menuRequested(menu, pane->spot(marks));
    });
    connect(pane->text(), &ArticleText::markActivated, this, [this, pane](int mark) { activate(pane, mark); });
    const PaneHeader* header = pane->header();
    connect(header, &PaneHeader::hideRequested, this,
            [this, pane] { emit arrangeRequested(withHidden(*parts_->snapshot, pane->id(), true)); });
    connect(header, &PaneHeader::moveRequested, this, [this, pane, place](int step) {
        const bool seen = inSight(place());
        const dossier::ArticleId moved = pane->id();
        const int past = place() + step; // the row may hold few of all articles
        if (past < 0 || past >= paneCount())
            return;
        if (const auto arrange = withMovedPast(*parts_->snapshot, moved, parts_->article(past).id, step))
            emit arrangeRequested(*arrange);
        if (seen && pane->id() == moved) // who moves it goes along
            bringPane(place());
    });
    connect(header, &PaneHeader::referenceRequested, this, [this, pane](bool on) {
        emit arrangeRequested(withReference(*parts_->snapshot, on ? std::optional(pane->id()) : std::nullopt));
    });
    connect(header, &PaneHeader::editRequested, this, [this, pane] { emit infoEditRequested(pane->id()); });
    connect(header, &PaneHeader::changesRequested, this, [this, pane] { emit changesRequested(pane->id()); });
    connect(header, &PaneHeader::removeRequested, this, [this, pane] { emit removeRequested(pane->id()); });
    connect(header, &PaneHeader::dragStarted, this, [this, pane] { drag(pane); });
    pane->addActions(pane->header()->menu()->actions());
}

/// Is somebody at work in it? Such a pane exists wherever it is.
bool PaneBoard::inUse(const ArticlePane* pane) const {
    const QWidget* focus = window()->focusWidget();
    return pane == parts_->lastFocused || pane == parts_->dragged || pane->header()->menu()->isVisible() ||
           (focus && pane->isAncestorOf(focus));
}

bool PaneBoard::inSight(int index) const {
    const auto [first, last] = inView();
    return index >= first && index <= last;
}

void PaneBoard::populate(bool neighbours) {
    Parts& p = *parts_;
    const int count = paneCount();
    auto [first, last] = inView();
    const auto [seenFirst, seenLast] = std::pair(first, last);
    if (count <= fewPanes) {
        first = 0;
        last = count - 1;
    } else if (count > 0) {
        first = std::max(0, first - neighboursEach);
        last = std::min(count - 1, last + neighboursEach);
    }
    bool changed = false;
    for (auto it = p.panes.begin(); it != p.panes.end();) {
        if ((it->first >= first && it->first <= last) || inUse(it->second)) {
            ++it;
            continue;
        }
        retire(it->second);
        it = p.panes.erase(it);
        changed = true;
    }
    bool missing = false;
    for (int index = first; index <= last; ++index) {
        const bool seen = index >= seenFirst && index <= seenLast;
        if (p.panes.contains(index))
            continue;
        if (seen || count <= fewPanes || neighbours) {
            arrive(index);
            changed = true;
            neighbours = neighbours && seen; // one neighbour at a time: nobody waits for them
        } else {
            missing = true;
        }
    }
    for (const auto& [index, pane] : p.panes)
        placePane(index, pane);
    if (changed)
        panesChanged();
    if (missing)
        p.neighbours.start();
    p.refresh.start();
}

ArticlePane* PaneBoard::arrive(int index) {
    Parts& p = *parts_;
    ArticlePane* pane = nullptr;
    if (p.spare.empty()) {
        pane = makePane();
    } else {
        pane = p.spare.back();
        p.spare.pop_back();
    }
    p.panes[index] = pane;
    const std::uint32_t article = p.shown[static_cast<std::size_t>(index)];
    pane->text()->setZoom(p.zoom);
    pane->text()->setReducedMotion(p.reducedMotion);
    pane->setHeaderHeight(p.headerHeight);
    placePane(index, pane);
    pane->show(); // takes its size: the text is laid out once
    pane->setArticle(p.snapshot, article, p.views.of(p.snapshot->articles.get()[article]), p.claims.of(article));
    pane->setSelectedQuestion(p.question);
    settlePlace(pane);
    return pane;
}

/// Where somebody was in it, or, when counterparts were brought since then, where the question's words are.
void PaneBoard::settlePlace(ArticlePane* pane) {
    Parts& p = *parts_;
    const auto found = p.kept.find(pane->id().sha256);
    const int round = found != p.kept.end() ? found->second.round : 0;
    const std::vector<int> mentions = pane->text()->marksOfSelected();
    if (found != p.kept.end())
        pane->text()->setPlace(found->second.place);
    if (round < p.round && !mentions.empty() && !p.bringLater) {
        ArticleText* text = pane->text();
        text->bringMark(mentions.front(), p.broughtTo >= 0 ? p.broughtTo : text->viewport()->height() / 3.0);
        if (text->selection().empty())
            text->setCaret(text->marks()[static_cast<std::size_t>(mentions.front())].range.begin, false, false);
    }
}

void PaneBoard::retire(ArticlePane* pane) {
    Parts& p = *parts_;
    const ArticleText::Place place = pane->text()->place();
    if (place == ArticleText::Place{} && p.round == 0)
        p.kept.erase(pane->id().sha256);
    else
        p.kept[pane->id().sha256] = {place, p.round};
    if (p.lastFocused == pane)
        p.lastFocused.clear();
    pane->hide();
    if (p.spare.size() < mostSpare)
        p.spare.push_back(pane);
    else
        pane->deleteLater();
}

void PaneBoard::placePane(int index, ArticlePane* pane) {
    const Parts& p = *parts_;
    const int room = p.scroll->viewport()->width();
    const int width = p.row.right(index) - p.row.left(index);
    // One in which somebody is at work may be a million pixels away: beside what is seen is as good.
    const int x = std::clamp(p.row.left(index) - p.scrolled(), -2 * width, room + width);
    pane->setGeometry(x, 0, width, p.scroll->viewport()->height());
}

/// Other panes exist than before, or they show other things.
void PaneBoard::panesChanged() {
    Parts& p = *parts_;
    int height = p.headerHeight; // never less in one row: texts do not jump because a pane went out of view
    for (const auto& [index, pane] : p.panes)
        height = std::max(height, pane->header()->wantedHeight(pane->width()));
    p.headerHeight = height;
    const ArticlePane* before = nullptr;
    for (const auto& [index, pane] : p.panes) {
        pane->setHeaderHeight(height);
        pane->header()->setPlace(index == 0, index + 1 == paneCount());
        pane->setLastInRow(index + 1 == paneCount());
        if (!before && p.tabAfter)
            setTabOrder(p.tabAfter, pane->text());
        pane->chainTabs(before);
        before = pane;
    }
    p.overlay->setPanes(p.panes);
    p.overlay->raise();
}

ArticlePane* PaneBoard::bringPane(int index) {
    Parts& p = *parts_;
    if (index < 0 || index >= paneCount())
        return nullptr;
    p.scroll->horizontalScrollBar()->setValue(p.row.toShow(index, p.scrolled()));
    if (!p.panes.contains(index)) {
        arrive(index);
        panesChanged();
    }
    return pane(index);
}

void PaneBoard::layoutPanes() {
    Parts& p = *parts_;
    const PaneRow row(paneCount(), p.scroll->viewport()->width(), p.visible);
    QScrollBar* bar = p.scroll->horizontalScrollBar();
    const PaneRow before = std::exchange(p.row, row);
    if (p.shown.empty())
        return;
    if (row.width() != before.width())
        p.headerHeight = 0;
    // When the panes become wider or narrower, the first in view stays the first.
    const int first = before.inView(bar->value()).first;
    bar->setPageStep(row.room());
    bar->setSingleStep(std::max(20, row.width() / 8));
    bar->setRange(0, std::max(0, row.total() - row.room()));
    if (row.width() != before.width() && first > 0)
        bar->setValue(row.left(first));
    p.overlay->setGeometry(0, 0, row.room(), p.scroll->viewport()->height());
    p.overlay->show();
    populate(false);
    if (p.headerHeight == 0)
        panesChanged();
}

} // namespace countercheck::ui
