// SPDX-License-Identifier: GPL-3.0-or-later
// How fast is `countercheck-cli extract --jsonl`, against counting the same text's words with `wc -w`?
//   throughput PROGRAM [MEGABYTES]
// Writes a text of its own making into a temporary folder, runs both three times, and prints the better processor time
// of each (user and system, as the kernel counts it), megabytes a second, the ratio, and the peak memory. Then the same
// text four times over, and a quarter of it, as one article each: time must grow as the text does, and memory is
// printed in bytes for each byte of text.
#include "app/cli/jsonwriter.h"
#include "tests/bench/synthetic.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

struct Cost {
    double seconds = -1;
    long kilobytes = 0;
};

double secondsOf(const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

/// Runs a program on a file; seconds are negative when it failed.
Cost run(const std::vector<std::string>& words, const std::string& input) {
    const pid_t child = ::fork();
    if (child == 0) {
        const int in = ::open(input.c_str(), O_RDONLY);
        const int out = ::open("/dev/null", O_WRONLY);
        if (in < 0 || out < 0 || ::dup2(in, 0) < 0 || ::dup2(out, 1) < 0)
            ::_exit(99);
        ::setenv("LC_ALL", "C.UTF-8", 1);
        std::vector<char*> arguments;
        for (const std::string& word : words)
            arguments.push_back(const_cast<char*>(word.c_str())); // NOLINT: execvp does not change them
        arguments.push_back(nullptr);
        ::execvp(arguments[0], arguments.data());
        ::_exit(99);
    }
    int status = 0;
    rusage usage{};
    if (child < 0 || ::wait4(child, &status, 0, &usage) != child || !WIFEXITED(status) || WEXITSTATUS(status) != 0)
        return {};
    return {secondsOf(usage.ru_utime) + secondsOf(usage.ru_stime), usage.ru_maxrss};
}

Cost best(const std::vector<std::string>& words, const std::string& input) {
    Cost result;
    for (int i = 0; i < 3; ++i) {
        const Cost cost = run(words, input);
        if (cost.seconds < 0)
            return cost;
        if (result.seconds < 0 || cost.seconds < result.seconds)
            result.seconds = cost.seconds;
        result.kilobytes = std::max(result.kilobytes, cost.kilobytes);
    }
    return result;
}

bool write(const std::string& path, const std::string& bytes) {
    std::FILE* const file = std::fopen(path.c_str(), "wb");
    if (!file)
        return false;
    const bool good = std::fwrite(bytes.data(), 1, bytes.size(), file) == bytes.size();
    return std::fclose(file) == 0 && good;
}

} // namespace

int main(int argc, char** argv) {
    if (argc < 2) {
        std::fprintf(stderr, "throughput PROGRAM [MEGABYTES]\n");
        return 2;
    }
    const std::string program = argv[1];
    const std::size_t wanted = std::max(1, argc > 2 ? std::atoi(argv[2]) : 24) * std::size_t{1000000};
    std::string folder = (std::filesystem::temp_directory_path() / "countercheck-bench-XXXXXX").string();
    if (!::mkdtemp(folder.data())) {
        std::fprintf(stderr, "throughput: cannot make a temporary folder\n");
        return 2;
    }
    std::string text;
    std::string lines;
    for (std::uint64_t seed = 0; text.size() < wanted; ++seed) {
        const std::string one = countercheck::bench::article(seed, 4000);
        text += one;
        lines += "{\"id\":" + std::to_string(seed) + ",\"text\":";
        countercheck::cli::appendJsonString(lines, one);
        lines += ",\"published\":\"2026-01-13\"}\n";
    }
    const std::string textFile = folder + "/text.txt";
    const std::string linesFile = folder + "/lines.jsonl";
    int code = 2;
    if (write(textFile, text) && write(linesFile, lines)) {
        const Cost words = best({"wc", "-w"}, textFile);
        const Cost extract = best({program, "extract", "--jsonl"}, linesFile);
        if (words.seconds < 0 || extract.seconds < 0) {
            std::fprintf(stderr, "throughput: %s failed\n", words.seconds < 0 ? "wc" : program.c_str());
        } else {
            const double megabytes = static_cast<double>(text.size()) / 1e6;
            std::printf("text              %8.1f MB\n", megabytes);
            std::printf("wc -w             %8.3f s   %8.1f MB/s\n", words.seconds, megabytes / words.seconds);
            std::printf("extract --jsonl   %8.3f s   %8.1f MB/s   peak %.1f MB\n", extract.seconds,
                        megabytes / extract.seconds, static_cast<double>(extract.kilobytes) / 1024);
            std::printf("extract / wc      %8.2f\n", extract.seconds / words.seconds);
            code = 0;
        }
        for (const double part : {0.25, 4.0}) {
            std::string one;
            while (one.size() < static_cast<std::size_t>(part * static_cast<double>(text.size())))
                one.append(text, 0, static_cast<std::size_t>(part * static_cast<double>(text.size())) - one.size());
            std::string line = "{\"id\":1,\"text\":";
            countercheck::cli::appendJsonString(line, one);
            line += "}\n";
            if (!write(linesFile, line))
                continue;
            const Cost cost = run({program, "extract", "--jsonl"}, linesFile);
            if (cost.seconds < 0)
                code = 2;
            const auto bytes = static_cast<double>(one.size());
            std::printf("one article       %8.1f MB  %8.1f MB/s   peak %.1f MB, %.1f bytes a byte\n", bytes / 1e6,
                        bytes / 1e6 / cost.seconds, static_cast<double>(cost.kilobytes) / 1024,
                        static_cast<double>(cost.kilobytes) * 1024 / bytes);
        }
    } else {
        std::fprintf(stderr, "throughput: cannot write in %s\n", folder.c_str());
    }
    std::error_code ignored;
    std::filesystem::remove_all(folder, ignored);
    return code;
}
