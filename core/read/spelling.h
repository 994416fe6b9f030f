// SPDX-License-Identifier: GPL-3.0-or-later
// A word that a rule names, in a form that is compared at once: where a token's next word cannot be foretold, a letter
// by letter comparison with each of a handful of words costs more in wrong guesses of the processor than in work.
#pragma once

#include "core/text/utf8.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace countercheck::read {

/// The bytes of a word of 1 to 16 in one number: those of up to eight as they are; the others are mixed in, so that two
/// long words are taken for one another once in 2⁶⁴.
struct Spelling {
    std::uint64_t bytes = 0;

    /// None: like no word.
    constexpr Spelling() = default;
    constexpr Spelling(std::uint64_t low, std::uint64_t high) : bytes(low + high * 0x9E3779B97F4A7C15ull) {}
    /// A word in small letters.
    consteval Spelling(const char* word) { // NOLINT: lists of words are written as such
        std::uint64_t low = 0, high = 0;
        std::size_t i = 0;
        for (; word[i] != '\0'; ++i) {
            const std::uint64_t byte = static_cast<unsigned char>(word[i]);
            if (i >= 16)
                throw "at most 16 bytes";
            (i < 8 ? low : high) |= byte << (i % 8 * 8);
        }
        if (i == 0)
            throw "no word";
        *this = Spelling(low, high);
    }
    [[nodiscard]] constexpr bool operator==(const Spelling& other) const = default;
    /// One of 64 places, by all of its letters.
    [[nodiscard]] constexpr unsigned place() const {
        return static_cast<unsigned>((bytes * 0x9E3779B97F4A7C15ull) >> 58);
    }
};

/// Is the word one of those named? Nearly none is one of a long list: the places of all of them stand in one number,
/// and only a word in such a place is compared with each. Nothing is branched on within a list.
template <Spelling... words> [[nodiscard]] inline bool isOneOf(Spelling word) {
    const auto same = [word] { return (static_cast<unsigned>(word == words) | ...) != 0; };
    if constexpr (sizeof...(words) <= 3) {
        return same();
    } else {
        constexpr std::uint64_t places = ((std::uint64_t{1} << words.place()) | ...);
        return ((places >> word.place()) & 1) != 0 && same();
    }
}

/// The number that up to eight digits write.
[[nodiscard]] constexpr std::uint64_t digitsValue(Spelling digits, std::size_t length) {
    if (length == 0)
        return 0;
    const std::size_t missing = 64 - 8 * length; // bits of leading zeros
    std::uint64_t all = (digits.bytes ^ (0x3030303030303030ull >> missing)) << missing;
    all = all * 10 + (all >> 8); // pairs, then fours, then eight
    constexpr std::uint64_t pairs = 0x000000FF000000FFull;
    return ((all & pairs) * 0x000F424000000064ull + ((all >> 16) & pairs) * 0x0000271000000001ull) >> 32;
}

/// The word from `begin` to `end` in small letters (A to Z; other bytes as they are); none when it is longer than 16
/// bytes.
[[nodiscard]] inline Spelling smallSpelling(std::string_view text, std::size_t begin, std::size_t end) {
    const std::size_t length = end - begin;
    if (length > 16)
        return {};
    if (begin + 16 <= text.size()) [[likely]] {
#ifdef __SSE2__
        alignas(32) static constexpr std::uint8_t kept[32] = {0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF,
                                                              0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF};
        const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text.data() + begin));
        const __m128i place = _mm_sub_epi8(bytes, _mm_set1_epi8('A')); // in the alphabet
        const __m128i capital = _mm_cmpeq_epi8(_mm_min_epu8(place, _mm_set1_epi8(25)), place);
        const __m128i small = _mm_or_si128(bytes, _mm_and_si128(capital, _mm_set1_epi8(0x20)));
        const __m128i word =
            _mm_and_si128(small, _mm_loadu_si128(reinterpret_cast<const __m128i*>(kept + 16 - length)));
        return {static_cast<std::uint64_t>(_mm_cvtsi128_si64(word)),
                static_cast<std::uint64_t>(_mm_cvtsi128_si64(_mm_unpackhi_epi64(word, word)))};
#else
        const std::uint64_t low = text::smallLetters(text::loadBytes(text.data() + begin, 8));
        const std::uint64_t high = text::smallLetters(text::loadBytes(text.data() + begin + 8, 8));
        constexpr std::uint64_t all = ~std::uint64_t{0};
        const auto kept = [](std::size_t bytes) { return bytes >= 8 ? all : (std::uint64_t{1} << (8 * bytes)) - 1; };
        return {low & kept(length), high & kept(length < 8 ? 0 : length - 8)};
#endif
    }
    return {text::smallLetters(text::loadBytes(text.data() + begin, length < 8 ? length : 8)),
            length <= 8 ? 0 : text::smallLetters(text::loadBytes(text.data() + begin + 8, length - 8))};
}

} // namespace countercheck::read
