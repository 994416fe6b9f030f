// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/read/wordsense.h"

#include "core/text/utf8.h"

#include <vector>

namespace countercheck::read {

namespace {

struct Slot {
    std::uint64_t hash = 0;
    WordSense sense;
};
constexpr std::size_t slotCount = 16384;

} // namespace

WordSense senseOf(std::string_view word) {
    if (word.empty() || word.size() > 32)
        return {};
    const std::uint64_t hash = text::hashSmall(word) | 1u; // 0 is an empty slot
    thread_local std::vector<Slot> slots(slotCount);
    Slot& slot = slots[(hash >> 8) & (slotCount - 1)];
    if (slot.hash == hash)
        return slot.sense;
    char small[32];
    WordSense sense;
    bool ascii = true;
    for (std::size_t i = 0; i < word.size(); ++i) {
        const char c = word[i];
        ascii = ascii && static_cast<unsigned char>(c) < 0x80;
        small[i] = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    }
    if (ascii)
        if (const auto info = text::wordUse({small, word.size()}))
            sense = {info->frequency, info->forms, info->nounField, true};
    slot = {hash, sense};
    return sense;
}

} // namespace countercheck::read
