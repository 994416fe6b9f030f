// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/read/calendar.h"

#include <algorithm>

namespace countercheck::read {

namespace {

constexpr std::int64_t floorDiv(std::int64_t a, std::int64_t b) {
    return a / b - (a % b != 0 && (a % b < 0) != (b < 0));
}
constexpr std::int64_t floorMod(std::int64_t a, std::int64_t b) {
    return a - floorDiv(a, b) * b;
}

} // namespace

bool isLeapYear(int year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int daysInMonth(int year, int month) {
    constexpr int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (month < 1 || month > 12)
        return 0;
    return month == 2 && isLeapYear(year) ? 29 : days[month - 1];
}

bool isValidDate(int year, int month, int day) {
    return day >= 1 && day <= daysInMonth(year, month);
}

// Both conversions count years from March, so that the leap day is the last of its year (400 years are 146,097 days).
std::int64_t daysFromCivil(int year, int month, int day) {
    const std::int64_t m = floorMod(std::int64_t{month} - 1, 12);
    const std::int64_t y = year + floorDiv(std::int64_t{month} - 1, 12) - (m < 2 ? 1 : 0);
    const std::int64_t era = floorDiv(y, 400);
    const std::int64_t yearOfEra = floorMod(y, 400);
    const std::int64_t dayOfYear = (153 * (m < 2 ? m + 10 : m - 2) + 2) / 5;
    return era * 146097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719468 + (day - 1);
}

CivilDate civilFromDays(std::int64_t days) {
    days += 719468;
    const std::int64_t era = floorDiv(days, 146097);
    const std::int64_t dayOfEra = floorMod(days, 146097);
    const std::int64_t yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146096) / 365;
    const std::int64_t dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    const std::int64_t m = (5 * dayOfYear + 2) / 153;
    const int month = static_cast<int>(m < 10 ? m + 3 : m - 9);
    return {static_cast<int>(yearOfEra + era * 400 + (month <= 2 ? 1 : 0)), month,
            static_cast<int>(dayOfYear - (153 * m + 2) / 5 + 1)};
}

int weekdayOf(std::int64_t days) {
    return static_cast<int>(floorMod(days + 3, 7)) + 1;
} // 1970-01-01 was a Thursday

std::int64_t weekdayOnOrBefore(std::int64_t days, int weekday) {
    return days - floorMod(weekdayOf(days) - weekday, 7);
}

std::int64_t weekdayOnOrAfter(std::int64_t days, int weekday) {
    return days + floorMod(weekday - weekdayOf(days), 7);
}

std::int64_t isoWeekStart(int year, int week) {
    const std::int64_t fourth = daysFromCivil(year, 1, 4); // always in week 1
    return weekdayOnOrBefore(fourth, 1) + std::int64_t{7} * (week - 1);
}

IsoWeek isoWeekOf(std::int64_t days) {
    const std::int64_t thursday = days - weekdayOf(days) + 4; // a week belongs to the year of its Thursday
    const int year = civilFromDays(thursday).year;
    return {year, static_cast<int>((thursday - daysFromCivil(year, 1, 1)) / 7) + 1};
}

int isoWeeksInYear(int year) {
    return isoWeekOf(daysFromCivil(year, 12, 28)).week;
}

CivilDate addMonths(CivilDate date, int months) {
    const std::int64_t count = std::int64_t{date.year} * 12 + (date.month - 1) + months;
    const int year = static_cast<int>(floorDiv(count, 12));
    const int month = static_cast<int>(floorMod(count, 12)) + 1;
    return {year, month, std::min(date.day, daysInMonth(year, month))};
}

// The Gregorian computus in the form of Meeus, Jones and Butcher.
std::int64_t easterSunday(int year) {
    const int a = year % 19, b = year / 100, c = year % 100;
    const int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    const int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    const int m = (a + 11 * h + 22 * l) / 451;
    const int n = h + l - 7 * m + 114;
    return daysFromCivil(year, n / 31, n % 31 + 1);
}

// Meeus's Julian computus; the Julian calendar runs behind by year/100 - year/400 - 2 days.
std::int64_t orthodoxEasterSunday(int year) {
    const int d = (19 * (year % 19) + 15) % 30;
    const int e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
    const int n = d + e + 114;
    return daysFromCivil(year, n / 31, n % 31 + 1) + year / 100 - year / 400 - 2;
}

std::int64_t nthWeekdayOf(int year, int month, int weekday, int nth) {
    if (nth < 0)
        return weekdayOnOrBefore(daysFromCivil(year, month, daysInMonth(year, month)), weekday);
    return weekdayOnOrAfter(daysFromCivil(year, month, 1), weekday) + std::int64_t{7} * (nth - 1);
}

bool dayBeforeMonth(std::string_view languageTag) {
    while (!languageTag.empty()) {
        const std::size_t dash = languageTag.find_first_of("-_");
        languageTag = dash == std::string_view::npos ? std::string_view{} : languageTag.substr(dash + 1);
        const std::string_view part = languageTag.substr(0, languageTag.find_first_of("-_"));
        if (part.size() == 3 && part[0] >= '0' && part[0] <= '9')
            return true; // 001: the world
        if (part.size() == 2) {
            const char country[2] = {static_cast<char>(part[0] & ~0x20), static_cast<char>(part[1] & ~0x20)};
            const std::string_view code(country, 2);
            return code != "US" && code != "CA" && code != "PH";
        }
    }
    return false;
}

} // namespace countercheck::read
