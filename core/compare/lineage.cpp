// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/lineage.h"

#include "core/text/lexicon.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <unordered_map>

namespace countercheck::compare {

namespace {

using text::Tag;
using text::tagBit;
using text::TokenKind;

constexpr std::size_t runWords = 5;      ///< words of a run that is looked up
constexpr std::size_t commonRun = 12;    ///< a run that more articles share is a set phrase
constexpr std::size_t evidenceWords = 6; ///< shortest run that is shown

struct Words {
    std::vector<std::uint32_t> hashes;   ///< per word, lower case
    std::vector<std::uint32_t> tokens;   ///< its token
    std::vector<std::uint32_t> sentence; ///< its sentence
    std::vector<bool> small;             ///< a function word
    std::vector<bool> quoted;
};

Words wordsOf(const ReadArticle& article) {
    Words out;
    const text::Lexicon& lexicon = text::Lexicon::of(article.reading.language);
    std::string buffer;
    bool quoted = false;
    for (const text::Block& block : article.reading.blocks) {
        if (block.role != text::BlockRole::Body && block.role != text::BlockRole::Title)
            continue;
        quoted = false;
        for (std::uint32_t s = block.firstSentence; s < block.endSentence; ++s) {
            const text::Sentence& sentence = article.reading.sentences[s];
            for (std::uint32_t t = sentence.firstToken; t < sentence.endToken; ++t) {
                const text::Token& token = article.reading.tokens[t];
                if (token.is(TokenKind::OpenQuote))
                    quoted = true;
                else if (token.is(TokenKind::CloseQuote))
                    quoted = false;
                if (!token.is(TokenKind::Word) && !token.is(TokenKind::Number) && !token.is(TokenKind::Alnum))
                    continue;
                out.hashes.push_back(
                    static_cast<std::uint32_t>(text::hashBytes(text::lowered(article.reading.of(token), buffer))));
                out.tokens.push_back(t);
                out.sentence.push_back(s);
                out.small.push_back(lexicon.hasAny(
                    token.word, tagBit(Tag::Det) | tagBit(Tag::Prep) | tagBit(Tag::Conj) | tagBit(Tag::Pron) |
                                    tagBit(Tag::Aux) | tagBit(Tag::Subord) | tagBit(Tag::Modal) | tagBit(Tag::Poss) |
                                    tagBit(Tag::Wh) | tagBit(Tag::Adverb)));
                out.quoted.push_back(quoted);
            }
        }
    }
    return out;
}

std::uint64_t runHash(const Words& words, std::size_t at) {
    std::uint64_t h = 0;
    for (std::size_t k = 0; k < runWords; ++k)
        h = (h ^ words.hashes[at + k]) * 0x9e3779b97f4a7c15ull;
    return h ^ (h >> 31);
}

struct Run {
    std::size_t a = 0, b = 0, length = 0; ///< word indexes
};

/// Maximal shared runs, greedily from b's start to its end, longest match at each place.
std::vector<Run> sharedRuns(const Words& a, const Words& b, std::size_t least) {
    std::unordered_multimap<std::uint64_t, std::size_t> places;
    const auto key = [](const Words& w, std::size_t i) {
        return (std::uint64_t{w.hashes[i]} << 32 | w.hashes[i + 1]) * 31 + w.hashes[i + 2];
    };
    if (a.hashes.size() < 3 || b.hashes.size() < 3)
        return {};
    for (std::size_t i = 0; i + 2 < a.hashes.size(); ++i)
        places.emplace(key(a, i), i);
    std::vector<Run> runs;
    for (std::size_t j = 0; j + 2 < b.hashes.size();) {
        Run best;
        const auto [first, last] = places.equal_range(key(b, j));
        int tried = 0;
        for (auto it = first; it != last && tried < 16; ++it, ++tried) {
            std::size_t n = 0;
            while (it->second + n < a.hashes.size() && j + n < b.hashes.size() &&
                   a.hashes[it->second + n] == b.hashes[j + n])
                ++n;
            if (n > best.length || (n == best.length && it->second < best.a))
                best = {it->second, j, n};
        }
        if (best.length >= least) {
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
double retold(const Words& a, const Words& b) {
    std::map<std::uint32_t, std::vector<std::uint32_t>> ofA, ofB;
    const auto gather = [](const Words& w, auto& out) {
        for (std::size_t i = 0; i < w.hashes.size(); ++i)
            if (!w.small[i])
                out[w.sentence[i]].push_back(w.hashes[i]);
        for (auto& [s, list] : out) {
            std::sort(list.begin(), list.end());
            list.erase(std::unique(list.begin(), list.end()), list.end());
        }
    };
    gather(a, ofA);
    gather(b, ofB);
    std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> where; // word → sentences of a
    for (const auto& [s, list] : ofA)
        for (const std::uint32_t word : list)
            where[word].push_back(s);
    std::size_t all = 0, told = 0;
    for (const auto& [s, list] : ofB) {
        all += list.size();
        std::unordered_map<std::uint32_t, std::size_t> hits;
        for (const std::uint32_t word : list)
            if (const auto it = where.find(word); it != where.end())
                for (const std::uint32_t in : it->second)
                    ++hits[in];
        std::size_t best = 0;
        for (const auto& [in, n] : hits)
            best = std::max(best, n + (hits.contains(in + 1) && hits.at(in + 1) >= 3 ? hits.at(in + 1) / 2 : 0));
        if (list.size() >= 4 && best * 2 >= list.size())
            told += list.size();
    }
    return all == 0 ? 0 : static_cast<double>(told) / static_cast<double>(all);
}

/// Direct speech shows the one that asked: a rewrite turns it into reported speech.
std::size_t quotedWords(const Words& w) {
    return static_cast<std::size_t>(std::count(w.quoted.begin(), w.quoted.end(), true));
}

std::string percent(double share) {
    return std::to_string(std::lround(share * 100)) + " %";
}

} // namespace

std::vector<Lineage> findLineage(const std::vector<ReadArticle*>& articles) {
    std::vector<Words> words;
    words.reserve(articles.size());
    for (const ReadArticle* article : articles)
        words.push_back(wordsOf(*article));

    // Candidates: articles that share a few runs that are not set phrases.
    std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> index;
    for (std::uint32_t i = 0; i < words.size(); ++i)
        for (std::size_t k = 0; k + runWords <= words[i].hashes.size(); ++k) {
            auto& list = index[runHash(words[i], k)];
            if (list.size() <= commonRun && (list.empty() || list.back() != i))
                list.push_back(i);
        }
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::size_t> shared;
    for (const auto& [hash, list] : index)
        if (list.size() >= 2 && list.size() <= commonRun)
            for (std::size_t x = 0; x < list.size(); ++x)
                for (std::size_t y = x + 1; y < list.size(); ++y)
                    ++shared[{list[x], list[y]}];

    std::vector<Lineage> out;
    for (const auto& [pair, count] : shared) {
        if (count < 3)
            continue;
        auto [i, j] = pair;
        const std::size_t shorter = std::min(words[i].hashes.size(), words[j].hashes.size());
        const std::size_t longer = std::max(words[i].hashes.size(), words[j].hashes.size());
        // The direction: earlier by date; else the one with more direct speech; else the longer one.
        bool swap = false;
        std::string why;
        const auto &pi = articles[i]->published, &pj = articles[j]->published;
        const std::size_t qi = quotedWords(words[i]), qj = quotedWords(words[j]);
        if (pi && pj && *pi / 86400 != *pj / 86400) {
            swap = *pj < *pi;
            why = "it was published later";
        } else if (std::max(qi, qj) > std::min(qi, qj) * 5 / 4 + 5) {
            swap = qj > qi;
            why = "the other quotes more in direct speech";
        } else {
            const std::size_t m = words[i].hashes.size(), n = words[j].hashes.size();
            swap = n != m ? n > m : articles[j]->input.text < articles[i]->input.text;
            why = "the other is longer";
        }
        if (swap)
            std::swap(i, j);
        const std::vector<Run> runs = sharedRuns(words[i], words[j], 3);
        std::size_t inRuns = 0, longest = 0;
        for (const Run& run : runs) {
            if (run.length >= evidenceWords)
                inRuns += run.length;
            longest = std::max(longest, run.length);
        }
        const double copied = shorter == 0 ? 0 : static_cast<double>(inRuns) / static_cast<double>(shorter);
        const bool smallerIsB = words[j].hashes.size() <= words[i].hashes.size();
        const double told =
            std::max(smallerIsB ? retold(words[i], words[j]) : retold(words[j], words[i]), retold(words[i], words[j]));
        Lineage lineage;
        lineage.a = i;
        lineage.b = j;
        lineage.similarity = std::min(1.0, std::max(copied, told));
        if (copied >= 0.85 && shorter * 10 >= longer * 7) {
            lineage.kind = LineageKind::SameText;
        } else if (told >= 0.5 && copied >= 0.12 && inRuns >= 18) {
            lineage.kind = LineageKind::Derived;
        } else if (copied >= 0.3 && inRuns >= 30) {
            lineage.kind = LineageKind::Derived;
        } else if (inRuns >= 16 && longest >= 8) {
            lineage.kind = LineageKind::SharedSource;
        } else {
            continue;
        }
        std::vector<Run> shown;
        std::copy_if(runs.begin(), runs.end(), std::back_inserter(shown),
                     [](const Run& r) { return r.length >= evidenceWords; });
        std::stable_sort(shown.begin(), shown.end(), [](const Run& x, const Run& y) { return x.length > y.length; });
        shown.resize(std::min<std::size_t>(shown.size(), 6));
        const auto captured = [&](std::uint32_t article, std::size_t first, std::size_t length) {
            const auto& tokens = articles[article]->reading.tokens;
            return articles[article]->reading.map.toCaptured(
                {tokens[words[article].tokens[first]].begin, tokens[words[article].tokens[first + length - 1]].end});
        };
        for (const Run& run : shown)
            lineage.evidence.push_back({captured(i, run.a, run.length), captured(j, run.b, run.length)});
        lineage.explanation = percent(copied) + " of the shorter text's words stand in runs of " +
                              std::to_string(evidenceWords) + " words or more that both share, the longest of " +
                              std::to_string(longest) + " words; " + percent(told) +
                              " of its content words stand in sentences that retell one of the other's.";
        if (lineage.kind == LineageKind::Derived)
            lineage.explanation += " Taken as the later text because " + why + ".";
        out.push_back(std::move(lineage));
    }
    std::sort(out.begin(), out.end(),
              [](const Lineage& x, const Lineage& y) { return std::pair(x.a, x.b) < std::pair(y.a, y.b); });
    return out;
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
