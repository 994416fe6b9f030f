// SPDX-License-Identifier: GPL-3.0-or-later
// How does it come in? A file or pasted text becomes captured bytes, decoded text and what the file tells about itself
// (title, publisher, date, URL, language). Nothing is guessed that the file does not say; nothing is altered.
#pragma once

#include "core/dossier/dossier.h"

#include <string>
#include <string_view>
#include <variant>

namespace countercheck::intake {

/// An article that is ready to be taken into a case.
struct Captured {
    dossier::AddArticle edit;
    std::vector<std::string> remarks; ///< for people: "2 characters repaired", "read as windows-1252"
};
/// One clear message that names the file, what is wrong with it, and what to do.
struct Refusal {
    std::string message;
};

inline constexpr std::uint64_t largestFile = 256ull << 20; ///< bytes; larger ones are refused

/// Takes a file in. Refused: missing, a directory, unreadable, empty, binary, too large, a format that is not read yet.
std::variant<Captured, Refusal> fromFile(const std::string& path);
/// Takes bytes in under a name ("pasted text", or a path, of which the last part becomes the file name).
/// @param capturedAt  UTC, ISO 8601; empty: now. A file with front matter may tell when it was captured; then that
/// counts.
std::variant<Captured, Refusal> fromBytes(std::string bytes, const std::string& name,
                                          const std::string& capturedAt = {});

} // namespace countercheck::intake
