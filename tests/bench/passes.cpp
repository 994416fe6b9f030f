// SPDX-License-Identifier: GPL-3.0-or-later
// What each pass of `extract` costs, in nanoseconds a word (a run of other than blanks, as wc -w counts them).
//   passes [FILE]      FILE holds JSON Lines as `extract --jsonl` takes them; without it, a text of our own making
// All passes run article by article, as they do in the program; of five rounds the least of each article counts.
#include "app/cli/findings.h"
#include "app/cli/jsonwriter.h"
#include "app/cli/request.h"
#include "core/claim/claim.h"
#include "core/read/mentions.h"
#include "core/text/tokenizer.h"
#include "tests/bench/synthetic.h"

#include <array>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <numeric>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace countercheck;

std::size_t wordsOf(std::string_view text) {
    std::size_t words = 0;
    bool inside = false;
    for (const char c : text) {
        const bool blank = static_cast<unsigned char>(c) <= ' ';
        words += !blank && !inside ? 1 : 0;
        inside = !blank;
    }
    return words;
}

std::vector<std::string> linesOf(const char* path) {
    std::vector<std::string> lines;
    if (path != nullptr) {
        std::ifstream in(path);
        for (std::string line; std::getline(in, line);)
            lines.push_back(line);
    } else {
        for (std::uint64_t seed = 0; seed < 2000; ++seed) {
            std::string line = "{\"id\":" + std::to_string(seed) + ",\"text\":";
            cli::appendJsonString(line, bench::article(seed, 4000));
            lines.push_back(line + ",\"published\":\"2026-01-13\"}");
        }
    }
    for (std::string& line : lines)
        line.reserve(line.size() + 64); // simdjson reads beyond
    return lines;
}

constexpr std::array<const char*, 13> names = {"JSON in",   "offsets",      "repair", "language", "tokens",
                                               "sentences", "blocks",       "times",  "figures",  "quotes",
                                               "names",     "attributions", "claims"};

} // namespace

int main(int argc, char** argv) {
    const std::vector<std::string> lines = linesOf(argc > 1 ? argv[1] : nullptr);
    cli::RequestReader reader;
    cli::ArticleRequest request;
    cli::LineProblem problem;
    cli::Findings findings;
    text::Reading reading;
    read::Mentions mentions;
    claim::Claims claims;
    std::string out;
    using Costs = std::array<double, names.size() + 1>;
    std::vector<Costs> costs(lines.size());
    std::size_t words = 0;
    for (int round = 0; round < 5; ++round) {
        words = 0;
        std::uint64_t number = 0;
        for (const std::string& line : lines) {
            std::size_t pass = 0;
            Costs& cost = costs[number];
            auto before = std::chrono::steady_clock::now();
            const auto done = [&] {
                const auto now = std::chrono::steady_clock::now();
                const double spent = std::chrono::duration<double, std::nano>(now - before).count();
                cost[pass] = round == 0 ? spent : std::min(cost[pass], spent);
                ++pass;
                before = now;
            };
            if (!reader.read(line, ++number, request, problem)) {
                std::fprintf(stderr, "passes: %s\n", problem.message.c_str());
                return 1;
            }
            done();
            reading.captured = request.text;
            reading.capturedPoints.reset(request.text);
            done();
            text::repair(reading);
            done();
            const text::Language declared = text::languageFromTag(request.language);
            reading.language = declared == text::Language::Unknown ? text::detectLanguage(reading.text) : declared;
            done();
            const text::Lexicon& lexicon = text::Lexicon::of(reading.language);
            text::tokenize(lexicon, reading);
            done();
            text::splitSentences(lexicon, reading);
            done();
            text::recogniseBlocks(lexicon, reading);
            done();
            text::read(request.text, declared, reading); // whole, so that nothing is missing; not counted
            read::ReadContext context;
            context.published = request.published;
            mentions.clear();
            before = std::chrono::steady_clock::now();
            read::readTimes(reading, context, mentions);
            done();
            read::readFigures(reading, context, mentions);
            done();
            read::readQuotes(reading, mentions);
            done();
            read::readNames(reading, mentions);
            done();
            read::readAttributions(reading, mentions);
            done();
            claim::readClaims(reading, mentions, context, claims, claim::Purpose::Listing);
            done();
            findings.read(request.text, request.language, request.published);
            before = std::chrono::steady_clock::now();
            cli::JsonWriter json(out);
            findings.write(json, request.id);
            out += '\n';
            done();
            words += wordsOf(request.text);
            if (out.size() > 256 * 1024)
                out.clear();
        }
    }
    Costs best{};
    for (const Costs& cost : costs)
        for (std::size_t i = 0; i < cost.size(); ++i)
            best[i] += cost[i];
    const double each = 1.0 / static_cast<double>(words);
    std::printf("%-14s %8s\n", "", "ns/word");
    for (std::size_t i = 0; i < names.size(); ++i)
        std::printf("%-14s %8.1f\n", names[i], best[i] * each);
    std::printf("%-14s %8.1f\n", "JSON out", best.back() * each);
    std::printf("%-14s %8.1f\n", "all", std::accumulate(best.begin(), best.end(), 0.0) * each);
    return 0;
}
