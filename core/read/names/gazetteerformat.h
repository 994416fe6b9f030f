// SPDX-License-Identifier: GPL-3.0-or-later
// The layout of the packed gazetteer, which gazetteerpack writes and gazetteer.cpp reads.
#pragma once

#include <cstdint>

namespace countercheck::read::packed {

inline constexpr std::uint32_t gazetteerMagic = 0x315a4743; // "CGZ1"
inline constexpr std::uint32_t weakBit = 0x80000000u;       ///< on an index into the places: a lesser known variant

struct GazetteerHeader {
    std::uint32_t magic, slots, slotsAt, listsAt, placesAt, placeCount, poolAt, poolSize;
};
struct GazetteerSlot {
    std::uint32_t fingerprint = 0; ///< 0: empty
    std::uint32_t list = 0;        ///< where its list begins: a count, then indexes into the places, likeliest first
};
struct GazetteerPlace {
    std::uint32_t name = 0;   ///< offset into the pool of zero-ended strings
    std::uint32_t region = 0; ///< index of its region's place; 0: none
    std::uint32_t population = 0;
    char country[2] = {};
    std::uint8_t kind = 0, pad = 0;
};

} // namespace countercheck::read::packed
