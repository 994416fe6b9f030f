// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/read/figuretext.h"

#include "core/text/utf8.h"

namespace countercheck::read {

FigureWords::FigureWords(const text::Lexicon& lexicon) {
#define X(name, form) name = lexicon.find(form);
    COUNTERCHECK_FIGURE_WORDS(X)
#undef X
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

std::string FigureText::lowered(std::uint32_t i) const {
    std::string buffer;
    return std::string(text::lowered(text(i), buffer));
}

} // namespace countercheck::read
