// SPDX-License-Identifier: GPL-3.0-or-later
// Days and hours of reports that plainly tell of one event, by all that speaks for and against one question together:
// as gateweights.cpp does it for figures. Of a report's dates most are of other things than the other report's, however
// close they lie; what is dated has to be shown by its deed, or by nearly all words around it.
#include "core/compare/gate/weighing.h"

#include "core/compare/gate/narrowing.h"
#include "core/compare/words/lookups.h"
#include "core/compare/words/moments.h"
#include "core/compare/words/wordlists.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>

namespace countercheck::compare::gate {

using SlotRelation = claim::Relation;

namespace {

enum Sign : std::uint8_t {
    OneStep,
    ManySteps,
    SameDeed,
    OneDoer,
    OneMoment,
    MomentTold,
    LightMoment,
    LightDeed,
    NoDeed,
    OtherDeed,
    OtherEdge,
    MuchCover,
    Nearest,
    OthersNearer,
    SameSubject,
    Turned,
    OtherSubject,
    OtherObject,
    BothPlanned,
    Hours,
    SoleHour,
    Months,
    Years,
    UnknownName,
    UnknownNames,
    FarBehind,
    OtherPublished,
    OtherValues,
    OtherThings,
    signs
};

constexpr std::array<Weight, signs> weights{{
    {9, "their times lie next to each other"},
    {-5, "their times lie far from each other"},
    {12, "they are of one deed"},
    {6, "one deed of one doer"},
    {15, "they are of deeds that mark one moment"},
    {5, "one sentence has another word for the moment that the other dates"},
    {10, "one deed says little of its own, and its sentence has a word for the moment of the other"},
    {0, "one of the deeds says little of its own"},
    {-11, "it is not clear what one of them is about"},
    {-15, "they are of other deeds"},
    {-6, "one tells until when, the other does not"},
    {7, "their sentences have most of their words in common"},
    {7, "no other time that a report gives is as much like the other's"},
    {-3, "each report gives another time as much like the other's"},
    {5, "their clauses are about one thing"},
    {5, "what one clause is about is the object of the other"},
    {-5, "their clauses are about other things"},
    {-5, "their clauses have other objects"},
    {16, "both are planned"},
    {17, "hours, of which a report gives few"},
    {12, "each report gives one hour"},
    {6, "months, of which a report gives few"},
    {15, "years, of which a report gives few"},
    {-3, "one of their sentences names something that the other report does not"},
    {-6, "their sentences name several things that the other report does not"},
    {-5, "one stands much further back in its report than the other"},
    {-6, "the two reports are of different days"},
    {-12, "their sentences give other figures of one sort"},
    {-4, "their sentences tell of other things"},
}};

/// What the sum has to reach: of days and hours that lie close to each other, and of other times.
constexpr int askedOfDays = 16, askedOfOthers = 20;

using Weighed = WeighedBy<Sign, weights>;

constexpr std::int64_t hour = 3600, day = 86400;

/// How finely a time is told: by year, by month or so, by day, by hour.
enum class Step : std::uint8_t { Year, Month, Day, Hour };

Step stepOf(const read::TimeSpan& t) {
    return t.grain >= read::Grain::Hour   ? Step::Hour
           : t.grain >= read::Grain::Week ? Step::Day
           : t.grain > read::Grain::Year  ? Step::Month
                                          : Step::Year;
}

constexpr std::array<std::int64_t, 4> lengths{366 * day, 31 * day, day, hour};

std::int64_t whole(std::int64_t at) {
    return at - (at % day + day) % day;
}

/// Where a stretch begins that is told by its beginning, and ends that is told by its end.
std::int64_t edgeOf(const read::TimeSpan& t) {
    return t.openFrom ? t.to - lengths[static_cast<std::size_t>(stepOf(t))] : t.from;
}

/// What lasts "until", is done "by" or ends then.
bool ends(const Candidate& c) {
    const Fact& f = *c.fact;
    if (f.slot.relation == SlotRelation::End || f.anchor.time->openFrom)
        return true;
    std::string_view before = c.in->text.substr(0, std::min<std::size_t>(f.said.words.begin, c.in->text.size()));
    while (before.ends_with(' '))
        before.remove_suffix(1);
    return listed(Family::Until, before.substr(before.rfind(' ') + 1));
}

/// How far apart the two lie, in steps of the coarser one; nothing: too far, or not told alike.
std::optional<std::int64_t> gapOf(const Fact& x, const Fact& y) {
    const read::TimeSpan &s = *x.anchor.time, &t = *y.anchor.time;
    const Step p = stepOf(s), q = stepOf(t), coarse = std::min(p, q);
    const bool assumed = !x.slot.head.empty() || !y.slot.head.empty(); // of the hour alone the report tells
    if (p != q && (assumed || coarse != Step::Day))
        return std::nullopt;
    const auto days = [](read::TimeSpan of) {
        of.from = whole(of.from);
        of.to = whole(of.to + day - 1);
        return of;
    };
    if (!assumed && coarse != Step::Hour && (coarse == Step::Day ? meet(days(s), days(t)) : meet(s, t)) &&
        s.openTo == t.openTo && s.openFrom == t.openFrom)
        return 0;
    std::int64_t gap = p == q && p == Step::Hour ? s.from - t.from : whole(edgeOf(s)) - whole(edgeOf(t));
    gap = gap < 0 ? -gap : gap;
    if (assumed)
        gap = std::min(gap % day, day - gap % day);
    constexpr std::array<std::int64_t, 4> most{12, 12, 12, 6};
    const auto step = static_cast<std::size_t>(coarse);
    const std::int64_t steps = (gap + lengths[step] - 1) / lengths[step];
    return steps > most[step] ? std::nullopt : std::optional(steps);
}

bool anyOne(const std::vector<std::uint32_t>& p, const std::vector<std::uint32_t>& q) {
    return std::ranges::find_first_of(p, q) != p.end();
}

void weighDeeds(const Candidate& a, const Candidate& b, Weighed& out) {
    const Fact &x = *a.fact, &y = *b.fact;
    const std::string_view p = x.slot.event, q = y.slot.event;
    const bool light = listed(Family::Light, p) || listed(Family::Light, q);
    if (p.empty() || q.empty())
        out.add(NoDeed);
    else if (p == q && !light)
        out.add(SameDeed);
    else if (oneMoment(p, q) || (p != q && kindred(p, q)))
        out.add(OneMoment);
    else if ((listed(Family::Light, q) && holdsMoment(p, y.content)) ||
             (listed(Family::Light, p) && holdsMoment(q, x.content)))
        out.add(LightMoment);
    else if (holdsMoment(p, y.content) || holdsMoment(q, x.content))
        out.add(MomentTold);
    else
        out.add(light ? LightDeed : OtherDeed);
}

/// Has the report of `c` another date that is as much like the other's?
bool rivalled(const Candidate& c, const Candidate& other) {
    const auto likeOther = [&](const Fact& f) {
        return overlap(f.content, other.fact->content) +
               (f.slot.event == other.fact->slot.event || oneMoment(f.slot.event, other.fact->slot.event) ? 2 : 0);
    };
    const std::size_t own = likeOther(*c.fact);
    return std::any_of(c.in->facts.begin(), c.in->facts.end(), [&](const Fact& f) {
        return &f != c.fact && f.kind == c.fact->kind && f.anchor.time && f.anchor.time != c.fact->anchor.time &&
               stepOf(*f.anchor.time) == stepOf(*c.fact->anchor.time) && likeOther(f) >= own;
    });
}

/// Do the sentences give figures of one sort, and other ones?
bool valuesApart(const Candidate& a, const Candidate& b) {
    return a.in->anyIn(a.fact->sentence, [&](const Fact& x) {
        return numeric(x.kind) && !x.length && b.in->anyIn(b.fact->sentence, [&](const Fact& y) {
            return y.kind == x.kind && y.slot.unit == x.slot.unit && x.said.set != y.said.set &&
                   (x.kind != claim::ClaimKind::Count || sameHead(x, y));
        });
    });
}

/// "Four days earlier", "the day before": counted from what its report tells, which may be another day than that of
/// the report.
bool countedFromStory(const Candidate& c) {
    const std::string_view words = c.fact->said.words.of(c.in->text);
    return std::ranges::any_of(
        std::initializer_list<std::string_view>{" earlier", " later", " before", " after", " plus tôt", " plus tard"},
        [&](std::string_view end) { return words.ends_with(end); });
}

/// Do the two not bear weighing?
bool barred(const Candidate& a, const Candidate& b) {
    const Fact &x = *a.fact, &y = *b.fact;
    // "More than 400 have drowned since January", "nine drowned in March"
    if (x.anchor.time->openTo != y.anchor.time->openTo &&
        (listed(Family::Fate, x.slot.event) || listed(Family::Fate, y.slot.event)))
        return true;
    return countedFromStory(a) || countedFromStory(b) || otherDeeds(a, b) || namesOthers(a, b) || sequel(a, b) ||
           otherTitles(x, y) || narrowedApart(x, y);
}

/// Weighs how the two are told, which is found at once.
void weighTelling(const Candidate& a, const Candidate& b, Step step, Weighed& out) {
    const Fact &x = *a.fact, &y = *b.fact;
    const auto sign = [&](bool is, Sign of) {
        if (is)
            out.add(of);
    };
    const bool subject = anyOne(x.subjects, y.subjects);
    sign(subject, SameSubject);
    sign(!subject && !x.subjects.empty() && !y.subjects.empty(), OtherSubject);
    sign(!anyOne(x.objects, y.objects) && !x.objects.empty() && !y.objects.empty(), OtherObject);
    sign(anyOne(x.subjects, y.objects) || anyOne(x.objects, y.subjects), Turned);
    sign(x.planned && y.planned, BothPlanned);
    sign(step == Step::Hour, Hours);
    sign(step == Step::Month, Months);
    sign(step == Step::Year, Years);
    const std::int64_t m = a.in->sentences, n = b.in->sentences, gap = x.sentence * n - y.sentence * m;
    sign(5 * std::max(gap, -gap) > 2 * m * n, FarBehind);
    sign(a.in->published != b.in->published, OtherPublished);
}

/// Weighs what speaks against one time: other names, other figures, other things.
void weighThings(const Candidate& a, const Candidate& b, Weighed& out) {
    const std::size_t unknown = unknownNames(a, b) + unknownNames(b, a);
    if (unknown > 0)
        out.add(unknown == 1 ? UnknownName : UnknownNames);
    if (valuesApart(a, b))
        out.add(OtherValues);
    if (otherComplements(*a.fact, *b.fact) || otherObjects(*a.fact, *b.fact))
        out.add(OtherThings);
}

/// Does each of the two reports give one hour?
bool soleHours(const Candidate& a, const Candidate& b) {
    const auto sole = [](const Candidate& c) {
        return std::none_of(c.in->facts.begin(), c.in->facts.end(), [&](const Fact& f) {
            return f.kind == c.fact->kind && f.anchor.time && stepOf(*f.anchor.time) == Step::Hour &&
                   f.anchor.time != c.fact->anchor.time;
        });
    };
    return sole(a) && sole(b);
}

/// The sum; nothing: the two do not bear weighing, or it does not reach `atLeast`. What costs most is asked last, and
/// not where no answer would bring the sum there.
/// @param apart  only of times that do not meet
std::optional<Weighed> weigh(const Candidate& a, const Candidate& b, bool apart, int atLeast) {
    const Fact &x = *a.fact, &y = *b.fact;
    const auto dated = [](const Fact& f) {
        return f.anchor.time && f.anchor.time->grain >= read::Grain::Year && f.anchor.unresolved.empty();
    };
    if (!dated(x) || !dated(y) || x.negatedVerb != y.negatedVerb)
        return std::nullopt;
    const auto steps = gapOf(x, y);
    if (!steps || (apart && *steps == 0))
        return std::nullopt;
    // Years that lie far apart are of two things, whatever the deed: "lost in 1996", "lost in 2004".
    const Step step = std::min(stepOf(*x.anchor.time), stepOf(*y.anchor.time));
    if (step == Step::Year && *steps > 3 && !anyOne(x.subjects, y.subjects))
        return std::nullopt;
    Weighed out;
    if (*steps <= 1)
        out.add(OneStep);
    else if (*steps > 3)
        out.add(ManySteps);
    weighTelling(a, b, step, out);
    weighDeeds(a, b, out);
    if (out.has(SameDeed) && (out.has(SameSubject) || out.has(Turned)))
        out.add(OneDoer);
    const int soleHour = step == Step::Hour ? weights[SoleHour].points : 0;
    const auto reaches = [&](int most) { return out.points + most >= atLeast; };
    if (!reaches(soleHour + weights[MuchCover].points + weights[Nearest].points) || barred(a, b))
        return std::nullopt;
    if (ends(a) != ends(b))
        out.add(OtherEdge);
    if (share(x.content, y.content) >= 0.5)
        out.add(MuchCover);
    weighThings(a, b, out);
    if (!reaches(soleHour + weights[Nearest].points))
        return std::nullopt;
    if (soleHour > 0 && soleHours(a, b))
        out.add(SoleHour);
    if (!reaches(weights[Nearest].points))
        return std::nullopt;
    const int rivals = rivalled(a, b) + rivalled(b, a);
    if (rivals != 1)
        out.add(rivals == 0 ? Nearest : OthersNearer);
    return out;
}

} // namespace

bool daysMayRival(const Candidate& a, const Candidate& b) {
    const Fact &x = *a.fact, &y = *b.fact;
    if (!x.anchor.time || !y.anchor.time || !x.anchor.unresolved.empty() || !y.anchor.unresolved.empty() || x.loose ||
        y.loose || x.slot.event.empty() || x.slot.event != y.slot.event || listed(Family::Light, x.slot.event) ||
        x.slot.relation != y.slot.relation || x.negatedVerb != y.negatedVerb || ends(a) != ends(b) || barred(a, b))
        return false;
    const auto steps = gapOf(x, y);
    return steps && *steps > 0 && *steps <= 3;
}

void byDay(const Candidate& a, const Candidate& b, const Common& common, Verdict& v) {
    if (v.gate == Gate::Join || common.tiny || !common.few || common.longApart || a.article == b.article ||
        strangers(a, b, common) || !oneHappening(common, 0))
        return;
    constexpr int any = -1000; // who asks for an explanation is told of every sum
    const std::optional<Weighed> own = weigh(a, b, true, v.explain ? any : askedOfDays);
    if (!own)
        return;
    const Step step = std::min(stepOf(*a.fact->anchor.time), stepOf(*b.fact->anchor.time));
    const int asked = step >= Step::Day && !own->has(ManySteps) ? askedOfDays : askedOfOthers;
    const auto rival = [&](const Candidate& c, const Candidate& other) {
        const bool same = other.fact->anchor.time == (c.fact == a.fact ? b : a).fact->anchor.time;
        return same ? std::nullopt : weigh(c, other, false, own->points);
    };
    joinBest(a, b, *own, asked, weights, rival, v);
}

} // namespace countercheck::compare::gate
