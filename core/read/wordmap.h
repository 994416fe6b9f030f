// SPDX-License-Identifier: GPL-3.0-or-later
// A table from words to numbers for one article: nothing is allocated per word, and clear() costs nothing, so that one
// table serves article after article. The words are views; the caller keeps them alive until clear().
#pragma once

#include "core/text/utf8.h"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace countercheck::read {

class WordMap {
public:
    void clear() {
        used_ = 0;
        if (++generation_ == 0) { // every place looks taken again after 2³² articles
            places_.assign(places_.size(), Place{});
            generation_ = 1;
        }
    }
    /// The word's number; null when it has none. Valid until the next insertion.
    [[nodiscard]] std::uint32_t* find(std::string_view word) {
        return used_ == 0 ? nullptr : find(word, text::hashSmall(word));
    }
    /// The same for who has the word's hashSmall() at hand.
    [[nodiscard]] std::uint32_t* find(std::string_view word, std::uint64_t hash) {
        if (used_ == 0)
            return nullptr;
        Place& place = placeOf(word, hash);
        return place.generation == generation_ ? &place.value : nullptr;
    }
    [[nodiscard]] bool contains(std::string_view word, std::uint64_t hash) { return find(word, hash) != nullptr; }
    /// Gives the word a number unless it has one; says whether it was new. The reference holds until the next
    /// insertion.
    std::pair<std::uint32_t&, bool> insert(std::string_view word, std::uint32_t value) {
        return insert(word, text::hashSmall(word), value);
    }
    std::pair<std::uint32_t&, bool> insert(std::string_view word, std::uint64_t hash, std::uint32_t value) {
        if ((used_ + 1) * 2 > places_.size())
            grow();
        Place& place = placeOf(word, hash);
        if (place.generation == generation_)
            return {place.value, false};
        place = {hash, word, generation_, value};
        ++used_;
        return {place.value, true};
    }

private:
    struct Place {
        std::uint64_t hash = 0;
        std::string_view word;
        std::uint32_t generation = 0; ///< taken if it is the current one
        std::uint32_t value = 0;
    };

    [[nodiscard]] Place& placeOf(std::string_view word, std::uint64_t hash) {
        const std::size_t mask = places_.size() - 1;
        std::size_t at = hash & mask;
        while (places_[at].generation == generation_ && (places_[at].hash != hash || places_[at].word != word))
            at = (at + 1) & mask;
        return places_[at];
    }
    void grow() {
        std::vector<Place> old(places_.empty() ? 128 : places_.size() * 2);
        old.swap(places_);
        for (const Place& place : old)
            if (place.generation == generation_)
                placeOf(place.word, place.hash) = place;
    }

    std::vector<Place> places_; ///< open addressing, a power of two
    std::size_t used_ = 0;
    std::uint32_t generation_ = 1;
};

} // namespace countercheck::read
