// SPDX-License-Identifier: GPL-3.0-or-later
// Deciding and correcting in the real window: verdicts that need more than a click, signatures, corrections by gesture,
// what is lost, two people's decisions that are united, grades, and going on after a decision.
#include "tests/ui/drive.h"
#include "tests/ui/storycase.h"
#include "tests/ui/storywindow.h"

#include "ui/basics/theme.h"
#include "ui/deciding/persondialog.h"
#include "ui/mainwindow.h"
#include "ui/panes/articlepane.h"
#include "ui/panes/articletext.h"
#include "ui/panes/paneboard.h"
#include "ui/questions/questionmodel.h"
#include "ui/workbench/askform.h"
#include "ui/workbench/settings.h"
#include "ui/workbench/workbench.h"

#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>

#include <algorithm>
#include <memory>

using namespace countercheck;
using namespace countercheck::ui;
using dossier::VerdictState;
using drive::command;
using drive::find;
using drive::label;
using drive::press;

class tst_Deciding : public StoryWindow {
    Q_OBJECT

    void run(const QString& begins) const {
        QAction* action = command(*window_, begins);
        if (!action->isEnabled())
            throw std::runtime_error(begins.toStdString() + " cannot be chosen: " + action->toolTip().toStdString());
        action->trigger();
    }
    [[nodiscard]] const dossier::Decisions& decisions(const char* key) const {
        return workbench_->snapshot()->decisionsOf({key});
    }
    [[nodiscard]] const compare::Question& question(const char* key) const {
        const auto* found = workbench_->snapshot()->question({key});
        if (!found)
            throw std::runtime_error(std::string("no question ") + key);
        return *found;
    }
    [[nodiscard]] std::size_t questions() const { return workbench_->snapshot()->comparison.questions.size(); }
    void select(const char* key) const { workbench_->select(dossier::QuestionKey{key}); }
    static void agree(AskForm* form, const QString& button) {
        press(form, button);
        QTRY_VERIFY(!form->isVisible());
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    static bool refuses(const AskForm* form, const QString& button) {
        return !find<QPushButton>(form, button)->isEnabled() && !label(form, "What is missing")->text().isEmpty();
    }
    [[nodiscard]] ArticleText* article(int pane) const { return window_->findChild<PaneBoard*>()->pane(pane)->text(); }
    /// Selects these words in a pane, which has the keyboard then.
    void selectWords(int pane, const QString& words) const {
        ArticleText* text = article(pane);
        const auto at = text->shownText().indexOf(words);
        if (at < 0)
            throw std::runtime_error("not shown: " + words.toStdString());
        text->setFocus();
        text->select({at, at + words.size()});
    }
    /// Puts the caret on the mark of these words.
    void pointAt(int pane, const QString& words) const {
        ArticleText* text = article(pane);
        text->setFocus();
        text->setCaret(text->shownText().indexOf(words));
    }
    std::unique_ptr<store::CaseFile> opened(const QString& path) const {
        auto file = store::CaseFile::open(path.toStdString(), store::OpenMode::ReadWrite);
        if (auto* wrong = std::get_if<store::Problem>(&file))
            throw std::runtime_error(wrong->message);
        return std::move(std::get<0>(file));
    }
    static void must(const store::Outcome<dossier::Record>& outcome) {
        if (const auto* wrong = std::get_if<store::Problem>(&outcome))
            throw std::runtime_error(wrong->message);
    }

private slots:
    void initTestCase() { applyTheme(*qApp, ThemeChoice::Light); }
    void init() { openStory(Workbench::Place::CaseFile, {"Ada", dossier::Role::Checker}); }
    void cleanup() { closeStory(); }

    void verifiedOnOneOriginAsksForThePrimarySource() {
        // A question that one article alone answers.
        selectWords(2, "villagers");
        run("New question");
        auto* fresh = drive::dialog<AskForm>();
        QVERIFY(refuses(fresh, "Ask"));
        find<QLineEdit>(fresh, "Question")->setText("Who counted them?");
        find<QLineEdit>(fresh, "Value")->clear();
        agree(fresh, "Ask");
        const auto& all = workbench_->snapshot()->comparison.questions;
        const auto made =
            std::find_if(all.begin(), all.end(), [](const auto& one) { return one.title == "Who counted them?"; });
        QVERIFY(made != all.end());
        QCOMPARE(made->claims.front().person, std::string("Ada"));
        const std::string key = made->key;
        select(key.c_str());
        press(window_.get(), "Verdict: Verified");
        auto* form = drive::dialog<AskForm>();
        QVERIFY(!decisions(key.c_str()).verdict);
        QVERIFY(refuses(form, "Verified"));
        find<QLineEdit>(form, "Primary source")->setText("the village's register");
        QVERIFY(refuses(form, "Verified")); // the reason is missing still
        find<QPlainTextEdit>(form, "Reason")->setPlainText("it is kept by law");
        agree(form, "Verified");
        QCOMPARE(decisions(key.c_str()).verdict->state, VerdictState::Verified);
        QCOMPARE(decisions(key.c_str()).verdict->primary, std::string("the village's register"));
        QVERIFY(label(window_.get(), "Verdict set by")->text().contains("the village's register"));
        // A later change of the note alone keeps the primary source.
        auto* note = find<QPlainTextEdit>(window_.get(), "Note");
        note->setPlainText("it is kept by law since 1907");
        press(window_.get(), "Keep note");
        QCOMPARE(decisions(key.c_str()).verdict->primary, std::string("the village's register"));
    }

    void outdatedNamesWhatTookItsPlace() {
        select("attackers");
        QVERIFY(!find<QPushButton>(window_.get(), "Verdict: Outdated")->isEnabled());
        QVERIFY(!find<QPushButton>(window_.get(), "Verdict: Outdated")->toolTip().isEmpty());
        press(window_.get(), "Verdict: Disputed");
        press(window_.get(), "Verdict: Outdated");
        auto* form = drive::dialog<AskForm>();
        QVERIFY(refuses(form, "Outdated"));
        find<QLineEdit>(form, "Superseded by")->setText("the court's count");
        agree(form, "Outdated");
        QCOMPARE(decisions("attackers").verdict->state, VerdictState::Outdated);
        QCOMPARE(decisions("attackers").verdict->supersededBy, std::string("the court's count"));
        QVERIFY(label(window_.get(), "Verdict set by")->text().contains("the court's count"));
        run("Undo");
        QCOMPARE(decisions("attackers").verdict->state, VerdictState::Disputed);
    }

    void checkingAgainAsksWhy() {
        select("attackers");
        press(window_.get(), "Verdict: Disputed");
        press(window_.get(), "Verdict: Checking");
        auto* form = drive::dialog<AskForm>();
        QVERIFY(find<QPushButton>(window_.get(), "Verdict: Disputed")->isChecked());
        QVERIFY(refuses(form, "Checking"));
        find<QPlainTextEdit>(form, "Reason")->setPlainText("a new count came in");
        agree(form, "Checking");
        QCOMPARE(decisions("attackers").verdict->state, VerdictState::Checking);
    }

    void anEditorSendsBackWithAComment() {
        select("attackers");
        press(window_.get(), "Verdict: Disputed");
        QVERIFY(!find<QPushButton>(window_.get(), "Send back")->isEnabled());
        workbench_->setPerson({"Grace", dossier::Role::Editor});
        run("Send back");
        auto* form = drive::dialog<AskForm>();
        QVERIFY(refuses(form, "Send back"));
        find<QPlainTextEdit>(form, "Comment")->setPlainText("ask the Relay group how they counted");
        agree(form, "Send back");
        QCOMPARE(decisions("attackers").verdict->state, VerdictState::Checking);
        workbench_->setPerson({"Ada", dossier::Role::Checker});
        QVERIFY(label(window_.get(), "Notes")->text().contains("ask the Relay group"));
    }

    void aKeySignsAndItsPassphraseIsAskedForOnce() {
        select("attackers");
        press(window_.get(), "Verdict: Disputed");
        select("sites");
        press(window_.get(), "Verdict: Disputed");
        workbench_->setPerson({"Grace", dossier::Role::Editor});
        run("I am");
        auto* dialog = drive::dialog<PersonDialog>();
        press(dialog, "Make a key…");
        auto* make = drive::dialog<AskForm>();
        find<QLineEdit>(make, "Passphrase")->setText("a long passphrase");
        QVERIFY(refuses(make, "Make"));
        find<QLineEdit>(make, "Once more")->setText("a long passphrase");
        agree(make, "Make");
        press(dialog, "This is me");
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        const std::string key = workbench_->person().key;
        QVERIFY(dossier::isPublicKey(key));
        const QString file = Settings::keyFile("Grace");
        QVERIFY(!(QFile::permissions(file) & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup)));
        QFile written(file);
        QVERIFY(written.open(QIODevice::ReadOnly));
        const QByteArray kept = written.readAll();
        QVERIFY(kept.contains("sealed: ") && !kept.contains("seed: ") && !kept.contains("a long passphrase"));

        select("attackers");
        press(window_.get(), "Sign off");
        auto* form = drive::dialog<AskForm>();
        find<QLineEdit>(form, "Passphrase")->setText("another passphrase");
        press(form, "Sign");
        QVERIFY(form->isVisible()); // a wrong passphrase: it says so and stays
        QVERIFY(!label(form, "What is missing")->text().isEmpty());
        QVERIFY(!decisions("attackers").signOff);
        find<QLineEdit>(form, "Passphrase")->setText("a long passphrase");
        agree(form, "Sign");
        QVERIFY(decisions("attackers").signOff);
        QVERIFY(!decisions("attackers").signOff->asserted);
        QCOMPARE(decisions("attackers").signOff->publicKey, key);
        QVERIFY2(label(window_.get(), "Signed off by")->text().contains("signed (key "),
                 qPrintable(label(window_.get(), "Signed off by")->text()));
        select("sites");
        press(window_.get(), "Sign off"); // without asking again
        QVERIFY(decisions("sites").signOff && !decisions("sites").signOff->asserted);
        QSettings settings;
        for (const QString& name : settings.allKeys())
            QVERIFY(!settings.value(name).toString().contains("passphrase"));
    }

    void withoutAKeyASignOffSaysThatItIsAsserted() {
        select("attackers");
        press(window_.get(), "Verdict: Disputed");
        workbench_->setPerson({"Grace", dossier::Role::Editor});
        press(window_.get(), "Sign off");
        QVERIFY(decisions("attackers").signOff->asserted);
        QVERIFY(label(window_.get(), "Signed off by")->text().contains("asserted only"));
    }

    void wordsAreMarkedAsAnAnswer() {
        select("attackers");
        selectWords(2, "villagers say");
        QTest::keyClick(article(2), Qt::Key_M);
        auto* form = drive::dialog<AskForm>();
        QVERIFY(refuses(form, "Mark")); // a figure is expected
        find<QLineEdit>(form, "Value")->setText("12");
        agree(form, "Mark");
        const auto& claims = question("attackers").claims;
        const auto made = std::find_if(claims.begin(), claims.end(), [](const auto& c) { return !c.person.empty(); });
        QVERIFY(made != claims.end());
        QCOMPARE(made->quote, std::string("villagers say"));
        QCOMPARE(made->set->headline->toString(), std::string("12"));
        const auto& marks = article(2)->marks();
        QVERIFY(std::any_of(marks.begin(), marks.end(), [](const Mark& mark) { return mark.person; }));
        const auto pencil = [this] {
            const auto labels = window_->findChildren<QLabel*>();
            return std::any_of(labels.begin(), labels.end(), [this](const QLabel* one) {
                return one->isVisibleTo(window_.get()) && one->text().contains(u'✎');
            });
        };
        QTRY_VERIFY(pencil());
        run("Undo");
        QCOMPARE(question("attackers").claims.size(), std::size_t(3));
    }

    void markedWordsAreWholeAndRead() {
        select("abducted");
        selectWords(2, "ore than 100 attack"); // as a hand that hurries takes them
        QTest::keyClick(article(2), Qt::Key_M);
        auto* form = drive::dialog<AskForm>();
        QCOMPARE(find<QLineEdit>(form, "Value")->text(), QStringLiteral("100"));
        QCOMPARE(find<QComboBox>(form, "Hedge")->currentText(), QStringLiteral("more than"));
        QCOMPARE(find<QLineEdit>(form, "At least")->text(), QStringLiteral("100"));
        QCOMPARE(find<QLineEdit>(form, "At most")->text(), QString());
        agree(form, "Mark");
        const auto& claims = question("abducted").claims;
        const auto made = std::find_if(claims.begin(), claims.end(), [](const auto& c) { return !c.person.empty(); });
        QVERIFY(made != claims.end());
        QCOMPARE(made->quote, std::string("More than 100 attackers"));
        QCOMPARE(made->set->low->toString(), std::string("100"));
        QVERIFY(!made->set->lowInclusive && !made->set->high);
        QCOMPARE(made->set->qualifier, read::Qualifier::MoreThan);
        run("Undo");
        // A hedge alone moves the bounds.
        pointAt(0, "four civilians");
        QTest::keyClick(article(0), Qt::Key_V);
        auto* value = drive::dialog<AskForm>();
        find<QComboBox>(value, "Hedge")->setCurrentText(QStringLiteral("at least"));
        QCOMPARE(find<QLineEdit>(value, "At least")->text(), QStringLiteral("4"));
        QCOMPARE(find<QLineEdit>(value, "At most")->text(), QString());
        agree(value, "Correct");
        const auto& now = question("abducted").claims;
        const auto hedged =
            std::find_if(now.begin(), now.end(), [](const auto& c) { return c.quote == "four civilians"; });
        QVERIFY(hedged != now.end() && !hedged->set->high);
        QCOMPARE(hedged->set->low->toString(), std::string("4"));
    }

    void aRefusedSignOffLeadsOn() {
        select("attackers");
        auto* way = [this]() -> QPushButton* {
            for (auto* button : window_->findChildren<QPushButton*>())
                if (button->text() == QStringLiteral("To the verdict"))
                    return button;
            return nullptr;
        }();
        QVERIFY(way && way->isVisibleTo(window_.get()));
        way->click();
        QTRY_COMPARE(window_->focusWidget(), find<QPushButton>(window_.get(), "Verdict: Checking"));
        press(window_.get(), "Verdict: Disputed");
        QCOMPARE(way->text(), QStringLiteral("Somebody else signs…")); // four eyes
        workbench_->setPerson({"Grace", dossier::Role::Editor, {}});
        QVERIFY(!way->isVisibleTo(window_.get()));
        press(window_.get(), "Sign off");
        QVERIFY(label(window_.get(), "Sign-off that no longer holds")->isHidden());
        // Signed, then changed: said at the top, too, and in the list.
        press(window_.get(), "Verdict: False");
        const auto* broken = label(window_.get(), "Sign-off that no longer holds");
        QVERIFY(!broken->isHidden());
        QVERIFY2(broken->text().contains("Signed by Grace, then changed"), qPrintable(broken->text()));
        auto* list = find<QListView>(window_.get(), "Questions");
        QStringList marks;
        for (int row = 0; row < list->model()->rowCount(); ++row)
            if (list->model()->index(row, 0).data(QuestionModel::KeyRole).toString() == "attackers")
                marks << list->model()->index(row, 0).data(QuestionModel::MarksRole).toString()
                      << list->model()->index(row, 0).data(Qt::AccessibleTextRole).toString();
        QCOMPARE(marks.value(0), QStringLiteral("⚠"));
        QVERIFY2(marks.value(1).contains("then changed"), qPrintable(marks.value(1)));
    }

    void aMarkIsSetApartAndPutRight() {
        select("abducted");
        pointAt(0, "four civilians");
        const auto before = questions();
        run("Not the same question");
        QCOMPARE(questions(), before + 1);
        QCOMPARE(question("abducted").claims.size(), std::size_t(3));
        run("Undo");
        QCOMPARE(questions(), before);

        select("abducted");
        pointAt(0, "four civilians");
        run("Correct value");
        auto* form = drive::dialog<AskForm>();
        QCOMPARE(find<QLineEdit>(form, "Value")->text(), QString("4"));
        QVERIFY(refuses(form, "Correct")); // nothing is put right yet
        find<QLineEdit>(form, "Value")->setText("four");
        QVERIFY(refuses(form, "Correct"));
        auto* value = find<QLineEdit>(form, "Value");
        value->setText("5");
        QTest::keyClick(value, Qt::Key_Return); // as the button
        QTRY_VERIFY(!form->isVisible());
        const auto& claims = question("abducted").claims;
        const auto put = std::find_if(claims.begin(), claims.end(), [](const auto& c) { return !c.person.empty(); });
        QVERIFY(put != claims.end());
        QCOMPARE(put->set->headline->toString(), std::string("5"));
        QCOMPARE(put->attribution, std::string("an official of the district")); // stays as it was read
    }

    void theSameQuestionIsChosenOrLeft() {
        select("attackers");
        run("Same question as");
        QVERIFY(window_->message().contains("Escape"));
        QTest::keyClick(window_.get(), Qt::Key_Escape);
        QVERIFY(window_->message().isEmpty());
        select("sites");
        const auto before = questions();
        pointAt(0, "Nearly 160");
        run("Same question as");
        emit window_->findChild<PaneBoard*>()->questionActivated(dossier::QuestionKey{"sites"});
        QCOMPARE(questions(), before - 1);
        QCOMPARE(question("attackers").key, question("sites").key);
        run("Undo");
        QCOMPARE(questions(), before);
    }

    void aQuestionIsRenamedAndARelationDismissed() {
        select("abducted");
        run("Rename question");
        auto* form = drive::dialog<AskForm>();
        QVERIFY(refuses(form, "Rename"));
        find<QLineEdit>(form, "Question")->setText("How many were led away?");
        agree(form, "Rename");
        QCOMPARE(label(window_.get(), "Question")->text(), QString("How many were led away?"));
        const auto before = question("abducted").relations.size();
        run("Dismiss relation");
        form = drive::dialog<AskForm>();
        QVERIFY(refuses(form, "Dismiss"));
        find<QLineEdit>(form, "Reason")->setText("the official speaks of another night");
        agree(form, "Dismiss");
        QCOMPARE(question("abducted").relations.size(), before - 1);
        QVERIFY(question("abducted").status() != compare::RelationKind::Contradiction);
    }

    void articlesAreMarkedAsDerived() {
        run("Derived or independent");
        auto* form = drive::dialog<AskForm>();
        find<QComboBox>(form, "Other article")->setCurrentIndex(1);
        QVERIFY(refuses(form, "Mark")); // an article does not rest on itself
        find<QComboBox>(form, "Article")->setCurrentIndex(2);
        find<QComboBox>(form, "Other article")->setCurrentIndex(0);
        agree(form, "Mark");
        const auto& origin = workbench_->snapshot()->comparison.origin;
        QCOMPARE(origin[0], origin[2]);
    }

    void whatIsLostIsListed() {
        QVERIFY(!command(*window_, "Lost")->isEnabled());
        select("date");
        run("Rename question");
        auto* form = drive::dialog<AskForm>();
        find<QLineEdit>(form, "Question")->setText("Which day?");
        agree(form, "Rename");
        workbench_->apply(dossier::AddNote{{"date"}, "a calendar was asked"});
        auto file = storycase::inMemory();
        must(file->apply(dossier::AddNote{{"date"}, "a calendar was asked"}, "Ada"));
        dossier::Correct rename;
        rename.correction.kind = dossier::CorrectionKind::Rename;
        rename.correction.question.value = "date";
        rename.correction.text = "Which day?";
        must(file->apply(rename, "Ada"));
        auto comparison = storycase::comparison();
        auto& all = comparison.questions.edit();
        all.erase(std::find_if(all.begin(), all.end(), [](const auto& one) { return one.key == "date"; }));
        QVERIFY(!std::holds_alternative<store::Problem>(file->setComparison(std::move(comparison))));
        workbench_->adopt(std::move(file), Workbench::Place::CaseFile);
        QVERIFY(command(*window_, "Lost")->text().contains("2"));
        QVERIFY(find<QPushButton>(window_.get(), "Lost")->text().contains("2"));
        press(window_.get(), "Lost");
        const auto* list = find<QListWidget>(drive::dialog<QDialog>(), "Lost");
        QCOMPARE(list->count(), 2);
        QVERIFY(list->item(0)->text().contains("1 note"));
        QVERIFY(list->item(1)->text().contains("Which day?"));
    }

    void nearMissesAreJoinedWithOneKey() {
        auto file = storycase::inMemory();
        auto comparison = storycase::comparison();
        comparison.nearMisses =
            std::vector<compare::NearMiss>{{"attackers", "sites", "the same deed; another thing is counted"}};
        QVERIFY(!std::holds_alternative<store::Problem>(file->setComparison(std::move(comparison))));
        workbench_->adopt(std::move(file), Workbench::Place::CaseFile);
        const auto before = questions();
        run("Possibly the same");
        auto* dialog = drive::dialog<QDialog>();
        auto* list = find<QListWidget>(dialog, "Possibly the same");
        QVERIFY(QTest::qWaitForWindowActive(dialog));
        QVERIFY(list->item(0)->text().contains("another thing is counted"));
        QTest::keyClick(list, Qt::Key_J);
        QVERIFY2(questions() < before, qPrintable(window_->message() + list->item(0)->text()));
        QCOMPARE(questions(), before - 1);
        QVERIFY(!find<QPushButton>(dialog, "Join this pair")->isEnabled());
    }

    void twoPeoplesDecisionsAreUnitedAndSettled() {
        const QString mine = home_->file("mine.countercheck"), theirs = home_->file("theirs.countercheck");
        QVERIFY(workbench_->saveAs(mine, false));
        select("attackers");
        run("Export review bundle");
        auto* dialog = drive::dialog<QFileDialog>();
        emit dialog->fileSelected(theirs);
        dialog->close();
        QVERIFY2(QFile::exists(theirs), qPrintable(window_->message()));
        QCOMPARE(workbench_->path(), mine);
        {
            const auto other = opened(theirs);
            must(other->apply(dossier::SetPerson{{"Bo", dossier::Role::Checker, {}}}, "Bo"));
            must(other->apply(dossier::SetVerdict{{"attackers"}, VerdictState::False, "nobody saw so many", {}, {}},
                              "Bo"));
        }
        press(window_.get(), "Verdict: Disputed");
        run("Merge");
        dialog = drive::dialog<QFileDialog>();
        emit dialog->fileSelected(theirs);
        dialog->close();
        QTRY_COMPARE(decisions("attackers").conflicts.size(), std::size_t(1));
        QVERIFY2(window_->message().contains("1 decision stands against another"), qPrintable(window_->message()));
        QTRY_VERIFY(workbench_->selection() == dossier::QuestionKey{"attackers"});
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        const QString keep = "Keep what Bo decided: False: nobody saw so many";
        QTRY_VERIFY(find<QPushButton>(window_.get(), keep)->isVisibleTo(window_.get())); // the cards are made anew
        press(window_.get(), keep);
        QCOMPARE(decisions("attackers").conflicts.size(), std::size_t(0));
        QCOMPARE(decisions("attackers").verdict->state, VerdictState::False);
        QCOMPARE(decisions("attackers").verdict->stamp.by, std::string("Ada"));
    }

    void sourcesAreGradedAndAnAddressIsEvidence() {
        select("attackers");
        QTest::qWait(20); // the list is made anew
        press(window_.get(), "Grade of Relay group: F6");
        auto* form = drive::dialog<AskForm>();
        QVERIFY(refuses(form, "Grade"));
        find<QComboBox>(form, "Reliability")->setCurrentIndex(1);
        QVERIFY(refuses(form, "Grade")); // a reason is missing
        find<QLineEdit>(form, "Why this reliability")->setText("has counted well before");
        find<QComboBox>(form, "Credibility")->setCurrentIndex(1);
        find<QLineEdit>(form, "Why this credibility")->setText("names its counters");
        agree(form, "Grade");
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QCOMPARE(find<QPushButton>(window_.get(), "Grade of Relay group: B2")->text(), QString("B2"));
        find<QPushButton>(window_.get(), "Grade of villagers: F6");

        run("Add an address");
        form = drive::dialog<AskForm>();
        QVERIFY(refuses(form, "Add evidence"));
        find<QLineEdit>(form, "Address")->setText("https://example.org/count");
        find<QPlainTextEdit>(form, "What it shows")->setPlainText("the group's own table");
        agree(form, "Add evidence");
        QCOMPARE(decisions("attackers").evidence.front().url, std::string("https://example.org/count"));
        QVERIFY(label(window_.get(), "Evidence")->text().contains("the group's own table"));
    }

    void afterADecisionTheNextQuestionComesUnlessSwitchedOff() {
        select("abducted");
        press(window_.get(), "Verdict: Disputed");
        QTest::qWait(1300); // switched off: nothing happens
        QVERIFY(workbench_->selection() == dossier::QuestionKey{"abducted"});
        auto* on = command(*window_, "Go on after a decision");
        QVERIFY(!on->isChecked());
        on->trigger();
        QVERIFY(Settings::autoAdvance());
        select("attackers");
        window_->activateWindow();
        press(window_.get(), "Verdict: Disputed");
        QVERIFY(workbench_->selection() == dossier::QuestionKey{"attackers"}); // not at once
        QTRY_VERIFY(workbench_->selection() == dossier::QuestionKey{"sites"});
    }

    void nothingIsOfferedThatCannotBeDone() {
        const QString path = home_->file("read.countercheck");
        QVERIFY(workbench_->saveAs(path, false));
        workbench_->close();
        QVERIFY(workbench_->openCase(path, true));
        for (const char* name :
             {"Mark words", "Correct value", "Rename question", "Derived or", "Merge", "Send back"}) {
            QVERIFY2(!command(*window_, name)->isEnabled(), name);
            QVERIFY2(command(*window_, name)->toolTip().contains("reading only"), name);
        }
    }
};

QTEST_MAIN(tst_Deciding)
#include "tst_deciding.moc"
