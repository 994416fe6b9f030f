// SPDX-License-Identifier: GPL-3.0-or-later
// How well the program reads the annotated articles. Each measure is three counts; README.md says what counts as right.
#pragma once

#include "tests/corpus/annotation.h"

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace countercheck::corpus {

enum class Measure : std::uint8_t { Quotes, Speakers, Figures, Hedges, Counted, Sources, Modality };
constexpr std::size_t measures = 7;
/// "quotes", "speakers", … as printed and as floors.tsv names them.
std::string_view measureName(Measure measure);

struct Score {
    int right = 0;    ///< found and right
    int expected = 0; ///< annotated
    int found = 0;    ///< by the program
    [[nodiscard]] double precision() const { return found ? 100.0 * right / found : 100.0; }
    [[nodiscard]] double recall() const { return expected ? 100.0 * right / expected : 100.0; }
    [[nodiscard]] double f1() const { return expected + found ? 200.0 * right / (expected + found) : 100.0; }
    Score& operator+=(const Score& other) {
        right += other.right;
        expected += other.expected;
        found += other.found;
        return *this;
    }
};

using Scores = std::array<Score, measures>;

/// Reads the article with the program and compares. `misses` gets a line for each difference, in the order of measures.
Scores score(const Article& article, std::vector<std::string>& misses);

} // namespace countercheck::corpus
