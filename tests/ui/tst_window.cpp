// SPDX-License-Identifier: GPL-3.0-or-later
// The window driven through one working day on a case with a hand-made comparison: what a person sees, does, undoes,
// signs off, exports, and finds again the next morning.
#include "tests/ui/drive.h"
#include "tests/ui/storycase.h"

#include "ui/deciding/persondialog.h"
#include "ui/exports/exportdialog.h"
#include "ui/exports/previewwindow.h"
#include "ui/imports/articledialog.h"
#include "ui/mainwindow.h"
#include "ui/workbench/settings.h"
#include "ui/workbench/workbench.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenuBar>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTextBrowser>
#include <QToolButton>

#include <memory>
#include <set>

using namespace countercheck;
using namespace countercheck::ui;
using drive::command;
using drive::find;
using drive::press;

namespace {
QString shown(const QWidget* in, const QString& name) {
    return drive::label(in, name)->text();
}
} // namespace

class tst_Window : public QObject {
    Q_OBJECT

    std::unique_ptr<drive::Home> home_;
    std::unique_ptr<Workbench> workbench_;
    std::unique_ptr<MainWindow> window_;

    void openWindow() {
        workbench_ = std::make_unique<Workbench>();
        window_ = std::make_unique<MainWindow>(workbench_.get());
        window_->resize(1280, 800);
        window_->show();
        QVERIFY(QTest::qWaitForWindowExposed(window_.get()));
    }
    void closeWindow() {
        window_.reset();
        workbench_.reset();
    }
    void iAm(const char* name, dossier::Role role) { workbench_->setPerson({name, role}); }
    [[nodiscard]] const dossier::Decisions& decisions(const char* key) const {
        return workbench_->snapshot()->decisionsOf({key});
    }
    QString makeCaseFile(const QString& name) const {
        const QString path = home_->file(name);
        auto made = store::CaseFile::open(path.toStdString(), store::OpenMode::CreateOrOpen);
        if (auto* wrong = std::get_if<store::Problem>(&made))
            throw std::runtime_error(wrong->message);
        storycase::fill(*std::get<0>(made));
        return path;
    }

private slots:
    void init() {
        home_ = std::make_unique<drive::Home>();
        Settings::setPerson({"Ada", dossier::Role::Checker});
        openWindow();
    }
    void cleanup() {
        closeWindow();
        home_.reset();
    }

    void showsWhatTheArticlesAnswer() {
        workbench_->adopt(storycase::inMemory(), Workbench::Place::CaseFile);
        auto* list = find<QListView>(window_.get(), "Questions");
        QCOMPARE(list->model()->rowCount(), 4);
        QCOMPARE(list->model()->index(0, 0).data().toString(), "How many people were abducted?");
        QCOMPARE(list->currentIndex().row(), 0);
        QCOMPARE(shown(window_.get(), "Question"), "How many people were abducted?");
        QVERIFY(shown(window_.get(), "Status").contains("Contradiction"));
        QCOMPARE(shown(window_.get(), "Explanation"), "Three and four cannot both be the number.");
        QCOMPARE(shown(window_.get(), "Left to do"), "3 of 3 unresolved");
        QCOMPARE(shown(window_.get(), "Number of sources"), "3 articles · 2 independent");
        QVERIFY(window_->windowTitle().startsWith("Plant raids"));
    }

    void chipsAndSearchNarrowTheList() {
        workbench_->adopt(storycase::inMemory(), Workbench::Place::CaseFile);
        auto* list = find<QListView>(window_.get(), "Questions");
        press(window_.get(), "Filter: contradictions");
        QCOMPARE(list->model()->rowCount(), 1);
        press(window_.get(), "Filter: signed off");
        QCOMPARE(list->model()->rowCount(), 0);
        press(window_.get(), "Filter: all");
        auto* search = find<QLineEdit>(window_.get(), "Search");
        search->setText("villagers");
        QCOMPARE(list->model()->rowCount(), 1);
        QCOMPARE(list->model()->index(0, 0).data().toString(), "How many attackers were there?");
        search->setText("nowhere at all");
        QCOMPARE(list->model()->rowCount(), 0);
        QTest::keyClick(search, Qt::Key_Escape);
        QCOMPARE(list->model()->rowCount(), 4);
    }

    void walkingLeavesOutWhatIsResolved() {
        workbench_->adopt(storycase::inMemory(), Workbench::Place::CaseFile);
        const auto at = [this] { return QString::fromStdString(workbench_->selection()->value); };
        QCOMPARE(at(), "abducted");
        press(window_.get(), "Next unresolved");
        QCOMPARE(at(), "attackers");
        press(window_.get(), "Verdict: Disputed");
        command(*window_, "Next unresolved")->trigger();
        QCOMPARE(at(), "sites");
        command(*window_, "Next unresolved")->trigger(); // the date agrees: nothing to decide
        QCOMPARE(at(), "abducted");
        QVERIFY(window_->message().contains("first"));
        press(window_.get(), "Previous unresolved");
        QCOMPARE(at(), "sites");
        QCOMPARE(shown(window_.get(), "Left to do"), "2 of 3 unresolved");
    }

    void oneChecksAnotherSignsOff() {
        workbench_->adopt(storycase::inMemory(), Workbench::Place::CaseFile);
        workbench_->select(dossier::QuestionKey{"attackers"});
        auto* note = find<QPlainTextEdit>(window_.get(), "Note");
        note->setFocus();
        QTest::keyClicks(note, "no official toll yet");
        press(window_.get(), "Verdict: Disputed");
        QVERIFY(decisions("attackers").verdict);
        QCOMPARE(decisions("attackers").verdict->state, dossier::VerdictState::Disputed);
        QCOMPARE(decisions("attackers").verdict->note, "no official toll yet");
        QCOMPARE(decisions("attackers").verdict->stamp.by, "Ada");

        auto* signOff = find<QAbstractButton>(window_.get(), "Sign off");
        QVERIFY(!signOff->isEnabled());
        QVERIFY(!shown(window_.get(), "Signed off by").isEmpty());
        QCOMPARE(signOff->toolTip(), shown(window_.get(), "Signed off by"));
        iAm("Ada", dossier::Role::Editor); // a higher role does not help: it is one's own verdict
        QVERIFY(!signOff->isEnabled());
        command(*window_, "Sign off")->trigger();
        QVERIFY(!decisions("attackers").signOff);
        QVERIFY(!window_->message().isEmpty());

        iAm("Grace", dossier::Role::Checker); // another one, but no editor
        QVERIFY(!signOff->isEnabled());
        iAm("Grace", dossier::Role::Editor);
        QVERIFY2(signOff->isEnabled(), qPrintable(signOff->toolTip()));
        press(window_.get(), "Sign off");
        QVERIFY(decisions("attackers").signOff);
        QCOMPARE(decisions("attackers").signOff->stamp.by, "Grace");
        QVERIFY(shown(window_.get(), "Signed off by").contains("Grace"));
        QVERIFY(shown(window_.get(), "Signed off by").contains("asserted"));

        command(*window_, "Undo")->trigger();
        QCOMPARE(decisions("attackers").figureState() == dossier::FigureState::SignedOff, false);
        command(*window_, "Redo")->trigger();
        QCOMPARE(decisions("attackers").figureState() == dossier::FigureState::SignedOff, true);
        auto* list = find<QListView>(window_.get(), "Questions");
        QVERIFY(list->model()->index(1, 0).data(Qt::AccessibleTextRole).toString().contains("signed off"));
    }

    void thePersonDialogChangesWhoSitsHere() {
        workbench_->adopt(storycase::inMemory(), Workbench::Place::CaseFile);
        press(window_.get(), "Who sits here");
        auto* dialog = drive::dialog<PersonDialog>();
        find<QComboBox>(dialog, "Your name")->setEditText("Grace");
        auto* role = find<QComboBox>(dialog, "Your role");
        role->setCurrentIndex(2);
        press(dialog, "This is me");
        QCOMPARE(QString::fromStdString(workbench_->person().name), "Grace");
        QCOMPARE(workbench_->person().role, dossier::Role::Editor);
        QCOMPARE(Settings::person(), workbench_->person());
        QCOMPARE(find<QToolButton>(window_.get(), "Who sits here")->text(), "You: Grace (editor)");
    }

    void undoReachesTheCaseFromTheNoteField() {
        workbench_->adopt(storycase::inMemory(), Workbench::Place::CaseFile);
        auto* note = find<QPlainTextEdit>(window_.get(), "Note");
        note->setFocus();
        QTest::keyClicks(note, "heard it twice");
        press(window_.get(), "Verdict: Disputed");
        QVERIFY(decisions("abducted").resolved());
        note->setFocus();
        QTest::keyClick(note, Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(!decisions("abducted").resolved());
        QTest::keyClick(note, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(decisions("abducted").resolved());
        QCOMPARE(decisions("abducted").verdict->note, "heard it twice");

        QTest::keyClicks(note, "!"); // now there is typing to take back first
        QTest::keyClick(note, Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(decisions("abducted").resolved());
        QCOMPARE(note->toPlainText(), "heard it twice");
    }

    void aVerdictPressedAgainIsTakenBack() {
        workbench_->adopt(storycase::inMemory(), Workbench::Place::CaseFile);
        press(window_.get(), "Verdict: False");
        QCOMPARE(decisions("abducted").verdict->state, dossier::VerdictState::False);
        press(window_.get(), "Verdict: False");
        QVERIFY(!decisions("abducted").resolved());
        QVERIFY(!find<QAbstractButton>(window_.get(), "Verdict: False")->isChecked());
        command(*window_, "Undo")->trigger();
        QVERIFY(find<QAbstractButton>(window_.get(), "Verdict: False")->isChecked());
    }

    void textIsKeptWhenAnotherQuestionIsSelected() {
        workbench_->adopt(storycase::inMemory(), Workbench::Place::CaseFile);
        auto* note = find<QPlainTextEdit>(window_.get(), "Note");
        note->setFocus();
        QTest::keyClicks(note, "asked the district");
        auto* wording = find<QPlainTextEdit>(window_.get(), "Print as");
        wording->setPlainText("three or four");
        QVERIFY(shown(window_.get(), "Saved").contains("not kept"));
        workbench_->select(dossier::QuestionKey{"sites"});
        QCOMPARE(decisions("abducted").notes.size(), std::size_t(1));
        QCOMPARE(decisions("abducted").notes.front().text, "asked the district");
        QVERIFY(decisions("abducted").proposal);
        QCOMPARE(decisions("abducted").proposal->wording, "three or four");
        QVERIFY(note->toPlainText().isEmpty());
        QVERIFY(!shown(window_.get(), "Saved").contains("not kept"));
    }

    void evidenceIsCopiedIntoTheCase() {
        workbench_->adopt(storycase::inMemory(), Workbench::Place::CaseFile);
        const QString path = home_->file("letter.txt");
        QVERIFY(writeWhole(path, "a letter").isEmpty());
        QVERIFY(workbench_->addEvidence({"abducted"}, path));
        QFile::remove(path);
        QCOMPARE(decisions("abducted").evidence.size(), std::size_t(1));
        QVERIFY(shown(window_.get(), "Evidence").contains("letter.txt"));
        QVERIFY(!workbench_->addEvidence({"abducted"}, home_->file("nothing.txt")));
        QVERIFY(window_->message().contains("nothing.txt"));
    }

    void everythingIsThereTheNextMorning() {
        const QString path = makeCaseFile("raids.countercheck");
        QVERIFY(workbench_->openCase(path));
        workbench_->select(dossier::QuestionKey{"sites"});
        find<QPlainTextEdit>(window_.get(), "Note")->setPlainText("counted on satellite pictures");
        press(window_.get(), "Verdict: Verified");
        iAm("Grace", dossier::Role::Editor);
        press(window_.get(), "Sign off");
        QCOMPARE(shown(window_.get(), "Saved"), "All changes saved");
        window_->close();
        closeWindow();

        openWindow();
        QVERIFY(workbench_->openCase(path));
        workbench_->select(dossier::QuestionKey{"sites"});
        QCOMPARE(decisions("sites").verdict->note, "counted on satellite pictures");
        QCOMPARE(decisions("sites").figureState() == dossier::FigureState::SignedOff, true);
        QVERIFY(shown(window_.get(), "Checked by").contains("Ada"));
        QVERIFY(shown(window_.get(), "Signed off by").contains("Grace"));
        QVERIFY(Settings::recentCases().contains(path));
    }

    void aCaseThatAnotherWindowHoldsCanBeReadOnly() {
        const QString path = makeCaseFile("held.countercheck");
        QVERIFY(workbench_->openCase(path, true));
        QVERIFY(workbench_->readOnly());
        QCOMPARE(shown(window_.get(), "Saved"), "Read only");
        for (const char* name : {"Verdict: Disputed", "Sign off", "Add evidence", "Suggest wording"})
            QVERIFY2(!find<QAbstractButton>(window_.get(), name)->isEnabled(), name);
        QVERIFY(find<QPlainTextEdit>(window_.get(), "Note")->isReadOnly());
        QVERIFY(!workbench_->apply(dossier::AddNote{{"abducted"}, "n"}));
        QVERIFY(window_->message().contains("reading only"));
        QVERIFY(decisions("abducted").notes.empty());
    }

    void theSampleMovesToDiskWithTheFirstDecision() {
        workbench_->adopt(storycase::inMemory(), Workbench::Place::Memory);
        QVERIFY(workbench_->path().isEmpty());
        press(window_.get(), "Verdict: Checking");
        QVERIFY(workbench_->place() == Workbench::Place::Working);
        QVERIFY(QFileInfo::exists(workbench_->path()));
        QVERIFY(window_->windowTitle().contains("not saved as a case yet"));

        const QString working = workbench_->path();
        const QString named = home_->file("named.countercheck");
        QVERIFY(workbench_->saveAs(named, false));
        QVERIFY(!QFileInfo::exists(working));
        QCOMPARE(workbench_->path(), named);
        QVERIFY(decisions("abducted").verdict);
    }

    void closingAnUnnamedCaseAsksAndLosesNothing() {
        workbench_->adopt(storycase::inMemory(), Workbench::Place::Memory);
        press(window_.get(), "Verdict: Disputed");
        const QString working = workbench_->path();
        window_->close();
        QVERIFY(window_->isVisible());
        auto* box = drive::dialog<QMessageBox>();
        QAbstractButton* keep = nullptr;
        for (QAbstractButton* button : box->buttons())
            if (button->text().contains("Keep"))
                keep = button;
        QVERIFY(keep);
        keep->click();
        QTRY_VERIFY(!window_->isVisible());
        QVERIFY(QFileInfo::exists(working));
        QVERIFY(Settings::recentCases().contains(working));
    }

    void badFilesGetOneMessage_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("name");
        QTest::newRow("text under the name of a case") << QByteArray("this is no case") << "letter.countercheck";
        QTest::newRow("empty") << QByteArray() << "empty.countercheck";
    }
    void badFilesGetOneMessage() {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, name);
        const QString path = home_->file(name);
        QVERIFY(writeWhole(path, bytes).isEmpty());
        workbench_->adopt(storycase::inMemory(), Workbench::Place::CaseFile);
        QVERIFY(!workbench_->openCase(path));
        QVERIFY2(window_->message().contains(name), qPrintable(window_->message()));
        QCOMPARE(workbench_->snapshot()->articles.size(), std::size_t(3)); // the open case stays
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), bytes);
        QVERIFY(!workbench_->openCase(home_->file("gone.countercheck")));
        QVERIFY(window_->message().contains("gone.countercheck"));
    }

    void exportWritesBothFilesWhole() {
        workbench_->adopt(storycase::inMemory(), Workbench::Place::CaseFile);
        press(window_.get(), "Verdict: Disputed");
        press(window_.get(), "Export");
        auto* dialog = drive::dialog<ExportDialog>();
        auto* go = find<QAbstractButton>(dialog, "Write export");
        find<QLineEdit>(dialog, "Export folder")->setText(home_->file("no such folder"));
        QVERIFY(!go->isEnabled());
        find<QLineEdit>(dialog, "Export folder")->setText(home_->file("."));
        find<QLineEdit>(dialog, "Export name")->setText("out");
        QVERIFY(go->isEnabled());
        find<QCheckBox>(dialog, "Include unsigned")->setChecked(true);
        go->click();
        QTRY_VERIFY(window_->message().contains("out.html")); // written beside the window
        QFile html(home_->file("out.html")), csv(home_->file("out.csv"));
        QVERIFY(html.open(QIODevice::ReadOnly));
        QVERIFY(csv.open(QIODevice::ReadOnly));
        const QByteArray page = html.readAll();
        QVERIFY(page.contains("Plant raids"));
        QVERIFY(page.contains("four civilians"));
        QVERIFY(csv.readAll().contains("four civilians"));
        QVERIFY(window_->message().contains("out.html"));
    }

    void thePreviewFollowsDecisions() {
        workbench_->adopt(storycase::inMemory(), Workbench::Place::CaseFile);
        press(window_.get(), "Preview summary");
        auto* preview = drive::dialog<PreviewWindow>();
        auto* page = find<QTextBrowser>(preview, "Summary");
        QVERIFY(page->toPlainText().contains("Plant raids"));
        QVERIFY(!page->toPlainText().contains("rests on two calls"));
        find<QCheckBox>(preview, "Include unsigned")->setChecked(true);
        find<QPlainTextEdit>(window_.get(), "Note")->setPlainText("rests on two calls");
        press(window_.get(), "Verdict: Disputed");
        QVERIFY(page->toPlainText().contains("rests on two calls"));
    }

    void theSampleShowsAllFourRelations() {
        workbench_->openSample();
        std::set<compare::RelationKind> kinds;
        for (const auto& one : workbench_->snapshot()->comparison.questions)
            if (one.status())
                kinds.insert(*one.status());
        QCOMPARE(kinds.size(), std::size_t(4));
        QVERIFY(workbench_->place() == Workbench::Place::Memory);
        QVERIFY(workbench_->selection());
        QVERIFY(!shown(window_.get(), "Explanation").isEmpty());
    }

    void articlesFromTheCommandLineAreOnDiskAtOnce() {
        QStringList files;
        for (const auto& [publisher, text] : storycase::articles()) {
            files << home_->file(QString::fromStdString(publisher) + ".txt");
            QVERIFY(writeWhole(files.back(), QByteArray::fromStdString(text)).isEmpty());
        }
        files << home_->file("gone.txt") << files.front();
        workbench_->openArticles(files);
        QVERIFY(workbench_->place() == Workbench::Place::Working);
        QTRY_VERIFY(!workbench_->busy());
        QCOMPARE(workbench_->snapshot()->articles.size(), std::size_t(3)); // one is gone, one came twice
        QTRY_VERIFY(window_->message().contains("gone.txt"));
        QTRY_VERIFY(!workbench_->snapshot()->comparison.questions.empty());
        const QString working = workbench_->path();
        QVERIFY(QFileInfo::exists(working));

        // Nobody decided anything: nothing is asked, nothing is left behind.
        window_->close();
        QVERIFY(!window_->isVisible());
        QVERIFY(!QFileInfo::exists(working));
    }

    void pastedTextIsAnArticleWhoseDetailsAreEdited() {
        QApplication::clipboard()->setText("Two men were seen at the bridge, a driver said.");
        command(*window_, "Paste text as article")->trigger();
        QTRY_VERIFY(!workbench_->busy());
        QCOMPARE(workbench_->snapshot()->articles.size(), std::size_t(1));
        command(*window_, "Article details")->trigger();
        auto* dialog = drive::dialog<ArticleDialog>();
        auto* keep = find<QAbstractButton>(dialog, "Keep details");
        find<QLineEdit>(dialog, "Published")->setText("last Tuesday");
        QVERIFY(!keep->isEnabled());
        find<QLineEdit>(dialog, "Published")->setText("2026-01-13");
        find<QLineEdit>(dialog, "Publisher")->setText("Bridge News");
        QVERIFY(keep->isEnabled());
        keep->click();
        QCOMPARE(workbench_->snapshot()->articles[0].info.publisher, "Bridge News");
        QCOMPARE(workbench_->snapshot()->articles[0].info.published, "2026-01-13");
        QApplication::clipboard()->clear();
        command(*window_, "Paste text as article")->trigger();
        QCOMPARE(workbench_->snapshot()->articles.size(), std::size_t(1));
    }

    void everyWidgetThatTakesTheKeyboardHasAName() {
        workbench_->adopt(storycase::inMemory(), Workbench::Place::CaseFile);
        for (const QWidget* widget : window_->findChildren<QWidget*>()) {
            if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible() || qobject_cast<const QLabel*>(widget))
                continue; // a label is called what it says
            const auto* button = qobject_cast<const QAbstractButton*>(widget);
            QVERIFY2(!widget->accessibleName().isEmpty() || (button && !button->text().isEmpty()) ||
                         qobject_cast<const QMenuBar*>(widget),
                     widget->metaObject()->className());
        }
    }

    void nothingIsSelectedWhenNothingIsOpen() {
        auto* list = find<QListView>(window_.get(), "Questions");
        QCOMPARE(list->model()->rowCount(), 0);
        QVERIFY(!find<QAbstractButton>(window_.get(), "Export")->isEnabled());
        QVERIFY(!find<QAbstractButton>(window_.get(), "Next unresolved")->isEnabled());
        command(*window_, "Undo");
        workbench_->undo(); // says so, changes nothing
        QVERIFY(window_->message().contains("No case is open"));
    }

    void whatTheSampleWasMadeOfIsNotTakenBack() {
        Workbench workbench;
        MainWindow window(&workbench);
        workbench.openSample();
        QVERIFY(!command(window, "Undo")->isEnabled());
        workbench.setPerson({"Ada", dossier::Role::Checker, {}});
        const dossier::QuestionKey first{workbench.snapshot()->comparison.questions.get().front().key};
        QVERIFY(workbench.apply(dossier::AddNote{first, "looked at"}));
        QVERIFY(command(window, "Undo")->isEnabled());
        const auto articles = workbench.snapshot()->articles.size();
        command(window, "Undo")->trigger();
        QCOMPARE(workbench.snapshot()->articles.size(), articles);
        QVERIFY(workbench.snapshot()->decisionsOf(first).notes.empty());
    }
};

QTEST_MAIN(tst_Window)
#include "tst_window.moc"
