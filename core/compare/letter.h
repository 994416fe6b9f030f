// SPDX-License-Identifier: GPL-3.0-or-later
// The letter by which people know an article, wherever it is shown: in panes, explanations, summaries and the terminal.
#pragma once

#include <cstddef>
#include <string>

namespace countercheck::compare {

/// A, B, … Z, AA, AB, …, by the article's place in the case, from 0.
inline std::string articleLetter(std::size_t article) {
    std::string letters;
    for (std::size_t n = article + 1; n > 0; n = (n - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('A' + (n - 1) % 26));
    return letters;
}

} // namespace countercheck::compare
