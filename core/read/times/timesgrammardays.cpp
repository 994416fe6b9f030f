// SPDX-License-Identifier: GPL-3.0-or-later
// Days that are counted within a period or from another day, in the languages of timesgrammar.h: "le premier lundi de
// février", "letzter Tag des Monats", "el 15 de cada mes", "Montag in zwei Wochen", "heute vor einem Jahr".
#include "core/read/calendar.h"
#include "core/read/times/timesgrammar.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <charconv>

namespace countercheck::read {

using text::Tag;
using text::TokenKind;

/// "zweitausendfünfundzwanzig", "neunzehnhundertneunundachtzig", "deux mille vingt-cinq", "mil novecientos ochenta": a
/// year said in words; -1: none.
int TimesGrammar::yearWords(Index i, Index& end) const {
    if (!kind(i, TokenKind::Word))
        return -1;
    const auto small = [&](std::string_view word) {
        const text::WordId id = lexicon_.find(word);
        const int listed = id == 0 ? -1 : words_[id].number;
        return listed > 0 ? listed : compoundNumber(word);
    };
    if (german()) {
        std::string buffer;
        const std::string_view lower = text::lowered(text(i), buffer);
        int year = -1;
        std::string_view rest;
        if (lower.starts_with("zweitausend")) {
            year = 2000;
            rest = lower.substr(std::string_view("zweitausend").size());
        } else if (const std::size_t at = lower.find("hundert"); at != std::string_view::npos && at > 4) {
            const int hundreds = small(lower.substr(0, at));
            if (hundreds < 11 || hundreds > 19)
                return -1;
            year = hundreds * 100;
            rest = lower.substr(at + std::string_view("hundert").size());
        } else {
            return -1;
        }
        if (rest.starts_with("und") && rest.size() > 3)
            rest.remove_prefix(3);
        const int units = rest.empty() ? 0 : small(rest);
        if (units < 0 || (rest.empty() && year == 2000))
            return -1;
        end = i + 1;
        return year + units;
    }
    // thousands, hundreds, units
    Index j = i, after = 0;
    int year = 0;
    if (word(j).number == 2 && isAny<"mille", "mil">(j + 1)) {
        year = 2000;
        j += 2;
    } else if (isAny<"mille", "mil">(j) && !has(j - 1, Tag::Number)) { // "sept mille …" is no year of September
        year = 1000;
        ++j;
    } else {
        return -1;
    }
    if (year == 1000) {
        int hundreds = -1;
        if (reading_.language == text::Language::Spanish) {
            hundreds =
                has(j, Tag::Number) && number(j, Tag::Number) >= 100 ? static_cast<int>(number(j, Tag::Number)) : -1;
            after = j + 1;
        } else if (const int n = smallNumber(j, after); n >= 2 && n <= 9 && isAny<"cent", "cents">(after)) {
            hundreds = n * 100;
            ++after;
        }
        if (hundreds < 100 || hundreds > 900)
            return -1;
        year += hundreds;
        j = after;
    }
    if (const int units = smallNumber(j, after); units > 0) {
        year += units;
        j = after;
    } else if (year == 2000) {
        return -1;
    }
    end = j;
    return year;
}

std::optional<TimesGrammar::Length> TimesGrammar::lengthForward(Index i) const {
    Index unit = i + 1;
    int n = plainNumber(i, 3);
    if (n < 0) {
        n = smallNumber(i, unit);
        if (n < 0 && role(i, Role::One)) {
            n = 1;
            unit = i + 1;
        }
    }
    if (n <= 0 || !word(unit).unit || word(unit).is(Role::Adjective))
        return std::nullopt;
    return Length{std::int64_t{n} * 1000, lexicon_.value(token(unit).word, Tag::TimeUnit), unit + 1};
}

/// What a day is counted in: "du mois", "des nächsten Monats", "de la semana que viene", "im Februar 2027", "de cada
/// mes".
std::optional<TimesGrammar::Period> TimesGrammar::periodForward(Index i) const {
    if (!today_)
        return std::nullopt;
    Index j = i;
    if (role(j, Role::Article))
        ++j;
    Deixis deixis = deixisOf(word(j));
    const bool twice = role(j, Role::Twice);
    if (deixis != Deixis::None)
        ++j;
    if (!inside(j))
        return std::nullopt;
    const CivilDate now = civilFromDays(*today_);
    Period period;
    period.every = deixis == Deixis::Habit;
    period.end = j + 1;
    if (word(j).month != 0) {
        Piece month;
        month.first = j;
        month.end = j + 1;
        month.time.month = word(j).month;
        if (Index end = 0; const int y = yearBehind(j + 1, end)) {
            if (y > 0) {
                month.time.year = y;
                period.end = end;
            }
        }
        if (month.time.year < 0)
            resolve(month, deixis);
        period.year = month.time.year;
        period.month = month.time.month;
        return period.year > 0 ? std::optional(period) : std::nullopt;
    }
    const std::string_view unit = value(j, Tag::TimeUnit);
    if ((word(j).plural && !word(j).is(Role::Introduced)) || word(j).mod != TimeMod::None ||
        (unit != "month" && unit != "year" && unit != "week"))
        return std::nullopt;
    if (kind(period.end, TokenKind::Hyphen) && glued(period.end) && is(period.end + 1, "ci"))
        period.end += 2;
    if (deixis == Deixis::None && !german())
        if (const Hit hit = hitAt(period.end); deixisOf(*hit.word) != Deixis::None) {
            deixis = deixisOf(*hit.word);
            period.end = hit.end;
        }
    if (deixis == Deixis::Same)
        return std::nullopt;
    const int step = (deixis == Deixis::Last || deixis == Deixis::Previous    ? -1
                      : deixis == Deixis::Next || deixis == Deixis::Following ? 1
                                                                              : 0) *
                     (twice ? 2 : 1);
    if (unit == "week") {
        const IsoWeek week = isoWeekOf(*today_ + std::int64_t{7} * step);
        period.year = week.year;
        period.week = week.week;
    } else if (unit == "year") {
        if (int year = plainNumber(period.end, 4); deixis == Deixis::None && plausibleYear(year)) {
            period.year = year; // de l'année 2027
            ++period.end;
        } else {
            period.year = now.year + step;
        }
    } else {
        const CivilDate month = addMonths({now.year, now.month, 1}, step);
        period.year = month.year;
        period.month = month.month;
        if (deixis == Deixis::None && role(period.end, Role::Of) && word(period.end + 1).month != 0)
            return periodForward(period.end + 1); // del mes de mayo
    }
    return period;
}

/// "Montag in einer Woche", "Freitag in 14 Tagen", "samedi en huit": counted from the coming one.
bool TimesGrammar::inWeeks(Piece& piece) const {
    if (!today_ || piece.rule != std::string_view("weekday") || piece.time.day != 0)
        return false;
    std::int64_t days = 0;
    Index end = 0;
    bool ago = false; // Montag vor einer Woche
    if (reading_.language == text::Language::French && is(piece.end, "en")) {
        int n = plainNumber(piece.end + 1, 2);
        end = piece.end + 2;
        if (n < 0)
            n = smallNumber(piece.end + 1, end);
        days = n == 8 ? 7 : n == 15 ? 14 : 0;
        if (days == 0 || word(end).unit)
            return false;
    } else {
        const Hit hang = hitAt(piece.end);
        if (!hang.word->is(Role::In | Role::Ago) || !inside(piece.end))
            return false;
        ago = !hang.word->is(Role::In);
        const auto length = lengthForward(hang.end);
        if (!length)
            return false;
        const std::int64_t n = length->thousandths / 1000;
        days = length->unit == "week"  ? 7 * n
               : length->unit == "day" ? (n == 8       ? 7
                                          : n == 15    ? 14
                                          : n % 7 == 0 ? n
                                                       : 0)
                                       : 0;
        end = length->end;
        if (days == 0 || days > 100)
            return false;
    }
    const int weekday = piece.time.weekday;
    const DayPart part = piece.time.part;
    piece.time.setDay(ago ? weekdayOnOrBefore(*today_ - 1, weekday) - days
                          : weekdayOnOrAfter(*today_ + 1, weekday) + days);
    piece.time.part = part;
    piece.end = end;
    piece.rule = "weekday-in-weeks";
    return true;
}

/// "heute vor einem Jahr", "heute in acht Tagen", "hoy hace dos semanas": the day that the relative day leads to.
bool TimesGrammar::shiftBehind(Piece& piece) const {
    const Hit hang = hitAt(piece.end);
    if (!piece.time.hasFullDate() || !inside(piece.end) || !hang.word->is(Role::In | Role::Ago) ||
        (hang.word->is(Role::Weak) && !hang.word->is(Role::Ago)))
        return false;
    const auto length = lengthForward(hang.end);
    if (!length || clockUnit(length->unit))
        return false;
    const std::int64_t sign = hang.word->is(Role::Ago) ? -1 : 1;
    piece.time.setDay(
        dayOfSecond(moved(piece.time.dayNumber() * secondsPerDay, sign * length->thousandths, length->unit)));
    piece.end = length->end;
    piece.rule = "day-shifted";
    return true;
}

/// "nächste Woche Donnerstag", "la semaine prochaine jeudi": the day right behind its week.
bool TimesGrammar::dayOfPeriodWeek(Piece& piece, std::int64_t monday) const {
    Index j = piece.end;
    if (role(j, Role::On) || (role(j, Role::Article) && !word(j).is(Role::Of)))
        ++j;
    const TimeWord& w = word(j);
    if (w.weekday == 0 || w.plural || w.is(Role::Weak) || role(j + 1, Role::To | Role::Until))
        return false;
    if (j == piece.end && kind(j + 1, TokenKind::Number))
        return false;
    piece.time.setDay(monday + w.weekday - 1);
    piece.time.part = w.part;
    piece.end = j + 1;
    piece.rule = "weekday-of-week";
    rightOf(piece);
    return true;
}

/// "letzter Tag des Monats", "premier jour de l'année", "el 15 del mes que viene", "am Ersten jedes Monats". With
/// `dayWord` the word at i is "day", else it is the number. Returns i: none.
TimesGrammar::Index TimesGrammar::dayOfPeriod(Index i, bool dayWord) {
    if (!today_)
        return i;
    Index first = i, link = i + 1;
    int n = 0;
    if (dayWord) {
        if (!inside(i - 1))
            return i;
        first = i - 1;
        n = deixisOf(word(i - 1)) == Deixis::Last ? -1 : word(i - 1).ordinal;
        if (german() && kind(i - 1, TokenKind::Stop) && glued(i - 1) && plainNumber(i - 2, 2) > 0) {
            n = plainNumber(i - 2, 2);
            first = i - 2;
        } else if (kind(i - 1, TokenKind::Alnum)) {
            const std::string_view t = text(i - 1); // le 3e jour d'octobre
            const char* at = std::from_chars(t.data(), t.data() + t.size(), n).ptr;
            const std::string_view rest(at, static_cast<std::size_t>(t.data() + t.size() - at));
            if (n > 31 || (rest != "e" && rest != "er" && rest != "re" && rest != "ème" && rest != "º" && rest != "°"))
                n = 0;
        } else if (n == 0 && reading_.language == text::Language::Spanish) { // el día 15 de cada mes
            n = dayNumber(i + 1, link);
            first = i;
        }
    } else {
        n = dayNumber(i, link);
        const TimeWord& led = context(i - 1);
        if (!(led.is(Role::Article | Role::On) || led.is(Role::From | Role::Until) || led.is(Role::Since)) ||
            isAny<"les", "los", "las", "die", "des">(i - 1))
            return i;
    }
    if (n == 0)
        return i;
    bool working = dayWord && german() && (text(i).starts_with("Werktag") || text(i).starts_with("Arbeitstag"));
    if (dayWord && isAny<"ouvrable", "ouvré", "hábil", "laborable">(link)) { // le premier jour ouvrable du mois
        working = true;
        ++link;
    }
    if (role(link, Role::Of) || role(link, Role::In) || (german() && is(link, "im")))
        ++link;
    else if (!german() || !(role(link, Role::Article) || deixisOf(word(link)) != Deixis::None))
        return i;
    const auto period = periodForward(link);
    if (!period || (!dayWord && (period->month == 0 || word(link).month != 0 || word(link + 1).month != 0)))
        return i;
    if (period->every) {
        std::string value = period->week != 0 ? "P1W" : period->month == 0 ? "P1Y" : "P1M";
        if (period->month != 0 && n > 0) {
            value = "XXXX-XX-";
            value += static_cast<char>('0' + n / 10);
            value += static_cast<char>('0' + n % 10);
        }
        return emit(first, period->end, TimeType::Set, TimeMod::None, std::move(value), std::nullopt, "every");
    }
    std::int64_t day = 0;
    if (period->week != 0)
        day = isoWeekStart(period->year, period->week) + (n < 0 ? 6 : n - 1);
    else if (period->month == 0)
        day = n < 0 ? daysFromCivil(period->year, 12, 31) : daysFromCivil(period->year, 1, n);
    else if (n < 0 || isValidDate(period->year, period->month, n))
        day = daysFromCivil(period->year, period->month, n < 0 ? daysInMonth(period->year, period->month) : n);
    else
        return i;
    if (working && n <= 20) {
        if (n > 0 && period->week == 0)
            day -= n - 1;
        for (int more = n > 0 ? n - 1 : 0; weekdayOf(day) > 5 || more-- > 0;)
            day += n < 0 ? -1 : 1;
    }
    Piece piece;
    piece.first = first;
    piece.end = period->end;
    piece.rule = "day-of-period";
    piece.time.setDay(day);
    rightOf(piece);
    return emit(piece);
}

/// "le premier lundi de février", "am letzten Freitag im Mai", "el primer lunes del mes"; with `week` the nth week.
/// Returns i: none.
TimesGrammar::Index TimesGrammar::nthWeekday(Index i, const TimeWord& w, bool week, Index end) {
    Index j = end > 0 ? end : i + 1;
    const bool weekend = week && w.is(Role::Weekend);
    if (!today_ || !inside(i - 1) ||
        !(role(j, Role::Of | Role::In) || is(j, "im") ||
          (german() && (is(j, "des") || deixisOf(word(j)) != Deixis::None))))
        return i;
    const bool last = deixisOf(word(i - 1)) == Deixis::Last;
    Index first = i - 1;
    int n = last ? -1 : word(i - 1).ordinal;
    if (german() && kind(i - 1, TokenKind::Stop) && glued(i - 1) && plainNumber(i - 2, 1) > 0) {
        n = plainNumber(i - 2, 1);
        first = i - 2;
    } else if (kind(i - 1, TokenKind::Alnum)) { // le 1er lundi, el 2º lunes
        const std::string_view t = text(i - 1);
        int digit = 0;
        const char* at = std::from_chars(t.data(), t.data() + t.size(), digit).ptr;
        const std::string_view rest = t.substr(static_cast<std::size_t>(at - t.data()));
        if (rest == "er" || rest == "e" || rest == "ème" || rest == "º" || rest == "°" || rest == "ª" || rest == "re" ||
            rest == "nde" || rest == "ra" || rest == "da")
            n = digit;
    }
    if (n == 0 || n > 5)
        return i;
    const bool avant =
        kind(first - 1, TokenKind::Hyphen) && glued(first) && is(first - 2, "avant") && inside(first - 2);
    if (avant && week) // l'avant-dernière semaine
        return i + 1;
    const bool twice = last && (avant || role(first, Role::Twice)); // l'avant-dernier vendredi de mai
    if (avant)
        first -= 2;
    if (role(j, Role::Of | Role::In) || is(j, "im"))
        ++j;
    const auto period = periodForward(j);
    if (!period || period->week != 0)
        return i;
    Piece piece;
    piece.end = period->end;
    piece.first = first;
    if (week && period->month == 0) { // la dernière semaine de l'année
        if (period->every || weekend)
            return i;
        piece.time.year = period->year;
        piece.time.week = n < 0 ? isoWeeksInYear(period->year) : n;
        piece.rule = "nth-week";
        if (role(first - 1, Role::Article) && inside(first - 1))
            --piece.first;
        return emit(piece);
    }
    piece.rule = "nth-of-month";
    const bool all = role(first - 1, Role::Article) && role(first - 2, Role::All) && inside(first - 2);
    const bool every = deixisOf(word(first - 1)) == Deixis::Habit && inside(first - 1);
    if (!week && (all || every || period->every)) // chaque premier lundi du mois
        return emit(all     ? first - 2
                    : every ? first - 1
                            : first,
                    piece.end, TimeType::Set, TimeMod::None, period->month == 0 ? "P1Y" : "P1M", std::nullopt, "every");
    if (period->every)
        return i;
    // a week belongs to the month of its Thursday
    const int month = period->month != 0 ? period->month : n < 0 ? 12 : 1;
    piece.time.setDay(nthWeekdayOf(period->year, month, weekend ? 6 : week ? 4 : w.weekday, n) - (twice ? 7 : 0));
    if (week) {
        const IsoWeek iso = isoWeekOf(piece.time.dayNumber());
        piece.time = {};
        piece.time.year = iso.year;
        piece.time.week = iso.week;
        piece.time.weekend = weekend;
        if (role(first - 1, Role::Article) && inside(first - 1))
            --piece.first;
        return emit(piece);
    }
    piece.time.part = w.part;
    rightOf(piece);
    return emit(piece);
}

/// Days that share a month: "3 au 5 mai", "3. bis 5. Mai", "3, 4 et 5 mai 2020".
TimesGrammar::Index TimesGrammar::dayList(Index i) {
    Index days[5], ends[5];
    int numbers[5], count = 0;
    for (Index j = i; count < 5;) {
        Index end = 0;
        const int day = kind(j, TokenKind::Word) && word(j).ordinal != 1 ? 0 : dayNumber(j, end);
        if (day == 0)
            return i;
        if (const auto date = monthDay(j); date && count > 0) {
            Piece last = *date;
            leftOf(last, false);
            for (int k = 0; k < count; ++k) {
                Piece piece = last;
                piece.first = days[k];
                piece.end = ends[k];
                piece.time.day = numbers[k];
                piece.time.weekday = 0;
                piece.rule = "day-list";
                if (!isValidDate(piece.time.year < 0 ? 2024 : piece.time.year, piece.time.month, numbers[k]))
                    return i;
                emit(piece);
            }
            last.first = j;
            rightOf(last);
            return emit(last);
        }
        days[count] = j;
        ends[count] = end;
        numbers[count++] = day;
        if (const Index next = count > 1 ? daysOfPeriod(days, ends, numbers, count) : i; next != i && count > 1)
            return next;
        j = end;
        if (role(j, Role::To | Role::And) || kind(j, TokenKind::Comma) || dashAt(j))
            ++j;
        else
            return i;
        if (role(j, Role::Article) || (german() && is(j, "zum"))) // vom 1. bis zum 8. April
            ++j;
    }
    return i;
}

/// "del 4 al 23 del próximo mes", "vom 4. bis 23. nächsten Monats": days whose month is told by where it lies. Returns
/// the first day's place: none.
TimesGrammar::Index TimesGrammar::daysOfPeriod(const Index* days, const Index* ends, const int* numbers, int count) {
    Index link = ends[count - 1];
    if (!kind(link, TokenKind::Word) || !today_)
        return days[0];
    if (role(link, Role::Of))
        ++link;
    const auto period = word(link).month == 0 ? periodForward(link) : std::nullopt;
    if (!period || period->every || period->week != 0 || period->month == 0 || word(link + 1).month != 0)
        return days[0];
    for (int k = 0; k < count; ++k)
        if (!isValidDate(period->year, period->month, numbers[k]) || (k > 0 && numbers[k] <= numbers[k - 1]))
            return days[0];
    Index next = days[0];
    for (int k = 0; k < count; ++k) {
        Piece piece;
        piece.first = days[k];
        piece.end = k + 1 == count ? period->end : ends[k];
        piece.rule = "day-list";
        piece.time.setDay(daysFromCivil(period->year, period->month, numbers[k]));
        if (k + 1 == count)
            rightOf(piece);
        next = emit(piece);
    }
    return next;
}

/// "je suis absent du 20 au 27", "ich bin vom 20. bis 27. weg": two days of no month, of which a speaker tells ahead.
/// `end` stands behind the first. Returns i: none.
TimesGrammar::Index TimesGrammar::bareDays(Index i, int day, Index end) {
    Index j = end + 1, closes = 0;
    if (!(german() ? is(end, "bis") : isAny<"au", "al">(end)))
        return i;
    if (german() && is(j, "zum"))
        ++j;
    const int other = dayNumber(j, closes);
    const bool verb = german() && kind(closes, TokenKind::Word) && !capital(closes);
    if (other <= day || (kind(closes, TokenKind::Word) && !verb) || kind(closes, TokenKind::Percent) ||
        kind(closes, TokenKind::Currency) || word(closes).unit || tenseAt(i, closes) != Tense::Future)
        return i;
    const CivilDate now = civilFromDays(*today_);
    const CivilDate month = addMonths({now.year, now.month, 1}, day < now.day ? 1 : 0);
    if (!isValidDate(month.year, month.month, other))
        return i;
    Piece piece;
    piece.first = i;
    piece.end = end;
    piece.rule = "day-of-month";
    piece.time.setDay(daysFromCivil(month.year, month.month, day));
    emit(piece);
    piece.first = j;
    piece.end = german() && !inside(closes) ? j + 1 : closes;
    piece.time.setDay(daysFromCivil(month.year, month.month, other));
    return emit(piece);
}

/// "le 15", "am 15.", "el 15": a day of this month or the one before.
TimesGrammar::Index TimesGrammar::dayAlone(Index i) {
    Index end = 0;
    const bool said = german() && kind(i, TokenKind::Word);
    if (!kind(i, TokenKind::Number) && !kind(i, TokenKind::Alnum) && !said)
        return i;
    const int day = dayNumber(i, end);
    if (day == 0 || !today_ || (german() && end == i + 1 && !said))
        return i;
    if (german() && role(end, Role::And | Role::To) && kind(end + 2, TokenKind::Stop) && glued(end + 2) &&
        plainNumber(end + 1, 2) == day + 1 && value(end + 3, Tag::TimeUnit) == "century" && inside(end + 3)) {
        Piece century; // im 18. und 19. Jahrhundert
        century.first = i;
        century.end = end;
        century.rule = "century";
        century.time.century = day - 1;
        return emit(century);
    }
    if (isAny<"du", "del", "vom">(i - 1))
        if (const Index next = bareDays(i, day, end); next != i)
            return next;
    const bool till = german() ? context(i - 1).is(Role::Until) && context(i - 2).is(Role::Until)
                               : (before(i, only(Role::Until)) < i && text(i - 1).ends_with("au")) ||
                                     (isAny<"del", "du">(i - 1) && value(i - 2, Tag::TimeUnit) == "week") ||
                                     (isAny<"al", "au">(i - 1) && context(i - 2).is(Role::Moved)) ||
                                     (isAny<"del", "du">(i - 1) && isAny<"antes", "después", "partir">(i - 2));
    const bool led = till       ? true
                     : german() ? context(i - 1).is(Role::On) || (is(i - 1, "den") && isAny<"für", "auf">(i - 2)) ||
                                      (is(i - 1, "dem") && isAny<"vor", "nach">(i - 2))
                                : role(i - 1, Role::Article) && inside(i - 1) && !word(i - 1).plural;
    const bool dayWord = role(i - 1, Role::DayWord) && !german();
    if (role(i - 2, Role::All) && inside(i - 2) && is(i - 1, "les"))
        return i; // toutes les 6 à 8 heures
    if ((!led && !dayWord) || text(i - 1).size() < 2 || isAny<"las", "la">(i - 1))
        return i;
    const bool ordered = offhand_ && kind(end, TokenKind::Word) && tenseAt(i, end) == Tense::Future &&
                         (dayWord ? !role(end, Role::Of) && word(end).month == 0
                                  : is(end, "de") && // rappelle-moi le 3 de payer le loyer
                                        (text(end + 1).ends_with("er") || text(end + 1).ends_with("ir")));
    if (inside(end) && !ordered && !(german() && token(end).is(TokenKind::Word) && !capital(end)) &&
        !token(end).is(TokenKind::Stop) && !token(end).is(TokenKind::Comma) && !token(end).is(TokenKind::Semicolon) &&
        !context(end).is(Role::At) && !(is(end, "como") && is(end + 1, "muy")) &&
        !(context(end).is(Role::Before | Role::After) && clockForward(end + 1)))
        return i;
    if (kind(end, TokenKind::Comma) && kind(end + 1, TokenKind::Number))
        return i;
    Piece piece;
    piece.first = german() || till ? i : i - 1;
    if (dayWord && role(i - 2, Role::Article) && inside(i - 2))
        piece.first = i - 2;
    piece.end = end;
    piece.rule = "day-of-month";
    const CivilDate now = civilFromDays(*today_);
    const bool future = tenseAt(piece.first, end) == Tense::Future;
    CivilDate month = {now.year, now.month, 1};
    const TimeMention* last = out_.times.empty() ? nullptr : &out_.times.back();
    if (last != nullptr && last->endToken + 1 == piece.first && last->resolved &&
        last->resolved->grain == Grain::Month && last->type == TimeType::Date) // im letzten Monat am 12.
        month = civilFromDays(dayOfSecond(last->resolved->from));
    else if (last != nullptr && last->sentence == sentence_ && last->resolved && last->type == TimeType::Date &&
             last->resolved->grain == Grain::Day &&
             isAny<"mais", "aber", "pero">(kind(last->endToken, TokenKind::Comma) ? last->endToken + 1
                                                                                  : last->endToken)) {
        month = civilFromDays(dayOfSecond(last->resolved->from)); // après le 5 novembre mais avant le 9
        month = addMonths({month.year, month.month, 1}, day <= month.day ? 1 : 0);
    } else if (future && day < now.day)
        month = addMonths(month, 1);
    else if (!future && day > now.day)
        month = addMonths(month, -1);
    if (!isValidDate(month.year, month.month, day))
        return i;
    piece.time.setDay(daysFromCivil(month.year, month.month, day));
    if (till && weekOfDay(piece)) // la semaine du 18
        return emit(piece);
    rightOf(piece);
    return emit(piece);
}

} // namespace countercheck::read
