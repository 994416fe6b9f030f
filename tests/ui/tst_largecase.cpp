// SPDX-License-Identifier: GPL-3.0-or-later
// A large case: what touches most of it is made beside the window, in order, and what comes of it is what would have
// come of it at once. Whose turn it is does not matter to any of these: each waits for the end before it looks.
#include "tests/ui/storycase.h"
#include "ui/searcher.h"
#include "ui/workbench/settings.h"
#include "ui/workbench/words.h"
#include "ui/workbench/workbench.h"

#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <mutex>

using namespace countercheck;
using namespace countercheck::ui;

namespace {

std::string summary(const dossier::Dossier& dossier) {
    std::string all;
    for (const auto& article : dossier.articles)
        all += article.info.title + article.fileName + (article.hidden ? "h " : " ");
    for (const auto& question : dossier.comparison.questions) {
        all += "\n" + question.key;
        for (const auto& claim : question.claims)
            all += " " + std::to_string(claim.article) + claim.quote;
    }
    for (const auto& [key, decisions] : dossier.decisions)
        all += "\n" + key.value + (decisions.verdict ? " " + decisions.verdict->note : "");
    for (const auto& [from, into] : dossier.joinedInto)
        all += "\n" + from.value + " into " + into.value;
    return all + "\n" + dossier.undoText + "|" + dossier.redoText;
}

dossier::Arrange turned(const dossier::Dossier& dossier) {
    dossier::Arrange arrange;
    for (const auto& article : dossier.articles)
        arrange.order.insert(arrange.order.begin(), article.id);
    return arrange;
}

} // namespace

class TestLargeCase : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
        qputenv("XDG_DATA_HOME", folder_.path().toLocal8Bit()); // working files: each run has its own
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder_.path());
        QCoreApplication::setOrganizationName("Countercheck");
        QCoreApplication::setApplicationName("tst_largecase");
    }

    void asAtOnce() {
        std::string results[2];
        for (int large = 0; large < 2; ++large) {
            Workbench workbench;
            workbench.setLarge(large == 1 ? 2 : 1000);
            workbench.setPerson({"Ada", dossier::Role::Editor, {}});
            workbench.adopt(storycase::inMemory(), Workbench::Place::Memory);
            const QSignalSpy problems(&workbench, &Workbench::problem);
            const auto& questions = workbench.snapshot()->comparison.questions.get();
            const dossier::QuestionKey first{questions[0].key}, second{questions[1].key};
            int done = 0;
            const auto then = [&done] { ++done; };
            const auto all = turned(*workbench.snapshot());
            QVERIFY(workbench.apply(all, then));
            QVERIFY(
                workbench.apply(dossier::SetVerdict{first, dossier::VerdictState::Disputed, "after", {}, {}}, then));
            QVERIFY(workbench.apply(dossier::RemoveArticle{all.order[1]}, then));
            workbench.undo();
            QVERIFY(workbench.apply(dossier::Join{{first, second}}, then));
            workbench.undo();
            workbench.redo();
            workbench.finishEdits();
            QCOMPARE(done, 4);
            QCOMPARE(problems.count(), 0);
            results[large] = summary(*workbench.snapshot());
            QCOMPARE(workbench.snapshot()->joinedInto.size(), std::size_t(1));
            workbench.close();
        }
        QCOMPARE(QString::fromStdString(results[1]), QString::fromStdString(results[0]));
    }

    void refusedIsSaid() {
        Workbench workbench;
        workbench.setLarge(2);
        workbench.setPerson({"Ada", dossier::Role::Editor, {}});
        workbench.adopt(storycase::inMemory(), Workbench::Place::Memory);
        const QSignalSpy problems(&workbench, &Workbench::problem);
        int done = 0;
        dossier::Arrange same;
        for (const auto& article : workbench.snapshot()->articles)
            same.order.push_back(article.id);
        (void)workbench.apply(same, [&done] { ++done; }); // nothing changes: known when it is made
        workbench.finishEdits();
        QCOMPARE(problems.count(), 1);
        QCOMPARE(done, 0);
        QVERIFY(!workbench.apply(dossier::RemoveArticle{{"nobody"}})); // known at once
        QCOMPARE(problems.count(), 2);
        workbench.close();
    }

    /// The window goes while edits wait: they are on disk.
    void nothingIsLostOnTheWayOut() {
        const QString path = folder_.filePath("way-out.countercheck");
        dossier::Arrange all;
        {
            Workbench workbench;
            workbench.setLarge(2);
            workbench.setPerson({"Ada", dossier::Role::Editor, {}});
            workbench.adopt(storycase::inMemory(), Workbench::Place::Memory);
            QVERIFY(workbench.saveAs(path, true));
            all = turned(*workbench.snapshot());
            QVERIFY(workbench.apply(all));
            QVERIFY(workbench.apply(dossier::SetTitle{"behind it"}));
        }
        Workbench again;
        QVERIFY(again.openCase(path));
        QCOMPARE(again.snapshot()->title, std::string("behind it"));
        QCOMPARE(again.snapshot()->articles[0].id, all.order[0]);
    }

    /// What waits can be let go; each edit was either made or not.
    void whatWaitsCanBeLetGo() {
        Workbench workbench;
        workbench.setLarge(2);
        workbench.setPerson({"Ada", dossier::Role::Editor, {}});
        workbench.adopt(storycase::inMemory(), Workbench::Place::Memory);
        QVERIFY(workbench.apply(dossier::SetTitle{"begins"}));
        const auto records = workbench.snapshot()->records;
        std::uint64_t done = 0;
        auto all = turned(*workbench.snapshot());
        for (int i = 0; i < 20; ++i) {
            (void)workbench.apply(all, [&done] { ++done; });
            std::reverse(all.order.begin(), all.order.end());
        }
        workbench.cancelJobs();
        workbench.finishEdits();
        QVERIFY(!workbench.busy());
        QCOMPARE(workbench.snapshot()->records, records + done);
        workbench.close();
    }

    /// What only the server knows of stands behind what is found here, with its place.
    void whatTheServerKnows() {
        const auto snapshot = storycase::inMemory()->snapshot();
        std::vector<std::string> ids{"no article of this case"};
        for (const auto& article : snapshot->articles)
            ids.insert(ids.begin(), article.id.sha256);
        const auto there = Searcher::placesIn(*snapshot, ids, "attack", {});
        QCOMPARE(there.size(), std::size_t(1));
        QCOMPARE(there.front().article, snapshot->articles[2].id);
        QVERIFY(there.front().words.of(snapshot->articles[2].text.get()).starts_with("attack"));
        QVERIFY(!there.front().found.empty());
        store::Hit here;
        here.kind = store::HitKind::Article;
        here.article = snapshot->articles[0].id;
        const auto both = Searcher::united({here}, there);
        QCOMPARE(both.size(), std::size_t(2));
        QCOMPARE(both.front().article, here.article);
        QCOMPARE(both.back().article, there.front().article);
        QCOMPARE(Searcher::united(there, there).size(), std::size_t(1));
        QCOMPARE(Searcher::united({here}, {}).size(), std::size_t(1));
    }

    /// Each thing that is typed is asked there once, whichever of the two answers first, and both say the same.
    void theServerIsAskedToo() {
        const auto snapshot = storycase::inMemory()->snapshot();
        std::vector<std::string> asked; // outlive the searcher, whose thread asks
        std::mutex mutex;
        Searcher searcher;
        searcher.setElsewhere([&](const std::string& query, int, const std::stop_token&) {
            const std::lock_guard guard(mutex);
            asked.push_back(query);
            return std::optional(std::vector{snapshot->articles[2].id.sha256});
        });
        const auto askedSoFar = [&] {
            const std::lock_guard guard(mutex);
            return asked;
        };
        std::size_t hits = 0;
        bool complete = false;
        connect(&searcher, &Searcher::found, this,
                [&](const QString&, const std::vector<store::Hit>& found, bool whole, const QString&) {
                    hits = static_cast<std::size_t>(std::count_if(found.begin(), found.end(), [](const auto& hit) {
                        return hit.kind == store::HitKind::Article;
                    }));
                    complete = whole;
                });
        searcher.setSnapshot(snapshot, true);
        searcher.find("attack");
        QTRY_VERIFY_WITH_TIMEOUT(complete && hits == 1 && !searcher.indexing() && askedSoFar().size() == 1, 60000);
        QCOMPARE(askedSoFar(), std::vector<std::string>{"attack"});
    }

    /// Without a word from elsewhere, what is here is searched.
    void unpluggedTheCopyIsSearched() {
        const auto snapshot = storycase::inMemory()->snapshot();
        Searcher searcher;
        searcher.setElsewhere(
            [](const std::string&, int, const std::stop_token&) { return std::optional<std::vector<std::string>>(); });
        std::size_t hits = 0;
        connect(
            &searcher, &Searcher::found, this,
            [&](const QString&, const std::vector<store::Hit>& found, bool, const QString&) { hits = found.size(); });
        searcher.setSnapshot(snapshot, true);
        searcher.find("attack");
        QTRY_VERIFY_WITH_TIMEOUT(hits > 0, 60000);
    }

private:
    QTemporaryDir folder_;
};

QTEST_MAIN(TestLargeCase)
#include "tst_largecase.moc"
