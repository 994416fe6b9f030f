// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/paneboard.h"
#include "ui/panes/arrangement.h"
#include "ui/panes/articlepane.h"
#include "ui/panes/articletext.h"
#include "ui/panes/connectors.h"
#include "ui/panes/paneheader.h"
#include "ui/theme.h"

#include <QApplication>
#include <QDrag>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QPointer>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTimer>
#include <QUrl>

#include <algorithm>
#include <cmath>
#include <map>

namespace countercheck::ui {

namespace {
constexpr std::size_t mostChained = 64; ///< panes whose tab order is told to Qt
constexpr int narrowest = 232;
constexpr int comfortable = 400;
const QString paneMime = QStringLiteral("application/x-countercheck-pane");
} // namespace

struct PaneBoard::Parts {
    dossier::Snapshot snapshot;
    std::map<std::pair<std::string, std::string>, std::shared_ptr<const ArticleView>> views; ///< by hash and language
    std::vector<ArticlePane*> panes;
    QStackedWidget* stack = nullptr;
    QWidget* empty = nullptr;
    QLabel *emptyTitle = nullptr, *emptyHint = nullptr;
    QPushButton *emptyAdd = nullptr, *emptyShow = nullptr, *emptyOpen = nullptr, *emptySample = nullptr;
    QScrollArea* scroll = nullptr;
    QWidget* content = nullptr;
    ConnectorOverlay* overlay = nullptr;
    QWidget* strip = nullptr;
    QHBoxLayout* stripRow = nullptr;
    std::optional<dossier::QuestionKey> selected;
    int question = -1; ///< index of the selected one
    struct Driver {
        dossier::ArticleId article;
        dossier::QuestionKey key;
        int claim = 0;
    };
    std::optional<Driver> driver; ///< the mark that was clicked: its pane stays where it is
    qreal zoom = 1;
    int visible = 0; ///< 0: as many as the width allows, three at least
    bool reducedMotion = false;
    bool bringLater = false;
    QPointer<QWidget> tabAfter;
    QPointer<ArticlePane> lastFocused;
    QTimer refresh;
};

PaneBoard::PaneBoard(QWidget* parent) : QWidget(parent), parts_(std::make_unique<Parts>()) {
    Parts& p = *parts_;
    setAcceptDrops(true);
    setAccessibleName(tr("Articles side by side"));
    p.stack = new QStackedWidget(this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(p.stack, 1);

    p.empty = new QWidget;
    auto* page = new QVBoxLayout(p.empty);
    page->setContentsMargins(28, 28, 28, 28);
    auto* zone = new QFrame; // where things can be dropped looks like it
    zone->setProperty("role", QStringLiteral("drop"));
    page->addWidget(zone);
    auto* middle = new QVBoxLayout(zone);
    middle->setContentsMargins(24, 24, 24, 24);
    middle->setSpacing(10);
    p.emptyTitle = new QLabel;
    p.emptyTitle->setFont(interfaceFont(14, QFont::DemiBold));
    p.emptyTitle->setAlignment(Qt::AlignCenter);
    p.emptyHint = new QLabel;
    p.emptyHint->setProperty("role", QStringLiteral("quiet"));
    p.emptyHint->setAlignment(Qt::AlignCenter);
    p.emptyHint->setWordWrap(true);
    p.emptyAdd = new QPushButton(tr("Add articles…"));
    p.emptyAdd->setProperty("primary", true);
    p.emptyAdd->setAccessibleName(tr("Add articles to the empty case"));
    p.emptyShow = new QPushButton(tr("Show all"));
    p.emptyShow->setAccessibleName(tr("Show all hidden articles"));
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(p.emptyAdd);
    buttons->addWidget(p.emptyShow);
    p.emptyOpen = new QPushButton(tr("Open a case…"));
    p.emptySample = new QPushButton(tr("Look at the sample"));
    buttons->addWidget(p.emptyOpen);
    buttons->addWidget(p.emptySample);
    buttons->addStretch();
    connect(p.emptyOpen, &QPushButton::clicked, this, &PaneBoard::openRequested);
    connect(p.emptySample, &QPushButton::clicked, this, &PaneBoard::sampleRequested);
    auto* drop = new QLabel(tr("or drop files here, or paste text with Ctrl+V"));
    drop->setProperty("role", QStringLiteral("quiet"));
    drop->setAlignment(Qt::AlignCenter);
    middle->addStretch(2);
    middle->addWidget(p.emptyTitle);
    middle->addWidget(p.emptyHint);
    middle->addSpacing(4);
    middle->addLayout(buttons);
    middle->addWidget(drop);
    middle->addStretch(3);
    connect(p.emptyAdd, &QPushButton::clicked, this, &PaneBoard::addRequested);
    connect(p.emptyShow, &QPushButton::clicked, this, [this] {
        if (parts_->snapshot)
            emit arrangeRequested(withAllShown(*parts_->snapshot));
    });
    p.stack->addWidget(p.empty);

    p.scroll = new QScrollArea;
    p.scroll->setFrameShape(QFrame::NoFrame);
    p.scroll->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    p.scroll->setFocusPolicy(Qt::NoFocus);
    p.content = new QWidget;
    p.scroll->setWidget(p.content);
    p.overlay = new ConnectorOverlay(p.content);
    p.scroll->viewport()->installEventFilter(this);
    p.stack->addWidget(p.scroll);

    p.strip = new QWidget;
    p.strip->setAccessibleName(tr("Hidden articles"));
    p.stripRow = new QHBoxLayout(p.strip);
    p.stripRow->setContentsMargins(14, 3, 8, 3);
    p.stripRow->setSpacing(4);
    p.strip->setVisible(false);
    column->addWidget(p.strip);

    p.refresh.setSingleShot(true);
    p.refresh.setInterval(0);
    connect(&p.refresh, &QTimer::timeout, this, &PaneBoard::updateConnectors);
    showEmptyPage();
}

PaneBoard::~PaneBoard() = default;

void PaneBoard::setTabAfter(QWidget* before) {
    parts_->tabAfter = before;
}

int PaneBoard::paneCount() const {
    return static_cast<int>(parts_->panes.size());
}

ArticlePane* PaneBoard::pane(int index) const {
    return index >= 0 && index < paneCount() ? parts_->panes[static_cast<std::size_t>(index)] : nullptr;
}

qreal PaneBoard::textZoom() const {
    return parts_->zoom;
}

const ConnectorPlan& PaneBoard::connectorPlan() const {
    return parts_->overlay->plan();
}

// --- Taking a snapshot ---

void PaneBoard::setSnapshot(dossier::Snapshot snapshot) {
    Parts& p = *parts_;
    p.snapshot = std::move(snapshot);
    std::vector<ArticlePane*> old;
    old.swap(p.panes);
    decltype(p.views) views;
    const std::size_t count = p.snapshot ? p.snapshot->articles.size() : 0;
    for (std::size_t i = 0; i < count; ++i) {
        const dossier::Article& article = p.snapshot->articles[i];
        const auto key = std::pair(article.id.sha256, article.info.language);
        const auto held = p.views.find(key);
        if (held != p.views.end())
            views.insert(*held);
        if (article.hidden)
            continue;
        auto& view = views[key];
        if (!view)
            view = readForView(article);
        const auto same = std::find_if(old.begin(), old.end(),
                                       [&](const ArticlePane* pane) { return pane && pane->id() == article.id; });
        ArticlePane* pane = same != old.end() ? *same : makePane();
        if (same != old.end())
            *same = nullptr;
        pane->setArticle(p.snapshot, i, view);
        p.panes.push_back(pane);
    }
    p.views = std::move(views);
    for (ArticlePane* gone : old) {
        if (gone) {
            gone->hide();
            gone->deleteLater();
        }
    }
    for (std::size_t i = 0; i < p.panes.size(); ++i) {
        p.panes[i]->header()->setPlace(i == 0, i + 1 == p.panes.size());
        p.panes[i]->setLastInRow(i + 1 == p.panes.size());
        if (i == 0 && p.tabAfter)
            setTabOrder(p.tabAfter, p.panes[i]->text());
        if (i <
            mostChained) // each costs a walk along the whole chain; further panes follow in the order they were made
            p.panes[i]->chainTabs(i > 0 ? p.panes[i - 1] : nullptr);
    }
    p.overlay->setPanes(p.panes);
    fillStrip();
    p.stack->setCurrentWidget(p.panes.empty() ? p.empty : static_cast<QWidget*>(p.scroll));
    showEmptyPage();
    findSelected();
    layoutPanes();
}

ArticlePane* PaneBoard::makePane() {
    Parts& p = *parts_;
    auto* pane = new ArticlePane(p.content);
    pane->text()->setZoom(p.zoom);
    pane->text()->setReducedMotion(p.reducedMotion);
    connect(pane, &ArticlePane::viewChanged, &p.refresh, qOverload<>(&QTimer::start));
    connect(pane->text(), &ArticleText::zoomRequested, this, [this](int steps) {
        setTextZoom(parts_->zoom * std::pow(1.1, steps));
        emit textZoomChanged(parts_->zoom);
    });
    connect(pane->text(), &ArticleText::focused, this, [this, pane] {
        parts_->lastFocused = pane;
        parts_->scroll->ensureWidgetVisible(pane, 0, 0);
    });
    connect(pane->text(), &ArticleText::menuRequested, this, [this, pane](QMenu* menu, const std::vector<int>& marks) {
        parts_->lastFocused = pane;
        emit menuRequested(menu, pane->spot(marks));
    });
    connect(pane->text(), &ArticleText::markActivated, this, [this, pane](int mark) { activate(pane, mark); });
    const PaneHeader* header = pane->header();
    connect(header, &PaneHeader::hideRequested, this,
            [this, pane] { emit arrangeRequested(withHidden(*parts_->snapshot, pane->id(), true)); });
    connect(header, &PaneHeader::moveRequested, this, [this, pane](int step) {
        if (const auto arrange = withMoved(*parts_->snapshot, pane->id(), step))
            emit arrangeRequested(*arrange);
    });
    connect(header, &PaneHeader::referenceRequested, this, [this, pane](bool on) {
        emit arrangeRequested(withReference(*parts_->snapshot, on ? std::optional(pane->id()) : std::nullopt));
    });
    connect(header, &PaneHeader::editRequested, this, [this, pane] { emit infoEditRequested(pane->id()); });
    connect(header, &PaneHeader::changesRequested, this, [this, pane] { emit changesRequested(pane->id()); });
    connect(header, &PaneHeader::removeRequested, this, [this, pane] { emit removeRequested(pane->id()); });
    connect(header, &PaneHeader::dragStarted, this, [this, pane] {
        auto* drag = new QDrag(this);
        auto* mime = new QMimeData;
        mime->setData(paneMime, QByteArray::fromStdString(pane->id().sha256));
        drag->setMimeData(mime);
        drag->setPixmap(
            pane->header()->grab().scaledToWidth(pane->header()->width() * 2 / 3, Qt::SmoothTransformation));
        drag->exec(Qt::MoveAction);
    });
    pane->addActions(pane->header()->menu()->actions());
    return pane;
}

void PaneBoard::showEmptyPage() {
    Parts& p = *parts_;
    const bool hidden = p.snapshot && !p.snapshot->articles.empty();
    p.emptyTitle->setText(hidden ? tr("All articles are hidden") : tr("Put reports of one event side by side"));
    p.emptyHint->setText(hidden
                             ? tr("They still count in the comparison.")
                             : tr("Add two or more articles. Figures, dates, names and quotes are read out of them,\n"
                                  "and what answers the same question is compared."));
    p.emptyShow->setVisible(hidden);
    p.emptyOpen->setVisible(!hidden);
    p.emptySample->setVisible(!hidden);
}

void PaneBoard::fillStrip() {
    Parts& p = *parts_;
    while (QLayoutItem* item = p.stripRow->takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
    std::vector<std::size_t> hidden;
    for (std::size_t i = 0; p.snapshot && i < p.snapshot->articles.size(); ++i) {
        if (p.snapshot->articles[i].hidden)
            hidden.push_back(i);
    }
    p.strip->setVisible(!hidden.empty());
    if (hidden.empty())
        return;
    auto* label = new QLabel(tr("%1 hidden:").arg(hidden.size()));
    label->setProperty("role", QStringLiteral("quiet"));
    p.stripRow->addWidget(label);
    constexpr std::size_t mostNamed = 8;
    for (std::size_t i = 0; i < hidden.size() && i < mostNamed; ++i) {
        const dossier::Article& article = p.snapshot->articles[hidden[i]];
        const QString name = articleName(article);
        auto* button = new QPushButton(
            QStringLiteral("%1 · %2").arg(articleLetter(hidden[i]), name.size() > 24 ? name.left(23) + u'…' : name));
        button->setProperty("link", true);
        button->setToolTip(tr("Show “%1” again").arg(name));
        button->setAccessibleName(tr("Show article %1, %2").arg(articleLetter(hidden[i]), name));
        connect(button, &QPushButton::clicked, this,
                [this, id = article.id] { emit arrangeRequested(withHidden(*parts_->snapshot, id, false)); });
        p.stripRow->addWidget(button);
    }
    p.stripRow->addStretch();
    auto* all = new QPushButton(tr("Show all"));
    all->setProperty("link", true);
    connect(all, &QPushButton::clicked, this, [this] { emit arrangeRequested(withAllShown(*parts_->snapshot)); });
    p.stripRow->addWidget(all);
}

// --- The selected question ---

void PaneBoard::findSelected() {
    Parts& p = *parts_;
    p.question = -1;
    if (p.selected && p.snapshot) {
        const auto& questions = p.snapshot->comparison.questions;
        const auto at = std::find_if(questions.begin(), questions.end(),
                                     [&](const compare::Question& q) { return q.key == p.selected->value; });
        if (at != questions.end())
            p.question = static_cast<int>(at - questions.begin());
    }
    for (ArticlePane* pane : p.panes)
        pane->setSelectedQuestion(p.question);
    updateConnectors();
}

void PaneBoard::selectQuestion(std::optional<dossier::QuestionKey> key, bool bring) {
    Parts& p = *parts_;
    if (p.driver && (!key || p.driver->key != *key))
        p.driver.reset();
    p.selected = std::move(key);
    findSelected();
    if (bring)
        bringCounterparts();
}

void PaneBoard::activate(ArticlePane* pane, int mark) {
    Parts& p = *parts_;
    const Mark& clicked = pane->text()->marks()[static_cast<std::size_t>(mark)];
    const dossier::QuestionKey key{p.snapshot->comparison.questions[static_cast<std::size_t>(clicked.question)].key};
    p.driver = Parts::Driver{pane->id(), key, clicked.claim};
    selectQuestion(key, true);
    emit questionActivated(key);
}

void PaneBoard::bringCounterparts() {
    Parts& p = *parts_;
    if (p.question < 0)
        return;
    if (!isVisible()) {
        p.bringLater = true;
        return;
    }
    p.bringLater = false;
    // The pane in which somebody clicked stays put, and the others line up with the words there.
    const ArticlePane* fixed = nullptr;
    qreal height = -1;
    for (const ArticlePane* pane : p.panes) {
        if (!p.driver || p.driver->article != pane->id())
            continue;
        for (const TwinPlace& twin : pane->twins()) {
            if (twin.claim == p.driver->claim && twin.sight == Sight::Visible) {
                fixed = pane;
                height = pane->text()->roughTopOfMark(twin.mark) - pane->text()->scrollTop();
            }
        }
    }
    for (ArticlePane* pane : p.panes) {
        ArticleText* text = pane->text();
        const std::vector<int> mentions = text->marksOfSelected();
        if (pane != fixed && !mentions.empty()) {
            text->bringMark(mentions.front(), height >= 0 ? height : text->viewport()->height() / 3.0);
            if (!text->hasFocus() || text->selection().empty())
                text->setCaret(text->marks()[static_cast<std::size_t>(mentions.front())].range.begin, false, false);
        }
        text->flashSelected();
    }
    updateConnectors();
}

bool PaneBoard::reveal(const dossier::ArticleId& article, text::Span words) {
    for (std::size_t i = 0; i < parts_->panes.size(); ++i) {
        ArticlePane* pane = parts_->panes[i];
        if (pane->id() != article || !pane->text()->view())
            continue;
        parts_->scroll->ensureWidgetVisible(pane, 0, 0);
        ArticleText* text = pane->text();
        const Range range = text->view()->shown(words);
        text->reveal(range);
        text->select(range);
        text->ensureVisible(range);
        text->setFocus(Qt::OtherFocusReason);
        return true;
    }
    return false;
}

std::optional<Spot> PaneBoard::spot() const {
    const ArticlePane* pane = parts_->lastFocused;
    if (!pane || !parts_->snapshot ||
        std::find(parts_->panes.begin(), parts_->panes.end(), pane) == parts_->panes.end())
        return std::nullopt;
    return pane->spot(pane->text()->marksAtCaret());
}

void PaneBoard::updateConnectors() {
    Parts& p = *parts_;
    std::vector<std::vector<TwinPlace>> twins;
    for (const ArticlePane* pane : p.panes)
        twins.push_back(pane->twins());
    ConnectorPlan plan;
    if (p.question >= 0)
        plan = planConnectors(p.snapshot->comparison.questions[static_cast<std::size_t>(p.question)], twins);
    for (std::size_t i = 0; i < p.panes.size(); ++i) {
        p.panes[i]->setEdge(i < plan.edges.size() ? plan.edges[i] : ConnectorPlan::Edge{});
        std::vector<std::pair<int, int>> badges;
        for (const ConnectorPlan::Badge& badge : plan.badges) {
            if (badge.pane == static_cast<int>(i))
                badges.emplace_back(badge.mark, badge.number);
        }
        p.panes[i]->text()->setBadges(std::move(badges));
    }
    p.overlay->setPlan(std::move(plan));
    p.overlay->raise();
}

// --- Looks ---

void PaneBoard::setTextZoom(qreal factor) {
    parts_->zoom = std::clamp(factor, 0.5, 3.0);
    for (ArticlePane* pane : parts_->panes)
        pane->text()->setZoom(parts_->zoom);
    parts_->refresh.start();
}

void PaneBoard::setReducedMotion(bool reduced) {
    parts_->reducedMotion = reduced;
    for (ArticlePane* pane : parts_->panes)
        pane->text()->setReducedMotion(reduced);
}

void PaneBoard::setPanesVisible(int panes) {
    parts_->visible = std::max(0, panes);
    layoutPanes();
}

void PaneBoard::layoutPanes() {
    Parts& p = *parts_;
    if (p.panes.empty())
        return;
    const int count = paneCount();
    const int room = p.scroll->viewport()->width();
    // More articles than fit: the next one's edge stays in view, so that it is plain that there is more.
    const int visible = p.visible > 0 ? p.visible : std::max(3, room / comfortable);
    const qreal shares = count <= visible ? count : visible + 0.12;
    const int width = std::max(narrowest, static_cast<int>(room / shares));
    const bool exact = width * count <= room + count;
    const int total = exact ? std::max(room, narrowest * count) : width * count;
    const int height = p.scroll->viewport()->height();
    p.content->resize(total, height);
    int headerHeight = 0;
    for (const ArticlePane* pane : p.panes)
        headerHeight = std::max(headerHeight, pane->header()->wantedHeight(width));
    for (int i = 0; i < count; ++i) {
        ArticlePane* pane = p.panes[static_cast<std::size_t>(i)];
        const int left = exact ? total * i / count : width * i;
        const int right = exact ? total * (i + 1) / count : width * (i + 1);
        pane->setHeaderHeight(headerHeight);
        pane->setGeometry(left, 0, right - left, height);
        pane->show();
    }
    p.overlay->setGeometry(0, 0, total, height);
    p.overlay->show();
    p.overlay->raise();
    p.refresh.start();
}

void PaneBoard::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    layoutPanes();
}

void PaneBoard::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange) {
        parts_->overlay->update();
        layoutPanes();
    }
}

bool PaneBoard::eventFilter(QObject* watched, QEvent* event) {
    if (watched == parts_->scroll->viewport() && (event->type() == QEvent::Resize || event->type() == QEvent::Show)) {
        layoutPanes();
        if (parts_->bringLater && isVisible())
            QTimer::singleShot(0, this, [this] {
                if (parts_->bringLater)
                    bringCounterparts();
            });
    }
    return QWidget::eventFilter(watched, event);
}

// --- Focus, and dragging ---

void PaneBoard::focusPane(int step) {
    const int count = paneCount();
    if (count == 0) {
        parts_->emptyAdd->setFocus(Qt::TabFocusReason);
        return;
    }
    int at = step > 0 ? -1 : count;
    for (int i = 0; i < count; ++i) {
        if (pane(i)->isAncestorOf(window()->focusWidget()))
            at = i;
    }
    ArticlePane* next = pane((at + step + count) % count);
    next->text()->setFocus(Qt::TabFocusReason);
    parts_->scroll->ensureWidgetVisible(next, 0, 0);
}

void PaneBoard::focusNextPane() {
    focusPane(1);
}
void PaneBoard::focusPreviousPane() {
    focusPane(-1);
}

int PaneBoard::dropPlace(QPoint at) const {
    const int x = parts_->content->mapFrom(this, at).x();
    int place = 0;
    for (const ArticlePane* pane : parts_->panes)
        place += x > pane->geometry().center().x();
    return place;
}

void PaneBoard::dragEnterEvent(QDragEnterEvent* event) {
    const QMimeData* mime = event->mimeData();
    if (mime->hasFormat(paneMime) || mime->hasUrls() || mime->hasText())
        event->acceptProposedAction();
}

void PaneBoard::dragMoveEvent(QDragMoveEvent* event) {
    if (event->mimeData()->hasFormat(paneMime) && !parts_->panes.empty()) {
        const int place = dropPlace(event->position().toPoint());
        parts_->overlay->setDropAt(place < paneCount() ? pane(place)->x() : parts_->content->width() - 2);
    }
    event->acceptProposedAction();
}

void PaneBoard::dragLeaveEvent(QDragLeaveEvent*) {
    parts_->overlay->setDropAt(std::nullopt);
}

void PaneBoard::dropEvent(QDropEvent* event) {
    parts_->overlay->setDropAt(std::nullopt);
    const QMimeData* mime = event->mimeData();
    event->acceptProposedAction();
    if (mime->hasFormat(paneMime)) {
        if (!parts_->snapshot)
            return;
        const dossier::ArticleId id{mime->data(paneMime).toStdString()};
        const ArticlePane* before = pane(dropPlace(event->position().toPoint()));
        if (const auto arrange =
                withMovedBefore(*parts_->snapshot, id, before ? std::optional(before->id()) : std::nullopt))
            emit arrangeRequested(*arrange);
        return;
    }
    QStringList paths;
    for (const QUrl& url : mime->urls()) {
        if (url.isLocalFile())
            paths += url.toLocalFile();
    }
    if (!paths.isEmpty())
        emit filesDropped(paths);
    else if (mime->hasUrls() || mime->hasHtml())
        emit contentDropped(mime);
    else if (mime->hasText() && !mime->text().trimmed().isEmpty())
        emit textDropped(mime->text());
}

} // namespace countercheck::ui
