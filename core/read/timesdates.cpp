// SPDX-License-Identifier: GPL-3.0-or-later
// Dates: numeric ones, months and days, weekdays, relative days, holidays, years, decades, centuries, seasons.
#include "core/read/calendar.h"
#include "core/read/timesreader.h"

#include <algorithm>
#include <charconv>

namespace countercheck::read {

using text::Tag;
using text::TokenKind;

namespace {

bool plausibleYear(int year) {
    return year >= 1000 && year <= 2199;
}

/// '05 is 2005, '68 is 1968.
int fullYear(int twoDigits, std::optional<std::int64_t> today) {
    const int now = today ? civilFromDays(*today).year : 2030;
    const int year = now - now % 100 + twoDigits;
    return year > now + 10 ? year - 100 : year;
}

/// A run of digits and the marks between them, read from bytes: "2026-01-13", "13.1.2026".
struct Triple {
    int value[3] = {};
    std::size_t width[3] = {};
    char mark = 0;
    std::size_t end = 0;
};

std::optional<Triple> tripleAt(std::string_view text, std::size_t at) {
    Triple t;
    for (int part = 0; part < 3; ++part) {
        const std::size_t begin = at;
        while (at < text.size() && text[at] >= '0' && text[at] <= '9' && at - begin < 5)
            t.value[part] = t.value[part] * 10 + (text[at++] - '0');
        t.width[part] = at - begin;
        if (t.width[part] == 0 || t.width[part] == 3 || t.width[part] > 4)
            return std::nullopt;
        if (part == 2)
            break;
        if (at >= text.size() || (text[at] != '-' && text[at] != '/' && text[at] != '.') ||
            (part == 1 && text[at] != t.mark))
            return std::nullopt;
        t.mark = text[at++];
    }
    t.end = at;
    return t;
}

} // namespace

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

std::optional<TimesReader::Piece> TimesReader::numericDate(Index i) const {
    if (!kind(i, TokenKind::Number) && !kind(i, TokenKind::Alnum))
        return std::nullopt;
    if (glued(i) && i > floor_ && !kind(i - 1, TokenKind::OpenBracket) && !kind(i - 1, TokenKind::OpenQuote) &&
        !kind(i - 1, TokenKind::Dash) && !kind(i - 1, TokenKind::Colon))
        return std::nullopt;
    const std::string_view all = reading_.text;
    Piece piece;
    piece.first = i;
    piece.rule = "numeric-date";
    piece.yearGiven = true;
    std::size_t end = 0;
    int year = 0, month = 0, day = 0;
    if (const auto t = tripleAt(all, token(i).begin)) {
        end = t->end;
        if (t->width[0] == 4 && t->width[1] <= 2 && t->width[2] <= 2 && t->mark != '.') {
            year = t->value[0], month = t->value[1], day = t->value[2];
            piece.rule = "iso-date";
        } else if (t->width[0] <= 2 && t->width[1] <= 2 &&
                   (t->width[2] == 4 || (t->width[2] == 2 && (t->mark == '/' || (t->mark == '-' && t->width[0] == 2 &&
                                                                                 t->width[1] == 2))))) {
            // A point is the mark of those who write the day first.
            const bool first = t->mark == '.' || (dayFirst_ && t->value[1] <= 12) || t->value[0] > 12;
            day = t->value[first ? 0 : 1], month = t->value[first ? 1 : 0], year = t->value[2];
            if (t->width[2] == 2)
                year = fullYear(year, today_);
        } else {
            return std::nullopt;
        }
    } else if (const std::string_view run = text(i);
               kind(i, TokenKind::Number) && run.size() == 8 && plainNumber(i, 8) > 0) {
        const int number = plainNumber(i, 8);
        year = number / 10000, month = number / 100 % 100, day = number % 100;
        end = token(i).end;
        if (year < 1900 || year > 2099 || kind(i - 1, TokenKind::Currency) || kind(i - 1, TokenKind::Symbol))
            return std::nullopt;
        piece.rule = "iso-date";
    } else if (kind(i + 1, TokenKind::Slash) && glued(i + 1) && glued(i + 2) && plainNumber(i, 2) > 0 &&
               plainNumber(i + 2, 2) > 0) {
        // 4/22: only where it cannot be a fraction, a ratio or a score
        const int a = plainNumber(i, 2), b = plainNumber(i + 2, 2);
        const bool introduced =
            isAny(i - 1, {"on", "by", "until", "till", "since", "from", "before", "after", "dated"}) ||
            has(i - 1, Tag::Weekday);
        const bool first = dayFirst_ ? b <= 12 : a > 12;
        day = first ? a : b, month = first ? b : a;
        if (month > 12 || day > 31 || (!introduced && (b <= 12 || dayFirst_)) || kind(i + 3, TokenKind::Slash) ||
            (glued(i + 3) && !kind(i + 3, TokenKind::Comma) && !kind(i + 3, TokenKind::Stop)))
            return std::nullopt;
        piece.time.month = month;
        piece.time.day = day;
        piece.yearGiven = false;
        piece.end = i + 3;
        return piece;
    } else {
        return std::nullopt;
    }
    if (!plausibleYear(year) || !isValidDate(year, month, day))
        return std::nullopt;
    piece.time.year = year;
    piece.time.month = month;
    piece.time.day = day;
    // ISO 8601: a T, then the clock.
    const auto two = [&](std::size_t at) {
        return at + 1 < all.size() && all[at] >= '0' && all[at] <= '9' && all[at + 1] >= '0' && all[at + 1] <= '9'
                   ? (all[at] - '0') * 10 + (all[at + 1] - '0')
                   : -1;
    };
    if (end < all.size() && (all[end] == 'T' || all[end] == 't') && two(end + 1) >= 0 && two(end + 1) < 24) {
        piece.time.hour = two(end + 1);
        end += 3;
        if (end < all.size() && all[end] == ':' && two(end + 1) >= 0 && two(end + 1) < 60) {
            piece.time.minute = two(end + 1);
            end += 3;
            if (end < all.size() && all[end] == ':' && two(end + 1) >= 0 && two(end + 1) < 60) {
                piece.time.second = two(end + 1);
                end += 3;
                if (end + 1 < all.size() && all[end] == '.' && all[end + 1] >= '0' && all[end + 1] <= '9')
                    for (++end; end < all.size() && all[end] >= '0' && all[end] <= '9';)
                        ++end;
            }
        }
        if (end < all.size() && (all[end] == 'Z' || all[end] == 'z')) {
            piece.time.utc = true;
            ++end;
        } else if (end < all.size() && (all[end] == '+' || all[end] == '-') && two(end + 1) >= 0) {
            end += 3;
            if (end < all.size() && all[end] == ':')
                ++end;
            if (two(end) >= 0)
                end += 2;
        }
    }
    Index j = i;
    while (j < end_ && token(j).begin < end)
        ++j;
    if (j == i || token(j - 1).end != end)
        return std::nullopt;
    if (glued(j) && (kind(j, TokenKind::Hyphen) || kind(j, TokenKind::Slash)) && kind(j + 1, TokenKind::Number) &&
        glued(j + 1) && !kind(j + 2, TokenKind::Colon))
        return std::nullopt; // one more group: a serial number
    piece.end = j;
    return piece;
}

int TimesReader::yearAt(Index i, Index& end) const {
    Index j = i;
    const bool comma = kind(j, TokenKind::Comma);
    if (comma || isAny(j, {"of", "de", "del"}))
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
    if (!comma && today_ && is(j + 1, "year") && inside(j)) { // January (of) last year
        const Deixis deixis = deixisAt(j);
        const int now = civilFromDays(*today_).year;
        if (deixis == Deixis::Last || deixis == Deixis::This || deixis == Deixis::Next) {
            end = j + 2;
            return deixis == Deixis::Last ? now - 1 : deixis == Deixis::This ? now : now + 1;
        }
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
    const Index d = is(j, "the") && ordinalDay(j + 1) > 0                     ? j + 1
                    : kind(j, TokenKind::Hyphen) && plainNumber(j + 1, 2) > 0 ? j + 1
                                                                              : j;
    int day = plainNumber(d, 2);
    if (day < 0)
        day = ordinalDay(d);
    const bool wordOrdinal = kind(d, TokenKind::Word);
    if (wordOrdinal && nounFollows(d + 1))
        day = 0;
    if (day > 0 && day <= daysInMonth(2024, piece.time.month) && !kind(d + 1, TokenKind::Percent) &&
        !(kind(d + 1, TokenKind::Colon) && glued(d + 1) && glued(d + 2)) && (!wordOrdinal || capital(i)) &&
        (!weak || capital(i) || d > j)) {
        piece.time.day = day;
        piece.end = d + 1;
        piece.rule = "month-day";
    } else {
        piece.rule = "month";
        if (shortForm && weak && j == i + 1 && !has(i, Tag::Noun) && !capital(i))
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
    if (kind(from, TokenKind::Hyphen) && glued(from) && plainNumber(from + 1, 4) > 0 && d > j) { // Jan-11-2026
        if (Index end = 0; yearAt(from + 1, end) > 0) {
            piece.time.year = plainNumber(from + 1, 4);
            piece.end = end;
            piece.yearGiven = true;
        }
        return piece;
    }
    if (piece.time.day != 0)
        return piece;
    // A bare month: full names in capitals are months; the others need a word before them that only times have.
    if (kind(i + 1, TokenKind::Hyphen) && glued(i + 1) && !capital(i))
        return std::nullopt;
    if (weak || !capital(i)) {
        const bool introduced =
            isAny(i - 1, {"in",  "since",   "until",   "till",    "by",     "during", "of",     "early", "late",
                          "mid", "between", "from",    "through", "before", "after",  "to",     "en",    "depuis",
                          "fin", "début",   "courant", "im",      "seit",   "ende",   "anfang", "desde", "hasta"}) ||
            (kind(i - 1, TokenKind::Hyphen) && isAny(i - 2, {"mid", "early", "late", "mi"})) ||
            deixisAt(i - 1) != Deixis::None || (isAny(i - 1, {"and", "to", "or"}) && has(i - 2, Tag::Month));
        if (!introduced && !(isAny(i + 1, {"and", "to"}) && has(i + 2, Tag::Month)))
            return std::nullopt;
        if (!capital(i) && weak)
            return std::nullopt;
        if (shortForm && weak && isAny(i - 1, {"of", "from", "to", "before", "after", "by"}) && text(i).size() == 3 &&
            !is(i, "may"))
            return std::nullopt; // "from Jan", "of Mar": as likely a name
        if (is(i, "may") && isAny(i - 1, {"of", "from", "to", "by", "before", "after", "in"}) && capital(i + 1) &&
            kind(i + 1, TokenKind::Word))
            return std::nullopt;
    } else if (capital(i - 1) && kind(i - 1, TokenKind::Word) && i - 1 > reading_.sentences[sentence_].firstToken &&
               !lexicon_.hasAny(token(i - 1).word, text::tagBit(Tag::Month) | text::tagBit(Tag::Prep) |
                                                       text::tagBit(Tag::TimeWord) | text::tagBit(Tag::TimeMod) |
                                                       text::tagBit(Tag::Conj)) &&
               isAny(i, {"april", "june", "august"})) {
        return std::nullopt; // a given name behind another capital
    }
    if (isAny(i, {"april", "june"}) && capital(i + 1) && kind(i + 1, TokenKind::Word) && !has(i + 1, Tag::Prep) &&
        !has(i + 1, Tag::Month) && !isAny(i - 1, {"in", "since", "until", "by", "during", "last", "this", "next"}))
        return std::nullopt; // April Jones
    return piece;
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
    else if (isAny(j, {"of", "de"}) &&
             !(kind(i, TokenKind::Number) && is(j, "of") && nounFollows(j + 2) && !kind(j + 2, TokenKind::Number)))
        ++j;
    else if (ordinal && kind(i, TokenKind::Word))
        return std::nullopt;
    if (!kind(j, TokenKind::Word) || !has(j, Tag::Month) || !(capital(j) || value(j, Tag::TimeWord) != "weak"))
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
    if (text(j).size() <= 4 && kind(j + 1, TokenKind::Stop) && glued(j + 1) && plainNumber(j + 2, 4) > 0)
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
        if (y > 0) {
            piece.time.year = y;
            piece.end = end;
            piece.yearGiven = true;
        }
    }
    return piece;
}

std::optional<TimesReader::Piece> TimesReader::weekdayDate(Index i) const {
    const bool weak = value(i, Tag::TimeWord) == "weak";
    if (weak && !capital(i))
        return std::nullopt;
    if (isAny(i - 1, {"bloody", "black", "super", "fat", "ruby", "cyber"}) && capital(i - 1))
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
    Index j = i + 1;
    if (weak && kind(j, TokenKind::Stop) && glued(j))
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
        if (const int day = ordinalDay(at);
            day > 0 && kind(at, TokenKind::Alnum) && !nounFollows(at + 1) && (at == the || dot == j)) {
            piece.time.day = day;
            piece.end = at + 1;
            piece.rule = "weekday-ordinal";
            return piece;
        }
    }
    if (weak && !(isAny(i - 1, {"on", "last", "next", "this", "every", "since", "until"}) &&
                  !(kind(i + 1, TokenKind::Word) && capital(i + 1)))) {
        const bool range = (dashAt(i + 1) && has(i + 2, Tag::Weekday)) || (dashAt(i - 1) && has(i - 2, Tag::Weekday));
        if (!range && !clockAt(i + 1))
            return std::nullopt;
    }
    // "the Sunday Times"
    if (kind(i + 1, TokenKind::Word) && capital(i + 1) && is(i - 1, "the") && !has(i + 1, Tag::DayPart) &&
        !has(i + 1, Tag::Month))
        return std::nullopt;
    if (is(i + 1, "night") && capital(i + 1) && capital(i + 2) && kind(i + 2, TokenKind::Word))
        return std::nullopt; // Saturday Night Live
    if (isAny(i + 1, {"times", "telegraph", "mirror", "mail", "express", "herald", "tribune", "independent"}) &&
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
    // "Friday next week", "Friday of last week"
    const Index d = is(piece.end, "of") ? piece.end + 1 : piece.end;
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
    if (isAny(i + 1, {"show"}) && capital(i + 1))
        return std::nullopt;
    int days = 0;
    std::from_chars(ref.data() + 4, ref.data() + ref.size(), days);
    if (today_)
        piece.time.setDay(*today_ + days);
    return piece;
}

std::optional<TimesReader::Piece> TimesReader::holidayDate(Index i) const {
    const auto match = lexicon_.match(reading_, i, text::tagBit(Tag::Holiday));
    if (!match || match->endToken > end_ || !capital(i))
        return std::nullopt;
    std::string_view rule = lexicon_.value(match->entry, Tag::Holiday);
    Piece piece;
    piece.first = i;
    piece.end = match->endToken;
    piece.rule = "holiday";
    // "New Year's Eve": the apostrophe, then the day or its eve
    Index j = piece.end;
    if (kind(j, TokenKind::Apostrophe))
        ++j;
    int offset = 0;
    if (isAny(j, {"day", "eve"}) && capital(j)) {
        offset = is(j, "eve") ? -1 : 0;
        piece.end = j + 1;
        if (is(j + 1, "weekend"))
            return std::nullopt;
    } else {
        if (lexicon_.value(match->entry, Tag::TimeWord) == "day")
            return std::nullopt;
        // A bare name qualifies what follows it ("Christmas tree"); it is a time after a preposition or at a clause's
        // end.
        const bool introduced = has(i - 1, Tag::Prep) || deixisAt(i - 1) != Deixis::None || is(i - 1, "on");
        const bool bounded = match->endToken > i + 1 || !kind(piece.end, TokenKind::Word) ||
                             has(piece.end, Tag::Prep) || has(piece.end, Tag::Conj) || has(piece.end, Tag::TimeUnit) ||
                             has(piece.end, Tag::DayPart);
        if (!introduced && !bounded)
            return std::nullopt;
        if (has(piece.end, Tag::Weekday))
            return std::nullopt;
        if (introduced && !bounded && nounFollows(piece.end) && !capital(piece.end))
            return std::nullopt;
    }
    const auto dayIn = [&](int year) -> std::int64_t {
        int part[3] = {};
        const std::size_t colon = rule.find(':');
        const char* at = rule.data() + colon + 1;
        const char* end = rule.data() + rule.size();
        for (int& value : part) {
            at = std::from_chars(at, end, value).ptr;
            if (at < end && *at == '-')
                ++at;
        }
        const std::string_view kindOf = rule.substr(0, colon);
        if (kindOf == "fixed")
            return daysFromCivil(year, part[0], part[1]) + offset;
        if (kindOf == "easter")
            return easterSunday(year) + part[0] + offset;
        if (kindOf == "orthodox")
            return orthodoxEasterSunday(year) + part[0] + offset;
        if (kindOf == "thanksgiving")
            return nthWeekdayOf(year, 11, 4, 4) + part[0] + offset;
        if (kindOf == "election")
            return nthWeekdayOf(year, 11, 1, 1) + 1;
        return nthWeekdayOf(year, part[0], part[1], part[2] == 0 ? 1 : part[2]) + offset;
    };
    // A fixed holiday without a reference year still has its month and day.
    if (Index end = 0; const int y = yearAt(piece.end, end)) {
        if (y > 0 && !kind(piece.end, TokenKind::Comma)) {
            piece.time.setDay(dayIn(y + (offset < 0 && rule == "fixed:1-1" ? 1 : 0)));
            piece.end = end;
            piece.yearGiven = true;
            return piece;
        }
    }
    if (!today_) {
        if (rule.starts_with("fixed:")) {
            piece.time.setDay(dayIn(2001));
            piece.time.year = -1;
        } else {
            return std::nullopt;
        }
        return piece;
    }
    const Deixis deixis = deixisAt(i - 1);
    const int now = civilFromDays(*today_).year;
    std::int64_t before = 0, after = 0;
    for (int year = now - 1; year <= now + 2; ++year) {
        const std::int64_t day = dayIn(year);
        if (day <= *today_)
            before = day;
        if (after == 0 && day >= *today_)
            after = day;
    }
    const Tense tense = tenseAt(piece.first, piece.end);
    bool past = tense != Tense::Future;
    if (tense == Tense::Unknown && *today_ - before > 250 && after - *today_ < 60)
        past = false;
    if (deixis == Deixis::Next)
        past = false;
    else if (deixis == Deixis::Last)
        past = true;
    else if (deixis == Deixis::This)
        past = civilFromDays(before).year == now && !(tense == Tense::Future);
    piece.time.setDay(past ? before : after);
    piece.resolution = past ? "nearest-before" : "nearest-after";
    return piece;
}

std::optional<TimesReader::Piece> TimesReader::quarterName(Index i) const {
    Piece piece;
    piece.first = i;
    piece.rule = "quarter-name";
    const auto code = [](std::string_view t, PartialTime& time) { // Q3, 3Q, H1, 1H, FY2025, FY25, W23
        if (t.size() == 2 && (t[0] == 'Q' || t[1] == 'Q')) {
            time.quarter = (t[0] == 'Q' ? t[1] : t[0]) - '0';
            return time.quarter >= 1 && time.quarter <= 4;
        }
        if (t.size() == 2 && (t[0] == 'H' || t[1] == 'H')) {
            time.half = (t[0] == 'H' ? t[1] : t[0]) - '0';
            return time.half >= 1 && time.half <= 2;
        }
        if (t.size() == 3 && t[0] == 'W' && t[1] >= '0' && t[1] <= '5' && t[2] >= '0' && t[2] <= '9') {
            time.week = (t[1] - '0') * 10 + (t[2] - '0');
            return time.week >= 1 && time.week <= 53;
        }
        return false;
    };
    if (kind(i, TokenKind::Number)) { // 2025-Q1, 2025 Q1, 2025-W23
        const int y = plainNumber(i, 4);
        const Index j = dashAt(i + 1) && glued(i + 1) ? i + 2 : i + 1;
        if (y < 0 || text(i).size() != 4 || !plausibleYear(y) || !kind(j, TokenKind::Alnum) ||
            !code(text(j), piece.time))
            return std::nullopt;
        if (piece.time.week != 0 && j == i + 1)
            return std::nullopt;
        piece.time.year = y;
        piece.yearGiven = true;
        piece.end = j + 1;
        return piece;
    }
    const std::string_view t = text(i);
    if (t.starts_with("FY") && (t.size() == 4 || t.size() == 6)) {
        int y = 0;
        if (std::from_chars(t.data() + 2, t.data() + t.size(), y).ptr != t.data() + t.size())
            return std::nullopt;
        piece.time.year = t.size() == 4 ? fullYear(y, today_) : y;
        piece.time.fiscal = true;
        piece.end = i + 1;
        piece.yearGiven = true;
        return piece;
    }
    if (!code(t, piece.time) || piece.time.week != 0)
        return std::nullopt;
    piece.end = i + 1;
    Index end = 0;
    const Index from = is(i + 1, "fiscal") ? i + 2 : i + 1;
    if (const int y = yearAt(from, end); y > 0) {
        piece.time.year = y;
        piece.time.fiscal = from > i + 1;
        piece.end = end;
        piece.yearGiven = true;
        return piece;
    }
    if (piece.time.half != 0 && !isAny(i - 1, {"in", "for", "during"}))
        return std::nullopt;
    if (nounFollows(i + 1) && is(i - 1, "the") == false && !isAny(i - 1, {"in", "for", "of", "during", "its", "their"}))
        return std::nullopt;
    if (today_) {
        const CivilDate now = civilFromDays(*today_);
        const int firstMonth = piece.time.quarter != 0 ? piece.time.quarter * 3 - 2 : piece.time.half * 6 - 5;
        piece.time.year = firstMonth <= now.month ? now.year : now.year - (tenseAt(i, i + 1) == Tense::Future ? 0 : 1);
    }
    return piece;
}

int TimesReader::sharedYear(Index end) const {
    for (int steps = 0; steps < 4; ++steps) {
        Index j = end;
        if (kind(j, TokenKind::Comma) && isAny(j + 1, {"and", "or"}))
            ++j;
        if (!(dashAt(j) || kind(j, TokenKind::Comma) || isAny(j, {"to", "and", "or", "through", "until", "till"})))
            return -1;
        ++j;
        if (is(j, "the"))
            ++j;
        if (has(j, Tag::TimeMod))
            ++j;
        const auto piece = dateAt(j);
        if (!piece || piece->time.month == 0 || piece->time.hasClock())
            return -1;
        if (piece->yearGiven)
            return piece->time.year;
        end = piece->end;
    }
    return -1;
}

void TimesReader::resolve(Piece& piece, Deixis deixis) const {
    PartialTime& time = piece.time;
    if (time.year >= 0 || piece.set)
        return;
    if (time.month != 0)
        resolveMonth(piece, deixis);
    else if (time.weekday != 0)
        resolveWeekday(piece, deixis);
}

void TimesReader::resolveWeekday(Piece& piece, Deixis deixis) const {
    if (!today_)
        return;
    PartialTime& time = piece.time;
    const std::int64_t today = *today_;
    if (time.day != 0) { // "Sunday the 11th": the nearest month in which it is one
        for (int turn = 0; turn < 25; ++turn) {
            const int step = turn % 2 == 0 ? turn / 2 : -(turn + 1) / 2;
            CivilDate date = civilFromDays(today);
            date.day = 1;
            date = addMonths(date, step);
            if (isValidDate(date.year, date.month, time.day) &&
                weekdayOf(daysFromCivil(date.year, date.month, time.day)) == time.weekday) {
                time.setDay(daysFromCivil(date.year, date.month, time.day));
                return;
            }
        }
        return;
    }
    std::int64_t day = weekdayOnOrBefore(today, time.weekday);
    piece.resolution = "nearest-before";
    switch (deixis) {
    case Deixis::Last:
    case Deixis::Previous:
        day = weekdayOnOrBefore(today - 1, time.weekday);
        break;
    case Deixis::Next: // that of the week to come; on a Tuesday, "next Friday" is not the one three days on
        day = weekdayOnOrBefore(today, 1) + 7 + time.weekday - 1;
        piece.resolution = "next-week";
        break;
    case Deixis::This:
        day = weekdayOnOrBefore(today, 1) + time.weekday - 1;
        piece.resolution = "this-week";
        break;
    case Deixis::Following:
        if (const TimeMention* before = earlierDay())
            day = weekdayOnOrAfter(dayOfSecond(before->resolved->from) + 1, time.weekday);
        break;
    default:
        if (tenseAt(piece.first, piece.end) == Tense::Future) {
            day = weekdayOnOrAfter(today, time.weekday);
            piece.resolution = "nearest-after";
        }
    }
    time.setDay(day);
}

void TimesReader::resolveMonth(Piece& piece, Deixis deixis) const {
    PartialTime& time = piece.time;
    // "between January 1, 2025 and June 30": the year just named goes on.
    if (deixis == Deixis::None && !out_.times.empty()) {
        const TimeMention& before = out_.times.back();
        if (before.sentence == sentence_ && before.endToken + 2 >= piece.first && before.endToken < piece.first &&
            before.value.size() >= 7 && !kind(before.endToken, TokenKind::Comma) &&
            (isAny(before.endToken, {"and", "to", "through", "until", "or"}) || dashAt(before.endToken))) {
            const std::string year = before.value.substr(0, 4);
            if (reading_.of(before.span).find(year) != std::string_view::npos) {
                std::from_chars(year.data(), year.data() + 4, time.year);
                piece.resolution = "year-of-the-range";
                return;
            }
        }
    }
    if (!today_)
        return;
    const CivilDate now = civilFromDays(*today_);
    const Tense tense = deixis == Deixis::Next   ? Tense::Future
                        : deixis == Deixis::Last ? Tense::Past
                                                 : tenseAt(piece.first, piece.end);
    int year = now.year;
    if (deixis == Deixis::This) {
        piece.resolution = "this-year";
    } else if (time.day == 0) {
        const bool strict = deixis == Deixis::Next || deixis == Deixis::Last;
        if (tense == Tense::Future)
            year += time.month > now.month || (time.month == now.month && !strict) ? 0 : 1;
        else
            year -= time.month < now.month || (time.month == now.month && !strict) ? 0 : 1;
        piece.resolution = tense == Tense::Future ? "nearest-after" : "nearest-before";
    } else {
        const auto in = [&](int y) {
            return daysFromCivil(y, time.month, std::min(time.day, daysInMonth(y, time.month)));
        };
        const bool reached = in(year) <= *today_;
        const int before = reached ? year : year - 1;
        const int after = in(year) >= *today_ ? year : year + 1;
        // Without a verb to tell, a day soon to come is meant rather than one most of a year ago.
        const bool future = tense == Tense::Future ||
                            (tense == Tense::Unknown && in(after) - *today_ <= 60 && *today_ - in(before) > 250);
        // A day just gone is not a year ahead, whatever the verb ("on October 1-2 the city hosts").
        const bool justGone = *today_ - in(before) <= 3 && in(after) - *today_ > 300;
        year = future && !justGone ? after : before;
        piece.resolution = future ? "nearest-after" : "nearest-before";
    }
    if (time.day != 0 && !isValidDate(year, time.month, time.day))
        return;
    time.year = year;
}

void TimesReader::extendLeft(Piece& piece) const {
    Deixis deixis = Deixis::None;
    const Index core = piece.first;
    const auto before = [&] { return piece.first > floor_ ? piece.first - 1 : end_; };
    Index p = before();
    const bool ordinal = ordinalDay(core) > 0 && (piece.time.month != 0);
    Index ordinalFirst = 0;
    if (piece.time.month != 0 && piece.time.day == 0 && !kind(core, TokenKind::Number) && is(p, "of") &&
        ordinalBefore(p, ordinalFirst) > 0 && (is(ordinalFirst - 1, "the") || ordinalFirst + 1 < p) &&
        ordinalBefore(p, ordinalFirst) <= daysInMonth(2024, piece.time.month)) {
        piece.time.day = ordinalBefore(p, ordinalFirst); // "the first of June", "twenty second of May"
        piece.first = is(ordinalFirst - 1, "the") && inside(ordinalFirst - 1) ? ordinalFirst - 1 : ordinalFirst;
        piece.rule = "ordinal-day-month";
        p = before();
    } else if (ordinal && is(p, "the") && inside(p)) {
        piece.first = p;
        p = before();
    }
    if (const Deixis d = deixisAt(p);
        d != Deixis::None &&
        (piece.time.weekday != 0 || piece.time.month != 0 || piece.rule == std::string_view("holiday")) &&
        !piece.yearGiven) {
        deixis = d;
        piece.first = p;
        p = before();
        if (d == Deixis::Next && is(p, "this") && inside(p)) { // this coming Sunday
            deixis = piece.time.weekday != 0 ? Deixis::None : d;
            piece.first = p;
            p = before();
            if (today_ && piece.time.weekday != 0)
                piece.time.setDay(weekdayOnOrAfter(*today_ + 1, piece.time.weekday));
        } else if (d == Deixis::Last && inside(p) && (is(p, "this") || (is(p, "the")))) {
            piece.first = p;
            p = before();
        } else if ((d == Deixis::Same || d == Deixis::Following || d == Deixis::Previous) && is(p, "the") &&
                   inside(p)) {
            piece.first = p;
            p = before();
        }
    } else if (is(p, "other") && is(p - 1, "every") && inside(p - 1)) {
        deixis = Deixis::Habit;
        piece.first = p - 1;
        p = before();
    }
    if (deixis == Deixis::Habit) {
        if (!piece.time.hasFullDate() && (piece.time.weekday != 0 || piece.time.month != 0)) {
            piece.set = true;
            piece.rule = "every";
        }
    } else {
        resolve(piece, deixis);
    }
    if (piece.set)
        return;
    // the part of the period
    const auto modOf = [&](Index i) {
        const std::string_view m = value(i, Tag::TimeMod);
        return m == "start" ? TimeMod::Start : m == "mid" ? TimeMod::Mid : m == "end" ? TimeMod::End : TimeMod::None;
    };
    if (kind(p, TokenKind::Hyphen) && p > floor_ && isAny(p - 1, {"mid", "early", "late", "mi"})) {
        piece.mod = modOf(p - 1);
        piece.first = p - 1;
    } else if (inside(p) && (isAny(p, {"early", "late", "mid"}) ||
                             (french() && has(p, Tag::TimeMod) && piece.time.grain() < Grain::Day))) {
        piece.mod = modOf(p);
        piece.first = p;
    } else if (isAny(p, {"earlier", "later"}) && inside(p) && (is(core, "today") || deixis == Deixis::This)) {
        piece.mod = modOf(p);
        piece.first = p;
    } else if (is(p, "on") && p > floor_ && isAny(p - 1, {"early", "late"}) && piece.time.grain() >= Grain::Day) {
        piece.mod = modOf(p - 1);
        piece.first = p - 1;
    } else if (is(p, "of") && p > floor_ &&
               isAny(p - 1, {"beginning", "start", "end", "middle", "close", "onset", "outset"}) &&
               (p - 1 == floor_ || !has(p - 2, Tag::Poss))) {
        piece.mod = modOf(p - 1);
        piece.first = is(p - 2, "the") && inside(p - 2) ? p - 2 : p - 1;
    }
    if (is(core, "today") && piece.mod != TimeMod::None && !isAny(piece.first, {"early", "late", "earlier", "later"}))
        piece.mod = TimeMod::None;
}

void TimesReader::extendRight(Piece& piece) const {
    PartialTime& time = piece.time;
    if (time.grain() != Grain::Day && !(time.grain() == Grain::PartOfDay && time.hour < 0))
        return;
    const bool named = piece.end > piece.first;
    if (!named)
        return;
    Index j = piece.end;
    if (time.part == DayPart::None) {
        Index p = j;
        TimeMod mod = TimeMod::None;
        if (isAny(p, {"early", "late"}) && inside(p + 1)) {
            mod = is(p, "early") ? TimeMod::Start : TimeMod::End;
            ++p;
        }
        int ignored = -1;
        Index end = 0;
        if (const DayPart part = dayPartOf(p);
            part != DayPart::None && !has(p, Tag::Plural) && !(is(p, "night") && capital(p) && capital(p + 1))) {
            time.part = part;
            piece.end = j = p + 1;
            piece.mod = mod != TimeMod::None ? mod : piece.mod;
        } else if (is(j, "at") && inside(j + 1) && value(j + 1, Tag::DayPart) == "dawn" &&
                   dayPartOf(j + 1) != DayPart::None) {
            time.part = DayPart::Morning;
            piece.end = j = j + 2;
        } else if (partPhraseAt(j, ignored, end) && inside(end - 1)) {
            time.part = dayPartOf(end - 1);
            piece.end = j = end;
        }
    }
    // the clock: ", at about 9 p.m."
    if (kind(j, TokenKind::Comma) || (kind(j, TokenKind::Hyphen) && piece.yearGiven && kind(j + 2, TokenKind::Colon)))
        ++j;
    const bool dashed = kind(piece.end, TokenKind::Hyphen) && j > piece.end;
    const Index comma = j;
    TimeMod mod = TimeMod::None;
    bool at = false;
    for (; inside(j); ++j) {
        if (is(j, "at") || is(j, "@"))
            at = true;
        else if (isAny(j, {"about", "around", "approximately"}))
            mod = TimeMod::Approx;
        else
            break;
    }
    if (!at && comma > piece.end && !dashed)
        return;
    const auto clock = clockAt(j);
    if (!clock || (!clock->sure && !at && clock->minute < 0) ||
        (at && !clock->sure && clock->minute < 0 && !bareHourFits(*clock)))
        return;
    const bool late = time.part == DayPart::Afternoon || time.part == DayPart::Evening || time.part == DayPart::Night;
    time.hour = clock->hour;
    if (late && !clock->meridiem && time.hour < 12 && !(time.part == DayPart::Night && time.hour < 6))
        time.hour += 12;
    time.minute = clock->minute;
    time.second = clock->second;
    time.utc = clock->utc;
    if (clock->hour < 0)
        time.part = clock->part;
    piece.end = clock->end;
    if (piece.mod == TimeMod::None || mod != TimeMod::None)
        piece.mod = mod;
}

/// "on the 15th": of the month that the tense asks for.
TimesReader::Index TimesReader::dayOfMonth(Index i, Index first) {
    if (is(i + 1, "of"))
        return i;
    Piece piece;
    piece.first = first;
    piece.end = i + 1;
    piece.rule = "ordinal-day";
    piece.time.day = ordinalDay(i);
    if (today_) {
        const bool future = tenseAt(i, i + 1) != Tense::Past;
        for (int step = 0; step < 3; ++step) {
            const CivilDate now = civilFromDays(*today_);
            const CivilDate month = addMonths({now.year, now.month, 1}, future ? step : -step);
            if (!isValidDate(month.year, month.month, piece.time.day))
                continue;
            const std::int64_t day = daysFromCivil(month.year, month.month, piece.time.day);
            if (future ? day >= *today_ : day <= *today_) {
                piece.time.setDay(day);
                break;
            }
        }
    }
    extendRight(piece);
    return emit(piece);
}

int TimesReader::ordinalBefore(Index end, Index& first) const {
    if (end <= floor_)
        return 0;
    first = end - 1;
    int n = ordinalDay(first);
    if (n == 0 || !kind(first, TokenKind::Word) || n >= 10)
        return n;
    const Index tens = kind(first - 1, TokenKind::Hyphen) ? first - 2 : first - 1;
    if (first >= floor_ + 2 && has(tens, Tag::Number) && number(tens, Tag::Number) >= 20 &&
        number(tens, Tag::Number) % 10 == 0) {
        n += static_cast<int>(number(tens, Tag::Number));
        first = tens;
    }
    return n;
}

/// "the first Friday of July", "the 2nd Tuesday in November", "the last Sunday of October", "the third week of this
/// month"
TimesReader::Index TimesReader::nthOf(Index i) {
    const bool week = has(i, Tag::TimeUnit) && value(i, Tag::TimeUnit) == "week" && !has(i, Tag::Plural);
    if (!(week || (has(i, Tag::Weekday) && !has(i, Tag::Plural))) || !isAny(i + 1, {"of", "in"}) || i <= floor_)
        return i;
    Index first = i - 1;
    const bool last = is(first, "last");
    const int n = last ? -1 : ordinalBefore(i, first);
    if ((n < 1 && !last) || n > 5)
        return i;
    Piece piece;
    Index j = i + 2;
    const Deixis deixis = deixisAt(j);
    if ((deixis == Deixis::This || deixis == Deixis::Next || deixis == Deixis::Last) && is(j + 1, "month")) {
        if (!today_)
            return i;
        const CivilDate now = civilFromDays(*today_);
        const CivilDate month = addMonths({now.year, now.month, 1}, deixis == Deixis::Next   ? 1
                                                                    : deixis == Deixis::Last ? -1
                                                                                             : 0);
        piece.time.year = month.year;
        piece.time.month = month.month;
        piece.end = j + 2;
    } else {
        const bool moved = deixis != Deixis::None && deixis != Deixis::Habit;
        auto month = has(moved ? j + 1 : j, Tag::Month) ? monthDate(moved ? j + 1 : j) : std::nullopt;
        if (!month || month->time.day != 0)
            return i;
        resolve(*month, moved ? deixis : Deixis::None);
        piece = *month;
    }
    piece.first = is(first - 1, "the") && inside(first - 1) ? first - 1 : first;
    piece.rule = "nth-of-month";
    if (piece.time.year < 0)
        return i;
    const int weekday =
        week ? 4 : static_cast<int>(number(i, Tag::Weekday)); // a week belongs to the month of its Thursday
    const std::int64_t day = nthWeekdayOf(piece.time.year, piece.time.month, weekday, n);
    if (!week) {
        piece.time.setDay(day);
    } else {
        const IsoWeek isoWeek = isoWeekOf(day);
        piece.time = {};
        piece.time.year = isoWeek.year;
        piece.time.week = isoWeek.week;
    }
    if (!week)
        extendRight(piece);
    return emit(piece);
}

TimesReader::Index TimesReader::date(Index i) {
    // "the night between Saturday and Sunday" is found at its first word; here stand dates that begin a range.
    if (plainNumber(i, 2) > 0 || (kind(i, TokenKind::Alnum) && ordinalDay(i) > 0)) {
        // 9-11 January, 9 and 10 January, the 9th and 10th of January
        if (dashAt(i + 1) || isAny(i + 1, {"to", "and", "or", "through", "until"})) {
            const Index next = is(i + 2, "the") ? i + 3 : i + 2;
            const int day = plainNumber(i, 2) > 0 ? plainNumber(i, 2) : ordinalDay(i);
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
    auto found = dateAt(i);
    if (!found && kind(i, TokenKind::Alnum) && ordinalDay(i) > 0 && is(i - 1, "on") &&
        (kind(i + 1, TokenKind::Stop) || kind(i + 1, TokenKind::Comma) || i + 1 >= end_))
        return dayOfMonth(i, i);
    if (!found && kind(i, TokenKind::Alnum) && ordinalDay(i) > 0 && is(i - 1, "the") && inside(i - 1) &&
        isAny(i - 2, {"on", "by", "until", "since", "from", "before", "after"}) && !nounFollows(i + 1)) {
        return dayOfMonth(i, i - 1); // "on the 15th"
    }
    if (!found && ordinalDay(i) > 0 && !kind(i, TokenKind::Word) && is(i + 1, "of") && is(i + 3, "month") && today_ &&
        inside(i + 3)) { // the 20th of next month
        const Deixis deixis = deixisAt(i + 2);
        const int step = deixis == Deixis::Next ? 1 : deixis == Deixis::Last ? -1 : 0;
        if (step == 0 && deixis != Deixis::This && !is(i + 2, "the"))
            return i;
        const CivilDate now = civilFromDays(*today_);
        const CivilDate month = addMonths({now.year, now.month, 1}, step);
        if (!isValidDate(month.year, month.month, ordinalDay(i)))
            return i;
        Piece piece;
        piece.first = is(i - 1, "the") && inside(i - 1) ? i - 1 : i;
        piece.end = i + 4;
        piece.rule = "ordinal-of-month";
        piece.time.setDay(daysFromCivil(month.year, month.month, ordinalDay(i)));
        extendRight(piece);
        return emit(piece);
    }
    if (!found)
        return i;
    Piece piece = *found;
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
    if (!piece.set)
        extendRight(piece);
    if (const DayPart part = piece.set ? dayPartOf(piece.end) : DayPart::None;
        part != DayPart::None && !piece.time.hasFullDate()) {
        piece.time.part = part; // "every Sunday morning"
        ++piece.end;
    }
    if (piece.set && is(piece.end, "at") && inside(piece.end))
        if (const auto c = clockAt(piece.end + 1); c && (c->sure || c->minute >= 0)) { // "every Monday at 4pm"
            piece.time.hour = c->hour;
            piece.time.minute = c->minute;
            piece.end = c->end;
        }
    return emit(piece);
}

/// "from Monday to Wednesday": two days of one run. Returns piece.end when there is none.
TimesReader::Index TimesReader::weekdayRange(const Piece& piece) {
    const Index link = piece.end;
    if (!today_ || !(dashAt(link) || isAny(link, {"to", "through", "until", "till"})) || !has(link + 1, Tag::Weekday) ||
        has(link + 1, Tag::Plural) || deixisAt(piece.first - 1) != Deixis::None)
        return piece.end;
    const auto found = weekdayDate(link + 1);
    if (!found || found->yearGiven || found->time.day != 0 || found->set)
        return piece.end;
    Piece first = piece, second = *found;
    if (tenseAt(piece.first, second.end) == Tense::Future) {
        first.time.setDay(weekdayOnOrAfter(*today_, first.time.weekday));
        second.time.setDay(weekdayOnOrAfter(first.time.dayNumber() + 1, second.time.weekday));
    } else {
        second.time.setDay(weekdayOnOrBefore(*today_, second.time.weekday));
        first.time.setDay(weekdayOnOrBefore(second.time.dayNumber() - 1, first.time.weekday));
    }
    first.resolution = second.resolution = "weekday-range";
    extendLeft(first);
    emit(first);
    extendRight(second);
    return emit(second);
}

/// "January 1-5, 2025", "January 1 to 5": the second day is a mention of its own. Returns `end` when there is none.
TimesReader::Index TimesReader::dayRange(const Piece& piece, Index end) {
    const bool dash = dashAt(end);
    if (!dash && !isAny(end, {"to", "and", "or", "through"}))
        return end;
    const Index d = end + 1;
    int day = plainNumber(d, 2);
    if (day < 0 && kind(d, TokenKind::Alnum))
        day = ordinalDay(d);
    if (day <= piece.time.day || day > daysInMonth(2024, piece.time.month) || kind(d + 1, TokenKind::Colon) ||
        kind(d + 1, TokenKind::Percent) || has(d + 1, Tag::Month) || has(d + 1, Tag::DayPart))
        return end;
    if (!dash && nounFollows(d + 1))
        return end;
    Piece first = piece, second = piece;
    second.first = d;
    second.end = d + 1;
    second.time.day = day;
    second.rule = "day-range";
    if (Index after = 0; const int y = yearAt(d + 1, after)) {
        if (y > 0) {
            second.end = after;
            first.time.year = second.time.year = y;
            first.yearGiven = second.yearGiven = true;
        }
    }
    extendLeft(first);
    second.time.year = first.time.year;
    emit(first);
    return emit(second);
}

bool TimesReader::yearInContext(Index i) const {
    const int y = plainNumber(i, 4);
    if (text(i).size() != 4 || !plausibleYear(y) ||
        (glued(i) && i > 0 &&
         (kind(i - 1, TokenKind::Currency) || kind(i - 1, TokenKind::Symbol) || kind(i - 1, TokenKind::Slash))))
        return false;
    const Index next = i + 1;
    if (kind(next, TokenKind::Percent) || kind(next, TokenKind::Currency) ||
        (kind(next, TokenKind::Colon) && glued(next) && kind(next + 1, TokenKind::Number)) ||
        has(next, Tag::Multiplier) || has(next, Tag::Unit) || has(next, Tag::Currency) || has(next, Tag::TimeUnit))
        return false;
    if (kind(next, TokenKind::Symbol) && glued(next))
        return false;
    const bool modern = y >= 1900 && y <= 2060;
    const bool counts = kind(next, TokenKind::Word) && !capital(next) && nounFollows(next); // "2000 people"
    if (isAny(i - 1, {"in",     "since",  "during", "year",   "years", "circa", "en",        "depuis", "dès",
                      "seit",   "jahr",   "desde",  "año",    "année", "early", "late",      "mid",    "fiscal",
                      "autumn", "summer", "winter", "spring", "until", "till",  "throughout"}))
        return (modern && y != 2000) || !counts;
    if (kind(i - 1, TokenKind::Hyphen) && isAny(i - 2, {"mid", "early", "late", "pre", "post"}))
        return true;
    if (kind(i - 1, TokenKind::OpenBracket) && (kind(next, TokenKind::CloseBracket) || dashAt(next)))
        return modern || y >= 1500;
    // A range or list of years: the one before was a year.
    if (!out_.times.empty() && i >= 2 &&
        (isAny(i - 1, {"and", "to", "or", "through"}) || dashAt(i - 1) || kind(i - 1, TokenKind::Comma)) &&
        out_.times.back().endToken == i - 1 && out_.times.back().value.size() == 4)
        return modern || !counts;
    if (isAny(i - 1, {"by", "of", "from", "before", "after", "through", "between", "for", "to", "than"})) {
        if (counts)
            return false;
        if (is(i - 1, "for") || is(i - 1, "to") || is(i - 1, "than"))
            return modern && y >= 1950 && y <= 2050 && !(is(i - 1, "to") && has(i - 2, Tag::Verb));
        return modern || (y >= 1500 && !isAny(i - 1, {"of", "by"}));
    }
    // "the 2024 election", "its 2023 report"
    if ((has(i - 1, Tag::Det) || has(i - 1, Tag::Poss) || kind(i - 1, TokenKind::Apostrophe)) && y >= 1950 && y <= 2050)
        return kind(next, TokenKind::Word) && !(!capital(next) && has(next, Tag::CountNoun) && has(next, Tag::Plural));
    return false;
}

TimesReader::Index TimesReader::year(Index i) {
    if (!kind(i, TokenKind::Number))
        return i;
    Piece piece;
    piece.first = i;
    piece.end = i + 1;
    piece.rule = "year";
    piece.yearGiven = true;
    // '05: a year only after a word that introduces one
    if (kind(i - 1, TokenKind::Apostrophe) && inside(i - 1) && glued(i) && text(i).size() == 2 &&
        plainNumber(i, 2) >= 0) {
        if (!isAny(i - 2,
                   {"in", "since", "of", "by", "until", "summer", "winter", "spring", "fall", "from", "and", "to"}))
            return i;
        piece.first = i - 1;
        piece.time.year = fullYear(plainNumber(i, 2), today_);
        return emit(piece);
    }
    // 2025-06: a month, unless the second number can be the end of a range of years
    const int y = plainNumber(i, 4);
    if (y >= 1900 && y <= 2099 && text(i).size() == 4 && !(glued(i) && i > floor_ && kind(i - 1, TokenKind::Slash)) &&
        dashAt(i + 1) && glued(i + 1) && glued(i + 2) && text(i + 2).size() == 2 && plainNumber(i + 2, 2) > 0) {
        const int n = plainNumber(i + 2, 2);
        if (n > y % 100 && !dashAt(i + 3)) {
            if (n > y % 100 + 30)
                return i;
            piece.time.year = y;
            emit(piece);
            piece.first = i + 2;
            piece.end = i + 3;
            piece.time.year = y - y % 100 + n;
            piece.rule = "year-range";
            return emit(piece);
        }
        if (n >= 1 && n <= 12 && !(kind(i + 3, TokenKind::Hyphen) && glued(i + 3)) && kind(i + 1, TokenKind::Hyphen) &&
            !(glued(i) && i > floor_ && dashAt(i - 1))) {
            piece.time.year = y;
            piece.time.month = n;
            piece.end = i + 3;
            piece.rule = "iso-month";
            return emit(piece);
        }
        return i;
    }
    const bool range =
        y >= 1500 && y <= 2199 && text(i).size() == 4 &&
        (dashAt(i + 1) && plainNumber(i + 2, 4) > y && plainNumber(i + 2, 4) < y + 200 && text(i + 2).size() == 4) &&
        glued(i + 2) && glued(i + 1) && y >= 1800 && plainNumber(i + 2, 4) < 2100 &&
        !(glued(i) && i > floor_ && dashAt(i - 1)) && !dashAt(i + 3);
    const bool opens = y >= 1900 && y <= 2060 && text(i).size() == 4 &&
                       (i == reading_.sentences[sentence_].firstToken || kind(i - 1, TokenKind::Semicolon)) &&
                       isAny(i + 1, {"was", "saw", "has", "is", "will", "brought", "marked"});
    if (!yearInContext(i) && !range && !opens)
        return i;
    piece.time.year = y;
    if (isAny(i - 1, {"fiscal"}) && inside(i - 1)) {
        piece.time.fiscal = true;
        piece.first = i - 1;
    } else if (is(i - 1, "year") && inside(i - 1)) {
        piece.first = i - 1;
        if (is(i - 2, "fiscal") && inside(i - 2)) {
            piece.time.fiscal = true;
            --piece.first;
        }
        if (is(piece.first - 1, "the") && inside(piece.first - 1))
            --piece.first;
    }
    if (is(i + 1, "bc") || is(i + 1, "bce"))
        return i;
    extendLeft(piece);
    return emit(piece);
}

TimesReader::Index TimesReader::decade(Index i) {
    const std::string_view t = text(i);
    int number = 0;
    Piece piece;
    piece.first = i;
    piece.end = i + 1;
    piece.rule = "decade";
    if (kind(i, TokenKind::Alnum)) {
        const char* end = std::from_chars(t.data(), t.data() + t.size(), number).ptr;
        const std::size_t width = static_cast<std::size_t>(end - t.data());
        if (t.substr(width) != "s" || number % 10 != 0)
            return i;
        const bool apostrophe = kind(i - 1, TokenKind::Apostrophe) && inside(i - 1) && glued(i);
        if (width == 2) {
            if (apostrophe)
                piece.first = i - 1;
            else if (!(is(i - 1, "the") || isAny(i - 1, {"early", "late"})) || number < 20)
                return i;
            number = fullYear(number, today_);
        } else if (width != 4 || !plausibleYear(number)) {
            return i;
        }
    } else if (has(i, Tag::TimeUnit)) { // "nineties"
        if (!(is(i - 1, "the") || isAny(i - 1, {"early", "late", "mid"}) || kind(i - 1, TokenKind::Hyphen)))
            return i;
        number = fullYear(static_cast<int>(this->number(i, Tag::TimeUnit)), today_);
    } else {
        return i;
    }
    const Index before = piece.first > 0 ? piece.first - 1 : 0;
    if (has(before, Tag::Poss) || kind(before, TokenKind::Hyphen)
            ? has(before, Tag::Poss) || !isAny(before - 1, {"mid", "early", "late"})
            : false)
        return i;
    piece.time.decade = number / 10;
    extendLeft(piece);
    if (piece.first > 0 && has(piece.first - 1, Tag::Poss))
        return i; // "in her late sixties"
    if (is(piece.first - 1, "the") && inside(piece.first - 1))
        --piece.first;
    return emit(piece);
}

TimesReader::Index TimesReader::century(Index unit) {
    Index o = unit;
    if (o > floor_ && kind(o - 1, TokenKind::Hyphen))
        --o;
    if (o <= floor_)
        return unit;
    --o;
    int n = ordinalDay(o);
    Index first = o;
    if (n > 0 && n < 10 && kind(o, TokenKind::Word) && o >= floor_ + 2 && kind(o - 1, TokenKind::Hyphen) &&
        has(o - 2, Tag::Number)) { // twenty-first
        n += static_cast<int>(number(o - 2, Tag::Number));
        first = o - 2;
    }
    if (n < 1 || n > 22 || has(unit, Tag::Plural))
        return unit;
    Piece piece;
    piece.first = first;
    piece.end = unit + 1;
    piece.rule = "century";
    piece.time.century = n - 1;
    if (is(unit + 1, "bc") || is(unit + 1, "bce"))
        return unit;
    extendLeft(piece);
    if (is(piece.first - 1, "the") && inside(piece.first - 1))
        --piece.first;
    return emit(piece);
}

TimesReader::Index TimesReader::season(Index i) {
    if (has(i, Tag::Plural) || (kind(i + 1, TokenKind::Hyphen) && glued(i + 1)))
        return i;
    const bool weak = value(i, Tag::TimeWord) == "weak";
    Piece piece;
    piece.first = i;
    piece.end = i + 1;
    piece.rule = "season";
    piece.time.season = static_cast<int>(number(i, Tag::Season));
    Index end = 0;
    const int y = kind(i + 1, TokenKind::Comma) ? -1 : yearAt(i + 1, end);
    const Deixis deixis = deixisAt(i - 1);
    const bool article = is(i - 1, "the") && inside(i - 1);
    const bool part = isAny(i - 1, {"early", "late", "mid"}) ||
                      (kind(i - 1, TokenKind::Hyphen) && isAny(i - 2, {"mid", "early", "late"}));
    if (y > 0) {
        piece.time.year = y;
        piece.end = end;
        piece.yearGiven = true;
    } else {
        if (is(i + 1, "of") || nounFollows(i + 1))
            return i;
        const Index before = article ? i - 2 : part ? i - 2 : i - 1;
        const bool introduced = isAny(before, {"in", "since", "until", "during", "by", "this", "over", "through",
                                               "before", "after", "throughout", "from"});
        if (deixis == Deixis::None && !(article && introduced) && !(part) && !(introduced && !weak && !capital(i)))
            return i;
        if (weak && deixis == Deixis::None && !article && !part)
            return i;
        if (deixis == Deixis::Same || deixis == Deixis::Following || deixis == Deixis::Previous)
            return i;
        if (deixis == Deixis::Habit) {
            piece.first = i - 1;
            piece.set = true;
            return emit(piece);
        }
        if (today_) {
            const CivilDate now = civilFromDays(*today_);
            const int start = piece.time.season * 3;
            // The season's year in which it last began.
            int year = now.month >= start ? now.year : now.year - 1;
            const bool running = (now.month - start + 12) % 12 < 3;
            const Tense tense = tenseAt(i, i + 1);
            if (deixis == Deixis::Next)
                ++year;
            else if (deixis == Deixis::Last)
                year -= running ? 1 : 0;
            else if (deixis == Deixis::This)
                year = running ? year : piece.time.season == 4 ? now.year - (now.month < 6 ? 1 : 0) : now.year;
            else if (tense == Tense::Future && !running)
                ++year;
            piece.time.year = year;
        }
        if (deixis != Deixis::None)
            piece.first = i - 1;
    }
    extendLeft(piece);
    if (is(piece.first - 1, "the") && inside(piece.first - 1))
        --piece.first;
    return emit(piece);
}

} // namespace countercheck::read
