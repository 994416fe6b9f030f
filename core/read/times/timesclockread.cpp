// SPDX-License-Identifier: GPL-3.0-or-later
// An hour as it is written or said: "9 p.m.", "0900 GMT", "half past three", "8ish". Which of them is a time, and of
// which day, is settled in timesclock.cpp.
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
    if (!inside(i))
        return std::nullopt;
    Clock clock;
    clock.first = i;
    const auto twoDigits = [&](Index at) { return text(at).size() == 2 ? plainNumber(at, 2) : -1; };
    if (kind(i, TokenKind::Number)) {
        const std::string_view run = text(i);
        if (token(i).has(text::HasComma) ||
            (i > floor_ && (kind(i - 1, TokenKind::Currency) || (glued(i) && kind(i - 1, TokenKind::Colon)))))
            return std::nullopt;
        Index end = i + 1;
        if (token(i).has(text::HasPoint)) { // 2.30 p.m.
            const char* at = run.data();
            const char* last = run.data() + run.size();
            at = std::from_chars(at, last, clock.hour).ptr;
            if (last - at != 3 || *at != '.' || std::from_chars(at + 1, last, clock.minute).ptr != last ||
                clock.hour > 24 || clock.minute > 59)
                return std::nullopt;
        } else if (kind(end, TokenKind::Colon) && glued(end) && glued(end + 1) && inside(end + 1)) {
            clock.hour = plainNumber(i, 2);
            if (i > floor_ && glued(i) && kind(i - 1, TokenKind::Symbol))
                return std::nullopt;               // GMT+05:00
            if (kind(end + 1, TokenKind::Alnum)) { // 9:00pm
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
                const bool split = half.size() == 1 && kind(end + 2, TokenKind::Stop) && glued(end + 2) &&
                                   is(end + 3, "m") && glued(end + 3); // 9:30p.m.
                const bool letter =
                    split || offhand_ || isAny<"at", "by", "until", "from", "to", "for">(i - 1) || i == first_; // 3:18a
                const bool pm =
                    half == "pm" || half == "PM" || half == "Pm" || (letter && (half == "p" || half == "P"));
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
        } else {
            clock.hour = plainNumber(i, 4);
            if (clock.hour < 0)
                return std::nullopt;
            if (run.size() == 4 || (run.size() == 3 && clock.hour >= 100)) { // 0900 GMT, 1400 hours
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
            if (clock.hour <= 59 && (is(end, "past") || (isAny<"minutes", "mins", "min">(end) &&
                                                         isAny<"past", "to">(end + 1)))) { // 20 past 3
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
            if (const std::string_view at = value(end + 1, Tag::DayPart);
                is(end, "to") && clock.hour % 5 == 0 && clock.hour >= 5 && clock.hour < 30 &&
                (at == "noon" || at == "midnight") && inside(end + 1)) { // 15 to noon
                clock.minute = 60 - clock.hour;
                clock.hour = at == "noon" ? 11 : 23;
                clock.end = end + 2;
                clock.sure = clock.meridiem = true;
                clock.rule = "clock-words";
                return clock;
            }
            if (is(end, "to") && clock.hour % 5 == 0 && clock.hour >= 5 && clock.hour < 30 && // 20 to 9 tonight
                isAny<"at", "for", "by", "until", "till">(i - 1))
                if (const int hour = plainNumber(end + 1, 2); hour >= 1 && hour <= 12) {
                    Clock to = clock;
                    to.hour = hour == 1 ? 12 : hour - 1;
                    to.minute = 60 - clock.hour;
                    to.end = end + 2;
                    to.rule = "clock-words";
                    to.meridiem = meridiemAt(to.end, to.hour, to.end) || partPhraseAt(to.end, to.hour, to.end);
                    to.sure = to.meridiem || isAny<"tonight", "tomorrow", "today">(to.end);
                    if (to.sure)
                        return to;
                }
            if (clock.hour > 24)
                return std::nullopt;
            if (kind(end, TokenKind::Hyphen) && glued(end) && is(end + 1, "ish") && glued(end + 1) && clock.hour >= 1 &&
                clock.hour <= 12)
                return hourish(i, clock.hour, -1, end + 2); // 7-ish
        }
        clock.end = end;
    } else if (kind(i, TokenKind::Alnum)) { // 9pm, 2.30pm, 21h30, 9p
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
    } else if (kind(i, TokenKind::Word)) {
        const std::string_view part = value(i, Tag::DayPart);
        if (part == "noon" || part == "midnight" || part == "midday") {
            if (part == "midday" && !is(i, "midday"))
                return std::nullopt;
            clock.hour = part == "midnight" ? 0 : 12;
            clock.end = i + 1;
            if (i > floor_ && (plainNumber(i - 1, 2) == 12 || is(i - 1, "twelve")))
                clock.first = i - 1;
            clock.sure = clock.meridiem = true;
            clock.rule = "named-hour";
            clock.about = is(i, "noonish");
            if (kind(i + 1, TokenKind::Hyphen) && glued(i + 1) && is(i + 2, "ish") && glued(i + 2)) { // noon-ish
                clock.about = true;
                clock.end = i + 3;
            }
            bool utc = false;
            zoneAt(clock.end, utc, clock.end);
            clock.utc = utc;
            return clock;
        }
        // eighteen hundred hours
        if (Index end = 0; isAny<"at", "from", "until", "till", "by", "around", "about", "to">(i - 1) ||
                           (offhand_ && i == first_ && end_ == i + 3))
            if (const int hour = wordNumber(i, end);
                hour >= 1 && hour <= 24 && is(end, "hundred") && isAny<"hours", "hrs">(end + 1) && inside(end + 1)) {
                clock.hour = hour % 24;
                clock.end = end + 2;
                clock.sure = clock.meridiem = true;
                clock.rule = "clock-words";
                return clock;
            }
        // half past seven, a quarter to five, ten past six
        Index j = i;
        int minutes = -1;
        if (is(j, "a") && is(j + 1, "quarter"))
            ++j;
        if (is(j, "half") || is(j, "quarter")) {
            minutes = is(j, "half") ? 30 : 15;
            ++j;
        } else if (Index end = 0; (minutes = wordNumber(i, end)) > 0) {
            j = is(end, "minutes") ? end + 1 : end;
        }
        const Index last = j - 1; // of "twenty-five"
        if (Index end = 0; minutes == 30 && is(i, "half") &&
                           (is(i - 1, "at") || (offhand_ && i == first_))) { // half six: British, half past
            const int hour = wordNumber(j, end) > 0 ? wordNumber(j, end) : (end = j + 1, plainNumber(j, 2));
            if (hour >= 1 && hour <= 12 &&
                (!nounFollows(end) || has(end, Tag::DayPart) || has(end, Tag::TimeRef) || has(end, Tag::Weekday))) {
                clock.hour = hour;
                clock.minute = 30;
                clock.end = end;
                clock.sure = true;
                clock.rule = "clock-words";
                clock.meridiem =
                    meridiemAt(clock.end, clock.hour, clock.end) || partPhraseAt(clock.end, clock.hour, clock.end);
                return clock;
            }
        }
        const bool quarterOf = minutes == 15 && is(j, "of") && (plainNumber(j + 1, 2) > 0 || has(j + 1, Tag::Number)) &&
                               (isAny<"at", "for">(i - 1) || (offhand_ && i == first_));
        if (minutes > 0 && minutes < 60 && (quarterOf || isAny<"past", "to", "after", "till", "before">(j))) {
            Index end = 0;
            int hour = wordNumber(j + 1, end);
            if (hour < 0 && (hour = plainNumber(j + 1, 2)) > 0)
                end = j + 2;
            if (hour < 0 && kind(j + 1, TokenKind::Alnum)) // twenty after 3pm
                if (const auto c = clockAt(j + 1); c && c->meridiem && c->minute < 0 && minutes % 5 == 0) {
                    const bool past = is(j, "past") || is(j, "after");
                    clock.hour = past ? c->hour : (c->hour + 23) % 24;
                    clock.minute = past ? minutes : 60 - minutes;
                    clock.end = c->end;
                    clock.sure = clock.meridiem = true;
                    clock.rule = "clock-words";
                    return clock;
                }
            const bool named =
                hour < 0 && (value(j + 1, Tag::DayPart) == "midnight" || value(j + 1, Tag::DayPart) == "noon");
            if (named) {
                hour = value(j + 1, Tag::DayPart) == "noon" ? 12 : 0;
                end = j + 2;
            }
            const bool quarters = minutes == 30 || minutes == 15;
            if (hour >= 0 && hour <= 12 && !(minutes == 30 && !is(j, "past")) &&
                (quarters || is(j, "past") || isAny<"at", "by", "until">(i - 1) || (offhand_ && i == first_)) &&
                (minutes % 5 == 0 || is(last, "minutes"))) {
                const bool past = is(j, "past") || is(j, "after");
                clock.hour = past ? hour : (hour + 23) % 24;
                if (!past && hour == 1)
                    clock.hour = 12;
                clock.minute = past ? minutes : 60 - minutes;
                clock.end = end;
                clock.sure = named || quarters || isAny<"at", "until", "till">(i - 1);
                clock.rule = "clock-words";
                if (nounFollows(end) && !has(end, Tag::DayPart) && !has(end, Tag::TimeRef) && !has(end, Tag::Weekday))
                    return std::nullopt;
                if (meridiemAt(clock.end, clock.hour, clock.end))
                    clock.meridiem = true;
                else if (value(clock.end, Tag::DayPart) == "oclock" && inside(clock.end))
                    ++clock.end;
                if (partPhraseAt(clock.end, clock.hour, clock.end))
                    clock.meridiem = true;
                return clock;
            }
            return std::nullopt;
        }
        // seven, seven thirty, seven p.m.
        Index end = 0;
        clock.hour = wordNumber(i, end);
        if (clock.hour < 1 || clock.hour > 12)
            return std::nullopt;
        clock.end = end;
        clock.rule = "clock-words";
        const Index behind = kind(end, TokenKind::Hyphen) && glued(end) && clock.hour < 13 ? end + 1 : end;
        if (behind > end && is(behind, "ish") && inside(behind)) // nine-ish
            return hourish(i, clock.hour, -1, behind + 1);
        if (Index after = 0; inside(behind)) { // seven thirty, seven-thirty
            const int m = wordNumber(behind, after);
            if (m >= 10 && m < 60) {
                clock.minute = m;
                clock.end = after;
            } else if (const int n = behind == end && isAny<"oh", "o">(end) ? wordNumber(end + 1, after) : -1;
                       n >= 1 && n <= 9) {
                clock.minute = n; // six oh five
                clock.end = after;
            }
        }
    } else {
        return std::nullopt;
    }
    // what can stand behind an hour
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
                i == first_ || (is(i - 1, "and") && is(i - 3, "between")))) {
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
