// SPDX-License-Identifier: GPL-3.0-or-later
// The clock: "9 p.m.", "21:00 GMT", "half past three"; the parts of the day stand in timesdayparts.cpp.
#include "core/read/calendar.h"
#include "core/read/timesreader.h"

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
    if (match->endToken == i + 1 && !token(i).has(text::AllCaps) && // "et", "eat"
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
                if (half == "ish" && clock.hour >= 1 && clock.hour <= 12) // 6:30ish
                    return hourish(i, clock.hour, (rest[0] - '0') * 10 + (rest[1] - '0'), end + 2);
                const bool split = half.size() == 1 && kind(end + 2, TokenKind::Stop) && glued(end + 2) &&
                                   is(end + 3, "m") && glued(end + 3); // 9:30p.m.
                const bool pm = half == "pm" || half == "PM" || half == "Pm" || (split && (half == "p" || half == "P"));
                if (!pm && half != "am" && half != "AM" && half != "Am" && !(split && (half == "a" || half == "A")))
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
            if (isAny(end, {"hours", "hrs"}) && inside(end)) { // 21:00 hours
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
                const bool leadingZero = run.size() == 4 && run[0] == '0' && h > 0 && isAny(i - 1, {"at", "by"}) &&
                                         !nounFollows(end); // at 0915
                bool shared = false;                        // "between 0323 and 0509 GMT"
                if (Index zone = 0; run.size() == 4 && isAny(i - 1, {"between", "from"}) &&
                                    isAny(end, {"and", "to", "until", "till"}) && plainNumber(end + 1, 4) >= 0 &&
                                    text(end + 1).size() == 4)
                    shared = zoneAt(end + 2, utc, zone) && m < 60;
                if (h > 24 || m > 59 ||
                    !(shared || zoneAt(end, utc, after) || leadingZero ||
                      (run.size() == 4 && isAny(end, {"hours", "hrs"}) &&
                       (run[0] == '0' || isAny(i - 1, {"at", "from", "until", "by", "about", "around", "to"})))))
                    return std::nullopt;
                clock.hour = h;
                clock.minute = m;
                clock.utc = utc;
                clock.end = after > end ? after : isAny(end, {"hours", "hrs"}) ? end + 1 : end;
                clock.sure = clock.meridiem = true;
                return clock;
            }
            if (clock.hour <= 59 &&
                (is(end, "past") || (is(end, "minutes") && isAny(end + 1, {"past", "to"})))) { // 20 past 3
                const bool past = is(end, "past") || is(end + 1, "past");
                const Index h = is(end, "past") ? end + 1 : end + 2;
                Index after = h + 1;
                int hour = plainNumber(h, 2);
                if (hour < 0)
                    hour = wordNumber(h, after);
                if (hour < 1 || hour > 12)
                    return std::nullopt;
                clock.minute = past ? clock.hour : 60 - clock.hour;
                clock.hour = past ? hour : hour == 1 ? 12 : hour - 1;
                clock.end = after;
                clock.sure = true;
                clock.rule = "clock-words";
                if (meridiemAt(clock.end, clock.hour, clock.end) || partPhraseAt(clock.end, clock.hour, clock.end))
                    clock.meridiem = true;
                return clock;
            }
            if (is(end, "to") && clock.hour % 5 == 0 && clock.hour >= 5 && clock.hour < 30 && // 20 to 9 tonight
                isAny(i - 1, {"at", "for", "by", "until", "till"}))
                if (const int hour = plainNumber(end + 1, 2); hour >= 1 && hour <= 12) {
                    Clock to = clock;
                    to.hour = hour == 1 ? 12 : hour - 1;
                    to.minute = 60 - clock.hour;
                    to.end = end + 2;
                    to.rule = "clock-words";
                    to.meridiem = meridiemAt(to.end, to.hour, to.end) || partPhraseAt(to.end, to.hour, to.end);
                    to.sure = to.meridiem || isAny(to.end, {"tonight", "tomorrow", "today"});
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
            isAny(i - 1, {"at", "around", "about", "by", "until", "from", "to"}))
            return hourish(i, clock.hour, clock.minute, i + 1);
        if (half == "am" || half == "pm" || half == "a" || half == "p") {
            if (military || at - run.data() == 3) {
                clock.minute = clock.hour % 100;
                clock.hour /= 100;
            }
            if (clock.hour < 1 || clock.hour > 12 || clock.minute > 59 ||
                (half.size() == 1 && at - run.data() > 2 && clock.minute >= 0 && run.find('.') == run.npos) ||
                (half.size() == 1 && !isAny(i - 1, {"at", "by", "until", "from", "to"}) &&
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
                    isAny(i - 1, {"at", "from", "to", "until", "by", "around", "about", "between", "and"}))) {
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
            bool utc = false;
            zoneAt(clock.end, utc, clock.end);
            clock.utc = utc;
            return clock;
        }
        // eighteen hundred hours
        if (Index end = 0; isAny(i - 1, {"at", "from", "until", "till", "by", "around", "about", "to"}))
            if (const int hour = wordNumber(i, end);
                hour >= 1 && hour <= 24 && is(end, "hundred") && isAny(end + 1, {"hours", "hrs"}) && inside(end + 1)) {
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
        const Index last = j - 1;                                               // of "twenty-five"
        if (Index end = 0; minutes == 30 && is(i, "half") && is(i - 1, "at")) { // half six: British, half past
            const int hour = wordNumber(j, end) > 0 ? wordNumber(j, end) : (end = j + 1, plainNumber(j, 2));
            if (hour >= 1 && hour <= 12 && !nounFollows(end)) {
                clock.hour = hour;
                clock.minute = 30;
                clock.end = end;
                clock.sure = true;
                clock.rule = "clock-words";
                return clock;
            }
        }
        const bool quarterOf = minutes == 15 && is(j, "of") && plainNumber(j + 1, 2) > 0 && is(i - 1, "at");
        if (minutes > 0 && minutes < 60 && (quarterOf || isAny(j, {"past", "to", "after", "till", "before"}))) {
            Index end = 0;
            int hour = wordNumber(j + 1, end);
            if (hour < 0 && (hour = plainNumber(j + 1, 2)) > 0)
                end = j + 2;
            const bool named =
                hour < 0 && (value(j + 1, Tag::DayPart) == "midnight" || value(j + 1, Tag::DayPart) == "noon");
            if (named) {
                hour = value(j + 1, Tag::DayPart) == "noon" ? 12 : 0;
                end = j + 2;
            }
            const bool quarters = minutes == 30 || minutes == 15;
            if (hour >= 0 && hour <= 12 && !(minutes == 30 && !is(j, "past")) &&
                (quarters || is(j, "past") || isAny(i - 1, {"at", "by", "until"})) &&
                (minutes % 5 == 0 || is(last, "minutes"))) {
                const bool past = is(j, "past") || is(j, "after");
                clock.hour = past ? hour : (hour + 23) % 24;
                if (!past && hour == 1)
                    clock.hour = 12;
                clock.minute = past ? minutes : 60 - minutes;
                clock.end = end;
                clock.sure = named || quarters || is(i - 1, "at");
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
        if (Index after = 0; inside(behind)) { // seven thirty, seven-thirty
            const int m = wordNumber(behind, after);
            if (m >= 10 && m < 60) {
                clock.minute = m;
                clock.end = after;
            } else if (const int n = behind == end && isAny(end, {"oh", "o"}) ? wordNumber(end + 1, after) : -1;
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
               clock.hour <= 12 && (isAny(i - 1, {"at", "by", "around", "about", "until", "from", "to"}) ||
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

/// A bare hour ("at 7") is one only where nothing is counted by it.
bool TimesReader::bareHourFits(const Clock& clock) const {
    const Index j = clock.end;
    if (kind(j, TokenKind::Percent) || kind(j, TokenKind::Currency) || kind(j, TokenKind::Slash) ||
        kind(j, TokenKind::Hyphen) || kind(j, TokenKind::Symbol) || has(j, Tag::Unit) || has(j, Tag::Multiplier) ||
        (kind(j, TokenKind::Colon) && glued(j)))
        return false;
    if (kind(j, TokenKind::Word) && !has(j, Tag::Weekday) && !has(j, Tag::TimeRef) && !has(j, Tag::TimeWord) &&
        nounFollows(j))
        return false;
    return !token(clock.first).has(text::HasPoint);
}

/// Is an uncertain clock time ("9:30", "at 7") led in by the words around it?
bool TimesReader::clockIntroduced(const Clock& clock) const {
    const Index i = clock.first;
    const bool point = kind(i, TokenKind::Number) && token(i).has(text::HasPoint);
    if (clock.minute >= 0 && !point && clock.rule == std::string_view("clock")) { // 9:30
        if (isAny(i - 1, {"at", "by", "from", "until", "till", "to", "before", "after", "around", "about", "between",
                          "since"}) ||
            dashAt(i - 1))
            return true;
        if (is(i - 1, "and") && !out_.times.empty() && out_.times.back().endToken + 1 == i)
            return true;
        if (dashAt(clock.end))
            if (const auto later = clockAt(clock.end + 1); later && later->minute >= 0)
                return true; // 9:00-17:00
        if (isAny(i - 1, {"won", "beat", "lost", "score", "ratio", "verse", "chapter"}) ||
            (capital(i - 1) && i - 1 > reading_.sentences[sentence_].firstToken && text(i).size() == 1))
            return false;
        if (clock.second >= 0)
            return text(i).size() == 2; // 2:15:30 is as likely a length
        return clock.hour >= 10 || text(i).size() == 2 ||
               isAny(clock.end, {"on", "today", "tomorrow", "yesterday", "tonight"}) || has(clock.end, Tag::Weekday);
    }
    if (clock.rule == std::string_view("clock-words") && clock.minute >= 0)
        return is(i - 1, "at");
    // "8 tomorrow morning", "from 8 this evening"
    if (clock.hour >= 1 && clock.hour <= 12 && !point && clock.minute < 0 &&
        (isAny(clock.end, {"tomorrow", "yesterday"}) || is(clock.end, "this")) &&
        dayPartOf(clock.end + 1) != DayPart::None)
        return true;
    if (i == first_ && clock.hour >= 1 && clock.hour <= 12 && !point && is(clock.end, "tonight"))
        return true; // "8 tonight"
    // "9:30am till 11", "between half past 6 and 7": the end of a range of hours
    if (clock.hour >= 1 && clock.hour <= 24 && clock.minute < 0 && !point && !out_.times.empty() &&
        out_.times.back().endToken + 1 == i && out_.times.back().sentence == sentence_ &&
        out_.times.back().type == TimeType::Time && out_.times.back().value.find(':') != std::string::npos &&
        (isAny(i - 1, {"to", "till", "until"}) || dashAt(i - 1) ||
         (is(i - 1, "and") && is(out_.times.back().firstToken - 1, "between"))) &&
        bareHourFits(clock))
        return true;
    // "at 7": only where people speak to an assistant or a day stands beside it
    if (!isAny(i - 1, {"at", "around"}) || (is(i - 1, "around") && clock.hour < 1) || clock.hour > 12 || point ||
        !bareHourFits(clock))
        return false;
    if (is(clock.end, "on") || has(clock.end, Tag::Weekday) || has(clock.end, Tag::TimeRef) ||
        (is(clock.end, "this") && dayPartOf(clock.end + 1) != DayPart::None))
        return true;
    return spoken();
}

/// Does the sentence speak to somebody, as to an assistant, rather than report?
bool TimesReader::spoken() const {
    for (Index j = reading_.sentences[sentence_].firstToken; j < end_; ++j)
        if (isAny(j, {"i", "me", "my", "we", "us", "let", "i'll", "i'm", "wake", "remind", "schedule", "meet",
                      "meeting", "alarm", "dinner", "lunch", "breakfast", "you", "please"}))
            return true;
    return false;
}

/// Does the sentence of the time at `first` open with a bare verb, as an order does: "Remind me on Friday"?
bool TimesReader::imperative(Index first) const {
    const Index begin = reading_.sentences[sentence_].firstToken;
    const text::Token& opening = token(begin);
    if (!opening.is(TokenKind::Word) || begin >= first ||
        lexicon_.hasAny(opening.word, text::tagBit(Tag::Prep) | text::tagBit(Tag::Det) | text::tagBit(Tag::Adverb)))
        return false;
    // what an assistant is told to do, nouns though some of them are
    if (isAny(begin, {"book",  "block",  "schedule", "cancel", "move",     "set",   "show", "find",
                      "send",  "remind", "add",      "put",    "reserve",  "order", "call", "text",
                      "email", "invite", "list",     "wake",   "postpone", "plan"}) &&
        !is(begin + 1, "of") && !kind(begin + 1, TokenKind::Apostrophe))
        return true;
    const text::WordUse& use = lexicon_.use(opening.word);
    return (use.forms & text::VerbBase) != 0 &&
           (use.frequency[1] > use.frequency[0] ||
            (begin + 1 < first &&
             lexicon_.hasAny(token(begin + 1).word,
                             text::tagBit(Tag::Det) | text::tagBit(Tag::Pron) | text::tagBit(Tag::Poss))));
}

TimesReader::Piece TimesReader::clockPiece(Clock clock) const {
    Piece piece;
    piece.first = clock.first;
    piece.rule = clock.rule;
    const auto fill = [&] {
        piece.time.hour = clock.hour;
        piece.time.minute = clock.minute;
        piece.time.second = clock.second;
        piece.time.utc = clock.utc;
        piece.end = clock.end;
    };
    Index j = clock.end;
    if (const Index local = j; is(local, "local") && is(local + 1, "time"))
        j = clock.end = local + 2;
    if (Index part = 0; !clock.meridiem && partPhraseAt(j, clock.hour, part)) {
        clock.meridiem = true;
        j = clock.end = part;
    }
    fill();
    // the day behind it: "9 p.m. on Sunday", "at 7 tonight", "noon next Friday"
    // "02:45 (01:45 GMT) on Sunday": both are Sunday's, and Sunday is a mention of its own.
    Index bracket = j;
    if (kind(j, TokenKind::OpenBracket))
        while (inside(bracket) && bracket < j + 8 && !kind(bracket, TokenKind::CloseBracket))
            ++bracket;
    if (kind(bracket, TokenKind::CloseBracket) && !capital(bracket + 1) == is(bracket + 1, "on") &&
        (is(bracket + 1, "on") || has(bracket + 1, Tag::Weekday))) {
        auto date = dateAt(is(bracket + 1, "on") ? bracket + 2 : bracket + 1);
        if (date && !date->set && date->time.grain() == Grain::Day) {
            resolve(*date, Deixis::None);
            piece.time = date->time;
            piece.resolution = date->resolution;
            fill();
        }
        return piece;
    }
    bool comma = false;
    if (kind(j, TokenKind::Comma)) {
        comma = true;
        ++j;
    }
    if (is(j, "on"))
        ++j;
    if (is(j, "the") && (ordinalDay(j + 1) > 0 || (is(j + 1, "day") && isAny(j + 2, {"after", "before"}))))
        ++j;
    if (!inside(j))
        return piece;
    const Deixis deixis = deixisAt(j);
    if (deixis == Deixis::Habit && !comma && clock.sure &&
        (value(j + 1, Tag::TimeUnit) == "day" || has(j + 1, Tag::Weekday))) {
        piece.set = true; // 6:30 a.m. every day
        clock.end = j + 2;
        fill();
        piece.time.weekday = has(j + 1, Tag::Weekday) ? static_cast<int>(number(j + 1, Tag::Weekday)) : 0;
        return piece;
    }
    if (deixis == Deixis::Habit && !comma && dayPartOf(j + 1) != DayPart::None) { // 6 every evening
        if (!clock.meridiem && dayPartOf(j + 1) != DayPart::Morning && clock.hour < 12)
            clock.hour += 12;
        piece.set = true;
        clock.end = j + 2;
        fill();
        return piece;
    }
    if (deixis == Deixis::This && dayPartOf(j + 1) != DayPart::None && !comma) { // this evening
        const DayPart part = dayPartOf(j + 1);
        if (!clock.meridiem && part != DayPart::Morning && clock.hour < 12)
            clock.hour += 12;
        clock.end = j + 2;
        fill();
        if (today_)
            piece.time.setDay(*today_);
        return piece;
    }
    if (is(j, "last") && is(j + 1, "night") && !comma) {
        if (!clock.meridiem && clock.hour >= 5 && clock.hour < 12)
            clock.hour += 12;
        clock.end = j + 2;
        fill();
        if (today_)
            piece.time.setDay(*today_ - (clock.hour >= 12 ? 1 : 0));
        return piece;
    }
    const bool moved = deixis == Deixis::Last || deixis == Deixis::Next || deixis == Deixis::This;
    auto date = dateAt(moved ? j + 1 : j);
    if (!date && !moved && !comma && is(j - 1, "the") && kind(j, TokenKind::Alnum) && ordinalDay(j) > 0 &&
        !nounFollows(j + 1) && !is(j + 1, "of")) { // 5pm on the 20th
        Piece day;
        day.first = j;
        day.end = j + 1;
        day.time.day = ordinalDay(j);
        placeDay(day);
        date = day;
    }
    if (!date || date->set || date->time.hasClock()) {
        if (date && date->time.part == DayPart::Night && date->time.hour < 0 && !comma && !moved) { // tonight
            if (!clock.meridiem && clock.hour < 12 && clock.hour > 0)
                clock.hour += 12;
            clock.end = date->end;
            fill();
            if (today_)
                piece.time.setDay(*today_ + (clock.hour == 0 ? 1 : 0)); // midnight tonight ends the day
        }
        return piece;
    }
    if (date->time.grain() != Grain::Day || (comma && date->time.month == 0) || (moved && date->time.weekday == 0))
        return piece;
    resolve(*date, moved ? deixis : Deixis::None);
    Index end = date->end;
    if (const DayPart part = dayPartOf(end); part != DayPart::None) { // 9 on Monday morning
        if (!clock.meridiem && part != DayPart::Morning && clock.hour < 12)
            clock.hour += 12;
        ++end;
    }
    piece.time = date->time;
    clock.end = end;
    fill();
    piece.yearGiven = date->yearGiven;
    piece.resolution = date->resolution;
    return piece;
}

TimesReader::Index TimesReader::clock(Index i) {
    // 9 to 11 a.m., 9-11 a.m.: the second hour says which half of the day both belong to
    if (const int hour = plainNumber(i, 2);
        hour >= 1 && hour <= 12 && (dashAt(i + 1) || isAny(i + 1, {"to", "and", "or", "until", "till"}))) {
        const auto later = clockAt(i + 2);
        if (later && later->meridiem && later->minute < 0 &&
            (dashAt(i + 1) || isAny(i - 1, {"from", "between"}) || is(i + 1, "to") ||
             (is(i + 1, "or") && isAny(i - 1, {"at", "around", "about", "by"})))) {
            const Piece second = clockPiece(*later);
            Piece first = second;
            first.first = i;
            first.end = i + 1;
            const int twelve = later->hour % 12 == 0 ? 12 : later->hour % 12;
            const bool sameHalf = hour % 12 < twelve % 12 || (twelve == 12 && hour != 12 && later->hour == 0);
            first.time.hour = hour % 12 + ((later->hour >= 12) == sameHalf ? 12 : 0);
            first.rule = "clock-range";
            if (!first.time.hasDate() && !first.set)
                shareDay(first);
            if (first.time.hasFullDate() && !second.time.hasDate()) {
                Piece closing = second;
                closing.time.setDay(first.time.dayNumber() + (closing.time.hour < first.time.hour ? 1 : 0));
                emit(first);
                return emit(closing);
            }
            emit(first);
            return emit(second);
        }
    }
    if (const Index end = hourRange(i); end != i)
        return end;
    const auto found = clockAt(i);
    if (!found)
        return i;
    if (!found->sure && !clockIntroduced(*found))
        return i;
    Clock shared = *found;
    if (!shared.meridiem && shared.minute >= 0 && shared.hour >= 1 && shared.hour <= 12 &&
        (dashAt(shared.end) || isAny(shared.end, {"to", "and", "until", "till"})) &&
        (dashAt(shared.end) || isAny(i - 1, {"from", "between"})))
        if (const auto later = clockAt(shared.end + 1); later && later->meridiem && later->hour >= 12) {
            const int first = shared.hour % 12 * 60 + shared.minute; // 1:30 to 2:15 pm
            if (first <= later->hour % 12 * 60 + std::max(later->minute, 0))
                shared.hour = shared.hour % 12 + 12;
        }
    Piece piece = clockPiece(shared);
    if (found->about)
        piece.mod = TimeMod::Approx;
    // hedges: "about 9 p.m."
    Index first = piece.first;
    if (TimeMod mod = TimeMod::None; hedgeBefore(first, mod) && mod == TimeMod::Approx) {
        piece.first = first;
        piece.mod = mod;
    }
    if (!piece.time.hasDate() && !piece.set)
        shareDay(piece);
    return emit(piece);
}

void TimesReader::shareDay(Piece& piece) const {
    const Index before = piece.first > 0 ? piece.first - 1 : 0;
    const bool opens = isAny(piece.end, {"to", "until", "till"}) || dashAt(piece.end) ||
                       (is(piece.end, "and") && is(before, "between"));
    const TimeMention* last =
        out_.times.empty() || out_.times.back().sentence != sentence_ ? nullptr : &out_.times.back();
    const bool lastDay = last != nullptr && last->resolved && last->resolved->grain == Grain::Day;
    // "from 5pm to 7pm tomorrow": the day stands behind the second hour
    if (opens)
        if (const auto later = clockAt(piece.end + 1)) {
            const Piece second = clockPiece(*later);
            if (second.time.hasFullDate() && second.time.hour >= 0) {
                piece.time.setDay(second.time.dayNumber() - (second.time.hour < piece.time.hour ? 1 : 0));
                piece.resolution = "day-of-the-range";
                return;
            }
        }
    // "tomorrow from 5pm to 7pm", "on Friday between 3 and 5 pm"
    if (opens && isAny(before, {"from", "between"})) {
        if (lastDay && last->endToken == before && last->type == TimeType::Date) {
            piece.time.setDay(dayOfSecond(last->resolved->from));
            piece.resolution = "day-of-the-sentence";
        }
        return;
    }
    if (opens && lastDay && token(before).is(TokenKind::Comma) && last->endToken == before &&
        last->type == TimeType::Date &&
        !(out_.times.size() > 1 &&
          out_.times[out_.times.size() - 2].endToken + 1 == last->firstToken)) { // "on the 14th, 9 to 10 am"
        piece.time.setDay(dayOfSecond(last->resolved->from));
        piece.resolution = "day-of-the-sentence";
        return;
    }
    const bool closes = isAny(before, {"to", "until", "till", "and"}) || dashAt(before);
    if (closes && last != nullptr && last->endToken == before && last->resolved && last->type == TimeType::Time &&
        last->resolved->grain >= Grain::Hour) { // the end of a range: of the same day, or the next where it is earlier
        const std::int64_t day = dayOfSecond(last->resolved->from);
        const std::int64_t hour = (last->resolved->from - day * secondsPerDay) / 3600;
        if (is(before, "and") || piece.time.hour >= 0) {
            piece.time.setDay(day + (piece.time.hour < hour ? 1 : 0));
            piece.resolution = "day-of-the-range";
        }
        return;
    }
    if (closes && !is(before, "and"))
        return;
    if (opens || (piece.rule == std::string_view("named-hour") && piece.time.hour == 0))
        return;
    // The day that the sentence has named, or, where past events are told, the one before it.
    if (lastDay && last->type == TimeType::Date && !is(before, "and")) {
        piece.time.setDay(dayOfSecond(last->resolved->from));
        piece.resolution = "day-of-the-sentence";
        return;
    }
    if (tenseAt(piece.first, piece.end) != Tense::Past)
        return;
    for (auto it = out_.times.rbegin(); it != out_.times.rend() && it->sentence + 1 >= sentence_; ++it) {
        if (it->type == TimeType::Set || it->type == TimeType::Duration)
            return;
        if (it->resolved && it->resolved->grain >= Grain::Day && !it->resolved->openFrom && !it->resolved->openTo) {
            piece.time.setDay(dayOfSecond(it->resolved->from));
            piece.resolution = "day-of-the-story";
            return;
        }
    }
}

/// Bare hours that a range and the speaker show: "from 5 to 7", "between 9 and 10 tomorrow". Returns i: none.
TimesReader::Index TimesReader::hourRange(Index i) {
    const int from = plainNumber(i, 2), to = plainNumber(i + 2, 2);
    const bool led =
        (is(i - 1, "from") && isAny(i + 1, {"to", "till", "until"})) || (is(i - 1, "between") && is(i + 1, "and"));
    if (const auto later =
            from >= 1 && from <= 12 && (led || is(i + 1, "to") || dashAt(i + 1)) ? clockAt(i + 2) : std::nullopt;
        later && later->meridiem && later->minute >= 0 && later->hour % 12 >= from % 12) { // "3 to 3:30 pm"
        const Piece closing = clockPiece(*later);
        Piece opening = closing;
        opening.first = i;
        opening.end = i + 1;
        opening.time.hour = from % 12 + (later->hour >= 12 ? 12 : 0);
        opening.time.minute = -1;
        opening.rule = "clock-range";
        emit(opening);
        return emit(closing);
    }
    if (!led || from < 1 || from > 24 || to < 1 || to > 24 || from == to || has(i + 3, Tag::Month))
        return i;
    const auto first = clockAt(i), second = clockAt(i + 2);
    if (!first || !second || first->end != i + 1 || second->sure || second->minute >= 0 || !bareHourFits(*second))
        return i;
    Piece one = clockPiece(*first), two = clockPiece(*second);
    const TimeMention* last =
        out_.times.empty() || out_.times.back().sentence != sentence_ ? nullptr : &out_.times.back();
    const bool behindDay = last != nullptr && last->resolved && last->resolved->grain >= Grain::Day &&
                           last->endToken + 1 == i && last->value.size() >= 10 && last->value[4] == '-';
    if (!two.time.hasFullDate() && !behindDay && !spoken())
        return i;
    if (two.time.hour == to && to < from && from <= 12)
        two.time.hour = to + 12; // from 9 to 5
    if (two.time.hasFullDate()) {
        one.time.setDay(two.time.dayNumber());
        if (two.time.hour >= 12 && from < to && to < 12)
            one.time.hour = from + 12; // "5 and 7 this evening"
    } else if (behindDay) {
        const bool late =
            last->value.ends_with("TEV") || last->value.ends_with("TAF") || (last->value.ends_with("TNI") && from > 5);
        for (Piece* piece : {&one, &two}) {
            if (late && piece->time.hour < 12)
                piece->time.hour += 12;
            piece->time.setDay(dayOfSecond(last->resolved->from));
        }
    }
    one.rule = two.rule = "hour-range";
    emit(one);
    return emit(two);
}

} // namespace countercheck::read
