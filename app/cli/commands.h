// SPDX-License-Identifier: GPL-3.0-or-later
// The commands of countercheck-cli. Each returns the exit code.
#pragma once

#include "app/cli/arguments.h"
#include "app/cli/failing.h"

#include <string>
#include <string_view>
#include <vector>

namespace countercheck::cli {

struct Command {
    std::string_view name;
    std::string_view summary; ///< one line for the list of commands
    std::string_view help;    ///< the whole page, synopsis first
    std::vector<Option> options;
    std::size_t leastWords = 0, mostWords = 0; ///< files and the like, beside the options
    int (*run)(const Arguments&) = nullptr;    ///< none: comes with a later version
};

const std::vector<Command>& commands();
const Command* commandNamed(std::string_view name);

// The commands that read texts.
int extract(const Arguments& arguments);
int compare(const Arguments& arguments);
int keys(const Arguments& arguments);
int evaluate(const Arguments& arguments);
// The commands that open a case.
int importArticles(const Arguments& arguments);
int questions(const Arguments& arguments);
int edit(const Arguments& arguments);
int log(const Arguments& arguments);
int key(const Arguments& arguments);
int merge(const Arguments& arguments);
int verify(const Arguments& arguments);
int exportCase(const Arguments& arguments);
int verifySummary(const Arguments& arguments);
// Shared cases.
int share(const Arguments& arguments);
int unshare(const Arguments& arguments);
int search(const Arguments& arguments);
int prepare(const Arguments& arguments);

} // namespace countercheck::cli
