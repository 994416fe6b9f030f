// SPDX-License-Identifier: GPL-3.0-or-later
// What the parser asks of every word of a sentence, in eight bytes of one small table: its kind (words of one kind are
// decided alike wherever their neighbours are alike) and what it shows its neighbours. A word's shape is made from the
// tables and the dictionary when the word is first seen.
#pragma once

#include "core/text/lexicon.h"
#include "core/text/token.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace countercheck::claim {

class Grammar;

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
inline constexpr std::size_t wordClasses = 22;

/// What an open-class word can be, by tables and dictionary; a word that neither has, by its ending.
struct OpenWord {
    std::uint16_t forms = 0; ///< text::WordForm
    std::uint8_t nounWeight = 0, verbWeight = 0, adjectiveWeight = 0;
    bool noun : 1 = false, verb : 1 = false, adjective : 1 = false, adverb : 1 = false, byEnding : 1 = false;
};
/// @param text  the word as it stands in the article
OpenWord openWord(const text::Lexicon& lexicon, bool english, text::WordId word, std::string_view text);

struct WordShape {
    std::uint16_t kind = 0;   ///< see WordShapes
    std::uint16_t marks = 0;  ///< ShapeMark bits
    std::uint16_t forms = 0;  ///< text::WordForm: OpenWord::forms
    std::uint16_t beside = 0; ///< of a token: what the words around it show, see Syntax::besides()
};

/// Tags that the rules for closed classes ask about.
inline constexpr std::uint64_t closedClasses =
    text::tagBit(text::Tag::Det) | text::tagBit(text::Tag::Prep) | text::tagBit(text::Tag::Conj) |
    text::tagBit(text::Tag::Subord) | text::tagBit(text::Tag::Pron) | text::tagBit(text::Tag::Poss) |
    text::tagBit(text::Tag::Aux) | text::tagBit(text::Tag::Modal) | text::tagBit(text::Tag::Neg) |
    text::tagBit(text::Tag::Wh) | text::tagBit(text::Tag::Adverb) | text::tagBit(text::Tag::Number) |
    text::tagBit(text::Tag::Multiplier) | text::tagBit(text::Tag::Vague) | text::tagBit(text::Tag::Hedge) |
    text::tagBit(text::Tag::Function);
/// Tags of phrases that the parser takes as one small word.
inline constexpr std::uint64_t smallPhrases = text::tagBit(text::Tag::SetMark) | text::tagBit(text::Tag::Event) |
                                              text::tagBit(text::Tag::Prep) | text::tagBit(text::Tag::Subord);
/// Forms of a finite verb, as French has them.
inline constexpr unsigned finiteForms = text::VerbThird | text::VerbThirdPlural | text::VerbPastTense |
                                        text::VerbImperfect | text::VerbFuture | text::VerbConditional;

enum ShapeMark : std::uint16_t {
    Opens = 1,                ///< a noun phrase may begin with it
    OpensBefore = 2,          ///< a hedge: a noun phrase may begin with it if one may begin behind it
    NounAhead = 4,            ///< a noun rather than an adjective, as French has it behind an adjective
    Counts = 8,               ///< determiner, possessive or number
    PluralForm = 16,          ///< may be a plural noun
    Clitic = 32,              ///< a pronoun that stands before its verb
    Closed = 64,              ///< of a closed class; with CapitalNames: if the dictionary does not decide otherwise
    CapitalNames = 128,       ///< with a capital inside a sentence it is a name
    BeforeHyphen = 256,       ///< of a token: a hyphen follows
    ByEnding = 512,           ///< neither tables nor dictionary say what it can be
    StartsSmallPhrase = 1024, ///< a phrase begins with it that is one small word: "because of"
    Tells = 2048,             ///< Facts::telling
    Governs = 4096,           ///< Facts::prep
    Parts = 8192,             ///< Facts::mark
    StartsMark = 16384,       ///< a phrase begins with it that marks or tells a figure: "so far"
    StartsBlame = 32768       ///< a phrase of who did it, or may have done it, begins with it
};

/// Of one thread.
class WordShapes {
public:
    /// Kinds: 0, words that are decided one by one; 1 + class, words of that class wherever they stand; others are
    /// decided by what stands around them.
    static constexpr std::uint16_t single = 0;
    static constexpr std::uint16_t always(WordClass c) {
        return static_cast<std::uint16_t>(1 + static_cast<unsigned>(c));
    }

    explicit WordShapes(const Grammar& grammar);

    /// The shape of a token by its kind or, a word's, by its word; all zero when the word was not seen before, or is
    /// rare or unknown: make it. Nothing is branched on: what comes next in a text cannot be foretold.
    [[nodiscard]] const WordShape& known(text::TokenKind kind, text::WordId word) const {
        const std::size_t ofWord = std::size_t{0} - static_cast<std::size_t>(kind == text::TokenKind::Word); // all bits
        const std::size_t listed = std::size_t{0} - static_cast<std::size_t>(word < words_);
        return shapes_[(word & listed & ofWord) | ((words_ + static_cast<std::size_t>(kind)) & ~ofWord)];
    }
    /// @param text  the word as it stands in the article
    WordShape make(text::WordId word, std::string_view text);
    /// A word whose ending decides, in capitals.
    [[nodiscard]] WordShape inCapitals(text::WordId word, std::string_view text) { return made(word, text); }
    /// Number of kinds so far.
    [[nodiscard]] std::size_t kinds() const { return kinds_; }

private:
    WordShape made(text::WordId word, std::string_view text);
    [[nodiscard]] unsigned signature(const OpenWord& word) const;
    [[nodiscard]] WordShape shape(text::WordId word, const OpenWord& open, std::uint64_t& decides) const;
    [[nodiscard]] std::uint16_t kindOf(std::uint64_t decides);

    const Grammar& grammar_;
    std::vector<WordShape> shapes_; ///< of our tables' words and the dictionary's most frequent ones, then of the kinds
    std::size_t words_ = 0;         ///< those of words
    std::array<WordShape, 8> unknown_{}; ///< of words that nobody knows, by ending
    std::vector<std::uint64_t> keys_;    ///< open addressing: all that decides about the words of a kind
    std::vector<std::uint16_t> ids_;
    std::uint16_t kinds_ = 1 + wordClasses;
};

} // namespace countercheck::claim
