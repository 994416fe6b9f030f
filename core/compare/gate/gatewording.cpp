// SPDX-License-Identifier: GPL-3.0-or-later
// The general road beside the slots: two sentences that tell one thing, each with one figure of the sort. What the
// figure is of may be said with another verb, or reading may have missed it.
#include "core/compare/gate/gate.h"

#include "core/compare/relate.h"
#include "core/compare/words/concepts.h"
#include "core/compare/words/lookups.h"
#include "core/compare/words/wordlists.h"

#include <algorithm>
#include <cstddef>
#include <string>

namespace countercheck::compare::gate {

using claim::ClaimKind;
using SlotRelation = claim::Relation;

bool unhurt(const Fact& x, const Fact& y) {
    return x.none &&
           (y.slot.event == "death" || y.slot.headClass == "body" ||
            (y.slot.event == "injury" && x.slot.event == "casualty")) &&
           (x.slot.event == "injury" || x.slot.event == "casualty");
}

namespace {

/// Figures that could stand for each other.
bool oneSort(const Fact& f, const Fact& x) {
    if ((f.slot.event == "votes against") != (x.slot.event == "votes against"))
        return false;
    if (f.none != x.none && f.slot.event != x.slot.event && !unhurt(f, x) && !unhurt(x, f))
        return false; // "nobody was hurt" beside "71 people were aboard"
    return f.kind == x.kind && f.sum.empty() && f.slot.unit == x.slot.unit &&
           (x.kind != ClaimKind::Count || f.slot.head.empty() || sameHead(f, x) || sameThing(f, x));
}

/// Is the figure the only one of its sort in its sentence?
bool alone(const Candidate& a) {
    const Fact& x = *a.fact;
    return !a.in->anyIn(x.sentence,
                        [&](const Fact& f) { return &f != &x && f.said.words != x.said.words && oneSort(f, x); });
}

/// Where sentences give several figures of a sort: are these two told with the same words, and each with those of no
/// other?
bool besidesMatch(const Candidate& a, const Candidate& b) {
    const auto words = [](const Fact& f) -> const std::vector<std::uint32_t>& {
        return f.beside.empty() ? f.content : f.beside;
    };
    const std::size_t both = overlap(words(*a.fact), words(*b.fact));
    if (both < 2)
        return false;
    const auto best = [&](const Candidate& c, const Fact& other) {
        return !c.in->anyIn(c.fact->sentence, [&](const Fact& f) {
            return &f != c.fact && oneSort(f, *c.fact) && overlap(words(f), words(other)) >= both;
        });
    };
    return best(a, *b.fact) && best(b, *a.fact);
}

/// Has the report of `b` a figure of the sort that answers better?
bool answeredElsewhere(const Candidate& a, const Candidate& b, const Likeness& like) {
    const Fact& x = *a.fact;
    constexpr std::ptrdiff_t near = 1024; // of a report with more claims than these, those around it
    const auto count = static_cast<std::ptrdiff_t>(b.in->facts.size()), at = static_cast<std::ptrdiff_t>(b.index);
    const auto first = b.in->facts.begin() + (count <= near ? 0 : std::clamp<std::ptrdiff_t>(at - 32, 0, count));
    const auto last = b.in->facts.begin() + (count <= near ? count : std::clamp<std::ptrdiff_t>(at + 32, 0, count));
    return std::any_of(first, last, [&](const Fact& f) {
        return &f != b.fact && f.sentence != b.fact->sentence && oneSort(f, x) &&
               (sameAmount(f.said, x.said) || overlap(f.content, x.content) > like.words);
    });
}

/// "Two workers held since March were freed", "three workers taken in March": does the clause of `x` tell of the same
/// people what `y` tells of its own? Not of what befalls some of them and not the others.
bool tellsToo(const Fact& x, const Fact& y) {
    return x.kind == ClaimKind::Count && !x.slot.head.empty() && !listed(Family::Fate, y.slot.event) &&
           std::binary_search(x.near.begin(), x.near.end(), Concepts::named(y.slot.event));
}

/// What speaks against it; empty: nothing.
std::string against(const Candidate& a, const Candidate& b, const Common& common, Likeness& like) {
    const Fact &x = *a.fact, &y = *b.fact;
    const bool same = sameAmount(x.said, y.said); // no conflict can come of it
    if (common.longApart)
        return "the reports were published more than a month apart";
    if (bodiesApart(x, y, common))
        return "one counts bodies that were found";
    if (!x.sum.empty() || !y.sum.empty())
        return "one is a sum";
    if (x.negatedVerb != y.negatedVerb)
        return "one is denied";
    if (x.none != y.none && x.slot.event != y.slot.event && !unhurt(x, y) && !unhurt(y, x))
        return "two events"; // "no one was injured", "forty people were moved"
    if (x.slot.unit != y.slot.unit && !(x.kind == ClaimKind::Measure && sameDimension(x.slot.unit, y.slot.unit)))
        return "other units";
    std::string why;
    // "To buy rival Pelagos" names the rival in both: no figure of another's.
    const bool named = x.kind != ClaimKind::Count && x.marks.other != y.marks.other && x.marks.more == y.marks.more &&
                       unknownNames(a, b) == 0 && unknownNames(b, a) == 0 && !x.names.empty() && !y.names.empty() &&
                       !namesApart(x, y);
    if (!named && markVeto(x, y, &why))
        return why;
    if (listed(Family::Fresh, x.slot.modifiers) != listed(Family::Fresh, y.slot.modifiers))
        return "one counts only what is new";
    const auto one = [&] { // "cut 900 jobs", "lay off 1,100 of its employees"
        const auto cuts = [](const Fact& f) { return f.slot.event == "layoff" || kindred(f.slot.event, "layoff"); };
        return cuts(x) && cuts(y);
    };
    if (x.kind == ClaimKind::Count && ((x.partitive != y.partitive && !one()) || plannedApart(x, y)) && !same)
        return "one is a part of the whole or a plan";
    // "Plans to spend 4 billion", "spent 3 billion last year"
    const bool dated = (x.planned ? y : x).anchor.explicitTime;
    if (x.kind != ClaimKind::Count && dated && !x.foreseen && !y.foreseen && plannedApart(x, y) && !same)
        return "one is a part of the whole or a plan";
    if (otherMeasures(x, y))
        return "they give other measures";
    if (otherHour(x, y))
        return "they speak of different times";
    if (!same && (otherTitles(x, y) || otherSubjects(x, y) || otherComplements(x, y) || otherObjects(x, y)))
        return "the sentences name other things";
    if (!same && (otherGroup(a, b) || sequel(a, b)))
        return "one is of another group of people, or of what came after";
    if (!same && wished(a, b))
        return "one is what somebody asks for";
    if (!same && (ofAnother(x, y) || otherStretches(a, b)))
        return "one is of another measure or stretch";
    if (!same && (answeredBeside(a, b) || otherBeings(a, b)))
        return "another figure of one sentence answers the other, or they are other parts";
    if (sharesApart(x, y))
        return "they are shares of one set, and nothing shows that they tell one thing of it";
    if (!same && onlyNames(x, y))
        return "nothing shows that they measure the same";
    const auto told = [](const Fact& f) {
        // "Fell to 120 million": what fell is told elsewhere.
        const bool level = f.kind != ClaimKind::Count && f.slot.relation == SlotRelation::Adjunct &&
                           listed(Family::Direction, f.slot.event) &&
                           (f.slot.preposition == "to" || f.slot.preposition == "at");
        return f.slot.classified && !listed(Family::Light, f.slot.event) && !level;
    };
    // Killed and injured, rescued and missing: of other deeds the rest of the two sentences tells.
    const auto parts = [](const Fact& f, const Fact& g) {
        return listed(Family::Fate, f.slot.event) && (listed(Family::Fate, g.slot.event) || f.kind == ClaimKind::Count);
    };
    if (told(x) && told(y) && x.slot.event != y.slot.event && !kindred(x.slot.event, y.slot.event) && !unhurt(x, y) &&
        !unhurt(y, x) && (parts(x, y) || parts(y, x)) && !(common.tiny && (tellsToo(x, y) || tellsToo(y, x))))
        return "two events";
    if (x.kind == ClaimKind::Count) {
        const bool oneParty = listed(Family::OneParty, x.slot.event) || listed(Family::OneParty, y.slot.event);
        const bool turned = (x.slot.relation == SlotRelation::Agent && y.slot.relation == SlotRelation::Patient) ||
                            (x.slot.relation == SlotRelation::Patient && y.slot.relation == SlotRelation::Agent);
        if (turned && !oneParty && told(x) && told(y))
            return "one counts who did it, the other who suffered it";
        if (x.slot.head.empty() && y.slot.head.empty())
            return "neither says what it counts";
        const bool bare = x.slot.head.empty() || y.slot.head.empty();
        if (bare ? x.slot.event != y.slot.event : !sameHead(x, y) && !sameThing(x, y))
            return "they count other things";
        if (mayBePart(x, y) || mayBePart(y, x))
            return "the narrower count may be a part of the wider one";
    }
    like = likeness(a, b);
    like.tells |= common.tiny && (tellsToo(x, y) || tellsToo(y, x));
    const bool oneDay = x.anchor.explicitTime && y.anchor.explicitTime && x.anchor.time && y.anchor.time &&
                        x.anchor.time->from == y.anchor.time->from && x.anchor.time->to == y.anchor.time->to;
    like.words += oneDay && common.tiny; // the day that both give is no word of theirs
    if (like.words < (common.tiny || same || firm(common) ? 2u : 3u) + (like.tells ? 0 : 2) ||
        like.cover < (like.tells ? leastCover : 0.55) || (like.words < 3 && like.cover < 0.6))
        return "the sentences share too little";
    const read::FigureSet &s = *x.said.set, &t = *y.said.set;
    if (s.headline && t.headline && !x.none && !y.none) {
        if (farApart(*s.headline, *t.headline, 3))
            return "figures of another order";
    } else if (!x.none && !y.none && !setsMeet(s, t)) {
        return "one gives no figure";
    }
    if ((!alone(a) || !alone(b)) && !besidesMatch(a, b))
        return "a sentence gives several figures of the sort";
    if (answeredElsewhere(a, b, like) || answeredElsewhere(b, a, like))
        return "another figure answers it better";
    if (strangers(a, b, common) || aboutOther(a, b) || aboutOther(b, a) || otherBodies(x, y) || elsewhere(a, b) ||
        namesOthers(a, b) || (!same && namesApart(x, y)))
        return "the sentences name other things";
    if (!oneHappening(common, like.words))
        return "nothing shows that the two reports speak of one happening";
    Verdict here;
    return happeningVeto(a, b, common, here) ? "other times or places" : "";
}

} // namespace

void byWording(const Candidate& a, const Candidate& b, const Common& common, Verdict& v) {
    if (!v.explain && share(a.fact->content, b.fact->content) < leastCover)
        return; // nearly all
    Likeness like;
    if (const std::string why = against(a, b, common, like); !why.empty()) {
        if (v.explain && !v.because.empty())
            v.because.back() = text::explainedBy(v.because.back(), "; and by their wording, ", text::explained(why));
        return;
    }
    v.because.clear();
    v.strength = 2;
    v.say("their sentences tell one thing: they share ", std::to_string(like.words),
          " content words, and each gives one figure of the sort");
    v.join();
}

} // namespace countercheck::compare::gate
