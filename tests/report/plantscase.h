// SPDX-License-Identifier: GPL-3.0-or-later
// A case with everything that a summary has to show: signed, unsigned, revoked and dismissed questions, a copy, a lost
// decision, evidence, notes, and words that try to be markup.
#pragma once

#include "tests/report/handmade.h"

namespace handmade {

inline dossier::Dossier plantsCase() {
    using compare::RelationKind;
    dossier::Dossier d = outlets();
    std::vector<dossier::Article> articles = d.articles;
    articles[0].info.title = "Gunmen raid <three> plants & leave";
    articles[3].info = {};
    articles[3].fileName = "notes \"from\" the river.txt";
    articles[3].info.url = "javascript:alert('x')";
    d.articles = articles;
    d.records = 23;
    d.comparison.lineage =
        std::vector<compare::Lineage>{{.a = 0, .b = 1, .kind = compare::LineageKind::Derived, .similarity = 0.814},
                                      {.a = 0, .b = 2, .kind = compare::LineageKind::SharedSource}};

    auto abducted = question("How many people were abducted?", "people abducted", QuestionKind::Count,
                             {{0, "three", exactly(3), "Lookout"},
                              {0, "four", exactly(4), "an official"},
                              {1, "three", exactly(3), "Lookout"},
                              {2, "at least three", atLeast(3), ""}},
                             RelationKind::Contradiction);
    abducted.relations[0].explanation =
        "“Three” and “four” are exact figures of the same set: {3} and {4} do not meet.";
    abducted.origins = 2;
    auto attackers = question("How many attackers were there?", "attackers", QuestionKind::Count,
                              {{0, "nearly 160", nearly(160), "Lookout"},
                               {1, "nearly 160", nearly(160), "Lookout"},
                               {2, "more than 100", moreThan(100), "local accounts"}},
                              RelationKind::Discrepancy);
    attackers.relations[0].explanation = "[144, 160) and (100, ∞) meet, yet 160 and 100 would print different figures.";
    attackers.origins = 2;
    auto trucks =
        question("How many trucks were burned?", "trucks burned", QuestionKind::Count,
                 {{0, "seven", exactly(7), ""}, {1, "seventeen", exactly(17), ""}}, RelationKind::Contradiction);
    trucks.origins = 1;
    auto date = question("When: attack?", "date of the attack", QuestionKind::Date,
                         {{0, "Sunday", {}, ""}, {2, "Sunday, January 11, 2026", {}, ""}}, RelationKind::Agreement);
    auto script = question("<script>alert(1)</script>", "words & \"marks\"", QuestionKind::Quote,
                           {{0, "<img src=x onerror=alert(1)>", {}, "a 'source' & more"},
                            {3, "\u202Eهجوم\u202C على المصانع", {}, "مراسل"}},
                           RelationKind::Discrepancy);
    auto single = question("How many tankers were stopped?", "tankers stopped", QuestionKind::Count,
                           {{0, "40", exactly(40), ""}});
    d.comparison.questions = std::vector<compare::Question>{abducted, trucks, attackers, script, date, single};

    const auto stamp = [](const char* by, const char* time) {
        return dossier::Stamp{by, std::string("2026-01-16T") + time + ".123Z"};
    };
    dossier::Decisions& a = d.decisions[{abducted.key}];
    a.verdict = dossier::Verdict{dossier::VerdictState::Disputed,
                                 "The governor's office did not call back.\nAsk again on Monday.",
                                 stamp("Ada Okafor", "09:41:22")};
    a.proposal = dossier::Proposal{"Three or four people were abducted", "3", "4", stamp("Ada Okafor", "09:44:00")};
    a.signOff = dossier::SignOff{stamp("Grace Lind", "10:02:10"), "00", true};
    a.evidence.push_back(
        {"call-sheet.pdf", std::string(64, 'e'), 1234, "telephone log", stamp("Ada Okafor", "09:43:00")});
    dossier::Decisions& t = d.decisions[{trucks.key}];
    t.verdict = dossier::Verdict{dossier::VerdictState::False, "", stamp("Ada Okafor", "09:50:00")};
    t.signOff = dossier::SignOff{stamp("Grace Lind", "10:03:00"), "00", true};
    t.revoked = true;
    t.revokedBecause = "an article was corrected";
    dossier::Decisions& when = d.decisions[{date.key}];
    when.dismissed = "nobody disputes the day";
    dossier::Decisions lost;
    lost.verdict = dossier::Verdict{dossier::VerdictState::Verified, "", stamp("Ada Okafor", "09:30:00")};
    lost.anchors.push_back({{"x"}, 0, 5, "five guards <fled>"});
    d.lost.emplace_back(dossier::QuestionKey{"gone"}, lost);
    return d;
}

} // namespace handmade
