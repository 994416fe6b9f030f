// SPDX-License-Identifier: GPL-3.0-or-later
// A table as text (RFC 4180 and what programs make of it): comma, semicolon, tab or bar between fields, quotes around
// those that hold such characters or line ends.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace countercheck::intake {

struct TableRow {
    std::vector<std::string> fields;
    std::size_t line = 0;           ///< of its first character, from 1
    std::size_t begin = 0, end = 0; ///< bytes of the table, without the line end
    bool open = false;              ///< a quote was never closed
};

class TableReader {
public:
    /// The delimiter is the one that parts the first line into most fields.
    explicit TableReader(std::string_view text);
    /// The next row that is not empty; false at the end.
    bool next(TableRow& row);
    [[nodiscard]] char delimiter() const { return delimiter_; }

private:
    std::string_view text_;
    std::size_t at_ = 0, line_ = 1;
    char delimiter_ = ',';
};

} // namespace countercheck::intake
