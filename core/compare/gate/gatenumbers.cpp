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

namespace {

/// By one road after the other.
void byRoads(const Candidate& a, const Candidate& b, const Common& common, Verdict& v) {
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

} // namespace

void sameNumber(const Candidate& a, const Candidate& b, const Common& common, Verdict& v) {
    if (!v.explain && nothingShared(a, b))
        return;
    byRoads(a, b, common, v);
    if (v.gate == Gate::Join && common.tiny && a.article != b.article && !sameAmount(a.fact->said, b.fact->said) &&
        !setsMeet(*a.fact->said.set, *b.fact->said.set) && tellsOfAnother(a, b)) {
        v.because.clear();
        v.no("the sentences tell of two deeds, or of a beginning and the whole");
    }
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
        return !equalAnswers(a, b, common) && !mayRivalInOne(a, b, common);
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

} // namespace countercheck::compare::gate
