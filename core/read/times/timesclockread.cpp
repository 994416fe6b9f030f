// SPDX-License-Identifier: GPL-3.0-or-later
// An hour as it is written: "9 p.m.", "0900 GMT", "20 past 3", "8ish"; as it is said: timesclockwords.cpp. Which of
// them is a time, and of which day, is settled in timesclock.cpp.
#include "core/read/calendar.h"
#include "core/read/times/timesreader.h"

#include <charconv>

namespace countercheck::read {

using text::Tag;
using text::TokenKind;

/// "p.m." behind an hour; turns it to the 24-hour clock.
bool TimesReader::meridiemAt(Index i, int& hour, Index& end) const {
    if (!kind(i, TokenKind::Word) || !has(i, Tag::DayPart))
        return false;
    const std::string_view half = value(i, Tag::DayPart);
    if ((half != "am" && half != "pm") || hour < 1 || hour > 23)
        return false;
    if (hour <= 12)
        hour = hour % 12 + (half == "pm" ? 12 : 0);
    end = i + 1;
    return true;
}

bool TimesReader::zoneAt(Index i, bool& utc, Index& end) const {
    if (!kind(i, TokenKind::Word))
        return false;
    const auto match = lexicon_.match(reading_, i, text::tagBit(Tag::Zone));
    if (!match || match->endToken > end_)
        return false;
    const std::string_view zone = lexicon_.value(match->entry, Tag::Zone);
    const bool small = offhand_ && reading_.language == text::Language::English && zone.size() >= 3 && zone != "half" &&
                       zone != "local" && zone != "eat" && zone != "wat" && zone != "ist"; // 9 am pst
    if (match->endToken == i + 1 && !small && !token(i).has(text::AllCaps) &&
        !(zone == "local" && text(i).size() > 6) && // "et", "eat"
        !(zone == "half" && capital(i) && (i == first_ || has(i - 1, Tag::DayPart)) && !capital(i + 1)))
        return false; // but "3 p.m. Eastern"
    end = match->endToken;
    if (const bool plus = kind(end, TokenKind::Symbol) && text(end) == "+"; // GMT+2, UTC-05:00
        (zone == "gmt" || zone == "utc") && (plus || kind(end, TokenKind::Hyphen)) && glued(end) && glued(end + 1) &&
        plainNumber(end + 1, 2) >= 0 && plainNumber(end + 1, 2) <= 14) {
        end += 2;
        if (kind(end, TokenKind::Colon) && glued(end) && glued(end + 1) && plainNumber(end + 1, 2) >= 0)
            end += 2;
        return true;
    }
    utc = utc || zone == "gmt" || zone == "utc";
    return true;
}

std::optional<TimesReader::Clock> TimesReader::clockAt(Index i) const {
    if (kind(i, TokenKind::Number))
        return numberClock(i);
    if (kind(i, TokenKind::Alnum))
        return letteredClock(i);
    return kind(i, TokenKind::Word) ? wordClock(i) : std::nullopt;
}

/// "9 p.m.", "2.30 p.m.", "9:00pm", "0900 GMT", "20 past 3"
std::optional<TimesReader::Clock> TimesReader::numberClock(Index i) const {
    if (token(i).has(text::HasComma) ||
        (i > floor_ && (kind(i - 1, TokenKind::Currency) || (glued(i) && kind(i - 1, TokenKind::Colon)))))
        return std::nullopt;
    if (token(i).has(text::HasPoint))
        return pointClock(i);
    const bool colon = kind(i + 1, TokenKind::Colon) && glued(i + 1) && glued(i + 2) && inside(i + 2);
    return colon ? colonClock(i) : digitClock(i);
}

/// "2.30 p.m."
std::optional<TimesReader::Clock> TimesReader::pointClock(Index i) const {
    Clock clock;
    clock.first = i;
    const std::string_view run = text(i);
    const char* at = run.data();
    const char* last = run.data() + run.size();
    at = std::from_chars(at, last, clock.hour).ptr;
    if (last - at != 3 || *at != '.' || std::from_chars(at + 1, last, clock.minute).ptr != last || clock.hour > 24 ||
        clock.minute > 59)
        return std::nullopt;
    clock.end = i + 1;
    return withBehind(clock);
}

/// "21:00", "5:30:10", "12:00 noon", "21:00 hours"
std::optional<TimesReader::Clock> TimesReader::colonClock(Index i) const {
    const auto twoDigits = [&](Index at) { return text(at).size() == 2 ? plainNumber(at, 2) : -1; };
    Clock clock;
    clock.first = i;
    Index end = i + 1;
    clock.hour = plainNumber(i, 2);
    if (i > floor_ && glued(i) && kind(i - 1, TokenKind::Symbol))
        return std::nullopt; // GMT+05:00
    if (kind(end + 1, TokenKind::Alnum))
        return colonLetters(clock);
    clock.minute = twoDigits(end + 1);
    if (clock.hour < 0 || clock.hour > 24 || clock.minute < 0 || clock.minute > 59)
        return std::nullopt;
    end += 2;
    if (kind(end, TokenKind::Colon) && glued(end) && glued(end + 1)) {
        clock.second = twoDigits(end + 1);
        if (clock.second < 0 || clock.second > 59)
            return std::nullopt;
        end += 2;
    }
    if ((kind(end, TokenKind::Colon) || kind(end, TokenKind::Slash)) && glued(end))
        return std::nullopt;
    if (clock.hour == 12 && clock.minute == 0 && isAny<"noon", "midnight">(end) && inside(end)) { // 12:00 noon
        clock.hour = is(end, "noon") ? 12 : 0;
        clock.end = end + 1;
        clock.sure = clock.meridiem = true;
        return clock;
    }
    if (isAny<"hours", "hrs">(end) && inside(end)) { // 21:00 hours
        ++end;
        clock.sure = clock.meridiem = true;
    }
    clock.end = end;
    return withBehind(clock);
}

/// "9:00pm", "9:30p.m.", "17:00h", "6:30ish": letters glued to the minutes of an hour.
std::optional<TimesReader::Clock> TimesReader::colonLetters(Clock clock) const {
    const Index i = clock.first, end = i + 1;
    const std::string_view rest = text(end + 1);
    if (rest.size() < 3 || rest[0] < '0' || rest[0] > '5' || rest[1] < '0' || rest[1] > '9')
        return std::nullopt;
    clock.minute = (rest[0] - '0') * 10 + (rest[1] - '0');
    const std::string_view half = rest.substr(2);
    if (half == "h" && clock.hour >= 0 && clock.hour < 24) { // 17:00h
        clock.end = end + 2;
        clock.sure = clock.meridiem = true;
        return clock;
    }
    if (half == "ish" && clock.hour >= 1 && clock.hour <= 12) // 6:30ish
        return hourish(i, clock.hour, (rest[0] - '0') * 10 + (rest[1] - '0'), end + 2);
    const bool split = half.size() == 1 && kind(end + 2, TokenKind::Stop) && glued(end + 2) && is(end + 3, "m") &&
                       glued(end + 3); // 9:30p.m.
    const bool letter =
        split || offhand_ || isAny<"at", "by", "until", "from", "to", "for">(i - 1) || i == first_; // 3:18a
    const bool pm = half == "pm" || half == "PM" || half == "Pm" || (letter && (half == "p" || half == "P"));
    if (!pm && half != "am" && half != "AM" && half != "Am" && !(letter && (half == "a" || half == "A")))
        return std::nullopt;
    if (clock.hour < 1 || clock.hour > 12)
        return std::nullopt;
    clock.hour = clock.hour % 12 + (pm ? 12 : 0);
    clock.end = split ? end + 4 : end + 2;
    if (split && kind(clock.end, TokenKind::Stop) && glued(clock.end))
        ++clock.end;
    clock.sure = clock.meridiem = true;
    bool utc = false;
    zoneAt(clock.end, utc, clock.end);
    clock.utc = utc;
    return clock;
}

/// "9 p.m.", "0900 GMT", "20 past 3", "7-ish"
std::optional<TimesReader::Clock> TimesReader::digitClock(Index i) const {
    Clock clock;
    clock.first = i;
    const Index end = i + 1;
    clock.hour = plainNumber(i, 4);
    if (clock.hour < 0)
        return std::nullopt;
    if (const std::size_t digits = text(i).size(); digits == 4 || (digits == 3 && clock.hour >= 100))
        return fourDigits(clock);
    if (clock.hour <= 59 && (is(end, "past") || (isAny<"minutes", "mins", "min">(end) && isAny<"past", "to">(end + 1))))
        return minutesPast(clock);
    if (is(end, "to") && clock.hour % 5 == 0 && clock.hour >= 5 && clock.hour < 30)
        if (const auto to = minutesTo(clock))
            return to;
    if (clock.hour > 24)
        return std::nullopt;
    if (kind(end, TokenKind::Hyphen) && glued(end) && is(end + 1, "ish") && glued(end + 1) && clock.hour >= 1 &&
        clock.hour <= 12)
        return hourish(i, clock.hour, -1, end + 2); // 7-ish
    clock.end = end;
    if (Index behind = 0; offhand_ && clock.hour >= 1 && clock.hour <= 12 && (i == first_ || is(i - 1, "at")))
        if (const int m = wordNumber(end, behind); m >= 10 && m < 60 && !nounFollows(behind)) { // 3 fifteen
            clock.minute = m;
            clock.end = behind;
            clock.sure = true;
        }
    return withBehind(clock);
}

/// "0900 GMT", "1400 hours", "1140 a.m.", "at 0915"
std::optional<TimesReader::Clock> TimesReader::fourDigits(Clock clock) const {
    const Index i = clock.first, end = i + 1;
    const std::string_view run = text(i);
    const int h = clock.hour / 100, m = clock.hour % 100;
    bool utc = false;
    Index after = end;
    const bool leadingZero = run.size() == 4 && run[0] == '0' && h > 0 &&
                             (isAny<"at", "by">(i - 1) || (offhand_ && is(i - 1, "for"))) &&
                             !nounFollows(end); // at 0915
    bool shared = false;                        // "between 0323 and 0509 GMT"
    if (Index zone = 0; run.size() == 4 && isAny<"between", "from">(i - 1) &&
                        isAny<"and", "to", "until", "till">(end) && plainNumber(end + 1, 4) >= 0 &&
                        text(end + 1).size() == 4)
        shared = zoneAt(end + 2, utc, zone) && m < 60;
    int twelve = h; // 1140 a.m.
    if (Index half = 0; h >= 1 && h <= 12 && m < 60 && meridiemAt(end, twelve, half)) {
        clock.hour = twelve;
        clock.minute = m;
        clock.end = half;
        clock.sure = clock.meridiem = true;
        return clock;
    }
    if (h > 24 || m > 59 ||
        !(shared || zoneAt(end, utc, after) || leadingZero ||
          (run.size() == 4 && isAny<"hours", "hrs">(end) &&
           (run[0] == '0' || (offhand_ && i == first_) ||
            isAny<"at", "from", "until", "by", "about", "around", "to">(i - 1)))))
        return std::nullopt;
    clock.hour = h;
    clock.minute = m;
    clock.utc = utc;
    clock.end = after > end ? after : isAny<"hours", "hrs">(end) ? end + 1 : end;
    clock.sure = clock.meridiem = true;
    return clock;
}

/// "20 past 3", "5 minutes to midnight", "20 past 3pm"
std::optional<TimesReader::Clock> TimesReader::minutesPast(Clock clock) const {
    const Index end = clock.first + 1;
    const bool past = is(end, "past") || is(end + 1, "past");
    const Index h = is(end, "past") ? end + 1 : end + 2;
    Index after = h + 1;
    int hour = plainNumber(h, 2);
    if (hour < 0)
        hour = wordNumber(h, after);
    if (const std::string_view part = inside(h) ? value(h, Tag::DayPart) : std::string_view{};
        part == "noon" || part == "midnight") { // 10 past noon, 5 minutes to midnight
        clock.minute = past ? clock.hour : 60 - clock.hour;
        clock.hour = part == "noon" ? (past ? 12 : 11) : past ? 0 : 23;
        clock.end = h + 1;
        clock.sure = clock.meridiem = true;
        clock.rule = "clock-words";
        return clock;
    }
    if (kind(h, TokenKind::Alnum)) // 20 past 3pm
        if (const auto c = clockAt(h); c && c->meridiem && c->minute < 0) {
            const int to = past ? c->hour : (c->hour + 23) % 24;
            clock.minute = past ? clock.hour : 60 - clock.hour;
            clock.hour = to;
            clock.end = c->end;
            clock.sure = clock.meridiem = true;
            clock.rule = "clock-words";
            return clock;
        }
    if (hour < 1 || hour > 12)
        return std::nullopt;
    clock.minute = past ? clock.hour : 60 - clock.hour;
    clock.hour = past ? hour : hour == 1 ? 12 : hour - 1;
    clock.end = after;
    clock.sure = true;
    clock.rule = "clock-words";
    if (meridiemAt(clock.end, clock.hour, clock.end) || partPhraseAt(clock.end, clock.hour, clock.end))
        clock.meridiem = true;
    zoneAt(clock.end, clock.utc, clock.end);
    return clock;
}

/// "15 to noon", "20 to 9 tonight"
std::optional<TimesReader::Clock> TimesReader::minutesTo(Clock clock) const {
    const Index i = clock.first, end = i + 1;
    if (const std::string_view at = value(end + 1, Tag::DayPart);
        (at == "noon" || at == "midnight") && inside(end + 1)) { // 15 to noon
        clock.minute = 60 - clock.hour;
        clock.hour = at == "noon" ? 11 : 23;
        clock.end = end + 2;
        clock.sure = clock.meridiem = true;
        clock.rule = "clock-words";
        return clock;
    }
    if (isAny<"at", "for", "by", "until", "till">(i - 1)) {
        Index behind = end + 2;
        const bool said = kind(end + 1, TokenKind::Word);
        if (const int hour = said ? wordNumber(end + 1, behind) : plainNumber(end + 1, 2); hour >= 1 && hour <= 12) {
            Clock to = clock;
            to.hour = hour == 1 ? 12 : hour - 1;
            to.minute = 60 - clock.hour;
            to.end = behind;
            to.rule = "clock-words";
            to.meridiem = meridiemAt(to.end, to.hour, to.end) || partPhraseAt(to.end, to.hour, to.end);
            to.sure = to.meridiem || isAny<"tonight", "tomorrow", "today">(to.end) ||
                      (said && (offhand_ || spoken()) && bareHourFits(to)); // at 20 to nine
            if (to.sure)
                return to;
        }
    }
    return std::nullopt;
}

/// "9pm", "2.30pm", "21h30", "9p", "0900Z"
std::optional<TimesReader::Clock> TimesReader::letteredClock(Index i) const {
    Clock clock;
    clock.first = i;
    const std::string_view run = text(i);
    const char* last = run.data() + run.size();
    const char* at = std::from_chars(run.data(), last, clock.hour).ptr;
    if (at == run.data() || at - run.data() > 4)
        return std::nullopt;
    const bool military = at - run.data() == 4;
    if (!military && last - at >= 4 && *at == '.' && std::from_chars(at + 1, last, clock.minute).ptr == at + 3)
        at += 3;
    std::string half(at, last);
    for (char& c : half)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    clock.end = i + 1;
    if (half == "ish" && !military && clock.hour >= 1 && clock.hour <= 12 &&
        (offhand_ || isAny<"at", "around", "about", "by", "until", "from", "to">(i - 1)))
        return hourish(i, clock.hour, clock.minute, i + 1);
    if (half == "am" || half == "pm" || half == "a" || half == "p") {
        if (military || at - run.data() == 3) {
            clock.minute = clock.hour % 100;
            clock.hour /= 100;
        }
        if (clock.hour < 1 || clock.hour > 12 || clock.minute > 59 ||
            (half.size() == 1 && at - run.data() > 2 && clock.minute >= 0 && run.find('.') == run.npos) ||
            (half.size() == 1 && !isAny<"at", "by", "until", "from", "to", "@">(i - 1) &&
             !(kind(i + 1, TokenKind::Stop) && glued(i + 1) && is(i + 2, "m") && glued(i + 2))))
            return std::nullopt;
        if (half.size() == 1 && kind(i + 1, TokenKind::Stop) && glued(i + 1) && is(i + 2, "m")) {
            clock.end = i + 3;
            if (kind(clock.end, TokenKind::Stop) && glued(clock.end))
                ++clock.end;
        }
        clock.hour = clock.hour % 12 + (half[0] == 'p' ? 12 : 0);
    } else if ((half == "z" || half == "h") && military && clock.hour / 100 < 24 && clock.hour % 100 < 60) {
        clock.minute = clock.hour % 100;
        clock.hour /= 100;
        clock.utc = half == "z";
    } else if (!military && !half.empty() && half[0] == 'h' && clock.hour < 25 &&
               (reading_.language == text::Language::French ||
                isAny<"at", "from", "to", "until", "by", "around", "about", "between", "and">(i - 1))) {
        if (half.size() == 3) {
            if (std::from_chars(half.data() + 1, half.data() + 3, clock.minute).ptr != half.data() + 3 ||
                clock.minute > 59)
                return std::nullopt;
        } else if (half.size() != 1)
            return std::nullopt;
    } else {
        return std::nullopt;
    }
    clock.sure = clock.meridiem = true;
    bool utc = clock.utc;
    zoneAt(clock.end, utc, clock.end);
    clock.utc = utc;
    return clock;
}

/// What can stand behind an hour: "o'clock", "p.m.", "in the evening", "GMT".
std::optional<TimesReader::Clock> TimesReader::withBehind(Clock clock) const {
    const Index i = clock.first;
    if (kind(clock.end, TokenKind::Hyphen) && glued(clock.end) && !kind(clock.end + 1, TokenKind::Number) &&
        !kind(clock.end + 1, TokenKind::Alnum))
        return std::nullopt;
    if (inside(clock.end) && value(clock.end, Tag::DayPart) == "oclock") {
        ++clock.end;
        clock.sure = true;
    }
    if (meridiemAt(clock.end, clock.hour, clock.end))
        clock.sure = clock.meridiem = true;
    if (clock.sure || clock.minute >= 0) {
        if (partPhraseAt(clock.end, clock.hour, clock.end))
            clock.sure = clock.meridiem = true;
    } else if (Index end = clock.end;
               clock.hour <= 12 &&
               (isAny<"at", "by", "around", "about", "until", "from", "to", "after", "before", "till", "since", "for">(
                    i - 1) ||
                i == first_ || (is(i - 1, "and") && is(i - 3, "between")) || (is(clock.end, "in") && spoken()))) {
        int hour = clock.hour;
        if (partPhraseAt(clock.end, hour, end)) {
            clock.hour = hour;
            clock.end = end;
            clock.sure = clock.meridiem = true;
        }
    }
    bool utc = false;
    if (clock.hour < 25 && zoneAt(clock.end, utc, clock.end)) {
        clock.sure = true;
        clock.utc = utc;
    }
    if (clock.hour == 24)
        clock.hour = 0;
    return clock;
}

/// "8ish", "6:30ish pm"
TimesReader::Clock TimesReader::hourish(Index i, int hour, int minute, Index end) const {
    Clock clock;
    clock.first = i;
    clock.hour = hour;
    clock.minute = minute;
    clock.end = end;
    clock.sure = clock.about = true;
    if (meridiemAt(clock.end, clock.hour, clock.end) || partPhraseAt(clock.end, clock.hour, clock.end))
        clock.meridiem = true;
    return clock;
}

} // namespace countercheck::read
