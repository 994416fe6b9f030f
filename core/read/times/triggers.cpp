// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/read/times/triggers.h"

#include <array>
#include <mutex>

namespace countercheck::read {

namespace {

using text::Lexicon;
using text::Tag;
using text::tagBit;

constexpr std::uint64_t timeTags = tagBit(Tag::Month) | tagBit(Tag::Weekday) | tagBit(Tag::TimeUnit) |
                                   tagBit(Tag::DayPart) | tagBit(Tag::TimeRef) | tagBit(Tag::Season) |
                                   tagBit(Tag::Holiday);

text::WordTable<std::uint8_t> make(const Lexicon& lexicon) {
    text::WordTable<std::uint8_t> triggers(lexicon);
    constexpr std::uint64_t asked = timeTags | tagBit(Tag::TimeWord);
    for (text::WordId id = 1; id < lexicon.listedSize(); ++id) {
        if (!lexicon.hasAny(id, asked))
            continue;
        if (lexicon.hasAny(id, timeTags) || lexicon.value(id, Tag::TimeWord) == "hour")
            triggers.at(id) |= BeginsTime; // the head of its phrase, not its first word
        const std::string_view form = lexicon.form(id);
        const std::size_t blank = form.find(' ');
        if (lexicon.has(id, Tag::Holiday))
            triggers.at(id) |= InFeast;
        if (blank != std::string_view::npos &&
            lexicon.has(id, Tag::Holiday)) { // "yom kippur": its longest word, which hints
            std::string_view longest, rest = form;
            while (!rest.empty()) {
                const std::size_t end = rest.find(' ');
                if (rest.substr(0, end).size() > longest.size())
                    longest = rest.substr(0, end);
                rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
            }
            if (const text::WordId word = lexicon.find(longest); word != 0)
                triggers.at(word) |= BeginsTime | InFeast;
        }
    }
    return triggers;
}

} // namespace

const text::WordTable<std::uint8_t>& triggersOf(text::Language language) {
    constexpr std::size_t languages = 8;
    static std::array<std::once_flag, languages> made;
    static std::array<text::WordTable<std::uint8_t>, languages> all;
    const std::size_t index = static_cast<std::size_t>(language) % languages;
    std::call_once(made[index], [&] { all[index] = make(Lexicon::of(language)); });
    return all[index];
}

} // namespace countercheck::read
