// SPDX-License-Identifier: GPL-3.0-or-later
// What WordNet knows of a word, in any case of letters, kept at hand: the same few thousand words come again and again,
// and a look-up in the whole table misses the processor's cache. Each thread keeps its own.
#pragma once

#include "core/text/wordnet.h"

#include <array>
#include <string_view>

namespace countercheck::read {

struct WordSense {
    std::array<std::uint8_t, 4> frequency{}; ///< as in text::WordUse
    std::uint16_t forms = 0;                 ///< text::WordForm bits
    text::Field nounField = text::Field::None;
    bool known = false;

    explicit operator bool() const { return known; }
    const WordSense* operator->() const { return this; }
    [[nodiscard]] bool noun() const { return frequency[0] != 0; }
    [[nodiscard]] bool verb() const { return frequency[1] != 0; }
    [[nodiscard]] bool adjective() const { return frequency[2] != 0; }
    [[nodiscard]] bool adverb() const { return frequency[3] != 0; }
};

/// English only. A word that is longer than 32 bytes or holds other than ASCII letters is unknown.
WordSense senseOf(std::string_view word);

} // namespace countercheck::read
