// SPDX-License-Identifier: GPL-3.0-or-later
// Lengths of time and times at a distance: "for two days", "three weeks ago", "a month-long siege". How many there are
// is read in timesamounts.cpp.
#include "core/read/calendar.h"
#include "core/read/times/timesreader.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <charconv>

namespace countercheck::read {

using text::Tag;
using text::TokenKind;

TimesReader::Index TimesReader::unit(Index i) {
    std::string_view u = value(i, Tag::TimeUnit);
    const bool plural = has(i, Tag::Plural);
    if (french())
        if (const Index next = frenchPeriod(i, u); next != i)
            return next;
    if (value(i, Tag::TimeWord) == "weak" && !(i > floor_ && kind(i - 1, TokenKind::Number)) &&
        !(offhand_ && plural && inside(i - 1) && // two secs
          (has(i - 1, Tag::Number) || isAny<"few", "couple", "several">(i - 1))) &&
        !(offhand_ && !clockUnit(u) && inside(i - 1) && deixisAt(i - 1) != Deixis::None)) // next wk
        return i;
    if (offhand_ && i == first_ && !plural && is(i + 1, "and") && is(i + 2, "a") && is(i + 3, "half") &&
        inside(i + 3) && (u == "hour" || u == "day" || u == "week" || u == "month" || u == "year"))
        return emit(i, i + 4, TimeType::Duration, TimeMod::None, durationValue(1500, u), std::nullopt, "length");
    if (u.size() == 3 && u.ends_with("0s"))
        return decade(i);
    if (u == "day" || u == "night")
        if (const Index next = date(i); next != i) // the day after tomorrow
            return next;
    if (u == "century")
        if (const Index next = century(i); next != i)
            return next;
    if (u == "century" && !plural && is(i - 1, "the") && is(i - 2, "of") && is(i - 3, "turn") && inside(i - 3) &&
        today_ && !is(i + 1, "before")) { // the nearest
        PartialTime time;
        time.century = (civilFromDays(*today_).year + 50) / 100;
        return emit(is(i - 4, "the") && inside(i - 4) ? i - 4 : i - 3, i + 1, TimeType::Date, TimeMod::Start,
                    timexValue(time), std::nullopt, "turn-of-century");
    }
    if (Index end = 0; u == "week" && !plural && plainNumber(i + 1, 2) > 0 && plainNumber(i + 1, 2) <= 53 && today_ &&
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
    const bool afterNext = is(i + 1, "after") && is(i + 2, "next"),
               beforeLast = is(i + 1, "before") && is(i + 2, "last");
    if (!plural && (afterNext || beforeLast) && inside(i + 2) && !nounFollows(i + 3) && today_ &&
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
    if ((u == "day" || u == "week" || u == "weekend") && !plural && is(i - 1, "the") && inside(i - 1) &&
        isAny<"before", "after">(i + 1))
        if (const Index next = besideFeast(i, u); next != i)
            return next;
    if (const Index s = is(i + 2, "s") ? i + 3 : i + 2;
        u == "year" && !plural && kind(i + 1, TokenKind::Apostrophe) && is(s, "end") && inside(s) && today_ &&
        isAny<"at", "by", "until", "before", "of", "the", "from", "since">(i - 1)) { // at year's end
        Piece piece;
        piece.first = is(i - 1, "the") && inside(i - 1) ? i - 1 : i;
        piece.end = s + 1;
        piece.mod = TimeMod::End;
        piece.rule = "year-end";
        piece.time.year = civilFromDays(*today_).year;
        return emit(piece);
    }
    if ((u == "year" || u == "quarter" || u == "month") && !plural && is(i + 1, "end") && !nounFollows(i + 2) &&
        !is(i + 2, "of") && today_ && isAny<"by", "at", "until", "till", "before", "since", "from", "through">(i - 1)) {
        Piece piece; // by year end
        piece.first = i;
        piece.end = i + 2;
        piece.mod = TimeMod::End;
        piece.rule = "year-end";
        piece.time.setPeriod(u, *today_, 0);
        return emit(piece);
    }
    if ((u == "year" || u == "quarter") && !plural)
        if (const Index next = endedPeriod(i, u); next != i)
            return next;
    if (u == "minute" && isAny<"to", "past", "after", "before">(i + 1)) // five minutes to eight
        if (const auto amount = amountBefore(i); amount && amount->thousandths > 0)
            if (const auto c = clockAt(amount->first); c && c->end > i + 1 && c->sure)
                return clock(amount->first);
    if ((u == "half" || u == "quarter") && !plural) { // half past seven, a quarter to five
        const Index from = i > floor_ && is(i - 1, "a") ? i - 1 : i;
        if (const auto c = clockAt(from); c && c->sure && c->minute >= 0)
            return clock(from);
    }
    Index p = i > floor_ ? i - 1 : end_;
    if (kind(i + 1, TokenKind::Hyphen) && glued(i + 1)) {
        if (isAny<"old", "olds", "on", "over", "to", "by">(i + 2))
            return i; // year-old, year-on-year, day-to-day
        if (is(i + 2, "long") && kind(p, TokenKind::Hyphen) && glued(p))
            return compound(i, u);
        if (is(i + 2, "long") && p < end_) { // a year-long, decades-long
            return emit(i, i + 3, TimeType::Duration, TimeMod::None, durationValue(plural ? -1 : 1000, u), std::nullopt,
                        "unit-long");
        }
        if (isAny<"ago", "earlier">(i + 2) && !plural && monthsIn(u) != 0 && kind(p, TokenKind::Hyphen) == false) {
            const Index next = u == "year" ? yearAgo(i) : i;
            return next != i ? next : shift(i, i + 3, 1000, u, -1, true, "ago");
        }
        if ((u == "year" || u == "quarter" || u == "month") && is(i + 2, "end")) {
            Piece piece;
            piece.first = i;
            piece.end = i + 3;
            piece.mod = TimeMod::End;
            piece.rule = "year-end";
            if (today_)
                piece.time.setPeriod(u, *today_, 0);
            return emit(piece);
        }
        return i;
    }
    if (kind(p, TokenKind::Hyphen) && glued(p))
        return compound(i, u);
    // "every two weeks" and lengths in general
    if (u != "half" && u != "weekday" && p < end_) {
        if (const auto amount = amountBefore(i)) {
            if (french()) {
                if (u == "second" || u == "quarter" || u == "night" || (deixisAt(i - 1) != Deixis::None))
                    return i;
                const Index before = amount->first > 0 ? amount->first - 1 : 0;
                const bool age = u == "year" && ((is(before, "de") && text(before - 1).starts_with("âg")) ||
                                                 (kind(before, TokenKind::Comma) &&
                                                  (kind(i + 1, TokenKind::Comma) || kind(i + 1, TokenKind::Stop))) ||
                                                 kind(before, TokenKind::OpenBracket));
                if (age && amount->first >= 2)
                    return i;
                if (is(before, "a") && is(before - 1, "y") && is(before - 2, "il") && before >= floor_ + 2)
                    return shift(before - 2, i + 1, amount->thousandths, u, -1, false, "il-y-a");
                return counted(i, *amount, u);
            }
            // A singular needs one of it, a plural more.
            const bool one = amount->thousandths > 0 && amount->thousandths <= 1000;
            const bool attribute = !plural && !one && !amount->vague() && u != "night" && u != "weekend" &&
                                   u != "quarter" && (u != "second" || (amount->digits && offhand_)) &&
                                   nounFollows(i + 1) && !kind(i + 1, TokenKind::Hyphen); // a 25 minute timer
            const bool shortForm = attribute || (amount->digits && value(i, Tag::TimeWord) == "weak"); // 1 h
            if ((one || !plural) && !(one && !plural) && !shortForm &&
                !(amount->digits && plural && amount->thousandths % 1000 != 0) &&
                !(amount->digits && !plural && amount->thousandths <= 1000) && u != "weekend")
                return i;
            if ((u == "second" && !plural && !attribute) ||
                (u == "quarter" && amount->thousandths > 0 && amount->thousandths < 5000 && !is(i - 1, "consecutive") &&
                 !is(i - 1, "straight") && !is(i - 1, "few") && !is(i + 1, "ago") &&
                 !(amount->first > floor_ && deixisAt(amount->first - 1) != Deixis::None)))
                return i;
            if (amount->digits && amount->thousandths >= 1900000 && u != "day" && !token(i - 1).has(text::HasComma))
                return i; // "the 2016 years"
            return counted(i, *amount, u);
        }
    }
    if (is(p, "this") && inside(p) && p > floor_ + 1 && is(p - 1, "of") && isAny<"rest", "remainder">(p - 2) &&
        !plural && !clockUnit(u) && today_) { // the rest of this week
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
    Index yearEnd = 0; // the last quarter of 2014 is its fourth
    const bool lastOf =
        (u == "quarter" || u == "half") && !plural && is(p, "last") && inside(p) && is(i + 1, "of") &&
        (yearAt(i + 1, yearEnd) > 0 || (isAny<"the", "this", "last", "next">(i + 2) && is(i + 3, "year")) ||
         (u == "half" && is(i + 2, "the") && kind(i + 3, TokenKind::Alnum)));
    const Deixis deixis = p < end_ && !lastOf && !lasts(p) ? deixisAt(p) : Deixis::None;
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
    if (is(p, "single") && !plural && p > floor_ && deixisAt(p - 1) == Deixis::Habit &&
        !clockUnit(u)) // every single day
        return emit(p - 1, i + 1, TimeType::Set, TimeMod::None, durationValue(1000, u), std::nullopt, "every");
    if (is(p, "other") && !plural && p > floor_) {
        if (is(p - 1, "every")) // every other day
            return emit(isAny<"once", "twice">(p - 2) && inside(p - 2) ? p - 2 : p - 1, i + 1, TimeType::Set,
                        TimeMod::None, u == "weekend" ? std::string("XXXX-WXX-WE") : durationValue(2000, u),
                        std::nullopt, "every-other");
        if (is(p - 1, "the") && u == "day")
            return emit(p - 1, i + 1, TimeType::Date, TimeMod::None, "PAST_REF", std::nullopt, "reference");
    }
    if (ordinalDay(p) > 1 && is(p - 1, "every") && inside(p) && p > floor_ && !plural) // every third day
        return emit(p - 1, i + 1, TimeType::Set, TimeMod::None, durationValue(ordinalDay(p) * 1000, u), std::nullopt,
                    "every-nth");
    // ordinal halves and quarters
    if ((u == "half" || u == "quarter") && !plural && p < end_ &&
        (ordinalDay(p) > 0 || lastOf || isAny<"final", "latest">(p) || (u == "half" && isAny<"latter", "back">(p)))) {
        const int n = is(p, "final") || lastOf ? (u == "half" ? 2 : 4) : isAny<"latter", "back">(p) ? 2 : ordinalDay(p);
        if (capital(i) && capital(p) && p > reading_.sentences[sentence_].firstToken &&
            !kind(i + 1, TokenKind::Number) && !is(i + 1, "of"))
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
        if (y < 0 && is(from, "of") && isAny<"the", "this", "last", "next">(from + 1) && is(from + 2, "year") &&
            today_) {
            const TimeMention* story = is(from + 1, "the") ? storyDate() : nullptr;
            y = civilFromDays(story != nullptr ? dayOfSecond(story->resolved->from) : *today_).year +
                (is(from + 1, "last")   ? -1
                 : is(from + 1, "next") ? 1
                                        : 0);
            end = from + 3;
            ofYear = true;
        }
        if (y < 0 && plainNumber(p - 1, 4) > 1900 && plainNumber(p - 1, 4) < 2100 && p > floor_) { // 2008 third quarter
            y = plainNumber(p - 1, 4);
            end = i + 1;
            piece.first = p - 1;
        }
        if (y < 0 && u == "half") {
            // "the first half of June", "… of the 19th century"
            if (!is(from, "of"))
                return i;
            if (const std::string_view d = text(from + 2); // "the first half of the 1990s"
                is(from + 1, "the") && kind(from + 2, TokenKind::Alnum) && d.size() == 5 && d.ends_with("0s")) {
                piece.time.decade = (d[0] - '0') * 100 + (d[1] - '0') * 10 + (d[2] - '0');
                piece.first = is(p - 1, "the") && inside(p - 1) ? p - 1 : p;
                piece.end = from + 3;
                piece.mod = n == 1 ? TimeMod::Start : TimeMod::End;
                return plausibleYear(piece.time.decade * 10) ? emit(piece) : i;
            }
            auto date = is(from + 1, "the") ? std::nullopt : dateAt(from + 1);
            if (!date || date->time.month == 0 || date->time.day != 0)
                return i;
            resolve(*date, Deixis::None);
            date->first = is(p - 1, "the") && inside(p - 1) ? p - 1 : p;
            date->mod = n == 1 ? TimeMod::Start : TimeMod::End;
            return emit(*date);
        }
        if (y > 0) {
            piece.time.year = y;
            piece.end = end;
            piece.yearGiven = !ofYear;
        } else if (today_) {
            const CivilDate now = civilFromDays(*today_);
            const int quarterNow = (now.month + 2) / 3;
            const bool future = tenseAt(p, i + 1) == Tense::Future;
            piece.time.year = future ? now.year + (n < quarterNow ? 1 : 0) : now.year - (n > quarterNow ? 1 : 0);
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
    if (const Index next = thePeriod(i, u); next != i)
        return next;
    // "the end of the year"
    const bool article = is(p, "the") && inside(p);
    const Index of = article && p > floor_ ? p - 1 : p;
    // "the rest of the day"
    if (u == "day" && !plural && is(p, "the") && is(p - 1, "of") && isAny<"rest", "remainder">(p - 2) &&
        inside(p - 2) && today_ && !is(i + 1, "of")) {
        Piece piece;
        piece.first = is(p - 3, "the") && inside(p - 3) ? p - 3 : p - 2;
        piece.end = i + 1;
        piece.mod = TimeMod::End;
        piece.rule = "rest-of-day";
        const TimeMention* before = earlierDay();
        piece.time.setDay(before != nullptr ? dayOfSecond(before->resolved->from) : *today_);
        return emit(piece);
    }
    if (!plural && !clockUnit(u) && (article || u == "year" || u == "month" || u == "week") && is(of, "of") &&
        of > floor_ && isAny<"end", "beginning", "start", "middle", "close", "rest", "remainder">(of - 1) &&
        inside(of - 1) &&
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
    if (u == "weekend" && !plural && is(p, "all") && inside(p))
        return emit(p, i + 1, TimeType::Duration, TimeMod::None, "P1WE", std::nullopt, "whole-unit");
    if (u == "weekend") {
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
    if (u == "night" && !plural && beforeLast && inside(i + 2) && !nounFollows(i + 3) && today_) {
        Piece piece;
        piece.first = article ? p : i;
        piece.end = i + 3;
        piece.rule = "before-last";
        piece.time.setDay(*today_ - 2);
        piece.time.part = DayPart::Night;
        return emit(piece);
    }
    if (u == "night" && !plural && is(p, "all") && inside(p))
        return emit(p, i + 1, TimeType::Duration, TimeMod::None, "P1NI", std::nullopt, "whole-unit");
    if (!plural && is(p, "per") && inside(p) && !has(p - 1, Tag::Unit) && u != "half" && u != "second") {
        Index first = p;
        if (isAny<"once", "twice">(p - 1) && inside(p - 1))
            first = p - 1;
        else if (is(p - 1, "times") && p > floor_ + 1) // four times per week
            if (const auto times = amountBefore(p - 1); times && !times->article)
                first = times->first;
        return emit(first, i + 1, TimeType::Set, TimeMod::None, durationValue(1000, u), std::nullopt, "rate");
    }
    const auto hour = u == "weekday" && plural ? clockAt(i + 1) : std::nullopt; // weekdays 8am to 6pm
    if (u == "weekday" && plural && (isAny<"on", "during">(p) || alone(i, i + 1) || (hour && hour->sure)))
        return daysWithHour(i, i + 1, "XXXX-WXX-WD", "weekdays");
    if (u == "night" && plural && offhand_ && i == first_ && !nounFollows(i + 1)) // nights and weekends
        return emit(i, i + 1, TimeType::Set, TimeMod::None, "TNI", std::nullopt, "every");
    if (u == "night")
        return plural ? i : dayPart(i);
    if (plural && isAny<"recent">(p) && !clockUnit(u))
        return emit(p, i + 1, TimeType::Date, TimeMod::None, "PAST_REF", std::nullopt, "recent");
    // "the early hours of Sunday (morning)"
    if (u == "hour" && plural && isAny<"early", "small", "wee">(p) && inside(p)) {
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
    // "the weeks that followed", "in the days before the vote", "the hours leading up to it"
    if (plural && u != "second" && u != "half" && u != "quarter" && is(p, "the") && inside(p) &&
        isAny<"in", "during", "over", "for", "through", "throughout">(p - 1) &&
        ((is(i + 1, "that") && isAny<"followed", "preceded", "follow">(i + 2)) ||
         isAny<"before", "after", "since", "following", "preceding", "ahead">(i + 1) ||
         (is(i + 1, "leading") && isAny<"up", "to">(i + 2)) || (is(i + 1, "to") && is(i + 2, "come"))))
        return emit(p, i + 1, TimeType::Duration, TimeMod::None, durationValue(-1, u), std::nullopt, "vague-length");
    // Bare plurals: "for years", "hours later", "months ago"
    if (plural && !clockUnit(u) + (u == "hour" || u == "minute")) {
        if (is(i + 1, "ago"))
            return emit(i, i + 2, TimeType::Date, TimeMod::None, "PAST_REF", std::nullopt, "ago-vague");
        if (isAny<"later", "earlier">(i + 1) && !is(p, "the"))
            return emit(i, i + 2, TimeType::Duration, TimeMod::None, durationValue(-1, u), std::nullopt,
                        "vague-length");
        const TimeMention* last = out_.times.empty() ? nullptr : &out_.times.back();
        if (last != nullptr && last->sentence == sentence_ && last->type == TimeType::Duration &&
            last->value.find('X') != std::string::npos && last->endToken < i && last->endToken + 4 > i) {
            bool listed = isAny<"or", "even", "perhaps", "maybe", "possibly">(p); // it took months or even years
            for (Index k = last->endToken; k < i; ++k)
                listed = listed && (kind(k, TokenKind::Comma) ||
                                    isAny<"or", "even", "if", "not", "perhaps", "maybe", "possibly">(k));
            if (listed)
                return emit(i, i + 1, TimeType::Duration, TimeMod::None, durationValue(-1, u), std::nullopt,
                            "vague-length");
        }
        if (isAny<"for", "in", "within", "over", "after", "through", "spent", "took", "takes", "lasted", "lasting",
                  "last", "take">(p) &&
            !nounFollows(i + 1) && !(is(p, "in") && u == "day"))
            return emit(i, i + 1, TimeType::Duration, TimeMod::None, durationValue(-1, u), std::nullopt,
                        "vague-length");
        if (isAny<"after", "before">(i + 1) && !isAny<"few", "several", "many">(p) &&
            (i == first_ || kind(p, TokenKind::Comma) || has(p, Tag::Adverb) || has(p, Tag::VerbPast) ||
             isAny<"him", "her", "them", "it", "us", "be", "been", "was", "is", "take", "takes">(p) ||
             (kind(p, TokenKind::Word) && (lexicon_.use(token(p).word).forms & text::VerbPastTense) != 0)) &&
            inside(i + 2) && kind(i + 2, TokenKind::Word))
            return emit(i, i + 1, TimeType::Duration, TimeMod::None, durationValue(-1, u), std::nullopt,
                        "vague-length");
        if (is(i + 1, "of") &&
            !(p < end_ && (has(p, Tag::Det) || has(p, Tag::Poss) || has(p, Tag::Adjective) || capital(p))) &&
            (u == "year" || u == "month" || u == "week" || u == "decade" || u == "day" || u == "hour" ||
             u == "century") &&
            !is(i + 2, "the"))
            return emit(i, i + 1, TimeType::Duration, TimeMod::None, durationValue(-1, u), std::nullopt,
                        "vague-length");
    }
    // "all day", "a whole year" stands with its article, "the entire month"
    if (!plural && !clockUnit(u) && is(p, "all") && inside(p) &&
        (!nounFollows(i + 1) || has(i + 1, Tag::Weekday) || has(i + 1, Tag::TimeRef)))
        return emit(p, i + 1, TimeType::Duration, TimeMod::None, durationValue(1000, u), std::nullopt, "whole-unit");
    if (!plural && !clockUnit(u) && isAny<"whole", "entire", "full">(p) && is(p - 1, "the") && inside(p - 1) &&
        (u == "year" || u == "month" || u == "week" || u == "day" || u == "decade"))
        return emit(p - 1, i + 1, TimeType::Duration, TimeMod::None, durationValue(1000, u), std::nullopt,
                    "whole-unit");
    return i;
}

/// "for the quarter", "late in the year", "earlier in the day": a period that only its article names, behind a word
/// that asks for a time and before none that says whose it is ("the day of the vote").
TimesReader::Index TimesReader::thePeriod(Index i, std::string_view u) {
    const Index the = i - 1, lead = i - 2;
    if (has(i, Tag::Plural) || !is(the, "the") || !inside(the) || !inside(lead) || !today_ ||
        !isAny<"in", "for", "during", "over", "throughout", "within">(lead) || nounFollows(i + 1) ||
        isAny<"of", "that", "when", "before", "after", "to", "ended", "ending", "since", "in", "which", "commencing",
              "beginning", "starting">(i + 1) ||
        (kind(i + 1, TokenKind::Word) && capital(i + 1)) || kind(i + 1, TokenKind::Number))
        return i;
    const bool part = is(lead, "in") && isAny<"early", "late", "earlier", "later">(lead - 1) && inside(lead - 1);
    const bool whole = u == "year" || u == "quarter" || u == "month" || u == "week";
    if (!(part ? whole || u == "day" : whole && !is(lead, "over") && !is(lead, "within")))
        return i;
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

/// "three-day", "six-month-long", "first-quarter", "two-and-a-half-hour"; ages are left to the figures.
TimesReader::Index TimesReader::compound(Index i, std::string_view u) {
    const Index hyphen = i - 1;
    if (isAny<"old", "olds">(i + 1))
        return i;
    Index end = i + 1;
    if (kind(end, TokenKind::Hyphen) && glued(end)) {
        if (is(end + 1, "long"))
            end += 2;
        else if (isAny<"old", "olds">(end + 1))
            return i;
    }
    if ((u == "quarter" || u == "half") && hyphen > floor_ && ordinalDay(hyphen - 1) > 0 && u == "quarter" &&
        ordinalDay(hyphen - 1) <= 4) {
        Piece piece;
        piece.first = hyphen - 1;
        piece.end = end;
        piece.rule = "quarter";
        piece.time.quarter = ordinalDay(hyphen - 1);
        if (const int y = hyphen > floor_ + 1 ? plainNumber(hyphen - 2, 4) : -1; y >= 1900 && y <= 2060) {
            piece.time.year = y; // its 2008 second-quarter results
            piece.first = hyphen - 2;
        } else if (today_) {
            const CivilDate now = civilFromDays(*today_);
            piece.time.year = now.year - (piece.time.quarter > (now.month + 2) / 3 ? 1 : 0);
        }
        return emit(piece);
    }
    if (u == "half" || u == "quarter" || u == "weekday")
        return i;
    const auto amount = amountBefore(hyphen);
    if (!amount || amount->article ||
        (kind(amount->first, TokenKind::Number) && amount->first > floor_ && kind(amount->first - 1, TokenKind::Slash)))
        return i;
    if (u == "second" &&
        (amount->thousandths <= 1000 || (!amount->digits && amount->thousandths >= 20000 &&
                                         (has(amount->first - 1, Tag::Poss) || is(amount->first - 1, "the")))))
        return i; // "the twenty-second attempt"
    Index first = amount->first;
    TimeMod mod = TimeMod::None;
    hedgeBefore(first, mod);
    return emit(first, end, TimeType::Duration, mod, durationValue(amount->thousandths, u), std::nullopt,
                "length-compound");
}

} // namespace countercheck::read
