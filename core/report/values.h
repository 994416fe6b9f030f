// SPDX-License-Identifier: GPL-3.0-or-later
// Who says what, once each: the claims of a question gathered into attributed values. Claims with the same value and
// the same source are one value; an article that is written from another only repeats it. Nothing is averaged.
#pragma once

#include "core/dossier/dossier.h"

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace countercheck::report {

/// One value as one source gives it.
struct SourcedValue {
    const compare::QuestionClaim* claim = nullptr; ///< the first claim that gives it
    std::string source;                            ///< who says so: the attribution, or the outlet itself
    bool attributed = false;                       ///< `source` is somebody whom the articles name
    std::vector<std::uint32_t> articles;           ///< that report it of their own, in the order of the panes
    std::vector<std::uint32_t> copies;             ///< that repeat it from one of those (rewritten, or the same text)
    std::vector<std::uint32_t> claims;             ///< indexes into Question::claims
    bool derivedCopy = false;                      ///< only an article that is written from another says so
    std::uint32_t copiedFrom = 0;                  ///< with derivedCopy: the article it is written from
    bool several = false;                          ///< `source` takes a plural verb; set by the writer of sentences
};

/// Which article is written from which (or shares its text with an earlier one). Lineage is long in a large case: it is
/// gone through once.
class Copies {
public:
    explicit Copies(const dossier::Dossier& dossier);
    [[nodiscard]] std::optional<std::uint32_t> of(std::uint32_t article) const;

private:
    std::unordered_map<std::uint32_t, std::uint32_t> from_;
};

/// In order of headline figure where all have one, else in order of the claims.
std::vector<SourcedValue> sourcedValues(const compare::Question& question, const dossier::Dossier& dossier,
                                        const Copies& copies);
/// The same for one question.
std::vector<SourcedValue> sourcedValues(const compare::Question& question, const dossier::Dossier& dossier);

/// "A" … "Z", "AA", … as the panes show them.
std::string articleLetter(std::uint32_t index);
/// The outlet's name, or the file's.
std::string articleName(const dossier::Article& article);

} // namespace countercheck::report
