// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/samples.h"

#include <QTemporaryDir>
#include <QTest>

using namespace samples;

namespace {

std::string message(const auto& outcome) {
    const auto* problem = std::get_if<store::Problem>(&outcome);
    return problem ? problem->message : std::string();
}

#define DONE(outcome)                                                                                                  \
    do {                                                                                                               \
        const std::string text_ = message(outcome);                                                                    \
        QVERIFY2(text_.empty(), text_.c_str());                                                                        \
    } while (false)

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
        DONE(file->apply(dossier::SetVerdict{{"taken"}, dossier::VerdictState::Verified, "one"}, "Ada"));
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

QTEST_GUILESS_MAIN(TestCaseFile)
#include "tst_casefile.moc"
