// SPDX-License-Identifier: GPL-3.0-or-later
// The sample case's articles: five texts of our own about one event, built into the program, that show what the
// workbench finds. The outlets and people in them are invented.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace countercheck::intake {

struct SampleFile {
    std::string name;       ///< "1-western-mali-plants-attacked.txt"
    std::string_view bytes; ///< lives as long as the program; for fromBytes()
    std::string capturedAt; ///< UTC, ISO 8601: always the same, so that the sample case is
};

/// In the order in which the panes show them.
std::vector<SampleFile> sampleFiles();

} // namespace countercheck::intake
