// SPDX-License-Identifier: GPL-3.0-or-later
// What the window asks and how it answers when something is wrong: reasons, joins, names for cases, files that are no
// cases, folders that cannot be written, imports that are stopped, and looks that change while it runs.
#include "tests/ui/drive.h"
#include "tests/ui/storycase.h"
#include "tests/ui/storywindow.h"

#include "ui/basics/theme.h"
#include "ui/exports/exportdialog.h"
#include "ui/mainwindow.h"
#include "ui/panes/articlepane.h"
#include "ui/panes/articletext.h"
#include "ui/panes/paneboard.h"
#include "ui/panes/paneheader.h"
#include "ui/workbench/settings.h"
#include "ui/workbench/workbench.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QDropEvent>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
#include <QTextBrowser>
#include <QToolButton>
#include <QUrl>

#include <memory>

using namespace countercheck;
using namespace countercheck::ui;
using drive::command;
using drive::find;
using drive::label;
using drive::press;

namespace {
QByteArray bytesOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}
} // namespace

class tst_WindowDialogs : public StoryWindow {
    Q_OBJECT

    QAction* run(const QString& begins) const {
        QAction* action = command(*window_, begins);
        if (!action->isEnabled())
            throw std::runtime_error(begins.toStdString() + " cannot be chosen");
        action->trigger();
        return action;
    }
    /// Answers the dialog that asks for one line.
    static void answer(const QString& words) {
        auto* dialog = drive::dialog<QInputDialog>();
        dialog->setTextValue(words);
        dialog->accept();
        QTRY_VERIFY(!dialog->isVisible());
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    [[nodiscard]] const dossier::Decisions& decisions(const char* key) const {
        return workbench_->snapshot()->decisionsOf({key});
    }
    [[nodiscard]] std::size_t questions() const { return workbench_->snapshot()->comparison.questions.size(); }
    QString makeCaseFile(const QString& name) const {
        const QString path = home_->file(name);
        auto made = store::CaseFile::open(path.toStdString(), store::OpenMode::CreateOrOpen);
        if (auto* wrong = std::get_if<store::Problem>(&made))
            throw std::runtime_error(wrong->message);
        storycase::fill(*std::get<0>(made));
        return path;
    }
    QString makeArticle(const QString& name, const QByteArray& text) const {
        const QString path = home_->file(name);
        if (!writeWhole(path, text).isEmpty())
            throw std::runtime_error("cannot write " + name.toStdString());
        return path;
    }
    [[nodiscard]] PaneBoard* board() const { return window_->findChild<PaneBoard*>(); }

private slots:
    void initTestCase() { applyTheme(*qApp, ThemeChoice::Light); }
    void init() { openStory(Workbench::Place::CaseFile, {"Ada", dossier::Role::Checker}); }
    void cleanup() { closeStory(); }

    void aSignOffIsRevokedWithAReason() {
        workbench_->select(dossier::QuestionKey{"attackers"});
        press(window_.get(), "Verdict: Disputed");
        QVERIFY(!command(*window_, "Revoke")->isEnabled());
        workbench_->setPerson({"Grace", dossier::Role::Editor});
        press(window_.get(), "Sign off");
        QCOMPARE(decisions("attackers").figureState(), dossier::FigureState::SignedOff);
        run("Revoke");
        drive::dialog<QInputDialog>()->reject(); // nothing happens
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QCOMPARE(decisions("attackers").figureState(), dossier::FigureState::SignedOff);
        run("Revoke");
        answer("a ministry has named a number");
        QVERIFY(decisions("attackers").figureState() != dossier::FigureState::SignedOff);
        QVERIFY2(label(window_.get(), "History")->text().contains("a ministry has named a number"),
                 qPrintable(label(window_.get(), "History")->text()));
        QVERIFY(!command(*window_, "Revoke")->isEnabled());
    }

    void aQuestionIsDismissedWithAReasonOnly() {
        workbench_->select(dossier::QuestionKey{"sites"});
        run("Dismiss");
        answer("   ");
        QVERIFY(window_->message().contains("reason"));
        QVERIFY(!decisions("sites").resolved());
        QCOMPARE(label(window_.get(), "Left to do")->text(), "3 of 3 unresolved");
        run("Dismiss");
        answer("the same plants, counted by name");
        QVERIFY(decisions("sites").resolved());
        QCOMPARE(label(window_.get(), "Left to do")->text(), "2 of 3 unresolved");
        QVERIFY(label(window_.get(), "History")->text().contains("counted by name"));
        // The menu says what will be undone.
        QVERIFY2(command(*window_, "Undo")->text().size() > QStringLiteral("&Undo ").size(),
                 qPrintable(command(*window_, "Undo")->text()));
        run("Undo");
        QVERIFY(!decisions("sites").resolved());
        QVERIFY(command(*window_, "Redo")->text().size() > QStringLiteral("&Redo ").size());
        run("Redo");
        QVERIFY(decisions("sites").resolved());
    }

    void twoQuestionsBecomeOneAndTwoAgain() {
        workbench_->select(dossier::QuestionKey{"abducted"});
        const auto before = questions();
        run("Join");
        auto* dialog = drive::dialog<QInputDialog>();
        QStringList offered = dialog->comboBoxItems();
        QCOMPARE(offered.size(), static_cast<qsizetype>(before) - 1);
        QVERIFY(offered.filter("abducted").isEmpty()); // not with itself
        const auto sites = offered.filter("sites");
        QCOMPARE(sites.size(), 1);
        dialog->setTextValue(sites.front());
        dialog->accept();
        QCOMPARE(questions(), before - 1);
        QVERIFY(workbench_->selectedQuestion());
        QCOMPARE(workbench_->selectedQuestion()->claims.size(), std::size_t(7));
        run("Undo");
        QCOMPARE(questions(), before);
    }

    void theKeysAreListed() {
        QCOMPARE(command(*window_, "Keys")->shortcut(), QKeySequence(Qt::Key_F1));
        run("Keys");
        auto* dialog = drive::dialog<QDialog>();
        const QString words = find<QTextBrowser>(dialog, "List of keys")->toPlainText();
        for (const char* key : {"F8", "Shift+F8", "Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+Return", "F6", "Ctrl+E"})
            QVERIFY2(words.contains(key), key);
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_VERIFY(!QApplication::activeModalWidget());
    }

    void aboutSaysWhatItIs() {
        run("About");
        auto* box = drive::dialog<QMessageBox>();
        QVERIFY(box->text().contains(COUNTERCHECK_VERSION));
        QVERIFY(box->informativeText().contains("GNU General Public License"));
        box->close();
    }

    void filesAndTextAreDroppedAnywhere_data() {
        QTest::addColumn<bool>("onPanes");
        QTest::newRow("on the window") << false;
        QTest::newRow("on the panes") << true;
    }
    void filesAndTextAreDroppedAnywhere() {
        QFETCH(bool, onPanes);
        QWidget* target = onPanes ? static_cast<QWidget*>(board()) : window_.get();
        const auto drop = [&](QMimeData& mime) {
            QDragEnterEvent enter({40, 200}, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
            QApplication::sendEvent(target, &enter);
            QVERIFY(enter.isAccepted());
            QDropEvent dropped(QPointF(40, 200), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
            QApplication::sendEvent(target, &dropped);
        };
        QMimeData files;
        files.setUrls({QUrl::fromLocalFile(makeArticle("one.txt", "Twelve boats left the harbour on Monday.\n")),
                       QUrl::fromLocalFile(makeArticle("two.txt", "Fifteen boats left the harbour on Monday.\n"))});
        drop(files);
        QTRY_COMPARE(workbench_->snapshot()->articles.size(), std::size_t(5));
        QTRY_VERIFY(!workbench_->busy());
        QMimeData words;
        words.setText("Ten boats left the harbour, a fisherman said.");
        drop(words);
        QTRY_COMPARE(workbench_->snapshot()->articles.size(), std::size_t(6));
        QTRY_VERIFY(!workbench_->busy());

        const QString path = makeCaseFile("dropped.countercheck");
        QMimeData both, one;
        both.setUrls({QUrl::fromLocalFile(path), QUrl::fromLocalFile(home_->file("one.txt"))});
        drop(both);
        QVERIFY2(window_->message().contains("not both"), qPrintable(window_->message()));
        QVERIFY(workbench_->path() != path);
        one.setUrls({QUrl::fromLocalFile(path)});
        drop(one);
        QCOMPARE(workbench_->path(), path); // a case is opened, not read as an article
    }

    void aCaseGetsItsNameThroughTheDialog() {
        press(window_.get(), "Verdict: Disputed");
        const QString path = home_->file("named");
        run("Save case as");
        auto* dialog = drive::dialog<QFileDialog>();
        dialog->selectFile(path);
        QVERIFY(QMetaObject::invokeMethod(dialog, "accept"));
        QTRY_VERIFY(QFileInfo::exists(path + ".countercheck")); // the suffix comes by itself
        QCOMPARE(workbench_->path(), path + ".countercheck");
        QCOMPARE(label(window_.get(), "Saved")->text(), "All changes saved");
        QVERIFY(decisions("abducted").verdict);
    }

    void casesThatCannotBeOpened_data() {
        QTest::addColumn<QString>("sort");
        QTest::newRow("newer") << "newer";
        QTest::newRow("damaged") << "damaged";
        QTest::newRow("cut off") << "cut";
        QTest::newRow("a folder") << "folder";
        QTest::newRow("open elsewhere") << "held";
    }
    void casesThatCannotBeOpened() {
        QFETCH(QString, sort);
        const QString path = sort == "folder" ? home_->file("sub.countercheck") : makeCaseFile("other.countercheck");
        std::unique_ptr<store::CaseFile> held;
        QByteArray bytes = bytesOf(path);
        if (sort == "newer")
            bytes.replace(60, 4, QByteArray("\0\0\x7f\0", 4)); // SQLite's user_version
        else if (sort == "damaged")
            bytes.replace(4096, 3000, QByteArray(3000, '\x5a'));
        else if (sort == "cut")
            bytes.truncate(bytes.size() / 2);
        if (sort == "folder")
            QVERIFY(QDir().mkdir(path));
        else
            QVERIFY(writeWhole(path, bytes).isEmpty());
        if (sort == "held") {
            auto opened = store::CaseFile::open(path.toStdString(), store::OpenMode::ReadWrite);
            QVERIFY(std::holds_alternative<std::unique_ptr<store::CaseFile>>(opened));
            held = std::move(std::get<0>(opened));
        }
        const auto before = workbench_->snapshot();
        QVERIFY(!workbench_->openCase(path));
        QVERIFY2(window_->message().contains(QFileInfo(path).fileName()), qPrintable(window_->message()));
        QVERIFY2(!window_->message().contains(u'\n'), qPrintable(window_->message()));
        QCOMPARE(workbench_->snapshot(), before);
        if (sort != "folder" && sort != "held")
            QCOMPARE(bytesOf(path), bytes); // and the file is left as it was
        if (sort == "held") {
            QVERIFY(window_->message().contains("another window"));
            QToolButton* offered = nullptr; // to read, it can be opened, and the message offers it
            for (auto* button : window_->findChildren<QToolButton*>())
                if (button->isVisibleTo(window_.get()) && button->text() == QStringLiteral("Open for reading only"))
                    offered = button;
            QVERIFY(offered);
            offered->click();
            QVERIFY(workbench_->readOnly());
        }
    }

    void anExportThatCannotBeWrittenSaysSoAndStays() {
        run("Export");
        auto* dialog = drive::dialog<ExportDialog>();
        find<QLineEdit>(dialog, "Export folder")->setText("/proc"); // nobody can write there, root neither
        press(dialog, "Write export");
        QTRY_VERIFY(label(dialog, "Export problem")->isVisible());
        QVERIFY(dialog->isVisible());
        QVERIFY2(label(dialog, "Export problem")->text().contains("/proc/"),
                 qPrintable(label(dialog, "Export problem")->text()));
        find<QLineEdit>(dialog, "Export folder")->setText(home_->file("nowhere"));
        QVERIFY(!find<QAbstractButton>(dialog, "Write export")->isEnabled());
        dialog->reject();
    }

    void theThemeChangesWhileItRuns() {
        workbench_->select(dossier::QuestionKey{"attackers"});
        const auto colours = [this] {
            QCoreApplication::processEvents();
            const QImage image = window_->grab().toImage();
            QList<QColor> at;
            for (QWidget* part : {static_cast<QWidget*>(board()->pane(0)->text()->viewport()),
                                  static_cast<QWidget*>(board()->pane(0)->header()),
                                  static_cast<QWidget*>(find<QListView>(window_.get(), "Questions")->viewport()),
                                  window_->findChild<QWidget*>("Explanation")})
                at << image.pixelColor(part->mapTo(window_.get(), QPoint(part->width() - 3, part->height() - 3)));
            return at;
        };
        const auto light = colours();
        run("Dark");
        const auto dark = colours();
        for (qsizetype i = 0; i < light.size(); ++i) {
            QVERIFY2(light[i].lightness() > 200, qPrintable(QString::number(i)));
            QVERIFY2(dark[i].lightness() < 70, qPrintable(QString::number(i)));
        }
        QCOMPARE(Settings::theme(), ThemeChoice::Dark);
        QVERIFY(label(window_.get(), "Status")->text().contains(Theme::darkTheme().discrepancy.ink.name()));
        run("Light");
        QCOMPARE(colours(), light);
    }

    void textGrowsShrinksAndIsRemembered() {
        const qreal before = board()->textZoom();
        const auto saved = [] { return Settings::textZoom(); };
        run("Text larger");
        run("Text larger");
        QVERIFY(board()->textZoom() > before * 1.15);
        QCOMPARE(saved(), board()->textZoom());
        run("Text in its natural size");
        QCOMPARE(board()->textZoom(), 1.0);
        for (int i = 0; i < 40; ++i)
            run("Text smaller");
        QVERIFY(board()->textZoom() > 0.4); // never to nothing
        run("Text in its natural size");
        run("Reduced motion");
        QVERIFY(Settings::reducedMotion());
        run("Reduced motion");
        QVERIFY(!Settings::reducedMotion());
    }

    void theCasesUsedLastAreOffered() {
        QVERIFY(QDir().mkpath(home_->file("other")));
        const QString first = home_->file("one & two.countercheck"),
                      second = home_->file("other/one & two.countercheck"), third = home_->file("gone.countercheck");
        for (const QString& path : {first, second, third})
            QVERIFY(workbench_->saveAs(path, false));
        workbench_->close();
        QVERIFY(QFile::remove(third));
        QMenu* menu = nullptr;
        for (QMenu* one : window_->findChildren<QMenu*>())
            if (one->title() == QStringLiteral("Open &recent"))
                menu = one;
        QVERIFY(menu);
        const auto shown = [menu] {
            emit menu->aboutToShow();
            QStringList words;
            for (const QAction* action : menu->actions())
                if (!action->isSeparator())
                    words << action->text();
            return words;
        };
        const QString folder = QFileInfo(first).dir().dirName();
        QCOMPARE(shown(), (QStringList{"&1  gone (not found)", "&2  one && two, in other",
                                       QStringLiteral("&3  one && two, in %1").arg(folder), "&Forget those not found",
                                       "&Clear this list"}));
        QVERIFY(!menu->actions()[0]->isEnabled());
        QVERIFY(menu->actions()[0]->toolTip().contains(third));
        QCOMPARE(Settings::recentCases(), (QStringList{second, first})); // what a start may open
        menu->actions()[2]->trigger();
        QCOMPARE(workbench_->path(), first);
        workbench_->close();
        QCOMPARE(shown().first(), QStringLiteral("&1  one && two, in %1").arg(folder)); // the last one first
        drive::command(*window_, "Forget those")->trigger();
        QCOMPARE(shown(), (QStringList{QStringLiteral("&1  one && two, in %1").arg(folder), "&2  one && two, in other",
                                       "&Clear this list"}));
        drive::command(*window_, "Clear this list")->trigger();
        QCOMPARE(shown(), QStringList{"none yet"});
    }

    void theLayoutComesBackAsItWasLeft() {
        const auto splitter = [](const MainWindow& window, Qt::Orientation orientation) {
            for (QSplitter* one : window.centralWidget()->findChildren<QSplitter*>())
                if (one->orientation() == orientation)
                    return one;
            throw std::runtime_error("no such splitter");
        };
        const auto drag = [](QSplitter* one, QPoint by) {
            QWidget* handle = one->handle(1);
            const QPoint from = handle->rect().center();
            QTest::mousePress(handle, Qt::LeftButton, {}, from);
            QTest::mouseMove(handle, from + by);
            QTest::mouseRelease(handle, Qt::LeftButton, {}, from + by);
        };
        QSplitter* const columns = splitter(*window_, Qt::Horizontal);
        QSplitter* const rows = splitter(*window_, Qt::Vertical);
        const QList<int> before = columns->sizes(), beforeRows = rows->sizes();
        drag(columns, {60, 0});
        drag(rows, {0, -80});
        const QList<int> columnsLeft = columns->sizes(), rowsLeft = rows->sizes();
        QVERIFY(columnsLeft != before);
        QVERIFY(rowsLeft != beforeRows);
        window_->close();
        MainWindow again(workbench_.get());
        again.resize(window_->size());
        again.show();
        QVERIFY(QTest::qWaitForWindowExposed(&again));
        QTRY_COMPARE(splitter(again, Qt::Horizontal)->sizes(), columnsLeft);
        QTRY_COMPARE(splitter(again, Qt::Vertical)->sizes(), rowsLeft);
    }

    void aLongImportCanBeStopped() {
        QStringList files;
        for (int i = 0; i < 120; ++i)
            files << makeArticle(QStringLiteral("n%1.txt").arg(i),
                                 QStringLiteral("Report %1. %2 boats left the harbour on Monday, the mayor of the "
                                                "town said.\n")
                                     .arg(i)
                                     .arg(i + 2)
                                     .toUtf8());
        // As soon as some are in, while the others are still to come.
        const auto stop = std::make_shared<QMetaObject::Connection>();
        *stop = connect(workbench_.get(), &Workbench::snapshotChanged, this, [this, stop] {
            if (workbench_->snapshot()->articles.size() < 4)
                return;
            disconnect(*stop);
            workbench_->cancelJobs();
        });
        workbench_->addFiles(files);
        QTRY_VERIFY(!window_->message().isEmpty());
        const auto taken = workbench_->snapshot()->articles.size();
        QVERIFY(taken < 123);
        QVERIFY2(window_->message().contains("Stopped"), qPrintable(window_->message()));
        QTRY_VERIFY(!workbench_->busy()); // what came in is compared
        QCOMPARE(workbench_->snapshot()->articles.size(), taken);
        QVERIFY(workbench_->snapshot()->comparison.origin.size() == taken);
        QVERIFY(!label(window_.get(), "Running")->isVisible());
    }

    void whatIsLeftIsSaidInANarrowWindow() {
        window_->resize(window_->minimumSize());
        auto* left = label(window_.get(), "Left to do");
        QTRY_VERIFY(left->isVisible());
        QVERIFY(left->width() >= left->sizeHint().width());
        QVERIFY(window_->rect().contains(QRect(left->mapTo(window_.get(), QPoint()), left->size())));
        QCOMPARE(window_->width(), window_->minimumWidth()); // no words in it hold the window wide
    }

    void threePanesFitASmallScreen() {
        QCOMPARE(board()->paneCount(), 3);
        for (int i = 0; i < 3; ++i) {
            const ArticlePane* pane = board()->pane(i);
            const QRect inBoard(pane->mapTo(board(), QPoint()), pane->size());
            QVERIFY2(board()->rect().contains(inBoard), qPrintable(QString::number(i)));
            const auto parts = pane->header()->findChildren<ElidedText*>();
            QVERIFY(!parts.isEmpty());
            for (const ElidedText* part : parts)
                if (part->text() == pane->header()->title())
                    QVERIFY2(part->width() + 2 >= part->sizeHint().width(), qPrintable(part->text()));
        }
    }

    void reasonsUnfoldByKeyboard() {
        workbench_->select(dossier::QuestionKey{"abducted"});
        QCOMPARE(label(window_.get(), "Explanation")->text(), "Three and four cannot both be the number.");
        auto* why = find<QAbstractButton>(window_.get(), "Why this is one question");
        auto* reasons = label(window_.get(), "Why these belong together");
        QVERIFY(!reasons->isVisible());
        why->setFocus();
        QTest::keyClick(why, Qt::Key_Space);
        QVERIFY(reasons->isVisible());
        QVERIFY(reasons->text().contains("the same deed"));
        auto* more = find<QAbstractButton>(window_.get(), "Other relations of this question");
        QVERIFY(more->text().contains("1 more"));
        QTest::keyClick(more, Qt::Key_Space);
        QVERIFY(label(window_.get(), "Other relations")->text().contains("lies within"));
        workbench_->select(dossier::QuestionKey{"sites"}); // it has one relation only
        QVERIFY(!more->isVisible());
        QVERIFY(!label(window_.get(), "Other relations")->isVisible());
        QVERIFY(reasons->isVisible()); // a person who wants reasons wants them everywhere
    }

    void somebodyNewCanUndoWhatOthersDid() {
        press(window_.get(), "Verdict: Disputed");
        QVERIFY(decisions("abducted").verdict);
        workbench_->setPerson({"Zoe", dossier::Role::Checker}); // has done nothing in this case yet
        run("Undo");
        QVERIFY2(window_->message().isEmpty(), qPrintable(window_->message()));
        QVERIFY(!decisions("abducted").resolved());
        workbench_->setPerson({"Yves", dossier::Role::Checker});
        run("Redo");
        QVERIFY2(window_->message().isEmpty(), qPrintable(window_->message()));
        QVERIFY(decisions("abducted").resolved());
    }

    void theEmptyPageShowsWaysToBegin() {
        QVERIFY(workbench_->newCase(home_->file("fresh.countercheck")));
        QCOMPARE(board()->paneCount(), 0);
        for (const char* way : {"Add articles to the empty case", "Look at the sample"}) {
            QAbstractButton* button = nullptr;
            for (auto* one : board()->findChildren<QAbstractButton*>())
                if (one->accessibleName() == way || one->text() == way)
                    button = one;
            QVERIFY2(button && button->isVisible(), way);
        }
        QVERIFY(!label(window_.get(), "Left to do")->isVisible());
        for (auto* one : board()->findChildren<QAbstractButton*>())
            if (one->text() == "Look at the sample")
                QTest::mouseClick(one, Qt::LeftButton);
        QTRY_VERIFY(board()->paneCount() >= 4);
        QVERIFY(label(window_.get(), "Left to do")->isVisible());
    }

    void tabGoesFromLeftToRight() {
        workbench_->select(dossier::QuestionKey{"abducted"});
        QWidget* list = find<QListView>(window_.get(), "Questions");
        QList<QWidget*> order;
        for (QWidget* next = list->nextInFocusChain(); next != list; next = next->nextInFocusChain())
            order << next;
        const auto at = [&](QWidget* widget) { return order.indexOf(widget); };
        const auto why = at(find<QAbstractButton>(window_.get(), "Why this is one question"));
        const auto note = at(find<QPlainTextEdit>(window_.get(), "Note"));
        QVERIFY(at(board()->pane(0)->text()) >= 0);
        QVERIFY(at(board()->pane(0)->text()) < at(board()->pane(2)->text()));
        QVERIFY(at(board()->pane(2)->header()->menuButton()) < why);
        QVERIFY(why < note);
    }

    void sevenArticlesByKeyboard() {
        for (int i = 0; i < 4; ++i)
            workbench_->addText(QStringLiteral("Paper %1 says that %2 boats left on Monday.").arg(i).arg(i + 3));
        QTRY_VERIFY(!workbench_->busy());
        QCOMPARE(board()->paneCount(), 7);
        const auto menu = [this](int pane, const QString& item) {
            QTRY_VERIFY(!QApplication::activePopupWidget());
            window_->activateWindow();
            QVERIFY(QTest::qWaitForWindowActive(window_.get()));
            auto* button = board()->pane(pane)->header()->menuButton();
            button->setFocus();
            QCOMPARE(window_->focusWidget(), button);
            QAction* chosen = nullptr;
            for (QAction* action : board()->pane(pane)->header()->menu()->actions())
                if (action->text().remove(u'&').startsWith(item))
                    chosen = action;
            QVERIFY2(chosen && chosen->isEnabled(), qPrintable(item));
            QTimer::singleShot(0, this, [this, pane, chosen] {
                QMenu* open = board()->pane(pane)->header()->menu();
                open->setActiveAction(chosen);
                QTest::keyClick(open, Qt::Key_Return);
            });
            QTest::keyClick(button, Qt::Key_Space);
        };
        const auto first = board()->pane(0)->id();
        menu(0, "Move right");
        QTRY_COMPARE(board()->pane(1)->id(), first);
        menu(1, "Make reference");
        QTRY_VERIFY(workbench_->snapshot()->reference == first);
        menu(6, "Hide");
        QTRY_COMPARE(board()->paneCount(), 6);
        // The hidden one waits below the panes, on a button.
        const auto waiting = [this]() -> QAbstractButton* {
            for (auto* button : board()->findChildren<QAbstractButton*>())
                if (button->isVisible() && button->accessibleName().startsWith("Show article") &&
                    (button->focusPolicy() & Qt::TabFocus))
                    return button;
            return nullptr;
        };
        QTRY_VERIFY(waiting());
        QAbstractButton* show = waiting();
        show->setFocus();
        QTest::keyClick(show, Qt::Key_Space);
        QTRY_COMPARE(board()->paneCount(), 7);
        // F6 goes from pane to pane and brings each into view.
        find<QListView>(window_.get(), "Questions")->setFocus();
        for (int i = 0; i < 7; ++i)
            run("Next pane");
        QVERIFY(board()->pane(6)->isAncestorOf(window_->focusWidget()));
        QVERIFY(!board()->pane(6)->visibleRegion().isEmpty());
        // A pane without the selected question says so.
        workbench_->select(dossier::QuestionKey{workbench_->snapshot()->comparison.questions.front().key});
        int silent = 0;
        for (int i = 0; i < 7; ++i)
            silent += board()->pane(i)->saysNotMentioned() ? 1 : 0;
        QVERIFY(silent > 0 && silent < 7);
    }
};

QTEST_MAIN(tst_WindowDialogs)
#include "tst_windowdialogs.moc"
