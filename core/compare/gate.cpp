// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/gate.h"
#include "core/claim/parts.h"

#include "core/compare/concepts.h"
#include "core/compare/lookups.h"
#include "core/compare/relate.h"
#include "core/compare/wordlists.h"
#include "core/read/units.h"
#include "core/text/lexicon.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <set>
#include <utility>

namespace countercheck::compare::gate {

using claim::ClaimKind;
using claim::oneOf;
using SlotRelation = claim::Relation;

namespace {

/// TIMEX3 values that do not resolve and cannot be one time: "XXXX-06" and "XXXX-07".
bool apart(std::string_view a, std::string_view b) {
    if (a.size() != b.size())
        return false;
    for (std::size_t i = 0; i < a.size(); ++i)
        if (a[i] != b[i] && a[i] != 'X' && b[i] != 'X')
            return true;
    return false;
}

/// Nouns so wide that they may name the same people (or places) as a narrower one.
bool genericPerson(std::string_view head) {
    return head.empty() || listed(Family::Person, head);
}
bool genericPlace(std::string_view head) {
    return listed(Family::Place, head);
}

/// Does a report, anywhere, name a place that the other's claim names?
bool placesMentioned(const Candidate& a, const Candidate& b) {
    const auto mentioned = [](const std::vector<std::string>& places, const Digest& article) {
        return std::any_of(places.begin(), places.end(), [&](const std::string& place) {
            return std::binary_search(article.placeNames.begin(), article.placeNames.end(), place);
        });
    };
    return mentioned(a.fact->anchor.places, *b.in) || mentioned(b.fact->anchor.places, *a.in);
}

/// The same, or one that holds it or lies in it?
bool placesConnected(const Candidate& a, const Candidate& b) {
    if (placesMentioned(a, b))
        return true;
    for (const std::string& p : a.fact->anchor.places)
        for (const std::string& q : b.fact->anchor.places) {
            const auto relation = placesRelated(p, q);
            if (relation != read::PlaceRelation::Apart)
                return true; // one holds the other, or nobody can tell
        }
    return false;
}

/// Do both name places, none of them shared and none shown to lie in another?
bool elsewhere(const Candidate& a, const Candidate& b) {
    const auto &x = a.fact->anchor.places, &y = b.fact->anchor.places;
    if (a.article == b.article || x.empty() || y.empty())
        return false;
    for (const std::string& p : x)
        for (const std::string& q : y) {
            const auto relation = placesRelated(p, q);
            if (p == q || relation == read::PlaceRelation::Same || relation == read::PlaceRelation::Inside ||
                relation == read::PlaceRelation::Holds)
                return false;
        }
    return true;
}

} // namespace

std::size_t overlap(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
    std::size_t n = 0;
    for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
        if (a[i] == b[j])
            ++n, ++i, ++j;
        else if (a[i] < b[j])
            ++i;
        else
            ++j;
    }
    return n;
}

double share(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
    const std::size_t least = std::min(a.size(), b.size());
    return least == 0 ? 0 : static_cast<double>(overlap(a, b)) / static_cast<double>(least);
}

bool meet(const read::TimeSpan& a, const read::TimeSpan& b) {
    const bool aFirst = !a.openTo && a.to <= b.from, bFirst = !b.openTo && b.to <= a.from;
    return !(aFirst && !b.openFrom) && !(bFirst && !a.openFrom);
}

bool sameHead(const Fact& a, const Fact& b, std::string* why) {
    const claim::Slot &x = a.slot, &y = b.slot;
    const auto say = [&](const auto&... parts) {
        if (why)
            *why = (std::string() + ... + std::string(parts));
    };
    if (x.head == y.head) {
        if (x.head.empty())
            say("both leave the noun to the event");
        else
            say("same noun, “", x.head, "”");
        return true;
    }
    const auto eventNoun = [](const claim::Slot& s) { // "12 deaths": the noun is the event
        const text::Lexicon& lexicon = text::Lexicon::of(text::Language::English);
        return !s.head.empty() && oneOf(s.event, {"death", "injury", "arrest", "abduction", "casualty"}) &&
               lexicon.value(lexicon.find(s.head), text::Tag::Event) == s.event;
    };
    const auto person = [&](const claim::Slot& s) { return s.headClass == "person" || s.head.empty() || eventNoun(s); };
    if (person(x) && person(y) && (genericPerson(x.head) || genericPerson(y.head) || eventNoun(x) || eventNoun(y))) {
        say("“", x.head.empty() ? "(none)" : x.head, "” and “", y.head.empty() ? "(none)" : y.head,
            "” both name people");
        return true;
    }
    if (!x.headRole.empty() && x.headRole == y.headRole && x.event == y.event && x.relation == y.relation) {
        say("“", x.head, "” and “", y.head, "” both name the ", x.headRole.substr(x.headRole.find(':') + 1), " of the ",
            x.event);
        return true;
    }
    if (x.headClass == "building" && y.headClass == "building" && (genericPlace(x.head) || genericPlace(y.head))) {
        say("“", x.head, "” and “", y.head, "” both name premises");
        return true;
    }
    if (x.headClass == "vehicle" && y.headClass == "vehicle" && (x.head == "vehicle" || y.head == "vehicle")) {
        say("“", x.head, "” and “", y.head, "” both name vehicles");
        return true;
    }
    if (!x.head.empty() && !y.head.empty() &&
        (nounsClose(x.head, y.head) || (!x.headClass.empty() && x.headClass != "person" && x.headClass == y.headClass &&
                                        nounsNear(x.head, y.head)))) {
        say("“", x.head, "” and “", y.head, "” are one word or one step apart in WordNet");
        return true;
    }
    say("they count “", x.head, "” and “", y.head, "”");
    return false;
}

bool markVeto(const Fact& a, const Fact& b, std::string* why) {
    const claim::SetMarks &x = a.marks, &y = b.marks;
    const auto veto = [&](const char* reason) {
        if (why)
            *why = reason;
        return true;
    };
    if (x.ofThem != y.ofThem || a.part != b.part || x.listed != y.listed)
        return veto("one is a part of the whole that the other counts");
    if (x.other != y.other)
        return veto("one counts others beside those");
    if (x.more != y.more)
        return veto("one counts further ones");
    if (x.each != y.each)
        return veto("one is a figure for each");
    if (x.kinds != y.kinds) {
        if (why)
            *why = "one counts only some: “" + (x.kinds.empty() ? y.kinds.front() : x.kinds.front()) + "”";
        return true;
    }
    return false;
}

bool happeningVeto(const Candidate& a, const Candidate& b, const Common& common, Verdict& v) {
    const auto veto = [&](const char* why) {
        v.no(why);
        return true;
    };
    const claim::Anchor &x = a.fact->anchor, &y = b.fact->anchor;
    const bool dates = a.fact->kind == ClaimKind::Date;
    if (a.fact->kind == ClaimKind::Responsibility)
        return false; // said at one time of a deed of another
    if (!dates && !x.unresolved.empty() && !y.unresolved.empty() && apart(x.unresolved, y.unresolved))
        return veto("they speak of different times");
    if (!dates && x.explicitTime && y.explicitTime && x.time && y.time) {
        if (!meet(*x.time, *y.time))
            return veto("they speak of different times");
        if (x.period != y.period)
            return veto("one is about a day, the other about a period");
        v.say("the times that they give meet");
        ++v.strength;
    } else if (!dates && (x.period != y.period)) {
        return veto("one is a period's figure");
    } else if (!dates && x.time && y.time && (x.explicitTime || y.explicitTime || common.leadTimesMeet)) {
        if (!meet(*x.time, *y.time))
            return veto("they speak of different times");
        v.say("the times of the two reports' events meet");
        ++v.strength;
    }
    if (x.background != y.background)
        return veto("one is told as what went before");
    if (!dates && x.lead && y.lead && common.leadTimesApart)
        return veto("the two reports' events lie on different days");
    if (!x.places.empty() && !y.places.empty()) {
        const auto shared = std::find_if(x.places.begin(), x.places.end(), [&](const std::string& p) {
            return std::find(y.places.begin(), y.places.end(), p) != y.places.end();
        });
        if (shared != x.places.end()) {
            v.say("both name “", *shared, "”");
            ++v.strength;
        } else if (!placesConnected(a, b)) {
            return veto("they speak of different places");
        }
    }
    return false;
}

bool oneHappening(const Common& common, std::size_t words) {
    if (common.few)
        return common.tiny || common.leadTimesMeet || common.names >= 2 || words >= 4 ||
               (common.names >= 1 && (common.sameLeadEvent || words >= 2)) || common.leadWords >= 4;
    if (common.leadPlacesApart && common.ownNames < 3)
        return false;
    return common.ownNames >= 2 || (words >= 5 && common.ownNames >= 1 && common.leadPlacesMeet) ||
           (common.ownNames == 1 && common.leadPlacesMeet && (common.leadTimesMeet || common.sameLeadEvent));
}

std::size_t unknownNames(const Candidate& a, const Candidate& b) {
    const auto& known = b.in->nameWords;
    std::size_t unknown = 0;
    bool any = false, named = false;
    for (const std::uint32_t word : a.fact->names) {
        if (word == 0) {
            unknown += any && !named;
            any = named = false;
            continue;
        }
        any = true;
        named |= std::binary_search(known.begin(), known.end(), word);
    }
    return unknown;
}

bool namesOthers(const Candidate& a, const Candidate& b) {
    return unknownNames(a, b) > 0 && unknownNames(b, a) > 0;
}

Likeness likeness(const Candidate& a, const Candidate& b) {
    const Fact &x = *a.fact, &y = *b.fact;
    Likeness out{overlap(x.content, y.content), share(x.content, y.content), true};
    for (const auto& [fact, other] : {std::pair(&x, &y), std::pair(&y, &x)}) {
        const std::string_view event = fact->slot.event;
        const bool told = event.empty() || listed(Family::Light, event) || event == other->slot.event ||
                          together(Family::Deed, event, other->slot.event) ||
                          std::binary_search(other->content.begin(), other->content.end(), Concepts::named(event)) ||
                          (!fact->slot.classified && !other->slot.classified && verbsClose(event, other->slot.event));
        out.tells = out.tells && told;
    }
    return out;
}

bool sameSet(const Candidate& a, const Candidate& b) {
    return a.fact->said.set && b.fact->said.set && *a.fact->said.set == *b.fact->said.set;
}

bool numeric(ClaimKind kind) {
    return kind == ClaimKind::Count || kind == ClaimKind::Money || kind == ClaimKind::Measure ||
           kind == ClaimKind::Percentage;
}

namespace {

/// Predicates that tell one deed.
bool kindred(std::string_view a, std::string_view b) {
    return together(Family::Deed, a, b);
}

/// Content words that two sentences share. Across languages names and the day stand in for words.
std::size_t sharedWords(const Candidate& a, const Candidate& b, const Common& common) {
    const std::size_t words = overlap(a.fact->content, b.fact->content);
    const bool foreign = a.in->language != b.in->language;
    return words + (foreign && (common.names > 0 || common.leadTimesMeet) ? 2 : 0);
}

/// One figure told with other verbs ("will have 62 turbines", "power from 62 turbines"): that two reports of one
/// happening print the same telling figure of the same things is hardly chance. No conflict can come of it.
bool sameFigure(const Candidate& a, const Candidate& b, const Common& common, Verdict& v) {
    const Fact &x = *a.fact, &y = *b.fact;
    if (!sameAmount(x.said, y.said) || !telling(*x.said.set) || !telling(*y.said.set))
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
    const std::size_t words = sharedWords(a, b, common);
    const bool bare = x.kind == ClaimKind::Count && (x.slot.head.empty() || y.slot.head.empty());
    // "A dozen ships are held", "a dozen warships patrol": near nouns need more.
    if (x.kind == ClaimKind::Count && !bare && x.slot.head != y.slot.head && words < 3 && x.slot.event != y.slot.event)
        return false;
    const bool slot = common.few && !bare && x.slot.event == y.slot.event && !x.slot.event.empty();
    if ((words < (bare ? 2u : 1u) && !slot) || !oneHappening(common, words) || (!common.few && words < 2))
        return false;
    v.strength = 4;
    v.say("both print the same figure");
    v.say("their sentences share ", std::to_string(words), " content words");
    v.join();
    return true;
}

/// A handful of reports, shown beyond what their choice shows to tell of one event.
bool firm(const Common& common) {
    return common.few && common.names >= 1 && (common.leadTimesMeet || common.leadWords >= 3) && !common.leadTimesApart;
}

/// Is the sentence of `b` about something that the report of `a` never names ("the Elk Creek fire, to the south")?
bool aboutOther(const Candidate& a, const Candidate& b) {
    const auto &named = b.fact->named, &known = a.in->nameKeys;
    const auto knows = [&](std::uint64_t name) { return std::binary_search(known.begin(), known.end(), name); };
    return b.fact->sentence > 0 && !named.empty() && std::none_of(named.begin(), named.end(), knows);
}

/// A slot that no table vouches for: the sentences have to match.
bool weakSlot(const Fact& x, const Fact& y) {
    return !x.slot.classified || !y.slot.classified || x.slot.relation == SlotRelation::Adjunct ||
           x.slot.relation == SlotRelation::Copula || x.slot.relation == SlotRelation::None ||
           x.kind != ClaimKind::Count;
}

/// Do both sentences name organisations, and others?
bool otherBodies(const Fact& a, const Fact& b) {
    return !a.bodies.empty() && !b.bodies.empty() &&
           std::none_of(a.bodies.begin(), a.bodies.end(),
                        [&](std::uint64_t n) { return std::binary_search(b.bodies.begin(), b.bodies.end(), n); });
}

/// Do two reports name things, and nothing that both name? Then nothing shows that they rival each other.
bool strangers(const Candidate& a, const Candidate& b, const Common& common) {
    const auto names = [](const Digest& article) {
        return std::any_of(article.facts.begin(), article.facts.end(),
                           [](const Fact& f) { return f.sentence <= 1 && (!f.named.empty() || !f.bodies.empty()); });
    };
    return common.names == 0 && names(*a.in) && names(*b.in);
}

/// One noun, or two that name one thing in the news.
bool sameThing(const Fact& x, const Fact& y) {
    return x.slot.head == y.slot.head || together(Family::Thing, x.slot.head, y.slot.head);
}

/// Each report counts such things only once, and the figures are of one order: a rivalry, whatever the verbs.
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
    if (!sameThing(x, y) || (x.slot.headClass == "person" && (told(x) || told(y))))
        return false;
    if (x.slot.head == "case" && x.slot.modifiers != y.slot.modifiers)
        return false;
    const read::FigureSet &s = *x.said.set, &t = *y.said.set;
    if (s.headline && t.headline) {
        const auto twice = [](const read::Decimal& d) { return d.times(read::Decimal(2)).value_or(d); };
        if (*s.headline > twice(*t.headline) || *t.headline > twice(*s.headline))
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
    if (strangers(a, b, common) || markVeto(x, y) || aboutOther(a, b) || aboutOther(b, a) || otherBodies(x, y) ||
        elsewhere(a, b))
        return false;
    Verdict here;
    if (happeningVeto(a, b, common, here))
        return false;
    v.strength = 2;
    v.say("each report counts “", x.slot.head, "” only once");
    v.say("their sentences share ", std::to_string(words), " content words");
    v.join();
    return true;
}

/// Is the figure the only one of its sort in its sentence?
bool alone(const Candidate& a) {
    const Fact& x = *a.fact;
    return std::none_of(a.in->facts.begin(), a.in->facts.end(), [&](const Fact& f) {
        return &f != &x && f.sentence == x.sentence && f.kind == x.kind && f.sum.empty() &&
               f.said.words != x.said.words && f.slot.unit == x.slot.unit &&
               (x.kind != ClaimKind::Count || f.slot.head.empty() || sameHead(f, x) || sameThing(f, x));
    });
}

/// Has the other report a figure of the sort that answers better?
bool betterElsewhere(const Candidate& a, const Candidate& b, const Likeness& like) {
    const Fact& x = *a.fact;
    return std::any_of(b.in->facts.begin(), b.in->facts.end(), [&](const Fact& f) {
        return &f != b.fact && f.kind == x.kind && f.slot.unit == x.slot.unit && f.sum.empty() &&
               f.sentence != b.fact->sentence &&
               (x.kind != ClaimKind::Count || f.slot.head.empty() || sameHead(f, x) || sameThing(f, x)) &&
               (sameAmount(f.said, x.said) || overlap(f.content, x.content) > like.words);
    });
}

/// The general road beside the slots: sentences that tell one thing, each with one figure of the sort. What the figure
/// is of may be said with another verb, or the parse may have missed it.
bool counterpart(const Candidate& a, const Candidate& b, const Common& common, Verdict& v) {
    const Fact &x = *a.fact, &y = *b.fact;
    if (!common.few || common.longApart || x.negatedVerb != y.negatedVerb || !x.sum.empty() || !y.sum.empty())
        return false;
    if (x.slot.unit != y.slot.unit && !(x.kind == ClaimKind::Measure && read::sameDimension(x.slot.unit, y.slot.unit)))
        return false;
    if (markVeto(x, y) || listed(Family::Fresh, x.slot.modifiers) != listed(Family::Fresh, y.slot.modifiers))
        return false;
    if (x.slot.classified && y.slot.classified && x.slot.event != y.slot.event &&
        !kindred(x.slot.event, y.slot.event) && !listed(Family::Light, x.slot.event) &&
        !listed(Family::Light, y.slot.event))
        return false;
    const bool oneParty = listed(Family::OneParty, x.slot.event) || listed(Family::OneParty, y.slot.event);
    const bool opposed = (x.slot.relation == SlotRelation::Agent && y.slot.relation == SlotRelation::Patient) ||
                         (x.slot.relation == SlotRelation::Patient && y.slot.relation == SlotRelation::Agent);
    if (x.kind == ClaimKind::Count) {
        if (opposed && !oneParty && x.slot.classified && y.slot.classified)
            return false;
        if (x.slot.head.empty() && y.slot.head.empty())
            return false;
        const bool bare = x.slot.head.empty() || y.slot.head.empty();
        if (bare ? x.slot.event != y.slot.event : !sameHead(x, y) && !sameThing(x, y))
            return false;
    }
    const Likeness like = likeness(a, b);
    const std::size_t least = common.tiny ? 2 : 3;
    if (like.words < least + (like.tells ? 0 : 2) || like.cover < (like.tells ? 0.4 : 0.55))
        return false;
    if (like.words < 3 && like.cover < 0.6)
        return false;
    const read::FigureSet &s = *x.said.set, &t = *y.said.set;
    if (s.headline && t.headline) {
        const auto times = [](const read::Decimal& d) { return d.times(read::Decimal(3)).value_or(d); };
        if (*s.headline > times(*t.headline) || *t.headline > times(*s.headline))
            return false;
    } else if (!setsMeet(s, t)) {
        return false;
    }
    if (!alone(a) || !alone(b) || betterElsewhere(a, b, like) || betterElsewhere(b, a, like))
        return false;
    if (strangers(a, b, common) || aboutOther(a, b) || aboutOther(b, a) || otherBodies(x, y) || elsewhere(a, b) ||
        namesOthers(a, b) || !oneHappening(common, like.words))
        return false;
    Verdict here;
    if (happeningVeto(a, b, common, here))
        return false;
    v.gate = Gate::No;
    v.because.clear();
    v.strength = 2;
    v.say("their sentences tell one thing: they share ", std::to_string(like.words),
          " content words, and each gives one figure of the sort");
    v.join();
    return true;
}

void bySlots(const Candidate& a, const Candidate& b, const Common& common, Verdict& v);

} // namespace

void sameNumber(const Candidate& a, const Candidate& b, const Common& common, Verdict& v) {
    bySlots(a, b, common, v);
    if (v.gate != Gate::Join && a.article != b.article)
        counterpart(a, b, common, v);
}

namespace {

void bySlots(const Candidate& a, const Candidate& b, const Common& common, Verdict& v) {
    const Fact &x = *a.fact, &y = *b.fact;
    const bool oneReport = a.article == b.article;
    // Vetoes, the cheapest first.
    if (x.kind == ClaimKind::Money && x.slot.unit != y.slot.unit)
        return void(v.no("other currencies, and no dated rate"));
    if (!x.sum.empty() || !y.sum.empty()) {
        if (oneReport || (!x.sum.empty() && !y.sum.empty()) || *x.said.set->headline != y.said.set->headline)
            return void(v.no("a sum of listed parts that the other report does not give"));
    }
    if (!oneReport && (sameFigure(a, b, common, v) || onlyCount(a, b, common, v)))
        return;
    if (x.slot.event.empty() || y.slot.event.empty())
        return void(v.no("it is not clear what one of them is about"));
    const bool sameEvent = x.slot.event == y.slot.event;
    const bool kin = !sameEvent && x.slot.head == y.slot.head && kindred(x.slot.event, y.slot.event);
    if (!sameEvent && !kin &&
        (x.slot.classified || y.slot.classified || x.slot.head != y.slot.head ||
         !verbsClose(x.slot.event, y.slot.event)))
        return void(v.no("one is about “", x.slot.event, "”, the other about “", y.slot.event, "”"));
    if (sameEvent)
        v.say("same event, “", x.slot.event, "”");
    else
        v.say("“", x.slot.event, "” and “", y.slot.event, kin ? "” tell one deed" : "” are close in WordNet");
    if (x.slot.relation != y.slot.relation)
        return void(v.no("one counts who did it, the other who suffered it, or what stands beside it"));
    if (x.slot.preposition != y.slot.preposition && x.slot.relation == SlotRelation::Adjunct)
        return void(v.no("one stands behind “", x.slot.preposition, "”, the other behind “", y.slot.preposition, "”"));
    std::string why;
    std::string* const ask = v.explain ? &why : nullptr;
    if (markVeto(x, y, ask))
        return void(v.no(why));
    if (!sameHead(x, y, ask))
        return void(v.no(why));
    // "140 new cases" and "1,260 cases in all"
    const auto fresh = [](const Fact& f) { return listed(Family::Fresh, f.slot.modifiers); };
    if (fresh(x) != fresh(y))
        return void(v.no("one counts only what is new"));
    if (common.longApart && !(x.anchor.explicitTime && y.anchor.explicitTime) && !sameAmount(x.said, y.said))
        return void(v.no("the reports were published more than a month apart, and do not say of what day they speak"));
    v.say("same count: ", why);
    v.strength += 2;
    const int before = v.strength;
    if (happeningVeto(a, b, common, v))
        return;
    const bool placed = v.strength > before; // their times or places meet
    const bool rivals = !oneReport && !setsMeet(*x.said.set, *y.said.set) && !sameAmount(x.said, y.said);
    if (rivals && (aboutOther(a, b) || aboutOther(b, a)))
        return void(v.no("one sentence is about something that the other report never names"));
    if (rivals && strangers(a, b, common))
        return void(v.no("the two reports name things, and none that both name"));
    if (rivals && weakSlot(x, y) && otherBodies(x, y))
        return void(v.no("their sentences name other organisations"));
    const bool foreign = a.in->language != b.in->language && (common.names > 0 || common.leadTimesMeet);
    const std::size_t words = sharedWords(a, b, common);
    const double clause = std::max(share(x.near, y.near), foreign ? 0.6 : 0.0);
    if (clause >= 0.5 && words >= 2) {
        v.say("their sentences share ", std::to_string(words), " content words");
        v.strength += clause >= 0.75 ? 2 : 1;
    }
    // "Two children" beside "three people": the smaller, narrower count may be a part of the wider one.
    const read::FigureSet &s = *x.said.set, &t = *y.said.set;
    const auto mayBePart = [](const claim::Slot& narrow, const read::FigureSet& fewer, const claim::Slot& wide,
                              const read::FigureSet& more) {
        return ((narrow.headClass == "person" && !genericPerson(narrow.head) && genericPerson(wide.head) &&
                 narrow.headRole.empty()) ||
                (narrow.headClass == "vehicle" && narrow.head != "vehicle" && wide.head == "vehicle")) &&
               ((fewer.high && more.low && *fewer.high < *more.low) ||
                (fewer.headline && more.headline && *fewer.headline < *more.headline));
    };
    if (!oneReport && (mayBePart(x.slot, s, y.slot, t) || mayBePart(y.slot, t, x.slot, s)))
        return void(v.no("the narrower count may be a part of the wider one"));
    const bool part = x.marks.ofThem || x.marks.other || x.marks.more || x.marks.listed || x.part;
    if (part && !oneReport && !(clause >= 0.5 && words >= 3))
        return void(v.no("both are parts of a whole, and nothing shows that it is the same part"));
    if (oneReport && !sameSet(a, b) && !a.in->disputed(a.index, b.index))
        return void(v.no("one report, and nothing in it sets the two figures against each other"));

    // Then evidence: below the line, a person may join them.
    const bool weak = weakSlot(x, y);
    const bool backed = firm(common) && sameEvent && !x.slot.event.empty() &&
                        (sameAmount(x.said, y.said) ? words >= 1 : words >= 2 && clause >= 0.5);
    if (weak && !backed && !(clause >= 0.6 && words >= 2))
        return void(v.possible("but their sentences have too little in common"));
    // "Hundreds" beside a figure that is none of them, of something that no table lists: rather two things than a
    // rivalry.
    const auto vague = [](const read::FigureSet& f) { return !f.headline && !(f.low && f.high); };
    if (weak && (vague(s) || vague(t)) && !setsMeet(s, t))
        return void(v.possible("but one gives no figure, and nothing shows that they count the same"));
    if (!(clause >= 0.5 && words >= 3 && (common.few || common.ownNames >= 3) && (!rivals || placesMentioned(a, b))) &&
        elsewhere(a, b))
        return void(v.possible("but they name places that are not shown to be one"));
    if (x.anchor.background && !(x.anchor.explicitTime && y.anchor.explicitTime) && !(clause >= 0.6 && words >= 4))
        return void(v.possible("but both are told as what went before, and nothing shows that it is one happening"));
    const bool early = x.sentence <= 3 || y.sentence <= 3;
    const bool bare = x.slot.head.empty() || y.slot.head.empty();
    if ((bare || (!early && !placed && common.names < 3)) && !common.tiny && words < 3 && !oneReport)
        return void(v.possible("but their sentences have too little in common"));
    // Figures of another order are rather of two things, unless the sentences match.
    if (!oneReport && !common.tiny && words < 4 && s.headline && t.headline) {
        const auto fourfold = [](const read::Decimal& d) { return d.times(read::Decimal(4)).value_or(d); };
        if (*s.headline > fourfold(*t.headline) || *t.headline > fourfold(*s.headline))
            return void(v.possible("but the figures are of another order, and their sentences do not match"));
    }
    // A report that gives several figures for one slot speaks of several happenings: then the sentences must match.
    if ((x.ambiguous || y.ambiguous) && !oneReport && !(words >= 3 && share(x.content, y.content) >= 0.4) &&
        clause < 0.75)
        return void(v.possible("but one report gives several such figures, and their sentences do not match"));
    if (!oneReport && !oneHappening(common, words))
        return void(v.possible("but nothing shows that the two reports speak of one happening"));
    v.join();
}

} // namespace

} // namespace countercheck::compare::gate
