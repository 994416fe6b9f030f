// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/paneboard.h"
#include "ui/panes/arrangement.h"
#include "ui/panes/paneboardparts.h"
#include "ui/panes/paneheader.h"

#include <QDrag>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QMenu>
#include <QMimeData>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace countercheck::ui {

namespace {
constexpr int edgeThatScrolls = 40; ///< pixels at both sides, while a pane is dragged
const QString paneMime = QStringLiteral("application/x-countercheck-pane");
} // namespace

PaneBoard::PaneBoard(QWidget* parent) : QWidget(parent), parts_(std::make_unique<Parts>()) {
    Parts& p = *parts_;
    setAcceptDrops(true);
    setAccessibleName(tr("Articles side by side"));
    p.stack = new QStackedWidget(this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(p.stack, 1);

    p.empty = new EmptyPage;
    connect(p.empty, &EmptyPage::addRequested, this, &PaneBoard::addRequested);
    connect(p.empty, &EmptyPage::openRequested, this, &PaneBoard::openRequested);
    connect(p.empty, &EmptyPage::sampleRequested, this, &PaneBoard::sampleRequested);
    p.stack->addWidget(p.empty);

    p.scroll = new QAbstractScrollArea;
    p.scroll->setObjectName(QStringLiteral("Row of panes"));
    p.scroll->setFrameShape(QFrame::NoFrame);
    p.scroll->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    p.scroll->setFocusPolicy(Qt::NoFocus);
    p.overlay = new ConnectorOverlay(p.scroll->viewport());
    p.scroll->viewport()->installEventFilter(this);
    connect(p.scroll->horizontalScrollBar(), &QScrollBar::valueChanged, this, [this] { populate(false); });
    p.stack->addWidget(p.scroll);

    p.strip = new HiddenStrip;
    connect(p.strip, &HiddenStrip::showRequested, this, [this](const dossier::ArticleId& article) {
        emit arrangeRequested(withHidden(*parts_->snapshot, article, false));
    });
    const auto showAll = [this] {
        if (parts_->snapshot)
            emit arrangeRequested(withAllShown(*parts_->snapshot));
    };
    connect(p.strip, &HiddenStrip::showAllRequested, this, showAll);
    connect(p.strip, &HiddenStrip::gatherRequested, this, [this](bool on) {
        setGathering(on ? Gathering::Always : Gathering::Never);
        emit gatheringChosen(on);
    });
    connect(p.empty, &EmptyPage::showAllRequested, this, showAll);
    column->addWidget(p.strip);

    for (QTimer* timer : {&p.refresh, &p.neighbours}) {
        timer->setSingleShot(true);
        timer->setInterval(0);
    }
    connect(&p.refresh, &QTimer::timeout, this, &PaneBoard::updateConnectors);
    connect(&p.neighbours, &QTimer::timeout, this, [this] { populate(true); });
}

PaneBoard::~PaneBoard() = default;

void PaneBoard::setTabAfter(QWidget* before) {
    parts_->tabAfter = before;
}

int PaneBoard::paneCount() const {
    return static_cast<int>(parts_->shown.size());
}

ArticlePane* PaneBoard::pane(int index) const {
    const auto found = parts_->panes.find(index);
    return found != parts_->panes.end() ? found->second : nullptr;
}

int PaneBoard::existingPanes() const {
    return static_cast<int>(parts_->panes.size());
}

std::pair<int, int> PaneBoard::inView() const {
    return parts_->row.inView(parts_->scrolled());
}

qreal PaneBoard::textZoom() const {
    return parts_->zoom;
}

const ConnectorPlan& PaneBoard::connectorPlan() const {
    return parts_->overlay->plan();
}

void PaneBoard::setOpening(const QString& name) {
    parts_->empty->setOpening(name);
}

// --- Taking a snapshot ---

void PaneBoard::setSnapshot(dossier::Snapshot snapshot) {
    Parts& p = *parts_;
    const dossier::Snapshot before = std::exchange(p.snapshot, std::move(snapshot));
    const bool known = before && p.snapshot;
    if (!p.snapshot)
        p.claims = {};
    else if (!known || !before->comparison.questions.sharesWith(p.snapshot->comparison.questions))
        p.claims = ClaimIndex::of(p.snapshot->comparison);
    const bool sameArticles = known && before->articles.sharesWith(p.snapshot->articles);
    if (!sameArticles)
        findUnhidden();
    findSelected();
    if (gather() || !sameArticles)
        followArticles();
    for (const auto& [index, pane] : p.panes) {
        const std::uint32_t article = p.shown[static_cast<std::size_t>(index)];
        pane->setArticle(p.snapshot, article, p.views.of(p.snapshot->articles.get()[article]), p.claims.of(article));
    }
    p.stack->setCurrentWidget(p.shown.empty() ? p.empty : static_cast<QWidget*>(p.scroll));
    p.empty->setAllHidden(p.snapshot && !p.snapshot->articles.empty());
    layoutPanes();
    findMentions();
    panesChanged();
}

// --- The selected question ---

void PaneBoard::findSelected() {
    Parts& p = *parts_;
    const compare::Question* question = p.selected && p.snapshot ? p.snapshot->question(*p.selected) : nullptr;
    p.question = question ? static_cast<int>(question - p.snapshot->comparison.questions.data()) : -1;
}

void PaneBoard::findMentions() {
    Parts& p = *parts_;
    p.mentions.clear();
    p.numbers.clear();
    if (p.question >= 0) {
        const auto& question = p.snapshot->comparison.questions.get()[static_cast<std::size_t>(p.question)];
        const auto& claims = question.claims.get();
        for (std::size_t c = 0; c < claims.size(); ++c) {
            if (claims[c].article < p.placeOf.size() && p.placeOf[claims[c].article] >= 0)
                p.mentions.push_back({p.placeOf[claims[c].article], static_cast<int>(c)});
        }
        std::stable_sort(p.mentions.begin(), p.mentions.end(),
                         [](const Mention& a, const Mention& b) { return a.pane < b.pane; });
        p.numbers = planNumbers(question, p.mentions);
    }
    for (const auto& [index, pane] : p.panes)
        pane->setSelectedQuestion(p.question);
    updateConnectors();
}

void PaneBoard::selectQuestion(std::optional<dossier::QuestionKey> key, bool bring) {
    Parts& p = *parts_;
    if (p.driver && (!key || p.driver->key != *key))
        p.driver.reset();
    if (p.selected != key)
        p.asked.reset();
    p.selected = std::move(key);
    findSelected();
    regather();
    findMentions();
    if (bring)
        bringCounterparts();
}

void PaneBoard::regather() {
    const Parts& p = *parts_;
    const int first = inView().first;
    const auto anchor = first < paneCount() ? std::optional(p.shown[static_cast<std::size_t>(first)]) : std::nullopt;
    if (!gather())
        return;
    followArticles();
    layoutPanes();
    moveToAnchor(anchor);
    panesChanged();
}

void PaneBoard::setGathering(Gathering gathering) {
    parts_->gathering = gathering;
    regather();
    findMentions();
    bringCounterparts();
}

bool PaneBoard::gathered() const {
    return parts_->gathered;
}

void PaneBoard::activate(ArticlePane* pane, int mark) {
    Parts& p = *parts_;
    const Mark& clicked = pane->text()->marks()[static_cast<std::size_t>(mark)];
    const dossier::QuestionKey key{
        p.snapshot->comparison.questions.get()[static_cast<std::size_t>(clicked.question)].key};
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
    ++p.round;
    // The pane in which somebody clicked stays put, and the others line up with the words there.
    const ArticlePane* fixed = nullptr;
    p.broughtTo = -1;
    for (const auto& [index, pane] : p.panes) {
        if (!p.driver || p.driver->article != pane->id())
            continue;
        for (const TwinPlace& twin : pane->twins()) {
            if (twin.claim == p.driver->claim && twin.sight == Sight::Visible) {
                fixed = pane;
                p.broughtTo = pane->text()->roughTopOfMark(twin.mark) - pane->text()->scrollTop();
            }
        }
    }
    // Nothing of the question in view: go to its first words. The pane in which somebody clicked stays in view.
    const auto seen = [this](const Mention& mention) { return inSight(mention.pane); };
    if (fixed)
        bringPane(p.placeOf[fixed->article()]);
    else if (!p.mentions.empty() && std::none_of(p.mentions.begin(), p.mentions.end(), seen))
        bringPane(p.mentions.front().pane);
    for (const auto& [index, pane] : p.panes) {
        ArticleText* text = pane->text();
        const std::vector<int> mentions = text->marksOfSelected();
        if (pane != fixed && !mentions.empty()) {
            text->bringMark(mentions.front(), p.broughtTo >= 0 ? p.broughtTo : text->viewport()->height() / 3.0);
            if (!text->hasFocus() || text->selection().empty())
                text->setCaret(text->marks()[static_cast<std::size_t>(mentions.front())].range.begin, false, false);
        }
        text->flashSelected();
    }
    updateConnectors();
}

bool PaneBoard::reveal(const dossier::ArticleId& article, text::Span words) {
    Parts& p = *parts_;
    if (!p.snapshot)
        return false;
    const auto& articles = p.snapshot->articles.get();
    const auto found =
        std::find_if(articles.begin(), articles.end(), [&](const auto& one) { return one.id == article; });
    if (found == articles.end())
        return false;
    const auto index = static_cast<std::size_t>(found - articles.begin());
    if (p.placeOf[index] < 0 && !found->hidden) { // it does not answer the question, and is wanted all the same
        p.asked = article;
        regather();
        findMentions();
    }
    ArticlePane* pane = bringPane(p.placeOf[index]);
    if (!pane || !pane->text()->view())
        return false;
    ArticleText* text = pane->text();
    const Range range = text->view()->shown(words);
    text->reveal(range);
    text->select(range);
    text->ensureVisible(range);
    text->setFocus(Qt::OtherFocusReason);
    return true;
}

std::optional<Spot> PaneBoard::spot() const {
    const ArticlePane* pane = parts_->lastFocused;
    if (!pane || !parts_->snapshot ||
        std::none_of(parts_->panes.begin(), parts_->panes.end(), [&](const auto& one) { return one.second == pane; }))
        return std::nullopt;
    return pane->spot(pane->text()->marksAtCaret());
}

void PaneBoard::updateConnectors() {
    Parts& p = *parts_;
    ConnectorPlan plan;
    if (p.question >= 0) {
        std::map<int, std::vector<TwinPlace>> twins;
        for (const auto& [index, pane] : p.panes)
            twins[index] = pane->twins();
        plan = planConnectors(p.snapshot->comparison.questions.get()[static_cast<std::size_t>(p.question)], twins);
        plan.badges = p.numbers;
    }
    for (const auto& [index, pane] : p.panes) {
        const auto edge = plan.edges.find(index);
        pane->setEdge(edge != plan.edges.end() ? edge->second : ConnectorPlan::Edge{});
        std::map<int, int> markOf; // by claim
        for (const int mark : pane->text()->marksOfSelected())
            markOf[pane->text()->marks()[static_cast<std::size_t>(mark)].claim] = mark;
        std::vector<std::pair<int, int>> badges;
        for (const ConnectorPlan::Badge& badge : plan.badges) {
            if (const auto mark = markOf.find(badge.claim); badge.pane == index && mark != markOf.end())
                badges.emplace_back(mark->second, badge.number);
        }
        pane->text()->setBadges(std::move(badges));
    }
    p.overlay->setPlan(std::move(plan), p.panes);
    if (const auto& children = p.overlay->parentWidget()->children(); children.last() != p.overlay)
        p.overlay->raise();
}

// --- Looks ---

void PaneBoard::setTextZoom(qreal factor) {
    parts_->zoom = std::clamp(factor, 0.5, 3.0);
    for (const auto& [index, pane] : parts_->panes)
        pane->text()->setZoom(parts_->zoom);
    parts_->refresh.start();
}

void PaneBoard::setReducedMotion(bool reduced) {
    parts_->reducedMotion = reduced;
    for (const auto& [index, pane] : parts_->panes)
        pane->text()->setReducedMotion(reduced);
}

void PaneBoard::setPanesVisible(int panes) {
    parts_->visible = std::max(0, panes);
    layoutPanes();
}

void PaneBoard::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    layoutPanes();
}

void PaneBoard::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange) {
        parts_->overlay->update();
        parts_->headerHeight = 0;
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
        parts_->empty->focusFirst();
        return;
    }
    int at = step > 0 ? inView().first - 1 : inView().second + 1;
    for (const auto& [index, pane] : parts_->panes) {
        if (pane->isAncestorOf(window()->focusWidget()))
            at = index;
    }
    if (ArticlePane* next = bringPane((at + step + count) % count))
        next->text()->setFocus(Qt::TabFocusReason);
}

void PaneBoard::focusNextPane() {
    focusPane(1);
}
void PaneBoard::focusPreviousPane() {
    focusPane(-1);
}

void PaneBoard::drag(ArticlePane* pane) {
    auto* drag = new QDrag(this);
    auto* mime = new QMimeData;
    mime->setData(paneMime, QByteArray::fromStdString(pane->id().sha256));
    drag->setMimeData(mime);
    drag->setPixmap(pane->header()->grab().scaledToWidth(pane->header()->width() * 2 / 3, Qt::SmoothTransformation));
    parts_->dragged = pane; // it has the mouse: it must not go when the row scrolls
    drag->exec(Qt::MoveAction);
    parts_->dragged.clear();
}

int PaneBoard::dropPlace(QPoint at) const {
    return parts_->row.dropAt(parts_->scroll->viewport()->mapFrom(this, at).x() + parts_->scrolled());
}

void PaneBoard::dragEnterEvent(QDragEnterEvent* event) {
    const QMimeData* mime = event->mimeData();
    if (mime->hasFormat(paneMime) || mime->hasUrls() || mime->hasText())
        event->acceptProposedAction();
}

void PaneBoard::dragMoveEvent(QDragMoveEvent* event) {
    const Parts& p = *parts_;
    if (event->mimeData()->hasFormat(paneMime) && !p.shown.empty()) {
        const int x = event->position().toPoint().x();
        if (x < edgeThatScrolls || x > width() - edgeThatScrolls) {
            QScrollBar* bar = p.scroll->horizontalScrollBar();
            bar->setValue(bar->value() + (x < edgeThatScrolls ? -1 : 1) * bar->singleStep());
        }
        p.overlay->setDropAt(std::min(p.row.left(dropPlace(event->position().toPoint())), p.row.total() - 2) -
                             p.scrolled());
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
        const int place = dropPlace(event->position().toPoint());
        if (const auto arrange = withMovedBefore(
                *parts_->snapshot, id, place < paneCount() ? std::optional(parts_->article(place).id) : std::nullopt))
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
