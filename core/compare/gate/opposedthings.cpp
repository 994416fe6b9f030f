// SPDX-License-Identifier: GPL-3.0-or-later
// Of two statements that may exclude each other: are they of one thing?
#include "core/claim/parts.h"
#include "core/compare/gate/opposed.h"
#include "core/compare/words/concepts.h"
#include "core/compare/words/lookups.h"
#include "core/compare/words/wordlists.h"

#include <algorithm>

namespace countercheck::compare::gate {

namespace {

bool among(std::uint32_t word, const std::vector<std::uint32_t>& words) {
    return std::ranges::find(words, word) != words.end();
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

/// "Profit at its retail arm", "profit at its investment arm": one noun, and around it each has a word of its own that
/// the other's report never uses.
bool otherWhole(const Candidate& a, const Candidate& b) {
    const Fact &x = *a.fact, &y = *b.fact;
    const auto own = [](const Fact& f, const Candidate& other) {
        return std::ranges::any_of(f.subjects, [&](std::uint32_t word) {
            return word != f.doer && !hasWord(*other.fact, word) && !among(word, other.fact->subjects) &&
                   !std::binary_search(f.nameConcepts.begin(), f.nameConcepts.end(), word) &&
                   std::ranges::none_of(other.in->outlines, [&](const Outline& o) { return holdsKin(word, o.spoken); });
        });
    };
    const auto shared = [](const Fact& f, std::uint32_t who) { // a common noun that is the doer of both
        return who != 0 && (who == f.doer || who == f.doerToo) &&
               !std::binary_search(f.nameConcepts.begin(), f.nameConcepts.end(), who);
    };
    const bool one = (shared(x, y.doer) && shared(y, y.doer)) || (shared(y, x.doer) && shared(x, x.doer));
    return one && x.slot.relation == y.slot.relation && own(x, b) && own(y, a);
}

/// "The trade deficit narrowed", "the trade deficit with China widened": the shorter sentence says of which, by a name
/// that the other report never uses.
bool ofOneNamed(const Candidate& a, const Candidate& b) {
    const auto named = [](const Candidate& shorter, const Candidate& other) {
        const Fact& f = *shorter.fact;
        return f.content.size() <= other.fact->content.size() &&
               std::ranges::any_of(f.subjects, [&](std::uint32_t word) {
                   return word != f.doer && std::binary_search(f.nameConcepts.begin(), f.nameConcepts.end(), word) &&
                          !hasWord(*other.fact, word) && !among(word, other.fact->subjects) &&
                          std::ranges::none_of(other.in->outlines,
                                               [&](const Outline& o) { return holdsKin(word, o.spoken); });
               });
    };
    return a.fact->doer != 0 && a.fact->doer == b.fact->doer && (named(a, b) || named(b, a));
}

/// "Raised its key rate", "lowered its forecast"
bool elsewhat(const Fact& x, const Fact& y) {
    return active(x) && active(y) && !x.objects.empty() && !y.objects.empty() && x.thing != y.thing &&
           (overlap(x.objects, y.objects) == 0 || (strange(x.thing, y) && strange(y.thing, x)) || otherObject(x, y) ||
            otherObject(y, x)) &&
           !undergone(x, y);
}

/// "Approved the takeover", "rejected the pay report": a noun that is no concept
bool unknownThing(const Fact& x, const Fact& y) {
    return x.thing != y.thing && (x.thing == 0 || y.thing == 0) && active(x) && active(y) && !x.dones.empty() &&
           !y.dones.empty() && overlap(x.dones, y.dones) == 0;
}

/// "The appeal of a former police chief", "of two smugglers convicted of bribing a former police chief"
bool ofOthers(const Fact& x, const Fact& y) {
    return x.thing == y.thing && x.objectOwner != 0 && y.objectOwner != 0 && x.objectOwner != y.objectOwner &&
           (!strange(x.objectOwner, y) || !strange(y.objectOwner, x));
}

/// "The merger of two operators was blocked", "approved the merger of two banks"
bool ofOtherOwners(const Fact& x, const Fact& y) {
    const auto passive = [](const Fact& f) { return f.slot.relation == claim::Relation::Patient; };
    const auto what = [&](const Fact& f) { return passive(f) ? f.doer : f.thing; };
    const auto owner = [&](const Fact& f) { return passive(f) ? f.subjectOwner : f.objectOwner; };
    return what(x) != 0 && what(x) == what(y) && owner(x) != owner(y) && strange(owner(x), y) && strange(owner(y), x);
}

/// "The extradition was approved", "the court blocked the sale"
bool onOthers(const Fact& x, const Fact& y) {
    const auto undergoes = [](const Fact& f) { return f.slot.relation == claim::Relation::Patient ? f.doer : f.thing; };
    return x.slot.relation != y.slot.relation && undergoes(x) != 0 && undergoes(y) != 0 &&
           undergoes(x) != undergoes(y) && strange(undergoes(x), y) && strange(undergoes(y), x) &&
           !(x.slot.relation == claim::Relation::Patient ? x : y).namedDoer;
}

} // namespace

bool ofOtherDeeds(const Opposed& o) {
    return o.plain() && !o.contained &&
           (otherClauses(o.a, o.b) || otherKinds(o.x, o.y) || (o.opposite() && otherWhole(o.a, o.b)) ||
            (o.sides && ofOneNamed(o.a, o.b)) || (o.denied && ofOtherThings(o.a, o.b)));
}

bool deniedElsewhere(const Opposed& o) {
    const auto placed = [](const Fact& f) {
        return std::ranges::any_of(f.near, [&](std::uint32_t word) {
            return std::binary_search(f.nameConcepts.begin(), f.nameConcepts.end(), word);
        });
    };
    return o.denied && o.plain() && placed(o.x) && placed(o.y) && overlap(o.x.near, o.y.near) == 0;
}

bool ofForecast(const Opposed& o) {
    static const auto forecasts = conceptsOf(Family::Forecast);
    const auto foretold = [](const Fact& f) {
        const auto in = [](std::uint32_t word) { return std::binary_search(forecasts.begin(), forecasts.end(), word); };
        return in(f.thing) || in(f.doer);
    };
    return o.sides && foretold(o.x) != foretold(o.y);
}

bool toOtherThings(const Opposed& o) {
    const Fact &x = o.x, &y = o.y;
    return (o.opposite() && !o.contained && (elsewhat(x, y) || onOthers(x, y) || unknownThing(x, y))) ||
           (o.opposite() && (ofOthers(x, y) || ofOtherOwners(x, y))) || (o.plain() && contrasted(x.content, y.content));
}

bool staysElsewhere(const Opposed& o) {
    const auto elsewise = [](const Fact& f, const Fact& other) {
        return listed(Family::Staying, f.slot.head) && !f.near.empty() && overlap(f.near, other.content) == 0;
    };
    return o.sides && (elsewise(o.x, o.y) || elsewise(o.y, o.x));
}

} // namespace countercheck::compare::gate
