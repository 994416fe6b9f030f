// SPDX-License-Identifier: GPL-3.0-or-later
// Figures of reports that plainly tell of one event, by all that speaks for and against one question together. Each
// sign has a weight: what it adds to the odds, in tenths of their natural logarithm (I. J. Good, "Probability and the
// Weighing of Evidence", 1950), as a logistic regression over the labelled clusters of articles gave it, rounded and
// without what it gave to chance. The sum can be done again by hand: each sign is a line of the explanation.
#include "core/compare/gate/weighing.h"

#include "core/claim/parts.h"
#include "core/compare/relate.h"
#include "core/compare/words/concepts.h"
#include "core/compare/words/lookups.h"
#include "core/compare/words/wordlists.h"
#include "core/read/units.h"
#include "core/text/tablerows.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace countercheck::compare::gate {

using claim::ClaimKind;
using SlotRelation = claim::Relation;

std::size_t rareOnes(const Candidate& a, const Candidate& b, const std::vector<std::uint32_t>& p,
                     const std::vector<std::uint32_t>& q) {
    constexpr std::size_t enough = 3;
    std::size_t n = 0;
    for (auto i = p.begin(), j = q.begin(); i != p.end() && j != q.end() && n < enough;) {
        if (*i == *j)
            n += rare(*a.in, *i) && rare(*b.in, *i), ++i, ++j;
        else
            *i < *j ? ++i : ++j;
    }
    return n;
}

namespace {

enum Sign : std::uint8_t {
    SameAmount,
    Within15,
    Within40,
    Within75,
    Money,
    Share,
    SmallCounts,
    NoRareWord,
    RareWord,
    RareWords,
    NoWordOfSentence,
    WordsOfSentence,
    LittleCover,
    Nearest,
    OthersNearer,
    SoleNoun,
    SameNoun,
    OtherNoun,
    OtherKinds,
    SoleMoney,
    SoleMeasure,
    MoreMeasures,
    SoleDistance,
    MoreDistances,
    FewLengths,
    MoreLengths,
    MoreShares,
    SameEvent,
    Culprits,
    NoEvent,
    OtherEvent,
    NothingOne,
    OtherFate,
    BothAsked,
    Wished,
    OtherPreposition,
    OtherMarks,
    Plan,
    NotNamed,
    UnknownName,
    UnknownNames,
    NamesApart,
    NamesBeside,
    PlacesApart,
    Partitive,
    MayBePart,
    LevelAndChange,
    OtherSubjects,
    Beginnings,
    FarBehind,
    OtherTimes,
    Period,
    Background,
    LooksBack,
    OtherDays,
    signs
};

constexpr std::array<Weight, signs> weights{{
    {37, "one amount"},
    {33, "amounts at most 15 % apart"},
    {28, "amounts at most 40 % apart"},
    {18, "amounts at most 75 % apart"},
    {9, "amounts of money"},
    {-6, "shares, of which a report gives many"},
    {-12, "small counts, of which a report gives many"},
    {-7, "around the two no word in common that few sentences have"},
    {1, "around the two a word in common that few sentences have"},
    {5, "around the two several words in common that few sentences have"},
    {-4, "their sentences have no such word in common"},
    {2, "their sentences have several such words in common"},
    {-3, "their sentences have little in common"},
    {14, "no other figure of the sort has as many such words of the other's around it"},
    {-2, "each report gives another figure of the sort with as many such words around it"},
    {6, "each report gives one figure of such things"},
    {5, "they count one thing"},
    {-5, "they count with other nouns"},
    {-9, "other words stand with the nouns"},
    {4, "each report gives one amount of money"},
    {11, "each report gives one measure of the sort"},
    {-4, "a report gives several measures of the sort"},
    {5, "each report gives one distance"},
    {-2, "a report gives several distances"},
    {6, "each report tells of few things how long they last"},
    {-7, "a report tells of several things how long they last"},
    {-6, "a report gives several shares"},
    {7, "they are about one event"},
    {6, "both count those who did it"},
    {-4, "it is not clear what one of them is about"},
    {-4, "they are about two events"},
    {-10, "neither what they are about nor what they count is shown to be one"},
    {-15, "one tells what befell those whom it counts, the other does not"},
    {6, "both are asked for"},
    {-3, "one is what somebody asks for"},
    {-5, "they stand behind other prepositions"},
    {-17, "a mark on one side that it is of another set"},
    {-3, "one is a plan"},
    {-2, "one sentence is about something that the other report never names"},
    {-5, "one of their sentences names something that the other report does not"},
    {-11, "their sentences name several things that the other report does not"},
    {-3, "each sentence names something, and none that both name"},
    {-11, "other names stand around them"},
    {-3, "they name places that are not shown to be one"},
    {-10, "one is some of a whole"},
    {-4, "the narrower count may be a part of the wider one"},
    {-2, "one tells how far something moved, the other where it stands"},
    {-4, "their clauses are about other things"},
    {12, "both reports begin with them"},
    {-16, "one stands much further back in its report than the other"},
    {-4, "they speak of different times"},
    {-4, "one is a period's figure"},
    {-4, "one is told as what went before"},
    {-2, "one of them stands in a sentence that looks back"},
    {3, "the two reports' events lie on different days"},
}};
static_assert(signs <= 64, "a bit for each sign");

/// What the sum has to reach.
constexpr int asked = 4;

using Weighed = WeighedBy<Sign, weights>;

/// How many times the smaller one the larger one is, as a sign; nothing: more than three times, or not known.
std::optional<Sign> amounts(const Fact& x, const Fact& y, bool& near) {
    constexpr int most = 3;
    const auto &s = x.said.set->headline, &t = y.said.set->headline;
    const bool known = s && t && !s->isZero() && !t->isZero(), oneUnit = x.slot.unit == y.slot.unit;
    near = false;
    if (known && oneUnit && x.said.unit == y.said.unit && farApart(*s, *t, most))
        return std::nullopt; // most are
    near = true;
    if (sameAmount(x.said, y.said))
        return SameAmount;
    near = false;
    if (!known)
        return std::nullopt;
    read::Decimal p = *s, q = *t;
    if (!oneUnit) {
        const auto inBaseX = read::toBase(p, x.slot.unit), inBaseY = read::toBase(q, y.slot.unit);
        if (!inBaseX || !inBaseY)
            return std::nullopt;
        p = inBaseX->value;
        q = inBaseY->value;
    }
    if (farApart(p, q, most))
        return std::nullopt;
    near = true;
    const read::Decimal &less = std::min(p, q), &more = std::max(p, q);
    for (const auto& [percent, sign] : {std::pair(15, Within15), std::pair(40, Within40), std::pair(75, Within75)})
        if (read::Decimal::within(more, less, percent))
            return sign;
    return std::nullopt;
}

bool oneUnit(const Fact& x, const Fact& y) {
    return x.slot.unit == y.slot.unit || (x.kind == ClaimKind::Measure && sameDimension(x.slot.unit, y.slot.unit));
}

/// "Three masked men robbed the bank", "four robbers stormed the bank"
bool didIt(const Fact& f) {
    const bool anybody = f.slot.head == "man" || (genericPerson(f.slot.head) && !f.slot.head.empty());
    return f.kind == ClaimKind::Count &&
           (culprits(f.slot) ||
            (anybody && claim::oneOf(f.slot.modifiers, {"masked", "armed", "hooded", "arm", "mask"})) ||
            (anybody && f.slot.relation == SlotRelation::Agent &&
             claim::oneOf(f.slot.event, {"attack", "shooting", "abduction", "theft", "death", "hold", "explosion",
                                         "fraud", "smuggling"})));
}

enum class Noun : std::uint8_t { One, Near, None, Far, Other };

Noun nouns(const Fact& x, const Fact& y) {
    if (x.slot.head.empty() || y.slot.head.empty())
        return x.slot.head == y.slot.head ? Noun::Other : Noun::None;
    if (sameThing(x, y) || nounsClose(x.slot.head, y.slot.head))
        return Noun::One;
    if (sameHead(x, y) || (didIt(x) && didIt(y)) || nounsNear(x.slot.head, y.slot.head))
        return Noun::Near;
    return !x.slot.event.empty() && x.slot.event == y.slot.event ? Noun::Far : Noun::Other;
}

/// What no weight makes up for.
bool barred(const Candidate& a, const Candidate& b, const Common& common, bool same) {
    const Fact &x = *a.fact, &y = *b.fact;
    if (!x.sum.empty() || !y.sum.empty() || x.marks.more != y.marks.more || x.none || y.none || sequel(a, b))
        return true;
    if (x.kind == ClaimKind::Count && a.in->language == b.in->language && overlap(x.content, y.content) == 0)
        return true;
    if ((x.loose || y.loose) && namesApart(x, y))
        return true; // "a 20-year veteran": of whom?
    if (!same && (ofAnother(x, y) || otherStretches(a, b) || answeredBeside(a, b)))
        return true;
    const auto another = [](const Candidate& c) {
        const std::string_view words = c.fact->said.words.of(c.in->text);
        return words.starts_with("another ") || words.starts_with("Another ");
    };
    if (another(a) != another(b))
        return true; // "eight days of riots", "another week of protests"
    if (x.slot.event != y.slot.event && (mayBePart(x, y) || mayBePart(y, x)))
        return true;
    return otherMeasures(x, y) || bodiesApart(x, y, common) || (!same && otherTitles(x, y));
}

/// The words of the figures themselves show nothing ("12 nautical miles", "13 nautical miles").
std::vector<std::uint32_t> withoutUnit(std::vector<std::uint32_t> words, const Candidate& c) {
    text::forEachWord(c.fact->said.words.of(c.in->text), [&](std::string_view word) {
        const std::string_view one = word.size() > 3 && word.ends_with("s") ? word.substr(0, word.size() - 1) : word;
        std::erase_if(words, [own = Concepts::named(word), single = Concepts::named(one)](std::uint32_t concept_) {
            return concept_ == own || concept_ == single;
        });
    });
    return words;
}

/// Other figures of the sort that the report gives: of a count, of such things.
std::size_t others(const Candidate& c, const Fact& other) {
    return static_cast<std::size_t>(std::count_if(c.in->facts.begin(), c.in->facts.end(), [&](const Fact& f) {
        return &f != c.fact && f.kind == c.fact->kind && f.length == c.fact->length && oneUnit(f, *c.fact) &&
               f.said.set != c.fact->said.set && !before(f, c) &&
               (f.kind != ClaimKind::Count || sameThing(f, *c.fact) || sameHead(f, *c.fact) || sameThing(f, other) ||
                sameHead(f, other));
    }));
}

void weighNouns(const Candidate& a, const Candidate& b, Noun noun, Weighed& out) {
    const Fact &x = *a.fact, &y = *b.fact;
    if (noun == Noun::Far)
        out.add(OtherNoun);
    if (x.slot.modifiers != y.slot.modifiers)
        out.add(OtherKinds);
    constexpr int small = 6;
    const auto few = [](const Fact& f) { return f.said.set->headline && *f.said.set->headline < read::Decimal(small); };
    if (few(x) && few(y))
        out.add(SmallCounts);
    if (noun != Noun::One || genericPerson(x.slot.head) || genericPerson(y.slot.head))
        return;
    out.add(SameNoun);
    if (others(a, y) == 0 && others(b, x) == 0)
        out.add(SoleNoun);
}

void weighSort(const Candidate& a, const Candidate& b, Weighed& out) {
    const Fact& x = *a.fact;
    const std::size_t most = std::max(others(a, *b.fact), others(b, x));
    if (x.length)
        out.add(most <= 1 ? FewLengths : MoreLengths);
    else if (x.kind == ClaimKind::Measure && sameDimension(x.slot.unit, "m"))
        out.add(most == 0 ? SoleDistance : MoreDistances);
    else if (x.kind == ClaimKind::Measure)
        out.add(most == 0 ? SoleMeasure : MoreMeasures);
    else if (x.kind == ClaimKind::Money && most == 0)
        out.add(SoleMoney);
    else if (x.kind == ClaimKind::Percentage && most > 0)
        out.add(MoreShares);
}

void weighEvents(const Fact& x, const Fact& y, Noun noun, bool amountsSame, Weighed& out) {
    const claim::Slot &p = x.slot, &q = y.slot;
    const bool none = p.event.empty() || q.event.empty(), same = !none && p.event == q.event,
               kin = !none && !same && kindred(p.event, q.event);
    if (none)
        out.add(NoEvent);
    else if (same)
        out.add(SameEvent);
    else if (!kin && didIt(x) && didIt(y))
        out.add(Culprits);
    else if (!kin && p.classified && q.classified)
        out.add(OtherEvent);
    const bool counted =
        x.kind == ClaimKind::Count && noun == Noun::One && !genericPerson(x.slot.head) && !genericPerson(y.slot.head);
    if (!same && !kin && !counted && !amountsSame)
        out.add(NothingOne);
    if (p.event != q.event && !kin && (listed(Family::Fate, p.event) || listed(Family::Fate, q.event)))
        out.add(OtherFate);
}

/// Weighs when the two are; true: at times or places that exclude each other.
bool weighTimes(const Candidate& a, const Candidate& b, const Common& common, Weighed& out) {
    const claim::Anchor &x = a.fact->anchor, &y = b.fact->anchor;
    Verdict here;
    const Apart apart = happeningsApart(a, b, common, here);
    // "Killed nine on Monday, the board said on Friday": of one story's days either may be meant.
    constexpr std::int64_t days = 5 * 86400;
    const bool near = a.fact->kind != ClaimKind::Percentage && !a.fact->loose && !b.fact->loose && x.time && y.time &&
                      oneStory(common) && std::max(x.time->from - y.time->to, y.time->from - x.time->to) < days;
    if (apart == Apart::Places || (apart == Apart::Times && x.explicitTime && y.explicitTime && !near))
        return true;
    if (apart == Apart::Times)
        out.add(OtherTimes);
    else if (apart == Apart::Period)
        out.add(Period);
    else if (apart == Apart::Before)
        out.add(Background);
    else if (apart == Apart::Days)
        out.add(OtherDays);
    if (x.background != y.background && apart != Apart::Before)
        out.add(LooksBack);
    return false;
}

/// Weighs where they stand and how they are told, which is found at once.
void weighTelling(const Candidate& a, const Candidate& b, Weighed& out) {
    const Fact &x = *a.fact, &y = *b.fact;
    const auto sign = [&](bool is, Sign of) {
        if (is)
            out.add(of);
    };
    sign(x.asked && y.asked, BothAsked);
    sign(wished(a, b), Wished);
    sign(x.slot.preposition != y.slot.preposition, OtherPreposition);
    sign(x.partitive != y.partitive, Partitive);
    sign(x.sentence <= 1 && y.sentence <= 1, Beginnings);
    // By the share of the report that stands before it.
    const std::int64_t m = a.in->sentences, n = b.in->sentences, gap = x.sentence * n - y.sentence * m;
    sign(5 * std::max(gap, -gap) > 2 * m * n, FarBehind);
}

/// Weighs what speaks against one set: a part, a plan, other names, another subject.
void weighSets(const Candidate& a, const Candidate& b, Weighed& out) {
    const Fact &x = *a.fact, &y = *b.fact;
    const auto sign = [&](bool is, Sign of) {
        if (is)
            out.add(of);
    };
    sign(markVeto(x, y), OtherMarks);
    sign(plannedApart(x, y), Plan);
    sign(aboutOther(a, b) || aboutOther(b, a), NotNamed);
    const std::size_t unknown = unknownNames(a, b) + unknownNames(b, a);
    sign(unknown == 1, UnknownName);
    sign(unknown > 1, UnknownNames);
    sign(namesApart(x, y), NamesApart);
    const std::vector<std::uint32_t> p = namedBeside(x), q = namedBeside(y);
    sign(!p.empty() && !q.empty() && overlap(p, q) == 0, NamesBeside);
    sign(elsewhere(a, b), PlacesApart);
    sign(mayBePart(x, y) || mayBePart(y, x), MayBePart);
    sign(changeAndLevel(x, y), LevelAndChange);
    const auto anyOne = [&] {
        return std::any_of(x.subjects.begin(), x.subjects.end(), [&](std::uint32_t word) {
            return std::find(y.subjects.begin(), y.subjects.end(), word) != y.subjects.end();
        });
    };
    sign(!x.subjects.empty() && !y.subjects.empty() && !anyOne(), OtherSubjects);
}

/// Has the report of `c` another figure of the sort around which as many rare words of the other's stand?
bool rivalled(const Candidate& c, const Candidate& other, std::size_t shared) {
    const Fact& g = *other.fact;
    return std::any_of(c.in->facts.begin(), c.in->facts.end(), [&](const Fact& f) {
        return f.kind == g.kind && &f != c.fact && f.length == g.length && oneUnit(f, g) &&
               f.said.set != c.fact->said.set &&
               (shared == 0 || rareOnes(c, other, wordsAround(f), wordsAround(g)) >= shared) &&
               (f.kind != ClaimKind::Count || nouns(f, g) < Noun::Far);
    });
}

/// Weighs the rare words that the two have in common, and tells how many stand around the two.
std::size_t weighWords(const Candidate& a, const Candidate& b, Weighed& out) {
    const Fact &x = *a.fact, &y = *b.fact;
    constexpr std::array around{NoRareWord, RareWord, RareWord, RareWords};
    const bool measure = x.kind == ClaimKind::Measure;
    const auto rareIn = [&](const std::vector<std::uint32_t>& p, const std::vector<std::uint32_t>& q) {
        return measure ? rareOnes(a, b, withoutUnit(p, a), withoutUnit(q, b)) : rareOnes(a, b, p, q);
    };
    const std::size_t shared = rareIn(wordsAround(x), wordsAround(y)), words = rareIn(x.content, y.content);
    out.add(around[shared]);
    if (words != 1)
        out.add(words == 0 ? NoWordOfSentence : WordsOfSentence);
    if (share(x.content, y.content) < 0.15)
        out.add(LittleCover);
    return shared;
}

// What a step can add to the sum at most.
constexpr int mostByTimes = 3, mostByWords = 7, mostNearest = 14;
/// Of counts weighNouns(), of the others weighSort().
int mostBySort(const Fact& x, Noun noun) {
    switch (x.kind) {
    case ClaimKind::Count:
        return noun == Noun::One ? 11 : 0;
    case ClaimKind::Measure:
        return 11;
    case ClaimKind::Money:
        return 4;
    default:
        return 0;
    }
}

/// The sum; nothing: the two are barred, or it does not reach `atLeast`. What costs most is asked last, and not where
/// no answer would bring the sum there.
std::optional<Weighed> weigh(const Candidate& a, const Candidate& b, const Common& common, int atLeast) {
    const Fact &x = *a.fact, &y = *b.fact;
    if (!oneUnit(x, y) || x.negatedVerb != y.negatedVerb || x.length != y.length)
        return std::nullopt;
    bool near = false;
    const std::optional<Sign> amount = amounts(x, y, near);
    if (!near) // most are
        return std::nullopt;
    const Noun noun = x.kind == ClaimKind::Count ? nouns(x, y) : Noun::Near;
    if (noun == Noun::Other)
        return std::nullopt;
    const bool same = amount == SameAmount;
    Weighed out;
    const auto reaches = [&](int most) { return out.points + most >= atLeast; };
    if (amount)
        out.add(*amount);
    if (x.kind == ClaimKind::Money || x.kind == ClaimKind::Percentage)
        out.add(x.kind == ClaimKind::Money ? Money : Share);
    weighEvents(x, y, noun, same, out);
    weighTelling(a, b, out);
    const int sort = mostBySort(x, noun);
    if (!reaches(mostByTimes + sort + mostByWords + mostNearest) || barred(a, b, common, same))
        return std::nullopt;
    const std::size_t shared = weighWords(a, b, out);
    if (!reaches(mostByTimes + sort + mostNearest))
        return std::nullopt;
    weighSets(a, b, out);
    if (!reaches(mostByTimes + sort + mostNearest) || weighTimes(a, b, common, out) || !reaches(sort + mostNearest))
        return std::nullopt;
    if (x.kind == ClaimKind::Count)
        weighNouns(a, b, noun, out);
    else
        weighSort(a, b, out);
    if (!reaches(mostNearest))
        return std::nullopt;
    const int rivals = rivalled(a, b, shared) + rivalled(b, a, shared);
    if (rivals != 1)
        out.add(rivals == 0 ? Nearest : OthersNearer);
    return out;
}

/// Does anything but how close the two amounts are speak for one question? Of any two reports some measures and shares
/// are close, and two distances need not be of one way.
bool moreThanClose(const Weighed& found) {
    constexpr std::array<Sign, 5> close{Within15, Within40, Within75, SoleDistance, OtherDays};
    for (std::size_t s = 0; s < signs; ++s)
        if (found.has(s) && weights[s].points > 0 && (s != Nearest || !found.has(NoRareWord)) &&
            std::find(close.begin(), close.end(), static_cast<Sign>(s)) == close.end())
            return true;
    return false;
}

} // namespace

void byWeight(const Candidate& a, const Candidate& b, const Common& common, Verdict& v) {
    constexpr std::size_t longReport = 256; // of many things: that it gives one figure of a sort shows nothing
    if (common.tiny || common.longApart || std::max(a.in->facts.size(), b.in->facts.size()) > longReport ||
        !oneHappening(common, 0) || strangers(a, b, common))
        return;
    const std::optional<Weighed> own = weigh(a, b, common, asked);
    if (!own || ((a.fact->kind == ClaimKind::Measure || a.fact->kind == ClaimKind::Percentage) && !moreThanClose(*own)))
        return;
    const auto rival = [&](const Candidate& c, const Candidate& other) {
        const bool same = other.fact->said.set == (c.fact == a.fact ? b : a).fact->said.set;
        return same ? std::nullopt : weigh(c, other, common, own->points);
    };
    joinBest(a, b, *own, asked, weights, rival, v);
}

} // namespace countercheck::compare::gate
