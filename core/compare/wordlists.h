// SPDX-License-Identifier: GPL-3.0-or-later
// Which words does comparing take together? Families of words, as data: resources/compare/families.tsv.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace countercheck::compare {

/// The kinds of families; the table's comments say what each is for.
enum class Family : std::uint8_t {
    Deed,
    Thing,
    Person,
    Place,
    Wide,
    Light,
    OneParty,
    Fresh,
    Sole,
    Life,
    Plan,
    Measure,
    SoleMeasure,
    Direction,
    Praise
};

/// Does a family of the kind hold the word?
bool listed(Family kind, std::string_view word);
/// All words of the families of the kind.
std::vector<std::string_view> wordsOf(Family kind);
/// The first word of the first family of the kind that holds the word; the word itself where none does. What is handed
/// out lives as long as the program or the word.
std::string_view headOf(Family kind, std::string_view word);
/// Does one family of the kind hold both words?
bool together(Family kind, std::string_view a, std::string_view b);

/// Of concepts (Concepts::named), the families of measures that hold them: numbers that stand for one each.
std::vector<std::uint32_t> measuresOf(const std::vector<std::uint32_t>& concepts);
/// Has an event but one of the measure?
bool soleMeasure(std::uint32_t measure);

/// The English lemma that names what a French one names: by resources/compare/across.tsv, else the English word that is
/// spelt like it but for accents and its ending ("négociation", "sécurité"); the word itself where there is none. What
/// is handed out lives as long as the program or the word.
std::string_view acrossOf(std::string_view french);

} // namespace countercheck::compare
