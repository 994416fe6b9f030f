// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/gate.h"
#include "core/claim/parts.h"

#include "core/compare/concepts.h"
#include "core/compare/lookups.h"
#include "core/compare/relate.h"
#include "core/compare/wordlists.h"
#include "core/read/units.h"
#include "core/text/lexicon.h"
#include "core/text/tablerows.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

namespace countercheck::compare::gate {

using claim::ClaimKind;
using claim::oneOf;
using SlotRelation = claim::Relation;

namespace {

/// TIMEX3 values that do not resolve and cannot be one time: "XXXX-06" and "XXXX-07".
bool apart(std::string_view a, std::string_view b) {
    if (a.starts_with('P') != b.starts_with('P'))
        return false;
    if (a.starts_with('P'))
        return a != b; // "in the first nine months", "in three months"
    if (a.size() != b.size())
        return false;
    for (std::size_t i = 0; i < a.size(); ++i)
        if (a[i] != b[i] && a[i] != 'X' && b[i] != 'X')
            return true;
    return false;
}

bool genericPlace(std::string_view head) {
    return listed(Family::Place, head);
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

} // namespace

bool placesMentioned(const Candidate& a, const Candidate& b) {
    const auto mentioned = [](const std::vector<std::string>& places, const Digest& article) {
        return std::any_of(places.begin(), places.end(), [&](const std::string& place) {
            return std::binary_search(article.placeNames.begin(), article.placeNames.end(), place);
        });
    };
    return mentioned(a.fact->anchor.places, *b.in) || mentioned(b.fact->anchor.places, *a.in);
}

bool genericPerson(std::string_view head) {
    return head.empty() || listed(Family::Person, head);
}

bool culprits(const claim::Slot& slot) {
    return oneOf(slot.headRole, {"attack:agent", "shooting:agent", "abduction:agent", "theft:agent", "death:agent",
                                 "arrest:patient", "interception:patient", "charge:patient", "explosion:agent"});
}

std::size_t overlap(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
    std::size_t n = 0; // which list goes on cannot be foretold: nothing is branched on
    const std::uint32_t *x = a.data(), *y = b.data();
    const std::uint32_t *const endX = x + a.size(), *const endY = y + b.size();
    while (x != endX && y != endY) {
        const std::uint32_t p = *x, q = *y;
        n += p == q;
        x += p <= q;
        y += q <= p;
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
            *why = text::explainedBy(parts...);
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
        const std::string none = text::explained("(none)");
        say("“", x.head.empty() ? none : x.head, "” and “", y.head.empty() ? none : y.head, "” both name people");
        return true;
    }
    if (listed(Family::Corps, x.head) && listed(Family::Corps, y.head) && !together(Family::Corps, x.head, y.head)) {
        say("the nouns “", x.head, "” and “", y.head, "” name other things"); // "3,000 soldiers", "500 policemen"
        return false;
    }
    if (!x.headRole.empty() && x.headRole == y.headRole && x.event == y.event && x.relation == y.relation) {
        say("“", x.head, "” and “", y.head, "” both name the ", x.headRole.substr(x.headRole.find(':') + 1), " of the ",
            x.event);
        return true;
    }
    if (x.event == y.event && x.relation == SlotRelation::Patient && y.relation == SlotRelation::Patient &&
        culprits(x) && culprits(y)) {
        say("“", x.head, "” and “", y.head, "” both name those who did it");
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

namespace {

/// "Breton homes" beside "homes in Brittany": adjectives of a place that the other sentence names, as far as spelling
/// shows.
bool ofPlace(const std::vector<std::string>& kinds, const Fact& other) {
    constexpr std::size_t root = 4;
    return std::all_of(kinds.begin(), kinds.end(), [&](const std::string& kind) {
        const std::string folded = text::foldAccents(kind);
        return folded.size() > root &&
               std::any_of(other.anchor.places.begin(), other.anchor.places.end(), [&](const std::string& place) {
                   return place.size() >= root && std::equal(folded.begin(), folded.begin() + root, place.begin());
               });
    });
}

} // namespace

bool markVeto(const Fact& a, const Fact& b, std::string* why) {
    if (a.kind == ClaimKind::Count && a.rate != b.rate) {
        if (why)
            *why = "one is about a day, the other about a period";
        return true;
    }
    if ((a.slot.event == "capacity") != (b.slot.event == "capacity")) {
        if (why)
            *why = "one tells for how many there is room";
        return true;
    }
    const claim::SetMarks &x = a.marks, &y = b.marks;
    const auto veto = [&](const char* reason) {
        if (why)
            *why = reason;
        return true;
    };
    // "500 tents and 2,000 blankets", "300 tents": of one narrow noun it does not matter that others stand beside it.
    const bool narrow = !a.slot.head.empty() && a.slot.head == b.slot.head && !genericPerson(a.slot.head);
    if (x.ofThem != y.ofThem || ((a.part != b.part || x.listed != y.listed) && !narrow))
        return veto("one is a part of the whole that the other counts");
    if (a.several != b.several && a.kind == ClaimKind::Count && a.said.set != b.said.set)
        return veto("one adds up several places or targets");
    // "To buy its rival Perrin" names the rival, and so does the other: it is no figure of another's.
    // "Six were killed and three others injured": others than the dead.
    const bool thanTheDead = a.kind == ClaimKind::Count && a.slot.event == b.slot.event &&
                             oneOf(a.slot.event, {"injury", "missing", "hospitalisation", "illness"});
    if (x.other != y.other && !thanTheDead && !(a.kind == ClaimKind::Money && namesSharedTwice(a, b)))
        return veto("one counts others beside those");
    if (x.more != y.more)
        return veto("one counts further ones");
    const auto oneOrder = [&] { // "138 kroner for each share, a premium of 31 percent"
        if (a.kind == ClaimKind::Percentage)
            return true;
        // "38 dollars for each share", "36 dollars a share"
        return a.kind == ClaimKind::Money && a.said.set && b.said.set && a.said.set->headline && b.said.set->headline &&
               !farApart(*a.said.set->headline, *b.said.set->headline, 2);
    };
    if (x.each != y.each && !oneOrder())
        return veto("one is a figure for each");
    if (x.kinds != y.kinds && !(x.kinds.empty() ? ofPlace(y.kinds, a) : y.kinds.empty() && ofPlace(x.kinds, b))) {
        if (why)
            *why = "one counts only some: “" + (x.kinds.empty() ? y.kinds.front() : x.kinds.front()) + "”";
        return true;
    }
    return false;
}

/// One gives the stretch for which a figure stands, and the other marks that its own is a running total, or is of what
/// is given for stretches only (profits, rates): then the other leaves the stretch to the reader.
bool periodShared(const Candidate& a, const Candidate& b, const Common& common) {
    // Both sum up since the beginning of something, and one names the day.
    const Candidate& giver = a.fact->anchor.period ? a : b;
    const Fact &given = *giver.fact, &silent = &giver == &a ? *b.fact : *a.fact;
    if (!common.few || silent.anchor.explicitTime ||
        (silent.kind == ClaimKind::Count && silent.slot.event != given.slot.event))
        return false;
    if (silent.kind == ClaimKind::Money && silent.measures.empty() && given.measures.empty() && silent.anchor.time &&
        given.anchor.explicitTime && given.anchor.time && !meet(*silent.anchor.time, *given.anchor.time))
        return false; // "last year it paid …", beside what it pays now
    // "Has destroyed 120 homes since Tuesday", "45 homes have been destroyed": since then is since it began.
    constexpr std::int64_t recent = 31 * 86400;
    if (silent.kind == ClaimKind::Count && given.anchor.time && given.anchor.time->openTo &&
        overlap(silent.content, given.content) >= 3 &&
        (!giver.in->published || *giver.in->published - given.anchor.time->from <= recent))
        return true;
    return silent.kind == ClaimKind::Count ? silent.marks.growth || silent.marks.soFar || silent.marks.total
                                           : silent.kind == ClaimKind::Money || silent.kind == ClaimKind::Percentage;
}

/// A total as it stood ("has risen to 41", "so far"): it is the event's, whatever day the report tells of.
bool running(const Candidate& a, const Candidate& b, const Common& common) {
    static const std::uint32_t toll = Concepts::named("toll");
    const auto total = [](const Fact& f) {
        return f.marks.growth || f.marks.soFar || f.marks.total ||
               (listed(Family::Fate, f.slot.event) && hasWord(f, toll));
    };
    constexpr std::int64_t week = 7 * 86400;
    const claim::Anchor &x = a.fact->anchor, &y = b.fact->anchor;
    return common.few && a.article != b.article && (total(*a.fact) || total(*b.fact)) && common.names >= 2 &&
           common.leadWords >= 2 && !common.longApart && !x.period && !y.period && x.time && y.time &&
           std::max(x.time->from - y.time->to, y.time->from - x.time->to) < week;
}

namespace {

/// Both tell of one day, which the one reports while the other looks back on it: "early on Monday", "before dawn on
/// Monday".
bool oneDay(const claim::Anchor& x, const claim::Anchor& y) {
    constexpr std::int64_t day = 86400, longest = 2 * day;
    const auto brief = [](const claim::Anchor& p) {
        return p.time && !p.period && !p.time->openFrom && !p.time->openTo && p.time->to - p.time->from <= longest;
    };
    const auto whole = [](const read::TimeSpan& t) {
        read::TimeSpan out = t;
        out.from -= ((out.from % day) + day) % day;
        out.to += (day - ((out.to % day) + day) % day) % day;
        return out;
    };
    return brief(x) && brief(y) && (x.background ? x : y).explicitTime && meet(whole(*x.time), whole(*y.time));
}

/// Both are of one stretch that the texts name: "since 20 March".
bool oneStretch(const claim::Anchor& x, const claim::Anchor& y) {
    return x.period && y.period && x.explicitTime && y.explicitTime && x.time && y.time && x.time->from == y.time->from;
}

/// One of the two times is only taken over from the report's lead, and lies on the day before or after: reports of one
/// event give its days so.
bool nextDay(const Candidate& a, const Candidate& b, const Common& common) {
    const claim::Anchor &x = a.fact->anchor, &y = b.fact->anchor;
    constexpr std::int64_t day = 86400, week = 7 * day;
    return common.few && x.explicitTime != y.explicitTime && common.names >= 2 && common.leadWords >= 2 &&
           std::max(x.time->from - y.time->to, y.time->from - x.time->to) <
               (common.followUp && numeric(a.fact->kind) ? week : day) &&
           x.time->to - x.time->from <= day && y.time->to - y.time->from <= day;
}

/// Stretches of one length, or nearly: "the third quarter", "the three months to September".
bool alikeLong(const read::TimeSpan& a, const read::TimeSpan& b) {
    const std::int64_t p = a.to - a.from, q = b.to - b.from;
    return p < 2 * q && q < 2 * p;
}

} // namespace

Apart happeningsApart(const Candidate& a, const Candidate& b, const Common& common, Verdict& v) {
    const auto parted = [&](const char* why, Apart by) {
        v.no(why);
        return by;
    };
    const claim::Anchor &x = a.fact->anchor, &y = b.fact->anchor;
    const bool dates = a.fact->kind == ClaimKind::Date;
    if (a.fact->kind == ClaimKind::Responsibility)
        return Apart::No; // said at one time of a deed of another
    if (!dates && a.fact->saidLongAgo != b.fact->saidLongAgo)
        return parted("they speak of different times", Apart::Times); // "said in May that it had 408 kilograms"
    if (!dates && !x.unresolved.empty() && !y.unresolved.empty() && apart(x.unresolved, y.unresolved))
        return parted("they speak of different times", Apart::Times);
    // "Last year", "on Tuesday", of reports that carry no date
    const auto otherYear = [](const claim::Anchor& p) { return p.unresolved == "XXXX" && !p.time; };
    if (isDeed(*a.fact) && otherYear(x) != otherYear(y) && !(x.unresolved.empty() && !x.time) &&
        !(y.unresolved.empty() && !y.time))
        return parted("they speak of different times", Apart::Times);
    // "None was found this winter", "it was found in 2022"
    const auto year = [](const claim::Anchor& p) {
        return p.explicitTime && p.time && p.time->grain <= read::Grain::Year;
    };
    if (isDeed(*a.fact) && ((!x.unresolved.empty() && year(y)) || (!y.unresolved.empty() && year(x))))
        return parted("they speak of different times", Apart::Times);
    // "Had won 51 percent in 2021", "won 58 percent"
    constexpr std::int64_t old = 300 * 86400;
    const auto past = [](const Candidate& c) {
        const claim::Anchor& p = c.fact->anchor;
        return p.explicitTime && p.time && !p.time->openTo && c.in->published && p.time->to + old <= *c.in->published;
    };
    if (a.fact->kind == ClaimKind::Percentage && past(a) != past(b) && !(x.explicitTime && y.explicitTime) &&
        !sameAmount(a.fact->said, b.fact->said))
        return parted("they speak of different times", Apart::Times);
    // "In the third quarter", "in the first nine months"
    const auto stretch = [](const claim::Anchor& p) { return p.unresolved.starts_with('P') && !p.explicitTime; };
    if (!dates && x.period && y.period && ((stretch(x) && y.explicitTime) || (stretch(y) && x.explicitTime)) &&
        !sameAmount(a.fact->said, b.fact->said))
        return parted("they sum up stretches of other lengths", Apart::Period);
    const bool stands = !dates && running(a, b, common);
    if (!dates && x.explicitTime && y.explicitTime && x.time && y.time) {
        if (!meet(*x.time, *y.time) && !stands)
            return parted("they speak of different times", Apart::Times);
        const bool equal = x.time->from == y.time->from && x.time->to == y.time->to;
        if (x.period != y.period && !equal)
            return parted("one is about a day, the other about a period", Apart::Period);
        if (x.period && x.time->grain != y.time->grain && !x.time->openTo && !y.time->openTo &&
            !(common.few && alikeLong(*x.time, *y.time)))
            return parted("they sum up stretches of other lengths", Apart::Period);
        v.say("the times that they give meet");
        ++v.strength;
    } else if (!dates && x.period != y.period && !periodShared(a, b, common)) {
        return parted("one is a period's figure", Apart::Period);
    } else if (!dates && x.period == y.period && x.time && y.time &&
               (x.explicitTime || y.explicitTime || common.leadTimesMeet)) {
        if (!meet(*x.time, *y.time) && !nextDay(a, b, common) && !stands)
            return parted("they speak of different times", Apart::Times);
        v.say("the times of the two reports' events meet");
        ++v.strength;
    }
    if (x.background != y.background && (dates || !common.few || (!oneDay(x, y) && !oneStretch(x, y))))
        return parted("one is told as what went before", Apart::Before);
    if (!dates && x.lead && y.lead && common.leadTimesApart && !stands && !(common.followUp && numeric(a.fact->kind)))
        return parted("the two reports' events lie on different days", Apart::Days);
    // "12,000 marched in the capital", "30,000 across the country"
    const auto oneTown = [](const Fact& f) {
        return !f.everywhere && !f.anchor.places.empty() &&
               std::none_of(f.named.begin(), f.named.end(), [](std::uint64_t key) { return key & countryBit; });
    };
    if ((a.fact->everywhere && oneTown(*b.fact)) || (b.fact->everywhere && oneTown(*a.fact)))
        return parted("they speak of different places", Apart::Places);
    if (!x.places.empty() && !y.places.empty()) {
        const auto shared = std::find_if(x.places.begin(), x.places.end(), [&](const std::string& p) {
            return std::find(y.places.begin(), y.places.end(), p) != y.places.end();
        });
        if (shared != x.places.end()) {
            v.say("both name “", *shared, "”");
            ++v.strength;
        } else if (!placesConnected(a, b)) {
            return parted("they speak of different places", Apart::Places);
        }
    }
    return Apart::No;
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

bool mayBeOneHappening(const Common& common) {
    return oneHappening(common, ~std::size_t{0});
}

bool plannedApart(const Fact& a, const Fact& b) {
    // "Will hold 52 seats": that is what the vote gave.
    // "Recalled 1.2 million cars", "said it would recall 1.7 million": one deed of one doer.
    const Fact& done = a.planned ? b : a;
    const bool one = !a.subjects.empty() && !b.subjects.empty() && a.subjects.front() == b.subjects.front() &&
                     a.slot.event == b.slot.event && !a.foreseen && !b.foreseen &&
                     !(a.anchor.explicitTime && b.anchor.explicitTime && a.anchor.time != b.anchor.time) &&
                     !(done.anchor.explicitTime && done.anchor.period); // "spent 3 billion last year"
    return a.planned != b.planned && !one && !(a.slot.head == "seat" && b.slot.head == "seat");
}

std::size_t unknownNames(const Candidate& a, const Candidate& b) {
    const auto& known = b.in->nameWords;
    std::size_t unknown = 0;
    bool any = false, named = false;
    for (const std::uint32_t word : a.fact->names) {
        if (word == endOfName || word == endOfPlace) {
            unknown += any && !named;
            any = named = false;
            continue;
        }
        any = true;
        named |= std::binary_search(known.begin(), known.end(), word);
    }
    return unknown;
}

namespace {

using Name = std::vector<std::uint32_t>;

/// The persons, organisations and things that a fact's sentence names.
std::vector<Name> ownNames(const Fact& fact) {
    std::vector<Name> out;
    Name name;
    for (const std::uint32_t word : fact.names) {
        if (word != endOfPlace && word != endOfName) {
            name.push_back(word);
            continue;
        }
        if (word == endOfName && !name.empty())
            out.push_back(name);
        name.clear();
    }
    return out;
}

/// A word in common, and not "Alan Reeve" beside "Mark Reeve".
bool oneName(const Name& p, const Name& q) {
    const bool shares =
        std::any_of(p.begin(), p.end(), [&](std::uint32_t w) { return std::find(q.begin(), q.end(), w) != q.end(); });
    return shares && !(p.size() == 2 && q.size() == 2 && p[1] == q[1] && p[0] != q[0]);
}

bool anyShared(const std::vector<Name>& x, const std::vector<Name>& y) {
    return std::any_of(x.begin(), x.end(), [&](const Name& p) {
        return std::any_of(y.begin(), y.end(), [&](const Name& q) { return oneName(p, q); });
    });
}

} // namespace

bool namesApart(const Fact& a, const Fact& b) {
    const std::vector<Name> x = ownNames(a), y = ownNames(b);
    return !x.empty() && !y.empty() && !anyShared(x, y);
}

bool namesShared(const Fact& a, const Fact& b) {
    return anyShared(ownNames(a), ownNames(b));
}

bool namesSharedTwice(const Fact& a, const Fact& b) {
    const std::vector<Name> x = ownNames(a), y = ownNames(b);
    return std::count_if(x.begin(), x.end(), [&](const Name& p) {
               return std::any_of(y.begin(), y.end(), [&](const Name& q) { return oneName(p, q); });
           }) >= 2;
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
                          together(Family::Deed, event, other->slot.event) || hasWord(*other, Concepts::named(event)) ||
                          (!fact->slot.classified && !other->slot.classified && verbsClose(event, other->slot.event));
        out.tells = out.tells && told;
    }
    if (x.slot.event != y.slot.event && kindred(x.slot.event, y.slot.event))
        ++out.words; // told with two words for one deed
    return out;
}

bool sameSet(const Candidate& a, const Candidate& b) {
    return a.fact->said.set && b.fact->said.set && *a.fact->said.set == *b.fact->said.set;
}

bool farApart(const read::Decimal& a, const read::Decimal& b, int times) {
    const auto multiple = [times](const read::Decimal& d) { return d.times(read::Decimal(times)).value_or(d); };
    return a > multiple(b) || b > multiple(a);
}

bool onlyNames(const Fact& a, const Fact& b) {
    if ((a.kind != ClaimKind::Percentage && a.kind != ClaimKind::Money) || !a.slot.head.empty() ||
        !listed(Family::Direction, a.slot.event) || !listed(Family::Direction, b.slot.event) ||
        overlap(a.measures, b.measures) > 0)
        return false;
    const std::uint32_t own = Concepts::named(a.slot.event), other = Concepts::named(b.slot.event);
    return std::none_of(a.content.begin(), a.content.end(), [&](std::uint32_t word) {
        return word != own && word != other && hasWord(b, word) &&
               std::find(a.names.begin(), a.names.end(), word | 1u) == a.names.end();
    });
}

namespace {

bool sexesApart(std::uint32_t a, std::uint32_t b) {
    static const auto male = conceptsOf(Family::Male), female = conceptsOf(Family::Female);
    const auto in = [](std::uint32_t word, const std::vector<std::uint32_t>& list) {
        return std::binary_search(list.begin(), list.end(), word);
    };
    return (in(a, male) && in(b, female)) || (in(a, female) && in(b, male));
}

} // namespace

bool otherHolders(const Fact& a, const Fact& b) {
    const auto holder = [](const Fact& f) { return f.doer != 0 || f.subjects.empty() ? f.doer : f.subjects.front(); };
    static const auto standins = conceptsOf(Family::Standin);
    const std::uint32_t one = holder(a), two = holder(b);
    // "The mayor", "l'adjoint au maire"
    const auto standin = [&](std::uint32_t who, const Fact& other) {
        return std::binary_search(standins.begin(), standins.end(), who) && !hasWord(other, who);
    };
    if (one != 0 && two != 0 && one != two && (standin(one, b) || standin(two, a)))
        return true;
    if (one == 0 || one != two || std::find(a.names.begin(), a.names.end(), one | 1u) != a.names.end())
        return false;
    const auto standsIn = [](const std::vector<std::uint32_t>& words) {
        return std::any_of(words.begin(), words.end(), [](std::uint32_t word) {
            return std::binary_search(standins.begin(), standins.end(), word);
        });
    };
    return standsIn(a.subjects) != standsIn(b.subjects);
}

namespace {

/// "Revenue", "iPhone revenue": of what is measured, is it a kind that the other's sentence has no word of?
bool otherKind(const Fact& a, const Fact& b) {
    static const auto wholes = conceptsOf(Family::Whole);
    const auto strange = [](std::uint32_t kind, const Fact& other) {
        return kind != 0 && !std::binary_search(wholes.begin(), wholes.end(), kind) && !hasWord(other, kind) &&
               std::find(other.subjects.begin(), other.subjects.end(), kind) == other.subjects.end();
    };
    return (a.kind == ClaimKind::Percentage || a.kind == ClaimKind::Money) && a.subjectKind != b.subjectKind &&
           (strange(a.subjectKind, b) || strange(b.subjectKind, a));
}

/// "The Senate voted", "a Senate committee voted"
bool committeeApart(const Fact& a, const Fact& b) {
    static const auto committees = conceptsOf(Family::Committee);
    const auto committee = [](const Fact& f) {
        return std::binary_search(committees.begin(), committees.end(), f.subjects.front());
    };
    return committee(a) != committee(b);
}

} // namespace

bool strangeTo(std::uint32_t word, const Fact& own, const Fact& other) {
    return word != 0 && !hasWord(other, word) &&
           std::find(own.names.begin(), own.names.end(), word | 1u) == own.names.end();
}

bool otherObjects(const Fact& a, const Fact& b) {
    return !a.objects.empty() && !b.objects.empty() && strangeTo(a.objects.front(), a, b) &&
           strangeTo(b.objects.front(), b, a);
}

bool otherSubjects(const Fact& a, const Fact& b) {
    const auto &x = a.subjects, &y = b.subjects;
    if (a.length && b.length && x.empty() != y.empty()) { // "she governed for 17 years", "her party for 23"
        static const auto collectives = conceptsOf(Family::Collective);
        return std::binary_search(collectives.begin(), collectives.end(), x.empty() ? y.front() : x.front());
    }
    if (x.empty() || y.empty())
        return false;
    if (committeeApart(a, b))
        return true;
    const auto in = [](std::uint32_t word, const Fact& f) {
        return hasWord(f, word) || std::find(f.subjects.begin(), f.subjects.end(), word) != f.subjects.end();
    };
    if (x.front() == y.front() && a.namedDoer && b.namedDoer && !otherKind(a, b))
        return false;             // "the Conservatives of …", "the governing Conservatives"
    if (x.front() == y.front()) { // one noun: by what stands with it
        if (otherHolders(a, b) || otherKind(a, b))
            return true;
        static const auto praise = [] {
            std::vector<std::uint32_t> out;
            for (const std::string_view word : wordsOf(Family::Praise))
                out.push_back(Concepts::named(word));
            std::sort(out.begin(), out.end());
            return out;
        }();
        const auto own = [&](const std::vector<std::uint32_t>& words, const Fact& other) {
            return std::any_of(words.begin() + 1, words.end(), [&](std::uint32_t word) {
                return !in(word, other) && !std::binary_search(praise.begin(), praise.end(), word);
            });
        };
        return own(x, b) && own(y, a);
    }
    // "A man was jailed", "a woman was jailed"; "France will send", "Germany will send"; "the mayor", "her opponent"
    if (sexesApart(x.front(), y.front()) || (a.namedDoer && b.namedDoer && !in(x.front(), b) && !in(y.front(), a)))
        return true;
    static const auto settlements = conceptsOf(Family::Settlement), territories = conceptsOf(Family::Territory);
    const auto one = [](std::uint32_t word, const std::vector<std::uint32_t>& list) {
        return std::binary_search(list.begin(), list.end(), word);
    };
    if ((one(x.front(), settlements) && one(y.front(), territories)) ||
        (one(x.front(), territories) && one(y.front(), settlements)))
        return true; // "the city has 400,000 inhabitants", "the region has 1.2 million"
    static const auto rivals = conceptsOf(Family::Rival);
    const auto rival = [&](std::uint32_t word) { return std::binary_search(rivals.begin(), rivals.end(), word); };
    if (rival(x.front()) != rival(y.front()))
        return true;
    if ((a.kind != ClaimKind::Percentage && a.kind != ClaimKind::Money) || overlap(a.measures, b.measures) > 0 ||
        (a.marks.each && b.marks.each))
        return false;
    const auto none = [&](const std::vector<std::uint32_t>& words, const Fact& other) {
        return std::none_of(words.begin(), words.end(), [&](std::uint32_t word) { return in(word, other); });
    };
    return none(x, b) && none(y, a);
}

bool otherTitles(const Fact& a, const Fact& b) {
    const auto noun = [](std::uint64_t title) { return title >> 32; };
    for (const std::uint64_t x : a.titled) {
        const auto other = [&](const std::vector<std::uint64_t>& titles) { // the noun is there, and never so named
            bool any = false;
            for (const std::uint64_t y : titles) {
                if (y == x)
                    return false;
                any |= noun(y) == noun(x);
            }
            return any;
        };
        if (other(b.titled))
            return std::none_of(a.titled.begin(), a.titled.end(), [&](std::uint64_t t) {
                return noun(t) == noun(x) && std::find(b.titled.begin(), b.titled.end(), t) != b.titled.end();
            });
    }
    return false;
}

namespace {

/// "The museum", "the café of the museum"; "Novak", "Novak's brother": one tells of what the other's own has, and the
/// other has no word of it.
bool ofTheOther(const std::vector<std::uint32_t>& owner, std::uint32_t owned, std::uint32_t by, const Fact& whole) {
    static const auto light = conceptsOf(Family::Light);
    return by != 0 && !owner.empty() && owner.front() == by && owned != by && measuresOf({owned}).empty() &&
           !std::binary_search(light.begin(), light.end(), owned) && !hasWord(whole, owned);
}

bool ofTheOther(const Fact& whole, const Fact& part) {
    return (!part.subjects.empty() && ofTheOther(whole.subjects, part.subjects.front(), part.subjectOwner, whole)) ||
           (!part.objects.empty() && ofTheOther(whole.objects, part.objects.front(), part.objectOwner, whole));
}

} // namespace

bool otherComplements(const Fact& a, const Fact& b) {
    if (ofTheOther(a, b) || ofTheOther(b, a))
        return true;
    const auto host = [](std::uint64_t complement) { return complement >> 32; };
    const auto strange = [](auto first, auto last, const Fact& f) {
        return std::any_of(
            first, last, [&](std::uint64_t complement) { return !hasWord(f, static_cast<std::uint32_t>(complement)); });
    };
    for (auto p = a.complements.begin(), q = b.complements.begin();
         p != a.complements.end() && q != b.complements.end();) {
        if (host(*p) != host(*q)) {
            host(*p) < host(*q) ? ++p : ++q;
            continue;
        }
        const auto other = [one = host(*p), &host](std::uint64_t c) { return host(c) != one; };
        const auto endP = std::find_if(p, a.complements.end(), other);
        const auto endQ = std::find_if(q, b.complements.end(), other);
        const bool same = std::any_of(p, endP, [&](std::uint64_t c) { return std::find(q, endQ, c) != endQ; });
        if (!same && (strange(p, endP, b) || strange(q, endQ, a)))
            return true;
        p = endP;
        q = endQ;
    }
    return false;
}

bool otherHour(const Fact& a, const Fact& b) {
    return a.atHour != b.atHour && !a.measures.empty() && a.measures == b.measures && soleMeasure(a.measures.front()) &&
           !sameAmount(a.said, b.said);
}

bool otherMeasures(const Fact& a, const Fact& b) {
    if (a.measures.empty() || b.measures.empty() || overlap(a.measures, b.measures) > 0)
        return false;
    // "The stadium will cost 95 million", "the price, 120 million"
    static const auto costs = measuresOf({Concepts::named("cost")}), prices = measuresOf({Concepts::named("price")});
    const bool paid = a.kind == ClaimKind::Money &&
                      ((a.measures == costs && b.measures == prices) || (a.measures == prices && b.measures == costs));
    return !paid;
}

namespace {

/// Does the sentence say of what age those are of whom it speaks ("in people over 65")?
bool tellsAges(const Digest& report, std::uint32_t sentence) {
    return report.anyIn(sentence, [](const Fact& f) {
        return f.kind == ClaimKind::Age && f.subject.empty() && f.said.set &&
               (f.said.set->qualifier == read::Qualifier::MoreThan ||
                f.said.set->qualifier == read::Qualifier::LessThan ||
                f.said.set->qualifier == read::Qualifier::AtLeast || f.said.set->qualifier == read::Qualifier::AtMost ||
                f.said.set->qualifier == read::Qualifier::Range);
    });
}

/// Does the fact's sentence tell of a happening that came after its like ("an aftershock")?
bool tellsSequel(const Digest& report, const Fact& fact) {
    static const auto sequels = conceptsOf(Family::Sequel);
    static const auto hyphened = [] { // of several tokens, or read as a verb of saying ("réplique")
        std::vector<std::string_view> out = wordsOf(Family::Sequel);
        std::erase_if(out, [](std::string_view word) {
            return word.find('-') == std::string_view::npos && word.find("\xC3") == std::string_view::npos;
        });
        return out;
    }();
    const std::string_view sentence = fact.said.sentence.of(report.text);
    return overlap(fact.content, sequels) > 0 ||
           std::any_of(hyphened.begin(), hyphened.end(),
                       [&](std::string_view word) { return sentence.find(word) != std::string_view::npos; });
}

/// Is the figure what somebody asks for or proposes?
bool asks(const Candidate& c) {
    const claim::Slot& slot = c.fact->slot;
    if (listed(Family::Wish, slot.event) &&
        (slot.relation == SlotRelation::Patient || oneOf(std::string_view(slot.preposition), {"for", "de"})))
        return true; // "had asked for 5 million"
    if (slot.relation == SlotRelation::Adjunct && slot.preposition == "in")
        return false; // "sought shelter in 150 centres"
    // By the deed that stands last before the figure; of "called on ministers to cut" the one that governs it.
    const auto infinitive = [&](const Fact& f) {
        const std::string_view words = f.said.words.of(c.in->text);
        return words.starts_with("to ") || words.starts_with("de ") || words.starts_with("à ");
    };
    const Fact *last = nullptr, *before = nullptr, *outer = nullptr;
    c.in->eachIn(c.fact->sentence, [&](const Fact& f) {
        if (!isDeed(f) || f.said.words.begin >= c.fact->said.words.begin)
            return;
        if (!last || last->said.words.begin < f.said.words.begin)
            before = std::exchange(last, &f);
        else if (!before || before->said.words.begin < f.said.words.begin)
            before = &f;
        if (!infinitive(f) && (!outer || outer->said.words.begin < f.said.words.begin))
            outer = &f;
    });
    if (last && outer && last != outer && oneOf(outer->slot.event, {"call", "appeler"}))
        return true;
    // "Demanded a pay rise of 9 percent": a noun for the deed, behind the verb that asks for it.
    if (last && before && last->slot.event == slot.event && !infinitive(*last)) {
        const Span between{before->said.words.end, last->said.words.begin};
        const std::string_view words = between.begin < between.end ? between.of(c.in->text) : "";
        if (words.find(',') == std::string_view::npos && words.find(" and ") == std::string_view::npos &&
            words.find(" et ") == std::string_view::npos)
            last = before;
    }
    const auto callsFor = [&](const Fact& f) {
        const std::size_t end = std::min<std::size_t>(f.said.words.end, c.in->text.size());
        const std::string_view behind = c.in->text.substr(end);
        return oneOf(f.slot.event, {"call", "appeler"}) && (behind.starts_with(" for ") || behind.starts_with(" on "));
    };
    return last && last->slot.relation == SlotRelation::Agent &&
           (listed(Family::Wish, last->slot.event) || callsFor(*last));
}

} // namespace

namespace {

/// The words of more sentences than a few, as far as these make claims; ascending.
std::vector<std::uint32_t> frequentWords(const Digest& report) {
    constexpr std::size_t few = 2;
    std::vector<std::uint64_t> places; // a word, then a sentence that holds it
    const Fact* last = nullptr;
    for (const std::uint32_t i : report.bySentence) {
        const Fact& fact = report.facts[i];
        if (last && last->sentence == fact.sentence && last->content == fact.content)
            continue; // nearly all facts of a sentence
        last = &fact;
        for (const std::uint32_t word : fact.content)
            places.push_back(std::uint64_t{word} << 32 | fact.sentence);
    }
    std::sort(places.begin(), places.end());
    places.erase(std::unique(places.begin(), places.end()), places.end());
    std::vector<std::uint32_t> out;
    for (std::size_t i = few; i < places.size(); ++i) {
        const auto word = static_cast<std::uint32_t>(places[i] >> 32);
        if (places[i - few] >> 32 == word && (out.empty() || out.back() != word))
            out.push_back(word);
    }
    return out;
}

} // namespace

void settle(Digest& report) {
    report.frequent = frequentWords(report);
    for (std::uint32_t i = 0; i < report.facts.size(); ++i) {
        Fact& fact = report.facts[i];
        fact.sequel = tellsSequel(report, fact);
        if (!numeric(fact.kind))
            continue;
        static const auto groups = conceptsOf(Family::Group); // "among women, 55 percent"
        fact.ofAge = tellsAges(report, fact.sentence);
        fact.ofGroup = overlap(fact.content, groups) > 0;
        fact.asked = asks({0, i, &fact, &report});
    }
}

bool otherGroup(const Candidate& a, const Candidate& b) {
    const bool shares = a.fact->kind == ClaimKind::Percentage && b.fact->kind == ClaimKind::Percentage;
    return a.fact->ofAge != b.fact->ofAge || (shares && a.fact->ofGroup != b.fact->ofGroup);
}

bool sequel(const Candidate& a, const Candidate& b) {
    return a.fact->sequel != b.fact->sequel;
}

bool wished(const Candidate& a, const Candidate& b) {
    const bool bothMeant = a.fact->planned && b.fact->planned; // "promises savings", "expects savings"
    return (a.fact->foreseen != b.fact->foreseen && !bothMeant) || a.fact->asked != b.fact->asked;
}

bool mayBePart(const Fact& narrow, const Fact& wide) {
    const claim::Slot &x = narrow.slot, &y = wide.slot;
    const read::FigureSet &fewer = *narrow.said.set, &more = *wide.said.set;
    if (x.event == "employ" && y.event == "employ")
        return false; // whoever is employed is an employee
    // "252,000 electric vehicles", "2.2 million vehicles"
    const auto kind = [&] {
        bool strange = false;
        text::forEachWord(x.modifiers, [&](std::string_view word) {
            strange |= !listed(Family::Praise, word) && !listed(Family::Whole, word) && word != x.event &&
                       !hasWord(wide, Concepts::named(word));
        });
        return strange;
    };
    return ((x.headClass == "person" && !genericPerson(x.head) && genericPerson(y.head) &&
             (x.headRole.empty() || oneOf(x.headRole, {"deployment:agent", "fire:agent"}))) ||
            (x.headClass == "vehicle" && x.head != "vehicle" && y.head == "vehicle") ||
            (x.headClass != "person" && x.head == y.head && y.modifiers.empty() && kind())) &&
           ((fewer.high && more.low && *fewer.high < *more.low) ||
            (fewer.headline && more.headline && *fewer.headline < *more.headline));
}

bool bodiesApart(const Fact& a, const Fact& b, const Common& common) {
    if (a.bodiesFound == b.bodiesFound || sameAmount(a.said, b.said))
        return false;
    const auto &x = a.said.set, &y = b.said.set;
    return !common.few || common.tiny || !x || !y || !x->headline || !y->headline ||
           farApart(*x->headline, *y->headline, 2);
}

bool sharesApart(const Fact& x, const Fact& y) {
    if (x.kind != ClaimKind::Percentage || sameAmount(x.said, y.said) || x.slot.head.empty() || y.slot.head.empty())
        return false;
    const std::uint32_t set = Concepts::named(x.slot.head), word = Concepts::named("percent");
    const auto rest = [&](const std::vector<std::uint32_t>& list) {
        return static_cast<double>(
            std::count_if(list.begin(), list.end(), [&](std::uint32_t c) { return c != set && c != word; }));
    };
    std::vector<std::uint32_t> both;
    std::set_intersection(x.content.begin(), x.content.end(), y.content.begin(), y.content.end(),
                          std::back_inserter(both));
    return rest(both) < 2 || rest(both) < 0.6 * std::min(rest(x.content), rest(y.content));
}

bool numeric(ClaimKind kind) {
    return kind == ClaimKind::Count || kind == ClaimKind::Money || kind == ClaimKind::Measure ||
           kind == ClaimKind::Percentage;
}

bool kindred(std::string_view a, std::string_view b) {
    return together(Family::Deed, a, b);
}

bool aboutOther(const Candidate& a, const Candidate& b) {
    constexpr std::size_t many = 3;
    if (overlap(a.fact->content, b.fact->content) >= many && share(a.fact->content, b.fact->content) >= 0.5)
        return false; // the sentences match for all that
    const auto &named = b.fact->named, &known = a.in->nameKeys;
    const auto knows = [&](std::uint64_t name) { return std::binary_search(known.begin(), known.end(), name); };
    return b.fact->sentence > 0 && !named.empty() && std::none_of(named.begin(), named.end(), knows);
}

bool otherBodies(const Fact& a, const Fact& b) {
    return !a.bodies.empty() && !b.bodies.empty() &&
           std::none_of(a.bodies.begin(), a.bodies.end(),
                        [&](std::uint64_t n) { return std::binary_search(b.bodies.begin(), b.bodies.end(), n); });
}

bool strangers(const Candidate& a, const Candidate& b, const Common& common) {
    const auto names = [](const Digest& article) {
        const auto some = [](const Fact& f) { return !f.named.empty() || !f.bodies.empty(); };
        return article.anyIn(0, some) || article.anyIn(1, some);
    };
    const auto nowhere = [](const Fact& f) { return f.anchor.places.empty(); };
    const bool oneDeed = common.names == 1 && common.sameLeadEvent && common.leadTimesMeet;
    if (common.few && common.leadPlacesApart && common.names < 2 && !oneDeed && nowhere(*a.fact) && nowhere(*b.fact))
        return true; // each says where at its beginning, and elsewhere than the other
    return common.names == 0 && names(*a.in) && names(*b.in);
}

bool sameThing(const Fact& x, const Fact& y) {
    return x.slot.head == y.slot.head || together(Family::Thing, x.slot.head, y.slot.head);
}

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

} // namespace countercheck::compare::gate
