// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of the day in the languages of timesgrammar.h: "ce soir", "la nuit de samedi à dimanche", "spät am Abend".
#include "core/read/calendar.h"
#include "core/read/times/timesgrammar.h"

#include <charconv>

namespace countercheck::read {

using text::Tag;
using text::TokenKind;

/// "du soir", "de la tarde", "morgens", "am Abend": which half of the day an hour belongs to.
bool TimesGrammar::partBehind(Index i, int& hour, Index& end) const {
    const Hit hit = hitAt(i);
    const DayPart part = hit.word->part;
    if (part == DayPart::None || hit.word->namedHour >= 0 || hit.word->weekday != 0 ||
        !(hit.word->is(Role::PartPhrase) || german()))
        return false;
    if (german() && capital(i) && !hit.word->is(Role::PartPhrase))
        return false;
    if ((role(hit.end, Role::Of | Role::From) || role(hit.end, Role::Until)) && // "3 h, dans la nuit de lundi à mardi"
        !(reading_.language == text::Language::Spanish &&
          (is(hit.end, "del") || isAny<"hoy", "mañana", "ayer">(hit.end + 1))))
        return false;
    if (part == DayPart::Morning || part == DayPart::EarlyHours || (part == DayPart::Night && hour < 6))
        hour = hour == 12 && part != DayPart::Morning ? 0 : hour;
    else if (part == DayPart::Night && hour == 12)
        hour = 0;
    else if (hour >= 1 && hour < 12)
        hour += 12;
    end = hit.end;
    return true;
}

/// A bare hour ("um 7") is one only where nothing is counted by it; in German that would be a noun, with a capital.
bool TimesGrammar::hourStands(const Clock& clock) const {
    const Index j = clock.end;
    if (german() && isAny<"bis", "auf", "oder">(j)) { // "um zwei bis drei Prozent"
        Index after = j + 2;
        if (kind(j + 1, TokenKind::Number) || smallNumber(j + 1, after) > 0)
            if (kind(after, TokenKind::Percent) || kind(after, TokenKind::Currency) ||
                (kind(after, TokenKind::Word) && capital(after) && !role(after, Role::ClockWord)))
                return false;
    }
    if (german() && kind(j, TokenKind::Word) && !capital(j) && (!small_ || j + 1 == end_) && !has(j, Tag::Unit) &&
        !has(j, Tag::Multiplier) && !word(j).unit)
        return !token(clock.first).has(text::HasPoint);
    return bareHourFits(clock);
}

/// The day behind an hour: "lundi", "am Montag", "del lunes", "demain". `opens`: the hour begins a range.
std::optional<TimesGrammar::Piece> TimesGrammar::dayBehind(Index i, bool opens) const {
    Index d = i;
    if (reading_.language == text::Language::Spanish && role(i, Role::Of) && role(i + 1, Role::This))
        ++i; // las ocho de esta noche
    if (const Hit part = hitAt(i + 1); role(i, Role::This) && part.word->part != DayPart::None && inside(i) && today_ &&
                                       part.word->namedHour < 0) { // 23h15 ce soir, 3 heures cet après-midi
        Piece day;
        day.first = i;
        day.end = part.end;
        day.time.setDay(*today_);
        return day;
    }
    if (role(d, Role::On) || role(d, Role::Of) || role(d, Role::This))
        ++d;
    if (role(d, Role::Article))
        ++d;
    if (const Hit hit = hitAt(d);
        hit.word->reference && lexicon_.value(token(d).word, Tag::TimeRef).starts_with("day:")) {
        Piece day;
        day.first = d;
        day.end = hit.end;
        int shift = 0;
        const std::string_view ref = lexicon_.value(token(d).word, Tag::TimeRef).substr(4);
        std::from_chars(ref.data(), ref.data() + ref.size(), shift);
        if (today_)
            day.time.setDay(*today_ + shift);
        return day;
    }
    return opens || is(d - 1, "los") ? std::nullopt : dateForward(d); // "a las 18:00 los sábados": a habit
}

/// "ce soir", "la nuit dernière", "la nuit de samedi à dimanche", "am Abend", "esta mañana", "jeden Morgen".
TimesGrammar::Index TimesGrammar::partHead(Index i, const TimeWord& w) {
    if (german() && !named(i)) {
        const bool alone = text(i).ends_with('s') && !context(i - 1).is(Role::ClockWord) &&
                           context(i - 1).weekday == 0 && !kind(i - 1, TokenKind::Number) &&
                           context(i - 1).number < 0 && !role(i + 1, Role::At) && !role(i + 1, Role::Around) &&
                           !clockForward(i + 1) && (out_.times.empty() || out_.times.back().endToken != i);
        return alone && offhand_ && isAny<"nachts", "abends", "morgens">(i) // er arbeitet nachts
                   ? emit(i, i + 1, TimeType::Set, TimeMod::None,
                          std::string("T") + (is(i, "morgens")  ? "MO"
                                              : is(i, "abends") ? "EV"
                                                                : "NI"),
                          std::nullopt, "every")
                   : i;
    }
    Piece piece;
    piece.first = i;
    piece.end = role(i, Role::Of | Role::In) || reading_.language != text::Language::French ? i + 1 : hitAt(i).end;
    piece.rule = "part-of-day";
    piece.time.part = w.part;
    Index p = i - 1;
    if (role(p, Role::Early | Role::Late) && inside(p)) {
        piece.mod = role(p, Role::Early) ? TimeMod::Start : TimeMod::End;
        piece.first = p--;
    } else if (german() && role(p, Role::On) && role(p - 1, Role::Early | Role::Late) && inside(p - 1)) {
        piece.mod = role(p - 1, Role::Early) ? TimeMod::Start : TimeMod::End; // spät am Abend
        piece.first = p - 1;
        p -= 2;
    } else if (role(p, Role::Of) && word(p - 1).mod != TimeMod::None && inside(p - 1)) { // fin de matinée
        piece.mod = word(p - 1).mod;
        piece.first = p - 1;
        p -= 2;
    }
    if (role(p, Role::Article) && role(p - 1, Role::In) && role(p - 2, Role::Early | Role::Late) && inside(p - 2) &&
        piece.mod == TimeMod::None && !german() && !role(piece.end, Role::Of)) { // tard dans la soirée
        piece.mod = role(p - 2, Role::Early) ? TimeMod::Start : TimeMod::End;
        piece.first = p - 2;
        return emit(piece);
    }
    if (role(p, Role::Article) && role(p - 1, Role::Of) && isAny<"hora", "horas">(p - 2) && inside(p - 3) &&
        isAny<"última", "últimas", "primera", "primeras">(p - 3) && !role(piece.end, Role::Of)) {
        piece.mod = text(p - 3).starts_with("p") ? TimeMod::Start : TimeMod::End; // a última hora de la tarde
        piece.first = p - 3;
        if (!out_.times.empty() && out_.times.back().sentence == sentence_ && out_.times.back().endToken + 1 == p - 3 &&
            out_.times.back().resolved && out_.times.back().resolved->grain == Grain::Day)
            piece.time.setDay(dayOfSecond(out_.times.back().resolved->from));
        return emit(piece);
    }
    if (is(p, "media") && inside(p) && reading_.language == text::Language::Spanish && piece.mod == TimeMod::None &&
        is(p - 1, "a")) { // a media mañana
        piece.mod = TimeMod::Mid;
        piece.first = p;
        if (!out_.times.empty() && out_.times.back().sentence == sentence_ && out_.times.back().endToken == p - 1 &&
            out_.times.back().resolved && out_.times.back().resolved->grain == Grain::Day)
            piece.time.setDay(dayOfSecond(out_.times.back().resolved->from));
        return emit(piece);
    }
    if (german() && role(p, Role::Article) && is(p - 1, "in") && is(p - 2, "mitten") && inside(p - 2) &&
        piece.mod == TimeMod::None && !role(piece.end, Role::Until)) { // mitten in der Nacht
        piece.mod = TimeMod::Mid;
        piece.first = p - 2;
        return emit(piece);
    }
    if (role(p, Role::Article) && role(p - 1, Role::Of) && word(p - 2).mod != TimeMod::None && inside(p - 2) &&
        !german() && piece.mod == TimeMod::None && !role(piece.end, Role::Of) &&
        deixisOf(*hitAt(piece.end).word) == Deixis::None) {
        piece.mod = word(p - 2).mod; // au milieu de la nuit
        piece.first = p - 2;
        if (!out_.times.empty() && out_.times.back().sentence == sentence_ && out_.times.back().resolved &&
            out_.times.back().resolved->grain == Grain::Day && out_.times.back().type == TimeType::Date)
            piece.time.setDay(dayOfSecond(out_.times.back().resolved->from));
        return emit(piece);
    }
    if (w.plural && is(p, "las") && is(p - 1, "por") && inside(p) && piece.mod == TimeMod::None) { // por las tardes
        piece.first = p;
        piece.set = true;
        hourOfHabit(piece);
        return emit(piece);
    }
    Deixis deixis = deixisOf(word(p));
    const Hit behind = hitAt(piece.end);
    const Deixis post = german() ? Deixis::None : deixisOf(*behind.word);
    const bool whole = german() ? text(p).starts_with("ganz") : role(p, Role::Article) && role(p - 1, Role::All);
    if (whole && inside(p - 1) && !w.plural && w.part == DayPart::Night && !is(p, "les") && !is(p, "las"))
        return emit(p - 1, piece.end, TimeType::Duration, TimeMod::None, "P1NI", std::nullopt, "whole-unit");
    if (deixis == Deixis::Habit || (role(p, Role::Article) && role(p - 1, Role::All) && inside(p - 1)) ||
        (german() && role(p, Role::All))) {
        piece.first = deixis == Deixis::Habit || german() ? p : p - 1;
        piece.set = true;
        if (role(piece.end, Role::At)) // jeden Morgen um 7 Uhr
            if (const auto clock = clockForward(piece.end + 1);
                clock && (clock->sure || clock->minute >= 0 || hourStands(*clock))) {
                const bool late = w.part != DayPart::Morning && w.part != DayPart::EarlyHours && !clock->meridiem &&
                                  clock->hour < 12 && !(w.part == DayPart::Night && clock->hour < 6);
                piece.time.hour = clock->hour + (late ? 12 : 0);
                piece.time.minute = clock->minute;
                piece.end = clock->end;
            }
        return emit(piece);
    }
    if (deixis == Deixis::This && inside(p) && kind(piece.end, TokenKind::Hyphen) && glued(piece.end) &&
        is(piece.end + 1, "là")) { // ce matin-là
        deixis = Deixis::Same;
        piece.end += 2;
    }
    if (deixis == Deixis::This && inside(p)) {
        piece.first = p;
        if (role(p - 1, Role::Early | Role::Late) && inside(p - 1) && !german()) { // tard ce soir
            piece.mod = role(p - 1, Role::Early) ? TimeMod::Start : TimeMod::End;
            piece.first = p - 1;
        }
        if (today_)
            piece.time.setDay(*today_);
        rightOf(piece);
        return emit(piece);
    }
    if (post == Deixis::Last || deixis == Deixis::Last) {
        piece.first = post == Deixis::Last ? (role(p, Role::Article) && inside(p) ? p : piece.first) : p;
        if (post != Deixis::Last && role(p - 1, Role::Article) && inside(p - 1))
            piece.first = p - 1;
        piece.end = post == Deixis::Last ? behind.end : piece.end;
        if (today_)
            piece.time.setDay(*today_ - 1);
        rightOf(piece); // letzte Nacht um 11
        if (today_ && w.part == DayPart::Night && piece.time.hour >= 0 && piece.time.hour < 6)
            piece.time.setDay(*today_);
        return emit(piece);
    }
    const bool next = deixis == Deixis::Following || deixis == Deixis::Next;
    if (((deixis == Deixis::Same || next) && inside(p)) || post == Deixis::Following) { // a la mañana siguiente
        if (post == Deixis::Following) {
            piece.first = role(p, Role::Article) && inside(p) ? p : piece.first;
            piece.end = behind.end;
        } else {
            piece.first = role(p - 1, Role::Article) && inside(p - 1) ? p - 1 : p;
        }
        piece.time.someDay = true;
        if (const TimeMention* day = earlierDay())
            piece.time.setDay(dayOfSecond(day->resolved->from) + (deixis == Deixis::Same ? 0 : 1));
        return emit(piece);
    }
    const bool article = role(p, Role::Article) && inside(p);
    if (article)
        piece.first = p;
    // of which day
    Index d = piece.end;
    const bool onto = german() && role(d, Role::Until); // auf, zum
    if (role(d, Role::Of | Role::From) || role(d, Role::On) || onto || (role(d, Role::Between)) ||
        (german() && is(d, "des"))) {
        ++d;
        if (role(d, Role::Article) || deixisOf(word(d)) == Deixis::This)
            ++d;
        auto date = relativeDayAt(d); // in der Nacht auf gestern
        const bool seen = date.has_value();
        if (!seen)
            date = dateForward(d);
        if (date && date->time.grain() == Grain::Day) {
            const bool given = seen || postDeixis(*date);
            if (!given)
                resolve(*date, Deixis::None);
            piece.end = date->end;
            Index link = date->end;
            if (role(link, Role::To | Role::Until) || role(link, Role::And)) {
                ++link;
                if (role(link, Role::Article))
                    ++link;
                auto second = relativeDayAt(link);
                if (!second)
                    second = dateForward(link);
                if (second && second->time.grain() == Grain::Day && w.part == DayPart::Night) {
                    resolve(*second, Deixis::None);
                    piece.end = second->end;
                    if (second->time.hasFullDate())
                        date->time.setDay(second->time.dayNumber() - 1);
                }
            } else if (onto && date->time.hasFullDate()) {
                date->time.setDay(date->time.dayNumber() - 1);
            }
            const DayPart part = piece.time.part;
            piece.time = date->time;
            piece.time.part = part;
            return emit(piece);
        }
        Index end = 0; // la nuit du 3 au 4 mai
        if (const int day = dayNumber(d, end);
            day > 0 && today_ && w.part != DayPart::None && !german() &&
            (!inside(end) || kind(end, TokenKind::Stop) || kind(end, TokenKind::Comma))) { // la nuit du 31
            const CivilDate now = civilFromDays(*today_);
            const bool future = tenseAt(piece.first, end) == Tense::Future;
            CivilDate month = {now.year, now.month, 1};
            if (future ? day < now.day : day > now.day)
                month = addMonths(month, future ? 1 : -1);
            if (isValidDate(month.year, month.month, day)) {
                piece.time.setDay(daysFromCivil(month.year, month.month, day));
                piece.end = end;
                return emit(piece);
            }
        }
        if (const int day = dayNumber(d, end); day > 0 && role(end, Role::To | Role::Until)) {
            Index s = end + 1;
            if (role(s, Role::Article))
                ++s;
            if (auto second = monthDay(s); second && second->time.day == day + 1) {
                resolve(*second, Deixis::None);
                const DayPart part = piece.time.part;
                piece.end = second->end;
                piece.time = second->time;
                if (second->time.hasFullDate())
                    piece.time.setDay(second->time.dayNumber() - 1);
                piece.time.part = part;
                return emit(piece);
            }
        }
    }
    const TimeWord& lead = context(piece.first - 1);
    const bool contracted =
        context(p).is(Role::On | Role::In) || context(p).is(Role::At | Role::Around) ||
        (w.part == DayPart::Midday && (context(p).is(Role::Before | Role::After) || (german() && is(p, "bis"))));
    const bool light =
        german() && isAny<"bei", "vor", "nach", "bis", "seit">(p) && text(i).size() > 9; // bei Tagesanbruch
    const bool beside = article && w.part == DayPart::Morning && lead.is(Role::Before | Role::Since); // avant l'aube
    if (!light && !beside &&
        !(article && (lead.is(Role::In | Role::During) || lead.is(Role::At | Role::Until) || lead.is(Role::Per))) &&
        !(contracted && !article) && piece.mod == TimeMod::None)
        return i;
    if (kind(piece.end, TokenKind::Hyphen))
        return i;
    if (!out_.times.empty() && out_.times.back().sentence == sentence_ && out_.times.back().resolved &&
        out_.times.back().resolved->grain == Grain::Day && out_.times.back().type == TimeType::Date)
        piece.time.setDay(dayOfSecond(out_.times.back().resolved->from));
    else if (const TimeMention* day = piece.first <= first_ + 1 && sentence_ > 0 ? earlierDay() : nullptr;
             day != nullptr && !ofNoDay(*day->resolved) && !day->resolved->openFrom && !day->resolved->openTo)
        piece.time.setDay(dayOfSecond(day->resolved->from)); // "… dimanche. Dans la soirée, …"
    return emit(piece);
}

} // namespace countercheck::read
