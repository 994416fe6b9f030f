// SPDX-License-Identifier: GPL-3.0-or-later
// In which encoding are these bytes, and what do they say in UTF-8? Byte order marks are believed first, then valid
// UTF-8, then the pattern of UTF-16 without a mark, then a detector. Decoding never fails: what cannot be decoded
// becomes U+FFFD and is counted, and the caller keeps the bytes. Words that were garbled before the bytes were written
// (mojibake) stay as they are: that is the text room's work.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace countercheck::intake {

struct Decoded {
    std::string text;               ///< valid UTF-8, without a byte order mark
    std::string encoding;           ///< "UTF-8", "UTF-16LE", "windows-1252", …
    bool detected = false;          ///< no mark and not UTF-8: the encoding is the detector's best guess
    std::size_t asWindows1252 = 0;  ///< bytes in otherwise good UTF-8 that were read as windows-1252
    std::size_t replaced = 0;       ///< places that could not be decoded and became U+FFFD
    std::size_t firstFaultLine = 0; ///< line (from 1) of the first of those; 0: none
};

/// Any bytes; linear in their number.
Decoded decode(std::string_view bytes);

/// The same in an encoding that the document names (a label as the web uses it, "iso-8859-1"). A byte order mark and
/// valid UTF-8 are still believed first. `encoding` is empty when there is no such encoding, or none is named.
Decoded decodeAs(std::string_view bytes, std::string_view label);

/// In exactly that encoding, whatever the bytes look like ("windows-1251", "cp932"); windows-1252 when it is not known.
std::string decodedFrom(std::string_view bytes, const std::string& encoding);

/// Where `bytes` stop being UTF-8 (shortest form, no surrogates): the offset of the first fault, or bytes.size().
std::size_t validUtf8Prefix(std::string_view bytes);

/// `bytes` with each part that is not UTF-8 replaced by U+FFFD: for showing file names and the like.
std::string shownUtf8(std::string_view bytes);
/// The same for a name from elsewhere that is shown on one line: what ends a line is a blank, and a control character
/// or a mark that turns the line's direction (a name may be made to be misread) is the sign for what cannot be shown.
std::string shownLine(std::string_view bytes);

} // namespace countercheck::intake
