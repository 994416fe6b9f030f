// SPDX-License-Identifier: GPL-3.0-or-later
// The workbench's window: questions and sources at the left, articles in the middle, inspector at the right. It shows
// what the Workbench holds and passes on what people do; one selection is shared by the three.
#pragma once

#include "core/dossier/dossier.h"
#include "ui/finder.h"
#include "ui/lastscreen.h"
#include "ui/workbench/workbench.h"

#include <QMainWindow>
#include <QPointer>
#include <QTimer>

#include <functional>

class QAction;
class QActionGroup;
class QMenu;
class QSplitter;

namespace countercheck::ui {

class Correcting;
class Deciding;
class Importing;
class Inspector;
class MessageBar;
class HistoryView;
class ManualWindow;
class Overview;
class PaneBoard;
class PreviewWindow;
class QuestionPanel;
class Searcher;
class SourcesPanel;
class StatusLine;
struct Theme;
class TopBar;

class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    explicit MainWindow(Workbench* workbench, QWidget* parent = nullptr);
    /// A window that shows what it showed last time, if there is a picture, and can do nothing else before finish().
    MainWindow(Workbench* workbench, const LastScreen& last);
    ~MainWindow() override;

    /// Makes all that the window consists of, unless it is there.
    void finish();
    /// As the desktop wishes, unless the person who sits here has chosen.
    void followMotion(bool reduced);
    /// A picture of it is kept when it is closed, as the person wishes (Settings::lastScreen).
    void setKeepsScreen(bool keeps) { keepsScreen_ = keeps; }

    [[nodiscard]] QString message() const; ///< what the message bar shows; empty: nothing

protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    // mainmenu.cpp
    void makeMenus();
    void makeCorrectMenu();
    void updateCorrections();
    void fillRecent();
    void updateActions();

    void connectWorkbench();
    void showSnapshot();
    void showTitle();
    [[nodiscard]] QString firstHeadline() const;
    void restoreState();
    void fitSources();
    void restorePlace();
    void keepState();
    [[nodiscard]] QString screenName() const;
    /// Runs `then` now, or after a person has said what becomes of an unnamed case with decisions.
    void beforeLeaving(const std::function<void()>& then);

    void askNewCase();
    void askOpenCase(bool toRead = false);
    void askShared(bool share);
    void askSaveAs(const std::function<void()>& then = {});
    void askExport();
    void askPreview();
    void askPerson();
    void askExportBundle();
    void askMerge();
    void advanceLater();
    void askTitle();
    void askRevoke();
    void signOff();
    void askDismiss();
    void askJoin();
    void askRemove(const dossier::ArticleId& article);
    void editDetails(const dossier::ArticleId& article);
    void editAnyDetails();
    void pasteArticle();
    void showArticle(const dossier::ArticleId& article);
    void showOverview();
    void showHistory();
    void showExhibit(const dossier::Evidence& evidence);
    void openFinder(Finder::What what, const QString& query);
    void zoom(qreal factor);
    void setTheme(int choice);
    void showManual();
    void showShortcuts();
    void showAbout();

    Workbench* workbench_ = nullptr;
    TopBar* top_ = nullptr;
    MessageBar* messages_ = nullptr;
    QuestionPanel* questions_ = nullptr;
    SourcesPanel* sources_ = nullptr;
    PaneBoard* panes_ = nullptr;
    Inspector* inspector_ = nullptr;
    StatusLine* status_ = nullptr;
    QSplitter* columns_ = nullptr;
    QSplitter* leftRows_ = nullptr;
    QPointer<PreviewWindow> preview_;
    QPointer<Finder> finder_;
    QPointer<Overview> overview_;
    QPointer<HistoryView> history_;
    QPointer<ManualWindow> manual_;
    Searcher* searcher_ = nullptr;
    bool anotherCase_ = true; ///< since the index was made
    Deciding* deciding_ = nullptr;
    Correcting* correcting_ = nullptr;
    Importing* importing_ = nullptr;
    QTimer advance_; ///< to the next unresolved question, a moment after a decision
    Selection advanceFrom_;
    QTimer jobDelay_; ///< short work shows no progress bar
    QString jobWhat_;
    bool typing_ = false;
    bool leaving_ = false;
    bool placed_ = false;
    bool rowsChosen_ = false; ///< a person has divided the left column
    bool finished_ = false;
    bool keepsScreen_ = false;
    QImage picture_;                 ///< until it is finished
    const Theme* shownIn_ = nullptr; ///< the colours of what was written last
    qreal zoom_ = 1;

    QMenu* recent_ = nullptr;
    QAction *saveAs_ = nullptr, *export_ = nullptr, *previewAction_ = nullptr, *undo_ = nullptr, *redo_ = nullptr,
            *next_ = nullptr, *previous_ = nullptr, *bring_ = nullptr, *signOff_ = nullptr, *revoke_ = nullptr,
            *dismiss_ = nullptr, *join_ = nullptr, *evidence_ = nullptr, *verdict_ = nullptr, *details_ = nullptr,
            *title_ = nullptr, *note_ = nullptr, *find_ = nullptr, *sendBack_ = nullptr, *address_ = nullptr,
            *grade_ = nullptr, *outdated_ = nullptr, *historyAction_ = nullptr, *discuss_ = nullptr,
            *pasteEvidence_ = nullptr, *bundle_ = nullptr, *merge_ = nullptr, *share_ = nullptr,
            *overviewAction_ = nullptr, *watch_ = nullptr, *importReport_ = nullptr, *changes_ = nullptr,
            *allArticles_ = nullptr, *motion_ = nullptr;
    // Corrections: about words and marks, about the selected question, about the case.
    QAction *mark_ = nullptr, *newQuestion_ = nullptr, *value_ = nullptr, *split_ = nullptr, *same_ = nullptr,
            *rename_ = nullptr, *relation_ = nullptr, *lineage_ = nullptr, *nearMisses_ = nullptr, *lost_ = nullptr;
};

} // namespace countercheck::ui
