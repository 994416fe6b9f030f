// SPDX-License-Identifier: GPL-3.0-or-later
// Who did it, and how a matter ended.
#include "core/claim/parts.h"
#include "core/compare/gate/gate.h"
#include "core/compare/relate.h"
#include "core/compare/words/concepts.h"
#include "core/compare/words/lookups.h"
#include "core/compare/words/wordlists.h"
#include "core/text/lexicon.h"
#include "core/text/tablerows.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace countercheck::compare::gate {

namespace {

/// "Responsibility for the bombing of a market", "for the shooting of a judge"
bool otherDeedClaimed(const Candidate& a, const Candidate& b) {
    const auto claimed = [](const Candidate& c) -> const Piece* {
        const Outline* outline = c.in->outline(c.fact->sentence);
        if (!outline)
            return nullptr;
        for (const Piece& piece : outline->pieces)
            if (piece.sort == Piece::Sort::Claimed)
                return &piece;
        return nullptr;
    };
    const Piece *p = claimed(a), *q = claimed(b);
    const auto strange = [](const Piece& piece, const Candidate& other) {
        const Outline* outline = other.in->outline(other.fact->sentence);
        return !std::binary_search(outline->content.begin(), outline->content.end(), piece.word);
    };
    return p && q && p->head != q->head && p->head != "attack" && q->head != "attack" &&
           !together(Family::Thing, p->head, q->head) && !kindred(p->head, q->head) &&
           (strange(*p, b) || strange(*q, a));
}

} // namespace

void sameDeed(const Candidate& a, const Candidate& b, const Common& common, Verdict& v) {
    if (a.fact->slot.event != b.fact->slot.event)
        return void(v.no("claimed and suspected are two questions"));
    if (a.article == b.article)
        return void(v.no("one report"));
    if (common.few ? !(common.tiny || common.names >= 2 || common.leadTimesMeet) : !oneHappening(common, 0))
        return void(v.no("nothing shows that the two reports speak of one happening"));
    if (otherDeedClaimed(a, b))
        return void(v.no("they tell of other deeds"));
    v.strength = 1;
    v.say(a.fact->slot.event == "responsibility" ? "both say who claimed responsibility"
                                                 : "both say who is believed to be behind it");
    v.join();
}

namespace {

/// "The court acquitted the banker", "convicted his partner": is each of somebody whom the other's sentence does not
/// know? Who is named may be called otherwise.
bool otherConvicts(const Fact& x, const Fact& y) {
    const auto who = [](const Fact& f) { // of "was convicted" the subject
        return !f.objects.empty() ? f.objects.front() : !f.subjects.empty() ? f.subjects.front() : 0u;
    };
    return x.slot.event == "verdict" && who(x) != who(y) && strangeTo(who(x), x, y) && strangeTo(who(y), y, x);
}

} // namespace

bool otherCharges(const Candidate& a, const Candidate& b) {
    const auto charged = [](const Candidate& c) -> std::string_view {
        const std::string_view text =
            c.in->text.substr(0, std::min<std::size_t>(c.fact->said.sentence.end, c.in->text.size()));
        for (const std::string_view word : {" of ", " for ", " pour ", " d'", " de "})
            if (const std::size_t at = text.find(word, c.fact->said.words.end); at != std::string_view::npos)
                return text.substr(at + word.size(), text.find_first_of(",;", at) - at - word.size());
        return {};
    };
    const auto strange = [](std::string_view charge, const Candidate& c) {
        const Fact& other = *c.fact;
        const std::string_view sentence = other.said.sentence.of(c.in->text);
        bool any = false, known = false;
        text::forEachWord(charge, [&](std::string_view word) {
            while (!word.empty() && (word.back() == '.' || word.back() == ','))
                word.remove_suffix(1);
            if (word.size() < 4)
                return;
            any = true;
            const text::Lexicon& english = text::Lexicon::of(text::Language::English);
            const std::string_view event = english.value(english.find(word), text::Tag::Event);
            known |= sentence.find(word) != std::string_view::npos || hasWord(other, Concepts::named(word)) ||
                     (!event.empty() && hasWord(other, Concepts::named(event)));
        });
        return any && !known;
    };
    const std::string_view p = charged(a), q = charged(b);
    return !p.empty() && !q.empty() && a.in->language == b.in->language && strange(p, b) && strange(q, a);
}

namespace {

/// "The finance minister refused to resign", "the interior minister resigned"
bool otherOffices(const Fact& x, const Fact& y) {
    return x.subjectKind != 0 && y.subjectKind != 0 && x.subjectKind != y.subjectKind && !x.subjects.empty() &&
           !y.subjects.empty() && x.subjects.front() == y.subjects.front() && strangeTo(x.subjectKind, x, y) &&
           strangeTo(y.subjectKind, y, x);
}

/// Does the report count more dead than one? Then each may have died elsewhere.
bool severalDead(const Candidate& c) {
    return std::any_of(c.in->facts.begin(), c.in->facts.end(), [](const Fact& f) {
        return f.kind == claim::ClaimKind::Count && f.slot.event == "death" && f.said.set &&
               !(f.said.set->headline && *f.said.set->headline <= read::Decimal(1));
    });
}

/// "His father died at home in 2002": does the sentence give a day far from that of the report?
bool longAgo(const Candidate& c) {
    constexpr std::int64_t far = 60 * 86400;
    const std::optional<std::int64_t> now = c.in->leadTime ? c.in->leadTime->from : c.in->published;
    return c.in->anyIn(c.fact->sentence, [&](const Fact& f) {
        return f.kind == claim::ClaimKind::Date && f.anchor.time &&
               (f.anchor.time->grain <= read::Grain::Year ||
                (now && std::max(f.anchor.time->from - *now, *now - f.anchor.time->to) > far));
    });
}

/// "Three men were convicted of the robbery", "one man was acquitted of it"
bool otherNumber(const Candidate& a, const Candidate& b) {
    return a.in->anyIn(a.fact->sentence, [&](const Fact& f) {
        return f.kind == claim::ClaimKind::Count && f.said.set && b.in->anyIn(b.fact->sentence, [&](const Fact& g) {
            return g.kind == f.kind && g.said.set && !f.partitive && !g.partitive && sameHead(f, g) &&
                   !setsMeet(*f.said.set, *g.said.set);
        });
    });
}

/// "The chairman, Derek Moss, resigned", "the chief executive, Paul Hart, will stay": each sentence names people, and
/// the other report none of them.
bool otherPeople(const Candidate& a, const Candidate& b) {
    const auto strangers = [](const Candidate& c, const Candidate& other) {
        bool any = false, known = false;
        for (const Named& name : c.in->names)
            if (name.kind == read::NameKind::Person && name.sentence == c.fact->said.sentence) {
                any = true;
                const std::string_view family = std::string_view(name.name).substr(name.name.rfind(' ') + 1);
                known |= other.in->text.find(family) != std::string::npos;
            }
        return any && !known;
    };
    return strangers(a, b) && strangers(b, a);
}

} // namespace

namespace {

/// Games won and lost in all: "won 31", "lost 2".
int gamesIn(std::string_view record) {
    int all = 0, part = 0;
    for (const char c : record) {
        all += c == '-' ? std::exchange(part, 0) : 0;
        part = c == '-' ? 0 : part * 10 + (c - '0');
    }
    return all + part;
}

/// What somebody won and lost so far. Before a match and after it the record is another one.
void sameRecord(const Candidate& a, const Candidate& b, const Common& common, Verdict& v) {
    const Fact &x = *a.fact, &y = *b.fact;
    if (a.article == b.article || common.longApart || !(oneStory(common) || (common.tiny && common.names >= 1)))
        return void(v.no("one report, or nothing shows that the two reports speak of one happening"));
    const bool known = x.doer != 0 && y.doer != 0;
    if (known && x.doer != y.doer && (x.subject != y.subject || x.slot.head == y.slot.head))
        return void(v.no("records of two"));
    if (x.subject != y.subject) {
        const int apart = gamesIn(x.subject) - gamesIn(y.subject);
        if (!known || x.slot.head != y.slot.head || std::abs(apart) == 1 ||
            std::ranges::count(x.subject, '-') != std::ranges::count(y.subject, '-'))
            return void(v.no("a match may lie between the two records"));
    }
    v.strength = 2;
    v.say("both say what one has won and lost so far");
    v.join();
}

} // namespace

void sameOutcome(const Candidate& a, const Candidate& b, const Common& common, Verdict& v) {
    const Fact &x = *a.fact, &y = *b.fact;
    if (x.slot.event != y.slot.event)
        return void(v.no("other matters"));
    if (x.slot.event == recordEvent)
        return sameRecord(a, b, common, v);
    if (a.article == b.article)
        return void(v.no("one report"));
    if (x.ambiguous || y.ambiguous)
        return void(v.no("one report tells of two ends"));
    if (x.slot.event == "score" && x.slot.head != y.slot.head)
        return void(v.no("scores of other parts of the match"));
    if (x.slot.event == "score") {
        Verdict here;
        if ((a.in->language == b.in->language && namesOthers(a, b)) || namesApart(x, y))
            return void(v.no("the sentences name other things"));
        if (x.anchor.unresolved != y.anchor.unresolved || happeningVeto(a, b, common, here))
            return void(v.no("they speak of different times"));
    }
    if (x.slot.event == "cause" && x.subject != y.subject && (x.said.negative || y.said.negative))
        return void(v.no("that one cause is ruled out says nothing of another"));
    if (x.slot.event == "death" && (common.tiny || !oneStory(common) || severalDead(a) || severalDead(b) ||
                                    longAgo(a) || longAgo(b) || namesApart(x, y)))
        return void(v.no("they may tell of other dead"));
    if (x.slot.event == "verdict" && otherCharges(a, b))
        return void(v.no("the sentences name other charges"));
    if (x.slot.event == "verdict" && otherNumber(a, b))
        return void(v.no("the sentences count other people"));
    if (x.slot.event == "office" && otherPeople(a, b))
        return void(v.no("the sentences name other people"));
    if (otherTitles(x, y) || otherConvicts(x, y) || otherOffices(x, y) || otherHolders(x, y) ||
        (common.tiny && contrasted(x.content, y.content)))
        return void(v.no("the sentences name other things"));
    // Of a cause longer reports of one story tell days later, and of what, they need not say again.
    const bool story = (x.slot.event == "cause" || x.slot.event == "death") && !common.tiny && oneStory(common);
    if ((common.leadTimesApart && !(story && common.followUp)) || common.longApart)
        return void(v.no("the two reports' events lie on different days"));
    const bool foreign = a.in->language != b.in->language;
    static const std::uint32_t cause = Concepts::named("cause");
    const auto in = [](std::uint32_t word, const std::vector<std::uint32_t>& list) {
        return std::binary_search(list.begin(), list.end(), word);
    };
    // "The explosion was caused by a gas leak, police said", "the fire was caused by a short circuit, police said":
    // neither who says so nor the causing is of the matter.
    const Outline *p = a.in->outline(x.sentence), *q = b.in->outline(y.sentence);
    std::size_t words = overlap(x.content, y.content);
    if (x.slot.event == "cause" && p && q)
        words = overlap(p->content, q->content) - (in(cause, p->content) && in(cause, q->content) ? 1 : 0);
    if (!(common.tiny || common.names >= 1 || common.leadWords >= 4) || !oneHappening(common, words))
        return void(v.no("nothing shows that the two reports speak of one happening"));
    if (words < (story ? 0u : common.tiny || foreign ? 1u : 2u))
        return void(v.possible("both say how the matter ended", "; but their sentences have too little in common"));
    v.strength = 2;
    if (x.slot.event == "death")
        v.say("both say where somebody died");
    else
        v.say("both say how the ", x.slot.event, " ended");
    v.say("their sentences share ", std::to_string(words), " content words");
    v.join();
}

} // namespace countercheck::compare::gate
