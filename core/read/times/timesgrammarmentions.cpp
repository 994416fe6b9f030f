// SPDX-License-Identifier: GPL-3.0-or-later
// Which year a day or month belongs to, and periods that are seen from a day or from what the text has named, in the
// languages of timesgrammar.h: "in der Nacht auf gestern", "die erste Aprilhälfte", "der Vorjahresmonat".
#include "core/read/calendar.h"
#include "core/read/times/timesgrammar.h"

#include <charconv>

namespace countercheck::read {

using text::Tag;
using text::TokenKind;

/// The year behind a month, season or quarter: "2020", "de 2020", "dieses Jahres", "de l'an dernier"; -1: none.
int TimesGrammar::yearBehind(Index i, Index& end) const {
    Index j = i;
    if (role(j, Role::Of))
        ++j;
    if (role(j, Role::Article) && inside(j + 1))
        ++j;
    Deixis deixis = deixisOf(word(j));
    if (deixis != Deixis::None)
        ++j;
    const bool noun = role(j, Role::YearWord);
    if (noun) {
        end = ++j;
        if (deixis == Deixis::None) {
            deixis = deixisOf(*hitAt(j).word);
            if (deixis != Deixis::None)
                end = hitAt(j).end;
        }
    }
    if (deixis != Deixis::None) {
        if (!noun || !today_)
            return -1;
        const bool told = deixis == Deixis::Same || deixis == Deixis::Following || deixis == Deixis::Previous;
        if (const TimeMention* mention = told ? earlierIn(Grain::Year) : nullptr) // im September desselben Jahres
            return civilFromDays(dayOfSecond(mention->resolved->from)).year + (deixis == Deixis::Same        ? 0
                                                                               : deixis == Deixis::Following ? 1
                                                                                                             : -1);
        const int now = civilFromDays(*today_).year;
        return deixis == Deixis::Last || deixis == Deixis::Previous    ? now - 1
               : deixis == Deixis::Next || deixis == Deixis::Following ? now + 1
               : deixis == Deixis::This                                ? now
                                                                       : -1;
    }
    const int year = plainNumber(j, 4);
    if (year >= 0 && text(j).size() == 4 && plausibleYear(year) && !kind(j + 1, TokenKind::Percent) &&
        !kind(j + 1, TokenKind::Currency) && !(kind(j + 1, TokenKind::Colon) && glued(j + 1) && glued(j + 2))) {
        end = j + 1;
        return year;
    }
    if (j == i && kind(j, TokenKind::Apostrophe) && plainNumber(j + 1, 2) >= 0 && glued(j + 1) &&
        text(j + 1).size() == 2) {
        end = j + 2;
        return fullYear(plainNumber(j + 1, 2), today_);
    }
    if (const int said = yearWords(j, end); said > 0)
        return said;
    return -1;
}

/// A day and a month: a verb in the past leaves a day soon to come what it is ("a été reporté au 3 juin").
void TimesGrammar::resolveDay(Piece& piece) const {
    resolve(piece, Deixis::None);
    if (!piece.time.hasFullDate() || piece.time.day == 29 ||
        (piece.resolution != nullptr && piece.resolution == std::string_view("year-of-the-story")))
        return;
    const std::int64_t day = piece.time.dayNumber();
    const std::int64_t next = daysFromCivil(piece.time.year + 1, piece.time.month, piece.time.day);
    const bool past = tenseAt(piece.first, piece.end) == Tense::Past;
    if (*today_ - day > (past ? 320 : 230) && next - *today_ < (past ? 45 : 120)) {
        ++piece.time.year;
        piece.resolution = "nearest";
    }
}

/// A month alone, where no verb tells: the nearer one ("elle accouche fin mai", said in February).
void TimesGrammar::resolveMonthAlone(Piece& piece) const {
    resolve(piece, Deixis::None);
    if (piece.time.year < 0 || piece.resolution == nullptr || piece.resolution != std::string_view("nearest-before") ||
        context(piece.first - 1).is(Role::Since) || tenseAt(piece.first, piece.end) != Tense::Unknown)
        return;
    const CivilDate now = civilFromDays(*today_);
    const bool listed = !out_.times.empty() && out_.times.back().sentence == sentence_ &&
                        out_.times.back().endToken + 3 >= piece.first && out_.times.back().derivation.has("nearest");
    if ((now.year - piece.time.year) * 12 + now.month - piece.time.month > (listed ? 5 : 8)) { // "… ou début juin"
        ++piece.time.year;
        piece.resolution = "nearest";
    }
}

/// What is put off, or moved, to a day lies ahead of the report, whatever the verb's tense.
bool TimesGrammar::putOffTo(Index first, Index end) const {
    const Index link = role(first - 1, Role::Article) && !role(first - 1, Role::To) ? first - 2 : first - 1;
    if (link < first_ || link >= end_)
        return false;
    if (german()) {
        if (!isAny<"auf", "für">(link))
            return false;
        for (Index i = end; i < end_ && !token(i).is(TokenKind::Comma); ++i)
            if (context(i).is(Role::Moved))
                return true;
        return false;
    }
    return (isAny<"à", "au", "al", "a", "para", "hasta", "pour">(link) || before(first, only(Role::Until)) < first) &&
           (context(link - 1).is(Role::Moved) || context(before(first, only(Role::Until)) - 1).is(Role::Moved));
}

std::optional<TimesGrammar::Piece> TimesGrammar::relativeDayAt(Index i) const {
    if (!inside(i) || !today_)
        return std::nullopt;
    const Hit hit = hitAt(i);
    text::WordId entry = token(i).word;
    if (hit.end > i + 1)
        if (const auto match = lexicon_.matchPhrase(reading_, i, text::tagBit(Tag::TimeRef)))
            entry = match->entry;
    const std::string_view ref = hit.word->reference ? lexicon_.value(entry, Tag::TimeRef) : std::string_view{};
    if (!ref.starts_with("day:"))
        return std::nullopt;
    Piece piece;
    piece.first = i;
    piece.end = hit.end;
    piece.rule = "relative-day";
    int days = 0;
    std::from_chars(ref.data() + 4, ref.data() + ref.size(), days);
    piece.time.setDay(*today_ + days);
    if (german() && (word(piece.end).weekday != 0 || value(piece.end, Tag::TimeUnit) == "day") && inside(piece.end) &&
        capital(piece.end) && text(i).size() > 6) { // am gestrigen Dienstagabend, des heutigen Tages
        piece.time.part = word(piece.end).part;
        ++piece.end;
    }
    return piece;
}

/// `i`: the compound, `ref`: "month-half:4" and the like; 0 is the running month.
TimesGrammar::Index TimesGrammar::monthCompound(Index i, std::string_view ref) {
    const std::size_t colon = ref.find(':');
    const std::string_view what = ref.substr(6, colon - 6);
    Piece piece;
    piece.end = i + 1;
    std::from_chars(ref.data() + colon + 1, ref.data() + ref.size(), piece.time.month);
    const bool last = deixisOf(word(i - 1)) == Deixis::Last;
    int n = last ? -1 : word(i - 1).ordinal;
    Index first = i - 1;
    if (kind(i - 1, TokenKind::Stop) && plainNumber(i - 2, 1) > 0) { // in der 2. Junihälfte
        n = plainNumber(i - 2, 1);
        first = i - 2;
    }
    if (n == 0 || n > 5 || !inside(first) || !today_)
        return i;
    piece.first = first;
    if (piece.time.month == 0) {
        const CivilDate now = civilFromDays(*today_);
        piece.time.month = now.month;
        piece.time.year = now.year;
    } else if (Index end = 0; const int year = yearBehind(i + 1, end)) {
        if (year > 0) {
            piece.time.year = year;
            piece.end = end;
        } else {
            resolveMonthAlone(piece);
        }
    }
    if (role(first - 1, Role::Article) && inside(first - 1))
        piece.first = first - 1;
    if (what == "half") {
        if (n > 2)
            return i;
        piece.mod = n == 1 ? TimeMod::Start : TimeMod::End;
        piece.rule = "half-month";
        return emit(piece);
    }
    const bool weekend = what == "weekend"; // a week belongs to the month of its Thursday, a weekend to its Saturday's
    const IsoWeek week = isoWeekOf(nthWeekdayOf(piece.time.year, piece.time.month, weekend ? 6 : 4, n));
    piece.time = {};
    piece.time.year = week.year;
    piece.time.week = week.week;
    piece.time.weekend = weekend;
    piece.rule = "nth-of-month";
    return emit(piece);
}

/// The same month or quarter of the year before the one that the text has named.
TimesGrammar::Index TimesGrammar::priorPeriod(Piece piece, std::string_view unit) {
    const bool month = unit == "month";
    const TimeMention* mention = earlierIn(month ? Grain::Month : Grain::Quarter);
    piece.rule = "period-of-mention";
    if (mention == nullptr)
        return emit(piece.first, piece.end, TimeType::Date, TimeMod::None, month ? "XXXX-XX" : "XXXX-QX", std::nullopt,
                    piece.rule);
    piece.time.setPeriod(unit, dayOfSecond(mention->resolved->from), month ? -12 : -4);
    return emit(piece);
}

/// "Gestern Abend kam es um 22.15 Uhr zu einem Unfall": an hour of the part of the day that the sentence has named.
bool TimesGrammar::shareDayOfPart(Piece& piece) const {
    if (out_.times.empty() || piece.time.hour < 0 || out_.times.back().sentence != sentence_ ||
        !out_.times.back().resolved || out_.times.back().type != TimeType::Time ||
        out_.times.back().resolved->grain != Grain::PartOfDay || ofNoDay(*out_.times.back().resolved))
        return false;
    const TimeSpan part = *out_.times.back().resolved;
    for (const std::int64_t day : {dayOfSecond(part.from), dayOfSecond(part.from) + 1}) {
        const std::int64_t at = day * secondsPerDay + piece.time.hour * 3600;
        if (at < part.from || at >= part.to)
            continue;
        const PartialTime hours = piece.time;
        piece.time.setDay(day);
        piece.time.hour = hours.hour;
        piece.time.minute = hours.minute;
        piece.resolution = "day-of-the-sentence";
        return true;
    }
    return false;
}

} // namespace countercheck::read
