// SPDX-License-Identifier: GPL-3.0-or-later
// What each word of a language can do in a time, gathered from the lexicon once: its month, weekday, unit, part of the
// day, and its roles ("last", "ago", "of"), so that the productions of timesgrammar.h test bits and never letters.
// The roles stand in resources/lexicon/<language>/times.tsv as `time-word=of,from`.
#pragma once

#include "core/read/times/timesvalue.h"
#include "core/text/wordtable.h"

#include <cstdint>
#include <vector>

namespace countercheck::read {

// clang-format off
#define COUNTERCHECK_TIME_ROLES(X) \
    /* determiners */ \
    X(Article, "art") X(This, "this") X(Last, "last") X(Next, "next") X(Same, "same") X(Following, "following") X(Previous, "previous") \
    X(Twice, "twice") X(Every, "every") X(All, "all") X(One, "one") X(Couple, "couple") \
    /* links */ \
    X(Of, "of") X(From, "from") X(To, "to") X(And, "and") X(Between, "between") X(At, "at") X(On, "on") X(Per, "per") \
    /* where a length or a date is hung up */ \
    X(Ago, "ago") X(AgoAfter, "ago-after") X(In, "in") X(Since, "since") X(During, "during") X(Until, "until") X(Later, "later") X(Earlier, "earlier") \
    X(Before, "before") X(After, "after") X(Around, "around") X(Span, "span") \
    /* parts of numbers and of the clock */ \
    X(Half, "half") X(Quarter, "quarter") X(ThreeQuarters, "three-quarters") X(Minus, "minus") X(Plus, "plus") X(ClockWord, "clock") X(ClockUnit, "clock-unit") X(Minutes, "minutes") X(HourArticle, "hour-article") \
    /* what is not a time */ \
    X(Weak, "weak") X(Introduced, "introduced") X(DayWord, "day") X(Name, "name") X(AgeNoun, "age-noun") X(Title, "title") X(Street, "street") X(Order, "order") X(Speaker, "speaker") \
    /* adjectives inside a length; parts of a period; names of a month or a year */ \
    X(Adjective, "adjective") X(Early, "early") X(Late, "late") X(PartPhrase, "part-phrase") X(YearWord, "year-word") X(MonthWord, "month-word") X(WeekWord, "week-word") X(Decade, "decade") X(Times, "times") X(Weekend, "weekend") \
    /* the tense of a verb */ \
    X(Future, "future") X(Past, "past") X(Copula, "copula") X(Moved, "moved")
// clang-format on

enum class Role : std::uint8_t {
#define X(name, text) name,
    COUNTERCHECK_TIME_ROLES(X)
#undef X
        Count
};
static_assert(static_cast<int>(Role::Count) <= 64);

using Roles = std::uint64_t;
constexpr Roles operator|(Role a, Role b) {
    return 1ull << static_cast<unsigned>(a) | 1ull << static_cast<unsigned>(b);
}
constexpr Roles operator|(Roles a, Role b) {
    return a | 1ull << static_cast<unsigned>(b);
}
constexpr Roles only(Role role) {
    return 1ull << static_cast<unsigned>(role);
}

struct TimeWord {
    Roles roles = 0;
    std::int16_t number = -1; ///< "three" is 3
    std::int16_t ordinal = 0;
    std::uint8_t month = 0, weekday = 0, season = 0;
    DayPart part = DayPart::None;
    TimeMod mod = TimeMod::None;
    std::int8_t namedHour = -1; ///< noon 12, midnight 0
    bool unit = false, reference = false, holiday = false, plural = false, abbreviation = false, century = false;

    [[nodiscard]] bool is(Roles r) const { return (roles & r) != 0; }
    [[nodiscard]] bool is(Role r) const { return is(only(r)); }
};

struct TimeWords {
    text::WordTable<TimeWord> words;     ///< that of word 0 is empty
    text::WordTable<std::uint8_t> heads; ///< BeginsTime for the (first) word of what can be the head of a time
};

/// The language's, made once, thread-safe, as long as the program.
/// An unknown role in the tables is a fault of the program's own data: throws std::runtime_error naming it.
const TimeWords& timeWordsOf(text::Language language);

} // namespace countercheck::read
