// SPDX-License-Identifier: GPL-3.0-or-later
// Times at a distance ("two days ago"), periods that the calendar knows ("last week"), habits, and words that only
// refer
// ("now", "recently").
#include "core/read/calendar.h"
#include "core/read/times/timesreader.h"

#include <algorithm>

namespace countercheck::read {

using text::Tag;
using text::TokenKind;

namespace {

/// The day `steps` days from Monday to Friday away from `day`.
std::int64_t workingDay(std::int64_t day, int steps) {
    for (const int step = steps < 0 ? -1 : 1; steps != 0; steps -= step)
        do
            day += step;
        while (weekdayOf(day) > 5);
    return day;
}

} // namespace

/// A time at a distance from publication, or from the time that the text named last.
TimesReader::Index TimesReader::shift(Index first, Index end, std::int64_t thousandths, std::string_view u,
                                      int direction, bool fromMention, const char* rule, std::int64_t days) {
    TimeMod mod = TimeMod::None;
    // The caller took a hedge into the span ("about three weeks ago").
    if (const auto hedge = lexicon_.match(reading_, first, text::tagBit(Tag::Hedge)); hedge && hedge->endToken < end)
        mod = modOfHedge(lexicon_.value(hedge->entry, Tag::Hedge));
    else if (const auto inner =
                 is(first, "in") ? lexicon_.match(reading_, first + 1, text::tagBit(Tag::Hedge)) : std::nullopt;
             inner && inner->endToken < end) // "in about 40 minutes"
        mod = modOfHedge(lexicon_.value(inner->entry, Tag::Hedge));
    if (mod == TimeMod::None && is(end - 1, "so") && is(end - 2, "or"))
        mod = TimeMod::Approx; // in a week or so
    const TimeMod length = mod;
    mod = modOfPoint(mod, direction);
    std::optional<std::int64_t> base = anchor_;
    bool baseHasClock = anchorHasClock_, baseQuarter = false;
    if (fromMention) {
        base.reset();
        const Grain needed = u == "year" || u == "decade" || u == "century" ? Grain::Year
                             : u == "month" || u == "quarter"               ? Grain::Month
                                                                            : Grain::Day;
        if (const TimeMention* before = earlierIn(needed)) {
            base = before->resolved->from;
            baseHasClock = before->resolved->grain >= Grain::Hour;
            baseQuarter = before->resolved->grain == Grain::Quarter;
        } else if (needed == Grain::Year && anchor_ && direction < 0) { // "from a year earlier"
            base = anchor_;
        }
        if (!base && offhand_ && (imperative(first) || alone(first, end) || tenseAt(first, end) == Tense::Future))
            base = anchor_; // "move it to a week later"
        if (!base && direction < 0 && thousandths == 1000)
            base = anchor_;  // "than a day earlier": seen from the report's own day
        if (thousandths < 0) // a length that something else will place
            return emit(first, end, TimeType::Duration, length, durationValue(thousandths, u), std::nullopt, "length",
                        rule);
    }
    if (thousandths < 0) { // "a few months ago": between one unit and about ten
        std::optional<TimeSpan> resolved;
        if (base && !clockUnit(u)) {
            const std::int64_t near = moved(*base, direction * 1000, u), far = moved(*base, direction * 11000, u);
            resolved = TimeSpan{dayOfSecond(std::min(near, far)) * secondsPerDay,
                                dayOfSecond(std::max(near, far)) * secondsPerDay + secondsPerDay,
                                monthsIn(u) >= 12 ? Grain::Year
                                : monthsIn(u) > 0 ? Grain::Month
                                                  : Grain::Day};
        }
        return emit(first, end, clockUnit(u) ? TimeType::Time : TimeType::Date, TimeMod::None,
                    direction < 0 ? "PAST_REF" : "FUTURE_REF", resolved, rule, "vague");
    }
    Piece piece;
    piece.first = first;
    piece.end = end;
    piece.mod = mod;
    piece.rule = rule;
    PartialTime& time = piece.time;
    if (!base) {
        const char* unknown = clockUnit(u)        ? "XXXX-XX-XXTXX:XX"
                              : monthsIn(u) >= 12 ? "XXXX"
                              : monthsIn(u) > 0   ? "XXXX-XX"
                              : u == "week"       ? "XXXX-WXX"
                                                  : "XXXX-XX-XX";
        return emit(first, end, clockUnit(u) ? TimeType::Time : TimeType::Date, mod, unknown, std::nullopt, rule);
    }
    const std::int64_t at = moved(*base, direction * thousandths, u) + direction * days * secondsPerDay;
    const std::int64_t day = dayOfSecond(at);
    if (days != 0) { // three months and two weeks ago
        time.setDay(day);
        return emit(piece);
    }
    if (clockUnit(u)) {
        if (!baseHasClock)
            return emit(first, end, TimeType::Time, mod, isoTime(dayOfSecond(*base) * secondsPerDay) + "TXX:XX",
                        std::nullopt, rule);
        const std::int64_t rest = at - day * secondsPerDay;
        time.setDay(day);
        if (time.year < 0 || time.year > 9999)
            return first;
        time.hour = static_cast<int>(rest / 3600);
        time.minute = static_cast<int>(rest / 60 % 60);
        if (u == "second")
            time.second = static_cast<int>(rest % 60);
        return emit(piece);
    }
    const CivilDate date = civilFromDays(day);
    if (u == "weekend" && thousandths % 1000 == 0 && thousandths <= 60000) { // two weekends ago
        const std::int64_t weeks = direction * thousandths / 1000;
        const IsoWeek week = isoWeekOf(weekdayOnOrBefore(dayOfSecond(*base), 1) + 5 + 7 * weeks);
        time.year = week.year;
        time.week = week.week;
        time.weekend = true;
        return emit(piece);
    }
    if ((u == "week" || u == "fortnight") && thousandths % 1000 == 0) {
        const IsoWeek week = isoWeekOf(day);
        time.year = week.year;
        time.week = week.week;
        if (fromMention)
            time = {}, time.setDay(day);
    } else if (monthsIn(u) == 0) {
        bool working = false; // "in three business days" passes over Saturdays and Sundays
        for (Index k = first; k < end; ++k)
            working = working || isAny<"business", "working", "trading">(k);
        time.setDay(working && u == "day" && thousandths <= 1000000
                        ? workingDay(dayOfSecond(*base), direction * static_cast<int>(thousandths / 1000))
                        : day);
        extendRight(piece);
    } else {
        time.year = date.year;
        if (monthsIn(u) < 12 || (thousandths % 1000 != 0 && u == "year"))
            time.month = date.month;
        if (u == "quarter" || (u == "year" && baseQuarter && thousandths % 1000 == 0)) {
            time.month = 0; // "third-quarter income rose from a year earlier": that of a year before
            time.quarter = (date.month + 2) / 3;
        }
    }
    if (time.year < 0 || time.year > 9999)
        return first;
    return emit(piece);
}

/// "last week", "this year", "the following day", "each month", "the weekend". `first`: the deictic word.
TimesReader::Index TimesReader::period(Index i, Index first, Deixis deixis, std::string_view u) {
    const bool plural = has(i, Tag::Plural) && value(i, Tag::TimeWord) != "weak"; // "next wk" is one
    Index end = i + 1;
    bool article = first > floor_ && (is(first - 1, "the") || (is(first, "same") && is(first - 1, "that")) ||
                                      (is(first - 1, "this") && isAny<"coming", "upcoming">(first)));
    const bool past = is(first, "past") && deixis == Deixis::Last;
    if (deixis == Deixis::Last || deixis == Deixis::This || deixis == Deixis::Next)
        if (const Index next = ordinalOfMonth(i, first, deixis); next != i)
            return next;
    if (deixis == Deixis::Habit) {
        if (plural)
            return i;
        if (u == "night")
            return dayPart(i);
        if (Index ordinal = 0; u == "month" && is(first - 1, "of") && inside(first - 1)) // the first of every month
            if (const int day = ordinalBefore(first - 1, ordinal); day > 0 && is(ordinal - 1, "the")) {
                PartialTime time;
                time.day = day;
                return emit(ordinal - 1, end, TimeType::Set, TimeMod::None, timexValue(time), std::nullopt, "every");
            }
        if (isAny<"once", "twice">(first - 1) && inside(first - 1) && !clockUnit(u) && u != "weekend" &&
            u != "weekday" && u != "half") // once every quarter
            return emit(first - 1, end, TimeType::Set, TimeMod::None, u == "quarter" ? "P3M" : durationValue(1000, u),
                        std::nullopt, "every");
        if (u == "quarter")
            return emit(first, end, TimeType::Set, TimeMod::None, "P3M", std::nullopt, "every");
        if (u == "half")
            return i;
        if (u == "weekend" || u == "weekday") {
            return daysWithHour(first, end, u == "weekend" ? "XXXX-WXX-WE" : "XXXX-WXX-WD", "every");
        }
        if (u == "day" && is(end, "at"))
            if (const auto c = clockAt(end + 1);
                c && (c->sure || c->minute >= 0 || (c->hour <= 12 && bareHourFits(*c)))) { // every day at 8 a.m.
                PartialTime time;
                time.hour = c->hour;
                time.minute = c->minute;
                return emit(first, c->end, TimeType::Set, TimeMod::None, timexValue(time), std::nullopt, "every");
            }
        return emit(first, end, TimeType::Set, TimeMod::None, durationValue(1000, u), std::nullopt, "every");
    }
    if (u == "year" && kind(i + 1, TokenKind::Apostrophe) && !plural && today_ &&
        (deixis == Deixis::Last || deixis == Deixis::This || deixis == Deixis::Next)) {
        // last year's fourth quarter
        const Index nth = is(i + 2, "s") ? i + 3 : i + 2;
        const std::string_view part = inside(nth + 1) ? value(nth + 1, Tag::TimeUnit) : std::string_view{};
        const int n = ordinalDay(nth);
        if (n > 0 && ((part == "quarter" && n <= 4) || (part == "half" && n <= 2)) && !has(nth + 1, Tag::Plural)) {
            Piece piece;
            piece.first = first;
            piece.end = nth + 2;
            piece.rule = part == "half" ? "half-year" : "quarter";
            piece.time.year = civilFromDays(*today_).year + (deixis == Deixis::Last   ? -1
                                                             : deixis == Deixis::Next ? 1
                                                                                      : 0);
            (part == "half" ? piece.time.half : piece.time.quarter) = n;
            return emit(piece);
        }
    }
    if (u == "night" && !plural)
        return dayPart(i);
    if (u == "half" || u == "weekday" || (u == "day" && deixis == Deixis::This && !plural))
        return i;
    if (isAny<"or">(end) && is(end + 1, "two") && !plural && deixis != Deixis::Habit) { // the next day or two
        const Index from = article ? first - 1 : first;
        return emit(from, end + 2, TimeType::Duration, TimeMod::None, durationValue(-1, u), std::nullopt, "length",
                    "deixis");
    }
    if (plural) {
        if (is(first, "these") && u == "day")
            return emit(first, end, TimeType::Date, TimeMod::None, "PRESENT_REF", std::nullopt, "these-days");
        if (is(first, "these") || clockUnit(u))
            return i;
        Index begin = article ? first - 1 : first;
        if (deixis == Deixis::Next)
            return emit(begin, end, TimeType::Date, TimeMod::None, "FUTURE_REF", std::nullopt, "coming");
        if (deixis == Deixis::Last || deixis == Deixis::Previous)
            return emit(begin, end, TimeType::Date, TimeMod::None, "PAST_REF", std::nullopt, "past");
        return i;
    }
    if (clockUnit(u)) {
        if ((u == "hour" || (u == "minute" && offhand_)) && article &&
            (deixis == Deixis::Last || deixis == Deixis::Next || deixis == Deixis::Previous))
            return emit(first - 1, end, TimeType::Duration, TimeMod::None, durationValue(1000, u), std::nullopt,
                        "length", "deixis");
        return i;
    }
    const bool thisPast = past && is(first - 1, "this") && inside(first - 1); // "this past week"
    if (thisPast)
        --first;
    if ((article || past) && !thisPast &&
        (deixis == Deixis::Last || (deixis == Deixis::Next && !is(first, "coming") && u != "day")) && u != "weekend" &&
        u != "quarter" && !is(first, "latest")) {
        // "over the past year": a length that ends now
        std::optional<TimeSpan> resolved;
        if (anchor_) {
            const std::int64_t other = moved(*anchor_, deixis == Deixis::Last ? -1000 : 1000, u);
            resolved = TimeSpan{std::min(*anchor_, other), std::max(*anchor_, other),
                                monthsIn(u) != 0 ? Grain::Month : Grain::Day};
        }
        const bool half = is(end, "and") && is(end + 1, "a") && is(end + 2, "half") && inside(end + 2);
        if (half && resolved) // "the past year and a half"
            (deixis == Deixis::Last ? resolved->from : resolved->to) =
                moved(*anchor_, deixis == Deixis::Last ? -1500 : 1500, u);
        return emit(article ? first - 1 : first, half ? end + 3 : end, TimeType::Duration, TimeMod::None,
                    durationValue(half ? 1500 : 1000, u), resolved, "length", "deixis");
    }
    // What the calendar calls it.
    std::optional<std::int64_t> base = today_;
    if (deixis == Deixis::This && first == i) // the end of the month, in a story of years ago
        if (const TimeMention* story = storyDate())
            base = dayOfSecond(story->resolved->from);
    int steps = deixis == Deixis::Last ? -1 : deixis == Deixis::Next ? 1 : 0;
    bool anaphoric = false;
    if (deixis == Deixis::Same || deixis == Deixis::Following || deixis == Deixis::Previous ||
        (deixis == Deixis::Next && u == "day")) {
        anaphoric = true;
        if (deixis == Deixis::Same && is(first, "that") && nounFollows(end))
            return i;
        const Grain needed = u == "year" || u == "decade" || u == "century" ? Grain::Year
                             : u == "quarter"                               ? Grain::Quarter
                             : u == "month"                                 ? Grain::Month
                                                                            : Grain::Day;
        const TimeMention* before = earlierIn(needed);
        base.reset();
        if (before != nullptr)
            base = dayOfSecond(before->resolved->from);
        else if (today_ && u != "day" && u != "weekend" && deixis == Deixis::Previous)
            base = today_;
        else if (today_ && u == "day" && (deixis == Deixis::Previous || (deixis == Deixis::Same && is(first, "same"))))
            base = today_; // no other day is named: seen from the report's own
        else if (today_ && deixis == Deixis::Following && u != "day" && alone(first, end))
            base = today_; // "the following week", typed alone
        steps = deixis == Deixis::Same ? 0 : deixis == Deixis::Previous ? -1 : 1;
    }
    Piece piece;
    piece.first = (article || is(first, "the")) && inside(first - 1) && article ? first - 1 : first;
    piece.end = end;
    piece.rule = anaphoric ? "period-of-mention" : "period";
    // "early this week", "later this month", "the end of last year"
    const Index core = piece.first;
    if (core > floor_ && deixis != Deixis::None) {
        const Index p = core - 1;
        if (isAny<"early", "earlier", "late", "later", "mid">(p)) {
            piece.mod = isAny<"early", "earlier">(p) ? TimeMod::Start : is(p, "mid") ? TimeMod::Mid : TimeMod::End;
            piece.first = p;
        } else if (is(p, "of") && p > floor_ && isAny<"beginning", "start", "end", "middle", "close">(p - 1)) {
            piece.mod = isAny<"end", "close">(p - 1) ? TimeMod::End
                        : is(p - 1, "middle")        ? TimeMod::Mid
                                                     : TimeMod::Start;
            piece.first = is(p - 2, "the") && inside(p - 2) ? p - 2 : p - 1;
        }
    }
    PartialTime& time = piece.time;
    if (!base && u == "day" && kind(end, TokenKind::Comma)) // "the next day, March 16": its date follows
        if (auto date = dateAt(end + 1); date && date->time.day != 0 && date->time.month != 0) {
            resolve(*date, Deixis::None);
            if (date->time.hasFullDate()) {
                time.setDay(date->time.dayNumber());
                return emit(piece);
            }
        }
    if (!base) {
        const char* unknown = u == "day"                      ? "XXXX-XX-XX"
                              : u == "week" || u == "weekend" ? "XXXX-WXX"
                              : u == "month"                  ? "XXXX-XX"
                              : u == "quarter"                ? "XXXX-QX"
                                                              : "XXXX";
        return emit(piece.first, end, TimeType::Date, piece.mod, u == "weekend" ? "XXXX-WXX-WE" : unknown, std::nullopt,
                    piece.rule);
    }
    if (u == "day") {
        time.setDay(*base + steps);
    } else if (u == "week" || u == "fortnight") {
        const IsoWeek week = isoWeekOf(*base + std::int64_t{7} * steps);
        time.year = week.year;
        time.week = week.week;
        if (const Index on = is(end, "on") ? end + 1
                             : offhand_    ? end
                                           : end_;
            u == "week" && !anaphoric && has(on, Tag::Weekday) && !has(on, Tag::Plural) &&
            piece.mod == TimeMod::None) { // next week (on) Thursday
            time = {};
            time.setDay(weekdayOnOrBefore(*base + std::int64_t{7} * steps, 1) + number(on, Tag::Weekday) - 1);
            piece.end = on + 1;
            extendRight(piece);
        }
    } else if (u == "weekend") {
        // The weekend of this week, unless the verb tells of the past: then the last one that has begun.
        std::int64_t saturday = weekdayOnOrBefore(*base, 1) + 5;
        if (deixis == Deixis::None || deixis == Deixis::This) {
            const Tense tense = tenseAt(first, end);
            if (saturday > *base && (tense == Tense::Past || (tense == Tense::Unknown && deixis == Deixis::None)))
                saturday -= 7;
        } else if (deixis == Deixis::Last) {
            saturday -= 7;
        } else if (deixis == Deixis::Next && !isAny<"coming", "upcoming">(first)) {
            saturday += 7;
        }
        const IsoWeek week = isoWeekOf(saturday);
        time.year = week.year;
        time.week = week.week;
        time.weekend = true;
    } else if (u == "half" || !time.setPeriod(u, *base, steps)) {
        return i;
    }
    if (u == "day")
        extendRight(piece);
    return emit(piece);
}

/// French puts "last" and "next" behind the unit, or between the number and it.
TimesReader::Index TimesReader::frenchPeriod(Index i, std::string_view u) {
    const bool behind = deixisAt(i + 1) == Deixis::Last || deixisAt(i + 1) == Deixis::Next;
    const bool between = deixisAt(i - 1) == Deixis::Last || deixisAt(i - 1) == Deixis::Next;
    if ((!behind && !between) || clockUnit(u) || !today_)
        return i;
    const bool last = deixisAt(behind ? i + 1 : i - 1) == Deixis::Last;
    const Index end = behind ? i + 2 : i + 1;
    Index first = behind ? i : i - 1;
    if (between) { // les trois derniers mois, ces dernières années, au cours des derniers mois
        const auto amount = amountBefore(first);
        if (amount)
            first = amount->first;
        if (first > floor_ && isAny<"les", "ces", "le", "la">(first - 1))
            --first;
        return emit(first, end, amount ? TimeType::Duration : TimeType::Date, TimeMod::None,
                    amount ? durationValue(amount->thousandths, u)
                    : last ? "PAST_REF"
                           : "FUTURE_REF",
                    std::nullopt, "french-period");
    }
    if (first > floor_ && isAny<"la", "le", "l'", "l’">(first - 1))
        --first;
    if (u == "night" || u == "half")
        return i;
    const int step = last ? -1 : 1;
    const CivilDate now = civilFromDays(*today_);
    Piece piece;
    piece.first = first;
    piece.end = end;
    piece.rule = "french-period";
    if (u == "day") {
        piece.time.setDay(*today_ + step);
    } else if (u == "week") {
        const IsoWeek week = isoWeekOf(*today_ + 7 * step);
        piece.time.year = week.year;
        piece.time.week = week.week;
    } else if (u == "year") {
        piece.time.year = now.year + step;
    } else if (u == "decade") {
        piece.time.decade = now.year / 10 + step;
    } else if (u == "century") {
        piece.time.century = now.year / 100 + step;
    } else {
        const CivilDate month = addMonths({now.year, now.month, 1}, u == "quarter" ? 3 * step : step);
        piece.time.year = month.year;
        (u == "quarter" ? piece.time.quarter : piece.time.month) = u == "quarter" ? (month.month + 2) / 3 : month.month;
    }
    return emit(piece);
}

TimesReader::Index TimesReader::habit(Index i) {
    // "the daily El País" and "Daily Mail" are newspapers
    if (capital(i) && i > reading_.sentences[sentence_].firstToken)
        return i;
    if (capital(i + 1) && kind(i + 1, TokenKind::Word) && !token(i + 1).has(text::AllCaps))
        return i;
    if (capital(i - 1) && kind(i - 1, TokenKind::Word) && i - 1 > reading_.sentences[sentence_].firstToken &&
        (kind(i + 1, TokenKind::Comma) || is(i + 1, "newspaper")))
        return i;
    std::string habit(value(i, Tag::TimeRef).substr(4));
    Index first = i;
    if (kind(i - 1, TokenKind::Hyphen) && glued(i) && isAny<"bi", "semi">(i - 2) && habit.starts_with("P1")) {
        first = i - 2; // bi-weekly
        if (is(first, "bi") && isAny<"annual", "annually">(i))
            habit = "P6M";
        else if (is(first, "bi"))
            habit[1] = '2';
        else
            habit = habit == "P1Y" ? "P6M" : "P0.5" + habit.substr(2);
    }
    if (isAny<"once", "twice">(first - 1) && inside(first - 1))
        --first; // twice daily
    else if (is(first - 1, "times") && inside(first - 2) &&
             (has(first - 2, Tag::Number) || plainNumber(first - 2, 2) > 0))
        first -= 2;                                        // four times daily
    if (habit == "P1D" && first == i && is(i + 1, "at")) { // nightly at 2 a.m.
        Piece piece;
        piece.first = i;
        piece.end = i + 1;
        piece.set = true;
        piece.rule = "habit";
        clockOfHabit(piece);
        if (piece.end > i + 1)
            return emit(piece);
    }
    return emit(first, i + 1, TimeType::Set, TimeMod::None, std::move(habit), std::nullopt, "habit");
}

TimesReader::Index TimesReader::reference(Index i) {
    const std::string_view ref = value(i, Tag::TimeRef);
    if (ref.starts_with("day:") || ref == "tonight")
        return date(i);
    if (ref.starts_with("set:"))
        return habit(i);
    const auto refer = [&](Index first, const char* value) {
        return emit(first, i + 1, TimeType::Date, TimeMod::None, value, std::nullopt, "reference");
    };
    if (ref == "ago") { // a long time ago, a while ago
        const bool some = isAny<"time", "while">(i - 1);
        if (is(i - 1, "ages") && inside(i - 1))
            return refer(i - 1, "PAST_REF");
        if (is(i - 1, "long") && inside(i - 1)) // (not) long ago
            return refer(is(i - 2, "not") && inside(i - 2) ? i - 2 : i - 1, "PAST_REF");
        if (is(i - 1, "time") && is(i - 2, "some") && inside(i - 2))
            return refer(i - 2, "PAST_REF");
        const Index first = is(i - 2, "long") || is(i - 2, "short") ? i - 3 : i - 2;
        return some && is(first, "a") && inside(first) ? refer(first, "PAST_REF") : i;
    }
    if (ref.starts_with("length:")) // weeklong
        return emit(i, i + 1, TimeType::Duration, TimeMod::None, std::string(ref.substr(7)), std::nullopt, "unit-long");
    if (ref == "midweek" && today_) {
        Piece piece;
        piece.first = i;
        piece.end = i + 1;
        piece.mod = TimeMod::Mid;
        piece.rule = "period";
        const IsoWeek week = isoWeekOf(*today_);
        piece.time.year = week.year;
        piece.time.week = week.week;
        return emit(piece);
    }
    if (ref == "present")
        return is(i + 1, "that") || (capital(i) && capital(i - 1) && kind(i - 1, TokenKind::Word)) ||
                       (kind(i + 1, TokenKind::Hyphen) && glued(i + 1)) ||
                       (capital(i) && capital(i + 1) && kind(i + 1, TokenKind::Word))
                   ? i
                   : refer(is(i, "now") && is(i - 1, "right") && inside(i - 1) ? i - 1 : i, "PRESENT_REF");
    if (ref == "day-end") // by EOD Friday
        return is(i, "cob") && !token(i).has(text::AllCaps) && !is(i - 1, "by") ? i : endOfDay(i, i + 1);
    if (ref.starts_with("end:")) // EOM
        return periodEnd(i, ref.substr(4));
    if (ref.starts_with("to-date:")) // YTD
        return today_ ? toDate(i, i + 1, ref.substr(8)) : i;
    if (ref == "past")
        return isAny<"as", "more">(i - 1) ? i : refer(i, "PAST_REF");
    if (ref == "once")
        return isAny<"was", "were", "had">(i - 1) &&
                       !isAny<"again", "more", "every", "per", "in", "he", "she", "it", "they", "the">(i + 1) &&
                       !(isAny<"a", "an">(i + 1) && has(i + 2, Tag::TimeUnit)) && kind(i + 1, TokenKind::Word)
                   ? refer(i, "PAST_REF")
                   : i;
    if (ref == "future") {
        if (isAny<"after", "before", "as", "enough", "afterwards", "afterward", "became", "found">(i + 1) ||
            isAny<"as", "too", "how">(i - 1) || capital(i))
            return i;
        return refer(i, "FUTURE_REF");
    }
    if (ref == "noun-past") {
        if (is(i - 1, "the") && is(i - 2, "in") && inside(i - 1) && !nounFollows(i + 1) &&
            !kind(i + 1, TokenKind::Number) && !has(i + 1, Tag::Number) && !has(i + 1, Tag::TimeUnit) &&
            !has(i + 1, Tag::Vague))
            return refer(i - 1, "PAST_REF");
        for (const Index back : {2u, 1u})
            if (i >= floor_ + back)
                if (const auto c = clockAt(i - back); c && c->sure && c->end > i)
                    return clock(i - back);
        return i;
    }
    if (ref == "noun-future") {
        if (nounFollows(i + 1))
            return i;
        if (is(i - 1, "the") && isAny<"in", "for">(i - 2) && inside(i - 1))
            return refer(i - 1, "FUTURE_REF");
        if (isAny<"near", "foreseeable", "distant", "immediate">(i - 1) && is(i - 2, "the") && inside(i - 2))
            return refer(i - 2, "FUTURE_REF");
        if (is(i - 1, "the") && inside(i - 1) && !capital(i)) // "the future of the yard"
            return refer(i - 1, "FUTURE_REF");
        return is(i - 1, "in") && inside(i - 1) && !capital(i) && !kind(i + 1, TokenKind::Word) // "In future, …"
                   ? refer(i, "FUTURE_REF")
                   : i;
    }
    if (ref == "noun-time" && is(i - 1, "this") && is(i - 2, "at") && inside(i - 2) && !nounFollows(i + 1) &&
        !isAny<"of", "in">(i + 1) && deixisAt(i + 1) == Deixis::None && !is(i - 3, "ago"))
        return refer(i - 1, "PRESENT_REF");
    if (ref == "noun-time") // "at that time"
        return is(i - 1, "that") && isAny<"at", "by", "since", "until", "before", "during", "from">(i - 2) &&
                       inside(i - 1) && !nounFollows(i + 1)
                   ? refer(i - 1, tenseAt(i - 1, i + 1) == Tense::Future ? "FUTURE_REF" : "PAST_REF")
                   : i;
    if (ref == "noun-period") { // "in the latest period"
        const auto reported =
            is(i - 1, "latest") && is(i - 2, "the") && inside(i - 2) ? reportedQuarter() : std::nullopt;
        if (!reported)
            return i;
        Piece piece;
        piece.first = i - 2;
        piece.end = i + 1;
        piece.rule = "period";
        piece.time.setPeriod("quarter", *reported, 0);
        return emit(piece);
    }
    if (ref == "noun-present" && is(i, "moment"))
        return is(i - 1, "the") && isAny<"at", "for">(i - 2) && inside(i - 1) &&
                       (!nounFollows(i + 1) || text(i + 1).ends_with("ing")) && !is(i + 1, "of") && !is(i + 1, "when")
                   ? refer(i - 1, "PRESENT_REF")
                   : i;
    if (ref == "noun-present")
        return is(i - 1, "at") && inside(i - 1) && !nounFollows(i + 1) ? refer(i, "PRESENT_REF") : i;
    return i;
}

} // namespace countercheck::read
