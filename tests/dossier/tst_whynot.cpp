// SPDX-License-Identifier: GPL-3.0-or-later
// Who may do what, as a table: every edit that is refused says why in words that name the way out, and every row has
// its counterpart that is allowed.
#include "tests/store/samples.h"

#include <QTest>

#include <functional>

using namespace samples;
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
        {"checker sets a verdict", desk(), verdict, "Ada", nullptr},
        {"head sets a verdict", desk(), verdict, "Eve", nullptr},
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
