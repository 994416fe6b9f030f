// SPDX-License-Identifier: GPL-3.0-or-later
// Which Sunday, which June: dates resolved from the day of publication, and the words around a date that belong to it.
#include "core/read/calendar.h"
#include "core/read/times/timesreader.h"

#include <algorithm>
#include <charconv>

namespace countercheck::read {

namespace {

constexpr std::size_t farBack = 256; ///< times; what stands further back in a long text is not taken up

} // namespace

using text::Tag;
using text::TokenKind;

void TimesReader::resolve(Piece& piece, Deixis deixis) const {
    PartialTime& time = piece.time;
    if (time.year >= 0 || piece.set)
        return;
    if (time.month != 0) {
        resolveMonth(piece, deixis);
        if (const int year = time.year; time.weekday != 0 && time.day != 0 && year > 0 && time.hasFullDate() &&
                                        weekdayOf(time.dayNumber()) != time.weekday) // "Fri, Sep 20": the weekday tells
            for (const int other : {year + 1, year - 1})
                if (isValidDate(other, time.month, time.day) && today_ &&
                    std::abs(daysFromCivil(other, time.month, time.day) - *today_) < 366 &&
                    weekdayOf(daysFromCivil(other, time.month, time.day)) == time.weekday) {
                    time.year = other;
                    piece.resolution = "year-of-the-weekday";
                    break;
                }
    } else if (time.weekday != 0)
        resolveWeekday(piece, deixis);
}

/// The day to come that a list goes on from: "is forecast for Thursday and | Friday"; null: none.
const TimeMention* TimesReader::listedDay(Index first) const {
    const TimeMention* last = out_.times.empty() ? nullptr : &out_.times.back();
    return last != nullptr && isAny<"and", "or">(first - 1) && last->endToken + 1 == first && today_ &&
                   last->type == TimeType::Date && last->resolved && last->resolved->grain == Grain::Day &&
                   last->resolved->from > *today_ * secondsPerDay && last->derivation.has("weekday")
               ? last
               : nullptr;
}

void TimesReader::resolveWeekday(Piece& piece, Deixis deixis) const {
    if (!today_)
        return;
    PartialTime& time = piece.time;
    const std::int64_t today = *today_;
    if (time.day != 0) { // "Sunday the 11th": the nearest month in which it is one
        const Tense tense = tenseAt(piece.first, piece.end);
        for (int turn = 0; turn < 25; ++turn) {
            const int step = turn % 2 == 0 ? turn / 2 : -(turn + 1) / 2;
            CivilDate date = civilFromDays(today);
            date.day = 1;
            date = addMonths(date, step);
            if (isValidDate(date.year, date.month, time.day) &&
                weekdayOf(daysFromCivil(date.year, date.month, time.day)) == time.weekday) {
                const std::int64_t day = daysFromCivil(date.year, date.month, time.day);
                if ((tense == Tense::Future && day < today && day > today - 60) ||
                    (tense == Tense::Past && day > today && day < today + 60))
                    continue;
                time.setDay(day);
                return;
            }
        }
        return;
    }
    std::int64_t day = weekdayOnOrBefore(today, time.weekday);
    piece.resolution = "nearest-before";
    switch (deixis) {
    case Deixis::Last:
    case Deixis::Previous:
        day = weekdayOnOrBefore(today - 1, time.weekday);
        break;
    case Deixis::Next: // that of the week to come; on a Tuesday, "next Friday" is not the one three days on
        day = weekdayOnOrBefore(today, 1) + 7 + time.weekday - 1;
        piece.resolution = "next-week";
        break;
    case Deixis::This:
        day = weekdayOnOrBefore(today, 1) + time.weekday - 1;
        piece.resolution = "this-week";
        break;
    case Deixis::Following:
        if (const TimeMention* before = earlierDay())
            day = weekdayOnOrAfter(dayOfSecond(before->resolved->from) + 1, time.weekday);
        else
            day = weekdayOnOrAfter(today + 1, time.weekday);
        break;
    default:
        if (is(piece.first - 1, "since")) {
            day = weekdayOnOrBefore(today - 1, time.weekday);
        } else if (weekdayOnOrAfter(today, time.weekday) <= today + 3 && starting(piece.first)) {
            day = weekdayOnOrAfter(today, time.weekday); // agreed to a truce starting Thursday
        } else if (const TimeMention* listed = listedDay(piece.first); listed != nullptr) {
            day = weekdayOnOrAfter(dayOfSecond(listed->resolved->from) + 1, time.weekday); // for Thursday and Friday
        } else if (tenseAt(piece.first, piece.end) == Tense::Future) {
            day = weekdayOnOrAfter(today, time.weekday);
            piece.resolution = "nearest-after";
            if (const TimeMention* opener =
                    isAny<"to", "until", "till", "through", "thru", "à", "au", "al", "bis">(piece.first - 1)
                        ? earlierDay()
                        : nullptr;
                opener != nullptr && opener->endToken + 1 == piece.first &&
                opener->resolved->from > day * secondsPerDay)
                day = weekdayOnOrAfter(dayOfSecond(opener->resolved->from) + 1, time.weekday);
        }
    }
    time.setDay(day);
}

/// Where a story of years ago is told: the latest of its dates, if the last two that were named lie close together and
/// three years back or more. "In May 1943 … in June 1943 … In August he": that August is not last year's.
const TimeMention* TimesReader::storyDate() const {
    if (!today_)
        return nullptr;
    const TimeMention* last = nullptr;
    for (auto it = out_.times.rbegin(); it != out_.times.rend() && it->sentence + 3 >= sentence_; ++it) {
        if (it->type != TimeType::Date && it->type != TimeType::Time)
            continue;
        if (!it->resolved)
            continue;
        const std::int64_t back = it->resolved->grain == Grain::Year ? 10 * 365 : 3 * 365; // a bare year says less
        if (it->resolved->grain < Grain::Year || *today_ - dayOfSecond(it->resolved->from) < back)
            return nullptr;
        if (last == nullptr)
            last = &*it;
        else
            return it->sentence < sentence_ && last->resolved->from - it->resolved->from <= 1000 * secondsPerDay &&
                           it->resolved->from - last->resolved->from <= 1000 * secondsPerDay
                       ? last
                       : nullptr; // a list or a range of one sentence is no story
    }
    // One date is enough where it lies a generation back, names its month, and the text has told of nothing else: "In
    // June 1864 the army crossed the river. On 3 July it took the fort."
    if (last == nullptr || last->sentence == sentence_ || last->resolved->grain <= Grain::Year ||
        *today_ - dayOfSecond(last->resolved->from) < 20 * 365)
        return nullptr;
    for (std::size_t i = out_.times.size() - std::min(out_.times.size(), farBack); i < out_.times.size(); ++i)
        if (const TimeMention& mention = out_.times[i];
            mention.resolved && *today_ - dayOfSecond(mention.resolved->from) < 3 * 365)
            return nullptr;
    return last;
}

/// The year in which a month falls that the story of `storyDate()` goes on to; -1: none is told.
int TimesReader::storyYear(int month) const {
    const TimeMention* last = storyDate();
    if (last == nullptr)
        return -1;
    const CivilDate date = civilFromDays(dayOfSecond(last->resolved->from));
    return last->resolved->grain > Grain::Year && month + 6 < date.month ? date.year + 1 : date.year;
}

void TimesReader::resolveMonth(Piece& piece, Deixis deixis) const {
    PartialTime& time = piece.time;
    // "between January 1, 2025 and June 30": the year just named goes on.
    if (deixis == Deixis::None && !out_.times.empty()) {
        const TimeMention& before = out_.times.back();
        if (before.sentence == sentence_ && before.endToken + 2 >= piece.first && before.endToken < piece.first &&
            before.value.size() >= 7 && !kind(before.endToken, TokenKind::Comma) &&
            (isAny<"and", "to", "through", "thru", "until", "till", "or">(before.endToken) ||
             dashAt(before.endToken))) {
            const std::string year = before.value.substr(0, 4);
            if (reading_.of(before.span).find(year) != std::string_view::npos) {
                std::from_chars(year.data(), year.data() + 4, time.year);
                const bool range = !isAny<"and", "or">(before.endToken) ||
                                   (is(before.endToken, "and") && is(before.firstToken - 1, "between"));
                int month = 0; // from December 20, 2025 to January 5
                std::from_chars(before.value.data() + 5, before.value.data() + 7, month);
                time.year += range && month > time.month ? 1 : 0;
                piece.resolution = "year-of-the-range";
                return;
            }
        }
    }
    if (time.day != 0 && deixis == Deixis::None)
        for (std::size_t i = out_.times.size() - std::min(out_.times.size(), farBack); i < out_.times.size(); ++i) {
            const TimeMention& named = out_.times[i]; // "Easter Sunday, April 8, 2012 … at 10:30 p.m. April 8"
            if (named.type != TimeType::Date || named.value.size() != 10 || !named.resolved ||
                reading_.of(named.span).find(named.value.substr(0, 4)) == std::string_view::npos)
                continue;
            const CivilDate date = civilFromDays(dayOfSecond(named.resolved->from));
            if (date.month == time.month && date.day == time.day) {
                time.year = date.year;
                piece.resolution = "year-of-the-text";
                return;
            }
        }
    if (!today_)
        return;
    const CivilDate now = civilFromDays(*today_);
    const Tense tense = deixis == Deixis::Next   ? Tense::Future
                        : deixis == Deixis::Last ? Tense::Past
                                                 : tenseAt(piece.first, piece.end);
    int year = now.year;
    if (const int told = deixis == Deixis::None && tense != Tense::Future ? storyYear(time.month) : -1; told > 0) {
        if (time.day == 0 || isValidDate(told, time.month, time.day)) {
            time.year = told;
            piece.resolution = "year-of-the-story";
        }
        return;
    }
    if (deixis == Deixis::This) {
        piece.resolution = "this-year";
    } else if (time.day == 0) {
        const bool strict = deixis == Deixis::Next || deixis == Deixis::Last;
        if (tense == Tense::Future)
            year += time.month > now.month || (time.month == now.month && !strict) ? 0 : 1;
        else
            year -= time.month < now.month || (time.month == now.month && !strict) ? 0 : 1;
        piece.resolution = tense == Tense::Future ? "nearest-after" : "nearest-before";
    } else {
        const auto in = [&](int y) {
            return daysFromCivil(y, time.month, std::min(time.day, daysInMonth(y, time.month)));
        };
        const bool reached = in(year) <= *today_;
        const int before = reached ? year : year - 1;
        const int after = in(year) >= *today_ ? year : year + 1;
        // Without a verb to tell, a day soon to come is meant rather than one most of a year ago.
        const bool future = tense == Tense::Future ||
                            (tense == Tense::Unknown && in(after) - *today_ <= 60 && *today_ - in(before) > 250);
        // A day just gone is not a year ahead, whatever the verb ("on October 1-2 the city hosts").
        const bool justGone = *today_ - in(before) <= 3 && in(after) - *today_ > 300;
        year = future && !justGone ? after : before;
        piece.resolution = future ? "nearest-after" : "nearest-before";
    }
    if (time.day != 0 && !isValidDate(year, time.month, time.day))
        return;
    time.year = year;
}

void TimesReader::extendLeft(Piece& piece) const {
    Deixis deixis = Deixis::None;
    const Index core = piece.first;
    const auto before = [&] { return piece.first > floor_ ? piece.first - 1 : end_; };
    Index p = before();
    const bool ordinal = ordinalDay(core) > 0 && (piece.time.month != 0);
    Index ordinalFirst = 0;
    if (piece.time.month != 0 && piece.time.day == 0 && !kind(core, TokenKind::Number) && is(p, "of") &&
        ordinalBefore(p, ordinalFirst) > 0 &&
        (is(ordinalFirst - 1, "the") || ordinalFirst + 1 < p || piece.yearGiven) &&
        ordinalBefore(p, ordinalFirst) <= daysInMonth(2024, piece.time.month)) {
        piece.time.day = ordinalBefore(p, ordinalFirst); // "the first of June", "twenty second of May"
        piece.first = is(ordinalFirst - 1, "the") && inside(ordinalFirst - 1) ? ordinalFirst - 1 : ordinalFirst;
        piece.rule = "ordinal-day-month";
        p = before();
    } else if (ordinal && is(p, "the") && inside(p)) {
        piece.first = p;
        p = before();
    }
    if (const Deixis d = deixisAt(p);
        d != Deixis::None &&
        (piece.time.weekday != 0 || piece.time.month != 0 || piece.rule == std::string_view("holiday")) &&
        !piece.yearGiven && piece.rule != std::string_view("relative-day") &&
        !(is(p, "coming") && (has(p - 1, Tag::Aux) || isAny<"i'm", "he's", "she's", "we're", "they're">(p - 1)))) {
        deixis = d;
        piece.first = p;
        p = before();
        if (d == Deixis::Next && is(p, "this") && inside(p)) { // this coming Sunday
            deixis = piece.time.weekday != 0 ? Deixis::None : d;
            piece.first = p;
            p = before();
            if (today_ && piece.time.weekday != 0)
                piece.time.setDay(weekdayOnOrAfter(*today_ + 1, piece.time.weekday));
        } else if (d == Deixis::Last && inside(p) && (is(p, "this") || (is(p, "the")))) {
            piece.first = p;
            p = before();
        } else if (d == Deixis::Next && is(piece.first, "coming") && is(p, "the") && inside(p)) {
            piece.first = p; // the coming Saturday
            p = before();
            if (today_ && piece.time.weekday != 0) {
                deixis = Deixis::None;
                piece.time.setDay(weekdayOnOrAfter(*today_ + 1, piece.time.weekday));
            }
        } else if ((d == Deixis::Same || d == Deixis::Following || d == Deixis::Previous) && is(p, "the") &&
                   inside(p)) {
            piece.first = p;
            p = before();
        }
    } else if ((isAny<"other", "single">(p) || (piece.time.weekday != 0 && ordinalDay(p) > 0 && ordinalDay(p) <= 6)) &&
               is(p - 1, "every") && inside(p - 1)) {
        deixis = Deixis::Habit;
        piece.first = p - 1;
        p = before();
    }
    if (deixis == Deixis::Habit) {
        if (piece.rule == std::string_view("holiday") && !piece.yearGiven) // every Christmas
            piece.time.year = -1;
        if (!piece.time.hasFullDate() && (piece.time.weekday != 0 || piece.time.month != 0)) {
            piece.set = true;
            piece.rule = "every";
        }
    } else {
        resolve(piece, deixis);
    }
    if (piece.set)
        return;
    // the part of the period
    const auto modOf = [&](Index i) {
        const std::string_view m = value(i, Tag::TimeMod);
        return m == "start" ? TimeMod::Start : m == "mid" ? TimeMod::Mid : m == "end" ? TimeMod::End : TimeMod::None;
    };
    if (kind(p, TokenKind::Hyphen) && p > floor_ && isAny<"mid", "early", "late", "mi">(p - 1)) {
        piece.mod = modOf(p - 1);
        piece.first = p - 1;
    } else if (inside(p) && (isAny<"early", "late", "mid">(p) ||
                             (french() && has(p, Tag::TimeMod) && piece.time.grain() < Grain::Day))) {
        piece.mod = modOf(p);
        piece.first = p;
    } else if (isAny<"earlier", "later">(p) && inside(p) &&
               (is(core, "today") || is(core, "tonight") || deixis == Deixis::This ||
                piece.rule == std::string_view("weekday"))) {
        piece.mod = modOf(p);
        piece.first = p;
    } else if (is(p, "on") && p > floor_ && isAny<"early", "late">(p - 1) && piece.time.grain() >= Grain::Day) {
        piece.mod = modOf(p - 1);
        piece.first = p - 1;
    } else if (is(p, "in") && p > floor_ && piece.time.grain() < Grain::Day &&
               (isAny<"early", "late">(p - 1) ||
                (isAny<"earlier", "later">(p - 1) && piece.rule == std::string_view("year")))) {
        piece.mod = modOf(p - 1); // late in 2023
        piece.first = p - 1;
    } else if (is(p, "of") && p > floor_ && is(p - 1, "ides") && piece.rule == std::string_view("month")) {
        const int month = piece.time.month; // the ides of March
        piece.time.day = month == 3 || month == 5 || month == 7 || month == 10 ? 15 : 13;
        piece.first = is(p - 2, "the") && inside(p - 2) ? p - 2 : p - 1;
    } else if (is(p, "of") && p > floor_ && is(p - 1, "month") && piece.rule == std::string_view("month")) {
        piece.first = is(p - 2, "the") && inside(p - 2) ? p - 2 : p - 1; // the month of December
    } else if (is(p, "the") && p > floor_ + 1 && is(p - 1, "of") &&
               (piece.time.decade >= 0 || piece.time.century >= 0 || piece.time.season != 0 ||
                piece.time.quarter != 0 || piece.time.half != 0) &&
               (isAny<"beginning", "start", "end", "middle", "close", "onset">(p - 2) ||
                (piece.time.season != 0 && isAny<"rest", "remainder">(p - 2))) &&
               (p - 2 == floor_ || !has(p - 3, Tag::Poss))) { // the end of the 1980s
        piece.mod = isAny<"rest", "remainder">(p - 2) ? TimeMod::End : modOf(p - 2);
        piece.first = is(p - 3, "the") && inside(p - 3) ? p - 3 : p - 2;
    } else if (is(p, "of") && p > floor_ &&
               (isAny<"beginning", "start", "end", "middle", "mid", "close", "onset", "outset">(p - 1) ||
                (isAny<"rest", "remainder">(p - 1) && piece.time.grain() < Grain::Day)) &&
               (p - 1 == floor_ || !has(p - 2, Tag::Poss))) {
        piece.mod = isAny<"rest", "remainder">(p - 1) ? TimeMod::End : modOf(p - 1);
        piece.first = is(p - 2, "the") && inside(p - 2) ? p - 2 : p - 1;
    }
    if (is(core, "today") && piece.mod != TimeMod::None && !isAny<"early", "late", "earlier", "later">(piece.first))
        piece.mod = TimeMod::None;
}

/// The hour as the clock has it, in the half of the day that the part of the day tells: "nine in the evening", "abends
/// um neun".
void TimesReader::setHour(PartialTime& time, const Clock& clock) {
    const bool late = time.part == DayPart::Afternoon || time.part == DayPart::Evening || time.part == DayPart::Night;
    time.hour = clock.hour;
    if (late && !clock.meridiem && time.hour < 12 && !(time.part == DayPart::Night && time.hour < 6))
        time.hour += 12;
    time.minute = clock.minute;
    time.second = clock.second;
    time.utc = clock.utc;
}

void TimesReader::extendRight(Piece& piece) const {
    PartialTime& time = piece.time;
    if (time.grain() != Grain::Day && !(time.grain() == Grain::PartOfDay && time.hour < 0))
        return;
    const bool named = piece.end > piece.first;
    if (!named)
        return;
    Index j = piece.end;
    if (time.part == DayPart::None) {
        Index p = j;
        TimeMod mod = TimeMod::None;
        if (isAny<"early", "late">(p) && inside(p + 1)) {
            mod = is(p, "early") ? TimeMod::Start : TimeMod::End;
            ++p;
        }
        int ignored = -1;
        Index end = 0;
        if (const DayPart part = dayPartOf(p);
            part != DayPart::None && !has(p, Tag::Plural) && !(is(p, "night") && capital(p) && capital(p + 1))) {
            time.part = part;
            piece.end = j = p + 1;
            piece.mod = mod != TimeMod::None ? mod : piece.mod;
        } else if (is(j, "in") && is(j + 1, "the") && isAny<"early", "late">(j + 2) &&
                   dayPartOf(j + 3) != DayPart::None && inside(j + 3)) { // Tuesday in the early morning
            time.part = dayPartOf(j + 3);
            piece.mod = is(j + 2, "early") ? TimeMod::Start : TimeMod::End;
            piece.end = j = j + 4;
        } else if (is(j, "at") && inside(j + 1) && value(j + 1, Tag::DayPart) == "dawn" &&
                   dayPartOf(j + 1) != DayPart::None) {
            time.part = DayPart::Morning;
            piece.end = j = j + 2;
        } else if (isAny<"at", "around">(j) &&
                   isAny<"lunchtime", "midday", "teatime", "sunset", "nightfall", "dusk", "daybreak", "sunrise">(j +
                                                                                                                 1) &&
                   inside(j + 1)) { // yesterday at lunchtime
            time.part = value(j + 1, Tag::DayPart) == "midday" ? DayPart::Midday
                        : dayPartOf(j + 1) != DayPart::None    ? dayPartOf(j + 1)
                                                               : DayPart::Afternoon;
            piece.end = j = j + 2;
        } else if (const Index in = kind(j, TokenKind::Comma) ? j + 1 : j; // tomorrow, in the afternoon
                   partPhraseAt(in, ignored, end) && inside(end - 1)) {
            time.part = dayPartOf(end - 1);
            piece.end = j = end;
        }
    }
    // the clock: ", at about 9 p.m."
    if (kind(j, TokenKind::Comma) || (dashAt(j) && piece.yearGiven && kind(j + 2, TokenKind::Colon)))
        ++j;
    const bool dashed = dashAt(piece.end) && j > piece.end;
    const Index comma = j;
    TimeMod mod = TimeMod::None;
    bool at = false;
    for (; inside(j); ++j) {
        if (is(j, "at") || is(j, "@"))
            at = true;
        else if (isAny<"about", "around", "approximately">(j)) {
            at = at || is(j, "around");
            mod = TimeMod::Approx;
        } else
            break;
    }
    auto clock = clockAt(j);
    if (clock && clock->about)
        mod = TimeMod::Approx; // at 3ish
    if (const int run = at && !clock && kind(j, TokenKind::Number) && text(j).size() == 4 ? plainNumber(j, 4) : -1;
        run >= 0 && run / 100 < 24 && run % 100 < 60 && !nounFollows(j + 1)) { // 12 Aug at 1800
        clock.emplace();
        clock->first = j;
        clock->end = j + 1;
        clock->hour = run / 100;
        clock->minute = run % 100;
        clock->sure = clock->meridiem = true;
    }
    if (!clock && offhand_ && !at && comma == piece.end && piece.rule == std::string_view("numeric-date") &&
        piece.yearGiven && text(j).size() == 4 && text(j)[0] == '0' && plainNumber(j, 4) % 100 < 60 &&
        plainNumber(j, 4) >= 0) { // 11-03-2020 0900
        clock.emplace();
        clock->first = j;
        clock->end = j + 1;
        clock->hour = plainNumber(j, 4) / 100;
        clock->minute = plainNumber(j, 4) % 100;
        clock->sure = clock->meridiem = true;
    }
    const bool written =
        clock && clock->minute >= 0 && (clock->sure || (kind(j + 1, TokenKind::Colon) && text(j).size() == 2));
    if (!at && comma > piece.end && !dashed && !(written && piece.time.day != 0) && // Sat 18 May, 07:45
        !(clock && clock->about) &&                                                 // Saturday afternoon, 3ish
        !(clock && clock->meridiem && clock->sure && !nounFollows(clock->end) && !dashAt(clock->end) &&
          !isAny<"to", "until", "till", "and">(clock->end) && clock->rule == std::string_view("clock")))
        return;
    if (clock && !clock->sure && clock->minute < 0 && isAny<"or", "to", "and">(clock->end) && inside(clock->end))
        if (const auto later = clockAt(clock->end + 1); later && later->meridiem)
            return; // "Tuesday, at 2 or 3 pm": the hours share what stands behind them
    if (!clock || (!clock->sure && !at && clock->minute < 0) ||
        (at && !clock->sure && clock->minute < 0 && !bareHourFits(*clock)))
        return;
    setHour(time, *clock);
    if (clock->hour < 0)
        time.part = clock->part;
    piece.end = clock->end;
    if (piece.mod == TimeMod::None || mod != TimeMod::None)
        piece.mod = mod;
}

} // namespace countercheck::read
