// SPDX-License-Identifier: GPL-3.0-or-later
// What does a file say? The words of an exported file, in the order in which a person reads them, so that two files can
// be compared word by word whatever wraps them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace countercheck::printing {

enum class Container : std::uint8_t { Html, Text, Markdown, Csv, Json, Pdf, Odt, Docx, Xlsx };

struct ReadBack {
    Container container = Container::Text;
    std::string text;               ///< all of it, for finding the seal
    std::vector<std::string> words; ///< what stands between blanks; of data: a cell or a member each
};

/// Nothing, and `problem` for people, when the file cannot be read: damaged, encrypted, a bomb, of another kind.
std::optional<ReadBack> readBack(std::string_view bytes, std::string& problem);

} // namespace countercheck::printing
