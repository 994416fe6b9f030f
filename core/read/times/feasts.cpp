// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/read/times/feasts.h"

#include "core/read/calendar.h"

#include <cmath>

namespace countercheck::read {

namespace {

constexpr std::int64_t unixDay = 719163; ///< 1970-01-01 as a day of the proleptic Gregorian count from 1 January 1

constexpr std::int64_t floorDiv(std::int64_t a, std::int64_t b) {
    return a / b - ((a % b != 0) && ((a < 0) != (b < 0)) ? 1 : 0);
}

bool hebrewLeap(int year) {
    return (7 * year + 1) % 19 < 7;
}

std::int64_t hebrewElapsed(int year) {
    const std::int64_t months = floorDiv(235 * std::int64_t{year} - 234, 19);
    const std::int64_t parts = 12084 + 13753 * months;
    const std::int64_t days = 29 * months + floorDiv(parts, 25920);
    return (3 * (days + 1)) % 7 < 3 ? days + 1 : days;
}

/// 1 Tishri, counted from 1 January 1.
std::int64_t hebrewNewYear(int year) {
    const std::int64_t before = hebrewElapsed(year - 1), here = hebrewElapsed(year), after = hebrewElapsed(year + 1);
    const int delay = after - here == 356 ? 2 : here - before == 382 ? 1 : 0;
    return -1373427 + here + delay;
}

int hebrewMonthLength(int year, int month) {
    const std::int64_t length = hebrewNewYear(year + 1) - hebrewNewYear(year);
    if (month == 8)
        return length % 10 == 5 ? 30 : 29; // 355, 385
    if (month == 9)
        return length % 10 == 3 ? 29 : 30; // 353, 383
    if (month == 12)
        return hebrewLeap(year) ? 30 : 29;
    return month == 2 || month == 4 || month == 6 || month == 10 || month == 13 ? 29 : 30;
}

/// The nth new moon after that of 6 January 2000, in days (with their fraction) from 1970-01-01, universal time.
double newMoon(int n) {
    const double k = n, t = k / 1236.85;
    const double degree = 3.14159265358979323846 / 180;
    const double e = 1 - 0.002516 * t - 0.0000074 * t * t;
    const double sun = (2.5534 + 29.10535670 * k - 0.0000014 * t * t) * degree;
    const double moon = (201.5643 + 385.81693528 * k + 0.0107582 * t * t) * degree;
    const double latitude = (160.7108 + 390.67050284 * k - 0.0016118 * t * t) * degree;
    const double node = (124.7746 - 1.56375588 * k + 0.0020672 * t * t) * degree;
    const double correction = -0.40720 * std::sin(moon) + 0.17241 * e * std::sin(sun) + 0.01608 * std::sin(2 * moon) +
                              0.01039 * std::sin(2 * latitude) + 0.00739 * e * std::sin(moon - sun) -
                              0.00514 * e * std::sin(moon + sun) + 0.00208 * e * e * std::sin(2 * sun) -
                              0.00111 * std::sin(moon - 2 * latitude) - 0.00057 * std::sin(moon + 2 * latitude) +
                              0.00056 * e * std::sin(2 * moon + sun) - 0.00042 * std::sin(3 * moon) +
                              0.00042 * e * std::sin(sun + 2 * latitude) + 0.00038 * e * std::sin(sun - 2 * latitude) -
                              0.00024 * e * std::sin(2 * moon - sun) - 0.00017 * std::sin(node);
    const double julian = 2451550.09766 + 29.530588861 * k + 0.00015437 * t * t + correction;
    return julian - 2440587.5 - 70.0 / 86400; // dynamical time runs some seventy seconds ahead in our days
}

int moonNear(std::int64_t day) {
    return static_cast<int>(std::floor((static_cast<double>(day) - 10962.76) / 29.530588861));
}

} // namespace

std::int64_t hebrewFeast(int year, int month, int day) {
    const int hebrew = year + (month >= 7 && month <= 11 ? 3761 : 3760);
    if (month == 12 && hebrewLeap(hebrew))
        month = 13;
    std::int64_t at = hebrewNewYear(hebrew) + day - 1;
    const int last = hebrewLeap(hebrew) ? 13 : 12;
    for (int m = 7; m != month; m = m == last ? 1 : m + 1)
        at += hebrewMonthLength(hebrew, m);
    return at - unixDay;
}

std::int64_t islamicFeast(int year, int month, int day) {
    const std::int64_t begin = daysFromCivil(year, 1, 1), end = daysFromCivil(year + 1, 1, 1);
    const int guess = (year - 622) * 33 / 32;
    for (int hijri = guess - 1; hijri <= guess + 2; ++hijri) {
        const std::int64_t at = 227014 + (hijri - 1) * std::int64_t{354} + (3 + 11 * std::int64_t{hijri}) / 30 +
                                29 * (month - 1) + month / 2 + day - unixDay;
        if (at >= begin && at < end)
            return at;
    }
    return 0;
}

/// The second new moon after the month of the winter solstice, never before 21 January (that would be a leap month's).
std::int64_t chineseNewYear(int year) {
    const double china = 8.0 / 24;
    const auto dayOf = [&](int n) { return static_cast<std::int64_t>(std::floor(newMoon(n) + china)); };
    // December solstice (Meeus, chapter 27, without the periodic terms: to a quarter of an hour)
    const double y = (year - 1 - 2000) / 1000.0;
    const double solstice = 2451900.05952 + 365242.74049 * y - 0.06223 * y * y - 0.00823 * y * y * y - 2440587.5;
    const auto solsticeDay = static_cast<std::int64_t>(std::floor(solstice + china));
    int n = moonNear(solsticeDay) + 2;
    while (dayOf(n) > solsticeDay)
        --n;
    n += 2;
    return dayOf(n) < daysFromCivil(year, 1, 21) ? dayOf(n + 1) : dayOf(n);
}

/// The evening before the new moon of Kartika: that from the middle of October to the middle of November.
std::int64_t diwali(int year) {
    const double india = 5.5 / 24;
    int n = moonNear(daysFromCivil(year, 10, 1));
    while (newMoon(n) + india < static_cast<double>(daysFromCivil(year, 10, 17)) + 0.4) // the sun in Libra
        ++n;
    return static_cast<std::int64_t>(std::floor(newMoon(n) + india - 18.5 / 24)); // dark at that day's sunset
}

} // namespace countercheck::read
