// SPDX-License-Identifier: GPL-3.0-or-later
// Runs a fuzz target on a folder of seeds and on what becomes of them by chance, always the same chance:
//   fuzz_x FOLDER SECONDS [FIRST]
// FIRST numbers the first input to be made. An input that breaks the target is kept in the file "fuzz-broken".
#include "tests/fuzz/target.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include <fcntl.h>
#include <unistd.h>

namespace {

/// SplitMix64.
class Dice {
public:
    explicit Dice(std::uint64_t seed) : state_(seed * 0x9E3779B97F4A7C15u + 1) {}
    std::size_t below(std::size_t n) {
        state_ += 0x9E3779B97F4A7C15u;
        std::uint64_t z = state_;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
        return n == 0 ? 0 : static_cast<std::size_t>((z ^ (z >> 31)) % n);
    }

private:
    std::uint64_t state_;
};

constexpr std::array<std::string_view, 40> pieces = {"\xE2\x80\x9C",
                                                     "\xE2\x80\x9D",
                                                     "\xE2\x80\x99",
                                                     "\xC2\xAB ",
                                                     " \xC2\xBB",
                                                     "\"",
                                                     "'s",
                                                     "\n\n",
                                                     "\r\n",
                                                     ". ",
                                                     " 1,500 ",
                                                     "2.5 million",
                                                     "3-5",
                                                     "\xC2\xBD",
                                                     "$",
                                                     "\xE2\x82\xAC"
                                                     "40",
                                                     " per cent",
                                                     "%",
                                                     "twenty-one thousand",
                                                     "no fewer than ",
                                                     " at least ",
                                                     "on Monday",
                                                     "9:30 p.m.",
                                                     "12/03/2025",
                                                     "2026-01-13T21:00",
                                                     "last June",
                                                     "since ",
                                                     " said ",
                                                     "according to ",
                                                     "did not ",
                                                     "&amp;",
                                                     "&#8217;",
                                                     "<br>",
                                                     "\xC3\xA2\xE2\x82\xAC\xE2\x84\xA2",
                                                     "_",
                                                     "*",
                                                     "\xFF\xFE",
                                                     "\xEF\xBB\xBF",
                                                     "\xED\xA0\x80",
                                                     "\xF4\x8F\xBF\xBF"};

void change(std::string& input, Dice& dice, const std::vector<std::string>& seeds) {
    const std::size_t at = dice.below(input.size() + 1);
    const std::size_t length = std::min(input.size() - at, dice.below(1 + dice.below(200)));
    switch (dice.below(9)) {
    case 0: // a bit
        if (at < input.size())
            input[at] = static_cast<char>(input[at] ^ (1 << dice.below(8)));
        break;
    case 1:
        if (at < input.size())
            input[at] = static_cast<char>(dice.below(256));
        break;
    case 2:
        input.erase(at, length);
        break;
    case 3: // the same once more, or many times
        for (std::size_t n = dice.below(20) == 0 ? 200 : 1; n > 0 && input.size() < 60000; --n)
            input.insert(at, input.substr(at, length));
        break;
    case 4: { // a piece of another seed
        const std::string& other = seeds[dice.below(seeds.size())];
        const std::size_t from = dice.below(other.size() + 1);
        input.insert(at, other, from, dice.below(300));
        break;
    }
    case 5:
        input.resize(at);
        break;
    case 6: // two stretches change places
        std::rotate(input.begin() + static_cast<std::ptrdiff_t>(at - at / 2),
                    input.begin() + static_cast<std::ptrdiff_t>(at),
                    input.begin() + static_cast<std::ptrdiff_t>(at + length));
        break;
    default:
        input.insert(at, pieces[dice.below(pieces.size())]);
    }
}

const std::string* current = nullptr;

extern "C" void keepBroken(int signal) {
    const int file = ::open("fuzz-broken", O_WRONLY | O_CREAT | O_TRUNC, 0644);
    if (file >= 0 && current != nullptr && ::write(file, current->data(), current->size()) >= 0)
        ::close(file);
    std::signal(signal, SIG_DFL);
    std::raise(signal);
}

void run(const std::string& input) {
    current = &input;
    ::alarm(60); // what takes a minute hangs
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(input.data()), input.size());
}

} // namespace

int main(int argc, char** argv) {
    if (argc < 3) {
        std::fprintf(stderr, "usage: %s FOLDER SECONDS [FIRST]\n", argv[0]);
        return 2;
    }
    std::vector<std::string> seeds;
    std::vector<std::filesystem::path> files;
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(argv[1], error))
        files.push_back(entry.path());
    std::sort(files.begin(), files.end()); // a folder has no order of its own
    for (const auto& file : files) {
        std::ifstream in(file, std::ios::binary);
        seeds.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
    }
    if (seeds.empty()) {
        std::fprintf(stderr, "%s: no seeds in %s\n", argv[0], argv[1]);
        return 2;
    }
    for (const int signal : {SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGALRM})
        std::signal(signal, keepBroken);
    const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(std::atoi(argv[2]));
    for (const std::string& seed : seeds)
        run(seed);
    std::uint64_t number = argc > 3 ? std::strtoull(argv[3], nullptr, 10) : 1;
    const std::uint64_t first = number;
    for (; std::chrono::steady_clock::now() < until; ++number) {
        Dice dice(number);
        std::string input = seeds[dice.below(seeds.size())];
        for (std::size_t changes = 1 + dice.below(12); changes > 0; --changes)
            change(input, dice, seeds);
        if (input.size() > 60000)
            input.resize(60000);
        run(input);
    }
    std::printf("%zu seeds and %llu inputs made of them\n", seeds.size(),
                static_cast<unsigned long long>(number - first));
    return 0;
}
