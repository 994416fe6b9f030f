// SPDX-License-Identifier: GPL-3.0-or-later
// Small UTF-8 helpers for one walk over a text. Any bytes are safe: an ill-formed sequence decodes as U+FFFD, one byte
// long.
#pragma once

#include <cstdint>
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

} // namespace countercheck::text
