// SPDX-License-Identifier: GPL-3.0-or-later
// Who may do what, as a table: every edit that is refused says why in words that name the way out, and every row has
// its counterpart that is allowed.
#include "core/dossier/plaintext.h"
#include "tests/store/samples.h"

#include <QTest>

#include <functional>

using namespace samples;
using dossier::CorrectionKind;
using dossier::Decisions;
using dossier::Dossier;
using dossier::Edit;
using dossier::Role;
using dossier::VerdictState;

namespace {

/// Ada checks, Ben and Dora edit, Eve heads the desk, Cleo looks on. Nothing is decided.
Dossier desk() {
    Dossier dossier;
    dossier.people = {{"Ada", Role::Checker},
                      {"Ben", Role::Editor},
                      {"Dora", Role::Editor},
                      {"Eve", Role::Head},
                      {"Cleo", Role::Viewer}};
    dossier.articles = {article("first", first).article, article("second", second).article};
    dossier.comparison = results();
    dossier.joinedInto[{"old key"}] = {"taken"};
    return dossier;
}

/// Ada set the verdict, Ben proposed the wording, Dora added evidence last.
Dossier settled() {
    Dossier dossier = desk();
    Decisions decisions;
    decisions.verdict = dossier::Verdict{VerdictState::Disputed, "two counts", {"Ada", "2026-01-14T09:00:00.000Z"}};
    decisions.proposal = dossier::Proposal{"three or four", "3", "4", {"Ben", "2026-01-14T09:10:00.000Z"}};
    decisions.changedBy = "Dora";
    dossier.decisions[{"taken"}] = decisions;
    return dossier;
}
Dossier with(Dossier dossier, const std::function<void(Decisions&)>& change) {
    change(dossier.decisions[{"taken"}]);
    return dossier;
}
Dossier signedOff() {
    return with(settled(), [](Decisions& d) {
        d.signOff = dossier::SignOff{{"Eve", "2026-01-14T10:00:00.000Z"}, "x", true};
    });
}
Dossier revoked() {
    return with(signedOff(), [](Decisions& d) {
        d.revoked = true;
        d.revokedBecause = "signed, then changed: the claims";
    });
}
Dossier undoable(const char* edit) {
    Dossier dossier = settled();
    dossier.canUndo = dossier.canRedo = true;
    dossier.undoEdit = dossier.redoEdit = edit;
    return dossier;
}

Dossier oneOrigin() {
    Dossier dossier = desk();
    dossier.comparison.questions[0].origins = 1;
    return dossier;
}
Dossier unknownOrigins() {
    Dossier dossier = desk();
    dossier.comparison.questions[0].origins = 0;
    return dossier;
}
/// Two origins that say the same; those of the desk contradict each other.
Dossier agreed() {
    Dossier dossier = desk();
    dossier.comparison.questions[0].relations = {};
    return dossier;
}
Dossier withEvidence(Dossier dossier) {
    return with(std::move(dossier), [](Decisions& d) { d.evidence.emplace_back(); });
}
Dossier conflicting() {
    return with(settled(), [](Decisions& d) { d.conflicts = {{"verdict", {}}}; });
}
std::shared_ptr<const dossier::Signer> key() {
    static const auto one = std::make_shared<const dossier::Signer>(std::array<unsigned char, 32>{1});
    return one;
}
std::shared_ptr<const dossier::Signer> otherKey() {
    static const auto one = std::make_shared<const dossier::Signer>(std::array<unsigned char, 32>{2});
    return one;
}
Dossier withKey(const std::string& publicKey) {
    Dossier dossier = settled();
    for (auto& person : dossier.people)
        if (person.name == "Eve")
            person.key = publicKey;
    return dossier;
}
dossier::ClaimAnchor anchor(const std::string& text, const std::string& words) {
    const std::size_t at = text.find(words);
    return {{dossier::sha256Hex(text)},
            dossier::codePointsBefore(text, at),
            dossier::codePointsBefore(text, at + words.size()),
            words};
}
dossier::Correct corrected(CorrectionKind kind, std::vector<dossier::ClaimAnchor> claims, const char* text = "",
                           const char* reason = "") {
    dossier::Correction correction;
    correction.kind = kind;
    correction.question.value = "taken";
    correction.claims = std::move(claims);
    correction.text = text;
    correction.reason = reason;
    return {correction};
}
dossier::Correct lineage(const std::string& a, const std::string& b, const char* what) {
    dossier::Correction correction;
    correction.kind = CorrectionKind::Lineage;
    correction.articles = {{dossier::sha256Hex(a)}, {dossier::sha256Hex(b)}};
    correction.text = what;
    return {correction};
}

struct Row {
    const char* name;
    Dossier dossier;
    Edit edit;
    const char* by;
    const char* because; ///< a part of the message; nullptr: allowed
};

const dossier::QuestionKey taken{"taken"};

std::vector<Row> rows() {
    const auto id = [](const std::string& text) { return dossier::ArticleId{dossier::sha256Hex(text)}; };
    const auto verdict = dossier::SetVerdict{taken, VerdictState::Verified, "seen"};
    auto empty = article("empty", "");
    auto broken = article("broken", "caf\xe9");
    return {
        {"checker sets a verdict", agreed(), verdict, "Ada", nullptr},
        {"head sets a verdict", agreed(), verdict, "Eve", nullptr},
        {"viewer sets a verdict", desk(), verdict, "Cleo", "takes part as viewer"},
        {"stranger sets a verdict", desk(), verdict, "Zoe", "add them first with a “person” edit"},
        {"stranger in a case without people", Dossier{}, verdict, "Zoe", "add them first with a “person” edit"},
        {"nobody sets a verdict", desk(), verdict, "", "say who you are"},
        {"a blank name", desk(), verdict, "  ", "say who you are"},
        {"a name with a line end", desk(), verdict, "Ada\n", "control characters"},
        {"verdict on an unknown question", desk(), dossier::SetVerdict{{"nope"}, VerdictState::False, ""}, "Ada",
         "no question “nope”"},
        {"verdict by the key of a joined question", desk(), dossier::SetVerdict{{"old key"}, VerdictState::False, ""},
         "Ada", nullptr},
        {"verdict with a broken note", desk(), dossier::SetVerdict{taken, VerdictState::False, "\xff"}, "Ada",
         "the note is not valid UTF-8"},
        {"verdict with a note of two lines", desk(), dossier::SetVerdict{taken, VerdictState::False, "a\nb"}, "Ada",
         nullptr},

        {"first person adds themselves", Dossier{}, dossier::SetPerson{{"Zoe", Role::Checker}}, "Zoe", nullptr},
        {"a person without a name", Dossier{}, dossier::SetPerson{{" ", Role::Checker}}, "Zoe", "name is empty"},
        {"a name that is too long", Dossier{}, dossier::SetPerson{{std::string(300, 'x'), Role::Checker}}, "Zoe",
         "longer than"},

        {"stranger brings an article in", Dossier{}, article("first", first), "import", nullptr},
        {"viewer brings an article in", desk(), article("third", third), "Cleo", "viewer"},
        {"the same article again", desk(), article("first again", first), "Ada", "already"},
        {"an article without text", desk(), empty, "Ada", "no text"},
        {"an article that is not UTF-8", desk(), broken, "Ada", "not valid UTF-8"},
        {"details of an article", desk(), dossier::EditArticle{id(first), {"t", "p", "2026-01-13", "", "en"}}, "Ada",
         nullptr},
        {"a date that is none", desk(), dossier::EditArticle{id(first), {"t", "p", "last Sunday", "", "en"}}, "Ada",
         "ISO 8601"},
        {"details of an unknown article", desk(), dossier::EditArticle{id(third), {}}, "Ada", "no article"},
        {"taking an article out", desk(), dossier::RemoveArticle{id(second)}, "Ada", nullptr},
        {"taking an unknown article out", desk(), dossier::RemoveArticle{id(third)}, "Ada", "no article"},
        {"arranging", desk(), dossier::Arrange{{id(second), id(first)}, {}, id(first)}, "Ada", nullptr},
        {"arranging what is not there", desk(), dossier::Arrange{{id(third)}, {}, {}}, "Ada", "no article"},
        {"a reference that is not there", desk(), dossier::Arrange{{}, {}, id(third)}, "Ada", "reference"},

        {"proposing", desk(), dossier::Propose{taken, "three or four", "3", "4"}, "Ada", nullptr},
        {"proposing: not established", desk(), dossier::Propose{taken, "not established", "", ""}, "Ada", nullptr},
        {"proposing nothing", desk(), dossier::Propose{taken, "", "3", "4"}, "Ada", "the wording is empty"},
        {"proposing a word", desk(), dossier::Propose{taken, "w", "three", ""}, "Ada", "low is “three”"},
        {"proposing an exponent", desk(), dossier::Propose{taken, "w", "", "1e3"}, "Ada", "high is “1e3”"},
        {"proposing backwards", desk(), dossier::Propose{taken, "w", "10", "9.5"}, "Ada", "exchange them"},
        {"equal in other digits", desk(), dossier::Propose{taken, "w", "4.0", "4"}, "Ada", nullptr},

        {"third person signs off", settled(), dossier::SignOffFigure{taken}, "Eve", nullptr},
        {"checker signs off", settled(), dossier::SignOffFigure{taken}, "Ada", "only an editor or head of desk"},
        {"who set the verdict signs off", with(settled(), [](Decisions& d) { d.verdict->stamp.by = "Eve"; }),
         dossier::SignOffFigure{taken}, "Eve", "Eve set the verdict"},
        {"who proposed signs off", settled(), dossier::SignOffFigure{taken}, "Ben", "Ben proposed the wording"},
        {"who changed it last signs off", settled(), dossier::SignOffFigure{taken}, "Dora", "last to change"},
        {"signing off nothing", desk(), dossier::SignOffFigure{taken}, "Eve", "nothing to sign off"},
        {"signing off “unchecked”", with(desk(), [](Decisions& d) { d.verdict = dossier::Verdict{}; }),
         dossier::SignOffFigure{taken}, "Eve", "nothing to sign off"},
        {"signing off what is being checked",
         with(settled(), [](Decisions& d) { d.verdict->state = VerdictState::Checking; }),
         dossier::SignOffFigure{taken}, "Eve", "still being checked"},
        {"signing off a wording alone", with(settled(), [](Decisions& d) { d.verdict.reset(); }),
         dossier::SignOffFigure{taken}, "Eve", nullptr},
        {"signing off twice", signedOff(), dossier::SignOffFigure{taken}, "Eve", "signed off already, by Eve"},
        {"signing off again after a change", revoked(), dossier::SignOffFigure{taken}, "Eve", nullptr},

        {"taking a sign-off back", signedOff(), dossier::Revoke{taken, "new toll"}, "Ben", nullptr},
        {"taking it back without a reason", signedOff(), dossier::Revoke{taken, ""}, "Ben", "the reason is empty"},
        {"checker takes it back", signedOff(), dossier::Revoke{taken, "new toll"}, "Ada", "only an editor"},
        {"taking back what is not signed", settled(), dossier::Revoke{taken, "new toll"}, "Ben", "not signed off"},
        {"taking back what does not hold", revoked(), dossier::Revoke{taken, "new toll"}, "Ben",
         "does not hold any more"},

        {"a note", desk(), dossier::AddNote{taken, "call again"}, "Ada", nullptr},
        {"an empty note", desk(), dossier::AddNote{taken, "\n "}, "Ada", "the note is empty"},
        {"evidence", desk(), dossier::AddEvidence{taken, "a.txt", "x", ""}, "Ada", nullptr},
        {"an address as evidence", desk(), dossier::AddEvidence{taken, "", "", "https://example.org/"}, "Ada", nullptr},
        {"evidence without anything", desk(), dossier::AddEvidence{taken, "a.txt", "", ""}, "Ada",
         "the evidence is empty"},
        {"a URL as evidence", desk(), dossier::AddEvidence{taken, "", "", "", "https://example.org/"}, "Ada", nullptr},

        // The way of a verdict.
        {"verified with two origins", agreed(), dossier::SetVerdict{taken, VerdictState::Verified, "", {}, {}}, "Ada",
         nullptr},
        {"verified with two origins that contradict each other", desk(),
         dossier::SetVerdict{taken, VerdictState::Verified, "sure", {}, {}}, "Ada", "no two of them say the same"},
        {"verified by a primary source against another", desk(),
         dossier::SetVerdict{taken, VerdictState::Verified, "the register itself", "civil register", {}}, "Ada",
         nullptr},
        {"verified with one origin", oneOrigin(), dossier::SetVerdict{taken, VerdictState::Verified, "sure", {}, {}},
         "Ada", "two independent origins, or one primary source"},
        {"verified with unknown origins", unknownOrigins(),
         dossier::SetVerdict{taken, VerdictState::Verified, "sure", {}, {}}, "Ada", "no two origins that are known"},
        {"verified by a primary source", oneOrigin(),
         dossier::SetVerdict{taken, VerdictState::Verified, "the register itself", "civil register", {}}, "Ada",
         nullptr},
        {"verified by a primary source without a reason", oneOrigin(),
         dossier::SetVerdict{taken, VerdictState::Verified, " ", "civil register", {}}, "Ada",
         "why one source is enough"},
        {"verified by an exhibit", withEvidence(oneOrigin()),
         dossier::SetVerdict{taken, VerdictState::Verified, "the register itself", {}, {}}, "Ada", nullptr},
        {"disputed with one origin", oneOrigin(), dossier::SetVerdict{taken, VerdictState::Disputed, "", {}, {}}, "Ada",
         nullptr},
        {"checking", desk(), dossier::SetVerdict{taken, VerdictState::Checking, "", {}, {}}, "Ada", nullptr},
        {"checking again without a reason", settled(), dossier::SetVerdict{taken, VerdictState::Checking, "", {}, {}},
         "Ada", "say why in the note"},
        {"checking again", settled(), dossier::SetVerdict{taken, VerdictState::Checking, "a new list", {}, {}}, "Ada",
         nullptr},
        {"unchecked again without a reason", settled(), dossier::SetVerdict{taken, VerdictState::Unchecked, "", {}, {}},
         "Ben", "say why in the note"},
        {"one's own verdict taken back", settled(), dossier::SetVerdict{taken, VerdictState::Unchecked, "", {}, {}},
         "Ada", nullptr},
        {"outdated before anything is decided", desk(),
         dossier::SetVerdict{taken, VerdictState::Outdated, "", {}, "Tuesday's count"}, "Ada",
         "nothing is decided yet"},
        {"outdated by nothing", settled(), dossier::SetVerdict{taken, VerdictState::Outdated, "", {}, {}}, "Ada",
         "what supersedes it is not named"},
        {"outdated", settled(), dossier::SetVerdict{taken, VerdictState::Outdated, "", {}, "Tuesday's count"}, "Ada",
         nullptr},
        {"sending back", settled(), dossier::SendBack{taken, "who says four?"}, "Eve", nullptr},
        {"sending back without a word", settled(), dossier::SendBack{taken, ""}, "Eve", "the comment is empty"},
        {"checker sends back", settled(), dossier::SendBack{taken, "no"}, "Ada", "only an editor"},
        {"sending nothing back", desk(), dossier::SendBack{taken, "no"}, "Eve", "no verdict or wording yet"},
        {"signing off what two decided", conflicting(), dossier::SignOffFigure{taken, nullptr}, "Eve",
         "settle that first"},

        // Keys and grades.
        {"a person's key", desk(), dossier::SetPerson{{"Ada", Role::Checker, key()->publicKey()}}, "Ada", nullptr},
        {"a key that is none", desk(), dossier::SetPerson{{"Ada", Role::Checker, "abc"}}, "Ada", "not an Ed25519"},
        {"signing with one's key", withKey(key()->publicKey()), dossier::SignOffFigure{taken, key()}, "Eve", nullptr},
        {"signing with another key", withKey(key()->publicKey()), dossier::SignOffFigure{taken, otherKey()}, "Eve",
         "not the one that is known"},
        {"signing where no key is known", settled(), dossier::SignOffFigure{taken, key()}, "Eve", nullptr},
        {"a source's grade", desk(), dossier::GradeSource{"Wamaps", "B", "usually right"}, "Ada", nullptr},
        {"a grade that is none", desk(), dossier::GradeSource{"Wamaps", "G", "x"}, "Ada", "A (reliable) to F"},
        {"a grade without a reason", desk(), dossier::GradeSource{"Wamaps", "B", ""}, "Ada", "the reason is empty"},
        {"what a source says", desk(), dossier::GradeInformation{taken, "Wamaps", "2", "confirmed by a list"}, "Ada",
         nullptr},
        {"a grade of the other sort", desk(), dossier::GradeInformation{taken, "Wamaps", "B", "x"}, "Ada",
         "1 (confirmed) to 6"},

        // Corrections.
        {"renaming", desk(), corrected(CorrectionKind::Rename, {}, "staff taken"), "Ada", nullptr},
        {"renaming to nothing", desk(), corrected(CorrectionKind::Rename, {}, ""), "Ada", "the new name is empty"},
        {"setting a claim apart", desk(), corrected(CorrectionKind::Split, {anchor(first, "Three people")}), "Ada",
         nullptr},
        {"setting all apart", desk(),
         corrected(CorrectionKind::Split, {anchor(first, "Three people"), anchor(second, "Four people")}), "Ada",
         "all the claims"},
        {"setting apart what is no claim", desk(), corrected(CorrectionKind::Split, {anchor(first, "all staff")}),
         "Ada", "is not a claim of this question"},
        {"words that stand elsewhere", desk(),
         corrected(CorrectionKind::Split, {{anchor(first, "Three people").article, 0, 12, "Three people"}}), "Ada",
         "do not stand at code point 0"},
        {"dismissing a relation", desk(),
         corrected(CorrectionKind::Relation, {anchor(first, "Three people"), anchor(second, "Four people")}, "",
                   "two raids"),
         "Ada", nullptr},
        {"dismissing half a relation", desk(),
         corrected(CorrectionKind::Relation, {anchor(first, "Three people")}, "", "x"), "Ada", "takes the two claims"},
        {"marking words", desk(), corrected(CorrectionKind::Mark, {anchor(second, "people were taken")}), "Ada",
         nullptr},
        {"lineage with itself", desk(), lineage(first, first, "derived"), "Ada", "two different articles"},
        {"lineage of another word", desk(), lineage(first, second, "copied"), "Ada", "must be derived or independent"},
        {"lineage", desk(), lineage(first, second, "independent"), "Ada", nullptr},

        {"dismissing", desk(), dossier::Dismiss{taken, "other events"}, "Ada", nullptr},
        {"dismissing without a reason", desk(), dossier::Dismiss{taken, ""}, "Ada", "the reason is empty"},
        {"joining", desk(), dossier::Join{{taken, {"men"}}}, "Ada", nullptr},
        {"joining one", desk(), dossier::Join{{taken}}, "Ada", "takes two questions"},
        {"joining one with itself", desk(), dossier::Join{{taken, {"old key"}}}, "Ada", "one question already"},
        {"joining an unknown one", desk(), dossier::Join{{taken, {"nope"}}}, "Ada", "no question “nope”"},

        {"undoing nothing", settled(), dossier::Undo{}, "Ada", "nothing to undo"},
        {"redoing nothing", settled(), dossier::Redo{}, "Ada", "nothing to redo"},
        {"undoing a verdict", undoable("verdict"), dossier::Undo{}, "Ada", nullptr},
        {"stranger undoes", undoable("verdict"), dossier::Undo{}, "Zoe", "add them first"},
        {"viewer undoes", undoable("verdict"), dossier::Undo{}, "Cleo", "viewer"},
        {"checker undoes a sign-off", undoable("sign-off"), dossier::Undo{}, "Ada", "only an editor"},
        {"editor undoes a sign-off", undoable("sign-off"), dossier::Undo{}, "Ben", nullptr},
        {"checker redoes a sign-off", undoable("sign-off"), dossier::Redo{}, "Ada", "only an editor"},
        {"checker undoes a taking back", undoable("revoke"), dossier::Undo{}, "Ada", "only an editor"},
        {"naming the case", desk(), dossier::SetTitle{"Dawn"}, "Ada", nullptr},
        {"naming it on two lines", desk(), dossier::SetTitle{"Dawn\nraid"}, "Ada", "control characters"},
    };
}

} // namespace

class TestWhyNot : public QObject {
    Q_OBJECT
private slots:
    void table_data();
    void table();
};

void TestWhyNot::table_data() {
    QTest::addColumn<int>("row");
    const auto all = rows();
    for (std::size_t i = 0; i < all.size(); ++i)
        QTest::newRow(all[i].name) << static_cast<int>(i);
}

void TestWhyNot::table() {
    QFETCH(int, row);
    const Row one = rows()[static_cast<std::size_t>(row)];
    const std::string why = dossier::whyNot(one.dossier, one.edit, one.by);
    if (!one.because)
        QCOMPARE(why, std::string());
    else
        QVERIFY2(why.find(one.because) != std::string::npos, ("said: " + why).c_str());
    QVERIFY(why.find('\n') == std::string::npos);
}

QTEST_GUILESS_MAIN(TestWhyNot)
#include "tst_whynot.moc"
