// SPDX-License-Identifier: GPL-3.0-or-later
// A handful of words that a rule names. Nearly every other word is told apart by its length and its first letter alone.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace countercheck::read {

template <std::size_t Count> class WordSet {
public:
    /// The words have 1 to 15 bytes.
    consteval explicit WordSet(const std::string_view (&words)[Count]) {
        for (std::size_t i = 0; i < Count; ++i) {
            words_[i] = words[i];
            firsts_.at(words[i].size()) |= bitOf(words[i]);
        }
    }
    [[nodiscard]] constexpr bool contains(std::string_view word) const {
        if (word.empty() || word.size() >= firsts_.size() || (firsts_[word.size()] & bitOf(word)) == 0)
            return false; // nearly always
        for (const std::string_view one : words_)
            if (one == word)
                return true;
        return false;
    }

private:
    static constexpr std::uint32_t bitOf(std::string_view word) {
        return std::uint32_t{1} << (static_cast<unsigned char>(word.front()) & 31);
    }
    std::array<std::string_view, Count> words_{};
    std::array<std::uint32_t, 16> firsts_{}; ///< by length: which first letters there are
};

} // namespace countercheck::read
