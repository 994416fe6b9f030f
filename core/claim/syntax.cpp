// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/claim/syntax.h"

#include "core/text/utf8.h"

#include <algorithm>

namespace countercheck::claim {

using text::Tag;
using text::tagBit;
using text::Token;
using text::TokenKind;

std::string_view Syntax::lower(std::uint32_t token) const {
    return text::lowered(reading_->of(reading_->tokens[token]), buffer_);
}

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
    const auto form = [&](Tag tag, std::uint8_t bit) {
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

void Syntax::parse(const text::Reading& reading, const read::Mentions& mentions, std::uint32_t sentence) {
    reading_ = &reading;
    mentions_ = &mentions;
    lexicon_ = &text::Lexicon::of(reading.language);
    first_ = reading.sentences[sentence].firstToken;
    end_ = reading.sentences[sentence].endToken;
    std::uint32_t words = 0, capitals = 0;
    for (std::uint32_t i = first_; i < end_; ++i)
        if (reading.tokens[i].is(TokenKind::Word) && reading.tokens[i].end - reading.tokens[i].begin > 3) {
            ++words;
            capitals += reading.tokens[i].has(text::Capitalised) ? 1 : 0;
        }
    titleCase_ = words >= 4 && capitals * 3 > words * 2;
    classify();
    chunk();
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
            if (lexicon_->hasAny(next.word, tagBit(Tag::Aux) | tagBit(Tag::Modal) | tagBit(Tag::VerbPast)) &&
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

WordClass Syntax::classifyOpen(std::uint32_t token, const Open& word) const {
    const WordClass prev = before(token);
    const std::uint8_t forms = word.forms;
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

// --- chunks
// ------------------------------------------------------------------------------------------------------------

namespace {

bool inNounPhrase(WordClass c) {
    return c == WordClass::Noun || c == WordClass::Name || c == WordClass::Adjective || c == WordClass::Number ||
           c == WordClass::Hyphen || c == WordClass::Possessive;
}
bool inVerbGroup(WordClass c) {
    return c == WordClass::Verb || c == WordClass::Auxiliary || c == WordClass::Modal || c == WordClass::Negation ||
           c == WordClass::To;
}

} // namespace

void Syntax::chunk() {
    chunks_.clear();
    chunkOf_.assign(end_ - first_, none);
    const auto single = [&](std::uint32_t token, ChunkKind kind) {
        chunkOf_[token - first_] = static_cast<std::uint32_t>(chunks_.size());
        chunks_.push_back({kind, token, token + 1, token});
        return token + 1;
    };
    for (std::uint32_t i = first_; i < end_;) {
        switch (classOf(i)) {
        case WordClass::Noun:
        case WordClass::Name:
        case WordClass::Adjective:
        case WordClass::Determiner:
        case WordClass::Number:
        case WordClass::Possessive:
        case WordClass::Pronoun:
            i = nounPhrase(i);
            break;
        case WordClass::Verb:
        case WordClass::Auxiliary:
        case WordClass::Modal:
        case WordClass::Negation:
        case WordClass::To:
            i = verbGroup(i);
            break;
        case WordClass::Preposition:
            i = single(i, ChunkKind::Preposition);
            break;
        case WordClass::Conjunction:
            i = single(i, ChunkKind::Conjunction);
            break;
        case WordClass::Subordinator:
            i = single(i, ChunkKind::Subordinator);
            break;
        case WordClass::Relative:
            i = single(i, ChunkKind::Relative);
            break;
        case WordClass::Comma:
            i = single(i, ChunkKind::Comma);
            break;
        case WordClass::Time: {
            std::uint32_t e = i;
            while (e < end_ && classOf(e) == WordClass::Time)
                chunkOf_[e++ - first_] = static_cast<std::uint32_t>(chunks_.size());
            chunks_.push_back({ChunkKind::Time, i, e, e - 1});
            // "Sunday's attack": the time is inside the noun phrase that follows
            i = e;
            break;
        }
        case WordClass::Adverb:
        case WordClass::Quote:
            ++i;
            break;
        default:
            i = single(i, ChunkKind::Mark);
            break;
        }
    }
}

std::uint32_t Syntax::nounPhrase(std::uint32_t token) {
    const std::uint32_t begin = token;
    std::uint32_t head = none;
    std::uint32_t i = token;
    if (classOf(i) == WordClass::Pronoun) {
        head = i++;
    } else {
        for (; i < end_; ++i) {
            const WordClass c = classOf(i);
            if (c == WordClass::Quote ||
                (c == WordClass::Adverb && i + 1 < end_ && (inNounPhrase(classOf(i + 1)) && i > begin && head == none)))
                continue;
            if (c == WordClass::Determiner) {
                if (i != begin && classOf(i - 1) != WordClass::Determiner)
                    break;
                continue;
            }
            if (!inNounPhrase(c))
                break;
            if (c == WordClass::Number && head != none &&
                (classOf(head) == WordClass::Noun || classOf(head) == WordClass::Name) &&
                !(i > first_ && classOf(i - 1) == WordClass::Hyphen))
                break; // "on Monday three …": a new phrase begins with its own figure
            if (c == WordClass::Noun || c == WordClass::Name)
                head = i;
            else if (head == none || classOf(head) == WordClass::Number || classOf(head) == WordClass::Adjective)
                head = c == WordClass::Hyphen || c == WordClass::Possessive ? head : i;
        }
        while (i > begin + 1 && (classOf(i - 1) == WordClass::Quote || classOf(i - 1) == WordClass::Adverb))
            --i;
    }
    const auto index = static_cast<std::uint32_t>(chunks_.size());
    i = std::max(i, begin + 1);
    for (std::uint32_t k = begin; k < i; ++k)
        chunkOf_[k - first_] = index;
    chunks_.push_back({ChunkKind::NounPhrase, begin, i, head == none ? i - 1 : head});
    return i;
}

std::uint32_t Syntax::verbGroup(std::uint32_t token) {
    Chunk group{ChunkKind::VerbGroup, token, token, token};
    std::uint32_t i = token;
    bool be = false, have = false, auxiliary = false;
    std::uint32_t verb = none;
    for (; i < end_; ++i) {
        const WordClass c = classOf(i);
        if (c == WordClass::Adverb || c == WordClass::Quote) {
            bool goesOn = false;
            for (std::uint32_t k = i + 1; k < std::min(end_, i + 4); ++k) {
                if (inVerbGroup(classOf(k))) {
                    goesOn = true;
                    break;
                }
                if (classOf(k) != WordClass::Adverb && classOf(k) != WordClass::Quote)
                    break;
            }
            if (!goesOn || verb != none)
                break;
            continue;
        }
        if (!inVerbGroup(c))
            break;
        if (verb != none) {
            if (c == WordClass::To && i + 1 < end_) { // "are believed to be", "began to fall": another group
                break;
            }
            if (c != WordClass::Verb)
                break;
            const std::uint8_t forms = open(i).forms;
            const std::uint8_t earlier = open(verb).forms;
            if ((forms & text::VerbGerund) != 0 || (earlier & text::VerbBase) != 0)
                break;
        }
        if (c == WordClass::To)
            group.infinitive = true;
        else if (c == WordClass::Modal) {
            group.modal = true;
            group.future |= lower(i) == "will" || lower(i) == "shall";
            auxiliary = true;
        } else if (c == WordClass::Negation)
            group.negative = true;
        else if (c == WordClass::Auxiliary) {
            auxiliary = true;
            const std::string_view low = lower(i);
            if (lexicon_->has(reading_->tokens[i].word, Tag::Neg))
                group.negative = true;
            const std::string stem(low.substr(0, low.find('n') == low.size() - 3 ? low.size() - 3 : low.size()));
            be |= stem == "is" || stem == "are" || stem == "was" || stem == "were" || stem == "be" || stem == "been" ||
                  stem == "being" || stem == "am" || stem == "get" || stem == "got" || stem == "gets";
            have |= stem == "has" || stem == "have" || stem == "had" || stem == "having";
        } else {
            verb = i;
        }
    }
    while (i > token + 1 && (classOf(i - 1) == WordClass::Quote || classOf(i - 1) == WordClass::Adverb))
        --i;
    group.end = std::max(i, token + 1);
    group.head = verb != none ? verb : group.end - 1;
    group.perfect = have;
    if (verb != none) {
        const std::uint8_t forms = open(verb).forms;
        const bool part = (forms & text::VerbPastParticiple) != 0 || (forms & text::VerbPastTense) != 0;
        group.gerund = (forms & text::VerbGerund) != 0 && !auxiliary;
        group.passive = be && part && (forms & text::VerbGerund) == 0;
        if (!auxiliary && !group.infinitive && part && !group.gerund) {
            // Finite or a reduced passive? "gunmen kidnapped three people" has its object; "people kidnapped in the
            // raid" has none.
            const bool object = opensNounPhrase(group.end);
            const bool afterNoun = !chunks_.empty() && chunks_.back().kind == ChunkKind::NounPhrase;
            const bool patientVerb =
                lexicon_->has(reading_->tokens[verb].word, Tag::Event) &&
                lexicon_->value(lexicon_->lemma(reading_->tokens[verb].word), Tag::Role) != "theme";
            const bool byAgent = group.end < end_ && lower(group.end) == "by";
            if (!object && (byAgent || (patientVerb && afterNoun))) {
                group.participle = true;
                group.passive = true;
            }
        }
    }
    const auto index = static_cast<std::uint32_t>(chunks_.size());
    for (std::uint32_t k = token; k < group.end; ++k)
        chunkOf_[k - first_] = index;
    chunks_.push_back(group);
    return group.end;
}

// --- relations between chunks
// ------------------------------------------------------------------------------------------

std::uint32_t Syntax::chunkAt(std::uint32_t token) const {
    return token >= first_ && token < end_ ? chunkOf_[token - first_] : none;
}

/// A conjunction, or a comma between members of a list that a conjunction closes ("A, B and C").
bool Syntax::listLink(std::uint32_t link) const {
    if (chunks_[link].kind == ChunkKind::Conjunction)
        return true;
    if (chunks_[link].kind != ChunkKind::Comma)
        return false;
    for (std::uint32_t i = link + 1; i + 1 < chunks_.size(); i += 2) {
        if (chunks_[i].kind != ChunkKind::NounPhrase)
            return false;
        if (chunks_[i + 1].kind == ChunkKind::Conjunction)
            return i + 2 < chunks_.size() && chunks_[i + 2].kind == ChunkKind::NounPhrase;
        if (chunks_[i + 1].kind != ChunkKind::Comma)
            return false;
    }
    return false;
}

std::uint32_t Syntax::prepositionOf(std::uint32_t np) const {
    // A list behind one preposition ("in Diema and Nioro") shares it.
    std::uint32_t i = np;
    while (i > 0) {
        const Chunk& left = chunks_[i - 1];
        if (left.kind == ChunkKind::Preposition)
            return i - 1;
        if (i >= 2 && listLink(i - 1) && chunks_[i - 2].kind == ChunkKind::NounPhrase) {
            // "in A and B": only when the phrase is not a subject of its own
            const std::uint32_t after = np + 1;
            if (after < chunks_.size() && chunks_[after].kind == ChunkKind::VerbGroup && !chunks_[after].gerund &&
                !chunks_[after].infinitive && !chunks_[after].participle)
                return none;
            i -= 2;
            continue;
        }
        return none;
    }
    return none;
}

std::uint32_t Syntax::subjectOf(std::uint32_t vg) const {
    if (chunks_[vg].kind != ChunkKind::VerbGroup)
        return none;
    std::uint32_t i = vg;
    int steps = 0;
    while (i-- > 0 && ++steps < 24) {
        const Chunk& left = chunks_[i];
        switch (left.kind) {
        case ChunkKind::NounPhrase: {
            const std::uint32_t p = prepositionOf(i);
            if (p != none) { // inside a prepositional phrase: go on to what it hangs on
                i = p;
                break;
            }
            // the object of another verb of the same sentence part: "terrorists riding motorbikes took part"
            if (i > 0 && chunks_[i - 1].kind == ChunkKind::VerbGroup) {
                const Chunk& v = chunks_[i - 1];
                if (v.gerund || v.participle || v.infinitive) {
                    i = i - 1;
                    break;
                }
                // "police said 12 people were injured": what is said begins a clause of its own
                if (lexicon_->has(reading_->tokens[v.head].word, Tag::Say) && !chunks_[vg].participle)
                    return i;
                return none; // "X attacked Y kidnapped": not a subject that can be trusted
            }
            // an apposition between commas: "D., CEO of a plant, said"
            if (i >= 2 && chunks_[i - 1].kind == ChunkKind::Comma && chunks_[i - 2].kind == ChunkKind::NounPhrase &&
                i + 1 < chunks_.size() && i + 1 < vg &&
                std::any_of(chunks_.begin() + i + 1, chunks_.begin() + vg,
                            [](const Chunk& c) { return c.kind == ChunkKind::Comma; }) &&
                prepositionOf(i - 2) == none)
                return i - 2;
            return i;
        }
        case ChunkKind::Subordinator:
            return none;
        case ChunkKind::Mark:
            return none;
        case ChunkKind::Conjunction: // "attacked three sites and kidnapped": the subject of the verb before
            for (std::uint32_t k = i; k-- > 0;) {
                if (chunks_[k].kind == ChunkKind::VerbGroup && !chunks_[k].gerund && !chunks_[k].infinitive &&
                    !chunks_[k].participle)
                    return subjectOf(k);
                if (chunks_[k].kind == ChunkKind::Subordinator || chunks_[k].kind == ChunkKind::Mark)
                    return none;
            }
            return none;
        case ChunkKind::VerbGroup:
            if (chunks_[vg].infinitive || chunks_[vg].gerund)
                return subjectOf(i); // "are believed to be": the subject of the verb before
            if (left.gerund || left.participle || left.infinitive)
                break;
            return none;
        case ChunkKind::Relative: // "the attacks, which resulted in": the noun phrase before
            for (std::uint32_t k = i; k-- > 0;) {
                if (chunks_[k].kind == ChunkKind::NounPhrase)
                    return k;
                if (chunks_[k].kind != ChunkKind::Comma && chunks_[k].kind != ChunkKind::Preposition)
                    return none;
            }
            return none;
        case ChunkKind::Comma:
            // ", kidnapping civilians": a participle behind a comma takes the main clause's subject
            if (chunks_[vg].gerund && i > 0)
                for (std::uint32_t k = i; k-- > 0;)
                    if (chunks_[k].kind == ChunkKind::VerbGroup && !chunks_[k].gerund && !chunks_[k].infinitive &&
                        !chunks_[k].participle)
                        return subjectOf(k);
            break;
        case ChunkKind::Preposition:
        case ChunkKind::Time:
            break;
        }
    }
    return none;
}

std::uint32_t Syntax::objectOf(std::uint32_t vg) const {
    if (vg + 1 >= chunks_.size() || chunks_[vg].kind != ChunkKind::VerbGroup)
        return none;
    return chunks_[vg + 1].kind == ChunkKind::NounPhrase ? vg + 1 : none;
}

std::uint32_t Syntax::verbOfObject(std::uint32_t np) const {
    std::uint32_t i = np;
    while (i > 0) {
        const Chunk& left = chunks_[i - 1];
        if (left.kind == ChunkKind::VerbGroup)
            return i - 1;
        // a list of objects: "recorded 101 incidents and 222 casualties"
        if (i >= 2 && listLink(i - 1) && chunks_[i - 2].kind == ChunkKind::NounPhrase && prepositionOf(i - 2) == none) {
            if (np + 1 < chunks_.size() && chunks_[np + 1].kind == ChunkKind::VerbGroup && !chunks_[np + 1].gerund &&
                !chunks_[np + 1].infinitive && !chunks_[np + 1].participle)
                return none; // it is the subject of the next clause
            i -= 2;
            continue;
        }
        return none;
    }
    return none;
}

std::uint32_t Syntax::verbOfSubject(std::uint32_t np) const {
    if (prepositionOf(np) != none)
        return none;
    for (std::uint32_t i = np + 1; i < chunks_.size() && i < np + 24; ++i)
        if (chunks_[i].kind == ChunkKind::VerbGroup && subjectOf(i) == np && !chunks_[i].infinitive)
            return i;
    // subject inside a list: "one officer and two soldiers were killed"
    for (std::uint32_t i = np + 1; i < chunks_.size() && i < np + 8; ++i) {
        if (chunks_[i].kind == ChunkKind::VerbGroup) {
            const std::uint32_t s = subjectOf(i);
            if (s == none || s <= np)
                return none;
            for (std::uint32_t k = np + 1; k < s; ++k)
                if (chunks_[k].kind != ChunkKind::Conjunction && chunks_[k].kind != ChunkKind::Comma &&
                    chunks_[k].kind != ChunkKind::NounPhrase)
                    return none;
            return s > np + 1 ? i : none;
        }
        if (chunks_[i].kind == ChunkKind::Mark || chunks_[i].kind == ChunkKind::Subordinator)
            return none;
    }
    return none;
}

std::uint32_t Syntax::hostOf(std::uint32_t p) const {
    if (p == 0)
        return verbOfClause(p);
    const Chunk& left = chunks_[p - 1];
    if (left.kind == ChunkKind::NounPhrase || left.kind == ChunkKind::VerbGroup)
        return p - 1;
    return verbOfClause(p);
}

bool Syntax::startsClause(std::uint32_t i) const {
    const ChunkKind kind = chunks_[i].kind;
    if (kind == ChunkKind::Subordinator || kind == ChunkKind::Mark || kind == ChunkKind::Relative)
        return true;
    if (kind == ChunkKind::Comma || kind == ChunkKind::Conjunction) {
        // begins another clause when a finite verb with its own subject follows
        for (std::uint32_t k = i + 1; k < std::min<std::uint32_t>(static_cast<std::uint32_t>(chunks_.size()), i + 8);
             ++k) {
            const Chunk& c = chunks_[k];
            if (c.kind == ChunkKind::VerbGroup)
                return true;
            if (c.kind == ChunkKind::Comma || c.kind == ChunkKind::Mark || c.kind == ChunkKind::Subordinator ||
                c.kind == ChunkKind::Relative)
                return c.kind == ChunkKind::Subordinator;
        }
    }
    return false;
}

std::pair<std::uint32_t, std::uint32_t> Syntax::clauseOf(std::uint32_t chunk) const {
    if (chunks_.empty())
        return {first_, end_};
    std::uint32_t begin = chunk, end = chunk;
    while (begin > 0 && !startsClause(begin - 1))
        --begin;
    while (end + 1 < chunks_.size() && !startsClause(end + 1))
        ++end;
    return {chunks_[begin].first, chunks_[end].end};
}

std::uint32_t Syntax::verbOfClause(std::uint32_t chunk) const {
    for (std::uint32_t i = chunk; i-- > 0;) {
        if (chunks_[i].kind == ChunkKind::VerbGroup)
            return i;
        if (startsClause(i))
            break;
    }
    for (std::uint32_t i = chunk + 1; i < chunks_.size(); ++i) {
        if (chunks_[i].kind == ChunkKind::VerbGroup)
            return i;
        if (chunks_[i].kind == ChunkKind::Mark || chunks_[i].kind == ChunkKind::Subordinator)
            break;
    }
    return none;
}

// --- words
// -------------------------------------------------------------------------------------------------------------

std::string Syntax::nounLemma(std::uint32_t token) const {
    const text::WordId word = reading_->tokens[token].word;
    if (lexicon_->hasAny(word, tagBit(Tag::Noun) | tagBit(Tag::Plural)))
        return std::string(lexicon_->form(lexicon_->lemma(word)));
    const std::string low(lower(token));
    if (low == "people")
        return "person";
    if (const auto info = text::wordInfo(low); info && info->noun())
        return std::string(info->nounLemma);
    return low;
}

std::string Syntax::verbLemma(std::uint32_t token) const {
    const text::WordId word = reading_->tokens[token].word;
    if (lexicon_->hasAny(word, tagBit(Tag::Verb) | tagBit(Tag::VerbPast) | tagBit(Tag::VerbPart) |
                                   tagBit(Tag::VerbIng) | tagBit(Tag::VerbS))) {
        const std::string_view form = lexicon_->form(lexicon_->lemma(word));
        return std::string(form.substr(0, form.find(' ')));
    }
    const std::string low(lower(token));
    if (const auto info = text::wordInfo(low); info && info->verb())
        return std::string(info->verbLemma);
    return low;
}

std::string_view Syntax::eventOf(std::uint32_t token) const {
    // Phrases may begin a word earlier ("set on fire" from "set") or stand here.
    if (const auto phrase = lexicon_->matchPhrase(*reading_, token, tagBit(Tag::Event)))
        return lexicon_->value(phrase->entry, Tag::Event);
    return lexicon_->value(reading_->tokens[token].word, Tag::Event);
}

} // namespace countercheck::claim
