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
    Clock clock = *found;
    // "a la una", "entre la una y las dos": the article of one o'clock is also that of other nouns
    const bool una = (is(i, "una") || (is(i, "1") && clock.minute >= 0)) && is(i - 1, "la") && inside(i - 1);
    Index p = una ? i - 2 : i - 1;
    if (has(p, Tag::Hedge) && !out_.times.empty() && out_.times.back().endToken + 1 == p &&
        out_.times.back().type == TimeType::Time && context(p - 1).is(Role::To | Role::Until))
        --p; // von 8:30 bis etwa 18 Uhr
    const TimeWord& c = context(p);
    const bool between = (c.is(Role::And) || c.is(Role::To) || c.is(Role::Until) || dashAt(p)) && !out_.times.empty() &&
                         out_.times.back().type == TimeType::Time && out_.times.back().endToken == p;
    // "de 9 heures à 17 heures", "entre 8 et 10 heures": what follows shows it
    bool opens = false;
    if (c.is(Role::To) && kind(p - 1, TokenKind::Number) && token(p - 1).has(text::HasComma) && !between)
        return i;                // "de 1,5 à 2 heures"
    std::optional<Piece> shared; // the day that stands behind the range: "de 9h30 à 11h jeudi"
    if (c.is(Role::Of | Role::From) || c.is(Role::Between | Role::Since) || dashAt(clock.end)) {
        Index next = clock.end;
        if (role(next, Role::To | Role::And) || role(next, Role::Until) || dashAt(next)) {
            ++next;
            if (role(next, Role::Article) || has(next, Tag::Hedge))
                ++next;
            if (const auto later = clockForward(role(next, Role::HourArticle) ? next : next)) {
                const bool unit = kind(later->first, TokenKind::Alnum) || later->minute >= 0 || later->sure ||
                                  words_[token(later->end - 1).word].is(Role::ClockWord | Role::ClockUnit);
                const bool articles = reading_.language == text::Language::Spanish &&
                                      (una || role(i, Role::HourArticle)) && role(next - 1, Role::HourArticle) &&
                                      clock.hour <= 24 && hourStands(*later);
                const bool behindDay = offhand_ && plainNumber(i, 2) > 0 && plainNumber(next, 2) > plainNumber(i, 2) &&
                                       !out_.times.empty() && out_.times.back().endToken == p &&
                                       out_.times.back().type == TimeType::Date && out_.times.back().resolved &&
                                       out_.times.back().resolved->grain == Grain::Day && hourStands(*later);
                opens = (unit || articles || behindDay) &&
                        (c.is(Role::Of | Role::From) || c.is(Role::Between | Role::Since) || later->sure ||
                         (una && articles));
                if (opens && later->meridiem && !clock.meridiem && later->hour >= 12 && clock.hour < 12 &&
                    clock.hour + 12 < later->hour)
                    clock.hour += 12;
                if (opens && !kind(later->end, TokenKind::Comma) && !role(later->end, Role::To))
                    if (auto day = dayBehind(later->end, false);
                        day && day->time.grain() == Grain::Day && day->time.month + day->time.weekday != 0) {
                        if (!postDeixis(*day) && !day->time.hasFullDate())
                            resolve(*day, Deixis::None);
                        if (day->time.hasFullDate())
                            shared = day;
                    }
            }
        }
    }
    const bool hasUnit = clock.end > i && words_[token(clock.end - 1).word].is(Role::ClockWord | Role::ClockUnit);
    const bool about = !una && (c.is(Role::Around) || (is(p, "de") && before(i, only(Role::Around)) < i));
    bool led = c.is(Role::At) || about || between || opens ||
               ((c.is(Role::Until | Role::Since) || c.is(Role::Before | Role::After)) &&
                (hasUnit || clock.minute >= 0 || clock.sure));
    const Index since = before(i, Role::Since | Role::Until); // à partir de 17h, a partir de las 17 h
    led = led || (since < i && inside(since) && (hasUnit || clock.minute >= 0 || clock.sure));
    led = led || (is(i, "las") && reading_.language == text::Language::Spanish && is(p, "de") &&
                  isAny<"antes", "después">(p - 1) && hourStands(clock)); // antes de las 9
    led = led || (since < i && inside(since) && reading_.language == text::Language::Spanish &&
                  role(i, Role::HourArticle) && hourStands(clock)); // a partir de las 9
    led = led || (hasUnit && clock.rule == std::string_view("clock-words") && role(clock.end, Role::This) &&
                  hitAt(clock.end + 1).word->part != DayPart::None); // huit heures ce soir
    const bool one =
        una && (c.is(Role::At | Role::Until) || between || opens || (clock.end == end_ && alone(i - 1, clock.end)));
    led = led || (role(i, Role::HourArticle) && reading_.language == text::Language::Spanish && clock.minute < 0 &&
                  role(clock.end, Role::Of) && role(clock.end + 1, Role::This) &&
                  hitAt(clock.end + 2).word->part != DayPart::None); // las 9 de esta mañana
    const bool article = one || (role(i, Role::HourArticle) && reading_.language == text::Language::Spanish);
    led = led || (context(p).is(Role::Of) && inside(p) && clock.hour > 1 &&
                  (hasUnit ? !german() : role(i, Role::HourArticle)) &&
                  isAny<"vous", "réunion", "train", "vol", "séance", "messe", "match", "avion", "cita", "reunión",
                        "clase", "vuelo", "tren", "partido", "misa", "sesión">(p - 1)); // mon rendez-vous de 16 heures
    led = led || one || (article && hasUnit && is(clock.end - 1, "h"));                 // las 15 h
    led = led ||
          (clock.minute >= 0 && clock.rule != std::string_view("clock-words") &&
           (alone(i, clock.end) || (offhand_ && clock.end == end_ && kind(i + 1, TokenKind::Colon)))) ||
          (clock.end == end_ &&
           (una || (kind(i, TokenKind::Alnum) && token(i).has(text::SpaceBefore)) ||
            (i == first_ && kind(i, TokenKind::Alnum)) ||
            (role(i, Role::HourArticle) && reading_.language == text::Language::Spanish)) &&
           alone(una ? i - 1 : i, clock.end));
    if (!led && !(clock.sure && (!article || clock.minute >= 0 || clock.meridiem || hasUnit)))
        return i;
    if (reading_.language == text::Language::French && word(i).number == 1 && !hasUnit && clock.minute < 0)
        return i; // "à 6h et un autre"
    if (!led && !german() && !clock.meridiem && clock.end > i + 1 && before(i, Role::Ago | Role::In) < i &&
        inside(before(i, Role::Ago | Role::In)))
        return i;                                             // dans 2 heures et demie
    if (led && !clock.sure && clock.minute < 0 && !hasUnit) { // "à 7", "um 3"
        const bool said = c.is(Role::Around) && (asked() || context(first_).is(Role::Speaker | Role::Order));
        const bool hour = german() ? (c.is(Role::At) && text(p).size() == 2) || said : article;
        if (!(hour || opens || between) || !(hourStands(clock) || (opens && dashAt(clock.end))) || clock.hour > 24)
            return i;
        if (german() && kind(clock.end, TokenKind::Stop) && inside(clock.end + 1))
            return i; // am 19.
        if (german() && kind(clock.end, TokenKind::Word) &&
            (capital(clock.end) || lexicon_.tags(token(clock.end).word) == 0))
            return i;
    }
    // A length that "sure" cannot tell: "24h", "3h30" without a lead are lengths in French when a hedge or "de" leads.
    if (!led && (hasUnit || clock.minute >= 0) && (c.is(Role::Span | Role::During) || has(p, Tag::Hedge)) &&
        !clock.meridiem && !(german() && clock.rule == std::string_view("clock-words")))
        return i;
    if (!led && (!german() || is(i + 1, "h")) && clock.end > i + 2 &&
        words_[token(clock.end - 1).word].is(Role::Minutes))
        return i; // 2 h 15 min
    if (!led && clock.hour == 1 && clock.minute >= 0 && clock.rule == std::string_view("clock-words") && !article &&
        !clock.meridiem)
        return i; // une heure et demie, una hora y media
    if (!led && clock.minute >= 0 && clock.rule == std::string_view("clock-words") && !article && !clock.meridiem &&
        reading_.language == text::Language::Spanish && role(i + 1, Role::ClockUnit))
        return i; // dos horas y media: hours of the clock have their article
    if (!led && clock.minute >= 0 && clock.hour <= 12 && clock.rule == std::string_view("clock-words") && !article &&
        !clock.meridiem && reading_.language == text::Language::French && kind(p, TokenKind::Word) &&
        !isAny<"est", "était", "sera", "il">(p) && (out_.times.empty() || out_.times.back().endToken != i))
        return i; // "j'ai attendu deux heures et demie"
    if (!led && kind(i, TokenKind::Alnum) &&
        (!clock.meridiem || (glued(i) && (kind(i - 1, TokenKind::Apostrophe) || kind(i - 1, TokenKind::Word)))))
        return i; // un film d'1h30
    if (!led && kind(i, TokenKind::Alnum) &&
        (c.is(Role::Span) || has(p, Tag::Hedge) || c.is(Role::During) || c.is(Role::Ago | Role::In) ||
         (c.is(Role::Of) && reading_.language == text::Language::French &&
          !isAny<"réunion", "vous", "train", "vol", "journal", "séance", "messe", "match", "avion">(
              p - 1)))) // la réunion de 15h
        return i;
    const auto named = [&](Index d) { // "à trois heures de route" is a length
        return dateForward(role(d, Role::Article) ? d + 1 : d).has_value() || hitAt(d).word->reference;
    };
    if (hasUnit && clock.minute < 0 && !clock.meridiem && role(clock.end, Role::Of) && !german() && !opens &&
        !kind(i, TokenKind::Alnum) && !named(clock.end + 1))
        return i;
    if (clock.rule == std::string_view("named-hour") && capital(i) && i > first_ && !german() &&
        (capital(i + 1) || namesStreet(i)))
        return i; // Midi Libre, rue du Midi
    if (between && !clock.meridiem && clock.hour >= 1 && clock.hour <= 6 && context(p - 1).namedHour == 12)
        clock.hour += 12; // entre midi et deux
    Piece piece;
    piece.first = one ? i - 1 : i;
    piece.end = clock.end;
    piece.rule = clock.rule;
    const auto fill = [&] {
        piece.time.hour = clock.hour;
        piece.time.minute = clock.minute;
        piece.time.second = clock.second;
        piece.time.utc = clock.utc;
    };
    fill();
    if (about || c.is(Role::Around))
        piece.mod = TimeMod::Approx;
    // the day behind it: "à 15 heures lundi", "um 15 Uhr am Montag", "a las tres del lunes"
    if (!role(clock.end, Role::To) || role(clock.end, Role::Of)) {
        std::optional<Piece> date = dayBehind(clock.end, opens);
        if (date && date->time.weekday != 0 && date->time.part != DayPart::None && date->time.hour < 0) {
            if (!clock.meridiem && clock.hour < 12 && date->time.part != DayPart::Morning) // um 10 Uhr am Montagabend
                clock.hour += 12;
            clock.meridiem = true;
            date->time.part = DayPart::None;
        }
        if (date && date->time.grain() == Grain::Day && !date->time.hasClock() && !kind(clock.end, TokenKind::Comma)) {
            const bool post = postDeixis(*date);
            if (!post && !date->time.hasFullDate())
                resolve(*date, Deixis::None);
            const Index end = date->end;
            const Hit phrase = hitAt(date->first + 1);
            if (const TimeWord& last =
                    phrase.end == end ? *phrase.word : words_[token(end - 1).word]; // 8 heures ce soir
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
            fill();
            return emit(piece);
        }
    }
    if (between && out_.times.back().resolved && out_.times.back().resolved->grain >= Grain::Hour) {
        const std::int64_t day = dayOfSecond(out_.times.back().resolved->from);
        const std::int64_t hour = (out_.times.back().resolved->from - day * secondsPerDay) / 3600;
        if (!clock.meridiem && hour > 12 && clock.hour >= 1 && clock.hour < 12 && clock.hour + 12 > hour &&
            out_.times.back().derivation.has("half-of-the-part"))
            piece.time.hour += 12; // mañana por la tarde entre las 2 y las 3
        piece.time.setDay(day + (piece.time.hour < hour ? 1 : 0));
        piece.resolution = "day-of-the-range";
        return emit(piece);
    }
    if (shared) {
        const PartialTime hours = piece.time;
        piece.time.setDay(shared->time.dayNumber());
        piece.time.hour = hours.hour;
        piece.time.minute = hours.minute;
        piece.resolution = "day-of-the-range";
        return emit(piece);
    }
    const bool days = out_.times.size() > 1 &&
                      out_.times.back().value.size() == 10 && // du mardi au dimanche de 14 à 18 h
                      out_.times[out_.times.size() - 2].endToken + 1 == out_.times.back().firstToken &&
                      out_.times.back().endToken == out_.times.back().firstToken + 1 &&
                      words_[token(out_.times.back().firstToken).word].weekday != 0 &&
                      words_[token(out_.times[out_.times.size() - 2].firstToken).word].weekday != 0;
    const bool besideDay = opens && !days &&
                           !out_.times.empty() && // lundi entre 19h et 21h; la nuit dernière, de 22h50 à 23h55
                           (out_.times.back().endToken == p ||
                            (out_.times.back().endToken + 1 == p && token(p - 1).is(TokenKind::Comma) &&
                             (out_.times.back().endToken - out_.times.back().firstToken >= 3 ||
                              out_.times.back().firstToken == first_ || // Dimanche, entre 2 h et 5 h
                              (out_.times.back().resolved && out_.times.back().resolved->grain == Grain::PartOfDay))));
    if (!opens && !between && !out_.times.empty() && out_.times.back().sentence == sentence_ &&
        out_.times.back().resolved && out_.times.back().resolved->grain == Grain::PartOfDay &&
        out_.times.back().endToken + 3 >= i &&
        (c.is(Role::Before | Role::After) || since < i || before(i, Role::Before | Role::After | Role::Later) < i) &&
        !ofNoDay(*out_.times.back().resolved) &&
        out_.times.back().type == TimeType::Time) { // demain soir avant huit heures
        const std::int64_t from = out_.times.back().resolved->from;
        const std::int64_t day = dayOfSecond(from);
        if (!clock.meridiem && clock.hour < 12 && from - day * secondsPerDay >= 12 * 3600)
            piece.time.hour += 12;
        const PartialTime hours = piece.time;
        piece.time.setDay(day);
        piece.time.hour = hours.hour;
        piece.time.minute = hours.minute;
        piece.resolution = "day-of-the-sentence";
        return emit(piece);
    }
    if (!opens && !between && c.is(Role::At | Role::Around) && shareDayOfPart(piece))
        return emit(piece);
    if (besideDay && out_.times.back().resolved && out_.times.back().type == TimeType::Time &&
        !ofNoDay(*out_.times.back().resolved) &&
        out_.times.back().resolved->grain == Grain::PartOfDay) { // ce matin entre 7h et 9h
        const std::int64_t from = out_.times.back().resolved->from;
        const std::int64_t day = dayOfSecond(from);
        const bool late = !clock.meridiem && clock.hour < 12 && from - day * secondsPerDay >= 12 * 3600 &&
                          (clock.hour > 5 || from - day * secondsPerDay < 17 * 3600);
        if (late)
            piece.time.hour += 12;
        const PartialTime hours = piece.time;
        const bool small = hours.hour < 6 && out_.times.back().value.ends_with("NI"); // the night goes on
        piece.time.setDay(day + (small ? 1 : 0));
        piece.time.hour = hours.hour;
        piece.time.minute = hours.minute;
        piece.resolution = late ? "half-of-the-part" : "day-of-the-sentence";
        return emit(piece);
    }
    if ((!opens || besideDay) && !between && !out_.times.empty() && out_.times.back().sentence == sentence_ &&
        out_.times.back().resolved && out_.times.back().resolved->grain == Grain::Day &&
        out_.times.back().type == TimeType::Date) {
        piece.time.setDay(dayOfSecond(out_.times.back().resolved->from));
        piece.resolution = "day-of-the-sentence";
    }
    return emit(piece);
}

} // namespace countercheck::read
