// SPDX-License-Identifier: GPL-3.0-or-later
// Of a name: which places of its sentence does it fill that no other name can, of one thing? "X founded the bank",
// "the capital of Talland, X", "Y was born in X"; see soleroles.h.
#pragma once

#include "core/compare/sentences/parsed.h"

#include <cstdint>
#include <vector>

namespace countercheck::compare {

struct SolePlaces {
    /// Of a role and of the thing of which the name has it; of a thing that is named, or of which there is but one by
    /// its article. Ascending and unique.
    std::vector<std::uint64_t> keys;
    /// Concepts of the words by which it has them, and of its whole noun phrase; ascending and unique.
    std::vector<std::uint32_t> words;
};

/// @param np  the chunk in which the name stands
SolePlaces solePlaces(const Parsed& parsed, const text::Reading& reading, const read::Mentions& mentions,
                      const Concepts& concepts, std::uint32_t sentence, const read::Name& name, std::uint32_t np);

} // namespace countercheck::compare
