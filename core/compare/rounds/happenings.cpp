// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/rounds/happenings.h"

#include "core/compare/parallel.h"
#include "core/compare/sortunique.h"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <unordered_map>

namespace countercheck::compare {

namespace {

/// How many neighbours on each side a key brings: all of its articles while they are few enough, some where they are
/// very many.
struct Reach {
    std::uint32_t whole, some;
};
constexpr Reach byNames{64, 32}, byPrints{24, 4}; ///< a run of words that very many share is a set phrase
constexpr std::int64_t window = 28 * 86400LL;     ///< seconds: two articles within it share a key for sure
constexpr std::uint64_t anyTime = 0x5bd1e995u;

std::uint64_t keyed(std::uint64_t hash, std::uint64_t with) {
    std::uint64_t h = (hash ^ with * 0x9e3779b97f4a7c15ull) * 0xd6e8feb86659fd93ull;
    return h ^ (h >> 32);
}

/// All articles' keys, ascending. `add(article, push)` gives those of one. What `memory` holds of articles that are
/// still there is taken from it: their order among each other is that of their contents, and stays.
template <class Add>
void sortedKeys(const std::vector<std::uint32_t>& article, const std::vector<std::uint64_t>& ids, KeyMemory* memory,
                std::vector<ArticleKey>& out, const Add& add) {
    std::vector<bool> there(article.size());
    if (memory && memory->ids.empty())
        out.clear();
    if (memory) {
        constexpr std::uint32_t gone = 0xFFFFFFFFu;
        std::unordered_map<std::uint64_t, std::uint32_t> rankOf;
        rankOf.reserve(article.size());
        for (std::uint32_t r = 0; r < article.size(); ++r)
            rankOf.emplace(ids[article[r]], r);
        std::vector<std::uint32_t> now(memory->ids.size(), gone);
        for (std::size_t r = 0; r < now.size(); ++r)
            if (const auto found = rankOf.find(memory->ids[r]); found != rankOf.end()) {
                now[r] = found->second;
                there[found->second] = true;
            }
        memory->ids.clear(); // should anything fail from here on, nothing is remembered
        std::size_t kept = 0;
        for (const ArticleKey& key : out)
            if (now[key.rank] != gone)
                out[kept++] = {key.key, now[key.rank]};
        out.resize(kept);
        if (!std::is_sorted(out.begin(), out.end())) // equal texts may have changed places
            std::sort(out.begin(), out.end());
    }
    const auto old = static_cast<std::ptrdiff_t>(out.size());
    for (std::uint32_t r = 0; r < article.size(); ++r)
        if (!there[r])
            add(article[r], [&](std::uint64_t key) { out.push_back({key, r}); });
    std::sort(out.begin() + old, out.end());
    std::inplace_merge(out.begin(), out.begin() + old, out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    if (memory) {
        memory->ids.resize(article.size());
        for (std::uint32_t r = 0; r < article.size(); ++r)
            memory->ids[r] = ids[article[r]];
    }
}

/// Articles that share keys, each with those behind it in rank. Calls `take(rank, others, out)` with each article that
/// has any, `others` ascending, once for each shared key; what it adds to `out` comes back in the order of the ranks.
/// `keys`: ascending, none twice.
template <class Take>
std::vector<ArticlePair> sharing(const std::vector<ArticleKey>& keys, std::size_t articles, const Reach& reach,
                                 unsigned threads, const Take& take) {
    std::vector<ArticleKey> entries; // most keys are one article's alone
    for (std::size_t i = 0; i < keys.size();) {
        std::size_t end = i + 1;
        while (end < keys.size() && keys[end].key == keys[i].key)
            ++end;
        if (end - i > 1)
            entries.insert(entries.end(), keys.begin() + static_cast<std::ptrdiff_t>(i),
                           keys.begin() + static_cast<std::ptrdiff_t>(end));
        i = end;
    }
    // Per article the places of its keys among the entries, and where each key's list ends.
    std::vector<std::uint32_t> first(articles + 1), at(entries.size()), last(entries.size()), size(entries.size());
    for (const ArticleKey& e : entries)
        ++first[e.rank + 1];
    std::partial_sum(first.begin(), first.end(), first.begin());
    std::vector<std::uint32_t> fill(first.begin(), first.end() - 1);
    for (std::uint32_t i = 0; i < entries.size(); ++i)
        at[fill[entries[i].rank]++] = i;
    for (std::size_t i = entries.size(); i-- > 0;)
        last[i] = i + 1 < entries.size() && entries[i + 1].key == entries[i].key ? last[i + 1]
                                                                                 : static_cast<std::uint32_t>(i + 1);
    for (std::size_t i = 0; i < entries.size(); ++i)
        size[i] = i > 0 && entries[i - 1].key == entries[i].key ? size[i - 1] : last[i] - static_cast<std::uint32_t>(i);
    constexpr std::size_t some = 512;
    std::vector<std::vector<ArticlePair>> parts((articles + some - 1) / some);
    inParallel(parts.size(), threads, {}, [&](std::size_t part) {
        std::vector<std::uint32_t> others;
        for (std::size_t r = part * some; r < std::min(articles, (part + 1) * some); ++r) {
            others.clear();
            for (std::uint32_t k = first[r]; k < first[r + 1]; ++k) {
                const std::uint32_t place = at[k], behind = size[place] <= reach.whole ? reach.whole : reach.some;
                const std::uint32_t end = std::min(last[place], place + 1 + behind);
                for (std::uint32_t i = place + 1; i < end; ++i)
                    others.push_back(entries[i].rank);
            }
            if (others.empty())
                continue;
            std::sort(others.begin(), others.end());
            take(static_cast<std::uint32_t>(r), others, parts[part]);
        }
    });
    std::size_t count = 0;
    for (const auto& part : parts)
        count += part.size();
    std::vector<ArticlePair> out;
    out.reserve(count);
    for (const auto& part : parts)
        out.insert(out.end(), part.begin(), part.end());
    return out;
}

std::vector<std::uint32_t> byRank(const std::vector<std::uint32_t>& rank) {
    std::vector<std::uint32_t> article(rank.size());
    for (std::uint32_t i = 0; i < rank.size(); ++i)
        article[rank[i]] = i;
    return article;
}

/// Of so few that each is put beside each: the pairs that share so many keys, which `prints` gives ascending.
std::vector<ArticlePair> pairsAmongFew(std::size_t articles, std::size_t least,
                                       const std::function<std::vector<std::uint64_t>(std::uint32_t)>& prints) {
    std::vector<std::vector<std::uint64_t>> keys;
    for (std::uint32_t a = 0; a < articles; ++a)
        keys.push_back(prints(a));
    std::vector<ArticlePair> out;
    for (std::uint32_t a = 0; a < articles; ++a)
        for (std::uint32_t b = a + 1; b < articles; ++b) {
            std::size_t shared = 0;
            for (auto x = keys[a].begin(), y = keys[b].begin(); x != keys[a].end() && y != keys[b].end();) {
                const std::uint64_t p = *x, q = *y; // which goes on cannot be foretold
                shared += p == q;
                x += p <= q;
                y += q <= p;
            }
            if (shared >= least)
                out.emplace_back(a, b);
        }
    return out;
}

} // namespace

std::vector<std::uint32_t> contentRank(const std::vector<IndexedArticle>& articles) {
    std::vector<std::uint32_t> order(articles.size()), rank(articles.size());
    std::iota(order.begin(), order.end(), 0u);
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t p, std::uint32_t q) {
        const IndexedArticle &a = articles[p], &b = articles[q];
        if (a.published.has_value() != b.published.has_value())
            return a.published.has_value();
        return std::tuple(a.published.value_or(0), a.text, a.publisher) <
               std::tuple(b.published.value_or(0), b.text, b.publisher);
    });
    for (std::uint32_t i = 0; i < order.size(); ++i)
        rank[order[i]] = i;
    return rank;
}

std::vector<std::uint64_t> happeningKeys(const std::vector<std::uint64_t>& names,
                                         const std::optional<std::int64_t>& published, bool withAnyTime) {
    std::vector<std::uint64_t> keys;
    for (const std::uint64_t name : names) {
        if (published) {
            const auto stretch = static_cast<std::uint64_t>(*published / window);
            keys.push_back(keyed(name, stretch));
            keys.push_back(keyed(name, stretch + 1));
        }
        if (withAnyTime || !published) // an article without a date may belong to any time
            keys.push_back(keyed(name, anyTime));
    }
    return keys;
}

std::vector<ArticlePair> pairsByWording(const std::vector<std::uint32_t>& rank, const std::vector<std::uint64_t>& ids,
                                        KeyMemory* memory, unsigned threads,
                                        const std::function<std::vector<std::uint64_t>(std::uint32_t)>& prints) {
    constexpr std::size_t least = 2; // one shared run may be a set phrase
    if (rank.size() <= fewArticles && !memory)
        return pairsAmongFew(rank.size(), least, prints);
    const std::vector<std::uint32_t> article = byRank(rank);
    std::vector<ArticleKey> own;
    std::vector<ArticleKey>& entries = memory ? memory->keys : own;
    sortedKeys(article, ids, memory, entries, [&](std::uint32_t a, const auto& push) {
        for (const std::uint64_t print : prints(a))
            push(print);
    });
    std::vector<ArticlePair> out =
        sharing(entries, rank.size(), byPrints, threads,
                [&](std::uint32_t r, const std::vector<std::uint32_t>& others, std::vector<ArticlePair>& pairs) {
                    for (std::size_t i = 0; i < others.size();) {
                        std::size_t end = i + 1;
                        while (end < others.size() && others[end] == others[i])
                            ++end;
                        if (end - i >= least)
                            pairs.push_back(std::minmax(article[r], article[others[i]]));
                        i = end;
                    }
                });
    std::sort(out.begin(), out.end());
    return out;
}

std::vector<ArticlePair> pairsByHappening(const std::vector<IndexedArticle>& articles,
                                          const std::vector<const std::vector<std::uint64_t>*>& names,
                                          const std::vector<std::uint32_t>& rank, const std::vector<ArticlePair>& more,
                                          const std::vector<std::uint64_t>& ids, KeyMemory* memory, unsigned threads,
                                          bool partition) {
    if (articles.size() <= fewArticles && !partition) {
        std::vector<ArticlePair> out;
        for (std::uint32_t i = 0; i < articles.size(); ++i)
            for (std::uint32_t j = i + 1; j < articles.size(); ++j)
                out.emplace_back(i, j);
        return out;
    }
    // In a part of a collection nobody knows whether the rest has articles without a date: they meet each other only.
    const bool undated = !partition && std::any_of(articles.begin(), articles.end(),
                                                   [](const IndexedArticle& a) { return !a.published; });
    if (memory && memory->anyTime != undated)
        *memory = {{}, {}, undated};
    const std::vector<std::uint32_t> article = byRank(rank);
    std::vector<ArticleKey> own;
    std::vector<ArticleKey>& entries = memory ? memory->keys : own;
    sortedKeys(article, ids, memory, entries, [&](std::uint32_t a, const auto& push) {
        for (const std::uint64_t key : happeningKeys(*names[a], articles[a].published, undated))
            push(key);
    });
    std::vector<ArticlePair> out =
        sharing(entries, articles.size(), byNames, threads,
                [&](std::uint32_t r, const std::vector<std::uint32_t>& others, std::vector<ArticlePair>& pairs) {
                    for (std::size_t i = 0; i < others.size(); ++i)
                        if (i == 0 || others[i] != others[i - 1])
                            pairs.push_back(std::minmax(article[r], article[others[i]]));
                });
    out.insert(out.end(), more.begin(), more.end());
    sortUnique(out);
    return out;
}

} // namespace countercheck::compare
