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

/// Sixteen bytes into a hash's state.
constexpr std::uint64_t mixHash(std::uint64_t state, std::uint64_t low, std::uint64_t high) {
    const std::uint64_t h =
        ((low ^ state) * 0x9E3779B97F4A7C15ull) ^ std::rotl((high ^ 0xD6E8FEB86659FD93ull) * 0xC2B2AE3D27D4EB4Full, 29);
    const std::uint64_t mixed = (h ^ (h >> 32)) * 0xD6E8FEB86659FD93ull;
    return mixed ^ (mixed >> 29);
}
/// A to Z become a to z, every other byte stays.
constexpr std::uint64_t smallLetters(std::uint64_t bytes) {
    constexpr std::uint64_t every = 0x0101010101010101ull;
    const std::uint64_t low = bytes & (every * 0x7F);
    const std::uint64_t upper = ((low + every * (0x80 - 'A')) ^ (low + every * (0x7F - 'Z'))) & ~bytes & (every * 0x80);
    return bytes ^ (upper >> 2);
}
/// The first `count` bytes (at most eight) as a number, the first one lowest, on every machine.
inline std::uint64_t loadBytes(const char* at, std::size_t count) {
    const auto part = [at]<class T>(T value, std::size_t from) {
        std::memcpy(&value, at + from, sizeof value);
        if constexpr (std::endian::native != std::endian::little) {
            T swapped = 0;
            for (std::size_t i = 0; i < sizeof value; ++i)
                swapped = static_cast<T>((std::uint64_t{swapped} << 8) | ((std::uint64_t{value} >> (8 * i)) & 0xFF));
            value = swapped;
        }
        return std::uint64_t{value};
    };
    if (count >= 8)
        return part(std::uint64_t{}, 0);
    if (count >= 4) // two loads that overlap
        return part(std::uint32_t{}, 0) | (part(std::uint32_t{}, count - 4) << (8 * (count - 4)));
    if (count >= 2)
        return part(std::uint16_t{}, 0) | (part(std::uint16_t{}, count - 2) << (8 * (count - 2)));
    return count == 1 ? part(std::uint8_t{}, 0) : 0;
}

/// Writes the eight bytes of a number, the lowest first, as loadBytes() reads them.
inline void storeBytes(std::uint64_t bytes, char* to) {
    if constexpr (std::endian::native == std::endian::little)
        std::memcpy(to, &bytes, sizeof bytes);
    else
        for (std::size_t i = 0; i < sizeof bytes; ++i, bytes >>= 8)
            to[i] = static_cast<char>(bytes);
}

/// What a hash of a word begins with.
constexpr std::uint64_t hashSeed(std::size_t size) {
    return size * 0xA0761D6478BD642Full;
}
/// 64-bit hash of the word in small letters (A to Z only; other bytes as they are), sixteen bytes at a time, the same
/// on every machine. For a word of up to sixteen bytes it is mixHash() over its seed and its bytes, filled up with
/// zeros.
inline std::uint64_t hashSmall(std::string_view word) {
    std::uint64_t hash = hashSeed(word.size());
    const char* at = word.data();
    std::size_t left = word.size();
    do {
        const std::uint64_t low = smallLetters(loadBytes(at, left));
        const std::uint64_t high = left > 8 ? smallLetters(loadBytes(at + 8, left - 8)) : 0;
        hash = mixHash(hash, low, high);
        at += left < 16 ? left : 16;
        left -= left < 16 ? left : 16;
    } while (left > 0);
    return hash;
}

/// hashSmall() of the word from `begin` to `end` of a text. Where the text goes on for sixteen bytes, as nearly always,
/// a word of up to sixteen is read in two steps whatever its length.
inline std::uint64_t hashSmallIn(std::string_view text, std::size_t begin, std::size_t end) {
    const std::size_t size = end - begin;
    if (size > 16 || begin + 16 > text.size()) [[unlikely]]
        return hashSmall(text.substr(begin, size));
    constexpr std::uint64_t all = ~std::uint64_t{0};
    const std::uint64_t lowKept = size >= 8 ? all : (std::uint64_t{1} << (8 * size % 64)) - 1;
    const std::uint64_t highKept = size >= 16 ? all : size <= 8 ? 0 : (std::uint64_t{1} << (8 * size % 64)) - 1;
    return mixHash(hashSeed(size), smallLetters(loadBytes(text.data() + begin, 8)) & lowKept,
                   smallLetters(loadBytes(text.data() + begin + 8, 8)) & highKept);
}

} // namespace countercheck::text
