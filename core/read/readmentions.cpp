// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/read/mentions.h"
#include "core/text/lexicon.h"

#include <algorithm>

namespace countercheck::read {

void readMentions(const text::Reading& reading, const ReadContext& context, Mentions& out) {
    out.clear();
    readTimes(reading, context, out);
    readFigures(reading, context, out);
    readQuotes(reading, out);
    readNames(reading, out);
    readAttributions(reading, out);
}

std::string sourceInSentence(const text::Reading& reading, const Attribution& attribution) {
    const text::Span span = attribution.sourceSpan;
    const auto at = std::lower_bound(reading.tokens.begin(), reading.tokens.end(), span.begin,
                                     [](const text::Token& t, std::uint32_t begin) { return t.begin < begin; });
    if (at == reading.tokens.end() || at->begin != span.begin || !at->is(text::TokenKind::Word) ||
        !at->has(text::SentenceStart) || !at->has(text::Capitalised) || at->has(text::AllCaps) ||
        attribution.source.empty() || reading.of(*at).front() != attribution.source.front() ||
        (at->end < span.end && std::next(at) != reading.tokens.end() && std::next(at)->has(text::Capitalised) &&
         !text::Lexicon::of(reading.language).has(at->word, text::Tag::Det)))
        return attribution.source;
    const text::Lexicon& lexicon = text::Lexicon::of(reading.language);
    constexpr std::uint64_t mayBeName = text::tagBit(text::Tag::Nationality) | text::tagBit(text::Tag::Country) |
                                        text::tagBit(text::Tag::FirstName) | text::tagBit(text::Tag::Month) |
                                        text::tagBit(text::Tag::Weekday) | text::tagBit(text::Tag::Title);
    const text::WordUse& use = lexicon.use(at->word);
    const bool common = lexicon.hasAny(at->word, text::tagBit(text::Tag::Det) | text::tagBit(text::Tag::Vague) |
                                                     text::tagBit(text::Tag::Number) | text::tagBit(text::Tag::Poss)) ||
                        (use.forms & text::NounPlural) != 0 || (use.adjective() && at->end < span.end);
    std::string source = attribution.source;
    if (common && !lexicon.hasAny(at->word, mayBeName) && source.front() >= 'A' && source.front() <= 'Z')
        source.front() = static_cast<char>(source.front() + 32);
    return source;
}

} // namespace countercheck::read
