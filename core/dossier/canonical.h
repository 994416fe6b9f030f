// SPDX-License-Identifier: GPL-3.0-or-later
// What exactly is hashed? A canonical form is a list of fields, each written as its length in bytes, a colon, its bytes
// and a comma ("3:abc,"), so that no two different lists are written alike. Hashes are SHA-256, lower-case hex.
#pragma once

#include "core/dossier/dossier.h"

#include <string>
#include <string_view>
#include <vector>

namespace countercheck::dossier {

/// A canonical form in the making.
class Canonical {
public:
    explicit Canonical(std::string_view what) { add(what); } ///< `what` says what is written, and in which version
    Canonical& add(std::string_view field);
    Canonical& add(const std::optional<read::Decimal>& value);
    Canonical& add(std::int64_t value) { return add(std::to_string(value)); }
    [[nodiscard]] const std::string& bytes() const { return bytes_; }
    [[nodiscard]] std::string hash() const;

private:
    std::string bytes_;
};

/// The hash of a record: over "countercheck-record-1", id, at, by, edit, before, after, previousHash, in this order.
std::string recordHash(const Record& record);

/// What a sign-off covers, in parts, so that a later change can be named.
struct Subject {
    std::string claims;   ///< hash: each claim's article, words, value, unit, time, source and polarity, in any order
    std::string verdict;  ///< hash: state and note
    std::string wording;  ///< hash: wording and figures of the proposal
    std::string evidence; ///< hash: the exhibits' hashes and notes, in any order
    /// The one that is signed.
    [[nodiscard]] std::string hash() const;
    bool operator==(const Subject&) const = default;
};
Subject subjectOf(const compare::Question& question, const std::vector<Article>& articles, const Decisions& decisions);
/// What differs between the two, in the order in which people are told.
std::vector<ChangedPart::Part> changedParts(const Subject& then, const Subject& now);

} // namespace countercheck::dossier
