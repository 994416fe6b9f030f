// SPDX-License-Identifier: GPL-3.0-or-later
// When what is denied may be true all the same: before, later, or not yet.
#include "core/claim/parts.h"
#include "core/compare/gate/gate.h"
#include "core/compare/gate/opposed.h"
#include "core/compare/words/opposites.h"
#include "core/compare/words/wordlists.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace countercheck::compare::gate {

namespace {

/// Does a row of the table hold one of the words? Parted by blanks and apostrophes.
bool anyOf(std::string_view words, Row row) {
    std::string buffer;
    while (!words.empty()) {
        const std::size_t end = std::min(words.find_first_of(" '"), words.size());
        if (end > 0 && Opposites::only().in(row, text::lowered(words.substr(0, end), buffer)))
            return true;
        words.remove_prefix(std::min(end + 1, words.size()));
    }
    return false;
}

std::string_view wordsOf(const Candidate& c) {
    return c.fact->said.words.of(c.in->text);
}
std::string_view firstOf(std::string_view words) {
    return words.substr(0, words.find_first_of(" '"));
}
/// The word behind the statement's own words; empty: none stands right behind a blank.
std::string_view behind(const Candidate& c) {
    const std::size_t end = c.fact->said.words.end;
    if (end >= c.in->text.size() || c.in->text[end] != ' ')
        return {};
    const std::string_view rest = c.in->text.substr(end + 1);
    return rest.substr(0, rest.find_first_of(" '.,;:"));
}
/// The word before them.
std::string_view before(const Candidate& c) {
    std::string_view all = c.in->text.substr(0, c.fact->said.words.begin);
    while (!all.empty() && (all.back() == ' ' || all.back() == '\''))
        all.remove_suffix(1);
    const std::size_t blank = all.find_last_of(" '");
    return blank == std::string_view::npos ? all : all.substr(blank + 1);
}

/// "Is closed", "remains shut", "still blocks": how things stand.
bool standsNow(const Candidate& c) {
    return listed(Family::Present, firstOf(wordsOf(c))) || anyOf(before(c), "still");
}

} // namespace

bool notYet(const Candidate& denied, const Candidate& told) {
    return denied.fact->said.negative && (anyOf(wordsOf(denied), "yet") || anyOf(behind(denied), "yet")) &&
           (anyOf(wordsOf(told), "coming") || anyOf(before(told), "coming"));
}

bool noLonger(const Candidate& denied, const Candidate& told) {
    return denied.fact->said.negative && (anyOf(wordsOf(denied), "longer") || anyOf(behind(denied), "longer")) &&
           !anyOf(wordsOf(told), "now") && !anyOf(behind(told), "now");
}

bool wasNot(const Candidate& denied, const Candidate& told) {
    return denied.fact->said.negative && told.fact->planned && !denied.fact->planned &&
           anyOf(firstOf(wordsOf(denied)), "was");
}

bool overBefore(const Candidate& ended, const Candidate& told) {
    return ended.fact->ended && !anyOf(wordsOf(told), "going") && !anyOf(before(told), "going");
}

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
    const std::string_view words = wordsOf(told);
    return planned.fact->planned && !told.fact->planned && !told.fact->said.negative && !words.ends_with("ing") &&
           listed(Family::Present, firstOf(words));
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
    return c.fact->said.negative && anyOf(wordsOf(c), "never");
}

bool expectedOfOne(const Opposed& o) {
    if (o.x.foreseen == o.y.foreseen || !o.plain())
        return false;
    const Fact &hoped = o.x.foreseen ? o.x : o.y, &other = o.x.foreseen ? o.y : o.x;
    // "Will miss the Open", "hopes to play again in June"
    const bool elsewhere = o.sides && hoped.thing == 0 && other.thing != 0 && !hasWord(hoped, other.thing);
    return !other.planned || elsewhere;
}

bool earlierOfOne(const Opposed& o) {
    const auto perfect = [](const Candidate& c) { return wordsOf(c).starts_with("had "); };
    return (o.x.earlier != o.y.earlier && !o.rivals && !(o.denied && perfect(o.a) && perfect(o.b))) ||
           (o.denied && (wasNot(o.a, o.b) || wasNot(o.b, o.a)));
}

bool otherTimes(const Opposed& o) {
    // "Rose on Thursday", "have fallen since the beginning of the year"
    const auto openEnd = [](const Fact& f) { return f.anchor.explicitTime && f.anchor.time && f.anchor.time->openTo; };
    const auto since = [&](const Candidate& c) { // "have fallen 10 percent since …"
        constexpr std::size_t close = 30;
        const std::size_t end = std::min<std::size_t>(c.fact->said.words.end, c.in->text.size());
        const std::string_view rest = c.in->text.substr(end, close);
        const std::size_t at = std::min(rest.find(" since "), rest.find(" depuis "));
        return openEnd(*c.fact) ||
               (at != std::string_view::npos && rest.substr(0, at).find("time") == std::string_view::npos &&
                rest.substr(0, at).find(" bas") == std::string_view::npos &&
                rest.substr(0, at).find_first_of(".,;") == std::string_view::npos);
    };
    // "Was raised", "was lowered in March"
    const auto past = [](const Candidate& c) {
        constexpr std::int64_t recent = 20 * 86400;
        const claim::Anchor& p = c.fact->anchor;
        return p.explicitTime && p.time && !p.time->openTo && c.in->published && p.time->to + recent < *c.in->published;
    };
    const auto move = [](const Fact& f) {
        const auto onWay = [](std::string_view word) {
            return std::ranges::any_of(Opposites::only().of(word),
                                       [](const MatterSide& side) { return side.matter == "direction"; });
        };
        return listed(Family::Direction, f.slot.event) || onWay(f.slot.event) || onWay(f.slot.head);
    };
    const bool moves = o.sides && move(o.x) && move(o.y);
    Verdict here;
    const bool never = o.denied && (neverDid(o.a) || neverDid(o.b));
    return (moves && (since(o.a) != since(o.b) || past(o.a) != past(o.b))) ||
           (!never && happeningVeto(o.a, o.b, o.common, here));
}

} // namespace countercheck::compare::gate
