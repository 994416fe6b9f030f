// SPDX-License-Identifier: GPL-3.0-or-later
// Statements that deny each other. Only those that do are joined: that two reports tell the same deed is no question.
#include "core/compare/gate.h"
#include "core/compare/statements.h"

#include <algorithm>

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

/// "Varno beat Lisle", "Lisle beat Varno".
bool turnedRound(const Fact& x, const Fact& y) {
    const auto& deed = x.slot.event;
    return deed == y.slot.event && oneWay(deed) && x.slot.relation == y.slot.relation && !x.said.negative &&
           !y.said.negative && !x.objects.empty() && !y.objects.empty() && overlap(x.subjects, y.objects) > 0 &&
           overlap(x.objects, y.subjects) > 0 && overlap(x.subjects, y.subjects) == 0 &&
           overlap(x.objects, y.objects) == 0;
}

/// "Reyes won the marathon", "the marathon was won by Mutai".
bool rivalDoers(const Candidate& a, const Candidate& b) {
    const Fact &x = *a.fact, &y = *b.fact;
    const auto passive = [](const Fact& f) { return f.slot.relation == claim::Relation::Patient; };
    const auto& doerX = passive(x) ? x.objects : x.subjects;
    const auto& doerY = passive(y) ? y.objects : y.subjects;
    const auto& whatX = passive(x) ? x.subjects : x.objects;
    const auto& whatY = passive(y) ? y.subjects : y.objects;
    return x.slot.event == y.slot.event && oneDoes(x.slot.event) && !x.said.negative && !y.said.negative &&
           !doerX.empty() && !doerY.empty() && !whatX.empty() && !whatY.empty() && overlap(doerX, doerY) == 0 &&
           overlap(whatX, whatY) >= 1 && share(whatX, whatY) >= 0.6 && overlap(doerX, whatY) == 0 &&
           overlap(doerY, whatX) == 0 && unknownNames(a, b) >= 1 && unknownNames(b, a) >= 1;
}

} // namespace

void sameStatement(const Candidate& a, const Candidate& b, const Common& common, Verdict& v) {
    const Fact &x = *a.fact, &y = *b.fact;
    if (!common.few || a.article == b.article || x.ambiguous || y.ambiguous)
        return void(v.no("one report, or one among many"));
    const bool denied = x.slot.event == y.slot.event && x.said.negative != y.said.negative;
    const bool sides = x.said.negative == y.said.negative && !x.said.negative && opposed(x.slot.event, y.slot.event);
    const bool turned = turnedRound(x, y);
    const bool rivals = common.tiny && rivalDoers(a, b);
    if (!denied && !sides && !turned && !rivals)
        return void(v.no("they do not deny each other"));
    if (!turned && !rivals && !sameParts(x, y))
        return void(v.no("not shown to be of the same doer"));
    const Likeness like = likeness(a, b);
    // Where the two sides are told with two words, these are no part of what the sentences share.
    const std::size_t beyond = like.words - (sides ? 0 : std::min<std::size_t>(like.words, 1));
    if (beyond < (common.tiny ? 2u : 3u) || like.cover < (rivals ? 0.3 : common.tiny ? 0.5 : 0.6))
        return void(v.no("their sentences have too little in common"));
    if (!common.tiny && (x.sentence > 2 || y.sentence > 2))
        return void(v.no("not what the reports are about"));
    if (!rivals && namesOthers(a, b))
        return void(v.no("their sentences name other things"));
    if (common.longApart || !oneHappening(common, like.words))
        return void(v.no("nothing shows that the two reports speak of one happening"));
    if (happeningVeto(a, b, common, v))
        return;
    v.strength = 2;
    v.say(rivals   ? "one deed that but one can do, and two doers"
          : turned ? "the same deed, done by the one in one report and by the other in the other"
          : sides  ? "they stand on two sides of one matter"
                   : "the same deed, told in one and denied in the other");
    v.say("their sentences share ", std::to_string(like.words), " content words");
    v.join();
}

} // namespace countercheck::compare::gate
