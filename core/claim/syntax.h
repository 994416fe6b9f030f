// SPDX-License-Identifier: GPL-3.0-or-later
// A shallow parser for one sentence: word classes from the lexicon, its dictionary and the neighbours; noun phrases and
// verb groups; and who is subject and object of which verb. Rules over tokens, no model, every decision explainable. It
// errs on the side of finding no structure: a claim without a predicate is better than one with a wrong one. What a
// language's small words do stands in its tables (Grammar); only the choice between noun, verb and adjective has rules
// of its own per family of languages.
#pragma once

#include "core/claim/grammar.h"
#include "core/read/mentions.h"
#include "core/text/lexicon.h"

#include <cstdint>
#include <string_view>
#include <utility>
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
    Prep prep = Prep::None;           ///< of a preposition
    text::WordId word = 0;            ///< of a preposition: its entry, "because of" included
    std::uint32_t first = 0, end = 0; ///< tokens, half-open
    std::uint32_t head = 0;           ///< token: the noun, the main verb, the preposition's first word
    // of a verb group
    bool passive = false, negative = false, modal = false, perfect = false, gerund = false, infinitive = false,
         participle = false; ///< participle: a past participle without an auxiliary ("people kidnapped in …")
    bool future = false;
    [[nodiscard]] bool finite() const { return !gerund && !infinitive && !participle; }
};

/// Half-open range of indexes into one list of Mentions.
struct MentionRange {
    std::uint32_t first = 0, end = 0;
    [[nodiscard]] bool empty() const { return first == end; }
    [[nodiscard]] std::uint32_t size() const { return end - first; }
};
/// The mentions that stand in a sentence.
struct InSentence {
    MentionRange figures, times, quotes, names, attributions, modals;
};

class Syntax {
public:
    static constexpr std::uint32_t none = 0xFFFFFFFFu;

    /// Parses one sentence. `reading` and `mentions` must outlive the use of the result.
    void parse(const text::Reading& reading, const read::Mentions& mentions, const InSentence& in,
               std::uint32_t sentence);

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

    /// The word's own number as a noun's singular, or as a verb's infinitive; 0 when it is unknown.
    [[nodiscard]] text::WordId nounLemma(std::uint32_t token) const;
    [[nodiscard]] text::WordId verbLemma(std::uint32_t token) const;
    /// Event of a token by the lexicon, phrases included; 0: none.
    [[nodiscard]] std::uint8_t eventOf(std::uint32_t token) const;
    [[nodiscard]] const Facts& facts(std::uint32_t token) const { return (*grammar_)[reading_->tokens[token].word]; }
    [[nodiscard]] std::uint64_t tags(std::uint32_t token) const { return lexicon_->tags(reading_->tokens[token].word); }
    [[nodiscard]] bool has(std::uint32_t token, text::Tag tag) const {
        return lexicon_->has(reading_->tokens[token].word, tag);
    }

private:
    /// What an open-class word can be, by tables and dictionary; looked up once per token.
    struct Open {
        std::uint16_t forms = 0; ///< text::WordForm
        std::uint8_t nounWeight = 0, verbWeight = 0, adjectiveWeight = 0;
        bool noun : 1 = false, verb : 1 = false, adjective : 1 = false, adverb : 1 = false, known : 1 = false,
                    made : 1 = false;
    };
    [[nodiscard]] const Open& open(std::uint32_t token) const;
    void byEnding(std::uint32_t token, Open& out) const;
    void fix(std::uint32_t first, std::uint32_t end, WordClass c);
    void fixPhrases(std::uint32_t token);
    void classify(const InSentence& in);
    [[nodiscard]] WordClass classifyWord(std::uint32_t token) const;
    [[nodiscard]] WordClass germanic(std::uint32_t token, const Open& word) const;
    [[nodiscard]] WordClass romance(std::uint32_t token, const Open& word) const;
    [[nodiscard]] bool doSupport(std::uint32_t token) const;
    [[nodiscard]] bool clauseFollows(std::uint32_t token) const;
    [[nodiscard]] bool opensNounPhrase(std::uint32_t token) const;
    [[nodiscard]] bool opensVerbGroup(std::uint32_t token) const;
    [[nodiscard]] bool baseVerb(std::uint32_t token) const;
    void chunk();
    [[nodiscard]] bool verbFollows(std::uint32_t token) const;
    std::uint32_t verbGroup(std::uint32_t token);
    std::uint32_t nounPhrase(std::uint32_t token);
    [[nodiscard]] bool startsClause(std::uint32_t chunk) const;
    [[nodiscard]] bool listLink(std::uint32_t link) const;

    const text::Reading* reading_ = nullptr;
    const read::Mentions* mentions_ = nullptr;
    const text::Lexicon* lexicon_ = nullptr;
    const Grammar* grammar_ = nullptr;
    std::uint32_t first_ = 0, end_ = 0;
    WordClass before_ = WordClass::Mark; ///< of the last word before the one in hand, adverbs and quotes passed over
    std::vector<WordClass> classes_;
    std::vector<std::uint8_t> fixed_;
    std::vector<Chunk> chunks_;
    std::vector<std::uint32_t> chunkOf_;
    mutable std::vector<Open> open_;
    bool titleCase_ = false; ///< most words are capitalised: capitals do not mark names
};

} // namespace countercheck::claim
