// SPDX-License-Identifier: GPL-3.0-or-later
// An hour as it is said: "noon", "half past three", "seven thirty". In digits it is read in timesclockread.cpp.
#include "core/read/times/timesreader.h"

namespace countercheck::read {

using text::Tag;
using text::TokenKind;

/// "noon", "eighteen hundred hours", "half past seven", "seven thirty"
std::optional<TimesReader::Clock> TimesReader::wordClock(Index i) const {
    const std::string_view part = value(i, Tag::DayPart);
    if (part == "noon" || part == "midnight" || part == "midday")
        return namedHour(i, part);
    if (const auto clock = hundredHours(i))
        return clock;
    // half past seven, a quarter to five, ten past six
    Index j = i;
    int minutes = -1;
    if (is(j, "a") && is(j + 1, "quarter"))
        ++j;
    if (is(j, "half") || is(j, "quarter")) {
        minutes = is(j, "half") ? 30 : 15;
        ++j;
    } else if (Index end = 0; (minutes = wordNumber(i, end)) > 0) {
        j = isAny<"minutes", "min", "mins">(end) ? end + 1 : end;
    }
    if (minutes == 30 && is(i, "half") && (is(i - 1, "at") || (offhand_ && i == first_)))
        if (const auto clock = britishHalf(i))
            return clock;
    const bool quarterOf = minutes == 15 && is(j, "of") && (plainNumber(j + 1, 2) > 0 || has(j + 1, Tag::Number)) &&
                           (isAny<"at", "for">(i - 1) || (offhand_ && i == first_));
    if (minutes > 0 && minutes < 60 && (quarterOf || isAny<"past", "to", "after", "till", "before">(j)))
        return minutesBeside(i, minutes, j);
    return saidHour(i);
}

/// "noon", "12 midnight", "noon-ish"
std::optional<TimesReader::Clock> TimesReader::namedHour(Index i, std::string_view part) const {
    Clock clock;
    clock.first = i;
    if (part == "midday" && !is(i, "midday"))
        return std::nullopt;
    clock.hour = part == "midnight" ? 0 : 12;
    clock.end = i + 1;
    if (i > floor_ && (plainNumber(i - 1, 2) == 12 || is(i - 1, "twelve")))
        clock.first = i - 1;
    clock.sure = clock.meridiem = true;
    clock.rule = "named-hour";
    clock.about = is(i, "noonish");
    if (kind(i + 1, TokenKind::Hyphen) && glued(i + 1) && is(i + 2, "ish") && glued(i + 2)) { // noon-ish
        clock.about = true;
        clock.end = i + 3;
    }
    bool utc = false;
    zoneAt(clock.end, utc, clock.end);
    clock.utc = utc;
    return clock;
}

/// "eighteen hundred hours"
std::optional<TimesReader::Clock> TimesReader::hundredHours(Index i) const {
    if (!isAny<"at", "from", "until", "till", "by", "around", "about", "to">(i - 1) &&
        !(offhand_ && i == first_ && end_ == i + 3))
        return std::nullopt;
    Index end = 0;
    const int hour = wordNumber(i, end);
    if (hour < 1 || hour > 24 || !is(end, "hundred") || !isAny<"hours", "hrs">(end + 1) || !inside(end + 1))
        return std::nullopt;
    Clock clock;
    clock.first = i;
    clock.hour = hour % 24;
    clock.end = end + 2;
    clock.sure = clock.meridiem = true;
    clock.rule = "clock-words";
    return clock;
}

/// "half six": British, half past
std::optional<TimesReader::Clock> TimesReader::britishHalf(Index half) const {
    Clock clock;
    clock.first = half;
    Index end = 0;
    const Index j = half + 1;
    const int hour = wordNumber(j, end) > 0 ? wordNumber(j, end) : (end = j + 1, plainNumber(j, 2));
    if (hour >= 1 && hour <= 12 &&
        (!nounFollows(end) || has(end, Tag::DayPart) || has(end, Tag::TimeRef) || has(end, Tag::Weekday))) {
        clock.hour = hour;
        clock.minute = 30;
        clock.end = end;
        clock.sure = true;
        clock.rule = "clock-words";
        clock.meridiem = meridiemAt(clock.end, clock.hour, clock.end) || partPhraseAt(clock.end, clock.hour, clock.end);
        return clock;
    }
    return std::nullopt;
}

/// "p.m.", "in the evening": what stands behind an hour tells the half of the day.
bool TimesReader::halfTold(Index end) const {
    int hour = 1;
    Index behind = end;
    return meridiemAt(end, hour, behind) || partPhraseAt(end, hour, behind);
}

/// "a quarter to five", "ten past six", "twenty after 3pm": so many minutes beside the hour behind the word at j.
std::optional<TimesReader::Clock> TimesReader::minutesBeside(Index i, int minutes, Index j) const {
    Clock clock;
    clock.first = i;
    const Index last = j - 1; // of "twenty-five"
    Index end = 0;
    int hour = wordNumber(j + 1, end);
    if (hour < 0 && (hour = plainNumber(j + 1, 2)) > 0)
        end = j + 2;
    if (hour < 0 && kind(j + 1, TokenKind::Alnum)) // twenty after 3pm
        if (const auto c = clockAt(j + 1); c && c->meridiem && c->minute < 0 && minutes % 5 == 0) {
            const bool past = is(j, "past") || is(j, "after");
            clock.hour = past ? c->hour : (c->hour + 23) % 24;
            clock.minute = past ? minutes : 60 - minutes;
            clock.end = c->end;
            clock.sure = clock.meridiem = true;
            clock.rule = "clock-words";
            return clock;
        }
    const bool named = hour < 0 && (value(j + 1, Tag::DayPart) == "midnight" || value(j + 1, Tag::DayPart) == "noon");
    if (named) {
        hour = value(j + 1, Tag::DayPart) == "noon" ? 12 : 0;
        end = j + 2;
    }
    const bool quarters = minutes == 30 || minutes == 15;
    if (hour >= 0 && hour <= 12 && !(minutes == 30 && !is(j, "past")) &&
        (quarters || is(j, "past") || isAny<"at", "by", "until">(i - 1) || (offhand_ && i == first_) ||
         (!isAny<"from", "between">(i - 1) && halfTold(end))) &&
        (minutes % 5 == 0 || isAny<"minutes", "min", "mins">(last))) {
        const bool past = is(j, "past") || is(j, "after");
        clock.hour = past ? hour : (hour + 23) % 24;
        if (!past && hour == 1)
            clock.hour = 12;
        clock.minute = past ? minutes : 60 - minutes;
        clock.end = end;
        clock.sure = named || quarters || isAny<"at", "until", "till">(i - 1) || halfTold(end);
        clock.rule = "clock-words";
        if (nounFollows(end) && !has(end, Tag::DayPart) && !has(end, Tag::TimeRef) && !has(end, Tag::Weekday))
            return std::nullopt;
        if (meridiemAt(clock.end, clock.hour, clock.end))
            clock.meridiem = true;
        else if (value(clock.end, Tag::DayPart) == "oclock" && inside(clock.end))
            ++clock.end;
        if (partPhraseAt(clock.end, clock.hour, clock.end))
            clock.meridiem = true;
        return clock;
    }
    return std::nullopt;
}

/// "seven", "seven thirty", "seven p.m.", "six oh five", "nine-ish"
std::optional<TimesReader::Clock> TimesReader::saidHour(Index i) const {
    Clock clock;
    clock.first = i;
    Index end = 0;
    clock.hour = wordNumber(i, end);
    if (clock.hour < 1 || clock.hour > 12)
        return std::nullopt;
    clock.end = end;
    clock.rule = "clock-words";
    const Index behind = kind(end, TokenKind::Hyphen) && glued(end) && clock.hour < 13 ? end + 1 : end;
    if (behind > end && is(behind, "ish") && inside(behind)) // nine-ish
        return hourish(i, clock.hour, -1, behind + 1);
    if (Index after = 0; inside(behind)) { // seven thirty, seven-thirty
        const int m = wordNumber(behind, after);
        if (m >= 10 && m < 60) {
            clock.minute = m;
            clock.end = after;
        } else if (const int n = behind == end && isAny<"oh", "o">(end) ? wordNumber(end + 1, after) : -1;
                   n >= 1 && n <= 9) {
            clock.minute = n; // six oh five
            clock.end = after;
        }
    }
    return withBehind(clock);
}

} // namespace countercheck::read
