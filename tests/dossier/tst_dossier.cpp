// SPDX-License-Identifier: GPL-3.0-or-later
// Values of the case, and what follows from the log: names, states, canonical forms, folding, projecting.
#include "core/dossier/plaintext.h"
#include "tests/dossier/memorydesk.h"

#include <QTest>

#include <set>

using namespace samples;
using dossier::FigureState;
using dossier::VerdictState;

namespace {

struct Desk : MemoryDesk {
    Desk() {
        for (const auto& [name, role] :
             {std::pair("Ada", dossier::Role::Checker), std::pair("Ben", dossier::Role::Editor),
              std::pair("Eve", dossier::Role::Head)})
            apply(dossier::SetPerson{{name, role}}, name);
        apply(article("first", first), "Ada");
        apply(article("second", second), "Ada");
        set(results());
    }
    /// Empty, or why not.
    std::string apply(const dossier::Edit& edit, const std::string& by) {
        return MemoryDesk::apply(edit, by, "2026-01-14T09:00:00.00" + std::to_string(log.size() % 10) + "Z");
    }
    /// What folding the whole log afresh gives: it must be what came about step by step.
    [[nodiscard]] dossier::Dossier folded() const {
        dossier::Ledger again;
        for (const auto& record : log)
            again.apply(record, [&](const auto& id, const auto&) { return texts.at(id); });
        dossier::Projection fresh;
        std::vector<dossier::ArticleId> cover;
        for (const auto& text : {first, second})
            cover.push_back({dossier::sha256Hex(text)});
        fresh.setResults(results(), cover);
        fresh.rebuild(again);
        return *fresh.snapshot(again);
    }
    [[nodiscard]] const dossier::Decisions& taken() const { return now().decisionsOf({"taken"}); }
};

#define OK(desk, edit, by) QCOMPARE((desk).apply(edit, by), std::string())

const dossier::QuestionKey taken{"taken"}, men{"men"};

std::string decisionsText(const dossier::Dossier& dossier) {
    std::string text;
    for (const auto& [key, d] : dossier.decisions) {
        text += key.value + ":" +
                (d.verdict ? std::string(verdictStateName(d.verdict->state)) + d.verdict->note : "-") + "|" +
                (d.proposal ? d.proposal->wording : "-") + "|" + std::string(figureStateName(d.figureState())) + "|" +
                d.revokedBecause + "|" + d.changedBy + "|" + d.dismissed + "|" + std::to_string(d.notes.size()) +
                std::to_string(d.evidence.size()) + std::to_string(d.joined.size()) + "|";
        for (const auto& line : d.history)
            text += std::to_string(line.record.value) + line.text + ";";
        text += "\n";
    }
    return text + std::to_string(dossier.lost.size());
}

} // namespace

class TestDossier : public QObject {
    Q_OBJECT
private slots:
    void names();
    void plainText_data();
    void plainText();
    void figureStates();
    void canonicalFormIsUnambiguous();
    void recordHashCoversEveryField();
    void subjectNamesWhatChanged();
    void signedThenChanged();
    void signOffHoldsThroughArranging();
    void whoUndoesIsTheLastToChange();
    void foldingAgainIsTheSame();
    void joined();
    void articlesOutAndIn();
    void decisionsFollowTheirQuestion();
    void twoSubjectsOneQuestion();
    void historyIsReadable();
    void nothingChanged();
};

void TestDossier::names() {
    for (int i = 0; i < 4; ++i)
        QVERIFY(dossier::roleFromName(roleName(static_cast<dossier::Role>(i))) == static_cast<dossier::Role>(i));
    for (int i = 0; i < 6; ++i)
        QVERIFY(dossier::verdictStateFromName(verdictStateName(static_cast<VerdictState>(i))) ==
                static_cast<VerdictState>(i));
    QCOMPARE(figureStateName(FigureState::SignedOff), std::string_view("signed-off"));
    QCOMPARE(verdictStateName(VerdictState::Unverifiable), std::string_view("unverifiable"));
    QVERIFY(!dossier::roleFromName("Head"));
    QVERIFY(!dossier::roleFromName(""));
    QVERIFY(!dossier::verdictStateFromName("true"));
    QCOMPARE(verdictStateName(static_cast<VerdictState>(77)), std::string_view());
}

void TestDossier::plainText_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("utf8");
    QTest::addColumn<bool>("decimal");
    QTest::newRow("160") << QByteArray("160") << true << true;
    QTest::newRow("-2.50") << QByteArray("-2.50") << true << true;
    QTest::newRow("point first") << QByteArray(".5") << true << false;
    QTest::newRow("point last") << QByteArray("5.") << true << false;
    QTest::newRow("two points") << QByteArray("1.2.3") << true << false;
    QTest::newRow("comma") << QByteArray("1,000") << true << false;
    QTest::newRow("minus") << QByteArray("-") << true << false;
    QTest::newRow("empty") << QByteArray("") << true << false;
    QTest::newRow("37 digits") << QByteArray(37, '1') << true << false;
    QTest::newRow("four bytes") << QByteArray("\xf0\x9f\x98\x80") << true << false;
    QTest::newRow("overlong") << QByteArray("\xc0\xaf") << false << false;
    QTest::newRow("surrogate") << QByteArray("\xed\xa0\x80") << false << false;
    QTest::newRow("too high") << QByteArray("\xf4\x90\x80\x80") << false << false;
    QTest::newRow("cut off") << QByteArray("\xe2\x82") << false << false;
    QTest::newRow("stray") << QByteArray("a\x80") << false << false;
}
void TestDossier::plainText() {
    QFETCH(QByteArray, text);
    QFETCH(bool, utf8);
    QFETCH(bool, decimal);
    const std::string_view view(text.constData(), static_cast<std::size_t>(text.size()));
    QCOMPARE(dossier::isUtf8(view), utf8);
    QCOMPARE(dossier::isPlainDecimal(view), decimal);
}

void TestDossier::figureStates() {
    dossier::Decisions d;
    QVERIFY(d.figureState() == FigureState::Open);
    QVERIFY(!d.resolved());
    d.proposal = dossier::Proposal{};
    QVERIFY(d.figureState() == FigureState::Proposed);
    d.signOff = dossier::SignOff{};
    QVERIFY(d.figureState() == FigureState::SignedOff);
    d.revoked = true;
    QVERIFY(d.figureState() == FigureState::Revoked);
    for (const auto& [state, resolved] :
         {std::pair(VerdictState::Unchecked, false), std::pair(VerdictState::Checking, false),
          std::pair(VerdictState::Verified, true), std::pair(VerdictState::Disputed, true),
          std::pair(VerdictState::False, true), std::pair(VerdictState::Unverifiable, true)}) {
        d.verdict = dossier::Verdict{state, {}, {}};
        QCOMPARE(d.resolved(), resolved);
    }
    d.verdict.reset();
    d.dismissed = "other events";
    QVERIFY(d.resolved());
}

void TestDossier::canonicalFormIsUnambiguous() {
    const auto form = [](auto... fields) {
        dossier::Canonical canonical("x");
        (canonical.add(std::string_view(fields)), ...);
        return canonical.bytes();
    };
    QCOMPARE(form("ab", ""), std::string("1:x,2:ab,0:,"));
    QVERIFY(form("ab", "c") != form("a", "bc"));
    QVERIFY(form("a,1:b") != form("a", "b"));
    // The well-known value of SHA-256("abc").
    QCOMPARE(dossier::sha256Hex("abc"),
             std::string("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
}

void TestDossier::recordHashCoversEveryField() {
    const dossier::Record record{{1}, "at", "by", "edit", "{}", "{}", "previous", ""};
    std::set<std::string> hashes{dossier::recordHash(record)};
    for (auto field : {&dossier::Record::at, &dossier::Record::by, &dossier::Record::edit, &dossier::Record::before,
                       &dossier::Record::after, &dossier::Record::previousHash}) {
        dossier::Record other = record;
        other.*field += "x";
        hashes.insert(dossier::recordHash(other));
    }
    dossier::Record other = record;
    other.id.value = 2;
    hashes.insert(dossier::recordHash(other));
    QCOMPARE(hashes.size(), 8u);
}

void TestDossier::subjectNamesWhatChanged() {
    using Part = dossier::ChangedPart::Part;
    using Parts = std::vector<Part>;
    const auto question = results().questions[0];
    const std::vector<dossier::Article> articles{article("first", first).article, article("second", second).article};
    dossier::Decisions decisions;
    decisions.verdict = dossier::Verdict{VerdictState::Disputed, "n", {}};
    const auto subject = dossier::subjectOf(question, articles, decisions);

    auto swapped = question; // the order of claims and how they are shown are not what is signed
    std::swap(swapped.claims[0], swapped.claims[1]);
    swapped.claims[0].shown = "other";
    swapped.key = swapped.label = "other";
    QCOMPARE(dossier::subjectOf(swapped, articles, decisions), subject);

    auto value = question;
    value.claims[0].set->low = read::Decimal(2);
    QCOMPARE(dossier::changedParts(subject, dossier::subjectOf(value, articles, decisions)), Parts{Part::Claims});
    auto fewer = question;
    fewer.claims.pop_back();
    QCOMPARE(dossier::changedParts(subject, dossier::subjectOf(fewer, articles, decisions)), Parts{Part::Claims});
    auto changed = decisions;
    changed.verdict->note = "m";
    changed.proposal = dossier::Proposal{"w", "", "", {}};
    changed.evidence.push_back({"f", "h", 1, "", {}});
    QCOMPARE(dossier::changedParts(subject, dossier::subjectOf(question, articles, changed)),
             (Parts{Part::Verdict, Part::Wording, Part::Evidence}));
    changed = decisions;
    changed.verdict->stamp = {"Somebody", "else"};
    QCOMPARE(dossier::subjectOf(question, articles, changed), subject);
}

void TestDossier::signedThenChanged() {
    Desk desk;
    OK(desk, (dossier::SetVerdict{taken, VerdictState::Disputed, "two counts"}), "Ada");
    OK(desk, (dossier::Propose{taken, "three or four", "3", "4"}), "Ada");
    OK(desk, dossier::SignOffFigure{taken}, "Ben");
    QVERIFY(desk.taken().figureState() == FigureState::SignedOff);
    OK(desk, (dossier::AddNote{taken, "a note is not what was signed"}), "Ada");
    QVERIFY(desk.taken().figureState() == FigureState::SignedOff);

    OK(desk, (dossier::Propose{taken, "at least three", "3", ""}), "Ada");
    QVERIFY(desk.taken().figureState() == FigureState::Revoked);
    QCOMPARE(desk.taken().revokedBecause, std::string("signed, then changed: the wording (Ada, 2026-01-14)"));
    QCOMPARE(desk.log.back().edit, std::string("propose")); // that is derived; no record says it
    OK(desk, dossier::Undo{}, "Ada");
    QVERIFY(desk.taken().figureState() == FigureState::SignedOff);

    auto read = results(); // a re-reading that reads a figure otherwise
    read.questions[0].claims[1].set->low = read::Decimal(5);
    desk.set(read);
    QVERIFY(desk.taken().figureState() == FigureState::Revoked);
    QCOMPARE(desk.taken().revokedBecause, std::string("signed, then changed: the claims (read anew)"));
    desk.set(results());
    QVERIFY(desk.taken().figureState() == FigureState::SignedOff);

    OK(desk, (dossier::Revoke{taken, "new toll"}), "Ben");
    QCOMPARE(desk.taken().revokedBecause, std::string("new toll"));
    OK(desk, (dossier::Propose{taken, "five", "5", "5"}), "Ada");
    QVERIFY(desk.taken().figureState() == FigureState::Proposed);
    OK(desk, dossier::SignOffFigure{taken}, "Ben");
    QVERIFY(desk.taken().figureState() == FigureState::SignedOff);
}

void TestDossier::signOffHoldsThroughArranging() {
    Desk desk;
    OK(desk, (dossier::SetVerdict{taken, VerdictState::Disputed, ""}), "Ada");
    OK(desk, dossier::SignOffFigure{taken}, "Ben");
    OK(desk, (dossier::Arrange{{{dossier::sha256Hex(second)}}, {{dossier::sha256Hex(first)}}, {}}), "Ada");
    QCOMPARE(desk.now().articles[0].text.get(), second);
    QVERIFY(desk.now().articles[1].hidden);
    const auto* question = desk.now().question(taken);
    QVERIFY(question);
    QCOMPARE(question->claims[0].quote, std::string("Four people"));
    QCOMPARE(question->claims[0].article, 0u);
    QVERIFY(desk.taken().figureState() == FigureState::SignedOff);
    OK(desk, (dossier::RemoveArticle{{dossier::sha256Hex(second)}}), "Ada");
    QCOMPARE(desk.taken().revokedBecause,
             std::string("signed, then changed: the claims (after “article taken out: “second”” by Ada, 2026-01-14)"));
    OK(desk, dossier::Undo{}, "Ada");
    QVERIFY(desk.taken().figureState() == FigureState::SignedOff);
}

void TestDossier::whoUndoesIsTheLastToChange() {
    Desk desk;
    OK(desk, (dossier::SetVerdict{taken, VerdictState::Disputed, "a"}), "Ada");
    OK(desk, (dossier::SetVerdict{taken, VerdictState::False, "b"}), "Ada");
    OK(desk, dossier::Undo{}, "Ben"); // Ben chose Ada's first verdict: he cannot sign it
    QCOMPARE(desk.taken().changedBy, std::string("Ben"));
    QVERIFY(desk.apply(dossier::SignOffFigure{taken}, "Ben").find("last to change") != std::string::npos);
    OK(desk, dossier::SignOffFigure{taken}, "Eve");

    Desk own; // taking one's own slip back leaves no trace of it
    OK(own, (dossier::SetVerdict{taken, VerdictState::Disputed, "a"}), "Ada");
    OK(own, (dossier::SetVerdict{taken, VerdictState::False, "b"}), "Ben");
    OK(own, dossier::Undo{}, "Ben");
    QCOMPARE(own.taken().changedBy, std::string("Ada"));
    OK(own, dossier::SignOffFigure{taken}, "Ben");
}

void TestDossier::foldingAgainIsTheSame() {
    Desk desk;
    const std::vector<std::pair<dossier::Edit, std::string>> edits{
        {dossier::SetVerdict{taken, VerdictState::Disputed, ""}, "Ada"},
        {dossier::AddNote{men, "call Wamaps"}, "Ben"},
        {dossier::AddEvidence{taken, "list.txt", "names", ""}, "Ada"},
        {dossier::SetVerdict{taken, VerdictState::Verified, "seen"}, "Ada"},
        {dossier::Undo{}, "Eve"},
        {dossier::Undo{}, "Eve"},
        {dossier::Redo{}, "Ben"},
        {dossier::Join{{taken, men}}, "Ada"},
        {dossier::SetVerdict{men, VerdictState::Disputed, "by the other key"}, "Ada"},
        {dossier::Undo{}, "Ada"},
        {dossier::Undo{}, "Ada"},
        {dossier::Dismiss{men, "not ours"}, "Ben"},
        {dossier::RemoveArticle{{dossier::sha256Hex(first)}}, "Ada"},
        {dossier::Undo{}, "Ada"},
        {dossier::EditArticle{{dossier::sha256Hex(first)}, {"New title", "P", "2026-01-13", "", "en"}}, "Ada"},
        {dossier::SetTitle{"Dawn"}, "Ada"},
        {dossier::Arrange{{{dossier::sha256Hex(second)}}, {}, dossier::ArticleId{dossier::sha256Hex(second)}}, "Ada"},
        {dossier::Propose{taken, "three", "3", "3"}, "Ada"},
        {dossier::SignOffFigure{taken}, "Eve"},
        {dossier::Undo{}, "Eve"},
        {dossier::Redo{}, "Ben"},
        {dossier::SetPerson{{"Ada", dossier::Role::Editor}}, "Ada"},
    };
    for (const auto& [edit, by] : edits) {
        const std::string why = desk.apply(edit, by);
        QVERIFY2(why.empty(), why.c_str());
        const auto step = *desk.projection.snapshot(desk.ledger);
        const auto whole = desk.folded();
        QCOMPARE(decisionsText(step), decisionsText(whole));
        QVERIFY(step.comparison == whole.comparison);
        QVERIFY(step.people == whole.people);
        QVERIFY(step.history == whole.history);
        QVERIFY(step.joinedInto == whole.joinedInto);
        QCOMPARE(step.title, whole.title);
        QVERIFY(step.reference == whole.reference);
        QCOMPARE(step.undoText, whole.undoText);
        QCOMPARE(step.redoText, whole.redoText);
        QCOMPARE(step.articles.size(), whole.articles.size());
        for (std::size_t i = 0; i < step.articles.size(); ++i) {
            QVERIFY(step.articles[i].id == whole.articles[i].id);
            QVERIFY(step.articles[i].info == whole.articles[i].info);
            QVERIFY(step.articles[i].text == whole.articles[i].text);
        }
    }
    QCOMPARE(desk.now().articles[0].id.sha256, dossier::sha256Hex(second));
    QCOMPARE(desk.now().articles[1].info.title, std::string("New title"));
    QCOMPARE(desk.now().title, std::string("Dawn"));
    QVERIFY(desk.taken().figureState() == FigureState::SignedOff);
}

void TestDossier::joined() {
    Desk desk;
    OK(desk, (dossier::AddNote{men, "on the men"}), "Ada");
    OK(desk, (dossier::SetVerdict{taken, VerdictState::Disputed, "first"}), "Ada");
    OK(desk, dossier::SignOffFigure{taken}, "Ben");
    OK(desk, (dossier::Join{{taken, men}}), "Ada");
    QCOMPARE(desk.now().comparison.questions.size(), 2u);
    const auto* question = desk.now().question(men);
    QVERIFY(question);
    QCOMPARE(question->key, std::string("taken"));
    QCOMPARE(question->claims.size(), 4u);
    QCOMPARE(question->relations.size(), 2u);
    for (const auto& relation : question->relations) { // still between the claims that they were about
        const auto& a = question->claims[relation.a].quote;
        const auto& b = question->claims[relation.b].quote;
        if (relation.kind == compare::RelationKind::Contradiction)
            QCOMPARE(a + b, std::string("Three peopleFour people"));
        else
            QCOMPARE(a + b, std::string("Nearly 160More than 100"));
    }
    const auto& decisions = desk.now().decisionsOf(men);
    QCOMPARE(&decisions, &desk.taken());
    QCOMPARE(decisions.notes.size(), 1u);
    QCOMPARE(decisions.joined.size(), 1u);
    QCOMPARE(decisions.joined[0].value, std::string("men"));
    QVERIFY(decisions.figureState() == FigureState::Revoked); // what was signed has more claims now
    OK(desk, (dossier::SetVerdict{men, VerdictState::False, "by the other key"}), "Ada");
    QCOMPARE(desk.taken().verdict->note, std::string("by the other key"));
    QVERIFY(!desk.apply(dossier::Join{{taken, men}}, "Ada").empty());
    OK(desk, dossier::Undo{}, "Ada");
    OK(desk, dossier::Undo{}, "Ada");
    QVERIFY(desk.now().comparison == results());
    QVERIFY(desk.taken().figureState() == FigureState::SignedOff);
    QCOMPARE(desk.now().decisionsOf(men).notes.size(), 1u);
    QVERIFY(desk.now().joinedInto.empty());
}

void TestDossier::articlesOutAndIn() {
    Desk desk;
    OK(desk, article("third", third), "Ada");
    QVERIFY(desk.now().comparison.questions.sharesWith(desk.projection.now().comparison.questions));
    QCOMPARE(desk.now().comparison.origin, (std::vector<std::uint32_t>{0, 1, 2}));
    OK(desk, (dossier::RemoveArticle{{dossier::sha256Hex(first)}}), "Ada");
    const auto& comparison = desk.now().comparison;
    QCOMPARE(comparison.questions.size(), 2u); // one stood on the first article alone
    QCOMPARE(comparison.questions[0].claims.size(), 1u);
    QCOMPARE(comparison.questions[0].claims[0].article, 0u);
    QVERIFY(comparison.questions[0].relations.empty());
    QCOMPARE(comparison.questions[0].origins, 1u);
    QVERIFY(comparison.lineage.empty());
    QCOMPARE(comparison.origin.size(), 2u);
    OK(desk, dossier::Undo{}, "Ada");
    QVERIFY(desk.now().comparison.questions == results().questions);
    QCOMPARE(desk.now().articles[0].text.get(), first);
    QCOMPARE(desk.now().articles.size(), 3u);
}

void TestDossier::decisionsFollowTheirQuestion() {
    Desk desk;
    OK(desk, (dossier::SetVerdict{taken, VerdictState::Disputed, "kept"}), "Ada");
    auto renamed = results();
    renamed.questions[0].key = "taken 2";
    desk.set(renamed);
    QCOMPARE(desk.now().decisionsOf({"taken 2"}).verdict->note, std::string("kept"));
    QVERIFY(desk.now().lost.empty());
    OK(desk, (dossier::AddNote{{"taken 2"}, "under the new key"}), "Ada");
    QCOMPARE(desk.now().decisionsOf({"taken 2"}).notes.size(), 1u);
    QCOMPARE(desk.now().decisionsOf({"taken 2"}).history.size(), 2u);

    desk.set({}); // nothing is found any more: listed, not dropped
    QVERIFY(desk.now().decisions.empty());
    QCOMPARE(desk.now().lost.size(), 1u);
    QCOMPARE(desk.now().lost[0].second.verdict->note, std::string("kept"));
    desk.set(renamed);
    QVERIFY(desk.now().lost.empty());
    QCOMPARE(desk.now().decisionsOf({"taken 2"}).notes.size(), 1u);
}

void TestDossier::twoSubjectsOneQuestion() {
    Desk desk;
    OK(desk, (dossier::SetVerdict{taken, VerdictState::Disputed, "of the taken"}), "Ada");
    OK(desk, (dossier::AddNote{men, "of the men"}), "Ada");
    auto one = results(); // a better engine finds that both are one
    one.questions[0].key = "both";
    one.questions[0].claims.insert(one.questions[0].claims.end(), one.questions[1].claims.begin(),
                                   one.questions[1].claims.end());
    one.questions.erase(one.questions.begin() + 1);
    desk.set(one);
    const auto& decisions = desk.now().decisionsOf({"both"});
    QCOMPARE(decisions.verdict->note, std::string("of the taken"));
    QCOMPARE(decisions.notes.size(), 1u);
    QCOMPARE(decisions.history.size(), 2u);
    QVERIFY(desk.now().lost.empty());
}

void TestDossier::historyIsReadable() {
    Desk desk;
    OK(desk, (dossier::SetVerdict{taken, VerdictState::Disputed, ""}), "Ada");
    OK(desk, (dossier::Propose{taken, "at least three", "3", ""}), "Ada");
    OK(desk, dossier::SignOffFigure{taken}, "Ben");
    OK(desk, dossier::Undo{}, "Ben");
    OK(desk, (dossier::Join{{taken, men}}), "Ada");
    const auto snapshot = desk.projection.snapshot(desk.ledger);
    std::vector<std::string> lines;
    for (const auto& line : snapshot->history)
        lines.push_back(line.text);
    const std::vector<std::string> expected{
        "“people taken” and “attackers” joined into one question",
        "undone: sign-off of “people taken” by Ben",
        "“people taken”: signed off (identity asserted, not proven)",
        "“people taken”: wording proposed: “at least three” (3 or more)",
        "“people taken”: verdict set to disputed",
        "article added: “second”",
        "article added: “first”",
        "Eve takes part as head",
        "Ben takes part as editor",
        "Ada takes part as checker",
    };
    QCOMPARE(lines, expected);
    QCOMPARE(snapshot->history[0].record.value, 10u);
    QCOMPARE(snapshot->undoText, std::string("joining of “people taken” and “attackers”"));
    QCOMPARE(snapshot->decisionsOf(taken).history[0].text, lines[0]);
}

void TestDossier::nothingChanged() {
    Desk desk;
    const auto records = desk.log.size();
    QVERIFY(desk.apply(dossier::SetPerson{{"Ada", dossier::Role::Checker}}, "Ada").find("nothing changed") == 0);
    QVERIFY(desk.apply(dossier::SetTitle{""}, "Ada").find("nothing changed") == 0);
    QVERIFY(desk.apply(dossier::Arrange{}, "Ada").find("nothing changed") == 0);
    const auto& info = desk.now().articles[0].info;
    QVERIFY(desk.apply(dossier::EditArticle{desk.now().articles[0].id, info}, "Ada").find("nothing changed") == 0);
    QCOMPARE(desk.log.size(), records);
}

QTEST_GUILESS_MAIN(TestDossier)
#include "tst_dossier.moc"
