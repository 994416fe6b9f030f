// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/lineage.h"

#include "core/text/explaining.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <string>
#include <tuple>

namespace countercheck::compare {

namespace {

using Words = std::vector<DigestWord>;

constexpr std::size_t evidenceWords = 6; ///< shortest run that is shown
constexpr std::size_t leastRun = Wording::leastRun;
constexpr std::uint32_t none = Wording::none;

struct Run {
    std::size_t a = 0, b = 0, length = 0; ///< word indexes
};

/// Maximal shared runs, greedily from b's start to its end, longest match at each place.
std::vector<Run> sharedRuns(const Wording& in, const Wording& of) {
    const Words &a = in.words(), &b = of.words();
    std::vector<Run> runs;
    for (std::size_t j = 0; j < of.runs().size();) {
        const std::uint32_t run = of.runs()[j];
        Run best;
        int tried = 0;
        for (std::uint32_t i = in.firstRun(run); i != none && tried < 16; i = in.nextRun(i), ++tried) {
            if (in.runs()[i] != run)
                continue;
            std::size_t n = 0;
            while (i + n < a.size() && j + n < b.size() && a[i + n].hash == b[j + n].hash)
                ++n;
            if (n > best.length)
                best = {i, j, n};
        }
        if (best.length >= leastRun) {
            runs.push_back(best);
            j += best.length;
        } else {
            ++j;
        }
    }
    return runs;
}

/// Share of b's content words that stand in a sentence of which most content words stand in one sentence (or two
/// neighbours) of a.
double retold(const Wording& a, const Wording& b) {
    thread_local std::vector<std::uint32_t> hits, touched;
    if (hits.size() <= a.sentences())
        hits.resize(a.sentences() + 1);
    std::size_t told = 0, first = 0;
    for (const std::size_t end : b.contentEnds()) {
        const std::size_t size = end - first;
        if (size >= 4) {
            for (; first < end; ++first)
                a.eachSentence(b.content()[first], [&](std::uint32_t s) {
                    if (hits[s]++ == 0)
                        touched.push_back(s);
                });
            std::size_t best = 0;
            for (const std::uint32_t s : touched)
                best = std::max<std::size_t>(best, hits[s] + (hits[s + 1] >= 3 ? hits[s + 1] / 2 : 0));
            if (best * 2 >= size)
                told += size;
            for (const std::uint32_t s : touched)
                hits[s] = 0;
            touched.clear();
        }
        first = end;
    }
    return b.content().empty() ? 0 : static_cast<double>(told) / static_cast<double>(b.content().size());
}

std::string percent(double share) {
    return std::to_string(std::lround(share * 100)) + " %";
}

} // namespace

Wording::Wording(Words text, const IndexedArticle& article) : words_(std::move(text)), article_(article) {
    const Words& words = words_;
    std::size_t size = 64;
    while (size < words.size() * 2)
        size *= 2;
    runHeads_.assign(size, none);
    wordHeads_.assign(size, none);
    nextRun_.assign(words.size(), none);
    runs_.resize(words.size() < leastRun ? 0 : words.size() - leastRun + 1);
    for (std::size_t i = runs_.size(); i-- > 0;) { // backwards, so that a chain runs forwards
        runs_[i] = runAt(words, i);
        std::uint32_t& head = runHeads_[runs_[i] & (size - 1)];
        nextRun_[i] = head;
        head = static_cast<std::uint32_t>(i);
    }
    for (std::size_t i = 0; i < words.size();) {
        const std::uint16_t sentence = words[i].sentence;
        const auto first = static_cast<std::ptrdiff_t>(content_.size());
        for (; i < words.size() && words[i].sentence == sentence; ++i) {
            quotedWords_ += words[i].quoted;
            if (!words[i].small)
                content_.push_back(words[i].hash);
        }
        std::sort(content_.begin() + first, content_.end());
        content_.erase(std::unique(content_.begin() + first, content_.end()), content_.end());
        contentEnds_.push_back(static_cast<std::uint32_t>(content_.size()));
        for (auto word = content_.begin() + first; word != content_.end(); ++word) {
            sentences_ = sentence + 1u;
            std::uint32_t& head = wordHeads_[slot(*word)];
            places_.push_back({*word, sentence, head});
            head = static_cast<std::uint32_t>(places_.size() - 1);
        }
    }
}

std::optional<Lineage> lineageOf(const Wording& zero, const Wording& one) {
    const std::array<const Wording*, 2> wordings{&zero, &one};
    const std::size_t shorter = std::min(zero.words().size(), one.words().size());
    const std::size_t longer = std::max(zero.words().size(), one.words().size());
    // The direction: earlier by date; else the one with more direct speech; else the longer one.
    bool swap = false;
    const char* why = nullptr;
    const auto &pi = zero.article().published, &pj = one.article().published;
    const std::size_t qi = zero.quotedWords(), qj = one.quotedWords();
    if (pi && pj && *pi / 86400 != *pj / 86400) {
        swap = *pj < *pi;
        why = "Taken as the later text because it was published later.";
    } else if (std::max(qi, qj) > std::min(qi, qj) * 5 / 4 + 5) {
        swap = qj > qi;
        why = "Taken as the later text because the other quotes more in direct speech.";
    } else {
        const std::size_t m = zero.words().size(), n = one.words().size();
        swap = n != m ? n > m
                      : std::tuple(one.article().text, one.article().publisher) <
                            std::tuple(zero.article().text, zero.article().publisher);
        why = "Taken as the later text because the other is longer.";
    }
    Lineage lineage;
    lineage.a = swap ? 1 : 0;
    lineage.b = swap ? 0 : 1;
    const Wording &wordingA = *wordings[lineage.a], &wordingB = *wordings[lineage.b];
    const Words &a = wordingA.words(), &b = wordingB.words();
    const std::vector<Run> runs = sharedRuns(wordingA, wordingB);
    std::size_t inRuns = 0, longest = 0;
    for (const Run& run : runs) {
        if (run.length >= evidenceWords)
            inRuns += run.length;
        longest = std::max(longest, run.length);
    }
    const double copied = shorter == 0 ? 0 : static_cast<double>(inRuns) / static_cast<double>(shorter);
    if (longest < 8 && copied < 0.12)
        return std::nullopt;
    const bool same = copied >= 0.85 && shorter * 10 >= longer * 7;
    const bool mayDerive = copied >= 0.12 && inRuns >= 18, derived = copied >= 0.3 && inRuns >= 30;
    const bool shared = inRuns >= 16 && longest >= 8;
    if (!same && !mayDerive && !derived && !shared)
        return std::nullopt;
    const double forward = retold(wordingA, wordingB);
    const double told = b.size() <= a.size() ? forward : std::max(retold(wordingB, wordingA), forward);
    lineage.similarity = std::min(1.0, std::max(copied, told));
    if (same)
        lineage.kind = LineageKind::SameText;
    else if ((mayDerive && told >= 0.5) || derived)
        lineage.kind = LineageKind::Derived;
    else if (shared)
        lineage.kind = LineageKind::SharedSource;
    else
        return std::nullopt;
    std::vector<Run> shown;
    std::copy_if(runs.begin(), runs.end(), std::back_inserter(shown),
                 [](const Run& r) { return r.length >= evidenceWords; });
    std::stable_sort(shown.begin(), shown.end(), [](const Run& x, const Run& y) { return x.length > y.length; });
    shown.resize(std::min<std::size_t>(shown.size(), 6));
    const auto captured = [](const Words& words, std::size_t first, std::size_t length) {
        const DigestWord& last = words[first + length - 1];
        return Span{words[first].begin, last.begin + last.length};
    };
    for (const Run& run : shown)
        lineage.evidence.push_back({captured(a, run.a, run.length), captured(b, run.b, run.length)});
    lineage.explanation = text::explained(
        "{0} of the shorter text’s words stand in runs of {1} words or more that both share, the longest of "
        "{2} words; {3} of its content words stand in sentences that retell one of the other’s.",
        {percent(copied), std::to_string(evidenceWords), std::to_string(longest), percent(told)});
    if (lineage.kind == LineageKind::Derived)
        lineage.explanation += " " + text::explained(why);
    return lineage;
}

std::vector<std::uint32_t> originGroups(std::size_t articles, const std::vector<Lineage>& lineage) {
    std::vector<std::uint32_t> group(articles);
    std::iota(group.begin(), group.end(), 0u);
    const auto root = [&](std::uint32_t i) {
        while (group[i] != i)
            i = group[i] = group[group[i]];
        return i;
    };
    for (const Lineage& l : lineage)
        if (l.kind != LineageKind::SharedSource) {
            const std::uint32_t x = root(l.a), y = root(l.b);
            group[std::max(x, y)] = std::min(x, y);
        }
    for (std::uint32_t i = 0; i < group.size(); ++i)
        group[i] = root(i);
    return group;
}

} // namespace countercheck::compare
