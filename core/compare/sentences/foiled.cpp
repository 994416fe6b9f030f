// SPDX-License-Identifier: GPL-3.0-or-later
// Deeds that were not done because what a noun tells came to nothing.
#include "core/compare/sentences/parsed.h"
#include "core/compare/sentences/statements.h"
#include "core/compare/words/opposites.h"

#include <algorithm>

namespace countercheck::compare {

using claim::ChunkKind;
using claim::Syntax;

namespace {

/// Does the verb tell that what its noun tells did not happen? By the rows "foil": of any deed, or of one alone.
bool foils(std::string_view verb, std::string_view event) {
    return std::ranges::any_of(Opposites::only().of(verb), [&](const MatterSide& row) {
        return row.matter == "foil" && (row.side == "-" || row.side == event);
    });
}

} // namespace

void foiledDeeds(const Parsed& parsed, const text::Reading& reading, const read::Mentions& mentions,
                 std::uint32_t sentence, const Concepts& concepts, std::vector<Statement>& out) {
    const Syntax& syntax = parsed.syntax();
    const auto& chunks = syntax.chunks();
    const std::uint32_t end = reading.sentences[sentence].endToken;
    for (std::uint32_t c = 0; c < chunks.size(); ++c) {
        if (chunks[c].kind != ChunkKind::VerbGroup || (!chunks[c].finite() && !chunks[c].participle))
            continue;
        std::string_view verb = parsed.known(chunks[c].head, end);
        if (!Opposites::only().in("foil", verb) && !Opposites::only().in("ends", verb)) {
            if (!parsed.verbIn("foil", c) && !parsed.verbIn("ends", c))
                continue;
            verb = parsed.verb(c);
        }
        if (parsed.denied(c) || parsed.open(mentions, sentence, c) || parsed.wished(c))
            continue;
        const std::uint32_t object = chunks[c].passive ? Syntax::none : parsed.objectOf(c);
        const std::uint32_t subject = syntax.subjectOf(c);
        const std::uint32_t noun = object != Syntax::none ? object : subject;
        if (noun == Syntax::none || syntax.classOf(chunks[noun].head) != claim::WordClass::Noun)
            continue;
        const std::string_view event = parsed.nounEvent(chunks[noun].head);
        const bool ends = object != Syntax::none && Opposites::only().in("ends", verb);
        if (event.empty() || (!ends && (syntax.eventOf(chunks[noun].head) == 0 || !foils(verb, event))))
            continue;
        Statement statement;
        statement.deed = statement.verb = event;
        statement.negative = true;
        statement.hindered = !ends;
        statement.ended = ends;
        statement.words = parsed.bytes(chunks[c].first, chunks[c].end);
        statement.subject = statement.object = concepts.spoken(sentence, parsed.phrase(noun));
        statement.doer = parsed.ownerOf(concepts, sentence, noun);
        out.push_back(std::move(statement));
    }
}

} // namespace countercheck::compare
