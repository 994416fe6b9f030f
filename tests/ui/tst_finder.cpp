// SPDX-License-Identifier: GPL-3.0-or-later
// One field that leads everywhere: commands by their words, and what stands in the case, in the real window.
#include "tests/ui/drive.h"
#include "tests/ui/storycase.h"
#include "tests/ui/storywindow.h"
#include "ui/basics/theme.h"
#include "ui/finder.h"
#include "ui/mainwindow.h"
#include "ui/panes/articlepane.h"
#include "ui/panes/articletext.h"
#include "ui/panes/paneboard.h"
#include "ui/workbench/workbench.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMenuBar>

using namespace countercheck;
using namespace countercheck::ui;

class tst_Finder : public StoryWindow {
    Q_OBJECT
private slots:
    void initTestCase() { applyTheme(*qApp, ThemeChoice::Light); }
    void init() { openStory(Workbench::Place::Memory); }
    void cleanup() { closeStory(); }

    void theModelKeepsTheRules() {
        FinderModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        FinderEntry one;
        one.words = "Export…";
        one.place = "File";
        FinderEntry off = one;
        off.enabled = false;
        model.setEntries({one, off});
        QCOMPARE(model.rowCount(), 2);
        QVERIFY(model.flags(model.index(0)).testFlag(Qt::ItemIsEnabled));
        QVERIFY(!model.flags(model.index(1)).testFlag(Qt::ItemIsEnabled));
        QCOMPARE(model.data(model.index(0), Qt::AccessibleTextRole).toString(), "File: Export…");
        model.setEntries({});
        QCOMPARE(model.rowCount(), 0);
    }

    void commandsByTheirWords() {
        QMenuBar bar;
        QMenu* file = bar.addMenu("&File");
        int opened = 0, exported = 0;
        connect(file->addAction("&Open…"), &QAction::triggered, this, [&] { ++opened; });
        connect(file->addAction("&Exporter le résumé"), &QAction::triggered, this, [&] { ++exported; });
        file->addAction("O&ff")->setEnabled(false);
        auto* finder = new Finder(Finder::What::Commands, &bar, nullptr);
        finder->show();
        auto* list = drive::find<QListView>(finder, "Results");
        auto* field = drive::find<QLineEdit>(finder, "Command");
        QCOMPARE(list->model()->rowCount(), 3);
        field->setText("RESUME exp"); // words in any order, without accents
        QCOMPARE(list->model()->rowCount(), 1);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(exported, 1);
        QCOMPARE(opened, 0);

        finder = new Finder(Finder::What::Commands, &bar, nullptr);
        finder->show();
        field = drive::find<QLineEdit>(finder, "Command");
        list = drive::find<QListView>(finder, "Results");
        field->setText("off"); // what cannot be done is shown and does nothing
        QCOMPARE(list->model()->rowCount(), 1);
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(finder->isVisible());
        field->setText("nothing like it");
        QCOMPARE(list->model()->rowCount(), 0);
        finder->close();
    }

    void findsInArticlesAndGoesThere() {
        QTest::keyClick(window_.get(), Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        auto* finder = drive::dialog<Finder>();
        auto* field = drive::find<QLineEdit>(finder, "Words to find");
        auto* list = drive::find<QListView>(finder, "Results");
        field->setText("raided");
        QTRY_COMPARE(list->model()->rowCount(), 1);
        QVERIFY(list->model()->index(0, 0).data(FinderModel::PlaceRole).toString().startsWith("C"));
        QCOMPARE(list->model()->index(0, 0).data(FinderModel::FoundRole).toList().size(), 2);
        QTest::keyClick(field, Qt::Key_Return);
        auto* board = window_->findChild<PaneBoard*>();
        QTRY_COMPARE(board->pane(2)->text()->selectedText(), "raided");
    }

    void findsNotesAndSelectsTheirQuestion() {
        const auto snapshot = workbench_->snapshot();
        const auto& questions = snapshot->comparison.questions;
        const dossier::QuestionKey last{questions.get().back().key};
        workbench_->setPerson({"Ada", dossier::Role::Checker, {}});
        QVERIFY(workbench_->apply(dossier::AddNote{last, "the ferry office keeps a log"}));
        workbench_->select(dossier::QuestionKey{questions.get().front().key});
        QTest::keyClick(window_.get(), Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        auto* finder = drive::dialog<Finder>();
        auto* field = drive::find<QLineEdit>(finder, "Words to find");
        auto* list = drive::find<QListView>(finder, "Results");
        field->setText("ferry off");
        QTRY_COMPARE(list->model()->rowCount(), 1);
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_COMPARE(workbench_->selection()->value, last.value);
    }

    void saysThatNothingIsThere() {
        QTest::keyClick(window_.get(), Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        auto* finder = drive::dialog<Finder>();
        drive::find<QLineEdit>(finder, "Words to find")->setText("zeppelin");
        QTRY_VERIFY(!finder->findChildren<QLabel*>().isEmpty() &&
                    finder->findChildren<QLabel*>().front()->text().contains("Nothing"));
        QTest::keyClick(finder, Qt::Key_Escape);
        QTRY_VERIFY(!window_->findChild<Finder*>() || !window_->findChild<Finder*>()->isVisible());
    }
};

QTEST_MAIN(tst_Finder)
#include "tst_finder.moc"
