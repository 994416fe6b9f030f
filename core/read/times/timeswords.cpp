// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/read/times/timeswords.h"

#include "core/read/times/triggers.h"

#include <array>
#include <mutex>
#include <stdexcept>
#include <string>

namespace countercheck::read {

namespace {

using text::Lexicon;
using text::Tag;

Roles rolesFrom(std::string_view list) {
    Roles roles = 0;
    while (!list.empty()) {
        const std::size_t comma = list.find(',');
        const std::string_view name = list.substr(0, comma);
        list = comma == std::string_view::npos ? std::string_view{} : list.substr(comma + 1);
        bool known = false;
#define X(role, text)                                                                                                  \
    if (name == (text)) {                                                                                              \
        roles |= only(Role::role);                                                                                     \
        known = true;                                                                                                  \
    }
        COUNTERCHECK_TIME_ROLES(X)
#undef X
        if (!known)
            throw std::runtime_error("times.tsv: unknown time-word \"" + std::string(name) + "\"");
    }
    return roles;
}

DayPart partFrom(std::string_view name) {
    if (name == "morning" || name == "dawn")
        return DayPart::Morning;
    if (name == "afternoon")
        return DayPart::Afternoon;
    if (name == "evening" || name == "dusk")
        return DayPart::Evening;
    if (name == "early")
        return DayPart::EarlyHours;
    if (name == "midday")
        return DayPart::Midday;
    return name == "night" ? DayPart::Night : DayPart::None;
}

TimeMod modFrom(std::string_view name) {
    return name == "start" ? TimeMod::Start
           : name == "mid" ? TimeMod::Mid
           : name == "end" ? TimeMod::End
                           : TimeMod::None;
}

/// Tags that a word of time has.
constexpr std::uint64_t asked = text::tagBit(Tag::Number) | text::tagBit(Tag::Ordinal) | text::tagBit(Tag::Month) |
                                text::tagBit(Tag::Weekday) | text::tagBit(Tag::Season) | text::tagBit(Tag::DayPart) |
                                text::tagBit(Tag::TimeMod) | text::tagBit(Tag::TimeUnit) | text::tagBit(Tag::TimeRef) |
                                text::tagBit(Tag::Holiday) | text::tagBit(Tag::Plural) |
                                text::tagBit(Tag::Abbreviation) | text::tagBit(Tag::TimeWord);

TimeWords make(const Lexicon& lexicon) {
    TimeWords all;
    all.words = text::WordTable<TimeWord>(lexicon);
    all.heads = text::WordTable<std::uint8_t>(lexicon);
    for (text::WordId id = 1; id < lexicon.listedSize(); ++id) {
        if (!lexicon.hasAny(id, asked))
            continue;
        TimeWord& w = all.words.at(id);
        if (lexicon.has(id, Tag::Number))
            w.number = static_cast<std::int16_t>(lexicon.number(id, Tag::Number));
        if (lexicon.has(id, Tag::Ordinal))
            w.ordinal = static_cast<std::int16_t>(lexicon.number(id, Tag::Ordinal));
        w.month = static_cast<std::uint8_t>(lexicon.number(id, Tag::Month));
        w.weekday = static_cast<std::uint8_t>(lexicon.number(id, Tag::Weekday));
        w.season = static_cast<std::uint8_t>(lexicon.number(id, Tag::Season));
        const std::string_view part = lexicon.value(id, Tag::DayPart);
        w.part = partFrom(part);
        w.namedHour = part == "noon" ? std::int8_t{12} : part == "midnight" ? std::int8_t{0} : std::int8_t{-1};
        w.mod = modFrom(lexicon.value(id, Tag::TimeMod));
        w.unit = lexicon.has(id, Tag::TimeUnit);
        w.century = lexicon.value(id, Tag::TimeUnit) == "century";
        w.reference = lexicon.has(id, Tag::TimeRef);
        w.holiday = lexicon.has(id, Tag::Holiday);
        w.plural = lexicon.has(id, Tag::Plural);
        w.abbreviation = lexicon.has(id, Tag::Abbreviation);
        w.roles = rolesFrom(lexicon.value(id, Tag::TimeWord));
        const bool head = w.month != 0 || w.weekday != 0 || w.season != 0 || w.unit || w.reference || w.holiday ||
                          (w.part != DayPart::None && !w.is(Role::PartPhrase)) || w.namedHour >= 0 ||
                          w.is(Role::HourArticle | Role::Decade) ||
                          (w.is(Role::Half | Role::Quarter | Role::ThreeQuarters)) ||
                          (w.ordinal >= 1 && w.ordinal <= 31) ||
                          (w.number > 0 && (w.number <= 31 || (w.number < 100 && w.number % 10 == 0)));
        if (!head)
            continue;
        const std::string_view form = lexicon.form(id);
        const std::size_t blank = form.find(' ');
        if (blank == std::string_view::npos)
            all.heads.at(id) = BeginsTime;
        else if (const text::WordId first = lexicon.find(form.substr(0, blank)); first != 0)
            all.heads.at(first) = BeginsTime;
    }
    return all;
}

} // namespace

const TimeWords& timeWordsOf(text::Language language) {
    constexpr std::size_t languages = 8;
    static std::array<std::once_flag, languages> made;
    static std::array<TimeWords, languages> all;
    const std::size_t index = static_cast<std::size_t>(language) % languages;
    std::call_once(made[index], [&] { all[index] = make(Lexicon::of(language)); });
    return all[index];
}

} // namespace countercheck::read
