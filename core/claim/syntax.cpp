// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/claim/syntax.h"

#include <algorithm>

namespace countercheck::claim {

using text::Tag;
using text::tagBit;

void Syntax::begin(const text::Reading& reading, const read::Mentions& mentions, std::uint32_t sentence) {
    reading_ = &reading;
    mentions_ = &mentions;
    grammar_ = &Grammar::of(reading.language);
    lexicon_ = &grammar_->lexicon();
    first_ = reading.sentences[sentence].firstToken;
    end_ = reading.sentences[sentence].endToken;
    std::unique_ptr<Decided>& decided = both_[grammar_->english() ? 0 : 1];
    if (!decided)
        decided = std::make_unique<Decided>(*grammar_);
    decided_ = decided.get();
    titleCase_ = false;
    shape(true);
    if (titleCase_)
        shape(false);
}

void Syntax::parse(const InSentence& in) {
    classify(in);
    chunk();
}

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
            if (after < chunks_.size() && chunks_[after].kind == ChunkKind::VerbGroup && chunks_[after].finite())
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
                if (!v.finite()) {
                    i = i - 1;
                    break;
                }
                // "police said 12 people were injured": what is said begins a clause of its own
                if (has(v.head, Tag::Say) && !chunks_[vg].participle)
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
        case ChunkKind::Mark:
            return none;
        case ChunkKind::Conjunction: // "attacked three sites and kidnapped": the subject of the verb before
            for (std::uint32_t k = i; k-- > 0;) {
                if (chunks_[k].kind == ChunkKind::VerbGroup && chunks_[k].finite())
                    return subjectOf(k);
                if (chunks_[k].kind == ChunkKind::Subordinator || chunks_[k].kind == ChunkKind::Mark)
                    return none;
            }
            return none;
        case ChunkKind::VerbGroup:
            if (chunks_[vg].infinitive || chunks_[vg].gerund)
                return subjectOf(i); // "are believed to be": the subject of the verb before
            if (!left.finite())
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
                    if (chunks_[k].kind == ChunkKind::VerbGroup && chunks_[k].finite())
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
            if (np + 1 < chunks_.size() && chunks_[np + 1].kind == ChunkKind::VerbGroup && chunks_[np + 1].finite())
                return none; // it is the subject of the next clause
            i -= 2;
            continue;
        }
        break;
    }
    // "the three people whom gunmen took": the object stands before its clause
    if (i == np && np + 3 < chunks_.size() && chunks_[np + 1].kind == ChunkKind::Relative &&
        chunks_[np + 2].kind == ChunkKind::NounPhrase && chunks_[np + 3].kind == ChunkKind::VerbGroup &&
        !chunks_[np + 3].infinitive && !chunks_[np + 3].gerund &&
        (!chunks_[np + 3].passive || chunks_[np + 3].participle) && objectOf(np + 3) == none &&
        !(np > 0 && chunks_[np - 1].kind == ChunkKind::VerbGroup))
        return np + 3;
    return none;
}

std::uint32_t Syntax::verbOfSubject(std::uint32_t np) const {
    if (prepositionOf(np) != none)
        return none;
    // "two men suspected of the murder were arrested": what happened to them is the main verb, unless the participle
    // names an event itself ("three people killed in the raid were buried").
    std::uint32_t aside = none;
    for (std::uint32_t i = np + 1; i < chunks_.size() && i < np + 24; ++i)
        if (chunks_[i].kind == ChunkKind::VerbGroup && !chunks_[i].infinitive && subjectOf(i) == np) {
            if (chunks_[i].finite() || (chunks_[i].participle && eventOf(chunks_[i].head) != 0))
                return i;
            if (aside == none)
                aside = i;
        }
    if (aside != none)
        return aside;
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
    // "14 people were killed, including three children": what the part is of
    if (chunks_[p].prep == Prep::Including && left.kind == ChunkKind::Comma && p >= 2 &&
        (chunks_[p - 2].kind == ChunkKind::NounPhrase || chunks_[p - 2].kind == ChunkKind::VerbGroup))
        return p - 2;
    return verbOfClause(p);
}

bool Syntax::startsClause(std::uint32_t i) const {
    const Chunk& chunk = chunks_[i];
    if (chunk.startsClause == 0)
        chunk.startsClause = findStart(i) ? 2 : 1;
    return chunk.startsClause == 2;
}

bool Syntax::findStart(std::uint32_t i) const {
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

text::WordId Syntax::nounLemma(std::uint32_t token) const {
    const text::WordId word = reading_->tokens[token].word;
    if (!grammar_->english()) // one form is a noun's and a verb's: "blessées"
        if (const text::WordId lemma = lexicon_->nounLemma(word); lemma != 0)
            return lemma;
    if (lexicon_->hasAny(word, tagBit(Tag::Noun) | tagBit(Tag::Plural)))
        return lexicon_->lemma(word);
    const text::WordId lemma = lexicon_->nounLemma(word);
    return lemma != 0 ? lemma : word;
}

text::WordId Syntax::verbLemma(std::uint32_t token) const {
    const text::WordId word = reading_->tokens[token].word;
    if (!grammar_->english() && facts(token).helper == Helper::Be)
        return lexicon_->find("être"); // "étaient" is a form of "étayer", too
    if (!grammar_->english())
        if (const text::WordId lemma = lexicon_->verbLemma(word); lemma != 0)
            return lemma;
    if (lexicon_->hasAny(word, tagBit(Tag::Verb) | tagBit(Tag::VerbPast) | tagBit(Tag::VerbPart) |
                                   tagBit(Tag::VerbIng) | tagBit(Tag::VerbS)))
        return lexicon_->lemma(word);
    const text::WordId lemma = lexicon_->verbLemma(word);
    return lemma != 0 ? lemma : word;
}

std::uint8_t Syntax::eventOf(std::uint32_t token) const {
    // Phrases may begin a word earlier ("set on fire" from "set") or stand here.
    const text::Token& t = reading_->tokens[token];
    if (!t.may(text::HintEvent))
        return 0;
    if (t.may(text::HintPhrase))
        if (const auto phrase = lexicon_->matchPhrase(*reading_, token, tagBit(Tag::Event)))
            return (*grammar_)[phrase->entry].event;
    const Facts& fact = facts(token);
    // "strike": the verb attacks; the noun, listed as an event of no class of its own, may be a walkout.
    if (fact.event != 0 && fact.kind == Kind::Event && classOf(token) == WordClass::Noun &&
        lexicon_->hasAny(reading_->tokens[token].word, tagBit(Tag::Verb) | tagBit(Tag::VerbS)))
        return 0;
    return fact.event;
}

} // namespace countercheck::claim
