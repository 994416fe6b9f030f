// SPDX-License-Identifier: GPL-3.0-or-later
// What changed between two versions of an article, sentence by sentence: the longest common subsequence of sentences,
// and within a sentence that was rewritten the words that differ.
#pragma once

#include <QString>

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace countercheck::ui {

struct SentenceChange {
    enum class Kind : std::uint8_t { Same, Removed, Added } kind = Kind::Same;
    QString words;
    bool rewritten = false; ///< a removed one whose new wording follows at once, or that new wording
    /// Places in `words` (UTF-16, half-open) that the other wording has not; only of rewritten ones.
    std::vector<std::pair<int, int>> differing;
};

/// Both texts gone through in order. Blanks do not count.
std::vector<SentenceChange> sentenceChanges(std::string_view earlier, std::string_view later);

/// "2 sentences rewritten, 1 added, 1 removed"; empty: nothing but blanks differs.
QString changesInWords(const std::vector<SentenceChange>& changes);

} // namespace countercheck::ui
