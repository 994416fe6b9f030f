// SPDX-License-Identifier: GPL-3.0-or-later
// Statements that deny each other. Only those that do are joined: that two reports tell the same deed is no question.
#include "core/compare/gate/gate.h"
#include "core/compare/gate/opposed.h"
#include "core/compare/relate.h"
#include "core/compare/words/concepts.h"
#include "core/compare/words/lookups.h"
#include "core/compare/words/wordlists.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace countercheck::compare::gate {

namespace {

constexpr std::uint32_t latest =
    2; ///< of a report of more than two sentences, the last one that tells what it is about

/// Words that two sentences must share beside what is said of them.
std::size_t leastShared(const Common& common) {
    return common.tiny ? 2 : 3;
}

/// "The mine was insured", "the mine was not insured": nothing else is said.
bool allOfIt(const Opposed& o) {
    const auto ownWords = [](const Fact& f, const Fact& other) {
        const std::size_t bar = f.slot.head.rfind('_'); // "step_down"
        const std::uint32_t particle = bar == std::string_view::npos ? 0 : Concepts::named(f.slot.head.substr(bar + 1));
        return std::count_if(f.content.begin(), f.content.end(), [&](std::uint32_t word) {
            return !hasWord(other, word) && word != particle && word != f.doer;
        });
    };
    return o.common.tiny && o.denied && sameParts(o.x, o.y) && o.x.slot.relation == o.y.slot.relation &&
           o.beyond >= 1 && std::min(ownWords(o.x, o.y), ownWords(o.y, o.x)) == 0;
}

bool littleInCommon(const Opposed& o) {
    const double enough = o.rivals ? 0.3 : o.common.tiny ? 0.5 : 0.6;
    return !o.contained && ((o.beyond < leastShared(o.common) && !allOfIt(o)) || o.cover < enough);
}

/// "Is not the busiest airport in the world", "is the busiest in Europe": what is said to be so has to be what is
/// denied.
bool beElsewise(const Opposed& o) {
    const auto be = [](const Fact& f) { return f.slot.event == "be" || f.slot.event == "être"; };
    const Candidate &told = o.x.said.negative ? o.b : o.a, &denied = &told == &o.a ? o.b : o.a;
    return o.denied && be(o.x) && be(o.y) && !o.contained &&
           std::ranges::any_of(told.fact->content, [&](std::uint32_t word) { return !hasWord(*denied.fact, word); });
}

bool otherMeasured(const Opposed& o) {
    return otherMeasures(o.x, o.y) || (!o.contained && otherTitles(o.x, o.y)) || otherHolders(o.x, o.y) ||
           (o.plain() && !o.contained && otherComplements(o.x, o.y));
}

/// What keeps two statements apart that might exclude each other: asked in this order.
struct Doubt {
    bool (*apart)(const Opposed& o);
    std::string_view why;
};
constexpr Doubt doubts[] = {
    {byStrangers, "not shown to be of the same doer"},
    {byOthers, "not shown to be of the same doer"},
    {saysSoToo, "one report tells of both"},
    {againstTheOther, "not shown to be of the same doer"},
    {byAStandin, "not shown to be of the same doer"},
    {oneSaysBoth, "one report tells of both"},
    {toldOfEach, "the same deed, told of each of the two who do it"},
    {deniesToo, "one report tells of both"},
    {ofAnotherOne, "one tells of another one of the sort"},
    {ofOtherDeeds, "they tell of other things"},
    {expectedOfOne, "one is what somebody expects"},
    {earlierOfOne, "they speak of different times"},
    {byAStranger, "not shown to be of the same doer"},
    {deniedElsewhere, "they tell of other things"},
    {ofForecast, "they tell of other things"},
    {toOtherThings, "they tell of other things"},
    {notShownOne, "not shown to be of the same doer"},
    {beElsewise, "their sentences have too little in common"},
    {littleInCommon, "their sentences have too little in common"},
    {staysElsewhere, "they tell of other measures"},
    {otherNumbers, "not shown to be of the same doer"},
    {[](const Opposed& o) {
         return notYet(o.a, o.b) || notYet(o.b, o.a) || (o.denied && (noLonger(o.a, o.b) || noLonger(o.b, o.a)));
     },
     "they speak of different times"},
    {otherMeasured, "they tell of other measures"},
    {[](const Opposed& o) { return !o.rivals && namesOthers(o.a, o.b); }, "their sentences name other things"},
    {[](const Opposed& o) { return o.common.longApart || !oneHappening(o.common, o.like.words); },
     "nothing shows that the two reports speak of one happening"},
    {[](const Opposed& o) { return o.sides && (toldBefore(o.a, o.b) || toldBefore(o.b, o.a)); },
     "one report tells of both"},
    {[](const Opposed& o) { return o.sides && (yetToCome(o.a, o.b) || yetToCome(o.b, o.a)); },
     "they speak of different times"},
    {ofAPart, "one is told of a part of them"},
    {otherTimes, "they speak of different times or places"},
};

/// How two statements exclude each other; empty: they do not, and `why` says what is missing.
std::string_view excludes(const Candidate& a, const Candidate& b, const Common& common, std::string_view& why) {
    const Fact &x = *a.fact, &y = *b.fact;
    why = "they do not deny each other";
    if (x.ambiguous || y.ambiguous) {
        why = "one report tells of both";
        return {};
    }
    if (!common.tiny && (x.sentence > latest || y.sentence > latest || x.hindered || y.hindered)) {
        why = "not what the reports are about"; // what was prevented here may have been done there
        return {};
    }
    if (common.tiny && outdone(a, b) && x.earlier == y.earlier && !contrasted(x.content, y.content)) {
        Verdict here;
        if (!happeningVeto(a, b, common, here))
            return "who was outdone in one report does it in the other";
    }
    Opposed o(a, b, common);
    if (!o.any())
        return {};
    if (abilitiesApart(x, y) || (mayBe(x, y) && !o.contained)) {
        why = "one is told as what may be done";
        return {};
    }
    o.measure();
    for (const Doubt& doubt : doubts)
        if (doubt.apart(o)) {
            why = doubt.why;
            return {};
        }
    return o.how();
}

/// Of two reports of more than two sentences: may the two deny each other, stand on two sides, or be told the one way
/// round and the other?
bool mayExclude(const Fact& x, const Fact& y) {
    if (x.ambiguous || y.ambiguous || x.hindered || y.hindered || (x.said.negative && y.said.negative))
        return false;
    if (x.said.negative != y.said.negative)
        return x.slot.event == y.slot.event || (!x.slot.head.empty() && x.slot.head == y.slot.head);
    const bool whole = !x.doers.empty() && !x.dones.empty() && !y.doers.empty() && !y.dones.empty();
    return (x.matters & y.matters) != 0 ||
           (whole && (x.slot.event == y.slot.event || kindred(x.slot.event, y.slot.event)));
}

/// What excludes() asks of any two, where nobody wants to read which of it is missing.
bool outOfReach(const Fact& x, const Fact& y, const Common& common) {
    if (common.tiny)
        return overlap(x.content, y.content) + overlap(x.subjects, y.subjects) == 0;
    return x.sentence > latest || y.sentence > latest || !mayExclude(x, y) ||
           overlap(x.content, y.content) < leastShared(common);
}

/// Do the figures of the two sentences contradict each other? Then what was done with them is no second conflict.
bool figuresTell(const Candidate& a, const Candidate& b, const Common& common) {
    for (std::uint32_t i = 0; i < a.in->facts.size(); ++i) {
        const Fact& x = a.in->facts[i];
        if (x.sentence != a.fact->sentence || !numeric(x.kind))
            continue;
        for (std::uint32_t j = 0; j < b.in->facts.size(); ++j) {
            const Fact& y = b.in->facts[j];
            if (y.sentence != b.fact->sentence || y.kind != x.kind || !x.said.set || !y.said.set ||
                setsMeet(*x.said.set, *y.said.set))
                continue;
            Verdict here;
            sameNumber({a.article, i, &x, a.in}, {b.article, j, &y, b.in}, common, here);
            if (here.gate == Gate::Join)
                return true;
        }
    }
    return false;
}

/// Do the two sentences exclude each other by a statement that stands earlier, or by how a matter ended? One conflict
/// is told once.
bool toldAlready(const Candidate& a, const Candidate& b, const Common& common) {
    // The same order whichever report is asked first: the longer sentence's statements one by one.
    const std::string_view one = a.fact->said.sentence.of(a.in->text), other = b.fact->said.sentence.of(b.in->text);
    if (one.size() != other.size() ? one.size() < other.size() : one < other)
        return toldAlready(b, a, common);
    std::string_view why;
    for (std::uint32_t i = 0; i < a.in->facts.size(); ++i) {
        const Fact& x = a.in->facts[i];
        if (x.sentence != a.fact->sentence ||
            (x.kind != claim::ClaimKind::Statement && x.kind != claim::ClaimKind::Responsibility))
            continue;
        for (std::uint32_t j = 0; j < b.in->facts.size(); ++j) {
            const Fact& y = b.in->facts[j];
            if (y.kind == claim::ClaimKind::Responsibility && y.sentence == b.fact->sentence && x.kind == y.kind)
                return true;
            if (y.sentence != b.fact->sentence || y.kind != x.kind || isDeed(x) != isDeed(y))
                continue;
            if (!isDeed(x)) {
                if (x.slot.event == y.slot.event && (x.subject != y.subject) != (x.said.negative != y.said.negative))
                    return true;
                continue;
            }
            if (&x == a.fact && &y == b.fact)
                return false;
            Candidate p = a, q = b;
            p.fact = &x, p.index = i;
            q.fact = &y, q.index = j;
            if (!excludes(p, q, common, why).empty())
                return true;
        }
    }
    return false;
}

} // namespace

bool mayMeet(const Fact& fact, const Common& common) {
    return !isDeed(fact) || common.tiny || fact.sentence <= latest;
}

bool neverMeet(const Fact& a, const Fact& b, const Common& common) {
    return isDeed(a) && isDeed(b) && outOfReach(a, b, common);
}

void sameStatement(const Candidate& a, const Candidate& b, const Common& common, Verdict& v) {
    if (!common.few || a.article == b.article)
        return void(v.no("one report, or one among many"));
    if (!v.explain && outOfReach(*a.fact, *b.fact, common))
        return void(v.gate = Gate::No);
    std::string_view why;
    const std::string_view how = excludes(a, b, common, why);
    if (how.empty())
        return void(v.no(why));
    if (toldAlready(a, b, common) || figuresTell(a, b, common))
        return void(v.no("their sentences exclude each other already"));
    v.strength = 2;
    v.say(how);
    if (a.fact->takesUp || b.fact->takesUp)
        v.say("a pronoun takes up the sentence before");
    v.say("their sentences share ", std::to_string(likeness(a, b).words), " content words");
    v.join();
}

} // namespace countercheck::compare::gate
