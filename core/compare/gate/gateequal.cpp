// SPDX-License-Identifier: GPL-3.0-or-later
// Equal answers. Where two reports of one story give one age, day or hour, less has to show that they answer one
// question than where they give two: that two people of one story are of one age is rare. No conflict comes of it, as
// claims that are joined so are put beside each other alone and beside what else is joined with both.
#include "core/claim/parts.h"
#include "core/compare/gate/gate.h"
#include "core/compare/relate.h"
#include "core/compare/words/opposites.h"
#include "core/compare/words/wordlists.h"
#include "core/read/calendar.h"

#include <algorithm>
#include <string_view>

namespace countercheck::compare::gate {

namespace {

/// Do two reports plainly tell of one story, in which claims that nothing else joined may be one?
bool mayBeEqual(const Candidate& a, const Candidate& b, const Common& common, const Verdict& v) {
    return v.gate != Gate::Join && common.few && !common.tiny && a.article != b.article && oneStory(common);
}

/// Is the age that of one person in the report, as far as it names any?
bool oneNamed(const Candidate& c) {
    const Fact* named = nullptr;
    return std::none_of(c.in->facts.begin(), c.in->facts.end(), [&](const Fact& f) {
        if (f.kind != c.fact->kind || f.said.set != c.fact->said.set || f.subject.empty())
            return false;
        if (named && named->subject != f.subject)
            return true;
        named = &f;
        return false;
    });
}

/// Does one give the other's time, or one within it?
bool timesEqual(const Fact& x, const Fact& y, bool& same) {
    if (!x.anchor.unresolved.empty() || !y.anchor.unresolved.empty()) {
        const auto [p, q] = yearless(x, y);
        same = p == q;
        return !p.empty() && !q.empty() && x.slot.head == y.slot.head && (p.starts_with(q) || q.starts_with(p));
    }
    if (!x.anchor.time || !y.anchor.time)
        return false;
    const read::TimeSpan &s = *x.anchor.time, &t = *y.anchor.time;
    same = s.from == t.from && s.to == t.to;
    return s.openFrom == t.openFrom && s.openTo == t.openTo &&
           ((s.from <= t.from && t.to <= s.to) || (t.from <= s.from && s.to <= t.to));
}

/// Does the other's report give, of the same, the very time that is claimed here?
bool toldBetter(const Candidate& c, const Candidate& other) {
    return std::any_of(other.in->facts.begin(), other.in->facts.end(), [&](const Fact& f) {
        bool same = false;
        return &f != other.fact && f.kind == c.fact->kind && timesEqual(*c.fact, f, same) && same &&
               overlap(c.fact->content, f.content) >= 2;
    });
}

/// How many content words the sentences of one time have to share. The day of a report's appearing is the day of much
/// else, and so is a year; far from it a day is seldom that of two things.
std::size_t wordsAsked(const Candidate& a, const Candidate& b, bool same, bool deed) {
    const claim::Anchor &x = a.fact->anchor, &y = b.fact->anchor;
    // "May 29", of reports without a date: of the days of a year two reports seldom give one for two things.
    const auto dayOfYear = [](const std::string& value) {
        constexpr std::size_t length = 10;
        return value.size() >= length && value.starts_with("XXXX-") && value[5] != 'W' && value[5] != 'X' &&
               value[8] != 'X';
    };
    if (dayOfYear(x.unresolved) && dayOfYear(y.unresolved))
        return 0;
    if (!x.unresolved.empty() || !y.unresolved.empty()) {
        const bool lead = a.fact->sentence <= 1 && b.fact->sentence <= 1;
        return deed && !listed(Family::Light, a.fact->slot.event) ? 1 : deed || lead ? 2 : 3;
    }
    constexpr std::int64_t near = 8 * 86400;
    const auto ofReport = [&](const Candidate& c) {
        const std::int64_t at = c.fact->anchor.time->from;
        return c.in->published && std::max(at - *c.in->published, *c.in->published - at) < near;
    };
    const read::Grain coarse = std::min(x.time->grain, y.time->grain);
    if (coarse >= read::Grain::Day && !ofReport(a) && !ofReport(b))
        return 1;
    const bool day = same && coarse >= read::Grain::Month;
    return deed || day ? 2 : 3;
}

} // namespace

std::string dayOfWeek(const Fact& fact) {
    constexpr std::int64_t day = 86400;
    const std::string& unresolved = fact.anchor.unresolved;
    if (!unresolved.empty())
        return unresolved.starts_with("XXXX-W") ? unresolved : std::string();
    const auto& time = fact.anchor.time;
    if (!time || time->grain < read::Grain::Day || time->to - time->from > day || time->openFrom || time->openTo)
        return {};
    const std::int64_t days = (time->from - ((time->from % day) + day) % day) / day;
    return "XXXX-WXX-" + std::to_string(read::weekdayOf(days)) + (time->grain > read::Grain::Day ? "T" : "");
}

bool sameTime(const Fact& a, const Fact& b) {
    bool same = false;
    return timesEqual(a, b, same) && same;
}

std::string withoutYear(const Fact& fact) {
    constexpr std::int64_t day = 86400, month = 31 * day;
    if (!fact.anchor.unresolved.empty())
        return fact.anchor.unresolved.starts_with("XXXX-W") ? std::string() : fact.anchor.unresolved;
    const auto& time = fact.anchor.time;
    if (!time || time->grain < read::Grain::Month || time->to - time->from > month || time->openFrom || time->openTo)
        return {};
    const std::string date = read::isoTime(time->from); // "2012-04-09T…"
    return "XXXX" + date.substr(4, time->to - time->from > day ? 3 : 6);
}

Yearless yearless(const Fact& x, const Fact& y) {
    const std::string &p = x.anchor.unresolved, &q = y.anchor.unresolved;
    if (!p.empty() && !q.empty())
        return {p, q};
    const bool week = p.starts_with("XXXX-W") || q.starts_with("XXXX-W");
    return week ? Yearless{dayOfWeek(x), dayOfWeek(y)} : Yearless{withoutYear(x), withoutYear(y)};
}

bool equalAnswers(const Candidate& a, const Candidate& b, const Common& common) {
    const Fact &x = *a.fact, &y = *b.fact;
    bool same = false;
    if (!common.few || common.tiny || x.kind != y.kind || (a.article != b.article && !oneStory(common)))
        return false;
    if (x.kind == claim::ClaimKind::Age)
        return sameSet(a, b) && !sexesApart(x, y) && (x.subject.empty() || y.subject.empty() || x.subject == y.subject);
    return x.kind == claim::ClaimKind::Date && x.negatedVerb == y.negatedVerb && x.slot.relation == y.slot.relation &&
           timesEqual(x, y, same);
}

bool mayRivalInOne(const Candidate& a, const Candidate& b, const Common& common) {
    if (!common.few || common.tiny || common.longApart || a.article == b.article || a.fact->kind != b.fact->kind ||
        !oneStory(common) || namesOthers(a, b) || strangers(a, b, common))
        return false;
    return a.fact->kind == claim::ClaimKind::Age    ? agesMayRival(a, b)
           : a.fact->kind == claim::ClaimKind::Date ? daysMayRival(a, b)
                                                    : false;
}

void byEqualAge(const Candidate& a, const Candidate& b, const Common& common, Verdict& v) {
    const Fact &x = *a.fact, &y = *b.fact;
    if (!mayBeEqual(a, b, common, v) || !sameSet(a, b) || (!x.subject.empty() && !y.subject.empty()) ||
        sexesApart(x, y) || strangers(a, b, common) || !oneNamed(a) || !oneNamed(b))
        return;
    // "He was 77." says nothing else, and a name tells much.
    const bool bareOne = std::min(x.content.size(), y.content.size()) <= 1,
               named = !x.subject.empty() || !y.subject.empty();
    if (overlap(x.content, y.content) < (bareOne ? 0u : named ? 1u : 2u))
        return;
    v.because.clear();
    v.strength = 1;
    v.say("reports of one story that give one age, and nothing tells the two people apart");
    v.join();
}

void byEqualTime(const Candidate& a, const Candidate& b, const Common& common, Verdict& v) {
    const Fact &x = *a.fact, &y = *b.fact;
    bool same = false;
    const auto edge = [](const Fact& f) { // "began at 11 a.m." tells when it was, as "at 11 a.m." does
        return f.slot.relation == claim::Relation::Start && !(f.anchor.time && f.anchor.time->openTo)
                   ? claim::Relation::When
                   : f.slot.relation;
    };
    if (!mayBeEqual(a, b, common, v) || x.negatedVerb != y.negatedVerb || edge(x) != edge(y) ||
        !timesEqual(x, y, same) || strangers(a, b, common))
        return;
    const std::size_t words = overlap(x.content, y.content);
    const bool deed = !x.slot.event.empty() && (x.slot.event == y.slot.event || kindred(x.slot.event, y.slot.event));
    if (words < wordsAsked(a, b, same, deed) || (!same && (toldBetter(a, b) || toldBetter(b, a))))
        return;
    v.because.clear();
    v.strength = 1;
    v.say("reports of one story that give one time, in sentences that share ", std::to_string(words), " content words");
    v.join();
}

void byEqualCount(const Candidate& a, const Candidate& b, const Common& common, Verdict& v) {
    const Fact &x = *a.fact, &y = *b.fact;
    if (!mayBeEqual(a, b, common, v) || x.kind != claim::ClaimKind::Count || !sameSet(a, b) || x.none || y.none ||
        !x.said.set->headline || x.rate != y.rate || x.slot.unit != y.slot.unit)
        return;
    const claim::SetMarks &s = x.marks, &t = y.marks;
    const bool nation = sameNation(x, y), people = x.slot.headClass == "person" || y.slot.headClass == "person";
    const bool thing = !people && !x.slot.head.empty() && sameThing(x, y) && !listed(Family::Wide, x.slot.head);
    if (!(nation || thing) || s.more != t.more || s.other != t.other || s.each != t.each ||
        x.anchor.period != y.anchor.period || x.increment != y.increment)
        return;
    // "Nine Danes died", "nine Danes were hurt": what befalls some does not befall the others.
    const std::string_view p = x.slot.event, q = y.slot.event;
    const auto befalls = [](std::string_view event) {
        return listed(Family::Fate, event) && !claim::oneOf(event, {"arrest", "rescue", "survive"});
    };
    if ((p != q && (befalls(p) || befalls(q))) || x.planned != y.planned)
        return;
    static constexpr read::Decimal few(3), many(5);
    const std::size_t words = overlap(x.content, y.content); // the counted noun is one of them
    const read::Decimal& number = *x.said.set->headline;
    const bool enough =
        nation ? words >= (number < many ? 2u : 0u) : !(number < few) && words >= (telling(*x.said.set) ? 2u : 3u);
    if (!enough || strangers(a, b, common) || otherTitles(x, y) || contrasted(x.content, y.content) || sequel(a, b))
        return;
    if (x.anchor.explicitTime && y.anchor.explicitTime && x.anchor.time && y.anchor.time &&
        !meet(*x.anchor.time, *y.anchor.time))
        return;
    v.because.clear();
    v.strength = 1;
    v.say("reports of one story that give one figure of one sort, in sentences that share ", std::to_string(words),
          " content words");
    v.join();
}

} // namespace countercheck::compare::gate
