// SPDX-License-Identifier: GPL-3.0-or-later
// Feasts that follow the moon, by arithmetic that is public: the Hebrew calendar and the tabular Islamic one (Reingold
// and Dershowitz, Calendrical Calculations), and new moons (Meeus, Astronomical Algorithms, chapter 49, exact to some
// minutes) for the Chinese new year and Diwali. Where a feast waits for the moon to be seen, as those of Islam do in
// many countries, the day can differ by one. Feasts begin at sunset; the day that is given is the one that follows it.
#pragma once

#include <cstdint>
#include <string_view>

namespace countercheck::read {

/// The day number (calendar.h) on which a feast begins in a Gregorian year (1600 to 2200).
/// `month` and `day` are those of the Hebrew year counted from Nisan. Month 12 is Adar, in leap years its second.
std::int64_t hebrewFeast(int year, int month, int day);
/// Of the tabular Islamic (civil) calendar; the first in the year where it falls there twice. 0 (1970-01-01 is the
/// feast of nothing) where the year has none.
std::int64_t islamicFeast(int year, int month, int day);
std::int64_t chineseNewYear(int year);
std::int64_t diwali(int year);

} // namespace countercheck::read
