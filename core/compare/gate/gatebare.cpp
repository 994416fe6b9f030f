// SPDX-License-Identifier: GPL-3.0-or-later
// A passage beside one short sentence: where the sentence says nothing but what the passage speaks of, what it says of
// it is about the same things, however much more the passage says.
#include "core/claim/parts.h"
#include "core/compare/gate/gate.h"
#include "core/compare/words/concepts.h"
#include "core/compare/words/opposites.h"
#include "core/compare/words/wordlists.h"

#include <algorithm>
#include <string_view>

namespace countercheck::compare::gate {

namespace {

using Words = std::vector<std::uint32_t>;

bool among(std::uint32_t word, const Words& words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// Does one of the report's early sentences hold the word?
bool known(std::uint32_t word, const Candidate& c) {
    return holdsKin(word, c.fact->content) || std::any_of(c.in->outlines.begin(), c.in->outlines.end(),
                                                          [&](const Outline& o) { return holdsKin(word, o.spoken); });
}

/// Is the noun part of what the table has for a predicate ("post_profit", "reach_deal")?
bool inPhrase(const Fact& f) {
    const std::size_t bar = std::string_view(f.slot.head).rfind('_');
    return bar != std::string_view::npos && f.thing != 0 &&
           !claim::oneOf(std::string_view(f.slot.head).substr(bar + 1),
                         {"down", "off", "out", "up", "back", "against", "for", "by", "on", "in"});
}

/// The words by which a predicate is told, in its own and in the table's form ("turn_down").
bool ofPredicate(std::uint32_t word, const Fact& f) {
    if (word == Concepts::named(f.slot.event) || (word == f.thing && inPhrase(f)))
        return true;
    std::string_view rest = f.slot.head;
    while (!rest.empty()) {
        const std::size_t bar = std::min(rest.find('_'), rest.size());
        if (word == Concepts::named(rest.substr(0, bar)))
            return true;
        rest.remove_prefix(std::min(bar + 1, rest.size()));
    }
    return false;
}

/// Of a deed that is denied: the verb that denies it ("refused to hear").
bool refusing(std::uint32_t word, const Fact& f) {
    static const auto refusals = Opposites::only().conceptsOf("refuse");
    return f.said.negative && std::binary_search(refusals.begin(), refusals.end(), word);
}

/// What the short sentence speaks of stands at the passage's predicate, each at its own place: not "the climber's dog"
/// for the climber.
bool sameArguments(const Fact& passage, const Fact& bare) {
    const auto passive = [](const Fact& f) { return f.slot.relation == claim::Relation::Patient; };
    static const auto states = Opposites::only().conceptsOf("state"); // "Denmark's parliament", "Denmark"
    const std::uint32_t who = bare.doer, what = inPhrase(bare) ? 0 : bare.thing;
    if (who == 0)
        return false;
    const auto stands = [&](std::uint32_t word, std::uint32_t head, const Words& words) {
        return word == head || (among(word, words) && head != 0 && holdsKin(head, bare.content) &&
                                word != passage.subjectOwner && word != passage.objectOwner);
    };
    const bool ofState = who == passage.subjectOwner &&
                         std::binary_search(states.begin(), states.end(), passage.doer) &&
                         among(who, bare.nameConcepts);
    const bool subject = ofState || stands(who, passage.doer, passage.subjects) ||
                         (passage.doerToo != 0 && stands(who, passage.doerToo, passage.subjects));
    const bool object = stands(who, passage.thing, passage.objects) || // "dropped the case against the butler"
                        (passive(bare) && !passive(passage) && inPhrase(passage) && among(who, passage.objects));
    if (passive(passage) != passive(bare) && !inPhrase(bare) &&
        (!inPhrase(passage) || object)) // "was sentenced to", "received a life sentence"
        return object && (what == 0 || stands(what, passage.doer, passage.subjects));
    static const auto proposals = Opposites::only().conceptsOf("proposal");
    const bool vague = std::binary_search(proposals.begin(), proposals.end(), passage.thing);
    if (subject)
        return what == 0 || (vague && (among(what, passage.near) || among(what, passage.objects))) ||
               stands(what, inPhrase(passage) ? 0 : passage.thing, passage.objects) ||
               (passage.objects.empty() && among(what, passage.near));
    return object && what == 0; // "lifted the ban", "the ban remains": what undergoes it
}

} // namespace

bool bare(const Candidate& passage, const Candidate& bare) {
    if (bare.in->sentences != 1)
        return false;
    const Fact& f = *bare.fact;
    constexpr std::size_t longest = 14;
    if (f.content.size() > longest || f.content.size() >= passage.fact->content.size() + 3)
        return false;
    const Outline* const whole = passage.in->outline(passage.fact->sentence);
    for (const Words* own : {&f.subjects, &f.objects}) // who may be taken for a source is no content
        if (std::ranges::any_of(*own,
                                [&](std::uint32_t word) { return !ofPredicate(word, f) && !known(word, passage); }))
            return false;
    std::size_t shared = 0;
    for (const std::uint32_t word : f.content) {
        if (ofPredicate(word, f) || refusing(word, f))
            continue;
        if (!known(word, passage))
            return false;
        shared += hasWord(*passage.fact, word) || (whole && holdsKin(word, whole->spoken));
    }
    // "The ceasefire collapsed": of what is told to be known
    const bool definite = f.said.sentence.of(bare.in->text).starts_with("The ") && f.content.size() <= 2;
    return shared >= (definite ? 1u : 2u) && sameArguments(*passage.fact, f);
}

namespace {

/// Is it the only figure of its sort in its report? Of counts, of what is counted.
bool onlyOfSort(const Candidate& c) {
    const Fact& f = *c.fact;
    return std::ranges::none_of(c.in->facts, [&](const Fact& g) {
        return &g != &f && g.kind == f.kind && g.said.set && g.slot.unit == f.slot.unit &&
               (f.kind != claim::ClaimKind::Count || sameThing(f, g) || g.slot.head.empty());
    });
}

/// Of the short sentence: does a verb tell no more than that something lasts, or that there is something?
bool saysLittle(std::string_view deed, const Fact& f) {
    return f.length ? Opposites::only().in("spans", deed) : claim::oneOf(deed, {"have", "be"});
}

bool figureOf(const Candidate& passage, const Candidate& bare, const Common& common) {
    const Fact &x = *passage.fact, &y = *bare.fact;
    constexpr std::size_t longest = 12;
    if (bare.in->sentences != 1 || y.content.size() > longest || !onlyOfSort(passage) || !onlyOfSort(bare))
        return false;
    const Outline *const whole = passage.in->outline(x.sentence), *const own = bare.in->outline(y.sentence);
    if (!whole || !own || whole->denied || own->denied || own->guessed)
        return false;
    bool light = false;
    for (const Doing& doing : own->doings)
        light |= saysLittle(doing.deed, y);
    const bool lightToo = std::ranges::any_of(whole->doings, [&](const Doing& d) { return saysLittle(d.deed, x); });
    const bool oneDeed = x.slot.event == y.slot.event && !x.slot.event.empty();
    if (y.length ? !light : !oneDeed && !(light && lightToo))
        return false;
    // "The pilot", "the co-pilot"; "the retailer", "the retailer's shop"
    if (!y.length && (x.subjects.empty() || y.subjects.empty() || x.subjects.front() != y.subjects.front() ||
                      x.subjectOwner != y.subjectOwner))
        return false;
    std::size_t shared = 0;
    for (const std::uint32_t word : own->spoken) {
        const bool verb = std::ranges::any_of(own->doings, [&](const Doing& d) { return d.word == word; });
        if (verb || word == Concepts::named(y.slot.head))
            continue;
        if (!known(word, passage))
            return false;
        shared += holdsKin(word, whole->spoken);
    }
    Verdict here;
    return shared >= 2 && x.slot.modifiers == y.slot.modifiers && x.anchor.period == y.anchor.period &&
           x.partitive == y.partitive && x.foreseen == y.foreseen && !plannedApart(x, y) && !markVeto(x, y) &&
           !otherMeasures(x, y) && !otherTitles(x, y) && !otherComplements(x, y) && !otherHolders(x, y) &&
           !wished(passage, bare) && !contrasted(x.content, y.content) && !happeningVeto(passage, bare, common, here);
}

/// Does the passage say of one deed of the short sentence that it was on another day, and know whatever the sentence
/// speaks of?
bool dateOf(const Candidate& passage, const Candidate& bare) {
    const Fact &x = *passage.fact, &y = *bare.fact;
    constexpr std::size_t longest = 12;
    const auto others = [](const Candidate& c, bool ofDeed) {
        return c.in->anyIn(c.fact->sentence, [&](const Fact& f) {
            return &f != c.fact && f.kind == c.fact->kind && (!ofDeed || f.slot.event == c.fact->slot.event);
        });
    };
    if (bare.in->sentences != 1 || y.content.size() > longest || others(passage, true) || others(bare, false))
        return false;
    const Outline *const whole = passage.in->outline(x.sentence), *const own = bare.in->outline(y.sentence);
    if (!whole || !own || own->guessed || own->denied || x.negatedVerb != y.negatedVerb)
        return false;
    const bool oneDeed = (x.slot.event == y.slot.event && !x.slot.event.empty()) ||
                         kindred(x.slot.event, y.slot.event) ||
                         alike({x.slot.event, x.slot.event}, {y.slot.event, y.slot.event});
    const bool toldWhose = (!x.subjects.empty() && !y.subjects.empty()) || (x.subjectOwner != 0 && y.subjectOwner != 0);
    if (!oneDeed || (toldWhose && x.subjectOwner != y.subjectOwner) ||
        (!x.subjects.empty() && !y.subjects.empty() && x.subjects.front() != y.subjects.front()))
        return false;
    std::size_t shared = 0;
    for (const std::uint32_t word : own->spoken) {
        if (std::ranges::any_of(own->doings, [&](const Doing& d) { return d.word == word; }))
            continue;
        if (!known(word, passage))
            return false;
        shared += holdsKin(word, whole->spoken);
    }
    return shared >= 2;
}

} // namespace

bool bareDates(const Candidate& a, const Candidate& b) {
    return dateOf(a, b) || dateOf(b, a);
}

bool saidWithin(const Fact& shorter, const Fact& longer) {
    return shorter.content.size() <= longer.content.size() &&
           std::ranges::all_of(shorter.content, [&](std::uint32_t word) {
               return word == Concepts::named(shorter.slot.event) || holdsKin(word, longer.content);
           });
}

bool bareFigures(const Candidate& a, const Candidate& b, const Common& common) {
    const Fact &x = *a.fact, &y = *b.fact;
    if (!common.tiny || a.article == b.article || x.slot.unit != y.slot.unit || x.length != y.length || !x.said.set ||
        !y.said.set || x.kind == claim::ClaimKind::Percentage)
        return false;
    if (x.kind == claim::ClaimKind::Count && (!sameThing(x, y) || x.slot.head.empty()))
        return false;
    if (x.kind == claim::ClaimKind::Measure && !x.length)
        return false;
    return figureOf(a, b, common) || figureOf(b, a, common);
}

} // namespace countercheck::compare::gate
