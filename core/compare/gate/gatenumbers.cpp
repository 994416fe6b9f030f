// SPDX-License-Identifier: GPL-3.0-or-later
// Figures: by what their claims are about, and by the figure itself.
#include "core/compare/gate/gatesole.h"

#include "core/claim/parts.h"
#include "core/compare/relate.h"
#include "core/compare/words/concepts.h"
#include "core/compare/words/lookups.h"
#include "core/compare/words/opposites.h"
#include "core/compare/words/wordlists.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <utility>

namespace countercheck::compare::gate {

using claim::ClaimKind;
using claim::oneOf;
using SlotRelation = claim::Relation;

/// A handful of reports, shown beyond what their choice shows to tell of one event.
bool firm(const Common& common) {
    return common.few && common.names >= 1 &&
           (common.followUp || ((common.leadTimesMeet || common.leadWords >= 3) && !common.leadTimesApart));
}

bool before(const Fact& f, const Candidate& now) {
    constexpr std::int64_t longAgo = 60 * 86400;
    const claim::Anchor &x = f.anchor, &y = now.fact->anchor;
    std::optional<std::int64_t> then = now.in->published;
    if (y.explicitTime && y.time)
        then = y.time->from;
    else if (now.in->leadTime)
        then = now.in->leadTime->from;
    return (x.background && !y.background) ||
           (x.explicitTime && x.time && !x.time->openTo && then && *then - x.time->to > longAgo);
}

bool rare(const Digest& report, std::uint32_t word) {
    return !std::binary_search(report.frequent.begin(), report.frequent.end(), word);
}

bool changeAndLevel(const Fact& a, const Fact& b) {
    static const auto directions = conceptsOf(Family::Direction);
    return (a.kind == ClaimKind::Money || a.kind == ClaimKind::Percentage) &&
           (overlap(a.near, directions) > 0) != (overlap(b.near, directions) > 0);
}

bool foretoldApart(const Fact& a, const Fact& b) {
    const auto foretold = [](const Fact& f) {
        return f.slot.relation == SlotRelation::Copula && listed(Family::Forecast, f.slot.event);
    };
    const auto known = [](const Fact& f) {
        return !f.asked && !f.slot.event.empty() && !listed(Family::Forecast, f.slot.event);
    };
    return a.kind != ClaimKind::Count && ((foretold(a) && known(b)) || (foretold(b) && known(a))) &&
           !sameAmount(a.said, b.said);
}

const std::vector<std::uint32_t>& wordsAround(const Fact& f) {
    return !f.beside.empty() ? f.beside : !f.near.empty() ? f.near : f.content;
}

std::vector<std::uint32_t> namedBeside(const Fact& f) {
    const std::vector<std::uint32_t>& around = wordsAround(f);
    std::vector<std::uint32_t> out;
    for (const std::uint32_t word : around)
        if (std::find(f.names.begin(), f.names.end(), word | 1u) != f.names.end())
            out.push_back(word);
    return out;
}

namespace {

/// "Tens of thousands of demonstrators", "nine demonstrators".
bool otherOrder(const read::FigureSet& vague, const read::FigureSet& figure) {
    return !vague.headline && vague.low && figure.headline && *figure.headline < *vague.low &&
           *figure.headline->times(read::Decimal(20)) < *vague.low;
}

/// "Several shops", "hundreds of shops"; "dozens of lives", "more than 660 lives": nobody calls so many several, and
/// the one is a part of the other, or of another happening. "Many" and "thousands" may be any number.
bool beyond(const Candidate& c, const read::FigureSet& figure) {
    const read::FigureSet& vague = *c.fact->said.set;
    const auto &least = vague.low, &much = figure.headline ? figure.headline : figure.low;
    static constexpr read::Decimal two(2), hundreds(200), several(30);
    if (vague.headline || vague.qualifier != read::Qualifier::Vague || !least || !much || hundreds < *least)
        return false;
    if (*least != two)
        return *least->times(read::Decimal(12)) < *much;
    const std::string_view words = c.fact->said.words.of(c.in->text);
    static constexpr std::array<std::string_view, 5> many{"any", "umerous", "ultiple", "nombreu", "lusieurs"};
    return several < *much &&
           std::ranges::none_of(many, [&](std::string_view w) { return words.find(w) != std::string_view::npos; });
}

/// The deed that is told nearest to the figure in its sentence; empty: none.
std::string_view deedBeside(const Candidate& c) {
    const Fact* nearest = nullptr;
    const auto gap = [&](const Fact& f) {
        const std::uint32_t at = f.said.words.begin, own = c.fact->said.words.begin;
        return at < own ? own - at : at - own;
    };
    c.in->eachIn(c.fact->sentence, [&](const Fact& f) {
        if (isDeed(f) && (!nearest || gap(f) < gap(*nearest)))
            nearest = &f;
    });
    return nearest ? nearest->slot.event : std::string_view();
}

/// "Suspected cases": not those that are confirmed.
bool suspected(const Fact& f) {
    return oneOf(f.slot.modifiers, {"suspected", "suspect", "probable", "possible"});
}

/// A slot that no table vouches for: the sentences have to match.
bool weakSlot(const Fact& x, const Fact& y) {
    return !x.slot.classified || !y.slot.classified || x.slot.relation == SlotRelation::Adjunct ||
           x.slot.relation == SlotRelation::Copula || x.slot.relation == SlotRelation::None ||
           x.kind != ClaimKind::Count;
}

void bySlots(const Candidate& a, const Candidate& b, const Common& common, Verdict& v);

/// Large amounts of which one is at least four fifths of the other: hardly of two payments of one deal.
bool closeAmounts(const Fact& x, const Fact& y) {
    static constexpr read::Decimal large(1000000);
    const auto most = [](const read::FigureSet& s) { return s.headline ? s.headline : s.high; };
    const auto p = most(*x.said.set), q = most(*y.said.set);
    return p && q && !(*p < large) && read::Decimal::within(std::min(*p, *q), std::max(*p, *q), 20);
}

/// Counts told with other events, other nouns and no word in common: no road leads from the one to the other. Most
/// pairs are so.
bool nothingShared(const Candidate& a, const Candidate& b) {
    const Fact &x = *a.fact, &y = *b.fact;
    return x.kind == ClaimKind::Count && x.slot.event != y.slot.event && !unhurt(x, y) && !unhurt(y, x) &&
           (x.slot.head != y.slot.head || x.slot.event.empty() || y.slot.event.empty()) &&
           (x.thing == 0 || x.thing != y.thing) && a.in->language == b.in->language &&
           overlap(x.content, y.content) == 0 && !kindred(x.slot.event, y.slot.event);
}

} // namespace

bool neverJoins(const Fact& a, const Fact& b, const Common& common) {
    constexpr double order = 3.01; // what every road but that by slots asks of two amounts, and a little more
    // Of shares beside one name, and of what an event has one of, the amounts are not asked for.
    if (!numeric(a.kind) || a.kind == ClaimKind::Percentage || common.tiny || a.slot.unit != b.slot.unit ||
        a.said.unit != b.said.unit || a.none || b.none || (a.measures.size() == 1 && a.measures == b.measures))
        return false;
    const auto &p = a.said.set->headline, &q = b.said.set->headline;
    if (!p || !q || p->isZero() || q->isZero())
        return false;
    const double x = p->toDouble(), y = q->toDouble();
    if (!(x > 0 && y > 0 && (x > y * order || y > x * order)))
        return false;
    // By slots they are of one event, or told with verbs that come near each other.
    const claim::Slot &s = a.slot, &t = b.slot;
    if (s.event.empty() || t.event.empty() || s.event == t.event)
        return s.event.empty() || t.event.empty();
    return s.head != t.head ||
           (!kindred(s.event, t.event) && (s.classified || t.classified || !verbsClose(s.event, t.event)));
}

void sameNumber(const Candidate& a, const Candidate& b, const Common& common, Verdict& v) {
    if (!v.explain && nothingShared(a, b))
        return;
    const auto another = [](const Candidate& c) { // "another sect in Oregon has 9,000 followers"
        return c.fact->said.sentence.of(c.in->text).starts_with("Another ");
    };
    if (common.tiny && another(a) != another(b))
        return void(v.no("one tells of another one of the sort"));
    if (foretoldApart(*a.fact, *b.fact))
        return void(v.no("one is what is foreseen, the other is not"));
    if (a.article != b.article && a.fact->said.set && b.fact->said.set &&
        (beyond(a, *b.fact->said.set) || beyond(b, *a.fact->said.set)))
        return void(v.no("figures of another order"));
    if (a.fact->doer != 0 && b.fact->doer != 0 && a.fact->doer != b.fact->doer)
        return void(v.no("records of two"));
    const bool loose = a.fact->loose || b.fact->loose;
    if (loose)
        v.no("it is not clear what one of them is about");
    else
        bySlots(a, b, common, v);
    if (v.gate == Gate::Join || !common.few || a.article == b.article)
        return;
    if (bareFigures(a, b, common)) {
        v.because.clear();
        v.strength = 2;
        v.say("the one report is a short sentence that speaks of nothing else, and each gives one figure of the sort");
        return void(v.join());
    }
    if (!loose)
        byWording(a, b, common, v);
    if (v.gate != Gate::Join)
        byWeight(a, b, common, v);
}

namespace {

/// "19 drown", and below it "at least 19 migrants drowned": a headline leaves the hedge out.
bool oneFigure(const Fact& x, const Fact& y) {
    const auto &p = x.said.set->headline, &q = y.said.set->headline;
    return (x.sentence == 0 || y.sentence == 0) && p && q && *p == *q && setsMeet(*x.said.set, *y.said.set);
}

} // namespace

bool apartInOneQuestion(const Candidate& a, const Candidate& b, const Common& common) {
    const Fact &x = *a.fact, &y = *b.fact;
    if (x.kind != y.kind || !numeric(x.kind))
        return !equalAnswers(a, b, common);
    // A headline's "hundreds" and the figure behind it are one.
    const auto vague = [](const Fact& f) { return f.said.set && !f.said.set->headline; };
    if (a.article == b.article)
        return !sameSet(a, b) && !oneFigure(x, y) && !a.in->disputed(a.index, b.index) &&
               !((vague(x) || vague(y)) && (x.sentence == 0 || y.sentence == 0) && setsMeet(*x.said.set, *y.said.set));
    if (x.slot.unit != y.slot.unit && !(x.kind == ClaimKind::Measure && sameDimension(x.slot.unit, y.slot.unit)))
        return true;
    if (!x.sum.empty() || !y.sum.empty() || x.negatedVerb != y.negatedVerb || bodiesApart(x, y, common) ||
        markVeto(x, y) || otherMeasures(x, y) || common.longApart)
        return true;
    if (listed(Family::Fresh, x.slot.modifiers) != listed(Family::Fresh, y.slot.modifiers))
        return true;
    if (x.slot.classified && y.slot.classified && x.slot.event != y.slot.event && !kindred(x.slot.event, y.slot.event))
        return true;
    if (x.kind == ClaimKind::Count && x.slot.headClass != y.slot.headClass && !x.slot.head.empty() &&
        !y.slot.head.empty() && !sameHead(x, y) && !sameThing(x, y))
        return true;
    // "65 percent of traffic", "82 percent of voice capability"
    if (x.kind == ClaimKind::Percentage && !x.slot.head.empty() && !y.slot.head.empty() && !sameThing(x, y) &&
        !sameAmount(x.said, y.said))
        return true;
    if (!sameAmount(x.said, y.said) && (sequel(a, b) || wished(a, b) || ofAnother(x, y) || x.partitive != y.partitive))
        return true;
    const auto &p = x.said.set->headline, &q = y.said.set->headline;
    if (x.kind == ClaimKind::Count && p && q && !x.none && !y.none && farApart(*p, *q, 10))
        return true;
    if (!sameAmount(x.said, y.said) && offTheEvent(a, b))
        return true;
    // That one reports and the other looks back, or on which day each was told, does not part what a third joins.
    const claim::Anchor &s = x.anchor, &t = y.anchor;
    constexpr std::int64_t week = 7 * 86400;
    const bool close = s.time && t.time && !s.time->openFrom && !t.time->openFrom &&
                       std::max(s.time->from - t.time->to, t.time->from - s.time->to) < week;
    if (s.period != t.period && !periodShared(a, b, common) && !close)
        return true;
    if (s.explicitTime && t.explicitTime && s.time && t.time && !meet(*s.time, *t.time) && !close &&
        !running(a, b, common))
        return true;
    return elsewhere(a, b) && !placesMentioned(a, b);
}

namespace {

void bySlots(const Candidate& a, const Candidate& b, const Common& common, Verdict& v) {
    const Fact &x = *a.fact, &y = *b.fact;
    const bool oneReport = a.article == b.article;
    // Vetoes, the cheapest first.
    if (bodiesApart(x, y, common))
        return void(v.no("one counts bodies that were found"));
    if (x.kind == ClaimKind::Money && x.slot.unit != y.slot.unit)
        return void(v.no("other currencies, and no dated rate"));
    if (!x.sum.empty() || !y.sum.empty()) {
        if (oneReport || (!x.sum.empty() && !y.sum.empty()) || *x.said.set->headline != y.said.set->headline)
            return void(v.no("a sum of listed parts that the other report does not give"));
    }
    const bool same = sameAmount(x.said, y.said);
    if (oneReport && !same && x.asked != y.asked) // "demands 9 percent; the company has offered 4"
        return void(v.no("one is what somebody asks for"));
    // Where longer reports are shown to tell of one event, what else their sentences name says little.
    const bool whole = firm(common) && !common.tiny && x.slot.classified && y.slot.classified;
    if (!oneReport && common.few && !whole && !same &&
        (otherTitles(x, y) || otherSubjects(x, y) || otherComplements(x, y)))
        return void(v.no("the sentences name other things"));
    const bool near = x.slot.unit == y.slot.unit && (x.kind != ClaimKind::Count || x.slot.head.empty() ||
                                                     y.slot.head.empty() || x.slot.headClass == y.slot.headClass);
    if (!oneReport && common.few && near && !same) {
        if (otherGroup(a, b) || sequel(a, b))
            return void(v.no("one is of another group of people, or of what came after"));
        if (wished(a, b))
            return void(v.no("one is what somebody asks for"));
        if (ofAnother(x, y) || otherStretches(a, b))
            return void(v.no("one is of another measure or stretch"));
        if (answeredBeside(a, b))
            return void(v.no("another figure of one sentence answers the other"));
        if (otherBeings(a, b))
            return void(v.no("both are parts of a whole, and nothing shows that it is the same part"));
    }
    if (!oneReport && (sameFigure(a, b, common, v) || onlyCount(a, b, common, v) || onlyMeasure(a, b, common, v) ||
                       onlyAttribute(a, b, common, v) || onlySize(a, b, common, v) || onlyShare(a, b, common, v) ||
                       nearest(a, b, common, v)))
        return;
    if (x.slot.event.empty() || y.slot.event.empty())
        return void(v.no("it is not clear what one of them is about"));
    const bool sameEvent = x.slot.event == y.slot.event || unhurt(x, y) || unhurt(y, x);
    const bool kin = !sameEvent && sameThing(x, y) && kindred(x.slot.event, y.slot.event);
    if (!sameEvent && !kin &&
        (x.slot.classified || y.slot.classified || x.slot.head != y.slot.head ||
         !verbsClose(x.slot.event, y.slot.event)))
        return void(v.no("one is about “", x.slot.event, "”, the other about “", y.slot.event, "”"));
    if (unhurt(x, y) || unhurt(y, x))
        v.say("where nobody was hurt nobody was killed");
    else if (sameEvent)
        v.say("same event, “", x.slot.event, "”");
    else
        v.say("“", x.slot.event, "” and “", y.slot.event, kin ? "” tell one deed" : "” are close in WordNet");
    // "Pays 4 billion for it", "buys it for 4 billion", "its 4-billion purchase": one price, wherever it stands.
    const auto priced = [](const Fact& f) { return f.kind == ClaimKind::Money && kindred(f.slot.event, "deal"); };
    const bool prices = priced(x) && priced(y);
    // "Will pay 12 to 13 billion", "its 13.9-billion purchase": of one deal, where both reports plainly tell of one.
    const bool onePrice = prices && !oneReport && firm(common) && !common.tiny && closeAmounts(x, y);
    if (x.slot.relation != y.slot.relation && !prices &&
        !(x.slot.event == y.slot.event && listed(Family::OneParty, x.slot.event)))
        return void(v.no("one counts who did it, the other who suffered it, or what stands beside it"));
    if (x.slot.preposition != y.slot.preposition && !prices &&
        (x.slot.relation == SlotRelation::Adjunct || y.slot.relation == SlotRelation::Adjunct))
        return void(v.no("one stands behind “", x.slot.preposition, "”, the other behind “", y.slot.preposition, "”"));
    if (otherMeasures(x, y))
        return void(v.no("they give other measures"));
    if (otherHour(x, y))
        return void(v.no("they speak of different times"));
    if (!oneReport && !same && common.few && (otherTitles(x, y) || onlyNames(x, y)))
        return void(v.no("the sentences name other things, or nothing but names"));
    std::string why;
    std::string* const ask = v.explain ? &why : nullptr;
    if (markVeto(x, y, ask))
        return void(v.no(why));
    if (!sameHead(x, y, ask)) {
        if (!(sameEvent || kin) || x.slot.head.empty() || y.slot.head.empty() || !sameThing(x, y))
            return void(v.no(why));
        if (v.explain)
            why = text::explainedBy("“", x.slot.head, "” and “", y.slot.head, "” name one thing in the news");
    }
    // "38 confirmed cases", "120 suspected cases"
    if (x.slot.head == "case" && y.slot.head == "case" && !same && suspected(x) != suspected(y))
        return void(v.no("one counts what is suspected, the other what is confirmed"));
    // "140 new cases" and "1,260 cases in all"
    const auto fresh = [](const Fact& f) { return listed(Family::Fresh, f.slot.modifiers); };
    if (fresh(x) != fresh(y))
        return void(v.no("one counts only what is new"));
    if (common.longApart && !(x.anchor.explicitTime && y.anchor.explicitTime) && !same)
        return void(v.no("the reports were published more than a month apart, and do not say of what day they speak"));
    v.say("same count: ", why);
    v.strength += 2;
    const int before = v.strength;
    if (happeningVeto(a, b, common, v))
        return;
    const bool placed = v.strength > before; // their times or places meet
    const bool rivals = !oneReport && !setsMeet(*x.said.set, *y.said.set) && !same;
    if (rivals && x.kind == ClaimKind::Measure && !x.slot.classified && x.slot.relation == SlotRelation::Copula) {
        const std::string_view p = deedBeside(a),
                               q = deedBeside(b); // "was carrying 77,000 tonnes", "63,000 tonnes leaked"
        if (!p.empty() && !q.empty() && p != q && !kindred(p, q) && !verbsClose(p, q) && !listed(Family::Light, p) &&
            !listed(Family::Light, q))
            return void(v.no("one is about “", p, "”, the other about “", q, "”"));
    }
    if (rivals && x.kind == ClaimKind::Count && !x.none && !y.none && x.said.set->headline && y.said.set->headline) {
        if (farApart(*x.said.set->headline, *y.said.set->headline, 10))
            return void(v.no("figures of another order"));
    }
    if (rivals && x.kind == ClaimKind::Count && (x.partitive != y.partitive || (weakSlot(x, y) && plannedApart(x, y))))
        return void(v.no("one is a part of the whole or a plan"));
    if (rivals && !onePrice && x.kind != ClaimKind::Count && !x.foreseen && !y.foreseen && plannedApart(x, y))
        return void(v.no("one is a part of the whole or a plan"));
    if (rivals && common.few && !common.tiny && offTheEvent(a, b))
        return void(v.no("one gives a time or a place that lies off the event of which the other report tells"));
    if (rivals && x.slot.relation == SlotRelation::Adjunct && otherObjects(x, y))
        return void(v.no("the sentences name other things")); // "adopted the budget by 31 votes"
    if (rivals && (aboutOther(a, b) || aboutOther(b, a)))
        return void(v.no("one sentence is about something that the other report never names"));
    if ((rivals || (common.few && !common.tiny && !oneReport)) && strangers(a, b, common))
        return void(v.no("the two reports name things, and none that both name"));
    if (rivals && weakSlot(x, y) && otherBodies(x, y) && !(onePrice && namesShared(x, y)))
        return void(v.no("their sentences name other organisations"));
    if (rivals && weakSlot(x, y) && namesApart(x, y))
        return void(v.no("each sentence names something, and none that both name"));
    const bool foreign = a.in->language != b.in->language && (common.names > 0 || common.leadTimesMeet);
    const std::size_t words = sharedWords(a, b, common);
    const double clause = std::max(share(x.near, y.near), foreign ? 0.6 : 0.0);
    if (clause >= 0.5 && words >= 2) {
        v.say("their sentences share ", std::to_string(words), " content words");
        v.strength += clause >= 0.75 ? 2 : 1;
    }
    // "Two children" beside "three people": the smaller, narrower count may be a part of the wider one.
    const read::FigureSet &s = *x.said.set, &t = *y.said.set;
    if (!oneReport && (mayBePart(x, y) || mayBePart(y, x)))
        return void(v.no("the narrower count may be a part of the wider one"));
    const bool part =
        x.marks.ofThem || x.marks.other || x.marks.more || (x.marks.listed && y.marks.listed) || (x.part && y.part);
    if (part && !oneReport && !(clause >= 0.5 && words >= 3))
        return void(v.no("both are parts of a whole, and nothing shows that it is the same part"));
    if (oneReport && !sameSet(a, b) && !a.in->disputed(a.index, b.index))
        return void(v.no("one report, and nothing in it sets the two figures against each other"));

    if (!oneReport && listed(Family::Light, x.slot.event) && sharesApart(x, y))
        return void(v.possible("but they are shares of one set, and nothing shows that they tell one thing of it"));

    // Then evidence: below the line, a person may join them.
    const bool weak = weakSlot(x, y);
    const bool backed =
        firm(common) && sameEvent && !x.slot.event.empty() && (same ? words >= 1 : words >= 2 && clause >= 0.5);
    if (weak && !backed && !onePrice && !(clause >= 0.6 && words >= 2))
        return void(v.possible("but their sentences have too little in common"));
    // "Hundreds" beside a figure that is none of them, of something that no table lists: rather two things than a
    // rivalry.
    const auto vague = [](const read::FigureSet& f) { return !f.headline && !(f.low && f.high); };
    if (weak && !x.none && !y.none && (vague(s) || vague(t)) && !setsMeet(s, t))
        return void(v.possible("but one gives no figure, and nothing shows that they count the same"));
    if (rivals && !x.none && !y.none && (otherOrder(s, t) || otherOrder(t, s)))
        return void(v.possible("but the figures are of another order"));
    if (!(clause >= 0.5 && words >= 3 && (common.few || common.ownNames >= 3) && (!rivals || placesMentioned(a, b))) &&
        elsewhere(a, b))
        return void(v.possible("but they name places that are not shown to be one"));
    if (x.anchor.background && y.anchor.background && !(x.anchor.explicitTime && y.anchor.explicitTime) &&
        !(clause >= 0.6 && words >= 4))
        return void(v.possible("but both are told as what went before, and nothing shows that it is one happening"));
    const bool early = x.sentence <= 3 || y.sentence <= 3;
    const bool bare = x.slot.head.empty() || y.slot.head.empty();
    if ((bare || (!early && !placed && common.names < 3)) && !common.tiny && words < 3 && !oneReport && !firm(common))
        return void(v.possible("but their sentences have too little in common"));
    // Figures of another order are rather of two things, unless the sentences match.
    const bool match = words >= 5 && clause >= 0.75;
    if (!oneReport && !common.tiny && (weak ? !match : words < 4) && s.headline && t.headline && !x.none && !y.none) {
        if (farApart(*s.headline, *t.headline, 4))
            return void(v.possible("but the figures are of another order, and their sentences do not match"));
    }
    // A report that gives several figures for one slot speaks of several happenings: then the sentences must match.
    if ((x.ambiguous || y.ambiguous) && !oneReport && !(words >= 3 && share(x.content, y.content) >= 0.4) &&
        clause < 0.75 && !(firm(common) && words >= 2))
        return void(v.possible("but one report gives several such figures, and their sentences do not match"));
    if (!oneReport && !oneHappening(common, words))
        return void(v.possible("but nothing shows that the two reports speak of one happening"));
    v.join();
}

} // namespace

} // namespace countercheck::compare::gate
