// SPDX-License-Identifier: GPL-3.0-or-later
// The menus of the window: every command has its place here, its key and a text that says what it will do.
#include "ui/basics/explanation.h"
#include "ui/deciding/correcting.h"
#include "ui/deciding/deciding.h"
#include "ui/deciding/inspector.h"
#include "ui/deciding/verdictbox.h"
#include "ui/finder.h"
#include "ui/imports/importing.h"
#include "ui/lastscreen.h"
#include "ui/mainwindow.h"
#include "ui/panes/paneboard.h"
#include "ui/panes/versionplace.h"
#include "ui/questions/questionpanel.h"
#include "ui/sources/overview.h"
#include "ui/topbar.h"
#include "ui/workbench/language.h"
#include "ui/workbench/messagebar.h"
#include "ui/workbench/settings.h"
#include "ui/workbench/tally.h"
#include "ui/workbench/words.h"

#include <QActionGroup>
#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QHash>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMenuBar>
#include <QUrl>
#include <QUrlQuery>

#include <algorithm>

namespace countercheck::ui {

void MainWindow::makeMenus() {
    const auto add = [this](QMenu* menu, const QString& words, const QKeySequence& keys, auto&& slot) {
        auto* action = menu->addAction(words);
        action->setShortcut(keys);
        connect(action, &QAction::triggered, this, std::forward<decltype(slot)>(slot));
        return action;
    };

    QMenu* file = menuBar()->addMenu(tr("&File"));
    add(file, tr("&New case…"), QKeySequence::New, [this] { askNewCase(); });
    add(file, tr("&Open case…"), QKeySequence::Open, [this] { askOpenCase(); });
    add(file, tr("Open case for rea&ding only…"), {}, [this] { askOpenCase(true); });
    add(file, tr("Open s&hared case…"), {}, [this] { askShared(false); });
    recent_ = file->addMenu(tr("Open &recent"));
    connect(recent_, &QMenu::aboutToShow, this, &MainWindow::fillRecent);
    add(file, tr("Open the sa&mple"), {}, [this] { beforeLeaving([this] { workbench_->openSample(); }); });
    file->addSeparator();
    add(file, tr("&Add articles…"), QKeySequence(tr("Ctrl+Shift+A")), [this] { importing_->askFiles(); });
    add(file, tr("Add &folder…"), {}, [this] { importing_->askFolder(); });
    add(file, tr("Add from the &web…"), QKeySequence(tr("Ctrl+Shift+O")), [this] { importing_->askWeb(); });
    watch_ = add(file, tr("Wat&ch a folder…"), {}, [this] { importing_->toggleWatch(); });
    importReport_ = add(file, tr("&Import report…"), {}, [this] { importing_->showReport(); });
    add(file, tr("&Paste text as article"), QKeySequence(tr("Ctrl+Shift+V")), [this] {
        pasteArticle();
    })->setShortcuts({QKeySequence(tr("Ctrl+Shift+V")), QKeySequence::Paste}); // text fields keep Paste to themselves
    file->addSeparator();
    saveAs_ = add(file, tr("&Save case as…"), QKeySequence(tr("Ctrl+Shift+S")), [this] { askSaveAs(); });
    previewAction_ = add(file, tr("Pre&view summary"), QKeySequence(tr("Ctrl+Shift+P")), [this] { askPreview(); });
    export_ = add(file, tr("&Export…"), QKeySequence(tr("Ctrl+E")), [this] { askExport(); });
    bundle_ = add(file, tr("Export review &bundle…"), {}, [this] { askExportBundle(); });
    merge_ = add(file, tr("Mer&ge…"), {}, [this] { askMerge(); });
    share_ = add(file, tr("Share &this case…"), {}, [this] { askShared(true); });
    file->addSeparator();
    add(file, tr("&Quit"), QKeySequence::Quit, [this] { close(); });

    QMenu* edit = menuBar()->addMenu(tr("&Edit"));
    undo_ = add(edit, tr("&Undo"), QKeySequence::Undo, [this] {
        inspector_->flush();
        workbench_->undo();
    });
    redo_ = add(edit, tr("&Redo"), QKeySequence(tr("Ctrl+Shift+Z")), [this] { workbench_->redo(); });
    edit->addSeparator();
    add(edit, tr("&Find"), QKeySequence::Find, [this] {
        top_->search()->setFocus(Qt::ShortcutFocusReason);
        top_->search()->selectAll();
    });
    find_ = add(edit, tr("Find in the &case…"), QKeySequence(tr("Ctrl+Shift+F")),
                [this] { openFinder(Finder::What::Text, top_->search()->text()); });
    add(edit, tr("Com&mands…"), QKeySequence(tr("Ctrl+K")), [this] { openFinder(Finder::What::Commands, {}); });
    edit->addSeparator();
    details_ = add(edit, tr("Article &details…"), QKeySequence(tr("Ctrl+I")), [this] { editAnyDetails(); });
    changes_ = add(edit, tr("W&hat changed between versions…"), {}, [this] { importing_->showAnyChanges(); });
    title_ = add(edit, tr("Case &title…"), {}, [this] { askTitle(); });

    QMenu* view = menuBar()->addMenu(tr("&View"));
    QMenu* theme = view->addMenu(tr("&Theme"));
    auto* themes = new QActionGroup(this);
    const std::pair<ThemeChoice, QString> choices[] = {{ThemeChoice::FollowDesktop, tr("As the &desktop")},
                                                       {ThemeChoice::Light, tr("&Light")},
                                                       {ThemeChoice::Dark, tr("Dar&k")}};
    for (const auto& [choice, words] : choices) {
        auto* action = add(theme, words, {}, [this, choice = choice] { setTheme(static_cast<int>(choice)); });
        action->setCheckable(true);
        action->setChecked(Settings::theme() == choice);
        themes->addAction(action);
    }
    QMenu* language = view->addMenu(tr("L&anguage"));
    auto* languages = new QActionGroup(this);
    // A language is called by its own name: who opened the wrong one finds the way back.
    const std::pair<Language, QString> spoken[] = {{Language::FollowDesktop, tr("As the &desktop")},
                                                   {Language::English, QStringLiteral("&English")},
                                                   {Language::French, QStringLiteral("&Français")}};
    for (const auto& [choice, words] : spoken) {
        auto* action = add(language, words, {}, [this, choice = choice] {
            Settings::setLanguage(choice);
            messages_->showNotice(tr("The language changes when Countercheck is started again."));
        });
        action->setCheckable(true);
        action->setChecked(Settings::language() == choice);
        languages->addAction(action);
    }
    view->addSeparator();
    add(view, tr("Text &larger"), QKeySequence::ZoomIn, [this] {
        zoom(zoom_ * 1.1);
    })->setShortcuts({QKeySequence(tr("Ctrl++")), QKeySequence(tr("Ctrl+="))});
    add(view, tr("Text &smaller"), QKeySequence::ZoomOut, [this] { zoom(zoom_ / 1.1); });
    add(view, tr("Text in its &natural size"), QKeySequence(tr("Ctrl+0")), [this] { zoom(1); });
    view->addSeparator();
    overviewAction_ =
        add(view, tr("&Overview: matrix, timeline, lineage"), QKeySequence(Qt::Key_F9), [this] { showOverview(); });
    historyAction_ = add(view, tr("&History of the case"), QKeySequence(tr("Ctrl+H")), [this] { showHistory(); });
    QMenu* side = view->addMenu(tr("&Panes side by side"));
    auto* panes = new QActionGroup(this);
    for (int n = 1; n <= 6; ++n) {
        auto* action = add(side, tr("&%1").arg(n), {}, [this, n] {
            Settings::setPanesVisible(n);
            panes_->setPanesVisible(n);
        });
        action->setCheckable(true);
        action->setChecked(Settings::panesVisible() == n);
        panes->addAction(action);
    }
    motion_ = add(view, tr("&Reduced motion"), {}, [this](bool on) {
        Settings::setReducedMotion(on);
        panes_->setReducedMotion(on);
    });
    motion_->setCheckable(true);
    motion_->setChecked(Settings::reducedMotion());
    auto* advance = add(view, tr("&Go on after a decision"), {}, [](bool on) { Settings::setAutoAdvance(on); });
    advance->setToolTip(tr("Goes to the next unresolved question a moment after a verdict or a dismissal"));
    advance->setCheckable(true);
    advance->setChecked(Settings::autoAdvance());

    auto* screen = add(view, tr("&Keep a picture for the next start"), {}, [](bool on) {
        Settings::setLastScreen(on);
        if (!on)
            LastScreen::forgetAll();
    });
    screen->setToolTip(tr("The window then shows at once what it showed when it was closed. The picture lies in your "
                          "cache folder, for you alone."));
    screen->setCheckable(true);
    screen->setChecked(Settings::lastScreen());

    QMenu* go = menuBar()->addMenu(tr("&Go"));
    next_ = add(go, tr("&Next unresolved"), QKeySequence(Qt::Key_F8), [this] { workbench_->walkUnresolved(+1); });
    previous_ = add(go, tr("&Previous unresolved"), QKeySequence(Qt::SHIFT | Qt::Key_F8),
                    [this] { workbench_->walkUnresolved(-1); });
    bring_ =
        add(go, tr("&Bring counterparts here"), QKeySequence(tr("Ctrl+B")), [this] { panes_->bringCounterparts(); });
    go->addSeparator();
    add(go, tr("Next p&ane"), QKeySequence(Qt::Key_F6), [this] { panes_->focusNextPane(); });
    add(go, tr("Pre&vious pane"), QKeySequence(Qt::SHIFT | Qt::Key_F6), [this] { panes_->focusPreviousPane(); });
    go->addSeparator();
    add(go, tr("To the &questions"), QKeySequence(tr("Alt+1")),
        [this] { questions_->list()->setFocus(Qt::ShortcutFocusReason); });
    add(go, tr("To the a&rticles"), QKeySequence(tr("Alt+2")), [this] { panes_->focusNextPane(); });
    add(go, tr("To the &inspector"), QKeySequence(tr("Alt+3")), [this] { inspector_->focusVerdict(); });
    allArticles_ = add(go, tr("To the list of a&ll articles"), QKeySequence(tr("Alt+4")), [this] {
        showOverview();
        overview_->showArticles();
    });

    QMenu* check = menuBar()->addMenu(tr("&Check"));
    verdict_ = add(check, tr("Set the &verdict"), QKeySequence(tr("Ctrl+D")), [this] { inspector_->focusVerdict(); });
    outdated_ =
        add(check, tr("O&utdated…"), {}, [this] { deciding_->askVerdict(dossier::VerdictState::Outdated, {}); });
    note_ =
        add(check, tr("Write a &note"), QKeySequence(tr("Ctrl+M")), [this] { inspector_->verdictBox()->focusNote(); });
    discuss_ = add(check, tr("Dis&cuss"), QKeySequence(tr("Ctrl+T")), [this] { inspector_->focusDiscussion(); });
    evidence_ = add(check, tr("Add &evidence…"), {}, [this] { inspector_->verdictBox()->chooseEvidence(); });
    pasteEvidence_ = add(check, tr("Add evidence &from the clipboard"), QKeySequence(tr("Ctrl+Alt+V")),
                         [this] { inspector_->verdictBox()->pasteEvidence(); });
    address_ = add(check, tr("Add an add&ress as evidence…"), {}, [this] { deciding_->askAddress(); });
    grade_ = add(check, tr("&Grade a source…"), QKeySequence(tr("Ctrl+G")), [this] { deciding_->askGrades({}); });
    signOff_ = add(check, tr("&Sign off"), QKeySequence(tr("Ctrl+Return")), [this] { signOff(); });
    signOff_->setShortcuts({QKeySequence(tr("Ctrl+Return")), QKeySequence(tr("Ctrl+Enter"))});
    revoke_ = add(check, tr("Revo&ke sign-off…"), {}, [this] { askRevoke(); });
    sendBack_ = add(check, tr("Send &back…"), QKeySequence(tr("Ctrl+Shift+B")), [this] { deciding_->askSendBack(); });
    check->addSeparator();
    dismiss_ = add(check, tr("&Dismiss question…"), {}, [this] { askDismiss(); });
    join_ = add(check, tr("&Join with another question…"), QKeySequence(tr("Ctrl+J")), [this] { askJoin(); });
    check->addSeparator();
    add(check, tr("&I am…"), {}, [this] { askPerson(); });

    makeCorrectMenu();

    QMenu* help = menuBar()->addMenu(tr("&Help"));
    add(help, tr("&Manual"), QKeySequence(Qt::SHIFT | Qt::Key_F1), [this] { showManual(); });
    add(help, tr("&Keys"), QKeySequence::HelpContents, [this] { showShortcuts(); });
    add(help, tr("&About Countercheck"), {}, [this] { showAbout(); });
}

void MainWindow::fillRecent() {
    recent_->clear();
    recent_->setToolTipsVisible(true);
    const QStringList recent = Settings::recentCases(true);
    const auto nameOf = [](const QString& path) {
        return Workbench::isShared(path)
                   ? tr("%1 (shared)")
                         .arg(QUrlQuery(QUrl(path)).queryItemValue(QStringLiteral("case"), QUrl::FullyDecoded))
                   : QFileInfo(path).completeBaseName();
    };
    QHash<QString, int> named;
    for (const QString& path : recent)
        ++named[nameOf(path)];
    bool anyGone = false;
    int number = 0;
    for (const QString& path : recent) {
        const bool gone = !Workbench::isShared(path) && !QFileInfo::exists(path);
        anyGone = anyGone || gone;
        QString words = nameOf(path);
        if (named.value(words) > 1 && !Workbench::isShared(path))
            words = tr("%1, in %2").arg(words, QFileInfo(path).dir().dirName());
        if (gone)
            words = tr("%1 (not found)").arg(words);
        words.replace(u'&', QStringLiteral("&&"));
        ++number;
        auto* action =
            recent_->addAction(number < 10 ? QStringLiteral("&%1  %2").arg(QString::number(number), words) : words);
        action->setToolTip(gone ? tr("%1 is not there now. If it was moved, open it with File ▸ Open case…").arg(path)
                                : path);
        action->setEnabled(!gone);
        connect(action, &QAction::triggered, this,
                [this, path] { beforeLeaving([this, path] { workbench_->openCase(path); }); });
    }
    if (recent.isEmpty()) {
        recent_->addAction(tr("none yet"))->setEnabled(false);
        return;
    }
    recent_->addSeparator();
    if (anyGone)
        connect(recent_->addAction(tr("&Forget those not found")), &QAction::triggered, this,
                [] { Settings::forgetRecentCases(true); });
    connect(recent_->addAction(tr("&Clear this list")), &QAction::triggered, this,
            [] { Settings::forgetRecentCases(false); });
}

void MainWindow::updateActions() {
    const auto snapshot = workbench_->snapshot();
    const auto* question = workbench_->selectedQuestion();
    const bool open = workbench_->place() != Workbench::Place::Nowhere;
    const bool articles = !snapshot->articles.empty();
    const bool unresolved = tallyOf(*snapshot).unresolved > 0;
    const bool writable = open && !workbench_->readOnly();
    // What the sample was made of is nobody's doing here.
    const bool done = snapshot->canUndo && workbench_->place() != Workbench::Place::Memory;
    undo_->setEnabled(writable && done);
    undo_->setText(done ? tr("&Undo %1").arg(told(snapshot->undoText)) : tr("&Undo"));
    redo_->setEnabled(writable && snapshot->canRedo);
    redo_->setText(snapshot->canRedo ? tr("&Redo %1").arg(told(snapshot->redoText)) : tr("&Redo"));
    saveAs_->setEnabled(open);
    share_->setEnabled(open && workbench_->place() != Workbench::Place::Shared && snapshot->records > 0);
    for (QAction* action : {export_, previewAction_, details_, find_, overviewAction_, allArticles_})
        action->setEnabled(articles);
    title_->setEnabled(writable);
    for (QAction* action : {next_, previous_})
        action->setEnabled(unresolved);
    historyAction_->setEnabled(open);
    for (QAction* action : {bring_, verdict_, note_, signOff_, discuss_})
        action->setEnabled(question);
    for (QAction* action : {dismiss_, join_, evidence_, pasteEvidence_})
        action->setEnabled(question && writable);
    revoke_->setEnabled(question && writable &&
                        snapshot->decisionsOf({question->key}).figureState() == dossier::FigureState::SignedOff);
    const QString watched = importing_->watch()->folder();
    watch_->setText(watched.isEmpty() ? tr("Wat&ch a folder…") : tr("Stop wat&ching %1").arg(QDir(watched).dirName()));
    importReport_->setEnabled(workbench_->lastImport() != nullptr);
    changes_->setEnabled(hasVersions(*snapshot));
    top_->setCase(articles, unresolved);
    updateCorrections();
}

void MainWindow::makeCorrectMenu() {
    QMenu* menu = menuBar()->addMenu(tr("C&orrect"));
    menu->setToolTipsVisible(true);
    const auto add = [this, menu](const QString& words, const QKeySequence& keys, auto&& slot) {
        auto* action = menu->addAction(words);
        action->setShortcut(keys);
        connect(action, &QAction::triggered, this, std::forward<decltype(slot)>(slot));
        return action;
    };
    mark_ = add(tr("&Mark words as answer"), QKeySequence(tr("M")), [this] { correcting_->mark(panes_->spot()); });
    newQuestion_ = add(tr("&New question from these words…"), QKeySequence(tr("Shift+M")),
                       [this] { correcting_->askNewQuestion(panes_->spot()); });
    value_ = add(tr("Correct &value…"), QKeySequence(tr("V")), [this] { correcting_->askValue(panes_->spot()); });
    split_ = add(tr("Not the same q&uestion"), QKeySequence(tr("X")), [this] { correcting_->split(panes_->spot()); });
    for (QAction* action : {mark_, newQuestion_, value_, split_}) { // single letters belong to the articles alone
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        panes_->addAction(action);
    }
    menu->addSeparator();
    same_ = add(tr("&Same question as…"), QKeySequence(tr("Ctrl+Shift+J")), [this] {
        const QWidget* focus = QApplication::focusWidget();
        correcting_->beginSame(focus && panes_->isAncestorOf(focus) ? panes_->spot() : std::nullopt);
    });
    nearMisses_ =
        add(tr("&Possibly the same…"), QKeySequence(tr("Ctrl+Alt+J")), [this] { correcting_->showNearMisses(); });
    rename_ = add(tr("&Rename question…"), QKeySequence(Qt::Key_F2), [this] { correcting_->askName(); });
    relation_ = add(tr("&Dismiss relation…"), {}, [this] { correcting_->askRelation(); });
    menu->addSeparator();
    lineage_ = add(tr("Derived or &independent…"), {}, [this] { correcting_->askLineage(); });
    lost_ = add(tr("&Lost…"), {}, [this] { correcting_->showLost(); });
}

void MainWindow::updateCorrections() {
    const auto snapshot = workbench_->snapshot();
    const auto* question = workbench_->selectedQuestion();
    const bool open = workbench_->place() != Workbench::Place::Nowhere;
    const QString closed = !open                    ? tr("No case is open.")
                           : workbench_->readOnly() ? tr("This case is open for reading only.")
                                                    : QString();
    const auto set = [](QAction* action, const QString& missing) {
        action->setEnabled(missing.isEmpty());
        action->setToolTip(missing.isEmpty() ? QString(action->text()).remove(u'&') : missing);
    };
    const QString none = !closed.isEmpty() ? closed : question ? QString() : tr("Select a question first.");
    const QString few = !closed.isEmpty()               ? closed
                        : snapshot->articles.size() < 2 ? tr("It takes two articles.")
                                                        : QString();
    for (QAction* action : {mark_, newQuestion_, value_, split_})
        set(action, !closed.isEmpty()            ? closed
                    : snapshot->articles.empty() ? tr("There are no articles yet.")
                                                 : QString());
    for (QAction* action : {same_, rename_, grade_, address_})
        set(action, none);
    set(relation_, none.isEmpty() && question->relations.empty() ? tr("Nothing is related in this question.") : none);
    set(lineage_, few);
    const auto misses = snapshot->comparison.nearMisses.size();
    set(nearMisses_, !open ? closed : misses == 0 ? tr("No two questions are that near.") : QString());
    const auto lost = snapshot->lostCount();
    lost_->setText(lost > 0 ? tr("&Lost (%1)…").arg(lost) : tr("&Lost…"));
    set(lost_, !open ? closed : lost == 0 ? tr("Nothing is lost.") : QString());
    set(sendBack_, none.isEmpty() ? workbench_->whyNot(dossier::SendBack{{question->key}, "x"}) : none);
    set(outdated_,
        none.isEmpty()
            ? workbench_->whyNot(dossier::SetVerdict{{question->key}, dossier::VerdictState::Outdated, {}, {}, "x"})
            : none);
    set(bundle_, open ? QString() : tr("No case is open."));
    set(merge_, closed);
}

} // namespace countercheck::ui
