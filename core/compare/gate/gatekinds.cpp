// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/gate/gate.h"
#include "core/compare/gate/narrowing.h"
#include "core/compare/gate/rivalquestion.h"
#include "core/compare/sentences/soleroles.h"
#include "core/compare/words/concepts.h"
#include "core/compare/words/lookups.h"
#include "core/compare/words/wordlists.h"

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

/// Is the last word of the two names one, but for accents and capitals?
bool sameLastWord(std::string_view a, std::string_view b) {
    const auto last = [](std::string_view name) { return name.substr(name.rfind(' ') + 1); };
    return sameFolded(last(a), last(b));
}

} // namespace

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
                        [&](const Fact& f) { return &f != a.fact && f.kind == claim::ClaimKind::Date; });
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
            return &f != c.fact && f.kind == c.fact->kind && f.slot.head == c.fact->slot.head &&
                   f.slot.event == c.fact->slot.event;
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

/// Of a noun's date, "the summit began on Wednesday", "ended on Friday": do the two sentences tell other deeds of it?
bool otherDeeds(const Candidate& a, const Candidate& b) {
    const Outline *x = a.in->outline(a.fact->sentence), *y = b.in->outline(b.fact->sentence);
    const auto own = [](const Outline& outline, const Fact& f) {
        return std::ranges::any_of(outline.doings, [&](const Doing& doing) { return doing.deed == f.slot.event; });
    };
    return x && y && !x->doings.empty() && !y->doings.empty() && !own(*x, *a.fact) && !own(*y, *b.fact) &&
           !oneDeed(*x, *y);
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

void sameTime(const Candidate& a, const Candidate& b, const Common& common, Verdict& v) {
    const Fact &x = *a.fact, &y = *b.fact;
    if (!x.slot.head.empty() || !y.slot.head.empty()) {
        if (x.slot.head == y.slot.head)
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
    const bool tells = (mayTell && like.words >= 3 && like.cover >= 0.5 && onlyDate(a) && onlyDate(b)) || nothingMore;
    // "The trial will open on", "goes on trial on"
    const auto opens = [](const Fact& f, const Fact& g) {
        return (f.slot.event == "start" || f.slot.event == "launch") && listed(Family::Light, g.slot.event);
    };
    if (!sameEvent && !(tells && (like.tells || opens(x, y) || opens(y, x))))
        return void(v.no("other events"));
    if (sameEvent)
        v.say("same event, “", x.slot.event, "”");
    else
        v.say("their sentences tell one thing, and each gives one date");
    if (!common.tiny && (x.anchor.unresolved.starts_with("XXXX-W") || y.anchor.unresolved.starts_with("XXXX-W")))
        return void(v.no("days of the week, of which nothing tells the week"));
    const bool yearless = !x.anchor.unresolved.empty() && !y.anchor.unresolved.empty();
    if (yearless && x.anchor.unresolved.starts_with("XXXX-W") && x.anchor.unresolved == y.anchor.unresolved)
        return void(v.no("one day of the week, and no conflict"));
    if (!yearless && (!x.anchor.time || !y.anchor.time))
        return void(v.no("a time that does not resolve"));
    if (happeningVeto(a, b, common, v))
        return;
    const bool meets = yearless ? x.anchor.unresolved.starts_with(y.anchor.unresolved) ||
                                      y.anchor.unresolved.starts_with(x.anchor.unresolved)
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
    if (!meets && (namesOthers(a, b) ||
                   (!yearless && farApart(*x.anchor.time, *y.anchor.time) && !(nothingMore && happensOnce(a, b)))))
        return void(v.no("times that do not meet, of other things or far apart: two happenings"));
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
    if (!meets && (sequel(a, b) || otherObjects(x, y) || narrowedApart(x, y)))
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

namespace {

bool onlyAge(const Candidate& a) {
    return std::none_of(a.in->facts.begin(), a.in->facts.end(),
                        [&](const Fact& f) { return &f != a.fact && f.kind == claim::ClaimKind::Age; });
}

/// Does the claim's sentence hold the word as it stands? Letter by letter: a source ("the suspect") is no content word.
bool saysWord(const Candidate& c, std::string_view word) {
    const std::string_view text = c.fact->said.sentence.of(c.in->text);
    const auto letter = [&](std::size_t i) {
        return i < text.size() && (static_cast<unsigned char>(text[i]) >= 0x80 || (text[i] >= 'a' && text[i] <= 'z'));
    };
    for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1))
        if ((at == 0 || !letter(at - 1)) && !letter(at + word.size()))
            return true;
    return false;
}

/// "The second suspect", "un autre suspect": does the sentence tell of another one of those whom the word names?
bool furtherOne(const Candidate& c, std::string_view word) {
    const std::string_view text = c.fact->said.sentence.of(c.in->text);
    for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
        if (at < 2 || text[at - 1] != ' ')
            continue;
        const std::size_t blank = text.rfind(' ', at - 2);
        if (listed(Family::Another, text.substr(blank + 1, at - blank - 2)))
            return true;
    }
    return false;
}

/// "Was 32 when he won": how old somebody was at another time than that of the report; "joined at 19".
bool ageThen(const Candidate& c) {
    const Span words = c.fact->said.words;
    const std::string_view behind = c.in->text.substr(std::min<std::size_t>(words.end, c.in->text.size()));
    return behind.starts_with(" when ") || behind.starts_with(" at the time") || behind.starts_with(" quand ") ||
           behind.starts_with(" lorsqu") || behind.starts_with(" au moment ");
}

/// "Police arrested a 34-year-old man", "questioned a woman of 29": two whom nobody names are not shown to be one where
/// something else befalls each, or where one is a man and the other a woman.
bool otherBearers(const Candidate& a, const Candidate& b) {
    const auto &x = a.fact->slot.head, &y = b.fact->slot.head;
    if (x.empty() || y.empty())
        return false;
    const auto part = [](const Fact& deed, std::uint32_t who) {
        const bool passive = deed.slot.relation == SlotRelation::Patient;
        const auto in = [&](const std::vector<std::uint32_t>& words) {
            return std::find(words.begin(), words.end(), who) != words.end();
        };
        return in(passive ? deed.subjects : deed.objects) ? 2 : in(passive ? deed.objects : deed.subjects) ? 1 : 0;
    };
    const std::uint32_t one = Concepts::named(x), two = Concepts::named(y);
    bool told = false;
    const bool same = a.in->anyIn(a.fact->sentence, [&](const Fact& f) {
        const int role = isDeed(f) ? part(f, one) : 0;
        told |= role != 0;
        return role != 0 && b.in->anyIn(b.fact->sentence, [&](const Fact& g) {
            return isDeed(g) && part(g, two) == role &&
                   (f.slot.event == g.slot.event || kindred(f.slot.event, g.slot.event));
        });
    });
    return !same && (told || x != y);
}

} // namespace

void sameAge(const Candidate& a, const Candidate& b, const Common& common, Verdict& v) {
    const Fact &x = *a.fact, &y = *b.fact;
    if (a.article == b.article) {
        if (x.subject.empty() || x.subject != y.subject || !sameSet(a, b))
            return void(v.no("one report"));
        v.strength = 1;
        v.say("one person in one report");
        return void(v.join());
    }
    if (ageThen(a) != ageThen(b))
        return void(v.no("they speak of different times"));
    if (!x.subject.empty() && !y.subject.empty()) {
        if (!sameLastWord(x.subject, y.subject) || (!common.few && !sameFolded(x.subject, y.subject)))
            return void(v.no("other people"));
        v.strength = 3;
        v.say("the same person, ", x.subject);
        return void(v.join());
    }
    const double clause = share(x.near, y.near);
    const std::size_t words = overlap(x.content, y.content);
    // A report has one driver and one suspect.
    // "Leon Farrell has died at the age of 81": in a sentence or two that name one person there is one age.
    if (common.tiny && namesShared(x, y) && words >= 2 && !x.ambiguous && !y.ambiguous && onlyAge(a) && onlyAge(b) &&
        !otherBearers(a, b)) {
        v.strength = 2;
        v.say("each report gives one age, in sentences that name one person and share ", std::to_string(words),
              " content words");
        return void(v.join());
    }
    // "The suspect, a 41-year-old Swede", "the suspect, who is 37": of one sentence's one suspect.
    const auto part = [&]() -> std::string_view {
        for (const std::string_view word : wordsOf(Family::Sole))
            if (saysWord(a, word) && saysWord(b, word))
                return furtherOne(a, word) == furtherOne(b, word) ? word : std::string_view();
        return {};
    };
    if (common.tiny && x.subject.empty() && y.subject.empty() && words >= 2 && !x.ambiguous && !y.ambiguous &&
        onlyAge(a) && onlyAge(b) && !namesOthers(a, b)) {
        if (const std::string_view who = part(); !who.empty()) {
            v.strength = 1;
            v.say("“", who, "” in sentences that share ", std::to_string(words), " content words");
            return void(v.join());
        }
    }
    const bool sole =
        listed(Family::Sole, x.slot.head) && common.few && (common.leadTimesMeet || common.leadWords >= 4);
    if (x.ambiguous || y.ambiguous || !x.subject.empty() || !y.subject.empty() || !sameThing(x, y) ||
        x.slot.head.empty() || (!sole && (words < 4 || clause < 0.5)) ||
        !(common.tiny || common.names >= (sole ? 1u : 2u)))
        return void(v.no("not shown to be one person"));
    v.strength = 2;
    v.say("“", x.slot.head, "” in sentences that share ", std::to_string(words), " content words");
    v.join();
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
    const bool shortOne = std::min(p.size(), q.size()) < shortQuote;
    if (same < 1.0 && (overlap(x.quoteContent, y.quoteContent) < 2 || share(x.quoteContent, y.quoteContent) < 0.5))
        return void(v.no("they share little but small words"));
    const bool oneSpeaker = !x.subject.empty() && sameFolded(x.subject, y.subject);
    // "Its authorization", "authorization": two words that stand in quotation marks are no saying.
    if (p != q && std::max(p.size(), q.size()) < shortQuote &&
        std::min(x.quoteContent.size(), y.quoteContent.size()) < 2)
        return void(v.no("a word or two that anybody may say"));
    if (shortOne && overlap(x.content, y.content) < (oneSpeaker ? 1u : 3u))
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

} // namespace

void samePlace(const Candidate& a, const Candidate& b, const Common& common, Verdict& v) {
    const Fact &x = *a.fact, &y = *b.fact;
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
