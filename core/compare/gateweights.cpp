// SPDX-License-Identifier: GPL-3.0-or-later
// Figures of reports that plainly tell of one event, by all that speaks for and against one question together. Each
// sign has a weight: what it adds to the odds, in tenths of their natural logarithm (I. J. Good, "Probability and the
// Weighing of Evidence", 1950), as a logistic regression over the labelled clusters of articles gave it, rounded and
// without what it gave to chance. The sum can be done again by hand: each sign is a line of the explanation.
#include "core/compare/gate.h"

#include "core/claim/parts.h"
#include "core/compare/concepts.h"
#include "core/compare/lookups.h"
#include "core/compare/relate.h"
#include "core/compare/wordlists.h"
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

namespace {

enum Sign : std::uint8_t {
    SameAmount,
    Within15,
    Within40,
    Within75,
    NoRareWord,
    RareWord,
    RareWords,
    NoWordOfSentence,
    WordsOfSentence,
    SoleNoun,
    SameNoun,
    NoNoun,
    OtherKinds,
    SoleMoney,
    SoleMeasure,
    MoreMeasures,
    SoleDistance,
    SecondDistance,
    MoreDistances,
    SoleLength,
    SecondLength,
    MoreLengths,
    SameEvent,
    OneDeed,
    Culprits,
    EventTold,
    NoEvent,
    OtherEvent,
    OtherFate,
    SameFigure,
    OtherLanguage,
    OtherMarks,
    Plan,
    NotNamed,
    Partitive,
    OtherPlaces,
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
    {25, "one amount"},
    {13, "amounts at most 15 % apart"},
    {10, "amounts at most 40 % apart"},
    {6, "amounts at most 75 % apart"},
    {-9, "around the two no word in common that few sentences have"},
    {2, "around the two a word in common that few sentences have"},
    {6, "around the two several words in common that few sentences have"},
    {-10, "their sentences have no such word in common"},
    {4, "their sentences have several such words in common"},
    {10, "each report gives one figure of such things"},
    {2, "they count one thing"},
    {-5, "one leaves open what it counts"},
    {-8, "other words stand with the nouns"},
    {9, "each report gives one amount of money"},
    {12, "each report gives one measure of the sort"},
    {-8, "a report gives several measures of the sort"},
    {5, "each report gives one distance"},
    {-3, "a report gives a second distance"},
    {-11, "a report gives several distances"},
    {6, "each report tells of one thing how long it lasts"},
    {-2, "a report tells of a second thing how long it lasts"},
    {-8, "a report tells of several things how long they last"},
    {12, "they are about one event"},
    {6, "they are about one deed"},
    {8, "both count those who did it"},
    {2, "what one of them is about stands in the other's sentence"},
    {-7, "it is not clear what one of them is about"},
    {-7, "they are about two events"},
    {-12, "one tells what befell those whom it counts, the other does not"},
    {3, "their sentences have another figure in common"},
    {13, "they are told in two languages"},
    {-9, "a mark on one side that it is of another set"},
    {-5, "one is a part of the whole or a plan"},
    {-8, "one sentence is about something that the other report never names"},
    {-4, "one is some of a whole"},
    {-6, "the two reports begin with other places"},
    {-7, "one is a period's figure"},
    {-6, "one is told as what went before"},
    {4, "the two reports' events lie on different days"},
}};

/// What the sum has to reach.
constexpr int asked = 4;

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
    return x.slot.unit == y.slot.unit || (x.kind == ClaimKind::Measure && sameDimension(x.slot.unit, y.slot.unit));
}

/// "Three masked men robbed the bank", "four robbers stormed the bank"
bool didIt(const Fact& f) {
    const bool anybody = f.slot.head == "man" || (genericPerson(f.slot.head) && !f.slot.head.empty());
    return f.kind == ClaimKind::Count &&
           (culprits(f.slot) || (anybody && f.slot.relation == SlotRelation::Agent &&
                                 claim::oneOf(f.slot.event, {"attack", "shooting", "abduction", "theft", "death",
                                                             "hold", "explosion", "fraud", "smuggling"})));
}

enum class Noun : std::uint8_t { One, Near, None, Other };

Noun nouns(const Fact& x, const Fact& y) {
    if (x.slot.head.empty() || y.slot.head.empty())
        return x.slot.head == y.slot.head ? Noun::Other : Noun::None;
    if (sameThing(x, y) || nounsClose(x.slot.head, y.slot.head))
        return Noun::One;
    return sameHead(x, y) || (didIt(x) && didIt(y)) || nounsNear(x.slot.head, y.slot.head) ? Noun::Near : Noun::Other;
}

/// What no weight makes up for.
bool barred(const Candidate& a, const Candidate& b, const Common& common) {
    const Fact &x = *a.fact, &y = *b.fact;
    if (!oneUnit(x, y) || x.negatedVerb != y.negatedVerb || !x.sum.empty() || !y.sum.empty() ||
        x.marks.more != y.marks.more || x.length != y.length || x.none != y.none || sequel(a, b) || wished(a, b))
        return true;
    if (x.kind == ClaimKind::Count && a.in->language == b.in->language && overlap(x.content, y.content) == 0)
        return true;
    // Those who were there are not those whom something befell.
    const auto there = [](const Fact& f, const Fact& other) {
        return claim::oneOf(f.slot.event, {"aboard", "capacity", "custody"}) &&
               (listed(Family::Fate, other.slot.event) || other.slot.event == "survive");
    };
    if (there(x, y) || there(y, x))
        return true;
    // Of shares there are many in a report, and of figures that differ the smaller may be a part; not of how many the
    // reports begin with ("an avalanche killed five skiers", "killed six people").
    const bool toll =
        x.slot.event == y.slot.event && listed(Family::Fate, x.slot.event) && x.sentence <= 1 && y.sentence <= 1;
    if (!sameAmount(x.said, y.said) &&
        (x.kind == ClaimKind::Percentage || elsewhere(a, b) || (!toll && (mayBePart(x, y) || mayBePart(y, x)))))
        return true;
    if ((x.loose || y.loose) && namesApart(x, y))
        return true; // "a 20-year veteran": of whom?
    if (!sameAmount(x.said, y.said) && (ofAnother(x, y) || otherStretches(a, b) || answeredBeside(a, b)))
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

/// Where a report gives several measures of the sort, the words of the figures themselves show nothing ("12 nautical
/// miles", "13 nautical miles").
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
    if (noun == Noun::None)
        out.add(NoNoun);
    if (noun == Noun::One && !genericPerson(x.slot.head) && !genericPerson(y.slot.head))
        out.add(others(a, y) == 0 && others(b, x) == 0 ? SoleNoun : SameNoun);
    if (x.slot.modifiers != y.slot.modifiers)
        out.add(OtherKinds);
}

void weighSort(const Candidate& a, const Candidate& b, Weighed& out) {
    const std::size_t most = std::max(others(a, *b.fact), others(b, *a.fact));
    const auto among = [&](Sign sole, Sign second, Sign more) {
        out.add(most == 0 ? sole : most == 1 ? second : more);
    };
    if (a.fact->length)
        among(SoleLength, SecondLength, MoreLengths);
    else if (a.fact->kind == ClaimKind::Measure && sameDimension(a.fact->slot.unit, "m"))
        among(SoleDistance, SecondDistance, MoreDistances);
    else if (a.fact->kind == ClaimKind::Measure)
        among(SoleMeasure, MoreMeasures, MoreMeasures);
    else if (a.fact->kind == ClaimKind::Money && most == 0)
        out.add(SoleMoney);
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
    else if (!same && didIt(x) && didIt(y))
        out.add(Culprits);
    else if (!same && p.classified && q.classified)
        out.add(OtherEvent);
    if (!same && !kin && (listed(Family::Fate, p.event) || listed(Family::Fate, q.event)))
        out.add(OtherFate);
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
    if (!near) // most are
        return std::nullopt;
    const Noun noun = x.kind == ClaimKind::Count ? nouns(x, y) : Noun::Near;
    if (noun == Noun::Other || barred(a, b, common))
        return std::nullopt;
    Weighed out;
    if (amount)
        out.add(*amount);
    weighEvents(x, y, out);
    // What is left can add so much at most.
    constexpr int most = 40;
    if (out.points + most < asked)
        return std::nullopt;
    Verdict here;
    const Apart apart = happeningsApart(a, b, common, here);
    if (apart == Apart::Places || (apart == Apart::Times && x.anchor.explicitTime && y.anchor.explicitTime))
        return std::nullopt;
    if (apart == Apart::Period)
        out.add(Period);
    else if (apart == Apart::Before)
        out.add(Background);
    else if (apart == Apart::Days)
        out.add(OtherDays);
    if (x.kind == ClaimKind::Count)
        weighNouns(a, b, noun, out);
    else
        weighSort(a, b, out);
    const bool several = x.kind == ClaimKind::Measure && others(a, y) + others(b, x) > 1;
    const auto shared = [&](const std::vector<std::uint32_t>& p, const std::vector<std::uint32_t>& q) {
        return several ? rareOnes(a, b, withoutUnit(p, a), withoutUnit(q, b)) : rareOnes(a, b, p, q);
    };
    const std::size_t around = shared(wordsAround(x), wordsAround(y)), words = shared(x.content, y.content);
    out.add(around == 0 ? NoRareWord : around <= 2 ? RareWord : RareWords);
    if (words != 1)
        out.add(words == 0 ? NoWordOfSentence : WordsOfSentence);
    const auto sign = [&](bool is, Sign of) {
        if (is)
            out.add(of);
    };
    sign(anotherFigure(a, b), SameFigure);
    sign(a.in->language != b.in->language, OtherLanguage);
    sign(markVeto(x, y), OtherMarks);
    sign(plannedApart(x, y), Plan);
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
    if (!own)
        return;
    if (own->points < asked) {
        if (v.explain && !v.because.empty())
            v.because.back() = text::explainedBy(v.because.back(), "; and by weight, ", std::to_string(own->points),
                                                 " of ", std::to_string(asked), " points");
        return;
    }
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
