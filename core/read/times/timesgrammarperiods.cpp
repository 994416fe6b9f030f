// SPDX-License-Identifier: GPL-3.0-or-later
// Points at a distance and periods of the calendar in the languages of timesgrammar.h: "il y a trois mois", "la semaine
// dernière", "zweites Halbjahr", "siglo XIX".
#include "core/read/calendar.h"
#include "core/read/times/timesgrammar.h"

#include <algorithm>

namespace countercheck::read {

using text::Tag;
using text::TokenKind;

namespace {

std::string_view unknownValue(std::string_view unit) {
    return unit == "year"                        ? "XXXX"
           : unit == "month"                     ? "XXXX-XX"
           : unit == "week" || unit == "weekend" ? "XXXX-WXX"
           : unit == "quarter"                   ? "XXXX-QX"
           : unit == "half"                      ? "XXXX-HX"
                                                 : "XXXX-XX-XX";
}

} // namespace

/// A length moved from today or from the day last mentioned.
TimesGrammar::Index TimesGrammar::moveBy(Index first, Index end, std::int64_t thousandths, std::string_view unit,
                                         int direction, bool fromMention, TimeMod mod, std::int64_t days) {
    const char* rule = fromMention ? "shift-mention" : "shift";
    mod = modOfPoint(mod, direction);
    if (thousandths < 0) { // "il y a quelques mois": between one unit and about ten
        std::optional<TimeSpan> resolved;
        if (anchor_ && !clockUnit(unit) && !fromMention) {
            const std::int64_t near = moved(*anchor_, direction * 1000, unit),
                               far = moved(*anchor_, direction * 11000, unit);
            resolved = TimeSpan{dayOfSecond(std::min(near, far)) * secondsPerDay,
                                dayOfSecond(std::max(near, far)) * secondsPerDay + secondsPerDay,
                                monthsIn(unit) >= 12 ? Grain::Year
                                : monthsIn(unit) > 0 ? Grain::Month
                                                     : Grain::Day};
        }
        return emit(first, end, clockUnit(unit) ? TimeType::Time : TimeType::Date, mod,
                    direction < 0 ? "PAST_REF" : "FUTURE_REF", resolved, rule);
    }
    std::optional<std::int64_t> base = anchor_;
    bool clock = anchorHasClock_; // is the base's hour known?
    if (fromMention) {
        const TimeMention* mention = earlierIn(monthsIn(unit) >= 12 ? Grain::Year
                                               : monthsIn(unit) > 0 ? Grain::Month
                                                                    : Grain::Day);
        base = mention != nullptr ? std::optional(mention->resolved->from) : anchor_;
        clock = mention != nullptr && mention->resolved->grain >= Grain::Hour && !ofNoDay(*mention->resolved);
        if (const TimeMention* story = mention == nullptr && anchor_ ? earlierIn(Grain::Year) : nullptr;
            story != nullptr && *anchor_ - story->resolved->from > 2 * 366 * secondsPerDay)
            base.reset(); // "Mitte Februar 1945 …, zehn Tage darauf": not seen from today
    }
    if (!base || (clockUnit(unit) && !clock))
        return emit(first, end, clockUnit(unit) ? TimeType::Time : TimeType::Date, mod,
                    clockUnit(unit)
                        ? (base ? isoTime(dayOfSecond(*base) * secondsPerDay) : std::string("XXXX-XX-XX")) + "TXX:XX"
                        : std::string(unknownValue(unit)),
                    std::nullopt, rule);
    const std::int64_t at = moved(*base, direction * thousandths, unit) + direction * days * secondsPerDay;
    const std::int64_t day = dayOfSecond(at);
    Piece piece;
    piece.first = first;
    piece.end = end;
    piece.mod = mod;
    piece.rule = rule;
    PartialTime& time = piece.time;
    const CivilDate date = civilFromDays(day);
    if (date.year < 0 || date.year > 9999)
        return first;
    if (days != 0) { // il y a trois mois et deux semaines
        time.setDay(day);
    } else if (clockUnit(unit)) {
        const std::int64_t rest = at - day * secondsPerDay;
        time.setDay(day);
        time.hour = static_cast<int>(rest / 3600);
        time.minute = static_cast<int>(rest / 60 % 60);
    } else if (unit == "week" && !fromMention) {
        const IsoWeek week = isoWeekOf(day);
        time.year = week.year;
        time.week = week.week;
    } else if (monthsIn(unit) == 0) {
        time.setDay(day);
        rightOf(piece);
    } else if (unit == "century" && thousandths % 1000 == 0) {
        time.century = date.year / 100;
    } else {
        time.year = date.year;
        if (monthsIn(unit) < 12 || (thousandths % 1000 != 0 && unit == "year"))
            time.month = date.month;
    }
    return emit(piece);
}

/// What the calendar calls the period: "la semaine dernière", "dieses Jahr", "el mes que viene".
TimesGrammar::Index TimesGrammar::periodOf(Piece piece, Deixis deixis, std::string_view unit, bool fromMention,
                                           int times) {
    std::optional<std::int64_t> base = today_;
    if (fromMention) {
        const TimeMention* mention = earlierIn(unit == "quarter" || unit == "half"                       ? Grain::Half
                                               : unit == "year" || unit == "decade" || unit == "century" ? Grain::Year
                                               : monthsIn(unit) != 0                                     ? Grain::Month
                                                                                                         : Grain::Day);
        base = mention != nullptr ? std::optional(dayOfSecond(mention->resolved->from))
               : deixis == Deixis::Previous && unit != "day" && unit != "weekend" &&
                       (out_.times.empty() || storyDate() == nullptr)
                   ? today_
                   : std::nullopt; // "contre 3 % le mois précédent"
    }
    const int step = deixis == Deixis::Last || deixis == Deixis::Previous    ? -times
                     : deixis == Deixis::Next || deixis == Deixis::Following ? times
                                                                             : 0;
    piece.rule = fromMention ? "period-of-mention" : "period";
    if (!base)
        return emit(piece.first, piece.end, TimeType::Date, piece.mod, std::string(unknownValue(unit)), std::nullopt,
                    piece.rule);
    PartialTime& time = piece.time;
    if (unit == "day") {
        time.setDay(*base + step);
    } else if (unit == "week") {
        const IsoWeek week = isoWeekOf(*base + std::int64_t{7} * step);
        if (piece.mod == TimeMod::None && !fromMention &&
            dayOfPeriodWeek(piece, isoWeekStart(week.year, week.week))) // nächste Woche Donnerstag
            return emit(piece);
        time.year = week.year;
        time.week = week.week;
    } else if (unit == "weekend") {
        if (deixis == Deixis::This && weekdayOf(*base) < 5 && tenseAt(piece.first, piece.end) == Tense::Past)
            base = *base - 7; // "ce week-end, ils avaient manifesté"
        std::int64_t saturday = weekdayOnOrBefore(*base, 1) + 5 + std::int64_t{7} * step;
        if (deixis == Deixis::Next && weekdayOf(*base) < 6)
            saturday -= 7; // the coming one
        if (deixis == Deixis::None && saturday > *base && tenseAt(piece.first, piece.end) != Tense::Future)
            saturday -= 7;
        const IsoWeek week = isoWeekOf(saturday);
        time.year = week.year;
        time.week = week.week;
        time.weekend = true;
    } else if (!time.setPeriod(unit, *base, step)) {
        return piece.first;
    }
    if (unit == "day")
        rightOf(piece);
    return emit(piece);
}

/// "premier trimestre 2020", "zweites Halbjahr", "siglo XIX", "19. Jahrhundert", "semaine 23", "KW 23".
TimesGrammar::Index TimesGrammar::ordinalPeriod(Index i, Index end, std::string_view unit) {
    Piece piece;
    piece.first = i;
    piece.end = end;
    PartialTime& time = piece.time;
    const auto article = [&] {
        if (role(piece.first - 1, Role::Early | Role::Late) && inside(piece.first - 1)) {
            piece.mod = role(piece.first - 1, Role::Early) ? TimeMod::Start : TimeMod::End;
            --piece.first;
        }
        if (role(piece.first - 1, Role::Article) && inside(piece.first - 1))
            --piece.first;
    };
    if (role(i, Role::WeekWord) || unit == "week") { // semaine 23
        const int n = plainNumber(end, 2);
        if (unit == "week" && n < 0 && german() && role(i, Role::WeekWord) && kind(i - 1, TokenKind::Stop) &&
            glued(i - 1) && plainNumber(i - 2, 2) >= 1 && plainNumber(i - 2, 2) <= 53 && text(i).size() > 5 &&
            today_) { // 20. Kalenderwoche
            piece.first = i - 2;
            piece.rule = "week-number";
            time.week = plainNumber(i - 2, 2);
            time.year = civilFromDays(*today_).year;
            if (Index after = 0; const int y = yearBehind(end, after)) {
                if (y > 0) {
                    time.year = y;
                    piece.end = after;
                }
            }
            return emit(piece);
        }
        if (unit != "week" || n < 1 || n > 53 || !(role(i, Role::WeekWord)) || kind(end + 1, TokenKind::Percent) ||
            word(end + 1).unit || deixisOf(word(i - 1)) != Deixis::None) // "diese Woche 12"
            return i;
        time.week = n;
        piece.end = end + 1;
        piece.rule = "week-number";
        Index after = 0;
        Index from = piece.end;
        if (kind(from, TokenKind::Slash) && glued(from))
            ++from;
        if (const int y = yearBehind(from, after); y > 0) {
            time.year = y;
            piece.end = after;
        } else if (today_) {
            time.year = civilFromDays(*today_).year;
        }
        article();
        return emit(piece);
    }
    // the ordinal, before or behind
    int n = 0;
    Index p = i - 1;
    if (unit == "century" && (kind(end, TokenKind::Word) || kind(end, TokenKind::Alnum)) && roman(text(end)) > 0) {
        n = roman(text(end));
        piece.end = end + 1;
    } else if (german() && kind(p, TokenKind::Stop) && glued(p) && plainNumber(p - 1, 2) > 0) {
        n = plainNumber(p - 1, 2);
        piece.first = p - 1;
    } else if ((kind(p, TokenKind::Alnum) || kind(p, TokenKind::Word)) && unit == "century" && roman(text(p)) > 0) {
        n = roman(text(p));
        piece.first = p;
    } else if (kind(p, TokenKind::Alnum)) { // 19e, 1er, 2ème, 3º
        const std::string_view t = text(p);
        std::size_t k = 0;
        while (k < t.size() && t[k] >= '0' && t[k] <= '9')
            n = n * 10 + (t[k++] - '0');
        const std::string_view rest = t.substr(k);
        if (k == 0 || k > 2 ||
            !(rest == "e" || rest == "ème" || rest == "er" || rest == "re" || rest == "ème" || rest == "º" ||
              rest == "°"))
            return i;
        piece.first = p;
    } else if (word(p).ordinal > 0 && inside(p)) {
        n = word(p).ordinal;
        piece.first = p;
    } else if (Index after = 0; (unit == "quarter" || unit == "half") && inside(p) &&
                                deixisOf(word(p)) == Deixis::Last && yearBehind(end, after) > 0 &&
                                plainNumber(after - 1, 4) > 0) { // le dernier trimestre de 2023
        n = unit == "quarter" ? 4 : 2;
        piece.first = p;
    } else {
        return i;
    }
    if (unit == "century") {
        if (n < 1 || n > 22 || (is(piece.end, "avant") && text(piece.end + 1).starts_with("J")) ||
            (is(piece.end, "v") && german()) || (is(piece.end, "a") && text(piece.end + 1).starts_with(".")))
            return i; // before the common era
        time.century = n - 1;
        piece.rule = "century";
        article();
        const TimeMod mod = piece.mod;
        leftOf(piece, true);
        if (mod != TimeMod::None)
            piece.mod = mod;
        return emit(piece);
    }
    if (unit != "quarter" && unit != "half")
        return i;
    if (n < 1 || n > (unit == "half" ? 2 : 4))
        return i;
    (unit == "half" ? time.half : time.quarter) = n;
    piece.rule = unit == "half" ? "half-year" : "quarter";
    Index after = 0;
    if (const int y = yearBehind(piece.end, after); y > 0) {
        time.year = y;
        piece.end = after;
        piece.yearGiven = true;
    } else if (const Index of = role(piece.end, Role::Of) ? piece.end + 1 : piece.end,
               noun = role(of, Role::Article) ? of + 1 : of;
               noun > piece.end && role(noun, Role::YearWord) && inside(noun) && today_ && unit == "half" &&
               !kind(noun + 1, TokenKind::Number)) { // la seconde moitié de l'année
        time.year = civilFromDays(*today_).year;
        piece.end = noun + 1;
        piece.yearGiven = true;
    } else if (has(i, Tag::Fraction)) {
        return i; // "la première moitié" of something else
    } else if (today_) {
        const CivilDate now = civilFromDays(*today_);
        const int length = unit == "half" ? 6 : 3;
        const int current = (now.month + length - 1) / length;
        const Index link = role(piece.first - 1, Role::Article) ? piece.first - 2 : piece.first - 1;
        const bool results = isAny<"résultats", "résultat", "bénéfice", "ventes", "comptes", "affaires", "zahlen",
                                   "ergebnisse", "bilanz", "ergebnis", "resultados", "beneficio", "ventas">(link - 1);
        const bool future = !results && tenseAt(i, end) == Tense::Future; // of what is over, whenever it is published
        time.year = future ? now.year + (n < current ? 1 : 0) : now.year - (n > current ? 1 : 0);
        if (const TimeMention* story = future ? nullptr : storyDate())
            time.year = civilFromDays(dayOfSecond(story->resolved->from)).year;
    }
    article();
    leftOf(piece, true);
    return emit(piece);
}

} // namespace countercheck::read
