// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/claim/parts.h"
#include "core/compare/gate/gate.h"
#include "core/compare/gate/narrowing.h"
#include "core/compare/gate/rivalquestion.h"
#include "core/compare/sentences/soleroles.h"
#include "core/compare/words/concepts.h"
#include "core/compare/words/lookups.h"
#include "core/compare/words/wordlists.h"

#include "core/read/names/gazetteer.h"
#include "core/text/utf8.h"

#include <algorithm>

namespace countercheck::compare::gate {

using SlotRelation = claim::Relation;

namespace {

/// Do the sentences of two claims count the same things and come to other figures?
bool otherFigures(const Candidate& a, const Candidate& b) {
    return a.in->anyIn(a.fact->sentence, [&](const Fact& x) {
        return numeric(x.kind) && b.in->anyIn(b.fact->sentence, [&](const Fact& y) {
            return y.kind == x.kind && y.slot.event == x.slot.event && y.slot.relation == x.slot.relation &&
                   sameHead(x, y) && x.said.set != y.said.set;
        });
    });
}

} // namespace

bool sameLastWord(std::string_view a, std::string_view b) {
    const auto last = [](std::string_view name) {
        const std::size_t blank = name.rfind(' ');
        if (blank == std::string_view::npos ||
            !claim::oneOf(name.substr(blank + 1), {"Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"}))
            return name.substr(blank + 1);
        name = name.substr(0, name[blank - 1] == ',' ? blank - 1 : blank);
        return name.substr(name.rfind(' ') + 1);
    };
    return sameFolded(last(a), last(b));
}

namespace {

constexpr std::size_t shortQuote = 4; ///< a quote of fewer words anybody may have said
constexpr std::size_t longQuote = 8;  ///< one of as many is known again whatever the happening

/// Why the words of two quotes cannot be one saying; null: they may.
const char* otherWords(const std::vector<std::uint32_t>& p, const std::vector<std::uint32_t>& q) {
    if (std::max(p.size(), q.size()) > 60 && p != q)
        return "too long for one quote";
    const std::size_t least = std::min(p.size(), q.size()), most = std::max(p.size(), q.size());
    const std::size_t both = overlap(p, q);
    const double same = both == 0 ? 0 : static_cast<double>(both) / static_cast<double>(least);
    const bool few = static_cast<double>(both) < 0.35 * static_cast<double>(most);
    return (few && same < 0.95) || same < (least < shortQuote ? 1.0 : 0.6) ? "other words" : nullptr;
}

} // namespace

bool mayBeSaid(const std::vector<std::uint32_t>& p, const std::vector<std::uint32_t>& q) {
    return std::max(p.size(), q.size()) >= longQuote && !otherWords(p, q);
}

void sameQuote(const Candidate& a, const Candidate& b, const Common& common, Verdict& v) {
    if (a.article == b.article)
        return void(v.no("one report"));
    const Fact &x = *a.fact, &y = *b.fact;
    const auto &p = x.quoteWords, &q = y.quoteWords;
    if (p.empty() || q.empty())
        return void(v.no("no words"));
    // Two people who are both named said two things, unless the words are the same.
    const auto properName = [](const std::string& name) { return !name.empty() && name[0] >= 'A' && name[0] <= 'Z'; };
    if (p != q && properName(x.subject) && properName(y.subject) && !sameLastWord(x.subject, y.subject))
        return void(v.no("other speakers"));
    if (!common.few && std::max(p.size(), q.size()) < longQuote && !oneHappening(common, overlap(x.content, y.content)))
        return void(v.no("nothing shows that they were said on one occasion"));
    if (p != q && common.tiny && (x.subject.empty() || y.subject.empty()) &&
        (unknownNames(a, b) > 0 || unknownNames(b, a) > 0))
        return void(v.no("other speakers"));
    if (const char* const why = otherWords(p, q))
        return void(v.no(why));
    const double same = share(p, q);
    const std::size_t both = overlap(p, q);
    // "To deal with another child", "he didn't want another child": a few words of one matter that two may have said
    const bool named = properName(x.subject) && properName(y.subject);
    if (!named && std::max(p.size(), q.size()) < longQuote && same < 0.75)
        return void(v.no("other words"));
    const bool shortOne = std::min(p.size(), q.size()) < shortQuote;
    if (same < 1.0 && (overlap(x.quoteContent, y.quoteContent) < 2 || share(x.quoteContent, y.quoteContent) < 0.5))
        return void(v.no("they share little but small words"));
    const bool oneSpeaker = !x.subject.empty() && sameFolded(x.subject, y.subject);
    // "I am at peace", "I am peace": all words of the one, of one speaker
    constexpr std::size_t saying = 3;
    const bool whole = !x.subject.empty() && sameLastWord(x.subject, y.subject) && same >= 1.0 &&
                       std::min(p.size(), q.size()) >= saying &&
                       std::max(p.size(), q.size()) <= std::min(p.size(), q.size()) + 2;
    // "Its authorization", "authorization": two words that stand in quotation marks are no saying.
    if (p != q && !whole && std::max(p.size(), q.size()) < shortQuote &&
        std::min(x.quoteContent.size(), y.quoteContent.size()) < 2)
        return void(v.no("a word or two that anybody may say"));
    if (shortOne && !whole && overlap(x.content, y.content) < (oneSpeaker ? 1u : 3u))
        return void(v.no("a word or two that anybody may say"));
    v.strength = 2;
    v.say("the quotes share ", std::to_string(both), " words");
    v.join();
}

namespace {

/// Do the words of two sentences match, but for the one place that each names?
bool matchBesides(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b, bool sameDay) {
    const std::size_t least = std::min(a.size(), b.size()), shared = overlap(a, b);
    // What each sentence has of its own beside the place: where both have much, they tell two things.
    const std::size_t own = least - std::min(least, shared + 1);
    return least > 1 && static_cast<double>(shared) >= 0.6 * static_cast<double>(least - 1) && shared + sameDay >= 3 &&
           own * 3 <= shared;
}

} // namespace

bool mayRivalByPlace(const Fact& fact) {
    return fact.sentence <= 1 && fact.anchor.explicitTime;
}

bool mayRivalByPlace(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
    return matchBesides(a, b, true);
}

namespace {

/// Places of its sentence that the other's does not name.
std::size_t ownPlaces(const Fact& f, const Fact& other) {
    const auto& known = other.anchor.places;
    return static_cast<std::size_t>(
        std::count_if(f.anchor.places.begin(), f.anchor.places.end(), [&](const std::string& place) {
            return std::find(known.begin(), known.end(), place) == known.end();
        }));
}

/// Two sentences that match but for the one place that each names: then one of the two is wrong.
bool onePlaceOnly(const Candidate& a, const Candidate& b, const Common& common) {
    const Fact &x = *a.fact, &y = *b.fact;
    const bool early = mayRivalByPlace(x) && mayRivalByPlace(y);
    if (!(common.tiny || early) || a.article == b.article || x.negatedVerb != y.negatedVerb || ownPlaces(x, y) != 1 ||
        ownPlaces(y, x) != 1 || unknownNames(a, b) != 1 || unknownNames(b, a) != 1)
        return false;
    if (otherFigures(a, b))
        return false; // what was so here was otherwise there
    // Who is told of in one has a part in the other: "Reuss was arrested", "police arrested Reuss"; and at one time.
    const auto takesPart = [](const Fact& f, const Fact& other) {
        const auto in = [&](const std::vector<std::uint32_t>& words) {
            return std::find(words.begin(), words.end(), f.subjects.front()) != words.end();
        };
        return f.subjects.empty() || in(other.subjects) || in(other.objects);
    };
    if (sequel(a, b) || narrowedApart(x, y))
        return false;
    if (x.planned != y.planned || (!takesPart(x, y) && !takesPart(y, x)))
        return false;
    const bool sameDay = x.anchor.time && y.anchor.time && meet(*x.anchor.time, *y.anchor.time);
    return matchBesides(x.content, y.content, sameDay);
}

/// "Altis, which is headquartered in Denver", "Altis, based in Seattle": what but one place can be.
bool oneSeat(const Candidate& a, const Candidate& b, const Common& common) {
    const Fact &x = *a.fact, &y = *b.fact;
    if (!common.tiny || a.article == b.article || !listed(Family::Seat, x.slot.event) || common.ownNames == 0 ||
        namesApart(x, y) || x.said.negative != y.said.negative)
        return false;
    const auto only = [](const Candidate& c) {
        return !c.in->anyIn(c.fact->sentence, [&](const Fact& f) {
            return &f != c.fact && f.kind == c.fact->kind && listed(Family::Seat, f.slot.event);
        });
    };
    return only(a) && only(b) && placesRelated(x.place, y.place) == read::PlaceRelation::Apart;
}

/// "Leo Marsh, 31, of Kelby", "Marsh, of Corrie": one person, whose home each report gives once.
void sameHome(const Candidate& a, const Candidate& b, const Common& common, Verdict& v) {
    const Fact &x = *a.fact, &y = *b.fact;
    const auto first = [](const Fact& f) { return std::string_view(f.subject).substr(0, f.subject.find(' ')); };
    const bool full = x.subject.find(' ') != std::string::npos && y.subject.find(' ') != std::string::npos;
    if (a.article == b.article || !common.few || !(common.tiny || oneStory(common)))
        return void(v.no("nothing shows that the two reports speak of one happening"));
    if (!sameLastWord(x.subject, y.subject) || (full && !sameFolded(first(x), first(y))))
        return void(v.no("other people"));
    const auto moved = [](const Candidate& c) {
        return std::any_of(c.in->facts.begin(), c.in->facts.end(), [&](const Fact& f) {
            return f.kind == c.fact->kind && f.slot.event == c.fact->slot.event && f.subject == c.fact->subject &&
                   !sameFolded(f.place, c.fact->place);
        });
    };
    const auto wide = [](const Fact& f) {
        const auto where = read::place(f.place);
        return where && where->kind != read::PlaceKind::City;
    };
    const auto relation = placesRelated(x.place, y.place);
    // "Of Ashfield", "of Ashfield Motors": more or less of one name
    const auto within = [](std::string_view longer, std::string_view shorter) {
        return longer.size() > shorter.size() && longer.find(shorter) != std::string_view::npos;
    };
    if (moved(a) || moved(b) || within(x.place, y.place) || within(y.place, x.place) ||
        (relation == read::PlaceRelation::Unknown && (wide(x) || wide(y))))
        return void(v.no("other places, and more than one may be right"));
    v.strength = 2;
    v.say("the same person, ", x.subject);
    v.join();
}

} // namespace

void samePlace(const Candidate& a, const Candidate& b, const Common& common, Verdict& v) {
    const Fact &x = *a.fact, &y = *b.fact;
    if (x.slot.event == homeEvent && y.slot.event == homeEvent)
        return sameHome(a, b, common, v);
    if (x.slot.event != y.slot.event && !(listed(Family::Seat, x.slot.event) && listed(Family::Seat, y.slot.event) &&
                                          kindred(x.slot.event, y.slot.event)))
        return void(v.no("other events"));
    const auto relation = placesRelated(x.place, y.place);
    const bool together = relation == read::PlaceRelation::Same || relation == read::PlaceRelation::Inside ||
                          relation == read::PlaceRelation::Holds || sameFolded(x.place, y.place);
    if (!together && oneSeat(a, b, common)) {
        v.strength = 1;
        v.say("of one name both say where it has its seat or where it was born");
        return void(v.join());
    }
    Verdict here; // that the places differ is what is asked
    here.explain = v.explain;
    const Apart apart = happeningsApart(a, b, common, here);
    const bool rivals = !together && onePlaceOnly(a, b, common);
    if (apart != Apart::No && !(rivals && apart == Apart::Places && common.names > 0)) {
        v = std::move(here);
        return;
    }
    if (!together && !rivals)
        return void(v.no("other places, and more than one may be right"));
    if (apart == Apart::No)
        v = std::move(here);
    if (!together) {
        v.strength = 1;
        v.say("same event, “", x.slot.event, "”, in sentences that tell one thing but for the place");
        return void(v.join());
    }
    if (a.article == b.article) {
        v.strength = 1;
        v.say("places that hold one another in one report");
        return void(v.join());
    }
    if (common.few ? !(common.tiny || common.names >= 2) : !oneHappening(common, 0))
        return void(v.no("nothing shows that the two reports speak of one happening"));
    if (!common.tiny &&
        (!x.slot.classified || !y.slot.classified || !(common.leadTimesMeet && x.anchor.lead && y.anchor.lead)) &&
        !(overlap(x.content, y.content) >= 4 && share(x.near, y.near) >= 0.4 && x.slot.classified))
        return void(v.no("not shown to be one happening"));
    v.strength = 2;
    v.say("same event, “", x.slot.event, "”, and places that are one or hold one another");
    v.join();
}

} // namespace countercheck::compare::gate
