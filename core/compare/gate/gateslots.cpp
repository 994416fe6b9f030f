// SPDX-License-Identifier: GPL-3.0-or-later
// Figures by what their claims are about.
#include "core/compare/gate/gatesole.h"

#include "core/claim/parts.h"
#include "core/compare/relate.h"
#include "core/compare/words/concepts.h"
#include "core/compare/words/lookups.h"
#include "core/compare/words/opposites.h"
#include "core/compare/words/wordlists.h"

#include <algorithm>
#include <string>

namespace countercheck::compare::gate {

using claim::ClaimKind;
using claim::oneOf;
using SlotRelation = claim::Relation;

namespace {

/// "Tens of thousands of demonstrators", "nine demonstrators".
bool otherOrder(const read::FigureSet& vague, const read::FigureSet& figure) {
    return !vague.headline && vague.low && figure.headline && *figure.headline < *vague.low &&
           *figure.headline->times(read::Decimal(20)) < *vague.low;
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

/// Large amounts of which one is at least four fifths of the other: hardly of two payments of one deal.
bool closeAmounts(const Fact& x, const Fact& y) {
    static constexpr read::Decimal large(1000000);
    const auto most = [](const read::FigureSet& s) { return s.headline ? s.headline : s.high; };
    const auto p = most(*x.said.set), q = most(*y.said.set);
    return p && q && !(*p < large) && read::Decimal::within(std::min(*p, *q), std::max(*p, *q), 20);
}

/// Two figures on the road by slots: what speaks against one question, the cheapest first, then what speaks for it.
/// Each step says whether it has decided.
class BySlots {
public:
    BySlots(const Candidate& first, const Candidate& second, const Common& between, Verdict& verdict)
        : a(first), b(second), x(*a.fact), y(*b.fact), common(between), v(verdict), oneReport(a.article == b.article),
          same(sameAmount(x.said, y.said)) {}
    void judge() {
        if (apartAtOnce() || otherThings() || onlyOnes() || otherEvents() || otherSlots() || otherParts())
            return;
        const int before = v.strength;
        if (happeningVeto(a, b, common, v))
            return;
        placed = v.strength > before;
        rivals = !oneReport && !setsMeet(*x.said.set, *y.said.set) && !same;
        if (rivalsApart() || strangersApart())
            return;
        weigh();
        if (partsApart() || tooLittle() || otherOrders() || otherPlaces() || otherHappenings())
            return;
        v.join();
    }

private:
    template <class... Parts> bool no(const Parts&... parts) {
        v.no(parts...);
        return true;
    }
    template <class... Parts> bool possible(const Parts&... parts) {
        v.possible(parts...);
        return true;
    }
    bool apartAtOnce();
    bool otherThings();
    bool onlyOnes();
    bool otherEvents();
    bool otherSlots();
    bool otherParts();
    bool rivalsApart();
    bool strangersApart();
    void weigh();
    bool partsApart();
    bool tooLittle();
    bool otherOrders();
    bool otherPlaces();
    bool otherHappenings();

    const Candidate &a, &b;
    const Fact &x, &y;
    const Common& common;
    Verdict& v;
    const bool oneReport, same;
    bool sameEvent = false;
    bool onePrice = false; ///< of one deal, where both reports plainly tell of one
    bool kin = false;      ///< their events tell one deed
    bool placed = false;   ///< their times or places meet
    bool rivals = false;   ///< of two reports, and no figure fits both
    bool weak = false;     ///< no table vouches for the slot
    std::size_t words = 0; ///< that their sentences share
    double clause = 0;     ///< how much their clauses share
};

bool BySlots::apartAtOnce() {
    if (bodiesApart(x, y, common))
        return no("one counts bodies that were found");
    if (x.kind == ClaimKind::Money && x.slot.unit != y.slot.unit)
        return no("other currencies, and no dated rate");
    if (!x.sum.empty() || !y.sum.empty()) {
        if (oneReport || (!x.sum.empty() && !y.sum.empty()) || *x.said.set->headline != y.said.set->headline)
            return no("a sum of listed parts that the other report does not give");
    }
    if (oneReport && !same && x.asked != y.asked) // "demands 9 percent; the company has offered 4"
        return no("one is what somebody asks for");
    return false;
}

bool BySlots::otherThings() {
    // Where longer reports are shown to tell of one event, what else their sentences name says little.
    const bool whole = firm(common) && !common.tiny && x.slot.classified && y.slot.classified;
    if (!oneReport && common.few && !whole && !same &&
        (otherTitles(x, y) || otherSubjects(x, y) || otherComplements(x, y)))
        return no("the sentences name other things");
    const bool near = x.slot.unit == y.slot.unit && (x.kind != ClaimKind::Count || x.slot.head.empty() ||
                                                     y.slot.head.empty() || x.slot.headClass == y.slot.headClass);
    if (oneReport || !common.few || !near || same)
        return false;
    if (otherGroup(a, b) || sequel(a, b))
        return no("one is of another group of people, or of what came after");
    if (wished(a, b))
        return no("one is what somebody asks for");
    if (ofAnother(x, y) || otherStretches(a, b))
        return no("one is of another measure or stretch");
    if (answeredBeside(a, b))
        return no("another figure of one sentence answers the other");
    if (otherBeings(a, b))
        return no("both are parts of a whole, and nothing shows that it is the same part");
    return false;
}

/// Each the only figure of its sort, or the other's nearest.
bool BySlots::onlyOnes() {
    return !oneReport && (sameFigure(a, b, common, v) || onlyCount(a, b, common, v) || onlyMeasure(a, b, common, v) ||
                          onlyAttribute(a, b, common, v) || onlySize(a, b, common, v) || onlyShare(a, b, common, v) ||
                          nearest(a, b, common, v));
}

bool BySlots::otherEvents() {
    if (x.slot.event.empty() || y.slot.event.empty())
        return no("it is not clear what one of them is about");
    sameEvent = x.slot.event == y.slot.event || unhurt(x, y) || unhurt(y, x);
    kin = !sameEvent && sameThing(x, y) && kindred(x.slot.event, y.slot.event);
    if (!sameEvent && !kin &&
        (x.slot.classified || y.slot.classified || x.slot.head != y.slot.head ||
         !verbsClose(x.slot.event, y.slot.event)))
        return no("one is about “", x.slot.event, "”, the other about “", y.slot.event, "”");
    if (unhurt(x, y) || unhurt(y, x))
        v.say("where nobody was hurt nobody was killed");
    else if (sameEvent)
        v.say("same event, “", x.slot.event, "”");
    else
        v.say("“", x.slot.event, "” and “", y.slot.event, kin ? "” tell one deed" : "” are close in WordNet");
    return false;
}

bool BySlots::otherSlots() {
    // "Pays 4 billion for it", "buys it for 4 billion", "its 4-billion purchase": one price, wherever it stands.
    const auto priced = [](const Fact& f) { return f.kind == ClaimKind::Money && kindred(f.slot.event, "deal"); };
    const bool prices = priced(x) && priced(y);
    // "Will pay 12 to 13 billion", "its 13.9-billion purchase"
    onePrice = prices && !oneReport && firm(common) && !common.tiny && closeAmounts(x, y);
    if (x.slot.relation != y.slot.relation && !prices &&
        !(x.slot.event == y.slot.event && listed(Family::OneParty, x.slot.event)))
        return no("one counts who did it, the other who suffered it, or what stands beside it");
    if (x.slot.preposition != y.slot.preposition && !prices &&
        (x.slot.relation == SlotRelation::Adjunct || y.slot.relation == SlotRelation::Adjunct))
        return no("one stands behind “", x.slot.preposition, "”, the other behind “", y.slot.preposition, "”");
    if (otherMeasures(x, y))
        return no("they give other measures");
    if (otherHour(x, y))
        return no("they speak of different times");
    if (!oneReport && !same && common.few && (otherTitles(x, y) || onlyNames(x, y)))
        return no("the sentences name other things, or nothing but names");
    return false;
}

bool BySlots::otherParts() {
    std::string why;
    std::string* const ask = v.explain ? &why : nullptr;
    if (markVeto(x, y, ask))
        return no(why);
    if (!sameHead(x, y, ask)) {
        if (!(sameEvent || kin) || x.slot.head.empty() || y.slot.head.empty() || !sameThing(x, y))
            return no(why);
        if (v.explain)
            why = text::explainedBy("“", x.slot.head, "” and “", y.slot.head, "” name one thing in the news");
    }
    // "38 confirmed cases", "120 suspected cases"
    if (x.slot.head == "case" && y.slot.head == "case" && !same && suspected(x) != suspected(y))
        return no("one counts what is suspected, the other what is confirmed");
    // "140 new cases" and "1,260 cases in all"
    const auto fresh = [](const Fact& f) { return listed(Family::Fresh, f.slot.modifiers); };
    if (fresh(x) != fresh(y))
        return no("one counts only what is new");
    if (common.longApart && !(x.anchor.explicitTime && y.anchor.explicitTime) && !same)
        return no("the reports were published more than a month apart, and do not say of what day they speak");
    v.say("same count: ", why);
    v.strength += 2;
    return false;
}

/// Figures of which no number fits both: are they of two things?
bool BySlots::rivalsApart() {
    if (!rivals)
        return false;
    if (x.kind == ClaimKind::Measure && !x.slot.classified && x.slot.relation == SlotRelation::Copula) {
        const std::string_view p = deedBeside(a),
                               q = deedBeside(b); // "was carrying 77,000 tonnes", "63,000 tonnes leaked"
        if (!p.empty() && !q.empty() && p != q && !kindred(p, q) && !verbsClose(p, q) && !listed(Family::Light, p) &&
            !listed(Family::Light, q))
            return no("one is about “", p, "”, the other about “", q, "”");
    }
    if (x.kind == ClaimKind::Count && !x.none && !y.none && x.said.set->headline && y.said.set->headline &&
        farApart(*x.said.set->headline, *y.said.set->headline, 10))
        return no("figures of another order");
    if (x.kind == ClaimKind::Count && (x.partitive != y.partitive || (weakSlot(x, y) && plannedApart(x, y))))
        return no("one is a part of the whole or a plan");
    if (!onePrice && x.kind != ClaimKind::Count && !x.foreseen && !y.foreseen && plannedApart(x, y))
        return no("one is a part of the whole or a plan");
    if (common.few && !common.tiny && offTheEvent(a, b))
        return no("one gives a time or a place that lies off the event of which the other report tells");
    if (x.slot.relation == SlotRelation::Adjunct && otherObjects(x, y))
        return no("the sentences name other things"); // "adopted the budget by 31 votes"
    if (aboutOther(a, b) || aboutOther(b, a))
        return no("one sentence is about something that the other report never names");
    return false;
}

bool BySlots::strangersApart() {
    if ((rivals || (common.few && !common.tiny && !oneReport)) && strangers(a, b, common))
        return no("the two reports name things, and none that both name");
    if (rivals && weakSlot(x, y) && otherBodies(x, y) && !(onePrice && namesShared(x, y)))
        return no("their sentences name other organisations");
    if (rivals && weakSlot(x, y) && namesApart(x, y))
        return no("each sentence names something, and none that both name");
    return false;
}

/// How much their sentences have in common.
void BySlots::weigh() {
    const bool foreign = a.in->language != b.in->language && (common.names > 0 || common.leadTimesMeet);
    words = sharedWords(a, b, common);
    clause = std::max(share(x.near, y.near), foreign ? 0.6 : 0.0);
    weak = weakSlot(x, y);
    if (clause >= 0.5 && words >= 2) {
        v.say("their sentences share ", std::to_string(words), " content words");
        v.strength += clause >= 0.75 ? 2 : 1;
    }
}

bool BySlots::partsApart() {
    // "Two children" beside "three people": the smaller, narrower count may be a part of the wider one.
    if (!oneReport && (mayBePart(x, y) || mayBePart(y, x)))
        return no("the narrower count may be a part of the wider one");
    const bool part =
        x.marks.ofThem || x.marks.other || x.marks.more || (x.marks.listed && y.marks.listed) || (x.part && y.part);
    if (part && !oneReport && !(clause >= 0.5 && words >= 3))
        return no("both are parts of a whole, and nothing shows that it is the same part");
    if (oneReport && !sameSet(a, b) && !a.in->disputed(a.index, b.index))
        return no("one report, and nothing in it sets the two figures against each other");
    return false;
}

// Then evidence: below the line, a person may join them.

bool BySlots::tooLittle() {
    if (!oneReport && listed(Family::Light, x.slot.event) && sharesApart(x, y))
        return possible("but they are shares of one set, and nothing shows that they tell one thing of it");
    const bool backed =
        firm(common) && sameEvent && !x.slot.event.empty() && (same ? words >= 1 : words >= 2 && clause >= 0.5);
    if (weak && !backed && !onePrice && !(clause >= 0.6 && words >= 2))
        return possible("but their sentences have too little in common");
    return false;
}

bool BySlots::otherOrders() {
    const read::FigureSet &s = *x.said.set, &t = *y.said.set;
    // "Hundreds" beside a figure that is none of them, of something that no table lists: rather two things than a
    // rivalry.
    const auto vague = [](const read::FigureSet& f) { return !f.headline && !(f.low && f.high); };
    if (weak && !x.none && !y.none && (vague(s) || vague(t)) && !setsMeet(s, t))
        return possible("but one gives no figure, and nothing shows that they count the same");
    if (rivals && !x.none && !y.none && (otherOrder(s, t) || otherOrder(t, s)))
        return possible("but the figures are of another order");
    return false;
}

bool BySlots::otherPlaces() {
    if (!(clause >= 0.5 && words >= 3 && (common.few || common.ownNames >= 3) && (!rivals || placesMentioned(a, b))) &&
        elsewhere(a, b))
        return possible("but they name places that are not shown to be one");
    if (x.anchor.background && y.anchor.background && !(x.anchor.explicitTime && y.anchor.explicitTime) &&
        !(clause >= 0.6 && words >= 4))
        return possible("but both are told as what went before, and nothing shows that it is one happening");
    const bool early = x.sentence <= 3 || y.sentence <= 3;
    const bool bare = x.slot.head.empty() || y.slot.head.empty();
    if ((bare || (!early && !placed && common.names < 3)) && !common.tiny && words < 3 && !oneReport && !firm(common))
        return possible("but their sentences have too little in common");
    return false;
}

bool BySlots::otherHappenings() {
    const read::FigureSet &s = *x.said.set, &t = *y.said.set;
    // Figures of another order are rather of two things, unless the sentences match.
    const bool match = words >= 5 && clause >= 0.75;
    if (!oneReport && !common.tiny && (weak ? !match : words < 4) && s.headline && t.headline && !x.none && !y.none &&
        farApart(*s.headline, *t.headline, 4))
        return possible("but the figures are of another order, and their sentences do not match");
    // A report that gives several figures for one slot speaks of several happenings: then the sentences must match.
    if ((x.ambiguous || y.ambiguous) && !oneReport && !(words >= 3 && share(x.content, y.content) >= 0.4) &&
        clause < 0.75 && !(firm(common) && words >= 2))
        return possible("but one report gives several such figures, and their sentences do not match");
    if (!oneReport && !oneHappening(common, words))
        return possible("but nothing shows that the two reports speak of one happening");
    return false;
}

} // namespace

void bySlots(const Candidate& a, const Candidate& b, const Common& common, Verdict& v) {
    BySlots(a, b, common, v).judge();
}

} // namespace countercheck::compare::gate
