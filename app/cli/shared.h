// SPDX-License-Identifier: GPL-3.0-or-later
// Shared cases from the command line.
#pragma once

#include "app/cli/cases.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace countercheck::cli {

/// Opens the copy of a shared case and brings it up to date; without `mode` to look at it. Without a connection: what
/// is here, with a line on standard error. Null: a line has said why.
OpenCase openShared(std::string_view command, const std::string& uri, std::optional<store::OpenMode> mode);
/// Sends what is not shared yet. A line on standard error says what could not be, and where it is kept.
void leaveShared(std::string_view command, share::Link& link);
/// The records of a copy as people made them, in the order of its log; stops when `each` returns false.
store::Outcome<std::monostate> eachMade(const store::CaseFile& file,
                                        const std::function<bool(const dossier::Record&)>& each);
/// `verify` for an address.
int verifyShared(const std::string& uri);

} // namespace countercheck::cli
