// SPDX-License-Identifier: GPL-3.0-or-later
// The engine's results as a person arranged them: articles moved or taken out, questions joined. Pure functions on a
// Comparison; nothing is compared anew.
#pragma once

#include "core/compare/question.h"
#include "core/dossier/dossier.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace countercheck::dossier {

/// The same results for another list of articles: article i becomes to[i], or is out. Claims of articles that are out
/// go, with their relations; questions without claims go. `count`: length of the new list; articles that were never
/// compared are an origin of their own.
compare::Comparison rearranged(const compare::Comparison& comparison,
                               const std::vector<std::optional<std::uint32_t>>& to, std::uint32_t count);

/// Every group of questions (places in comparison.questions, two or more, no question in two groups) becomes one: the
/// first one's key, label and kind; all claims, all relations.
/// Claims that stood in different questions are related by `relate`; without it they stand unrelated.
compare::Comparison joined(const compare::Comparison& comparison, const std::vector<std::vector<std::uint32_t>>& groups,
                           const std::vector<Article>& articles = {}, const Relate& relate = {});

/// Puts a question's claims in order of article and place, and its relations in order of gravity.
void putInOrder(compare::Question& question);
/// Gravest first, single-source ones last; otherwise as they were.
void orderByGravity(std::vector<compare::Question>& questions);

/// How many different origins a question's claims have.
std::uint32_t originsOf(const compare::Question& question, const std::vector<std::uint32_t>& origin);

} // namespace countercheck::dossier
