// SPDX-License-Identifier: GPL-3.0-or-later
// Civil calendar arithmetic (proleptic Gregorian): days, months, ISO 8601 weeks, movable feasts. Pure functions over
// whole numbers; no clock is read and no time zone exists here. Days are counted from 1970-01-01, which is day 0.
#pragma once

#include <cstdint>
#include <string_view>

namespace countercheck::read {

inline constexpr std::int64_t secondsPerDay = 86400;

struct CivilDate {
    int year = 1970, month = 1, day = 1;
    bool operator==(const CivilDate&) const = default;
};

bool isLeapYear(int year);
/// 28 to 31; 0 for a month outside 1 to 12.
int daysInMonth(int year, int month);
bool isValidDate(int year, int month, int day);

/// Day number of a date. Months outside 1 to 12 and days outside the month are carried over.
std::int64_t daysFromCivil(int year, int month, int day);
inline std::int64_t daysFromCivil(CivilDate date) {
    return daysFromCivil(date.year, date.month, date.day);
}
CivilDate civilFromDays(std::int64_t days);
/// The day in which a second lies (also before 1970).
constexpr std::int64_t dayOfSecond(std::int64_t seconds) {
    return (seconds - ((seconds % secondsPerDay) + secondsPerDay) % secondsPerDay) / secondsPerDay;
}

/// 1 (Monday) to 7 (Sunday).
int weekdayOf(std::int64_t days);
/// The last day with this weekday on or before `days`; the first on or after it.
std::int64_t weekdayOnOrBefore(std::int64_t days, int weekday);
std::int64_t weekdayOnOrAfter(std::int64_t days, int weekday);

struct IsoWeek {
    int year = 1970, week = 1; ///< the ISO week-numbering year, which can differ from the calendar year
    bool operator==(const IsoWeek&) const = default;
};
IsoWeek isoWeekOf(std::int64_t days);
/// The Monday of an ISO week.
std::int64_t isoWeekStart(int year, int week);
/// 52 or 53.
int isoWeeksInYear(int year);

/// The same day some months on; a day that the month does not have becomes its last one.
CivilDate addMonths(CivilDate date, int months);

/// Western Easter Sunday; Orthodox Easter Sunday (in Gregorian reckoning). Both for years after 1582.
std::int64_t easterSunday(int year);
std::int64_t orthodoxEasterSunday(int year);
/// The nth weekday of a month: nth 1 to 5, or -1 for the last.
std::int64_t nthWeekdayOf(int year, int month, int weekday, int nth);

/// Does the country of a BCP 47 tag ("en-GB") write the day before the month in numbers? False where no country is
/// named, and for the United States, Canada and the Philippines (Unicode CLDR, dates of English).
bool dayBeforeMonth(std::string_view languageTag);

} // namespace countercheck::read
