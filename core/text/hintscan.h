// SPDX-License-Identifier: GPL-3.0-or-later
// From token to token that may begin what a pass looks for: 32 tokens, mostly more than a sentence, are asked at a time
// without a branch, and the others are never looked at.
#pragma once

#include "core/text/reading.h"

#include <algorithm>
#include <bit>
#include <cstdint>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace countercheck::text {

/// nextHinted() for tokens with one (`All`: with each) of `hints`.
template <bool All>
inline std::uint32_t nextToken(const Reading& reading, std::uint32_t from, std::uint32_t end, unsigned hints) {
    const std::uint16_t* const all = reading.hints.data();
#ifdef __SSE2__
    const __m128i wanted = _mm_set1_epi16(static_cast<short>(hints));
    const __m128i refused = All ? wanted : _mm_setzero_si128();
    const std::uint32_t turned = All ? 0u : ~0u;
    static_assert(Reading::hintsBehind >= 32); // that many can be read beyond the last token
    const auto eight = [&](std::uint32_t at) {
        const __m128i hinted = _mm_loadu_si128(reinterpret_cast<const __m128i*>(all + at));
        return _mm_cmpeq_epi16(_mm_and_si128(hinted, wanted), refused);
    };
    const auto sixteen = [&](std::uint32_t at) {
        return static_cast<std::uint32_t>(_mm_movemask_epi8(_mm_packs_epi16(eight(at), eight(at + 8))));
    };
    for (; from < end; from += 32) {
        const std::uint32_t with = (sixteen(from) | sixteen(from + 16) << 16) ^ turned; // a bit a token
        if (with != 0)
            return std::min(end, from + static_cast<std::uint32_t>(std::countr_zero(with)));
    }
    return end;
#else
    while (from < end && (All ? (all[from] & hints) != hints : (all[from] & hints) == 0))
        ++from;
    return std::min(from, end);
#endif
}

/// The first token of a sentence from `from` on with one of `hints`; `end` when none before it has one.
inline std::uint32_t nextHinted(const Reading& reading, std::uint32_t from, std::uint32_t end, unsigned hints) {
    return nextToken<false>(reading, from, end, hints);
}
/// The same with all of `hints`.
inline std::uint32_t nextHintedAll(const Reading& reading, std::uint32_t from, std::uint32_t end, unsigned hints) {
    return nextToken<true>(reading, from, end, hints);
}

} // namespace countercheck::text
