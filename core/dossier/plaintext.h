// SPDX-License-Identifier: GPL-3.0-or-later
// Small questions about strings that people typed or files gave: is it UTF-8, where does a code point stand, is it a
// plain decimal?
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace countercheck::dossier {

/// Well-formed UTF-8 (no surrogates, nothing overlong, nothing above U+10FFFF).
bool isUtf8(std::string_view text);
/// Holds a control character (below U+0020, U+007F). With `lines`, line ends and tabs do not count.
bool hasControls(std::string_view text, bool lines);
/// Nothing but white space.
bool isBlank(std::string_view text);

/// Code points before byte offset `byte` of a UTF-8 text. Offsets past the end count as the end.
std::uint32_t codePointsBefore(std::string_view text, std::size_t byte);
/// Byte offset of code point number `point`; nothing when the text has fewer.
std::optional<std::size_t> byteOfCodePoint(std::string_view text, std::uint32_t point);

/// "160", "-2.5", "0.10": digits with at most one inner point and a leading minus, at most 36 digits.
bool isPlainDecimal(std::string_view text);

} // namespace countercheck::dossier
