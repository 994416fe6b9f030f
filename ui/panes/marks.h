// SPDX-License-Identifier: GPL-3.0-or-later
// The marks of one article: the words that answer questions, with the relation that each claim takes part in. At most
// two marks are drawn over one another; the others are counted on a badge. The graver mark is always among the drawn.
#pragma once

#include "ui/panes/articleview.h"
#include "ui/panes/claimindex.h"

#include <optional>
#include <span>
#include <vector>

namespace countercheck::ui {

struct Mark {
    int question = 0;                            ///< index into Comparison::questions
    int claim = 0;                               ///< index into Question::claims
    std::optional<compare::RelationKind> status; ///< the gravest relation of this claim; nothing: nobody else says it
    Range range;
    int layer = 0;       ///< 0 and 1 are drawn; 2: only counted
    bool person = false; ///< a person marked or corrected it
    int more = 0;        ///< how many further marks lie over this one without being drawn
};

/// Graver first; a single source comes last.
int gravity(std::optional<compare::RelationKind> status);

/// The gravest relation that a claim takes part in.
std::optional<compare::RelationKind> statusOfClaim(const compare::Question& question, std::uint32_t claim);

/// In order of place, the graver first at one place. Claims whose words are not shown have no mark.
/// @param claims  those of the article that `view` shows
std::vector<Mark> marksOf(const compare::Comparison& comparison, std::span<const ClaimIndex::Claim> claims,
                          const ArticleView& view);

/// Indexes of the marks at an offset, drawn or not, gravest first.
std::vector<int> marksAt(const std::vector<Mark>& marks, qsizetype at);

} // namespace countercheck::ui
