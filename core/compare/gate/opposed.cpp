// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/gate/opposed.h"

#include "core/compare/words/concepts.h"
#include "core/compare/words/lookups.h"
#include "core/compare/words/wordlists.h"

#include <algorithm>

namespace countercheck::compare::gate {

namespace {

/// "Varno beat Lisle", "Lisle beat Varno": told by the words of names, and, where but one can do it to the other, by
/// any words. Of other deeds the sentences have to match well, and both may not do it to each other.
bool turnedRound(const Fact& x, const Fact& y, const Common& common) {
    const auto& deed = x.slot.event;
    const auto &doerX = x.doers, &doerY = y.doers, &whatX = x.dones, &whatY = y.dones;
    if (x.said.negative || y.said.negative || doerX.empty() || doerY.empty() || whatX.empty() || whatY.empty() ||
        (deed != y.slot.event && !kindred(deed, y.slot.event)))
        return false;
    const auto broad = [](const Fact& f) -> const auto& { // "won the final Test against Australia"
        return f.slot.relation == claim::Relation::Patient ? f.subjects : f.objects;
    };
    // "Italy's women beat the Dutch team", "the Dutch team beat Italy": who does it here undergoes it there.
    const auto undergoes = [&](const Fact& f, const Fact& other) {
        return f.slot.relation != claim::Relation::Agent || f.doer == 0 ||
               std::binary_search(f.nameConcepts.begin(), f.nameConcepts.end(), f.doer) ||
               std::ranges::find(broad(other), f.doer) != broad(other).end();
    };
    if (!undergoes(x, y) || !undergoes(y, x))
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
    const auto p = named(doerX, x), q = named(broad(x), x), r = named(doerY, y), s = named(broad(y), y);
    const bool within = common.tiny && !mutual(deed) &&
                        (share(x.content, y.content) >= 0.75 ||
                         (x.content.size() < y.content.size() ? saidWithin(x, y) : saidWithin(y, x)));
    return (one || within) && overlap(p, s) > 0 && overlap(q, r) > 0 && overlap(p, r) == 0;
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
           overlap(whatX, whatY) >= 1 && share(whatX, whatY) >= 0.6 && !contrasted(whatX, whatY) &&
           overlap(doerX, whatY) == 0 && overlap(doerY, whatX) == 0 &&
           ((x.namedDoer && y.namedDoer) || (unknownNames(a, b) >= 1 && unknownNames(b, a) >= 1));
}

/// "Two of the five were caught", "three of the five are at large", "most are at large": of the rest.
bool bothParts(const Fact& x, const Fact& y) {
    const auto part = [](Share share) { return share == Share::Part || share == Share::Most || share == Share::Few; };
    return part(x.share) && part(y.share) && (x.share == Share::Part || y.share == Share::Part);
}

/// "Is back at work", "is no longer suspended": to be one thing and not to be another
bool beOther(const Fact& x, const Fact& y) {
    const auto copula = [](const Fact& f) { return f.slot.event == "be" || f.slot.event == "être"; };
    return copula(x) && copula(y) && x.thing != y.thing;
}

/// Is one deed told in the one and denied in the other?
bool deniedDeed(const Fact& x, const Fact& y, const Common& common) {
    if (x.said.negative == y.said.negative || beOther(x, y))
        return false;
    const bool one = x.slot.event == y.slot.event || (!x.slot.head.empty() && x.slot.head == y.slot.head) ||
                     (common.tiny && alike(predicate(x), predicate(y)));
    return one || (common.tiny && (x.said.negative ? wider(predicate(x), predicate(y)) // "not affected", "destroyed"
                                                   : wider(predicate(y), predicate(x))));
}

} // namespace

Predicate predicate(const Fact& f) {
    return {f.slot.event, f.slot.head};
}

Opposed::Opposed(const Candidate& first, const Candidate& second, const Common& shares)
    : a(first), b(second), common(shares), x(*first.fact), y(*second.fact) {
    denied = deniedDeed(x, y, common);
    sides = !x.said.negative && !y.said.negative && (x.matters & y.matters) != 0 && opposed(predicate(x), predicate(y));
    turned = turnedRound(x, y, common);
    rivals = common.tiny && rivalDoers(a, b);
    // "All five escaped", "two of the five are at large": not the same deed
    quantified = common.tiny && wholeAndPart(x, y) && (x.slot.event == y.slot.event || sides);
    if ((opposite() && bothParts(x, y)) || (denied && (overBefore(a, b) || overBefore(b, a))))
        denied = sides = turned = rivals = quantified = false;
    contained = common.tiny && (denied || quantified || (sides && !converse(predicate(x), predicate(y)))) && plain() &&
                (bare(a, b) || bare(b, a));
}

void Opposed::measure() {
    like = likeness(a, b);
    // Where the two sides are told with two words, these are no part of what the sentences share.
    const std::size_t own = x.slot.event == y.slot.event || kindred(x.slot.event, y.slot.event) ? 1 : 0;
    beyond = like.words - std::min<std::size_t>(like.words, own);
    const std::size_t least = std::min(x.content.size(), y.content.size());
    cover = least < 2 ? like.cover : static_cast<double>(beyond) / static_cast<double>(least - 1);
}

std::string_view Opposed::how() const {
    return rivals       ? "one deed that but one can do, and two doers"
           : turned     ? "the same deed, done by the one in one report and by the other in the other"
           : sides      ? "they stand on two sides of one matter"
           : quantified ? "the same deed, told of all in one report and of a part in the other"
                        : "the same deed, told in one and denied in the other";
}

} // namespace countercheck::compare::gate
