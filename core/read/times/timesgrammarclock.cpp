// SPDX-License-Identifier: GPL-3.0-or-later
// The clock and the parts of the day in the languages of timesgrammar.h: "15 h 30", "15.30 Uhr", "halb vier", "las tres
// y media de la tarde", "la nuit de samedi à dimanche".
#include "core/read/calendar.h"
#include "core/read/times/timesgrammar.h"

#include <charconv>

namespace countercheck::read {

using text::Tag;
using text::TokenKind;

namespace {

/// "15h30", "15h", "8hs", "15H30", "5pm": hours, minutes (-1: none) and whether it is one at all.
bool gluedClock(std::string_view t, int& hour, int& minute, bool& twelve) {
    const char* last = t.data() + t.size();
    const char* at = std::from_chars(t.data(), last, hour).ptr;
    if (at == t.data() || at - t.data() > 2 || hour > 24 || at == last)
        return false;
    const std::string_view rest(at, static_cast<std::size_t>(last - at));
    twelve = rest == "pm" || rest == "PM" || rest == "am" || rest == "AM";
    if (twelve) {
        if (hour < 1 || hour > 12)
            return false;
        hour = hour % 12 + (rest[0] == 'p' || rest[0] == 'P' ? 12 : 0);
        return true;
    }
    if (rest == "h" || rest == "H" || rest == "hs" || rest == "hrs" || rest == "Uhr")
        return true;
    if ((*at == 'h' || *at == 'H') && rest.size() >= 3) {
        const char* end = std::from_chars(at + 1, last, minute).ptr;
        return end - at == 3 && minute < 60 &&
               (end == last || std::string_view(end, static_cast<std::size_t>(last - end)) == "min" || *end == 'm');
    }
    return false;
}

} // namespace

std::optional<TimesGrammar::Clock> TimesGrammar::clockForward(Index i) const {
    if (!inside(i))
        return std::nullopt;
    Clock clock;
    clock.first = i;
    clock.end = i + 1;
    Index j = i;
    bool article = false;
    if (role(j, Role::HourArticle) && reading_.language == text::Language::Spanish) { // las tres
        article = true;
        ++j;
        clock.end = j + 1;
    }
    const auto minutes = [&](Index at, Index& end) {
        int n = plainNumber(at, 2);
        end = at + 1;
        if (n < 0)
            n = smallNumber(at, end);
        return n;
    };
    const auto finish = [&] {
        clock.hour %= 24;
        if (clock.hour == 12 && clock.minute < 0 && is(clock.end, "del") && word(clock.end + 1).namedHour == 12) {
            clock.end += 2; // las 12 del mediodía
            clock.sure = clock.meridiem = true;
            return clock;
        }
        const Index sharp = is(clock.end, "pile") || is(clock.end, "genau")     ? clock.end + 1
                            : is(clock.end, "en") && is(clock.end + 1, "punto") ? clock.end + 2
                                                                                : clock.end;
        if (sharp > clock.end && partBehind(sharp, clock.hour, clock.end)) // a las tres en punto de la tarde
            clock.sure = clock.meridiem = true;
        if (partBehind(clock.end, clock.hour, clock.end))
            clock.sure = clock.meridiem = true;
        else if (inside(clock.end) && meridiemAt(clock.end, clock.hour, clock.end))
            clock.sure = clock.meridiem = true;
        else if (isAny<"a", "p">(clock.end) && kind(clock.end + 1, TokenKind::Stop) && glued(clock.end + 1) &&
                 is(clock.end + 2, "m") && clock.hour <= 12 && !german()) { // 9 a. m.
            clock.hour = clock.hour % 12 + (is(clock.end, "p") ? 12 : 0);
            clock.end += kind(clock.end + 3, TokenKind::Stop) && glued(clock.end + 3) ? 4 : 3;
            clock.sure = clock.meridiem = true;
        }
        bool utc = clock.utc;
        const Index zone = kind(clock.end, TokenKind::Comma) && is(clock.end + 1, "heure") ? clock.end + 1 : clock.end;
        if (zoneAt(zone, utc, clock.end)) {
            clock.sure = true;
            clock.utc = utc;
        }
        return clock;
    };
    if (const TimeWord& w = word(j); w.namedHour >= 0) { // midi, Mitternacht
        clock.hour = w.namedHour;
        clock.sure = clock.meridiem = true;
        clock.rule = "named-hour";
        if (role(clock.end, Role::And) && role(clock.end + 1, Role::Half)) {
            clock.minute = 30;
            clock.end += 2;
        } else if (!german() && role(clock.end, Role::And | Role::Minus)) { // midi et quart, midi moins le quart
            const Index at = role(clock.end + 1, Role::Article) ? clock.end + 2 : clock.end + 1;
            if (role(at, Role::Quarter) && inside(at)) {
                const bool minus = role(clock.end, Role::Minus);
                clock.hour = minus ? (clock.hour + 23) % 24 : clock.hour;
                clock.minute = minus ? 45 : 15;
                clock.end = at + 1;
            } else if (Index after = 0; role(clock.end, Role::Minus)) { // minuit moins dix
                if (const int m = minutes(clock.end + 1, after);
                    m > 0 && m < 60 && m % 5 == 0 && !word(after).unit && !kind(after, TokenKind::Percent)) {
                    clock.hour = (clock.hour + 23) % 24;
                    clock.minute = 60 - m;
                    clock.end = after;
                }
            }
        } else if (Index after = 0; reading_.language == text::Language::French &&
                                    (context(i - 1).is(Role::At) || (offhand_ && i == first_))) {
            if (const int m = smallNumber(clock.end, after); // midi dix
                m >= 5 && m < 60 && m % 5 == 0 && !(kind(after, TokenKind::Word) && !role(after, Role::And))) {
                clock.minute = m;
                clock.end = after;
            }
        }
        return clock;
    }
    // halb vier, Viertel vor vier, zehn nach acht, kurz nach 8 is left to the hour
    if (german() &&
        (kind(j, TokenKind::Word) || (plainNumber(j, 2) > 0 && context(j - 1).is(Role::At | Role::Around)))) {
        const TimeWord& w = word(j);
        Index end = 0;
        if (w.is(Role::Half) && w.number <= 0) {
            const int h = minutes(j + 1, end);
            if (h >= 1 && h <= 12 && !kind(end, TokenKind::Percent) && !word(end).unit) {
                clock.hour = h == 1 ? 12 : h - 1;
                clock.minute = 30;
                clock.end = end;
                clock.rule = "clock-words";
                clock.sure = true;
                if (role(clock.end, Role::ClockWord))
                    ++clock.end;
                return finish();
            }
            return std::nullopt;
        }
        Index link = 0;
        const int m = w.is(Role::Quarter) ? (link = j + 1, 15) : minutes(j, link);
        if (w.is(Role::ThreeQuarters)) {
            const int h = minutes(j + 1, end);
            if (h >= 1 && h <= 12) {
                clock.hour = h == 1 ? 12 : h - 1;
                clock.minute = 45;
                clock.end = end;
                clock.rule = "clock-words";
                clock.sure = true;
                return finish();
            }
            return std::nullopt;
        }
        if (w.is(Role::Quarter) && (context(j - 1).is(Role::At | Role::Around) || context(j - 1).is(Role::Until) ||
                                    (offhand_ && j == first_ && j + 2 == end_))) {
            const int h = minutes(link, end); // viertel acht
            if (h >= 1 && h <= 12 && !word(end).unit && !(kind(end, TokenKind::Word) && capital(end))) {
                clock.hour = h == 1 ? 12 : h - 1;
                clock.minute = 15;
                clock.end = end;
                clock.rule = "clock-words";
                clock.sure = true;
                return finish();
            }
        }
        if (role(link, Role::Minutes))
            ++link;
        if (m > 0 && m <= 15 && role(link, Role::Plus | Role::Minus) && role(link + 1, Role::Half) &&
            word(link + 1).number <= 0) { // fünf vor halb neun
            const int h = minutes(link + 2, end);
            if (h >= 1 && h <= 12 && !word(end).unit) {
                clock.hour = h == 1 ? 12 : h - 1;
                clock.minute = role(link, Role::Minus) ? 30 - m : 30 + m;
                clock.end = end;
                clock.rule = "clock-words";
                clock.sure = true;
                return finish();
            }
        }
        if (m > 0 && m < 60 && role(link, Role::Plus | Role::Minus)) {
            int h = minutes(link + 1, end);
            const bool named = word(link + 1).namedHour >= 0; // zehn vor Mitternacht
            if (named) {
                h = word(link + 1).namedHour == 0 ? 24 : word(link + 1).namedHour;
                end = link + 2;
            }
            const bool quarter = w.is(Role::Quarter) || (named && m % 5 == 0);
            if (h >= 1 && h <= 24 &&
                (quarter || context(j - 1).is(Role::At | Role::Around) || is(j - 1, "auf") ||
                 (offhand_ && j == first_ && end == end_ && m % 5 == 0) || role(end, Role::ClockWord))) {
                const bool minus = role(link, Role::Minus);
                clock.hour = minus ? (h == 1 ? 12 : h - 1) : h % 24;
                clock.minute = minus ? 60 - m : m;
                clock.meridiem = named;
                clock.end = role(end, Role::ClockWord) ? end + 1 : end;
                clock.rule = "clock-words";
                clock.sure = true;
                return finish();
            }
        }
    }
    // et demie, moins le quart, y media, menos cuarto, y diez
    bool bare = false; // "ocho y diez de la noche"
    const auto fraction = [&] {
        const bool minus = role(clock.end, Role::Minus);
        Index at = clock.end + 1;
        if (role(at, Role::Article) && (minus || !role(at, Role::HourArticle))) // not "las 8 y las 10"
            ++at;
        Index after = at + 1;
        const int m = role(at, Role::Half) && !minus ? 30 : role(at, Role::Quarter) ? 15 : minutes(at, after);
        const bool named = role(at, Role::Half | Role::Quarter);
        int half = clock.hour;
        Index part = 0;
        if (m > 0 && m < 60 && (bare ? partBehind(after, half, part) : named || minus || article || is(j - 1, "la")) &&
            !word(after).unit && clock.hour <= 12) {
            clock.minute = minus ? 60 - m : m;
            if (minus)
                clock.hour = clock.hour == 1 ? 12 : clock.hour - 1;
            clock.end = after;
            clock.sure = true;
        }
    };
    if (reading_.language == text::Language::Spanish && !article) { // un cuarto para las nueve
        Index link = 0;
        const Index m = role(j, Role::One) || word(j).number == 1 ? j + 1 : j;
        const int n = role(m, Role::Quarter) ? (link = m + 1, 15) : minutes(j, link);
        Index end = 0;
        if (n > 0 && n < 30 && is(link, "para") && (role(link + 1, Role::HourArticle) || is(link + 1, "la")))
            if (const int h = minutes(link + 2, end); h >= 1 && h <= 12) {
                clock.hour = h == 1 ? 12 : h - 1;
                clock.minute = 60 - n;
                clock.end = end;
                clock.rule = "clock-words";
                clock.sure = true;
                return finish();
            }
    }
    if (kind(j, TokenKind::Alnum)) {
        bool twelve = false;
        if (!gluedClock(text(j), clock.hour, clock.minute, twelve))
            return std::nullopt;
        clock.end = j + 1;
        clock.sure = true;
        clock.meridiem = twelve || clock.hour > 12 || clock.minute >= 0;
        if (clock.minute < 0 && plainNumber(j + 1, 2) >= 0 && text(j + 1).size() == 2 && plainNumber(j + 1, 2) < 60) {
            clock.minute = plainNumber(j + 1, 2); // 15h 30
            ++clock.end;
        }
        if (clock.minute < 0 && !twelve && clock.hour <= 12 && role(clock.end, Role::And | Role::Minus))
            fraction(); // 7h moins 20
        return finish();
    }
    Index end = j + 1;
    if (kind(j, TokenKind::Number)) {
        const std::string_view run = text(j);
        if (token(j).has(text::HasComma) || (j > first_ && token(j - 1).is(TokenKind::Currency)))
            return std::nullopt;
        if (token(j).has(text::HasPoint)) { // 15.30 Uhr, 15.30 horas
            const char* last = run.data() + run.size();
            const char* at = std::from_chars(run.data(), last, clock.hour).ptr;
            if (last - at != 3 || *at != '.' || std::from_chars(at + 1, last, clock.minute).ptr != last ||
                clock.hour > 24 || clock.minute > 59)
                return std::nullopt;
            const bool opens = role(end, Role::To) && context(j - 1).is(Role::From) && // von 8.30 bis 17 Uhr
                               kind(end + 1, TokenKind::Number) &&
                               (german() ? role(end + 2, Role::ClockWord)
                                         : role(end + 2, Role::ClockUnit) && token(end + 1).has(text::HasPoint));
            if (!role(end, Role::ClockWord | Role::ClockUnit) && !article && !opens)
                return std::nullopt;
            if (role(end, Role::ClockWord | Role::ClockUnit))
                ++end;
            clock.end = end;
            clock.sure = true;
            return finish();
        }
        clock.hour = plainNumber(j, 2);
        if (clock.hour < 0 || clock.hour > 24)
            return std::nullopt;
        if (kind(end, TokenKind::Colon) && glued(end) && kind(end + 1, TokenKind::Alnum)) // 8:30pm
            if (const auto twelve = clockAt(j); twelve && twelve->meridiem)
                return twelve;
        if (kind(end, TokenKind::Colon) && glued(end) && glued(end + 1) && kind(end + 1, TokenKind::Number)) {
            clock.minute = text(end + 1).size() == 2 ? plainNumber(end + 1, 2) : -1;
            if (clock.minute < 0 || clock.minute > 59)
                return std::nullopt;
            end += 2;
            if (kind(end, TokenKind::Colon) && glued(end) && glued(end + 1)) {
                clock.second = plainNumber(end + 1, 2);
                if (clock.second < 0 || clock.second > 59)
                    return std::nullopt;
                end += 2;
            }
            if ((kind(end, TokenKind::Colon) || kind(end, TokenKind::Slash)) && glued(end))
                return std::nullopt;
            if (role(end, Role::ClockWord | Role::ClockUnit) && !(is(end, "hora") && !role(end, Role::ClockWord))) {
                ++end;
                clock.sure = true;
            }
            clock.end = end;
            return finish();
        }
    } else {
        clock.hour = smallNumber(j, end);
        if (clock.hour < 1 || clock.hour > 24)
            return std::nullopt;
        clock.rule = "clock-words";
    }
    clock.end = end;
    const bool unit = role(end, Role::ClockUnit);
    if (role(end, Role::ClockWord) || unit) { // Uhr; heures, h, horas: lengths as well
        clock.end = ++end;
        clock.sure = !unit;
        Index after = 0;
        if (const int m = minutes(end, after); m >= 0 && m < 60 && !(word(after).unit && !role(after, Role::Minutes)) &&
                                               !kind(after, TokenKind::Percent) &&
                                               !(kind(end, TokenKind::Word) && m < 2) && word(after).month == 0) {
            const bool tail =
                kind(after, TokenKind::Word) && !role(after, Role::Minutes) && lexicon_.tags(token(after).word) == 0;
            if (!tail || plainNumber(end, 2) >= 10) {
                clock.minute = m;
                clock.end = role(after, Role::Minutes) ? after + 1 : after;
                clock.sure = true;
            }
        }
    }
    bare = !unit && !article && !(is(j, "una") && is(j - 1, "la"));
    if (clock.minute < 0 && !german() && role(clock.end, Role::And | Role::Minus) &&
        (!bare || (offhand_ && j == first_ && reading_.language == text::Language::Spanish)))
        fraction();
    if (article)
        clock.sure = clock.sure || clock.minute >= 0;
    if (clock.rule == std::string_view("clock-words") && !article && !unit && !clock.sure)
        clock.sure = false;
    return finish();
}

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
