// SPDX-License-Identifier: GPL-3.0-or-later
// Where each sentence's mentions stand in one list of Mentions. How many of them a sentence has cannot be foretold:
// they are counted, all at once and without a branch, instead of looked for sentence by sentence.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace countercheck::read {

class BySentence {
public:
    /// @param list  mentions in the order of their sentences
    template <class List> void fill(const List& list, std::size_t sentences) {
        begins_.assign(sentences + 1, 0);
        std::uint32_t* const counts = begins_.data() + 1;
        for (const auto& mention : list)
            ++counts[mention.sentence];
        std::uint32_t before = 0;
        for (std::uint32_t& begin : begins_)
            begin = before += begin;
    }
    /// Index of the sentence's first mention, and one past its last.
    [[nodiscard]] std::uint32_t begin(std::uint32_t sentence) const { return begins_[sentence]; }
    [[nodiscard]] std::uint32_t end(std::uint32_t sentence) const { return begins_[sentence + 1]; }

private:
    std::vector<std::uint32_t> begins_; ///< one more than there are sentences; room is kept from article to article
};

} // namespace countercheck::read
