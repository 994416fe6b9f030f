// SPDX-License-Identifier: GPL-3.0-or-later
// A few bits of a word, at hand without reading it through: nearly every word is in no table, and is known by them to
// be in none.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace countercheck::compare {

/// Of its ends, its middle and its length, below `prints`.
inline std::size_t wordPrint(std::string_view word, std::size_t prints) {
    if (word.empty())
        return 0;
    const auto byte = [&](std::size_t i) { return static_cast<std::size_t>(static_cast<unsigned char>(word[i])); };
    return (byte(0) * 31 + byte(word.size() / 2) * 7 + byte(word.size() - 1) * 131 + word.size() * 17) % prints;
}

/// Its bytes in one number, whose highest bits are the best mixed. Of up to eight bytes no two are alike; of longer
/// words two hardly ever.
inline std::uint64_t wordKey(std::string_view word) {
    const auto bytes = [&]<class Number>(std::size_t at, Number number) -> std::uint64_t {
        std::memcpy(&number, word.data() + at, sizeof number);
        return number;
    };
    const std::size_t size = word.size();
    std::uint64_t key = size * 0xd6e8feb86659fd93ull;
    const auto mix = [&](std::uint64_t number) {
        key = (key ^ number) * 0x9e3779b97f4a7c15ull;
        key ^= key >> 32;
    };
    if (size >= 8) {
        for (std::size_t at = 0; at + 8 < size; at += 8)
            mix(bytes(at, std::uint64_t{}));
        mix(bytes(size - 8, std::uint64_t{}));
    } else if (size >= 4) {
        mix(bytes(0, std::uint32_t{}) << 32 | bytes(size - 4, std::uint32_t{}));
    } else if (size > 0) {
        mix(bytes(0, std::uint8_t{}) << 16 | bytes(size / 2, std::uint8_t{}) << 8 | bytes(size - 1, std::uint8_t{}));
    }
    return key;
}

} // namespace countercheck::compare
