// SPDX-License-Identifier: GPL-3.0-or-later
// Days of the week and the weeks themselves in the languages of timesgrammar.h: those of a week, some weeks ago,
// habits.
#include "core/read/calendar.h"
#include "core/read/times/timesgrammar.h"

namespace countercheck::read {

using text::Tag;
using text::TokenKind;

/// "Freitag vergangener Woche", "vendredi de la semaine dernière", "el lunes de la próxima semana".
bool TimesGrammar::dayOfWeek(Piece& piece) const {
    if (piece.time.weekday == 0 || piece.time.day != 0 || piece.time.part != DayPart::None || !today_)
        return false;
    Index j = piece.end;
    if (role(j, Role::Of))
        ++j;
    if (role(j, Role::Article))
        ++j;
    Deixis deixis = deixisOf(word(j));
    if (deixis != Deixis::None)
        ++j;
    if (!inside(j) || value(j, Tag::TimeUnit) != "week" || word(j).plural)
        return false;
    Index end = j + 1;
    if (const Hit hit = hitAt(end); deixis == Deixis::None) {
        deixis = deixisOf(*hit.word);
        end = hit.end;
    }
    const bool following = deixis == Deixis::Following && earlierDay() == nullptr;
    if (deixis != Deixis::Last && deixis != Deixis::Next && deixis != Deixis::This && !following)
        return false;
    const int step = deixis == Deixis::Last ? -7 : deixis == Deixis::Next || following ? 7 : 0;
    piece.time.setDay(weekdayOnOrBefore(*today_, 1) + step + piece.time.weekday - 1);
    piece.end = end;
    piece.rule = "weekday-of-week";
    return true;
}

/// "la semaine du 12 mai", "in der Woche vom 5. Mai": the day names its week.
bool TimesGrammar::weekOfDay(Piece& piece) const {
    const Index link = piece.first - 1;
    if (!piece.time.hasFullDate() || piece.time.hasClock() || !inside(link - 1) ||
        !(context(link).is(Role::Of | Role::From) || (german() && isAny<"des", "vom">(link))))
        return false;
    const bool week = value(link - 1, Tag::TimeUnit) == "week" && !is(link - 3, "fin");
    const Index weekend = before(link, only(Role::Weekend));
    if ((!week && (weekend == link || !inside(weekend))) || word(link - 1).plural)
        return false;
    const IsoWeek iso = isoWeekOf(piece.time.dayNumber());
    piece.time = {};
    piece.time.year = iso.year;
    piece.time.week = iso.week;
    piece.time.weekend = !week;
    const Index noun = week ? link - 1 : weekend;
    piece.first = role(noun - 1, Role::Article) && inside(noun - 1) ? noun - 1 : noun;
    piece.rule = "week-of-day";
    return true;
}

/// The hour of a habit: "un mardi sur deux à 16h".
void TimesGrammar::hourOfHabit(Piece& piece) const {
    if (!role(piece.end, Role::At))
        return;
    const auto clock = clockForward(piece.end + 1);
    if (!clock || !(clock->sure || clock->minute >= 0 ||
                    ((german() || role(piece.end + 1, Role::HourArticle)) && hourStands(*clock)) ||
                    (words_[token(clock->end - 1).word].is(Role::ClockUnit) && !role(clock->end, Role::Of))))
        return;
    const bool late = piece.time.part == DayPart::Afternoon || piece.time.part == DayPart::Evening ||
                      piece.time.part == DayPart::Night;
    piece.time.hour = clock->hour + (late && !clock->meridiem && clock->hour < 12 ? 12 : 0);
    piece.time.minute = clock->minute;
    piece.end = clock->end;
}

/// "le jour avant Noël", "die Woche nach Ostern", "el día después de Navidad": `i` is the unit, `end` what follows it.
/// Returns i: no feast stands behind.
TimesGrammar::Index TimesGrammar::besideHoliday(Index i, Index end, std::string_view unit) {
    const Hit link = hitAt(end);
    const bool ahead = link.word->is(Role::Before | Role::Earlier), behind = link.word->is(Role::After | Role::Later);
    if (role(i - 1, Role::One) || word(i - 1).number > 0 || ahead == behind ||
        (unit != "day" && unit != "week" && unit != "weekend") || !inside(end))
        return i;
    Index d = role(link.end, Role::Of) ? link.end + 1 : link.end;
    if (role(d, Role::Article))
        ++d;
    const auto feast = inside(d) && (word(d).holiday || hitAt(d).word->holiday) ? holidayDate(d) : std::nullopt;
    if (!feast || !feast->time.hasFullDate())
        return i;
    const std::int64_t day = feast->time.dayNumber();
    Piece piece;
    piece.first = role(i - 1, Role::Article) && inside(i - 1) ? i - 1 : i;
    piece.end = feast->end;
    piece.rule = "distance";
    if (unit == "day") {
        piece.time.setDay(day + (behind ? 1 : -1));
        rightOf(piece);
        return emit(piece);
    }
    piece.time.setWeekBeside(day, behind, unit == "weekend");
    return emit(piece);
}

bool TimesGrammar::weekdayBesideFeast(Piece& piece) const {
    if (piece.time.weekday == 0 || piece.time.day != 0 || piece.set || !today_)
        return false;
    const Hit link = hitAt(piece.end);
    const bool ahead = link.word->is(Role::Before | Role::Earlier), behind = link.word->is(Role::After | Role::Later);
    if (ahead == behind)
        return false;
    Index d = role(link.end, Role::Of) ? link.end + 1 : link.end;
    if (role(d, Role::Article))
        ++d;
    const auto feast = inside(d) && (word(d).holiday || hitAt(d).word->holiday) ? holidayDate(d) : std::nullopt;
    if (!feast || !feast->time.hasFullDate())
        return false;
    const DayPart part = piece.time.part;
    const std::int64_t day = feast->time.dayNumber();
    piece.time.setDay(behind ? weekdayOnOrAfter(day + 1, piece.time.weekday)
                             : weekdayOnOrBefore(day - 1, piece.time.weekday));
    piece.time.part = part;
    piece.end = feast->end;
    piece.rule = "distance";
    return true;
}

TimesGrammar::Index TimesGrammar::weekdaysAgo(Index i, const TimeWord& w) {
    if (!(w.plural || (reading_.language == text::Language::Spanish && text(i).ends_with('s'))) || !today_)
        return i; // "lunes" does not show it
    const auto count = quantityBefore(i);
    if (!count || count->thousandths < 2000 || count->thousandths > 60000 || count->thousandths % 1000 != 0)
        return i;
    const Index hang = before(count->first, only(Role::Ago));
    if (hang >= count->first || !inside(hang))
        return i;
    Piece piece;
    piece.first = hang;
    piece.end = i + 1;
    piece.rule = "counted-weekday";
    piece.time.setDay(weekdayOnOrBefore(*today_ - 1, w.weekday) - 7 * (count->thousandths / 1000 - 1));
    rightOf(piece);
    return emit(piece);
}

/// "ouvert le dimanche", "fermé le lundi et le mardi": the day of every week. Returns i: none.
TimesGrammar::Index TimesGrammar::weekdayOfHours(Index i, const TimeWord& w) {
    if (!is(i - 1, "le") || !inside(i - 1) || kind(i + 1, TokenKind::Number) ||
        (role(i + 1, Role::Of) && !kind(i + 2, TokenKind::Number)) || word(i + 1).number > 0 ||
        word(i + 1).ordinal > 0 || deixisOf(*hitAt(i + 1).word) != Deixis::None)
        return i;
    const TimeMention* last = out_.times.empty() ? nullptr : &out_.times.back();
    const bool listed = last != nullptr && role(i - 2, Role::And) && last->endToken == i - 2 &&
                        last->type == TimeType::Set && last->value.starts_with("XXXX-WXX-");
    if (!listed && !isAny<"ouvert", "ouverte", "ouverts", "ouvertes", "fermé", "fermée", "fermés", "fermées", "tient",
                          "tiennent", "sauf">(i - 2))
        return i;
    Piece piece;
    piece.first = i - 1;
    piece.end = i + 1;
    piece.time.weekday = w.weekday;
    piece.set = true;
    piece.rule = "every";
    if (const Hit hit = hitAt(piece.end); hit.word->part != DayPart::None && hit.word->namedHour < 0) {
        piece.time.part = hit.word->part;
        piece.end = hit.end;
    }
    hourOfHabit(piece);
    return emit(piece);
}

TimesGrammar::Index TimesGrammar::weekdayHead(Index i, const TimeWord& w) {
    if (const Index end = nthWeekday(i, w); end != i)
        return end;
    if (const Index end = weekdayOfHours(i, w); end != i)
        return end;
    if (const Index end = weekdaysAgo(i, w); end != i)
        return end;
    if (german() && (!named(i) || (w.plural && (i == first_ || small_)))) { // montags
        if (!w.plural)
            return i;
        Piece piece;
        piece.first = i;
        piece.end = i + 1;
        piece.time.weekday = w.weekday;
        piece.time.part = w.part;
        piece.set = true;
        piece.rule = "every";
        if (role(piece.end, Role::At)) // freitags um 7.05 Uhr
            if (const auto clock = clockForward(piece.end + 1);
                clock && (clock->sure || clock->minute >= 0 || hourStands(*clock))) {
                piece.time.part = DayPart::None;
                piece.time.hour = clock->hour;
                piece.time.minute = clock->minute;
                piece.end = clock->end;
            }
        return emit(piece);
    }
    // Black Friday, Mardi gras, Sunday's paper: a name
    if (!german() && capital(i) && i > first_ && capital(i + 1) && kind(i + 1, TokenKind::Word) &&
        !role(i + 1, Role::Of))
        return i;
    if ((role(i + 1, Role::Name) && inside(i + 1)) || (!german() && capital(i) && i > first_ && namesSomebody(i)))
        return i;
    const auto outOf = [&](Index& end) { // "un samedi sur deux", "un viernes de cada dos"
        if (!role(i - 1, Role::One) && word(i - 1).number != 1)
            return false;
        if (reading_.language == text::Language::French)
            return is(i + 1, "sur") && smallNumber(i + 2, end) > 1;
        return reading_.language == text::Language::Spanish && is(i + 1, "de") && is(i + 2, "cada") &&
               smallNumber(i + 3, end) > 1;
    };
    const auto everyNth = [&](Index end) {
        Piece piece;
        piece.first = i - 1;
        piece.end = end;
        piece.time.weekday = w.weekday;
        piece.set = true;
        piece.rule = "every-nth";
        hourOfHabit(piece);
        return emit(piece);
    };
    if (Index end = 0; outOf(end))
        return everyNth(end);
    if (reading_.language == text::Language::Spanish && (role(i - 1, Role::One) || word(i - 1).number == 1) &&
        is(i + 1, "sí") && role(i + 2, Role::And) && is(i + 3, "otro") && is(i + 4, "no") &&
        inside(i + 4)) // un martes sí y otro no
        return everyNth(i + 5);
    return dateHead(i);
}

/// "Il est né en quatre-vingt-dix-huit": a year without its century, where nothing is counted. Returns i: none.
TimesGrammar::Index TimesGrammar::yearSaidShort(Index i) {
    Index end = 0;
    const int n = smallNumber(i, end);
    const bool stops = end >= end_ || kind(end, TokenKind::Stop) || kind(end, TokenKind::Comma);
    if (n < 40 || n > 99 || !stops || !today_)
        return i;
    Piece piece;
    piece.first = i;
    piece.end = end;
    piece.rule = "year-words";
    piece.yearGiven = true;
    piece.time.year = fullYear(n, today_);
    return emit(piece);
}

} // namespace countercheck::read
