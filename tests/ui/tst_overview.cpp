// SPDX-License-Identifier: GPL-3.0-or-later
// The whole case at one sight: the matrix keeps the rules of models, selecting in it is selecting in the window, and
// each view gives a picture of all of it.
#include "tests/ui/drive.h"
#include "tests/ui/storycase.h"
#include "tests/ui/storywindow.h"
#include "ui/basics/theme.h"
#include "ui/mainwindow.h"
#include "ui/sources/matrixmodel.h"
#include "ui/sources/overview.h"
#include "ui/sources/timeline.h"
#include "ui/workbench/workbench.h"

#include <QAbstractItemModelTester>
#include <QImage>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableView>

using namespace countercheck;
using namespace countercheck::ui;

class tst_Overview : public StoryWindow {
    Q_OBJECT
private slots:
    void initTestCase() { applyTheme(*qApp, ThemeChoice::Light); }
    void init() { openStory(Workbench::Place::Memory); }
    void cleanup() { closeStory(); }

    void theMatrixKeepsTheRules() {
        MatrixModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.rowCount(), 0);
        const auto snapshot = workbench_->snapshot();
        model.setSnapshot(snapshot);
        QCOMPARE(model.rowCount(), static_cast<int>(snapshot->comparison.questions.size()));
        QCOMPARE(model.columnCount(), 3);
        const int row = model.rowOf({"abducted"});
        QVERIFY(row >= 0);
        const QString first = model.index(row, 0).data().toString();
        QVERIFY2(first.contains("three people") && first.contains(u'\n'), qPrintable(first)); // both of its claims
        QVERIFY(model.index(row, 0).data(MatrixModel::FirstSpanRole).isValid());
        QVERIFY(model.headerData(row, Qt::Vertical, Qt::DisplayRole).toString().startsWith(u'✕'));
        QCOMPARE(model.rowOf({"nothing"}), -1);

        // A decision changes heads only: no reset, so that the place in the table stays.
        workbench_->setPerson({"Ada", dossier::Role::Checker, {}});
        QVERIFY(workbench_->apply(dossier::AddNote{{"abducted"}, "the first edit gives the case a file"}));
        model.setSnapshot(workbench_->snapshot());
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset),
            heads(&model, &QAbstractItemModel::headerDataChanged);
        QVERIFY(workbench_->apply(
            dossier::SetVerdict{{"abducted"}, dossier::VerdictState::Disputed, "two counts", {}, {}}));
        model.setSnapshot(workbench_->snapshot());
        QCOMPARE(resets.count(), 0);
        QCOMPARE(heads.count(), 1);
        QVERIFY(model.headerData(row, Qt::Vertical, Qt::AccessibleTextRole).toString().contains("Disputed"));
        model.setSnapshot(std::make_shared<const dossier::Dossier>());
        QCOMPARE(model.rowCount(), 0);
    }

    void oneSelection() {
        QTest::keyClick(window_.get(), Qt::Key_F9);
        auto* overview = drive::dialog<Overview>();
        auto* table = overview->table();
        const auto second = table->model()->index(1, 0);
        table->setCurrentIndex(second);
        QCOMPARE(QString::fromStdString(workbench_->selection()->value), second.data(MatrixModel::KeyRole).toString());
        workbench_->select(dossier::QuestionKey{"sites"});
        QCOMPARE(table->currentIndex().data(MatrixModel::KeyRole).toString(), "sites");
    }

    void picturesOfAll() {
        QTest::keyClick(window_.get(), Qt::Key_F9);
        auto* overview = drive::dialog<Overview>();
        auto* tabs = drive::find<QTabWidget>(overview, "Views");
        overview->resize(300, 200); // less than what is in it
        for (int tab = 0; tab < tabs->count(); ++tab) {
            tabs->setCurrentIndex(tab);
            const QImage image = overview->picture();
            QVERIFY(!image.isNull());
            if (tab == 0)
                QVERIFY2(image.width() > 540, "three columns of 180 and the heads");
        }
    }

    void datesOnALine() {
        Timeline timeline;
        timeline.resize(700, 300);
        timeline.setSnapshot(workbench_->snapshot());
        int dates = 0;
        for (const auto& question : workbench_->snapshot()->comparison.questions)
            for (const auto& claim : question.claims)
                dates += claim.time ? 1 : 0;
        QVERIFY(dates > 0);
        QCOMPARE(timeline.bars(), dates);
        QVERIFY(timeline.spoken().contains("Sunday"));
        QSignalSpy chosen(&timeline, &Timeline::questionChosen);
        QTest::keyClick(&timeline, Qt::Key_Right);
        QCOMPARE(chosen.count(), 1);
        timeline.setSnapshot(std::make_shared<const dossier::Dossier>());
        QCOMPARE(timeline.bars(), 0);
        QVERIFY(!timeline.grab().isNull());
    }
};

QTEST_MAIN(tst_Overview)
#include "tst_overview.moc"
