// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/wordnet.h"

#include "core/text/utf8.h"

#include <algorithm>
#include <array>
#include <memory>

extern "C" const char countercheck_wordnet_begin[];

namespace countercheck::text {

namespace {

using packed::Header;
using packed::Hypernym;
using packed::Slot;

const Header& header() {
    return *reinterpret_cast<const Header*>(countercheck_wordnet_begin);
}

template <class T> const T* at(std::uint32_t offset) {
    return reinterpret_cast<const T*>(countercheck_wordnet_begin + offset);
}

const Slot* slotOf(std::string_view lowerCased) {
    const Header& head = header();
    const Slot* slots = at<Slot>(head.slotsAt);
    const std::uint64_t hash = hashBytes(lowerCased);
    const auto fingerprint = static_cast<std::uint32_t>(hash >> 32) | 1u;
    const std::uint32_t mask = head.slots - 1;
    for (std::uint32_t i = static_cast<std::uint32_t>(hash) & mask; slots[i].fingerprint != 0; i = (i + 1) & mask)
        if (slots[i].fingerprint == fingerprint)
            return &slots[i];
    return nullptr;
}

/// The same few thousand words come again and again, and those that WordNet does not have cost the longest search: each
/// thread keeps at hand where it found the words that it looked up last.
const Slot* keptSlotOf(std::string_view lowerCased) {
    struct Kept {
        std::uint64_t hash = 0;
        const Slot* slot = nullptr; ///< null: WordNet does not have it
    };
    constexpr std::size_t keptCount = 8192;
    thread_local const std::unique_ptr<std::array<Kept, keptCount>> kept =
        std::make_unique<std::array<Kept, keptCount>>();
    if (std::any_of(lowerCased.begin(), lowerCased.end(), [](char c) { return c >= 'A' && c <= 'Z'; }))
        return slotOf(lowerCased);                         // hashSmall() would take it for the word in small letters
    const std::uint64_t hash = hashSmall(lowerCased) | 1u; // 0 is an empty place
    Kept& place = (*kept)[(hash >> 8) % keptCount];
    if (place.hash != hash)
        place = {hash, slotOf(lowerCased)};
    return place.slot;
}

std::string_view pooled(std::uint32_t offset) {
    if (offset == 0)
        return {};
    const char* word = at<char>(header().poolAt + offset);
    return {word, static_cast<unsigned char>(word[-1])};
}

void copyUse(const Slot& slot, WordUse& use) {
    std::copy(std::begin(slot.frequency), std::end(slot.frequency), use.frequency.begin());
    use.nounField = static_cast<Field>(slot.nounField);
    use.verbField = static_cast<Field>(slot.verbField);
    use.forms = slot.forms;
}

template <class Synsets> bool close(Synsets a, Synsets b, std::size_t senses) {
    for (std::size_t i = 0; i < std::min(senses, a.size()); ++i)
        for (std::size_t j = 0; j < std::min(senses, b.size()); ++j)
            if (a[i] == b[j] || hypernymOf(a[i]) == b[j] || hypernymOf(b[j]) == a[i])
                return true;
    return false;
}

} // namespace

std::optional<WordInfo> wordInfo(std::string_view lowerCased) {
    const Slot* slot = keptSlotOf(lowerCased);
    if (slot == nullptr)
        return std::nullopt;
    WordInfo info;
    copyUse(*slot, info);
    info.nounLemma = pooled(slot->nounLemma);
    info.verbLemma = pooled(slot->verbLemma);
    if (slot->senses != 0) {
        const auto* senses = at<std::uint32_t>(header().sensesAt) + slot->senses;
        info.nounSynsets = {senses + 2, senses[0]};
        info.verbSynsets = {senses + 2 + senses[0], senses[1]};
    }
    return info;
}

std::optional<WordUse> wordUse(std::string_view lowerCased) {
    const Slot* slot = keptSlotOf(lowerCased);
    if (slot == nullptr)
        return std::nullopt;
    WordUse use;
    copyUse(*slot, use);
    return use;
}

std::uint32_t hypernymOf(std::uint32_t synset) {
    const auto* first = at<Hypernym>(header().hypernymsAt);
    const auto* last = first + header().hypernymCount;
    const auto* found =
        std::lower_bound(first, last, synset, [](const Hypernym& link, std::uint32_t id) { return link.synset < id; });
    return found != last && found->synset == synset ? found->hypernym : 0;
}

bool closeNouns(std::string_view a, std::string_view b, std::size_t senses) {
    const auto x = wordInfo(a), y = wordInfo(b);
    return x && y && close(x->nounSynsets, y->nounSynsets, senses);
}

bool closeVerbs(std::string_view a, std::string_view b, std::size_t senses) {
    const auto x = wordInfo(a), y = wordInfo(b);
    return x && y && close(x->verbSynsets, y->verbSynsets, senses);
}

} // namespace countercheck::text
