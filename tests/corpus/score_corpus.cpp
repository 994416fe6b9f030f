// SPDX-License-Identifier: GPL-3.0-or-later
// score_corpus FOLDER [--verbose]: how well the annotated articles of FOLDER are read, by language and split. Fails
// when a measure falls below its floor in FOLDER/../floors.tsv, and when there is nothing to measure.
#include "tests/corpus/scores.h"

#include <cstdio>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <stdexcept>

using namespace countercheck::corpus;

namespace {

using Table = std::map<std::string, Scores>; ///< "en dev", …, "all"

void print(const Table& table) {
    for (std::size_t m = 0; m < measures; ++m) {
        std::printf("\n%-10s %-12s %6s %6s %6s   %5s %8s %5s\n",
                    std::string(measureName(static_cast<Measure>(m))).c_str(), "", "prec", "recall", "F1", "right",
                    "expected", "found");
        for (const auto& [group, scores] : table)
            std::printf("%-10s %-12s %6.1f %6.1f %6.1f   %5d %8d %5d\n", "", group.c_str(), scores[m].precision(),
                        scores[m].recall(), scores[m].f1(), scores[m].right, scores[m].expected, scores[m].found);
    }
}

/// F1 by measure and group, as the README has it.
void printTable(const Table& table) {
    const auto groups = {"en dev", "en held-out", "fr dev", "fr held-out", "all"};
    std::printf("| F1, per cent |");
    for (const char* group : groups)
        std::printf(" %s |", group);
    std::printf("\n| --- |");
    for (std::size_t i = 0; i < groups.size(); ++i)
        std::printf(" ---: |");
    for (std::size_t m = 0; m < measures; ++m) {
        std::printf("\n| %s |", std::string(measureName(static_cast<Measure>(m))).c_str());
        for (const char* group : groups)
            std::printf(" %.1f |", table.at(group)[m].f1());
    }
    std::printf("\n");
}

/// Floors: measure, group, least F1, parted by tabs. Returns how many are not reached.
int belowFloors(const std::filesystem::path& path, const Table& table) {
    std::ifstream in(path);
    if (!in)
        throw std::runtime_error(path.string() + ": cannot be opened");
    int below = 0;
    int floors = 0;
    for (std::string line; std::getline(in, line);) {
        if (line.empty() || line.front() == '#')
            continue;
        std::istringstream cells(line);
        std::string measure;
        std::string group;
        double least = 0;
        if (!std::getline(cells, measure, '\t') || !std::getline(cells, group, '\t') || !(cells >> least) ||
            !table.contains(group))
            throw std::runtime_error(path.string() + ": cannot be read: " + line);
        bool known = false;
        for (std::size_t m = 0; m < measures; ++m)
            if (measureName(static_cast<Measure>(m)) == measure) {
                known = true;
                ++floors;
                if (const double reached = table.at(group)[m].f1(); reached < least) {
                    std::printf("BELOW ITS FLOOR: %s, %s: %.1f, and at least %.1f is meant\n", measure.c_str(),
                                group.c_str(), reached, least);
                    ++below;
                }
            }
        if (!known)
            throw std::runtime_error(path.string() + ": no measure is called " + measure);
    }
    if (floors == 0)
        throw std::runtime_error(path.string() + ": holds no floors");
    return below;
}

int run(const std::filesystem::path& folder, std::string_view option) {
    Table table;
    std::set<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        if (entry.path().extension() == ".tsv")
            files.insert(entry.path());
    if (files.empty())
        throw std::runtime_error(folder.string() + ": no annotated articles there");
    for (const auto& file : files) {
        const Article article = readArticle(file);
        std::vector<std::string> misses;
        const Scores scores = score(article, misses);
        for (const std::string& group :
             {article.language + " " + article.split, article.language, article.split, std::string("all")})
            for (std::size_t m = 0; m < measures; ++m)
                table[group][m] += scores[m];
        if (option == "--verbose")
            for (const std::string& miss : misses)
                std::printf("%s\n", miss.c_str());
    }
    if (option == "--table") {
        printTable(table);
    } else {
        std::printf("%zu articles\n", files.size());
        print(table);
    }
    return belowFloors(folder / ".." / "floors.tsv", table) == 0 ? 0 : 1;
}

} // namespace

int main(int argc, char** argv) {
    const std::string option = argc == 3 ? argv[2] : "";
    if (argc < 2 || argc > 3 || (argc == 3 && option != "--verbose" && option != "--table")) {
        std::fprintf(stderr, "usage: score_corpus FOLDER [--verbose|--table]\n");
        return 2;
    }
    try {
        return run(argv[1], option);
    } catch (const std::exception& fault) {
        std::fprintf(stderr, "score_corpus: %s\n", fault.what());
        return 2;
    }
}
