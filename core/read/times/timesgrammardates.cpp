// SPDX-License-Identifier: GPL-3.0-or-later
// Dates in the languages of timesgrammar.h: days and months, weekdays, relative days, seasons, feasts, years.
#include "core/read/calendar.h"
#include "core/read/times/timesgrammar.h"

#include <algorithm>
#include <charconv>

namespace countercheck::read {

using text::Tag;
using text::TokenKind;

/// "3", "3." (German), "1er", "premier", "trois": a day of the month; 0 otherwise.
int TimesGrammar::dayNumber(Index i, Index& end) const {
    end = i + 1;
    if (kind(i, TokenKind::Number)) {
        const int day = plainNumber(i, 2);
        if (day < 1 || day > 31 || (i > first_ && (token(i - 1).is(TokenKind::Currency))))
            return 0;
        if (german() && kind(end, TokenKind::Stop) && glued(end) && text(end) == ".")
            ++end;
        return day;
    }
    if (kind(i, TokenKind::Alnum)) { // 1er, 1º
        int day = 0;
        const std::string_view t = text(i);
        const char* at = std::from_chars(t.data(), t.data() + t.size(), day).ptr;
        const std::string_view rest = t.substr(static_cast<std::size_t>(at - t.data()));
        return (rest == "er" || rest == "º" || rest == "°" || rest == "ᵉʳ") && day == 1 ? day : 0;
    }
    const TimeWord& w = word(i);
    if (w.ordinal > 0 && w.ordinal <= 31 && (german() || w.ordinal == 1) && w.mod == TimeMod::None)
        return w.ordinal; // but "a primeros de noviembre"
    if (w.number > 0 && w.number <= 31 && !german())
        if (const int n = smallNumber(i, end); n >= 1 && n <= 31)
            return n;
    return 0;
}

std::optional<TimesGrammar::Piece> TimesGrammar::monthDay(Index i) const {
    Piece piece;
    piece.first = i;
    Index m = i, end = 0;
    int day = 0;
    if (word(i).month == 0) {
        day = dayNumber(i, end);
        if (day == 0)
            return std::nullopt;
        m = end;
        if (kind(m, TokenKind::Hyphen) || (kind(m, TokenKind::Slash) && glued(m)))
            ++m;
        else if ((role(m, Role::Of) && reading_.language == text::Language::Spanish) ||
                 (role(m, Role::Article) && german()))
            ++m;
        if (role(m, Role::MonthWord) && role(m + 1, Role::Of)) // 3 del mes de mayo
            m += 2;
    } else if (role(i, Role::MonthWord)) {
        return std::nullopt;
    }
    const TimeWord& w = word(m);
    if (w.month == 0 || day > daysInMonth(2024, w.month))
        return std::nullopt;
    if (day != 0 && w.abbreviation && kind(i, TokenKind::Word) && !kind(m + 1, TokenKind::Stop))
        return std::nullopt; // "cinq des sept otages"
    const std::string_view form = text(m);
    if (day == 0 && w.number > 0 && (word(m + 1).unit || role(m + 1, Role::ClockUnit)))
        return std::nullopt; // "sept heures"
    if (german() && !named(m) && day == 0)
        return std::nullopt;
    if (!german() && day == 0 && capital(m) && !small_ && namesSomebody(m))
        return std::nullopt;
    piece.time.month = w.month;
    piece.time.day = day;
    piece.rule = day != 0 ? "day-month" : "month";
    piece.end = m + 1;
    if (w.abbreviation && kind(piece.end, TokenKind::Stop) && glued(piece.end) && text(piece.end) == "." &&
        (day != 0 || plainNumber(piece.end + 1, 4) > 0 ||
         (role(piece.end + 1, Role::Of) && plainNumber(piece.end + 2, 4) > 0)) &&
        (inside(piece.end + 1) || day != 0))
        ++piece.end;
    Index from = piece.end;
    if ((kind(from, TokenKind::Hyphen) && glued(from) && m > i + 1 && kind(m - 1, TokenKind::Hyphen)) ||
        (kind(from, TokenKind::Comma) && reading_.language == text::Language::Spanish &&
         plainNumber(from + 1, 4) > 1900))
        ++from;
    if (const int y = yearBehind(from, end); y > 0) {
        piece.time.year = y;
        piece.end = end;
        piece.yearGiven = true;
    } else if (const Index two = role(from, Role::Of) && is(from, "del") ? from + 1 : from;
               day == 0 && text(two).size() == 2 && plainNumber(two, 2) > 31 && !kind(two + 1, TokenKind::Word) &&
               !kind(two + 1, TokenKind::Percent) && !kind(two + 1, TokenKind::Currency)) { // mai 68
        piece.time.year = fullYear(plainNumber(two, 2), today_);
        piece.end = two + 1;
        piece.yearGiven = true;
    } else if (day == 11 && w.month == 9 && capital(m) && kind(m - 1, TokenKind::Hyphen) && !german()) {
        piece.time.year = 2001; // le 11-Septembre: the attacks, named by their date
        piece.yearGiven = true;
    }
    if (day == 0 && !piece.yearGiven) {
        // A short form or an everyday word alone is a month only in company.
        const bool weak = w.is(Role::Weak) || w.abbreviation;
        const bool introduced =
            context(m - 1).is(Role::In | Role::Since) || context(m - 1).is(Role::Between) ||
            context(m - 1).mod != TimeMod::None || context(m - 1).is(Role::Introduced) ||
            context(m - 1).is(Role::Until) || deixisOf(word(m - 1)) != Deixis::None ||
            deixisOf(word(m + 1)) != Deixis::None ||
            (context(m - 1).is(Role::Of) && context(m - 2).is(Role::MonthWord)) ||
            (context(m - 1).is(Role::Of) && context(m - 2).mod != TimeMod::None) ||
            (context(m - 1).is(Role::And | Role::To) && context(m - 2).month != 0) ||
            (context(m - 1).is(Role::Of | Role::From) && word(m + 1).is(Role::To) && word(m + 2).month != 0) ||
            (kind(m - 1, TokenKind::Hyphen) && context(m - 2).mod != TimeMod::None);
        if (weak && (!introduced || (w.abbreviation && form.size() < 4)))
            return std::nullopt;
        if (!german() && capital(m) && m > first_ && w.is(Role::Weak))
            return std::nullopt; // Mars
        if (w.is(Role::Name) && capital(m + 1) && kind(m + 1, TokenKind::Word) && !introduced)
            return std::nullopt;
    }
    return piece;
}

/// "Plácido Domingo", "le Journal du Dimanche", "Avril Martin": French and Spanish write days and months with small
/// letters, so that a capital beside another is a name's.
bool TimesGrammar::namesSomebody(Index i) const {
    const auto proper = [&](Index k) {
        return k >= first_ && k < end_ && token(k).is(TokenKind::Word) && token(k).has(text::Capitalised) &&
               words_[token(k).word].roles == 0 && words_[token(k).word].month == 0 &&
               words_[token(k).word].weekday == 0 &&
               !lexicon_.hasAny(token(k).word, text::tagBit(Tag::Prep) | text::tagBit(Tag::Det));
    };
    return proper(i + 1) || (i > first_ && proper(i - 1)) ||
           (i >= first_ + 2 && context(i - 1).is(Role::Of) && proper(i - 2) && i - 2 > first_);
}

/// A date that begins at i, without what stands before it.
std::optional<TimesGrammar::Piece> TimesGrammar::dateForward(Index i) const {
    if (!inside(i))
        return std::nullopt;
    if (!kind(i, TokenKind::Word)) {
        if (!kind(i, TokenKind::Number) && !kind(i, TokenKind::Alnum))
            return std::nullopt;
        if (auto date = numericDate(i))
            return date;
        if (german() && plainNumber(i, 2) < 0 && token(i).has(text::HasPoint)) { // 3.5. is read as a number, 3.5
            const std::string_view t = text(i);
            int d = 0, m = 0;
            const char* at = std::from_chars(t.data(), t.data() + t.size(), d).ptr;
            if (at < t.data() + t.size() && *at == '.' &&
                std::from_chars(at + 1, t.data() + t.size(), m).ptr == t.data() + t.size() && isValidDate(2024, m, d) &&
                kind(i + 1, TokenKind::Stop) && glued(i + 1) &&
                ((i == first_ && i + 2 >= end_ && reading_.sentences.size() == 1) ||
                 (reading_.sentences.size() == 1 && dashAt(i - 1) && !out_.times.empty() &&
                  out_.times.back().endToken + 1 == i && out_.times.back().type == TimeType::Date) ||
                 (reading_.sentences.size() == 1 && (i == first_ || kind(i + 3, TokenKind::Number)) &&
                  (role(i + 2, Role::Until | Role::At) || role(i + 2, Role::To) || dashAt(i + 2))) ||
                 context(i - 1).is(Role::On) ||
                 (context(i - 1).is(Role::Until | Role::From) &&
                  !(is(i - 1, "auf") && context(i - 3).is(Role::From))) ||
                 context(i - 1).is(Role::Since) || context(i - 1).weekday != 0 ||
                 (token(i - 1).is(TokenKind::Comma) &&
                  (context(i - 2).weekday != 0 ||
                   (token(i - 2).is(TokenKind::Stop) && context(i - 3).weekday != 0))))) {
                Piece piece;
                piece.first = i;
                piece.end = inside(i + 2) || i == first_ || context(i - 1).is(Role::Until) ? i + 2 : i + 1;
                piece.time.day = d;
                piece.time.month = m;
                piece.rule = "numeric-date";
                return piece;
            }
        }
        if (!german() && token(i).has(text::HasPoint) && text(i).size() == 5 && text(i)[2] == '.' &&
            role(i - 1, Role::Article) && (!inside(i + 1) || role(i + 1, Role::At) || !kind(i + 1, TokenKind::Word)) &&
            !kind(i + 1, TokenKind::Percent) && !kind(i + 1, TokenKind::Currency)) { // le 22.05 à 14h15
            const std::string_view t = text(i);
            const int d = (t[0] - '0') * 10 + (t[1] - '0'), m = (t[3] - '0') * 10 + (t[4] - '0');
            if (isValidDate(2024, m, d)) {
                Piece piece;
                piece.first = i;
                piece.end = i + 1;
                piece.time.day = d;
                piece.time.month = m;
                piece.rule = "numeric-date";
                return piece;
            }
        }
        return monthDay(i);
    }
    const TimeWord& w = word(i);
    if (i > first_ && capital(i) && (lexicon_.has(token(i - 1).word, Tag::Title) || context(i - 1).is(Role::Title)))
        return std::nullopt; // Frau März
    if (w.weekday == 7 && i == first_ && capital(i) && !small_ && reading_.language == text::Language::Spanish &&
        namesSomebody(i))
        return std::nullopt; // Domingo Pérez
    if (w.weekday != 0) {
        Piece piece;
        piece.first = i;
        piece.end = i + 1;
        piece.rule = "weekday";
        piece.time.weekday = w.weekday;
        piece.time.part = w.part;
        if (w.abbreviation && kind(piece.end, TokenKind::Stop) && glued(piece.end) && inside(piece.end + 1))
            ++piece.end;
        Index j = piece.end;
        if (kind(j, TokenKind::Comma))
            ++j;
        if (role(j, Role::Article) || (role(j, Role::On) && german() && j > piece.end))
            ++j;
        if (w.part == DayPart::None && inside(j) &&
            (kind(j, TokenKind::Number) || kind(j, TokenKind::Alnum) || word(j).ordinal == 1)) {
            if (auto date = dateForward(j); date && date->time.day != 0) {
                date->first = i;
                date->time.weekday = w.weekday;
                date->rule = "weekday-date";
                return date;
            }
            Index end = 0;
            const Index bare = j == piece.end ? j : j;
            if (const int day = dayNumber(bare, end);
                day > 0 && !kind(j, TokenKind::Word) && (!kind(piece.end, TokenKind::Comma) || german()) &&
                !(kind(end, TokenKind::Word) &&
                  (word(end).unit || words_[token(end).word].is(Role::ClockWord) || has(end, Tag::CountNoun))) &&
                !kind(end, TokenKind::Colon) && (!german() || end > j + 1) && !kind(end, TokenKind::Percent)) {
                piece.time.day = day; // lundi 3
                piece.end = end;
                piece.rule = "weekday-ordinal";
                return piece;
            }
        }
        if (w.abbreviation && piece.time.day == 0 &&
            !(offhand_ && ((dashAt(piece.end) && word(piece.end + 1).weekday != 0) || // Mo-Fr
                           (dashAt(i - 1) && context(i - 2).weekday != 0) || role(piece.end, Role::At) ||
                           hitAt(piece.end).word->is(Role::PartPhrase) ||
                           ((piece.end > i + 1 || (german() && capital(i) && kind(piece.end + 1, TokenKind::Colon))) &&
                            clockForward(piece.end))))) // "dim. à 14h"
            return std::nullopt;
        return piece;
    }
    return monthDay(i);
}

/// "dernier", "que viene", "suivant" behind a date.
bool TimesGrammar::postDeixis(Piece& piece) const {
    const Hit hit = hitAt(piece.end);
    const Deixis deixis = deixisOf(*hit.word);
    if (german() || deixis == Deixis::None || deixis == Deixis::This || deixis == Deixis::Habit ||
        deixis == Deixis::Same)
        return false;
    piece.end = hit.end;
    if (piece.time.weekday != 0 && piece.time.month == 0 && today_ && piece.time.day == 0 && deixis == Deixis::Next)
        piece.time.setDay(weekdayOnOrAfter(*today_ + 1, piece.time.weekday));
    else
        resolve(piece, deixis);
    return true;
}

/// What stands before a date and belongs to it; resolves it unless that has been done.
void TimesGrammar::leftOf(Piece& piece, bool given) const {
    Index p = piece.first - 1;
    Deixis deixis = Deixis::None;
    const bool named = piece.time.weekday != 0 || piece.time.month != 0 || piece.time.season != 0 ||
                       piece.rule == std::string_view("holiday");
    if ((piece.yearGiven || given) && piece.time.month != 0 && piece.time.day == 0 && word(piece.first).month != 0) {
        const Index noun = role(p, Role::Of) ? p - 1 : p; // le mois d'août 2019
        if (role(noun, Role::MonthWord) && inside(noun) && (noun < p || german())) {
            piece.first = role(noun - 1, Role::Article) && inside(noun - 1) && !german() ? noun - 1 : noun;
            p = piece.first - 1;
        }
    }
    if (named && !given && !piece.yearGiven) {
        Index q = p;
        if (role(q, Role::Of) && role(q - 1, Role::MonthWord)) { // el mes de mayo, im Monat Mai
            piece.first = q - 1;
            q -= 2;
        } else if (role(q, Role::MonthWord) && german()) {
            piece.first = q;
            --q;
        }
        deixis = deixisOf(word(q));
        const bool second = german() ? word(q).ordinal > 1 : is(q, "segundo"); // cada segundo martes
        if (second && piece.time.weekday != 0 && inside(q - 1) &&
            deixisOf(word(q - 1)) == Deixis::Habit) { // jeden zweiten Dienstag
            deixis = Deixis::Habit;
            piece.first = q - 1;
        } else if (!german() && piece.rule == std::string_view("weekday") && word(q).number >= 2 && inside(q - 1) &&
                   deixisOf(word(q - 1)) == Deixis::Habit) { // cada dos martes
            deixis = Deixis::Habit;
            piece.first = q - 1;
        } else if (deixis != Deixis::None && inside(q)) {
            piece.first = q;
            if (role(q - 1, Role::Article) && inside(q - 1) && deixis != Deixis::This)
                piece.first = q - 1;
        } else if (role(q, Role::Article) && role(q - 1, Role::All) && inside(q - 1) &&
                   (german() || text(q).ends_with('s'))) { // tous les lundis; not "tout le mois d'août"
            deixis = Deixis::Habit;
            piece.first = q - 1;
        } else if (piece.first <= p && role(q, Role::Article) && inside(q)) {
            piece.first = q;
        } else if (piece.rule == std::string_view("weekday") &&
                   (word(piece.first).plural || is(q, "los") || (is(q, "le") && isAny<"sauf", "excepté">(q - 1))) &&
                   role(q, Role::Article) && inside(q)) { // les lundis
            deixis = Deixis::Habit;
            piece.first = q;
        } else if (piece.rule == std::string_view("weekday") && role(q, Role::All)) {
            deixis = Deixis::Habit;
            piece.first = q;
        }
        p = piece.first - 1;
    }
    if (deixis == Deixis::Habit) {
        if (piece.time.day == 0) {
            piece.set = true;
            piece.rule = "every";
            return;
        }
        deixis = Deixis::None;
    }
    if (!given) {
        if (deixis == Deixis::Next && piece.time.weekday != 0 && piece.time.month == 0 && piece.time.day == 0 && today_)
            piece.time.setDay(weekdayOnOrAfter(*today_ + 1, piece.time.weekday) +
                              (role(piece.first, Role::Twice) ? 7 : 0));
        else if (deixis == Deixis::None && piece.time.day != 0 && piece.time.month != 0 && piece.time.year < 0 &&
                 today_)
            resolveDay(piece);
        else if (deixis == Deixis::None && piece.time.month != 0 && piece.time.year < 0 && today_)
            resolveMonthAlone(piece);
        else {
            resolve(piece, deixis);
            if (deixis == Deixis::Last && role(piece.first, Role::Twice) && piece.time.weekday != 0 &&
                piece.time.hasFullDate())
                piece.time.setDay(piece.time.dayNumber() - 7); // vorletzten Samstag
        }
    }
    // the part that is meant: début mai, mi-mai, Ende 2020, a finales de junio
    if (piece.time.grain() < Grain::Day && halfOf(piece))
        return;
    Index m = p;
    if (kind(m, TokenKind::Hyphen) && inside(m - 1))
        --m;
    else if (piece.time.grain() < Grain::Day) {
        if (role(m, Role::Article) && word(m - 1).is(Role::Of) && word(m - 2).mod != TimeMod::None)
            m -= 2;
        else if (role(m, Role::Of) && word(m - 1).mod != TimeMod::None)
            --m;
    }
    if (inside(m) && word(m).mod != TimeMod::None &&
        (piece.time.grain() < Grain::Day || piece.time.grain() == Grain::PartOfDay) &&
        !(capital(m) && !german() && m > first_)) {
        piece.mod = word(m).mod;
        piece.first = m;
        if (kind(m - 1, TokenKind::Hyphen) && inside(m - 2)) // avant-
            return;
        if (role(m - 1, Role::Article) && !german() && inside(m - 1))
            piece.first = m - 1;
    } else if (inside(p) && role(p, Role::Early | Role::Late) && piece.time.grain() >= Grain::Day &&
               !isAny<"plus">(p - 1)) { // not "au plus tard lundi"
        piece.mod = role(p, Role::Early) ? TimeMod::Start : TimeMod::End;
        piece.first = p;
    }
}

/// The part of the day and the clock behind a day.
void TimesGrammar::rightOf(Piece& piece) const {
    PartialTime& time = piece.time;
    if (time.grain() != Grain::Day && !(time.grain() == Grain::PartOfDay && time.hour < 0))
        return;
    Index j = piece.end;
    if (time.part == DayPart::None) {
        Index p = j;
        TimeMod mod = TimeMod::None;
        if (german() && role(p, Role::On) && role(p + 1, Role::Early | Role::Late) &&
            word(p + 1).part == DayPart::None && hitAt(p + 2).word->part != DayPart::None) // morgen am späten Vormittag
            ++p;
        if (role(p, Role::Early | Role::Late) && word(p).part == DayPart::None && word(p + 1).part != DayPart::None) {
            mod = role(p, Role::Early) ? TimeMod::Start : TimeMod::End;
            ++p;
        } else if (role(p, Role::In) && word(p + 1).mod != TimeMod::None && role(p + 2, Role::Of) &&
                   hitAt(p + 3).word->part != DayPart::None && inside(p + 3)) { // mardi en fin d'après-midi
            mod = word(p + 1).mod;
            p += 3;
        }
        if (is(p, "a") && isAny<"primera", "última">(p + 1) && is(p + 2, "hora") && hitAt(p + 3).end > p + 4 &&
            hitAt(p + 3).word->part != DayPart::None && inside(p + 3)) { // mañana a primera hora de la tarde
            mod = is(p + 1, "primera") ? TimeMod::Start : TimeMod::End;
            p += 3;
        }
        if (const Hit hit = hitAt(p); hit.word->part != DayPart::None && !hit.word->plural && hit.word->namedHour < 0 &&
                                      !(hit.word->is(Role::Article))) {
            time.part = hit.word->part;
            piece.end = j = hit.end;
            if (mod != TimeMod::None)
                piece.mod = mod;
        }
    }
    if (kind(j, TokenKind::Comma) && (context(j + 1).is(Role::At | Role::Around)))
        ++j;
    else if (kind(j, TokenKind::Comma) && (piece.yearGiven || time.month != 0 || (german() && time.weekday != 0)) &&
             (kind(j + 1, TokenKind::Number) || kind(j + 1, TokenKind::Alnum) || (word(j + 1).number > 0 && !german())))
        if (const auto written = clockForward(j + 1);
            written && (written->minute >= 0 || (german() && written->sure)) &&
            (written->sure || (kind(j + 1, TokenKind::Number) && text(j + 1).size() == 2)))
            ++j; // 12.08.2024, 18:00 Uhr
    bool led = false, bare = true;
    if (kind(j, TokenKind::Comma) && reading_.language == text::Language::French && j == piece.end) // demain, 10 heures
        if (const auto hour = clockForward(j + 1);
            hour && hour->hour > 4 && words_[token(hour->end - 1).word].is(Role::ClockUnit) &&
            (!inside(hour->end) || kind(hour->end, TokenKind::Stop) || kind(hour->end, TokenKind::CloseBracket))) {
            ++j;
            led = true;
        }
    if (j == piece.end && kind(j, TokenKind::Number) && reading_.language == text::Language::French &&
        time.weekday != 0) // mardi 10 h
        if (const auto hour = clockForward(j);
            hour && hour->hour > 4 && words_[token(hour->end - 1).word].is(Role::ClockUnit) &&
            (!kind(hour->end, TokenKind::Word) || role(hour->end, Role::To | Role::And)))
            led = true;
    TimeMod mod = TimeMod::None;
    for (; inside(j); ++j) {
        if (role(j, Role::At))
            led = true, bare = !isAny<"al", "au", "aux", "del", "du">(j);
        else if (role(j, Role::Around))
            led = true, mod = TimeMod::Approx;
        else
            break;
    }
    if (mod == TimeMod::Approx && role(j, Role::Article) && hitAt(j + 1).word->namedHour >= 0)
        ++j; // sobre el mediodía
    else if (led && is(j, "la") && isAny<"una", "1">(j + 1) && reading_.language == text::Language::Spanish)
        ++j;                                                                                // este jueves a la una
    if (led && german() && time.part == DayPart::None && word(j).part == DayPart::Midday) { // gegen Mittag
        time.part = DayPart::Midday;
        piece.mod = mod != TimeMod::None ? mod : piece.mod;
        piece.end = j + 1;
        return;
    }
    if (monthDay(j) && !word(j).is(Role::HourArticle))
        return; // "del 28 de julio al 3 de agosto"
    const auto clock = clockForward(j);
    if (!clock || !(clock->sure || clock->minute >= 0 || (led && bare && hourStands(*clock))))
        return;
    setHour(time, *clock);
    piece.end = clock->end;
    if (mod != TimeMod::None)
        piece.mod = mod;
}

/// "du 1/10 au 7/11": the first day is not behind the second; what is told of the past began a year before, what is to
/// come ends a year later.
void TimesGrammar::orderRange(Piece& piece) const {
    if (out_.times.empty())
        return;
    TimeMention& opened = out_.times.back();
    Index link = opened.endToken;
    if (opened.sentence != sentence_ || opened.type != TimeType::Date || !opened.resolved ||
        opened.resolved->grain != Grain::Day || opened.value.size() != 10 || link + 3 < piece.first ||
        !role(link, Role::To | Role::Until) ||
        reading_.of(opened.span).find(opened.value.substr(0, 4)) != std::string_view::npos)
        return;
    const std::int64_t from = dayOfSecond(opened.resolved->from), to = piece.time.dayNumber();
    if (from <= to || from - to > 366)
        return;
    if (tenseAt(piece.first, piece.end) == Tense::Future) {
        ++piece.time.year;
        return;
    }
    PartialTime earlier;
    earlier.setDay(from);
    if (!isValidDate(earlier.year - 1, earlier.month, earlier.day))
        return;
    --earlier.year;
    opened.value = timexValue(earlier);
    opened.resolved = spanOf(earlier);
}

TimesGrammar::Index TimesGrammar::finish(Piece piece) {
    const bool open = !piece.yearGiven && piece.time.month != 0 && piece.time.day != 0;
    const bool given = inWeeks(piece) || dayOfWeek(piece) || weekdayBesideFeast(piece) || postDeixis(piece);
    leftOf(piece, given);
    if (!piece.set && piece.time.day != 0 && weekOfDay(piece))
        return emit(piece);
    if (open && piece.time.hasFullDate())
        orderRange(piece);
    if (!piece.set) {
        rightOf(piece);
    } else {
        if (const Hit hit = hitAt(piece.end); hit.word->part != DayPart::None && piece.time.part == DayPart::None) {
            piece.time.part = hit.word->part;
            piece.end = hit.end;
        }
        hourOfHabit(piece);
    }
    return emit(piece);
}

/// "la place du 14-Juillet", "Straße des 17. Juni", "la avenida 9 de Julio": a day that a street is named after.
bool TimesGrammar::namesStreet(Index i) const {
    for (Index p = i; p-- > first_ && i - p <= 3;) {
        if (context(p).is(Role::Street))
            return true;
        if (!context(p).is(Role::Of | Role::Article))
            return false;
    }
    return false;
}

TimesGrammar::Index TimesGrammar::dateHead(Index i) {
    if (const auto date = dateForward(i)) {
        if (date->time.day != 0 && date->time.month != 0 &&
            (!date->yearGiven || kind(date->end - 2, TokenKind::Hyphen) || (!german() && capital(date->end - 2))) &&
            namesStreet(i))
            return date->end;
        if (date->rule == std::string_view("month") && !date->yearGiven && !german() && capital(i) && namesStreet(i))
            return date->end;
        // "lundi 3 et mardi 4 mai": the first borrows the month of the second
        Piece piece = *date;
        if (piece.time.day != 0 && piece.time.month == 0 && piece.time.weekday != 0 &&
            (role(piece.end, Role::And | Role::To) || dashAt(piece.end) || kind(piece.end, TokenKind::Comma)))
            if (const auto later = dateForward(role(piece.end + 1, Role::Article) ? piece.end + 2 : piece.end + 1);
                later && later->time.day != 0 && later->time.month != 0) {
                Piece second = *later;
                resolve(second, Deixis::None);
                piece.time.month = second.time.month;
                piece.time.year = second.time.year;
            }
        if (piece.time.day != 0 && piece.time.month != 0 && piece.time.year < 0 && // 3 avril au 5 mai 2020
            (role(piece.end, Role::To | Role::And) || dashAt(piece.end)))
            if (const auto later = dateForward(role(piece.end + 1, Role::Article) ? piece.end + 2 : piece.end + 1);
                later && later->yearGiven && later->time.month >= piece.time.month)
                piece.time.year = later->time.year;
        if (piece.time.day == 0 && piece.time.month != 0 && piece.time.year < 0 &&
            (role(piece.end, Role::To | Role::And) || dashAt(piece.end)))
            if (const auto later = dateForward(piece.end + 1);
                later && later->yearGiven && later->time.month != 0 && later->time.month >= piece.time.month)
                piece.time.year = later->time.year;
        if (piece.time.weekday != 0 && piece.time.day == 0 && !out_.times.empty() &&
            out_.times.back().sentence == sentence_ && out_.times.back().endToken + 3 >= i &&
            kind(out_.times.back().endToken, TokenKind::Comma) && out_.times.back().type == TimeType::Date &&
            out_.times.back().mod == TimeMod::None && out_.times.back().resolved &&
            out_.times.back().resolved->grain == Grain::Week && deixisOf(word(i - 1)) == Deixis::None &&
            deixisOf(*hitAt(piece.end).word) == Deixis::None &&
            out_.times.back().value.find("-WE") == std::string::npos) { // la semana próxima, el jueves
            const DayPart part = piece.time.part;
            piece.time.setDay(dayOfSecond(out_.times.back().resolved->from) + piece.time.weekday - 1);
            piece.time.part = part;
            piece.rule = "weekday-of-week";
            rightOf(piece);
            return emit(piece);
        }
        if (piece.time.weekday != 0 && piece.time.day == 0 && !out_.times.empty() &&
            (role(i - 1, Role::And) || kind(i - 1, TokenKind::Comma)) && out_.times.back().endToken + 1 == i &&
            out_.times.back().type == TimeType::Set &&
            out_.times.back().value.starts_with("XXXX-WXX-")) { // tous les mardis et jeudis
            piece.set = true;
            piece.rule = "every";
            if (const Hit hit = hitAt(piece.end); hit.word->part != DayPart::None && piece.time.part == DayPart::None &&
                                                  hit.word->namedHour < 0) { // los sábados y domingos por la mañana
                piece.time.part = hit.word->part;
                piece.end = hit.end;
            }
            hourOfHabit(piece); // tous les lundis et mercredis à 17h
            return emit(piece);
        }
        if (piece.time.weekday != 0 && piece.time.day == 0 && !out_.times.empty()) { // de lundi à vendredi
            const TimeMention& opened = out_.times.back();
            const Index link = role(i - 1, Role::Article) ? i - 2 : i - 1;
            if (opened.endToken == link && opened.resolved && opened.resolved->grain >= Grain::Day &&
                (role(link, Role::To | Role::Until) || dashAt(link) ||
                 (role(link, Role::And) && context(opened.firstToken - 1).is(Role::Between)))) {
                if (dayOfWeek(piece) || postDeixis(piece)) // de lundi à mercredi de la semaine prochaine
                    return emit(piece);
                piece.time.setDay(weekdayOnOrAfter(dayOfSecond(opened.resolved->from) + 1, piece.time.weekday));
                piece.rule = "weekday-range";
                rightOf(piece);
                return emit(piece);
            }
        }
        return finish(piece);
    }
    return i;
}

} // namespace countercheck::read
