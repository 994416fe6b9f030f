// SPDX-License-Identifier: GPL-3.0-or-later
// What reading and comparing cost, step by step. Bytes per second are those of the text.
#include "app/cli/findings.h"
#include "core/claim/claim.h"
#include "core/compare/compare.h"
#include "core/read/mentions.h"
#include "core/text/reading.h"
#include "tests/bench/synthetic.h"

#include <benchmark/benchmark.h>

#include <vector>

namespace {

using namespace countercheck;

constexpr std::size_t articleBytes = 4000;

const std::vector<std::string>& articles() {
    static const std::vector<std::string> all = [] {
        std::vector<std::string> made;
        for (std::uint64_t seed = 0; seed < 64; ++seed)
            made.push_back(bench::article(seed, articleBytes));
        return made;
    }();
    return all;
}

std::int64_t bytesOfAll() {
    std::int64_t sum = 0;
    for (const std::string& one : articles())
        sum += static_cast<std::int64_t>(one.size());
    return sum;
}

void tokens(benchmark::State& state) {
    text::Reading reading;
    for (auto _ : state)
        for (const std::string& one : articles()) {
            text::read(one, text::Language::English, reading);
            benchmark::DoNotOptimize(reading.tokens.data());
        }
    state.SetBytesProcessed(state.iterations() * bytesOfAll());
}
BENCHMARK(tokens);

void tokensWithLanguage(benchmark::State& state) {
    text::Reading reading;
    for (auto _ : state)
        for (const std::string& one : articles()) {
            text::read(one, text::Language::Unknown, reading);
            benchmark::DoNotOptimize(reading.tokens.data());
        }
    state.SetBytesProcessed(state.iterations() * bytesOfAll());
}
BENCHMARK(tokensWithLanguage);

void mentions(benchmark::State& state) {
    text::Reading reading;
    read::Mentions found;
    for (auto _ : state)
        for (const std::string& one : articles()) {
            text::read(one, text::Language::English, reading);
            read::readMentions(reading, {}, found);
            benchmark::DoNotOptimize(found.figures.data());
        }
    state.SetBytesProcessed(state.iterations() * bytesOfAll());
}
BENCHMARK(mentions);

void extractToJson(benchmark::State& state) {
    cli::Findings findings;
    std::string out;
    for (auto _ : state)
        for (const std::string& one : articles()) {
            out.clear();
            findings.read(one, "en", {});
            cli::JsonWriter json(out);
            findings.write(json, "1");
            benchmark::DoNotOptimize(out.data());
        }
    state.SetBytesProcessed(state.iterations() * bytesOfAll());
}
BENCHMARK(extractToJson);

void compareArticles(benchmark::State& state) {
    std::vector<std::string> texts;
    std::int64_t bytes = 0;
    for (std::int64_t seed = 0; seed < state.range(0); ++seed) {
        texts.push_back(bench::report(static_cast<std::uint64_t>(seed)));
        bytes += static_cast<std::int64_t>(texts.back().size());
    }
    std::vector<compare::Input> inputs(texts.size());
    for (std::size_t i = 0; i < texts.size(); ++i)
        inputs[i].text = texts[i];
    for (auto _ : state) {
        const auto result = compare::compareArticles(inputs);
        benchmark::DoNotOptimize(result->questions.get().data());
    }
    state.SetBytesProcessed(state.iterations() * bytes);
}
BENCHMARK(compareArticles)->Arg(2)->Arg(5)->Arg(20)->Arg(100)->Unit(benchmark::kMillisecond);

} // namespace

BENCHMARK_MAIN();
