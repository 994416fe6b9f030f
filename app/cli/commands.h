// SPDX-License-Identifier: GPL-3.0-or-later
// The commands of countercheck-cli. Each returns the exit code: 0 all is well; 1 it ran, and something in what it was
// given is not right (a bad line, a refused file, a chain that does not hold); 2 it could not do what was asked.
#pragma once

#include "app/cli/arguments.h"

#include <string>
#include <string_view>
#include <vector>

namespace countercheck::cli {

enum Exit : int { Done = 0, Flawed = 1, Failed = 2 };

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

/// One line on standard error, "countercheck-cli COMMAND: message", and Exit::Failed. Line ends inside become blanks.
int fail(std::string_view command, std::string_view message);

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
