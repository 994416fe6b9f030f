// SPDX-License-Identifier: GPL-3.0-or-later
// What a dictionary says of a word form: parts of speech with their frequency, inflection, and the field of the first
// sense. English: WordNet 3.0; French: hunspell-fr's dictionary. Lexicon::use() gives it for a WordId.
#pragma once

#include <array>
#include <cstdint>

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

/// Which inflected forms a word can be. The first seven hold for English and French alike; the others only for French.
enum WordForm : std::uint16_t {
    NounSingular = 1,        ///< of a noun; in French also of an adjective or a participle
    NounPlural = 2,          ///< the same in the plural
    VerbBase = 4,            ///< the infinitive
    VerbThird = 8,           ///< third person singular (English: of the present)
    VerbPastTense = 16,      ///< attacked; French: passé simple
    VerbPastParticiple = 32, ///< taken, enlevé
    VerbGerund = 64,         ///< taking; French: present participle
    Masculine = 128,
    Feminine = 256,
    VerbPresent = 512, ///< indicative, any person
    VerbImperfect = 1024,
    VerbFuture = 2048,
    VerbConditional = 4096,
    VerbSubjunctive = 8192,
    VerbImperative = 16384,
    VerbThirdPlural = 32768
};

/// Parts of speech beside noun, verb, adjective and adverb, where the dictionary names them (French).
enum WordPart : std::uint8_t {
    Preposition = 1,
    Determiner = 2,
    Pronoun = 4,
    Conjunction = 8,
    Interjection = 16,
    ProperNoun = 32, ///< names of people, places and firms
    Numeral = 64,
    Elided = 128 ///< l', d', qu': ends in an apostrophe
};

/// How a word is used: what most rules ask.
struct WordUse {
    /// noun, verb, adjective, adverb: 0 = never; otherwise 1 + 16·log2(1 + times tagged in the semantic concordances).
    /// French: 0 or 1.
    std::array<std::uint8_t, 4> frequency{};
    Field nounField = Field::None, verbField = Field::None;
    std::uint16_t forms = 0; ///< WordForm bits
    std::uint8_t parts = 0;  ///< WordPart bits
    /// Does the dictionary have the word?
    [[nodiscard]] constexpr bool known() const {
        return (frequency[0] | frequency[1] | frequency[2] | frequency[3] | parts) != 0;
    }
    [[nodiscard]] constexpr bool noun() const { return frequency[0] != 0; }
    [[nodiscard]] constexpr bool verb() const { return frequency[1] != 0; }
    [[nodiscard]] constexpr bool adjective() const { return frequency[2] != 0; }
    [[nodiscard]] constexpr bool adverb() const { return frequency[3] != 0; }
};
static_assert(sizeof(WordUse) == 10); // it is stored as it is

} // namespace countercheck::text
