// SPDX-License-Identifier: GPL-3.0-or-later
// Days and hours that hang on one deed.
#include "core/compare/gate/gate.h"
#include "core/compare/gate/narrowing.h"
#include "core/compare/gate/rivalquestion.h"
#include "core/compare/sentences/soleroles.h"
#include "core/compare/words/concepts.h"
#include "core/compare/words/moments.h"
#include "core/compare/words/wordlists.h"

#include <algorithm>

namespace countercheck::compare::gate {

using SlotRelation = claim::Relation;

bool otherDeeds(const Candidate& a, const Candidate& b) {
    const Outline *x = a.in->outline(a.fact->sentence), *y = b.in->outline(b.fact->sentence);
    const auto own = [](const Outline& outline, const Fact& f) {
        return std::ranges::any_of(outline.doings, [&](const Doing& doing) { return doing.deed == f.slot.event; });
    };
    return x && y && !x->doings.empty() && !y->doings.empty() && !own(*x, *a.fact) && !own(*y, *b.fact) &&
           !oneDeed(*x, *y);
}

namespace {

/// Two reports of one event that say when it was, with other verbs ("gave way on Monday", "drowned on Monday"): joined
/// where the times meet, so that no conflict can come of it.
bool leadDay(const Candidate& a, const Candidate& b, const Common& common, Verdict& v) {
    const Fact &x = *a.fact, &y = *b.fact;
    const auto early = [](const Fact& f) {
        return f.anchor.lead && f.sentence <= 1 && !f.anchor.background && !f.anchor.period && f.anchor.time &&
               f.slot.relation == SlotRelation::When;
    };
    if (a.article == b.article || !early(x) || !early(y) || x.negatedVerb != y.negatedVerb || !common.leadTimesMeet ||
        !meet(*x.anchor.time, *y.anchor.time))
        return false;
    const std::size_t words = overlap(x.content, y.content);
    const bool one = common.few
                         ? common.names >= 2 || (common.names >= 1 && (words >= 2 || a.in->language != b.in->language))
                         : oneHappening(common, words) && words >= 3;
    if (!one)
        return false;
    v.say("both say when the event was of which the reports tell");
    v.strength = 1;
    v.join();
    return true;
}

} // namespace

namespace {

/// Is the date the only one that its sentence claims?
bool onlyDate(const Candidate& a) {
    return !a.in->anyIn(a.fact->sentence,
                        [&](const Fact& f) { return &f != a.fact && f.kind == claim::ClaimKind::Date && !f.loose; });
}

/// Days of one event that reports get wrong lie near each other, months in one year; years are years.
bool farApart(const read::TimeSpan& a, const read::TimeSpan& b) {
    constexpr std::int64_t day = 86400;
    const bool years = a.grain <= read::Grain::Year && b.grain <= read::Grain::Year;
    const bool months = a.grain <= read::Grain::Month && b.grain <= read::Grain::Month;
    return !years && std::max(a.from - b.from, b.from - a.from) > (months ? 366 : 62) * day;
}

/// Of two short reports: does the one sentence say nothing that the other does not say, of one deed of one doer?
bool saysNoMore(const Candidate& a, const Candidate& b, const Common& common) {
    const Fact &x = *a.fact, &y = *b.fact;
    const std::size_t least = std::min(x.content.size(), y.content.size());
    return common.tiny && a.article != b.article && x.slot.event == y.slot.event &&
           x.slot.relation == y.slot.relation && least >= 2 && (saidWithin(x, y) || saidWithin(y, x)) &&
           (x.subjects.empty() || y.subjects.empty() || x.subjects.front() == y.subjects.front()) &&
           (x.content.size() <= y.content.size() ? unknownNames(a, b) : unknownNames(b, a)) == 0;
}

/// "Was born in 1961", "the first train ran in 1921": what happens but once, so that its days may lie years apart and
/// are still rivals.
bool happensOnce(const Candidate& a, const Candidate& b) {
    const auto sole = [](const Candidate& c) {
        const std::string_view sentence = c.fact->said.sentence.of(c.in->text);
        return std::ranges::any_of(wordsOf(Family::Extreme), [&](std::string_view word) {
            const std::size_t at = sentence.find(word);
            return at != std::string_view::npos && at > 0 && sentence[at - 1] == ' ' &&
                   at + word.size() < sentence.size() && sentence[at + word.size()] == ' ';
        });
    };
    return a.fact->slot.event == b.fact->slot.event &&
           (!soleRole(RoleBy::When, a.fact->slot.event).empty() || (sole(a) && sole(b)));
}

/// Do the sentences give figures of one sort, and other ones? Then they may tell of two days.
bool otherValues(const Candidate& a, const Candidate& b) {
    return a.in->anyIn(a.fact->sentence, [&](const Fact& x) {
        return numeric(x.kind) && !x.length && b.in->anyIn(b.fact->sentence, [&](const Fact& y) {
            return y.kind == x.kind && y.slot.unit == x.slot.unit &&
                   (x.kind != claim::ClaimKind::Count || sameHead(x, y)) && x.said.set != y.said.set;
        });
    });
}

} // namespace

namespace {

/// The hours at which two reports of one event say that one thing happened, an evening apart at most.
void sameHour(const Candidate& a, const Candidate& b, const Common& common, Verdict& v) {
    const Fact &x = *a.fact, &y = *b.fact;
    constexpr std::int64_t evening = 6 * 3600;
    if (a.article == b.article)
        return void(v.no("one report"));
    const Likeness like = likeness(a, b);
    if (x.slot.event != y.slot.event && !kindred(x.slot.event, y.slot.event) && !(like.tells && like.words >= 3))
        return void(v.no("other events"));
    if (like.words < 2 || x.negatedVerb != y.negatedVerb || namesOthers(a, b) || elsewhere(a, b) || sequel(a, b) ||
        otherObjects(x, y))
        return void(v.no("their sentences have too little in common"));
    const auto several = [](const Candidate& c) {
        return std::any_of(c.in->facts.begin(), c.in->facts.end(), [&](const Fact& f) {
            return &f != c.fact && f.kind == c.fact->kind && !f.loose && f.anchor.time &&
                   f.anchor.time->grain >= read::Grain::Hour && f.slot.event == c.fact->slot.event;
        });
    };
    if (several(a) || several(b))
        return void(v.no("one report gives several hours for it"));
    const auto &s = *x.anchor.time, &t = *y.anchor.time;
    if (std::max(s.from - t.from, t.from - s.from) > evening || !oneHappening(common, like.words))
        return void(v.no("hours far apart, or nothing shows that it is one happening"));
    v.strength = 2;
    v.say("both say at what hour “", x.slot.event, "” was, in sentences that share ", std::to_string(like.words),
          " content words");
    v.join();
}

} // namespace

namespace {

/// "Won the downhill on Friday", "won the super-G on Saturday": is what is done on the two days done to other things?
bool toOthers(const Candidate& a, const Candidate& b) {
    const auto done = [](const Candidate& c) -> const Fact* {
        const Fact* out = nullptr;
        c.in->eachIn(c.fact->sentence, [&](const Fact& f) {
            if (!out && isDeed(f) && f.slot.event == c.fact->slot.event && f.slot.relation == SlotRelation::Agent)
                out = &f;
        });
        return out;
    };
    const Fact *x = done(a), *y = done(b);
    return x && y && !x->dones.empty() && !y->dones.empty() && x->thing != y->thing && overlap(x->dones, y->dones) == 0;
}

/// Who does what the date is of; 0: not told. `verb` takes the lemma where a deed of the sentence tells it.
std::uint32_t doerOf(const Candidate& c, std::string_view& verb) {
    if (!c.fact->subjects.empty())
        return c.fact->subjects.front();
    std::uint32_t out = 0;
    c.in->eachIn(c.fact->sentence, [&](const Fact& f) {
        if (isDeed(f) && f.slot.event == c.fact->slot.event && out == 0) {
            out = f.doer;
            verb = f.slot.head;
        }
    });
    return out;
}

} // namespace

namespace {

/// Of dates that hang on one deed.
void timeBySlot(const Candidate& a, const Candidate& b, const Common& common, Verdict& v) {
    const Fact &x = *a.fact, &y = *b.fact;
    if (x.loose || y.loose)
        return void(v.no("what they are of, only the words around them tell"));
    if (!x.slot.head.empty() || !y.slot.head.empty()) {
        // "At about half past three", "at 4.15 a.m. on Monday"
        const auto hourly = [](const Fact& f) {
            return !f.slot.head.empty() || (f.anchor.time && f.anchor.time->grain >= read::Grain::Hour);
        };
        if (hourly(x) && hourly(y))
            return sameHour(a, b, common, v);
        return void(v.no("one gives a day, the other an hour"));
    }
    if (leadDay(a, b, common, v))
        return;
    const bool sameEvent = x.slot.event == y.slot.event && x.slot.relation == y.slot.relation;
    const bool mayTell = common.tiny && a.article != b.article && x.slot.relation == y.slot.relation;
    if (!sameEvent && !mayTell)
        return void(v.no("other events"));
    const Likeness like = mayTell ? likeness(a, b) : Likeness{};
    const bool nothingMore = saysNoMore(a, b, common);
    const bool bare = mayTell && bareDates(a, b);
    const bool tells =
        (mayTell && like.words >= 3 && like.cover >= 0.5 && onlyDate(a) && onlyDate(b)) || nothingMore || bare;
    // "The trial will open on", "goes on trial on"
    const auto opens = [](const Fact& f, const Fact& g) {
        return (f.slot.event == "start" || f.slot.event == "launch") && listed(Family::Light, g.slot.event);
    };
    const auto moment = [](const Fact& f, const Fact& g) { // "was sworn in on", "is to take office on"
        return oneMoment(f.slot.event, g.slot.event) ||
               (listed(Family::Light, g.slot.event) && holdsMoment(f.slot.event, g.content));
    };
    const bool asked = like.tells || opens(x, y) || opens(y, x) || moment(x, y) || moment(y, x);
    if (!sameEvent && !bare && !(tells && asked))
        return void(v.no("other events"));
    if (sameEvent)
        v.say("same event, “", x.slot.event, "”");
    else
        v.say("their sentences tell one thing, and each gives one date");
    if (!common.tiny && (x.anchor.unresolved.starts_with("XXXX-W") || y.anchor.unresolved.starts_with("XXXX-W")))
        return void(v.no("days of the week, of which nothing tells the week"));
    const Yearless dates = gate::yearless(x, y);
    const bool yearless =
        (!x.anchor.unresolved.empty() || !y.anchor.unresolved.empty()) && !dates.one.empty() && !dates.two.empty();
    if (yearless && x.anchor.unresolved.starts_with("XXXX-W") && x.anchor.unresolved == y.anchor.unresolved)
        return void(v.no("one day of the week, and no conflict"));
    if (!yearless && (!x.anchor.time || !y.anchor.time))
        return void(v.no("a time that does not resolve"));
    if (happeningVeto(a, b, common, v))
        return;
    const bool meets = yearless ? dates.one.starts_with(dates.two) || dates.two.starts_with(dates.one)
                       : x.slot.relation == SlotRelation::When
                           ? meet(*x.anchor.time, *y.anchor.time)
                           : x.anchor.time->from < y.anchor.time->to && y.anchor.time->from < x.anchor.time->to;
    if (a.article == b.article) {
        if (!meets)
            return void(v.no("one report, two happenings"));
        v.strength = 1;
        return void(v.join());
    }
    const double clause = share(x.near, y.near);
    const std::size_t words = overlap(x.content, y.content);
    const bool lead =
        x.anchor.lead && y.anchor.lead && x.slot.event == a.in->leadEvent && y.slot.event == b.in->leadEvent;
    if (x.slot.relation == SlotRelation::When && !lead && !tells &&
        !(clause >= 0.6 && words >= (common.tiny ? 1u : 3u)))
        return void(v.no("not shown to be the reports' lead event"));
    if (!meets && (namesOthers(a, b) || (!yearless && farApart(*x.anchor.time, *y.anchor.time) &&
                                         !(bare && x.planned == y.planned) && !(nothingMore && happensOnce(a, b)))))
        return void(v.no("times that do not meet, of other things or far apart: two happenings"));
    const auto denied = [](const Candidate& c) { // "would not run for president in 2008", "ran in 2000"
        return c.in->anyIn(c.fact->sentence, [&](const Fact& f) {
            return isDeed(f) && f.said.negative && f.slot.event == c.fact->slot.event;
        });
    };
    if (!meets && x.earlier != y.earlier)
        return void(v.no("one tells of a day that was given up"));
    if (!meets && denied(a) != denied(b))
        return void(v.no("one says that it was not done then"));
    const auto otherDoers = [&] { // "India launched …", "Japan launched …"
        std::string_view one, two;
        const std::uint32_t p = doerOf(a, one), q = doerOf(b, two);
        if (!one.empty() && !two.empty() && one != two)
            return false;
        if (!one.empty() || !two.empty()) { // by the deeds: "raised the tax", "the tax rose" are one
            const auto deed = [](const Candidate& c, std::string_view verb) {
                return c.in->anyIn(c.fact->sentence, [&](const Fact& f) {
                    return isDeed(f) && f.slot.head == verb && f.slot.relation == SlotRelation::Agent;
                });
            };
            const std::string_view verb = one.empty() ? two : one;
            if (!deed(a, verb) || !deed(b, verb))
                return false;
        }
        return p != 0 && q != 0 && p != q && ((x.namedDoer && y.namedDoer) || !hasWord(y, p) || !hasWord(x, q));
    };
    if (!meets && common.few && a.article != b.article && (otherDoers() || contrasted(x.content, y.content)))
        return void(v.no("the sentences name other things"));
    if (!meets && common.few &&
        (otherTitles(x, y) || otherComplements(x, y) || otherSubjects(x, y) || otherDeeds(a, b)))
        return void(v.no("the sentences name other things"));
    if (!meets && (sequel(a, b) || otherObjects(x, y) || narrowedApart(x, y) || (common.tiny && toOthers(a, b))))
        return void(v.no("the sentences name other things"));
    if (!meets && otherValues(a, b))
        return void(v.no("times that do not meet, and the sentences give other figures too: two happenings"));
    if (common.few ? !(common.tiny || common.names >= 2 || words >= 4) : !oneHappening(common, words))
        return void(v.no("nothing shows that the two reports speak of one happening"));
    // A conflict of dates is claimed only where the sentences themselves agree.
    if (!meets && !tells && !(clause >= 0.5 && words >= (common.tiny ? 1u : 3u)))
        return void(v.no("times that do not meet, and sentences that do not match"));
    if (!meets && !common.few && (!common.leadPlacesMeet || common.ownNames < 2))
        return void(v.no("times that do not meet, and nothing shows that it is one happening"));
    if (clause >= 0.5)
        v.say("their sentences share ", std::to_string(words), " content words");
    v.strength += lead ? 2 : 1;
    v.join();
}

} // namespace

void sameTime(const Candidate& a, const Candidate& b, const Common& common, Verdict& v) {
    timeBySlot(a, b, common, v);
    byDay(a, b, common, v);
}

} // namespace countercheck::compare::gate
