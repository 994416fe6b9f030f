// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/relate.h"

#include "core/compare/words/lookups.h"
#include "core/read/units.h"
#include "core/text/explaining.h"

#include <algorithm>

namespace countercheck::compare {

using read::Decimal;
using read::FigureSet;
using read::Qualifier;

bool contains(const FigureSet& set, const Decimal& value) {
    if (set.low && (set.lowInclusive ? value < *set.low : value <= *set.low))
        return false;
    return !(set.high && (set.highInclusive ? value > *set.high : value >= *set.high));
}

bool setsMeet(const FigureSet& a, const FigureSet& b) {
    const auto below = [](const FigureSet& x, const FigureSet& y) { // all of x lies below all of y
        if (!x.high || !y.low)
            return false;
        return *x.high < *y.low || (*x.high == *y.low && !(x.highInclusive && y.lowInclusive));
    };
    const auto empty = [&](const FigureSet& x) { return below(x, x); };
    return !empty(a) && !empty(b) && !below(a, b) && !below(b, a);
}

namespace {

std::string shown(const Decimal& value) {
    return text::explainedNumber(value.toString());
}

} // namespace

std::string inWords(const FigureSet& set) {
    if (set.low && set.high && *set.low == *set.high)
        return text::explained("exactly {0}", {shown(*set.low)});
    const bool fromZero = set.low && set.low->isZero() && set.lowInclusive && set.qualifier != Qualifier::Range;
    if (set.high && (!set.low || fromZero))
        return text::explained(set.highInclusive ? "at most {0}" : "less than {0}", {shown(*set.high)});
    if (set.low && !set.high)
        return text::explained(set.lowInclusive ? "{0} or more" : "more than {0}", {shown(*set.low)});
    if (!set.low)
        return text::explained("any number");
    if (set.lowInclusive)
        return text::explained(set.highInclusive ? "{0} to {1}" : "{0} to below {1}",
                               {shown(*set.low), shown(*set.high)});
    return text::explained(set.highInclusive ? "more than {0} and up to {1}" : "more than {0} and up to below {1}",
                           {shown(*set.low), shown(*set.high)});
}

namespace {

const std::string& named(const Side& s) {
    if (s.quoted.empty())
        s.quoted = text::explained("“{0}” ({1})", {text::verbatim(s.claim.quote), s.letter});
    return s.quoted;
}

/// What a figure means; the claim's own is said once.
std::string meant(const Side& s, const FigureSet& set) {
    if (set != *s.claim.set)
        return inWords(set);
    if (s.meant.empty())
        s.meant = inWords(set);
    return s.meant;
}

std::string dayOf(const std::optional<std::int64_t>& seconds) {
    return seconds ? read::isoTime(*seconds / 86400 * 86400) : std::string{};
}

bool exact(const FigureSet& s) {
    return s.qualifier == Qualifier::Exact && s.headline.has_value();
}
bool bound(const FigureSet& s) {
    return s.qualifier == Qualifier::AtLeast || s.qualifier == Qualifier::MoreThan ||
           s.qualifier == Qualifier::AtMost || s.qualifier == Qualifier::LessThan;
}

/// A round figure and an unround one that rounds to it: "2 million" and "2.04 million". Never for small counts, where
/// "10" means ten.
bool roundsTo(const Decimal& round, const Decimal& fine) {
    static constexpr Decimal small(100);
    const int zeros = round.trailingZeros();
    if (zeros < 1 || fine.trailingZeros() >= zeros || round.absolute() < small || !Decimal::within(fine, round, 10))
        return false;
    const auto difference = fine.minus(round);
    const Decimal half(read::Int128{5}, zeros - 1);
    return difference && difference->absolute() <= half;
}

/// "3 %" and "2.8 %": the one with fewer decimals is the other rounded at its last digit. Only of what is measured.
bool roundedOff(const Decimal& coarse, const Decimal& fine) {
    if (fine.exponent() >= 0 || coarse.exponent() <= fine.exponent() || coarse.exponent() > 0)
        return false;
    const auto difference = fine.minus(coarse);
    return difference && !coarse.isZero() &&
           difference->absolute() <= Decimal(read::Int128{5}, std::min(coarse.exponent(), 0) - 1);
}

/// The set in the base unit of its dimension; nothing when the unit is not known.
std::optional<FigureSet> inBase(const QuestionClaim& claim, std::string& dimension) {
    FigureSet out = *claim.set;
    bool good = true;
    const auto convert = [&](std::optional<Decimal>& value) {
        if (!value)
            return;
        const auto base = read::toBase(*value, claim.unit);
        if (!base) {
            good = false;
            return;
        }
        value = base->value;
        dimension = base->unit;
    };
    convert(out.headline);
    convert(out.low);
    convert(out.high);
    return good ? std::optional(out) : std::nullopt;
}

/// What was assumed about hedges, for the explanations that rest on it.
std::string assumed(const FigureSet& a, const FigureSet& b, int percent) {
    std::string out;
    if (a.qualifier == Qualifier::Nearly || b.qualifier == Qualifier::Nearly)
        out += " " + text::explained("“Nearly” is taken as up to {0} % below the figure.", {std::to_string(percent)});
    if (a.qualifier == Qualifier::Approximate || b.qualifier == Qualifier::Approximate)
        out += " " + text::explained("“About” is taken as {0} % either way.", {std::to_string(percent)});
    return out;
}

} // namespace

std::string meanings(const Side& a, const Side& b, const FigureSet& x, const FigureSet& y, const std::string& base) {
    return base.empty()
               ? text::explained("{0} means {1}, {2} means {3}", {named(a), meant(a, x), named(b), meant(b, y)})
               : text::explained("{0} means {1}, {2} means {3} in {4} after conversion",
                                 {named(a), meant(a, x), named(b), meant(b, y), text::verbatim(base)});
}

namespace {

/// Do two amounts lie so far apart that no rounding makes them one? Nearly all do, and it is told without a decimal.
bool plainlyApart(const Decimal& x, const Decimal& y) {
    constexpr double much = 1.2; // one that rounds to the other is at most a tenth of it away
    const double p = x.toDouble(), q = y.toDouble();
    return p > 0 && q > 0 && (p > q * much || q > p * much);
}

} // namespace

bool sameAmount(const QuestionClaim& a, const QuestionClaim& b) {
    if (!a.set || !b.set || !a.set->headline || !b.set->headline)
        return false;
    const Decimal &x = *a.set->headline, &y = *b.set->headline;
    if (a.unit == b.unit) {
        if (x == y)
            return true;
        const int p = x.trailingZeros(), q = y.trailingZeros();
        return p != q && !plainlyApart(x, y) && (p > q ? roundsTo(x, y) : roundsTo(y, x));
    }
    if (a.unit.empty() || b.unit.empty() || !sameDimension(a.unit, b.unit))
        return false;
    const auto s = read::toBase(x, a.unit), t = read::toBase(y, b.unit);
    return s && t && s->unit == t->unit && Decimal::within(s->value, t->value, 1);
}

bool telling(const FigureSet& set) {
    if (!set.headline)
        return false;
    std::string digits = set.headline->toString();
    std::erase_if(digits, [](char c) { return c < '0' || c > '9'; });
    const std::size_t first = digits.find_first_not_of('0'), last = digits.find_last_not_of('0');
    return first != std::string::npos && last > first;
}

namespace {

/// Two figures side by side, in one unit, with what explanations say of them.
struct Figures {
    const Side &a, &b;
    FigureSet x, y;
    std::string base;     ///< the unit of both, where it is not as printed
    bool changed = false; ///< at least one of them was converted
    std::string sets, tail;

    [[nodiscard]] bool both() const { return x.headline && y.headline; }
};

/// Brings both into one unit: "half" and "50 %", miles and kilometres. False: there is none.
bool bringTogether(Figures& f) {
    const auto inPercent = [](FigureSet& s) { // "half" beside "50 %"
        for (auto* value : {&s.headline, &s.low, &s.high})
            if (*value)
                *value = (*value)->times(Decimal(100));
    };
    const QuestionClaim &p = f.a.claim, &q = f.b.claim;
    const bool fractionA = p.unit.empty() && q.unit == "%", fractionB = q.unit.empty() && p.unit == "%";
    if (fractionA || fractionB) {
        inPercent(fractionA ? f.x : f.y);
        f.base = "%";
        f.changed = true;
    } else if (p.unit != q.unit) {
        std::string otherBase;
        const auto x = inBase(p, f.base), y = inBase(q, otherBase);
        if (!x || !y || f.base != otherBase)
            return false;
        f.changed = true;
        f.x = *x;
        f.y = *y;
    }
    return true;
}

/// One amount in two units, or a round figure and one that rounds to it.
std::optional<Ruling> oneAmount(const Figures& f) {
    const FigureSet &x = f.x, &y = f.y;
    if (f.changed && f.both() &&
        (Decimal::within(*x.headline, *y.headline, 1) || roundsTo(*x.headline, *y.headline) ||
         roundsTo(*y.headline, *x.headline)))
        return Ruling{
            RelationKind::Agreement, Reason::Unit, Supersedes::None,
            text::explained("{0}: the same amount in two units, up to the rounding of the figures as printed.",
                            {f.sets}) +
                f.tail};
    const bool measured = !f.a.claim.unit.empty() && !f.b.claim.unit.empty();
    const auto rounds = [&](const Decimal& round, const Decimal& fine) {
        return roundsTo(round, fine) || (measured && roundedOff(round, fine));
    };
    if (!exact(x) || !exact(y) || *x.headline == *y.headline)
        return std::nullopt;
    const bool xRound = rounds(*x.headline, *y.headline);
    if (!xRound && !rounds(*y.headline, *x.headline))
        return std::nullopt;
    return Ruling{RelationKind::Refinement, Reason::Precision, Supersedes::None,
                  text::explained("{0}: {1} rounds to the round figure, so one only makes the other more precise.",
                                  {f.sets, named(xRound ? f.b : f.a)})};
}

/// The text marks growth, and the later report's figure is the higher one.
std::optional<Ruling> grown(const Figures& f) {
    const Side &a = f.a, &b = f.b;
    const FigureSet &x = f.x, &y = f.y;
    const Decimal& left = x.headline ? *x.headline : x.low ? *x.low : *x.high;
    const Decimal& right = y.headline ? *y.headline : y.low ? *y.low : *y.high;
    if (!a.published || !b.published || *a.published == *b.published || left == right)
        return std::nullopt;
    const bool bLater = *b.published > *a.published;
    const Side& later = bLater ? b : a;
    const bool higher = bLater ? right > left : left > right;
    if (!(a.growth || b.growth) || !higher || *a.published / 86400 == *b.published / 86400)
        return std::nullopt;
    return Ruling{RelationKind::Discrepancy, Reason::Update, bLater ? Supersedes::B : Supersedes::A,
                  text::explained("{0}: the figure grew. {1} is the later report ({2}, after {3}) and the text marks "
                                  "growth, so it supersedes the earlier one.",
                                  {f.sets, later.letter, dayOf(later.published), dayOf((bLater ? a : b).published)}) +
                      f.tail};
}

/// No number fits both.
Ruling disjoint(const Figures& f) {
    const Side &a = f.a, &b = f.b;
    if (auto ruling = grown(f))
        return *std::move(ruling);
    std::string when;
    if (a.published && b.published && *a.published / 86400 != *b.published / 86400)
        when = " " + text::explained("They were published on different days: {0} on {1}, {2} on {3}.",
                                     {a.letter, dayOf(a.published), b.letter, dayOf(b.published)});
    const bool oneSource = a.claim.article != b.claim.article && !a.claim.attribution.empty() &&
                           a.claim.attribution == b.claim.attribution;
    return Ruling{RelationKind::Contradiction, oneSource ? Reason::Attribution : Reason::Value, Supersedes::None,
                  text::explained("{0}: no number fits both, so both cannot be true.", {f.sets}) +
                      (oneSource ? " " + text::explained("Both name the same source, “{0}”.",
                                                         {text::verbatim(a.claim.attribution)})
                                 : std::string()) +
                      when + f.tail};
}

/// The same figure, or the same set.
std::optional<Ruling> equalFigures(const Figures& f) {
    const FigureSet &x = f.x, &y = f.y;
    if (f.both() && *x.headline == *y.headline)
        return Ruling{RelationKind::Agreement,
                      f.changed                    ? Reason::Unit
                      : x.qualifier == y.qualifier ? Reason::Value
                                                   : Reason::Bounds,
                      Supersedes::None,
                      text::explained("{0}: they print the same figure, {1}, and one number fits both.",
                                      {f.sets, shown(*x.headline)}) +
                          f.tail};
    if (x == y)
        return Ruling{RelationKind::Agreement, Reason::Value, Supersedes::None,
                      text::explained("{0}: the same.", {f.sets})};
    return std::nullopt;
}

/// One prints no figure, and the other's lies in its set.
std::optional<Ruling> vaguer(const Figures& f) {
    const FigureSet &x = f.x, &y = f.y;
    if (f.both())
        return std::nullopt;
    const bool rangeBoth = x.qualifier == Qualifier::Range && y.qualifier == Qualifier::Range;
    const FigureSet& coarse = x.headline ? y : x;
    const FigureSet& fine = x.headline ? x : y;
    const bool fineRange = fine.headline && !exact(fine) && coarse.qualifier == Qualifier::Range;
    if (rangeBoth || fineRange ||
        !(fine.headline ? contains(coarse, *fine.headline)
                        : (x.qualifier == Qualifier::Vague || y.qualifier == Qualifier::Vague)))
        return std::nullopt;
    return Ruling{RelationKind::Refinement, Reason::Precision, Supersedes::None,
                  (fine.headline ? text::explained("{0}: {1} fits the vaguer wording, which prints no figure of its "
                                                   "own, so one only makes the other more precise.",
                                                   {f.sets, shown(*fine.headline)})
                                 : text::explained("{0}: neither prints a figure, and some numbers fit both, so one "
                                                   "only makes the other more precise.",
                                                   {f.sets})) +
                      f.tail};
}

/// One is exact, and lies in the other's range or near its round bound.
std::optional<Ruling> inside(const Figures& f) {
    const FigureSet &x = f.x, &y = f.y;
    if (exact(x) == exact(y))
        return std::nullopt;
    const FigureSet& point = exact(x) ? x : y;
    const FigureSet& set = exact(x) ? y : x;
    if (set.qualifier == Qualifier::Range || set.qualifier == Qualifier::Approximate ||
        set.qualifier == Qualifier::Nearly)
        return Ruling{RelationKind::Refinement, Reason::Precision, Supersedes::None,
                      text::explained("{0}: {1} lies inside, so one only makes the other more precise.",
                                      {f.sets, shown(*point.headline)}) +
                          f.tail};
    if (bound(set) && set.headline && set.headline->trailingZeros() > 0 &&
        Decimal::within(*point.headline, *set.headline, 15))
        return Ruling{RelationKind::Refinement, Reason::Precision, Supersedes::None,
                      text::explained("{0}: {1} is inside the bound and within 15 % of the round figure {2}.",
                                      {f.sets, shown(*point.headline), shown(*set.headline)})};
    return std::nullopt;
}

/// Some numbers fit both, and they print other figures.
Ruling differing(const Figures& f) {
    return Ruling{RelationKind::Discrepancy, Reason::Bounds, Supersedes::None,
                  (f.both()
                       ? text::explained(
                             "{0}: some numbers fit both, so both can be true, yet they would print different figures "
                             "({1} and {2}).",
                             {f.sets, shown(*f.x.headline), shown(*f.y.headline)})
                       : text::explained(
                             "{0}: some numbers fit both, so both can be true, yet they would print different figures.",
                             {f.sets})) +
                      f.tail};
}

} // namespace

std::optional<Ruling> relateFigures(const Side& a, const Side& b, int percent) {
    if (!a.claim.set || !b.claim.set)
        return std::nullopt;
    Figures f{a, b, *a.claim.set, *b.claim.set, {}, false, {}, {}};
    if (!bringTogether(f))
        return std::nullopt;
    f.sets = meanings(a, b, f.x, f.y, f.changed ? f.base : std::string());
    f.tail = assumed(f.x, f.y, percent);
    if (a.moved * b.moved < 0)
        return Ruling{
            RelationKind::Contradiction, Reason::Value, Supersedes::None,
            text::explained("{0}: one tells of a rise, the other of a fall, so both cannot be true.", {f.sets})};
    if (auto ruling = oneAmount(f))
        return ruling;
    if (!setsMeet(f.x, f.y))
        return disjoint(f);
    for (const auto rule : {equalFigures, vaguer, inside}) // the first that fits
        if (auto ruling = rule(f))
            return ruling;
    return differing(f);
}

std::optional<Ruling> relateTimes(const Side& a, const Side& b) {
    if (!a.claim.time || !b.claim.time)
        return std::nullopt;
    const read::TimeSpan &x = *a.claim.time, &y = *b.claim.time;
    const auto show = [](const read::TimeSpan& t) {
        std::string from = read::isoTime(t.from);
        if (t.grain == read::Grain::Day && t.to - t.from == 86400)
            return from;
        return text::explained("from {0} to before {1}", {from, read::isoTime(t.to)});
    };
    const std::string both = text::explained("{0} is {1}, {2} is {3}", {named(a), show(x), named(b), show(y)});
    if (x.from == y.from && x.to == y.to)
        return Ruling{RelationKind::Agreement, a.claim.quote == b.claim.quote ? Reason::Value : Reason::Wording,
                      Supersedes::None, text::explained("{0}: the same time.", {both})};
    if (x.to <= y.from || y.to <= x.from) {
        std::string when;
        if (a.published && b.published && *a.published / 86400 != *b.published / 86400)
            when = " " + text::explained("{0} was published on {1}, {2} on {3}.",
                                         {a.letter, dayOf(a.published), b.letter, dayOf(b.published)});
        return Ruling{RelationKind::Contradiction, Reason::Value, Supersedes::None,
                      text::explained("{0}: the two do not meet, so both cannot be true.", {both}) + when};
    }
    // "Around 6 p.m.", "6 p.m.", "just after 6": the same hour is named, as "about 50" and "50" name one figure.
    const auto clock = [](const read::TimeSpan& t) {
        return t.grain > read::Grain::PartOfDay && t.to - t.from <= 7200;
    };
    constexpr std::int64_t minute = 60, quarter = 900;
    const bool loose = std::min(x.to - x.from, y.to - y.from) >= quarter; // "just after 6", "around 6"
    if (clock(x) && clock(y) &&
        (x.from == y.from || (loose && x.to == y.to) || std::abs((x.from + x.to) - (y.from + y.to)) <= 2 * minute))
        return Ruling{RelationKind::Agreement, Reason::Wording, Supersedes::None,
                      text::explained("{0}: the same hour, which one gives loosely.", {both})};
    if ((x.from <= y.from && y.to <= x.to) || (y.from <= x.from && x.to <= y.to))
        return Ruling{RelationKind::Refinement, Reason::Precision, Supersedes::None,
                      text::explained("{0}: one lies inside the other and only makes it more precise.", {both})};
    // "Overnight between Saturday and Sunday" and "Sunday": a night reaches from one day into the next.
    const auto partOfDay = [](const read::TimeSpan& t) { return t.grain >= read::Grain::PartOfDay; };
    if (x.grain == read::Grain::PartOfDay && y.grain == read::Grain::PartOfDay)
        return Ruling{RelationKind::Agreement, Reason::Wording, Supersedes::None,
                      text::explained("{0}: parts of a day that overlap, which people name loosely.", {both})};
    if (partOfDay(x) != partOfDay(y))
        return Ruling{
            RelationKind::Refinement, Reason::Precision, Supersedes::None,
            text::explained("{0}: they overlap, and the finer one only makes the day more precise (a night reaches "
                            "from one day into the next).",
                            {both})};
    return Ruling{RelationKind::Discrepancy, Reason::Bounds, Supersedes::None,
                  text::explained("{0}: they overlap, but neither lies inside the other.", {both})};
}

Ruling relateYearless(const Side& a, const Side& b, std::string_view x, std::string_view y) {
    const std::string both =
        text::explained("{0} and {1}, with no year given and one year assumed", {named(a), named(b)});
    if (x == y)
        return {RelationKind::Agreement, a.claim.quote == b.claim.quote ? Reason::Value : Reason::Wording,
                Supersedes::None, text::explained("{0}: the same date.", {both})};
    if (x.starts_with(y) || y.starts_with(x))
        return {RelationKind::Refinement, Reason::Precision, Supersedes::None,
                text::explained("{0}: one lies inside the other and only makes it more precise.", {both})};
    return {RelationKind::Contradiction, Reason::Value, Supersedes::None,
            text::explained("{0}: the two do not meet, so both cannot be true.", {both})};
}

} // namespace countercheck::compare
