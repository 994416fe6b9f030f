// SPDX-License-Identifier: GPL-3.0-or-later
// Do two claims speak of one happening? By time, by place and by how they are told.
#include "core/compare/gate/gate.h"

#include "core/compare/relate.h"
#include "core/compare/words/concepts.h"
#include "core/compare/words/lookups.h"
#include "core/compare/words/wordlists.h"

#include <algorithm>

namespace countercheck::compare::gate {

using claim::ClaimKind;

namespace {

/// "XXXX-WXX-4TMO" is of the day "XXXX-WXX-4".
std::string_view day(std::string_view value) {
    return value.substr(0, value.find('T'));
}
bool weekday(std::string_view value) {
    return value.starts_with("XXXX-WXX-");
}

/// TIMEX3 values that do not resolve and cannot be one time: "XXXX-06" and "XXXX-07". Who names a weekday means one of
/// these days, who names a month, a quarter, a season or a year does not.
bool apart(std::string_view a, std::string_view b) {
    if (a.starts_with('P') != b.starts_with('P'))
        return false;
    if (a.starts_with('P'))
        return a != b; // "in the first nine months", "in three months"
    a = day(a);
    b = day(b);
    constexpr std::size_t month = 7; // "XXXX-06", "XXXX-Q3"
    const auto coarse = [](std::string_view value) { return value.size() <= month && !value.starts_with("XXXX-W"); };
    if ((weekday(a) && coarse(b)) || (weekday(b) && coarse(a)))
        return true;
    if (a.size() != b.size())
        return false;
    for (std::size_t i = 0; i < a.size(); ++i)
        if (a[i] != b[i] && a[i] != 'X' && b[i] != 'X')
            return true;
    return false;
}

/// A weekday or month that does not resolve, and a month or year that does: "will start in April", "stopped in June
/// 2020".
bool apart(const claim::Anchor& open, const claim::Anchor& known) {
    if (open.unresolved.empty() || open.time || !known.explicitTime || !known.time || known.time->openFrom ||
        known.time->openTo)
        return false;
    return known.time->grain <= read::Grain::Year ||
           (known.time->grain == read::Grain::Month && open.unresolved.starts_with("XXXX-W"));
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

bool meet(const read::TimeSpan& a, const read::TimeSpan& b) {
    const bool aFirst = !a.openTo && a.to <= b.from, bFirst = !b.openTo && b.to <= a.from;
    return !(aFirst && !b.openFrom) && !(bFirst && !a.openFrom);
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

bool oneStory(const Common& common) {
    constexpr std::uint32_t much = 4;
    return common.names >= 2 || (!common.tiny && common.names >= 1 && common.leadWords >= much);
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
    return common.few && a.article != b.article && (total(*a.fact) || total(*b.fact)) && oneStory(common) &&
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
    return common.few && x.explicitTime != y.explicitTime && oneStory(common) &&
           (common.leadWords >= 2 || common.followUp) &&
           std::max(x.time->from - y.time->to, y.time->from - x.time->to) <
               (common.followUp && numeric(a.fact->kind) ? week : day) &&
           x.time->to - x.time->from <= day && y.time->to - y.time->from <= day;
}

/// Stretches of one length, or nearly: "the third quarter", "the three months to September".
bool alikeLong(const read::TimeSpan& a, const read::TimeSpan& b) {
    const std::int64_t p = a.to - a.from, q = b.to - b.from;
    return p < 2 * q && q < 2 * p;
}

/// "Since 1990", "this year": up to the day of the report.
bool openApart(const Candidate& a, const Candidate& b) {
    const auto length = [](const Candidate& c) {
        const read::TimeSpan& t = *c.fact->anchor.time;
        return (t.openTo && c.in->published ? std::max(*c.in->published, t.from) : t.to) - t.from;
    };
    constexpr std::int64_t long_ = 366 * 86400;
    const std::int64_t p = length(a), q = length(b);
    return std::max(p, q) > long_ && (p >= 2 * q || q >= 2 * p);
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
    if ((isDeed(*a.fact) || numeric(a.fact->kind)) && (apart(x, y) || apart(y, x)))
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
        if (x.period && y.period && x.time->openTo != y.time->openTo && openApart(a, b))
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
    if (x.background != y.background && !stands && (dates || !common.few || (!oneDay(x, y) && !oneStretch(x, y))))
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

bool otherHour(const Fact& a, const Fact& b) {
    return a.atHour != b.atHour && !a.measures.empty() && a.measures == b.measures && soleMeasure(a.measures.front()) &&
           !sameAmount(a.said, b.said);
}

bool strangers(const Candidate& a, const Candidate& b, const Common& common) {
    const auto names = [](const Digest& article) {
        const auto some = [](const Fact& f) { return !f.named.empty() || !f.bodies.empty(); };
        return article.anyIn(0, some) || article.anyIn(1, some);
    };
    const auto nowhere = [](const Fact& f) { return f.anchor.places.empty(); };
    const bool oneDeed = common.names == 1 && common.sameLeadEvent && common.leadTimesMeet;
    if (common.few && common.leadPlacesApart && !oneStory(common) && !oneDeed && nowhere(*a.fact) && nowhere(*b.fact))
        return true; // each says where at its beginning, and elsewhere than the other
    return common.names == 0 && names(*a.in) && names(*b.in);
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
