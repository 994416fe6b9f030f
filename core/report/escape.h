// SPDX-License-Identifier: GPL-3.0-or-later
// Text into markup: nothing that an article, a file name or a person wrote can become an element, an attribute or a
// link that runs something.
#pragma once

#include <string>
#include <string_view>

namespace countercheck::report {

/// Appends `words` escaped for HTML text and quoted attributes. Bytes that are not UTF-8 and control characters become
/// U+FFFD; invisible marks that would turn the direction of the rest of the line are dropped.
void appendEscaped(std::string& out, std::string_view words);

/// Appends `words` as they are, but for what no format can hold: bytes that are not UTF-8, control characters and
/// noncharacters become U+FFFD; carriage returns and marks that turn the line are dropped.
void appendClean(std::string& out, std::string_view words);

/// An http or https address without blanks and control characters: safe to link to.
bool isWebAddress(std::string_view url);

} // namespace countercheck::report
