// SPDX-License-Identifier: GPL-3.0-or-later
// A shallow parser for one sentence: word classes from the lexicon, WordNet and the neighbours; noun phrases and verb
// groups; and who is subject and object of which verb. Rules over tokens, no model, every decision explainable. It errs
// on the side of finding no structure: a claim without a predicate is better than one with a wrong one.
#pragma once

#include "core/read/mentions.h"
#include "core/text/lexicon.h"
#include "core/text/wordnet.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace countercheck::claim {

enum class WordClass : std::uint8_t {
    Noun,
    Name,
    Verb,
    Adjective,
    Adverb,
    Determiner,
    Preposition,
    Conjunction,
    Subordinator,
    Relative,
    Pronoun,
    Number,
    Time,
    Auxiliary,
    Modal,
    Negation,
    Possessive,
    To,
    Hyphen,
    Comma,
    Quote,
    Mark
};

enum class ChunkKind : std::uint8_t {
    NounPhrase,
    VerbGroup,
    Preposition,
    Conjunction,
    Subordinator,
    Relative,
    Comma,
    Time,
    Mark
};

struct Chunk {
    ChunkKind kind = ChunkKind::Mark;
    std::uint32_t first = 0, end = 0; ///< tokens, half-open
    std::uint32_t head = 0;           ///< token: the noun, the main verb, the preposition
    // of a verb group
    bool passive = false, negative = false, modal = false, perfect = false, gerund = false, infinitive = false,
         participle = false; ///< participle: a past participle without an auxiliary ("people kidnapped in …")
    bool future = false;
};

class Syntax {
public:
    static constexpr std::uint32_t none = 0xFFFFFFFFu;

    /// Parses one sentence. `reading` and `mentions` must outlive the use of the result.
    void parse(const text::Reading& reading, const read::Mentions& mentions, std::uint32_t sentence);

    [[nodiscard]] const std::vector<Chunk>& chunks() const { return chunks_; }
    [[nodiscard]] WordClass classOf(std::uint32_t token) const { return classes_[token - first_]; }
    /// Index of the chunk that holds the token; none when it has none.
    [[nodiscard]] std::uint32_t chunkAt(std::uint32_t token) const;

    /// The verb group of which the noun phrase is the subject, or the object; none otherwise.
    [[nodiscard]] std::uint32_t verbOfSubject(std::uint32_t nounPhrase) const;
    [[nodiscard]] std::uint32_t verbOfObject(std::uint32_t nounPhrase) const;
    [[nodiscard]] std::uint32_t subjectOf(std::uint32_t verbGroup) const;
    [[nodiscard]] std::uint32_t objectOf(std::uint32_t verbGroup) const;
    /// The preposition that governs the noun phrase; none otherwise.
    [[nodiscard]] std::uint32_t prepositionOf(std::uint32_t nounPhrase) const;
    /// The noun phrase or verb group to which a preposition attaches: the noun phrase right before it, else the verb
    /// group of its clause.
    [[nodiscard]] std::uint32_t hostOf(std::uint32_t preposition) const;
    /// The verb group of the clause in which the chunk stands: the next one to the left, else to the right, within the
    /// clause.
    [[nodiscard]] std::uint32_t verbOfClause(std::uint32_t chunk) const;
    /// The clause around a chunk, as tokens: up to commas, subordinators and conjunctions that begin another clause.
    [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> clauseOf(std::uint32_t chunk) const;

    /// Dictionary form of a noun or verb token, lower case.
    [[nodiscard]] std::string nounLemma(std::uint32_t token) const;
    [[nodiscard]] std::string verbLemma(std::uint32_t token) const;
    /// Event class of a token by the lexicon, phrases included; empty: none.
    [[nodiscard]] std::string_view eventOf(std::uint32_t token) const;
    [[nodiscard]] std::string_view lower(std::uint32_t token) const;
    [[nodiscard]] const text::Lexicon& lexicon() const { return *lexicon_; }

private:
    struct Open {
        bool noun = false, verb = false, adjective = false, adverb = false;
        std::uint16_t forms = 0;
        int nounWeight = 0, verbWeight = 0, adjectiveWeight = 0;
    };
    [[nodiscard]] Open open(std::uint32_t token) const;
    void classify();
    [[nodiscard]] WordClass classifyWord(std::uint32_t token) const;
    [[nodiscard]] WordClass classifyOpen(std::uint32_t token, const Open& word) const;
    [[nodiscard]] WordClass before(std::uint32_t token) const;
    [[nodiscard]] bool doSupport(std::uint32_t token) const;
    [[nodiscard]] bool opensNounPhrase(std::uint32_t token) const;
    [[nodiscard]] bool baseVerb(std::uint32_t token) const;
    void chunk();
    std::uint32_t verbGroup(std::uint32_t token);
    std::uint32_t nounPhrase(std::uint32_t token);
    [[nodiscard]] bool startsClause(std::uint32_t chunk) const;
    [[nodiscard]] bool listLink(std::uint32_t link) const;

    const text::Reading* reading_ = nullptr;
    const read::Mentions* mentions_ = nullptr;
    const text::Lexicon* lexicon_ = nullptr;
    std::uint32_t first_ = 0, end_ = 0;
    std::vector<WordClass> classes_;
    std::vector<Chunk> chunks_;
    std::vector<std::uint32_t> chunkOf_;
    mutable std::string buffer_;
    mutable std::vector<std::string_view> lower_; ///< per token, made when first asked for
    mutable std::string lowerStore_;
    bool titleCase_ = false; ///< most words are capitalised: capitals do not mark names
};

} // namespace countercheck::claim
