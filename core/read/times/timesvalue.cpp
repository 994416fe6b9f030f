// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/read/times/timesvalue.h"

#include "core/read/calendar.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace countercheck::read {

namespace {

constexpr std::int64_t hour = 3600;

/// A value as it grows; none is longer than a date with a clock.
class Value {
public:
    Value& operator+=(std::string_view text) {
        for (const char c : text)
            put(c);
        return *this;
    }
    /// With zeros in front up to `width` digits.
    Value& add(int value, int width = 1) {
        std::array<char, 12> digits;
        const char* const end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
        for (auto missing = width - (end - digits.data()); missing > 0; --missing)
            put('0');
        for (const char* digit = digits.data(); digit != end; ++digit)
            put(*digit);
        return *this;
    }
    [[nodiscard]] std::string string() const { return {text_.data(), size_}; }

private:
    void put(char c) {
        if (size_ < text_.size())
            text_[size_++] = c;
    }
    std::array<char, 64> text_;
    std::size_t size_ = 0;
};

std::string_view partCode(DayPart part) {
    switch (part) {
    case DayPart::Morning:
    case DayPart::EarlyHours:
        return "MO";
    case DayPart::Midday:
        return "MI";
    case DayPart::Afternoon:
        return "AF";
    case DayPart::Evening:
        return "EV";
    case DayPart::Night:
        return "NI";
    case DayPart::None:
        break;
    }
    return {};
}

void addDate(Value& value, const PartialTime& t) {
    if (t.someDay && !t.hasFullDate()) {
        value += "XXXX-XX-XX";
        return;
    }
    if (t.century >= 0) {
        value.add(t.century, 2);
        return;
    }
    if (t.decade >= 0) {
        value.add(t.decade, 3);
        return;
    }
    const bool parts = t.half != 0 || t.quarter != 0 || t.season != 0 || t.week != 0 || t.weekend || t.month != 0 ||
                       t.day != 0 || t.weekday != 0;
    if (t.year < 0 && !parts)
        return;
    if (t.fiscal)
        value += "FY";
    if (t.year >= 0)
        value.add(t.year, 4);
    else
        value += "XXXX";
    if (t.half != 0) {
        (value += "-H").add(t.half);
    } else if (t.quarter != 0) {
        (value += "-Q").add(t.quarter);
    } else if (t.season != 0) {
        constexpr const char* codes[] = {"-SP", "-SU", "-FA", "-WI"};
        value += codes[t.season - 1];
    } else if (t.week != 0) {
        (value += "-W").add(t.week, 2) += t.weekend ? "-WE" : "";
    } else if (t.weekend) {
        value += "-WXX-WE";
    } else if (t.month != 0) {
        (value += "-").add(t.month, 2);
        if (t.day != 0)
            (value += "-").add(t.day, 2);
    } else if (t.day != 0) {
        (value += "-XX-").add(t.day, 2);
    } else if (t.weekday != 0) {
        (value += "-WXX-").add(t.weekday);
    }
}

/// From month `first` of `year`, `months` long.
TimeSpan months(int year, int first, int count, Grain grain) {
    return {daysFromCivil(year, first, 1) * secondsPerDay, daysFromCivil(year, first + count, 1) * secondsPerDay,
            grain};
}

std::optional<TimeSpan> dateSpan(const PartialTime& t) {
    if (t.fiscal)
        return std::nullopt;
    if (t.century >= 0)
        return months(t.century * 100, 1, 1200, Grain::Century);
    if (t.decade >= 0)
        return months(t.decade * 10, 1, 120, Grain::Decade);
    if (t.year < 0)
        return std::nullopt;
    if (t.half != 0)
        return months(t.year, t.half * 6 - 5, 6, Grain::Half);
    if (t.quarter != 0)
        return months(t.year, t.quarter * 3 - 2, 3, Grain::Quarter);
    if (t.season != 0)
        return months(t.year, t.season * 3, 3, Grain::Season);
    if (t.week != 0) {
        const std::int64_t monday = isoWeekStart(t.year, t.week);
        return TimeSpan{(monday + (t.weekend ? 5 : 0)) * secondsPerDay, (monday + 7) * secondsPerDay, Grain::Week};
    }
    if (t.weekend || (t.day == 0 && t.weekday != 0) || (t.day != 0 && t.month == 0))
        return std::nullopt;
    if (t.day != 0) {
        const std::int64_t day = t.dayNumber();
        return TimeSpan{day * secondsPerDay, (day + 1) * secondsPerDay, Grain::Day};
    }
    return t.month != 0 ? months(t.year, t.month, 1, Grain::Month) : months(t.year, 1, 12, Grain::Year);
}

/// Narrows a day to its part: local custom differs, so the bounds are generous.
TimeSpan partSpan(std::int64_t midnight, DayPart part) {
    switch (part) {
    case DayPart::Morning:
        return {midnight + 5 * hour, midnight + 12 * hour, Grain::PartOfDay};
    case DayPart::Midday:
        return {midnight + 11 * hour, midnight + 14 * hour, Grain::PartOfDay};
    case DayPart::Afternoon:
        return {midnight + 12 * hour, midnight + 18 * hour, Grain::PartOfDay};
    case DayPart::Evening:
        return {midnight + 17 * hour, midnight + 24 * hour, Grain::PartOfDay};
    case DayPart::EarlyHours:
        return {midnight, midnight + 6 * hour, Grain::PartOfDay};
    default:
        return {midnight + 18 * hour, midnight + 30 * hour, Grain::PartOfDay}; // into the next morning
    }
}

} // namespace

int fullYear(int twoDigits, std::optional<std::int64_t> today) {
    const int now = today ? civilFromDays(*today).year : 2030;
    const int year = now - now % 100 + twoDigits;
    return year > now + 10 ? year - 100 : year;
}

std::int64_t PartialTime::dayNumber() const {
    return daysFromCivil(year, month, day);
}

void PartialTime::setDay(std::int64_t dayNumber) {
    const CivilDate date = civilFromDays(dayNumber);
    year = date.year;
    month = date.month;
    day = date.day;
    someDay = false;
}

void PartialTime::setWeekBeside(std::int64_t feast, bool after, bool ofWeekend) {
    const IsoWeek beside = isoWeekOf(!ofWeekend ? feast + (after ? 7 : -7)
                                     : after    ? weekdayOnOrAfter(feast + (weekdayOf(feast) == 6 ? 2 : 1), 6)
                                                : weekdayOnOrBefore(feast - (weekdayOf(feast) == 7 ? 2 : 1), 6));
    year = beside.year;
    week = beside.week;
    weekend = ofWeekend;
}

bool PartialTime::setPeriod(std::string_view unit, std::int64_t dayNumber, int steps) {
    const CivilDate now = civilFromDays(dayNumber);
    if (unit == "month" || unit == "quarter" || unit == "half") {
        const int length = unit == "month" ? 1 : unit == "quarter" ? 3 : 6;
        const CivilDate then = addMonths({now.year, now.month, 1}, length * steps);
        year = then.year;
        if (length == 1)
            month = then.month;
        else
            (length == 3 ? quarter : half) = (then.month + length - 1) / length;
    } else if (unit == "decade") {
        decade = now.year / 10 + steps;
    } else if (unit == "century") {
        century = now.year / 100 + steps;
    } else if (unit == "year") {
        year = now.year + steps;
    } else {
        return false;
    }
    return true;
}

Grain PartialTime::grain() const {
    if (second >= 0)
        return Grain::Second;
    if (minute >= 0)
        return Grain::Minute;
    if (hour >= 0)
        return Grain::Hour;
    if (part != DayPart::None)
        return Grain::PartOfDay;
    if (day != 0 || someDay || (weekday != 0 && week == 0))
        return Grain::Day;
    if (week != 0 || weekend)
        return Grain::Week;
    if (month != 0)
        return Grain::Month;
    if (quarter != 0)
        return Grain::Quarter;
    if (season != 0)
        return Grain::Season;
    if (half != 0)
        return Grain::Half;
    if (decade >= 0)
        return Grain::Decade;
    return century >= 0 ? Grain::Century : Grain::Year;
}

std::string timexValue(const PartialTime& t) {
    Value value;
    addDate(value, t);
    if (t.hour >= 0) {
        (value += "T").add(t.hour, 2) += ":";
        value.add(t.minute < 0 ? 0 : t.minute, 2);
        if (t.second >= 0)
            (value += ":").add(t.second, 2);
        if (t.utc)
            value += "Z";
    } else if (t.part != DayPart::None) {
        (value += "T") += partCode(t.part);
    }
    return value.string();
}

TimeSpan narrowed(TimeSpan span, TimeMod mod) {
    if (mod != TimeMod::Start && mod != TimeMod::Mid && mod != TimeMod::End)
        return span;
    // In whole months, days or hours, so that bounds stay round.
    std::int64_t unit = span.to - span.from > 2 * secondsPerDay ? secondsPerDay : hour;
    std::int64_t units = (span.to - span.from) / unit;
    const CivilDate first = civilFromDays(dayOfSecond(span.from)), last = civilFromDays(dayOfSecond(span.to));
    const bool wholeMonths = span.grain < Grain::Month && first.day == 1 && last.day == 1;
    if (wholeMonths)
        units = (last.year - first.year) * 12 + last.month - first.month;
    const auto at = [&](std::int64_t steps) {
        return wholeMonths ? daysFromCivil(first.year, first.month + static_cast<int>(steps), 1) * secondsPerDay
                           : span.from + steps * unit;
    };
    TimeSpan part = span;
    if (mod != TimeMod::End)
        part.to = at(mod == TimeMod::Start ? (units + 1) / 2 : units - units / 4);
    if (mod != TimeMod::Start)
        part.from = at(mod == TimeMod::End ? units / 2 : units / 4);
    return part;
}

std::optional<TimeSpan> spanOf(const PartialTime& t, TimeMod mod) {
    std::optional<TimeSpan> span;
    if (t.hour >= 0 || t.part != DayPart::None) {
        if (!t.hasFullDate())
            return std::nullopt;
        const std::int64_t midnight = t.dayNumber() * secondsPerDay;
        if (t.hour < 0) {
            span = partSpan(midnight, t.part);
        } else {
            const std::int64_t from =
                midnight + t.hour * hour + (t.minute < 0 ? 0 : t.minute) * 60 + (t.second < 0 ? 0 : t.second);
            span = TimeSpan{from, from + (t.minute < 0 ? hour : t.second < 0 ? 60 : 1), t.grain()};
        }
    } else {
        span = dateSpan(t);
    }
    if (span)
        span = narrowed(*span, mod);
    return span;
}

std::string durationValue(std::int64_t thousandths, std::string_view unit) {
    std::int64_t amount = thousandths;
    std::string code;
    bool clock = false;
    if (unit == "second" || unit == "minute" || unit == "hour") {
        clock = true;
        code = unit == "second" ? "S" : unit == "minute" ? "M" : "H";
    } else if (unit == "fortnight") {
        code = "W";
        amount *= thousandths < 0 ? 1 : 2;
    } else if (unit == "decade" || unit == "century" || unit == "millennium") {
        const bool whole = thousandths < 0 || thousandths % 1000 == 0; // half a century is P50Y
        code = !whole ? "Y" : unit == "decade" ? "DE" : unit == "century" ? "CE" : "ML";
        amount *= whole ? 1 : unit == "decade" ? 10 : unit == "century" ? 100 : 1000;
    } else if (unit == "day" || unit == "night" || unit == "week" || unit == "month" || unit == "year" ||
               unit == "quarter") {
        code = unit == "night" ? "D" : std::string(1, static_cast<char>(unit.front() - 'a' + 'A'));
    } else {
        code = unit == "weekend" ? "WE" : "D";
    }
    const std::string head = clock ? "PT" : "P";
    if (amount < 0)
        return head + "X" + code;
    if (amount % 1000 == 0)
        return head + std::to_string(amount / 1000) + code;
    if (unit == "hour" && amount * 60 % 1000 == 0) {
        const std::int64_t minutes = amount * 60 / 1000;
        return "PT" + (minutes >= 60 ? std::to_string(minutes / 60) + "H" : std::string()) +
               std::to_string(minutes % 60) + "M";
    }
    if (unit == "minute" && amount * 60 % 1000 == 0) {
        const std::int64_t seconds = amount * 60 / 1000;
        return "PT" + (seconds >= 60 ? std::to_string(seconds / 60) + "M" : std::string()) +
               std::to_string(seconds % 60) + "S";
    }
    if (unit == "year" && amount == 500)
        return "P6M";
    std::string decimals = Value().add(static_cast<int>(amount % 1000), 3).string();
    while (decimals.back() == '0')
        decimals.pop_back();
    return head + std::to_string(amount / 1000) + "." + decimals + code;
}

TimeMod modOfHedge(std::string_view hedge) {
    if (hedge == "about")
        return TimeMod::Approx;
    if (hedge == "nearly" || hedge == "just-under" || hedge == "less-than")
        return TimeMod::LessThan;
    if (hedge == "more-than" || hedge == "just-over")
        return TimeMod::MoreThan;
    if (hedge == "at-least")
        return TimeMod::EqualOrMore;
    return hedge == "at-most" || hedge == "up-to" ? TimeMod::EqualOrLess : TimeMod::None;
}

TimeMod modOfPoint(TimeMod ofDistance, int direction) {
    switch (ofDistance) {
    case TimeMod::MoreThan:
        return direction < 0 ? TimeMod::Before : TimeMod::After;
    case TimeMod::LessThan:
        return direction < 0 ? TimeMod::After : TimeMod::Before;
    case TimeMod::EqualOrMore:
        return direction < 0 ? TimeMod::OnOrBefore : TimeMod::OnOrAfter;
    case TimeMod::EqualOrLess:
        return direction < 0 ? TimeMod::OnOrAfter : TimeMod::OnOrBefore;
    default:
        return ofDistance;
    }
}

bool clockUnit(std::string_view unit) {
    return unit == "second" || unit == "minute" || unit == "hour";
}

int monthsIn(std::string_view unit) {
    return unit == "month"     ? 1
           : unit == "quarter" ? 3
           : unit == "year"    ? 12
           : unit == "decade"  ? 120
           : unit == "century" ? 1200
                               : 0;
}

std::int64_t secondsIn(std::string_view unit) {
    return unit == "second"                      ? 1
           : unit == "minute"                    ? 60
           : unit == "hour"                      ? 3600
           : unit == "week" || unit == "weekend" ? 7 * secondsPerDay
           : unit == "fortnight"                 ? 14 * secondsPerDay
                                                 : secondsPerDay;
}

std::int64_t moved(std::int64_t from, std::int64_t thousandths, std::string_view unit) {
    if (const int months = monthsIn(unit); months != 0) {
        const std::int64_t count = thousandths * months / 1000;
        const std::int64_t day = dayOfSecond(from);
        const CivilDate date =
            addMonths(civilFromDays(day), static_cast<int>(std::clamp<std::int64_t>(count, -24000, 24000)));
        const std::int64_t rest = thousandths * months % 1000 * 30 / 1000; // days of a broken month
        return (daysFromCivil(date) + rest) * secondsPerDay + (from - day * secondsPerDay);
    }
    return from + thousandths * secondsIn(unit) / 1000;
}

} // namespace countercheck::read
