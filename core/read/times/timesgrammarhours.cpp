// SPDX-License-Identifier: GPL-3.0-or-later
// An hour as it is written in the languages of timesgrammar.h: "15 h 30", "15.30 Uhr", "halb vier", "las tres y media
// de la tarde". Whether it is one where it stands: timesgrammarclock.cpp.
#include "core/read/times/timesgrammar.h"

#include <charconv>

namespace countercheck::read {

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

/// The hour that is not over yet: "halb vier" is half past three.
int hourBefore(int hour) {
    return hour == 1 ? 12 : hour - 1;
}

} // namespace

std::optional<TimesGrammar::Clock> TimesGrammar::clockForward(Index i) const {
    if (!inside(i))
        return std::nullopt;
    Clock clock;
    clock.first = i;
    clock.end = i + 1;
    Index j = i;
    if (role(j, Role::HourArticle) && reading_.language == text::Language::Spanish) { // las tres
        ++j;
        clock.end = j + 1;
    }
    if (word(j).namedHour >= 0)
        return namedHour(clock, j);
    if (german() &&
        (kind(j, TokenKind::Word) || (plainNumber(j, 2) > 0 && context(j - 1).is(Role::At | Role::Around)))) {
        const TimeWord& w = word(j);
        if (w.is(Role::Half) && w.number <= 0)
            return halfTo(clock, j);
        if (w.is(Role::ThreeQuarters))
            return threeQuartersTo(clock, j);
        if (const auto quarter = quarterTo(clock, j))
            return quarter;
        if (const auto shifted = besideHour(clock, j))
            return shifted;
    }
    if (reading_.language == text::Language::Spanish)
        if (const auto until = minutesPara(clock, j))
            return until;
    if (kind(j, TokenKind::Alnum))
        return gluedHour(clock, j);
    Index end = j + 1;
    if (kind(j, TokenKind::Number)) {
        if (token(j).has(text::HasComma) || (j > first_ && token(j - 1).is(TokenKind::Currency)))
            return std::nullopt;
        if (token(j).has(text::HasPoint))
            return pointedHour(clock, j);
        clock.hour = plainNumber(j, 2);
        if (clock.hour < 0 || clock.hour > 24)
            return std::nullopt;
        if (kind(end, TokenKind::Colon) && glued(end)) {
            if (kind(end + 1, TokenKind::Alnum)) // 8:30pm
                if (const auto twelve = clockAt(j); twelve && twelve->meridiem)
                    return twelve;
            if (glued(end + 1) && kind(end + 1, TokenKind::Number))
                return colonHour(clock, end);
        }
    } else {
        clock.hour = smallNumber(j, end);
        if (clock.hour < 1 || clock.hour > 24)
            return std::nullopt;
        clock.rule = "clock-words";
    }
    return hourAndUnit(clock, j, end);
}

/// One or two digits, or a number in words: "30", "vingt", "fünfundzwanzig"; -1: none.
int TimesGrammar::countAt(Index i, Index& end) const {
    int n = plainNumber(i, 2);
    end = i + 1;
    if (n < 0)
        n = smallNumber(i, end);
    return n;
}

/// What stands behind any hour: "en punto", "du soir", "p. m.", "heure de Paris".
TimesGrammar::Clock& TimesGrammar::finishClock(Clock& clock) const {
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
}

/// An hour with a name: "midi", "Mitternacht", "midi et quart", "minuit moins dix".
TimesGrammar::Clock TimesGrammar::namedHour(Clock& clock, Index j) const {
    clock.hour = word(j).namedHour;
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
            if (const int m = countAt(clock.end + 1, after);
                m > 0 && m < 60 && m % 5 == 0 && !word(after).unit && !kind(after, TokenKind::Percent)) {
                clock.hour = (clock.hour + 23) % 24;
                clock.minute = 60 - m;
                clock.end = after;
            }
        }
    } else if (Index after = 0; reading_.language == text::Language::French &&
                                (context(clock.first - 1).is(Role::At) || (offhand_ && clock.first == first_))) {
        if (const int m = smallNumber(clock.end, after); // midi dix
            m >= 5 && m < 60 && m % 5 == 0 && !(kind(after, TokenKind::Word) && !role(after, Role::And))) {
            clock.minute = m;
            clock.end = after;
        }
    }
    return clock;
}

/// An hour and minutes that words tell.
TimesGrammar::Clock TimesGrammar::toldClock(Clock& clock, int hour, int minute, Index end) const {
    clock.hour = hour;
    clock.minute = minute;
    clock.end = end;
    clock.rule = "clock-words";
    clock.sure = true;
    return finishClock(clock);
}

/// "halb vier", "halb vier Uhr"; "halb" begins nothing else.
std::optional<TimesGrammar::Clock> TimesGrammar::halfTo(Clock& clock, Index j) const {
    Index end = 0;
    const int h = countAt(j + 1, end);
    if (h < 1 || h > 12 || kind(end, TokenKind::Percent) || word(end).unit)
        return std::nullopt;
    return toldClock(clock, hourBefore(h), 30, role(end, Role::ClockWord) ? end + 1 : end);
}

/// "drei viertel acht", "dreiviertel acht".
std::optional<TimesGrammar::Clock> TimesGrammar::threeQuartersTo(Clock& clock, Index j) const {
    Index end = 0;
    const int h = countAt(j + 1, end);
    if (h < 1 || h > 12)
        return std::nullopt;
    return toldClock(clock, hourBefore(h), 45, end);
}

/// "um viertel acht".
std::optional<TimesGrammar::Clock> TimesGrammar::quarterTo(Clock& clock, Index j) const {
    if (!word(j).is(Role::Quarter) || !(context(j - 1).is(Role::At | Role::Around) || context(j - 1).is(Role::Until) ||
                                        (offhand_ && j == first_ && j + 2 == end_)))
        return std::nullopt;
    Index end = 0;
    const int h = countAt(j + 1, end);
    if (h < 1 || h > 12 || word(end).unit || (kind(end, TokenKind::Word) && capital(end)))
        return std::nullopt;
    return toldClock(clock, hourBefore(h), 15, end);
}

/// Minutes before or after: "Viertel vor vier", "um zehn nach acht", "fünf vor halb neun"; "kurz nach 8" is left to the
/// hour.
std::optional<TimesGrammar::Clock> TimesGrammar::besideHour(Clock& clock, Index j) const {
    bool quarter = word(j).is(Role::Quarter);
    Index link = j + 1, end = 0;
    const int m = quarter ? 15 : countAt(j, link);
    if (role(link, Role::Minutes))
        ++link;
    if (m <= 0 || m >= 60 || !role(link, Role::Plus | Role::Minus))
        return std::nullopt;
    const bool minus = role(link, Role::Minus);
    if (m <= 15 && role(link + 1, Role::Half) && word(link + 1).number <= 0) // fünf vor halb neun
        if (const int h = countAt(link + 2, end); h >= 1 && h <= 12 && !word(end).unit)
            return toldClock(clock, hourBefore(h), minus ? 30 - m : 30 + m, end);
    int h = countAt(link + 1, end);
    const bool named = word(link + 1).namedHour >= 0; // zehn vor Mitternacht
    if (named) {
        h = word(link + 1).namedHour == 0 ? 24 : word(link + 1).namedHour;
        end = link + 2;
    }
    quarter = quarter || (named && m % 5 == 0);
    if (h < 1 || h > 24 ||
        !(quarter || context(j - 1).is(Role::At | Role::Around) || is(j - 1, "auf") ||
          (offhand_ && j == first_ && end == end_ && m % 5 == 0) || role(end, Role::ClockWord)))
        return std::nullopt;
    clock.meridiem = named;
    if (role(end, Role::ClockWord))
        ++end;
    return toldClock(clock, minus ? hourBefore(h) : h % 24, minus ? 60 - m : m, end);
}

/// "un cuarto para las nueve", "diez para la una".
std::optional<TimesGrammar::Clock> TimesGrammar::minutesPara(Clock& clock, Index j) const {
    Index link = 0, end = 0;
    const Index m = role(j, Role::One) || word(j).number == 1 ? j + 1 : j;
    const int n = role(m, Role::Quarter) ? (link = m + 1, 15) : countAt(j, link);
    if (n > 0 && n < 30 && is(link, "para") && (role(link + 1, Role::HourArticle) || is(link + 1, "la")))
        if (const int h = countAt(link + 2, end); h >= 1 && h <= 12)
            return toldClock(clock, hourBefore(h), 60 - n, end);
    return std::nullopt;
}

/// The fraction behind an hour: et demie, moins le quart, y media, menos cuarto, y diez. `bare`: nothing shows that a
/// number is an hour, so the part of the day has to ("ocho y diez de la noche").
void TimesGrammar::hourFraction(Clock& clock, Index j, bool bare) const {
    const bool article = j > clock.first;
    const bool minus = role(clock.end, Role::Minus);
    Index at = clock.end + 1;
    if (role(at, Role::Article) && (minus || !role(at, Role::HourArticle))) // not "las 8 y las 10"
        ++at;
    Index after = at + 1;
    const int m = role(at, Role::Half) && !minus ? 30 : role(at, Role::Quarter) ? 15 : countAt(at, after);
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
}

/// In one token: "15h30", "15h 30", "8hs", "7h moins 20".
std::optional<TimesGrammar::Clock> TimesGrammar::gluedHour(Clock& clock, Index j) const {
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
        hourFraction(clock, j, false); // 7h moins 20
    return finishClock(clock);
}

/// With a point: "15.30 Uhr", "15.30 horas", "von 8.30 bis 17 Uhr".
std::optional<TimesGrammar::Clock> TimesGrammar::pointedHour(Clock& clock, Index j) const {
    const bool article = j > clock.first;
    const std::string_view run = text(j);
    Index end = j + 1;
    const char* last = run.data() + run.size();
    const char* at = std::from_chars(run.data(), last, clock.hour).ptr;
    if (last - at != 3 || *at != '.' || std::from_chars(at + 1, last, clock.minute).ptr != last || clock.hour > 24 ||
        clock.minute > 59)
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
    return finishClock(clock);
}

/// With a colon at `end`: "15:30", "15:30:20", "15:30 Uhr".
std::optional<TimesGrammar::Clock> TimesGrammar::colonHour(Clock& clock, Index end) const {
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
    return finishClock(clock);
}

/// An hour that is read up to `end`, with what counts it and the minutes: "15 Uhr 30", "huit heures et demie", "las
/// tres".
TimesGrammar::Clock TimesGrammar::hourAndUnit(Clock& clock, Index j, Index end) const {
    const bool article = j > clock.first;
    clock.end = end;
    const bool unit = role(end, Role::ClockUnit);
    if (role(end, Role::ClockWord) || unit) { // Uhr; heures, h, horas: lengths as well
        clock.end = ++end;
        clock.sure = !unit;
        Index after = 0;
        if (const int m = countAt(end, after); m >= 0 && m < 60 && !(word(after).unit && !role(after, Role::Minutes)) &&
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
    const bool bare = !unit && !article && !(is(j, "una") && is(j - 1, "la"));
    if (clock.minute < 0 && !german() && role(clock.end, Role::And | Role::Minus) &&
        (!bare || (offhand_ && j == first_ && reading_.language == text::Language::Spanish)))
        hourFraction(clock, j, bare);
    if (article)
        clock.sure = clock.sure || clock.minute >= 0;
    return finishClock(clock);
}

} // namespace countercheck::read
