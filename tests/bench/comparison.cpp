// SPDX-License-Identifier: GPL-3.0-or-later
// What comparing an archive costs beside reading it, and whether it finds what was planted there.
//   bench_comparison [ARTICLES…]     a row for each size (default 1000 2000 4000 8000)
//   bench_comparison --add [ARTICLES…]   one article more, in a case of that size
//   bench_comparison --case [ARTICLES…]  the same, through a case file: comparing, saving, anchoring
//   bench_comparison --lines [LINES…]    one article of so many lines that are nearly alike (default 50000), and a
//                                        short one beside it
//   bench_comparison --dump ARTICLES     the archive as one line for “compare --jsonl”
// Processor time is that of all threads together, in this process.
#include "app/cli/jsonwriter.h"
#include "core/compare/comparer.h"
#include "core/compare/digest.h"
#include "core/desk/desk.h"
#include "core/dossier/sha256.h"
#include "core/store/casefile.h"
#include "tests/compare/newscorpus.h"

#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <filesystem>
#include <string>
#include <string_view>

#include <sys/resource.h>
#include <unistd.h>

namespace {

using namespace countercheck;

double processorSeconds() {
    timespec at{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &at);
    return static_cast<double>(at.tv_sec) + static_cast<double>(at.tv_nsec) / 1e9;
}
double wallSeconds() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}
/// The most memory that the process has had, in megabytes.
long peakMegabytes() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss / 1024;
}

void row(std::size_t articles) {
    const compare::NewsCorpus corpus = compare::newsCorpus(articles, 1);
    const std::vector<compare::Input> inputs = compare::inputsOf(corpus);
    std::size_t bytes = 0;
    for (const compare::Input& input : inputs)
        bytes += input.text.size();
    double at = processorSeconds();
    for (const compare::Input& input : inputs)
        if (compare::digestOf(input, {}, false).sentences == 0)
            std::abort();
    const double reading = processorSeconds() - at;
    at = processorSeconds();
    const double wall = wallSeconds();
    compare::Settings settings;
    settings.nearMisses = 0; // as “compare --jsonl”, which has no field for them
    compare::Comparer comparer(settings, false);
    const auto comparison = comparer.compare(inputs);
    const double all = processorSeconds() - at, took = wallSeconds() - wall;
    const compare::PlantedScore score = compare::scoreOf(corpus, *comparison);
    const auto percent = [](std::size_t part, std::size_t of) {
        return of == 0 ? 0.0 : 100.0 * static_cast<double>(part) / static_cast<double>(of);
    };
    std::printf("%8zu %8.1f %9.2f %9.2f %9.2f %8.2f %7ld %9.1f %9.2f %9.1f\n", articles,
                static_cast<double>(bytes) / 1e6, reading, all - reading, took, (all - reading) / reading,
                peakMegabytes(), percent(score.found, score.planted), percent(score.wrong, score.conflicts),
                percent(score.copiesFound, score.copies));
    std::fflush(stdout);
}

void add(std::size_t articles) {
    const compare::NewsCorpus corpus = compare::newsCorpus(articles + 3, 1);
    std::vector<compare::Input> inputs = compare::inputsOf(corpus);
    const std::vector<compare::Input> late(inputs.end() - 3, inputs.end());
    inputs.resize(articles);
    compare::Comparer comparer;
    double at = wallSeconds(), busy = 0;
    auto now = comparer.compare(inputs); // somebody looks at the last results while the next are made
    std::printf("%8zu articles: %6.2f s from scratch, %ld MB\n", articles, wallSeconds() - at, peakMegabytes());
    for (const compare::Input& one : late) {
        inputs.push_back(one);
        at = wallSeconds();
        busy = processorSeconds();
        now = comparer.compare(inputs);
        std::printf(
            "         one more: %6.3f s, %6.3f s of processor time (%zu read, %zu pairs judged, %zu examined for "
            "shared wording)\n",
            wallSeconds() - at, processorSeconds() - busy, comparer.work().read, comparer.work().judged,
            comparer.work().examined);
    }
}

void lines(std::size_t count) {
    const std::array<const char*, 4> forms{"At least # people were killed in Tarvik on Sunday.\n",
                                           "At least 12 people were killed in Tarvik on Sunday.\n",
                                           "The mayor, Mara Lindqvist, said that # houses were damaged on Sunday.\n",
                                           "“We lost # goats on January 11,” said Tomas Okeke of Port Ellin.\n"};
    const std::string brief = "At least 13 people were killed in Tarvik on Sunday, the mayor, Mara Lindqvist, said.";
    for (const std::string_view form : forms) {
        const std::size_t place = form.find('#');
        std::string text = "The list of Tarvik\n\n";
        for (std::size_t i = 0; i < count; ++i)
            text.append(form.substr(0, place))
                .append(place == std::string_view::npos ? std::string() : std::to_string(10 + i * 7919 % 9001))
                .append(place == std::string_view::npos ? std::string_view() : form.substr(place + 1));
        const std::array inputs{compare::Input{text, "2026-01-13", "A", "en"},
                                compare::Input{brief, "2026-01-13", "B", "en"}};
        double at = processorSeconds();
        if (compare::digestOf(inputs[0], {}, true).sentences == 0)
            std::abort();
        const double reading = processorSeconds() - at;
        at = processorSeconds();
        const auto comparison = compare::compareArticles(inputs);
        std::printf("%8zu lines: %6.2f s to read, %6.2f s to read and compare, %zu questions, %ld MB\n", count, reading,
                    processorSeconds() - at, comparison->questions.size(), peakMegabytes());
    }
}

dossier::AddArticle captured(const compare::Input& input) {
    dossier::AddArticle add;
    add.bytes = std::string(input.text);
    add.article.id.sha256 = dossier::sha256Hex(add.bytes);
    add.article.text = add.bytes;
    add.article.encoding = "UTF-8";
    add.article.info.published = std::string(input.published);
    add.article.info.publisher = std::string(input.publisher);
    return add;
}

void addToCase(std::size_t articles) {
    const compare::NewsCorpus corpus = compare::newsCorpus(articles + 3, 1);
    const std::vector<compare::Input> inputs = compare::inputsOf(corpus);
    const auto folder = std::filesystem::temp_directory_path() / ("bench_comparison." + std::to_string(getpid()));
    std::filesystem::create_directory(folder);
    {
        auto opened = store::CaseFile::open((folder / "archive.case").string(), store::OpenMode::CreateOrOpen);
        if (const auto* problem = std::get_if<store::Problem>(&opened)) {
            std::fprintf(stderr, "%s\n", problem->message.c_str());
            std::exit(1);
        }
        const auto file = std::move(std::get<0>(opened));
        double at = wallSeconds();
        for (std::size_t i = 0; i < articles; ++i)
            file->apply(captured(inputs[i]), "bench");
        std::printf("%8zu articles: %6.2f s to take in", articles, wallSeconds() - at);
        for (std::size_t i = articles; i <= inputs.size(); ++i) {
            if (i > articles)
                file->apply(captured(inputs[i - 1]), "bench");
            const auto snapshot = file->snapshot();
            at = wallSeconds();
            double busy = processorSeconds();
            auto comparison = desk::analyse(snapshot->articles);
            const double compared = wallSeconds() - at, comparedBusy = processorSeconds() - busy;
            at = wallSeconds();
            busy = processorSeconds();
            const auto outcome = file->setComparison(std::move(*comparison), *snapshot);
            if (const auto* problem = std::get_if<store::Problem>(&outcome))
                std::fprintf(stderr, "%s\n", problem->message.c_str());
            std::printf("%s%6.3f s to compare (%.3f of processor time), %6.3f s to take up and save (%.3f)\n",
                        i == articles ? ", " : "         one more: ", compared, comparedBusy, wallSeconds() - at,
                        processorSeconds() - busy);
        }
    }
    std::filesystem::remove_all(folder);
}

void dump(std::size_t articles) {
    const compare::NewsCorpus corpus = compare::newsCorpus(articles, 1);
    std::string out;
    cli::JsonWriter json(out);
    json.beginObject();
    json.member("id", "archive");
    json.key("articles");
    json.beginArray();
    for (std::size_t i = 0; i < corpus.articles.size(); ++i) {
        json.beginObject();
        json.member("id", std::to_string(i));
        json.member("published", corpus.articles[i].published);
        json.member("publisher", corpus.articles[i].publisher);
        json.member("text", corpus.articles[i].text);
        json.endObject();
    }
    json.endArray();
    json.endObject();
    std::puts(out.c_str());
}

} // namespace

int main(int argc, char** argv) {
    std::vector<std::size_t> sizes;
    std::string_view mode;
    for (int i = 1; i < argc; ++i)
        if (argv[i][0] == '-')
            mode = argv[i];
        else
            sizes.push_back(std::strtoul(argv[i], nullptr, 10));
    if (sizes.empty() && mode == "--lines")
        sizes = {50000};
    if (sizes.empty())
        sizes = {1000, 2000, 4000, 8000};
    if (mode.empty())
        std::printf("%8s %8s %9s %9s %9s %8s %7s %9s %9s %9s\n", "articles", "MB", "read s", "compare s", "wall s",
                    "ratio", "MB used", "found %", "false %", "copies %");
    for (const std::size_t size : sizes)
        mode == "--add"     ? add(size)
        : mode == "--case"  ? addToCase(size)
        : mode == "--dump"  ? dump(size)
        : mode == "--lines" ? lines(size)
                            : row(size);
}
