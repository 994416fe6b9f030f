// SPDX-License-Identifier: GPL-3.0-or-later
// Articles: reading them, their order, what they share word for word.
#include "core/compare/lineage.h"
#include "core/compare/parallel.h"
#include "core/compare/rounds/round.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace countercheck::compare {

bool Round::readArticles() {
    if (!memory_.read(inputs_, known_, stop_, [&](std::size_t done) { tell(done); }))
        return false;
    index();
    return true;
}

void Round::index() {
    const std::size_t n = inputs_.size();
    indexed_.resize(n);
    for (std::size_t i = 0; i < n; ++i)
        indexed_[i] = {inputs_[i].text, known_[i]->publisher, known_[i]->day};
    rank_ = contentRank(indexed_);
    std::vector<std::uint32_t> articleAt(n);
    for (std::uint32_t a = 0; a < n; ++a)
        articleAt[rank_[a]] = a;
    ids_.assign(n, 0);
    std::unordered_map<std::uint32_t, std::uint64_t> copies;
    copies.reserve(n);
    for (const std::uint32_t a : articleAt)
        ids_[a] = copies[known_[a]->number]++ << 32 | known_[a]->number;
}

bool Round::findLineage() {
    KeyMemory* const keys = memory_.keep ? &memory_.wordingKeys : nullptr;
    wording_ = pairsByWording(rank_, ids_, keys, memory_.threads, [&](std::uint32_t a) {
        if (known_[a]->whole)
            return known_[a]->whole->prints;
        thread_local Digest digest;
        known_[a]->openWording(digest);
        return digest.prints;
    });
    std::vector<std::optional<Lineage>> found(wording_.size());
    std::vector<std::size_t> open;
    const auto key = [&](std::size_t p) {
        return pairKey(known_[wording_[p].first]->number, known_[wording_[p].second]->number);
    };
    for (std::size_t p = 0; p < wording_.size(); ++p) {
        const auto it = memory_.keep ? memory_.lineages.find(key(p)) : memory_.lineages.end();
        if (it != memory_.lineages.end())
            found[p] = it->second;
        else
            open.push_back(p);
    }
    // In the order of dates, so that articles that are put beside many are made ready once or twice.
    std::sort(open.begin(), open.end(), [&](std::size_t p, std::size_t q) {
        const auto at = [&](std::size_t i) { return std::minmax(rank_[wording_[i].first], rank_[wording_[i].second]); };
        const auto x = at(p), y = at(q);
        return std::pair<std::uint32_t, std::uint32_t>(x) < std::pair<std::uint32_t, std::uint32_t>(y);
    });
    examine(wording_, open, found);
    memory_.work.examined += open.size();
    if (stop_.stop_requested())
        return false;
    if (memory_.keep)
        for (const std::size_t p : open)
            memory_.lineages.emplace(key(p), found[p]);
    for (std::size_t p = 0; p < wording_.size(); ++p)
        if (found[p]) {
            auto [zero, one] = wording_[p];
            if (known_[one]->number < known_[zero]->number)
                std::swap(zero, one);
            Lineage& l = *found[p];
            l.a = l.a == 0 ? zero : one;
            l.b = l.a == zero ? one : zero;
            links_.push_back(std::move(l));
        }
    std::sort(links_.begin(), links_.end(),
              [](const Lineage& x, const Lineage& y) { return std::pair(x.a, x.b) < std::pair(y.a, y.b); });
    if (!memory_.keep) // nothing looks at the wording again
        for (Known* known : known_)
            known->dropWording();
    return true;
}

void Round::examine(const std::vector<ArticlePair>& pairs, const std::vector<std::size_t>& open,
                    std::vector<std::optional<Lineage>>& found) const {
    constexpr std::size_t block = 4096, some = 16;
    std::unordered_map<std::uint32_t, std::optional<Wording>> wordings;
    std::vector<std::pair<const std::uint32_t, std::optional<Wording>>*> fresh;
    const auto inSome = [&](std::size_t count, const auto& work) {
        inParallel((count + some - 1) / some, memory_.threads, stop_, [&](std::size_t c) {
            for (std::size_t n = c * some; n < std::min(count, (c + 1) * some); ++n)
                work(n);
        });
    };
    for (std::size_t from = 0; from < open.size() && !stop_.stop_requested(); from += block) {
        const std::size_t to = std::min(open.size(), from + block);
        wordings.clear();
        fresh.clear();
        for (std::size_t n = from; n < to; ++n)
            for (const std::uint32_t a : {pairs[open[n]].first, pairs[open[n]].second})
                if (const auto [it, isNew] = wordings.try_emplace(a); isNew)
                    fresh.push_back(&*it);
        inSome(fresh.size(), [&](std::size_t n) {
            Digest digest;
            known_[fresh[n]->first]->openWording(digest);
            fresh[n]->second.emplace(std::move(digest.words), indexed_[fresh[n]->first]);
        });
        if (stop_.stop_requested())
            return;
        inSome(to - from, [&](std::size_t n) {
            auto [x, y] = pairs[open[from + n]];
            if (known_[y]->number < known_[x]->number)
                std::swap(x, y);
            found[open[from + n]] = lineageOf(*wordings.at(x), *wordings.at(y));
        });
    }
}

/// An article without a date takes the date of the one that it has most in common with.
bool Round::takeDates() {
    std::map<std::uint32_t, std::pair<double, std::uint32_t>> source;
    for (const Lineage& l : links_) {
        if (l.kind == LineageKind::SharedSource ||
            indexed_[l.b].published.has_value() == indexed_[l.a].published.has_value())
            continue;
        const std::uint32_t dated = indexed_[l.a].published ? l.a : l.b, undated = dated == l.a ? l.b : l.a;
        const auto [it, fresh] = source.try_emplace(undated, l.similarity, dated);
        const auto earlier = [&](std::uint32_t p, std::uint32_t q) {
            return std::pair(indexed_[p].published, indexed_[p].text) <
                   std::pair(indexed_[q].published, indexed_[q].text);
        };
        if (!fresh && (l.similarity > it->second.first ||
                       (l.similarity == it->second.first && earlier(dated, it->second.second))))
            it->second = {l.similarity, dated};
    }
    dateFrom_.assign(inputs_.size(), std::nullopt);
    if (source.empty())
        return true;
    for (const auto& [undated, from] : source) {
        inputs_[undated].published = given_[from.second].published;
        dateFrom_[undated] = from.second;
    }
    if (!memory_.read(inputs_, known_, stop_, {}))
        return false;
    index();
    return true;
}

} // namespace countercheck::compare
