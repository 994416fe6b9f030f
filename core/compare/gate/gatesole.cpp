// SPDX-License-Identifier: GPL-3.0-or-later
// Figures that are the only ones of their sort in each of two reports of one event, and those that are each other's
// nearest in words.
#include "core/compare/gate/gatesole.h"

#include "core/claim/parts.h"
#include "core/compare/relate.h"
#include "core/compare/words/concepts.h"
#include "core/compare/words/lookups.h"
#include "core/compare/words/opposites.h"
#include "core/compare/words/wordlists.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

namespace countercheck::compare::gate {

using claim::ClaimKind;
using claim::oneOf;
using SlotRelation = claim::Relation;

std::size_t sharedWords(const Candidate& a, const Candidate& b, const Common& common) {
    const auto &x = a.fact->slot.event, &y = b.fact->slot.event;
    const std::size_t words =
        overlap(a.fact->content, b.fact->content) + (x != y && kindred(x, y)); // one deed, two words
    const bool foreign = a.in->language != b.in->language;
    return words + (foreign && (common.names > 0 || common.leadTimesMeet) ? 2 : 0);
}

bool dayOfTotal(const Fact& a, const Fact& b) {
    const auto total = [](const Fact& f) { return f.marks.growth || f.marks.soFar || f.marks.total; };
    return total(a) != total(b) && (total(a) ? b : a).anchor.explicitTime && !sameAmount(a.said, b.said);
}

bool offTheEvent(const Candidate& a, const Candidate& b) {
    constexpr std::int64_t week = 7 * 86400;
    const auto off = [](const Candidate& c, const Candidate& other) {
        const claim::Anchor &own = c.fact->anchor, &its = other.fact->anchor;
        const auto& lead = other.in->leadTime;
        if (own.explicitTime && own.time && !its.time && lead &&
            std::max(own.time->from - lead->to, lead->from - own.time->to) > week)
            return true;
        const auto known = [&](const std::string& place) {
            const auto in = [&](const std::vector<std::string>& leads) {
                return std::find(leads.begin(), leads.end(), place) != leads.end();
            };
            return in(c.in->leadPlaces) || in(other.in->leadPlaces);
        };
        return !own.places.empty() && its.places.empty() && std::none_of(own.places.begin(), own.places.end(), known);
    };
    return off(a, b) || off(b, a);
}

bool onlyCount(const Candidate& a, const Candidate& b, const Common& common, Verdict& v) {
    const Fact &x = *a.fact, &y = *b.fact;
    const auto usable = [](const Fact& f) {
        // "suspected cases" are one thing, "cases" may be many
        if (f.only && f.slot.head == "case")
            return oneOf(f.slot.modifiers, {"suspected", "suspect", "confirmed", "confirmé", "probable"});
        return f.only && !genericPerson(f.slot.head) && !listed(Family::Wide, f.slot.head);
    };
    const auto told = [](const Fact& f) { return f.slot.classified && f.slot.relation != SlotRelation::Adjunct; };
    if (!usable(x) || !usable(y) || x.negatedVerb != y.negatedVerb)
        return false;
    if (x.slot.classified && y.slot.classified && !kindred(x.slot.event, y.slot.event))
        return false;
    const auto sought = [](const Fact& f) {
        return oneOf(f.slot.event, {"search", "seek", "research", "rechercher", "chercher"});
    };
    if (sought(x) != sought(y))
        return false; // "found the bodies of five miners", "are searching for seven miners"
    if (!sameAmount(x.said, y.said) &&
        Opposites::only().in("stative", x.slot.event) != Opposites::only().in("stative", y.slot.event))
        return false; // "the villa holds nine paintings", "made off with five paintings"
    if (!sameThing(x, y) || ((x.slot.headClass == "person" || y.slot.headClass == "person") && (told(x) || told(y)) &&
                             !common.tiny && !firm(common)))
        return false;
    if ((x.slot.head == "case" || y.slot.head == "case") && x.slot.modifiers != y.slot.modifiers)
        return false;
    if (!sameAmount(x.said, y.said) && otherObjects(x, y))
        return false; // "voted the budget by 31 votes", "adopted the amendment by 24"
    const read::FigureSet &s = *x.said.set, &t = *y.said.set;
    if (s.headline && t.headline) {
        if (farApart(*s.headline, *t.headline, 2))
            return false;
        // "Seven AK-47 assault rifles" may be a part of "nine assault rifles".
        const auto narrower = [](const Fact& f, const Fact& g) {
            return f.slot.modifiers != g.slot.modifiers && !f.slot.modifiers.empty() &&
                   *f.said.set->headline < *g.said.set->headline;
        };
        if (narrower(x, y) || narrower(y, x))
            return false;
    } else if (!setsMeet(s, t)) {
        return false;
    }
    const std::size_t words = sharedWords(a, b, common);
    if (words < (firm(common) ? 1u : 2u) || !oneHappening(common, words) || (!common.few && words < 4) ||
        common.longApart)
        return false;
    if (x.partitive != y.partitive || plannedApart(x, y) || namesApart(x, y) || dayOfTotal(x, y))
        return false;
    if (strangers(a, b, common) || markVeto(x, y) || aboutOther(a, b) || aboutOther(b, a) || otherBodies(x, y) ||
        elsewhere(a, b))
        return false;
    Verdict here;
    if (happeningVeto(a, b, common, here))
        return false;
    v.strength = x.slot.classified && x.slot.event == y.slot.event ? 3 : 2;
    v.say("each report counts “", x.slot.head, "” only once");
    v.say("their sentences share ", std::to_string(words), " content words");
    v.join();
    return true;
}

bool onlyMeasure(const Candidate& a, const Candidate& b, const Common& common, Verdict& v) {
    const Fact &x = *a.fact, &y = *b.fact;
    if (!common.few || x.kind == ClaimKind::Count || x.slot.unit != y.slot.unit || x.measures.size() != 1 ||
        x.measures != y.measures ||
        !(soleMeasure(x.measures.front()) || (x.kind == ClaimKind::Money && soleSum(x.measures.front()))) ||
        x.atHour != y.atHour || wished(a, b) || x.negatedVerb != y.negatedVerb || common.longApart || markVeto(x, y))
        return false;
    const auto only = [](const Candidate& c) {
        return std::none_of(c.in->facts.begin(), c.in->facts.end(), [&](const Fact& f) {
            return &f != c.fact && f.kind == c.fact->kind && f.measures == c.fact->measures && !before(f, c);
        });
    };
    // "In the département turnout reached …": of another area than the other report's.
    const auto scope = [](const Fact& f) {
        static const auto areas = [] {
            std::vector<std::uint32_t> out;
            for (const char* word : {"department", "region", "district", "province", "county", "country", "city",
                                     "town", "state", "capital", "constituency", "nation"})
                out.push_back(Concepts::named(word));
            return out;
        }();
        std::vector<std::uint32_t> out;
        for (const std::uint32_t area : areas)
            if (hasWord(f, area))
                out.push_back(area);
        return out;
    };
    if (scope(x) != scope(y))
        return false;
    Verdict here;
    if (!only(a) || !only(b) || strangers(a, b, common) || elsewhere(a, b) || plannedApart(x, y) ||
        !oneHappening(common, sharedWords(a, b, common)) || happeningVeto(a, b, common, here))
        return false;
    if (!common.tiny && !firm(common))
        return false;
    v.strength = 2;
    v.say("each report gives one figure of what an event has one of");
    v.join();
    return true;
}

bool onlyAttribute(const Candidate& a, const Candidate& b, const Common& common, Verdict& v) {
    const Fact &x = *a.fact, &y = *b.fact;
    if (!common.few || x.thing == 0 || x.thing != y.thing || common.longApart || x.negatedVerb != y.negatedVerb ||
        (x.kind == ClaimKind::Count && !sameThing(x, y)) || otherMeasures(x, y) || markVeto(x, y) || sequel(a, b))
        return false;
    const auto same = [](const Fact& f, const Fact& g) {
        return f.slot.unit == g.slot.unit || sameDimension(f.slot.unit, g.slot.unit);
    };
    if (!same(x, y))
        return false;
    // "3 metres high and 200 metres long" gives one height, "4 metres high" another
    const bool sidesTold = !x.measures.empty() && !y.measures.empty();
    const auto only = [&](const Candidate& c) {
        return std::none_of(c.in->facts.begin(), c.in->facts.end(), [&](const Fact& f) {
            return f.kind == c.fact->kind && f.thing == c.fact->thing && !(sidesTold && otherMeasures(f, *c.fact)) &&
                   f.said.set != c.fact->said.set && !before(f, c) && same(f, *c.fact) &&
                   (f.kind != ClaimKind::Count || sameThing(f, *c.fact));
        });
    };
    const read::FigureSet &s = *x.said.set, &t = *y.said.set;
    if (x.slot.unit == y.slot.unit && s.headline && t.headline) {
        if (farApart(*s.headline, *t.headline, 3))
            return false;
    }
    const std::size_t words = sharedWords(a, b, common);
    Verdict here;
    if (!only(a) || !only(b) || strangers(a, b, common) || elsewhere(a, b) || aboutOther(a, b) || aboutOther(b, a) ||
        namesOthers(a, b) || otherTitles(x, y) || !oneHappening(common, words) || (!common.tiny && !firm(common)) ||
        happeningVeto(a, b, common, here))
        return false;
    v.strength = 2;
    v.say("each report gives one such measure of such a thing");
    v.join();
    return true;
}

bool onlySize(const Candidate& a, const Candidate& b, const Common& common, Verdict& v) {
    const Fact &x = *a.fact, &y = *b.fact;
    const auto sized = [](const Fact& f) {
        return f.kind == ClaimKind::Measure && !f.length &&
               (sameDimension(f.slot.unit, "m2") || sameDimension(f.slot.unit, "har") ||
                sameDimension(f.slot.unit, "km/h"));
    };
    if (!common.few || common.longApart || !sized(x) || !sized(y) || !sameDimension(x.slot.unit, y.slot.unit) ||
        x.negatedVerb != y.negatedVerb || markVeto(x, y) || wished(a, b) || sequel(a, b) || !firm(common))
        return false;
    const auto only = [&](const Candidate& c) {
        return std::none_of(c.in->facts.begin(), c.in->facts.end(), [&](const Fact& f) {
            return sized(f) && f.said.set != c.fact->said.set && !before(f, c) &&
                   sameDimension(f.slot.unit, c.fact->slot.unit);
        });
    };
    // "Last year a fire destroyed 3,000 hectares"
    constexpr std::int64_t week = 7 * 86400;
    const auto past = [](const Candidate& c) {
        const claim::Anchor& own = c.fact->anchor;
        const auto& lead = c.in->leadTime;
        return own.explicitTime && own.time && lead &&
               std::max(own.time->from - lead->to, lead->from - own.time->to) > week;
    };
    const read::FigureSet &s = *x.said.set, &t = *y.said.set;
    if (x.slot.unit == y.slot.unit && s.headline && t.headline) {
        if (farApart(*s.headline, *t.headline, 3))
            return false;
    }
    if (!only(a) || !only(b) || past(a) || past(b) || strangers(a, b, common) || elsewhere(a, b) || aboutOther(a, b) ||
        aboutOther(b, a) || namesApart(x, y))
        return false;
    v.strength = 2;
    v.say("each report gives one such measure of such a thing");
    v.join();
    return true;
}

bool nearest(const Candidate& a, const Candidate& b, const Common& common, Verdict& v) {
    const Fact &x = *a.fact, &y = *b.fact;
    const auto oneSort = [](const Fact& f, const Fact& g) {
        return f.kind == g.kind && f.length == g.length &&
               (f.slot.unit == g.slot.unit ||
                (f.kind == ClaimKind::Measure && sameDimension(f.slot.unit, g.slot.unit))) &&
               (f.kind != ClaimKind::Count || sameThing(f, g) || sameHead(f, g));
    };
    if (!firm(common) || common.longApart || !x.sum.empty() || !y.sum.empty() || x.negatedVerb != y.negatedVerb ||
        x.none != y.none || x.kind != y.kind)
        return false;
    if (x.kind == ClaimKind::Count && (x.slot.head.empty() || y.slot.head.empty()))
        return false;
    const read::FigureSet &s = *x.said.set, &t = *y.said.set;
    if (s.headline && t.headline) {
        if (farApart(*s.headline, *t.headline, 3))
            return false;
    } else if (!setsMeet(s, t)) {
        return false;
    }
    if (x.slot.classified && y.slot.classified && x.slot.event != y.slot.event && !kindred(x.slot.event, y.slot.event))
        return false;
    const auto& words = wordsAround;
    const std::size_t shared = overlap(words(x), words(y));
    // One word is enough where each report counts such things but here.
    const bool sole = x.kind == ClaimKind::Count && x.only && y.only && !genericPerson(x.slot.head) &&
                      !genericPerson(y.slot.head) && !listed(Family::Wide, x.slot.head);
    if (shared < (sole ? 1u : 2u) || !oneSort(x, y))
        return false;
    // Of shares there are many: what is named ("in India") tells only where.
    if (x.kind == ClaimKind::Percentage && overlap(x.measures, y.measures) == 0 &&
        shared < 2 + overlap(namedBeside(x), namedBeside(y)) && !sameAmount(x.said, y.said))
        return false;
    // What stands everywhere in a report shows nothing: in the body it takes a word that few of its sentences have.
    const auto own = [&](std::uint32_t word) {
        return std::binary_search(words(y).begin(), words(y).end(), word) && rare(*a.in, word) && rare(*b.in, word);
    };
    if ((x.sentence > 1 || y.sentence > 1) && std::none_of(words(x).begin(), words(x).end(), own))
        return false;
    const auto best = [&](const Candidate& c, const Fact& other) {
        return std::none_of(c.in->facts.begin(), c.in->facts.end(), [&](const Fact& f) {
            return f.kind == other.kind && &f != c.fact && f.said.set != c.fact->said.set && !before(f, c) &&
                   overlap(words(f), words(other)) >= shared && oneSort(f, other);
        });
    };
    if (!best(a, y) || !best(b, x))
        return false;
    if (otherMeasures(x, y) || markVeto(x, y) || wished(a, b) || sequel(a, b) || otherGroup(a, b))
        return false;
    if (!sameAmount(x.said, y.said) &&
        (plannedApart(x, y) || x.partitive != y.partitive || otherTitles(x, y) || otherSubjects(x, y) ||
         otherComplements(x, y) || namesApart(x, y) || mayBePart(x, y) || mayBePart(y, x) || sharesApart(x, y) ||
         dayOfTotal(x, y) || changeAndLevel(x, y) || offTheEvent(a, b)))
        return false;
    if (strangers(a, b, common) || aboutOther(a, b) || aboutOther(b, a) || otherBodies(x, y) || elsewhere(a, b))
        return false;
    Verdict here;
    if (happeningVeto(a, b, common, here))
        return false;
    v.strength = 2;
    v.say(
        "reports of one event, and of the figures of the sort each is told with most of the other's words: they share ",
        std::to_string(shared));
    v.join();
    return true;
}

bool onlyShare(const Candidate& a, const Candidate& b, const Common& common, Verdict& v) {
    const Fact &x = *a.fact, &y = *b.fact;
    if (!common.few || x.kind != ClaimKind::Percentage || x.negatedVerb != y.negatedVerb || common.longApart ||
        otherMeasures(x, y) || markVeto(x, y) || plannedApart(x, y) || listed(Family::Direction, x.slot.event) ||
        listed(Family::Direction, y.slot.event))
        return false;
    const auto ofVote = [](const Candidate& c) {
        static const std::uint32_t vote = Concepts::named("vote");
        return oneOf(c.in->leadEvent, {"vote", "win"}) || hasWord(*c.fact, vote);
    };
    const std::vector<std::uint32_t> p = namedBeside(x), q = namedBeside(y);
    const std::size_t both = overlap(p, q);
    if (both == 0 || (both < p.size() && both < q.size()) || !ofVote(a) || !ofVote(b))
        return false;
    const auto only = [](const Candidate& c, const std::vector<std::uint32_t>& names) {
        return std::none_of(c.in->facts.begin(), c.in->facts.end(), [&](const Fact& f) {
            return &f != c.fact && f.kind == ClaimKind::Percentage && f.said.set != c.fact->said.set &&
                   overlap(namedBeside(f), names) > 0;
        });
    };
    Verdict here;
    if (!only(a, q) || !only(b, p) || elsewhere(a, b) || !oneHappening(common, sharedWords(a, b, common)) ||
        happeningVeto(a, b, common, here))
        return false;
    v.strength = 2;
    v.say("reports of one vote, and each gives one share beside the same name");
    v.join();
    return true;
}

bool sameFigure(const Candidate& a, const Candidate& b, const Common& common, Verdict& v) {
    const Fact &x = *a.fact, &y = *b.fact;
    if (!sameAmount(x.said, y.said) || !setsMeet(*x.said.set, *y.said.set))
        return false;
    // A round figure or a small one says little by itself: of reports of one event, with what it counts, enough.
    const bool plain = firm(common) && !common.tiny && x.slot.head == y.slot.head &&
                       (x.kind != ClaimKind::Count || (!x.slot.head.empty() && !genericPerson(x.slot.head)));
    if ((!telling(*x.said.set) || !telling(*y.said.set)) && !plain)
        return false;
    const claim::Anchor &s = x.anchor, &t = y.anchor;
    if (s.explicitTime && t.explicitTime && s.time && t.time && !meet(*s.time, *t.time))
        return false;
    if (x.kind == ClaimKind::Count && !x.slot.head.empty() && !y.slot.head.empty() && !sameHead(x, y))
        return false;
    if (x.slot.classified && y.slot.classified && x.slot.event != y.slot.event && !kindred(x.slot.event, y.slot.event))
        return false; // twelve were killed, twelve were injured
    if (markVeto(x, y) || x.negatedVerb != y.negatedVerb)
        return false;
    if (x.kind == ClaimKind::Money && namesApart(x, y))
        return false; // a loan of 2.5 billion of one company, and what another was sold for
    const std::size_t words = sharedWords(a, b, common);
    const bool bare = x.kind == ClaimKind::Count && (x.slot.head.empty() || y.slot.head.empty());
    // "18 people had been injured and 12 arrested": what a bare figure behind another is of is not sure.
    const auto behind = [](const Candidate& c) {
        return c.fact->slot.head.empty() && c.in->anyIn(c.fact->sentence, [&](const Fact& f) {
            return f.kind == ClaimKind::Count && f.said.words.end <= c.fact->said.words.begin &&
                   f.slot.event == c.fact->slot.event && f.said.set != c.fact->said.set;
        });
    };
    if (bare && (behind(a) || behind(b)))
        return false;
    // "A dozen ships are held", "a dozen warships patrol": near nouns need more.
    if (x.kind == ClaimKind::Count && !bare && x.slot.head != y.slot.head && words < 3 && x.slot.event != y.slot.event)
        return false;
    const bool slot = common.few && !bare && x.slot.event == y.slot.event && !x.slot.event.empty();
    const bool round = x.kind != ClaimKind::Count && !(telling(*x.said.set) && telling(*y.said.set));
    if ((words < (bare || round ? 2u : 1u) && !slot) || !oneHappening(common, words) || (!common.few && words < 2))
        return false;
    v.strength = 4;
    v.say("both print the same figure");
    v.say("their sentences share ", std::to_string(words), " content words");
    v.join();
    return true;
}

} // namespace countercheck::compare::gate
