// SPDX-License-Identifier: GPL-3.0-or-later
// The article files that a command was given, taken in as the window would take them in.
#pragma once

#include "core/dossier/dossier.h"

#include <string>
#include <string_view>
#include <vector>

namespace countercheck::cli {

struct ArticleFiles {
    std::vector<dossier::Article> articles; ///< in the order given; the same file twice is taken once
    std::vector<std::string> names; ///< what tells them apart: the file's name, with its folder where two share one
    bool refused = false;           ///< a file was refused; a line on standard error has said so
};

ArticleFiles takeFiles(std::string_view command, const std::vector<std::string>& paths);

} // namespace countercheck::cli
