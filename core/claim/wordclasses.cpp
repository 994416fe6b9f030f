// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/claim/syntax.h"

#include <algorithm>

namespace countercheck::claim {

using text::Tag;
using text::tagBit;
using text::Token;
using text::TokenKind;

Syntax::Open Syntax::open(std::uint32_t token) const {
    const Token& t = reading_->tokens[token];
    Open out;
    const std::uint64_t tags = lexicon_->tags(t.word);
    const std::string_view low = lower(token);
    if (const auto info = text::wordInfo(low)) {
        out.noun = info->noun();
        out.verb = info->verb();
        out.adjective = info->adjective();
        out.adverb = info->adverb();
        out.forms = info->forms;
        out.nounWeight = info->frequency[0];
        out.verbWeight = info->frequency[1];
        out.adjectiveWeight = info->frequency[2];
    }
    if ((tags & (tagBit(Tag::Noun) | tagBit(Tag::Plural))) != 0) {
        out.noun = true;
        out.nounWeight = std::max(out.nounWeight, 40);
        out.forms |= (tags & tagBit(Tag::Plural)) != 0 ? text::NounPlural : text::NounSingular;
    }
    const auto form = [&](Tag tag, std::uint16_t bit) {
        if ((tags & tagBit(tag)) != 0) {
            out.verb = true;
            out.verbWeight = std::max(out.verbWeight, 40);
            out.forms |= bit;
        }
    };
    form(Tag::Verb, text::VerbBase);
    form(Tag::VerbS, text::VerbThird);
    form(Tag::VerbIng, text::VerbGerund);
    form(Tag::VerbPast, text::VerbPastTense);
    form(Tag::VerbPart, text::VerbPastParticiple);
    if (!out.noun && !out.verb && !out.adjective && !out.adverb) { // unknown: by its ending
        if (low.ends_with("ed"))
            out.verb = true, out.forms = text::VerbPastTense | text::VerbPastParticiple;
        else if (low.ends_with("ing"))
            out.verb = out.noun = true, out.forms = text::VerbGerund;
        else if (low.ends_with("ly"))
            out.adverb = true;
        else
            out.noun = true, out.forms = low.ends_with("s") ? text::NounPlural : text::NounSingular;
    }
    return out;
}

WordClass Syntax::before(std::uint32_t token) const {
    for (std::uint32_t i = token; i-- > first_;) {
        const WordClass c = classes_[i - first_];
        if (c != WordClass::Adverb && c != WordClass::Quote)
            return c;
    }
    return WordClass::Mark;
}

bool Syntax::opensNounPhrase(std::uint32_t token) const {
    if (token >= end_)
        return false;
    const Token& t = reading_->tokens[token];
    if (t.is(TokenKind::Number) || t.is(TokenKind::Currency) || t.is(TokenKind::OpenQuote))
        return true;
    if (!t.is(TokenKind::Word) && !t.is(TokenKind::Alnum))
        return false;
    if (t.has(text::Capitalised))
        return true;
    const std::uint64_t tags = lexicon_->tags(t.word);
    if ((tags & (tagBit(Tag::Det) | tagBit(Tag::Poss) | tagBit(Tag::Pron) | tagBit(Tag::Number) | tagBit(Tag::Vague) |
                 tagBit(Tag::Multiplier))) != 0)
        return true;
    if ((tags & (tagBit(Tag::Prep) | tagBit(Tag::Conj) | tagBit(Tag::Aux) | tagBit(Tag::Modal) | tagBit(Tag::Subord) |
                 tagBit(Tag::Wh) | tagBit(Tag::Adverb))) != 0)
        return (tags & tagBit(Tag::Hedge)) != 0 && token + 1 < end_ && opensNounPhrase(token + 1);
    const Open word = open(token);
    return word.noun || word.adjective;
}

bool Syntax::baseVerb(std::uint32_t token) const {
    if (token >= end_ || !reading_->tokens[token].is(TokenKind::Word))
        return false;
    const std::uint64_t tags = lexicon_->tags(reading_->tokens[token].word);
    if ((tags & (tagBit(Tag::Det) | tagBit(Tag::Prep) | tagBit(Tag::Number) | tagBit(Tag::Poss))) != 0)
        return false;
    if ((tags & tagBit(Tag::Aux)) != 0)
        return true;
    const Open word = open(token);
    return word.verb && (word.forms & text::VerbBase) != 0;
}

void Syntax::classify() {
    classes_.assign(end_ - first_, WordClass::Mark);
    std::vector<bool> fixed(end_ - first_, false);
    const auto fix = [&](std::uint32_t first, std::uint32_t end, WordClass c) {
        for (std::uint32_t i = std::max(first, first_); i < std::min(end, end_); ++i)
            if (!fixed[i - first_]) {
                fixed[i - first_] = true;
                classes_[i - first_] = c;
            }
    };
    // Mentions are in order of place: only those of this sentence are visited.
    const std::uint32_t at = reading_->tokens[first_].begin;
    const auto from = [&](const auto& list) {
        return std::lower_bound(list.begin(), list.end(), at, [&](const auto& m, std::uint32_t value) {
            return reading_->tokens[m.firstToken].begin < value;
        });
    };
    for (auto t = from(mentions_->times); t != mentions_->times.end() && t->firstToken < end_; ++t)
        fix(t->firstToken, t->endToken, WordClass::Time);
    for (auto f = from(mentions_->figures); f != mentions_->figures.end() && f->firstToken < end_; ++f) {
        // The hedge belongs to its figure's phrase ("at least three people"), not to a prepositional phrase of its own.
        std::uint32_t first = f->firstToken;
        while (first > first_ && reading_->tokens[first - 1].begin >= f->phrase.begin)
            --first;
        fix(first, f->endToken, f->kind == read::FigureKind::Age ? WordClass::Adjective : WordClass::Number);
    }
    for (auto n = from(mentions_->names); n != mentions_->names.end() && n->firstToken < end_; ++n)
        fix(n->firstToken, n->endToken,
            n->kind == read::NameKind::Nationality ? WordClass::Adjective : WordClass::Name);
    for (std::uint32_t i = first_; i < end_; ++i) {
        if (const auto mark = lexicon_->matchPhrase(*reading_, i, tagBit(Tag::SetMark));
            mark && lexicon_->value(mark->entry, Tag::SetMark) == "so-far" &&
            lower(mark->endToken - 1) != "of") // "so far": no clause begins with that "so"
            fix(i, mark->endToken, WordClass::Adverb);
        if (const auto phrase = lexicon_->matchPhrase(*reading_, i, tagBit(Tag::Event));
            phrase &&
            lexicon_->hasAny(phrase->entry, tagBit(Tag::Verb) | tagBit(Tag::VerbS) | tagBit(Tag::VerbIng) |
                                                tagBit(Tag::VerbPast) | tagBit(Tag::VerbPart)) &&
            lexicon_->has(reading_->tokens[phrase->endToken - 1].word, Tag::Adverb))
            fix(phrase->endToken - 1, phrase->endToken, WordClass::Adverb); // "cut off 40 villages": a particle
    }
    for (std::uint32_t i = first_; i < end_; ++i)
        if (!fixed[i - first_])
            classes_[i - first_] = classifyWord(i);
}

WordClass Syntax::classifyWord(std::uint32_t token) const {
    const Token& t = reading_->tokens[token];
    switch (t.kind) {
    case TokenKind::Number:
        return WordClass::Number;
    case TokenKind::Alnum:
        return reading_->text[t.begin] >= '0' && reading_->text[t.begin] <= '9' ? WordClass::Number : WordClass::Name;
    case TokenKind::Hyphen:
        return WordClass::Hyphen;
    case TokenKind::Apostrophe:
        return t.end - t.begin > 1 || before(token) == WordClass::Noun || before(token) == WordClass::Name
                   ? WordClass::Possessive
                   : WordClass::Quote;
    case TokenKind::OpenQuote:
    case TokenKind::CloseQuote:
        return WordClass::Quote;
    case TokenKind::Comma:
        return WordClass::Comma;
    case TokenKind::Percent:
    case TokenKind::Currency:
        return WordClass::Number;
    case TokenKind::Word:
        break;
    default:
        return WordClass::Mark;
    }
    const std::uint64_t tags = lexicon_->tags(t.word);
    const auto has = [&](Tag tag) { return (tags & tagBit(tag)) != 0; };
    const WordClass prev = before(token);
    const bool afterDeterminer =
        prev == WordClass::Determiner || prev == WordClass::Possessive || prev == WordClass::Adjective;
    if (has(Tag::Neg) && !has(Tag::Det) && !has(Tag::Pron))
        return has(Tag::Aux) ? WordClass::Auxiliary : WordClass::Negation;
    if (has(Tag::Modal) && !afterDeterminer)
        return WordClass::Modal;
    if (has(Tag::Aux))
        return WordClass::Auxiliary;
    if (lower(token) == "to")
        return baseVerb(token + 1) || (token + 2 < end_ && baseVerb(token + 2) &&
                                       lexicon_->has(reading_->tokens[token + 1].word, Tag::Adverb))
                   ? WordClass::To
                   : WordClass::Preposition;
    if (has(Tag::Wh))
        return WordClass::Relative;
    if (lower(token) == "that") {
        if (prev == WordClass::Noun || prev == WordClass::Name)
            return WordClass::Relative;
        if (prev == WordClass::Verb)
            return WordClass::Subordinator;
        return WordClass::Determiner;
    }
    if (has(Tag::Poss) && !has(Tag::Pron))
        return WordClass::Determiner;
    if (lower(token) == "her")
        return opensNounPhrase(token + 1) ? WordClass::Determiner : WordClass::Pronoun;
    if (has(Tag::Det)) {
        if (has(Tag::Pron) && !opensNounPhrase(token + 1))
            return WordClass::Pronoun;
        return WordClass::Determiner;
    }
    if (has(Tag::Number) || has(Tag::Multiplier) || has(Tag::Vague))
        return WordClass::Number;
    if (has(Tag::Conj))
        return WordClass::Conjunction;
    if (has(Tag::Prep) && has(Tag::Subord)) { // since, before, after, until, as: by what follows
        const bool noun =
            token + 1 < end_ && (classes_[token + 1 - first_] == WordClass::Time || opensNounPhrase(token + 1));
        if (!noun)
            return WordClass::Subordinator;
        for (std::uint32_t i = token + 1; i < std::min(end_, token + 7); ++i) { // "after rebels blew up the bridge"
            const Token& next = reading_->tokens[i];
            if (next.is(TokenKind::Comma) || next.is(TokenKind::Stop) || lexicon_->has(next.word, Tag::Prep))
                break;
            const bool third = lexicon_->has(next.word, Tag::VerbS) &&
                               !lexicon_->hasAny(next.word, tagBit(Tag::Noun) | tagBit(Tag::Plural));
            if ((third || lexicon_->hasAny(next.word, tagBit(Tag::Aux) | tagBit(Tag::Modal) | tagBit(Tag::VerbPast))) &&
                i > token + 1)
                return WordClass::Subordinator;
        }
        return WordClass::Preposition;
    }
    if (has(Tag::Prep) && !(has(Tag::Adverb) && !opensNounPhrase(token + 1)))
        return WordClass::Preposition;
    if (has(Tag::Subord))
        return WordClass::Subordinator;
    if (has(Tag::Pron))
        return WordClass::Pronoun;
    if (has(Tag::Hedge) && opensNounPhrase(token + 1))
        return WordClass::Adverb;
    const bool sentenceStart = token == first_ || prev == WordClass::Quote;
    if (t.has(text::Capitalised) && !sentenceStart && !titleCase_)
        return WordClass::Name;
    if (has(Tag::Adverb))
        return WordClass::Adverb;
    return classifyOpen(token, open(token));
}

/// "do", "does", "did" (with "not" or an adverb between) before the token: a verb must follow.
bool Syntax::doSupport(std::uint32_t token) const {
    for (std::uint32_t i = token; i-- > first_ && i + 4 > token;) {
        const WordClass c = classes_[i - first_];
        if (c == WordClass::Auxiliary) {
            const std::string_view low = lower(i);
            return low.starts_with("do") || low.starts_with("did");
        }
        if (c != WordClass::Negation && c != WordClass::Adverb)
            return false;
    }
    return false;
}

WordClass Syntax::classifyOpen(std::uint32_t token, const Open& word) const {
    const WordClass prev = before(token);
    const std::uint16_t forms = word.forms;
    const bool past = (forms & (text::VerbPastTense | text::VerbPastParticiple)) != 0;
    const bool gerund = (forms & text::VerbGerund) != 0;
    const bool nounNext = opensNounPhrase(token + 1);
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
            if (nounNext && token + 1 < end_ &&
                lexicon_->hasAny(reading_->tokens[token + 1].word,
                                 tagBit(Tag::Det) | tagBit(Tag::Poss) | tagBit(Tag::Number)))
                return WordClass::Verb;
            return WordClass::Noun;
        }
        if (word.verb && (forms & text::VerbBase) != 0) {
            const bool pluralSubject = prev == WordClass::Pronoun || prev == WordClass::Relative ||
                                       (token > first_ && (open(token - 1).forms & text::NounPlural) != 0);
            if (pluralSubject && (!word.noun || word.verbWeight >= word.nounWeight ||
                                  lexicon_->has(reading_->tokens[token].word, Tag::Say)))
                return WordClass::Verb;
        }
        break;
    default: // the start, a comma, a conjunction
        if (past && !(word.adjective && nounNext && word.adjectiveWeight > word.verbWeight))
            return nounNext || !word.noun ? WordClass::Verb : WordClass::Noun;
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

} // namespace countercheck::claim
