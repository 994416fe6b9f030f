// SPDX-License-Identifier: GPL-3.0-or-later
// Is this file a case, and is it sound? Asked before anything in it is trusted; the file itself is not changed.
#pragma once

#include "core/store/casefile.h"
#include "core/store/database.h"
#include "core/store/migrations.h"

#include <optional>
#include <span>
#include <string>

namespace countercheck::store {

/// What a failure of SQLite means for a person: what could not be done, where, and what to do.
Problem problemOf(const Error& error, const std::string& path, const std::string& doing);
/// The same for a failure of the system (an errno).
Problem problemOf(int systemError, const std::string& path, const std::string& doing);

/// Looks at the file from outside: is it there, a plain file, a case, of a version that this program reads?
std::optional<Problem> lookAt(const std::string& path);

/// Looks at the open file: version, schema, soundness.
std::optional<Problem> examine(const Database& database, const std::string& path);

/// Brings an older case up to date after copying it to NAME.countercheck.formatN-backup. The lock must be held.
std::optional<Problem> upgrade(const Database& database, const std::string& path, std::span<const Migration> list,
                               std::size_t from);

} // namespace countercheck::store
