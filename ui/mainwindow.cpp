// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow.h"

#include "ui/basics/theme.h"
#include "ui/deciding/correcting.h"
#include "ui/deciding/deciding.h"
#include "ui/deciding/exhibitview.h"
#include "ui/deciding/historyview.h"
#include "ui/deciding/inspector.h"
#include "ui/deciding/verdictbox.h"
#include "ui/exports/previewwindow.h"
#include "ui/imports/importing.h"
#include "ui/lastscreen.h"
#include "ui/outline.h"
#include "ui/panes/paneboard.h"
#include "ui/questions/questionpanel.h"
#include "ui/searcher.h"
#include "ui/sources/overview.h"
#include "ui/sources/sourcespanel.h"
#include "ui/statusline.h"
#include "ui/topbar.h"
#include "ui/workbench/messagebar.h"
#include "ui/workbench/settings.h"
#include "ui/workbench/tally.h"
#include "ui/workbench/words.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QLineEdit>
#include <QListView>
#include <QLocale>
#include <QMenuBar>
#include <QMessageBox>
#include <QMimeData>
#include <QPainter>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>
#include <functional>
#include <memory>
#include <utility>

namespace countercheck::ui {

MainWindow::MainWindow(Workbench* workbench, QWidget* parent) : QMainWindow(parent), workbench_(workbench) {
    finish();
}

MainWindow::MainWindow(Workbench* workbench, const LastScreen& last)
    : QMainWindow(nullptr), workbench_(workbench), picture_(last.picture) {
    setAttribute(Qt::WA_OpaquePaintEvent);
    setWindowTitle(last.title);
    restorePlace();
}

void MainWindow::finish() {
    if (finished_)
        return;
    finished_ = true;
    picture_ = {};
    setAttribute(Qt::WA_OpaquePaintEvent, false);
    setAcceptDrops(true);
    setContextMenuPolicy(Qt::NoContextMenu);
    restorePlace();
    menuBar()->setFont(interfaceFont(9));

    auto* middle = new QWidget; // in the window when all of it is there: then it is laid out and shown once
    top_ = new TopBar;
    messages_ = new MessageBar;
    questions_ = new QuestionPanel;
    questions_->setMinimumWidth(190);
    sources_ = new SourcesPanel;
    sources_->setMinimumHeight(90);
    panes_ = new PaneBoard;
    panes_->setAccessibleName(tr("Articles"));
    panes_->setTabAfter(questions_->list()); // Tab goes as people read: questions, articles, inspector
    inspector_ = new Inspector(workbench_);
    status_ = new StatusLine;
    setStatusBar(status_);

    leftRows_ = new QSplitter(Qt::Vertical);
    leftRows_->addWidget(questions_);
    leftRows_->addWidget(sources_);
    leftRows_->setStretchFactor(0, 1);
    leftRows_->setStretchFactor(1, 0);
    leftRows_->setChildrenCollapsible(false);
    leftRows_->setSizes({540, 128});
    columns_ = new QSplitter(Qt::Horizontal);
    columns_->addWidget(leftRows_);
    columns_->addWidget(panes_);
    columns_->addWidget(inspector_);
    columns_->setStretchFactor(0, 0);
    columns_->setStretchFactor(1, 1);
    columns_->setStretchFactor(2, 0);
    columns_->setChildrenCollapsible(false);
    const Outline atFirst = Outline::of(width());
    columns_->setSizes({atFirst.left, width() - atFirst.left - atFirst.right - 1, atFirst.right - 1});
    for (QSplitter* splitter : {columns_, leftRows_})
        splitter->setHandleWidth(1);
    leftRows_->installEventFilter(this);
    connect(leftRows_, &QSplitter::splitterMoved, this, [this] { rowsChosen_ = true; });

    auto* line = new QFrame;
    line->setProperty("role", "line");
    auto* all = new QVBoxLayout(middle);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addWidget(top_);
    all->addWidget(line);
    all->addWidget(messages_);
    all->addWidget(columns_, 1);

    searcher_ = new Searcher(this);
    const auto followServer = [this] {
        searcher_->setElsewhere([seeker = workbench_->seeker()](
                                    const std::string& query, int most,
                                    const std::stop_token& stop) -> std::optional<std::vector<std::string>> {
            if (!seeker)
                return std::nullopt;
            auto found = seeker->find(query, most, [&stop] { return stop.stop_requested(); });
            auto* articles = std::get_if<0>(&found); // else what is here is searched, and the link tells of the server
            return articles ? std::optional(std::move(*articles)) : std::nullopt;
        });
    };
    connect(workbench_, &Workbench::sharingChanged, searcher_, followServer);
    followServer();
    deciding_ = new Deciding(workbench_, this);
    correcting_ = new Correcting(workbench_, this);
    importing_ = new Importing(workbench_, messages_, status_, this);
    makeMenus();
    connectWorkbench();
    restoreState();
    setCentralWidget(middle);
    showSnapshot();
    status_->setPerson(workbench_->person());
    questions_->setPerson(workbench_->person());
    questions_->list()->setFocus();
    shownIn_ = &Theme::current();
}

MainWindow::~MainWindow() {
    // The workbench outlives the window; nothing may come in any more.
    workbench_->disconnect(this);
}

QString MainWindow::message() const {
    return messages_->message();
}

void MainWindow::paintEvent(QPaintEvent* event) {
    if (finished_) {
        QMainWindow::paintEvent(event);
        return;
    }
    QPainter painter(this);
    if (picture_.isNull()) {
        Outline::fromKept(Settings::state(QStringLiteral("outline")), width()).paint(painter, size());
        return;
    }
    const QSizeF size = picture_.deviceIndependentSize();
    if (size.width() < width() || size.height() < height()) // it was smaller then
        painter.fillRect(rect(), picture_.pixelColor(picture_.width() - 1, picture_.height() - 1));
    painter.drawImage(0, 0, picture_);
}

void MainWindow::connectWorkbench() {
    connect(workbench_, &Workbench::snapshotChanged, this, &MainWindow::showSnapshot);
    connect(workbench_, &Workbench::placeChanged, this, [this] {
        anotherCase_ = true;
        showTitle();
    });
    connect(workbench_, &Workbench::personChanged, this, [this] {
        status_->setPerson(workbench_->person());
        questions_->setPerson(workbench_->person());
    });
    connect(workbench_, &Workbench::sharingChanged, this, [this] {
        showTitle();
        updateActions();
    });
    connect(workbench_, &Workbench::problem, messages_, &MessageBar::showProblem);
    connect(workbench_, &Workbench::readableInstead, this, [this](const QString& path) {
        messages_->offer(tr("Open for reading only"), [this, path] { workbench_->openCase(path, true); });
    });
    connect(workbench_, &Workbench::notice, messages_, &MessageBar::showNotice);
    connect(workbench_, &Workbench::decided, this, &MainWindow::advanceLater);
    connect(workbench_, &Workbench::aboutToLeave, inspector_, &Inspector::flush);
    connect(workbench_, &Workbench::selectionChanged, this, [this](const Selection& selection, bool bring) {
        questions_->setSelection(selection);
        panes_->selectQuestion(selection, bring);
        sources_->setSelection(selection);
        inspector_->refresh();
        updateActions();
        if (overview_)
            overview_->setSelection(selection);
        if (history_)
            history_->setSelection(selection);
    });

    jobDelay_.setSingleShot(true);
    jobDelay_.setInterval(250);
    connect(&jobDelay_, &QTimer::timeout, this, [this] {
        if (workbench_->busy())
            status_->showJob(0, 0, jobWhat_);
    });
    connect(workbench_, &Workbench::jobStarted, this, [this](const QString& what) {
        jobWhat_ = what;
        showTitle();
        if (!jobDelay_.isActive())
            jobDelay_.start();
    });
    connect(workbench_, &Workbench::jobProgressed, this, [this](int done, int total, const QString& what) {
        if (!jobDelay_.isActive())
            status_->showJob(done, total, what);
    });
    connect(workbench_, &Workbench::jobFinished, this, [this] {
        jobDelay_.stop();
        status_->hideJob();
        showTitle();
    });
    connect(status_, &StatusLine::cancelRequested, workbench_, &Workbench::cancelJobs);
    connect(status_, &StatusLine::personRequested, this, &MainWindow::askPerson);

    connect(questions_, &QuestionPanel::selected, this, [this](const dossier::QuestionKey& key) {
        workbench_->select(key);
        correcting_->chosen(key);
    });
    connect(correcting_, &Correcting::questionRequested, this,
            [this](const dossier::QuestionKey& key) { workbench_->select(key); });
    connect(correcting_, &Correcting::choosingChanged, this, [this](const QString& hint) {
        if (hint.isEmpty())
            messages_->dismissHint();
        else
            messages_->showHint(hint);
    });
    connect(questions_, &QuestionPanel::activated, this, [this] { inspector_->focusVerdict(); });

    connect(panes_, &PaneBoard::questionActivated, this, [this](const dossier::QuestionKey& key) {
        workbench_->select(key);
        correcting_->chosen(key);
    });
    connect(panes_, &PaneBoard::menuRequested, this,
            [this](QMenu* menu, const Spot& spot) { correcting_->fillMenu(menu, spot); });
    connect(panes_, &PaneBoard::arrangeRequested, this,
            [this](const dossier::Arrange& arrange) { workbench_->apply(arrange); });
    connect(panes_, &PaneBoard::infoEditRequested, this, &MainWindow::editDetails);
    connect(panes_, &PaneBoard::removeRequested, this, &MainWindow::askRemove);
    connect(panes_, &PaneBoard::changesRequested, importing_, &Importing::showChanges);
    connect(panes_, &PaneBoard::filesDropped, importing_, &Importing::takeFiles);
    connect(importing_, &Importing::caseRequested, this,
            [this](const QString& path) { beforeLeaving([this, path] { workbench_->openCase(path); }); });
    connect(panes_, &PaneBoard::textDropped, workbench_, &Workbench::addText);
    connect(panes_, &PaneBoard::contentDropped, importing_, &Importing::takeMime);
    connect(panes_, &PaneBoard::addRequested, importing_, &Importing::askFiles);
    connect(importing_, &Importing::articleRequested, this, &MainWindow::showArticle);
    connect(importing_, &Importing::watchChanged, this, &MainWindow::updateActions);
    connect(panes_, &PaneBoard::openRequested, this, [this] { askOpenCase(); });
    connect(panes_, &PaneBoard::sampleRequested, this, [this] { beforeLeaving([this] { workbench_->openSample(); }); });
    connect(panes_, &PaneBoard::gatheringChosen, this, &Settings::setGathering);
    connect(panes_, &PaneBoard::textZoomChanged, this, [this](qreal factor) {
        zoom_ = factor;
        Settings::setTextZoom(factor);
    });

    connect(top_, &TopBar::addArticles, importing_, &Importing::askFiles);
    connect(top_, &TopBar::nextUnresolved, this, [this] { workbench_->walkUnresolved(+1); });
    connect(top_, &TopBar::previousUnresolved, this, [this] { workbench_->walkUnresolved(-1); });
    connect(top_, &TopBar::searched, questions_, &QuestionPanel::setSearch);
    connect(top_->search(), &QLineEdit::returnPressed, this,
            [this] { openFinder(Finder::What::Text, top_->search()->text()); });
    connect(top_, &TopBar::preview, this, &MainWindow::askPreview);
    connect(top_, &TopBar::exportCase, this, &MainWindow::askExport);

    connect(inspector_, &Inspector::dirtyChanged, this, [this](bool dirty) {
        typing_ = dirty;
        status_->setSaved(workbench_->place(), workbench_->readOnly(), typing_, workbench_->sharing());
    });
    connect(inspector_, &Inspector::revokeRequested, this, &MainWindow::askRevoke);
    connect(inspector_, &Inspector::signOffRequested, this, &MainWindow::signOff);
    connect(inspector_, &Inspector::personRequested, this, &MainWindow::askPerson);
    connect(sources_, &SourcesPanel::articleChosen, this, &MainWindow::showArticle);
    connect(sources_, &SourcesPanel::lineageRequested, correcting_, &Correcting::askLineage);
    connect(inspector_, &Inspector::needsMore, deciding_, &Deciding::askVerdict);
    connect(inspector_, &Inspector::sendBackRequested, deciding_, &Deciding::askSendBack);
    connect(inspector_, &Inspector::exhibitRequested, this, &MainWindow::showExhibit);
    connect(questions_, &QuestionPanel::lostRequested, correcting_, &Correcting::showLost);
    connect(inspector_, &Inspector::addressRequested, deciding_, &Deciding::askAddress);
    connect(inspector_, &Inspector::gradeRequested, deciding_, &Deciding::askGrades);
    connect(inspector_, &Inspector::dismissRelationRequested, correcting_, &Correcting::askRelation);

    advance_.setSingleShot(true);
    advance_.setInterval(900); // long enough to see that the decision was taken
    connect(&advance_, &QTimer::timeout, this, [this] {
        // Not away from under somebody who goes on working on this question.
        const QWidget* focus = QApplication::focusWidget();
        const bool writes = focus && (focus->inherits("QLineEdit") || focus->inherits("QPlainTextEdit"));
        if (workbench_->selection() == advanceFrom_ && !typing_ && !writes && isActiveWindow() &&
            tallyOf(*workbench_->snapshot()).unresolved > 0)
            workbench_->walkUnresolved(+1);
    });

    auto* escape = new QShortcut(Qt::Key_Escape, this);
    connect(escape, &QShortcut::activated, this, [this] {
        if (correcting_->choosing())
            correcting_->stopChoosing();
        else if (!top_->search()->text().isEmpty())
            top_->search()->clear();
        else
            messages_->dismiss();
    });
}

void MainWindow::signOff() {
    inspector_->flush();
    deciding_->signOff();
    const auto& key = workbench_->selection();
    const SigningWay way = key ? wayToSign(*workbench_->snapshot(), *key, workbench_->person()) : SigningWay::None;
    if (way != SigningWay::None && !workbench_->readOnly())
        messages_->offer(signingWayWord(way), [this, way] { inspector_->goTo(way); });
}

void MainWindow::showSnapshot() {
    const auto snapshot = workbench_->snapshot();
    questions_->setSnapshot(snapshot);
    sources_->setSelection(workbench_->selection());
    sources_->setSnapshot(snapshot);
    fitSources();
    panes_->setSnapshot(workbench_->place() == Workbench::Place::Nowhere ? nullptr : snapshot);
    questions_->setSelection(workbench_->selection());
    inspector_->refresh();
    status_->setSnapshot(*snapshot);
    showTitle();
    updateActions();
    if (preview_)
        preview_->setSnapshot(snapshot, text(workbench_->person().name));
    if (overview_) {
        overview_->setSnapshot(snapshot);
        overview_->setSelection(workbench_->selection());
    }
    if (history_)
        history_->setSnapshot(snapshot);
    if (finder_ || !anotherCase_) { // made when it is first asked for
        searcher_->setSnapshot(snapshot, anotherCase_);
        anotherCase_ = false;
    }
}

void MainWindow::showOverview() {
    if (!overview_) {
        overview_ = new Overview(this);
        overview_->setAttribute(Qt::WA_DeleteOnClose);
        connect(overview_, &Overview::questionChosen, this,
                [this](const dossier::QuestionKey& key) { workbench_->select(key); });
        connect(overview_, &Overview::articleChosen, panes_, &PaneBoard::reveal);
        connect(overview_, &Overview::saved, messages_, [this](const QString& file, bool cut) {
            messages_->showNotice(cut ? tr("Written: %1. It holds the first part: all of it is larger than a "
                                           "picture can be.")
                                            .arg(file)
                                      : tr("Written: %1").arg(file));
        });
        connect(overview_, &Overview::failed, messages_, &MessageBar::showProblem);
        overview_->setSnapshot(workbench_->snapshot());
        overview_->setSelection(workbench_->selection());
    }
    overview_->show();
    overview_->raise();
    overview_->activateWindow();
}

void MainWindow::showHistory() {
    if (!history_) {
        history_ = new HistoryView(this);
        history_->setAttribute(Qt::WA_DeleteOnClose);
        connect(history_, &HistoryView::questionChosen, this,
                [this](const dossier::QuestionKey& key) { workbench_->select(key); });
        connect(history_, &HistoryView::checkRequested, workbench_, &Workbench::checkRecord);
        connect(workbench_, &Workbench::recordChecked, history_, &HistoryView::showChecked);
        history_->setSnapshot(workbench_->snapshot());
        history_->setSelection(workbench_->selection());
    }
    history_->show();
    history_->raise();
    history_->activateWindow();
}

void MainWindow::showExhibit(const dossier::Evidence& evidence) {
    auto had = workbench_->exhibit(evidence);
    auto* wrong = std::get_if<QString>(&had);
    auto* view = new ExhibitView(evidence, wrong ? std::string() : std::move(std::get<std::string>(had)),
                                 wrong ? *wrong : QString(), this);
    view->setAttribute(Qt::WA_DeleteOnClose);
    connect(view, &ExhibitView::saved, messages_,
            [this](const QString& file) { messages_->showNotice(tr("Written: %1").arg(file)); });
    connect(view, &ExhibitView::failed, messages_, &MessageBar::showProblem);
    view->show();
}

void MainWindow::advanceLater() {
    const auto* question = workbench_->selectedQuestion();
    advanceFrom_ = workbench_->selection();
    if (Settings::autoAdvance() && question && dossier::needsDecision(*question))
        advance_.start();
}

void MainWindow::openFinder(Finder::What what, const QString& query) {
    if (finder_)
        finder_->close();
    if (what == Finder::What::Commands)
        fillRecent(); // the cases used last are commands, too
    finder_ = new Finder(what, menuBar(), this);
    if (what == Finder::What::Text) {
        searcher_->setSnapshot(workbench_->snapshot(), anotherCase_);
        anotherCase_ = false;
        connect(finder_, &Finder::asked, searcher_, &Searcher::find);
        connect(
            searcher_, &Searcher::found, finder_,
            [this](const QString& asked, const std::vector<store::Hit>& hits, bool complete, const QString& problem) {
                finder_->setHits(asked, hits, *workbench_->snapshot(), complete, problem);
            });
        connect(finder_, &Finder::articleChosen, this, [this](const dossier::ArticleId& article, text::Span words) {
            if (!panes_->reveal(article, words))
                messages_->showNotice(tr("That article is hidden: show it again from the strip above the panes."));
        });
        connect(finder_, &Finder::questionChosen, this, [this](const dossier::QuestionKey& key) {
            workbench_->select(key);
            questions_->list()->setFocus(Qt::OtherFocusReason);
        });
    }
    finder_->setQuery(query);
    finder_->open();
}

/// What a case without a name of its own is called: its first headline, else "Untitled".
QString MainWindow::firstHeadline() const {
    for (const dossier::Article& article : workbench_->snapshot()->articles)
        if (!article.info.title.empty()) {
            const QString headline = text(article.info.title);
            return headline.size() <= 60 ? headline : headline.left(59).trimmed() + u'…';
        }
    return tr("Untitled");
}

void MainWindow::showTitle() {
    const auto place = workbench_->place();
    QString title = text(workbench_->snapshot()->title);
    const QString opening =
        place == Workbench::Place::Nowhere ? QFileInfo(workbench_->opening()).completeBaseName() : QString();
    panes_->setOpening(opening);
    if (title.isEmpty())
        title = !opening.isEmpty()                    ? opening
                : place == Workbench::Place::Nowhere  ? tr("No case")
                : place == Workbench::Place::CaseFile ? QFileInfo(workbench_->path()).completeBaseName()
                                                      : firstHeadline();
    QString whole = title;
    if (place == Workbench::Place::Memory)
        whole = tr("%1 — sample").arg(title);
    else if (place == Workbench::Place::Working)
        whole = tr("%1 — not saved as a case yet").arg(title);
    else if (place == Workbench::Place::Shared)
        whole = tr("%1 — shared").arg(title);
    else if (workbench_->readOnly())
        whole = tr("%1 — read only").arg(title);
    setWindowTitle(whole);
    top_->setTitle(title, workbench_->path().isEmpty() ? whole : whole + u'\n' + workbench_->path());
    status_->setSaved(place, workbench_->readOnly(), typing_, workbench_->sharing());
}

void MainWindow::restoreState() {
    zoom_ = Settings::textZoom();
    panes_->setTextZoom(zoom_);
    panes_->setReducedMotion(Settings::reducedMotion());
    panes_->setPanesVisible(Settings::panesVisible());
    using Gathering = PaneBoard::Gathering;
    if (const auto gathering = Settings::gathering())
        panes_->setGathering(*gathering ? Gathering::WhenMany : Gathering::Never);
    columns_->restoreState(Settings::state(QStringLiteral("columns")));
    rowsChosen_ = leftRows_->restoreState(Settings::state(QStringLiteral("left")));
}

/// The sources take what they need, as long as the questions have most of the column and nobody has divided it.
void MainWindow::fitSources() {
    const int all = leftRows_->height();
    if (rowsChosen_ || !leftRows_->isVisible() || all <= 0)
        return;
    const int wanted = std::clamp(sources_->wantedHeight(), sources_->minimumHeight(),
                                  std::max(sources_->minimumHeight(), all * 36 / 100));
    if (sources_->height() != wanted)
        leftRows_->setSizes({all - leftRows_->handleWidth() - wanted, wanted});
}

bool MainWindow::eventFilter(QObject* watched, QEvent* event) {
    if (watched == leftRows_ && (event->type() == QEvent::Resize || event->type() == QEvent::Show))
        QMetaObject::invokeMethod(this, &MainWindow::fitSources, Qt::QueuedConnection);
    return QMainWindow::eventFilter(watched, event);
}

void MainWindow::restorePlace() {
    if (std::exchange(placed_, true))
        return;
    setMinimumSize(900, 560);
    if (!restoreGeometry(Settings::state(QStringLiteral("geometry"))))
        resize(1280, 800);
}

/// Under which name a picture of the window is kept; empty: none is.
QString MainWindow::screenName() const {
    if (!keepsScreen_ || !Settings::lastScreen() || !isVisible() || isMinimized())
        return {};
    switch (workbench_->place()) {
    case Workbench::Place::Memory:
        return LastScreen::sample();
    case Workbench::Place::Working:
    case Workbench::Place::CaseFile:
        return workbench_->readOnly() ? QString() : workbench_->path();
    default:
        return {};
    }
}

void MainWindow::keepState() {
    Settings::setState(QStringLiteral("geometry"), saveGeometry());
    Settings::setState(QStringLiteral("columns"), columns_->saveState());
    const auto y = [this](const QWidget* widget) { return widget->mapTo(this, QPoint()).y(); };
    const int begin = y(columns_);
    Outline outline;
    outline.menu = y(top_) - 1;
    outline.top = begin - 1;
    outline.left = leftRows_->width();
    outline.right = inspector_->width() + columns_->handleWidth();
    outline.sources = sources_->height() + leftRows_->handleWidth();
    outline.status = height() - begin - columns_->height();
    Settings::setState(QStringLiteral("outline"), outline.kept());
    if (rowsChosen_)
        Settings::setState(QStringLiteral("left"), leftRows_->saveState());
}

void MainWindow::beforeLeaving(const std::function<void()>& then) {
    inspector_->flush();
    if (workbench_->place() != Workbench::Place::Working || !workbench_->hasDecisions()) {
        then();
        return;
    }
    auto* box = new QMessageBox(QMessageBox::Question, tr("Name this case?"),
                                tr("This case has decisions but no name yet."), QMessageBox::NoButton, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(
        tr("Nothing is lost either way: they are on disk in a working file, which stays under File ▸ Open "
           "recent."));
    auto* save = box->addButton(tr("Save case as…"), QMessageBox::AcceptRole);
    auto* keep = box->addButton(tr("Keep as it is"), QMessageBox::DestructiveRole);
    auto* stay = box->addButton(tr("Cancel"), QMessageBox::RejectRole);
    box->setDefaultButton(save);
    box->setEscapeButton(stay);
    connect(box, &QMessageBox::buttonClicked, this, [this, save, keep, then](QAbstractButton* button) {
        if (button == save)
            askSaveAs(then);
        else if (button == keep)
            then();
    });
    box->open();
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (!finished_) { // as long as only its picture is there
        event->accept();
        return;
    }
    if (!leaving_) {
        const auto inside = std::make_shared<bool>(true);
        beforeLeaving([this, inside] {
            leaving_ = true;
            if (!*inside)
                close(); // a person has answered meanwhile
        });
        *inside = false;
        if (!leaving_) {
            event->ignore();
            return;
        }
    }
    keepState();
    LastScreen last;
    const QString name = screenName();
    if (!name.isEmpty()) {
        messages_->dismiss();
        const auto& key = workbench_->selection();
        last = {grab().toImage(), windowTitle(), key ? key->value : std::string()};
    }
    workbench_->close();
    if (!name.isEmpty()) // of the file as it is now
        last.keepFor(name, Theme::current().dark, QLocale().name());
    if (preview_)
        preview_->close();
    if (overview_)
        overview_->close();
    if (history_)
        history_->close();
    event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (event->mimeData()->hasUrls() || event->mimeData()->hasText())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
    event->acceptProposedAction();
    importing_->takeMime(event->mimeData());
}

void MainWindow::showArticle(const dossier::ArticleId& article) {
    if (!panes_->reveal(article, {}))
        messages_->showNotice(tr("That article is hidden: show it again from the strip above the panes."));
}

void MainWindow::changeEvent(QEvent* event) {
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && shownIn_ && shownIn_ != &Theme::current()) {
        shownIn_ = &Theme::current();
        // The status line's colour is written into its text. Later: all widgets are being gone through.
        QTimer::singleShot(0, inspector_, &Inspector::refresh);
    }
}

void MainWindow::followMotion(bool reduced) {
    if (Settings::reducedMotionChosen())
        return;
    motion_->setChecked(reduced);
    panes_->setReducedMotion(reduced);
}

void MainWindow::zoom(qreal factor) {
    zoom_ = qBound(0.6, factor, 2.5);
    Settings::setTextZoom(zoom_);
    panes_->setTextZoom(zoom_);
}

} // namespace countercheck::ui
