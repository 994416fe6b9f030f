// SPDX-License-Identifier: GPL-3.0-or-later
// countercheck-cli: the program without its window, for scripts and pipelines. Streams of texts it answers itself, and
// is ready for them at once; for every other command it becomes countercheck-cases (main.cpp).
#include "app/cli/failing.h"
#include "app/cli/linecommands.h"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include <unistd.h>

namespace {

using namespace countercheck::cli;
namespace fs = std::filesystem;

/// Where countercheck-cases may be: beside this program as it was built, or where it was installed.
std::vector<fs::path> places() {
    const fs::path here = fs::read_symlink("/proc/self/exe").parent_path();
    return {here / "countercheck-cases", here / "../libexec/countercheck/countercheck-cases"};
}

/// Becomes the program of all commands; returns only where it cannot.
int becomeCases(char** argv) {
    std::string problem;
    for (const fs::path& place : places()) {
        ::execv(place.c_str(), argv);
        if (problem.empty() || errno != ENOENT)
            problem = place.string() + ": " + std::strerror(errno);
    }
    return fail({}, "cannot start the program of its commands, " + problem + "; install Countercheck again");
}

} // namespace

int main(int argc, char** argv) {
    return failingWell([&] {
        const std::vector<std::string_view> words(argv + 1, argv + argc);
        if (words.size() == 2 && words[1] == "--jsonl") {
            if (words[0] == "extract")
                return extractLines();
            if (words[0] == "compare")
                return compareLines(false);
            if (words[0] == "keys")
                return keysOfLines();
        }
        if (words.size() == 3 && words[0] == "compare" && words[1] == "--jsonl" && words[2] == "--partition")
            return compareLines(true);
        return becomeCases(argv);
    });
}
