// SPDX-License-Identifier: GPL-3.0-or-later
// Puts questions together from groups of claims: what they are called, how each two claims relate, how many origins
// stand behind them.
#pragma once

#include "core/compare/align.h"
#include "core/compare/compare.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace countercheck::compare {

/// A claim that is put into a question.
struct Member {
    Candidate candidate;
    std::uint32_t place = 0; ///< in the order of the texts
    std::uint32_t part = 0;  ///< of a question that was put together in spite of vetoes, the group that has none
};

/// Members of two parts of a question that are put side by side, by their places: the first stands first.
using Bridges = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

/// What all questions of one comparison share.
struct Scene {
    /// Per article, the one whose date was taken, because it carries none itself.
    const std::vector<std::optional<std::uint32_t>>* dateFrom = nullptr;
    Settings settings;
    bool few = true; ///< a handful of articles
};

/// The question that claims answer; nothing where there is none to show. `members` in order of article, then fact.
/// @param bridges  ascending; of members of two parts no others are put side by side
std::optional<Question> questionOf(const Scene& scene, std::vector<Member> members, const Bridges& bridges,
                                   std::vector<std::string> because);

/// Independent origins among a question's claims: articles that are one origin, or name the same source, count once.
std::uint32_t originsOf(const Question& question, const std::vector<std::uint32_t>& origin);

/// Articles that answer the question.
std::size_t coverage(const Question& question);

/// Questions that came to share a key are told apart. The one that most articles answer (then the earliest) keeps it;
/// the others add the words of a claim, the same whatever articles come in beside them.
/// @param first  per question the place of its earliest claim
void tellKeysApart(std::vector<Question>& questions, const std::vector<std::uint32_t>& first);
/// Likewise for those that came to share a title: "How many rounds? (“12 rounds”)".
void tellTitlesApart(std::vector<Question>& questions);

} // namespace countercheck::compare
