// SPDX-License-Identifier: GPL-3.0-or-later
// Edit → record: what an edit would write into the log. Pure; the case file numbers, chains and keeps it.
#pragma once

#include "core/dossier/ledger.h"
#include "core/dossier/projection.h"

#include <string>
#include <variant>

namespace countercheck::dossier {

/// The parts of a record that follow from the edit.
struct Draft {
    std::string edit, before, after; ///< before and after: JSON objects
};

/// What `edit` by `stamp.by` at `stamp.at` writes as record number `next`. The edit must have passed whyNot().
/// Undo and Redo need the record that they undo or redo; other edits ignore it. An edit that changes nothing gives a
/// message, as does one that does not fit the ledger.
std::variant<Draft, std::string> draft(const Ledger& ledger, const Projection& projection, const Edit& edit,
                                       const Stamp& stamp, RecordId next, const Record* target);

/// The edit's name in the log and in the machine interface: "verdict", "sign-off", …
std::string_view editName(const Edit& edit);

} // namespace countercheck::dossier
