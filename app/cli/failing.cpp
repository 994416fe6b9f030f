// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/failing.h"

#include <algorithm>
#include <cstdio>
#include <exception>
#include <new>
#include <string>

namespace countercheck::cli {

int fail(std::string_view command, std::string_view message) {
    std::string line = "countercheck-cli";
    if (!command.empty())
        line.append(" ").append(command);
    line.append(": ").append(message);
    std::replace(line.begin(), line.end(), '\n', ' ');
    std::fprintf(stderr, "%s\n", line.c_str());
    return Failed;
}

int failingWell(const std::function<int()>& run) {
    try {
        const int code = run();
        if (std::fflush(stdout) != 0)
            return fail({}, "could not write to standard output: check that the disk is not full");
        return code;
    } catch (const std::bad_alloc&) {
        return fail({}, "out of memory: give it less at a time");
    } catch (const std::exception& problem) {
        return fail({}, std::string("an unexpected fault: ") + problem.what() + "; please report it");
    }
}

} // namespace countercheck::cli
