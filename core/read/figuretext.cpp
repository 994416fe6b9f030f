// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/read/figuretext.h"

#include "core/text/utf8.h"

#include <algorithm>
#include <string>

namespace countercheck::read {

FigureWords::FigureWords(const text::Lexicon& lexicon) {
#define X(name, form) name = lexicon.find(form);
    COUNTERCHECK_FIGURE_WORDS(X)
#undef X
    constexpr std::uint64_t candidates = text::tagBit(Tag::Number) | text::tagBit(Tag::Multiplier) |
                                         text::tagBit(Tag::Ordinal) | text::tagBit(Tag::Fraction) |
                                         text::tagBit(Tag::Vague);
    marks.resize(lexicon.size());
    for (WordId id = 1; id < lexicon.size(); ++id) {
        const std::uint64_t tags = lexicon.tags(id);
        const std::string_view form = lexicon.form(id);
        const std::size_t blank = form.rfind(' ');
        const WordId lastWord = blank == std::string_view::npos ? id : lexicon.find(form.substr(blank + 1));
        if (blank == std::string_view::npos && (tags & candidates) != 0)
            marks[id] |= Candidate;
        if ((tags & text::tagBit(Tag::Hedge)) != 0)
            marks[lastWord] |= EndsHedge;
        if ((tags & text::tagBit(Tag::AgeWord)) != 0)
            marks[lastWord] |= EndsAge;
    }
}

bool FigureText::notCount(std::uint32_t i, std::string_view what) const {
    if (!has(i, Tag::NotCount))
        return false;
    std::string_view list = lexicon.value(reading.tokens[i].word, Tag::NotCount);
    while (!list.empty()) {
        const std::size_t comma = std::min(list.find(','), list.size());
        if (list.substr(0, comma) == what)
            return true;
        list.remove_prefix(std::min(comma + 1, list.size()));
    }
    return false;
}

std::string_view FigureText::lowered(std::uint32_t i, char (&buffer)[48]) const {
    const std::string_view word = text(i);
    if (flag(i, TokenFlag::NonAscii)) {
        thread_local std::string wide; // rare: a word with accents
        const std::string_view low = countercheck::text::lowered(word, wide);
        if (low.size() <= sizeof buffer)
            return {buffer, low.copy(buffer, low.size())};
        return word;
    }
    if (word.size() > sizeof buffer)
        return word;
    for (std::size_t k = 0; k < word.size(); ++k)
        buffer[k] = static_cast<char>(word[k] >= 'A' && word[k] <= 'Z' ? word[k] + 32 : word[k]);
    return {buffer, word.size()};
}

} // namespace countercheck::read
