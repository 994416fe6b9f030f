// SPDX-License-Identifier: GPL-3.0-or-later
// Noun, verb or adjective? A word that may be several is decided by its place. One function per family of languages.
#include "core/claim/syntax.h"

namespace countercheck::claim {

using text::Tag;
using text::tagBit;
using text::TokenKind;

/// English: a word's place decides, then how often the dictionary has seen it as what.
WordClass Syntax::germanic(std::uint32_t token, const OpenWord& word) const {
    const WordClass prev = before_;
    const unsigned forms = word.forms;
    const bool past = (forms & (text::VerbPastTense | text::VerbPastParticiple)) != 0;
    const bool gerund = (forms & text::VerbGerund) != 0;
    const bool nounNext = opensNounPhrase(token + 1), countsNext = token + 1 < end_ && marked(token + 1, Counts);
    if (word.adverb && !word.noun && !word.verb && !word.adjective)
        return WordClass::Adverb;
    if (token + 1 < end_ && reading_->tokens[token + 1].is(TokenKind::Hyphen))
        return word.noun && !word.adjective ? WordClass::Noun : WordClass::Adjective;
    switch (prev) {
    case WordClass::Hyphen:
        return past || word.adjective ? WordClass::Adjective : WordClass::Noun;
    case WordClass::Determiner:
    case WordClass::Possessive:
    case WordClass::Adjective:
    case WordClass::Number:
        if (past && prev == WordClass::Number && !word.noun && !word.adjective)
            return WordClass::Verb; // "three wounded" as a headline has it
        if ((past || gerund) && !word.noun)
            return nounNext ? WordClass::Adjective : word.adjective ? WordClass::Adjective : WordClass::Verb;
        if (word.noun && (!word.adjective || word.nounWeight >= word.adjectiveWeight || !nounNext))
            return WordClass::Noun;
        if (word.adjective)
            return WordClass::Adjective;
        return word.noun ? WordClass::Noun : WordClass::Verb;
    case WordClass::Modal:
    case WordClass::To:
        if (word.verb && (forms & text::VerbBase) != 0)
            return WordClass::Verb;
        break;
    case WordClass::Auxiliary:
    case WordClass::Negation:
        if (word.verb && (forms & text::VerbBase) != 0 && doSupport(token))
            return WordClass::Verb; // "did not close"
        if (past || gerund ||
            (word.verb && (forms & text::VerbBase) != 0 && !word.adjective && word.verbWeight >= word.nounWeight))
            return WordClass::Verb;
        if (word.adjective)
            return WordClass::Adjective;
        if (word.verb && !word.noun)
            return WordClass::Verb;
        return WordClass::Noun;
    case WordClass::Preposition:
        if (gerund && (!word.noun || nounNext))
            return WordClass::Verb;
        if (word.noun && (!word.adjective || !nounNext || word.nounWeight >= word.adjectiveWeight))
            return WordClass::Noun;
        if (word.adjective || past)
            return WordClass::Adjective;
        break;
    case WordClass::Noun:
    case WordClass::Name:
    case WordClass::Pronoun:
    case WordClass::Relative:
    case WordClass::Time:
        if (past)
            return WordClass::Verb;
        if (gerund)
            return word.nounWeight > word.verbWeight && !nounNext ? WordClass::Noun : WordClass::Verb;
        if (word.verb && (forms & text::VerbThird) != 0) {
            if (!word.noun || word.verbWeight > word.nounWeight + 24 || prev == WordClass::Pronoun ||
                prev == WordClass::Relative)
                return WordClass::Verb;
            if (nounNext && countsNext)
                return WordClass::Verb;
            return WordClass::Noun;
        }
        if (word.verb && (forms & text::VerbBase) != 0) {
            const bool pluralSubject = prev == WordClass::Pronoun || prev == WordClass::Relative ||
                                       (token > first_ && (formsOf(token - 1) & text::NounPlural) != 0);
            if (pluralSubject && (!word.noun || word.verbWeight >= word.nounWeight ||
                                  lexicon_->has(reading_->tokens[token].word, Tag::Say)))
                return WordClass::Verb;
        }
        break;
    default: // the start, a comma, a conjunction
        if (token == first_ && word.noun && word.verb && (forms & text::VerbThird) != 0)
            return WordClass::Noun; // "Exports of coffee rose": no sentence opens with its verb in the third person
        // "Killed two and | wounded | three": no adjective stands before a number or a determiner.
        if (past && (countsNext || !(word.adjective && nounNext && word.adjectiveWeight > word.verbWeight)))
            return nounNext || countsNext || !word.noun ? WordClass::Verb : WordClass::Noun;
        if (gerund)
            return word.noun && !nounNext && word.nounWeight > word.verbWeight ? WordClass::Noun : WordClass::Verb;
        break;
    }
    if (word.adjective && (!word.noun || word.adjectiveWeight > word.nounWeight) &&
        (!word.verb || word.adjectiveWeight >= word.verbWeight))
        return WordClass::Adjective;
    if (word.noun && (!word.verb || word.nounWeight >= word.verbWeight || prev == WordClass::Conjunction ||
                      prev == WordClass::Comma))
        return WordClass::Noun;
    if (word.verb)
        return WordClass::Verb;
    return word.adverb ? WordClass::Adverb : WordClass::Noun;
}

/// French: adjectives and participles stand behind their noun and never begin a clause of their own; infinitives have
/// no mark; a noun behind a noun without a preposition is rare.
WordClass Syntax::romance(std::uint32_t token, const OpenWord& word) const {
    const WordClass prev = before_;
    const unsigned forms = word.forms;
    const bool participle = word.verb && (forms & text::VerbPastParticiple) != 0;
    const bool infinitive = word.verb && (forms & text::VerbBase) != 0;
    const bool gerund = word.verb && (forms & text::VerbGerund) != 0;
    const bool finite = word.verb && (forms & finiteForms) != 0;
    const auto nounNext = [&] { // "trois jeunes femmes", "la nouvelle attaque"
        if (token + 1 >= end_ || !reading_->tokens[token + 1].is(TokenKind::Word) ||
            lexicon_->hasAny(reading_->tokens[token + 1].word,
                             tagBit(Tag::Prep) | tagBit(Tag::Conj) | tagBit(Tag::Aux) | tagBit(Tag::Det) |
                                 tagBit(Tag::Modal) | tagBit(Tag::Neg) | tagBit(Tag::Pron)))
            return false;
        const OpenWord next = open(token + 1);
        return next.noun && (!next.adjective || has(token + 1, Tag::Noun));
    };
    if (word.adverb && !word.noun && !word.verb && !word.adjective)
        return WordClass::Adverb;
    if (word.verb && token > first_ && classes_[token - 1 - first_] == WordClass::Adverb && facts(token - 1).clitic)
        return WordClass::Verb; // "s'élève"
    switch (prev) {
    case WordClass::Hyphen:
        return word.adjective ? WordClass::Adjective : WordClass::Noun;
    case WordClass::Determiner:
    case WordClass::Possessive:
    case WordClass::Number:
        if (word.noun && !(word.adjective && nounNext()))
            return WordClass::Noun;
        if ((word.adjective || participle) && nounNext())
            return WordClass::Adjective;
        return finite && !word.adjective && !participle ? WordClass::Verb : WordClass::Noun;
    case WordClass::Preposition:
        if (infinitive || gerund)
            return WordClass::Verb;
        if (word.noun && !(word.adjective && nounNext()))
            return WordClass::Noun;
        return word.adjective || participle ? WordClass::Adjective : WordClass::Noun;
    case WordClass::Auxiliary:
    case WordClass::Negation:
        if (participle || infinitive || (finite && prev == WordClass::Negation))
            return WordClass::Verb;
        if (word.adjective)
            return WordClass::Adjective;
        return word.noun ? WordClass::Noun : word.verb ? WordClass::Verb : WordClass::Adjective;
    case WordClass::Modal:
    case WordClass::Verb:
        if (infinitive)
            return WordClass::Verb;
        break;
    case WordClass::Pronoun:
    case WordClass::Relative:
        if (finite || participle)
            return WordClass::Verb;
        break;
    case WordClass::Noun:
    case WordClass::Name:
    case WordClass::Adjective:
    case WordClass::Time: {
        const bool listed = lexicon_->hasAny(reading_->tokens[token].word, tagBit(Tag::Event) | tagBit(Tag::Say));
        if (participle && (listed || !word.adjective))
            return WordClass::Verb;
        if (gerund && !word.adjective && !word.noun)
            return WordClass::Verb;
        if (finite && !word.adjective) {
            // "les assaillants attaquent": no noun; "l'incendie ravage l'usine": an object follows
            const bool objectNext = token + 1 < end_ && marked(token + 1, Counts);
            if (!word.noun || objectNext)
                return WordClass::Verb;
        }
        if (word.adjective || participle)
            return WordClass::Adjective;
        break;
    }
    default: // the start, a comma, a conjunction, a subordinator
        if (word.noun && !(word.adjective && nounNext()))
            return WordClass::Noun;
        if (word.adjective && !participle)
            return WordClass::Adjective;
        break;
    }
    if (word.noun && !word.adjective)
        return WordClass::Noun;
    if (word.verb)
        return WordClass::Verb;
    return word.adjective ? WordClass::Adjective : word.noun ? WordClass::Noun : WordClass::Adverb;
}

} // namespace countercheck::claim
