// SPDX-License-Identifier: GPL-3.0-or-later
// Tables that are built into the program: one row a line, cells between tabs, lines that begin with # are remarks.
#pragma once

#include <string_view>
#include <vector>

namespace countercheck::report {

using Cells = std::vector<std::string_view>;

/// The rows of a table; every row has at least `columns` cells (empty ones are added).
std::vector<Cells> rowsOf(std::string_view table, std::size_t columns);

} // namespace countercheck::report
