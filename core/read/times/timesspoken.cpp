// SPDX-License-Identifier: GPL-3.0-or-later
// What is said and typed: hours and years in words ("at seven", "in nineteen eighty-four"), questions, lines without a
// sentence.
#include "core/read/times/timesreader.h"

namespace countercheck::read {

using text::Tag;
using text::TokenKind;

/// Is the time all that the text says, but for small words: "by Thursday", "le 3 mars à 9 h"? So people answer and ask.
bool TimesReader::alone(Index first, Index end) const {
    if (reading_.sentences.size() != 1 || end_ - first_ > 16)
        return false;
    constexpr std::uint64_t counts =
        text::tagBit(Tag::Number) | text::tagBit(Tag::Ordinal) | text::tagBit(Tag::Zone) | text::tagBit(Tag::TimeMod);
    for (Index i = first_; i < end_; ++i) {
        const text::Token& t = token(i);
        if ((t.is(TokenKind::Comma) && !offhand_) || t.is(TokenKind::Semicolon) ||
            (i + 1 == end_ && t.is(TokenKind::Stop) && text(i) == "." && !token(i - 1).has(text::HasPoint)))
            return false;
        if ((i < first || i >= end) && t.is(TokenKind::Word) && !lexicon_.hasAny(t.word, counts) &&
            (!t.may(text::HintTime | text::HintClosed) ||
             (lexicon_.hasAny(t.word, text::tagBit(Tag::Aux) | text::tagBit(Tag::Pron)) &&
              !lexicon_.hasAny(t.word, text::tagBit(Tag::Prep) | text::tagBit(Tag::DayPart)))))
            return false;
    }
    return true;
}

bool TimesReader::typed() const {
    if (reading_.sentences.size() != 1 || end_ <= first_)
        return false;
    const text::Token& opening = token(first_);
    return opening.is(TokenKind::Word) && !opening.has(text::Capitalised) && text(end_ - 1) != ".";
}

bool TimesReader::told() const {
    return isAny<"i", "i'll", "i'm", "i'd", "i've", "let's", "remind", "wake", "schedule", "please">(first_);
}

/// What is asked for has been made, sent or sold.
bool TimesReader::lookedBack() const {
    if (!isAny<"show", "find", "list", "compare", "get", "search", "display">(first_))
        return false;
    for (Index i = first_ + 1; i < end_; ++i)
        if (isAny<"sales", "revenue", "revenues", "photos", "pictures", "emails", "mails", "expenses", "receipts",
                  "transactions", "payments", "invoices", "earnings", "messages", "spending">(i))
            return true;
    return false;
}

/// "a truce starting at noon on Thursday", "effective March 1"
bool TimesReader::starting(Index first) const {
    for (Index i = first, steps = 0; i > first_ && steps < 4; ++steps) {
        if (isAny<"starting", "beginning", "effective">(--i))
            return !is(i - 1, "the") && (i + 1 == first || !is(i + 1, "of"));
        if (!isAny<"at", "on", "from", "noon", "midnight", "midday", "dawn", "the", "in">(i) &&
            !kind(i, TokenKind::Number) && !kind(i, TokenKind::Alnum) && !has(i, Tag::DayPart))
            return false;
    }
    return false;
}

bool TimesReader::asked() const {
    const Index begin = reading_.sentences[sentence_].firstToken;
    return (end_ > begin && text(end_ - 1) == "?") || (end_ > begin + 1 && text(end_ - 2) == "?");
}

/// In an offhand line, is the short weekday at i one? "tue" and "fri" are nothing else; "sat", "sun", "mon" and "wed"
/// need company that only a day has ("sun at 2", "sat the 19th", "mon-fri").
bool TimesReader::shortDayFits(Index i) const {
    if (!isAny<"mon", "wed", "sat", "sun">(i))
        return true;
    if (isAny<"on", "by", "until", "till", "since">(i - 1) || deixisAt(i - 1) != Deixis::None)
        return !nounFollows(i + 1) || has(i + 1, Tag::Month);
    if (i > first_ && (lexicon_.value(token(i - 1).word, Tag::DayPart).ends_with('m') ||
                       (token(i - 1).is(TokenKind::Alnum) && text(i - 1).ends_with('m'))))
        return true; // 9am-5pm mon
    const Index behind = kind(i + 1, TokenKind::Comma) ? i + 2 : i + 1;
    const auto joins = [this](Index at) {
        return dashAt(at) || kind(at, TokenKind::Slash) || (kind(at, TokenKind::Symbol) && text(at) == "&") ||
               isAny<"to", "thru", "through", "and", "or">(at);
    };
    if ((joins(behind) && has(behind + 1, Tag::Weekday) && inside(behind + 1)) ||
        (i >= first_ + 2 && joins(i - 1) && lexicon_.has(token(i - 2).word, Tag::Weekday)))
        return true;
    if (is(behind, "the"))
        return ordinalDay(behind + 1) > 0;
    if (isAny<"at", "around", "@">(behind))
        return !(i > first_ && lexicon_.has(token(i - 1).word, Tag::Pron)) && clockAt(behind + 1).has_value();
    if (kind(behind, TokenKind::Number) || kind(behind, TokenKind::Alnum))
        return ordinalDay(behind) > 0 || dayMonth(behind) || numericDate(behind) ||
               (clockAt(behind) && (clockAt(behind)->sure || clockAt(behind)->minute >= 0 || dashAt(behind + 1)));
    if (isAny<"may", "march">(behind))
        return kind(behind + 1, TokenKind::Number) || kind(behind + 1, TokenKind::Alnum);
    if (has(behind, Tag::Month) || dayPartOf(behind) != DayPart::None || isAny<"noon", "midday">(behind))
        return inside(behind);
    if (deixisAt(behind) != Deixis::None && is(behind + 1, "week"))
        return true;
    return i == first_ && i + 1 == end_;
}

/// Is a number with a point an hour ("9.30-11.00", "18.47 tomorrow", "wake me at 6.45")?
bool TimesReader::pointClockFits(const Clock& clock) const {
    const Index i = clock.first;
    if (clock.minute < 0 || kind(clock.end, TokenKind::Percent) || kind(clock.end, TokenKind::Currency) ||
        has(clock.end, Tag::Unit) || has(clock.end, Tag::Multiplier))
        return false;
    if (isAny<"tomorrow", "tonight">(clock.end) ||
        (is(i - 1, "at") && is(clock.end, "on") && dateAt(clock.end + 1))) // at 23.59 on 30.06.2019
        return true;
    if (!offhand_ && !spoken())
        return false;
    if (isAny<"at", "until", "till">(i - 1))
        return !nounFollows(clock.end) || has(clock.end, Tag::Weekday) || has(clock.end, Tag::TimeRef);
    const auto other = [this](Index at) {
        return kind(at, TokenKind::Number) && token(at).has(text::HasPoint) && clockAt(at).has_value();
    };
    if (dashAt(clock.end) && other(clock.end + 1))
        return i == first_ || (!out_.times.empty() && out_.times.back().endToken + 1 >= i);
    return dashAt(i - 1) && !out_.times.empty() && out_.times.back().endToken + 1 == i &&
           out_.times.back().type == TimeType::Time;
}

/// The hour of a habit: "daily at noon", "every Monday at 4pm".
void TimesReader::clockOfHabit(Piece& piece) const {
    if (!is(piece.end, "at") || !inside(piece.end))
        return;
    const auto c = clockAt(piece.end + 1);
    if (!c || !(c->sure || c->minute >= 0 || (c->hour <= 12 && bareHourFits(*c))))
        return;
    piece.time.hour = c->hour;
    piece.time.minute = c->minute;
    piece.end = c->end;
}

/// "every weekday at 8am", "weekends": the days as TIMEX3 writes them, with their hour.
TimesReader::Index TimesReader::daysWithHour(Index first, Index end, std::string_view days, const char* rule) {
    Piece piece;
    piece.end = end;
    clockOfHabit(piece);
    std::string value(days);
    if (const DayPart part = dayPartOf(end); part != DayPart::None && piece.end == end) { // every weekday morning
        piece.time.part = part;
        piece.end = end + 1;
    }
    if (piece.end > end)
        value += timexValue(piece.time);
    return emit(first, piece.end, TimeType::Set, TimeMod::None, std::move(value), std::nullopt, rule);
}

/// "nineteen eighty-four", "twenty oh nine", "two thousand and ten": a year; -1 otherwise.
int TimesReader::yearSaid(Index i, Index& end) const {
    if (!kind(i, TokenKind::Word) || !has(i, Tag::Number) || kind(i + 1, TokenKind::Hyphen))
        return -1;
    const auto low = [&](Index at, Index& behind) { // 1 to 99, also with a hyphen
        const int n = wordNumber(at, behind);
        return n >= 1 && n <= 99 ? n : -1;
    };
    const int head = static_cast<int>(number(i, Tag::Number));
    if (head >= 17 && head <= 20) {
        int rest = low(i + 1, end);
        if (rest < 0 && isAny<"oh", "o">(i + 1) && (rest = low(i + 2, end)) > 9)
            rest = -1;
        return rest < 1 || (rest < 10 && !isAny<"oh", "o">(i + 1)) ? -1 : head * 100 + rest;
    }
    if (head == 2 && is(i + 1, "thousand")) {
        const int rest = low(is(i + 2, "and") ? i + 3 : i + 2, end);
        return rest < 1 || rest > 60 ? -1 : 2000 + rest;
    }
    return -1;
}

/// "Monday at 8 or 9", "at 7 or at 8": the hour before it, of which this one is the alternative; null: there is none.
const TimeMention* TimesReader::alternativeHour(Index i) const {
    const Index link = is(i - 1, "at") ? i - 2 : i - 1;
    if (!is(link, "or") || out_.times.empty())
        return nullptr;
    const TimeMention& last = out_.times.back();
    return last.endToken == link && last.type == TimeType::Time && last.sentence == sentence_ &&
                   last.value.find(':') != std::string::npos
               ? &last
               : nullptr;
}

/// "4 to 5 today", "Monday 12-4": a day that is named right before or behind them shows that two numbers are hours.
bool TimesReader::hoursBesideDay(Index i, int from, int to) const {
    if (from < 1 || from > 12 || to < 1 || to > 12 || !(is(i + 1, "to") || dashAt(i + 1)))
        return false;
    if (!out_.times.empty() && out_.times.back().endToken == i && out_.times.back().type == TimeType::Set &&
        out_.times.back().value.starts_with("XXXX-WXX-") &&
        (i + 3 == end_ || kind(i + 3, TokenKind::Stop) || kind(i + 3, TokenKind::Comma)))
        return true; // weekdays 9 to 5
    if (!offhand_ || (from > to && from < 8))
        return false;
    const bool behind = isAny<"today", "tomorrow", "tonight">(i + 3) && inside(i + 3);
    const TimeMention* last = out_.times.empty() ? nullptr : &out_.times.back();
    const bool closes = last != nullptr && last->resolved && i + 3 == end_;
    const bool before =
        closes && last->endToken == i && last->type == TimeType::Date && last->resolved->grain == Grain::Day;
    const bool part = closes && last->endToken + 1 == i && kind(i - 1, TokenKind::Comma) &&
                      last->resolved->grain == Grain::PartOfDay; // Tuesday evening, 7 to 8
    return behind || part || (before && (spoken() || typed()));
}

/// "April Jones", "April said", "tell June": a given name, as the word beside it shows.
bool TimesReader::givenName(Index i) const {
    if (!isAny<"april", "june", "august">(i))
        return false;
    if (!is(i, "august") && capital(i + 1) && kind(i + 1, TokenKind::Word) && !has(i + 1, Tag::Prep) &&
        !has(i + 1, Tag::Month) && !isAny<"in", "since", "until", "by", "during", "last", "this", "next">(i - 1))
        return true;
    if (small_ || has(i - 1, Tag::Prep) || has(i - 1, Tag::TimeMod) || deixisAt(i - 1) != Deixis::None)
        return false;
    return has(i + 1, Tag::Say) || isAny<"won't", "can't", "doesn't", "isn't", "hasn't", "thinks", "wants">(i + 1) ||
           isAny<"told", "tell", "ask", "asked", "call", "text", "email", "invite", "met", "thank", "remind">(i - 1);
}

/// "from nine to five p.m.", "from eleven until quarter past six": `i` is the first hour. Returns i: none.
TimesReader::Index TimesReader::hoursSaid(Index i) {
    Index link = 0;
    const int hour = wordNumber(i, link);
    if (hour < 1 || hour > 12 || !(is(i - 1, "between") ? is(link, "and") : isAny<"to", "till", "until">(link)))
        return i;
    const auto later = clockAt(link + 1);
    if (!later)
        return i;
    if (!later->meridiem) {
        const bool plain = later->minute < 0 && spoken() && bareHourFits(*later); // from seven to nine
        const auto opening = plain || (later->sure && later->minute >= 0) ? saidHour(i) : std::nullopt;
        if (!opening || opening->end != link)
            return i;
        const Piece closing = clockPiece(*later);
        Piece one = clockPiece(*opening);
        if (plain && closing.time.hasFullDate() && !one.time.hasDate())
            one.time.setDay(closing.time.dayNumber());
        const Index end = emit(one);
        return plain ? emit(closing) : end;
    }
    Piece piece = clockPiece(*later);
    piece.first = i;
    piece.end = link;
    const int twelve = later->hour % 12;
    const bool sameHalf = hour % 12 < (twelve == 0 ? 12 : twelve);
    piece.time.hour = hour % 12 + ((later->hour >= 12) == sameHalf ? 12 : 0);
    piece.time.minute = -1;
    return emit(piece);
}

/// A number word that can begin an hour or a year; i itself: it begins neither. What stands before it decides first.
TimesReader::Index TimesReader::numberWord(Index i) {
    if (isAny<"at", "by", "until", "till", "around">(i - 1))
        return clock(i);
    if (isAny<"before", "after">(i - 1) && isAny<"tomorrow", "tonight", "this">(i + 1))
        return clock(i); // before eight tomorrow night
    if (isAny<"to", "till", "until">(i - 1) && is(i + 1, "tonight") && !out_.times.empty() &&
        out_.times.back().endToken + 1 == i && out_.times.back().type == TimeType::Time)
        if (const auto closing = clockAt(i)) // half past seven to eleven tonight
            return emit(clockPiece(*closing));
    if (Index end = 0; i == first_) { // "eight tonight", "twenty after 3pm"
        if (const int hour = wordNumber(i, end); hour >= 1 && hour <= 12 && is(end, "tonight"))
            if (auto c = clockAt(i)) {
                Piece piece = clockPiece(*c);
                if (piece.time.hasFullDate())
                    return emit(piece);
            }
        if (const auto hour = clockAt(i);
            hour && ((hour->sure && hour->meridiem) || (hour->minute >= 0 && offhand_ && hour->end == end_ &&
                                                        isAny<"past", "to", "after", "till">(i + 1))))
            return hour->sure ? clock(i) : emit(clockPiece(*hour)); // "ten past four"
    }
    if (isAny<"minutes", "min", "mins">(i + 1) && is(i + 2, "to") && has(i + 3, Tag::Number) &&
        (offhand_ || spoken()) &&
        isAny<"is", "starts", "start", "begins", "begin", "leaves", "leave", "opens", "closes", "ends", "arrives",
              "it's">(i - 1))
        if (const auto hour = clockAt(i); hour && hour->minute >= 0) // it starts ten minutes to nine
            return emit(clockPiece(*hour));
    if (isAny<"to", "before", "past", "after", "till">(i + 1))
        if (const auto hour = clockAt(i); hour && hour->sure && hour->meridiem)
            return clock(i); // it's ten before four in the afternoon
    if (is(i - 1, "and") && !out_.times.empty() && out_.times.back().endToken + 1 == i &&
        out_.times.back().type == TimeType::Time && is(out_.times.back().firstToken - 1, "between"))
        return clock(i); // between noon and two
    if (isAny<"from", "to", "between", "and", "before", "after", "since">(
            i - 1)) // from nine in the morning to eight at night
        if (const auto hour = clockAt(i); hour && hour->sure && hour->meridiem && hour->end > i + 1)
            return clock(i);
    if (is(i - 1, "for")) // "a cab for eight in the morning"
        if (const auto hour = clockAt(i);
            hour && ((hour->sure && hour->meridiem) || (hour->minute >= 0 && imperative(i))))
            return clock(i);
    if (isAny<"from", "between">(i - 1))
        if (const Index next = hoursSaid(i); next != i)
            return next;
    if (Index end = 0; i == first_ && yearSaid(i, end) > 0 && end == end_ && offhand_) { // nineteen ninety-eight
        Piece piece;
        piece.first = i;
        piece.time.year = yearSaid(i, end);
        piece.end = end;
        piece.rule = "year-words";
        piece.yearGiven = true;
        return emit(piece);
    }
    const bool article = is(i - 1, "the");
    if (Index end = 0; article && inside(i - 1) && ordinalAt(i, end) > 0 && isAny<"on", "by", "until">(i - 2) &&
                       !nounFollows(end) && !is(end, "of"))
        return dayOfMonth(i, i - 1, end); // on the twenty-first
    if (!article && !isAny<"in", "since", "of", "by", "until", "till", "year", "before", "after", "early", "late",
                           "mid", "to", "and", "from", "between">(i - 1))
        return i;
    Piece piece;
    piece.first = i;
    piece.rule = "year-words";
    const int head = static_cast<int>(number(i, Tag::Number));
    if (const Index next = kind(i + 1, TokenKind::Hyphen) ? i + 2 : i + 1;
        head >= 17 && head <= 20 && has(next, Tag::TimeUnit) && kind(next, TokenKind::Word) &&
        value(next, Tag::TimeUnit).ends_with("0s")) {
        piece.time.decade = head * 10 + static_cast<int>(number(next, Tag::TimeUnit)) / 10; // the nineteen eighties
        piece.first = article ? i - 1 : i;
        piece.end = next + 1;
        return emit(piece);
    }
    Index end = 0;
    if (article || (piece.time.year = yearSaid(i, end)) < 0)
        return i;
    if (nounFollows(end) || has(end, Tag::Multiplier) || has(end, Tag::Unit))
        return i;
    piece.end = end;
    piece.yearGiven = true;
    if (is(i - 1, "year") && inside(i - 1)) // the year two thousand and eight
        piece.first = is(i - 2, "the") && inside(i - 2) ? i - 2 : i - 1;
    return emit(piece);
}

} // namespace countercheck::read
