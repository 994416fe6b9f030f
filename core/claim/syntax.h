// SPDX-License-Identifier: GPL-3.0-or-later
// A shallow parser for one sentence: word classes from the lexicon, its dictionary and the neighbours; noun phrases and
// verb groups; and who is subject and object of which verb. Rules over tokens, no model, every decision explainable. It
// errs on the side of finding no structure: a claim without a predicate is better than one with a wrong one. What a
// language's small words do stands in its tables (Grammar); only the choice between noun, verb and adjective has rules
// of its own per family of languages.
#pragma once

#include "core/claim/grammar.h"
#include "core/claim/wordshapes.h"
#include "core/read/mentions.h"
#include "core/text/lexicon.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

namespace countercheck::claim {

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
    bool passive : 1 = false, negative : 1 = false, modal : 1 = false, perfect : 1 = false, gerund : 1 = false,
                   infinitive : 1 = false,
                   participle : 1 = false; ///< a past participle without an auxiliary ("people kidnapped in …")
    bool future : 1 = false;
    mutable std::uint8_t startsClause : 2 = 0; ///< Syntax::startsClause(): 0 not asked yet, 1 no, 2 yes
    [[nodiscard]] bool finite() const { return !gerund && !infinitive && !participle; }
};

/// The chunks of a sentence; room is kept from sentence to sentence.
class Chunks {
public:
    void clear(std::size_t most) {
        if (room_.size() < most)
            room_.resize(most);
        size_ = 0;
    }
    void push_back(const Chunk& chunk) { put(chunk, size_++); }
    /// Writes the chunk at a place up to one behind the last, where it does not count until resize() says so.
    void put(const Chunk& chunk, std::size_t index) { room_[index] = chunk; }
    /// There is room for so many.
    void resize(std::size_t size) { size_ = size; }
    [[nodiscard]] std::size_t size() const { return size_; }
    [[nodiscard]] bool empty() const { return size_ == 0; }
    [[nodiscard]] const Chunk& operator[](std::size_t i) const { return room_[i]; }
    [[nodiscard]] const Chunk& back() const { return room_[size_ - 1]; }
    [[nodiscard]] const Chunk* begin() const { return room_.data(); }

private:
    std::vector<Chunk> room_;
    std::size_t size_ = 0;
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

/// What was found of a sentence; it can be kept while another one is in hand.
struct SentenceFound {
    const text::Reading* reading_ = nullptr;
    const read::Mentions* mentions_ = nullptr;
    const text::Lexicon* lexicon_ = nullptr;
    const Grammar* grammar_ = nullptr;
    std::uint32_t first_ = 0, end_ = 0;
    unsigned marks_ = 0;     ///< those of all tokens together
    bool titleCase_ = false; ///< most words are capitalised: capitals do not mark names
    std::vector<WordClass> classes_;
    std::vector<std::uint8_t> fixed_;
    Chunks chunks_;
    std::vector<std::uint32_t> chunkOf_; ///< of each token; with room behind the last
    std::vector<WordShape> shapes_;      ///< and one that marks nothing, behind the last
};

class Syntax : private SentenceFound {
public:
    static constexpr std::uint32_t none = 0xFFFFFFFFu;

    /// Takes up one sentence: what its words are by themselves. `reading` and `mentions` must outlive the use of the
    /// result.
    void begin(const text::Reading& reading, const read::Mentions& mentions, std::uint32_t sentence);
    /// Parses it.
    void parse(const InSentence& in);

    /// Gives away what was found, and takes up what was given away before.
    void exchange(SentenceFound& found) { std::swap(static_cast<SentenceFound&>(*this), found); }

    [[nodiscard]] const Chunks& chunks() const { return chunks_; }
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
    /// May a noun phrase begin at the token? False behind the sentence.
    [[nodiscard]] bool opensNounPhrase(std::uint32_t token) const { return token < end_ && marked(token, Opens); }
    /// Does the token's word have the mark? And any token of the sentence?
    [[nodiscard]] bool marked(std::uint32_t token, unsigned mark) const {
        return (shapes_[token - first_].marks & mark) != 0;
    }
    [[nodiscard]] bool anyMarked(unsigned mark) const { return (marks_ & mark) != 0; }

private:
    [[nodiscard]] OpenWord open(std::uint32_t token) const {
        const text::Token& t = reading_->tokens[token];
        return openWord(*lexicon_, grammar_->english(), t.word, reading_->of(t));
    }
    /// text::WordForm bits of the token by itself, which shape() has found.
    [[nodiscard]] unsigned formsOf(std::uint32_t token) const {
        const WordShape& shape = shapes_[token - first_];
        if ((shape.marks & ByEnding) != 0 || !reading_->tokens[token].is(text::TokenKind::Word)) [[unlikely]]
            return open(token).forms; // by the ending that it has in the article
        return shape.forms;
    }
    void shape(bool capitalsName);
    [[nodiscard]] WordShape unusual(const text::Token& token, WordShape shape);
    template <bool english> void classifyWords();
    template <bool english> [[nodiscard]] unsigned besides(std::size_t token) const;
    template <bool english> [[nodiscard]] unsigned neighbours(std::size_t token, WordClass before) const;
    [[nodiscard]] bool fixedAs(std::uint32_t token, WordClass c) const {
        return fixed_[token - first_] != 0 && classes_[token - first_] == c;
    }
    void fix(std::uint32_t first, std::uint32_t end, WordClass c);
    [[nodiscard]] bool tellsOfMany(const read::Figure& figure) const;
    void fixPhrases(std::uint32_t token);
    void fixCompounds();
    void classify(const InSentence& in);
    [[nodiscard]] WordClass classifyWord(std::uint32_t token) const;
    [[nodiscard]] WordClass germanic(std::uint32_t token, const OpenWord& word) const;
    [[nodiscard]] WordClass romance(std::uint32_t token, const OpenWord& word) const;
    [[nodiscard]] bool doSupport(std::uint32_t token) const;
    [[nodiscard]] bool clauseFollows(std::uint32_t token) const;
    [[nodiscard]] bool opensVerbGroup(std::uint32_t token) const;
    [[nodiscard]] bool baseVerb(std::uint32_t token) const;
    void chunk();
    std::uint32_t otherChunk(std::uint32_t token);
    std::uint32_t prepositionPhrase(std::uint32_t token);
    [[nodiscard]] bool verbFollows(std::uint32_t token) const;
    [[nodiscard]] bool insertedParticiple(std::uint32_t end) const;
    [[nodiscard]] std::uint32_t pastTime(std::uint32_t token) const;
    [[nodiscard]] bool objectFollows(std::uint32_t token) const;
    std::uint32_t verbGroup(std::uint32_t token);
    std::uint32_t nounPhrase(std::uint32_t token);
    void give(std::uint32_t first, std::uint32_t end, std::uint32_t chunk);
    [[nodiscard]] bool startsClause(std::uint32_t chunk) const;
    [[nodiscard]] bool findStart(std::uint32_t chunk) const;
    [[nodiscard]] bool listLink(std::uint32_t link) const;

    WordClass before_ = WordClass::Mark; ///< of the last word before the one in hand, adverbs and quotes passed over
    static constexpr std::uint32_t chunksBehind = 8; ///< see give()
    /// What one language's words were decided to be before: for each kind of word, class before it and neighbourhood
    /// (neighbours()). Rules are asked once for each; where they ask more than that, the word's kind is `single`.
    struct Decided {
        explicit Decided(const Grammar& grammar) : shapes(grammar) {}
        WordShapes shapes;
        std::vector<WordClass> classes;
    };
    std::array<std::unique_ptr<Decided>, 2> both_; ///< English, French
    Decided* decided_ = nullptr;
};

} // namespace countercheck::claim
