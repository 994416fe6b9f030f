// SPDX-License-Identifier: GPL-3.0-or-later
// Dates: numeric ones, months and days, weekdays, relative days, and what stands on either side of them.
#include "core/read/calendar.h"
#include "core/read/times/timesreader.h"

#include <algorithm>
#include <charconv>

namespace countercheck::read {

using text::Tag;
using text::TokenKind;

std::optional<TimesReader::Piece> TimesReader::dateAt(Index i) const {
    if (!inside(i))
        return std::nullopt;
    if (!kind(i, TokenKind::Word)) {
        if (!kind(i, TokenKind::Number) && !kind(i, TokenKind::Alnum))
            return std::nullopt;
        if (auto piece = numericDate(i))
            return piece;
        if (auto piece = dayMonth(i))
            return piece;
        if (auto piece = yearFirst(i))
            return piece;
        return quarterName(i);
    }
    if (auto piece = holidayDate(i))
        return piece;
    if (has(i, Tag::Weekday))
        return weekdayDate(i);
    if (has(i, Tag::Month))
        return monthDate(i);
    if (has(i, Tag::TimeRef) || has(i, Tag::TimeUnit))
        return relativeDay(i);
    return has(i, Tag::Ordinal) ? dayMonth(i) : std::nullopt;
}

int TimesReader::yearAt(Index i, Index& end) const {
    Index j = i;
    const bool comma = kind(j, TokenKind::Comma);
    if (comma || isAny<"of", "de", "del">(j))
        ++j;
    const int year = plainNumber(j, 4);
    if (year >= 0 && text(j).size() == 4 && plausibleYear(year)) {
        if (kind(j + 1, TokenKind::Percent) || (kind(j + 1, TokenKind::Hyphen) && !kind(j + 2, TokenKind::Number)))
            return -1;
        end = j + 1;
        return year;
    }
    if (kind(j, TokenKind::Apostrophe) && plainNumber(j + 1, 2) >= 0 && text(j + 1).size() == 2 && glued(j + 1)) {
        end = j + 2;
        return fullYear(plainNumber(j + 1, 2), today_);
    }
    if (Index said = 0; const int y = yearSaid(j, said)) // October 1st, twenty twenty-five
        if (y > 0 && !nounFollows(said) && !has(said, Tag::Multiplier) && !has(said, Tag::Unit)) {
            end = said;
            return y;
        }
    if (!comma && today_ && is(j + 1, "year") && inside(j)) { // January (of) last year
        const Deixis deixis = deixisAt(j);
        const int now = civilFromDays(*today_).year;
        if (deixis == Deixis::Last || deixis == Deixis::This || deixis == Deixis::Next) {
            end = j + 2;
            return deixis == Deixis::Last ? now - 1 : deixis == Deixis::This ? now : now + 1;
        }
    }
    if (const Index same = is(j, "the") ? j + 1 : j; // September of that year, in May of the following year
        !comma && j > i && is(same + 1, "year") && inside(same + 1))
        if (const Deixis deixis = deixisAt(same);
            deixis == Deixis::Same || deixis == Deixis::Following || deixis == Deixis::Previous)
            if (const TimeMention* before = earlierIn(Grain::Year)) {
                end = same + 2;
                return civilFromDays(dayOfSecond(before->resolved->from)).year + (deixis == Deixis::Same        ? 0
                                                                                  : deixis == Deixis::Following ? 1
                                                                                                                : -1);
            }
    return -1;
}

std::optional<TimesReader::Piece> TimesReader::monthDate(Index i) const {
    const bool weak = value(i, Tag::TimeWord) == "weak";
    const bool shortForm = has(i, Tag::Abbreviation) || text(i).size() <= 4;
    Piece piece;
    piece.first = i;
    piece.end = i + 1;
    piece.time.month = static_cast<int>(number(i, Tag::Month));
    Index j = i + 1;
    if (shortForm && kind(j, TokenKind::Stop) && glued(j) && text(j) == "." && inside(j + 1))
        ++j;
    // the day: "11", "11th", "the 11th", "first"
    Index ordinalEnd = 0; // "June the twenty-first"
    const bool afterComma =
        kind(j, TokenKind::Comma) && (is(j + 1, "the") || // April, the first; Jan, 1st 2022
                                      (kind(j + 1, TokenKind::Alnum) && ordinalDay(j + 1) > 0 && !nounFollows(j + 2)));
    const Index the = afterComma ? j + 1 : j;
    const Index d = is(the, "the") && (ordinalDay(the + 1) > 0 || ordinalAt(the + 1, ordinalEnd) > 20) ? the + 1
                    : (kind(j, TokenKind::Hyphen) || (kind(j, TokenKind::Slash) && glued(j) && glued(j + 1))) &&
                            plainNumber(j + 1, 2) > 0
                        ? j + 1
                        : the;
    int day = plainNumber(d, 2);
    if (day < 0)
        day = ordinalDay(d);
    const bool wordOrdinal = kind(d, TokenKind::Word);
    Index dayEnd = d + 1;
    if (Index end = 0; wordOrdinal && day == 0 && ordinalAt(d, end) > 20) { // April twenty-second
        day = ordinalAt(d, end);
        dayEnd = end;
    }
    if (Index end = 0; wordOrdinal && day == 0 && capital(i) && has(d, Tag::Number) && !kind(i + 1, TokenKind::Stop))
        if (const int n = wordNumber(d, end); (n >= 10 || (n > 0 && offhand_ && kind(end, TokenKind::Comma))) &&
                                              n <= 31 && !has(end, Tag::Multiplier) && !has(end, Tag::Unit)) {
            day = n; // April twenty two; July four, nineteen seventy-six
            dayEnd = end;
        }
    if (wordOrdinal && nounFollows(dayEnd))
        day = 0;
    if (day > 0 && day <= daysInMonth(2024, piece.time.month) && !kind(d + 1, TokenKind::Percent) &&
        !(kind(d + 1, TokenKind::Colon) && glued(d + 1) && glued(d + 2)) && (!wordOrdinal || monthNamed(i)) &&
        (!weak || monthNamed(i) || d > j ||
         (offhand_ && !wordOrdinal && isAny<"march", "may">(i) && !nounFollows(dayEnd))) &&
        !(is(dayEnd, "week") && ordinalDay(d) > 0)) {
        piece.time.day = day;
        piece.end = dayEnd;
        piece.rule = "month-day";
    } else {
        piece.rule = "month";
        if (shortForm && weak && j == i + 1 && !has(i, Tag::Noun) && !named(i))
            return std::nullopt;
        if (j > i + 1 && (plainNumber(j, 4) > 0 || shortForm))
            piece.end = j;
    }
    const Index from = piece.time.day != 0 ? piece.end : j;
    if (Index end = 0; const int y = yearAt(from, end)) {
        const bool comma = kind(from, TokenKind::Comma);
        if (y > 0 && !(piece.time.day == 0 && comma && nounFollows(end))) {
            piece.time.year = y;
            piece.end = end;
            piece.yearGiven = true;
            return piece;
        }
    }
    if ((kind(from, TokenKind::Hyphen) || kind(from, TokenKind::Slash)) && glued(from) &&
        plainNumber(from + 1, 4) > 0 && d > j) { // Jan-11-2026
        if (Index end = 0; yearAt(from + 1, end) > 0) {
            piece.time.year = plainNumber(from + 1, 4);
            piece.end = end;
            piece.yearGiven = true;
        }
        return piece;
    }
    if (piece.time.day != 0)
        return piece;
    if (Index end = 0; (kind(from, TokenKind::Hyphen) || kind(from, TokenKind::Slash)) && glued(from) &&
                       glued(from + 1) && monthNamed(i) && plainNumber(from + 1, 4) > 1900 &&
                       yearAt(from + 1, end) > 0 && !dashAt(end)) { // Oct-2019
        piece.time.year = plainNumber(from + 1, 4);
        piece.end = end;
        piece.yearGiven = true;
        return piece;
    }
    if (capital(i + 1) && isAny<"street", "avenue", "road", "lane", "drive", "boulevard", "court">(i + 1))
        return std::nullopt;
    // A bare month: full names in capitals are months; the others need a word before them that only times have.
    if (kind(i + 1, TokenKind::Hyphen) && glued(i + 1) && !capital(i))
        return std::nullopt;
    if (weak || !named(i)) {
        const bool introduced =
            isAny<"in", "since", "until", "till", "by", "during", "of", "early", "late", "mid", "between", "from",
                  "through", "before", "after", "to", "en", "depuis", "fin", "début", "courant", "im", "seit", "ende",
                  "anfang", "desde", "hasta">(i - 1) ||
            (kind(i - 1, TokenKind::Hyphen) && isAny<"mid", "early", "late", "mi">(i - 2)) ||
            deixisAt(i - 1) != Deixis::None ||
            (capital(i) && (is(i, "may") ? i > first_ && !is(i + 1, "fly") : !shortForm) && !capital(i + 1) &&
             nounFollows(i + 1) && (has(i - 1, Tag::Det) || has(i - 1, Tag::Poss))) || // the August bombing
            (capital(i) && is(i - 1, "for") && isAny<"delivery", "settlement", "contracts", "futures">(i + 1)) ||
            (capital(i) && !shortForm && text(i - 1).ends_with("est") && i > first_) || // the coldest March
            (capital(i) && (is(i, "may") || is(i, "march")) && i > first_ && !capital(i + 1) && !capital(i - 1) &&
             kind(i - 1, TokenKind::Word) && nounFollows(i + 1) && text(i + 1).ends_with('s')) || // and May deliveries
            (isAny<"and", "to", "or">(i - 1) && i >= first_ + 2 && lexicon_.has(token(i - 2).word, Tag::Month));
        const bool joined = monthNamed(i) && ((dashAt(i + 1) && has(i + 2, Tag::Month)) || // Jul-Sep
                                              (dashAt(i - 1) && i > 1 && lexicon_.has(token(i - 2).word, Tag::Month)));
        if (!introduced && !joined && !(isAny<"and", "to">(i + 1) && has(i + 2, Tag::Month)))
            return std::nullopt;
        if (!monthNamed(i) && weak)
            return std::nullopt;
        if (shortForm && weak && !joined && isAny<"of", "from", "to", "before", "after", "by">(i - 1) &&
            text(i).size() == 3 && !is(i, "may") && !isAny<"mid", "end", "start", "beginning", "middle">(i - 2))
            return std::nullopt; // "from Jan", "of Mar": as likely a name
        if (is(i, "may") && isAny<"of", "from", "to", "by", "before", "after", "in">(i - 1) && capital(i + 1) &&
            kind(i + 1, TokenKind::Word))
            return std::nullopt;
    } else if (is(i, "march") && is(i + 1, "madness")) {
        return std::nullopt;
    } else if (capital(i - 1) && kind(i - 1, TokenKind::Word) && i - 1 > reading_.sentences[sentence_].firstToken &&
               !lexicon_.hasAny(token(i - 1).word, text::tagBit(Tag::Month) | text::tagBit(Tag::Prep) |
                                                       text::tagBit(Tag::TimeWord) | text::tagBit(Tag::TimeMod) |
                                                       text::tagBit(Tag::Conj)) &&
               isAny<"april", "june", "august">(i)) {
        return std::nullopt; // a given name behind another capital
    }
    return givenName(i) ? std::nullopt : std::optional(piece);
}

std::optional<TimesReader::Piece> TimesReader::dayMonth(Index i) const {
    int day = plainNumber(i, 2);
    const bool ordinal = day < 0;
    if (ordinal)
        day = ordinalDay(i);
    if (day < 1 || day > 31 ||
        (i > floor_ && (kind(i - 1, TokenKind::Currency) || (glued(i) && kind(i - 1, TokenKind::Number)))))
        return std::nullopt;
    Index j = i + 1;
    const bool hyphen = kind(j, TokenKind::Hyphen) || (kind(j, TokenKind::Slash) && glued(j));
    if (hyphen)
        ++j;
    else if (isAny<"of", "de">(j) &&
             !(kind(i, TokenKind::Number) && is(j, "of") && nounFollows(j + 2) && !kind(j + 2, TokenKind::Number)))
        ++j;
    else if (ordinal && kind(i, TokenKind::Word))
        return std::nullopt;
    else if (kind(j, TokenKind::Stop) && glued(j) && !ordinal && offhand_) // 16. Nov. 2017
        ++j;
    if (!kind(j, TokenKind::Word) || !has(j, Tag::Month) ||
        !(monthNamed(j) || value(j, Tag::TimeWord) != "weak" || (offhand_ && ordinal)) ||
        (capital(j + 1) && isAny<"street", "avenue", "road", "lane", "drive", "square", "boulevard">(j + 1)))
        return std::nullopt;
    Piece piece;
    piece.first = i;
    piece.rule = "day-month";
    piece.time.month = static_cast<int>(number(j, Tag::Month));
    piece.time.day = day;
    if (kind(i, TokenKind::Number) && is(i + 1, "of") && kind(j + 1, TokenKind::Apostrophe))
        return std::nullopt; // "12 of May's goals"
    if (day > daysInMonth(2024, piece.time.month))
        return std::nullopt;
    piece.end = j + 1;
    if (text(j).size() <= 4 && kind(j + 1, TokenKind::Stop) && glued(j + 1) &&
        plainNumber(kind(j + 2, TokenKind::Comma) ? j + 3 : j + 2, 4) > 0) // 3rd Dec., 1998
        piece.end = j + 2;
    if (Index end = 0; true) {
        int y = yearAt(piece.end, end);
        if (y < 0 && hyphen && dashAt(piece.end)) {
            y = yearAt(piece.end + 1, end);
            if (y < 0 && plainNumber(piece.end + 1, 2) >= 0 && text(piece.end + 1).size() == 2) {
                y = fullYear(plainNumber(piece.end + 1, 2), today_);
                end = piece.end + 2;
            }
        }
        if (y < 0 && offhand_ && kind(i, TokenKind::Number) && piece.end == j + 1 && plainNumber(j + 1, 2) >= 10 &&
            (j + 2 >= end_ || kind(j + 2, TokenKind::Stop))) { // 15 SEP 23
            y = fullYear(plainNumber(j + 1, 2), today_);
            end = j + 2;
        }
        if (y > 0) {
            piece.time.year = y;
            piece.end = end;
            piece.yearGiven = true;
        }
    }
    return piece;
}

std::optional<TimesReader::Piece> TimesReader::yearFirst(Index i) const {
    const text::Token& t = token(i);
    if (t.end - t.begin != 4 || !t.is(TokenKind::Number))
        return std::nullopt;
    const Index month = kind(i + 1, TokenKind::Hyphen) && glued(i + 1) ? i + 2 : i + 1;
    if (!has(month, Tag::Month) || !monthNamed(month) || !plausibleYear(plainNumber(i, 4)))
        return std::nullopt;
    Piece piece;
    piece.first = i;
    piece.rule = "year-month-day";
    piece.yearGiven = true;
    piece.time.year = plainNumber(i, 4);
    piece.time.month = static_cast<int>(number(month, Tag::Month));
    const Index day = kind(month + 1, TokenKind::Hyphen) && glued(month + 1) ? month + 2 : month + 1;
    piece.time.day = std::max(plainNumber(day, 2), 0);
    if (piece.time.day == 0 && kind(day, TokenKind::Alnum))
        piece.time.day = ordinalDay(day);
    if (piece.time.day < 1 || !isValidDate(piece.time.year, piece.time.month, piece.time.day))
        return std::nullopt;
    piece.end = day + 1;
    return piece;
}

std::optional<TimesReader::Piece> TimesReader::weekdayDate(Index i) const {
    const bool weak = value(i, Tag::TimeWord) == "weak";
    const bool shortDay = weak && offhand_ && shortDayFits(i);
    if (weak && !capital(i) && !shortDay && !is(i - 1, "every") && // every mon and wed
        !(isAny<"and", "or">(i - 1) && !out_.times.empty() && out_.times.back().endToken == i - 1 &&
          out_.times.back().value.starts_with("XXXX-WXX-")))
        return std::nullopt;
    if (isAny<"bloody", "black", "super", "fat", "ruby", "cyber">(i - 1) && named(i - 1))
        return std::nullopt;
    Piece piece;
    piece.first = i;
    piece.end = i + 1;
    piece.rule = "weekday";
    piece.time.weekday = static_cast<int>(number(i, Tag::Weekday));
    if (has(i, Tag::Plural)) {
        piece.set = true;
        return piece;
    }
    if (isAny<"and", "or">(i + 1) && has(i + 2, Tag::Weekday) && inside(i + 3) && has(i + 3, Tag::Plural) &&
        (has(i + 3, Tag::DayPart) || is(i + 3, "nights"))) { // Monday and Wednesday afternoons
        piece.set = true;
        return piece;
    }
    if (inside(i + 1) && has(i + 1, Tag::Plural) &&
        (has(i + 1, Tag::DayPart) || is(i + 1, "nights"))) { // on Tuesday afternoons
        const std::string_view part = value(i + 1, Tag::DayPart);
        piece.set = true;
        piece.time.part = part == "morning"     ? DayPart::Morning
                          : part == "afternoon" ? DayPart::Afternoon
                          : part == "evening"   ? DayPart::Evening
                                                : DayPart::Night;
        piece.end = i + 2;
        return piece;
    }
    Index j = i + 1;
    if (weak && kind(j, TokenKind::Stop) && glued(j) && inside(j + 1) && !kind(j + 1, TokenKind::Break))
        ++j;
    const Index dot = j;
    if (kind(j, TokenKind::Comma))
        ++j;
    const Index the = is(j, "the") ? j + 1 : j;
    for (const Index at : {the, j}) {
        if (!inside(at))
            continue;
        std::optional<Piece> date;
        if (kind(at, TokenKind::Word))
            date = has(at, Tag::Month) ? monthDate(at) : std::nullopt;
        else {
            date = numericDate(at);
            if (!date)
                date = dayMonth(at);
        }
        if (date && date->time.day != 0) {
            date->first = i;
            date->time.weekday = piece.time.weekday;
            date->rule = "weekday-date";
            return date;
        }
        Index behind = at + 1; // Monday the 3rd, Tuesday the twelfth, Wednesday the twenty-third
        const int day = ordinalDay(at) > 0 ? ordinalDay(at) : ordinalAt(at, behind);
        if (day > 0 && (kind(at, TokenKind::Alnum) || (at == the && the > j && !is(behind, "of"))) &&
            !nounFollows(behind) && !is(behind, "such") && (at == the || dot == j)) {
            piece.time.day = day;
            piece.end = behind;
            piece.rule = "weekday-ordinal";
            return piece;
        }
    }
    const bool listed = isAny<"and", "or">(i - 1) && !out_.times.empty() && out_.times.back().endToken == i - 1 &&
                        out_.times.back().value.starts_with("XXXX-WXX-"); // every Tue and Thu
    if (weak && !listed && !shortDay &&
        !(isAny<"on", "last", "next", "this", "every", "since", "until">(i - 1) &&
          !(kind(i + 1, TokenKind::Word) && capital(i + 1)))) {
        const bool range = (dashAt(i + 1) && has(i + 2, Tag::Weekday)) || (dashAt(i - 1) && has(i - 2, Tag::Weekday));
        if (!range && !clockAt(is(i + 1, "at") ? i + 2 : i + 1))
            return std::nullopt;
    }
    // "the Sunday Times"
    if (kind(i + 1, TokenKind::Word) && capital(i + 1) && is(i - 1, "the") && !has(i + 1, Tag::DayPart) &&
        !has(i + 1, Tag::Month))
        return std::nullopt;
    if (is(i + 1, "night") && capital(i + 1) && capital(i + 2) && kind(i + 2, TokenKind::Word))
        return std::nullopt; // Saturday Night Live
    if (isAny<"times", "telegraph", "mirror", "mail", "express", "herald", "tribune", "independent">(i + 1) &&
        capital(i + 1))
        return std::nullopt;
    if (french() && today_)
        if (const Deixis deixis = deixisAt(i + 1);
            deixis == Deixis::Last || deixis == Deixis::Next) { // dimanche dernier
            piece.end = i + 2;
            piece.time.setDay(deixis == Deixis::Last ? weekdayOnOrBefore(*today_ - 1, piece.time.weekday)
                                                     : weekdayOnOrAfter(*today_ + 1, piece.time.weekday));
            return piece;
        }
    if (dot > i + 1)
        piece.end = dot;
    if (today_ && piece.end == i + 1 && is(i + 1, "in") && inside(i + 1) && deixisAt(i - 1) == Deixis::None) {
        Index unit = 0; // Friday in two weeks
        int n = plainNumber(i + 2, 1);
        if (n > 0)
            unit = i + 3;
        else if (is(i + 2, "a"))
            n = 1, unit = i + 3;
        else
            n = wordNumber(i + 2, unit);
        if (n > 0 && n < 10 && isAny<"week", "weeks">(unit) && !nounFollows(unit + 1) &&
            !kind(unit + 1, TokenKind::Apostrophe)) {
            piece.time.setDay(weekdayOnOrAfter(*today_ + 1, piece.time.weekday) + std::int64_t{7} * n);
            piece.end = unit + 1;
            piece.rule = "weekday-in-weeks";
            return piece;
        }
    }
    // "Friday next week", "Friday of last week"
    const Index d = isAny<"of", "from">(piece.end) ? piece.end + 1 : piece.end;
    if (const Deixis deixis = deixisAt(d);
        today_ && is(d + 1, "week") && inside(d + 1) && deixisAt(i - 1) == Deixis::None &&
        (deixis == Deixis::Last || deixis == Deixis::Next || deixis == Deixis::This)) {
        piece.time.setDay(weekdayOnOrBefore(*today_, 1) +
                          (deixis == Deixis::Last   ? -7
                           : deixis == Deixis::Next ? 7
                                                    : 0) +
                          piece.time.weekday - 1);
        piece.end = d + 2;
        piece.rule = "weekday-of-week";
    } else if (today_ && piece.end == i + 1 && is(i + 1, "week") && inside(i + 1) && !nounFollows(i + 2) &&
               !isAny<"of", "in">(i + 2) && !kind(i + 2, TokenKind::Hyphen) && capital(i)) { // "on Sunday week"
        piece.time.setDay(weekdayOnOrAfter(*today_ + 1, piece.time.weekday) + 7);
        piece.end = i + 2;
        piece.rule = "weekday-week";
    } else if (today_ && piece.end == i + 1 && is(i + 1, "last") && inside(i + 1) &&
               (!inside(i + 2) || kind(i + 2, TokenKind::Stop) ||
                kind(i + 2, TokenKind::Comma))) { // "on Thursday last"
        piece.time.setDay(weekdayOnOrBefore(*today_ - 1, piece.time.weekday));
        piece.end = i + 2;
        piece.rule = "weekday-last";
    }
    return piece;
}

std::optional<TimesReader::Piece> TimesReader::relativeDay(Index i) const {
    std::string_view ref = value(i, Tag::TimeRef);
    Index end = i + 1;
    if (const auto phrase = lexicon_.matchPhrase(reading_, i, text::tagBit(Tag::TimeRef));
        phrase && phrase->endToken <= end_) {
        ref = lexicon_.value(phrase->entry, Tag::TimeRef);
        end = phrase->endToken;
    }
    Piece piece;
    piece.first = i;
    piece.end = end;
    piece.rule = "relative-day";
    piece.time.someDay = true;
    if (ref == "tonight") {
        piece.time.part = DayPart::Night;
        if (today_)
            piece.time.setDay(*today_);
        return piece;
    }
    if (!ref.starts_with("day:"))
        return std::nullopt;
    if (capital(i) && capital(i - 1) && kind(i - 1, TokenKind::Word) && i > reading_.sentences[sentence_].firstToken)
        return std::nullopt; // USA Today
    if (isAny<"show">(i + 1) && capital(i + 1))
        return std::nullopt;
    int days = 0;
    std::from_chars(ref.data() + 4, ref.data() + ref.size(), days);
    if (today_)
        piece.time.setDay(*today_ + days);
    return piece;
}

TimesReader::Index TimesReader::date(Index i) {
    const int plain = plainNumber(i, 2);
    // "the night between Saturday and Sunday" is found at its first word; here stand dates that begin a range.
    if (plain > 0 || (kind(i, TokenKind::Alnum) && ordinalDay(i) > 0)) {
        // 9-11 January, 9 and 10 January, the 9th and 10th of January
        if (dashAt(i + 1) || isAny<"to", "and", "or", "through", "thru", "until", "till">(i + 1)) {
            const Index next = is(i + 2, "the") ? i + 3 : i + 2;
            const int day = plain > 0 ? plain : ordinalDay(i);
            if (auto second = dayMonth(next); second && day < second->time.day) {
                Piece first = *second;
                first.time.day = day;
                first.first = i;
                first.end = i + 1;
                first.rule = "day-range";
                if (!second->yearGiven) {
                    resolve(*second, Deixis::None);
                    first.time.year = second->time.year;
                }
                if (is(i - 1, "the") && inside(i - 1) && ordinalDay(i) > 0)
                    first.first = i - 1;
                emit(first);
                if (next > i + 2)
                    second->first = next - 1;
                extendRight(*second);
                return emit(*second);
            }
        }
    }
    if (const Index end = nthOf(i); end != i)
        return end;
    if (has(i, Tag::Month) && ordinalDay(i + 1) > 0 && is(i + 2, "week"))
        if (const Index end = monthWeek(i); end != i)
            return end;
    auto found = dateAt(i);
    if (!found && kind(i, TokenKind::Alnum) && ordinalDay(i) > 0 && is(i - 1, "on") &&
        (kind(i + 1, TokenKind::Stop) || kind(i + 1, TokenKind::Comma) || i + 1 >= end_))
        return dayOfMonth(i, i);
    if (!found && plain >= 1 && plain <= 31 && is(i - 1, "on") &&
        (kind(i + 1, TokenKind::Stop) || i + 1 >= end_ || (is(i + 1, "at") && clockAt(i + 2))) && spoken() &&
        tenseAt(i, i + 1) == Tense::Future) // "I'll go back on 15", "on 15 at 8:00"
        return dayOfMonth(i, i);
    if (!found && plain >= 1 && plain <= 31 && is(i - 1, "the") && inside(i - 1) &&
        isAny<"on", "by", "until", "since", "from", "before", "after">(i - 2) &&
        (!inside(i + 1) || kind(i + 1, TokenKind::Stop) || kind(i + 1, TokenKind::Comma)) &&
        (spoken() || (offhand_ && imperative(i)))) // "I'll go back on the 27"
        return dayOfMonth(i, i - 1);
    if (!found && kind(i, TokenKind::Alnum) && ordinalDay(i) > 0 && is(i - 1, "the") && inside(i - 1) &&
        bareOrdinalFits(i))
        return dayOfMonth(i, i - 1); // "on the 15th"
    if (!found && is(i + 1, "of") && is(i + 3, "month"))
        return dayOfNamedMonth(i);
    if (!found)
        return i;
    Piece piece = *found;
    if (piece.rule == std::string_view("holiday")) { // St. Patrick's Day
        const Index saint =
            kind(piece.first - 1, TokenKind::Stop) && glued(piece.first - 1) ? piece.first - 2 : piece.first - 1;
        if (isAny<"st", "st.", "saint">(saint) && inside(saint))
            piece.first = saint;
    }
    if (const Index comma = is(i - 1, "a") ? i - 2 : i - 1;
        has(i, Tag::Weekday) && i >= 2 && token(comma).is(TokenKind::Comma) && !out_.times.empty() &&
        out_.times.back().endToken == comma && out_.times.back().resolved &&
        out_.times.back().resolved->grain == Grain::Day && !piece.set && piece.end == i + 1) {
        const std::int64_t day = dayOfSecond(out_.times.back().resolved->from);
        if (weekdayOf(day) == piece.time.weekday) { // "Dec. 1, a Monday", "Sept. 15th, Friday"
            piece.time.setDay(day);
            return emit(piece);
        }
    }
    if (has(i, Tag::Weekday))
        if (const Index end = countedWeekday(piece); end != i)
            return end;
    if (piece.time.grain() == Grain::Day ||
        piece.time.part != DayPart::None) // "at five tomorrow", "at seven on Friday"
        for (Index back = 1; back <= 3 && piece.first >= floor_ + back + 1; ++back) {
            const Index from = piece.first - back;
            if (!is(from - 1, "at") || !kind(from, TokenKind::Word))
                continue;
            if (const auto c = clockAt(from);
                c && (c->end == piece.first || (c->end + 1 == piece.first && is(c->end, "on"))))
                if (const Index end = clock(from); end > i)
                    return end;
        }
    if (piece.rule == std::string_view("relative-day") && is(i, "day") && is(i - 1, "the") && inside(i - 1))
        piece.first = i - 1;
    if (!piece.yearGiven && piece.time.month != 0 && piece.time.year < 0)
        if (const int y = sharedYear(piece.end); y > 0) {
            piece.time.year = y;
            piece.resolution = "year-of-the-range";
        }
    if (!piece.yearGiven && piece.rule == std::string_view("month") && !out_.times.empty() &&
        out_.times.back().endToken + 1 == piece.first &&
        isAny<"to", "through", "thru", "until", "till">(piece.first - 1) && out_.times.back().resolved &&
        out_.times.back().resolved->grain == Grain::Month) { // November 2025 through January
        const CivilDate from = civilFromDays(dayOfSecond(out_.times.back().resolved->from));
        piece.time.year = from.year + (piece.time.month <= from.month ? 1 : 0);
        piece.resolution = "year-of-the-range";
    }
    if (!piece.yearGiven && piece.time.month != 0 && piece.time.day != 0 && piece.time.year < 0)
        closeRange(piece);
    if (piece.rule == std::string_view("holiday") && !piece.yearGiven && kind(piece.end, TokenKind::Comma))
        if (const auto date = dateAt(piece.end + 1);
            date && date->yearGiven && date->time.hasFullDate() && date->rule != std::string_view("holiday"))
            piece.time = date->time; // "Easter Sunday, April 8, 2012": its date follows
    if (piece.time.weekday != 0 && piece.time.day == 0 && !piece.set)
        if (const Index end = weekdayRange(piece); end != piece.end)
            return end;
    if (piece.time.day != 0 && piece.rule == std::string_view("month-day"))
        if (const Index end = dayRange(piece, piece.end); end != piece.end)
            return end;
    extendLeft(piece);
    if (offhand_ && !piece.set && piece.first == first_ + 1 && is(first_, "around") && piece.mod == TimeMod::None &&
        inside(first_)) { // around christmas
        piece.mod = TimeMod::Approx;
        piece.first = first_;
    }
    if (!piece.set) {
        if (const Index week = weekOfDay(piece); week != piece.first)
            return week;
        extendRight(piece);
    }
    if (const DayPart part = piece.set ? dayPartOf(piece.end) : DayPart::None;
        part != DayPart::None && !piece.time.hasFullDate()) {
        piece.time.part = part; // "every Sunday morning"
        ++piece.end;
    }
    if (piece.set)
        clockOfHabit(piece);
    return emit(piece);
}

} // namespace countercheck::read
