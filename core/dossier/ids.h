// SPDX-License-Identifier: GPL-3.0-or-later
// What decisions hang on. Ids are types.
#pragma once

#include <compare>
#include <cstdint>
#include <string>

namespace countercheck::dossier {

/// SHA-256 (hex) of the captured bytes: the same file twice is one capture.
struct ArticleId {
    std::string sha256;
    auto operator<=>(const ArticleId&) const = default;
};
/// A question's stable key (compare::Question::key).
struct QuestionKey {
    std::string value;
    auto operator<=>(const QuestionKey&) const = default;
};
/// Number of a record in the log, from 1.
struct RecordId {
    std::uint64_t value = 0;
    auto operator<=>(const RecordId&) const = default;
};

struct Stamp {
    std::string by;
    std::string at; ///< UTC, ISO 8601
    bool operator==(const Stamp&) const = default;
};

/// Where a decision's claim stood: enough to find it again after re-reading or in a new version.
struct ClaimAnchor {
    ArticleId article;
    std::uint32_t start = 0, end = 0; ///< half-open code points into the captured text
    std::string quote;
    bool operator==(const ClaimAnchor&) const = default;
};

} // namespace countercheck::dossier
