// SPDX-License-Identifier: GPL-3.0-or-later
// Lengths, distances, periods and habits in the languages of timesgrammar.h: one production around a unit of time looks
// to both sides for a number, a determiner and a word that hangs the length up somewhere.
#include "core/read/calendar.h"
#include "core/read/timesgrammar.h"

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
                                         int direction, bool fromMention, TimeMod mod) {
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
    if (fromMention) {
        const TimeMention* mention = earlierIn(monthsIn(unit) >= 12 ? Grain::Year
                                               : monthsIn(unit) > 0 ? Grain::Month
                                                                    : Grain::Day);
        base = mention != nullptr ? std::optional(mention->resolved->from) : anchor_;
    }
    if (!base || (clockUnit(unit) && (fromMention || !anchorHasClock_)))
        return emit(first, end, clockUnit(unit) ? TimeType::Time : TimeType::Date, mod,
                    clockUnit(unit)
                        ? (base ? isoTime(dayOfSecond(*base) * secondsPerDay) : std::string("XXXX-XX-XX")) + "TXX:XX"
                        : std::string(unknownValue(unit)),
                    std::nullopt, rule);
    const std::int64_t at = moved(*base, direction * thousandths, unit);
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
    if (clockUnit(unit)) {
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
        base = mention != nullptr ? std::optional(dayOfSecond(mention->resolved->from)) : std::nullopt;
    }
    const int step = deixis == Deixis::Last || deixis == Deixis::Previous    ? -times
                     : deixis == Deixis::Next || deixis == Deixis::Following ? times
                                                                             : 0;
    piece.rule = fromMention ? "period-of-mention" : "period";
    if (!base)
        return emit(piece.first, piece.end, TimeType::Date, piece.mod, std::string(unknownValue(unit)), std::nullopt,
                    piece.rule);
    const CivilDate now = civilFromDays(*base);
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
        std::int64_t saturday = weekdayOnOrBefore(*base, 1) + 5 + std::int64_t{7} * step;
        if (deixis == Deixis::Next && weekdayOf(*base) < 6)
            saturday -= 7; // the coming one
        if (deixis == Deixis::None && saturday > *base && tenseAt(piece.first, piece.end) != Tense::Future)
            saturday -= 7;
        const IsoWeek week = isoWeekOf(saturday);
        time.year = week.year;
        time.week = week.week;
        time.weekend = true;
    } else if (unit == "month" || unit == "quarter" || unit == "half") {
        const int length = unit == "month" ? 1 : unit == "quarter" ? 3 : 6;
        const CivilDate month = addMonths({now.year, now.month, 1}, length * step);
        time.year = month.year;
        if (length == 1)
            time.month = month.month;
        else
            (length == 3 ? time.quarter : time.half) = (month.month + length - 1) / length;
    } else if (unit == "decade") {
        time.decade = now.year / 10 + step;
    } else if (unit == "century") {
        time.century = now.year / 100 + step;
    } else if (unit == "year") {
        time.year = now.year + step;
    } else {
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
    } else if (has(i, Tag::Fraction)) {
        return i; // "la première moitié" of something else
    } else if (today_) {
        const CivilDate now = civilFromDays(*today_);
        const int length = unit == "half" ? 6 : 3;
        const int current = (now.month + length - 1) / length;
        const bool future = tenseAt(i, end) == Tense::Future;
        time.year = future ? now.year + (n < current ? 1 : 0) : now.year - (n > current ? 1 : 0);
    }
    article();
    leftOf(piece, true);
    return emit(piece);
}

TimesGrammar::Index TimesGrammar::unitHead(Index i, const Hit& hit) {
    text::WordId entry = token(i).word;
    if (hit.end > i + 1)
        if (const auto match = lexicon_.matchPhrase(reading_, i, text::tagBit(Tag::TimeUnit)))
            entry = match->entry;
    const std::string_view unit = lexicon_.value(entry, Tag::TimeUnit);
    const TimeWord& self = *hit.word;
    Index end = hit.end;
    if (unit.empty() ||
        (german() && !named(i) && !self.is(Role::Adjective) && !self.is(Role::Minutes) && !self.is(Role::ClockUnit)))
        return i;
    if (self.is(Role::Adjective)) { // dreitägig, jahrelang: the length itself
        std::int64_t n = self.number > 0 ? self.number * 1000 : self.plural ? -1 : 0;
        Index first = i;
        if (n == 0 && kind(i - 1, TokenKind::Hyphen) && inside(i - 2)) {
            const auto q = quantityBefore(i - 1);
            if (!q)
                return i;
            n = q->thousandths;
            first = q->first;
        } else if (n == 0) {
            return i;
        }
        if (unit == "year" && !self.plural && !role(end, Role::Span))
            return i;                // an age: "ein 34-jähriger Mann"
        TimeMod mod = TimeMod::None; // fast fünfstündig
        hedgeBefore(first, mod);
        return emit(first, end, TimeType::Duration, mod, durationValue(n, unit), std::nullopt, "adjective-length");
    }
    if (unit == "week" && !self.plural)
        if (const Index next = nthWeekday(i, self, true); next != i)
            return next;
    if (unit == "day" && !self.plural)
        if (const Index next = dayOfPeriod(i, true); next != i)
            return next;
    if (unit == "hour" && !self.plural && role(end, Role::And) && role(end + 1, Role::Half) && inside(end + 1) &&
        reading_.language == text::Language::Spanish && !role(i - 1, Role::One) && word(i - 1).number < 0)
        return emit(i, end + 2, TimeType::Duration, TimeMod::None, "PT1H30M", std::nullopt, "length"); // hora y media
    const bool ci = kind(end, TokenKind::Hyphen) && glued(end) && is(end + 1, "ci");
    if (ci)
        end += 2; // ce mois-ci
    else if (kind(end, TokenKind::Hyphen) && glued(end) && !german() && !self.is(Role::DayWord))
        return i;
    if (const Index next = ordinalPeriod(i, end, unit); next != i)
        return next;
    // l'année 2015, im Jahr 2015, año 2015: the number is read as a year
    if (self.is(Role::YearWord) && plainNumber(end, 4) >= 1000 && text(end).size() == 4) {
        return i;
    }
    if (self.is(Role::MonthWord) && (role(end, Role::Of) || german()) &&
        word(role(end, Role::Of) ? end + 1 : end).month != 0)
        return i;

    // To the left: modifiers, a number, modifiers, a determiner.
    Index p = i - 1;
    Deixis deixis = Deixis::None;
    Index first = i;
    bool half = false;
    const auto takeDeixis = [&] {
        const Deixis d = deixisOf(word(p));
        if (d == Deixis::None || !inside(p) || role(p, Role::Past)) // "a passé quarante ans"
            return;
        if (deixis == Deixis::None || deixis == Deixis::This)
            deixis = d;
        first = p--;
    };
    takeDeixis();
    takeDeixis();
    if (deixis != Deixis::None && kind(first - 1, TokenKind::Hyphen) && glued(first))
        return i; // l'avant-dernière semaine
    if (german() && word(p).ordinal > 1 && word(p).ordinal <= 12 && inside(p) && !self.plural &&
        deixisOf(word(p - 1)) == Deixis::Habit && inside(p - 1)) // jeden zweiten Tag
        return emit(p - 1, end, TimeType::Set, TimeMod::None, durationValue(std::int64_t{word(p).ordinal} * 1000, unit),
                    std::nullopt, "every-nth");
    if (german() && !self.plural && !clockUnit(unit) && text(p).starts_with("ganz") && inside(p) &&
        role(p - 1, Role::Article) && inside(p - 1) && p + 1 == i) // die ganze Woche
        return emit(p - 1, end, TimeType::Duration, TimeMod::None, durationValue(1000, unit), std::nullopt,
                    "whole-unit");
    std::optional<Quantity> q;
    if (deixis != Deixis::This && deixis != Deixis::Habit && deixis != Deixis::Same)
        q = quantityBefore(p + 1);
    if (q) {
        if (q->digits && (self.is(Role::YearWord) || unit == "year") && q->thousandths >= 1900000)
            return i;
        first = q->first;
        p = first - 1;
        takeDeixis();
        if (q->first > floor_ && deixis == Deixis::None)
            first = q->first;
    }
    // et demi, y medio
    if (q && role(end, Role::And) && role(end + 1, Role::Half) && q->thousandths > 0) {
        q->thousandths += 500;
        end += 2;
        half = true;
    } else if (q && unit == "hour" && role(end, Role::And) && role(end + 1, Role::Quarter) && !german() &&
               q->thousandths > 0) { // deux heures et quart
        q->thousandths += 250;
        end += 2;
        half = true;
    } else if (q && role(end, Role::And) && role(end + 1, Role::One) && role(end + 2, Role::Half) &&
               q->thousandths > 0) {
        q->thousandths += 500;
        end += 3;
        half = true;
    }
    const bool article = role(p, Role::Article) && inside(p) && p + 1 == first;
    const bool all =
        (role(p, Role::All) && inside(p) && p + 1 == first) || (article && role(p - 1, Role::All) && inside(p - 1));
    const Index allFirst = article && all ? p - 1 : p;

    // To the right: dernier, suivant, plus tard, atrás.
    const Hit behind = hitAt(end);
    if (deixis == Deixis::None || deixis == Deixis::This) {
        const Deixis d = german() ? Deixis::None : deixisOf(*behind.word);
        if (d != Deixis::None && d != Deixis::This && d != Deixis::Habit && d != Deixis::Same) {
            deixis = d;
            end = behind.end;
        }
    }

    // Habits.
    if (deixis == Deixis::Habit ||
        (all && (q || self.plural || german() || reading_.language == text::Language::Spanish) &&
         !(q && q->thousandths < 0))) {
        const bool wholeDay = all && !self.plural && !german() && !q;
        const Index begin = deixis == Deixis::Habit ? first : allFirst;
        if (wholeDay) // todo el día
            return emit(begin, end, TimeType::Duration, TimeMod::None, durationValue(1000, unit), std::nullopt,
                        "whole-unit");
        const std::int64_t n = q && q->thousandths > 0 ? q->thousandths : 1000;
        if (unit == "weekend")
            return emit(begin, end, TimeType::Set, TimeMod::None, "XXXX-WXX-WE", std::nullopt, "every");
        Piece piece;
        piece.first = begin;
        piece.end = end;
        if ((unit == "day" || unit == "night") && n == 1000) {
            Index j = end;
            if (role(j, Role::At))
                ++j;
            if (const auto clock = clockForward(j);
                clock && j > end &&
                (clock->sure || clock->minute >= 0 ||
                 ((german() || role(j, Role::HourArticle)) && hourStands(*clock)))) {
                const bool late = unit == "night" && !clock->meridiem && clock->hour >= 6 && clock->hour < 12;
                piece.time.hour = clock->hour + (late ? 12 : 0);
                piece.time.minute = clock->minute;
                piece.end = clock->end;
                piece.set = true;
                return emit(piece);
            }
        }
        return emit(begin, end, TimeType::Set, TimeMod::None, durationValue(n, unit), std::nullopt, "every");
    }
    if (all && !q && !german()) // toute la journée
        return emit(allFirst, end, TimeType::Duration, TimeMod::None, durationValue(1000, unit), std::nullopt,
                    "whole-unit");
    const Index per = article ? p - 1 : p;
    const bool times = inside(per) && role(per - 1, Role::Times) && inside(per - 1);
    if (inside(per) && !q && deixis == Deixis::None &&
        ((role(per, Role::Per) && (!article || times)) ||
         (times && role(per, Role::To | Role::On)))) { // par jour, pro Woche
        Index begin = per;
        if (times) {
            begin = per - 1;
            Index e = 0;
            if (inside(begin - 1) && (smallNumber(begin - 1, e) > 0 || plainNumber(begin - 1, 3) > 0))
                --begin;
        }
        return emit(begin, end, TimeType::Set, TimeMod::None, durationValue(1000, unit), std::nullopt, "per");
    }

    if (article && deixis == Deixis::None && role(p - 1, Role::Times) && inside(p - 1) && !self.plural) {
        Index begin = p - 1, e = 0; // einmal die Woche, deux fois l'an
        if (inside(begin - 1) && (smallNumber(begin - 1, e) > 0 || plainNumber(begin - 1, 3) > 0))
            --begin;
        return emit(begin, end, TimeType::Set, TimeMod::None, durationValue(1000, unit), std::nullopt, "per");
    }
    if (q && german() && !clockUnit(unit) && context(end).is(Role::AgeNoun))
        return i; // 14 Tage alt
    if (q) {
        if (q->thousandths == 0 || (unit == "second" && !q->digits && self.ordinal != 0))
            return i;
        const bool one = q->thousandths > 0 && q->thousandths <= 1000;
        if (Index after = 0; one && q->article && is(end, "sur")) // un jour sur deux
            if (const int n = smallNumber(end + 1, after) > 0 ? smallNumber(end + 1, after)
                                                              : (after = end + 2, plainNumber(end + 1, 2));
                n >= 2)
                return emit(first, after, TimeType::Set, TimeMod::None, durationValue(std::int64_t{n} * 1000, unit),
                            std::nullopt, "every");
        if (one && q->article && german() && deixis == Deixis::None &&
            (text(i).starts_with("Viertel") || text(i).starts_with("Halb"))) // ein Vierteljahr
            return emit(first, end, TimeType::Duration, TimeMod::None, unit == "half" ? "P6M" : "P3M", std::nullopt,
                        "length");
        if (one && q->article && (unit == "half" || unit == "quarter" || unit == "weekend"))
            return i;
        if ((unit == "quarter" || unit == "half") && q->digits)
            return i;
        const Index lead = article ? p : first;
        TimeMod mod = q->mod;
        Index hedged = first;
        if (deixis == Deixis::None && !article) {
            TimeMod found = TimeMod::None;
            if (hedgeBefore(hedged, found))
                mod = found;
        }
        if (deixis == Deixis::Last || deixis == Deixis::Next) {
            if (one && !self.plural && q->article)
                return i;
            std::optional<TimeSpan> resolved;
            if (anchor_ && q->thousandths > 0) {
                const std::int64_t other =
                    moved(*anchor_, deixis == Deixis::Last ? -q->thousandths : q->thousandths, unit);
                resolved = TimeSpan{std::min(*anchor_, other), std::max(*anchor_, other),
                                    monthsIn(unit) != 0 ? Grain::Month
                                    : clockUnit(unit)   ? Grain::Minute
                                                        : Grain::Day};
            }
            return emit(lead, end, TimeType::Duration, mod, durationValue(q->thousandths, unit), resolved, "length",
                        "deixis");
        }
        if (deixis == Deixis::Following || deixis == Deixis::Previous)
            return emit(lead, end, TimeType::Duration, mod, durationValue(q->thousandths, unit), std::nullopt,
                        "length");
        const Index hang = before(hedged, Role::Ago | Role::In);
        if (hang < hedged && inside(hang)) {
            const auto match = lexicon_.matchPhrase(reading_, hang, text::tagBit(Tag::TimeWord));
            const TimeWord& w = match && match->endToken == hedged ? words_[match->entry] : context(hang);
            const bool ago = w.is(Role::Ago);
            // "in drei Tagen" is ahead; "in den drei Tagen" a length; Spanish "en tres días" only of what is to come
            if (ago && context(hang - 1).is(Role::Since)) // desde hace tres años
                return emit(hedged, end, TimeType::Duration, mod, durationValue(q->thousandths, unit), std::nullopt,
                            "length");
            if (ago || (!w.is(Role::Weak) && !(german() && tenseAt(hang, end) == Tense::Past)) ||
                tenseAt(hang, end) == Tense::Future) {
                std::int64_t whole = q->thousandths;
                if (unit == "hour" && role(end, Role::And) && whole > 0) // in einer Stunde und 20 Minuten
                    if (const auto rest = lengthForward(end + 1); rest && rest->unit == "minute") {
                        whole += rest->thousandths / 60;
                        end = rest->end;
                    }
                if (!(ago && self.is(Role::Weak)))
                    return moveBy(hang, end, whole, unit, ago ? -1 : 1, false, mod);
            }
        }
        if (behind.word->is(Role::AgoAfter))
            return moveBy(hedged, behind.end, q->thousandths, unit, -1, false, mod);
        const bool adverb = !behind.word->is(Role::After | Role::Before) ||
                            !(role(behind.end, Role::Article | Role::This) || role(behind.end, Role::Of) ||
                              kind(behind.end, TokenKind::Number) || capital(behind.end));
        if (behind.word->is(Role::Later | Role::Earlier) && adverb && !role(behind.end, Role::Of))
            return moveBy(hedged, behind.end, q->thousandths, unit, behind.word->is(Role::Later) ? 1 : -1, true, mod);
        q->mod = mod;
        const bool ofDate = behind.word->is(Role::Later | Role::Earlier) && role(behind.end, Role::Of); // antes de
        if (!clockUnit(unit) && q->thousandths > 0 && (behind.word->is(Role::Before | Role::After) || ofDate) &&
            today_) {
            // zwei Tage vor Weihnachten, deux jours avant Noël: the date behind it is the base
            Index d = role(behind.end, Role::Of) ? behind.end + 1 : behind.end;
            if (role(d, Role::Article))
                ++d;
            auto base = holidayDate(d);
            if (!base && !word(d).weekday)
                base = dateForward(d);
            if (base && inside(d) && base->time.grain() == Grain::Day && !base->time.hasClock()) {
                if (!base->time.hasFullDate())
                    resolve(*base, Deixis::None);
                if (base->time.hasFullDate()) {
                    Piece piece;
                    piece.first = hedged;
                    piece.end = base->end;
                    piece.mod = mod;
                    piece.rule = "distance";
                    const std::int64_t sign = behind.word->is(Role::After | Role::Later) ? 1 : -1;
                    piece.time.setDay(
                        dayOfSecond(moved(base->time.dayNumber() * secondsPerDay, sign * q->thousandths, unit)));
                    return emit(piece);
                }
            }
        }
        if (unit == "year" && looksLikeAge(hedged, end, *q))
            return i;
        // "entre deux et trois ans", "zwei bis drei Stunden", "de 5 a 10 minutos": as long as one or the other
        if (const Index link = first - 1;
            !q->article && q->thousandths > 0 && hedged == first && !half && inside(link) &&
            (role(link, Role::To | Role::And) || dashAt(link) || isAny(link, {"ou", "oder", "o"})))
            if (const auto low = quantityBefore(link);
                low && low->thousandths > 0 && low->thousandths < q->thousandths && !role(low->first - 1, Role::And)) {
                const TimeWord& opener = context(low->first - 1);
                if (!role(link, Role::And) || opener.is(Role::Between)) {
                    Index opens = low->first;
                    hedgeBefore(opens, mod);
                    return emit(opens, end, TimeType::Duration, mod, durationValue(-1, unit), std::nullopt, "length",
                                "range");
                }
            }
        // A compound: "2 heures 30", "un an et deux mois"
        std::string value = durationValue(q->thousandths, unit);
        std::string_view coarser = unit;
        for (bool more = q->thousandths > 0 && q->thousandths % 1000 == 0; more;) {
            more = false;
            Index j = role(end, Role::And) || kind(end, TokenKind::Comma) ? end + 1 : end; // 2 ans, 3 mois et 4 jours
            Index e = 0;
            int n = plainNumber(j, 2);
            e = j + 1;
            if (n < 0)
                n = smallNumber(j, e);
            if (n > 0 && word(e).unit) {
                const std::string_view finer = lexicon_.value(token(e).word, Tag::TimeUnit);
                const bool smaller = (coarser == "hour" && (finer == "minute" || finer == "second")) ||
                                     (coarser == "minute" && finer == "second") ||
                                     (coarser == "year" && finer == "month") ||
                                     (coarser == "month" && (finer == "day" || finer == "week")) ||
                                     (coarser == "week" && finer == "day");
                if (smaller) {
                    value += durationValue(std::int64_t{n} * 1000, finer).substr(clockUnit(unit) ? 2 : 1);
                    end = e + 1;
                    coarser = finer;
                    more = true;
                }
            } else if (n > 0 && n < 60 && j == end && coarser == "hour" && plainNumber(j, 2) >= 10 &&
                       !kind(e, TokenKind::Word)) {
                value += std::to_string(n) + "M";
                end = e;
            }
        }
        // "une année" alone says little: a length needs a lead, or more than one.
        if (one && q->article && !half && !self.is(Role::Introduced)) {
            const TimeWord& c = context(hedged - 1);
            const bool led = c.is(Role::During | Role::In) || c.is(Role::Since | Role::Until) || mod != TimeMod::None ||
                             c.is(Role::Span) || context(end).is(Role::During) || c.is(Role::Of) || c.is(Role::After);
            if (!led && (unit == "day" || unit == "night" || unit == "second" || unit == "minute"))
                return i;
        }
        const bool withArticle = lead < first && !q->article && text(lead).size() >= 2 && self.plural;
        return emit(mod != TimeMod::None ? hedged
                    : withArticle        ? lead
                                         : first,
                    end, TimeType::Duration, mod, std::move(value), std::nullopt, "length");
    }

    // The part of a period: début de l'année, fin du mois, Ende des Jahres, a finales de mes, en fin d'année
    {
        Index m = p;
        if (deixis == Deixis::None || deixis == Deixis::This || deixis == Deixis::Last || deixis == Deixis::Next) {
            Index core = first;
            if (article)
                core = p, m = p - 1;
            const Index of = m;
            if (role(of, Role::Of) && inside(of))
                m = of - 1;
            if (inside(m) && word(m).mod != TimeMod::None && m < core && !clockUnit(unit) &&
                (m < of || article || deixis != Deixis::None || german())) {
                Piece piece;
                piece.first = role(m - 1, Role::Article) && inside(m - 1) && !german() ? m - 1 : m;
                piece.end = end;
                piece.mod = word(m).mod;
                return periodOf(piece, deixis, unit, false);
            }
        }
    }
    if (self.mod != TimeMod::None) { // Jahresende, Monatsanfang
        Piece piece;
        piece.first = first;
        piece.end = end;
        piece.mod = self.mod;
        Index after = 0;
        if (const int y = yearBehind(end, after); y > 0 && unit == "year") {
            piece.time.year = y;
            piece.end = after;
            return emit(piece);
        }
        return periodOf(piece, deixis, unit, false);
    }
    if (clockUnit(unit))
        return i;
    if (deixis == Deixis::None) {
        // bare plurals behind a lead: depuis des années, seit Jahren, durante años
        const Index lead = article || role(p, Role::Of) ? p : first;
        if (self.plural && unit != "half" && unit != "quarter") {
            const Index hang = before(lead, only(Role::Ago));
            if (hang < lead && inside(hang) && !context(hang - 1).is(Role::Since))
                return moveBy(hang, end, -1, unit, -1, false, TimeMod::None);
            const TimeWord& c = context(lead - 1);
            if (hang < lead)
                return emit(i, end, TimeType::Duration, TimeMod::None, durationValue(-1, unit), std::nullopt,
                            "vague-length");
            if ((c.is(Role::Since | Role::During) && !(article && !role(p, Role::Of))) || behind.word->is(Role::During))
                return emit(i, end, TimeType::Duration, TimeMod::None, durationValue(-1, unit), std::nullopt,
                            "vague-length");
        }
        if (unit == "weekend" && (article || context(p).is(Role::On | Role::At))) {
            Piece piece;
            piece.first = article ? p : i;
            piece.end = end;
            return periodOf(piece, self.plural ? Deixis::Habit : Deixis::None, unit, false);
        }
        // "dans les heures qui ont suivi", "les jours précédant le vote"
        if (self.plural && article && inside(p) &&
            ((is(end, "qui") && isAny(end + 1, {"ont", "avaient", "suivent", "suivirent", "suivront", "suivaient"})) ||
             isAny(end, {"suivant", "précédant"})) &&
            (is(end, "qui") || role(end + 1, Role::Article | Role::One)))
            return emit(p, end, TimeType::Duration, TimeMod::None, durationValue(-1, unit), std::nullopt, "length");
        return i;
    }
    if (role(p, Role::Article) && inside(p) && deixis != Deixis::This)
        first = p;
    const auto plural = [&] { // "mois" and "lunes" do not show it, the words around them do
        if (!self.is(Role::Introduced))
            return self.plural;
        for (Index k = first; k < end; ++k)
            if (k != i && inside(k) && text(k).ends_with("s"))
                return true;
        return false;
    };
    if (plural()) { // ces dernières années, in den nächsten Wochen
        if (deixis == Deixis::Last || deixis == Deixis::Previous)
            return emit(first, end, TimeType::Date, TimeMod::None, "PAST_REF", std::nullopt, "past");
        if (deixis == Deixis::Next || deixis == Deixis::Following)
            return emit(first, end, TimeType::Date, TimeMod::None, "FUTURE_REF", std::nullopt, "coming");
        return i;
    }
    if (role(p, Role::All) && inside(p))
        return i;
    Piece piece;
    piece.first = first;
    piece.end = end;
    if (role(first - 1, Role::Early | Role::Late) && inside(first - 1)) {
        piece.first = first - 1;
        piece.mod = role(first - 1, Role::Early) ? TimeMod::Start : TimeMod::End;
    }
    if (deixis == Deixis::Same && is(end, "que"))
        return i; // "le même jour que son frère"
    if (unit == "day" && deixis == Deixis::This && !german() && reading_.language == text::Language::French)
        return i; // "ce jour": which one is not said
    const bool mention = deixis == Deixis::Same || deixis == Deixis::Following || deixis == Deixis::Previous ||
                         (unit == "day" && deixis == Deixis::Next);
    const bool twice = role(i - 1, Role::Twice) || (!german() && role(end - 1, Role::Twice));
    return periodOf(piece, deixis, unit, mention, twice ? 2 : 1);
}

} // namespace countercheck::read
