// SPDX-License-Identifier: GPL-3.0-or-later
// Right-to-left words inside a left-to-right sentence: set apart so that brackets and figures around them keep their
// place, and stripped of invisible marks that would turn the rest of the line.
#pragma once

#include <string>
#include <string_view>

namespace countercheck::report {

inline constexpr std::string_view isolate = "\xE2\x81\xA8";    ///< U+2068, first strong isolate
inline constexpr std::string_view endIsolate = "\xE2\x81\xA9"; ///< U+2069

/// One UTF-8 character: an embedding, override or isolate (U+202A to U+202E, U+2066 to U+2069)?
bool turnsLine(std::string_view character);
/// `words` without such marks.
std::string withoutTurns(std::string_view words);
/// `words` without such marks, and between isolates when they hold right-to-left letters.
std::string isolated(std::string_view words);

} // namespace countercheck::report
