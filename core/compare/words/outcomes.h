// SPDX-License-Identifier: GPL-3.0-or-later
// How did it end? Words that put a report on one of the two sides of a matter: the assault was repelled or succeeded,
// the accused was acquitted or convicted. The words are data: resources/compare/outcomes.tsv.
#pragma once

#include "core/text/reading.h"

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace countercheck::compare {

struct Outcome {
    std::string_view matter, side; ///< live as long as the program
    bool asksCause = false;        ///< it tells something only where the sentence speaks of causing
    std::size_t words = 0;         ///< that it took
};

/// By which words, in any language, an outcome may begin: nearly no word does.
class OutcomeBeginnings {
public:
    [[nodiscard]] bool hold(std::uint32_t hash) const { return bits_[hash % bits_.size()]; }
    void add(std::uint32_t hash) { bits_[hash % bits_.size()] = true; }

private:
    std::bitset<8192> bits_;
};
const OutcomeBeginnings& outcomeBeginnings();
/// The longest outcome that begins with the first of these words; nothing taken: none does.
/// A matter “causing” is no outcome: it says that a sentence speaks of causing.
/// @param hashes  of lower-case words, see DigestWord::hash
Outcome outcomeAt(text::Language language, std::span<const std::uint32_t> hashes);

} // namespace countercheck::compare
