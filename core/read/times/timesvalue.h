// SPDX-License-Identifier: GPL-3.0-or-later
// A time as words give it: some fields known, others not ("Sunday evening": a weekday and a part of the day). It is
// written as a TIMEX3 value with X for what is unknown, and laid out as a stretch of seconds once it is fully dated.
#pragma once

#include "core/read/mentions.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace countercheck::read {

enum class DayPart : std::uint8_t { None, Morning, Midday, Afternoon, Evening, Night, EarlyHours };

struct PartialTime {
    int century = -1; ///< 19: the years 1900 to 1999
    int decade = -1;  ///< 199: the 1990s
    int year = -1;    ///< the ISO year where `week` is set
    bool fiscal = false;
    int half = 0, quarter = 0;
    int season = 0; ///< 1 spring to 4 winter; a winter belongs to the year in which it begins
    int month = 0;
    int week = 0; ///< ISO week
    bool weekend = false;
    int day = 0;          ///< of the month
    bool someDay = false; ///< a certain day, but which one is not known
    int weekday = 0;      ///< 1 Monday to 7 Sunday; only what the words say, the date decides
    DayPart part = DayPart::None;
    int hour = -1, minute = -1, second = -1;
    bool utc = false;

    [[nodiscard]] bool hasClock() const { return hour >= 0 || part != DayPart::None; }
    [[nodiscard]] bool hasDate() const {
        return century >= 0 || decade >= 0 || year >= 0 || half || quarter || season || month || week || weekend ||
               day || weekday || someDay;
    }
    /// Year, month and day are known.
    [[nodiscard]] bool hasFullDate() const { return year >= 0 && month > 0 && day > 0; }
    [[nodiscard]] std::int64_t dayNumber() const; ///< requires hasFullDate()
    void setDay(std::int64_t dayNumber);
    /// What lies beside a feast: the week after or before the feast's own, or the next weekend that does not hold it.
    void setWeekBeside(std::int64_t feast, bool after, bool ofWeekend);
    /// The month, quarter, half year, year, decade or century that lies `steps` behind that of the day. False: the unit
    /// is another one, and nothing changes.
    bool setPeriod(std::string_view unit, std::int64_t dayNumber, int steps);
    [[nodiscard]] Grain grain() const;
};

/// 1000 to 2199: what a run of four digits can be in the news.
constexpr bool plausibleYear(int year) {
    return year >= 1000 && year <= 2199;
}
/// '05 is 2005 and '68 is 1968, seen from `today` (a day number).
int fullYear(int twoDigits, std::optional<std::int64_t> today);

/// "2026-01-11TEV", "XXXX-WXX-7", "2025-Q1", "199", "T21:00", …
std::string timexValue(const PartialTime& time);
/// The part of a stretch that START, MID or END means: half of it, in whole months, days or hours.
TimeSpan narrowed(TimeSpan span, TimeMod mod);
/// The stretch that it covers, narrowed by START, MID or END to its first half, middle half or last half. Nothing while
/// a field that it needs is unknown, nor for fiscal years, whose bounds differ from house to house.
std::optional<TimeSpan> spanOf(const PartialTime& time, TimeMod mod = TimeMod::None);
/// "P3D", "PT1H30M", "P2.5Y", "PXM" from an amount in thousandths (-1: vague) and a unit such as "month".
std::string durationValue(std::int64_t thousandths, std::string_view unit);

/// The TIMEX3 modifier that a hedge of the lexicon ("about", "at-least") stands for.
TimeMod modOfHedge(std::string_view hedge);
/// The modifier of a point at a distance from another, from that of the distance: more than a year ago is before a year
/// ago. `direction`: negative back in time.
TimeMod modOfPoint(TimeMod ofDistance, int direction);
/// Is it a unit of the clock: seconds, minutes, hours?
bool clockUnit(std::string_view unit);
/// Months in a unit of months or more; 0 for shorter ones.
int monthsIn(std::string_view unit);
/// Seconds in a unit of weeks or less.
std::int64_t secondsIn(std::string_view unit);
/// A second moved by an amount of units, in thousandths; whole months stay whole.
std::int64_t moved(std::int64_t from, std::int64_t thousandths, std::string_view unit);

} // namespace countercheck::read
