// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/outcome.h"
#include "tests/store/samples.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <csignal>
#include <thread>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace samples;

namespace {

std::unique_ptr<store::CaseFile> open(const std::string& path, store::OpenMode mode = store::OpenMode::CreateOrOpen) {
    auto outcome = store::CaseFile::open(path, mode);
    if (const auto* problem = std::get_if<store::Problem>(&outcome)) {
        qWarning("%s", problem->message.c_str());
        return nullptr;
    }
    return std::move(std::get<0>(outcome));
}

/// Two articles, their results, and three people.
void fill(store::CaseFile& file) {
    DONE(file.apply(dossier::SetPerson{{"Ada", dossier::Role::Checker}}, "Ada"));
    DONE(file.apply(dossier::SetPerson{{"Ben", dossier::Role::Editor}}, "Ben"));
    DONE(file.apply(dossier::SetPerson{{"Cleo", dossier::Role::Viewer}}, "Cleo"));
    DONE(file.apply(article("first", first), "Ada"));
    DONE(file.apply(article("second", second), "Ada"));
    DONE(file.setComparison(results()));
}

} // namespace

class TestCaseFile : public QObject {
    Q_OBJECT
private slots:
    void storyAcrossReopening();
    void undoAcrossReopening();
    void resultsOfAnEarlierSnapshot();
    void resultsThatChangeInPlaces();
    void manyResultsComeBack();
    void resultsThatDoNotFit();
    void stale();
    void reanchoredAcrossReopening();
    void readOnlyComparesInMemory();
    void manyThreads();
    void failingWrites();
    void sameBytesOnce();
    void manyComeIn();

private:
    QTemporaryDir folder_;
    int number_ = 0;
    std::string fresh() { return folder_.filePath(QString("%1.countercheck").arg(++number_)).toStdString(); }
};

void TestCaseFile::storyAcrossReopening() {
    const std::string path = fresh();
    std::vector<dossier::Record> records;
    {
        const auto file = open(path);
        QVERIFY(file);
        fill(*file);
        const auto before = file->snapshot();
        QCOMPARE(before, file->snapshot());
        QCOMPARE(before->unresolved(), 2u);
        QCOMPARE(before->countable(), 2u);
        DONE(file->apply(dossier::SetVerdict{{"taken"}, dossier::VerdictState::Disputed, "two counts"}, "Ada"));
        QCOMPARE(before->unresolved(), 2u); // a snapshot does not change
        QCOMPARE(file->snapshot()->unresolved(), 1u);
        QVERIFY(file->snapshot()->comparison.questions.sharesWith(before->comparison.questions));
        QVERIFY(!message(file->apply(dossier::SignOffFigure{{"taken"}}, "Ada")).empty());
        DONE(file->apply(dossier::Propose{{"taken"}, "three or four people", "3", "4"}, "Ada"));
        DONE(file->apply(dossier::AddEvidence{{"taken"}, "list.txt", "names", "from the clinic"}, "Ada"));
        DONE(file->apply(dossier::SignOffFigure{{"taken"}}, "Ben"));
        QCOMPARE(file->snapshot()->decisionsOf({"taken"}).figureState(), dossier::FigureState::SignedOff);
    }
    const auto file = open(path);
    QVERIFY(file);
    const auto now = file->snapshot();
    QVERIFY(!file->comparisonStale());
    QCOMPARE(now->comparison, results());
    QCOMPARE(now->articles.size(), 2u);
    QCOMPARE(now->articles[0].text.get(), first);
    const auto& decisions = now->decisionsOf({"taken"});
    QCOMPARE(decisions.figureState(), dossier::FigureState::SignedOff);
    QCOMPARE(decisions.verdict->note, std::string("two counts"));
    QCOMPARE(decisions.evidence.size(), 1u);
    QCOMPARE(std::get<std::string>(file->blob(decisions.evidence[0].sha256)), std::string("names"));
    QCOMPARE(decisions.history.size(), 4u);
    QCOMPARE(decisions.history.back().text, std::string("verdict set to disputed: two counts"));
    const auto verified = file->verify();
    DONE(verified);
    QCOMPARE(std::get<std::uint64_t>(verified), 9u);
    QCOMPARE(now->records, 9u);
    QCOMPARE(now->history.size(), 9u);
}

void TestCaseFile::undoAcrossReopening() {
    const std::string path = fresh();
    {
        const auto file = open(path);
        QVERIFY(file);
        fill(*file);
        DONE(file->apply(dossier::SetVerdict{{"taken"}, dossier::VerdictState::Disputed, "one"}, "Ada"));
        DONE(file->apply(dossier::SetVerdict{{"taken"}, dossier::VerdictState::False, "two"}, "Ada"));
        DONE(file->apply(dossier::Undo{}, "Ada"));
        QCOMPARE(file->snapshot()->decisionsOf({"taken"}).verdict->note, std::string("one"));
    }
    {
        const auto file = open(path);
        QVERIFY(file);
        QVERIFY(file->snapshot()->canRedo);
        QCOMPARE(file->snapshot()->redoText, std::string("verdict on “people taken”"));
        DONE(file->apply(dossier::Undo{}, "Ada"));
        QVERIFY(!file->snapshot()->decisionsOf({"taken"}).verdict);
        DONE(file->apply(dossier::Redo{}, "Ada"));
        DONE(file->apply(dossier::Redo{}, "Ada"));
        QCOMPARE(file->snapshot()->decisionsOf({"taken"}).verdict->note, std::string("two"));
        QVERIFY(!file->snapshot()->canRedo);
        DONE(file->apply(dossier::Undo{}, "Ada"));
        DONE(file->apply(dossier::AddNote{{"men"}, "call again"}, "Ada"));
        QVERIFY(!file->snapshot()->canRedo); // after a new edit nothing is to be redone
        DONE(file->apply(dossier::Undo{}, "Ada"));
        DONE(file->apply(dossier::Undo{}, "Ada"));
        DONE(file->apply(dossier::Undo{}, "Ada")); // the second article
        QCOMPARE(file->snapshot()->articles.size(), 1u);
        QCOMPARE(file->snapshot()->comparison.questions.size(), 3u);
        QVERIFY(file->comparisonStale());
        DONE(file->apply(dossier::Redo{}, "Ada"));
        QCOMPARE(file->snapshot()->comparison, results());
        QCOMPARE(file->snapshot()->articles.back().text.get(), second);
        DONE(file->verify());
    }
}

void TestCaseFile::resultsOfAnEarlierSnapshot() {
    const auto file = store::CaseFile::inMemory();
    fill(*file);
    const auto before = file->snapshot();
    // While the articles were compared, one came in front and another went.
    DONE(file->apply(article("third", third), "Ada"));
    DONE(file->apply(dossier::Arrange{{{dossier::sha256Hex(third)}}, {}, {}}, "Ada"));
    DONE(file->apply(dossier::RemoveArticle{{dossier::sha256Hex(first)}}, "Ada"));
    DONE(file->setComparison(results(), *before));
    const auto now = file->snapshot();
    QVERIFY(file->comparisonStale());
    const auto* question = now->question({"taken"});
    QVERIFY(question);
    QCOMPARE(question->claims.size(), 1u);
    QCOMPARE(now->articles[question->claims[0].article].text.get(), second);
    QVERIFY(file->holds({dossier::sha256Hex(third)}));
    QVERIFY(!file->holds({dossier::sha256Hex(first)}));
    QVERIFY(!file->holds({dossier::sha256Hex("never seen")}));
}

/// Only the parts that changed are written again; what is read back is all the same what was given.
void TestCaseFile::resultsThatChangeInPlaces() {
    const std::string path = fresh();
    compare::Comparison now = results();
    const compare::Question model = now.questions[0];
    const auto numbered = [&](int i) {
        compare::Question question = model;
        question.key = "question " + std::to_string(i);
        return question;
    };
    for (int i = 0; i < 4000; ++i)
        now.questions.push_back(numbered(i));
    auto file = open(path);
    QVERIFY(file);
    fill(*file);
    const auto at = [&](int i) { return std::as_const(now).questions.begin() + i; };
    for (int step = 0; step < 9; ++step) {
        if (step == 1 || step == 6)
            now.questions[2000 + static_cast<std::size_t>(step)].label += " again";
        else if (step == 2)
            now.questions.insert(at(1500), numbered(5000));
        else if (step == 3)
            now.questions.erase(at(100), at(1300));
        else if (step == 4)
            std::rotate(now.questions.begin(), now.questions.begin() + 700, now.questions.end());
        else if (step == 7)
            now.questions.erase(at(10), at(static_cast<int>(now.questions.size())));
        else if (step == 8)
            now = {};
        DONE(file->setComparison(now));
        if (step % 2 == 0) { // what stands in the file is known from reading it, too
            file.reset();
            file = open(path);
            QVERIFY(file);
        }
        QVERIFY(file->snapshot()->comparison == now);
        QVERIFY(std::holds_alternative<std::uint64_t>(file->verify()));
    }
    file.reset();
    file = open(path);
    QVERIFY(file && file->snapshot()->comparison == now);
}

/// More than is hashed at once: the parts are hashed beside the one who reads them.
void TestCaseFile::manyResultsComeBack() {
    const std::string path = fresh();
    compare::Comparison many = results();
    const auto one = std::as_const(many).questions[0];
    for (int i = 0; i < 10000; ++i) {
        auto question = one;
        question.key += " " + std::to_string(i);
        question.title = std::string(1500, static_cast<char>('a' + i % 26)) + std::to_string(i);
        many.questions.push_back(std::move(question));
    }
    {
        const auto file = open(path);
        fill(*file);
        DONE(file->setComparison(many));
    }
    {
        const auto file = open(path);
        QVERIFY(!file->comparisonStale());
        QVERIFY(file->snapshot()->comparison == many);
        many.questions[5000].title += "!";
        DONE(file->setComparison(many)); // what was read is known: only what changed is written
        DONE(file->verify());
    }
    QVERIFY(open(path)->snapshot()->comparison == many);
}

void TestCaseFile::resultsThatDoNotFit() {
    const auto file = store::CaseFile::inMemory();
    fill(*file);
    auto wrong = results();
    wrong.questions[0].claims[0].article = 7;
    QVERIFY(message(file->setComparison(wrong)).find("do not fit") != std::string::npos);
    QVERIFY(file->snapshot()->comparison == results());
    dossier::Dossier stranger;
    stranger.articles = {article("third", third).article};
    QVERIFY(message(file->setComparison({}, stranger)).find("not of this case") != std::string::npos);
}

void TestCaseFile::stale() {
    const auto file = store::CaseFile::inMemory();
    QVERIFY(!file->comparisonStale()); // nothing to compare
    fill(*file);
    QVERIFY(!file->comparisonStale());
    DONE(file->apply(dossier::SetVerdict{{"taken"}, dossier::VerdictState::Disputed, ""}, "Ada"));
    DONE(file->apply(dossier::Arrange{{{dossier::sha256Hex(second)}}, {}, {}}, "Ada"));
    QVERIFY(!file->comparisonStale());
    auto info = file->snapshot()->articles[0].info;
    info.published = "2026-01-13";
    DONE(file->apply(dossier::EditArticle{{dossier::sha256Hex(second)}, info}, "Ada"));
    QVERIFY(file->comparisonStale()); // "Sunday" may be another day now
    DONE(file->apply(dossier::Undo{}, "Ada"));
    QVERIFY(!file->comparisonStale());
    DONE(file->apply(article("third", third), "Ada"));
    QVERIFY(file->comparisonStale());
}

void TestCaseFile::reanchoredAcrossReopening() {
    const std::string path = fresh();
    auto renamed = results();
    renamed.questions[0].key = "taken, read anew";
    {
        const auto file = open(path);
        QVERIFY(file);
        fill(*file);
        DONE(file->apply(dossier::SetVerdict{{"taken"}, dossier::VerdictState::Disputed, "kept"}, "Ada"));
        DONE(file->apply(dossier::AddNote{{"dawn"}, "at first light"}, "Ada"));
        renamed.questions.erase(renamed.questions.begin() + 2); // that question is not found any more
        DONE(file->setComparison(renamed));
        DONE(file->apply(dossier::AddNote{{"taken, read anew"}, "after"}, "Ada"));
    }
    const auto file = open(path);
    QVERIFY(file);
    const auto now = file->snapshot();
    const auto& decisions = now->decisionsOf({"taken, read anew"});
    QCOMPARE(decisions.verdict->note, std::string("kept"));
    QCOMPARE(decisions.notes.size(), 1u);
    QCOMPARE(now->lost.size(), 1u);
    QCOMPARE(now->lost[0].first.value, std::string("dawn"));
    QCOMPARE(now->lost[0].second.notes[0].text, std::string("at first light"));
    DONE(file->verify());
}

void TestCaseFile::readOnlyComparesInMemory() {
    const std::string path = fresh();
    {
        const auto file = open(path);
        QVERIFY(file);
        fill(*file);
    }
    auto fewer = results();
    fewer.questions.erase(fewer.questions.begin());
    {
        const auto file = open(path, store::OpenMode::ReadOnly);
        QVERIFY(file);
        DONE(file->setComparison(fewer));
        QCOMPARE(file->snapshot()->comparison.questions.size(), 2u);
    }
    QCOMPARE(open(path)->snapshot()->comparison.questions.size(), 3u);
}

void TestCaseFile::manyThreads() {
    const std::string path = fresh();
    const auto file = open(path);
    QVERIFY(file);
    fill(*file);
    std::vector<std::thread> threads;
    std::atomic<int> failures = 0;
    for (int thread = 0; thread < 4; ++thread)
        threads.emplace_back([&, thread] {
            for (int i = 0; i < 25; ++i) {
                const std::string text = std::to_string(thread) + " " + std::to_string(i);
                if (!message(file->apply(dossier::AddNote{{"taken"}, text}, "Ada")).empty())
                    ++failures;
                const auto now = file->snapshot();
                if (now->decisionsOf({"taken"}).notes.size() + 5 != now->records)
                    ++failures;
            }
        });
    for (auto& thread : threads)
        thread.join();
    QCOMPARE(failures.load(), 0);
    QCOMPARE(file->snapshot()->decisionsOf({"taken"}).notes.size(), 100u);
    DONE(file->verify());
}

void TestCaseFile::failingWrites() {
    // A disk that refuses to take more in the midst of a change: in a process of its own, as the limit is for good.
    const std::string path = fresh();
    {
        const auto file = open(path);
        QVERIFY(file);
        fill(*file);
    }
    const pid_t child = ::fork();
    if (child == 0) {
        auto outcome = store::CaseFile::open(path, store::OpenMode::ReadWrite);
        auto* const opened = std::get_if<std::unique_ptr<store::CaseFile>>(&outcome);
        if (!opened)
            ::_exit(1);
        ::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{100'000, 100'000};
        ::setrlimit(RLIMIT_FSIZE, &limit);
        auto& file = **opened;
        const auto refused =
            file.apply(dossier::AddEvidence{{"taken"}, "big.bin", std::string(1 << 20, 'x'), ""}, "Ada");
        if (message(refused).find("nothing was changed") == std::string::npos || file.snapshot()->records != 5)
            ::_exit(2);
        if (!message(file.apply(dossier::AddNote{{"taken"}, "small"}, "Ada")).empty())
            ::_exit(3);
        ::_exit(file.snapshot()->records == 6 ? 0 : 4);
    }
    int status = 1;
    QCOMPARE(::waitpid(child, &status, 0), child);
    QCOMPARE(WIFEXITED(status) ? WEXITSTATUS(status) : -1, 0);
    const auto file = open(path);
    QVERIFY(file);
    QCOMPARE(file->snapshot()->records, 6u);
    QVERIFY(file->snapshot()->decisionsOf({"taken"}).evidence.empty());
    DONE(file->verify());
}

void TestCaseFile::sameBytesOnce() {
    const auto file = store::CaseFile::inMemory();
    fill(*file);
    const auto again = message(file->apply(article("under another name", first), "Ada"));
    QVERIFY2(again.find("already") != std::string::npos, again.c_str());
    auto other = article("third", third);
    other.article.id.sha256 = dossier::sha256Hex("something else");
    QVERIFY(message(file->apply(other, "Ada")).find("SHA-256") != std::string::npos);
    // Out, and in again under another name: one capture, two records.
    DONE(file->apply(dossier::RemoveArticle{{dossier::sha256Hex(first)}}, "Ada"));
    DONE(file->apply(article("first again", first), "Ada"));
    QCOMPARE(file->snapshot()->articles[1].info.title, std::string("first again"));
    QCOMPARE(file->snapshot()->comparison.questions.size(), 3u);
    QCOMPARE(std::get<std::string>(file->blob(dossier::sha256Hex(first))), first);
    QVERIFY(!message(file->blob("no such hash")).empty());
    DONE(file->verify());
}

/// In a hurry, too, what was added is there when the program ends at once, and nothing comes in twice.
void TestCaseFile::manyComeIn() {
    const std::string path = fresh();
    const auto text = [](int i) { return "Number " + std::to_string(i) + ": three people were taken."; };
    const pid_t child = ::fork();
    if (child == 0) {
        const auto file = open(path);
        file->hurry();
        bool good = true;
        for (int i = 0; i < 40; ++i) {
            const auto done = file->apply(article(std::to_string(i), text(i)), "Ada");
            good = good && std::holds_alternative<dossier::Record>(done);
        }
        ::_exit(good ? 0 : 1); // nothing is closed
    }
    int status = 0;
    QCOMPARE(::waitpid(child, &status, 0), child);
    QVERIFY(WIFEXITED(status) && WEXITSTATUS(status) == 0);
    const auto file = open(path);
    QVERIFY(file);
    QCOMPARE(file->snapshot()->articles.size(), std::size_t(40));
    file->hurry();
    DONE(file->apply(article("40", text(40)), "Ada"));
    QVERIFY(message(file->apply(article("again", text(40)), "Ada")).find("already") != std::string::npos);
    QVERIFY(message(file->apply(article("again", text(3)), "Ada")).find("already") != std::string::npos);
    DONE(file->apply(dossier::SetPerson{{"Ada", dossier::Role::Checker}}, "Ada"));
    DONE(file->apply(article("41", text(41)), "Ada"));
    DONE(file->settle());
    DONE(file->settle()); // once more is nothing
    QCOMPARE(open(path, store::OpenMode::ReadOnly)->snapshot()->articles.size(), std::size_t(42));
    DONE(file->verify());
    const auto inMemory = store::CaseFile::inMemory();
    inMemory->hurry();
    DONE(inMemory->apply(article("first", first), "Ada"));
    DONE(inMemory->settle());
}

QTEST_GUILESS_MAIN(TestCaseFile)
#include "tst_casefile.moc"
