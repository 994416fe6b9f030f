// SPDX-License-Identifier: GPL-3.0-or-later
// What kind of word is it? WordNet 3.0 (Princeton), packed at build time into one hashed table that is part of the
// program: parts of speech with their frequency, lemma, and the field of the first sense, for every inflected form.
// Nothing is loaded at start; a look-up is one probe, and each thread keeps at hand where it found the words that it
// looked up last; any number of threads may look up at once. English only.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace countercheck::text {

/// The lexicographers' files: numbers as in WordNet's lexnames(5WN).
enum class Field : std::uint8_t {
    None = 0,
    Tops = 3,
    Act,
    Animal,
    Artifact,
    Attribute,
    Body,
    Cognition,
    Communication,
    Event,
    Feeling,
    Food,
    Group,
    Location,
    Motive,
    Object,
    Person,
    Phenomenon,
    Plant,
    Possession,
    Process,
    Quantity,
    Relation,
    Shape,
    State,
    Substance,
    Time,
    VerbBody,
    VerbChange,
    VerbCognition,
    VerbCommunication,
    VerbCompetition,
    VerbConsumption,
    VerbContact,
    VerbCreation,
    VerbEmotion,
    VerbMotion,
    VerbPerception,
    VerbPossession,
    VerbSocial,
    VerbStative,
    VerbWeather
};

enum WordForm : std::uint8_t {
    NounSingular = 1,
    NounPlural = 2,
    VerbBase = 4,
    VerbThird = 8,
    VerbPastTense = 16,
    VerbPastParticiple = 32,
    VerbGerund = 64
};

/// How a word is used: what most rules ask.
struct WordUse {
    /// noun, verb, adjective, adverb: 0 = never; otherwise 1 + 16·log2(1 + times tagged in the semantic concordances).
    std::array<std::uint8_t, 4> frequency{};
    Field nounField = Field::None, verbField = Field::None;
    std::uint8_t forms = 0; ///< WordForm bits
    [[nodiscard]] bool noun() const { return frequency[0] != 0; }
    [[nodiscard]] bool verb() const { return frequency[1] != 0; }
    [[nodiscard]] bool adjective() const { return frequency[2] != 0; }
    [[nodiscard]] bool adverb() const { return frequency[3] != 0; }
};

struct WordInfo : WordUse {
    std::string_view nounLemma, verbLemma;                   ///< empty when it is none
    std::span<const std::uint32_t> nounSynsets, verbSynsets; ///< most frequent sense first, at most four
};

/// The entry of a lower-cased word form; nothing when WordNet does not have it.
std::optional<WordInfo> wordInfo(std::string_view lowerCased);
/// The same without lemmas and synsets: a third of the memory is looked at.
std::optional<WordUse> wordUse(std::string_view lowerCased);
/// The synset's first hypernym; 0 when it has none.
std::uint32_t hypernymOf(std::uint32_t synset);
/// Two lemmas that share a noun synset, or of which one is the other's direct hypernym, within their first `senses`
/// senses.
bool closeNouns(std::string_view a, std::string_view b, std::size_t senses = 2);
bool closeVerbs(std::string_view a, std::string_view b, std::size_t senses = 2);

namespace packed {
// The layout that wordnetpack writes and wordnet.cpp reads.
inline constexpr std::uint32_t magic = 0x324e5743; // "CWN2"
struct Header {
    std::uint32_t magic, slots, slotsAt, poolAt, poolSize, sensesAt, senseCount, hypernymsAt, hypernymCount;
};
struct Slot {
    std::uint32_t fingerprint = 0;              ///< 0: empty
    std::uint32_t nounLemma = 0, verbLemma = 0; ///< offsets into the pool, behind a byte with the length; 0: none
    std::uint8_t frequency[4] = {};
    std::uint32_t senses = 0; ///< offset into the senses: counts of noun and verb synsets, then their numbers; 0: none
    std::uint8_t nounField = 0, verbField = 0, forms = 0, pad = 0;
};
struct Hypernym {
    std::uint32_t synset, hypernym;
};
} // namespace packed

} // namespace countercheck::text
