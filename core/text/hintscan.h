// SPDX-License-Identifier: GPL-3.0-or-later
// From token to token that may begin what a pass looks for: eight tokens are asked at a time, and the others are never
// looked at.
#pragma once

#include "core/text/reading.h"

#include <algorithm>
#include <bit>
#include <cstdint>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace countercheck::text {

/// The first token of a sentence from `from` on with one of `hints`; `end` when none before it has one.
inline std::uint32_t nextHinted(const Reading& reading, std::uint32_t from, std::uint32_t end, unsigned hints) {
    const std::uint16_t* const all = reading.hints.data();
#ifdef __SSE2__
    const __m128i wanted = _mm_set1_epi16(static_cast<short>(hints));
    static_assert(Reading::hintsBehind >= 8); // that many can be read beyond the last token
    for (; from < end; from += 8) {
        const __m128i eight = _mm_loadu_si128(reinterpret_cast<const __m128i*>(all + from));
        const __m128i without = _mm_cmpeq_epi16(_mm_and_si128(eight, wanted), _mm_setzero_si128());
        const auto with = static_cast<unsigned>(_mm_movemask_epi8(without)) ^ 0xFFFFu; // two bits a token
        if (with != 0)
            return std::min(end, from + static_cast<std::uint32_t>(std::countr_zero(with)) / 2);
    }
    return end;
#else
    while (from < end && (all[from] & hints) == 0)
        ++from;
    return std::min(from, end);
#endif
}

} // namespace countercheck::text
