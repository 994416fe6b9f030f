// SPDX-License-Identifier: GPL-3.0-or-later
// Small UTF-8 helpers for one walk over a text. Any bytes are safe: an ill-formed sequence decodes as U+FFFD, one byte
// long.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace countercheck::text {

struct CodePoint {
    char32_t value = 0;
    std::uint32_t length = 1; ///< bytes
};

/// Decodes the code point at `at` (which must be inside the text).
CodePoint decodeAt(std::string_view text, std::size_t at);
/// Appends a code point (not a surrogate).
void appendUtf8(std::string& out, char32_t value);
/// Number of code points; ill-formed bytes count one each.
std::size_t countCodePoints(std::string_view text);

/// Lower case for Latin, Greek and Cyrillic letters; others stay. Typographic apostrophes become '.
/// The length in bytes never grows. Returns a view into `buffer`, or `word` itself when nothing changes.
std::string_view lowered(std::string_view word, std::string& buffer);
/// Lower case without accents: "Bafoulabé" → "bafoulabe", for comparing spellings (Latin only).
std::string foldAccents(std::string_view word);

/// 64-bit hash of bytes, the same on every machine (used by tables that are built beforehand).
constexpr std::uint64_t hashBytes(std::string_view bytes) {
    std::uint64_t h = 0xcbf29ce484222325ull;
    for (const char c : bytes) {
        h ^= static_cast<unsigned char>(c);
        h *= 0x100000001b3ull;
    }
    h ^= h >> 32;
    h *= 0x9e3779b97f4a7c15ull;
    return h ^ (h >> 29);
}

/// 64-bit hash of the word in small letters (A to Z only; other bytes as they are), eight bytes at a time, the same on
/// every machine.
/// @param readable  bytes that may be read from the word's first on; more than the word holds make it faster
inline std::uint64_t hashSmall(std::string_view word, std::size_t readable = 0) {
    constexpr std::uint64_t every = 0x0101010101010101ull;
    const char* at = word.data();
    std::size_t left = word.size();
    std::uint64_t hash = left * 0xC2B2AE3D27D4EB4Full;
    while (left > 0) {
        std::uint64_t bytes = 0;
        const std::size_t taken = left < 8 ? left : 8;
        if (left >= 8) {
            std::memcpy(&bytes, at, 8);
        } else if (std::endian::native == std::endian::little && readable >= 8) {
            std::memcpy(&bytes, at, 8);
            bytes &= ~std::uint64_t{0} >> (64 - 8 * taken);
        } else {
            std::memcpy(&bytes, at, left);
        }
        if constexpr (std::endian::native != std::endian::little)
            bytes = __builtin_bswap64(bytes);
        // A to Z become a to z, every other byte stays.
        const std::uint64_t low = bytes & (every * 0x7F);
        const std::uint64_t upper =
            ((low + every * (0x80 - 'A')) ^ (low + every * (0x7F - 'Z'))) & ~bytes & (every * 0x80);
        hash = (hash ^ bytes ^ (upper >> 2)) * 0x9E3779B97F4A7C15ull;
        hash ^= hash >> 32;
        at += taken;
        left -= taken;
        readable = readable > taken ? readable - taken : 0;
    }
    hash *= 0xD6E8FEB86659FD93ull;
    return hash ^ (hash >> 32);
}

} // namespace countercheck::text
