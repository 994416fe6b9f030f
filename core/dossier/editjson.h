// SPDX-License-Identifier: GPL-3.0-or-later
// One line of JSON → an edit, as `countercheck-cli edit --jsonl` takes them. Nothing is guessed: a member that is
// missing, of the wrong kind or unknown is refused with one line that names it.
#pragma once

#include "core/dossier/dossier.h"

#include <string>
#include <string_view>
#include <variant>

namespace countercheck::dossier {

/// What is wrong with the line, in one line.
struct EditProblem {
    std::string message;
};

/// Reads {"edit":"verdict", …} and the other edits of the machine interface, and "title" and "remove-article" besides.
/// Evidence: AddEvidence::fileName is the path as given and its bytes are empty; the caller reads the file.
/// An "id" member is ignored.
std::variant<Edit, EditProblem> editFromJson(std::string_view line);

/// The record as one JSON object: record, at, by, edit, before, after, previousHash, hash.
std::string recordToJson(const Record& record);

} // namespace countercheck::dossier
