// SPDX-License-Identifier: GPL-3.0-or-later
// A table of our own words that is made once and asked very often, mostly for words that it does not hold. One look at
// one slot answers nearly every question: no division, no chain of nodes.
#pragma once

#include "core/compare/words/wordprint.h"

#include <bit>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace countercheck::compare {

/// Words are views of a table that lives as long as the program. Entries stand in the order in which they came.
template <class Value> class WordIndex {
public:
    using Entry = std::pair<std::string_view, Value>;

    /// The word's value; a new one where there is none.
    Value& operator[](std::string_view word) {
        if (const Value* const found = find(word))
            return const_cast<Value&>(*found);
        entries_.emplace_back(word, Value());
        if (entries_.size() * 2 > slots_.size())
            grow();
        else
            put(static_cast<std::uint32_t>(entries_.size()));
        return entries_.back().second;
    }
    [[nodiscard]] const Value* find(std::string_view word) const {
        const Entry* const entry = entryOf(word);
        return entry ? &entry->second : nullptr;
    }
    [[nodiscard]] const Entry* entryOf(std::string_view word) const {
        if (entries_.empty())
            return nullptr;
        const std::uint64_t key = wordKey(word);
        for (std::size_t at = key >> shift_;; at = (at + 1) & (slots_.size() - 1)) {
            const Slot& slot = slots_[at];
            if (slot.number == 0)
                return nullptr;
            if (slot.key == key && entries_[slot.number - 1].first == word)
                return &entries_[slot.number - 1];
        }
    }
    [[nodiscard]] bool contains(std::string_view word) const { return entryOf(word) != nullptr; }
    auto begin() const { return entries_.begin(); }
    auto end() const { return entries_.end(); }
    auto begin() { return entries_.begin(); }
    auto end() { return entries_.end(); }

private:
    struct Slot {
        std::uint64_t key = 0;
        std::uint32_t number = 0; ///< of the entry, from 1; 0: none
    };
    void put(std::uint32_t number) {
        const std::uint64_t key = wordKey(entries_[number - 1].first);
        std::size_t at = key >> shift_;
        while (slots_[at].number != 0)
            at = (at + 1) & (slots_.size() - 1);
        slots_[at] = {key, number};
    }
    void grow() {
        const std::size_t size = slots_.empty() ? 8 : slots_.size() * 2;
        slots_.assign(size, {});
        shift_ = 64 - static_cast<unsigned>(std::countr_zero(size));
        for (std::uint32_t number = 1; number <= entries_.size(); ++number)
            put(number);
    }

    std::vector<Entry> entries_;
    std::vector<Slot> slots_; ///< a power of two, half of them taken at most
    unsigned shift_ = 0;
};

} // namespace countercheck::compare
