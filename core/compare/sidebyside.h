// SPDX-License-Identifier: GPL-3.0-or-later
// The sentences of two reports, laid side by side once: how many concepts each two have in common. All roads of the
// gate ask that, of the same sentences again and again.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace countercheck::compare {

struct Digest;

/// Concepts of a sentence, ascending and unique.
struct SentenceWords : std::vector<std::uint32_t> {
    using std::vector<std::uint32_t>::vector;
    using std::vector<std::uint32_t>::operator=;
    /// The same for lists of one report that are alike, and for no list of another one; 0: not told apart. Whoever
    /// changes the words afterwards has to number them anew.
    std::uint64_t number = 0;
};

/// Tells the lists of a report's facts and outlines apart, as far as the gate asks often: of figures, dates and
/// statements.
void numberSentences(Digest& report);

/// Lays the two side by side, for this thread, until many others were.
void laySideBySide(const Digest& a, const Digest& b);

/// How many concepts two lists have in common; nothing where their reports were not laid side by side.
std::optional<std::size_t> sharedOnceLaid(const SentenceWords& a, const SentenceWords& b);

} // namespace countercheck::compare
