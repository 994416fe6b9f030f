// SPDX-License-Identifier: GPL-3.0-or-later
// countercheck-cases: every command of countercheck-cli. With all that takes in and writes every format it needs a
// hundred libraries; countercheck-cli itself (front.cpp) answers streams of texts without them and starts this program
// for everything else.
#include "app/cli/commands.h"

#include <cstdio>

namespace {

using namespace countercheck::cli;

void printUsage(std::FILE* to) {
    std::fputs(
        "countercheck-cli COMMAND …\n\n"
        "Compares what news articles claim, and keeps what people decided about it. Nothing leaves this machine.\n\n",
        to);
    for (const Command& command : commands())
        std::fprintf(to, "  %-16.*s%.*s\n", static_cast<int>(command.name.size()), command.name.data(),
                     static_cast<int>(command.summary.size()), command.summary.data());
    std::fputs("\n  countercheck-cli COMMAND --help   how to use a command\n"
               "  countercheck-cli --version        the version\n\n"
               "Exit codes: 0 all is well; 1 something that was given is not right; 2 it could not be done.\n",
               to);
}

int run(std::vector<std::string> words) {
    if (words.empty()) {
        printUsage(stderr);
        return Failed;
    }
    const std::string name = words.front();
    if (name == "--help" || name == "-h" || name == "help") {
        const Command* const about = words.size() > 1 ? commandNamed(words[1]) : nullptr;
        if (about && !about->help.empty())
            std::fwrite(about->help.data(), 1, about->help.size(), stdout);
        else
            printUsage(stdout);
        return Done;
    }
    if (name == "--version") {
        std::puts("countercheck-cli " COUNTERCHECK_VERSION);
        return Done;
    }
    const Command* const command = commandNamed(name);
    if (!command)
        return fail({}, (name.starts_with('-') ? "unknown option “" : "unknown command “") + name +
                            "”; see countercheck-cli --help");
    words.erase(words.begin());
    const bool wantsHelp = [&] {
        for (const std::string& word : words) {
            if (word == "--")
                return false;
            if (word == "--help" || word == "-h")
                return true;
        }
        return false;
    }();
    if (!command->run) {
        const std::string message = name + " comes with a later version of Countercheck; this is " COUNTERCHECK_VERSION;
        if (wantsHelp) {
            std::puts(message.c_str());
            return Done;
        }
        return fail({}, message);
    }
    if (wantsHelp) {
        std::fwrite(command->help.data(), 1, command->help.size(), stdout);
        return Done;
    }
    const std::string see = "; see countercheck-cli " + name + " --help";
    std::string problem;
    const auto arguments = Arguments::tryFrom(words, command->options, problem);
    if (!arguments)
        return fail(name, problem + see);
    const std::size_t given = arguments->words().size();
    if (given < command->leastWords)
        return fail(name, (given == 0 ? "a case file is missing" : "a file is missing") + see);
    if (given > command->mostWords)
        return fail(name, "“" + arguments->words()[command->mostWords] + "” is one file too many" + see);
    return command->run(*arguments);
}

} // namespace

int main(int argc, char** argv) {
    return failingWell([&] { return run(std::vector<std::string>(argv + 1, argv + argc)); });
}
