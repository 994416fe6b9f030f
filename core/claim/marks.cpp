// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/claim/assembler.h"

#include "core/claim/parts.h"

#include <algorithm>

namespace countercheck::claim {

using read::Figure;
using text::Tag;
using text::tagBit;
using text::Token;
using text::TokenKind;

std::string_view Assembler::headClass(std::uint32_t token, const std::string& lemma) const {
    const text::WordId word = lexicon_.find(lemma);
    if (const auto value = lexicon_.value(word, Tag::Class); !value.empty())
        return value;
    if (token != Syntax::none && syntax_.classOf(token) == WordClass::Name)
        return {};
    if (const auto info = text::wordInfo(lemma))
        switch (info->nounField) {
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
            break;
        }
    return {};
}

void Assembler::marksOf(const Figure& figure, std::uint32_t np, Claim& claim) const {
    SetMarks& m = claim.marks;
    const text::Sentence& s = reading_.sentences[sentence_];
    const auto& chunks = syntax_.chunks();
    const std::uint32_t first = np != Syntax::none ? chunks[np].first : figure.firstToken;
    const std::uint32_t end = np != Syntax::none ? chunks[np].end : figure.endToken;
    const auto mark = [&](std::string_view value) {
        m.ofThem |= value == "of-them" || value == "including" || value == "among";
        m.other |= value == "other" || value == "another";
        m.more |= value == "more";
        m.soFar |= value == "so-far";
        m.total |= value == "total";
    };
    for (std::uint32_t t = first; t < end; ++t) {
        if (reading_.tokens[t].begin >= figure.phrase.begin && t < figure.endToken)
            continue; // the hedge: the "more" of "more than 100" counts nobody further
        mark(lexicon_.value(reading_.tokens[t].word, Tag::SetMark));
        const std::string_view low = syntax_.lower(t);
        m.each |= low == "each" || low == "every" || low == "per";
    }
    // before the phrase: "including two", "among them three", "another 12"
    for (std::uint32_t t = first; t-- > s.firstToken && t + 4 > first;) {
        if (reading_.tokens[t].is(TokenKind::Comma) && t + 1 != first)
            break;
        if (const auto phrase = lexicon_.match(reading_, t, tagBit(Tag::SetMark)); phrase && phrase->endToken <= first)
            mark(lexicon_.value(phrase->entry, Tag::SetMark));
    }
    // behind it: "three of them", "12 of whom", "two each"
    const auto behind = [&](std::uint32_t t) {
        if (t >= s.endToken)
            return;
        if (const auto phrase = lexicon_.matchPhrase(reading_, t, tagBit(Tag::SetMark)))
            mark(lexicon_.value(phrase->entry, Tag::SetMark));
        m.each |= syntax_.lower(t) == "each" || syntax_.lower(t) == "apiece" || syntax_.lower(t) == "per";
    };
    behind(figure.endToken);
    behind(end);
    for (std::uint32_t t = end; t < std::min(end + 4, s.endToken); ++t) // "two militants were among the dead"
        m.ofThem |= syntax_.lower(t) == "among";
    // "two women and a man": members of a sum
    if (np != Syntax::none) {
        const auto person = [&](std::uint32_t c) {
            return c < chunks.size() && chunks[c].kind == ChunkKind::NounPhrase && c != np &&
                   syntax_.classOf(chunks[c].head) == WordClass::Noun &&
                   headClass(chunks[c].head, syntax_.nounLemma(chunks[c].head)) == "person" &&
                   syntax_.nounLemma(chunks[c].head) != claim.slot.head &&
                   (lexicon_.has(reading_.tokens[chunks[c].first].word, Tag::Det) ||
                    syntax_.classOf(chunks[c].first) == WordClass::Number);
        };
        const bool link = np + 1 < chunks.size() && chunks[np + 1].kind == ChunkKind::Conjunction && person(np + 2);
        const bool linked = np >= 2 && chunks[np - 1].kind == ChunkKind::Conjunction && person(np - 2);
        m.listed = claim.slot.headClass == "person" && (link || linked);
    }
    if (figure.endToken + 1 < s.endToken && syntax_.lower(figure.endToken) == "of" &&
        syntax_.classOf(figure.endToken + 1) == WordClass::Number)
        m.ofThem = true; // "178 of 369 blows"
    // the clause: "so far", "in total", "has risen to"
    const auto clause = np != Syntax::none ? syntax_.clauseOf(np) : std::pair{s.firstToken, s.endToken};
    for (std::uint32_t t = clause.first; t < clause.second; ++t) {
        if (const auto phrase = lexicon_.matchPhrase(reading_, t, tagBit(Tag::SetMark) | tagBit(Tag::Growth))) {
            const auto value = lexicon_.value(phrase->entry, Tag::SetMark);
            if (value == "so-far" || value == "total")
                mark(value);
            m.growth |= lexicon_.has(phrase->entry, Tag::Growth) && t < figure.firstToken + 6;
        }
        m.each |= oneOf(syntax_.lower(t), {"each", "every"});
    }
    if (claim.kind == ClaimKind::Percentage)
        m.ofThem = false; // a share is always of something
    // nationalities and narrowing adjectives of people
    for (std::uint32_t t = figure.endToken; t < end; ++t) {
        const Token& token = reading_.tokens[t];
        if (!token.is(TokenKind::Word) || syntax_.classOf(t) == WordClass::Number)
            continue;
        if (lexicon_.has(token.word, Tag::Nationality) ||
            (token.has(text::Capitalised) && syntax_.classOf(t) == WordClass::Adjective))
            m.kinds.emplace_back(syntax_.lower(t));
        else if (t != chunks[np].head &&
                 (syntax_.classOf(t) == WordClass::Adjective || syntax_.classOf(t) == WordClass::Noun)) {
            if (!claim.slot.modifiers.empty())
                claim.slot.modifiers += ' ';
            claim.slot.modifiers +=
                syntax_.classOf(t) == WordClass::Noun ? syntax_.nounLemma(t) : std::string(syntax_.lower(t));
        }
    }
}

} // namespace countercheck::claim
