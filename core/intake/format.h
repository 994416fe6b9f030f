// SPDX-License-Identifier: GPL-3.0-or-later
// What kind of file is this, going by its content rather than its name? Only plain text is read for now; every other
// kind is named, so that its markup or its bytes are never taken for an article's words.
#pragma once

#include <string>
#include <string_view>

namespace countercheck::intake {

struct Format {
    bool text = false;
    std::string name; ///< for people: "a PDF document"; empty for text
    std::string todo; ///< what to do with it: "save it as text …"
};

/// Goes by the first bytes (magic numbers) before decoding. `text` true: nothing known, decode and look again.
Format formatOfBytes(std::string_view bytes);

/// Goes by the decoded text: HTML, XML, RTF, mail, JSON, or control characters that no text has.
/// @param extension of the file name, lower case, without the point; may be empty
Format formatOfText(std::string_view utf8, std::string_view extension);

} // namespace countercheck::intake
