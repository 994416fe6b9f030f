// SPDX-License-Identifier: GPL-3.0-or-later
// Who does something in a clause, to what, and what hangs on what in a sentence.
#include "core/compare/sentences/parsed.h"
#include "core/compare/sentences/statements.h"
#include "core/compare/sortunique.h"
#include "core/compare/words/opposites.h"

#include <algorithm>

namespace countercheck::compare {

using claim::ChunkKind;
using claim::Syntax;

Parties partiesAt(const text::Reading& reading, const read::Mentions& mentions, std::uint32_t sentence,
                  std::uint32_t byte, const Concepts& concepts) {
    Parties out;
    const text::Sentence& s = reading.sentences[sentence];
    constexpr std::uint32_t longest = 80;
    if (!spoken(reading.language) || s.endToken - s.firstToken > longest)
        return out;
    const Parsed parsed(reading, sentence);
    const Syntax& syntax = parsed.syntax();
    std::uint32_t token = s.firstToken;
    while (token + 1 < s.endToken && reading.tokens[token].begin < byte)
        ++token;
    const std::uint32_t chunk = syntax.chunkAt(token);
    const std::uint32_t verb = chunk == Syntax::none ? Syntax::none
                               : syntax.chunks()[chunk].kind == claim::ChunkKind::VerbGroup
                                   ? chunk
                                   : syntax.verbOfClause(chunk);
    if (verb == Syntax::none)
        return out;
    const auto phrase = [&](std::uint32_t np, std::vector<std::uint32_t>& words, std::uint32_t& owner) {
        const std::uint32_t head = parsed.headConcept(concepts, sentence, np);
        if (head == 0)
            return;
        words.push_back(head);
        for (const std::uint32_t word : concepts.spoken(sentence, parsed.phrase(np)))
            if (word != head)
                words.push_back(word);
        owner = parsed.ownerOf(concepts, sentence, np);
    };
    const std::uint32_t subject = syntax.subjectOf(verb), object = syntax.objectOf(verb);
    if (object != Syntax::none && object != subject && object != chunk)
        phrase(object, out.object, out.objectOwner);
    if (subject == Syntax::none || subject == chunk)
        return out;
    phrase(subject, out.subject, out.subjectOwner);
    if (out.subject.empty())
        return out;
    const auto& np = syntax.chunks()[subject];
    if (reading.language == text::Language::English && np.head > np.first) {
        const claim::WordClass before = syntax.classOf(np.head - 1);
        if (before == claim::WordClass::Noun || before == claim::WordClass::Name)
            out.subjectKind = concepts.spokenAt(sentence, np.head - 1);
    }
    if (reading.language == text::Language::French && np.head + 1 < np.end &&
        !measuresOf({out.subject.front()}).empty() &&
        syntax.classOf(np.head + 1) == claim::WordClass::Adjective) // "les prix alimentaires"
        out.subjectKind = concepts.spokenAt(sentence, np.head + 1);
    const std::uint32_t at = reading.tokens[np.head].begin;
    const char initial = reading.of(reading.tokens[np.head])[0]; // "the Conservatives"
    out.named = (np.head > s.firstToken && initial >= 'A' && initial <= 'Z') ||
                std::any_of(mentions.names.begin(), mentions.names.end(),
                            [&](const read::Name& n) { return n.sentence == sentence && n.span.contains(at); });
    return out;
}

std::vector<std::uint64_t> complementsOf(const text::Reading& reading, const read::Mentions& mentions,
                                         std::uint32_t sentence, const Concepts& concepts) {
    std::vector<std::uint64_t> out;
    const text::Sentence& s = reading.sentences[sentence];
    constexpr std::uint32_t longest = 80;
    if (!spoken(reading.language) || s.endToken - s.firstToken > longest)
        return out;
    const Parsed parsed(reading, sentence);
    const auto& chunks = parsed.syntax().chunks();
    const auto figures = read::inSentence(mentions.figures, sentence);
    const auto inFigure = [&](std::uint32_t np) {
        const std::uint32_t at = reading.tokens[chunks[np].head].begin;
        return std::ranges::any_of(figures, [&](const read::Figure& figure) { return figure.phrase.contains(at); });
    };
    const auto named = [&](std::uint32_t np) {
        if (chunks[np].head == s.firstToken)
            return false;
        const char initial = reading.of(reading.tokens[chunks[np].head])[0];
        return initial >= 'A' && initial <= 'Z';
    };
    for (std::size_t c = 1; c + 1 < chunks.size(); ++c) {
        const auto np = static_cast<std::uint32_t>(c);
        // "Will vote on the reform", "will vote on the budget": what is all but an object
        const bool ofVerb = chunks[c - 1].kind == ChunkKind::VerbGroup &&
                            (chunks[c].prep == claim::Prep::On || chunks[c].prep == claim::Prep::Against ||
                             chunks[c].prep == claim::Prep::Of); // "deprived of water"
        if (chunks[c].kind != ChunkKind::Preposition || (chunks[c - 1].kind != ChunkKind::NounPhrase && !ofVerb) ||
            chunks[c + 1].kind != ChunkKind::NounPhrase || chunks[c - 1].end != chunks[c].first ||
            chunks[c].end != chunks[c + 1].first || inFigure(np + 1) || named(np + 1))
            continue;
        const std::uint32_t host = ofVerb             ? Concepts::named(parsed.deed(np - 1))
                                   : inFigure(np - 1) ? 1
                                                      : parsed.headConcept(concepts, sentence, np - 1);
        const std::uint32_t noun = parsed.headConcept(concepts, sentence, np + 1);
        if (host == 0 || noun == 0 || (host != 1 && !ofVerb && named(np - 1)))
            continue;
        const std::uint32_t key = host * 31u + static_cast<std::uint32_t>(chunks[c].prep);
        out.push_back(std::uint64_t{key} << 32 | noun);
    }
    sortUnique(out);
    return out;
}

std::string_view deedAt(const text::Reading& reading, std::uint32_t sentence, std::uint32_t token) {
    if (!spoken(reading.language))
        return {};
    const Parsed parsed(reading, sentence);
    const Syntax& syntax = parsed.syntax();
    const std::uint32_t chunk = syntax.chunkAt(token);
    const std::uint32_t verb = chunk == Syntax::none ? Syntax::none : syntax.verbOfClause(chunk);
    return verb == Syntax::none ? std::string_view() : parsed.deed(verb);
}

} // namespace countercheck::compare
