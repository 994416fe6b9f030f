// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/read/figureset.h"

#include <algorithm>

namespace countercheck::read {

std::string_view qualifierName(Qualifier qualifier) {
    switch (qualifier) {
    case Qualifier::Exact:
        return "exact";
    case Qualifier::Approximate:
        return "approximate";
    case Qualifier::Nearly:
        return "nearly";
    case Qualifier::AtLeast:
        return "at-least";
    case Qualifier::MoreThan:
        return "more-than";
    case Qualifier::AtMost:
        return "at-most";
    case Qualifier::LessThan:
        return "less-than";
    case Qualifier::Range:
        return "range";
    case Qualifier::Vague:
        return "vague";
    }
    return "exact";
}

namespace {

/// value ± percent; the value itself when that does not fit.
Decimal moved(const Decimal& value, int percent) {
    const Decimal result = value.times(Decimal(Int128{100 + percent}, -2)).value_or(value);
    // A third is 0.333333333333333 here: its tenth shall not pretend to know more digits than it.
    return result.exponent() < -12 ? result.dividedBy(Decimal(1), 12).value_or(result) : result;
}

} // namespace

std::optional<Hedge> hedgeOf(Qualifier qualifier) {
    switch (qualifier) {
    case Qualifier::Exact:
        return Hedge::None;
    case Qualifier::Approximate:
        return Hedge::About;
    case Qualifier::Nearly:
        return Hedge::Nearly;
    case Qualifier::AtLeast:
        return Hedge::AtLeast;
    case Qualifier::MoreThan:
        return Hedge::MoreThan;
    case Qualifier::AtMost:
        return Hedge::AtMost;
    case Qualifier::LessThan:
        return Hedge::LessThan;
    case Qualifier::Range:
    case Qualifier::Vague:
        return std::nullopt;
    }
    return std::nullopt;
}

FigureSet figureSet(const Decimal& value, Hedge hedge, bool count, int percent) {
    FigureSet set;
    set.headline = value;
    const int up = value.negative() ? -percent : percent;
    switch (hedge) {
    case Hedge::None:
        set.low = set.high = value;
        break;
    case Hedge::About:
        set.qualifier = Qualifier::Approximate;
        set.low = moved(value, -up);
        set.high = moved(value, up);
        break;
    case Hedge::Nearly:
    case Hedge::JustUnder:
        set.qualifier = Qualifier::Nearly;
        set.low = moved(value, -up);
        set.high = value;
        set.highInclusive = false;
        break;
    case Hedge::JustOver:
        set.qualifier = Qualifier::MoreThan;
        set.low = value;
        set.lowInclusive = false;
        set.high = moved(value, up);
        break;
    case Hedge::AtLeast:
        set.qualifier = Qualifier::AtLeast;
        set.low = value;
        break;
    case Hedge::MoreThan:
        set.qualifier = Qualifier::MoreThan;
        set.low = value;
        set.lowInclusive = false;
        break;
    case Hedge::AtMost:
    case Hedge::UpTo:
        set.qualifier = Qualifier::AtMost;
        set.high = value;
        break;
    case Hedge::LessThan:
        set.qualifier = Qualifier::LessThan;
        set.high = value;
        set.highInclusive = false;
        break;
    }
    if (count && !value.negative()) {
        if (!set.low)
            set.low = Decimal(0);
        set.low = std::max(*set.low, Decimal(0));
    }
    return set;
}

FigureSet rangeSet(const Decimal& low, const Decimal& high) {
    FigureSet set;
    set.low = low;
    set.high = high;
    set.qualifier = Qualifier::Range;
    if (low == high)
        set.headline = low;
    return set;
}

FigureSet vagueSet(const Decimal& low) {
    FigureSet set;
    set.low = low;
    set.qualifier = Qualifier::Vague;
    return set;
}

} // namespace countercheck::read
