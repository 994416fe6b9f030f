// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/lineage.h"

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
constexpr std::size_t leastRun = 3;      ///< shortest run that is looked for
constexpr std::uint32_t none = 0xFFFFFFFFu;

struct Run {
    std::size_t a = 0, b = 0, length = 0; ///< word indexes
};

/// Where runs of three words stand in a text; reused from pair to pair.
class RunIndex {
public:
    void reset(const Words& words) {
        std::size_t size = 64;
        while (size < words.size() * 2)
            size *= 2;
        heads_.assign(size, none);
        next_.assign(words.size(), none);
        if (words.size() < leastRun)
            return;
        for (std::size_t i = words.size() - leastRun + 1; i-- > 0;) { // backwards, so that a chain runs forwards
            std::uint32_t& head = heads_[slot(words, i)];
            next_[i] = head;
            head = static_cast<std::uint32_t>(i);
        }
    }
    [[nodiscard]] std::uint32_t first(const Words& words, std::size_t at) const { return heads_[slot(words, at)]; }
    [[nodiscard]] std::uint32_t next(std::uint32_t at) const { return next_[at]; }

private:
    [[nodiscard]] std::size_t slot(const Words& words, std::size_t i) const {
        const std::uint64_t h =
            ((std::uint64_t{words[i].hash} << 32 | words[i + 1].hash) * 31 + words[i + 2].hash) * 0x9e3779b97f4a7c15ull;
        return (h >> 32) & (heads_.size() - 1);
    }
    std::vector<std::uint32_t> heads_, next_;
};

/// Maximal shared runs, greedily from b's start to its end, longest match at each place.
std::vector<Run> sharedRuns(const Words& a, const Words& b) {
    thread_local RunIndex index;
    index.reset(a);
    std::vector<Run> runs;
    for (std::size_t j = 0; j + leastRun <= b.size();) {
        Run best;
        int tried = 0;
        for (std::uint32_t i = index.first(b, j); i != none && tried < 16; i = index.next(i), ++tried) {
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

/// Which sentences hold a content word; reused from pair to pair.
class SentenceIndex {
public:
    void reset(const Words& words) {
        std::size_t size = 64;
        while (size < words.size() * 2)
            size *= 2;
        heads_.assign(size, none);
        places_.clear();
        sentences_ = 0;
        for (const DigestWord& word : words) {
            if (word.small)
                continue;
            sentences_ = std::max<std::size_t>(sentences_, word.sentence + 1u);
            std::uint32_t& head = heads_[slot(word.hash)];
            std::uint32_t at = head; // the same word of this sentence comes first, if it is there
            while (at != none && places_[at].word != word.hash)
                at = places_[at].next;
            if (at != none && places_[at].sentence == word.sentence)
                continue;
            places_.push_back({word.hash, word.sentence, head});
            head = static_cast<std::uint32_t>(places_.size() - 1);
        }
    }
    [[nodiscard]] std::size_t sentences() const { return sentences_; }
    template <class Take> void each(std::uint32_t word, const Take& take) const {
        for (std::uint32_t at = heads_[slot(word)]; at != none; at = places_[at].next)
            if (places_[at].word == word)
                take(places_[at].sentence);
    }

private:
    struct Place {
        std::uint32_t word, sentence, next;
    };
    [[nodiscard]] std::size_t slot(std::uint32_t word) const {
        return (word * 0x9e3779b97f4a7c15ull >> 32) & (heads_.size() - 1);
    }
    std::vector<std::uint32_t> heads_;
    std::vector<Place> places_;
    std::size_t sentences_ = 0;
};

/// Share of b's content words that stand in a sentence of which most content words stand in one sentence (or two
/// neighbours) of a.
double retold(const Words& a, const Words& b) {
    thread_local SentenceIndex index;
    thread_local std::vector<std::uint16_t> hits;
    thread_local std::vector<std::uint32_t> sentence;
    index.reset(a);
    std::size_t all = 0, told = 0;
    for (std::size_t i = 0; i < b.size();) {
        sentence.clear();
        std::size_t end = i;
        for (; end < b.size() && b[end].sentence == b[i].sentence; ++end)
            if (!b[end].small)
                sentence.push_back(b[end].hash);
        i = end;
        std::sort(sentence.begin(), sentence.end());
        sentence.erase(std::unique(sentence.begin(), sentence.end()), sentence.end());
        all += sentence.size();
        if (sentence.size() < 4)
            continue;
        hits.assign(index.sentences() + 1, 0);
        for (const std::uint32_t word : sentence)
            index.each(word, [&](std::uint32_t s) { ++hits[s]; });
        std::size_t best = 0;
        for (std::size_t s = 0; s + 1 < hits.size(); ++s)
            best = std::max<std::size_t>(best, hits[s] + (hits[s] > 0 && hits[s + 1] >= 3 ? hits[s + 1] / 2 : 0));
        if (best * 2 >= sentence.size())
            told += sentence.size();
    }
    return all == 0 ? 0 : static_cast<double>(told) / static_cast<double>(all);
}

/// Direct speech shows the one that asked: a rewrite turns it into reported speech.
std::size_t quotedWords(const Words& w) {
    return static_cast<std::size_t>(std::count_if(w.begin(), w.end(), [](const DigestWord& x) { return x.quoted; }));
}

std::string percent(double share) {
    return std::to_string(std::lround(share * 100)) + " %";
}

} // namespace

std::optional<Lineage> lineageOf(const Digest& zero, const Digest& one) {
    const std::array<const Digest*, 2> texts{&zero, &one};
    const std::size_t shorter = std::min(zero.words.size(), one.words.size());
    const std::size_t longer = std::max(zero.words.size(), one.words.size());
    // The direction: earlier by date; else the one with more direct speech; else the longer one.
    bool swap = false;
    std::string why;
    const auto &pi = zero.published, &pj = one.published;
    const std::size_t qi = quotedWords(zero.words), qj = quotedWords(one.words);
    if (pi && pj && *pi / 86400 != *pj / 86400) {
        swap = *pj < *pi;
        why = "it was published later";
    } else if (std::max(qi, qj) > std::min(qi, qj) * 5 / 4 + 5) {
        swap = qj > qi;
        why = "the other quotes more in direct speech";
    } else {
        const std::size_t m = zero.words.size(), n = one.words.size();
        swap = n != m ? n > m
                      : std::tuple(one.text, std::string_view(one.publisher)) <
                            std::tuple(zero.text, std::string_view(zero.publisher));
        why = "the other is longer";
    }
    Lineage lineage;
    lineage.a = swap ? 1 : 0;
    lineage.b = swap ? 0 : 1;
    const Words &a = texts[lineage.a]->words, &b = texts[lineage.b]->words;
    const std::vector<Run> runs = sharedRuns(a, b);
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
    const double forward = retold(a, b);
    const double told = b.size() <= a.size() ? forward : std::max(retold(b, a), forward);
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
    lineage.explanation = percent(copied) + " of the shorter text's words stand in runs of " +
                          std::to_string(evidenceWords) + " words or more that both share, the longest of " +
                          std::to_string(longest) + " words; " + percent(told) +
                          " of its content words stand in sentences that retell one of the other's.";
    if (lineage.kind == LineageKind::Derived)
        lineage.explanation += " Taken as the later text because " + why + ".";
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
