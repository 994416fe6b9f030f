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
    const std::string_view name = has(i, Tag::DayPart) ? value(i, Tag::DayPart) : value(i, Tag::TimeUnit);
    const auto hourBefore = [&]() -> Index { // "nine", "seven thirty", "twenty to nine"
        for (const Index back : {4u, 3u, 2u, 1u}) {
            if (i < floor_ + back)
                continue;
            if (const auto c = clockAt(i - back); c && c->end > i && c->sure)
                return clock(i - back);
        }
        return i;
    };
    if (name == "am" || name == "pm" || name == "oclock")
        return hourBefore();
    if (name == "noon" || name == "midnight" || (name == "midday" && is(i, "midday"))) {
        if (isAny<"noon", "noonish", "midnight", "midday", "midi", "minuit">(i)) {
            if (nounFollows(i + 1) && !is(i + 2, "ish") && !has(i + 1, Tag::Weekday) && !has(i + 1, Tag::Month) &&
                !has(i + 1, Tag::TimeRef) && deixisAt(i + 1) == Deixis::None && !has(i + 1, Tag::Zone) &&
                !isAny<"local", "sharp", "onwards">(i + 1))
                return i;
            return clock(i);
        }
    }
    const bool plural = has(i, Tag::Plural);
    Piece piece;
    piece.first = i;
    piece.end = i + 1;
    piece.rule = "part-of-day";
    piece.time.part = dayPartOf(i);
    if (plural) {
        const bool listed = isAny<"and", "or">(i - 1) && !out_.times.empty() && out_.times.back().endToken + 1 == i &&
                            out_.times.back().type == TimeType::Set;
        const bool adverb = offhand_ && kind(i - 1, TokenKind::Word) && lexicon_.use(token(i - 1).word).verb() &&
                            !has(i - 1, Tag::Det) && !nounFollows(i + 1); // "I jog mornings"
        if (!is(i - 1, "the") && !is(i - 1, "in") && !listed && !adverb)
            return i;
        piece.time.part = name == "morning"     ? DayPart::Morning
                          : name == "afternoon" ? DayPart::Afternoon
                                                : DayPart::Evening;
        piece.set = true;
        return emit(piece);
    }
    if (name == "overnight") {
        // between Saturday and Sunday / from Saturday to Sunday / into Sunday / Saturday
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
    if (is(i + 1, "tomorrow") || is(i + 1, "yesterday")) { // lunchtime tomorrow, late afternoon tomorrow
        if (auto day = relativeDay(i + 1); day && inside(i + 1)) {
            day->first = i;
            day->rule = "part-of-day";
            day->time.part = piece.time.part != DayPart::None ? piece.time.part
                             : name == "midday"               ? DayPart::Midday
                             : name == "afternoon"            ? DayPart::Afternoon
                                                              : DayPart::Night;
            if (isAny<"early", "late">(i - 1) && inside(i - 1)) {
                day->mod = is(i - 1, "early") ? TimeMod::Start : TimeMod::End;
                day->first = i - 1;
            } else if (kind(i - 1, TokenKind::Hyphen) && is(i - 2, "mid") && inside(i - 2)) {
                day->mod = TimeMod::Mid; // mid-afternoon tomorrow
                day->first = i - 2;
            }
            return emit(*day);
        }
    }
    if (is(i + 1, "on") && has(i + 2, Tag::Weekday) && (piece.time.part == DayPart::None || name == "midday"))
        if (auto day = dateAt(i + 2); day && !day->set && !day->time.hasClock()) { // at lunchtime on Monday
            resolve(*day, Deixis::None);
            day->first = i;
            day->rule = "part-of-day";
            day->time.part = name == "midday"      ? DayPart::Midday
                             : name == "afternoon" ? DayPart::Afternoon
                                                   : DayPart::Night;
            return emit(*day);
        }
    if (piece.time.part == DayPart::None) { // lunchtime, bedtime
        piece.time.part = name == "midday"      ? DayPart::Midday
                          : name == "afternoon" ? DayPart::Afternoon
                                                : DayPart::Night;
        if (!(is(i - 1, "at") || is(i - 1, "by") || is(i - 1, "before") || is(i - 1, "after")))
            return i;
        return emit(piece);
    }
    if (is(i - 1, "other") && is(i - 2, "every") && inside(i - 2)) { // every other morning
        piece.first = i - 2;
        piece.set = true;
        return emit(piece);
    }
    // modifiers: "the early morning", "late last night", "this morning"
    Index p = i > floor_ ? i - 1 : end_;
    if (kind(p, TokenKind::Hyphen) && p > floor_ && isAny<"mid", "early", "late">(p - 1)) {
        piece.mod = is(p - 1, "mid") ? TimeMod::Mid : is(p - 1, "early") ? TimeMod::Start : TimeMod::End;
        piece.first = p - 1;
        p = piece.first > floor_ ? piece.first - 1 : end_;
    } else if (isAny<"early", "late">(p) && inside(p)) {
        piece.mod = is(p, "early") ? TimeMod::Start : TimeMod::End;
        piece.first = p;
        p = piece.first > floor_ ? piece.first - 1 : end_;
    }
    if (is(p, "single") && inside(p) && p > floor_ && deixisAt(p - 1) == Deixis::Habit)
        --p; // every single morning
    const Deixis deixis = deixisAt(p);
    const bool article = isAny<"the", "la", "le">(p) && inside(p);
    if (article && is(i + 1, "before") && is(i + 2, "last") && inside(i + 2) && !nounFollows(i + 3) && today_) {
        piece.first = p; // the evening before last
        piece.end = i + 3;
        piece.time.setDay(*today_ - 2);
        return emit(piece);
    }
    // "the morning of January 11", "the night of Saturday to Sunday"
    if (article || deixis == Deixis::Same || deixis == Deixis::None) {
        if (name == "night")
            if (const Index end = nightBetween(i + 1, article ? p : piece.first); end != i + 1)
                return end;
        Index j = i + 1;
        if (isAny<"dawn", "daybreak", "sunrise", "sunset", "nightfall", "dusk">(i) && has(j, Tag::Weekday) &&
            !has(j, Tag::Plural) && deixis == Deixis::None) // "at dawn Thursday"
            if (auto day = weekdayDate(j); day && !day->set) {
                resolve(*day, Deixis::None);
                Piece whole = *day;
                whole.first = piece.first;
                whole.time.part = piece.time.part;
                whole.rule = "part-of-day";
                return emit(whole);
            }
        if ((is(j, "of") || is(j, "on")) && inside(j + 1)) {
            ++j;
            const Deixis d = deixisAt(j);
            auto date = dateAt(d == Deixis::Last || d == Deixis::Next ? j + 1 : is(j, "the") ? j + 1 : j);
            if (!date && is(j, "the") && kind(j + 1, TokenKind::Alnum) && ordinalDay(j + 1) > 0 && !is(j + 2, "of") &&
                !nounFollows(j + 2)) { // the evening of the 20th
                Piece day;
                day.first = j;
                day.end = j + 2;
                day.time.day = ordinalDay(j + 1);
                placeDay(day);
                date = day;
            }
            if (date && date->time.grain() == Grain::Day && !date->set) {
                resolve(*date, d);
                Piece whole = *date;
                whole.first = article ? p : piece.first;
                whole.time.part = piece.time.part;
                whole.mod = piece.mod;
                whole.rule = "part-of-day";
                if (article && is(p - 1, "in") && isAny<"early", "late">(p - 2) && inside(p - 2)) {
                    whole.mod = is(p - 2, "early") ? TimeMod::Start : TimeMod::End; // early in the morning on Tuesday
                    whole.first = p - 2;
                }
                return emit(whole);
            }
        }
    }
    if (nounFollows(i + 1) && !(has(i + 1, Tag::TimeWord) || has(i + 1, Tag::TimeRef)) && deixis == Deixis::None)
        return i;
    if (deixis == Deixis::Habit) {
        piece.first = p;
        piece.set = true;
        if (isAny<"at", "around", "about">(piece.end))
            if (const auto c = clockAt(piece.end + 1); c && bareHourFits(*c)) { // every morning at 7
                if (!is(piece.end, "at"))
                    piece.mod = TimeMod::Approx;
                const bool late = piece.time.part != DayPart::Morning && !c->meridiem && c->hour < 12;
                piece.time.hour = c->hour + (late ? 12 : 0);
                piece.time.minute = c->minute;
                piece.end = c->end;
            }
        return emit(piece);
    }
    if (deixis == Deixis::This || deixis == Deixis::Last) {
        piece.first = p;
        if (isAny<"early", "late", "earlier", "later">(p - 1) && inside(p - 1)) {
            piece.mod = isAny<"early", "earlier">(p - 1) ? TimeMod::Start : TimeMod::End;
            piece.first = p - 1;
        }
        if (today_)
            piece.time.setDay(*today_ - (deixis == Deixis::Last ? 1 : 0));
        if (isAny<"at", "around", "about">(i + 1) || is(i + 1, "@")) {
            extendRight(piece);
            if (name == "night" && piece.time.hour >= 0 && piece.time.hour < 6 && piece.time.hasFullDate())
                piece.time.setDay(piece.time.dayNumber() + 1); // last night at 2
        }
        return emit(piece);
    }
    if (deixis == Deixis::Same || deixis == Deixis::Next || deixis == Deixis::Following || deixis == Deixis::Previous) {
        piece.first = is(p - 1, "the") && inside(p - 1) ? p - 1 : p;
        if (const TimeMention* before = earlierDay())
            piece.time.setDay(dayOfSecond(before->resolved->from) + (deixis == Deixis::Same       ? 0
                                                                     : deixis == Deixis::Previous ? -1
                                                                                                  : 1));
        else if (today_ && deixis == Deixis::Previous) // seen from the report's own day
            piece.time.setDay(*today_ - 1);
        return emit(piece);
    }
    const Index lead = article ? p - 1 : p;
    if (article && is(lead, "in") && isAny<"early", "late">(lead - 1) && inside(lead - 1) &&
        piece.mod == TimeMod::None) { // early in the morning
        piece.mod = is(lead - 1, "early") ? TimeMod::Start : TimeMod::End;
        piece.first = lead - 1;
        if (today_ && !out_.times.empty() && out_.times.back().endToken == lead - 1 && out_.times.back().resolved &&
            out_.times.back().resolved->grain == Grain::Day)
            piece.time.setDay(dayOfSecond(out_.times.back().resolved->from));
        return emit(piece);
    }
    if (article && is(p - 1, "of") && isAny<"rest", "remainder">(p - 2) && inside(p - 2) && today_ &&
        piece.mod == TimeMod::None) { // the rest of the afternoon
        piece.mod = TimeMod::End;
        piece.first = is(p - 3, "the") && inside(p - 3) ? p - 3 : p - 2;
        const TimeMention* before = earlierDay();
        piece.time.setDay(before != nullptr ? dayOfSecond(before->resolved->from) : *today_);
        return emit(piece);
    }
    if (article && is(p - 1, "of") && is(p - 2, "middle") && inside(p - 2) && piece.mod == TimeMod::None) {
        piece.mod = TimeMod::Mid; // in the middle of the night
        piece.first = is(p - 3, "the") && inside(p - 3) ? p - 3 : p - 2;
        return emit(piece);
    }
    if (!article && piece.mod == TimeMod::Mid && isAny<"at", "by", "in", "until", "since", "before", "after">(lead))
        return emit(piece);
    if (article && isAny<"in", "during", "by", "through", "throughout", "until", "since", "on">(lead)) {
        piece.first = p;
    } else if (!article && isAny<"by", "until", "before", "since", "at", "after">(lead) && name != "morning" &&
               piece.time.part != DayPart::Afternoon) {
        // "at dawn", "by nightfall", "by evening"
    } else if (!article && isAny<"by", "until", "before", "since">(lead)) {
        // "by morning"
    } else if (!article && (name == "dawn" || name == "dusk") &&
               ((is(lead, "from") && isAny<"to", "till", "until">(i + 1)) ||
                (isAny<"to", "till">(lead) && !out_.times.empty() && out_.times.back().endToken == lead))) {
        // "from dusk to dawn"
    } else if (piece.mod != TimeMod::None && offhand_ && piece.end == end_ && alone(piece.first, piece.end)) {
        // "late afternoon", typed alone
    } else {
        return i;
    }
    if (!out_.times.empty() && out_.times.back().sentence == sentence_ && out_.times.back().resolved &&
        out_.times.back().resolved->grain == Grain::Day && out_.times.back().type == TimeType::Date)
        piece.time.setDay(dayOfSecond(out_.times.back().resolved->from));
    else if (const TimeMention* before =
                 (!article && is(lead, "by")) || (article && is(lead, "in") && lead == first_) ? earlierDay() : nullptr;
             before != nullptr && !before->resolved->openFrom && tenseAt(i, i + 1) == Tense::Past)
        piece.time.setDay(dayOfSecond(before->resolved->from)); // "At dawn on 6 April … By nightfall"
    if (is(i + 1, "at"))
        extendRight(piece);
    return emit(piece);
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
