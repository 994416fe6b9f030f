// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of the day: "Sunday evening", "at night", "the early hours", "the night of Sunday to Monday".
#include "core/read/calendar.h"
#include "core/read/times/timesreader.h"

namespace countercheck::read {

using text::Tag;
using text::TokenKind;

DayPart TimesReader::dayPartOf(Index i) const {
    if (!inside(i))
        return DayPart::None;
    if (value(i, Tag::TimeUnit) == "night" && !has(i, Tag::Plural))
        return DayPart::Night;
    if (!has(i, Tag::DayPart) || has(i, Tag::Plural))
        return DayPart::None;
    const std::string_view part = value(i, Tag::DayPart);
    if (part == "morning" || part == "dawn")
        return DayPart::Morning;
    if (part == "afternoon")
        return DayPart::Afternoon;
    if (part == "evening" || part == "dusk")
        return DayPart::Evening;
    return part == "night" || part == "overnight" ? DayPart::Night : DayPart::None;
}

bool TimesReader::partPhraseAt(Index i, int& hour, Index& end) const {
    if (is(i, "at") && is(i + 1, "night") && inside(i + 1)) {
        if (hour == 12)
            hour = 0;
        else if (hour >= 5 && hour < 12)
            hour += 12;
        end = i + 2;
        return true;
    }
    if (!is(i, "in") || !is(i + 1, "the") || !inside(i + 2) || !has(i + 2, Tag::DayPart))
        return false;
    if (const std::string_view half = value(i + 2, Tag::DayPart); (half == "am" || half == "pm") && hour <= 12) {
        if (hour >= 0)
            hour = hour % 12 + (half == "pm" ? 12 : 0); // 3 in the AM
        end = i + 3;
        return hour >= 0;
    }
    const DayPart part = dayPartOf(i + 2);
    if (part != DayPart::Morning && part != DayPart::Afternoon && part != DayPart::Evening)
        return false;
    if (part == DayPart::Morning)
        hour = hour == 12 ? 0 : hour;
    else if (hour >= 0 && hour < 12)
        hour += 12;
    end = i + 3;
    return true;
}

TimesReader::Index TimesReader::dayPart(Index i) {
    PartWord word;
    word.i = i;
    word.name = has(i, Tag::DayPart) ? value(i, Tag::DayPart) : value(i, Tag::TimeUnit);
    if (word.name == "am" || word.name == "pm" || word.name == "oclock")
        return namedHourBefore(i);
    if (isAny<"noon", "noonish", "midnight", "midday", "midi", "minuit">(i) &&
        (word.name == "noon" || word.name == "midnight" || (word.name == "midday" && is(i, "midday"))))
        return noon(i);
    word.piece.first = i;
    word.piece.end = i + 1;
    word.piece.rule = "part-of-day";
    word.piece.time.part = dayPartOf(i);
    if (has(i, Tag::Plural))
        return partsOfDays(word);
    if (word.name == "overnight")
        return overnight(word);
    if (const auto end = partTomorrow(word))
        return *end;
    if (const auto end = partOnWeekday(word))
        return *end;
    if (word.piece.time.part == DayPart::None)
        return mealtime(word);
    if (isAny<"and", "or">(i - 1) && !out_.times.empty() && out_.times.back().endToken + 1 == i &&
        out_.times.back().type == TimeType::Set && out_.times.back().value.size() == 3 && !nounFollows(i + 1)) {
        word.piece.set = true; // each morning and evening
        return emit(word.piece);
    }
    if (is(i - 1, "other") && is(i - 2, "every") && inside(i - 2)) { // every other morning
        word.piece.first = i - 2;
        word.piece.set = true;
        return emit(word.piece);
    }
    return pointedPart(word);
}

/// "Nine a.m.", "seven thirty pm", "twenty to nine o'clock": the hour stands before the word.
TimesReader::Index TimesReader::namedHourBefore(Index i) {
    for (const Index back : {4u, 3u, 2u, 1u}) {
        if (i < floor_ + back)
            continue;
        if (const auto c = clockAt(i - back); c && c->end > i && c->sure)
            return clock(i - back);
    }
    return i;
}

/// "At noon", not "the noon train"
TimesReader::Index TimesReader::noon(Index i) {
    if (nounFollows(i + 1) && !is(i + 2, "ish") && !has(i + 1, Tag::Weekday) && !has(i + 1, Tag::Month) &&
        !has(i + 1, Tag::TimeRef) && deixisAt(i + 1) == Deixis::None && !has(i + 1, Tag::Zone) &&
        !isAny<"local", "sharp", "onwards">(i + 1))
        return i;
    return clock(i);
}

/// "In the mornings", "I jog mornings"
TimesReader::Index TimesReader::partsOfDays(PartWord& word) {
    const Index i = word.i;
    const DayPart part = word.name == "morning"     ? DayPart::Morning
                         : word.name == "afternoon" ? DayPart::Afternoon
                                                    : DayPart::Evening;
    if (isAny<"weekday", "weekend">(i - 1) && inside(i - 1)) { // weekday mornings
        word.piece.time.part = part;
        std::string value = is(i - 1, "weekday") ? "XXXX-WXX-WD" : "XXXX-WXX-WE";
        value += timexValue(word.piece.time);
        return emit(i - 1, i + 1, TimeType::Set, TimeMod::None, std::move(value), std::nullopt, "every");
    }
    const bool listed = isAny<"and", "or">(i - 1) && !out_.times.empty() && out_.times.back().endToken + 1 == i &&
                        out_.times.back().type == TimeType::Set;
    const bool adverb = offhand_ && kind(i - 1, TokenKind::Word) && lexicon_.use(token(i - 1).word).verb() &&
                        !has(i - 1, Tag::Det) && !nounFollows(i + 1);
    if (!is(i - 1, "the") && !is(i - 1, "in") && !listed && !adverb)
        return i;
    word.piece.time.part = part;
    word.piece.set = true;
    return emit(word.piece);
}

/// "Overnight between Saturday and Sunday", "from Saturday to Sunday", "into Sunday", "overnight Saturday"
TimesReader::Index TimesReader::overnight(PartWord& word) {
    const Index i = word.i;
    Piece& piece = word.piece;
    if (const Index end = nightBetween(i + 1, i); end != i + 1)
        return end;
    Index j = i + 1;
    const bool into = isAny<"into", "to">(j);
    if (into || is(j, "on"))
        ++j;
    if (auto date = dateAt(j); date && date->time.grain() == Grain::Day && !date->set) {
        resolve(*date, Deixis::None);
        if (date->time.hasFullDate() || !into) {
            piece.time = date->time;
            if (into)
                piece.time.setDay(date->time.dayNumber() - 1);
            piece.time.part = DayPart::Night;
            piece.end = date->end;
            return emit(piece);
        }
    }
    if (nounFollows(i + 1) || kind(i + 1, TokenKind::Hyphen))
        return i;
    if (today_)
        piece.time.setDay(*today_ - (tenseAt(i, i + 1) == Tense::Future ? 0 : 1));
    return emit(piece);
}

namespace {
/// Of a word that is no part of the day by itself ("lunchtime", "bedtime"), that in which it is.
DayPart partOfMealtime(std::string_view name) {
    return name == "midday" ? DayPart::Midday : name == "afternoon" ? DayPart::Afternoon : DayPart::Night;
}
} // namespace

/// "Lunchtime tomorrow", "late afternoon tomorrow", "mid-afternoon tomorrow"
std::optional<TimesReader::Index> TimesReader::partTomorrow(const PartWord& word) {
    const Index i = word.i;
    if (!is(i + 1, "tomorrow") && !is(i + 1, "yesterday"))
        return {};
    auto day = relativeDay(i + 1);
    if (!day || !inside(i + 1))
        return {};
    day->first = i;
    day->rule = "part-of-day";
    day->time.part = word.piece.time.part != DayPart::None ? word.piece.time.part : partOfMealtime(word.name);
    if (isAny<"early", "late">(i - 1) && inside(i - 1)) {
        day->mod = is(i - 1, "early") ? TimeMod::Start : TimeMod::End;
        day->first = i - 1;
    } else if (kind(i - 1, TokenKind::Hyphen) && is(i - 2, "mid") && inside(i - 2)) {
        day->mod = TimeMod::Mid;
        day->first = i - 2;
    }
    return emit(*day);
}

/// "At lunchtime on Monday"
std::optional<TimesReader::Index> TimesReader::partOnWeekday(const PartWord& word) {
    const Index i = word.i;
    if (!is(i + 1, "on") || !has(i + 2, Tag::Weekday) ||
        (word.piece.time.part != DayPart::None && word.name != "midday"))
        return {};
    auto day = dateAt(i + 2);
    if (!day || day->set || day->time.hasClock())
        return {};
    resolve(*day, Deixis::None);
    day->first = i;
    day->rule = "part-of-day";
    day->time.part = partOfMealtime(word.name);
    return emit(*day);
}

/// "At lunchtime", "before bedtime"
TimesReader::Index TimesReader::mealtime(PartWord& word) {
    if (!isAny<"at", "by", "before", "after">(word.i - 1))
        return word.i;
    word.piece.time.part = partOfMealtime(word.name);
    return emit(word.piece);
}

/// What stands before it: "the early morning", "late last night", "this morning".
void TimesReader::lookBefore(PartWord& word) const {
    Piece& piece = word.piece;
    Index& p = word.p;
    p = word.i > floor_ ? word.i - 1 : end_;
    const auto take = [&](Index first) {
        piece.mod = is(first, "mid") ? TimeMod::Mid : is(first, "early") ? TimeMod::Start : TimeMod::End;
        piece.first = first;
        p = first > floor_ ? first - 1 : end_;
    };
    if (kind(p, TokenKind::Hyphen) && p > floor_ && isAny<"mid", "early", "late">(p - 1))
        take(p - 1);
    else if (isAny<"early", "late">(p) && inside(p))
        take(p);
    if (is(p, "single") && inside(p) && p > floor_ && deixisAt(p - 1) == Deixis::Habit)
        --p; // every single morning
    word.deixis = deixisAt(p);
    word.article = isAny<"the", "la", "le">(p) && inside(p);
}

/// By what points at it; see the steps.
TimesReader::Index TimesReader::pointedPart(PartWord& word) {
    lookBefore(word);
    const Index i = word.i;
    if (const auto end = partBeforeLast(word))
        return *end;
    if (word.article || word.deixis == Deixis::Same || word.deixis == Deixis::None)
        if (const auto end = partOfDate(word))
            return *end;
    switch (word.deixis) {
    case Deixis::None:
        if (nounFollows(i + 1) && !has(i + 1, Tag::TimeWord) && !has(i + 1, Tag::TimeRef))
            return i;
        break;
    case Deixis::Habit:
        return everyPart(word);
    case Deixis::This:
    case Deixis::Last:
        return thisPart(word);
    case Deixis::Same:
    case Deixis::Next:
    case Deixis::Following:
    case Deixis::Previous:
        return partBeside(word);
    }
    if (const auto end = stretchOfPart(word))
        return *end;
    return barePart(word);
}

/// "The evening before last"
std::optional<TimesReader::Index> TimesReader::partBeforeLast(PartWord& word) {
    const Index i = word.i;
    if (!word.article || !is(i + 1, "before") || !is(i + 2, "last") || !inside(i + 2) || nounFollows(i + 3) || !today_)
        return {};
    word.piece.first = word.p;
    word.piece.end = i + 3;
    word.piece.time.setDay(*today_ - 2);
    return emit(word.piece);
}

/// "The morning of January 11", "the night of Saturday to Sunday", "at dawn Thursday"
std::optional<TimesReader::Index> TimesReader::partOfDate(PartWord& word) {
    const Index i = word.i;
    const Piece& piece = word.piece;
    if (word.name == "night")
        if (const Index end = nightBetween(i + 1, word.article ? word.p : piece.first); end != i + 1)
            return end;
    if (isAny<"dawn", "daybreak", "sunrise", "sunset", "nightfall", "dusk">(i) && has(i + 1, Tag::Weekday) &&
        !has(i + 1, Tag::Plural) && word.deixis == Deixis::None)
        if (auto day = weekdayDate(i + 1); day && !day->set) {
            resolve(*day, Deixis::None);
            day->first = piece.first;
            day->time.part = piece.time.part;
            day->rule = "part-of-day";
            return emit(*day);
        }
    if ((!is(i + 1, "of") && !is(i + 1, "on")) || !inside(i + 2))
        return {};
    const Index j = i + 2, p = word.p;
    const Deixis deixis = deixisAt(j);
    auto date = dateAt(deixis == Deixis::Last || deixis == Deixis::Next || is(j, "the") ? j + 1 : j);
    if (!date)
        date = ordinalAlone(j);
    if (!date || date->time.grain() != Grain::Day || date->set)
        return {};
    resolve(*date, deixis);
    date->first = word.article ? p : piece.first;
    date->time.part = piece.time.part;
    date->mod = piece.mod;
    date->rule = "part-of-day";
    if (word.article && is(p - 1, "in") && isAny<"early", "late">(p - 2) && inside(p - 2)) {
        date->mod = is(p - 2, "early") ? TimeMod::Start : TimeMod::End; // early in the morning on Tuesday
        date->first = p - 2;
    }
    return emit(*date);
}

/// "(The evening of) the 20th"
std::optional<TimesReader::Piece> TimesReader::ordinalAlone(Index the) const {
    if (!is(the, "the") || !kind(the + 1, TokenKind::Alnum) || ordinalDay(the + 1) <= 0 || is(the + 2, "of") ||
        nounFollows(the + 2))
        return {};
    Piece day;
    day.first = the;
    day.end = the + 2;
    day.time.day = ordinalDay(the + 1);
    placeDay(day);
    return day;
}

/// "Every morning at 7"
TimesReader::Index TimesReader::everyPart(PartWord& word) {
    Piece& piece = word.piece;
    piece.first = word.p;
    piece.set = true;
    if (isAny<"at", "around", "about">(piece.end))
        if (const auto c = clockAt(piece.end + 1); c && bareHourFits(*c)) {
            if (!is(piece.end, "at"))
                piece.mod = TimeMod::Approx;
            const bool late = piece.time.part != DayPart::Morning && !c->meridiem && c->hour < 12;
            piece.time.hour = c->hour + (late ? 12 : 0);
            piece.time.minute = c->minute;
            piece.end = c->end;
        }
    return emit(piece);
}

/// "This morning", "late last night", "last night at 2"
TimesReader::Index TimesReader::thisPart(PartWord& word) {
    Piece& piece = word.piece;
    const Index i = word.i, p = word.p;
    piece.first = p;
    if (isAny<"early", "late", "earlier", "later">(p - 1) && inside(p - 1)) {
        piece.mod = isAny<"early", "earlier">(p - 1) ? TimeMod::Start : TimeMod::End;
        piece.first = p - 1;
    }
    if (today_)
        piece.time.setDay(*today_ - (word.deixis == Deixis::Last ? 1 : 0));
    if (isAny<"at", "around", "about">(i + 1) || is(i + 1, "@")) {
        extendRight(piece);
        if (word.name == "night" && piece.time.hour >= 0 && piece.time.hour < 6 && piece.time.hasFullDate())
            piece.time.setDay(piece.time.dayNumber() + 1); // the night's hours behind midnight
    }
    return emit(piece);
}

/// "The same evening", "the next morning", "the previous night": seen from the day that the text told of.
TimesReader::Index TimesReader::partBeside(PartWord& word) {
    Piece& piece = word.piece;
    const Index p = word.p;
    piece.first = is(p - 1, "the") && inside(p - 1) ? p - 1 : p;
    const int away = word.deixis == Deixis::Same ? 0 : word.deixis == Deixis::Previous ? -1 : 1;
    if (const TimeMention* before = earlierDay())
        piece.time.setDay(dayOfSecond(before->resolved->from) + away);
    else if (today_ && word.deixis == Deixis::Previous) // seen from the report's own day
        piece.time.setDay(*today_ - 1);
    return emit(piece);
}

/// "Early in the morning", "the rest of the afternoon", "in the middle of the night"
std::optional<TimesReader::Index> TimesReader::stretchOfPart(PartWord& word) {
    Piece& piece = word.piece;
    const Index p = word.p;
    if (!word.article || piece.mod != TimeMod::None)
        return {};
    if (is(p - 1, "in") && isAny<"early", "late">(p - 2) && inside(p - 2)) {
        piece.mod = is(p - 2, "early") ? TimeMod::Start : TimeMod::End;
        piece.first = p - 2;
        if (today_ && !out_.times.empty() && out_.times.back().endToken == p - 2 && out_.times.back().resolved &&
            out_.times.back().resolved->grain == Grain::Day)
            piece.time.setDay(dayOfSecond(out_.times.back().resolved->from));
        return emit(piece);
    }
    const bool rest = isAny<"rest", "remainder">(p - 2) && today_;
    if (!is(p - 1, "of") || (!rest && !is(p - 2, "middle")) || !inside(p - 2))
        return {};
    piece.mod = rest ? TimeMod::End : TimeMod::Mid;
    piece.first = is(p - 3, "the") && inside(p - 3) ? p - 3 : p - 2;
    if (rest) {
        const TimeMention* before = earlierDay();
        piece.time.setDay(before != nullptr ? dayOfSecond(before->resolved->from) : *today_);
    }
    return emit(piece);
}

/// "By evening", "in the morning": where nothing but a preposition stands before it, on the day that the text told of.
TimesReader::Index TimesReader::barePart(PartWord& word) {
    Piece& piece = word.piece;
    const Index i = word.i, lead = word.article ? word.p - 1 : word.p;
    if (!word.article && piece.mod == TimeMod::Mid &&
        isAny<"at", "by", "in", "until", "since", "before", "after">(lead))
        return emit(piece);
    if (!ledTo(word, lead))
        return i;
    if (word.article && isAny<"in", "during", "by", "through", "throughout", "until", "since", "on">(lead))
        piece.first = word.p;
    const bool told = (!word.article && is(lead, "by")) || (word.article && is(lead, "in") && lead == first_);
    if (!out_.times.empty() && out_.times.back().sentence == sentence_ && out_.times.back().resolved &&
        out_.times.back().resolved->grain == Grain::Day && out_.times.back().type == TimeType::Date)
        piece.time.setDay(dayOfSecond(out_.times.back().resolved->from));
    else if (const TimeMention* before = told ? earlierDay() : nullptr;
             before != nullptr && !before->resolved->openFrom && tenseAt(i, i + 1) == Tense::Past)
        piece.time.setDay(dayOfSecond(before->resolved->from)); // "At dawn on 6 April … By nightfall"
    if (is(i + 1, "at"))
        extendRight(piece);
    return emit(piece);
}

/// Does what stands at `lead` lead to it?
bool TimesReader::ledTo(const PartWord& word, Index lead) const {
    const Piece& piece = word.piece;
    if (word.article && isAny<"in", "during", "by", "through", "throughout", "until", "since", "on">(lead))
        return true;
    if (!word.article) {
        if (isAny<"by", "until", "before", "since">(lead)) // "by morning"
            return true;
        if (isAny<"at", "after">(lead) && word.name != "morning" && piece.time.part != DayPart::Afternoon)
            return true; // "at dawn"
        if ((word.name == "dawn" || word.name == "dusk") &&
            ((is(lead, "from") && isAny<"to", "till", "until">(word.i + 1)) ||
             (isAny<"to", "till">(lead) && !out_.times.empty() && out_.times.back().endToken == lead)))
            return true; // "from dusk to dawn"
    }
    // "late afternoon", typed alone
    return piece.mod != TimeMod::None && offhand_ && piece.end == end_ && alone(piece.first, piece.end);
}

/// "(the night) between Saturday and Sunday", "of Saturday to Sunday", "from 10 to 11 January": one night, that of the
/// first day. `i` is the first word behind "night"; returns it when this is none.
TimesReader::Index TimesReader::nightBetween(Index i, Index first) {
    const bool from = isAny<"from", "of", "de", "du">(i);
    if (!from && !isAny<"between", "entre">(i))
        return i;
    auto one = dateAt(i + 1);
    if (!one && plainNumber(i + 1, 2) > 0 && (dashAt(i + 2) || isAny<"to", "and", "au", "et">(i + 2)))
        if (auto later = dayMonth(i + 3);
            later && later->time.day == plainNumber(i + 1, 2) + 1) { // from 10 to 11 January
            one = later;
            one->time.day = plainNumber(i + 1, 2);
            one->end = i + 2;
        }
    if (!one || one->time.grain() != Grain::Day || one->set)
        return i;
    const Index link = one->end;
    if (!(dashAt(link) || (from ? isAny<"to", "à", "au">(link) : isAny<"and", "et">(link))))
        return i;
    auto two = dateAt(link + 1);
    if (!two && one->time.month != 0 && plainNumber(link + 1, 2) == one->time.day + 1) { // January 10 to 11
        two = *one;
        two->time.day = one->time.day + 1;
        two->first = link + 1;
        two->end = link + 2;
        if (Index end = 0; yearAt(link + 2, end) > 0) {
            one->time.year = two->time.year = yearAt(link + 2, end);
            two->end = end;
        }
    }
    if (!two || two->time.grain() != Grain::Day || two->set)
        return i;
    resolve(*two, Deixis::None);
    if (!one->yearGiven && two->time.hasFullDate() && one->time.weekday != 0 && one->time.month == 0)
        one->time.setDay(weekdayOnOrBefore(two->time.dayNumber() - 1, one->time.weekday));
    else
        resolve(*one, Deixis::None);
    Piece piece;
    piece.first = first;
    piece.end = two->end;
    piece.time = one->time;
    piece.time.part = DayPart::Night;
    piece.rule = "night-between";
    piece.resolution = two->resolution;
    return emit(piece);
}

} // namespace countercheck::read
