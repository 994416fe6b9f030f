// SPDX-License-Identifier: GPL-3.0-or-later
// Dates in numbers: 2026-01-13, 13.1.2026, 4/22, ISO 8601 with its clock.
#include "core/read/calendar.h"
#include "core/read/times/timesreader.h"

#include <charconv>

namespace countercheck::read {

using text::Tag;
using text::TokenKind;

namespace {

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

/// "10-6": a month and its day.
bool TimesReader::hyphenDay(Index i) const {
    const auto number = [&](Index at) {
        const text::Token& t = token(at);
        return t.is(TokenKind::Number) && t.end - t.begin <= 2
                   ? static_cast<int>(digitsValue(spelled(at), t.end - t.begin))
                   : -1;
    };
    const int month = number(i), day = number(i + 2);
    return i >= first_ && token(i + 1).is(TokenKind::Hyphen) && !token(i + 1).has(text::SpaceBefore) &&
           !token(i + 2).has(text::SpaceBefore) && month >= 1 && month <= 12 && day >= 1 &&
           day <= daysInMonth(2024, month) &&
           (i + 3 >= end_ || token(i + 3).has(text::SpaceBefore) || token(i + 3).is(TokenKind::Stop) ||
            token(i + 3).is(TokenKind::Comma));
}

std::optional<TimesReader::Piece> TimesReader::numericDate(Index i) const {
    if (!kind(i, TokenKind::Number) && !kind(i, TokenKind::Alnum))
        return std::nullopt;
    if (glued(i) && i > floor_ && !kind(i - 1, TokenKind::OpenBracket) && !kind(i - 1, TokenKind::OpenQuote) &&
        !kind(i - 1, TokenKind::Dash) && !kind(i - 1, TokenKind::Colon) &&
        !(kind(i - 1, TokenKind::Hyphen) && i > 3 && token(i - 3).is(TokenKind::Slash) && !out_.times.empty() &&
          out_.times.back().endToken + 1 == i) &&
        !(kind(i - 1, TokenKind::Slash) && !out_.times.empty() && out_.times.back().endToken + 1 == i &&
          text(i).size() == 4))
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
        if (t->width[0] == 4 && t->width[1] <= 2 && t->width[2] <= 2 &&
            (t->mark != '.' || (t->width[1] == 2 && t->width[2] == 2))) {
            year = t->value[0], month = t->value[1], day = t->value[2];
            piece.rule = "iso-date";
        } else if (t->width[0] <= 2 && t->width[1] <= 2 &&
                   (t->width[2] == 4 ||
                    (t->width[2] == 2 && !isAny<"version", "versions", "versionen", "release", "build">(i - 1) &&
                     !text(i - 1).starts_with("versi\u00f3n") &&
                     (t->mark == '/' ||
                      (t->mark == '.' && offhand_ && t->value[0] <= 12 && t->value[1] > 12 && i > first_ &&
                       isAny<"on", "by", "since", "until", "till", "before", "after", "from">(i - 1)) || // on 8.14.23
                      (t->mark == '.' && dayFirst_ &&
                       ((t->width[0] == 2 && t->width[1] == 2) ||
                        isAny<"am", "vom", "zum", "bis", "seit", "ab", "le", "du", "au", "el", "del", "al">(i - 1))) ||
                      (t->mark == '-' && ((t->width[0] == 2 && t->width[1] == 2) ||
                                          (dayFirst_ && isAny<"el", "le", "am", "del", "du">(i - 1)))))))) {
            // A point is the mark of those who write the day first.
            const bool first = (t->mark == '.' && (dayFirst_ || t->value[1] <= 12)) ||
                               (dayFirst_ && t->value[1] <= 12) || t->value[0] > 12;
            day = t->value[first ? 0 : 1], month = t->value[first ? 1 : 0], year = t->value[2];
            if (t->width[2] == 2)
                year = fullYear(year, today_);
        } else {
            return std::nullopt;
        }
    } else if (const std::string_view run = text(i);
               (kind(i, TokenKind::Number) && run.size() == 8 && plainNumber(i, 8) > 0) ||
               (kind(i, TokenKind::Alnum) && run.size() >= 13 && run[8] == 'T' &&
                run.find_first_not_of("0123456789") == 8)) {
        int number = 0;
        std::from_chars(run.data(), run.data() + 8, number);
        year = number / 10000, month = number / 100 % 100, day = number % 100;
        end = token(i).begin + 8;
        if (year < 1900 || year > 2099 || kind(i - 1, TokenKind::Currency) || kind(i - 1, TokenKind::Symbol))
            return std::nullopt;
        piece.rule = "iso-date";
    } else if (const int y = kind(i + 1, TokenKind::Slash) && glued(i + 1) && glued(i + 2) ? plainNumber(i + 2, 4) : -1;
               y >= 1950 && y <= 2060 && plainNumber(i, 2) >= 1 && plainNumber(i, 2) <= 12 &&
               !(glued(i + 3) && (kind(i + 3, TokenKind::Slash) || kind(i + 3, TokenKind::Hyphen))) &&
               ((offhand_ && i == first_) || isAny<"in", "since", "from", "until", "till", "to", "of", "by", "through",
                                                   "before", "after", "between", "during">(i - 1))) { // in 06/2019
        piece.time.year = y;
        piece.time.month = plainNumber(i, 2);
        piece.end = i + 3;
        return piece;
    } else if (offhand_ && !dayFirst_ && hyphenDay(i) &&
               ((is(i - 1, "on") && plainNumber(i + 2, 2) > 12) ||                                // on 7-22
                (is(i - 1, "from") && isAny<"to", "until", "till">(i + 3) && hyphenDay(i + 4)) || // from 10-2 to 10-6
                (isAny<"to", "until", "till">(i - 1) && !out_.times.empty() && out_.times.back().endToken + 1 == i &&
                 hyphenDay(i - 4)))) {
        piece.time.month = plainNumber(i, 2);
        piece.time.day = plainNumber(i + 2, 2);
        piece.yearGiven = false;
        piece.end = i + 3;
        return piece;
    } else if (kind(i + 1, TokenKind::Slash) && glued(i + 1) && glued(i + 2) && plainNumber(i, 2) > 0 &&
               plainNumber(i + 2, 2) > 0) {
        // 4/22: only where it cannot be a fraction, a ratio or a score
        const int a = plainNumber(i, 2), b = plainNumber(i + 2, 2);
        const bool introduced =
            isAny<"on", "by", "until", "till", "since", "from", "before", "after", "dated", "between">(i - 1) ||
            ((isAny<"and", "to", "through", "thru">(i - 1) || dashAt(i - 1)) && !out_.times.empty() &&
             out_.times.back().endToken + 1 == i && token(i - 3).is(TokenKind::Slash)) ||
            (offhand_ && (is(i - 1, "for") || (alone(i, i + 3) && a > 1 && (a > 12) != (b > 12)) ||
                          (dashAt(i + 3) && (i == first_ || kind(i + 5, TokenKind::Slash))))) ||
            (reading_.language != text::Language::English && // le 4/7 à 9 h; not "le 3/4 de la ville"
             isAny<"le", "el", "du", "au", "del", "al", "am", "vom", "zum">(i - 1) &&
             !(a < b && isAny<"de", "des", "du", "del", "der">(i + 3))) ||
            has(i - 1, Tag::Weekday);
        const bool first = dayFirst_ ? b <= 12 : a > 12;
        day = first ? a : b, month = first ? b : a;
        if (a == 9 && b == 11 && !dayFirst_ && !isAny<"on", "by", "until", "till", "dated">(i - 1) &&
            !(glued(i + 3) && !kind(i + 3, TokenKind::Stop) &&
              !kind(i + 3, TokenKind::Comma))) { // the attacks of 2001, named by their date
            piece.time.year = 2001;
            piece.time.month = 9;
            piece.time.day = 11;
            piece.end = i + 3;
            piece.rule = "named-date";
            return piece;
        }
        if (month > 12 || day > 31 || (a == 24 && b == 7) || // 24/7
            (!introduced && (b <= 12 || dayFirst_)) || kind(i + 3, TokenKind::Slash) ||
            (glued(i + 3) && !kind(i + 3, TokenKind::Comma) && !kind(i + 3, TokenKind::Stop) &&
             !(dashAt(i + 3) && kind(i + 5, TokenKind::Slash)))) // 5/27-6/3
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
    bool blank = false; // 2021-10-05 21:15:00Z
    if (end + 6 < all.size() && all[end] == ' ' && two(end + 1) >= 0 && all[end + 3] == ':' && two(end + 4) >= 0) {
        const std::size_t behind = end + 8 < all.size() && all[end + 6] == ':' && two(end + 7) >= 0 ? end + 9 : end + 6;
        blank =
            behind < all.size() &&
            (all[behind] == 'Z' || ((all[behind] == '+' || (all[behind] == '-' && two(behind + 1) < two(end + 1))) &&
                                    two(behind + 1) >= 0 && behind + 3 < all.size() && all[behind + 3] == ':'));
    }
    if (end < all.size() && (all[end] == 'T' || all[end] == 't' || blank) && two(end + 1) >= 0 && two(end + 1) < 24) {
        piece.time.hour = two(end + 1);
        end += 3;
        if (two(end) >= 0 && two(end) < 60) { // 20140820T1015
            piece.time.minute = two(end);
            end += 2;
            if (two(end) >= 0 && two(end) < 60) {
                piece.time.second = two(end);
                end += 2;
            }
        } else if (end < all.size() && all[end] == ':' && two(end + 1) >= 0 && two(end + 1) < 60) {
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
        glued(j + 1) && !kind(j + 2, TokenKind::Colon) &&
        !(piece.rule == std::string_view("iso-date") && kind(j, TokenKind::Slash) &&
          tripleAt(all, token(j + 1).begin).has_value())) // 2011-12-05/2011-12-09
        return std::nullopt;                              // one more group: a serial number
    piece.end = j;
    return piece;
}

/// "between 1800 and 2100 soldiers": what the second number counts the first counts, too.
bool TimesReader::pairOfCounts(Index i) const {
    const Index other = i + 2;
    if (!kind(other, TokenKind::Number) || !(isAny<"and", "to", "or">(i + 1) || dashAt(i + 1)))
        return false;
    const int low = plainNumber(i, 4), high = plainNumber(other, 4);
    if (high < low || !kind(other + 1, TokenKind::Word))
        return false;
    if (has(other + 1, Tag::Unit) || has(other + 1, Tag::Currency))
        return true;
    return has(other + 1, Tag::Plural) && !capital(other + 1) && nounFollows(other + 1) &&
           (low < 1900 || high > 2060 || (low % 100 == 0 && high % 100 == 0));
}

} // namespace countercheck::read
