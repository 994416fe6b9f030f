// SPDX-License-Identifier: GPL-3.0-or-later
// When what is denied may be true all the same: before, later, or not yet.
#include "core/claim/parts.h"
#include "core/compare/gate/gate.h"
#include "core/compare/gate/opposed.h"
#include "core/compare/words/opposites.h"
#include "core/compare/words/wordlists.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace countercheck::compare::gate {

bool notYet(const Candidate& denied, const Candidate& told) {
    const auto words = [](const Candidate& c) { return c.fact->said.words.of(c.in->text); };
    const std::string_view own = words(denied), other = words(told);
    const std::string_view behind =
        denied.in->text.substr(std::min<std::size_t>(denied.fact->said.words.end, denied.in->text.size()), 8);
    const bool yet = own.find(" yet") != std::string_view::npos || own.find("encore") != std::string_view::npos ||
                     behind.starts_with(" yet") || behind.starts_with(" encore");
    const std::string_view before = told.in->text.substr(0, told.fact->said.words.begin);
    const auto opens = [&](std::string_view word) { return other.starts_with(word) || before.ends_with(word); };
    const bool ahead = opens("will ") || opens("to ") || opens("would ") || opens("de ") || opens("d'") ||
                       opens("va ") || opens("vont ") || other.find(" to ") != std::string_view::npos ||
                       other.find(" de ") != std::string_view::npos;
    return denied.fact->said.negative && yet && ahead;
}

bool noLonger(const Candidate& denied, const Candidate& told) {
    const auto holds = [](std::string_view text, std::initializer_list<std::string_view> words) {
        return std::any_of(words.begin(), words.end(),
                           [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
    };
    const auto behind = [](const Candidate& c) {
        const text::Span words = c.fact->said.words;
        return std::string(words.of(c.in->text)) +
               std::string(c.in->text.substr(std::min<std::size_t>(words.end, c.in->text.size()), 6)) + " ";
    };
    const std::string now = " " + behind(told);
    return denied.fact->said.negative && holds(behind(denied), {"no longer", " plus "}) &&
           !holds(now, {" is ", " are ", " has ", " have ", " still", " est ", " sont ", " a ", " ont ", " toujours",
                        "encore", " remain"});
}

bool wasNot(const Candidate& denied, const Candidate& told) {
    const std::string_view words = denied.fact->said.words.of(denied.in->text);
    return denied.fact->said.negative && told.fact->planned && !denied.fact->planned &&
           (words.starts_with("did") || words.starts_with("was ") || words.starts_with("were ") ||
            words.starts_with("wasn") || words.starts_with("weren"));
}
bool overBefore(const Candidate& ended, const Candidate& told) {
    if (!ended.fact->ended)
        return false;
    constexpr std::size_t before = 7; // "still bans"
    const text::Span span = told.fact->said.words;
    const std::size_t begin = span.begin - std::min<std::size_t>(span.begin, before);
    const std::string words = " " + std::string(told.in->text.substr(begin, span.end - begin)) + " ";
    const auto holds = [&](std::string_view word) { return words.find(word) != std::string::npos; };
    return !holds(" is ") && !holds(" are ") && !holds(" still ") && !holds(" remain") && !holds(" continue") &&
           !holds(" will ");
}

namespace {

/// "Is closed", "remains shut", "still blocks": how things stand.
bool standsNow(const Candidate& c) {
    const std::string_view words = c.fact->said.words.of(c.in->text);
    const std::string_view before = c.in->text.substr(0, c.fact->said.words.begin);
    return listed(Family::Present, words.substr(0, words.find(' '))) || before.ends_with("still ") ||
           before.ends_with("encore ") || before.ends_with("toujours ");
}

} // namespace

bool toldBefore(const Candidate& a, const Candidate& b) {
    const Fact& y = *b.fact;
    return !standsNow(b) && a.in->anyIn(a.fact->sentence, [&](const Fact& g) {
        const Predicate one{g.slot.event, g.slot.head}, other{y.slot.event, y.slot.head};
        return isDeed(g) && g.earlier && &g != a.fact && g.said.negative == y.said.negative &&
               (g.slot.event == y.slot.event || g.slot.head == y.slot.head || alike(one, other)) &&
               (g.doer == y.doer || g.doer == 0 || y.doer == 0 || y.doer != a.fact->doer);
    });
}

bool yetToCome(const Candidate& planned, const Candidate& told) {
    const std::string_view words = told.fact->said.words.of(told.in->text);
    return planned.fact->planned && !told.fact->planned && !told.fact->said.negative && !words.ends_with("ing") &&
           listed(Family::Present, words.substr(0, words.find(' ')));
}

bool mayBe(const Fact& x, const Fact& y) {
    const auto open = [](const Fact& f) { return f.ability == Ability::Can || f.ability == Ability::MayNot; };
    return open(x) || open(y);
}

bool abilitiesApart(const Fact& x, const Fact& y) {
    const auto can = [](const Fact& f) { return f.ability == Ability::Can; };
    const auto cannot = [](const Fact& f) { return f.ability == Ability::Cannot || f.ability == Ability::MayNot; };
    const auto open = [&](const Fact& f) { return can(f) || f.ability == Ability::MayNot; };
    return (open(x) || open(y)) && !(can(x) && cannot(y)) && !(can(y) && cannot(x));
}

bool neverDid(const Candidate& c) {
    return c.fact->said.negative && c.fact->said.words.of(c.in->text).find("never") != std::string_view::npos;
}

bool expectedOfOne(const Opposed& o) {
    return o.x.foreseen != o.y.foreseen && o.plain() && !(o.x.foreseen ? o.y : o.x).planned;
}

bool earlierOfOne(const Opposed& o) {
    return (o.x.earlier != o.y.earlier && !o.rivals) || (o.denied && (wasNot(o.a, o.b) || wasNot(o.b, o.a)));
}

bool otherTimes(const Opposed& o) {
    // "Rose on Thursday", "have fallen since the beginning of the year"
    const auto since = [](const Fact& f) { return f.anchor.explicitTime && f.anchor.time && f.anchor.time->openTo; };
    // "Was raised", "was lowered in March"
    const auto past = [](const Candidate& c) {
        constexpr std::int64_t recent = 20 * 86400;
        const claim::Anchor& p = c.fact->anchor;
        return p.explicitTime && p.time && !p.time->openTo && c.in->published && p.time->to + recent < *c.in->published;
    };
    const bool moves = listed(Family::Direction, o.x.slot.event) && listed(Family::Direction, o.y.slot.event);
    Verdict here;
    const bool never = o.denied && (neverDid(o.a) || neverDid(o.b));
    return (moves && (since(o.x) != since(o.y) || past(o.a) != past(o.b))) ||
           (!never && happeningVeto(o.a, o.b, o.common, here));
}

} // namespace countercheck::compare::gate
