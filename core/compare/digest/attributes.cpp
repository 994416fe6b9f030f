// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/digest/attributes.h"

#include "core/compare/words/wordlists.h"
#include "core/text/lexicon.h"

#include <algorithm>

namespace countercheck::compare {

using text::Tag;
using text::TokenKind;

std::uint32_t measuredThing(const text::Reading& reading, Concepts& concepts, const Fact& fact, std::uint32_t subject) {
    if (!reading.map.identity() || (fact.kind != claim::ClaimKind::Measure && fact.kind != claim::ClaimKind::Count))
        return 0;
    const text::Sentence& s = reading.sentences[fact.sentence];
    const text::Lexicon& lexicon = text::Lexicon::of(reading.language);
    const text::Span words = fact.said.words;
    const std::string_view shown = words.of(reading.captured);
    const auto& known = concepts.of(fact.sentence);
    const auto tokenAt = [&](std::uint32_t byte) {
        std::uint32_t t = s.firstToken;
        while (t < s.endToken && reading.tokens[t].begin < byte)
            ++t;
        return t;
    };
    const std::uint32_t first = tokenAt(words.begin), end = tokenAt(words.end);
    const auto noun = [&](std::uint32_t t) {
        return t >= s.firstToken && t < s.endToken && reading.tokens[t].is(TokenKind::Word) &&
               known[t - s.firstToken] != 0 && lexicon.use(reading.tokens[t].word).frequency[0] > 0;
    };
    // "A 10-metre dhow", "the seven-storey Sever hotel": the last noun of those that stand behind it.
    const std::size_t hyphen = shown.find('-');
    const bool before =
        hyphen != std::string_view::npos && hyphen + 1 < shown.size() && !(shown.back() >= '0' && shown.back() <= '9');
    if (before) {
        constexpr std::uint32_t far = 4;
        std::uint32_t last = 0;
        for (std::uint32_t t = end; t < std::min(end + far, s.endToken); ++t) {
            if (!reading.tokens[t].is(TokenKind::Word) ||
                lexicon.hasAny(reading.tokens[t].word, text::tagBit(Tag::Prep) | text::tagBit(Tag::Det) |
                                                           text::tagBit(Tag::Aux) | text::tagBit(Tag::Conj)))
                break;
            const text::WordUse& use = lexicon.use(reading.tokens[t].word);
            if (noun(t) && use.frequency[0] >= use.frequency[1])
                last = known[t - s.firstToken];
            else if (last != 0)
                break;
        }
        return last;
    }
    if (fact.kind != claim::ClaimKind::Measure)
        return 0;
    // "A zone of 10 kilometres", "un atterrisseur de 112 kilos"
    if (first >= s.firstToken + 2) {
        const std::string_view of = reading.of(reading.tokens[first - 1]);
        if (of == "of" || of == "de" || of == "d'" || of == "d’") {
            if (noun(first - 2)) {
                std::uint32_t host = first - 2; // "une zone de protection de dix kilomètres"
                while (host >= s.firstToken + 2 && noun(host - 2) &&
                       (reading.of(reading.tokens[host - 1]) == "of" || reading.of(reading.tokens[host - 1]) == "de"))
                    host -= 2;
                static const auto attributes = conceptsOf(Family::Attribute);
                const std::uint32_t own = known[host - s.firstToken]; // "the tower will have a height of 421 metres"
                return std::binary_search(attributes.begin(), attributes.end(), own) && subject != 0 ? subject : own;
            }
            if (reading.language == text::Language::French && first >= s.firstToken + 3 && noun(first - 3))
                return known[first - 3 - s.firstToken]; // "une zone interdite de dix kilomètres"
            return 0;
        }
    }
    if (listed(Family::Measuring, fact.slot.event))
        return subject;
    if (std::string_view(fact.slot.modifiers).find(fact.slot.event) != std::string_view::npos)
        return 0; // "77,000 tonnes of oil": the event is the unit
    if (fact.slot.relation == claim::Relation::Copula && !fact.slot.classified && !fact.slot.event.empty())
        return Concepts::named(fact.slot.event); // "the tower will be 412 metres high"
    return 0;
}

} // namespace countercheck::compare
