// SPDX-License-Identifier: GPL-3.0-or-later
// Days that a month, a year or a week of the calendar counts: "the last day of March", "the third day of next week",
// "4 to 23 next month".
#include "core/read/calendar.h"
#include "core/read/times/timesreader.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace countercheck::read {

using text::Tag;
using text::TokenKind;

/// "the first day of next month", "the last day of the year", "the first day of March", "the third day of next week": u
/// is "day" at i.
TimesReader::Index TimesReader::edgeDay(Index i) {
    const bool working = isAny<"working", "business", "trading">(i - 1);
    const Index day = working ? i - 1 : i;
    const bool last = isAny<"last", "final">(day - 1);
    Index ordinal = day - 1;
    const int n = last ? 0 : ordinalBefore(day, ordinal);
    if (i <= floor_ || !today_ || !is(i + 1, "of") || !(last || n > 0))
        return i;
    int back = 0; // "the second to last day"
    if (last && is(ordinal - 1, "to") && (is(ordinal - 2, "next") || ordinalDay(ordinal - 2) > 1) &&
        inside(ordinal - 2)) {
        ordinal -= 2;
        back = std::max(ordinalDay(ordinal), 2) - 1;
    }
    Index j = i + 2;
    const Deixis deixis = deixisAt(j);
    if (deixis == Deixis::Habit && isAny<"month", "quarter", "year">(j + 1) && inside(j + 1))
        return emit(is(ordinal - 1, "the") && inside(ordinal - 1) ? ordinal - 1 : ordinal, j + 2, TimeType::Set,
                    TimeMod::None, durationValue(1000, value(j + 1, Tag::TimeUnit)), std::nullopt, "every");
    const bool moved = deixis == Deixis::Last || deixis == Deixis::This || deixis == Deixis::Next;
    const CivilDate now = civilFromDays(*today_);
    const int step = deixis == Deixis::Last ? -1 : deixis == Deixis::Next ? 1 : 0;
    CivilDate from;
    int months = 0;
    Index end = 0;
    if ((moved || is(j, "the")) && (is(j + 1, "month") || is(j + 1, "year")) && inside(j + 1)) {
        months = is(j + 1, "month") ? 1 : 12;
        from = months == 1 ? addMonths({now.year, now.month, 1}, step) : CivilDate{now.year + step, 1, 1};
        end = j + 2;
    } else if (moved && is(j + 1, "week") && inside(j + 1) && !working) {
        if (n > 7)
            return i;
        months = 0;
        from = civilFromDays(weekdayOnOrBefore(*today_, 1) + 7 * step);
        end = j + 2;
    } else if (has(j, Tag::Month)) {
        auto month = monthDate(j);
        if (!month || month->time.day != 0)
            return i;
        resolve(*month, Deixis::None);
        if (month->time.year < 0)
            return i;
        months = 1;
        from = {month->time.year, month->time.month, 1};
        end = month->end;
    } else if (yearAt(j, end) > 0) {
        months = 12;
        from = {yearAt(j, end), 1, 1};
    } else {
        return i;
    }
    Piece piece;
    piece.first = is(ordinal - 1, "the") && inside(ordinal - 1) ? ordinal - 1 : ordinal;
    piece.end = end;
    piece.rule = "edge-day";
    if (!last && months == 1 && n > daysInMonth(from.year, from.month))
        return i;
    std::int64_t edge =
        last ? (months == 0 ? daysFromCivil(from) + 7 : daysFromCivil(addMonths(from, months))) - 1 - back
             : daysFromCivil(from) + (working ? 0 : n - 1);
    for (int more = working && !last ? n - 1 : 0; working; edge += last ? -1 : 1) // the last working day of the month
        if (weekdayOf(edge) <= 5 && more-- == 0)
            break;
    piece.time.setDay(edge);
    extendRight(piece);
    return emit(piece);
}

/// "4 to 23 next month", "from the 4th to the 23rd of this month", "4-23 last month": two days of one month. Returns i:
/// none.
TimesReader::Index TimesReader::daysOfMonth(Index i) {
    if (!(dashAt(i + 1) || isAny<"to", "until", "till", "through", "thru", "and">(i + 1)))
        return i; // nearly always
    const auto dayAt = [this](Index at) { return kind(at, TokenKind::Number) ? plainNumber(at, 2) : ordinalDay(at); };
    const Index other = is(i + 2, "the") ? i + 3 : i + 2;
    const int one = dayAt(i), two = dayAt(other);
    if (one < 1 || two <= one || two > 31 || !today_ ||
        !(dashAt(i + 1) || isAny<"to", "until", "till", "through", "thru">(i + 1) ||
          (is(i + 1, "and") && isAny<"between", "the">(i - 1))))
        return i;
    const Index month = is(other + 1, "of") ? other + 2 : other + 1;
    const Deixis deixis = deixisAt(month);
    const int step = deixis == Deixis::Next ? 1 : deixis == Deixis::Last ? -1 : 0;
    if ((step == 0 && deixis != Deixis::This) || !is(month + 1, "month") || !inside(month + 1))
        return i;
    const CivilDate now = civilFromDays(*today_);
    const CivilDate of = addMonths({now.year, now.month, 1}, step);
    if (!isValidDate(of.year, of.month, two))
        return i;
    Piece piece;
    piece.first = is(i - 1, "the") && inside(i - 1) ? i - 1 : i;
    piece.end = i + 1;
    piece.rule = "day-range";
    piece.time.setDay(daysFromCivil(of.year, of.month, one));
    emit(piece);
    piece.first = i + 2;
    piece.end = month + 2;
    piece.time.setDay(daysFromCivil(of.year, of.month, two));
    extendRight(piece);
    return emit(piece);
}

/// "the 20th of next month", "the 1st of every month", "every 1st of the month"; `i` is the day. Returns i: none.
TimesReader::Index TimesReader::dayOfNamedMonth(Index i) {
    const int plain = plainNumber(i, 2);
    const int day = ordinalDay(i) > 0 ? ordinalDay(i) : is(i - 1, "the") && plain <= 31 ? plain : 0;
    if (day <= 0 || kind(i, TokenKind::Word) || !today_ || !inside(i + 3))
        return i;
    const Deixis deixis = deixisAt(i + 2);
    const bool every = deixisAt(i - 1) == Deixis::Habit && inside(i - 1);
    if (deixis == Deixis::Habit || every) {
        PartialTime time;
        time.day = day;
        return emit(every || is(i - 1, "the") ? i - 1 : i, i + 4, TimeType::Set, TimeMod::None, timexValue(time),
                    std::nullopt, "every");
    }
    const int step = deixis == Deixis::Next ? 1 : deixis == Deixis::Last ? -1 : 0;
    if (step == 0 && deixis != Deixis::This && !is(i + 2, "the"))
        return i;
    const CivilDate now = civilFromDays(*today_);
    const CivilDate month = addMonths({now.year, now.month, 1}, step);
    if (!isValidDate(month.year, month.month, day))
        return i;
    Piece piece;
    piece.first = is(i - 1, "the") && inside(i - 1) ? i - 1 : i;
    piece.end = i + 4;
    piece.rule = "ordinal-of-month";
    piece.time.setDay(daysFromCivil(month.year, month.month, day));
    extendRight(piece);
    return emit(piece);
}

/// "Sept 11 to Dec 1": the day that closes a range comes after the one that opens it.
void TimesReader::closeRange(Piece& piece) const {
    const TimeMention* last = out_.times.empty() ? nullptr : &out_.times.back();
    if (last == nullptr || last->endToken + 1 != piece.first || last->sentence != sentence_ || !last->resolved ||
        last->resolved->grain != Grain::Day || last->type != TimeType::Date ||
        !(dashAt(piece.first - 1) || isAny<"to", "through", "thru", "until", "till">(piece.first - 1)))
        return;
    const CivilDate from = civilFromDays(dayOfSecond(last->resolved->from));
    const bool later = std::pair(piece.time.month, piece.time.day) > std::pair(from.month, from.day);
    if (!isValidDate(from.year + (later ? 0 : 1), piece.time.month, piece.time.day))
        return;
    piece.time.year = from.year + (later ? 0 : 1);
    piece.resolution = "year-of-the-range";
}

/// "last spring and summer", "every spring and fall": a season that goes on from the one before "and". Returns its
/// first word: it does not.
TimesReader::Index TimesReader::seasonListed(Piece piece) {
    const TimeMention* last = out_.times.empty() ? nullptr : &out_.times.back();
    if (last == nullptr || last->endToken + 1 != piece.first || last->sentence != sentence_ ||
        last->value.size() != 7 || !lexicon_.has(token(last->endToken - 1).word, Tag::Season) || nounFollows(piece.end))
        return piece.first;
    piece.set = last->type == TimeType::Set;
    if (!piece.set)
        std::from_chars(last->value.data(), last->value.data() + 4, piece.time.year);
    return emit(piece);
}

} // namespace countercheck::read
