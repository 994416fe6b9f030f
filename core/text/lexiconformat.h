// SPDX-License-Identifier: GPL-3.0-or-later
// The table of a language's words as lexiconbuilder lays it out and Lexicon reads it: one block of bytes, in the
// machine's own byte order, that is part of the program. Words are numbered from 1: first those of our tables
// (resources/lexicon), then the dictionary's other forms, the most frequent first.
#pragma once

#include "core/text/worduse.h"

#include <cstddef>
#include <cstdint>

namespace countercheck::text::packed {

inline constexpr std::uint32_t magic = 0x364c4343; // "CCL6"

struct Header {
    std::uint32_t magic = 0;
    std::uint32_t words = 0;      ///< all, word 0 ("unknown") included
    std::uint32_t listed = 0;     ///< words below this number are our tables'; word 0 included
    std::uint32_t slots = 0;      ///< a power of two
    std::uint32_t emptySlot = 0;  ///< one that holds no word, nor does its place in the first slots
    std::uint32_t firstSlots = 0; ///< a power of two
    // Where each array begins, in bytes from the header's first.
    std::uint32_t slotsAt = 0;       ///< Slot[slots]
    std::uint32_t firstSlotsAt = 0;  ///< Slot[firstSlots]: frequent words, each in the place of its hash or not here
    std::uint32_t entriesAt = 0;     ///< Entry[listed]
    std::uint32_t valuesAt = 0;      ///< Value[]
    std::uint32_t phrasesAt = 0;     ///< Phrase[], by first word, longest first
    std::uint32_t phraseWordsAt = 0; ///< uint32[]
    std::uint32_t wordsAt = 0;       ///< Word[words]
    std::uint32_t sensesAt = 0;      ///< uint32[]
    std::uint32_t hypernymsAt = 0;   ///< Hypernym[hypernyms], ascending
    std::uint32_t hypernyms = 0;
    std::uint32_t poolAt = 0; ///< char[]
    std::uint32_t size = 0;   ///< of everything
};

struct Slot {
    std::uint32_t key = 0;  ///< upper half of the form's hashSmall(), never 0; the lower half chooses the slot
    std::uint32_t word = 0; ///< lower 20 bits: the word, 0: empty; upper 12: its hints
};

inline constexpr std::uint32_t wordBits = 20;
inline constexpr std::uint32_t wordMask = (1u << wordBits) - 1;

/// Which words can stand second in a phrase that begins with a word: no bit, no such phrase.
struct SecondWords {
    std::uint64_t bits[2] = {};
    static constexpr std::uint32_t bitOf(std::uint32_t word) { return (word * 0x9E3779B9u) >> 25; }
    constexpr void add(std::uint32_t word) { bits[bitOf(word) >> 6] |= std::uint64_t{1} << (bitOf(word) & 63); }
    [[nodiscard]] constexpr bool mayHold(std::uint32_t word) const {
        return ((bits[bitOf(word) >> 6] >> (bitOf(word) & 63)) & 1) != 0;
    }
};

/// All that our tables say of one of their words, in one line of the processor's cache.
struct Entry {
    std::uint64_t tags = 0;
    std::uint64_t phraseTags = 0; ///< all tags of the phrases that begin with the word
    SecondWords secondWords;
    std::uint32_t firstValue = 0, endValue = 0;   ///< half-open range of the values
    std::uint32_t firstPhrase = 0, endPhrase = 0; ///< of the phrases that begin with this word
    std::uint32_t lemma = 0;                      ///< word that this one is an inflected form of; 0: none
    std::uint16_t hints = 0;
    std::uint16_t rest[5] = {}; ///< up to a whole line
};
static_assert(sizeof(Entry) == 64);

/// A tag's value. Its words stand here where they are few, else in the pool.
struct Value {
    static constexpr std::size_t room = 18;
    std::int64_t number = 0;
    std::uint32_t text = 0; ///< in the pool
    std::uint8_t tag = 0, length = 0;
    char here[room] = {};
};
static_assert(sizeof(Value) == 32);

struct Phrase {
    std::uint32_t firstWord = 0, endWord = 0; ///< range of the phrase words
    std::uint32_t second = 0;                 ///< the second of them, which tells most phrases apart
    std::uint32_t entry = 0;
};

/// What the dictionary says of a word, and how it is written.
struct Word {
    WordUse use;
    std::uint16_t length = 0;         ///< of the form
    std::uint32_t form = 0;           ///< in the pool
    std::uint32_t noun = 0, verb = 0; ///< the lemmas' words; 0: none
    std::uint32_t senses = 0; ///< where they begin: counts of noun and verb synsets, then their numbers; 0: none
    std::uint32_t pad = 0;
};
static_assert(sizeof(Word) == 32);

struct Hypernym {
    std::uint32_t synset = 0, hypernym = 0;
};

} // namespace countercheck::text::packed
