// SPDX-License-Identifier: GPL-3.0-or-later
// Which places of a sentence can but one name fill: who founded it, what its capital is, where he was born? Data:
// resources/compare/sole.tsv.
#pragma once

#include <cstdint>
#include <string_view>

namespace countercheck::compare {

/// How a name stands to the word that gives it its role.
enum class RoleBy : std::uint8_t { Doer, Object, To, In, After, Noun, When, From };

/// The role of what stands so to the word (a lemma as comparing has it, or an event class); empty: none that is one's
/// alone. For `When` it tells that the deed happens once. What is handed out lives as long as the program.
std::string_view soleRole(RoleBy how, std::string_view word);

} // namespace countercheck::compare
