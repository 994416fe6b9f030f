// SPDX-License-Identifier: GPL-3.0-or-later
// Years and what is made of them: holidays, quarters and halves by name, decades, centuries, seasons.
#include "core/read/calendar.h"
#include "core/read/times/feasts.h"
#include "core/read/times/timesreader.h"

#include <charconv>

namespace countercheck::read {

using text::Tag;
using text::TokenKind;

std::optional<TimesReader::Piece> TimesReader::holidayDate(Index i) const {
    const auto match = lexicon_.match(reading_, i, text::tagBit(Tag::Holiday));
    if (!match || match->endToken > end_ ||
        !(named(i) || offhand_ || (match->endToken > i + 1 && reading_.language != text::Language::English) ||
          lexicon_.value(match->entry, Tag::Holiday).starts_with("islamic")))
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
    const bool needsDay = lexicon_.value(match->entry, Tag::TimeWord) == "day";
    if (isAny<"day", "eve">(j) && (named(j) || (!needsDay && j == piece.end) || (j > piece.end && capital(i)))) {
        offset = is(j, "eve") ? -1 : 0;
        piece.end = j + 1;
    } else {
        const bool possessive = is(j, "s") || text(j - 1).ends_with("s"); // closed on New Year's
        if (needsDay && !(rule == "fixed:1-1" && j > piece.end && possessive && has(i - 1, Tag::Prep)))
            return std::nullopt;
        if (needsDay)
            piece.end = is(j, "s") ? j + 1 : j;
        // A bare name qualifies what follows it ("Christmas tree"); it is a time after a preposition or at a clause's
        // end.
        const bool introduced = has(i - 1, Tag::Prep) || deixisAt(i - 1) != Deixis::None || is(i - 1, "on");
        const bool bounded = match->endToken > i + 1 || !kind(piece.end, TokenKind::Word) ||
                             has(piece.end, Tag::Prep) || has(piece.end, Tag::Conj) || has(piece.end, Tag::TimeUnit) ||
                             (reading_.language == text::Language::German && has(piece.end, Tag::Aux)) ||
                             (reading_.language != text::Language::English && deixisAt(piece.end) != Deixis::None) ||
                             has(piece.end, Tag::DayPart);
        if (!introduced && !bounded)
            return std::nullopt;
        if (has(piece.end, Tag::Weekday))
            return std::nullopt;
        if (introduced && !bounded && reading_.language == text::Language::English && nounFollows(piece.end) &&
            !capital(piece.end))
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
        if (kindOf == "hebrew")
            return hebrewFeast(year, part[0], part[1]) + offset;
        if (kindOf == "islamic")
            return islamicFeast(year, part[0], part[1]) + offset;
        if (kindOf == "chinese")
            return chineseNewYear(year) + offset;
        if (kindOf == "diwali")
            return diwali(year) + offset;
        if (kindOf == "easterweek")
            return easterSunday(year) - 6;
        if (kindOf == "election")
            return nthWeekdayOf(year, 11, 1, 1) + 1;
        return nthWeekdayOf(year, part[0], part[1], part[2] == 0 ? 1 : part[2]) + offset;
    };
    const bool week = rule.starts_with("easterweek");
    const bool weekend = is(piece.end, "weekend") && inside(piece.end); // Labor Day weekend
    if (weekend)
        ++piece.end;
    if (offset == 0 && (rule.starts_with("hebrew") || rule.starts_with("islamic"))) // month-day-length
        if (const std::size_t dash = rule.rfind('-'); dash != rule.find('-'))
            std::from_chars(rule.data() + dash + 1, rule.data() + rule.size(), piece.days);
    const auto place = [&](std::int64_t day) {
        piece.time.setDay(day);
        if (week || weekend) { // Semana Santa; the weekend that touches the feast
            const IsoWeek iso = isoWeekOf(weekend && weekdayOf(day) <= 3 ? day - 3 : day);
            piece.time = {};
            piece.time.year = iso.year;
            piece.time.week = iso.week;
            piece.time.weekend = weekend;
        }
    };
    // A fixed holiday without a reference year still has its month and day.
    const Index from = is(piece.end, "in") && plainNumber(piece.end + 1, 4) > 1900 && !nounFollows(piece.end + 2)
                           ? piece.end + 1
                           : piece.end;
    if (Index end = 0; const int y = yearAt(from, end)) { // "Easter 2019", "When is Easter in 2019?"
        if (y > 0 && (!kind(piece.end, TokenKind::Comma) || (piece.end > match->endToken && !nounFollows(end)))) {
            const std::int64_t day = dayIn(y + (offset < 0 && rule == "fixed:1-1" ? 1 : 0));
            if (day == 0)
                return std::nullopt;
            place(day);
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
        if (day == 0)
            continue;
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
    if ((past ? before : after) == 0)
        return std::nullopt;
    place(past ? before : after);
    piece.resolution = past ? "nearest-before" : "nearest-after";
    return piece;
}

std::optional<TimesReader::Piece> TimesReader::quarterName(Index i) const {
    Piece piece;
    piece.first = i;
    piece.rule = "quarter-name";
    const auto code = [this](std::string_view t, PartialTime& time) { // Q3, 3Q, H1, 1H, FY2025, FY25, W23
        if (t.size() == 2 && (t[0] == 'Q' || t[1] == 'Q')) {
            time.quarter = (t[0] == 'Q' ? t[1] : t[0]) - '0';
            return time.quarter >= 1 && time.quarter <= 4;
        }
        if (t.size() == 2 && t[0] == 'T' &&
            (reading_.language == text::Language::French || reading_.language == text::Language::Spanish)) {
            time.quarter = t[1] - '0';
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
        if (t.size() == 4 && (t[1] == 'Q' || t[1] == 'H') && t[2] >= '0' && t[2] <= '9' && t[3] >= '0' && t[3] <= '9') {
            (t[1] == 'Q' ? time.quarter : time.half) = t[0] - '0'; // 2Q23
            time.year = fullYear((t[2] - '0') * 10 + (t[3] - '0'), today_);
            return t[0] >= '1' && t[0] <= (t[1] == 'Q' ? '4' : '2');
        }
        if (t.size() == 6 && (t[4] == 'Q' || t[4] == 'H') && t.find_first_not_of("0123456789") == 4) { // 2016H1
            std::from_chars(t.data(), t.data() + 4, time.year);
            (t[4] == 'Q' ? time.quarter : time.half) = t[5] - '0';
            return plausibleYear(time.year) && t[5] >= '1' && t[5] <= (t[4] == 'Q' ? '4' : '2');
        }
        return false;
    };
    std::string capitals; // q3, as it is typed
    const auto upper = [&](Index at) {
        const std::string_view t = text(at);
        if (!offhand_ || !((t.size() == 2 && t[1] != 'h') || (t.size() <= 6 && (t[0] == 'f' || t[0] == 'F'))))
            return t;
        capitals.clear();
        for (const char c : t)
            capitals += c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
        return std::string_view(capitals);
    };
    if (kind(i, TokenKind::Number)) { // 2025-Q1, 2025 Q1, 2025-W23
        const int y = plainNumber(i, 4);
        const Index j = dashAt(i + 1) && glued(i + 1) ? i + 2 : i + 1;
        if (y < 0 || text(i).size() != 4 || !plausibleYear(y) || !kind(j, TokenKind::Alnum) ||
            !code(upper(j), piece.time))
            return std::nullopt;
        if (piece.time.week != 0 && j == i + 1)
            return std::nullopt;
        piece.time.year = y;
        piece.yearGiven = true;
        piece.end = j + 1;
        if (isAny<"fy", "fiscal">(i - 1) && inside(i - 1)) { // FY 2025 Q1
            piece.time.fiscal = true;
            --piece.first;
        }
        return piece;
    }
    const std::string_view t = upper(i);
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
    if (piece.time.year >= 0) {
        piece.yearGiven = true;
        return piece;
    }
    Index end = 0;
    if (const Index fy = is(i + 1, "of") ? i + 2 : i + 1; // Q3 FY25
        kind(fy, TokenKind::Alnum) && text(fy).starts_with("FY"))
        if (const auto fiscal = quarterName(fy); fiscal && fiscal->time.fiscal) {
            piece.time.year = fiscal->time.year;
            piece.time.fiscal = true;
            piece.end = fiscal->end;
            piece.yearGiven = true;
            return piece;
        }
    const Index from = is(i + 1, "fiscal") ? i + 2 : i + 1;
    if (const int y = yearAt(from, end); y > 0) {
        piece.time.year = y;
        piece.time.fiscal = from > i + 1;
        piece.end = end;
        piece.yearGiven = true;
        return piece;
    }
    if (piece.time.half != 0 && !isAny<"in", "for", "during">(i - 1))
        return std::nullopt;
    if (nounFollows(i + 1) && is(i - 1, "the") == false && !isAny<"in", "for", "of", "during", "its", "their">(i - 1))
        return std::nullopt;
    if (today_) {
        const CivilDate now = civilFromDays(*today_);
        const int firstMonth = piece.time.quarter != 0 ? piece.time.quarter * 3 - 2 : piece.time.half * 6 - 5;
        piece.time.year = firstMonth <= now.month ? now.year : now.year - (tenseAt(i, i + 1) == Tense::Future ? 0 : 1);
    }
    return piece;
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
    if (pairOfCounts(i))
        return false;
    const bool counts = kind(next, TokenKind::Word) && !capital(next) && nounFollows(next); // "2000 people"
    if (isAny<"in", "since", "during", "year", "years", "circa", "around", "en", "depuis", "dès", "seit", "jahr",
              "desde", "año", "année", "early", "late", "mid", "fiscal", "autumn", "summer", "winter", "spring",
              "until", "till", "throughout", "fy">(i - 1))
        return (modern && y != 2000) || !counts;
    if (kind(i - 1, TokenKind::Hyphen) && isAny<"mid", "early", "late", "pre", "post">(i - 2))
        return true;
    if (is(i - 1, "as") && isAny<"recently", "early", "late", "back">(i - 2))
        return modern; // as recently as 2016
    if (kind(i - 1, TokenKind::OpenBracket) && (kind(next, TokenKind::CloseBracket) || dashAt(next)))
        return modern || y >= 1500;
    // A range or list of years: the one before was a year.
    if (!out_.times.empty() && i >= 2 &&
        (isAny<"and", "to", "or", "through">(i - 1) || dashAt(i - 1) || kind(i - 1, TokenKind::Comma)) &&
        out_.times.back().endToken == i - 1 && out_.times.back().value.size() == 4)
        return modern || !counts;
    if (isAny<"by", "of", "from", "before", "after", "through", "between", "for", "to", "than">(i - 1)) {
        if (counts)
            return false;
        if (is(i - 1, "than") && isAny<"more", "fewer", "less">(i - 2) && is(next, "of"))
            return false;
        if (is(i - 1, "for") || is(i - 1, "to") || is(i - 1, "than"))
            return modern && y >= 1950 && y <= 2050 && !(is(i - 1, "to") && has(i - 2, Tag::Verb));
        if (is(i - 1, "of") && y >= 1500 && y % 100 != 0 && is(i - 3, "the") && !has(i - 2, Tag::NotCount) &&
            !isAny<"total", "sum", "number", "population", "maximum", "minimum", "average", "record", "figure">(i - 2))
            return true; // the treaty of 1648
        return modern || (y >= 1500 && !isAny<"of", "by">(i - 1));
    }
    if (y >= 1950 && y <= 2050 && !(glued(i) && i > floor_) && inside(next) && kind(i - 1, TokenKind::Word) &&
        isAny<"earnings", "profit", "profits", "revenue", "results", "guidance", "income", "outlook", "forecast",
              "budget", "net", "elections">(next) &&
        !has(i - 1, Tag::Number) && !has(i - 1, Tag::Multiplier)) // "expects 2011 earnings of …"
        return true;
    // "the 2024 election", "its 2023 report"
    if ((has(i - 1, Tag::Det) || has(i - 1, Tag::Poss) || kind(i - 1, TokenKind::Apostrophe)) && y >= 1950 && y <= 2050)
        return kind(next, TokenKind::Word) && !(!capital(next) && has(next, Tag::CountNoun) && has(next, Tag::Plural));
    return false;
}

TimesReader::Index TimesReader::year(Index i) {
    if (!kind(i, TokenKind::Number))
        return i;
    if (const Index next = eraYear(i); next != i)
        return next;
    Piece piece;
    piece.first = i;
    piece.end = i + 1;
    piece.rule = "year";
    piece.yearGiven = true;
    // '05: a year only after a word that introduces one
    if (kind(i - 1, TokenKind::Apostrophe) && inside(i - 1) && glued(i) && text(i).size() == 2 &&
        plainNumber(i, 2) >= 0) {
        if (!isAny<"in", "since", "of", "by", "until", "around", "summer", "winter", "spring", "fall", "from", "and",
                   "to">(i - 2) &&
            !(is(i - 2, "the") && plainNumber(i, 2) > 30 && nounFollows(i + 1))) // the '94 final
            return i;
        piece.first = i - 1;
        piece.time.year = fullYear(plainNumber(i, 2), today_);
        return emit(piece);
    }
    // 2025-06: a month, unless the second number can be the end of a range of years
    const int y = plainNumber(i, 4);
    if (y >= 1900 && y <= 2099 && text(i).size() == 4 && !(glued(i) && i > floor_ && kind(i - 1, TokenKind::Slash)) &&
        dashAt(i + 1) && glued(i + 1) && glued(i + 2) && plainNumber(i + 2, 2) > 0 &&
        (text(i + 2).size() == 2 || offhand_)) { // 2021-7
        const int n = plainNumber(i + 2, 2);
        if (n > y % 100 && !dashAt(i + 3) && text(i + 2).size() == 2) {
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
    if (y >= 1900 && y <= 2099 && text(i).size() == 4 && kind(i + 1, TokenKind::Slash) && glued(i + 1) &&
        glued(i + 2) && !(glued(i) && i > floor_ && kind(i - 1, TokenKind::Slash)) &&
        !(glued(i + 3) && kind(i + 3, TokenKind::Slash)) &&
        (plainNumber(i + 2, 4) == y + 1 || (plainNumber(i + 2, 2) == (y + 1) % 100 && text(i + 2).size() == 2))) {
        piece.time.year = y; // 2015/16
        emit(piece);
        piece.first = i + 2;
        piece.end = i + 3;
        piece.time.year = y + 1;
        piece.rule = "year-range";
        return emit(piece);
    }
    if (y >= 1900 && y <= 2060 && text(i).size() == 4 && i == first_ && i + 1 == end_ &&
        reading_.sentences.size() == 1) {
        piece.time.year = y; // a year alone, as one types it
        return emit(piece);
    }
    const bool range =
        y >= 1500 && y <= 2199 && text(i).size() == 4 &&
        (dashAt(i + 1) && plainNumber(i + 2, 4) > y && plainNumber(i + 2, 4) < y + 200 && text(i + 2).size() == 4) &&
        glued(i + 2) && glued(i + 1) && y >= 1800 && plainNumber(i + 2, 4) < 2100 &&
        !(glued(i) && i > floor_ && dashAt(i - 1)) && !dashAt(i + 3);
    const bool opens = y >= 1900 && y <= 2060 && text(i).size() == 4 &&
                       (i == reading_.sentences[sentence_].firstToken || kind(i - 1, TokenKind::Semicolon)) &&
                       isAny<"was", "saw", "has", "is", "will", "brought", "marked">(i + 1);
    const bool typedRange = offhand_ && i == first_ && (dashAt(i + 1) || is(i + 1, "to")) && i + 3 == end_ &&
                            y >= 1900 && y <= 2060 && plainNumber(i + 2, 4) > y &&
                            plainNumber(i + 2, 4) < 2100; // 2015 - 2018
    if (y >= 1900 && y <= 2060)
        if (const Index next = quarterOfYear(i); next != i)
            return next;
    if (!yearInContext(i) && !range && !opens && !typedRange)
        return i;
    if (const Index nth = is(i + 1, "the") && offhand_ ? i + 2 : i + 1;
        ordinalDay(nth) > 0 && inside(nth + 1) &&
        (value(nth + 1, Tag::TimeUnit) == "quarter" || value(nth + 1, Tag::TimeUnit) == "half"))
        return i; // "the 1990 first half": its unit reads it
    piece.time.year = y;
    if (isAny<"fiscal", "fy">(i - 1) && inside(i - 1)) {
        piece.time.fiscal = true;
        piece.first = i - 1;
    } else if (is(i - 1, "year") && inside(i - 1)) {
        piece.first = i - 1;
        if (is(i - 2, "fiscal") && inside(i - 2)) {
            piece.time.fiscal = true;
            --piece.first;
        } else if (is(i - 2, "calendar") && inside(i - 2)) {
            --piece.first;
        }
        if (is(piece.first - 1, "the") && inside(piece.first - 1))
            --piece.first;
    }
    if (is(i + 1, "bc") || is(i + 1, "bce"))
        return i;
    if (isAny<"circa", "around">(i - 1) && inside(i - 1)) {
        piece.mod = TimeMod::Approx;
        piece.first = i - 1;
        return emit(piece);
    }
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
            else if ((!isAny<"the", "early", "late", "mid">(i - 1) || number < 20) &&
                     !(isAny<"and", "or", "to">(i - 1) && !out_.times.empty() && out_.times.back().endToken == i - 1 &&
                       out_.times.back().value.size() == 3)) // the 1960s and 70s
                return i;
            number = fullYear(number, today_);
        } else if (width != 4 || !plausibleYear(number)) {
            return i;
        }
    } else if (has(i, Tag::TimeUnit)) { // "nineties"
        if (!(is(i - 1, "the") || isAny<"early", "late", "mid">(i - 1) || kind(i - 1, TokenKind::Hyphen)))
            return i;
        number = fullYear(static_cast<int>(this->number(i, Tag::TimeUnit)), today_);
    } else {
        return i;
    }
    const Index before = piece.first > 0 ? piece.first - 1 : 0;
    if (has(before, Tag::Poss) || kind(before, TokenKind::Hyphen)
            ? has(before, Tag::Poss) || !isAny<"mid", "early", "late">(before - 1)
            : false)
        return i;
    if (number % 100 == 0 && number < 2000)
        piece.time.century = number / 100; // the 1800s
    else
        piece.time.decade = number / 10;
    extendLeft(piece);
    if (piece.first > 0 && has(piece.first - 1, Tag::Poss))
        return i; // "in her late sixties"
    if (is(piece.first - 1, "the") && inside(piece.first - 1))
        --piece.first;
    return emit(piece);
}

TimesReader::Index TimesReader::season(Index i) {
    if (has(i, Tag::Plural))
        return seasonsAgo(i);
    if (kind(i + 1, TokenKind::Hyphen) && glued(i + 1))
        return i;
    const bool weak = value(i, Tag::TimeWord) == "weak";
    Piece piece;
    piece.first = i;
    piece.end = i + 1;
    piece.rule = "season";
    piece.time.season = static_cast<int>(number(i, Tag::Season));
    const Index behind = is(i + 1, "months") && inside(i + 1) ? i + 2 : i + 1; // in the summer months of 2018
    piece.end = behind;
    Index end = 0;
    int y = kind(behind, TokenKind::Comma) ? -1 : yearAt(behind, end);
    if (const int said = y < 0 && is(i + 1, "of") && has(i + 2, Tag::Number) ? wordNumber(i + 2, end) : -1;
        said >= 20 && said < 100 && !nounFollows(end) && !has(end, Tag::Multiplier) && !has(end, Tag::Unit))
        y = fullYear(said, today_); // the summer of ninety-eight
    if (const int before = y < 0 && offhand_ && inside(i - 1) ? plainNumber(i - 1, 4) : -1;
        before >= 1900 && before <= 2060 && !nounFollows(i + 1)) { // 2020 summer
        piece.first = i - 1;
        y = before;
        end = i + 1;
    }
    if (y < 0 && isAny<"and", "or">(i - 1))
        if (const Index next = seasonListed(piece); next != i)
            return next;
    const Deixis deixis = deixisAt(i - 1);
    const bool whole = isAny<"entire", "whole">(i - 1) && is(i - 2, "the") && inside(i - 2);
    const bool article = (is(i - 1, "the") && inside(i - 1)) || whole;
    if (article && is(i + 1, "before") && is(i + 2, "last") && inside(i + 2) && today_) { // the summer before last
        const CivilDate now = civilFromDays(*today_);
        const int start = piece.time.season * 3;
        const bool running = (now.month - start + 12) % 12 < 3;
        piece.time.year = (now.month >= start ? now.year : now.year - 1) - (running ? 2 : 1);
        piece.first = i - 1;
        piece.end = i + 3;
        return emit(piece);
    }
    const bool part = isAny<"early", "late", "mid">(i - 1) ||
                      (kind(i - 1, TokenKind::Hyphen) && isAny<"mid", "early", "late">(i - 2));
    if (y > 0) {
        piece.time.year = y;
        piece.end = end;
        piece.yearGiven = true;
        if (dashAt(end) && glued(end) && glued(end + 1) && plainNumber(end + 1, 4) >= 0 &&
            plainNumber(end + 1, 4) % 100 == (y + 1) % 100)
            piece.end = end + 2; // winter 2010-11
    } else {
        if (is(i + 1, "of") || nounFollows(i + 1))
            return i;
        const Index before = article ? i - 2 : part ? i - 2 : i - 1;
        const bool rest = article && is(i - 2, "of") && isAny<"rest", "remainder">(i - 3) && inside(i - 3);
        const bool edge = is(i - 1, "of") && inside(i - 2) && // the end of summer
                          isAny<"end", "start", "beginning", "middle", "height", "onset">(i - 2);
        const bool introduced = rest || edge || whole ||
                                isAny<"in", "since", "until", "during", "by", "this", "over", "through", "before",
                                      "after", "throughout", "from">(before);
        if (deixis == Deixis::None && !(article && introduced) && !(part) &&
            !(introduced && (!weak || edge) && !capital(i)))
            return i;
        if (weak && deixis == Deixis::None && !article && !part && !edge)
            return i;
        const bool seen = deixis == Deixis::Same || deixis == Deixis::Following || deixis == Deixis::Previous;
        const TimeMention* mention = seen ? earlierIn(Grain::Year) : nullptr;
        if (seen && mention == nullptr && deixis != Deixis::Same)
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
            if (const int told = deixis == Deixis::None && tense != Tense::Future ? storyYear(start) : -1; told > 0)
                piece.time.year = told;
        }
        if (mention != nullptr) { // that summer, the following spring
            const CivilDate date = civilFromDays(dayOfSecond(mention->resolved->from));
            const int start = piece.time.season * 3,
                      month = mention->resolved->grain > Grain::Year ? date.month : start;
            piece.time.year = date.year + (deixis == Deixis::Following  ? (month < start ? 0 : 1)
                                           : deixis == Deixis::Previous ? (month > start + 2 ? 0 : -1)
                                                                        : 0);
        }
        if (deixis != Deixis::None)
            piece.first = i - 1;
        if (is(i - 1, "past") && is(i - 2, "this") && inside(i - 2))
            piece.first = i - 2; // this past spring
        if (whole)
            piece.first = i - 2; // the entire summer
    }
    extendLeft(piece);
    if (is(piece.first - 1, "the") && inside(piece.first - 1))
        --piece.first;
    return emit(piece);
}

} // namespace countercheck::read
