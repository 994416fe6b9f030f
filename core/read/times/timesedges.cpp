// SPDX-License-Identifier: GPL-3.0-or-later
// Edges of periods ("year to date", "the week before", "by end of day Friday"), years of an era ("44 BC"), and the
// order of day and month that a text's own dates show.
#include "core/read/calendar.h"
#include "core/read/times/timesreader.h"
#include "core/read/wordset.h"

#include <charconv>

namespace countercheck::read {

using text::Tag;
using text::TokenKind;

/// `i`: the unit, a singular. Returns i: none.
TimesReader::Index TimesReader::edgeOf(Index i, std::string_view u) {
    const bool calendarUnit = u == "year" || u == "month" || u == "week" || u == "quarter" || u == "day";
    if (!calendarUnit)
        return i;
    Piece piece;
    piece.end = i + 1;
    // year to date, month-to-date: the period so far
    const bool hyphens = kind(i + 1, TokenKind::Hyphen) && glued(i + 1);
    const Index to = hyphens ? i + 2 : i + 1;
    const Index date = hyphens ? to + 2 : to + 1;
    if (u != "day" && today_ && is(to, "to") && is(date, "date") && inside(date) &&
        (!hyphens || kind(to + 1, TokenKind::Hyphen))) {
        return toDate(is(i - 1, "the") && inside(i - 1) ? i - 1 : i, date + 1, u);
    }
    const bool article = is(i - 1, "the") && inside(i - 1);
    // last fiscal year, the current fiscal quarter: their bounds differ from house to house
    if (is(i - 1, "fiscal") && u == "year" && inside(i - 1) && today_) {
        const Deixis deixis = deixisAt(i - 2);
        if (deixis != Deixis::Last && deixis != Deixis::This && deixis != Deixis::Next)
            return i;
        piece.first = is(i - 3, "the") && inside(i - 3) ? i - 3 : i - 2;
        piece.rule = "fiscal-year";
        piece.time.fiscal = true;
        piece.time.year = civilFromDays(*today_).year + (deixis == Deixis::Last ? -1 : deixis == Deixis::Next ? 1 : 0);
        return emit(piece);
    }
    if (is(i - 1, "calendar") && inside(i - 1) && u != "day") { // the previous calendar month
        const Deixis deixis = deixisAt(i - 2);
        return deixis == Deixis::None || deixis == Deixis::Habit ? i : period(i, i - 2, deixis, u);
    }
    // the day before, the year after: seen from the time that the text named last
    const bool back = is(i + 1, "before");
    const bool closed = i + 2 >= end_ || kind(i + 2, TokenKind::Comma) || kind(i + 2, TokenKind::Stop) ||
                        token(i + 2).is(TokenKind::CloseQuote);
    if (article && (back || is(i + 1, "after")) && inside(i + 1) && closed) {
        const TimeMention* before = earlierIn(u == "week"      ? Grain::Week
                                              : u == "year"    ? Grain::Year
                                              : u == "quarter" ? Grain::Quarter
                                              : u == "month"   ? Grain::Month
                                                               : Grain::Day);
        std::optional<std::int64_t> base;
        if (before != nullptr)
            base = dayOfSecond(before->resolved->from);
        else if (back && u != "day")
            base = today_;
        piece.first = i - 1;
        piece.end = i + 2;
        piece.rule = "period-of-mention";
        if (!base && u != "day")
            return emit(piece.first, piece.end, TimeType::Date, TimeMod::None,
                        u == "week"      ? "XXXX-WXX"
                        : u == "month"   ? "XXXX-XX"
                        : u == "quarter" ? "XXXX-QX"
                                         : "XXXX",
                        std::nullopt, piece.rule);
        const int step = back ? -1 : 1;
        const CivilDate at = base ? civilFromDays(*base) : CivilDate{};
        if (u == "day") {
            piece.time.someDay = true;
            if (base)
                piece.time.setDay(*base + step);
        } else if (u == "week") {
            const IsoWeek week = isoWeekOf(*base + 7 * step);
            piece.time.year = week.year;
            piece.time.week = week.week;
        } else {
            const CivilDate month = addMonths({at.year, at.month, 1}, step * (u == "year" ? 12 : u == "month" ? 1 : 3));
            piece.time.year = month.year;
            (u == "quarter" ? piece.time.quarter : piece.time.month) = u == "quarter" ? (month.month + 2) / 3
                                                                       : u == "month" ? month.month
                                                                                      : 0;
        }
        return emit(piece);
    }
    // by end of day Friday; "at the end of the day" is said of more than days
    if (u == "day" && is(article ? i - 2 : i - 1, "of") && is(article ? i - 3 : i - 2, "end") &&
        inside(article ? i - 3 : i - 2) && (!article || spoken() || imperative(i - 3)) && !is(i + 1, "of")) {
        const Index end = article ? i - 3 : i - 2;
        if (article || end == first_ || isAny<"by", "at", "before", "until", "till", "the">(end - 1))
            return endOfDay(is(end - 1, "the") && inside(end - 1) ? end - 1 : end, i + 1);
    }
    return i;
}

TimesReader::Index TimesReader::century(Index unit) {
    Index o = unit;
    if (o > floor_ && kind(o - 1, TokenKind::Hyphen))
        --o;
    if (o <= floor_)
        return unit;
    --o;
    int n = ordinalDay(o);
    Index first = o;
    if (n > 0 && n < 10 && kind(o, TokenKind::Word) && o >= floor_ + 2 && kind(o - 1, TokenKind::Hyphen) &&
        has(o - 2, Tag::Number)) { // twenty-first
        n += static_cast<int>(number(o - 2, Tag::Number));
        first = o - 2;
    }
    if (n < 1 || n > 22 || has(unit, Tag::Plural))
        return unit;
    Piece piece;
    piece.first = first;
    piece.end = unit + 1;
    piece.rule = "century";
    piece.time.century = n - 1;
    const bool before = isAny<"bc", "bce">(unit + 1) && inside(unit + 1);
    extendLeft(piece);
    if (is(piece.first - 1, "the") && inside(piece.first - 1))
        --piece.first;
    if (const Index half = piece.first - 2; is(piece.first - 1, "of") && is(half, "half") && inside(half - 1) &&
                                            isAny<"first", "second", "latter", "last">(half - 1)) {
        piece.mod = is(half - 1, "first") ? TimeMod::Start : TimeMod::End; // the first half of the 16th century
        piece.first = is(half - 2, "the") && inside(half - 2) ? half - 2 : half - 1;
    }
    if (before) // the third century BC
        return emit(piece.first, unit + 2, TimeType::Date, piece.mod, "BC" + timexValue(piece.time), std::nullopt,
                    "century");
    return emit(piece);
}

/// The running period up to today. Needs today_.
TimesReader::Index TimesReader::toDate(Index first, Index end, std::string_view u) {
    PartialTime time;
    if (u == "week") {
        const IsoWeek week = isoWeekOf(*today_);
        time.year = week.year;
        time.week = week.week;
    } else {
        time.setPeriod(u, *today_, 0);
    }
    std::optional<TimeSpan> soFar = spanOf(time);
    if (soFar)
        soFar->to = (*today_ + 1) * secondsPerDay;
    return emit(first, end, TimeType::Date, TimeMod::None, timexValue(time), soFar, "to-date");
}

/// "EOM": the end of the running month, week or year; i without a day to count from.
TimesReader::Index TimesReader::periodEnd(Index i, std::string_view u) {
    if (!today_)
        return i;
    Piece piece;
    piece.first = i;
    piece.end = i + 1;
    piece.mod = TimeMod::End;
    piece.rule = "period-end";
    if (u == "week") {
        const IsoWeek week = isoWeekOf(*today_);
        piece.time.year = week.year;
        piece.time.week = week.week;
    } else if (!piece.time.setPeriod(u, *today_, 0)) {
        return i;
    }
    return emit(piece);
}

/// `i`: "day", "week" or "weekend" behind its article and before "before" or "after". Returns i: no feast stands there.
TimesReader::Index TimesReader::besideFeast(Index i, std::string_view u) {
    auto base = dateAt(is(i + 2, "the") && u == "day" ? i + 3 : i + 2);
    if (!base || base->set ||
        (base->rule != std::string_view("holiday") && !(u == "day" && base->time.month != 0 && base->time.day != 0)))
        return i; // the day after the 20th of October
    resolve(*base, Deixis::None);
    if (!base->time.hasFullDate())
        return i;
    const bool after = is(i + 1, "after");
    const std::int64_t feast = base->time.dayNumber();
    Piece piece;
    piece.first = is(i - 1, "the") && inside(i - 1) ? i - 1 : i;
    piece.end = base->end;
    piece.rule = "distance";
    if (u == "day") {
        piece.time.setDay(feast + (after ? 1 : -1));
        extendRight(piece);
        return emit(piece);
    }
    piece.time.setWeekBeside(feast, after, u == "weekend");
    return emit(piece);
}

/// The quarter that was named last, not one that it was compared with ("from a year earlier").
const TimeMention* TimesReader::namedQuarter() const {
    for (auto it = out_.times.rbegin(); it != out_.times.rend() && it->sentence + 2 >= sentence_; ++it)
        if (it->resolved && it->resolved->grain == Grain::Quarter && !it->derivation.has("later") &&
            !it->derivation.has("ago") && !it->derivation.has("period-of-mention"))
            return &*it;
    return nullptr;
}

/// The first day of the quarter that a report of results is about: the one named last, else the last that has ended.
std::optional<std::int64_t> TimesReader::reportedQuarter() const {
    if (const TimeMention* before = namedQuarter())
        return dayOfSecond(before->resolved->from);
    if (!today_)
        return std::nullopt;
    const CivilDate now = civilFromDays(*today_);
    return daysFromCivil(addMonths({now.year, now.month, 1}, -3));
}

/// `i`: "year" of "year-ago", with its hyphen. The noun behind it is the head of what is compared with.
TimesReader::Index TimesReader::yearAgo(Index i) {
    const Index noun = i + 3;
    const bool quarter = inside(noun) && value(noun, Tag::TimeUnit) == "quarter" && !has(noun, Tag::Plural);
    if (!quarter && !(is(noun, "period") && inside(noun)))
        return i;
    const Index first = is(i - 1, "the") && inside(i - 1) ? i - 1 : i;
    const auto reported = quarter ? reportedQuarter() : std::nullopt;
    if (!reported)
        return shift(first, noun + 1, 1000, "year", -1, true, "ago");
    Piece piece;
    piece.first = first;
    piece.end = noun + 1;
    piece.rule = "ago";
    piece.time.setPeriod("quarter", *reported, -4);
    return emit(piece);
}

/// `i`: a year that tells which quarter is compared with the one that is reported: "in the 1995 quarter".
TimesReader::Index TimesReader::quarterOfYear(Index i) {
    const bool quarter = is(i + 1, "quarter");
    const int y = quarter || is(i + 1, "period") ? plainNumber(i, 4) : -1;
    if (y < 1900 || y > 2060 || !is(i - 1, "the") || !inside(i + 1) || nounFollows(i + 2))
        return i;
    Piece piece;
    piece.first = inside(i - 1) ? i - 1 : i;
    piece.end = i + 2;
    piece.rule = "quarter";
    piece.time.year = y;
    piece.yearGiven = true;
    if (quarter || namedQuarter() != nullptr)
        if (const auto reported = reportedQuarter())
            piece.time.quarter = (civilFromDays(*reported).month + 2) / 3;
    return emit(piece);
}

/// `i`: the quarter behind "the same".
TimesReader::Index TimesReader::sameQuarter(Index i) {
    const Index j = isAny<"of", "in", "the">(i + 1) ? i + 2 : i + 1;
    const Deixis deixis = deixisAt(j);
    const bool last = (deixis == Deixis::Last || deixis == Deixis::Previous) && is(j + 1, "year");
    const bool ago = isAny<"a", "one">(j) && is(j + 1, "year") && isAny<"ago", "earlier", "before">(j + 2);
    const auto reported = reportedQuarter();
    if (!(last || ago) || !inside(j + 1) || !reported)
        return i;
    Piece piece;
    piece.first = is(i - 2, "the") && inside(i - 2) ? i - 2 : i - 1;
    piece.end = last ? j + 2 : j + 3;
    piece.rule = "period-of-mention";
    piece.time.setPeriod("quarter", *reported, -4);
    return emit(piece);
}

/// A period that its last day tells: a year that need not begin in January is a length.
TimesReader::Index TimesReader::endedPeriod(Index i, std::string_view u) {
    if (!isAny<"ended", "ending">(i + 1) || !is(i - 1, "the") || !inside(i - 1) || !inside(i + 2))
        return i;
    auto day = dateAt(i + 2);
    if (!day || day->set || day->time.month == 0)
        return i;
    if (u == "year")
        return emit(i - 1, i + 1, TimeType::Duration, TimeMod::None, "P1Y", std::nullopt, "length");
    resolve(*day, Deixis::None);
    if (!day->time.hasFullDate())
        return i;
    Piece piece;
    piece.first = i - 1;
    piece.end = i + 1;
    piece.rule = "quarter";
    piece.time.setPeriod("quarter", day->time.dayNumber(), 0);
    return emit(piece);
}

TimesReader::Index TimesReader::endOfDay(Index first, Index end) {
    if (!today_)
        return end - 1;
    Piece piece;
    piece.time.setDay(*today_);
    piece.end = end;
    if (const Index at = is(end, "on") ? end + 1 : end;
        has(at, Tag::Weekday) || has(at, Tag::TimeRef) || has(at, Tag::Month))
        if (auto day = dateAt(at); day && !day->set && day->time.grain() == Grain::Day) {
            resolve(*day, Deixis::None);
            if (day->time.hasFullDate())
                piece = *day;
        }
    piece.first = first;
    piece.mod = TimeMod::End;
    piece.rule = "end-of-day";
    return emit(piece);
}

/// TIMEX3 writes years before the common era with BC and four digits.
TimesReader::Index TimesReader::eraYear(Index i) {
    const auto era = [this](Index at) {
        return at >= first_ && at < end_ && token(at).is(TokenKind::Word) && token(at).has(text::Capitalised) &&
               value(at, Tag::TimeWord) == "era" && text(at).size() > 1 && text(at)[text(at).size() > 2 ? 2 : 1] < 'a';
    };
    const int year = plainNumber(i, 4);
    if (year < 1)
        return i;
    const bool lead = era(i - 1) && inside(i - 1) && (text(i - 1)[0] == 'A');
    if (!lead && !era(i + 1))
        return i;
    Piece piece;
    piece.first = lead ? i - 1 : i;
    piece.end = lead ? i + 1 : i + 2;
    const bool before = !lead && text(i + 1)[0] == 'B';
    if (!before && year > 2199)
        return i;
    std::string value = std::to_string(year);
    value.insert(0, 4 - value.size(), '0');
    TimeMod mod = TimeMod::None;
    if (isAny<"around", "circa", "about">(piece.first - 1) && inside(piece.first - 1)) {
        mod = TimeMod::Approx;
        --piece.first;
    }
    return emit(piece.first, piece.end, TimeType::Date, mod, before ? "BC" + value : value, std::nullopt, "era");
}

namespace {

/// Words whose spelling tells where an English text was written.
constexpr WordSet british({"colour", "centre", "organisation", "programme", "defence", "labour"});
constexpr WordSet american({"color", "center", "organization", "program", "defense", "labor"});

} // namespace

std::optional<bool> dayFirstShown(const text::Reading& reading) {
    const std::string_view all = reading.text;
    bool open = false; // a date that can be read in both ways
    int days = 0, months = 0;
    for (std::size_t at = all.find('/'); at != std::string_view::npos; at = all.find('/', at + 1)) {
        const auto digit = [&](std::size_t p) { return p < all.size() && all[p] >= '0' && all[p] <= '9'; };
        std::size_t from = at, to = at + 1;
        while (from > 0 && at - from < 3 && digit(from - 1))
            --from;
        while (to - at < 4 && digit(to))
            ++to;
        if (from == at || at - from > 2 || to == at + 1 || to - at > 3 || to >= all.size() || all[to] != '/' ||
            !digit(to + 1) || (from > 0 && all[from - 1] == '/'))
            continue;
        int first = 0, second = 0;
        std::from_chars(all.data() + from, all.data() + at, first);
        std::from_chars(all.data() + at + 1, all.data() + to, second);
        if (first > 12 && first <= 31 && second <= 12)
            ++days;
        else if (second > 12 && second <= 31 && first <= 12)
            ++months;
        else if (first <= 12 && second <= 12)
            open = true;
    }
    if (!open)
        return std::nullopt;
    if (days + months == 0) {
        const text::Lexicon& lexicon = text::Lexicon::of(reading.language);
        for (std::size_t i = 1; i + 1 < reading.tokens.size(); ++i) {
            const text::Token& t = reading.tokens[i];
            if (!t.is(TokenKind::Word))
                continue;
            if (lexicon.has(t.word, Tag::Month) && t.has(text::Capitalised)) {
                const auto day = [](const text::Token& n) { // 14, 14th
                    return (n.is(TokenKind::Number) && n.end - n.begin <= 2) ||
                           (n.is(TokenKind::Alnum) && n.end - n.begin <= 4);
                };
                days += day(reading.tokens[i - 1]);
                months += day(reading.tokens[i + 1]);
                continue;
            }
            const std::string_view word = reading.of(t);
            days += british.contains(word) ? 1 : 0;
            months += american.contains(word) ? 1 : 0;
        }
    }
    return days == months ? std::nullopt : std::optional<bool>(days > months);
}

/// "two summers ago": the seasons that have begun are counted back, the one that runs is not among them.
TimesReader::Index TimesReader::seasonsAgo(Index i) {
    const auto amount = is(i + 1, "ago") && inside(i + 1) && today_ ? amountBefore(i) : std::nullopt;
    if (!amount || amount->vague() || amount->thousandths < 1000 || amount->thousandths % 1000 != 0 ||
        amount->thousandths > 100'000)
        return i;
    Piece piece;
    piece.first = amount->first;
    piece.end = i + 2;
    piece.rule = "season";
    piece.mod = amount->mod;
    piece.time.season = static_cast<int>(number(i, Tag::Season));
    const CivilDate now = civilFromDays(*today_);
    const int start = piece.time.season * 3;
    const int begun = now.month >= start ? now.year : now.year - 1;
    const bool running = (now.month - start + 12) % 12 < 3;
    piece.time.year = begun - static_cast<int>(amount->thousandths / 1000) + (running ? 0 : 1);
    return emit(piece);
}

} // namespace countercheck::read
