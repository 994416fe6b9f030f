// SPDX-License-Identifier: GPL-3.0-or-later
// The question that two noun phrases answer which rival each other: "Who was it?", with what each report says.
#pragma once

#include "core/compare/digest.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

namespace countercheck::compare {

/// The piece's words without accents, in lower case.
std::string folded(const Digest& article, const Piece& piece);

/// What makes two noun phrases rivals: that the sentences are alike otherwise, or that but one can have the role.
enum class Rivals : std::uint8_t { Alike, OneRole };
/// A question of the two, of articles by their indexes. @param shared  content words that their sentences share
Question questionOf(Rivals why, const Digest& a, std::uint32_t i, const Outline& x, const Piece& p, const Digest& b,
                    std::uint32_t j, const Outline& y, const Piece& q, std::size_t shared);

/// May the verbs of two sentences tell one thing? Not where no one of them tells what one of the other's does, or where
/// two stand on two sides of a matter ("will continue its flights to …", "has stopped its flights to …").
bool oneDeed(const Outline& x, const Outline& y);

/// Do two sentences, by their numbers, give figures of one sort, and other ones? What was so here was otherwise there.
bool otherFigures(const Digest& a, std::uint32_t s, const Digest& b, std::uint32_t t);

/// Does an ascending list hold the word?
inline bool in(std::uint32_t word, const std::vector<std::uint32_t>& sorted) {
    return std::binary_search(sorted.begin(), sorted.end(), word);
}

/// Do two sentences give times that do not meet?
bool timesApart(const claim::Anchor& x, const claim::Anchor& y);

/// Does a question tell a conflict of the two sentences already?
bool toldAlready(const std::vector<Question>& told, std::uint32_t i, const Outline& x, std::uint32_t j,
                 const Outline& y);

} // namespace countercheck::compare
