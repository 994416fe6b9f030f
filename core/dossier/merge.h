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

/// Where each of the articles that were compared stands now; nothing: it is out.
using Moves = std::vector<std::optional<std::uint32_t>>;

/// The same question for another list of articles. Claims of articles that are out go, with their relations.
/// @param origin  of the new list; see compare::Comparison
compare::Question moved(const compare::Question& question, const Moves& to, const std::vector<std::uint32_t>& origin);

/// Takes another question's claims and relations in; the first one's key, label and kind stay. Claims that stood in
/// different questions are related by `relate`; without it they stand unrelated. putInOrder() is to follow.
void joinInto(compare::Question& into, compare::Question from, const std::vector<Article>& articles,
              const Relate& relate);

/// Puts a question's claims in order of article and place, and its relations in order of gravity.
void putInOrder(compare::Question& question);
/// How grave its gravest relation is: 0 is gravest, 4 is that of a question that one source alone answers. Lists are in
/// this order.
int gravity(const compare::Question& question);

/// How many different origins a question's claims have.
std::uint32_t originsOf(const compare::Question& question, const std::vector<std::uint32_t>& origin);

} // namespace countercheck::dossier
