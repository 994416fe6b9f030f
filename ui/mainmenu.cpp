// SPDX-License-Identifier: GPL-3.0-or-later
// The menus of the window: every command has its place here, its key and a text that says what it will do.
#include "ui/finder.h"
#include "ui/inspector.h"
#include "ui/mainwindow.h"
#include "ui/panes/paneboard.h"
#include "ui/questionpanel.h"
#include "ui/settings.h"
#include "ui/topbar.h"
#include "ui/verdictbox.h"
#include "ui/words.h"

#include <QActionGroup>
#include <QFileInfo>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMenuBar>

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
    recent_ = file->addMenu(tr("Open &recent"));
    connect(recent_, &QMenu::aboutToShow, this, &MainWindow::fillRecent);
    add(file, tr("Open the sa&mple"), {}, [this] { beforeLeaving([this] { workbench_->openSample(); }); });
    file->addSeparator();
    add(file, tr("&Add articles…"), QKeySequence(tr("Ctrl+Shift+A")), [this] { askAddArticles(); });
    add(file, tr("&Paste text as article"), QKeySequence(tr("Ctrl+Shift+V")), [this] {
        pasteArticle();
    })->setShortcuts({QKeySequence(tr("Ctrl+Shift+V")), QKeySequence::Paste}); // text fields keep Paste to themselves
    file->addSeparator();
    saveAs_ = add(file, tr("&Save case as…"), QKeySequence(tr("Ctrl+Shift+S")), [this] { askSaveAs(); });
    previewAction_ = add(file, tr("Pre&view summary"), QKeySequence(tr("Ctrl+Shift+P")), [this] { askPreview(); });
    export_ = add(file, tr("&Export…"), QKeySequence(tr("Ctrl+E")), [this] { askExport(); });
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
    view->addSeparator();
    add(view, tr("Text &larger"), QKeySequence::ZoomIn, [this] {
        zoom(zoom_ * 1.1);
    })->setShortcuts({QKeySequence(tr("Ctrl++")), QKeySequence(tr("Ctrl+="))});
    add(view, tr("Text &smaller"), QKeySequence::ZoomOut, [this] { zoom(zoom_ / 1.1); });
    add(view, tr("Text in its &natural size"), QKeySequence(tr("Ctrl+0")), [this] { zoom(1); });
    view->addSeparator();
    overviewAction_ =
        add(view, tr("&Overview: matrix, timeline, lineage"), QKeySequence(Qt::Key_F9), [this] { showOverview(); });
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
    auto* motion = add(view, tr("&Reduced motion"), {}, [this](bool on) {
        Settings::setReducedMotion(on);
        panes_->setReducedMotion(on);
    });
    motion->setCheckable(true);
    motion->setChecked(Settings::reducedMotion());

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

    QMenu* check = menuBar()->addMenu(tr("&Check"));
    verdict_ = add(check, tr("Set the &verdict"), QKeySequence(tr("Ctrl+D")), [this] { inspector_->focusVerdict(); });
    note_ =
        add(check, tr("Write a &note"), QKeySequence(tr("Ctrl+M")), [this] { inspector_->verdictBox()->focusNote(); });
    evidence_ = add(check, tr("Add &evidence…"), {}, [this] { inspector_->verdictBox()->chooseEvidence(); });
    signOff_ = add(check, tr("&Sign off"), QKeySequence(tr("Ctrl+Return")), [this] { inspector_->signOff(); });
    signOff_->setShortcuts({QKeySequence(tr("Ctrl+Return")), QKeySequence(tr("Ctrl+Enter"))});
    revoke_ = add(check, tr("Re&voke sign-off…"), {}, [this] { askRevoke(); });
    check->addSeparator();
    dismiss_ = add(check, tr("&Dismiss question…"), {}, [this] { askDismiss(); });
    join_ = add(check, tr("&Join with another question…"), QKeySequence(tr("Ctrl+J")), [this] { askJoin(); });
    check->addSeparator();
    add(check, tr("&I am…"), {}, [this] { askPerson(); });

    QMenu* help = menuBar()->addMenu(tr("&Help"));
    add(help, tr("&Keys"), QKeySequence::HelpContents, [this] { showShortcuts(); });
    add(help, tr("&About Countercheck"), {}, [this] { showAbout(); });
}

void MainWindow::fillRecent() {
    recent_->clear();
    const QStringList recent = Settings::recentCases();
    for (const QString& path : recent) {
        auto* action = recent_->addAction(QFileInfo(path).completeBaseName());
        action->setToolTip(path);
        connect(action, &QAction::triggered, this,
                [this, path] { beforeLeaving([this, path] { workbench_->openCase(path); }); });
    }
    if (recent.isEmpty())
        recent_->addAction(tr("none yet"))->setEnabled(false);
}

void MainWindow::updateActions() {
    const auto snapshot = workbench_->snapshot();
    const auto* question = workbench_->selectedQuestion();
    const bool open = workbench_->place() != Workbench::Place::Nowhere;
    const bool articles = !snapshot->articles.empty();
    const bool unresolved = snapshot->unresolved() > 0;
    const bool writable = open && !workbench_->readOnly();
    undo_->setEnabled(writable && snapshot->canUndo);
    undo_->setText(snapshot->canUndo ? tr("&Undo %1").arg(text(snapshot->undoText)) : tr("&Undo"));
    redo_->setEnabled(writable && snapshot->canRedo);
    redo_->setText(snapshot->canRedo ? tr("&Redo %1").arg(text(snapshot->redoText)) : tr("&Redo"));
    saveAs_->setEnabled(open);
    for (QAction* action : {export_, previewAction_, details_, find_, overviewAction_})
        action->setEnabled(articles);
    title_->setEnabled(writable);
    for (QAction* action : {next_, previous_})
        action->setEnabled(unresolved);
    for (QAction* action : {bring_, verdict_, note_, signOff_})
        action->setEnabled(question);
    for (QAction* action : {dismiss_, join_, evidence_})
        action->setEnabled(question && writable);
    revoke_->setEnabled(question && writable &&
                        snapshot->decisionsOf({question->key}).figureState() == dossier::FigureState::SignedOff);
    top_->setCase(articles, unresolved);
}

} // namespace countercheck::ui
