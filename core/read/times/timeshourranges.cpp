// SPDX-License-Identifier: GPL-3.0-or-later
// Two hours that a range, a day beside them or the speaker shows: "from 5 to 7", "tonight from 8 to 10:30".
#include "core/read/calendar.h"
#include "core/read/times/timesreader.h"

namespace countercheck::read {

using text::Tag;
using text::TokenKind;

/// Bare hours that a range and the speaker show: "from 5 to 7", "between 9 and 10 tomorrow". Returns i: none.
TimesReader::Index TimesReader::hourRange(Index i) {
    const int from = plainNumber(i, 2), to = plainNumber(i + 2, 2);
    const bool led = (is(i - 1, "from") && isAny<"to", "till", "til", "until", "through">(i + 1)) ||
                     (is(i - 1, "between") && is(i + 1, "and")) ||
                     (offhand_ && i == first_ && i + 3 == end_ && isAny<"till", "til", "until">(i + 1)) || // 9 til 5
                     hoursBesideDay(i, from, to);
    if (const auto later =
            from >= 1 && from <= 12 && (led || is(i + 1, "to") || dashAt(i + 1)) ? clockAt(i + 2) : std::nullopt;
        later && later->meridiem && later->minute >= 0 && later->hour % 12 >= from % 12) { // "3 to 3:30 pm"
        const Piece closing = clockPiece(*later);
        Piece opening = closing;
        opening.first = i;
        opening.end = i + 1;
        opening.time.hour = from % 12 + (later->hour >= 12 ? 12 : 0);
        opening.time.minute = -1;
        opening.rule = "clock-range";
        emit(opening);
        return emit(closing);
    }
    if (led && from >= 1 && from <= 12)
        if (const auto later = clockAt(i + 2); later && later->minute >= 0 && !later->meridiem) {
            Piece closing = clockPiece(*later); // between 10 and 11:30 tomorrow morning
            const TimeMention* before = out_.times.empty() ? nullptr : &out_.times.back();
            const bool late = before != nullptr && !before->value.ends_with("TMO"); // tonight from 8 to 10:30
            if (before != nullptr && before->endToken + 1 == i && before->resolved && !ofNoDay(*before->resolved) &&
                ((before->resolved->grain == Grain::Day && before->type == TimeType::Date) ||
                 before->resolved->grain == Grain::PartOfDay) &&
                !closing.time.hasFullDate()) { // Thursday from 9 to 11:30
                const PartialTime hours = closing.time;
                const bool part = before->resolved->grain == Grain::PartOfDay && late && hours.hour < 12;
                closing.time.setDay(dayOfSecond(before->resolved->from));
                closing.time.hour = hours.hour + (part ? 12 : 0);
                closing.time.minute = hours.minute;
            }
            if (closing.time.hasFullDate() && closing.time.hour % 12 >= from % 12) {
                Piece opening = closing;
                opening.first = i;
                opening.end = i + 1;
                opening.time.hour = from % 12 + (closing.time.hour > 12 || from == 12 ? 12 : 0);
                opening.time.minute = -1;
                opening.rule = "clock-range";
                emit(opening);
                return emit(closing);
            }
            if (const auto opening = clockAt(i); opening && opening->end == i + 1 && !closing.time.hasDate() &&
                                                 later->hour % 12 >= from % 12 && spoken()) { // from 1 to half past 3
                emit(clockPiece(*opening));
                return emit(closing);
            }
        }
    if (!led || from < 1 || from > 24 || to < 1 || to > 24 || from == to || has(i + 3, Tag::Month) ||
        (is(i + 3, "of") && has(i + 4, Tag::Month))) // between 3 and 12 of Sept
        return i;
    const auto first = clockAt(i), second = clockAt(i + 2);
    if (!first || !second || first->end != i + 1 || second->sure || second->minute >= 0 || !bareHourFits(*second))
        return i;
    Piece one = clockPiece(*first), two = clockPiece(*second);
    const TimeMention* last =
        out_.times.empty() || out_.times.back().sentence != sentence_ ? nullptr : &out_.times.back();
    const bool behindHabit =
        last != nullptr && last->type == TimeType::Set &&
        ((last->endToken + 1 == i && last->value.starts_with("PT")) || // every five minutes
         ((last->endToken + 1 == i || last->endToken == i) && last->value.starts_with("XXXX-WXX-")));
    const bool behindDay = last != nullptr && last->resolved && last->resolved->grain >= Grain::Day &&
                           (last->endToken + 1 == i || last->endToken == i) && last->value.size() >= 10 &&
                           last->value[4] == '-';
    if (!two.time.hasFullDate() && !behindDay && !behindHabit && !spoken() && !typed() && !(offhand_ && i == first_))
        return i;
    if (two.time.hour == to && to < from && from <= 12)
        two.time.hour = to + 12; // from 9 to 5
    if (two.time.hasFullDate()) {
        one.time.setDay(two.time.dayNumber());
        if (two.time.hour >= 12 && from < to && to < 12)
            one.time.hour = from + 12; // "5 and 7 this evening"
    } else if (behindHabit && from < 12 && to <= 12 &&
               (last->value.ends_with("TEV") || last->value.ends_with("TAF") ||
                (last->value.ends_with("TNI") && from > 5))) { // every Friday night from 7 to 9
        one.time.hour = from + 12;
        two.time.hour = to < from ? to : to + 12;
    } else if (behindDay) {
        const bool late =
            last->value.ends_with("TEV") || last->value.ends_with("TAF") || (last->value.ends_with("TNI") && from > 5);
        for (Piece* piece : {&one, &two}) {
            if (late && piece->time.hour < 12)
                piece->time.hour += 12;
            piece->time.setDay(dayOfSecond(last->resolved->from));
        }
    }
    one.rule = two.rule = "hour-range";
    emit(one);
    return emit(two);
}

} // namespace countercheck::read
