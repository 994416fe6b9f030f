// SPDX-License-Identifier: GPL-3.0-or-later
// What a board is made of: for paneboard.cpp and panesinview.cpp alone.
#pragma once

#include "ui/panes/articlepane.h"
#include "ui/panes/articletext.h"
#include "ui/panes/claimindex.h"
#include "ui/panes/connectors.h"
#include "ui/panes/emptypage.h"
#include "ui/panes/hiddenstrip.h"
#include "ui/panes/paneboard.h"
#include "ui/panes/panerow.h"
#include "ui/panes/viewcache.h"

#include <QAbstractScrollArea>
#include <QPointer>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTimer>

#include <map>
#include <unordered_map>

namespace countercheck::ui {

struct PaneBoard::Parts {
    dossier::Snapshot snapshot;
    ClaimIndex claims;
    std::vector<std::uint32_t> unhidden, hidden; ///< articles
    std::vector<std::uint32_t> shown;            ///< articles by place in the row
    std::vector<int> placeOf;                    ///< by article; -1: it is not in the row
    Gathering gathering = Gathering::WhenMany;
    bool gathered = false;
    std::optional<dossier::ArticleId> asked; ///< somebody wanted to see it: it stands among the gathered ones
    PaneRow row;
    std::map<int, ArticlePane*> panes; ///< those that exist, by place
    std::vector<ArticlePane*> spare;
    ViewCache views;

    struct Kept {
        ArticleText::Place place;
        int round = 0; ///< of bringing: what was brought since then wins
    };
    std::unordered_map<std::string, Kept> kept; ///< by the capture's hash, of panes that do not exist

    QStackedWidget* stack = nullptr;
    EmptyPage* empty = nullptr;
    QAbstractScrollArea* scroll = nullptr; ///< a viewport as wide as what is seen: panes stand on it by their place
    ConnectorOverlay* overlay = nullptr;
    HiddenStrip* strip = nullptr;
    std::optional<dossier::QuestionKey> selected;
    int question = -1;                         ///< index of the selected one
    std::vector<Mention> mentions;             ///< of the selected question, from the left
    std::vector<ConnectorPlan::Badge> numbers; ///< over all mentions
    struct Driver {
        dossier::ArticleId article;
        dossier::QuestionKey key;
        int claim = 0;
    };
    std::optional<Driver> driver; ///< the mark that was clicked: its pane stays where it is
    int round = 0;                ///< how often counterparts were brought
    qreal broughtTo = -1;         ///< the height at which they stand; negative: a third of the pane
    qreal zoom = 1;
    int visible = 0; ///< 0: as many as the width allows, three at least
    int headerHeight = 0;
    bool reducedMotion = false;
    bool bringLater = false;
    QPointer<QWidget> tabAfter;
    QPointer<ArticlePane> lastFocused, dragged;
    QTimer refresh, neighbours;

    [[nodiscard]] int scrolled() const { return scroll->horizontalScrollBar()->value(); }
    [[nodiscard]] const dossier::Article& article(int place) const {
        return snapshot->articles.get()[shown[static_cast<std::size_t>(place)]];
    }
};

} // namespace countercheck::ui
