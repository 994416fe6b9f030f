// SPDX-License-Identifier: GPL-3.0-or-later
// A number of units: a length ("for two days"), a point at a distance ("three weeks ago", "a week from Friday", "in 3
// hours"), units glued to their number ("10min").
#include "core/read/calendar.h"
#include "core/read/times/timesreader.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <charconv>

namespace countercheck::read {

using text::Tag;
using text::TokenKind;

namespace {

/// How many of the finer unit are in the coarser one; 0 where that differs.
std::int64_t unitsIn(std::string_view coarser, std::string_view finer) {
    return coarser == "year" && finer == "month"      ? 12
           : coarser == "week" && finer == "day"      ? 7
           : coarser == "day" && finer == "hour"      ? 24
           : coarser == "hour" && finer == "minute"   ? 60
           : coarser == "minute" && finer == "second" ? 60
                                                      : 0;
}

} // namespace

TimesReader::Index TimesReader::counted(Index i, Amount amount, std::string_view u) {
    CountedUnit c{i, amount, u, has(i, Tag::Plural), amount.first, i + 1, amount.thousandths, 0, u, amount.mod, {}, 0};
    std::optional<Index> next;
    if ((next = countedOtherwise(c)))
        return *next;
    if (is(c.end, "and"))
        addFraction(c);
    c.value = durationValue(c.thousandths, u);
    c.whole = c.thousandths;
    if (c.thousandths > 0 && c.thousandths % 1000 == 0)
        addFinerUnits(c);
    if (u == "hour")
        addBareMinutes(c);
    widen(c);
    if ((next = lengthFromNow(c)) || (isAny<"ago", "back">(c.end) && (next = lengthAgo(c))) ||
        (is(c.end, "from") && (next = lengthFrom(c))) || ((u == "week" || u == "fortnight") && (next = weekOnDay(c))) ||
        (next = lengthLater(c)) || (isAny<"before", "after">(c.end) && (next = lengthBeside(c))) ||
        (next = inLength(c)))
        return *next;
    return plainLength(c);
}

/// What is no length: an age, a name, a rate ("three a day", "twice a week"), "called it a day", "a day care centre".
std::optional<TimesReader::Index> TimesReader::countedOtherwise(CountedUnit& c) {
    auto& [i, amount, u, plural, first, end, thousandths, whole, finest, mod, value, days] = c;
    if (is(end, "old") || (is(end, "of") && is(end + 1, "age")) ||
        (kind(end, TokenKind::Apostrophe) && is(end + 1, "old")))
        return i;
    if (isAny<"aged", "age">(first > 0 ? first - 1 : 0) || (capital(i) && title(first, i)))
        return i;
    if (isAny<"is", "was">(first - 1) && isAny<"he", "she">(first - 2) && monthsIn(u) + (u == "week" ? 1 : 0) > 0 &&
        (!inside(end) || kind(end, TokenKind::Stop) || kind(end, TokenKind::Comma)))
        return i; // "She is 18 months."
    if (u == "year" && isAny<"and", "or">(first - 1) && is(first - 3, "aged"))
        return i; // "aged 3 and 5 years"
    // rates: "three a day", "twice a week"
    if (amount.article && rate(first) && !isAny<"after", "before", "later", "earlier", "ago">(end)) {
        const Index p = first - 1;
        if (isAny<"twice", "once", "thrice">(p) && p >= floor_)
            first = p;
        else if (is(p, "times") && p > floor_) {
            const auto times = amountBefore(p);
            first = times && !times->article ? times->first : first;
        }
        if (u == "second" || u == "weekend")
            return i;
        return emit(first, end, TimeType::Set, TimeMod::None, durationValue(1000, u), std::nullopt, "rate");
    }
    if (amount.article && u == "day" && is(first - 1, "it"))
        return i; // "called it a day"
    if (amount.article &&
        (u == "second" || ((u == "day" || u == "year" || u == "night" || u == "minute") && kind(end, TokenKind::Word) &&
                           nounFollows(end) && !has(end, Tag::Weekday) &&
                           !isAny<"ago", "earlier", "later", "before", "after", "or">(end))))
        return i; // "a day care centre"
    return std::nullopt;
}

/// "an hour and a half", "an hour and three quarters"
void TimesReader::addFraction(CountedUnit& c) const {
    auto& [i, amount, u, plural, first, end, thousandths, whole, finest, mod, value, days] = c;
    if (thousandths > 0 && is(end, "and") && is(end + 1, "a") && is(end + 2, "half") && inside(end + 2)) {
        thousandths += 500;
        end += 3;
    } else if (thousandths > 0 && is(end, "and") && is(end + 1, "half") && inside(end + 1) && !nounFollows(end + 2) &&
               !isAny<"of", "a", "an", "the">(end + 2)) { // an hour and half
        thousandths += 500;
        end += 2;
    } else if (thousandths > 0 && is(end, "and") && is(end + 1, "three") && is(end + 2, "quarters") &&
               inside(end + 2)) { // "an hour and three quarters"
        thousandths += 750;
        end += 3;
    } else if (thousandths > 0 && is(end, "and") && is(end + 1, "a") && is(end + 2, "quarter") && inside(end + 2) &&
               !is(end + 3, "of")) { // "an hour and a quarter"
        thousandths += 250;
        end += 3;
    }
}

/// "two hours and 30 minutes", "1 hour 15 minutes"
void TimesReader::addFinerUnits(CountedUnit& c) const {
    auto& [i, amount, u, plural, first, end, thousandths, whole, finest, mod, value, days] = c;
    const auto rank = [](std::string_view x) {
        return x == "year"     ? 6
               : x == "month"  ? 5
               : x == "week"   ? 4
               : x == "day"    ? 3
               : x == "hour"   ? 2
               : x == "minute" ? 1
               : x == "second" ? 0
                               : -1;
    };
    std::string_view last = u;
    for (int parts = 0; parts < 4; ++parts) {
        Index j = end;
        if (kind(j, TokenKind::Comma))
            ++j;
        if (is(j, "and"))
            ++j;
        const Index from = j;
        while (inside(j) && j < from + 4 && !has(j, Tag::TimeUnit))
            ++j;
        if (!inside(j) || !has(j, Tag::TimeUnit))
            break;
        const std::string_view next = this->value(j, Tag::TimeUnit);
        const auto more = amountBefore(j);
        if (!more || more->first != from || more->thousandths <= 0 || more->thousandths % 1000 != 0 || rank(next) < 0 ||
            rank(next) >= rank(last) ||
            more->thousandths >= 1000 * (rank(next) <= 1   ? 60
                                         : rank(next) == 2 ? 24
                                         : rank(next) == 5 ? 12
                                                           : 32))
            break;
        const std::string part = durationValue(more->thousandths, next);
        const bool hadClock = value.find('T') != std::string::npos;
        value += part.starts_with("PT") ? part.substr(hadClock ? 2 : 1) : part.substr(1);
        if (const std::int64_t times = unitsIn(finest, next); times > 0) {
            whole = whole * times + more->thousandths;
            finest = next;
        } else if (monthsIn(finest) != 0 && (next == "week" || next == "day")) {
            days += more->thousandths / 1000 * (next == "week" ? 7 : 1);
        }
        last = next;
        end = j + 1;
    }
}

/// "2 hr 20", "one hour fifteen": minutes without their unit.
void TimesReader::addBareMinutes(CountedUnit& c) const {
    auto& [i, amount, u, plural, first, end, thousandths, whole, finest, mod, value, days] = c;
    if (const int minutes = amount.digits ? plainNumber(end, 2) : -1; // "2 hr 20"
        minutes >= 1 && this->value(i, Tag::TimeWord) == "weak" && end == i + 1 && thousandths % 1000 == 0 &&
        minutes <= 59 && text(end).size() == 2 &&
        (!inside(end + 1) || kind(end + 1, TokenKind::Stop) || kind(end + 1, TokenKind::Comma))) {
        value += std::to_string(minutes) + "M";
        whole = whole * 60 + std::int64_t{minutes} * 1000;
        finest = "minute";
        ++end;
    }
    if (Index after = 0; !amount.digits && !plural && end == i + 1 && thousandths == 1000)
        if (const int n = wordNumber(offhand_ && is(end, "and") ? end + 1 : end, after); // "one hour fifteen"
            n >= 5 && n <= 59 && (!inside(after) || kind(after, TokenKind::Stop) || kind(after, TokenKind::Comma))) {
            value += std::to_string(n) + "M";
            whole = whole * 60 + std::int64_t{n} * 1000;
            finest = "minute";
            end = after;
        }
}

/// What makes a length a range or less certain: "two or three weeks", "about a year", "a day or two", "a week or so".
void TimesReader::widen(CountedUnit& c) const {
    auto& [i, amount, u, plural, first, end, thousandths, whole, finest, mod, value, days] = c;
    // ranges: "two or three weeks", "3-5 days", "three to five days"
    Index link = first > floor_ ? first - 1 : end_;
    if (!amount.article && (isAny<"or", "to", "and">(link) || dashAt(link)) && link > floor_ && inside(link)) {
        if (const auto low = amountBefore(link); low && low->thousandths > 0 && low->thousandths < thousandths &&
                                                 !low->article && (dashAt(link) || low->first < link) &&
                                                 (!is(link, "and") || is(low->first - 1, "between"))) {
            first = low->first;
            value = durationValue(-1, u);
            thousandths = whole = -1;
        }
    }
    hedgeBefore(first, mod);
    if (mod == TimeMod::None && is(end, "ago") && is(first - 1, "over") && inside(first - 1)) {
        mod = TimeMod::MoreThan; // "it happened over a year ago"
        --first;
    }
    if (amount.article && is(end, "or") && is(end + 1, "two") && inside(end + 1)) { // a day or two
        thousandths = whole = -1;
        value = durationValue(-1, u);
        end += 2;
    }
    // "or so", "or more"
    if (inside(end) && (is(end, "or") || (is(end, "at") && isAny<"most", "least">(end + 1))))
        if (const auto after = lexicon_.matchPhrase(reading_, end, text::tagBit(Tag::HedgeAfter));
            after && after->endToken <= end_) {
            mod = modOfHedge(lexicon_.value(after->entry, Tag::HedgeAfter));
            end = after->endToken;
        }
}

/// "the past three years", "the next 10 days", "the first two weeks", "every two weeks"
std::optional<TimesReader::Index> TimesReader::lengthFromNow(CountedUnit& c) {
    auto& [i, amount, u, plural, first, end, thousandths, whole, finest, mod, value, days] = c;
    Index p = first > floor_ ? first - 1 : end_;
    const Deixis deixis = is(p, "last") && lasts(p) ? Deixis::None : deixisAt(p);
    if (deixis == Deixis::Habit) {
        if (isAny<"once", "twice">(p - 1) && inside(p - 1))
            --p;
        return emit(p, end, TimeType::Set, mod, value, std::nullopt, "every-length");
    }
    const bool ordinal = isAny<"first", "final", "opening", "closing">(p) && inside(p);
    if (plural && (thousandths == 3000 || thousandths == 6000) && u == "month" &&
        isAny<"first", "opening", "last", "final", "closing">(p) && inside(p) && is(end, "of") && is(end + 2, "year") &&
        inside(end + 2) &&
        (is(end + 1, "the") || deixisAt(end + 1) == Deixis::Last || deixisAt(end + 1) == Deixis::This ||
         deixisAt(end + 1) == Deixis::Next) &&
        today_) { // "the first three months of the year" is its first quarter
        Piece piece;
        piece.first = is(p - 1, "the") && inside(p - 1) ? p - 1 : p;
        piece.end = end + 3;
        piece.rule = "months-of-the-year";
        piece.time.year = civilFromDays(*today_).year + (is(end + 1, "the")                  ? 0
                                                         : deixisAt(end + 1) == Deixis::Last ? -1
                                                         : deixisAt(end + 1) == Deixis::Next ? 1
                                                                                             : 0);
        const bool opens = isAny<"first", "opening">(p);
        (thousandths == 3000 ? piece.time.quarter : piece.time.half) = opens ? 1 : thousandths == 3000 ? 4 : 2;
        return emit(piece);
    }
    if (!amount.article && (deixis == Deixis::Last || deixis == Deixis::Next || deixis == Deixis::Previous ||
                            deixis == Deixis::Following || ordinal)) {
        if (!(plural || (amount.thousandths > 0 && amount.thousandths <= 1000)))
            return i;
        first = p;
        if (isAny<"the", "these", "those">(first - 1) && inside(first - 1))
            --first;
        std::optional<TimeSpan> resolved;
        if (anchor_ && thousandths > 0 && (deixis == Deixis::Last || deixis == Deixis::Next) && !has(end, Tag::Prep)) {
            const std::int64_t now = *anchor_;
            const std::int64_t other = moved(now, deixis == Deixis::Last ? -thousandths : thousandths, u);
            resolved =
                TimeSpan{std::min(now, other), std::max(now, other), monthsIn(u) != 0 ? Grain::Month : Grain::Day};
        }
        return emit(first, end, TimeType::Duration, mod, value, resolved, "length", "deixis");
    }
    return std::nullopt;
}

/// "three weeks ago", "a couple of weeks back", "two weeks ago today"
std::optional<TimesReader::Index> TimesReader::lengthAgo(CountedUnit& c) {
    auto& [i, amount, u, plural, first, end, thousandths, whole, finest, mod, value, days] = c;
    if (is(end, "ago") || (is(end, "back") && inside(end) &&
                           (end + 1 >= end_ || kind(end + 1, TokenKind::Stop) || kind(end + 1, TokenKind::Comma)) &&
                           !isAny<"for", "in", "the">(first - 1))) // "a couple of weeks back"
    {
        if (isAny<"today", "yesterday">(end + 1) && inside(end + 1) && is(end, "ago") && !clockUnit(u) &&
            thousandths > 0 && today_ && mod == TimeMod::None) { // two weeks ago today
            Piece piece;
            piece.first = first;
            piece.end = end + 2;
            piece.rule = "ago";
            const std::int64_t base = *today_ - (is(end + 1, "yesterday") ? 1 : 0);
            piece.time.setDay(dayOfSecond(moved(base * secondsPerDay, -thousandths, u)));
            extendRight(piece);
            return emit(piece);
        }
        return shift(first, end + 1, whole, finest, -1, false, "ago", days);
    }
    return std::nullopt;
}

/// "a week from now", "a week from Tuesday"
std::optional<TimesReader::Index> TimesReader::lengthFrom(CountedUnit& c) {
    auto& [i, amount, u, plural, first, end, thousandths, whole, finest, mod, value, days] = c;
    if (is(end, "from") && is(end + 1, "now"))
        return shift(first, end + 2, whole, finest, 1, false, "from-now", days);
    const Index from = end + (isAny<"next", "this">(end + 1) && has(end + 2, Tag::Weekday) ? 2 : 1);
    if ((has(from, Tag::TimeRef) || has(from, Tag::Weekday)) && thousandths > 0 && !clockUnit(u) &&
        (!isAny<"of", "for">(first - 1) || (amount.article && is(first - 1, "for") && imperative(first - 1)))) {
        if (auto base = dateAt(from); base && base->time.grain() == Grain::Day && !base->set) { // "a week from Tuesday"
            if (base->time.weekday != 0 && today_ && !base->time.hasFullDate() && is(end + 1, "next"))
                resolve(*base, Deixis::Next);
            if (base->time.weekday != 0 && today_ && !base->time.hasFullDate())
                base->time.setDay(weekdayOnOrAfter(*today_ + (is(end + 1, "this") ? 0 : 1), base->time.weekday));
            if (base->time.hasFullDate()) {
                Piece piece;
                piece.first = first;
                piece.end = base->end;
                piece.mod = mod;
                piece.rule = "distance";
                piece.time.setDay(dayOfSecond(moved(base->time.dayNumber() * secondsPerDay, thousandths, u)));
                extendRight(piece);
                return emit(piece);
            }
        }
    }
    return std::nullopt;
}

/// "a week on Thursday", "a week today"
std::optional<TimesReader::Index> TimesReader::weekOnDay(CountedUnit& c) {
    auto& [i, amount, u, plural, first, end, thousandths, whole, finest, mod, value, days] = c;
    if (is(end, "on") && has(end + 1, Tag::Weekday) && !has(end + 1, Tag::Plural) && inside(end + 1) &&
        thousandths > 0 && thousandths % 1000 == 0 && today_ && mod == TimeMod::None &&
        !isAny<"for", "in", "of", "after", "within", "over", "by">(first - 1) &&
        tenseAt(first, end + 2) != Tense::Past) { // "a week on Thursday"
        Piece piece;
        piece.first = first;
        piece.end = end + 2;
        piece.rule = "weekday-week";
        piece.time.setDay(weekdayOnOrAfter(*today_ + 1, static_cast<int>(number(end + 1, Tag::Weekday))) +
                          thousandths / 1000 * (u == "week" ? 7 : 14));
        extendRight(piece);
        return emit(piece);
    }
    if (isAny<"today", "tomorrow">(end) && thousandths == 1000 && amount.article && today_ && mod == TimeMod::None &&
        (end + 1 >= end_ || kind(end + 1, TokenKind::Stop)) &&
        !isAny<"for", "in", "of", "after", "within">(first - 1) && tenseAt(first, end + 1) != Tense::Past) {
        Piece piece; // a week today
        piece.first = first;
        piece.end = end + 1;
        piece.rule = "week-from-day";
        piece.time.setDay(*today_ + (is(end, "tomorrow") ? 1 : 0) + (u == "week" ? 7 : 14));
        return emit(piece);
    }
    return std::nullopt;
}

/// "in two days' time", "two weeks hence", "a month later"
std::optional<TimesReader::Index> TimesReader::lengthLater(CountedUnit& c) {
    auto& [i, amount, u, plural, first, end, thousandths, whole, finest, mod, value, days] = c;
    // "in two days' time", "in a month's time"
    if (const Index s = is(end + 1, "s") ? end + 2 : end + 1;
        kind(end, TokenKind::Apostrophe) && is(s, "time") && inside(s) && is(first - 1, "in") && inside(first - 1))
        return shift(first - 1, s + 1, thousandths, u, 1, false, "in-length");
    if (is(end, "hence"))
        return shift(first, end + 1, whole, finest, 1, false, "from-now");
    if (isAny<"later", "earlier">(end) && is(end + 1, "than") &&
        (isAny<"planned", "promised", "expected", "scheduled", "usual", "normal", "thought", "hoped">(end + 2)))
        return plainLength(c); // six months later than promised
    if (is(end, "before") && (end + 1 >= end_ || kind(end + 1, TokenKind::Stop) || kind(end + 1, TokenKind::Comma)) &&
        isAny<"from", "than">(first - 1) && inside(end))
        return shift(first, end + 1, whole, finest, -1, true, "later"); // from $1.9 billion a year before
    if (isAny<"later", "earlier">(end) && !is(end + 1, "this"))         // "for two weeks later this month"
        return shift(first, end + 1, whole, finest, is(end, "later") ? 1 : -1, true, "later");
    return std::nullopt;
}

/// "two days after Christmas": the date behind it is the base.
std::optional<TimesReader::Index> TimesReader::lengthBeside(CountedUnit& c) {
    auto& [i, amount, u, plural, first, end, thousandths, whole, finest, mod, value, days] = c;
    // "two days after Christmas": the date behind it is the base
    const Index the = is(end + 1, "the") && (ordinalDay(end + 2) > 0 || kind(end + 2, TokenKind::Number)) ? 1 : 0;
    const Deixis of = has(end + 2, Tag::Weekday) ? deixisAt(end + 1) : Deixis::None; // two days after next Monday
    const bool seen = of == Deixis::Next || of == Deixis::Last || of == Deixis::This;
    if (auto base = dateAt(seen ? end + 2 : end + 1 + the);
        base && base->time.grain() >= Grain::Day && thousandths > 0 && !clockUnit(u)) {
        resolve(*base, seen ? of : Deixis::None);
        if (base->time.hasFullDate()) {
            const std::int64_t at =
                moved(base->time.dayNumber() * secondsPerDay, is(end, "after") ? thousandths : -thousandths, u);
            Piece piece;
            piece.first = first;
            piece.end = base->end;
            piece.mod = mod;
            piece.rule = "distance";
            piece.time.setDay(dayOfSecond(at));
            return emit(piece);
        }
    }
    if (the == 1 && offhand_ && ordinalDay(end + 2) > 0 && kind(end + 2, TokenKind::Alnum) && u == "day" &&
        thousandths > 0 && thousandths % 1000 == 0 && !nounFollows(end + 3) && !is(end + 3, "of")) {
        Piece piece; // 2 days before the 14th
        piece.first = end + 1;
        piece.end = end + 3;
        piece.time.day = ordinalDay(end + 2);
        placeDay(piece);
        if (piece.time.hasFullDate()) {
            piece.first = first;
            piece.mod = mod;
            piece.rule = "distance";
            piece.time.setDay(piece.time.dayNumber() + (is(end, "after") ? thousandths : -thousandths) / 1000);
            return emit(piece);
        }
    }
    return std::nullopt;
}

/// "in 3 hours", "in exactly two weeks"
std::optional<TimesReader::Index> TimesReader::inLength(CountedUnit& c) {
    auto& [i, amount, u, plural, first, end, thousandths, whole, finest, mod, value, days] = c;
    if (isAny<"exactly", "precisely", "just", "only">(first - 1) && is(first - 2, "in") && inside(first - 2) &&
        mod == TimeMod::None && thousandths > 0 && ahead(first - 2, end, u))
        return shift(first - 2, end, whole, finest, 1, false, "in-length");
    if (is(first - 1, "in") && inside(first - 1) &&
        (mod == TimeMod::None || mod == TimeMod::Approx || (offhand_ && mod == TimeMod::LessThan)) &&
        (thousandths > 0 || amount.vague()) && !kind(end, TokenKind::Apostrophe) && ahead(first - 1, end, u))
        return shift(first - 1, end, whole, finest, 1, false, "in-length", days);
    return std::nullopt;
}

/// "for two days", "another two weeks"
TimesReader::Index TimesReader::plainLength(CountedUnit& c) {
    auto& [i, amount, u, plural, first, end, thousandths, whole, finest, mod, value, days] = c;
    if (is(first - 1, "another") && inside(first - 1) && !amount.article)
        --first;
    if (amount.article && (u == "quarter" || u == "weekend" || u == "night"))
        return i;
    if (is(amount.first, "one") && kind(end, TokenKind::Comma) &&
        amount.first == reading_.sentences[sentence_].firstToken)
        return i; // "One day, …"
    if (mod == TimeMod::None && !amount.article && plural && isAny<"the", "those", "these">(first - 1) &&
        inside(first - 1))
        --first;
    return emit(first, end, TimeType::Duration, mod, value, std::nullopt, "length");
}

/// Is the word a verb rather than the one before?
bool TimesReader::lasts(Index last) const {
    if (is(last, "last") &&
        isAny<"about", "around", "roughly", "nearly", "almost", "some", "approximately", "over", "more", "less">(last +
                                                                                                                 1))
        return true; // "and last about six weeks"
    return is(last, "last") &&
           isAny<"to", "will", "would", "could", "may", "might", "can", "should", "not", "must", "usually", "often">(
               last - 1); // "expected to last three weeks"
}

/// "his Seven Nights album": number and unit with capitals among small words are somebody's name for something.
bool TimesReader::title(Index first, Index unit) const {
    if (!capital(unit) || !capital(first) || !kind(first, TokenKind::Word) || first == first_ ||
        token(unit).has(text::AllCaps))
        return false;
    int small = 0; // a headline has capitals throughout
    for (Index i = first_; i < end_; ++i)
        if ((i < first || i > unit) && token(i).is(TokenKind::Word) && token(i).end - token(i).begin > 4)
            small += token(i).has(text::Capitalised) ? -1 : 1;
    return small > 0;
}

/// "Remind me in 3 hours": a point to come, where nothing is told of the past. `in` is the word "in".
bool TimesReader::ahead(Index in, Index end, std::string_view u) const {
    const bool follows = !inside(end) || kind(end, TokenKind::Stop) || kind(end, TokenKind::Comma) ||
                         isAny<"and", "at", "to">(end) || token(end).is(TokenKind::CloseQuote);
    if (!follows || (u == "second" && token(in + 1).has(text::HasPoint))) // "0 to 60 in 4.2 seconds"
        return false;
    const Tense tense = tenseAt(in, end);
    if (tense == Tense::Past)
        return false;
    if (tense == Tense::Future && clockUnit(u))
        return true;
    if (isAny<"due", "payable", "back">(in - 1) || (is(in - 1, "over") && isAny<"is", "be">(in - 2)) ||
        (offhand_ && isAny<"starts", "begins", "arrives", "leaves", "returns", "opens", "closes", "expires", "ends",
                           "start", "begin", "arrive", "leave", "return", "open", "expire">(in - 1)))
        return true; // "the bill is due in 30 days"
    if (imperative(in) || isAny<"is", "are">(in - 1) || alone(in, end))
        return true;
    const Index begin = reading_.sentences[sentence_].firstToken; // "What day is it in 100 days?"
    if (isAny<"what", "what's", "when", "which", "will", "is">(begin) && end_ > begin + 1 && text(end_ - 1) == "?")
        return true;
    for (Index j = reading_.sentences[sentence_].firstToken; j < end_; ++j)
        if (isAny<"i", "i'll", "me", "my", "let", "remind", "wake", "call", "set", "please">(j))
            return true;
    return false;
}

/// "10min", "2hrs": the unit is glued to its number.
TimesReader::Index TimesReader::gluedUnit(Index i) {
    const std::string_view t = text(i);
    const std::size_t digits = t.find_first_not_of("0123456789");
    if (digits == 0 || digits > 4 || digits == std::string_view::npos)
        return i;
    std::string buffer;
    std::string_view suffix = text::lowered(t.substr(digits), buffer);
    if (suffix.size() >= 3 && suffix[0] == 'h' && suffix[1] >= '0' && suffix[1] <= '5' && suffix[2] >= '0' &&
        suffix[2] <= '9' &&
        (suffix.size() == 3 || suffix.substr(3) == "m" || suffix.substr(3) == "min")) { // 1h30, 2h15m
        int hours = 0, minutes = 0;
        std::from_chars(t.data(), t.data() + digits, hours);
        std::from_chars(suffix.data() + 1, suffix.data() + 3, minutes);
        return emit(i, i + 1, TimeType::Duration, TimeMod::None,
                    "PT" + std::to_string(hours) + "H" + std::to_string(minutes) + "M", std::nullopt, "length");
    }
    std::string_view u;
    if (suffix == "s" && isAny<"for", "in", "takes", "took", "lasts", "lasted", "every", "about", "within">(i - 1) &&
        !nounFollows(i + 1))
        u = "second"; // 30s
    else if (const text::WordId id = lexicon_.find(suffix); id != 0 && lexicon_.has(id, Tag::TimeUnit))
        u = lexicon_.value(id, Tag::TimeUnit);
    else
        return i;
    std::int64_t number = 0;
    std::from_chars(t.data(), t.data() + digits, number);
    if (kind(i - 1, TokenKind::Slash) && glued(i) && plainNumber(i - 2, 1) > 0 && number > plainNumber(i - 2, 1) &&
        u == "hour") { // in 1/2h
        const std::int64_t part = 1000 * plainNumber(i - 2, 1) / number;
        if (is(i - 3, "in") && inside(i - 3) && ahead(i - 3, i + 1, u))
            return shift(i - 3, i + 1, part, u, 1, false, "in-length");
        return emit(i - 2, i + 1, TimeType::Duration, TimeMod::None, durationValue(part, u), std::nullopt, "length");
    }
    std::string value = durationValue(number * 1000, u);
    Index end = i + 1;
    if (u == "hour" && has(i + 2, Tag::TimeUnit) && this->value(i + 2, Tag::TimeUnit) == "minute" &&
        plainNumber(i + 1, 2) > 0) { // 1hr 4 mins
        value += std::to_string(plainNumber(i + 1, 2)) + "M";
        end = i + 3;
    }
    std::string_view coarser = u;
    while (kind(end, TokenKind::Alnum) && (coarser == "day" || coarser == "hour" || coarser == "minute")) { // 1h 20m
        const std::string_view next = text(end);
        const std::size_t width = next.find_first_not_of("0123456789");
        if (width == 0 || width > 2 || width == std::string_view::npos)
            break;
        const std::string_view letters = next.substr(width);
        const std::string_view finer = coarser == "day" && letters.starts_with('h')      ? "hour"
                                       : coarser != "minute" && letters.starts_with('m') ? "minute"
                                       : coarser != "day" && letters.starts_with('s')    ? "second"
                                                                                         : "";
        if (finer.empty() || (letters.size() > 1 && lexicon_.value(lexicon_.find(letters), Tag::TimeUnit) != finer))
            break;
        if (coarser == "day")
            value += 'T';
        value += next.substr(0, width);
        value += static_cast<char>(finer[0] - 32);
        coarser = finer;
        ++end;
    }
    return emit(i, end, TimeType::Duration, TimeMod::None, value, std::nullopt, "length");
}

} // namespace countercheck::read
