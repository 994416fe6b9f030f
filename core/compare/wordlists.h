// SPDX-License-Identifier: GPL-3.0-or-later
// Which words does comparing take together? Families of words, as data: resources/compare/families.tsv.
#pragma once

#include <cstdint>
#include <string_view>

namespace countercheck::compare {

/// The kinds of families; the table's comments say what each is for.
enum class Family : std::uint8_t { Deed, Thing, Person, Place, Wide, Light, OneParty, Fresh, Sole, Life, Plan };

/// Does a family of the kind hold the word?
bool listed(Family kind, std::string_view word);
/// The first word of the first family of the kind that holds the word; the word itself where none does. What is handed
/// out lives as long as the program or the word.
std::string_view headOf(Family kind, std::string_view word);
/// Does one family of the kind hold both words?
bool together(Family kind, std::string_view a, std::string_view b);

} // namespace countercheck::compare
