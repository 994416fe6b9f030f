// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/sentences/statements.h"

#include "core/compare/sentences/parsed.h"
#include "core/compare/sentences/statementreader.h"
#include "core/compare/words/opposites.h"

#include <algorithm>

namespace countercheck::compare {

using text::TokenKind;

StatementReader::StatementReader(const Parsed& parsed, const text::Reading& reading, const read::Mentions& mentions,
                                 std::uint32_t sentence, Concepts& concepts, std::vector<Statement>& out)
    : parsed_(parsed), syntax_(parsed.syntax()), chunks_(syntax_.chunks()), reading_(reading), mentions_(mentions),
      sentence_(sentence), s_(reading.sentences[sentence]), concepts_(concepts), table_(Opposites::only()), out_(out),
      taken_(chunks_.size()) {}

void StatementReader::around(std::uint32_t first, std::uint32_t end, Statement& statement) const {
    statement.before =
        concepts_.spoken(sentence_, {reading_.tokens[s_.firstToken].begin, reading_.tokens[first].begin});
    std::uint32_t last = end;
    while (last < s_.endToken && !reading_.tokens[last].is(TokenKind::Comma))
        ++last;
    if (last > end)
        statement.behind = concepts_.spoken(sentence_, parsed_.bytes(end, last));
}

void StatementReader::tellNobody(std::string_view event, text::Span words) {
    Statement& nobody = out_.emplace_back();
    nobody.words = words;
    nobody.deed = event;
    nobody.nobody = true;
}

void StatementReader::readNobody() {
    for (std::uint32_t c = 0, last = 0; c < chunks_.size(); ++c)
        if (const std::string_view event = parsed_.noneOf(c, last); !event.empty())
            tellNobody(event, parsed_.bytes(chunks_[c].first, chunks_[last].end));
}

namespace {

/// What a sentence is: questions say nothing, conditions but what would have been.
enum class Mood : std::uint8_t { Telling, Conditional, Asking };

Mood moodOf(const text::Reading& reading, const text::Sentence& s) {
    Mood mood = Mood::Telling;
    for (std::uint32_t t = s.firstToken; t < s.endToken; ++t) {
        const std::string_view word = reading.of(reading.tokens[t]);
        if (word == "?" || word == "whether")
            return Mood::Asking;
        if (word == "if" || word == "If" || word == "unless" || word == "si" || word == "Si")
            mood = Mood::Conditional;
    }
    return mood;
}

/// Of an active and a passive statement: does the one do what it does to what undergoes the other?
bool aboutOne(const Statement& a, const Statement& b) {
    if (a.passive == b.passive)
        return (a.doer == 0 && !a.subject.empty()) || (b.doer == 0 && !b.subject.empty());
    const Statement &passive = a.passive ? a : b, &active = a.passive ? b : a;
    return std::ranges::any_of(passive.subject, [&](std::uint32_t word) {
        return std::ranges::find(active.object, word) != active.object.end() ||
               std::ranges::find(active.subject, word) != active.subject.end();
    });
}

/// Does another statement of the sentence tell the other side of the matter, of what was so before at the same time?
bool tornBy(const Statement& statement, const Statement& other) {
    const auto before = [](const Statement& one) { return one.earlier || one.aside; };
    return (before(statement) || !before(other)) && !statement.nobody && !other.nobody &&
           statement.negative == other.negative && (statement.doer == other.doer || aboutOne(statement, other)) &&
           opposed({statement.deed, statement.verb}, {other.deed, other.verb});
}

/// Both sides of one matter in one sentence: nobody can tell which is said of what the other report tells, but for
/// what was so before ("closed since May, the bridge will reopen").
void dropTorn(std::vector<Statement>& out) {
    std::vector<bool> torn(out.size()), onSide(out.size());
    for (std::size_t i = 0; i < out.size(); ++i)
        onSide[i] = sided({out[i].deed, out[i].verb});
    for (std::size_t i = 0; i < out.size(); ++i)
        for (std::size_t j = 0; onSide[i] && j < out.size() && !torn[i]; ++j)
            torn[i] = i != j && onSide[j] && tornBy(out[i], out[j]);
    for (std::size_t i = out.size(); i-- > 0;)
        if (torn[i] && out[i].aside)
            out[i].earlier = true;
        else if (torn[i] && !out[i].earlier)
            out.erase(out.begin() + static_cast<std::ptrdiff_t>(i));
}

} // namespace

void statementsOf(const text::Reading& reading, const read::Mentions& mentions, std::uint32_t sentence,
                  Concepts& concepts, std::vector<Statement>& out) {
    out.clear();
    const text::Sentence& s = reading.sentences[sentence];
    constexpr std::uint32_t longest = 80;
    if (!spoken(reading.language) || s.endToken - s.firstToken > longest)
        return;
    const Mood mood = moodOf(reading, s);
    if (mood == Mood::Asking)
        return;
    const Parsed parsed(reading, sentence);
    StatementReader reader(parsed, reading, mentions, sentence, concepts, out);
    const bool conditional = mood == Mood::Conditional;
    if (!conditional)
        reader.readNobody();
    reader.readVerbs(conditional);
    if (conditional)
        return;
    foiledDeeds(parsed, reading, mentions, sentence, concepts, out);
    reader.readComparisons();
    reader.scan();
    dropTorn(out);
}

} // namespace countercheck::compare
