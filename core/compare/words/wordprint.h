// SPDX-License-Identifier: GPL-3.0-or-later
// A few bits of a word, at hand without reading it through: nearly every word is in no table, and is known by them to
// be in none.
#pragma once

#include <cstddef>
#include <string_view>

namespace countercheck::compare {

/// Of its ends, its middle and its length, below `prints`.
inline std::size_t wordPrint(std::string_view word, std::size_t prints) {
    if (word.empty())
        return 0;
    const auto byte = [&](std::size_t i) { return static_cast<std::size_t>(static_cast<unsigned char>(word[i])); };
    return (byte(0) * 31 + byte(word.size() / 2) * 7 + byte(word.size() - 1) * 131 + word.size() * 17) % prints;
}

} // namespace countercheck::compare
