// SPDX-License-Identifier: GPL-3.0-or-later
// The clock in the languages of timesgrammar.h: whether an hour (timesgrammarhours.cpp) is one where it stands ("à 15
// h", "gegen halb vier", "entre las tres y las cuatro"), and whose day it has.
#include "core/read/calendar.h"
#include "core/read/times/timesgrammar.h"

namespace countercheck::read {

using text::Tag;
using text::TokenKind;

TimesGrammar::Index TimesGrammar::clockHead(Index i) {
    const auto found = clockForward(i);
    if (!found)
        return i;
    HourPlace h;
    h.clock = *found;
    h.i = i;
    // "a la una", "entre la una y las dos": the article of one o'clock is also that of other nouns
    h.una = (is(i, "una") || (is(i, "1") && h.clock.minute >= 0)) && is(i - 1, "la") && inside(i - 1);
    h.p = h.una ? i - 2 : i - 1;
    if (has(h.p, Tag::Hedge) && !out_.times.empty() && out_.times.back().endToken + 1 == h.p &&
        out_.times.back().type == TimeType::Time && context(h.p - 1).is(Role::To | Role::Until))
        --h.p; // von 8:30 bis etwa 18 Uhr
    const TimeWord& c = context(h.p);
    h.before = &c;
    h.between = (c.is(Role::And) || c.is(Role::To) || c.is(Role::Until) || dashAt(h.p)) && !out_.times.empty() &&
                out_.times.back().type == TimeType::Time && out_.times.back().endToken == h.p;
    if (c.is(Role::To) && kind(h.p - 1, TokenKind::Number) && token(h.p - 1).has(text::HasComma) && !h.between)
        return i; // "de 1,5 à 2 heures"
    openHours(h);
    h.hasUnit = h.clock.end > i && words_[token(h.clock.end - 1).word].is(Role::ClockWord | Role::ClockUnit);
    h.about = !h.una && (c.is(Role::Around) || (is(h.p, "de") && before(i, only(Role::Around)) < i));
    h.since = before(i, Role::Since | Role::Until); // à partir de 17h, a partir de las 17 h
    h.one = h.una && (c.is(Role::At | Role::Until) || h.between || h.opens ||
                      (h.clock.end == end_ && alone(i - 1, h.clock.end)));
    h.article = h.one || (role(i, Role::HourArticle) && reading_.language == text::Language::Spanish);
    h.led = ledHour(h) || standsAlone(h);
    if (!hourHolds(h) || (h.led ? !bareHourHolds(h) : lengthInstead(h)))
        return i;
    if (h.between && !h.clock.meridiem && h.clock.hour >= 1 && h.clock.hour <= 6 && context(h.p - 1).namedHour == 12)
        h.clock.hour += 12; // entre midi et deux
    Piece piece;
    piece.first = h.one ? i - 1 : i;
    piece.end = h.clock.end;
    piece.rule = h.clock.rule;
    fillHour(piece, h.clock);
    if (h.about || c.is(Role::Around))
        piece.mod = TimeMod::Approx;
    if (!dayOfHour(h, piece) && !dayOfRange(h, piece) && !partOfSentence(h, piece))
        dayOfSentence(h, piece);
    return emit(piece);
}

void TimesGrammar::fillHour(Piece& piece, const Clock& clock) {
    piece.time.hour = clock.hour;
    piece.time.minute = clock.minute;
    piece.time.second = clock.second;
    piece.time.utc = clock.utc;
}

/// The first hour of two: "de 9 heures à 17 heures", "entre 8 et 10 heures": what follows shows it, and can tell the
/// half of the day and the day: "de 9h30 à 11h jeudi".
void TimesGrammar::openHours(HourPlace& h) const {
    Clock& clock = h.clock;
    const TimeWord& c = *h.before;
    if (!(c.is(Role::Of | Role::From) || c.is(Role::Between | Role::Since) || dashAt(clock.end)))
        return;
    Index next = clock.end;
    if (!(role(next, Role::To | Role::And) || role(next, Role::Until) || dashAt(next)))
        return;
    ++next;
    if (role(next, Role::Article) || has(next, Tag::Hedge))
        ++next;
    const auto later = clockForward(next);
    if (!later)
        return;
    const bool unit = kind(later->first, TokenKind::Alnum) || later->minute >= 0 || later->sure ||
                      words_[token(later->end - 1).word].is(Role::ClockWord | Role::ClockUnit);
    const bool articles = reading_.language == text::Language::Spanish && (h.una || role(h.i, Role::HourArticle)) &&
                          role(next - 1, Role::HourArticle) && clock.hour <= 24 && hourStands(*later);
    const bool behindDay = offhand_ && plainNumber(h.i, 2) > 0 && plainNumber(next, 2) > plainNumber(h.i, 2) &&
                           !out_.times.empty() && out_.times.back().endToken == h.p &&
                           out_.times.back().type == TimeType::Date && out_.times.back().resolved &&
                           out_.times.back().resolved->grain == Grain::Day && hourStands(*later);
    h.opens = (unit || articles || behindDay) &&
              (c.is(Role::Of | Role::From) || c.is(Role::Between | Role::Since) || later->sure || (h.una && articles));
    if (!h.opens)
        return;
    if (later->meridiem && !clock.meridiem && later->hour >= 12 && clock.hour < 12 && clock.hour + 12 < later->hour)
        clock.hour += 12;
    if (kind(later->end, TokenKind::Comma) || role(later->end, Role::To))
        return;
    auto day = dayBehind(later->end, false);
    if (!day || day->time.grain() != Grain::Day || day->time.month + day->time.weekday == 0)
        return;
    if (!postDeixis(*day) && !day->time.hasFullDate())
        resolve(*day, Deixis::None);
    if (day->time.hasFullDate())
        h.shared = day;
}

/// Something before or behind shows that it is an hour: "à 15 h", "gegen drei", "antes de las 9", "las 9 de esta
/// mañana", "mon rendez-vous de 16 heures".
bool TimesGrammar::ledHour(const HourPlace& h) const {
    const TimeWord& c = *h.before;
    const Clock& clock = h.clock;
    const Index i = h.i, p = h.p;
    const bool spanish = reading_.language == text::Language::Spanish;
    if (c.is(Role::At) || h.about || h.between || h.opens || h.one)
        return true;
    if (h.hasUnit && isAny<"ou", "oder", "o">(p) && !out_.times.empty() && out_.times.back().endToken == p &&
        out_.times.back().type == TimeType::Time)
        return true; // demain midi ou treize heures
    const bool shown = h.hasUnit || clock.minute >= 0 || clock.sure;
    if (shown && (c.is(Role::Until | Role::Since) || c.is(Role::Before | Role::After)))
        return true;
    const bool since = h.since < i && inside(h.since);
    if (since && shown)
        return true;
    if (is(i, "las") && spanish && is(p, "de") && isAny<"antes", "después">(p - 1) && hourStands(clock))
        return true; // antes de las 9
    if (since && spanish && role(i, Role::HourArticle) && hourStands(clock))
        return true; // a partir de las 9
    if (h.hasUnit && clock.rule == std::string_view("clock-words") && role(clock.end, Role::This) &&
        hitAt(clock.end + 1).word->part != DayPart::None)
        return true; // huit heures ce soir
    if (role(i, Role::HourArticle) && spanish && clock.minute < 0 && role(clock.end, Role::Of) &&
        role(clock.end + 1, Role::This) && hitAt(clock.end + 2).word->part != DayPart::None)
        return true; // las 9 de esta mañana
    if (context(p).is(Role::Of) && inside(p) && clock.hour > 1 &&
        (h.hasUnit ? !german() : role(i, Role::HourArticle)) &&
        isAny<"vous", "réunion", "train", "vol", "séance", "messe", "match", "avion", "cita", "reunión", "clase",
              "vuelo", "tren", "partido", "misa", "sesión">(p - 1))
        return true;                                         // mon rendez-vous de 16 heures
    return h.article && h.hasUnit && is(clock.end - 1, "h"); // las 15 h
}

/// Nothing else is said: "15:30", "a la una".
bool TimesGrammar::standsAlone(const HourPlace& h) const {
    const Clock& clock = h.clock;
    const Index i = h.i;
    if (clock.minute >= 0 && clock.rule != std::string_view("clock-words") &&
        (alone(i, clock.end) || (offhand_ && clock.end == end_ && kind(i + 1, TokenKind::Colon))))
        return true;
    return clock.end == end_ &&
           (h.una || (kind(i, TokenKind::Alnum) && token(i).has(text::SpaceBefore)) ||
            (i == first_ && kind(i, TokenKind::Alnum)) ||
            (role(i, Role::HourArticle) && reading_.language == text::Language::Spanish)) &&
           alone(h.una ? i - 1 : i, clock.end);
}

/// Not the number of something else, and no name: "à 6h et un autre", "à trois heures de route", "Midi Libre".
bool TimesGrammar::hourHolds(const HourPlace& h) const {
    const Clock& clock = h.clock;
    const Index i = h.i;
    if (is(h.p, "à") && token(h.p - 1).is(TokenKind::Number) && is(h.p - 2, "les") && context(h.p - 3).is(Role::All))
        return false; // toutes les 6 à 8 heures
    if (!h.led && !(clock.sure && (!h.article || clock.minute >= 0 || clock.meridiem || h.hasUnit)))
        return false;
    if (reading_.language == text::Language::French && word(i).number == 1 && !h.hasUnit && clock.minute < 0)
        return false;                 // "à 6h et un autre"
    const auto named = [&](Index d) { // "à trois heures de route" is a length
        return dateForward(role(d, Role::Article) ? d + 1 : d).has_value() || hitAt(d).word->reference;
    };
    if (h.hasUnit && clock.minute < 0 && !clock.meridiem && role(clock.end, Role::Of) && !german() && !h.opens &&
        !kind(i, TokenKind::Alnum) && !named(clock.end + 1))
        return false;
    return !(clock.rule == std::string_view("named-hour") && capital(i) && i > first_ && !german() &&
             (capital(i + 1) || namesStreet(i))); // Midi Libre, rue du Midi
}

/// A number that only what leads it shows to be an hour: "à 7", "um 3", not "am 19." nor "um 3 Punkte".
bool TimesGrammar::bareHourHolds(const HourPlace& h) const {
    const Clock& clock = h.clock;
    if (clock.sure || clock.minute >= 0 || h.hasUnit)
        return true;
    const TimeWord& c = *h.before;
    const bool said = c.is(Role::Around) && (asked() || context(first_).is(Role::Speaker | Role::Order));
    const bool hour = german() ? (c.is(Role::At) && text(h.p).size() == 2) || said : h.article;
    if (!(hour || h.opens || h.between) || !(hourStands(clock) || (h.opens && dashAt(clock.end))) || clock.hour > 24)
        return false;
    if (!german())
        return true;
    if (kind(clock.end, TokenKind::Stop) && inside(clock.end + 1))
        return false; // am 19.
    return !(kind(clock.end, TokenKind::Word) && (capital(clock.end) || lexicon_.tags(token(clock.end).word) == 0));
}

/// What nothing leads can be a length: "dans 2 heures et demie", "2 h 15 min", "dos horas y media", "un film d'1h30".
bool TimesGrammar::lengthInstead(const HourPlace& h) const {
    const TimeWord& c = *h.before;
    const Clock& clock = h.clock;
    const Index i = h.i, p = h.p;
    const bool words = clock.rule == std::string_view("clock-words");
    const bool french = reading_.language == text::Language::French;
    if (!german() && !clock.meridiem && clock.end > i + 1 && before(i, Role::Ago | Role::In) < i &&
        inside(before(i, Role::Ago | Role::In)))
        return true; // dans 2 heures et demie
    // A length that "sure" cannot tell: "24h", "3h30" without a lead are lengths in French when a hedge or "de" leads.
    if ((h.hasUnit || clock.minute >= 0) && (c.is(Role::Span | Role::During) || has(p, Tag::Hedge)) &&
        !clock.meridiem && !(german() && words))
        return true;
    if ((!german() || is(i + 1, "h")) && clock.end > i + 2 && words_[token(clock.end - 1).word].is(Role::Minutes))
        return true; // 2 h 15 min
    if (clock.minute >= 0 && words && !h.article && !clock.meridiem) {
        if (clock.hour == 1)
            return true; // une heure et demie, una hora y media
        if (reading_.language == text::Language::Spanish && role(i + 1, Role::ClockUnit))
            return true; // dos horas y media: hours of the clock have their article
        if (clock.hour <= 12 && french && kind(p, TokenKind::Word) && !isAny<"est", "était", "sera", "il">(p) &&
            (out_.times.empty() || out_.times.back().endToken != i))
            return true; // "j'ai attendu deux heures et demie"
    }
    if (!kind(i, TokenKind::Alnum))
        return false;
    if (!clock.meridiem || (glued(i) && (kind(i - 1, TokenKind::Apostrophe) || kind(i - 1, TokenKind::Word))))
        return true; // un film d'1h30
    return c.is(Role::Span) || has(p, Tag::Hedge) || c.is(Role::During) || c.is(Role::Ago | Role::In) ||
           (c.is(Role::Of) && french &&
            !isAny<"réunion", "vous", "train", "vol", "journal", "séance", "messe", "match", "avion">(
                p - 1)); // la réunion de 15h
}

/// The day behind it: "à 15 heures lundi", "um 15 Uhr am Montag", "a las tres del lunes".
bool TimesGrammar::dayOfHour(HourPlace& h, Piece& piece) const {
    Clock& clock = h.clock;
    if (role(clock.end, Role::To) && !role(clock.end, Role::Of))
        return false;
    std::optional<Piece> date = dayBehind(clock.end, h.opens);
    if (!date)
        return false;
    if (date->time.weekday != 0 && date->time.part != DayPart::None && date->time.hour < 0) {
        if (!clock.meridiem && clock.hour < 12 && date->time.part != DayPart::Morning) // um 10 Uhr am Montagabend
            clock.hour += 12;
        clock.meridiem = true;
        date->time.part = DayPart::None;
    }
    if (date->time.grain() != Grain::Day || date->time.hasClock() || kind(clock.end, TokenKind::Comma))
        return false;
    const bool post = postDeixis(*date);
    if (!post && !date->time.hasFullDate())
        resolve(*date, Deixis::None);
    const Index end = date->end;
    const Hit phrase = hitAt(date->first + 1);
    if (const TimeWord& last = phrase.end == end ? *phrase.word : words_[token(end - 1).word]; // 8 heures ce soir
        !clock.meridiem && clock.hour < 12 &&
        (last.part == DayPart::Evening || last.part == DayPart::Afternoon || last.part == DayPart::Night))
        clock.hour += 12;
    piece.time = date->time;
    piece.end = end;
    piece.yearGiven = date->yearGiven;
    if (const Hit part = hitAt(end); part.word->part != DayPart::None && part.word->namedHour < 0) {
        if (!clock.meridiem && part.word->part != DayPart::Morning && clock.hour < 12)
            clock.hour += 12;
        piece.end = part.end;
    }
    fillHour(piece, clock);
    return true;
}

/// The day of the other hour of a range: "mañana por la tarde entre las 2 y las 3", "de 9h30 à 11h jeudi".
bool TimesGrammar::dayOfRange(const HourPlace& h, Piece& piece) const {
    const Clock& clock = h.clock;
    if (h.between && out_.times.back().resolved && out_.times.back().resolved->grain >= Grain::Hour) {
        const TimeMention& opener = out_.times.back();
        const std::int64_t day = dayOfSecond(opener.resolved->from);
        const std::int64_t hour = (opener.resolved->from - day * secondsPerDay) / 3600;
        if (!clock.meridiem && hour > 12 && clock.hour >= 1 && clock.hour < 12 && clock.hour + 12 > hour &&
            opener.derivation.has("half-of-the-part"))
            piece.time.hour += 12; // mañana por la tarde entre las 2 y las 3
        piece.time.setDay(day + (piece.time.hour < hour ? 1 : 0));
    } else if (h.shared) {
        setDayOfHour(piece, h.shared->time.dayNumber());
    } else {
        return false;
    }
    piece.resolution = "day-of-the-range";
    return true;
}

/// The same hour and minute of that day.
void TimesGrammar::setDayOfHour(Piece& piece, std::int64_t day) {
    const PartialTime hours = piece.time;
    piece.time.setDay(day);
    piece.time.hour = hours.hour;
    piece.time.minute = hours.minute;
}

/// The hours stand just behind a time: lundi entre 19h et 21h; la nuit dernière, de 22h50 à 23h55; Dimanche, entre 2 h
/// et 5 h. Not behind a range of days: du mardi au dimanche de 14 à 18 h.
bool TimesGrammar::hoursBesideDay(const HourPlace& h) const {
    if (!h.opens || out_.times.empty())
        return false;
    const TimeMention& last = out_.times.back();
    if (out_.times.size() > 1) {
        const TimeMention& other = out_.times[out_.times.size() - 2];
        if (last.value.size() == 10 && other.endToken + 1 == last.firstToken && last.endToken == last.firstToken + 1 &&
            words_[token(last.firstToken).word].weekday != 0 && words_[token(other.firstToken).word].weekday != 0)
            return false; // du mardi au dimanche de 14 à 18 h
    }
    return last.endToken == h.p || (last.endToken + 1 == h.p && token(h.p - 1).is(TokenKind::Comma) &&
                                    (last.endToken - last.firstToken >= 3 || last.firstToken == first_ ||
                                     (last.resolved && last.resolved->grain == Grain::PartOfDay)));
}

/// The part of a day that the sentence has named: "demain soir avant huit heures", "ce matin entre 7h et 9h".
bool TimesGrammar::partOfSentence(const HourPlace& h, Piece& piece) const {
    if (out_.times.empty())
        return false;
    const TimeWord& c = *h.before;
    const TimeMention& last = out_.times.back();
    const bool ofPart = last.resolved && last.resolved->grain == Grain::PartOfDay && last.type == TimeType::Time &&
                        !ofNoDay(*last.resolved);
    const bool early = !h.clock.meridiem && h.clock.hour < 12;
    const bool single = !h.opens && !h.between;
    if (single && ofPart && last.sentence == sentence_ && last.endToken + 3 >= h.i &&
        (c.is(Role::Before | Role::After) || h.since < h.i ||
         before(h.i, Role::Before | Role::After | Role::Later) < h.i)) { // demain soir avant huit heures
        const std::int64_t from = last.resolved->from;
        const std::int64_t day = dayOfSecond(from);
        if (early && from - day * secondsPerDay >= 12 * 3600)
            piece.time.hour += 12;
        setDayOfHour(piece, day);
        piece.resolution = "day-of-the-sentence";
        return true;
    }
    if (single && c.is(Role::At | Role::Around) && shareDayOfPart(piece))
        return true;
    if (!ofPart || !hoursBesideDay(h))
        return false;
    const std::int64_t from = last.resolved->from; // ce matin entre 7h et 9h
    const std::int64_t day = dayOfSecond(from);
    const bool late = early && from - day * secondsPerDay >= 12 * 3600 &&
                      (h.clock.hour > 5 || from - day * secondsPerDay < 17 * 3600);
    if (late)
        piece.time.hour += 12;
    const bool small = piece.time.hour < 6 && last.value.ends_with("NI"); // the night goes on
    setDayOfHour(piece, day + (small ? 1 : 0));
    piece.resolution = late ? "half-of-the-part" : "day-of-the-sentence";
    return true;
}

/// The day that the sentence has named: "Lundi, il est arrivé à 15 h".
void TimesGrammar::dayOfSentence(const HourPlace& h, Piece& piece) const {
    if (h.between || out_.times.empty())
        return;
    const TimeMention& last = out_.times.back();
    const Index link = context(h.p).is(Role::At | Role::Around) ? h.p - 1 : h.i - 1;
    if (isAny<"ou", "oder", "o">(link) && last.endToken == link && last.type == TimeType::Time && last.resolved &&
        last.resolved->grain >= Grain::Hour && !ofNoDay(*last.resolved)) { // mardi à 16h ou 17h
        piece.time.setDay(dayOfSecond(last.resolved->from));
        piece.resolution = "day-of-the-alternative";
        return;
    }
    if (last.sentence != sentence_ || !last.resolved || last.resolved->grain != Grain::Day ||
        last.type != TimeType::Date || (h.opens && !hoursBesideDay(h)))
        return;
    piece.time.setDay(dayOfSecond(last.resolved->from));
    piece.resolution = "day-of-the-sentence";
}

} // namespace countercheck::read
