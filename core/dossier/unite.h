// SPDX-License-Identifier: GPL-3.0-or-later
// Two copies of a case become one. A log only grows, so a merge appends: each record of the other log that is not here
// yet is carried by a record "merge", with its own hash. What people decided follows from the set of all records that
// they made, natives and carried ones alike, folded in one order that every copy agrees on; so it does not matter who
// merges whom, or how often. Two decisions on one slot of which neither knew the other are a conflict, kept for a
// person to settle.
//
// Order: by time, then number, then hash. A new record is always made later than all that its log knows, so what
// somebody knew of comes before what they did.
#pragma once

#include "core/dossier/ledger.h"

#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace countercheck::dossier {

/// A record that a person made, wherever it was made.
struct Content {
    Record record;
    std::uint64_t carrier = 0;      ///< number of the record of this log that is it or carries it
    std::string target;             ///< of undo and redo: the hash of the content that is undone or redone
    std::string previous;           ///< the content made before it in its own log; empty: none
    std::vector<std::string> knows; ///< contents that its log took in by merging, between `previous` and it
    bool native = false;            ///< it is a record of this log itself, not one that a merge carries
};

inline constexpr std::string_view mergeEdit = "merge";

/// The contents of a whole log (records oldest first), in the order in which they are folded. A message names the
/// record that cannot be read.
std::variant<std::vector<Content>, std::string> contentsOf(const std::vector<Record>& log);

/// What a merge record that carries `content` has as its `after`.
std::string carried(const Content& content);
/// The content that such an `after` carries; nothing when it is broken or its hash is not that of what it says.
std::optional<Content> carriedIn(const Record& merge);

/// The number that an undo or redo names in its `after`; 0 when it is neither.
std::uint64_t undoneBy(const Record& record);

/// The content as a record of this log: number and numbers in it are those of the records that carry what they mean.
Record asOfHere(const Content& content, const std::unordered_map<std::string, std::uint64_t>& carrierOf);

/// Folds the contents of a log that has merge records in it.
/// `problem`: the first record that could not be read.
Ledger united(const std::vector<Content>& contents, const Ledger::TextOf& textOf, std::string& problem);

} // namespace countercheck::dossier
