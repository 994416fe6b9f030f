// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/table.h"

#include <algorithm>

namespace countercheck::report {

std::vector<Cells> rowsOf(std::string_view table, std::size_t columns) {
    std::vector<Cells> rows;
    for (std::size_t at = 0; at < table.size();) {
        const std::size_t end = std::min(table.find('\n', at), table.size());
        std::string_view line = table.substr(at, end - at);
        at = end + 1;
        if (line.empty() || line.front() == '#')
            continue;
        Cells cells;
        for (;;) {
            const std::size_t tab = line.find('\t');
            cells.push_back(line.substr(0, tab));
            if (tab == std::string_view::npos)
                break;
            line.remove_prefix(tab + 1);
        }
        cells.resize(std::max(cells.size(), columns));
        rows.push_back(std::move(cells));
    }
    return rows;
}

} // namespace countercheck::report
