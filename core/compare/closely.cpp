// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/closely.h"

#include "core/compare/statements.h"
#include "core/text/utf8.h"

#include <algorithm>

namespace countercheck::compare {

namespace {

constexpr std::uint32_t earlySentences = 5; ///< statements further down are seldom what a report is about

/// The sentence's own time and places, and whether its other claims are told as what went before.
claim::Anchor anchorOf(const read::Mentions& mentions, const text::Reading& reading, std::uint32_t sentence,
                       const Digest& out) {
    claim::Anchor anchor;
    const auto inSentence = [&](const auto& list, const auto& take) {
        auto it = std::lower_bound(list.begin(), list.end(), sentence,
                                   [](const auto& m, std::uint32_t s) { return m.sentence < s; });
        for (; it != list.end() && it->sentence == sentence; ++it)
            take(*it);
    };
    inSentence(mentions.times, [&](const read::TimeMention& time) {
        if (time.resolved && time.type != read::TimeType::Duration && time.type != read::TimeType::Set &&
            !anchor.time) {
            anchor.time = time.resolved;
            anchor.explicitTime = true;
        }
    });
    inSentence(mentions.names, [&](const read::Name& name) {
        if (name.kind == read::NameKind::Place)
            anchor.places.push_back(text::foldAccents(reading.of(name.span)));
    });
    anchor.background = std::any_of(out.facts.begin(), out.facts.end(), [&](const Fact& f) {
        return f.sentence == sentence && f.anchor.background && f.kind != claim::ClaimKind::Date;
    });
    if (!anchor.time)
        anchor.time = out.leadTime;
    anchor.lead = !anchor.background;
    return anchor;
}

/// "P4Y", "PT90M": the number and the UCUM code of its unit; nothing for what is not a whole number of one unit.
std::optional<std::pair<read::Decimal, std::string_view>> lengthIn(std::string_view value) {
    if (value.size() < 3 || value[0] != 'P')
        return std::nullopt;
    const bool clock = value[1] == 'T';
    value.remove_prefix(clock ? 2 : 1);
    const char unit = value.back();
    value.remove_suffix(1);
    const auto number = read::Decimal::tryFrom(value);
    const std::string_view code = clock ? (unit == 'H'   ? "h"
                                           : unit == 'M' ? "min"
                                           : unit == 'S' ? "s"
                                                         : "")
                                        : (unit == 'Y'   ? "a"
                                           : unit == 'M' ? "mo"
                                           : unit == 'W' ? "wk"
                                           : unit == 'D' ? "d"
                                                         : "");
    if (!number || code.empty())
        return std::nullopt;
    return std::pair(*number, code);
}

/// Of figures of one sort in one sentence ("54 percent …, ahead of Brek with 43 percent"), the words around each: from
/// the one before, or the mark that parts them, to the next.
void readBeside(const text::Reading& reading, Concepts& concepts, Digest& out, std::size_t facts) {
    const auto sort = [&](const Fact& f) { return f.said.set.has_value(); };
    for (std::size_t i = 0; i < facts; ++i) {
        Fact& fact = out.facts[i];
        if (!sort(fact) || !reading.map.identity())
            continue;
        text::Span around = reading.sentences[fact.sentence].span;
        bool several = false;
        for (std::size_t j = 0; j < facts; ++j) {
            const Fact& other = out.facts[j];
            if (i == j || other.sentence != fact.sentence || other.kind != fact.kind || !sort(other))
                continue;
            several = true;
            if (other.said.words.end <= fact.said.words.begin)
                around.begin = std::max(around.begin, other.said.words.end);
            else if (other.said.words.begin >= fact.said.words.end)
                around.end = std::min(around.end, other.said.words.begin);
        }
        if (!several)
            continue;
        // A comma or semicolon between two figures parts their words.
        const text::Sentence& s = reading.sentences[fact.sentence];
        for (std::uint32_t t = s.firstToken; t < s.endToken; ++t) {
            const text::Token& token = reading.tokens[t];
            const std::string_view word = reading.of(token);
            if (!token.is(text::TokenKind::Comma) && word != ";")
                continue;
            if (token.begin >= fact.said.words.end && token.begin < around.end && around.end < s.span.end)
                around.end = token.begin;
        }
        fact.beside = concepts.within(fact.sentence, around);
    }
}

/// "Nobody was killed", "no injuries were reported": none, where another report counts some.
void readNone(const Statement& statement, Fact& fact) {
    fact.kind = claim::ClaimKind::Count;
    fact.slot.classified = true;
    fact.slot.relation = claim::Relation::Patient;
    fact.slot.head = "person";
    fact.slot.headClass = "person";
    fact.said.set = read::rangeSet(read::Decimal(0), read::Decimal(0));
    fact.said.set->qualifier = read::Qualifier::Exact;
    fact.said.set->headline = read::Decimal(0);
    fact.said.negative = false;
    fact.said.derivation = "none";
    fact.none = true;
    fact.topic = "people: " + std::string(statement.deed);
}

} // namespace

void readClosely(const text::Reading& reading, const read::Mentions& mentions, Concepts& concepts, Digest& out) {
    const std::size_t before = out.facts.size();
    readBeside(reading, concepts, out, before);
    std::vector<Statement> statements;
    std::vector<Length> lengths;
    std::uint32_t seen = 0;
    const auto begin = [&](claim::ClaimKind kind, std::uint32_t sentence, text::Span words,
                           std::string_view deed) -> Fact& {
        Fact& fact = out.facts.emplace_back();
        fact.kind = kind;
        fact.sentence = sentence;
        fact.slot.event = deed;
        const text::Span whole = reading.sentences[sentence].span;
        fact.content = fact.near = concepts.whole(sentence);
        fact.anchor = anchorOf(mentions, reading, sentence, out);
        fact.said.words = reading.map.toCaptured(words);
        fact.said.sentence = reading.map.toCaptured(whole);
        const std::string_view shown = reading.of(words);
        if (shown != fact.said.words.of(reading.captured))
            fact.said.shown = std::string(shown);
        return fact;
    };
    for (const text::Block& block : reading.blocks) {
        if (block.role != text::BlockRole::Body && block.role != text::BlockRole::Title)
            continue;
        for (std::uint32_t s = block.firstSentence; s < block.endSentence; ++s, ++seen) {
            lengthsOf(reading, mentions, s, lengths);
            for (const Length& length : lengths) {
                const read::TimeMention& time = mentions.times[length.time];
                const auto value = lengthIn(time.value);
                if (!value)
                    continue;
                Fact& fact = begin(claim::ClaimKind::Measure, s, time.span, length.deed);
                fact.slot.classified = length.classified;
                fact.slot.relation = claim::Relation::Adjunct;
                fact.length = true;
                fact.slot.unit = value->second;
                fact.said.unit = std::string(value->second);
                fact.said.set = read::rangeSet(value->first, value->first);
                fact.said.set->qualifier = read::Qualifier::Exact;
                fact.said.set->headline = value->first;
                fact.said.derivation = time.derivation.toString();
                fact.topic = "length (" + std::string(length.deed) + ")";
            }
            if (seen >= earlySentences)
                continue;
            statementsOf(reading, mentions, s, concepts, statements);
            for (const Statement& statement : statements) {
                const bool uncertain =
                    std::any_of(mentions.modals.begin(), mentions.modals.end(), [&](const read::ModalScope& m) {
                        return m.sentence == s && !m.negation && m.scope.overlaps(statement.words);
                    });
                const bool quoted =
                    std::any_of(mentions.quotes.begin(), mentions.quotes.end(),
                                [&](const read::Quote& q) { return q.whole.overlaps(statement.words); });
                if (uncertain || quoted)
                    continue;
                if (statement.nobody) {
                    readNone(statement, begin(claim::ClaimKind::Count, s, statement.words, statement.deed));
                    continue;
                }
                Fact& fact = begin(claim::ClaimKind::Statement, s, statement.words, statement.deed);
                fact.slot.relation = statement.passive ? claim::Relation::Patient : claim::Relation::Agent;
                fact.said.negative = statement.negative;
                fact.subjects = statement.subject;
                fact.objects = statement.object;
                fact.topic = std::string(statement.deed);
                std::replace(fact.topic.begin(), fact.topic.end(), '_', ' ');
                fact.said.derivation = std::string(statement.negative ? "not " : "") + fact.topic;
            }
        }
    }
    for (std::size_t i = before; i < out.facts.size(); ++i) // the same deed told twice in one report is no question
        out.facts[i].ambiguous =
            std::any_of(out.facts.begin() + static_cast<std::ptrdiff_t>(before), out.facts.end(), [&](const Fact& f) {
                return f.kind == claim::ClaimKind::Statement && out.facts[i].kind == f.kind &&
                       f.slot.event == out.facts[i].slot.event && f.said.negative != out.facts[i].said.negative;
            });
    for (std::size_t e = 0; e < out.names.size(); ++e) {
        if (out.names[e].kind != read::NameKind::Person)
            continue;
        const auto name = std::find_if(mentions.names.begin(), mentions.names.end(), [&](const read::Name& n) {
            return reading.map.toCaptured(n.span) == out.names[e].words;
        });
        if (name == mentions.names.end())
            continue;
        auto& content = out.names[e].content;
        content = concepts.within(name->sentence, reading.sentences[name->sentence].span);
        const auto own = concepts.within(name->sentence, name->span);
        std::erase_if(content, [&](std::uint32_t c) { return std::binary_search(own.begin(), own.end(), c); });
    }
}

} // namespace countercheck::compare
