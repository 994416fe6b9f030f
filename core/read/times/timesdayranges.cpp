// SPDX-License-Identifier: GPL-3.0-or-later
// Days that count from others: "the 22nd", "the first Friday of July", ranges of days and of weekdays.
#include "core/read/calendar.h"
#include "core/read/times/timesreader.h"

#include <algorithm>

namespace countercheck::read {

using text::Tag;
using text::TokenKind;

int TimesReader::sharedYear(Index end) const {
    for (int steps = 0; steps < 4; ++steps) {
        Index j = end;
        if (kind(j, TokenKind::Comma) && isAny<"and", "or">(j + 1))
            ++j;
        if (!(dashAt(j) || kind(j, TokenKind::Comma) ||
              isAny<"to", "and", "or", "through", "thru", "until", "till">(j)))
            return -1;
        ++j;
        if (is(j, "the"))
            ++j;
        if (has(j, Tag::TimeMod))
            ++j;
        const auto piece = dateAt(j);
        if (!piece || piece->time.month == 0 || piece->time.hasClock())
            return -1;
        if (piece->yearGiven)
            return piece->time.year;
        end = piece->end;
    }
    return -1;
}

/// "the 15th" alone at i, behind its article: a day where the word before asks for one and nothing is counted by it.
bool TimesReader::bareOrdinalFits(Index i) const {
    if (is(i + 1, "of") || nounFollows(i + 1))
        return false;
    const Index lead = i - 2;
    if (offhand_ && alone(i - 1, i + 1))
        return true;
    if (isAny<"on", "by", "until", "since", "from", "before", "after">(lead))
        return true;
    if (isAny<"for", "around", "back", "return", "leave", "arrive", "meet", "due", "fly", "free", "busy", "start",
              "starts", "begin", "begins", "end", "ends", "travel">(lead))
        return !inside(i + 1) || kind(i + 1, TokenKind::Stop) || kind(i + 1, TokenKind::Comma) || is(i + 1, "at");
    if (is(lead, "of"))
        return isAny<"week", "weekend">(lead - 1);
    if (is(lead, "between")) // between the 20th and the 23rd
        return is(i + 1, "and") && ordinalDay(is(i + 2, "the") ? i + 3 : i + 2) > ordinalDay(i);
    return isAny<"and", "to", "through", "thru", "until", "till">(lead) && !out_.times.empty() &&
           out_.times.back().endToken == lead && out_.times.back().resolved &&
           out_.times.back().resolved->grain == Grain::Day;
}

/// "on the 15th": of the month that the tense asks for, or of the day that a range began with.
TimesReader::Index TimesReader::dayOfMonth(Index i, Index first, Index end) {
    if (is(i + 1, "of"))
        return i;
    Piece piece;
    piece.first = first;
    piece.end = end != 0 ? end : i + 1;
    piece.rule = "ordinal-day";
    Index ends = 0;
    piece.time.day = end != 0 ? ordinalAt(i, ends) : kind(i, TokenKind::Number) ? plainNumber(i, 2) : ordinalDay(i);
    const TimeMention* last = out_.times.empty() ? nullptr : &out_.times.back();
    const bool ofMonth = last != nullptr && last->endToken + 1 == first && is(first - 1, "on") && last->resolved &&
                         last->resolved->grain == Grain::Month && last->type == TimeType::Date;
    if (const CivilDate of = ofMonth ? civilFromDays(dayOfSecond(last->resolved->from)) : CivilDate{};
        ofMonth && isValidDate(of.year, of.month, piece.time.day)) { // last month on the 12th
        piece.time.setDay(daysFromCivil(of.year, of.month, piece.time.day));
        piece.resolution = "month-of-the-sentence";
    } else if (last != nullptr &&
               (last->endToken + 1 == first || (last->endToken + 2 == first && is(last->endToken, "but"))) &&
               last->resolved && last->resolved->grain == Grain::Day && last->type == TimeType::Date) {
        CivilDate month = civilFromDays(dayOfSecond(last->resolved->from));
        if (piece.time.day <= month.day)
            month = addMonths({month.year, month.month, 1}, 1);
        if (isValidDate(month.year, month.month, piece.time.day)) {
            piece.time.setDay(daysFromCivil(month.year, month.month, piece.time.day));
            piece.resolution = "month-of-the-range";
        }
    } else {
        placeDay(piece);
    }
    if (const Index week = weekOfDay(piece); week != piece.first)
        return week;
    extendRight(piece);
    const Index next = emit(piece) + 1;
    if (const int other = kind(next, TokenKind::Alnum) && is(next - 1, "and") ? ordinalDay(next) : 0;
        other > piece.time.day && piece.time.hasFullDate() && !piece.time.hasClock() && !is(next + 1, "of") &&
        !nounFollows(next + 1) && isValidDate(piece.time.year, piece.time.month, other)) { // on the 4th and 5th
        piece.first = next;
        piece.end = next + 1;
        piece.time.setDay(daysFromCivil(piece.time.year, piece.time.month, other));
        return emit(piece);
    }
    return next - 1;
}

/// "the week of February 9th", "the weekend of the 7th": the day names its week. Returns piece.first: no week stands
/// before it.
TimesReader::Index TimesReader::weekOfDay(Piece piece) {
    const bool begins =
        is(piece.first - 2, "week") && isAny<"commencing", "beginning", "starting", "ending", "ended">(piece.first - 1);
    if (!piece.time.hasFullDate() || !(is(piece.first - 1, "of") || begins) ||
        !isAny<"week", "weekend">(piece.first - 2) || !inside(piece.first - 2) ||
        !(is(piece.first - 3, "the") || (offhand_ && piece.first == first_ + 2)))
        return piece.first;
    const bool weekend = is(piece.first - 2, "weekend");
    const bool the = is(piece.first - 3, "the") && inside(piece.first - 3);
    const IsoWeek week = isoWeekOf(piece.time.dayNumber());
    piece.time = {};
    piece.time.year = week.year;
    piece.time.week = week.week;
    piece.time.weekend = weekend;
    piece.first -= the ? 3 : 2;
    piece.rule = "week-of-day";
    return emit(piece);
}

/// The month of a day that stands alone: the one that the tense asks for.
void TimesReader::placeDay(Piece& piece) const {
    if (today_) {
        const bool future = tenseAt(piece.first, piece.end) != Tense::Past;
        for (int step = 0; step < 3; ++step) {
            const CivilDate now = civilFromDays(*today_);
            const CivilDate month = addMonths({now.year, now.month, 1}, future ? step : -step);
            if (!isValidDate(month.year, month.month, piece.time.day))
                continue;
            const std::int64_t day = daysFromCivil(month.year, month.month, piece.time.day);
            if (future ? day >= *today_ : day <= *today_) {
                piece.time.setDay(day);
                break;
            }
        }
    }
}

int TimesReader::ordinalBefore(Index end, Index& first) const {
    if (end <= floor_)
        return 0;
    first = end - 1;
    int n = ordinalDay(first);
    if (n == 0 || !kind(first, TokenKind::Word) || n >= 10)
        return n;
    const Index tens = kind(first - 1, TokenKind::Hyphen) ? first - 2 : first - 1;
    if (first >= floor_ + 2 && has(tens, Tag::Number) && number(tens, Tag::Number) >= 20 &&
        number(tens, Tag::Number) % 10 == 0) {
        n += static_cast<int>(number(tens, Tag::Number));
        first = tens;
    }
    return n;
}

/// "twenty-second" read forwards: a number of tens and an ordinal; 0: none.
int TimesReader::ordinalAt(Index i, Index& end) const {
    const Index unit = kind(i + 1, TokenKind::Hyphen) ? i + 2 : i + 1;
    if (!has(i, Tag::Number) || !kind(unit, TokenKind::Word))
        return 0;
    const int tens = static_cast<int>(number(i, Tag::Number)), n = ordinalDay(unit);
    if ((tens != 20 && tens != 30) || n < 1 || n > 9 || tens + n > 31)
        return 0;
    end = unit + 1;
    return tens + n;
}

/// "two Sundays ago", "three Fridays from now", "the Friday before last", "(each Tuesday) and Friday". Returns
/// piece.first where it is none of them.
TimesReader::Index TimesReader::countedWeekday(Piece piece) {
    const Index i = piece.first;
    const bool ago = is(i + 1, "ago"), from = is(i + 1, "from") && is(i + 2, "now");
    if (piece.set && (ago || from) && today_) {
        const auto amount = amountBefore(i);
        if (!amount || amount->thousandths < 1000 || amount->thousandths % 1000 != 0 || amount->thousandths > 100000)
            return i;
        const std::int64_t weeks = amount->thousandths / 1000 - 1;
        piece.set = false;
        piece.first = amount->first;
        piece.end = ago ? i + 2 : i + 3;
        piece.rule = "counted-weekday";
        piece.time.setDay(ago ? weekdayOnOrBefore(*today_ - 1, piece.time.weekday) - 7 * weeks
                              : weekdayOnOrAfter(*today_ + 1, piece.time.weekday) + 7 * weeks);
        extendRight(piece);
        return emit(piece);
    }
    if (!piece.set && piece.end == i + 1 && is(i + 1, "before") && is(i + 2, "last") && !nounFollows(i + 3) && today_) {
        piece.first = is(i - 1, "the") && inside(i - 1) ? i - 1 : i;
        piece.end = i + 3;
        piece.rule = "before-last";
        piece.time.setDay(weekdayOnOrBefore(*today_ - 1, piece.time.weekday) - 7);
        extendRight(piece);
        return emit(piece);
    }
    Index nth = i;
    const int count = piece.end == i + 1 && isAny<"after", "before">(i + 1) ? ordinalBefore(i, nth) : 0;
    if (!piece.set && piece.end == i + 1 && isAny<"after", "before">(i + 1) &&
        ((is(i - 1, "the") && inside(i - 1)) || (count > 0 && count < 10) || has(i + 2, Tag::Holiday)) && inside(i + 2))
        if (auto base = dateAt(is(i + 2, "the") ? i + 3 : i + 2);
            base && !base->set && base->time.grain() == Grain::Day &&
            (base->rule == std::string_view("holiday") || base->time.month != 0)) {
            resolve(*base, Deixis::None); // the Saturday after Christmas
            if (base->time.hasFullDate()) {
                const std::int64_t day = base->time.dayNumber();
                const std::int64_t more = count > 1 ? 7 * (count - 1) : 0;
                const Index noun = count > 0 ? nth : i;
                piece.first = is(noun - 1, "the") && inside(noun - 1) ? noun - 1 : noun;
                piece.end = base->end;
                piece.rule = "distance";
                piece.time.setDay(is(i + 1, "after") ? weekdayOnOrAfter(day + 1, piece.time.weekday) + more
                                                     : weekdayOnOrBefore(day - 1, piece.time.weekday) - more);
                extendRight(piece);
                return emit(piece);
            }
        }
    if (!piece.set && piece.end == i + 1 && is(i + 1, "after") && is(i + 2, "next") && !nounFollows(i + 3) && today_) {
        piece.first = is(i - 1, "the") && inside(i - 1) ? i - 1 : i;
        piece.end = i + 3;
        piece.rule = "after-next";
        piece.time.setDay(weekdayOnOrBefore(*today_, 1) + 14 + piece.time.weekday - 1);
        extendRight(piece);
        return emit(piece);
    }
    if (!piece.set && piece.end == i + 1 && !out_.times.empty() && out_.times.back().endToken + 1 == i &&
        out_.times.back().type == TimeType::Set && out_.times.back().value.starts_with("XXXX-WXX-") &&
        out_.times.back().value.size() == 10 &&
        (isAny<"and", "or">(i - 1) || // every Mon-Fri
         kind(i - 1, TokenKind::Comma) ||
         ((dashAt(i - 1) || isAny<"to", "through", "thru">(i - 1)) &&
          static_cast<Deixis>(leadOf(token(out_.times.back().firstToken).word) & ~futureLead) == Deixis::Habit))) {
        piece.set = true;
        piece.rule = "every";
        if (const DayPart part = dayPartOf(piece.end); part != DayPart::None && inside(piece.end)) {
            piece.time.part = part; // "every Tuesday and Thursday night"
            ++piece.end;
        }
        if (is(piece.end, "at") && inside(piece.end))
            if (const auto c = clockAt(piece.end + 1);
                c && (c->sure || c->minute >= 0 || (c->hour <= 12 && bareHourFits(*c)))) {
                piece.time.hour = c->hour;
                piece.time.minute = c->minute;
                piece.end = c->end;
            }
        return emit(piece);
    }
    return i;
}

/// `i`: the word "month", `first`: its determiner. Returns i: none.
TimesReader::Index TimesReader::ordinalOfMonth(Index i, Index first, Deixis deixis) {
    Index ordinal = 0;
    if (is(first, "next") && is(first - 1, "the"))
        --first; // of the next month
    if (!today_ || has(i, Tag::Plural) || value(i, Tag::TimeUnit) != "month" || !is(first - 1, "of") ||
        !inside(first - 1))
        return i;
    const int day = ordinalBefore(first - 1, ordinal);
    if (day < 1 || !is(ordinal - 1, "the") || !inside(ordinal - 1))
        return i;
    const CivilDate now = civilFromDays(*today_);
    const CivilDate month = addMonths({now.year, now.month, 1}, deixis == Deixis::Last   ? -1
                                                                : deixis == Deixis::Next ? 1
                                                                                         : 0);
    if (!isValidDate(month.year, month.month, day))
        return i;
    Piece piece;
    piece.first = ordinal - 1;
    piece.end = i + 1;
    piece.rule = "day-of-period";
    piece.time.setDay(daysFromCivil(month.year, month.month, day));
    extendRight(piece);
    return emit(piece);
}

/// "the first Friday of July", "the 2nd Tuesday in November", "the last Sunday of October", "the third week of this
/// month"
TimesReader::Index TimesReader::nthOf(Index i) {
    const bool weekend = has(i, Tag::TimeUnit) && value(i, Tag::TimeUnit) == "weekend" && !has(i, Tag::Plural);
    const bool week = weekend || (has(i, Tag::TimeUnit) && value(i, Tag::TimeUnit) == "week" && !has(i, Tag::Plural));
    const Deixis bare = is(i + 2, "month") ? deixisAt(i + 1) : Deixis::None; // the third Wednesday this month
    const bool of = isAny<"of", "in">(i + 1);
    if (!(week || (has(i, Tag::Weekday) && !has(i, Tag::Plural))) || i <= floor_ ||
        !(of || bare == Deixis::This || bare == Deixis::Next || bare == Deixis::Last))
        return i;
    Index first = i - 1;
    const bool last = is(first, "last") || (week && is(first, "final"));
    int back = 0; // "second to last" counts from the end
    if (is(first, "penultimate")) {
        back = 1;
    } else if (last && is(first - 1, "to") && inside(first - 2) &&
               (is(first - 2, "next") || ordinalDay(first - 2) == 2 || ordinalDay(first - 2) == 3)) {
        first -= 2;
        back = std::max(ordinalDay(first), 2) - 1;
    }
    const int n = last || back > 0 ? -1 : ordinalBefore(i, first);
    if ((n < 1 && !last && back == 0) || n > 5)
        return i;
    Piece piece;
    Index j = of ? i + 2 : i + 1;
    const Deixis deixis = deixisAt(j);
    const bool every = deixisAt(first - 1) == Deixis::Habit && inside(first - 1);
    if ((deixis == Deixis::Habit || (every && is(j, "the"))) && isAny<"month", "quarter", "year">(j + 1) &&
        inside(j + 1)) { // the third Wednesday of every month, every first Monday of the month
        const Index from = every || (is(first - 1, "the") && inside(first - 1)) ? first - 1 : first;
        return emit(from, j + 2, TimeType::Set, TimeMod::None, durationValue(1000, value(j + 1, Tag::TimeUnit)),
                    std::nullopt, "every");
    }
    if ((deixis == Deixis::This || deixis == Deixis::Next || deixis == Deixis::Last) && is(j + 1, "month")) {
        if (!today_)
            return i;
        const CivilDate now = civilFromDays(*today_);
        const CivilDate month = addMonths({now.year, now.month, 1}, deixis == Deixis::Next   ? 1
                                                                    : deixis == Deixis::Last ? -1
                                                                                             : 0);
        piece.time.year = month.year;
        piece.time.month = month.month;
        piece.end = j + 2;
    } else if (is(j, "the") && is(j + 1, "month") && inside(j + 1) && today_) { // the last Friday of the month
        const CivilDate now = civilFromDays(*today_);
        piece.time.year = now.year;
        piece.time.month = now.month;
        piece.end = j + 2;
    } else if (today_ && is(j + 1, "year") && inside(j + 1) &&
               (is(j, "the") || deixis == Deixis::This || deixis == Deixis::Next || deixis == Deixis::Last)) {
        // the last week of the year
        piece.time.year = civilFromDays(*today_).year + (deixis == Deixis::Next ? 1 : deixis == Deixis::Last ? -1 : 0);
        piece.end = j + 2;
        if (week && !weekend) {
            piece.time.week = last ? isoWeeksInYear(piece.time.year) : n;
            piece.first = is(first - 1, "the") && inside(first - 1) ? first - 1 : first;
            piece.rule = "nth-week";
            return emit(piece);
        }
        piece.time.month = last ? 12 : 1;
    } else if (Index end = 0; week && !weekend && yearAt(j, end) > 0) { // the first week of 2027
        piece.time.year = yearAt(j, end);
        piece.time.week = last ? isoWeeksInYear(piece.time.year) : n;
        piece.end = end;
        piece.first = is(first - 1, "the") && inside(first - 1) ? first - 1 : first;
        piece.rule = "nth-week";
        return emit(piece);
    } else {
        const bool moved = deixis != Deixis::None && deixis != Deixis::Habit;
        const Index at = moved ? j + 1 : j;
        auto month = has(at, Tag::Month) ? monthDate(at) : std::nullopt;
        if (!month && has(at, Tag::Month) && monthNamed(at)) { // "the third week of Jan"
            month.emplace();
            month->first = at;
            month->end = at + 1;
            month->time.month = static_cast<int>(number(at, Tag::Month));
        }
        if (!month || month->time.day != 0)
            return i;
        resolve(*month, moved ? deixis : Deixis::None);
        piece = *month;
    }
    piece.first = is(first - 1, "the") && inside(first - 1) ? first - 1 : first;
    piece.rule = "nth-of-month";
    if (piece.time.year < 0)
        return i;
    const int weekday = weekend ? 6 // a week belongs to the month of its Thursday, a weekend to that of its Saturday
                        : week  ? 4
                                : static_cast<int>(number(i, Tag::Weekday));
    const std::int64_t day = nthWeekdayOf(piece.time.year, piece.time.month, weekday, n) - 7 * back;
    if (!week) {
        piece.time.setDay(day);
    } else {
        const IsoWeek isoWeek = isoWeekOf(day);
        piece.time = {};
        piece.time.year = isoWeek.year;
        piece.time.week = isoWeek.week;
        piece.time.weekend = weekend;
    }
    if (!week)
        extendRight(piece);
    return emit(piece);
}

/// "Feb 2nd week": `i` is the month, an ordinal and "week" follow.
TimesReader::Index TimesReader::monthWeek(Index i) {
    const int n = ordinalDay(i + 1);
    if (!monthNamed(i) || n > 5 || !inside(i + 2))
        return i;
    Piece piece;
    piece.first = i;
    piece.end = i + 3;
    piece.time.month = static_cast<int>(number(i, Tag::Month));
    resolve(piece, Deixis::None);
    if (piece.time.year < 0)
        return i;
    const IsoWeek week = isoWeekOf(nthWeekdayOf(piece.time.year, piece.time.month, 4, n));
    piece.time = {};
    piece.time.year = week.year;
    piece.time.week = week.week;
    piece.rule = "nth-of-month";
    return emit(piece);
}

/// "from Monday to Wednesday": two days of one run. Returns piece.end when there is none.
TimesReader::Index TimesReader::weekdayRange(const Piece& piece) {
    const Index link = piece.end;
    const bool listed = isAny<"and", "or">(link); // between Tuesday and Thursday of next week, Wed or Thu next week
    if (!today_ || !(dashAt(link) || isAny<"to", "through", "thru", "until", "till">(link) || listed) ||
        !has(link + 1, Tag::Weekday) || has(link + 1, Tag::Plural) || deixisAt(piece.first - 1) != Deixis::None)
        return piece.end;
    const auto found = weekdayDate(link + 1);
    Piece first = piece;
    if (listed && found && first.time.weekday < found->time.weekday &&
        found->rule == std::string_view("weekday-of-week") && found->time.hasFullDate()) {
        first.time.setDay(weekdayOnOrBefore(found->time.dayNumber() - 1, first.time.weekday));
        emit(first);
        return emit(*found);
    }
    if (!found || found->yearGiven || found->time.day != 0 || found->set || listed)
        return piece.end;
    Piece second = *found;
    if (tenseAt(piece.first, second.end) == Tense::Future) {
        first.time.setDay(weekdayOnOrAfter(*today_, first.time.weekday));
        second.time.setDay(weekdayOnOrAfter(first.time.dayNumber() + 1, second.time.weekday));
    } else {
        second.time.setDay(weekdayOnOrBefore(*today_, second.time.weekday));
        first.time.setDay(weekdayOnOrBefore(second.time.dayNumber() - 1, first.time.weekday));
    }
    first.resolution = second.resolution = "weekday-range";
    extendLeft(first);
    emit(first);
    if (const auto hour = clockAt(second.end); !hour || !(dashAt(hour->end) || isAny<"to", "until", "till">(hour->end)))
        extendRight(second); // not the hours of all days: mon-fri 9am-5pm
    return emit(second);
}

/// "January 1-5, 2025", "January 1 to 5": the second day is a mention of its own. Returns `end` when there is none.
TimesReader::Index TimesReader::dayRange(const Piece& piece, Index end) {
    const bool dash = dashAt(end);
    const bool listed = kind(end, TokenKind::Comma) && kind(end + 1, TokenKind::Alnum); // Dec 24th, 25th and 26th
    if (!dash && !listed && !isAny<"to", "and", "or", "through", "thru">(end))
        return end;
    const Index d = kind(end, TokenKind::Comma) && isAny<"and", "or">(end + 1) ? end + 2 : end + 1;
    int day = plainNumber(d, 2);
    if (day < 0 && kind(d, TokenKind::Alnum))
        day = ordinalDay(d);
    if (day <= piece.time.day || day > daysInMonth(2024, piece.time.month) || kind(d + 1, TokenKind::Colon) ||
        kind(d + 1, TokenKind::Percent) || has(d + 1, Tag::Month) || has(d + 1, Tag::DayPart))
        return end;
    if (!dash && nounFollows(d + 1))
        return end;
    Piece first = piece, second = piece;
    second.first = d;
    second.end = d + 1;
    second.time.day = day;
    second.rule = "day-range";
    if (Index after = 0; const int y = yearAt(d + 1, after)) {
        if (y > 0) {
            second.end = after;
            first.time.year = second.time.year = y;
            first.yearGiven = second.yearGiven = true;
        }
    }
    if (!first.yearGiven && first.time.year < 0 && deixisAt(first.first - 1) == Deixis::None) {
        Piece last = second; // a range that has begun goes on to its end
        last.first = first.first;
        resolve(last, Deixis::None);
        first.time.year = last.time.year;
    }
    extendLeft(first);
    second.time.year = first.time.year;
    emit(first);
    if (listed || is(end, "and"))
        if (const Index more = dayRange(second, second.end); more != second.end)
            return more;
    return emit(second);
}

} // namespace countercheck::read
