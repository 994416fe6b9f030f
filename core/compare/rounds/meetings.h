// SPDX-License-Identifier: GPL-3.0-or-later
// Which claims of two articles (or of one) answer one question?
#pragma once

#include "core/compare/align.h"

#include <cstdint>
#include <vector>

namespace countercheck::compare {

/// Two facts of two articles that are not parted by a veto.
struct Meeting {
    std::uint32_t first = 0, second = 0; ///< facts of the article with the smaller number, and of the other
    std::int16_t strength = 0;
    Gate gate = Gate::No;
};

/// Do two lists of keys (each ascending) share one? Else nothing of an archive's two articles meets.
bool mayMeet(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b);

/// May the fact answer one question with one of an article of which nothing shows that it tells of the same happening?
/// Of an archive, near misses left out.
bool mayMeetAnywhere(const Fact& fact);
/// What decides that, of a fact that may: by it nearly all pairs are known to be none.
struct FreeFact {
    claim::ClaimKind kind{};
    std::vector<std::uint64_t> keys;  ///< Fact::keys
    std::vector<std::uint32_t> words; ///< of a Quote its words, of a Place the concepts of its sentence
    FreeFact() = default;
    explicit FreeFact(const Fact& fact);
};
/// May one of the facts answer one question with one of the others?
bool anyMeets(const std::vector<FreeFact>& a, const std::vector<FreeFact>& b);

/// Of a handful of articles all facts are put side by side while none makes more claims than this. Of a longer one each
/// is put beside those that share a key with it, and where very many do, beside the nearest ones and the nearest of its
/// own value.
inline constexpr std::size_t wholeReport = 1024;

/// How facts are put side by side.
struct Asking {
    bool few = true;                ///< a handful of articles, see align.h
    bool refusals = false;          ///< keeps what a veto parted, too
    bool nearMisses = true;         ///< keeps what is below the line
    const Common* common = nullptr; ///< of a handful: what the two have in common
};

/// Puts the facts side by side: all of a handful of articles, those that share a key of an archive.
/// @param asked  counts the pairs that were put side by side; null: nobody wants to know
std::vector<Meeting> meetingsOf(const Digest& x, const Digest& y, std::uint32_t firstArticle,
                                std::uint32_t secondArticle, const Asking& asking, std::size_t* asked = nullptr);

} // namespace countercheck::compare
