// SPDX-License-Identifier: GPL-3.0-or-later
// Statements that deny each other. Only those that do are joined: that two reports tell the same deed is no question.
#include "core/claim/parts.h"
#include "core/compare/gate/gate.h"
#include "core/compare/relate.h"
#include "core/compare/words/concepts.h"
#include "core/compare/words/lookups.h"
#include "core/compare/words/opposites.h"
#include "core/compare/words/wordlists.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>

namespace countercheck::compare::gate {

namespace {

/// Do the two name the same doers, or does one's doer undergo what the other's object does?
bool sameParts(const Fact& x, const Fact& y) {
    const auto meets = [](const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
        return a.empty() || b.empty() ||
               overlap(a, b) * 2 > std::min(a.size(), b.size()); // “prices of bread”, “of timber”
    };
    if (x.slot.relation == y.slot.relation)
        return !x.subjects.empty() && !y.subjects.empty() && meets(x.subjects, y.subjects) &&
               meets(x.objects, y.objects);
    const Fact& passive = x.slot.relation == claim::Relation::Patient ? x : y;
    const Fact& active = &passive == &x ? y : x;
    return !passive.subjects.empty() && !active.objects.empty() && meets(passive.subjects, active.objects) &&
           meets(passive.objects, active.subjects);
}

/// "Varno beat Lisle", "Lisle beat Varno": told by the words of names, and, where but one can do it to the other, by
/// any words. Of other deeds the sentences have to match well, and both may not do it to each other.
bool turnedRound(const Fact& x, const Fact& y, const Common& common) {
    const auto& deed = x.slot.event;
    const auto &doerX = x.doers, &doerY = y.doers, &whatX = x.dones, &whatY = y.dones;
    if (x.said.negative || y.said.negative || doerX.empty() || doerY.empty() || whatX.empty() || whatY.empty() ||
        (deed != y.slot.event && !kindred(deed, y.slot.event)))
        return false;
    const auto way = [](const Fact& f) { return oneWay(f.slot.event) || oneWay(f.slot.head); };
    const bool one = way(x) && way(y);
    if (one && overlap(doerX, whatY) > 0 && overlap(whatX, doerY) > 0 && overlap(doerX, doerY) == 0)
        return true;
    const auto named = [](const std::vector<std::uint32_t>& words, const Fact& f) {
        std::vector<std::uint32_t> out;
        for (const std::uint32_t word : words)
            if (std::binary_search(f.nameConcepts.begin(), f.nameConcepts.end(), word))
                out.push_back(word);
        return out;
    };
    const bool twins = common.tiny && !mutual(deed) && share(x.content, y.content) >= 0.9;
    if (twins && overlap(doerX, whatY) > 0 && overlap(whatX, doerY) > 0 && overlap(doerX, doerY) == 0 &&
        overlap(whatX, whatY) == 0)
        return true;
    const auto broad = [](const Fact& f) -> const auto& { // "won the final Test against Australia"
        return f.slot.relation == claim::Relation::Patient ? f.subjects : f.objects;
    };
    const auto p = named(doerX, x), q = named(broad(x), x), r = named(doerY, y), s = named(broad(y), y);
    return (one || (common.tiny && !mutual(deed) && share(x.content, y.content) >= 0.75)) && overlap(p, s) > 0 &&
           overlap(q, r) > 0 && overlap(p, r) == 0;
}

/// Do the two predicates govern other deeds ("admitted that he had met …", "denied that he had taken …")?
bool otherClauses(const Candidate& a, const Candidate& b) {
    const auto next = [](const Candidate& c) -> const Doing* {
        const Outline* outline = c.in->outline(c.fact->sentence);
        if (!outline)
            return nullptr;
        for (const Doing& doing : outline->doings)
            if (doing.span.begin >= c.fact->said.words.end)
                return &doing;
        return nullptr;
    };
    const Doing *x = next(a), *y = next(b);
    const auto strange = [](const Doing& doing, const Candidate& other) { return !hasWord(*other.fact, doing.word); };
    const auto ofSaying = [](const Fact& f) { // "admitted that …": what is governed is what is said
        const Opposites& table = Opposites::only();
        return table.in("guilt", f.slot.head) || table.in("truth", f.slot.head) || table.in("claim", f.slot.head);
    };
    // "Welcomed the decision to move the festival", "criticised the decision to raise the price"
    const auto toDo = [](const Doing& doing, const Candidate& c) {
        const std::string_view words = doing.span.of(c.in->text), before = c.in->text.substr(0, doing.span.begin);
        return words.starts_with("to ") || before.ends_with(" to ") || before.ends_with(" de ") ||
               before.ends_with(" d'") || before.ends_with(" d’");
    };
    const bool bothToDo = x && y && !ofSaying(*a.fact) && toDo(*x, a) && toDo(*y, b) && a.fact->thing == b.fact->thing;
    if (bothToDo && strange(*x, b) && strange(*y, a) && !kindred(x->deed, y->deed) && !verbsClose(x->deed, y->deed))
        return true;
    return ofSaying(*a.fact) && ofSaying(*b.fact) && x && y && x->deed != y->deed &&
           (strange(*x, b) || strange(*y, a)) && !kindred(x->deed, y->deed) &&
           !opposed({x->deed, x->deed}, {y->deed, y->deed}) && !verbsClose(x->deed, y->deed);
}

/// "Upheld the conviction", "annulled the seizure of the convicted man's house": the one names the other's object, but
/// as no object of its own, which the other does not name.
bool otherObject(const Fact& x, const Fact& y) {
    const auto in = [](std::uint32_t word, const std::vector<std::uint32_t>& sorted) {
        return std::binary_search(sorted.begin(), sorted.end(), word);
    };
    const auto phrase = [](const Fact& f) { // "reach_deal", not "turn_down"
        const std::size_t bar = f.slot.head.rfind('_');
        return bar != std::string::npos &&
               !claim::oneOf(f.slot.head.substr(bar + 1), {"down", "off", "out", "up", "back"});
    };
    return x.thing != 0 && y.thing != 0 && x.thing != y.thing && !phrase(x) && !phrase(y) && in(x.thing, y.content) &&
           !in(x.thing, y.dones.empty() ? y.objects : y.dones) && !in(y.thing, x.content);
}

/// "Guilty of murder", "not guilty of kidnapping".
bool ofOtherThings(const Candidate& a, const Candidate& b) {
    const auto of = [](const Candidate& c) {
        const std::string_view behind =
            c.in->text.substr(std::min<std::size_t>(c.fact->said.words.end, c.in->text.size()), 4);
        return behind.starts_with(" of ") || behind.starts_with(" de ") || behind.starts_with(" d'");
    };
    const auto strange = [](const Fact& f, const Fact& other) {
        return !f.near.empty() && overlap(f.near, other.content) == 0;
    };
    return of(a) && of(b) && strange(*a.fact, *b.fact) && strange(*b.fact, *a.fact);
}

/// "Consumer confidence", "business confidence": one noun, of which each sentence says further what the other never
/// names.
bool otherKinds(const Fact& x, const Fact& y) {
    const auto own = [](const Fact& f, const Fact& other) {
        return std::any_of(f.subjectKinds.begin(), f.subjectKinds.end(), [&](std::uint32_t word) {
            return !hasWord(other, word) &&
                   std::find(other.subjects.begin(), other.subjects.end(), word) == other.subjects.end();
        });
    };
    return x.doer != 0 && x.doer == y.doer && own(x, y) && own(y, x);
}

/// "Reyes won the marathon", "the marathon was won by Mutai".
bool rivalDoers(const Candidate& a, const Candidate& b) {
    const Fact &x = *a.fact, &y = *b.fact;
    const auto passive = [](const Fact& f) { return f.slot.relation == claim::Relation::Patient; };
    const auto& doerX = passive(x) ? x.objects : x.subjects;
    const auto& doerY = passive(y) ? y.objects : y.subjects;
    const auto& whatX = passive(x) ? x.subjects : x.objects;
    const auto& whatY = passive(y) ? y.subjects : y.objects;
    if (!passive(x) && !passive(y) && x.thing != y.thing)
        return false; // "won the Tour", "won two stages of the Tour"
    return x.slot.event == y.slot.event && oneDoes(x.slot.event) && !x.said.negative && !y.said.negative &&
           !doerX.empty() && !doerY.empty() && !whatX.empty() && !whatY.empty() && overlap(doerX, doerY) == 0 &&
           overlap(whatX, whatY) >= 1 && share(whatX, whatY) >= 0.6 && overlap(doerX, whatY) == 0 &&
           overlap(doerY, whatX) == 0 &&
           ((x.namedDoer && y.namedDoer) || (unknownNames(a, b) >= 1 && unknownNames(b, a) >= 1));
}

/// Do the words around the two predicates show that they are said of one thing: what stands before them, or before the
/// passive one and behind the other?
bool sameAround(const Fact& x, const Fact& y) {
    const auto meets = [](const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
        return !a.empty() && !b.empty() && overlap(a, b) * 2 > std::min(a.size(), b.size());
    };
    if (x.slot.relation == y.slot.relation)
        return meets(x.beside, y.beside);
    const Fact& passive = x.slot.relation == claim::Relation::Patient ? x : y;
    const Fact& active = &passive == &x ? y : x;
    return meets(passive.beside, active.near);
}

/// "The Airbus with 214 people on board landed", "an Airbus that had lost an engine crashed": one noun, and not one of
/// the two phrases names it further without the other sentence's knowing.
bool sameDoer(const Fact& x, const Fact& y) {
    const auto further = [](const Fact& f, const Fact& other) {
        return std::any_of(f.subjects.begin(), f.subjects.end(),
                           [&](std::uint32_t word) { return !hasWord(other, word); });
    };
    return x.doer != 0 && x.doer == y.doer && x.slot.relation == y.slot.relation && !(further(x, y) && further(y, x));
}

/// What one undergoes the other does without anybody's doing ("the flood destroyed the bridge", "the bridge held").
bool undergone(const Fact& x, const Fact& y) {
    const auto meets = [](const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
        return !a.empty() && !b.empty() && overlap(a, b) * 2 > std::min(a.size(), b.size());
    };
    const auto active = [](const Fact& f) { return f.slot.relation == claim::Relation::Agent; };
    if (!active(x) || !active(y)) // "was killed", "survived"; of a deed and its contrary the one who undergoes both
        return x.slot.event != y.slot.event && active(x) != active(y) &&
               (active(x) ? x.objects.empty() || overlap(x.objects, y.subjects) == 0
                          : y.objects.empty() || overlap(y.objects, x.subjects) == 0) &&
               meets(x.subjects, y.subjects);
    // "Recaptured the town", "the town remains in the hands of …"
    const auto does = [&](const Fact& f, const Fact& other) {
        return (other.objects.empty() || overlap(other.objects, f.subjects) > 0) && meets(f.objects, other.subjects);
    };
    return does(x, y) || does(y, x);
}

Predicate predicate(const Fact& f) {
    return {f.slot.event, f.slot.head};
}

constexpr std::string_view singular[] = {"A ", "An ", "Un ", "Une "};

/// Counts of those whom the deed befalls, or who do it ("three hikers were rescued", "a hiker died"): other people.
bool otherNumbers(const Candidate& a, const Candidate& b) {
    const auto counted = [](const Candidate& c, std::uint32_t who, const Fact*& out) {
        // "Three of the ten bridges": by the words themselves, where the number is the noun
        const std::string_view phrase =
            c.fact->slot.relation == claim::Relation::Patient ? c.fact->doneTo : c.fact->doneBy;
        return (who != 0 || !phrase.empty()) && c.in->anyIn(c.fact->sentence, [&](const Fact& f) {
            if (f.kind != claim::ClaimKind::Count || !f.said.set || f.none)
                return false;
            const std::string_view words = f.said.words.of(c.in->text);
            const bool within = phrase.find(words) != std::string_view::npos; // "nine of the ten crew members"
            if (who != 0 ? !within && Concepts::named(f.slot.head) != who : words != phrase)
                return false;
            out = &f;
            return true;
        });
    };
    // "Un randonneur est mort": of a subject that opens the sentence
    const auto single = [](const Candidate& c) {
        const std::string_view words = c.fact->said.sentence.of(c.in->text);
        return std::any_of(std::begin(singular), std::end(singular),
                           [&](std::string_view article) { return words.starts_with(article); });
    };
    const auto several = [](const Fact& f) { return f.said.set->low && read::Decimal(1) < *f.said.set->low; };
    const Fact *x = nullptr, *y = nullptr;
    // "Will close 40 of its stores", "opened 12 stores"
    const auto object = [](const Candidate& c) -> const Fact* {
        const Fact* out = nullptr;
        c.in->eachIn(c.fact->sentence, [&](const Fact& f) {
            const std::size_t at = f.said.words.begin, behind = c.fact->said.words.end;
            if (!out && f.kind == claim::ClaimKind::Count && f.said.set && at > behind && at <= behind + 2 &&
                c.fact->slot.relation == claim::Relation::Agent)
                out = &f;
        });
        return out;
    };
    if (const Fact* p = object(a), *q = object(b); p && q && !setsMeet(*p->said.set, *q->said.set))
        return true;
    const bool first = counted(a, a.fact->doer, x), second = counted(b, b.fact->doer, y);
    // "Won the stage", "lost 40 seconds"
    const auto some = [](const Candidate& c) {
        return c.in->anyIn(c.fact->sentence, [&](const Fact& f) {
            return f.kind == claim::ClaimKind::Measure && f.said.words.begin >= c.fact->said.words.end &&
                   f.said.words.begin <= c.fact->said.words.end + 1;
        });
    };
    if (some(a) != some(b))
        return true;
    if (first && second)
        return !setsMeet(*x->said.set, *y->said.set);
    return (first && several(*x) && single(b)) || (second && several(*y) && single(a));
}

/// "Voted against a third runway": does the other sentence name it by the same words?
bool namesToo(const Candidate& a, const Candidate& b) {
    const std::string& phrase = a.fact->doneTo;
    const std::size_t space = phrase.find(' ');
    return a.fact->further && space != std::string::npos &&
           b.fact->said.sentence.of(b.in->text).find(std::string_view(phrase).substr(space)) != std::string_view::npos;
}

/// "Freed all the soldiers", "freed 14 of the 32 soldiers"
bool wholeAndPart(const Fact& x, const Fact& y) {
    const auto many = [](Share share) { return share == Share::All || share == Share::Most; };
    return (x.share == Share::All && y.share == Share::Part) || (x.share == Share::Part && y.share == Share::All) ||
           (x.share == Share::Few && many(y.share)) || (many(x.share) && y.share == Share::Few);
}
/// "Two of the five were caught", "three of the five are at large": of the rest.
bool bothParts(const Fact& x, const Fact& y) {
    return x.share == Share::Part && y.share == Share::Part;
}

constexpr std::uint32_t latest =
    2; ///< of a report of more than two sentences, the last one that tells what it is about

/// Words that two sentences must share beside what is said of them.
std::size_t leastShared(const Common& common) {
    return common.tiny ? 2 : 3;
}

/// How two statements exclude each other; empty: they do not, and `why` says what is missing.
std::string_view excludes(const Candidate& a, const Candidate& b, const Common& common, std::string_view& why) {
    const Fact &x = *a.fact, &y = *b.fact;
    why = "they do not deny each other";
    if (x.ambiguous || y.ambiguous) {
        why = "one report tells of both";
        return {};
    }
    if (!common.tiny && (x.sentence > latest || y.sentence > latest)) {
        why = "not what the reports are about";
        return {};
    }
    if (common.tiny && outdone(a, b) && x.earlier == y.earlier && !contrasted(x.content, y.content)) {
        Verdict here;
        if (!happeningVeto(a, b, common, here))
            return "who was outdone in one report does it in the other";
    }
    const bool one = x.slot.event == y.slot.event || (!x.slot.head.empty() && x.slot.head == y.slot.head) ||
                     (common.tiny && alike(predicate(x), predicate(y)));
    if (!common.tiny && (x.hindered || y.hindered)) { // what was prevented here may have been done there
        why = "not what the reports are about";
        return {};
    }
    const bool more = common.tiny && (x.said.negative ? wider(predicate(x), predicate(y)) // "not affected", "destroyed"
                                                      : wider(predicate(y), predicate(x)));
    // "Is back at work", "is no longer suspended": to be one thing and not to be another
    const auto copula = [](const Fact& f) { return f.slot.event == "be" || f.slot.event == "être"; };
    const bool otherThing = copula(x) && copula(y) && x.thing != y.thing;
    const bool denied = (one || more) && !otherThing && x.said.negative != y.said.negative;
    const bool sides = x.said.negative == y.said.negative && !x.said.negative && x.sided && y.sided &&
                       opposed(predicate(x), predicate(y));
    const bool turned = turnedRound(x, y, common);
    const bool rivals = common.tiny && rivalDoers(a, b);
    // "All five escaped", "two of the five are at large": not the same deed
    const bool quantified = common.tiny && wholeAndPart(x, y) && (x.slot.event == y.slot.event || sides);
    if ((!denied && !sides && !turned && !rivals && !quantified) || ((sides || denied) && bothParts(x, y)) ||
        (denied && (overBefore(a, b) || overBefore(b, a))))
        return {};
    const bool contained = common.tiny && (denied || quantified || (sides && !converse(predicate(x), predicate(y)))) &&
                           !turned && !rivals && (bare(a, b) || bare(b, a));
    if (abilitiesApart(x, y) || (mayBe(x, y) && !contained)) {
        why = "one is told as what may be done";
        return {};
    }
    const Likeness like = likeness(a, b);
    // Where the two sides are told with two words, these are no part of what the sentences share.
    const std::size_t own = x.slot.event == y.slot.event || kindred(x.slot.event, y.slot.event) ? 1 : 0;
    const std::size_t beyond = like.words - std::min<std::size_t>(like.words, own);
    const std::size_t least = std::min(x.content.size(), y.content.size());
    const double cover = least < 2 ? like.cover : static_cast<double>(beyond) / static_cast<double>(least - 1);
    // "The suspect": a word that is no concept of its own, because such people are sources, too
    const auto sameSource = [&] {
        const auto who = [](const Fact& f) -> std::string_view {
            return f.slot.relation == claim::Relation::Patient ? f.doneTo : f.doneBy;
        };
        return x.doer == 0 && y.doer == 0 && x.slot.relation == y.slot.relation && !who(x).empty() && who(x) == who(y);
    };
    const bool bothSides =
        sides && !converse(predicate(x), predicate(y)); // of "beat" and "lost to" there are two doers
    const bool parts = sameParts(x, y) || (quantified && x.doer != 0 && x.doer == y.doer) ||
                       (common.tiny && sameSource()) || (bothSides && undergone(x, y)) ||
                       (common.tiny && (sameAround(x, y) || (sides && sameDoer(x, y))));
    const auto stranger = [](const Fact& f, const Fact& other) {
        return f.doer != 0 && other.doer != 0 && f.doer != other.doer && f.slot.relation == claim::Relation::Agent &&
               !hasWord(other, f.doer);
    };
    if (sides && !rivals && !contained && stranger(x, y) &&
        stranger(y, x)) { // two chambers, two clubs, the mayor and the residents
        why = "not shown to be of the same doer";
        return {};
    }
    const auto strangeTo = [](std::uint32_t noun, const Fact& f) { return noun != 0 && !hasWord(f, noun); };
    // "The laureate was released", "the laureate's lawyer remains under arrest"
    const auto belongs = [](const Fact& f, const Fact& other) {
        const std::string& phrase = other.slot.head; // "tested positive", "the sprinter's test was negative"
        const std::size_t bar = phrase.find('_');
        if (bar != std::string::npos && f.doer == Concepts::named(std::string_view(phrase).substr(0, bar)))
            return false;
        return f.doer != 0 && f.subjectOwner != 0 && f.doer != other.doer &&
               (f.subjectOwner == other.doer || f.subjectOwner == other.thing) && !hasWord(other, f.doer);
    };
    // "Shares in Brickley jumped", "shares in Pindle tumbled"
    const auto namesIn = [](const Fact& f) {
        std::vector<std::uint32_t> out;
        std::set_intersection(f.subjects.begin(), f.subjects.end(), f.ownNames.begin(), f.ownNames.end(),
                              std::back_inserter(out));
        return out;
    };
    const std::vector<std::uint32_t> nameX = namesIn(x), nameY = namesIn(y);
    const auto unknown = [&](const std::vector<std::uint32_t>& names, const Fact& f) {
        return std::any_of(names.begin(), names.end(), [&](std::uint32_t name) { return strangeTo(name, f); });
    };
    const bool otherNames = !nameX.empty() && !nameY.empty() && overlap(nameX, nameY) == 0 &&
                            x.slot.relation == y.slot.relation && (unknown(nameX, y) || unknown(nameY, x));
    // "The owners failed to sell the club", "the club was sold"
    const bool acrossVoices = x.slot.relation != y.slot.relation && sameParts(x, y);
    if (!rivals && !turned && !contained && ((!acrossVoices && (belongs(x, y) || belongs(y, x))) || otherNames)) {
        why = "not shown to be of the same doer";
        return {};
    }
    // "Pilots have ended their strike", "cabin crew will continue although pilots have ended theirs"
    const auto saysToo = [](const Fact& f, const Candidate& other) {
        return f.doer != 0 && other.in->anyIn(other.fact->sentence, [&](const Fact& g) {
            return isDeed(g) && &g != other.fact && g.doer == f.doer && g.said.negative == f.said.negative &&
                   (g.slot.event == f.slot.event || g.slot.head == f.slot.head);
        });
    };
    if (!turned && !rivals && x.doer != y.doer && (saysToo(x, b) || saysToo(y, a))) {
        why = "one report tells of both";
        return {};
    }
    // "Says the nurse poisoned them, which she denies": who reports the denial, too, does not contradict it.
    const auto deniesToo = [](const Candidate& told) {
        return told.in->anyIn(told.fact->sentence, [&](const Fact& g) {
            return isDeed(g) && &g != told.fact && g.slot.head == "deny" && !g.said.negative &&
                   g.said.words.begin > told.fact->said.words.end;
        });
    };
    if (denied && deniesToo(x.said.negative ? b : a)) {
        why = "one report tells of both";
        return {};
    }
    // "A man was arrested", "a second man remained at large"
    if (!turned && x.further != y.further && !(contained && (namesToo(a, b) || namesToo(b, a)))) {
        why = "one tells of another one of the sort";
        return {};
    }
    if (!turned && !rivals &&
        ((!contained && (otherClauses(a, b) || otherKinds(x, y))) || (denied && !contained && ofOtherThings(a, b)))) {
        why = "they tell of other things";
        return {};
    }
    // "Weakened", "is expected to weaken on Sunday"; but "has no plans to visit", "will visit"
    if (x.foreseen != y.foreseen && !turned && !rivals && !(x.foreseen ? y : x).planned) {
        why = "one is what somebody expects";
        return {};
    }
    // "Had been suspended since May", "were resumed"
    if ((x.earlier != y.earlier && !rivals) || (denied && (wasNot(a, b) || wasNot(b, a)))) {
        why = "they speak of different times";
        return {};
    }
    // "Officers fired", "the driver did not fire at the officers"; a passive one may be told of what the other does it
    // to
    const auto comparable = [&] {
        if (x.slot.relation == y.slot.relation)
            return x.slot.relation == claim::Relation::Agent;
        return (x.slot.relation == claim::Relation::Agent ? x : y).objects.empty();
    };
    // Not where the one does it to the other's doer ("lifted the ban", "the ban remains"), or of him ("oil prices",
    // "oil").
    const auto strangeDoer = [&](const Fact& f, const Fact& other) {
        const auto has = [](const std::vector<std::uint32_t>& words, std::uint32_t word) {
            return std::find(words.begin(), words.end(), word) != words.end();
        };
        return f.doer != 0 && other.doer != 0 && f.doer != other.doer && strangeTo(f.doer, other) &&
               f.subjectOwner != other.doer && !has(f.subjects, other.doer) && !has(f.objects, other.doer) &&
               !(f.namedDoer && other.namedDoer);
    };
    const auto namesDoer = [&](const Fact& f, const Fact& other) { // the other's sentence knows the doer of this one
        return denied || hasWord(other, f.doer);
    };
    if ((denied || sides) && !turned && !rivals && !contained && comparable() &&
        ((strangeDoer(x, y) && namesDoer(y, x)) || (strangeDoer(y, x) && namesDoer(x, y)))) {
        why = "not shown to be of the same doer";
        return {};
    }
    // "Its profit fell", "it raised its profit forecast"
    static const auto forecasts = conceptsOf(Family::Forecast);
    const auto foretold = [](const Fact& f) {
        const auto in = [](std::uint32_t word) { return std::binary_search(forecasts.begin(), forecasts.end(), word); };
        return in(f.thing) || in(f.doer);
    };
    if (sides && foretold(x) != foretold(y)) {
        why = "they tell of other things";
        return {};
    }
    // "Raised its key rate", "lowered its forecast"
    const bool elsewhat = (sides || denied) && x.slot.relation == claim::Relation::Agent &&
                          y.slot.relation == claim::Relation::Agent && !x.objects.empty() && !y.objects.empty() &&
                          x.thing != y.thing &&
                          (overlap(x.objects, y.objects) == 0 || (strangeTo(x.thing, y) && strangeTo(y.thing, x)) ||
                           otherObject(x, y) || otherObject(y, x)) &&
                          !undergone(x, y);
    // "Approved the takeover", "rejected the pay report": a noun that is no concept
    const bool unknownThing = (sides || denied) && !contained && x.thing != y.thing && (x.thing == 0 || y.thing == 0) &&
                              x.slot.relation == claim::Relation::Agent && y.slot.relation == claim::Relation::Agent &&
                              !x.dones.empty() && !y.dones.empty() && overlap(x.dones, y.dones) == 0;
    // "The appeal of a former police chief", "of two smugglers convicted of bribing a former police chief"
    const bool ofOthers = (sides || denied) && x.thing == y.thing && x.objectOwner != 0 && y.objectOwner != 0 &&
                          x.objectOwner != y.objectOwner &&
                          (!strangeTo(x.objectOwner, y) || !strangeTo(y.objectOwner, x));
    // "The extradition was approved", "the court blocked the sale"
    const auto undergoes = [](const Fact& f) { return f.slot.relation == claim::Relation::Patient ? f.doer : f.thing; };
    const bool onOthers = (sides || denied) && x.slot.relation != y.slot.relation && undergoes(x) != 0 &&
                          undergoes(y) != 0 && undergoes(x) != undergoes(y) && strangeTo(undergoes(x), y) &&
                          strangeTo(undergoes(y), x) &&
                          !(x.slot.relation == claim::Relation::Patient ? x : y).namedDoer;
    if ((!contained && (elsewhat || onOthers)) || ofOthers || unknownThing ||
        (!turned && !rivals && contrasted(x.content, y.content))) {
        why = "they tell of other things";
        return {};
    }
    const bool large =
        common.tiny && (denied || opposedAtLarge(predicate(x), predicate(y))) && beyond >= 3 && cover >= 0.6;
    if (!turned && !rivals && !parts && !large && !contained) {
        why = "not shown to be of the same doer";
        return {};
    }
    // "The mine was insured", "the mine was not insured": nothing else is said
    const auto ownWords = [](const Fact& f, const Fact& other) {
        const std::size_t bar = f.slot.head.rfind('_'); // "step_down"
        const std::uint32_t particle = bar == std::string_view::npos ? 0 : Concepts::named(f.slot.head.substr(bar + 1));
        return std::count_if(f.content.begin(), f.content.end(), [&](std::uint32_t word) {
            return !hasWord(other, word) && word != particle && word != f.doer;
        });
    };
    const bool allOfIt = common.tiny && denied && sameParts(x, y) && x.slot.relation == y.slot.relation &&
                         beyond >= 1 && std::min(ownWords(x, y), ownWords(y, x)) == 0;
    if (!contained && ((beyond < leastShared(common) && !allOfIt) || cover < (rivals        ? 0.3
                                                                              : common.tiny ? 0.5
                                                                                            : 0.6))) {
        why = "their sentences have too little in common";
        return {};
    }
    const auto elsewise = [](const Fact& f, const Fact& other) { // "will stay on the board"
        return listed(Family::Staying, f.slot.head) && !f.near.empty() && overlap(f.near, other.content) == 0;
    };
    if (sides && (elsewise(x, y) || elsewise(y, x))) {
        why = "they tell of other measures";
        return {};
    }
    if ((sides || denied) && !quantified && otherNumbers(a, b)) {
        why = "not shown to be of the same doer";
        return {};
    }
    if (notYet(a, b) || notYet(b, a) || (denied && (noLonger(a, b) || noLonger(b, a)))) {
        why = "they speak of different times";
        return {};
    }
    if (otherMeasures(x, y) || (!contained && otherTitles(x, y)) || otherHolders(x, y) ||
        (!turned && !rivals && !contained && otherComplements(x, y))) {
        why = "they tell of other measures";
        return {};
    }
    if (!rivals && namesOthers(a, b)) {
        why = "their sentences name other things";
        return {};
    }
    if (common.longApart || !oneHappening(common, like.words)) {
        why = "nothing shows that the two reports speak of one happening";
        return {};
    }
    if (sides && (toldBefore(a, b) || toldBefore(b, a))) {
        why = "one report tells of both";
        return {};
    }
    if (sides && (yetToCome(a, b) || yetToCome(b, a))) {
        why = "they speak of different times";
        return {};
    }
    // "Detained 63 protesters", "twelve of the protesters were released"
    const auto part = [](const Candidate& c, const Fact& other) {
        return c.fact->share == Share::Part && other.share == Share::Untold &&
               c.in->anyIn(c.fact->sentence, [](const Fact& f) { return f.partitive; });
    };
    if (sides && (part(a, y) || part(b, x))) {
        why = "one is told of a part of them";
        return {};
    }
    // "Rose on Thursday", "have fallen since the beginning of the year"
    const auto since = [](const Fact& f) { return f.anchor.explicitTime && f.anchor.time && f.anchor.time->openTo; };
    const bool moves = listed(Family::Direction, x.slot.event) && listed(Family::Direction, y.slot.event);
    // "Was raised", "was lowered in March"
    const auto past = [](const Candidate& c) {
        constexpr std::int64_t recent = 20 * 86400;
        const claim::Anchor& p = c.fact->anchor;
        return p.explicitTime && p.time && !p.time->openTo && c.in->published && p.time->to + recent < *c.in->published;
    };
    Verdict here;
    const bool never = denied && (neverDid(a) || neverDid(b));
    if ((moves && (since(x) != since(y) || past(a) != past(b))) || (!never && happeningVeto(a, b, common, here))) {
        why = "they speak of different times or places";
        return {};
    }
    return rivals       ? "one deed that but one can do, and two doers"
           : turned     ? "the same deed, done by the one in one report and by the other in the other"
           : sides      ? "they stand on two sides of one matter"
           : quantified ? "the same deed, told of all in one report and of a part in the other"
                        : "the same deed, told in one and denied in the other";
}

/// Of two reports of more than two sentences: may the two deny each other, stand on two sides, or be told the one way
/// round and the other?
bool mayExclude(const Fact& x, const Fact& y) {
    if (x.ambiguous || y.ambiguous || x.hindered || y.hindered || (x.said.negative && y.said.negative))
        return false;
    if (x.said.negative != y.said.negative)
        return x.slot.event == y.slot.event || (!x.slot.head.empty() && x.slot.head == y.slot.head);
    const bool whole = !x.doers.empty() && !x.dones.empty() && !y.doers.empty() && !y.dones.empty();
    return (x.sided && y.sided) || (whole && (x.slot.event == y.slot.event || kindred(x.slot.event, y.slot.event)));
}

/// What excludes() asks of any two, where nobody wants to read which of it is missing.
bool outOfReach(const Fact& x, const Fact& y, const Common& common) {
    if (common.tiny)
        return overlap(x.content, y.content) + overlap(x.subjects, y.subjects) == 0;
    return x.sentence > latest || y.sentence > latest || !mayExclude(x, y) ||
           overlap(x.content, y.content) < leastShared(common);
}

/// Do the figures of the two sentences contradict each other? Then what was done with them is no second conflict.
bool figuresTell(const Candidate& a, const Candidate& b, const Common& common) {
    for (std::uint32_t i = 0; i < a.in->facts.size(); ++i) {
        const Fact& x = a.in->facts[i];
        if (x.sentence != a.fact->sentence || !numeric(x.kind))
            continue;
        for (std::uint32_t j = 0; j < b.in->facts.size(); ++j) {
            const Fact& y = b.in->facts[j];
            if (y.sentence != b.fact->sentence || y.kind != x.kind || !x.said.set || !y.said.set ||
                setsMeet(*x.said.set, *y.said.set))
                continue;
            Verdict here;
            sameNumber({a.article, i, &x, a.in}, {b.article, j, &y, b.in}, common, here);
            if (here.gate == Gate::Join)
                return true;
        }
    }
    return false;
}

/// Do the two sentences exclude each other by a statement that stands earlier, or by how a matter ended? One conflict
/// is told once.
bool toldAlready(const Candidate& a, const Candidate& b, const Common& common) {
    // The same order whichever report is asked first: the longer sentence's statements one by one.
    const std::string_view one = a.fact->said.sentence.of(a.in->text), other = b.fact->said.sentence.of(b.in->text);
    if (one.size() != other.size() ? one.size() < other.size() : one < other)
        return toldAlready(b, a, common);
    std::string_view why;
    for (std::uint32_t i = 0; i < a.in->facts.size(); ++i) {
        const Fact& x = a.in->facts[i];
        if (x.sentence != a.fact->sentence ||
            (x.kind != claim::ClaimKind::Statement && x.kind != claim::ClaimKind::Responsibility))
            continue;
        for (std::uint32_t j = 0; j < b.in->facts.size(); ++j) {
            const Fact& y = b.in->facts[j];
            if (y.kind == claim::ClaimKind::Responsibility && y.sentence == b.fact->sentence && x.kind == y.kind)
                return true;
            if (y.sentence != b.fact->sentence || y.kind != x.kind || isDeed(x) != isDeed(y))
                continue;
            if (!isDeed(x)) {
                if (x.slot.event == y.slot.event && (x.subject != y.subject) != (x.said.negative != y.said.negative))
                    return true;
                continue;
            }
            if (&x == a.fact && &y == b.fact)
                return false;
            Candidate p = a, q = b;
            p.fact = &x, p.index = i;
            q.fact = &y, q.index = j;
            if (!excludes(p, q, common, why).empty())
                return true;
        }
    }
    return false;
}

} // namespace

bool mayMeet(const Fact& fact, const Common& common) {
    return !isDeed(fact) || common.tiny || fact.sentence <= latest;
}

bool neverMeet(const Fact& a, const Fact& b, const Common& common) {
    return isDeed(a) && isDeed(b) && outOfReach(a, b, common);
}

void sameStatement(const Candidate& a, const Candidate& b, const Common& common, Verdict& v) {
    if (!common.few || a.article == b.article)
        return void(v.no("one report, or one among many"));
    if (!v.explain && outOfReach(*a.fact, *b.fact, common))
        return void(v.gate = Gate::No);
    std::string_view why;
    const std::string_view how = excludes(a, b, common, why);
    if (how.empty())
        return void(v.no(why));
    if (toldAlready(a, b, common) || figuresTell(a, b, common))
        return void(v.no("their sentences exclude each other already"));
    v.strength = 2;
    v.say(how);
    if (a.fact->takesUp || b.fact->takesUp)
        v.say("a pronoun takes up the sentence before");
    v.say("their sentences share ", std::to_string(likeness(a, b).words), " content words");
    v.join();
}

} // namespace countercheck::compare::gate
