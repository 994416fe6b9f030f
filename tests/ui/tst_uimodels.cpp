// SPDX-License-Identifier: GPL-3.0-or-later
// The models and the small parts of the window, each by itself.
#include "tests/ui/drive.h"
#include "tests/ui/storycase.h"

#include "ui/basics/jobs.h"
#include "ui/deciding/inspector.h"
#include "ui/deciding/setsaxis.h"
#include "ui/deciding/verdictbox.h"
#include "ui/launch.h"
#include "ui/questions/questionfilter.h"
#include "ui/questions/questionmodel.h"
#include "ui/sources/sourcespanel.h"
#include "ui/workbench/words.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

#include <atomic>

using namespace countercheck;
using namespace countercheck::ui;

class tst_UiModels : public QObject {
    Q_OBJECT
    drive::Home home_;

private slots:
    void theQuestionModelKeepsTheRules() {
        QuestionModel model;
        QuestionFilter filter;
        filter.setSourceModel(&model);
        QAbstractItemModelTester onModel(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QAbstractItemModelTester onFilter(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
        auto file = storycase::inMemory();
        model.setSnapshot(file->snapshot());
        QCOMPARE(model.rowCount(), 4);
        QCOMPARE(model.index(0).data(QuestionModel::CoverageRole).toString(), "3 of 3");
        QCOMPARE(model.index(1).data(QuestionModel::ValuesRole).toString(), "Nearly 160 · More than 100");
        QCOMPARE(model.rowOf({"sites"}), 2);
        QCOMPARE(model.rowOf({"nothing"}), -1);

        // A verdict changes one row and resets nothing.
        QSignalSpy resets(&model, &QuestionModel::modelReset), changes(&model, &QuestionModel::dataChanged);
        QVERIFY(std::holds_alternative<dossier::Record>(
            file->apply(dossier::SetVerdict{{"sites"}, dossier::VerdictState::Verified, "n"}, "Ada")));
        model.setSnapshot(file->snapshot());
        QCOMPARE(resets.count(), 0);
        QCOMPARE(changes.count(), 1);
        QCOMPARE(model.index(2).data(QuestionModel::MarksRole).toString(), "✓");
        QCOMPARE(model.index(2).data(QuestionModel::OpenRole).toBool(), false);

        filter.setSort(QuestionSort::Unchecked);
        QCOMPARE(filter.rowCount(), 2);
        filter.setSort(QuestionSort::All);
        filter.setSearch("sites verified");
        QCOMPARE(filter.rowCount(), 1);
        filter.setSearch("sites disputed");
        QCOMPARE(filter.rowCount(), 0);
        model.setSnapshot(std::make_shared<const dossier::Dossier>());
        QCOMPARE(model.rowCount(), 0);
    }

    void questionsAreNarrowed() {
        const auto file = storycase::inMemory();
        const auto decide = [&](const dossier::Edit& edit, const char* by) {
            const auto done = file->apply(edit, by);
            if (const auto* wrong = std::get_if<store::Problem>(&done))
                throw std::runtime_error(wrong->message);
        };
        decide(dossier::SetPerson{{"Grace", dossier::Role::Editor, {}}}, "Grace");
        decide(dossier::SetVerdict{{"attackers"}, dossier::VerdictState::Disputed, "two counts", {}, {}}, "Ada");
        decide(dossier::SetVerdict{{"abducted"}, dossier::VerdictState::Checking, "", {}, {}}, "Ada");
        const auto snapshot = file->snapshot();
        QuestionModel model;
        QuestionFilter filter;
        filter.setSourceModel(&model);
        const QAbstractItemModelTester tester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setSnapshot(snapshot);
        const int all = filter.rowCount();
        const auto shown = [&] {
            QStringList keys;
            for (int row = 0; row < filter.rowCount(); ++row)
                keys << filter.index(row, 0).data(QuestionModel::KeyRole).toString();
            keys.sort();
            return keys.join(u' ');
        };
        Narrowing narrowing;
        narrowing.state = QuestionState::Disputed;
        filter.setNarrowing(narrowing);
        QCOMPARE(shown(), QString("attackers"));
        narrowing.state.reset();
        narrowing.person = "Ada";
        filter.setNarrowing(narrowing);
        QCOMPARE(shown(), QString("abducted attackers"));
        narrowing.relation = Narrowing::Relation{compare::RelationKind::Contradiction};
        filter.setNarrowing(narrowing);
        QCOMPARE(shown(), QString("abducted"));
        narrowing.kind = compare::QuestionKind::Place; // and nothing meets all of it
        filter.setNarrowing(narrowing);
        QCOMPARE(filter.rowCount(), 0);
        QCOMPARE(narrowing.count(), 3);
        narrowing = {};
        narrowing.article = std::as_const(*snapshot).articles[2].id.sha256;
        filter.setNarrowing(narrowing);
        QVERIFY(filter.rowCount() > 0);
        for (int row = 0; row < filter.rowCount(); ++row)
            QVERIFY(!filter.index(row, 0).data().toString().isEmpty());
        filter.setNarrowing({});
        QCOMPARE(filter.rowCount(), all);

        // Whose turn it is: what she has in hand, and for an editor what waits for a signature.
        filter.setSort(QuestionSort::Mine);
        filter.setPerson({"Ada", dossier::Role::Checker, {}});
        QCOMPARE(shown(), QString("abducted attackers"));
        filter.setPerson({"Grace", dossier::Role::Editor, {}});
        QCOMPARE(shown(), QString("attackers"));
        filter.setPerson({"Nobody", dossier::Role::Checker, {}});
        QCOMPARE(filter.rowCount(), 0);
        decide(dossier::SignOffFigure{{"attackers"}, nullptr}, "Grace");
        model.setSnapshot(file->snapshot());
        filter.setPerson({"Grace", dossier::Role::Editor, {}});
        QCOMPARE(filter.rowCount(), 0); // signed: nobody has to do anything
    }

    void whoSaysSoFoldsCopies() {
        auto file = storycase::inMemory();
        const auto snapshot = file->snapshot();
        const auto sayings = whoSaysSo(*snapshot, *snapshot->question({"attackers"}));
        QCOMPARE(sayings.size(), std::size_t(2));
        QCOMPARE(sayings[0].source, "Relay group, in Wire");
        QCOMPARE(sayings[0].repeatedBy, "repeated by Rewrite");
        QCOMPARE(sayings[0].letters, "A B");
        QCOMPARE(sayings[1].source, "villagers, in Local");
        QVERIFY(sayings[1].repeatedBy.isEmpty());
        const auto abducted = whoSaysSo(*snapshot, *snapshot->question({"abducted"}));
        QCOMPARE(abducted.size(), std::size_t(4)); // two origins say “at least three”, each for itself
    }

    void theFirstWordingNamesEveryValueAndItsSource() {
        auto file = storycase::inMemory();
        const auto snapshot = file->snapshot();
        QCOMPARE(suggestedWording(*snapshot, *snapshot->question({"attackers"})),
                 "from more than 100 (villagers) to nearly 160 (Relay group)");
    }

    void originsCountOnce() { QCOMPARE(independentOrigins(*storycase::inMemory()->snapshot()), std::size_t(2)); }

    void theAxisIsForFiguresAndDatesOnly() {
        auto file = storycase::inMemory();
        const auto snapshot = file->snapshot();
        SetsAxis axis;
        axis.setQuestion(*snapshot, snapshot->question({"attackers"}));
        QVERIFY(axis.available());
        QVERIFY(axis.accessibleDescription().contains("More than 100"));
        axis.setQuestion(*snapshot, snapshot->question({"date"}));
        QVERIFY(axis.available());
        axis.setQuestion(*snapshot, nullptr);
        QVERIFY(!axis.available());
        compare::Question quote = *snapshot->question({"date"});
        for (auto& claim : quote.claims)
            claim.time.reset();
        axis.setQuestion(*snapshot, &quote);
        QVERIFY(!axis.available());
    }

    void ticksAreRound_data() {
        QTest::addColumn<double>("from");
        QTest::addColumn<double>("to");
        QTest::addColumn<QList<double>>("ticks");
        QTest::newRow("tens") << 80.0 << 170.0 << QList<double>{80, 100, 120, 140, 160};
        QTest::newRow("ones") << 2.0 << 5.0 << QList<double>{2, 3, 4, 5};
        QTest::newRow("below zero") << -1.0 << 1.0 << QList<double>{-1, -0.5, 0, 0.5, 1};
        QTest::newRow("empty") << 3.0 << 3.0 << QList<double>{};
        QTest::newRow("backwards") << 4.0 << 3.0 << QList<double>{};
    }
    void ticksAreRound() {
        QFETCH(double, from);
        QFETCH(double, to);
        QFETCH(QList<double>, ticks);
        const auto found = roundTicks(from, to, 5);
        QCOMPARE(QList<double>(found.begin(), found.end()), ticks);
    }

    void lettersGoOnAfterZ() {
        QCOMPARE(articleLetter(0), "A");
        QCOMPARE(articleLetter(25), "Z");
        QCOMPARE(articleLetter(26), "AA");
        QCOMPARE(articleLetter(27 * 26), "AAA");
    }

    void theNewestJobWins() {
        Jobs jobs;
        std::atomic<bool> hold{true};
        QStringList delivered;
        jobs.start("first", [&](const std::stop_token&, const Jobs::Progress&) -> Jobs::Delivery {
            while (hold)
                std::this_thread::yield();
            return [&delivered] { delivered << "first"; };
        });
        jobs.start("second", [&](const std::stop_token&, const Jobs::Progress&) -> Jobs::Delivery {
            return [&delivered] { delivered << "second"; };
        });
        QTRY_VERIFY(!jobs.running());
        hold = false;
        QTest::qWait(20);
        QCOMPARE(delivered, QStringList{"second"});
    }

    void aCancelledJobDeliversNothing() {
        Jobs jobs;
        QSignalSpy finished(&jobs, &Jobs::finished);
        std::atomic<bool> stopped{false};
        bool delivered = false;
        jobs.start("long", [&](const std::stop_token& stop, const Jobs::Progress&) -> Jobs::Delivery {
            while (!stop.stop_requested())
                std::this_thread::yield();
            stopped = true;
            return [&delivered] { delivered = true; };
        });
        QVERIFY(jobs.running());
        jobs.cancel();
        QTRY_VERIFY(stopped);
        QTest::qWait(20);
        QVERIFY(!delivered);
        QCOMPARE(finished.count(), 1);
        QCOMPARE(finished.front().front().toBool(), true);
    }

    void argumentsAreOneCaseOrArticles_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("files");
        using Kind = Launch::Kind;
        QTest::newRow("nothing") << QStringList{} << int(Kind::Nothing) << 0;
        QTest::newRow("help") << QStringList{"a.txt", "--help"} << int(Kind::Help) << 1;
        QTest::newRow("version") << QStringList{"--version"} << int(Kind::Version) << 0;
        QTest::newRow("unknown") << QStringList{"--frobnicate"} << int(Kind::Wrong) << 0;
        QTest::newRow("case") << QStringList{"x.countercheck"} << int(Kind::Case) << 1;
        QTest::newRow("articles") << QStringList{"a.txt", "b.txt"} << int(Kind::Articles) << 2;
        QTest::newRow("both") << QStringList{"x.countercheck", "b.txt"} << int(Kind::Wrong) << 2;
        QTest::newRow("a file that looks like an option") << QStringList{"--", "--help"} << int(Kind::Articles) << 1;
    }
    void argumentsAreOneCaseOrArticles() {
        QFETCH(QStringList, arguments);
        QFETCH(int, kind);
        QFETCH(int, files);
        const Launch launch = Launch::fromArguments(arguments);
        QCOMPARE(int(launch.kind), kind);
        QCOMPARE(int(launch.files.size()), files);
        QCOMPARE(launch.kind == Launch::Kind::Wrong, !launch.problem.isEmpty());
        QVERIFY(!launch.problem.contains(u'\n'));
    }
};

QTEST_MAIN(tst_UiModels)
#include "tst_uimodels.moc"
