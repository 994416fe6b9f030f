// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of the small tables in resources, as they lie in the program: cells parted by tabs, lines that begin with #
// are comments. What is handed out lives as long as the program.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace countercheck::text {

using Cells = std::array<std::string_view, 5>; ///< missing ones are empty

template <class Take> void forEachRow(const char* begin, const char* end, const Take& take) {
    std::string_view rest(begin, static_cast<std::size_t>(end - begin));
    while (!rest.empty()) {
        std::string_view line = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(rest.size(), line.size() + 1));
        if (line.empty() || line.front() == '#')
            continue;
        Cells cells;
        for (std::string_view& cell : cells) {
            cell = line.substr(0, line.find('\t'));
            line.remove_prefix(std::min(line.size(), cell.size() + 1));
        }
        take(cells);
    }
}

/// The words of a cell, which blanks part.
template <class Take> void forEachWord(std::string_view cell, const Take& take) {
    while (!cell.empty()) {
        const std::string_view word = cell.substr(0, cell.find(' '));
        cell.remove_prefix(std::min(cell.size(), word.size() + 1));
        if (!word.empty())
            take(word);
    }
}

} // namespace countercheck::text
