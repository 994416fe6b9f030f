// SPDX-License-Identifier: GPL-3.0-or-later
// What a unit of time names in the calendar: "week 31", "by year end", "the third quarter of 2024", "the rest of the
// day", "the night before last". The productions are tried in the order that timesspans.cpp gives.
#include "core/read/calendar.h"
#include "core/read/times/timesreader.h"

namespace countercheck::read {

using text::Tag;
using text::TokenKind;

/// What other productions read from their unit: "the 90s", "the day after tomorrow", "the 19th century".
std::optional<TimesReader::Index> TimesReader::calendarUnit(const UnitWord& unit) {
    const auto& [i, u, plural, p] = unit;
    if (u.size() == 3 && u.ends_with("0s"))
        return decade(i);
    if (u == "day" || u == "night")
        if (const Index next = date(i); next != i) // the day after tomorrow
            return next;
    if (u != "century")
        return std::nullopt;
    if (const Index next = century(i); next != i)
        return next;
    return turnOfCentury(unit);
}

/// "the turn of the century"
std::optional<TimesReader::Index> TimesReader::turnOfCentury(const UnitWord& unit) {
    const auto& [i, u, plural, p] = unit;
    if (!plural && is(i - 1, "the") && is(i - 2, "of") && is(i - 3, "turn") && inside(i - 3) && today_ &&
        !is(i + 1, "before")) { // the nearest
        PartialTime time;
        time.century = (civilFromDays(*today_).year + 50) / 100;
        return emit(is(i - 4, "the") && inside(i - 4) ? i - 4 : i - 3, i + 1, TimeType::Date, TimeMod::Start,
                    timexValue(time), std::nullopt, "turn-of-century");
    }
    return std::nullopt;
}

/// "week 3 of 2016", "in week 31"
std::optional<TimesReader::Index> TimesReader::weekNumber(const UnitWord& unit) {
    const auto& [i, u, plural, p] = unit;
    if (Index end = 0; plainNumber(i + 1, 2) > 0 && plainNumber(i + 1, 2) <= 53 && today_ &&
                       (yearAt(i + 2, end) > 0 || alone(i, i + 2) || // week 3 of 2016, week 31
                        (isAny<"in", "of", "during", "by", "for", "since", "until", "the", "calendar">(i - 1) &&
                         (!nounFollows(i + 2) || deixisAt(i + 2) != Deixis::None) && !kind(i + 2, TokenKind::Percent) &&
                         !is(i + 2, "of") &&
                         (text(i + 1).size() == 2 || (!capital(i) && isAny<"in", "during", "calendar">(i - 1)))))) {
        Piece piece;
        piece.first = i;
        piece.end = i + 2;
        piece.rule = "week-number";
        piece.time.year = civilFromDays(*today_).year;
        piece.time.week = plainNumber(i + 1, 2);
        if (yearAt(i + 2, end) > 0) {
            piece.time.year = yearAt(i + 2, end);
            piece.end = end;
        }
        return emit(piece);
    }
    return std::nullopt;
}

/// A unit with its place in another: "the last day of May", "the 15th of the month", "year to date", "the third week of
/// July".
std::optional<TimesReader::Index> TimesReader::unitEdge(const UnitWord& unit) {
    const auto& [i, u, plural, p] = unit;
    if (u == "day" && !plural)
        if (const Index next = edgeDay(i); next != i)
            return next;
    if (u == "month" && is(i - 1, "the") && inside(i - 1)) // the 15th of the month
        if (const Index next = ordinalOfMonth(i, i - 1, Deixis::This); next != i)
            return next;
    if (u == "weekend" && plural && is(i - 1, "most") && inside(i - 1))
        return emit(i - 1, i + 1, TimeType::Set, TimeMod::None, "XXXX-WXX-WE", std::nullopt, "weekends");
    if (!plural)
        if (const Index next = edgeOf(i, u); next != i)
            return next;
    if (u == "week" || u == "weekend")
        if (const Index next = nthOf(i); next != i)
            return next;
    return std::nullopt;
}

/// "the year after next", "the week before last", "the day before Christmas"
std::optional<TimesReader::Index> TimesReader::besideUnit(const UnitWord& unit) {
    const auto& [i, u, plural, p] = unit;
    const bool afterNext = is(i + 1, "after") && is(i + 2, "next"),
               beforeLast = is(i + 1, "before") && is(i + 2, "last");
    if ((afterNext || beforeLast) && inside(i + 2) && !nounFollows(i + 3) && today_ &&
        (u == "week" || u == "month" || u == "year" || u == "weekend")) {
        const int step = afterNext ? 2 : -2;
        Piece piece;
        piece.first = is(i - 1, "the") && inside(i - 1) ? i - 1 : i;
        piece.end = i + 3;
        piece.rule = afterNext ? "after-next" : "before-last";
        const CivilDate now = civilFromDays(*today_);
        if (u == "week" || u == "weekend") {
            const IsoWeek week = isoWeekOf(*today_ + 7 * step);
            piece.time.year = week.year;
            piece.time.week = week.week;
            piece.time.weekend = u == "weekend";
        } else {
            const CivilDate month = addMonths({now.year, now.month, 1}, u == "month" ? step : 12 * step);
            piece.time.year = month.year;
            piece.time.month = u == "month" ? month.month : 0;
        }
        if (piece.first < i)
            extendLeft(piece); // the beginning of the year after next
        return emit(piece);
    }
    if ((u == "day" || u == "week" || u == "weekend") &&
        ((is(i - 1, "the") && inside(i - 1)) || (offhand_ && i == first_)) && isAny<"before", "after">(i + 1))
        if (const Index next = besideFeast(i, u); next != i)
            return next;
    return std::nullopt;
}

/// "at year's end", "by year end", "the year ended Sept. 30"
std::optional<TimesReader::Index> TimesReader::endOfUnit(const UnitWord& unit) {
    const auto& [i, u, plural, p] = unit;
    if (u != "year" && u != "quarter" && u != "month")
        return std::nullopt;
    if (const Index s = is(i + 2, "s") ? i + 3 : i + 2;
        u == "year" && kind(i + 1, TokenKind::Apostrophe) && is(s, "end") && inside(s) && today_ &&
        isAny<"at", "by", "until", "before", "of", "the", "from", "since">(i - 1)) { // at year's end
        Piece piece;
        piece.first = is(i - 1, "the") && inside(i - 1) ? i - 1 : i;
        piece.end = s + 1;
        piece.mod = TimeMod::End;
        piece.rule = "year-end";
        piece.time.year = civilFromDays(*today_).year;
        return emit(piece);
    }
    if (is(i + 1, "end") && !nounFollows(i + 2) && !is(i + 2, "of") && today_ &&
        isAny<"by", "at", "until", "till", "before", "since", "from", "through">(i - 1)) {
        Piece piece; // by year end
        piece.first = i;
        piece.end = i + 2;
        piece.mod = TimeMod::End;
        piece.rule = "year-end";
        piece.time.setPeriod(u, *today_, 0);
        return emit(piece);
    }
    if (u != "month")
        if (const Index next = endedPeriod(i, u); next != i)
            return next;
    return std::nullopt;
}

/// Units that a clock time begins with: "five minutes to eight", "half past seven".
std::optional<TimesReader::Index> TimesReader::clockUnits(const UnitWord& unit) {
    const auto& [i, u, plural, p] = unit;
    if (u == "minute" && isAny<"to", "past", "after", "before">(i + 1)) // five minutes to eight
        if (const auto amount = amountBefore(i); amount && amount->thousandths > 0)
            if (const auto c = clockAt(amount->first); c && c->end > i + 1 && c->sure)
                return clock(amount->first);
    if ((u == "half" || u == "quarter") && !plural) { // half past seven, a quarter to five
        const Index from = i > floor_ && is(i - 1, "a") ? i - 1 : i;
        if (const auto c = clockAt(from); c && c->sure && c->minute >= 0)
            return clock(from);
    }
    return std::nullopt;
}

/// "the rest of this week"
std::optional<TimesReader::Index> TimesReader::restOfThis(const UnitWord& unit) {
    const auto& [i, u, plural, p] = unit;
    if (inside(p) && p > floor_ + 1 && is(p - 1, "of") && isAny<"rest", "remainder">(p - 2) && !clockUnit(u) &&
        today_) { // the rest of this week
        const std::size_t before = out_.times.size();
        const Index end = period(i, p, Deixis::This, u);
        if (out_.times.size() > before) {
            TimeMention& m = out_.times.back();
            m.firstToken = is(p - 3, "the") ? p - 3 : p - 2;
            m.span.begin = token(m.firstToken).begin;
            m.mod = TimeMod::End;
            return end;
        }
    }
    return std::nullopt;
}

/// "the last quarter of 2014" is its fourth.
bool TimesReader::lastOfYear(const UnitWord& unit) const {
    const auto& [i, u, plural, p] = unit;
    Index yearEnd = 0;
    return (u == "quarter" || u == "half") && !plural && is(p, "last") && inside(p) && is(i + 1, "of") &&
           (yearAt(i + 1, yearEnd) > 0 || (isAny<"the", "this", "last", "next">(i + 2) && is(i + 3, "year")) ||
            (u == "half" && is(i + 2, "the") && kind(i + 3, TokenKind::Alnum)));
}

/// A unit that a word points at: "last week", "next year", "two upcoming weeks", "the same quarter".
std::optional<TimesReader::Index> TimesReader::pointedUnit(const UnitWord& unit) {
    const auto& [i, u, plural, p] = unit;
    const Deixis deixis = p < end_ && !(is(p, "last") && (lastOfYear(unit) || lasts(p))) ? deixisAt(p) : Deixis::None;
    if (deixis == Deixis::Last && is(p, "last") && !plural && u != "quarter" && has(p - 1, Tag::Poss) &&
        inside(p - 1) &&
        !(is(p - 1, "her") && u != "day" && inside(p - 2) && // but "saw her last month"
          (lexicon_.use(token(p - 2).word).forms & text::VerbPastTense) != 0))
        return i; // "her last day in office"
    if (plural && (deixis == Deixis::Next || deixis == Deixis::Last) && p > floor_)
        if (const auto amount = amountBefore(p); amount && !amount->article && amount->thousandths > 0 &&
                                                 (has(p - 1, Tag::Number) || kind(p - 1, TokenKind::Number)))
            return emit(amount->first, i + 1, TimeType::Duration, amount->mod, durationValue(amount->thousandths, u),
                        std::nullopt, "length", "deixis"); // two upcoming weeks
    if (u == "quarter" && !plural && is(p, "same"))
        if (const Index next = sameQuarter(i); next != i)
            return next;
    if (deixis != Deixis::None && !(u == "second"))
        return period(i, p, deixis, u);
    return std::nullopt;
}

/// Ordinal halves and quarters: "the third quarter of 2024", "the first half of the year", "its fiscal final quarter"
std::optional<TimesReader::Index> TimesReader::nthOfYear(const UnitWord& unit) {
    const auto& [i, u, plural, p] = unit;
    if (p >= end_)
        return std::nullopt;
    const bool lastOf = lastOfYear(unit);
    if (!(ordinalDay(p) > 0 || lastOf || isAny<"final", "latest">(p) || (u == "half" && isAny<"latter", "back">(p))))
        return std::nullopt;
    const int n = is(p, "final") || lastOf ? (u == "half" ? 2 : 4) : isAny<"latter", "back">(p) ? 2 : ordinalDay(p);
    if (capital(i) && capital(p) && p > reading_.sentences[sentence_].firstToken && !kind(i + 1, TokenKind::Number) &&
        !is(i + 1, "of"))
        return i; // a name
    if (n < 1 || n > (u == "half" ? 2 : 4))
        return i;
    Piece piece;
    piece.first = p;
    piece.end = i + 1;
    piece.rule = u == "half" ? "half-year" : "quarter";
    Index end = 0;
    Index from = i + 1;
    const bool fiscal = isAny<"fiscal">(from) || (is(from, "of") && is(from + 1, "fiscal"));
    if (fiscal)
        from += is(from, "of") ? 2 : 1;
    if (is(from, "year") && fiscal)
        ++from;
    int y = kind(from, TokenKind::Comma) ? -1 : yearAt(from, end);
    bool ofYear = false;
    if (y < 0 && is(from, "of") && isAny<"the", "this", "last", "next">(from + 1) && is(from + 2, "year") && today_) {
        const TimeMention* story = is(from + 1, "the") ? storyDate() : nullptr;
        y = civilFromDays(story != nullptr ? dayOfSecond(story->resolved->from) : *today_).year +
            (is(from + 1, "last")   ? -1
             : is(from + 1, "next") ? 1
                                    : 0);
        end = from + 3;
        ofYear = true;
    }
    const Index before = is(p - 1, "the") && offhand_ ? p - 2 : p - 1; // 2008 third quarter, 2016 the third quarter
    if (y < 0 && plainNumber(before, 4) > 1900 && plainNumber(before, 4) < 2100 && inside(before)) {
        y = plainNumber(before, 4);
        end = i + 1;
        piece.first = before;
    }
    if (y < 0 && u == "half")
        return halfOf(unit, piece, n, from);
    if (y > 0) {
        piece.time.year = y;
        piece.end = end;
        piece.yearGiven = !ofYear;
    } else if (today_) {
        const CivilDate now = civilFromDays(*today_);
        const int quarterNow = (now.month + 2) / 3;
        const bool future = tenseAt(p, i + 1) == Tense::Future;
        const bool due = n + 1 == quarterNow && is(p - 1, "the") && is(p - 2, "for"); // what it brought is told soon
        piece.time.year = future ? now.year + (n < quarterNow && !due ? 1 : 0) : now.year - (n > quarterNow ? 1 : 0);
    }
    piece.time.fiscal = fiscal || (is(piece.first - 1, "fiscal") && inside(piece.first - 1));
    if (piece.time.fiscal && !fiscal)
        --piece.first; // its fiscal third quarter
    (u == "half" ? piece.time.half : piece.time.quarter) = n;
    extendLeft(piece);
    if (is(piece.first - 1, "the") && inside(piece.first - 1))
        --piece.first;
    return emit(piece);
}

/// "the first half of June", "the second half of the 1990s": the first (n = 1) or second of what stands at "of".
TimesReader::Index TimesReader::halfOf(const UnitWord& unit, Piece piece, int n, Index of) {
    const auto& [i, u, plural, p] = unit;
    if (!is(of, "of"))
        return i;
    if (const std::string_view d = text(of + 2); // "the first half of the 1990s"
        is(of + 1, "the") && kind(of + 2, TokenKind::Alnum) && d.size() == 5 && d.ends_with("0s")) {
        piece.time.decade = (d[0] - '0') * 100 + (d[1] - '0') * 10 + (d[2] - '0');
        piece.first = is(p - 1, "the") && inside(p - 1) ? p - 1 : p;
        piece.end = of + 3;
        piece.mod = n == 1 ? TimeMod::Start : TimeMod::End;
        return plausibleYear(piece.time.decade * 10) ? emit(piece) : i;
    }
    const Deixis deixis = deixisAt(of + 1);
    if (today_ && is(of + 2, "month") && inside(of + 2) &&
        (is(of + 1, "the") || deixis == Deixis::This || deixis == Deixis::Last || deixis == Deixis::Next)) {
        piece.time.setPeriod("month", *today_, deixis == Deixis::Last ? -1 : deixis == Deixis::Next ? 1 : 0);
        piece.first = is(p - 1, "the") && inside(p - 1) ? p - 1 : p; // the first half of this month
        piece.end = of + 3;
        piece.mod = n == 1 ? TimeMod::Start : TimeMod::End;
        return emit(piece);
    }
    auto date = is(of + 1, "the") ? std::nullopt : dateAt(of + 1);
    if (!date || date->time.month == 0 || date->time.day != 0)
        return i;
    resolve(*date, Deixis::None);
    date->first = is(p - 1, "the") && inside(p - 1) ? p - 1 : p;
    date->mod = n == 1 ? TimeMod::Start : TimeMod::End;
    return emit(*date);
}

/// "the rest of the day"
std::optional<TimesReader::Index> TimesReader::restOfDay(const UnitWord& unit) {
    const auto& [i, u, plural, p] = unit;
    if (is(p, "the") && is(p - 1, "of") && isAny<"rest", "remainder">(p - 2) && inside(p - 2) && today_ &&
        !is(i + 1, "of")) {
        Piece piece;
        piece.first = is(p - 3, "the") && inside(p - 3) ? p - 3 : p - 2;
        piece.end = i + 1;
        piece.mod = TimeMod::End;
        piece.rule = "rest-of-day";
        const TimeMention* before = earlierDay();
        piece.time.setDay(before != nullptr ? dayOfSecond(before->resolved->from) : *today_);
        return emit(piece);
    }
    return std::nullopt;
}

/// "the end of the year", "the middle of the week"
std::optional<TimesReader::Index> TimesReader::edgeOfUnit(const UnitWord& unit) {
    const auto& [i, u, plural, p] = unit;
    const bool article = is(p, "the") && inside(p);
    const Index of = article && p > floor_ ? p - 1 : p;
    if (is(of, "of") && !clockUnit(u) && (article || u == "year" || u == "month" || u == "week") && of > floor_ &&
        isAny<"end", "beginning", "start", "middle", "close", "rest", "remainder">(of - 1) && inside(of - 1) &&
        (u == "year" || u == "month" || u == "week" || u == "day" || u == "decade" || u == "century" ||
         u == "quarter")) {
        Piece piece;
        piece.first = i;
        piece.end = i + 1;
        const TimeMod mod = isAny<"end", "close">(of - 1)        ? TimeMod::End
                            : is(of - 1, "middle")               ? TimeMod::Mid
                            : isAny<"rest", "remainder">(of - 1) ? TimeMod::End
                                                                 : TimeMod::Start;
        const Index first = is(of - 2, "the") && inside(of - 2) ? of - 2 : of - 1;
        const Index before = static_cast<Index>(out_.times.size());
        const Index saved = floor_;
        const Index end = period(i, i, Deixis::This, u);
        if (out_.times.size() > before) {
            TimeMention& m = out_.times.back();
            m.firstToken = first;
            m.span.begin = token(first).begin;
            m.mod = mod;
            if (m.resolved)
                m.resolved = narrowed(*m.resolved, mod);
            setOpenEnds(m);
            return end;
        }
        floor_ = saved;
        return i;
    }
    return std::nullopt;
}

/// "all weekend", "at weekends", "the weekend"
TimesReader::Index TimesReader::weekend(const UnitWord& unit) {
    const auto& [i, u, plural, p] = unit;
    if (!plural && is(p, "all") && inside(p))
        return emit(p, i + 1, TimeType::Duration, TimeMod::None, "P1WE", std::nullopt, "whole-unit");
    const bool article = is(p, "the") && inside(p);
    if (plural)
        return isAny<"on", "at", "during">(p) || alone(i, i + 1) ? daysWithHour(i, i + 1, "XXXX-WXX-WE", "weekends")
                                                                 : i;
    if (article && is(i + 1, "of")) { // the weekend of February 7: the day speaks for it
        const auto day = dateAt(is(i + 2, "the") ? i + 3 : i + 2);
        if ((day && day->time.day != 0) || (is(i + 2, "the") && ordinalDay(i + 3) > 0 && !nounFollows(i + 4)))
            return i;
    }
    if (article)
        return period(i, p, Deixis::None, u);
    return alone(i, i + 1) ? period(i, i, Deixis::This, u) : i;
}

/// "the night before last", "all night", "at night"
TimesReader::Index TimesReader::namedNight(const UnitWord& unit) {
    const auto& [i, u, plural, p] = unit;
    const bool beforeLast = is(i + 1, "before") && is(i + 2, "last");
    if (beforeLast && inside(i + 2) && !nounFollows(i + 3) && today_) {
        Piece piece;
        piece.first = is(p, "the") && inside(p) ? p : i;
        piece.end = i + 3;
        piece.rule = "before-last";
        piece.time.setDay(*today_ - 2);
        piece.time.part = DayPart::Night;
        return emit(piece);
    }
    if (is(p, "all") && inside(p))
        return emit(p, i + 1, TimeType::Duration, TimeMod::None, "P1NI", std::nullopt, "whole-unit");
    if (const auto next = perUnit(unit))
        return *next;
    return dayPart(i);
}

/// "weekdays 8am to 6pm", "nights and weekends"
std::optional<TimesReader::Index> TimesReader::daysAndNights(const UnitWord& unit) {
    const auto& [i, u, plural, p] = unit;
    const auto hour = u == "weekday" ? clockAt(i + 1) : std::nullopt; // weekdays 8am to 6pm
    const bool hours = plainNumber(i + 1, 2) > 0 && (is(i + 2, "to") || dashAt(i + 2)) && plainNumber(i + 3, 2) > 0 &&
                       (i + 4 >= end_ || !kind(i + 4, TokenKind::Word)); // weekdays 9 to 5
    if (u == "weekday" && (isAny<"on", "during">(p) || alone(i, i + 1) || (hour && hour->sure) || hours))
        return daysWithHour(i, i + 1, "XXXX-WXX-WD", "weekdays");
    if (u == "night" && offhand_ && i == first_ && !nounFollows(i + 1)) // nights and weekends
        return emit(i, i + 1, TimeType::Set, TimeMod::None, "TNI", std::nullopt, "every");
    if (u == "night")
        return i;
    return std::nullopt;
}

/// "the early hours of Sunday (morning)"
std::optional<TimesReader::Index> TimesReader::earlyHours(const UnitWord& unit) {
    const auto& [i, u, plural, p] = unit;
    if (isAny<"early", "small", "wee">(p) && inside(p)) {
        Piece piece;
        piece.first = is(p - 1, "the") && inside(p - 1) ? p - 1 : p;
        piece.end = i + 1;
        piece.rule = "early-hours";
        if (isAny<"of", "on">(i + 1)) {
            const Index from = is(i + 2, "the") ? i + 3 : i + 2;
            const Deixis day = deixisAt(from);
            const bool moved = day == Deixis::Last || day == Deixis::This || day == Deixis::Next;
            if (moved && dayPartOf(from + 1) == DayPart::Morning) {
                piece.end = from + 2;
                if (today_)
                    piece.time.setDay(*today_);
            } else if (auto date = dateAt(moved ? from + 1 : from);
                       date && date->time.grain() == Grain::Day && !date->set) {
                resolve(*date, moved ? day : Deixis::None);
                piece.time = date->time;
                piece.end = dayPartOf(date->end) == DayPart::Morning ? date->end + 1 : date->end;
            } else if (dayPartOf(from) == DayPart::Morning) {
                piece.end = from + 1;
            }
        }
        piece.time.part = DayPart::EarlyHours;
        return emit(piece);
    }
    return std::nullopt;
}

/// "for the quarter", "late in the year", "earlier in the day": a period that only its article names, behind a word
/// that asks for a time and before none that says whose it is ("the day of the vote").
std::optional<TimesReader::Index> TimesReader::thePeriod(const UnitWord& unit) {
    const auto& [i, u, plural, p] = unit;
    const Index the = i - 1, lead = i - 2;
    if (!is(the, "the") || !inside(the) || !inside(lead) || !today_ ||
        !isAny<"in", "for", "during", "over", "throughout", "within">(lead) || nounFollows(i + 1) ||
        isAny<"of", "that", "when", "before", "after", "to", "ended", "ending", "since", "in", "which", "commencing",
              "beginning", "starting">(i + 1) ||
        (kind(i + 1, TokenKind::Word) && capital(i + 1)) || kind(i + 1, TokenKind::Number))
        return std::nullopt;
    const bool part = is(lead, "in") && isAny<"early", "late", "earlier", "later">(lead - 1) && inside(lead - 1);
    const bool whole = u == "year" || u == "quarter" || u == "month" || u == "week";
    if (!(part ? whole || u == "day" : whole && !is(lead, "over") && !is(lead, "within")))
        return std::nullopt;
    const TimeMention* before = u == "quarter" ? namedQuarter() : u == "day" ? earlierDay() : nullptr;
    std::int64_t day = before != nullptr ? dayOfSecond(before->resolved->from) : *today_;
    if (u == "quarter" && before == nullptr && tenseAt(the, i + 1) == Tense::Past) { // the last that has ended
        const CivilDate now = civilFromDays(day);
        day = daysFromCivil(addMonths({now.year, now.month, 1}, -3));
    }
    const CivilDate date = civilFromDays(day);
    Piece piece;
    piece.first = part ? lead - 1 : the;
    piece.end = i + 1;
    piece.rule = "period";
    if (part)
        piece.mod = isAny<"early", "earlier">(lead - 1) ? TimeMod::Start : TimeMod::End;
    if (u == "day") {
        piece.time.setDay(day);
    } else if (u == "week") {
        const IsoWeek week = isoWeekOf(day);
        piece.time.year = week.year;
        piece.time.week = week.week;
    } else {
        piece.time.year = date.year;
        piece.time.month = u == "month" ? date.month : 0;
        piece.time.quarter = u == "quarter" ? (date.month + 2) / 3 : 0;
    }
    return emit(piece);
}

} // namespace countercheck::read
