// SPDX-License-Identifier: GPL-3.0-or-later
// The clock: "9 p.m.", "21:00 GMT", "half past three"; the parts of the day stand in timesdayparts.cpp.
#include "core/read/calendar.h"
#include "core/read/times/timesreader.h"

#include <charconv>

namespace countercheck::read {

using text::Tag;
using text::TokenKind;

/// A bare hour ("at 7") is one only where nothing is counted by it.
bool TimesReader::bareHourFits(const Clock& clock) const {
    const Index j = clock.end;
    if (kind(j, TokenKind::Percent) || kind(j, TokenKind::Currency) || kind(j, TokenKind::Slash) ||
        kind(j, TokenKind::Hyphen) || kind(j, TokenKind::Symbol) || has(j, Tag::Unit) || has(j, Tag::Multiplier) ||
        (kind(j, TokenKind::Colon) && glued(j)))
        return false;
    if (is(j, "per") || (is(j, "for") && kind(j + 1, TokenKind::Number) && !has(j + 2, Tag::TimeUnit)))
        return false; // from 3 to 5 per cent, 3 for 10
    if (kind(j, TokenKind::Word) && !has(j, Tag::Weekday) && !has(j, Tag::TimeRef) && !has(j, Tag::TimeWord) &&
        nounFollows(j))
        return false;
    return !token(clock.first).has(text::HasPoint);
}

/// "today", "tmrw", "tonight"
bool TimesReader::dayNamed(Index i) const {
    const std::string_view ref = inside(i) ? value(i, Tag::TimeRef) : std::string_view{};
    return ref.starts_with("day:") || ref == "tonight";
}

/// Is an uncertain clock time ("9:30", "at 7") led in by the words around it?
bool TimesReader::clockIntroduced(const Clock& clock) const {
    const Index i = clock.first;
    const bool point = kind(i, TokenKind::Number) && token(i).has(text::HasPoint);
    if (point && pointClockFits(clock))
        return true;
    if (clock.minute >= 0 && !point && clock.rule == std::string_view("clock")) { // 9:30
        if (isAny<"at", "by", "from", "until", "till", "to", "before", "after", "around", "about", "between", "since",
                  "than">(i - 1) ||
            dashAt(i - 1))
            return true;
        if (is(i - 1, "and") && !out_.times.empty() && out_.times.back().endToken + 1 == i)
            return true;
        if (dashAt(clock.end) || (offhand_ && isAny<"to", "until", "till">(clock.end)))
            if (const auto later = clockAt(clock.end + 1); later && (later->minute >= 0 || later->meridiem))
                return true; // 9:00-17:00, 6:30-8 pm, 9:30 to 11:15 tomorrow morning
        if (isAny<"won", "beat", "lost", "score", "ratio", "verse", "chapter">(i - 1) ||
            (capital(i - 1) && i - 1 > reading_.sentences[sentence_].firstToken && text(i).size() == 1))
            return false;
        if (clock.second >= 0)
            return text(i).size() == 2; // 2:15:30 is as likely a length
        return clock.hour >= 10 || text(i).size() == 2 ||
               (offhand_ && (i == first_ || isAny<"for", "alarm", "reminder", "meeting", "dinner", "lunch">(i - 1))) ||
               is(clock.end, "on") || dayNamed(clock.end) || has(clock.end, Tag::Weekday) ||
               (deixisAt(clock.end) != Deixis::None && has(clock.end + 1, Tag::Weekday));
    }
    if (clock.rule == std::string_view("clock-words") && clock.minute >= 0)
        return is(i - 1, "at") || (is(i - 1, "for") && imperative(i)); // an alarm for seven fifty-five
    // "8 tomorrow morning", "from 8 this evening"
    if (clock.hour >= 1 && clock.hour <= 12 && !point && clock.minute < 0 &&
        (isAny<"tomorrow", "yesterday">(clock.end) || is(clock.end, "this")) &&
        dayPartOf(clock.end + 1) != DayPart::None)
        return true;
    if (i == first_ && clock.hour >= 1 && clock.hour <= 12 && !point &&
        (is(clock.end, "tonight") || (offhand_ && is(clock.end, "tomorrow"))))
        return true; // "8 tonight"
    // "9:30am till 11", "between half past 6 and 7": the end of a range of hours
    if (clock.hour >= 1 && clock.hour <= 24 && clock.minute < 0 && !point && !out_.times.empty() &&
        out_.times.back().endToken + 1 == i && out_.times.back().sentence == sentence_ &&
        out_.times.back().type == TimeType::Time && out_.times.back().value.find(':') != std::string::npos &&
        (isAny<"to", "till", "until">(i - 1) || dashAt(i - 1) ||
         (is(i - 1, "and") && is(out_.times.back().firstToken - 1, "between"))) &&
        bareHourFits(clock))
        return true;
    if (clock.hour >= 1 && clock.hour <= 24 && !point && alternativeHour(i) != nullptr && bareHourFits(clock))
        return true;
    // "before 10 tomorrow", "after 3 on Thursday"
    if (isAny<"before", "after", "by", "until", "till", "than">(i - 1) && clock.hour >= 1 && clock.hour <= 12 &&
        !point && clock.minute < 0 && clock.rule != std::string_view("clock-words") &&
        (isAny<"tomorrow", "today", "tonight">(clock.end) || has(clock.end, Tag::Weekday) ||
         (is(clock.end, "on") && has(clock.end + 1, Tag::Weekday))) &&
        bareHourFits(clock))
        return spoken() || imperative(i) || typed() || isAny<"open", "closed", "available", "free", "shut">(i - 2);
    if (is(clock.end, "last") && is(clock.end + 1, "night") && clock.hour >= 1 && clock.hour <= 12 && !point &&
        inside(clock.end + 1) &&
        isAny<"from", "since", "until", "till", "at", "by", "around", "before", "after">(i - 1))
        return true; // from 11 last night
    if (is(i - 1, "since") && isAny<"yesterday", "today">(clock.end) && clock.hour >= 1 && clock.hour <= 12 && !point &&
        inside(clock.end))
        return true; // since 5 yesterday
    if (is(i - 1, "at") && isAny<"starting", "beginning", "ending">(i - 2))
        return true;
    // "this evening after 9"
    if (isAny<"before", "after", "until", "till">(i - 1) && clock.hour >= 1 && clock.hour <= 12 && !point &&
        clock.minute < 0 && !out_.times.empty() && out_.times.back().endToken + 1 == i && out_.times.back().resolved &&
        out_.times.back().resolved->grain == Grain::PartOfDay && bareHourFits(clock))
        return true;
    // "I'll be back by 5", "come any time after 5"; it starts at 11:15 and is done by 12
    const bool another = offhand_ && !out_.times.empty() && out_.times.back().sentence == sentence_ &&
                         out_.times.back().type == TimeType::Time && clock.end == end_;
    if (isAny<"by", "before", "after", "until", "till">(i - 1) && clock.hour >= 1 && clock.hour <= 12 && !point &&
        clock.minute < 0 &&
        (!inside(clock.end) || kind(clock.end, TokenKind::Stop) || kind(clock.end, TokenKind::Comma)) &&
        (spoken() || another) && !(is(i - 1, "by") && imperative(i)) && tenseAt(i, clock.end) == Tense::Future)
        return true;
    const bool dayBehind = isAny<"tomorrow", "today", "tonight">(clock.end) || has(clock.end, Tag::Weekday) ||
                           (is(clock.end, "on") && (has(clock.end + 1, Tag::Weekday) || is(clock.end + 1, "weekends") ||
                                                    is(clock.end + 1, "weekdays")));
    if (is(i - 1, "for") && dayBehind && clock.hour >= 1 && clock.hour <= 12 && !point && clock.minute < 0 &&
        clock.rule != std::string_view("clock-words") && bareHourFits(clock))
        return spoken() || imperative(i) || typed(); // an alarm for 8 on weekends
    // "at 7": only where people speak to an assistant or a day stands beside it
    if (!isAny<"at", "around">(i - 1) || (is(i - 1, "around") && clock.hour < 1) || clock.hour > 12 || point ||
        !bareHourFits(clock))
        return false;
    if (is(clock.end, "on") || has(clock.end, Tag::Weekday) || has(clock.end, Tag::TimeRef) ||
        (deixisAt(clock.end) == Deixis::Habit && // at 8 every night, at 7 every weekday
         (dayPartOf(clock.end + 1) != DayPart::None || value(clock.end + 1, Tag::TimeUnit) == "weekday" ||
          value(clock.end + 1, Tag::TimeUnit) == "day")) ||
        (is(clock.end, "this") && dayPartOf(clock.end + 1) != DayPart::None))
        return true;
    if (i >= first_ + 2 &&
        isAny<"open", "opens", "close", "closes", "starts", "begins", "leaves", "arrives", "ends">(i - 2))
        return true; // "doors open at 7"
    if (is(i - 1, "at") && alone(i, clock.end))
        return true;
    return spoken() || (offhand_ && clock.end == end_ &&
                        isAny<"book", "reserve", "schedule", "cancel", "call", "order">(first_)); // a table for 6 at 7
}

/// Does the sentence speak to somebody, as to an assistant, rather than report?
bool TimesReader::spoken() const {
    for (Index j = reading_.sentences[sentence_].firstToken; j < end_; ++j)
        if (isAny<"i", "me", "my", "we", "us", "let", "let's", "i'll", "i'm", "wake", "remind", "schedule", "meet",
                  "meeting", "alarm", "dinner", "lunch", "breakfast", "you", "please">(j))
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
    if (isAny<"book", "block", "schedule", "cancel", "move", "set", "show", "find", "send", "remind", "add", "put",
              "reserve", "order", "call", "text", "email", "invite", "list", "wake", "postpone", "plan">(begin) &&
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
    if (is(j, "sharp") &&
        (is(j + 1, "on") || deixisAt(j + 1) == Deixis::Habit || has(j + 1, Tag::Weekday) || has(j + 1, Tag::TimeRef)))
        ++j; // 5 p.m. sharp on Friday
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
    if (is(j, "the") && isAny<"last", "final">(j + 1) && value(j + 2, Tag::TimeUnit) == "day" && is(j + 3, "of") &&
        has(j + 4, Tag::Month) && !comma && inside(j + 4)) // noon on the last day of April
        if (auto month = monthDate(j + 4); month && month->time.day == 0) {
            resolve(*month, Deixis::None);
            if (month->time.year > 0) {
                piece.time.setDay(daysFromCivil(addMonths({month->time.year, month->time.month, 1}, 1)) - 1);
                clock.end = month->end;
                fill();
                return piece;
            }
        }
    if (is(j, "the") && (ordinalDay(j + 1) > 0 || (is(j + 1, "day") && isAny<"after", "before">(j + 2)) ||
                         (kind(j + 1, TokenKind::Number) && dateAt(j + 1)))) // on the 2/Sep
        ++j;
    if (!inside(j))
        return piece;
    const Deixis deixis = deixisAt(j);
    if (deixis == Deixis::Habit && !comma && (clock.sure || is(j - 1, "sharp") || is(clock.first - 1, "at")) &&
        (value(j + 1, Tag::TimeUnit) == "day" || has(j + 1, Tag::Weekday))) {
        piece.set = true; // 6:30 a.m. every day
        clock.end = j + 2;
        fill();
        piece.time.weekday = has(j + 1, Tag::Weekday) ? static_cast<int>(number(j + 1, Tag::Weekday)) : 0;
        return piece;
    }
    if (is(j, "everyday") && !comma && clock.sure && !nounFollows(j + 1)) { // 3pm everyday
        piece.set = true;
        clock.end = j + 1;
        fill();
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
        if (!clock.meridiem && clock.hour >= 5 && clock.hour <= 12) // 12 last night is midnight
            clock.hour = (clock.hour + 12) % 24;
        clock.end = j + 2;
        fill();
        if (today_)
            piece.time.setDay(*today_ - (clock.hour >= 12 ? 1 : 0));
        return piece;
    }
    if (is(j, "this") && isAny<"coming", "upcoming">(j + 1) && has(j + 2, Tag::Weekday) && !comma && today_ &&
        inside(j + 2) && !has(j + 2, Tag::Plural)) { // 6 in the evening this coming Friday
        piece.time.setDay(weekdayOnOrAfter(*today_ + 1, static_cast<int>(number(j + 2, Tag::Weekday))));
        clock.end = j + 3;
        fill();
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
        hour >= 1 && hour <= 12 && (dashAt(i + 1) || isAny<"to", "and", "or", "until", "till">(i + 1))) {
        const auto later = clockAt(i + 2);
        if (later && later->meridiem && later->minute < 0 &&
            (dashAt(i + 1) || isAny<"from", "between">(i - 1) || is(i + 1, "to") ||
             (is(i + 1, "or") && isAny<"at", "around", "about", "by">(i - 1)))) {
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
        (dashAt(shared.end) || isAny<"to", "and", "until", "till">(shared.end)) &&
        (dashAt(shared.end) || isAny<"from", "between">(i - 1)))
        if (const auto later = clockAt(shared.end + 1); later && later->meridiem && later->hour >= 12) {
            const int first = shared.hour % 12 * 60 + shared.minute; // 1:30 to 2:15 pm
            if (first <= later->hour % 12 * 60 + std::max(later->minute, 0))
                shared.hour = shared.hour % 12 + 12;
        }
    if (!shared.meridiem && shared.hour >= 1 && shared.hour < 12 && !out_.times.empty() &&
        out_.times.back().sentence == sentence_ && out_.times.back().endToken + 1 == i &&
        out_.times.back().type == TimeType::Time &&
        (isAny<"to", "until", "till">(i - 1) || dashAt(i - 1) ||
         (is(i - 1, "and") && is(out_.times.back().firstToken - 1, "between")))) {
        const std::string_view opened = reading_.of(out_.times.back().span); // from 4pm until 6
        const std::string& value = out_.times.back().value;                  // …T16:00
        const std::size_t colon = value.rfind(':');
        if (colon != std::string::npos && colon >= 2 &&
            (opened.ends_with("pm") || opened.ends_with("p.m.") || opened.ends_with("PM") || opened.ends_with("noon") ||
             opened.ends_with("evening"))) {
            const int hour = (value[colon - 2] - '0') * 10 + (value[colon - 1] - '0');
            if (hour >= 12 && hour < shared.hour + 12)
                shared.hour += 12;
        } else if (colon != std::string::npos && colon >= 2 && !is(i - 1, "and") && shared.minute < 0 &&
                   (opened.ends_with("am") || opened.ends_with("a.m.") || opened.ends_with("AM")) &&
                   shared.hour < (value[colon - 2] - '0') * 10 + (value[colon - 1] - '0')) {
            shared.hour += 12; // 8am until 6
        } else if (colon != std::string::npos && colon >= 2 && out_.times.size() > 1 &&
                   out_.times[out_.times.size() - 2].resolved && out_.times.back().resolved &&
                   out_.times[out_.times.size() - 2].resolved->grain == Grain::PartOfDay &&
                   out_.times.back().derivation.has("day-of-the-sentence")) { // tonight from 8:30 to 11
            const int hour = (value[colon - 2] - '0') * 10 + (value[colon - 1] - '0');
            if (hour > 12 && shared.hour + 12 > hour)
                shared.hour += 12;
        } else if (colon != std::string::npos && colon >= 2 && shared.minute >= 0 &&
                   text(i).size() == 1) { // 11:30-1:30
            const int hour = (value[colon - 2] - '0') * 10 + (value[colon - 1] - '0');
            if (hour >= 7 && hour <= 12 && shared.hour < hour && kind(i - 2, TokenKind::Number))
                shared.hour += 12;
        }
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
    if (is(piece.end, "approximately") && inside(piece.end) && !nounFollows(piece.end + 1) &&
        !kind(piece.end + 1, TokenKind::Number)) { // 3pm approximately
        ++piece.end;
        piece.mod = TimeMod::Approx;
    }
    if (!piece.time.hasDate() && !piece.set)
        shareDay(piece);
    return emit(piece);
}

void TimesReader::shareDay(Piece& piece) const {
    if (const TimeMention* other = alternativeHour(piece.first)) {
        if (!other->resolved || ofNoDay(*other->resolved))
            return;
        const std::int64_t day = dayOfSecond(other->resolved->from);
        const std::int64_t hour = (other->resolved->from - day * secondsPerDay) / 3600;
        if (hour >= 12 && piece.time.hour >= 1 && piece.time.hour < 12 && piece.time.hour + 12 > hour &&
            (kind(piece.end - 1, TokenKind::Number) || has(piece.end - 1, Tag::Number)))
            piece.time.hour += 12;
        piece.time.setDay(day);
        piece.resolution = "day-of-the-alternative";
        return;
    }
    if (is(piece.end, "or"))
        if (const auto other = clockAt(is(piece.end + 1, "at") ? piece.end + 2 : piece.end + 1))
            if (const Piece second = clockPiece(*other); second.time.hasFullDate()) { // at 4 or 5 tomorrow
                piece.time.setDay(second.time.dayNumber());
                piece.resolution = "day-of-the-alternative";
                return;
            }
    const Index before = piece.first > 0 ? piece.first - 1 : 0;
    const bool but = isAny<"but", "and">(piece.end) && isAny<"before", "until">(piece.end + 1); // after 9 but before 11
    const bool opens = isAny<"to", "until", "till">(piece.end) || dashAt(piece.end) || but ||
                       (is(piece.end, "and") && is(before, "between"));
    const TimeMention* last =
        out_.times.empty() || out_.times.back().sentence != sentence_ ? nullptr : &out_.times.back();
    const bool lastDay = last != nullptr && last->resolved && last->resolved->grain == Grain::Day;
    // "from 5pm to 7pm tomorrow": the day stands behind the second hour
    if (opens)
        if (const auto later = clockAt(piece.end + (but || isAny<"about", "around">(piece.end + 1) ? 2 : 1))) {
            const Piece second = clockPiece(*later);
            if (second.time.hasFullDate() && second.time.hour >= 0) {
                const bool afternoon = !later->meridiem && later->hour >= 1 && later->hour < 12 &&
                                       piece.time.hour >= 12 && later->hour + 12 > piece.time.hour &&
                                       token(piece.end - 1).kind != TokenKind::Number;
                if (piece.rule == std::string_view("clock-words") && piece.time.hour >= 1 && piece.time.hour < 12 &&
                    second.time.hour >= piece.time.hour + 12 && !has(piece.end - 1, Tag::DayPart) && !later->meridiem)
                    piece.time.hour += 12; // half past seven to eleven tonight
                else if (!later->meridiem && later->hour >= 1 && later->hour < 12 && second.time.hour >= 12 &&
                         piece.time.hour >= 1 && piece.time.hour < 12 && piece.time.hour <= later->hour &&
                         kind(piece.end - 1, TokenKind::Number))
                    piece.time.hour += 12; // from 2:30 till 4 on Saturday afternoon
                piece.time.setDay(second.time.dayNumber() - (second.time.hour < piece.time.hour && !afternoon ? 1 : 0));
                piece.resolution = "day-of-the-range";
                return;
            }
        }
    // "tomorrow from 5pm to 7pm", "on Friday between 3 and 5 pm", "last night, from 22:50 to 1:15"
    if (opens && isAny<"from", "between">(before)) {
        const Index behind = before > 0 && token(before - 1).is(TokenKind::Comma) ? before - 1 : before;
        const bool part =
            last != nullptr && last->resolved && last->resolved->grain == Grain::PartOfDay && !ofNoDay(*last->resolved);
        if ((lastDay && last->endToken == before && last->type == TimeType::Date) ||
            (part && last->endToken == behind)) {
            const bool night = part && last->value.ends_with("NI") && piece.time.hour < 6;
            if (part && !night && piece.time.hour >= 1 && piece.time.hour < 12 && !last->value.ends_with("MO") &&
                kind(piece.end - 1, TokenKind::Number))
                piece.time.hour += 12; // tonight from 8:30
            piece.time.setDay(dayOfSecond(last->resolved->from) + (night ? 1 : 0));
            piece.resolution = "day-of-the-sentence";
        }
        return;
    }
    if (opens && lastDay &&
        (last->endToken == piece.first || (token(before).is(TokenKind::Comma) && last->endToken == before)) &&
        last->type == TimeType::Date &&
        !(out_.times.size() > 1 &&
          out_.times[out_.times.size() - 2].endToken + 1 == last->firstToken)) { // "on the 14th, 9 to 10 am"
        piece.time.setDay(dayOfSecond(last->resolved->from));
        piece.resolution = "day-of-the-sentence";
        return;
    }
    const bool closes = isAny<"to", "until", "till", "and">(before) || dashAt(before);
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
    if (last != nullptr && last->endToken == before && isAny<"before", "after">(before) && last->resolved &&
        last->resolved->grain == Grain::PartOfDay && !ofNoDay(*last->resolved)) { // this evening after 9
        if (piece.time.hour >= 1 && piece.time.hour < 12 && !last->value.ends_with("MO") &&
            kind(piece.end - 1, TokenKind::Number) && !(last->value.ends_with("NI") && piece.time.hour < 6))
            piece.time.hour += 12;
        piece.time.setDay(dayOfSecond(last->resolved->from));
        piece.resolution = "day-of-the-sentence";
        return;
    }
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

} // namespace countercheck::read
