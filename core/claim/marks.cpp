// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/claim/assembler.h"

#include "core/claim/parts.h"
#include "core/text/utf8.h"

namespace countercheck::claim {

using read::Figure;
using text::Tag;
using text::tagBit;
using text::Token;
using text::TokenKind;

std::string_view Assembler::headClass(std::uint32_t token, text::WordId word) const {
    if (const auto value = lexicon_.value(word, Tag::Class); !value.empty())
        return value;
    if (token != Syntax::none && parsed_ && token >= first_ && token < end_ &&
        syntax_.classOf(token) == WordClass::Name)
        return {};
    switch (lexicon_.use(word).nounField) {
    case text::Field::Person:
        return "person";
    case text::Field::Animal:
        return "animal";
    case text::Field::Group:
        return "group";
    case text::Field::Artifact:
        return "artifact";
    case text::Field::Event:
    case text::Field::Act:
        return "event";
    case text::Field::Time:
        return "time";
    case text::Field::Communication:
        return "communication";
    default:
        return {};
    }
}

Assembler::Noun Assembler::nounAt(std::uint32_t token) {
    const text::WordId lemma = syntax().nounLemma(token);
    return {lemma, lemma == 0 ? lemmaOf(0, token) : Words(lexicon_.form(lemma)), lemmaOf(lemma, token)};
}

/// @param lemma  lower case, held by the mentions
Assembler::Noun Assembler::nounNamed(std::string_view lemma) const {
    text::WordId word = lexicon_.findWord(lemma);
    if (lexicon_.has(word, Tag::Plural) && grammar_[word].kind == Kind::Person && lexicon_.lemma(word) != word)
        word = lexicon_.lemma(word); // "people"
    if (word == 0)
        return {0, lemma, lemma};
    const std::string_view across = lexicon_.value(word, Tag::Label);
    return {word, lexicon_.form(word), across.empty() ? lexicon_.form(word) : across};
}

void Assembler::setHead(Claim& claim, const Noun& noun, std::uint32_t token) const {
    claim.slot.head = noun.head;
    claim.slot.noun = noun.own;
    claim.slot.nounWord = noun.word;
    claim.slot.headClass = noun.own.empty() ? std::string_view{} : headClass(token, noun.word);
}

/// "420 passengers and crew": is the bare noun behind the noun phrase counted with its own?
bool Assembler::countsBoth(std::uint32_t np) const {
    const auto& chunks = syntax_.chunks();
    const Chunk& second = chunks[np + 2];
    if (chunks[np + 1].kind != ChunkKind::Conjunction || second.kind != ChunkKind::NounPhrase ||
        second.first != second.head || syntax_.classOf(second.head) != WordClass::Noun ||
        !oneOf(reading_.of(reading_.tokens[chunks[np + 1].first]), {"and", "et"}))
        return false;
    const bool saysItself = syntax_.verbOfObject(np) != Syntax::none && np + 3 < chunks.size() &&
                            chunks[np + 3].kind == ChunkKind::VerbGroup; // "killed 12 soldiers and police said"
    return !saysItself && oneOf(headClass(second.head, syntax_.nounLemma(second.head)), {"person", "group"});
}

void Assembler::marksOf(const Figure& figure, std::uint32_t np, Claim& claim) {
    SetMarks& m = claim.marks;
    const Syntax& parse = syntax();
    const auto& chunks = parse.chunks();
    const std::uint32_t first = np != Syntax::none ? chunks[np].first : figure.firstToken;
    const std::uint32_t end = np != Syntax::none ? chunks[np].end : figure.endToken;
    const auto mark = [&](Mark value) {
        m.ofThem |= value == Mark::OfThem;
        m.other |= value == Mark::Other;
        m.more |= value == Mark::More;
        m.soFar |= value == Mark::SoFar;
        m.total |= value == Mark::Total;
    };
    const auto phraseMark = [&](std::uint32_t t) {
        if (!parse.marked(t, StartsMark))
            return false;
        const auto phrase = lexicon_.matchPhrase(reading_, t, tagBit(Tag::SetMark));
        if (phrase)
            mark(grammar_[phrase->entry].mark);
        return phrase.has_value();
    };
    const auto each = [&](std::uint32_t t) { m.each |= facts(t).telling == Telling::Each; };
    const bool any = parse.anyMarked(Parts | Tells | StartsMark); // else no word of the sentence marks anything
    for (std::uint32_t t = any ? first : end; t < end; ++t) {
        if (!parse.marked(t, Parts | Tells | StartsMark))
            continue;
        if (reading_.tokens[t].begin >= figure.phrase.begin && t < figure.endToken)
            continue; // the hedge: the "more" of "more than 100" counts nobody further
        if (!phraseMark(t))
            mark(facts(t).mark);
        each(t);
    }
    // before the phrase: "including two", "among them three", "another 12"
    for (std::uint32_t t = first; t-- > first_ && t + 4 > first;) {
        if (reading_.tokens[t].is(TokenKind::Comma) && t + 1 != first)
            break;
        if (!parse.marked(t, Parts | StartsMark))
            continue;
        if (const auto phrase = lexicon_.match(reading_, t, tagBit(Tag::SetMark)); phrase && phrase->endToken <= first)
            mark(grammar_[phrase->entry].mark);
    }
    // behind it: "three of them", "12 of whom", "two each", "trois de plus"
    for (const std::uint32_t t : {figure.endToken, end})
        if (t < end_ &&
            reading_.tokens[t].begin >= figure.phrase.end) { // the "per" of "88 miles per hour" is the figure's own
            phraseMark(t);
            each(t);
        }
    for (std::uint32_t t = end; t < std::min(end + 4, end_) && !reading_.tokens[t].is(TokenKind::Comma);
         ++t) // "two militants were among the dead"
        m.ofThem |= parse.marked(t, Governs) && facts(t).prep == Prep::Among;
    // "two women and a man": members of a sum
    if (np != Syntax::none && claim.slot.headClass == "person") {
        const auto person = [&](std::uint32_t c) {
            if (c >= chunks.size() || chunks[c].kind != ChunkKind::NounPhrase ||
                parse.classOf(chunks[c].head) != WordClass::Noun)
                return false;
            const text::WordId word = parse.nounLemma(chunks[c].head);
            // "14 dead and 30 wounded", "14 morts et 30 blessés": two counts, no sum.
            const Facts &fact = grammar_[word], &form = facts(chunks[c].head);
            for (const std::uint8_t other : {fact.event, fact.roleEvent, form.roleEvent})
                if (other != 0 && grammar_.eventName(other) != claim.slot.event)
                    return false;
            return headClass(chunks[c].head, word) == "person" &&
                   (word == 0 || lexicon_.form(word) != claim.slot.noun) &&
                   (has(chunks[c].first, Tag::Det) || parse.classOf(chunks[c].first) == WordClass::Number);
        };
        m.listed = (np + 1 < chunks.size() && chunks[np + 1].kind == ChunkKind::Conjunction && person(np + 2)) ||
                   (np >= 2 && chunks[np - 1].kind == ChunkKind::Conjunction && person(np - 2));
        if (const std::uint32_t second = np + 2; !m.listed && second < chunks.size() && countsBoth(np))
            m.kinds.push_back("and " + std::string(reading_.of(reading_.tokens[chunks[second].head])));
    }
    if (figure.endToken + 1 < end_ && facts(figure.endToken).prep == Prep::Of &&
        parse.classOf(figure.endToken + 1) == WordClass::Number)
        m.ofThem = true; // "178 of 369 blows"
    // "the toll rose to 61, with 20 still missing": these did not rise
    const std::uint32_t preposition = np != Syntax::none ? parse.prepositionOf(np) : Syntax::none;
    const bool aside = preposition != Syntax::none && besides(preposition);
    // the clause: "so far", "in total", "has risen to"
    const auto clause = any && np != Syntax::none ? parse.clauseOf(np) : std::pair{first_, end_};
    for (std::uint32_t t = any ? clause.first : clause.second; t < clause.second; ++t) {
        if (parse.marked(t, StartsMark))
            if (const auto phrase = lexicon_.matchPhrase(reading_, t, tagBit(Tag::SetMark) | tagBit(Tag::Growth))) {
                const Facts& fact = grammar_[phrase->entry];
                if (fact.mark == Mark::SoFar || fact.mark == Mark::Total)
                    mark(fact.mark);
                m.growth |= !aside && (fact.telling == Telling::Up || fact.telling == Telling::SoFar) &&
                            t < figure.firstToken + 6;
            }
        if (!parse.marked(t, Tells) || facts(t).telling != Telling::Each || facts(t).prep != Prep::None ||
            (t >= figure.firstToken && reading_.tokens[t].begin < figure.phrase.end))
            continue;
        bool ofAnother = false; // "62 turbines, each 236 metres tall"
        for (std::uint32_t i = in_.figures.first; i < in_.figures.end; ++i)
            ofAnother |= mentions_.figures[i].firstToken == t + 1 && t + 1 != figure.firstToken;
        // "Executed two of them with a single bullet each": so many for each of the two
        if (const std::uint32_t before = t > end ? parse.chunkAt(t - 1) : Syntax::none; before != Syntax::none)
            ofAnother |= before != np && chunks[before].kind == ChunkKind::NounPhrase &&
                         chunks[before].first != chunks[before].head &&
                         oneOf(reading_.of(reading_.tokens[chunks[before].first]), {"a", "an", "one", "un", "une"});
        m.each |= !ofAnother;
    }
    // "its predecessor cost 480 million", "neighbouring Sund has reported nine deaths"
    if (parse.anyMarked(Parts)) {
        // "Rival gangs fought" are rivals of each other.
        const auto beside = [&](std::uint32_t t) {
            const bool mutual = t + 1 < end_ && parse.classOf(t + 1) == WordClass::Noun &&
                                !reading_.tokens[t + 1].has(text::Capitalised) &&
                                parse.nounLemma(t + 1) != reading_.tokens[t + 1].word;
            return facts(t).mark == Mark::Beside && !mutual;
        };
        for (std::uint32_t t = clause.first; t < std::min(first, figure.firstToken); ++t)
            m.other |= beside(t);
        if (np != Syntax::none)
            if (const std::uint32_t verb = parse.verbOfClause(np); verb != Syntax::none)
                if (const std::uint32_t subject = parse.subjectOf(verb); subject != Syntax::none && subject != np)
                    for (std::uint32_t t = chunks[subject].first; t < chunks[subject].end; ++t)
                        m.other |= beside(t);
    }
    // A share is always of something; "a $4 billion takeover of the brewer".
    if (claim.kind == ClaimKind::Percentage || (claim.kind == ClaimKind::Money && end > figure.endToken))
        m.ofThem = false;
}

/// What narrows the counted noun: its modifiers, and nationalities of people, which are marks.
void Assembler::modifiersOf(const Figure& figure, std::uint32_t np, Claim& claim) {
    const Syntax& parse = syntax();
    const auto& chunks = parse.chunks();
    const std::uint32_t end = np != Syntax::none ? chunks[np].end : figure.endToken;
    for (std::uint32_t t = figure.endToken; t < end; ++t) {
        const Token& token = reading_.tokens[t];
        const WordClass c = parse.classOf(t);
        if (!token.is(TokenKind::Word) || c == WordClass::Number || figure.counted.contains(token.begin))
            continue;
        if (const Facts& fact = facts(t); // "left 12 people dead" narrows nothing
            np != Syntax::none && t > chunks[np].head && fact.part == Part::Patient && fact.roleEvent != 0)
            continue;
        if (has(t, Tag::Nationality) || (token.has(text::Capitalised) && c == WordClass::Adjective)) {
            if (!compared_)
                continue;
            std::string buffer;
            claim.marks.kinds.emplace_back(has(t, Tag::Nationality)
                                               ? std::string(lemmaOf(lexicon_.lemma(token.word), t))
                                               : std::string(text::lowered(reading_.of(token), buffer)));
        } else if (t > first_ && reading_.tokens[t - 1].is(text::TokenKind::Hyphen)) {
            continue; // "Soviet-era tanks", "20-odd": the half of a compound narrows nothing
        } else if ((t != chunks[np].head || sharesHead(figure)) &&
                   (c == WordClass::Adjective || c == WordClass::Noun)) {
            const text::WordId word = c == WordClass::Noun ? parse.nounLemma(t) : token.word;
            Words own = lemmaOf(word, t);
            if (oneOf(own, {"co", "ex"}) && reading_.tokens[t + 1].is(text::TokenKind::Hyphen))
                own = out_.words.keep(own, "-"); // "co-workers"
            claim.slot.modifiers =
                claim.slot.modifiers.empty() ? own : Words(out_.words.keep(claim.slot.modifiers, " ", own));
        }
    }
}

} // namespace countercheck::claim
