// SPDX-License-Identifier: GPL-3.0-or-later
// What did a person put right? A correction changes what the engine found, not what was captured: another value for a
// claim, a claim that the engine missed, a claim that answers another question, a relation that does not hold, another
// name for a question, another lineage. It hangs on the words that it is about (quote, position, article) and is put on
// top of every new result; where its words no longer stand it is listed as lost, never moved to a near match.
#pragma once

#include "core/compare/question.h"
#include "core/dossier/asked.h"
#include "core/dossier/ids.h"
#include "core/dossier/sharedtext.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace countercheck::dossier {

struct Article;

enum class CorrectionKind : std::uint8_t {
    Rename,   ///< the question's label is `text`
    Split,    ///< `claims` are not the same question: they become one of their own
    Relation, ///< the relation between claims[0] and claims[1] is dismissed, because of `reason`
    Mark,     ///< claims[0] answers the question too (or a new one named `text` when `question` is empty)
    Value,    ///< claims[0] says something else than the engine read
    Lineage   ///< articles[0] and articles[1]: `text` is "derived" (the second from the first) or "independent"
};
std::string_view correctionKindName(CorrectionKind kind); ///< "rename", "split", "relation", "mark", "value", "lineage"
std::optional<CorrectionKind> correctionKindFromName(std::string_view name);

struct Correction {
    CorrectionKind kind{};
    QuestionKey question;             ///< empty for Lineage, and for a Mark that begins a question
    std::string label;                ///< of the question then, for people
    std::vector<ClaimAnchor> anchors; ///< the question's claims then: where its key is gone
    std::vector<ClaimAnchor> claims;
    std::vector<ArticleId> articles;
    std::string text;
    std::string reason;
    /// Of Mark and Value, as the machine interface names them; a field that is not there stays as it was read.
    std::optional<std::string> value, low, high; ///< plain decimals; low or high empty: unbounded
    std::optional<std::string> qualifier;        ///< "exact", "at-least", …
    std::optional<std::string> unit;             ///< UCUM or ISO 4217
    std::optional<std::string> from, to;         ///< ISO 8601, half-open
    std::optional<std::string> attribution;      ///< who says so
    bool operator==(const Correction&) const = default;
};

/// A correction with its record and where it stands now.
struct Placed {
    RecordId record;
    Stamp stamp;
    Correction correction;
    bool lost = false; ///< its words, its question or its articles are no longer there
};

/// The relation of two claims of a question by the engine's rules; nothing when they cannot be compared. Given by
/// whoever knows the engine: the dossier does not.
using Relate = std::function<std::optional<compare::Relation>(const compare::Question& question, std::uint32_t a,
                                                              std::uint32_t b, const std::vector<Article>& articles)>;

struct Corrected {
    bool lineage = false; ///< which articles are one origin was found anew: all questions count their origins again
};
/// Puts `corrections`, oldest first, on top of the engine's results and says of each whether it found its place. It
/// costs the questions that they touch. `origin`: per article, see compare::Comparison.
Corrected correct(Changeable& questions, compare::SharedVector<compare::Lineage>& lineage,
                  std::vector<std::uint32_t>& origin, std::vector<Placed>& corrections,
                  const std::vector<Article>& articles, const Relate& relate);

/// What cannot be right about the fields of a Mark or Value, for people; empty: nothing.
std::string wrongWithValue(const Correction& correction);

} // namespace countercheck::dossier
