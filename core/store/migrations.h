// SPDX-License-Identifier: GPL-3.0-or-later
// What is in a case file, version by version. Migrations are numbered by their place in the list, described, and only
// ever added to. What a file of a version must look like follows from running them in memory; a file whose schema says
// anything else (a trigger, a view, another table) is not trusted.
#pragma once

#include "core/store/database.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace countercheck::store {

/// "CChk" in the file's header: what makes a SQLite file a case.
inline constexpr std::uint32_t applicationId = 0x4343686B;

struct Migration {
    std::string_view what;                   ///< one line, for people
    std::span<const std::string_view> steps; ///< one SQL statement each
};

/// All there are. Their number is the version that this program writes (user_version).
std::span<const Migration> migrations();

/// Runs the migrations after `from` in one transaction and stamps the file.
void migrate(const Database& database, std::span<const Migration> list, std::size_t from);

/// What differs between the file's schema and that of version `version`; empty: nothing.
std::string schemaDifference(const Database& database, std::span<const Migration> list, std::size_t version);

} // namespace countercheck::store
