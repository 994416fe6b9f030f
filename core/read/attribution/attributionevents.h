// SPDX-License-Identifier: GPL-3.0-or-later
// One act of saying, as the text shows it: who, by which words, and what it covers. Attributions are made from these,
// and so are the quotes' speakers (which also count acts that state nothing, such as "threatened" or "shouted").
#pragma once

#include "core/read/attribution/attributionphrases.h"

#include <string_view>
#include <vector>

namespace countercheck::read {

/// Its words are views into the reading view and into the entities' names.
struct SayEvent {
    std::uint32_t sentence = 0;
    std::uint32_t cueFirst = 0, cueEnd = 0; ///< tokens of "told", "according to"
    text::WordId entry = 0;                 ///< the verb in the lexicon, which may be a phrase
    std::uint32_t groupFirst = ~0u;         ///< where the verb's group begins: "has told"; none: at the cue
    NounPhrase subject;                     ///< empty: unnamed
    std::string_view source;                ///< as printed, a pronoun resolved; empty: unnamed
    text::Span sourceSpan;
    std::string_view speaker; ///< the same, a person by the fullest name that the article gives
    std::string_view via;
    std::uint32_t contentFirst = 0, contentEnd = 0; ///< tokens that it covers; empty: states nothing
    bool backward = false;                          ///< the content stands before the cue
    bool person = false;                            ///< a person, as far as the words show
    bool states = false;                            ///< makes an Attribution
    bool aside = false;       ///< in a relative clause between commas: "residents, who say …, fled"
    bool inverted = false;    ///< the subject stands behind the verb: a quote's tag
    bool conditional = false; ///< hearsay by the verb's mood alone
    bool demand = false;      ///< what is told is asked for, not said: "demand 5 percent"
    bool names = false;       ///< "The words are X's": says whose the quote before it was
    bool quoteOnly = false;   ///< "shouted": content only where there is a quote
    Modality modality = Modality::Reported;
};

/// Finds every act of saying of a text, in order. They stay until the thread reads the next text.
const std::vector<SayEvent>& readSayEvents(Phrases& phrases);

/// Gives quotes their speakers and tells scare quotes apart; adds attributions for sentences that stand wholly inside
/// a quote.
void nameSpeakers(const text::Reading& reading, const std::vector<SayEvent>& events, Mentions& mentions);

/// Finds hedges, denials and negations that are nobody's attribution.
void readModality(Phrases& phrases, Mentions& mentions);

} // namespace countercheck::read
