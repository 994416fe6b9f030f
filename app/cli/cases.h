// SPDX-License-Identifier: GPL-3.0-or-later
// What the commands that open a case have in common.
#pragma once

#include "core/store/casefile.h"

#include <memory>
#include <string>
#include <string_view>

namespace countercheck::share {
class Link;
}

namespace countercheck::cli {

/// Closes a case. Of a shared one, what is not shared yet is sent first; a line on standard error says what could not.
struct CloseCase {
    std::string command;
    std::shared_ptr<share::Link> link;       ///< of a shared case
    std::shared_ptr<store::CaseFile> shared; ///< the copy on which one works
    void operator()(store::CaseFile* file) const;
};
using OpenCase = std::unique_ptr<store::CaseFile, CloseCase>;

/// Opens a case to look at it; it may be open in a window at the same time. Results that another version of the engine
/// made are renewed first where the case can be written. Null: a line on standard error has said why. `path` is a file,
/// or the address of a shared case (postgresql://…?case=NAME), of which the copy on this machine is brought up to date.
OpenCase openToRead(std::string_view command, const std::string& path);
/// Opens a case to change it.
OpenCase openToWrite(std::string_view command, const std::string& path, store::OpenMode mode);
/// Who does something in it: `as`, or who one is on the server of a shared case, or the user of this machine.
std::string whoIs(const OpenCase& file, const std::string& as);

/// The name of this machine's user, for who did something when nobody said so.
std::string userName();
/// Now, in UTC, as ISO 8601 to the second.
std::string utcNow();
/// Puts `bytes` in `path` as a whole or not at all: written beside it, made durable, renamed. A message when it fails.
std::string writeWhole(const std::string& path, std::string_view bytes);

} // namespace countercheck::cli
