// SPDX-License-Identifier: GPL-3.0-or-later
// What the commands that open a case have in common.
#pragma once

#include "core/store/casefile.h"

#include <memory>
#include <string>
#include <string_view>

namespace countercheck::cli {

/// Opens a case to look at it; it may be open in a window at the same time. Results that another version of the engine
/// made are renewed first where the case can be written. Null: a line on standard error has said why.
std::unique_ptr<store::CaseFile> openToRead(std::string_view command, const std::string& path);
/// Opens a case to change it.
std::unique_ptr<store::CaseFile> openToWrite(std::string_view command, const std::string& path, store::OpenMode mode);

/// The name of this machine's user, for who did something when nobody said so.
std::string userName();
/// Now, in UTC, as ISO 8601 to the second.
std::string utcNow();
/// Puts `bytes` in `path` as a whole or not at all: written beside it, made durable, renamed. A message when it fails.
std::string writeWhole(const std::string& path, std::string_view bytes);

} // namespace countercheck::cli
