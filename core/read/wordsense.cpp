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
constexpr std::size_t slotCount = 8192;

} // namespace

WordSense senseOf(std::string_view word) {
    char small[32];
    if (word.empty() || word.size() > sizeof small)
        return {};
    for (std::size_t i = 0; i < word.size(); ++i) {
        const char c = word[i];
        if (static_cast<unsigned char>(c) >= 0x80)
            return {};
        small[i] = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    }
    const std::string_view key(small, word.size());
    const std::uint64_t hash = text::hashBytes(key) | 1u; // 0 is an empty slot
    thread_local std::vector<Slot> slots(slotCount);
    Slot& slot = slots[(hash >> 8) & (slotCount - 1)];
    if (slot.hash == hash)
        return slot.sense;
    WordSense sense;
    if (const auto info = text::wordInfo(key))
        sense = {info->frequency, info->forms, info->nounField, true};
    slot = {hash, sense};
    return sense;
}

} // namespace countercheck::read
