// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/sidebyside.h"

#include "core/compare/digest.h"
#include "core/compare/gate/gate.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <memory>
#include <span>
#include <utility>

namespace countercheck::compare {

namespace {

// A list's number: that of its report above its own.
constexpr unsigned bits = 12;
constexpr std::uint64_t most = 1u << bits;
constexpr std::uint64_t reportOf(std::uint64_t number) {
    return number >> bits;
}
constexpr std::size_t listOf(std::uint64_t number) {
    return static_cast<std::size_t>(number % most);
}

/// Two reports, and for each list of the one how many concepts it shares with each of the other.
struct Laid {
    std::uint64_t first = 0, second = 0; ///< first <= second
    std::size_t width = 0;               ///< lists of the second
    std::vector<std::uint16_t> shared;
};

/// A report's concepts, ascending, and which lists hold each.
struct Spread {
    std::uint64_t report = 0;
    std::size_t count = 0; ///< of lists
    std::vector<std::uint32_t> words, ends;
    std::vector<std::uint16_t> lists;
    [[nodiscard]] std::span<const std::uint16_t> of(std::size_t word) const {
        const std::uint32_t from = word == 0 ? 0 : ends[word - 1];
        return std::span(lists).subspan(from, ends[word] - from);
    }
};

constexpr std::size_t reports = 16; ///< a handful, whose numbers follow each other

struct Table {
    std::array<Laid, reports * reports> pairs;
    std::array<Spread, reports> spreads;
    Laid& of(std::uint64_t first, std::uint64_t second) {
        return pairs[(first % reports) * reports + second % reports];
    }
};
constinit thread_local Table* table = nullptr; // asked far too often for a look at whether it was made
Table& here() {
    thread_local std::unique_ptr<Table> own;
    if (!own) {
        own = std::make_unique<Table>();
        table = own.get();
    }
    return *own;
}

const Spread& spreadOf(const Digest& digest) {
    const std::uint64_t report = digest.number;
    Spread& spread = here().spreads[report % reports];
    if (spread.report == report)
        return spread;
    thread_local std::vector<std::uint64_t> places;
    places.clear();
    std::vector<bool> taken;
    const auto take = [&](const SentenceWords& words) {
        if (words.number == 0)
            return;
        const std::size_t list = listOf(words.number);
        if (taken.size() <= list)
            taken.resize(list + 1);
        if (taken[list])
            return;
        taken[list] = true;
        for (const std::uint32_t word : words)
            places.push_back(std::uint64_t{word} << 32 | list);
    };
    for (const Fact& fact : digest.facts)
        take(fact.content);
    for (const Outline& outline : digest.outlines)
        take(outline.content);
    std::sort(places.begin(), places.end());
    spread.report = report;
    spread.count = taken.size();
    spread.words.clear();
    spread.ends.clear();
    spread.lists.clear();
    for (const std::uint64_t place : places) {
        if (const auto word = static_cast<std::uint32_t>(place >> 32);
            spread.words.empty() || spread.words.back() != word) {
            spread.words.push_back(word);
            spread.ends.push_back(0);
        }
        spread.lists.push_back(static_cast<std::uint16_t>(place));
        spread.ends.back() = static_cast<std::uint32_t>(spread.lists.size());
    }
    return spread;
}

} // namespace

void numberSentences(Digest& report) {
    static std::atomic<std::uint64_t> made{0};
    report.number = ++made;
    const std::uint64_t own = report.number << bits;
    std::uint64_t next = 0;
    const SentenceWords* alike[4]; // the last few: facts of a sentence stand together, and outlines behind them
    std::size_t known = 0;
    const auto number = [&](SentenceWords& words) {
        for (std::size_t i = known; i-- > 0 && known - i <= std::size(alike);)
            if (const SentenceWords& other = *alike[i % std::size(alike)]; other == words)
                return void(words.number = other.number);
        words.number = next < most ? own | next++ : 0;
        alike[known++ % std::size(alike)] = &words;
    };
    for (const std::uint32_t i : report.bySentence) {
        Fact& fact = report.facts[i];
        if (gate::numeric(fact.kind) || fact.kind == claim::ClaimKind::Age || fact.kind == claim::ClaimKind::Date ||
            fact.kind == claim::ClaimKind::Statement)
            number(fact.content);
        else
            fact.content.number = 0;
    }
    for (Outline& outline : report.outlines) {
        const SentenceWords* same = nullptr;
        report.eachIn(outline.sentence, [&](const Fact& fact) {
            if (!same && fact.content.number != 0 && fact.content == outline.content)
                same = &fact.content;
        });
        if (same)
            outline.content.number = same->number;
        else
            number(outline.content);
    }
}

void laySideBySide(const Digest& a, const Digest& b) {
    if (a.number == 0 || b.number == 0)
        return;
    const bool turned = b.number < a.number;
    const Spread &p = spreadOf(turned ? b : a), &q = spreadOf(turned ? a : b);
    Laid& laid = here().of(p.report, q.report);
    if (laid.first == p.report && laid.second == q.report)
        return;
    laid.first = p.report;
    laid.second = q.report;
    laid.width = q.count;
    laid.shared.assign(p.count * q.count, 0);
    for (std::size_t i = 0, j = 0; i < p.words.size() && j < q.words.size();) {
        const std::uint32_t x = p.words[i], y = q.words[j];
        if (x == y)
            for (const std::uint16_t k : p.of(i)) {
                std::uint16_t* const row = laid.shared.data() + k * laid.width;
                for (const std::uint16_t l : q.of(j))
                    ++row[l];
            }
        i += x <= y;
        j += y <= x;
    }
}

std::optional<std::size_t> sharedOnceLaid(const SentenceWords& a, const SentenceWords& b) {
    std::uint64_t x = a.number, y = b.number;
    if (!table || x == 0 || y == 0)
        return std::nullopt;
    if (reportOf(y) < reportOf(x))
        std::swap(x, y);
    const Laid& laid = table->of(reportOf(x), reportOf(y));
    if (laid.first != reportOf(x) || laid.second != reportOf(y))
        return std::nullopt;
    return laid.shared[listOf(x) * laid.width + listOf(y)];
}

} // namespace countercheck::compare
