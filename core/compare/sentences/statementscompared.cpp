// SPDX-License-Identifier: GPL-3.0-or-later
// Comparisons: "more likely", "less costly" and "taller than the old one" say a thing of their subject that another
// report can deny or tell the other way round; "fewer students applied than last year" tells that a number fell.
#include "core/compare/sentences/statementreader.h"

#include "core/compare/words/wordlists.h"

#include <algorithm>
#include <array>

namespace countercheck::compare {

using claim::ChunkKind;
using claim::WordClass;
using text::TokenKind;

void StatementReader::readComparisons() {
    for (std::uint32_t t = s_.firstToken; t + 1 < s_.endToken; ++t) {
        if (!reading_.tokens[t].is(TokenKind::Word))
            continue;
        const bool more = inRow("more", reading_, reading_.tokens[t]);
        if (!more && !inRow("less", reading_, reading_.tokens[t]))
            continue;
        if (!tellFewer(t, more))
            tellCompared(t, more);
    }
}

/// "Are more likely to", "are less costly than": who is less so is not more so.
void StatementReader::tellCompared(std::uint32_t token, bool more) {
    const std::uint32_t word = token + 1;
    const WordClass kind = syntax_.classOf(word);
    const bool perhaps = kind == WordClass::Noun || kind == WordClass::Adverb; // "likely"
    const bool adjective =
        kind == WordClass::Adjective ||
        (perhaps && text::Lexicon::of(reading_.language).use(reading_.tokens[word].word).frequency[2] != 0);
    if (!adjective || reading_.tokens[word].word == 0)
        return;
    Found found;
    found.token = word;
    found.chunk = syntax_.chunkAt(word);
    found.copula = copulaOf(found.chunk, word);
    if (found.copula == none) // "more" taken for a noun
        found.copula = copulaOf(syntax_.chunkAt(token), token);
    if (found.copula == none || parsed_.open(mentions_, sentence_, found.copula) || parsed_.wished(found.copula))
        return;
    found.confirmed = !parsed_.denied(found.copula) == more;
    found.known = text::Lexicon::of(reading_.language).form(reading_.tokens[word].word);
    found.from = token;
    tellPredicate(found);
}

/// "Fewer students applied than last year": not "fewer than 50 students", and only beside an earlier time.
bool StatementReader::tellFewer(std::uint32_t token, bool more) {
    const std::uint32_t np = syntax_.chunkAt(token);
    if (np == none || chunks_[np].kind != ChunkKind::NounPhrase || chunks_[np].first != token ||
        chunks_[np].head == token || syntax_.verbOfSubject(np) == none)
        return false;
    const std::uint32_t than = thanBehind(chunks_[np].end, s_.endToken);
    const bool before = than != none && than + 1 < s_.endToken &&
                        (inRow("usual", reading_, reading_.tokens[than + 1]) ||
                         std::ranges::any_of(mentions_.times, [&](const read::TimeMention& t) {
                             return t.sentence == sentence_ && t.firstToken > than;
                         }));
    if (!before)
        return false;
    Statement statement;
    statement.parsed = false;
    statement.deed = statement.verb = table_.spelt(more ? "rise" : "fall");
    statement.words = parsed_.bytes(token, token + 1);
    statement.doer = parsed_.headConcept(concepts_, sentence_, np);
    statement.subject = concepts_.spoken(sentence_, parsed_.phrase(np));
    around(token, token + 1, statement);
    out_.push_back(std::move(statement));
    return true;
}

/// The word "than" among the tokens; none: it does not stand there.
std::uint32_t StatementReader::thanBehind(std::uint32_t first, std::uint32_t end) const {
    for (std::uint32_t t = first; t < end; ++t)
        if (reading_.of(reading_.tokens[t]) == "than" || reading_.of(reading_.tokens[t]) == "que")
            return t;
    return none;
}

/// "Is longer than the Amazon": what it is compared with stands where an object does.
void StatementReader::tellThan(const Found& found, Statement& statement) const {
    constexpr std::uint32_t far = 2;
    if (found.copula == none || statement.doer == 0)
        return;
    const std::uint32_t than = thanBehind(found.end, std::min(found.end + far, s_.endToken));
    if (than == none)
        return;
    for (std::uint32_t t = than + 1; t < std::min(than + 1 + far, s_.endToken); ++t) {
        const std::uint32_t np = syntax_.chunkAt(t);
        const std::uint32_t subject = syntax_.subjectOf(found.copula);
        if (np == none || chunks_[np].kind != ChunkKind::NounPhrase || subject == none)
            continue;
        statement.doerWords = parsed_.core(subject);
        statement.doneWords = parsed_.core(np);
        statement.doerConcepts = concepts_.spoken(sentence_, statement.doerWords);
        statement.object = statement.doneConcepts = concepts_.spoken(sentence_, statement.doneWords);
        return;
    }
}

} // namespace countercheck::compare
