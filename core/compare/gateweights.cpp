// SPDX-License-Identifier: GPL-3.0-or-later
// Figures of reports that plainly tell of one event, by all that speaks for and against one question together. Each
// sign has a weight: what it adds to the odds, in tenths of their natural logarithm (I. J. Good, "Probability and the
// Weighing of Evidence", 1950), as a logistic regression over the labelled clusters of articles gave it, rounded and
// without what it gave to chance. The sum can be done again by hand: each sign is a line of the explanation.
#include "core/compare/gate.h"

#include "core/compare/concepts.h"
#include "core/compare/lookups.h"
#include "core/compare/relate.h"
#include "core/compare/wordlists.h"
#include "core/read/units.h"

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

namespace {

enum Sign : std::uint8_t {
    SameAmount,
    Within15,
    Within40,
    Within75,
    NoRareWord,
    OneRareWord,
    RareWords,
    ManyRareWords,
    NoWordOfSentence,
    WordsOfSentence,
    ManyWordsOfSentence,
    SoleNoun,
    SameNoun,
    SamePeople,
    NoNoun,
    OtherKinds,
    SoleMoney,
    SoleMeasure,
    FewMeasures,
    ManyMeasures,
    SoleShare,
    SomeShares,
    ManyShares,
    SameEvent,
    OneDeed,
    EventTold,
    NoEvent,
    OtherEvent,
    OtherFate,
    SameRole,
    SameFigure,
    OtherLanguage,
    Lasting,
    OtherMarks,
    Plan,
    OtherSubject,
    ChangeOrLevel,
    NotNamed,
    Partitive,
    OtherPlaces,
    OtherTimes,
    Period,
    Background,
    OtherDays,
    signs
};

struct Weight {
    int points;
    const char* told; ///< a form of resources/text/explanations.tsv
};

constexpr std::array<Weight, signs> weights{{
    {22, "one amount"},
    {17, "amounts at most 15 % apart"},
    {10, "amounts at most 40 % apart"},
    {5, "amounts at most 75 % apart"},
    {-6, "no word around both that few sentences have"},
    {3, "a word around both that few sentences have"},
    {3, "two words around both that few sentences have"},
    {5, "several words around both that few sentences have"},
    {-6, "no such word in both sentences"},
    {3, "two such words in both sentences"},
    {5, "several such words in both sentences"},
    {11, "one noun, of which each report gives one figure"},
    {2, "one noun"},
    {-3, "one noun for people of any sort"},
    {-5, "one leaves open what it counts"},
    {-3, "other words with the nouns"},
    {6, "the only amount of money in each report"},
    {14, "the only measure of its sort in each report"},
    {-2, "a second measure of its sort in a report"},
    {-9, "several measures of their sort in a report"},
    {-3, "the only share in each report"},
    {-5, "a second share in a report"},
    {-8, "several shares in a report"},
    {12, "one event"},
    {5, "two words for one deed"},
    {5, "what the one is about stands in the other's sentence"},
    {-2, "not clear what one of them is about"},
    {-8, "two events"},
    {-15, "one tells what befell those, the other does not"},
    {2, "one part in what is told"},
    {4, "another figure that both sentences give"},
    {6, "told in two languages"},
    {-3, "how long something lasts"},
    {-6, "a mark on one side that it is another set"},
    {-5, "one is a plan"},
    {-6, "their clauses are about two things"},
    {-6, "one is a change, the other a level"},
    {-5, "one sentence is about something that the other report never names"},
    {-4, "one is some of a whole"},
    {-5, "the reports begin with other places"},
    {-3, "other times"},
    {-9, "one is a period's figure"},
    {-7, "one is told as what went before"},
    {4, "follow-up reports of other days"},
}};

/// What the sum has to reach.
constexpr int asked = 7;

struct Weighed {
    std::uint64_t signs = 0;
    int points = 0;
    void add(Sign sign) {
        signs |= std::uint64_t{1} << sign;
        points += weights[sign].points;
    }
};

/// How many times the smaller one the larger one is, as a sign; nothing: more than three times, or not known.
std::optional<Sign> amounts(const Fact& x, const Fact& y, bool& near) {
    near = true;
    if (sameAmount(x.said, y.said))
        return SameAmount;
    std::optional<read::Decimal> p = x.said.set->headline, q = y.said.set->headline;
    near = false;
    if (!p || !q || p->isZero() || q->isZero())
        return std::nullopt;
    if (x.slot.unit != y.slot.unit) {
        const auto s = read::toBase(*p, x.slot.unit), t = read::toBase(*q, y.slot.unit);
        if (!s || !t)
            return std::nullopt;
        p = s->value;
        q = t->value;
    }
    if (farApart(*p, *q, 3))
        return std::nullopt;
    near = true;
    const read::Decimal &less = std::min(*p, *q), &more = std::max(*p, *q);
    for (const auto& [percent, sign] : {std::pair(15, Within15), std::pair(40, Within40), std::pair(75, Within75)})
        if (read::Decimal::within(more, less, percent))
            return sign;
    return std::nullopt;
}

bool oneUnit(const Fact& x, const Fact& y) {
    return x.slot.unit == y.slot.unit ||
           (x.kind == ClaimKind::Measure && read::sameDimension(x.slot.unit, y.slot.unit));
}

enum class Noun : std::uint8_t { One, Near, None, Other };

Noun nouns(const Fact& x, const Fact& y) {
    if (x.slot.head.empty() || y.slot.head.empty())
        return x.slot.head == y.slot.head ? Noun::Other : Noun::None;
    if (sameThing(x, y) || nounsClose(x.slot.head, y.slot.head))
        return Noun::One;
    return sameHead(x, y) || nounsNear(x.slot.head, y.slot.head) ? Noun::Near : Noun::Other;
}

/// What no weight makes up for.
bool barred(const Candidate& a, const Candidate& b, const Common& common) {
    const Fact &x = *a.fact, &y = *b.fact;
    if (!oneUnit(x, y) || x.negatedVerb != y.negatedVerb || !x.sum.empty() || !y.sum.empty() ||
        x.marks.more != y.marks.more || x.length != y.length || x.none != y.none || sequel(a, b) || wished(a, b))
        return true;
    return otherMeasures(x, y) || otherBodies(x, y) || bodiesApart(x, y, common) || otherTitles(x, y);
}

/// Those of the words that both reports have in few sentences.
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
    if (noun == Noun::None)
        out.add(NoNoun);
    if (noun == Noun::One && (genericPerson(x.slot.head) || genericPerson(y.slot.head)))
        out.add(SamePeople);
    else if (noun == Noun::One)
        out.add(others(a, y) == 0 && others(b, x) == 0 ? SoleNoun : SameNoun);
    if (x.slot.modifiers != y.slot.modifiers)
        out.add(OtherKinds);
}

void weighSort(const Candidate& a, const Candidate& b, Weighed& out) {
    const std::size_t most = std::max(others(a, *b.fact), others(b, *a.fact));
    switch (a.fact->kind) {
    case ClaimKind::Money:
        if (most == 0)
            out.add(SoleMoney);
        break;
    case ClaimKind::Measure:
        out.add(most == 0 ? SoleMeasure : most == 1 ? FewMeasures : ManyMeasures);
        break;
    default:
        out.add(most == 0 ? SoleShare : most == 1 ? SomeShares : ManyShares);
    }
}

void weighEvents(const Fact& x, const Fact& y, Weighed& out) {
    const claim::Slot &p = x.slot, &q = y.slot;
    const bool none = p.event.empty() || q.event.empty(), same = !none && p.event == q.event,
               kin = !none && !same && kindred(p.event, q.event);
    if (none)
        out.add(NoEvent);
    if (same)
        out.add(SameEvent);
    else if ((!p.event.empty() && hasWord(y, Concepts::named(p.event))) ||
             (!q.event.empty() && hasWord(x, Concepts::named(q.event))))
        out.add(EventTold);
    if (kin)
        out.add(OneDeed);
    else if (!same && p.classified && q.classified)
        out.add(OtherEvent);
    if (!same && !kin && (listed(Family::Fate, p.event) || listed(Family::Fate, q.event)))
        out.add(OtherFate);
    if (p.relation == q.relation)
        out.add(SameRole);
}

/// Do the two sentences give another figure in common?
bool anotherFigure(const Candidate& a, const Candidate& b) {
    const auto other = [](const Fact& f, const Candidate& c) {
        return numeric(f.kind) && f.said.words != c.fact->said.words;
    };
    return a.in->anyIn(a.fact->sentence, [&](const Fact& f) {
        return other(f, a) && b.in->anyIn(b.fact->sentence, [&](const Fact& g) {
            return other(g, b) && g.kind == f.kind && g.slot.unit == f.slot.unit && f.said.set == g.said.set;
        });
    });
}

std::optional<Weighed> weigh(const Candidate& a, const Candidate& b, const Common& common) {
    const Fact &x = *a.fact, &y = *b.fact;
    bool near = false;
    const std::optional<Sign> amount = amounts(x, y, near);
    const Noun noun = x.kind == ClaimKind::Count ? nouns(x, y) : Noun::Near;
    if (!near || noun == Noun::Other || barred(a, b, common))
        return std::nullopt;
    Weighed out;
    if (amount)
        out.add(*amount);
    weighEvents(x, y, out);
    // What is left can add so much at most.
    constexpr int most = 45;
    if (out.points + most < asked)
        return std::nullopt;
    Verdict here;
    const Apart apart = happeningsApart(a, b, common, here);
    if (apart == Apart::Places || (apart == Apart::Times && x.anchor.explicitTime && y.anchor.explicitTime))
        return std::nullopt;
    if (apart == Apart::Times)
        out.add(OtherTimes);
    else if (apart == Apart::Period)
        out.add(Period);
    else if (apart == Apart::Before)
        out.add(Background);
    else if (apart == Apart::Days)
        out.add(OtherDays);
    if (x.kind == ClaimKind::Count)
        weighNouns(a, b, noun, out);
    else
        weighSort(a, b, out);
    constexpr std::array<Sign, 4> around{NoRareWord, OneRareWord, RareWords, ManyRareWords};
    out.add(around[rareOnes(a, b, wordsAround(x), wordsAround(y))]);
    const std::size_t words = rareOnes(a, b, x.content, y.content);
    if (words != 1)
        out.add(words == 0 ? NoWordOfSentence : words == 2 ? WordsOfSentence : ManyWordsOfSentence);
    const auto sign = [&](bool is, Sign of) {
        if (is)
            out.add(of);
    };
    sign(anotherFigure(a, b), SameFigure);
    sign(a.in->language != b.in->language, OtherLanguage);
    sign(x.length, Lasting);
    sign(markVeto(x, y), OtherMarks);
    sign(plannedApart(x, y), Plan);
    sign(otherSubjects(x, y), OtherSubject);
    sign(changeAndLevel(x, y), ChangeOrLevel);
    sign(aboutOther(a, b) || aboutOther(b, a), NotNamed);
    sign(x.partitive != y.partitive, Partitive);
    sign(common.leadPlacesApart, OtherPlaces);
    return out;
}

} // namespace

void byWeight(const Candidate& a, const Candidate& b, const Common& common, Verdict& v) {
    constexpr std::size_t longReport = 256; // of many things: that it gives one figure of a sort shows nothing
    if (common.tiny || common.longApart || std::max(a.in->facts.size(), b.in->facts.size()) > longReport ||
        !oneHappening(common, 0) || strangers(a, b, common))
        return;
    const std::optional<Weighed> own = weigh(a, b, common);
    if (!own || own->points < asked)
        return;
    // Each has to be the other's best.
    const auto better = [&](const Candidate& c, const Candidate& other) {
        for (std::uint32_t i = 0; i < other.in->facts.size(); ++i) {
            const Fact& f = other.in->facts[i];
            if (i == other.index || f.kind != c.fact->kind || f.said.set == other.fact->said.set)
                continue;
            const std::optional<Weighed> rival = weigh(c, {other.article, i, &f, other.in}, common);
            if (rival && rival->points >= own->points)
                return true;
        }
        return false;
    };
    if (better(a, b) || better(b, a))
        return;
    v.because.clear();
    v.strength = 1;
    v.say("reports of one event, and what speaks for one question outweighs what speaks against it: ",
          std::to_string(own->points), " of ", std::to_string(asked), " points asked");
    if (v.explain)
        for (std::size_t s = 0; s < weights.size(); ++s)
            if (own->signs >> s & 1)
                v.because.push_back(text::explained(
                    "{0} points: {1}", {std::to_string(weights[s].points), text::explained(weights[s].told)}));
    v.join();
}

} // namespace countercheck::compare::gate
