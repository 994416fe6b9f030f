// SPDX-License-Identifier: GPL-3.0-or-later
// Lengths of time and times at a distance: "for two days", "three weeks ago", "a month-long siege". How many there are
// is read in timesamounts.cpp; what a unit names in the calendar ("week 31", "the end of the year") in timesunits.cpp.
#include "core/read/calendar.h"
#include "core/read/times/timesreader.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <charconv>

namespace countercheck::read {

using text::Tag;
using text::TokenKind;

TimesReader::Index TimesReader::unit(Index i) {
    const UnitWord unit{i, value(i, Tag::TimeUnit), has(i, Tag::Plural), i > floor_ ? i - 1 : end_};
    if (french())
        if (const Index next = frenchPeriod(i, unit.u); next != i)
            return next;
    if (value(i, Tag::TimeWord) == "weak" && !shortUnitFits(unit))
        return i;
    return unit.plural ? pluralUnit(unit) : singularUnit(unit);
}

/// "week 31", "the year after next", "a quarter to five", "last month": the first production that knows the unit
/// decides. What is cheap to ask is asked before the call.
TimesReader::Index TimesReader::singularUnit(const UnitWord& unit) {
    const auto& [i, u, plural, p] = unit;
    std::optional<Index> next;
    if ((offhand_ && (next = hourAndHalf(unit))) || (next = calendarUnit(unit)) ||
        (u == "week" && (next = weekNumber(unit))) || (next = unitEdge(unit)) ||
        (isAny<"before", "after">(i + 1) && (next = besideUnit(unit))) || (next = endOfUnit(unit)) ||
        (next = clockUnits(unit)) ||
        ((kind(i + 1, TokenKind::Hyphen) || kind(p, TokenKind::Hyphen)) && (next = hyphenatedUnit(unit))) ||
        (next = unitLength(unit)) || (is(p, "this") && (next = restOfThis(unit))) || (next = pointedUnit(unit)) ||
        (next = everyNth(unit)) || ((u == "half" || u == "quarter") && (next = nthOfYear(unit))) ||
        (next = thePeriod(unit)) || (u == "day" && (next = restOfDay(unit))) || (next = edgeOfUnit(unit)) ||
        (u == "weekend" && (next = weekend(unit))) || (u == "night" && (next = namedNight(unit))) ||
        (is(p, "per") && (next = perUnit(unit))) || (next = wholeUnit(unit)))
        return *next;
    return i;
}

/// The same for "two weeks", "recent years", "nights and weekends", "for years".
TimesReader::Index TimesReader::pluralUnit(const UnitWord& unit) {
    const auto& [i, u, plural, p] = unit;
    std::optional<Index> next;
    if ((next = calendarUnit(unit)) || (next = unitEdge(unit)) || (next = clockUnits(unit)) ||
        ((kind(i + 1, TokenKind::Hyphen) || kind(p, TokenKind::Hyphen)) && (next = hyphenatedUnit(unit))) ||
        (next = unitLength(unit)) || (next = pointedUnit(unit)) || (u == "weekend" && (next = weekend(unit))) ||
        (next = daysAndNights(unit)) || (u == "hour" && (next = earlyHours(unit))) || (next = vagueLength(unit)) ||
        (next = barePlural(unit)))
        return *next;
    return i;
}

/// Is a short form that is more often something else ("sec", "mo") a unit here? "5 min", "two secs", "next wk"
bool TimesReader::shortUnitFits(const UnitWord& unit) const {
    const auto& [i, u, plural, p] = unit;
    return (i > floor_ && kind(i - 1, TokenKind::Number)) ||
           (offhand_ && plural && inside(i - 1) && // two secs
            (has(i - 1, Tag::Number) || isAny<"few", "couple", "several">(i - 1))) ||
           (offhand_ && !clockUnit(u) && inside(i - 1) && deixisAt(i - 1) != Deixis::None); // next wk
}

/// "hour and a half": a typed line that begins without its article.
std::optional<TimesReader::Index> TimesReader::hourAndHalf(const UnitWord& unit) {
    const auto& [i, u, plural, p] = unit;
    if (i == first_ && is(i + 1, "and") && is(i + 2, "a") && is(i + 3, "half") && inside(i + 3) &&
        (u == "hour" || u == "day" || u == "week" || u == "month" || u == "year"))
        return emit(i, i + 4, TimeType::Duration, TimeMod::None, durationValue(1500, u), std::nullopt, "length");
    return std::nullopt;
}

/// "year-old", "decades-long", "a year-ago", "by year-end", "three-day": what hangs on a hyphen.
std::optional<TimesReader::Index> TimesReader::hyphenatedUnit(const UnitWord& unit) {
    const auto& [i, u, plural, p] = unit;
    const bool behind = kind(p, TokenKind::Hyphen) && glued(p); // three-day
    if (!kind(i + 1, TokenKind::Hyphen) || !glued(i + 1))
        return behind ? std::optional(compound(i, u)) : std::nullopt;
    if (isAny<"old", "olds", "on", "over", "to", "by">(i + 2))
        return i; // year-old, year-on-year, day-to-day
    if (is(i + 2, "long") && behind)
        return compound(i, u);
    if (is(i + 2, "long") && p < end_) { // a year-long, decades-long
        return emit(i, i + 3, TimeType::Duration, TimeMod::None, durationValue(plural ? -1 : 1000, u), std::nullopt,
                    "unit-long");
    }
    if (isAny<"ago", "earlier">(i + 2) && !plural && monthsIn(u) != 0 && kind(p, TokenKind::Hyphen) == false) {
        const Index next = u == "year" ? yearAgo(i) : i;
        return next != i ? next : shift(i, i + 3, 1000, u, -1, true, "ago");
    }
    if ((u == "year" || u == "quarter" || u == "month") && is(i + 2, "end")) {
        Piece piece;
        piece.first = i;
        piece.end = i + 3;
        piece.mod = TimeMod::End;
        piece.rule = "year-end";
        if (today_)
            piece.time.setPeriod(u, *today_, 0);
        return emit(piece);
    }
    return i;
}

/// "every two weeks" and lengths in general
std::optional<TimesReader::Index> TimesReader::unitLength(const UnitWord& unit) {
    const auto& [i, u, plural, p] = unit;
    if (u == "half" || u == "weekday" || p >= end_)
        return std::nullopt;
    const auto amount = amountBefore(i);
    if (!amount)
        return std::nullopt;
    if (french())
        return frenchLength(unit, *amount);
    // A singular needs one of it, a plural more.
    const bool one = amount->thousandths > 0 && amount->thousandths <= 1000;
    // a 25 minute timer
    const bool attribute = !plural && !one && !amount->vague() && u != "night" && u != "weekend" && u != "quarter" &&
                           (u != "second" || (amount->digits && offhand_)) && nounFollows(i + 1) &&
                           !kind(i + 1, TokenKind::Hyphen);
    const bool shortForm = attribute || (amount->digits && value(i, Tag::TimeWord) == "weak"); // 1 h
    if ((one || !plural) && !(one && !plural) && !shortForm &&
        !(amount->digits && plural && amount->thousandths % 1000 != 0) &&
        !(amount->digits && !plural && amount->thousandths <= 1000) && u != "weekend")
        return i;
    if ((u == "second" && !plural && !attribute) ||
        (u == "quarter" && amount->thousandths > 0 && amount->thousandths < 5000 && !is(i - 1, "consecutive") &&
         !is(i - 1, "straight") && !is(i - 1, "few") && !is(i + 1, "ago") &&
         !(amount->first > floor_ && deixisAt(amount->first - 1) != Deixis::None)))
        return i;
    if (amount->digits && amount->thousandths >= 1900000 && u != "day" && !token(i - 1).has(text::HasComma))
        return i; // "the 2016 years"
    return counted(i, *amount, u);
}

/// "il y a deux ans", "trois jours"; ages are left to the figures.
TimesReader::Index TimesReader::frenchLength(const UnitWord& unit, const Amount& amount) {
    const auto& [i, u, plural, p] = unit;
    if (u == "second" || u == "quarter" || u == "night" || (deixisAt(i - 1) != Deixis::None))
        return i;
    const Index before = amount.first > 0 ? amount.first - 1 : 0;
    const bool age =
        u == "year" &&
        ((is(before, "de") && text(before - 1).starts_with("âg")) ||
         (kind(before, TokenKind::Comma) && (kind(i + 1, TokenKind::Comma) || kind(i + 1, TokenKind::Stop))) ||
         kind(before, TokenKind::OpenBracket));
    if (age && amount.first >= 2)
        return i;
    if (is(before, "a") && is(before - 1, "y") && is(before - 2, "il") && before >= floor_ + 2)
        return shift(before - 2, i + 1, amount.thousandths, u, -1, false, "il-y-a");
    return counted(i, amount, u);
}

/// "every single day", "every other day", "every third day"
std::optional<TimesReader::Index> TimesReader::everyNth(const UnitWord& unit) {
    const auto& [i, u, plural, p] = unit;
    if (is(p, "single") && p > floor_ && deixisAt(p - 1) == Deixis::Habit && !clockUnit(u)) // every single day
        return emit(p - 1, i + 1, TimeType::Set, TimeMod::None, durationValue(1000, u), std::nullopt, "every");
    if (is(p, "other") && p > floor_) {
        if (is(p - 1, "every")) // every other day
            return emit(isAny<"once", "twice">(p - 2) && inside(p - 2) ? p - 2 : p - 1, i + 1, TimeType::Set,
                        TimeMod::None, u == "weekend" ? std::string("XXXX-WXX-WE") : durationValue(2000, u),
                        std::nullopt, "every-other");
        if (is(p - 1, "the") && u == "day")
            return emit(p - 1, i + 1, TimeType::Date, TimeMod::None, "PAST_REF", std::nullopt, "reference");
    }
    if (is(p - 1, "every") && inside(p) && p > floor_ && ordinalDay(p) > 1) // every third day
        return emit(p - 1, i + 1, TimeType::Set, TimeMod::None, durationValue(ordinalDay(p) * 1000, u), std::nullopt,
                    "every-nth");
    return std::nullopt;
}

/// "once per week", "four times per week"
std::optional<TimesReader::Index> TimesReader::perUnit(const UnitWord& unit) {
    const auto& [i, u, plural, p] = unit;
    if (is(p, "per") && inside(p) && !has(p - 1, Tag::Unit) && u != "half" && u != "second") {
        Index first = p;
        if (isAny<"once", "twice">(p - 1) && inside(p - 1))
            first = p - 1;
        else if (is(p - 1, "times") && p > floor_ + 1) // four times per week
            if (const auto times = amountBefore(p - 1); times && !times->article)
                first = times->first;
        return emit(first, i + 1, TimeType::Set, TimeMod::None, durationValue(1000, u), std::nullopt, "rate");
    }
    return std::nullopt;
}

/// "recent years", "the weeks that followed", "in the days before the vote", "the hours leading up to it"
std::optional<TimesReader::Index> TimesReader::vagueLength(const UnitWord& unit) {
    const auto& [i, u, plural, p] = unit;
    if (isAny<"recent">(p) && !clockUnit(u))
        return emit(p, i + 1, TimeType::Date, TimeMod::None, "PAST_REF", std::nullopt, "recent");
    if (u != "second" && u != "half" && u != "quarter" && is(p, "the") && inside(p) &&
        isAny<"in", "during", "over", "for", "through", "throughout">(p - 1) &&
        ((is(i + 1, "that") && isAny<"followed", "preceded", "follow">(i + 2)) ||
         isAny<"before", "after", "since", "following", "preceding", "ahead">(i + 1) ||
         (is(i + 1, "leading") && isAny<"up", "to">(i + 2)) || (is(i + 1, "to") && is(i + 2, "come"))))
        return emit(p, i + 1, TimeType::Duration, TimeMod::None, durationValue(-1, u), std::nullopt, "vague-length");
    return std::nullopt;
}

/// "it took months or even years": the unit goes on with the vague length before it.
bool TimesReader::listedLength(const UnitWord& unit) const {
    const auto& [i, u, plural, p] = unit;
    const TimeMention* last = out_.times.empty() ? nullptr : &out_.times.back();
    if (last == nullptr || last->sentence != sentence_ || last->type != TimeType::Duration ||
        last->value.find('X') == std::string::npos || last->endToken >= i || last->endToken + 4 <= i)
        return false;
    bool listed = isAny<"or", "even", "perhaps", "maybe", "possibly">(p); // it took months or even years
    for (Index k = last->endToken; k < i; ++k)
        listed = listed &&
                 (kind(k, TokenKind::Comma) || isAny<"or", "even", "if", "not", "perhaps", "maybe", "possibly">(k));
    return listed;
}

/// Do the words around a plural ask for a length? "for years", "spent weeks", "days after the vote", "years of work"
bool TimesReader::lengthExpected(const UnitWord& unit) const {
    const auto& [i, u, plural, p] = unit;
    if (isAny<"for", "in", "within", "over", "after", "through", "spent", "took", "takes", "lasted", "lasting", "last",
              "take">(p) &&
        !nounFollows(i + 1) && !(is(p, "in") && u == "day"))
        return true;
    if (isAny<"after", "before">(i + 1) && !isAny<"few", "several", "many">(p) &&
        (i == first_ || kind(p, TokenKind::Comma) || has(p, Tag::Adverb) || has(p, Tag::VerbPast) ||
         isAny<"him", "her", "them", "it", "us", "be", "been", "was", "is", "take", "takes">(p) ||
         (kind(p, TokenKind::Word) && (lexicon_.use(token(p).word).forms & text::VerbPastTense) != 0)) &&
        inside(i + 2) && kind(i + 2, TokenKind::Word))
        return true;
    return is(i + 1, "of") &&
           !(p < end_ && (has(p, Tag::Det) || has(p, Tag::Poss) || has(p, Tag::Adjective) || capital(p))) &&
           (u == "year" || u == "month" || u == "week" || u == "decade" || u == "day" || u == "hour" ||
            u == "century") &&
           !is(i + 2, "the");
}

/// Bare plurals: "for years", "hours later", "months ago"
std::optional<TimesReader::Index> TimesReader::barePlural(const UnitWord& unit) {
    const auto& [i, u, plural, p] = unit;
    if (clockUnit(u) && u != "hour" && u != "minute")
        return std::nullopt;
    if (is(i + 1, "ago"))
        return emit(i, i + 2, TimeType::Date, TimeMod::None, "PAST_REF", std::nullopt, "ago-vague");
    if (isAny<"later", "earlier">(i + 1) && !is(p, "the"))
        return emit(i, i + 2, TimeType::Duration, TimeMod::None, durationValue(-1, u), std::nullopt, "vague-length");
    if (listedLength(unit) || lengthExpected(unit))
        return emit(i, i + 1, TimeType::Duration, TimeMod::None, durationValue(-1, u), std::nullopt, "vague-length");
    return std::nullopt;
}

/// "all day", "a whole year" stands with its article, "the entire month"
std::optional<TimesReader::Index> TimesReader::wholeUnit(const UnitWord& unit) {
    const auto& [i, u, plural, p] = unit;
    if (is(p, "all") && inside(p) && !clockUnit(u) &&
        (!nounFollows(i + 1) || has(i + 1, Tag::Weekday) || has(i + 1, Tag::TimeRef)))
        return emit(p, i + 1, TimeType::Duration, TimeMod::None, durationValue(1000, u), std::nullopt, "whole-unit");
    if (isAny<"whole", "entire", "full">(p) && !clockUnit(u) && is(p - 1, "the") && inside(p - 1) &&
        (u == "year" || u == "month" || u == "week" || u == "day" || u == "decade"))
        return emit(p - 1, i + 1, TimeType::Duration, TimeMod::None, durationValue(1000, u), std::nullopt,
                    "whole-unit");
    return std::nullopt;
}

/// "three-day", "six-month-long", "first-quarter", "two-and-a-half-hour"; ages are left to the figures.
TimesReader::Index TimesReader::compound(Index i, std::string_view u) {
    const Index hyphen = i - 1;
    if (isAny<"old", "olds">(i + 1))
        return i;
    Index end = i + 1;
    if (kind(end, TokenKind::Hyphen) && glued(end)) {
        if (is(end + 1, "long"))
            end += 2;
        else if (isAny<"old", "olds">(end + 1))
            return i;
    }
    if ((u == "quarter" || u == "half") && hyphen > floor_ && ordinalDay(hyphen - 1) > 0 && u == "quarter" &&
        ordinalDay(hyphen - 1) <= 4) {
        Piece piece;
        piece.first = hyphen - 1;
        piece.end = end;
        piece.rule = "quarter";
        piece.time.quarter = ordinalDay(hyphen - 1);
        if (const int y = hyphen > floor_ + 1 ? plainNumber(hyphen - 2, 4) : -1; y >= 1900 && y <= 2060) {
            piece.time.year = y; // its 2008 second-quarter results
            piece.first = hyphen - 2;
        } else if (today_) {
            const CivilDate now = civilFromDays(*today_);
            piece.time.year = now.year - (piece.time.quarter > (now.month + 2) / 3 ? 1 : 0);
        }
        return emit(piece);
    }
    if (u == "half" || u == "quarter" || u == "weekday")
        return i;
    const auto amount = amountBefore(hyphen);
    if (!amount || amount->article ||
        (kind(amount->first, TokenKind::Number) && amount->first > floor_ && kind(amount->first - 1, TokenKind::Slash)))
        return i;
    if (u == "second" &&
        (amount->thousandths <= 1000 || (!amount->digits && amount->thousandths >= 20000 &&
                                         (has(amount->first - 1, Tag::Poss) || is(amount->first - 1, "the")))))
        return i; // "the twenty-second attempt"
    Index first = amount->first;
    TimeMod mod = TimeMod::None;
    hedgeBefore(first, mod);
    return emit(first, end, TimeType::Duration, mod, durationValue(amount->thousandths, u), std::nullopt,
                "length-compound");
}

} // namespace countercheck::read
