// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/words/lookups.h"

#include "core/compare/words/wordprint.h"
#include "core/read/units.h"
#include "core/text/utf8.h"
#include "core/text/wordnet.h"

#include <algorithm>
#include <array>

namespace countercheck::compare {

namespace {

/// The last answers about pairs of words, found by the pair's hash. A newer pair pushes out the older one in its slot.
template <class Answer, class Ask> Answer remembered(std::string_view a, std::string_view b, const Ask& ask) {
    struct Slot {
        std::uint64_t key = 0;
        Answer answer{};
    };
    thread_local std::array<Slot, 4096> slots;
    std::uint64_t key = wordKey(a) * 0x9e3779b97f4a7c15ull + wordKey(b);
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
