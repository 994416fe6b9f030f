// SPDX-License-Identifier: GPL-3.0-or-later
// What a unit of time says in the languages of timesgrammar.h: unitHead() looks to both sides of it for a number, a
// determiner and a word that hangs it up somewhere, then asks one production after the other. Habits, parts of a
// period and periods seen from today stand here, what is counted in timesgrammarlengths.cpp.
#include "core/read/calendar.h"
#include "core/read/times/timesgrammar.h"

#include <array>

namespace countercheck::read {

using text::Tag;
using text::TokenKind;

TimesGrammar::Index TimesGrammar::unitHead(Index i, const Hit& hit) {
    text::WordId entry = token(i).word;
    if (hit.end > i + 1)
        if (const auto match = lexicon_.matchPhrase(reading_, i, text::tagBit(Tag::TimeUnit)))
            entry = match->entry;
    UnitPhrase u;
    u.self = hit.word;
    u.unit = lexicon_.value(entry, Tag::TimeUnit);
    u.head = u.first = i;
    u.end = hit.end;
    if (!isUnit(u))
        return i;
    if (u.self->is(Role::Adjective))
        return adjectiveLength(u);
    // What needs no left side; the two sides; what the unit says between them.
    static constexpr std::array productions{
        &TimesGrammar::fortnight,     &TimesGrammar::unitOfCalendar,  &TimesGrammar::unitAndHalf,
        &TimesGrammar::suffixed,      &TimesGrammar::ordinalUnit,

        &TimesGrammar::readDeixis,    &TimesGrammar::germanUnit,      &TimesGrammar::readCount,
        &TimesGrammar::readSides,

        &TimesGrammar::wholeOfPeriod, &TimesGrammar::habitOfUnit,     &TimesGrammar::perUnit,
        &TimesGrammar::countedUnit,   &TimesGrammar::earlierInPeriod, &TimesGrammar::partOfPeriod,
        &TimesGrammar::partInWord,    &TimesGrammar::vagueUnits,      &TimesGrammar::bareUnit,
        &TimesGrammar::pointedUnit};
    for (const auto production : productions)
        if (const Outcome next = (this->*production)(u))
            return *next;
    return i;
}

/// Not the name of a newspaper (20 Minutes); in German not a small word that only looks like a unit.
bool TimesGrammar::isUnit(const UnitPhrase& u) const {
    const Index i = u.head;
    if (!german() && capital(i) && i > floor_ && !token(i).has(text::AllCaps) &&
        (kind(i - 1, TokenKind::Number) || (i > first_ + 1 && capital(i - 1) && word(i - 1).number > 0)))
        return false; // 20 Minutes, a newspaper
    return !u.unit.empty() && (!german() || named(i) || u.self->is(Role::Adjective) || u.self->is(Role::Minutes) ||
                               u.self->is(Role::ClockUnit));
}

/// Half of a month: "la seconde quinzaine de novembre"; the French word counts anything else.
TimesGrammar::Outcome TimesGrammar::fortnight(UnitPhrase& u) {
    if (u.unit != "fortnight")
        return std::nullopt;
    const Index i = u.head;
    if (!u.self->plural && (word(i - 1).ordinal == 1 || word(i - 1).ordinal == 2) && inside(i - 1) &&
        role(u.end, Role::Of)) { // la seconde quinzaine de novembre
        if (const auto period = periodForward(u.end + 1); period && period->month != 0 && !period->every) {
            Piece piece;
            piece.first = role(i - 2, Role::Article) && inside(i - 2) ? i - 2 : i - 1;
            piece.end = period->end;
            piece.time.year = period->year;
            piece.time.month = period->month;
            piece.mod = word(i - 1).ordinal == 1 ? TimeMod::Start : TimeMod::End;
            piece.rule = "half-month";
            return emit(piece);
        }
        return i;
    }
    if (reading_.language == text::Language::French)
        return i; // "une quinzaine de blessés"
    return std::nullopt;
}

/// Counted within a period or beside a feast: "la primera semana de mayo", "letzter Tag des Monats", "le jour avant
/// Noël".
TimesGrammar::Outcome TimesGrammar::unitOfCalendar(UnitPhrase& u) {
    const bool day = u.unit == "day", week = u.unit == "week" || u.unit == "weekend";
    if (u.self->plural || !(day || week))
        return std::nullopt;
    const Index i = u.head;
    if (week)
        if (const Index next = nthWeekday(i, *u.self, true, u.end); next != i)
            return next;
    if (day)
        if (const Index next = dayOfPeriod(i, true); next != i)
            return next;
    if (hitAt(u.end).word->is(Role::Before | Role::After | Role::Earlier | Role::Later))
        if (const Index next = besideHoliday(i, u.end, u.unit); next != i)
            return next;
    return std::nullopt;
}

/// A Spanish unit and a half: "hora y media", "año y medio".
TimesGrammar::Outcome TimesGrammar::unitAndHalf(UnitPhrase& u) {
    const Index i = u.head;
    if (!u.self->plural && role(u.end, Role::And) && role(u.end + 1, Role::Half) && inside(u.end + 1) &&
        (u.unit == "hour" || u.unit == "day" || u.unit == "week" || u.unit == "month" || u.unit == "year") &&
        reading_.language == text::Language::Spanish && !role(i - 1, Role::One) && !role(i - 1, Role::Ago) &&
        deixisOf(word(i - 1)) == Deixis::None && word(i - 1).number < 0) { // hora y media, año y medio
        if (is(i - 1, "en") && inside(i - 1) && anchor_ && tenseAt(i - 1, u.end + 2) != Tense::Past)
            return moveBy(i - 1, u.end + 2, 1500, u.unit, 1, false, TimeMod::None); // en hora y media
        return emit(i, u.end + 2, TimeType::Duration, TimeMod::None, durationValue(1500, u.unit), std::nullopt,
                    "length");
    }
    if (u.unit == "second" && !u.self->plural && role(i - 1, Role::Every) && word(u.end).weekday != 0)
        return i; // cada segundo martes
    if (u.unit == "night" && u.self->plural && is(i - 1, "las") && is(i - 2, "por") && inside(i - 1) &&
        reading_.language == text::Language::Spanish) // por las noches
        return emit(i - 1, u.end, TimeType::Set, TimeMod::None, "TNI", std::nullopt, "every");
    return std::nullopt;
}

/// What is hyphened to the unit: "ce mois-ci", "cette année-là"; anything else makes another word of it.
TimesGrammar::Outcome TimesGrammar::suffixed(UnitPhrase& u) {
    if (!kind(u.end, TokenKind::Hyphen) || !glued(u.end))
        return std::nullopt;
    if (isAny<"ci", "là">(u.end + 1)) {
        u.there = is(u.end + 1, "là");
        u.end += 2; // ce mois-ci, cette année-là
    } else if (!german() && !u.self->is(Role::DayWord)) {
        return u.head;
    }
    return std::nullopt;
}

/// "zweites Halbjahr 2024", "le 3e trimestre"; a year or month that is named is read by its name: "im Jahr 2015".
TimesGrammar::Outcome TimesGrammar::ordinalUnit(UnitPhrase& u) {
    if (const Index next = ordinalPeriod(u.head, u.end, u.unit); next != u.head)
        return next;
    // l'année 2015, im Jahr 2015, año 2015: the number is read as a year
    if (u.self->is(Role::YearWord) && plainNumber(u.end, 4) >= 1000 && text(u.end).size() == 4)
        return u.head;
    if (u.self->is(Role::MonthWord) && (role(u.end, Role::Of) || german()) &&
        word(role(u.end, Role::Of) ? u.end + 1 : u.end).month != 0)
        return u.head;
    return std::nullopt;
}

/// Takes a modifier that points: "dernière", "nächste", "cada".
void TimesGrammar::takeDeixis(UnitPhrase& u) const {
    const Index p = u.left();
    const Deixis d = deixisOf(word(p));
    if (d == Deixis::None || !inside(p) || role(p, Role::Past)) // "a passé quarante ans"
        return;
    if (u.deixis == Deixis::None || u.deixis == Deixis::This)
        u.deixis = d;
    u.first = p;
}

/// To the left: modifiers, a number, modifiers, a determiner. The modifiers beside the unit: "cette dernière semaine".
TimesGrammar::Outcome TimesGrammar::readDeixis(UnitPhrase& u) {
    takeDeixis(u);
    takeDeixis(u);
    if (u.deixis != Deixis::None && kind(u.left(), TokenKind::Hyphen) && glued(u.first))
        return u.head; // l'avant-dernière semaine
    return std::nullopt;
}

/// What only German says so: "jeden zweiten Tag", "die ganze Woche", "im Jahr darauf".
TimesGrammar::Outcome TimesGrammar::germanUnit(UnitPhrase& u) {
    if (!german() || u.self->plural)
        return std::nullopt;
    const Index p = u.left();
    if (word(p).ordinal > 1 && word(p).ordinal <= 12 && inside(p) && deixisOf(word(p - 1)) == Deixis::Habit &&
        inside(p - 1)) // jeden zweiten Tag
        return emit(p - 1, u.end, TimeType::Set, TimeMod::None,
                    u.unit == "weekend" ? std::string("XXXX-WXX-WE")
                                        : durationValue(std::int64_t{word(p).ordinal} * 1000, u.unit),
                    std::nullopt, "every-nth");
    if (!clockUnit(u.unit) && text(p).starts_with("ganz") && inside(p) && role(p - 1, Role::Article) && inside(p - 1) &&
        u.first == u.head) // die ganze Woche
        return emit(p - 1, u.end, TimeType::Duration, TimeMod::None, durationValue(1000, u.unit), std::nullopt,
                    "whole-unit");
    if (u.deixis == Deixis::None && isAny<"darauf", "danach", "davor", "zuvor">(u.end) &&
        (u.unit == "year" || u.unit == "month" || u.unit == "week") && quantityBefore(u.first) == std::nullopt) {
        Piece piece; // im Jahr darauf, in der Woche davor
        piece.first = role(p, Role::Article) && inside(p) ? p : u.head;
        piece.end = u.end + 1;
        return periodOf(piece, isAny<"darauf", "danach">(u.end) ? Deixis::Following : Deixis::Previous, u.unit, true);
    }
    return std::nullopt;
}

/// The number and the modifiers before it: "ces dernières 48 heures", "in den ersten neun Monaten", "deux ans et demi".
TimesGrammar::Outcome TimesGrammar::readCount(UnitPhrase& u) {
    if (u.deixis == Deixis::This || u.deixis == Deixis::Habit || u.deixis == Deixis::Same)
        return std::nullopt;
    u.count = quantityBefore(u.first);
    if (!u.count)
        return std::nullopt;
    if (u.count->digits && (u.self->is(Role::YearWord) || u.unit == "year") && u.count->thousandths >= 1900000)
        return u.head;
    u.first = u.count->first;
    takeDeixis(u);
    if (u.deixis != Deixis::None && u.deixis != Deixis::This && role(u.left(), Role::This))
        takeDeixis(u); // ces dernières 48 heures
    if (u.deixis == Deixis::None && word(u.left()).ordinal == 1 && u.self->plural && inside(u.left()))
        --u.first; // in den ersten neun Monaten
    if (u.count->thousandths > 0 && role(u.end, Role::And))
        readHalf(u);
    return std::nullopt;
}

/// The half behind it: "deux ans et demi", "dos horas y media", "deux heures et quart", "una hora y un medio".
void TimesGrammar::readHalf(UnitPhrase& u) const {
    const bool half = role(u.end + 1, Role::Half);
    const bool quarter = !half && u.unit == "hour" && role(u.end + 1, Role::Quarter) && !german();
    const bool oneHalf = role(u.end + 1, Role::One) && role(u.end + 2, Role::Half);
    if (!half && !quarter && !oneHalf)
        return;
    u.count->thousandths += quarter ? 250 : 500;
    u.end += half || quarter ? 2 : 3;
    u.half = true;
}

/// The determiner to the left, and to the right what points (dernier, suivant) or shifts (plus tard, atrás).
TimesGrammar::Outcome TimesGrammar::readSides(UnitPhrase& u) {
    const Index p = u.left();
    u.article = role(p, Role::Article) && inside(p);
    u.all = (role(p, Role::All) && inside(p)) ||
            (u.article && role(p - 1, Role::All) && inside(p - 1) && !(isAny<"tout", "todo">(p - 1) && is(p, "la")));
    u.behind = hitAt(u.end);
    if (!german() && (u.deixis == Deixis::None || u.deixis == Deixis::This)) {
        const Deixis d = deixisOf(*u.behind.word);
        if (d != Deixis::None && d != Deixis::This && d != Deixis::Habit && d != Deixis::Same) {
            u.deixis = d;
            u.end = u.behind.end;
        }
    }
    return std::nullopt;
}

/// A period that points, all of it: "toute la semaine prochaine".
TimesGrammar::Outcome TimesGrammar::wholeOfPeriod(UnitPhrase& u) {
    if (!u.all || u.count || german() || !u.article || !isAny<"le", "la", "el">(u.left()) || clockUnit(u.unit) ||
        (u.deixis != Deixis::Last && u.deixis != Deixis::Next))
        return std::nullopt;
    Piece piece;
    piece.first = u.left();
    piece.end = u.end;
    return periodOf(piece, u.deixis, u.unit, false);
}

/// Habits ("jeden Tag", "tous les trois mois", "cada fin de semana") and all of one unit ("todo el día", "toute la
/// journée").
TimesGrammar::Outcome TimesGrammar::habitOfUnit(UnitPhrase& u) {
    const auto& q = u.count;
    const bool habit = u.deixis == Deixis::Habit;
    if (!habit && !(u.all && !(q && q->thousandths < 0)))
        return std::nullopt;
    const Index begin = habit ? u.first : u.allFirst();
    if (u.all && !q && !german() && !u.self->plural) // todo el día, toute la journée
        return emit(begin, u.end, TimeType::Duration, TimeMod::None, durationValue(1000, u.unit), std::nullopt,
                    "whole-unit");
    const std::int64_t n = q && q->thousandths > 0 ? q->thousandths : 1000;
    const bool working = german() && u.unit == "day" && n == 1000 && text(u.head).starts_with("Werktag");
    if (u.unit == "weekend" || working) {
        Piece piece;
        piece.first = begin;
        piece.end = u.end;
        hourOfHabit(piece); // tous les week-ends à 10h
        std::string days = working ? "XXXX-WXX-WD" : "XXXX-WXX-WE";
        if (piece.end > u.end)
            days += timexValue(piece.time);
        return emit(begin, piece.end, TimeType::Set, TimeMod::None, std::move(days), std::nullopt, "every");
    }
    if ((u.unit == "day" || u.unit == "night") && n == 1000)
        if (const Outcome next = dailyHour(u, begin))
            return next;
    return emit(begin, u.end, TimeType::Set, TimeMod::None,
                u.unit == "quarter" && n == 1000 ? "P3M"
                : u.unit == "half" && n == 1000  ? "P6M"
                                                 : durationValue(n, u.unit),
                std::nullopt, "every");
}

/// The hour of a habit: "tous les jours à 8h", "jeden Tag um 20 Uhr", "todas las noches a las diez".
TimesGrammar::Outcome TimesGrammar::dailyHour(const UnitPhrase& u, Index begin) {
    const Index j = role(u.end, Role::At) ? u.end + 1 : u.end;
    const auto clock = clockForward(j);
    if (!clock || j == u.end ||
        !(clock->sure || clock->minute >= 0 || ((german() || role(j, Role::HourArticle)) && hourStands(*clock)) ||
          (words_[token(clock->end - 1).word].is(Role::ClockUnit) && !role(clock->end, Role::Of))))
        return std::nullopt;
    const bool late = u.unit == "night" && !clock->meridiem && clock->hour >= 6 && clock->hour < 12;
    Piece piece;
    piece.first = begin;
    piece.time.hour = clock->hour + (late ? 12 : 0);
    piece.time.minute = clock->minute;
    piece.end = clock->end;
    piece.set = true;
    return emit(piece);
}

/// A rate: "par jour", "pro Woche", "cinco días a la semana", "einmal die Woche", "deux fois l'an".
TimesGrammar::Outcome TimesGrammar::perUnit(UnitPhrase& u) {
    if (u.deixis != Deixis::None)
        return std::nullopt;
    const Index per = u.lead() - 1;
    const bool times = inside(per) && role(per - 1, Role::Times) && inside(per - 1);
    Index begin = per;
    bool counted = times;
    if (inside(per) && !u.count &&
        ((role(per, Role::Per) && (!u.article || times)) ||
         (u.article && is(per, "a") && context(per - 1).unit && reading_.language == text::Language::Spanish) ||
         (times && role(per, Role::To | Role::On)) || // par jour, pro Woche, cinco días a la semana
         (isAny<"al", "am">(per) && !u.self->plural && context(per - 1).unit && context(per - 1).plural &&
          clockUnit(value(per - 1, Tag::TimeUnit))))) // ocho horas al día
        begin = times ? per - 1 : per;
    else if (u.article && role(per, Role::Times) && inside(per) && !u.self->plural) // einmal die Woche, deux fois l'an
        counted = true;
    else
        return std::nullopt;
    Index e = 0;
    if (counted && inside(begin - 1) && (smallNumber(begin - 1, e) > 0 || plainNumber(begin - 1, 3) > 0))
        --begin;
    return emit(begin, u.end, TimeType::Set, TimeMod::None, u.unit == "quarter" ? "P3M" : durationValue(1000, u.unit),
                std::nullopt, "per");
}

/// An edge of a period told by an adverb: "plus tôt dans la journée", "más tarde en el mes".
TimesGrammar::Outcome TimesGrammar::earlierInPeriod(UnitPhrase& u) {
    if (!u.article || u.deixis != Deixis::None || u.self->plural || clockUnit(u.unit))
        return std::nullopt;
    const Index in = u.left() - 1;
    if (!role(in, Role::In))
        return std::nullopt;
    const Index later = before(in, Role::Earlier | Role::Later);
    if (later >= in || !inside(later))
        return std::nullopt;
    const auto match = lexicon_.matchPhrase(reading_, later, text::tagBit(Tag::TimeWord));
    Piece piece;
    piece.first = later;
    piece.end = u.end;
    piece.mod = match && words_[match->entry].is(Role::Later) ? TimeMod::End : TimeMod::Start;
    if (u.unit != "day")
        return periodOf(piece, Deixis::This, u.unit, false);
    if (const TimeMention* day = earlierDay(); day != nullptr || today_)
        piece.time.setDay(day != nullptr ? dayOfSecond(day->resolved->from) : *today_);
    return emit(piece);
}

/// The part of a period: début de l'année, fin du mois, Ende des Jahres, a finales de mes, en fin d'année, le reste de
/// la semaine.
TimesGrammar::Outcome TimesGrammar::partOfPeriod(UnitPhrase& u) {
    if (u.deixis != Deixis::None && u.deixis != Deixis::This && u.deixis != Deixis::Last && u.deixis != Deixis::Next)
        return std::nullopt;
    const Index core = u.lead();
    const Index of = core - 1;
    const Index m = role(of, Role::Of) && inside(of) ? of - 1 : of; // the word for the part
    if (inside(m) && !clockUnit(u.unit) && u.unit != "weekend" && isAny<"reste", "resto", "rest">(m) &&
        (german() ? u.article : m < of && role(m - 1, Role::Article) && inside(m - 1))) {
        Piece piece; // le reste de la semaine
        piece.first = german() ? m : m - 1;
        piece.end = u.end;
        piece.mod = TimeMod::End;
        return periodOf(piece, u.deixis == Deixis::None ? Deixis::This : u.deixis, u.unit, false);
    }
    if (is(m, "fin") && is(of, "de") && of + 1 == u.head && u.unit == "week" && u.deixis == Deixis::None &&
        reading_.language == text::Language::Spanish)
        return u.head; // fin de semana
    if (inside(m) && word(m).mod != TimeMod::None && !clockUnit(u.unit) &&
        (m < of || u.article || u.deixis != Deixis::None || german())) {
        Piece piece;
        piece.first = role(m - 1, Role::Article) && inside(m - 1) && !german() ? m - 1 : m;
        piece.end = u.end;
        piece.mod = word(m).mod;
        return periodOf(piece, u.deixis, u.unit, false);
    }
    return std::nullopt;
}

/// The part of a period in one word: "Jahresende 2024", "Monatsanfang".
TimesGrammar::Outcome TimesGrammar::partInWord(UnitPhrase& u) {
    if (u.self->mod == TimeMod::None)
        return std::nullopt;
    Piece piece;
    piece.first = u.first;
    piece.end = u.end;
    piece.mod = u.self->mod;
    Index after = 0;
    if (const int y = yearBehind(u.end, after); y > 0 && u.unit == "year") {
        piece.time.year = y;
        piece.end = after;
        return emit(piece);
    }
    return periodOf(piece, u.deixis, u.unit, false);
}

/// Bare plurals behind a lead: "depuis des années", "seit Jahren", "hace meses", "Stunden zuvor". Nothing else is said
/// of hours and minutes without a number.
TimesGrammar::Outcome TimesGrammar::vagueUnits(UnitPhrase& u) {
    const Index p = u.left();
    const auto vague = [&] {
        return emit(u.head, u.end, TimeType::Duration, TimeMod::None, durationValue(-1, u.unit), std::nullopt,
                    "vague-length");
    };
    if (german() && u.self->plural && u.deixis == Deixis::None && u.behind.word->is(Role::Earlier | Role::Later) &&
        u.head == first_ && !role(u.behind.end, Role::Of)) // Stunden zuvor
        return vague();
    if (clockUnit(u.unit))
        return u.head;
    if (u.deixis != Deixis::None || !u.self->plural || u.unit == "half" || u.unit == "quarter")
        return std::nullopt;
    const Index lead = u.article || role(p, Role::Of) ? p : u.first;
    const Index hang = before(lead, only(Role::Ago));
    if (hang < lead && inside(hang) && !context(hang - 1).is(Role::Since))
        return moveBy(hang, u.end, -1, u.unit, -1, false, TimeMod::None);
    if (hang < lead)
        return vague();
    if ((context(lead - 1).is(Role::Since | Role::During) && !(u.article && !role(p, Role::Of))) ||
        u.behind.word->is(Role::During))
        return vague();
    return std::nullopt;
}

/// A unit that nothing counts or points to: "le week-end", "am Wochenende", "dans les jours qui ont suivi".
TimesGrammar::Outcome TimesGrammar::bareUnit(UnitPhrase& u) {
    if (u.deixis != Deixis::None)
        return std::nullopt;
    const Index p = u.left();
    if (u.unit == "weekend") {
        if (const Index day = role(u.end, Role::Of) || (german() && isAny<"des", "vom">(u.end)) ? u.end + 1 : u.end;
            day > u.end && kind(day, TokenKind::Number))
            return u.head + 1; // le week-end du 7 septembre: the day speaks for it
        const bool onWeekends = german() && u.self->plural && is(p, "an");
        if (onWeekends || (u.self->plural && u.article)) // an Wochenenden, les week-ends
            return emit(onWeekends ? u.head : p, u.end, TimeType::Set, TimeMod::None, "XXXX-WXX-WE", std::nullopt,
                        "every");
        if (u.article || context(p).is(Role::On | Role::At) || isAny<"del", "al", "du", "zum", "übers">(p)) {
            Piece piece;
            piece.first = u.article ? p : u.head;
            piece.end = u.end;
            return periodOf(piece, u.self->plural ? Deixis::Habit : Deixis::None, u.unit, false);
        }
    }
    // "dans les jours qui ont suivi", "les jours précédant le vote"
    const bool that = is(u.end, "qui");
    if (u.self->plural && u.article && inside(p) &&
        ((that && isAny<"ont", "avaient", "suivent", "suivirent", "suivront", "suivaient">(u.end + 1)) ||
         isAny<"suivant", "précédant">(u.end)) &&
        (that || role(u.end + 1, Role::Article | Role::One)))
        return emit(p, u.end, TimeType::Duration, TimeMod::None, durationValue(-1, u.unit), std::nullopt, "length");
    return u.head;
}

/// More than one: "mois" and "lunes" do not show it, the words around them do.
bool TimesGrammar::severalUnits(const UnitPhrase& u) const {
    if (!u.self->is(Role::Introduced))
        return u.self->plural;
    for (Index k = u.first; k < u.end; ++k)
        if (k != u.head && inside(k) && text(k).ends_with("s"))
            return true;
    return false;
}

/// What points to one period or to several: "la semaine dernière", "das laufende Jahr", "ces dernières années".
TimesGrammar::Outcome TimesGrammar::pointedUnit(UnitPhrase& u) {
    const Index p = u.left();
    if (u.article && (u.deixis != Deixis::This || german())) // das laufende Jahr
        u.first = p;
    if (severalUnits(u)) { // ces dernières années, in den nächsten Wochen
        if (u.deixis == Deixis::Last || u.deixis == Deixis::Previous)
            return emit(u.first, u.end, TimeType::Date, TimeMod::None, "PAST_REF", std::nullopt, "past");
        if (u.deixis == Deixis::Next || u.deixis == Deixis::Following)
            return emit(u.first, u.end, TimeType::Date, TimeMod::None, "FUTURE_REF", std::nullopt, "coming");
        return u.head;
    }
    if (role(p, Role::All) && inside(p))
        return u.head;
    Piece piece;
    piece.first = u.first;
    piece.end = u.end;
    if (role(u.first - 1, Role::Early | Role::Late) && inside(u.first - 1)) {
        piece.first = u.first - 1;
        piece.mod = role(u.first - 1, Role::Early) ? TimeMod::Start : TimeMod::End;
    }
    if (u.deixis == Deixis::Same && is(u.end, "que"))
        return u.head; // "le même jour que son frère"
    if (u.there && u.deixis == Deixis::This)
        u.deixis = Deixis::Same;
    if (u.unit == "day" && u.deixis == Deixis::This && !german() && reading_.language == text::Language::French)
        return u.head; // "ce jour": which one is not said
    const bool mention = u.deixis == Deixis::Same || u.deixis == Deixis::Following || u.deixis == Deixis::Previous ||
                         (u.unit == "day" && u.deixis == Deixis::Next);
    const bool twice = role(u.head - 1, Role::Twice) || (!german() && role(u.end - 1, Role::Twice));
    return periodOf(piece, u.deixis, u.unit, mention, twice ? 2 : 1);
}

} // namespace countercheck::read
