// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/words/lookups.h"

#include "core/read/units.h"
#include "core/text/utf8.h"
#include "core/text/wordnet.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace countercheck::compare {

namespace {

/// Of up to eight bytes no two are alike; of longer words two hardly ever.
std::uint64_t printOf(std::string_view word) {
    const auto bytes = [&]<class Number>(std::size_t at, Number number) -> std::uint64_t {
        std::memcpy(&number, word.data() + at, sizeof number);
        return number;
    };
    const std::size_t size = word.size();
    std::uint64_t print = size * 0xd6e8feb86659fd93ull;
    const auto mix = [&](std::uint64_t number) {
        print = (print ^ number) * 0x9e3779b97f4a7c15ull;
        print ^= print >> 32;
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
    return print;
}

/// The last answers about pairs of words, found by the pair's hash. A newer pair pushes out the older one in its slot.
template <class Answer, class Ask> Answer remembered(std::string_view a, std::string_view b, const Ask& ask) {
    struct Slot {
        std::uint64_t key = 0;
        Answer answer{};
    };
    thread_local std::array<Slot, 4096> slots;
    std::uint64_t key = printOf(a) * 0x9e3779b97f4a7c15ull + printOf(b);
    key += key == 0;
    Slot& slot = slots[(key >> 20) % slots.size()];
    if (slot.key != key)
        slot = {key, ask(a, b)};
    return slot.answer;
}

} // namespace

read::PlaceRelation placesRelated(std::string_view a, std::string_view b) {
    return remembered<read::PlaceRelation>(a, b, [](auto x, auto y) { return read::placeRelation(x, y); });
}
bool sameFolded(std::string_view a, std::string_view b) {
    if (a == b)
        return true;
    const auto plain = [](std::string_view name) {
        return std::all_of(name.begin(), name.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    };
    if (!plain(a) || !plain(b))
        return text::foldAccents(a) == text::foldAccents(b);
    const auto small = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](char x, char y) { return small(x) == small(y); });
}
bool sameDimension(std::string_view a, std::string_view b) {
    return a == b || remembered<bool>(a, b, [](auto x, auto y) { return read::sameDimension(x, y); });
}
bool nounsClose(std::string_view a, std::string_view b) {
    return remembered<bool>(a, b, [](auto x, auto y) { return text::closeNouns(x, y, 1); });
}
bool nounsNear(std::string_view a, std::string_view b) {
    return remembered<bool>(a, b, [](auto x, auto y) { return text::closeNouns(x, y, 2); });
}
bool verbsClose(std::string_view a, std::string_view b) {
    return remembered<bool>(a, b, [](auto x, auto y) { return text::closeVerbs(x, y, 1); });
}

} // namespace countercheck::compare
