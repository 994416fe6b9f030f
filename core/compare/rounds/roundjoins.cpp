// SPDX-License-Identifier: GPL-3.0-or-later
// Claims: which of two articles (or of one) answer one question.
#include "core/compare/gate/gate.h"
#include "core/compare/parallel.h"
#include "core/compare/relate.h"
#include "core/compare/rounds/round.h"

#include <algorithm>
#include <atomic>
#include <tuple>
#include <utility>

namespace countercheck::compare {

void Round::countClaims() {
    const auto n = static_cast<std::uint32_t>(inputs_.size());
    firstOf_.resize(n + 1);
    std::vector<std::uint32_t> articleAt(n);
    for (std::uint32_t a = 0; a < n; ++a) {
        articleAt[rank_[a]] = a;
        firstOf_[a] = static_cast<std::uint32_t>(articleOf_.size());
        articleOf_.insert(articleOf_.end(), known_[a]->facts, a);
    }
    firstOf_[n] = static_cast<std::uint32_t>(articleOf_.size());
    place_.resize(articleOf_.size());
    claimAt_.resize(articleOf_.size());
    std::uint32_t at = 0;
    for (const std::uint32_t a : articleAt)
        for (std::uint32_t c = firstOf_[a]; c < firstOf_[a + 1]; ++c) {
            claimAt_[at] = c;
            place_[c] = at++;
        }
}

void Round::takeMeetings(ArticlePair pair, bool turned, const Meeting* first, const Meeting* last) {
    for (; first != last; ++first) {
        Join join{firstOf_[pair.first] + (turned ? first->second : first->first),
                  firstOf_[pair.second] + (turned ? first->first : first->second), first->strength};
        if (place_[join.b] < place_[join.a])
            std::swap(join.a, join.b);
        (first->gate == Gate::Join ? joins_ : first->gate == Gate::Possible ? below_ : refused_).push_back(join);
    }
}

/// What each two of a handful have in common: asked again whenever two of their claims are.
void Round::findCommon() {
    const auto n = static_cast<std::uint32_t>(inputs_.size());
    common_.resize(std::size_t{n} * n);
    for (std::uint32_t a = 0; a < n; ++a)
        for (std::uint32_t b = a; b < n; ++b)
            common_[a * n + b] = common_[b * n + a] = commonOf(*open(a), *open(b), true);
}

Common Round::common(std::uint32_t a, std::uint32_t b) const {
    return memory_.few ? common_[a * inputs_.size() + b] : commonOf(*open(a), *open(b), false);
}

bool Round::judgePairs() {
    const std::size_t n = inputs_.size();
    const Settings& settings = memory_.settings;
    const bool few = n <= fewArticles && !settings.partition;
    if (few != memory_.few) {
        memory_.judged = {};
        memory_.components.clear();
    }
    memory_.few = few;
    // Candidates: facts that share a key, in articles that may speak of one happening.
    std::vector<const std::vector<std::uint64_t>*> names(n);
    for (std::size_t a = 0; a < n; ++a)
        names[a] = &known_[a]->names;
    std::vector<ArticlePair> pairs =
        pairsByHappening(indexed_, names, rank_, wording_, ids_, memory_.keep ? &memory_.happeningKeys : nullptr,
                         memory_.threads, settings.partition);
    wording_ = {};
    /// A pair, under the numbers of its articles.
    struct Open {
        std::uint64_t key;
        std::uint32_t first, second;
        [[nodiscard]] bool copies() const { return first != second && key >> 32 == (key & 0xFFFFFFFFu); }
    };
    std::vector<Open> all;
    all.reserve(pairs.size() + n);
    const auto add = [&](std::uint32_t a, std::uint32_t b) {
        all.push_back({pairKey(known_[a]->number, known_[b]->number), a, b});
    };
    auto next = pairs.begin();
    for (std::uint32_t a = 0; a < n; ++a) { // each beside itself, then beside those behind it
        add(a, a);
        for (; next != pairs.end() && next->first == a; ++next)
            add(next->first, next->second);
    }
    pairs = {};
    const auto before = [](const Open& x, const Open& y) {
        return std::tuple(x.key, x.first, x.second) < std::tuple(y.key, y.first, y.second);
    };
    if (memory_.keep && !std::is_sorted(all.begin(), all.end(), before))
        std::sort(all.begin(), all.end(), before);
    // What was judged before is found beside it. One text given twice: its two copies are two articles, and are judged
    // as such, each time.
    const Judged& known = memory_.judged;
    Judged now;
    std::vector<std::size_t> open;
    constexpr std::size_t unknown = ~std::size_t{0};
    std::vector<std::size_t> foundAt(memory_.keep ? all.size() : 0, unknown);
    for (std::size_t p = 0, k = 0; p < all.size(); ++p) {
        while (memory_.keep && k < known.pairs.size() && known.pairs[k] < all[p].key)
            ++k;
        if (memory_.keep && !all[p].copies() && k < known.pairs.size() && known.pairs[k] == all[p].key)
            foundAt[p] = k;
        else
            open.push_back(p);
    }
    // In the order of dates: articles of one time are open at one time.
    std::sort(open.begin(), open.end(), [&](std::size_t x, std::size_t y) {
        const auto at = [&](std::size_t p) {
            const std::uint32_t i = rank_[all[p].first], j = rank_[all[p].second];
            return std::pair(std::max(i, j), std::min(i, j));
        };
        return at(x) < at(y);
    });
    if (few)
        findCommon();
    std::vector<std::vector<Meeting>> fresh(open.size());
    std::atomic<std::size_t> asked{0};
    inParallel((open.size() + chunk - 1) / chunk, memory_.threads, stop_, [&](std::size_t c) {
        std::size_t here = 0;
        for (std::size_t k = c * chunk; k < std::min(open.size(), (c + 1) * chunk); ++k) {
            const Open& pair = all[open[k]];
            const Known &one = *known_[pair.first], &other = *known_[pair.second];
            if (!few && pair.first == pair.second) { // told when it was read
                fresh[k] = one.own;
                continue;
            }
            if (!few && !mayMeet(one.keys, other.keys))
                continue;
            // Of two happenings little can be said that is one question.
            const bool each = few || settings.refusals || settings.nearMisses > 0;
            if (!each && !(mayMeet(one.freeKeys, other.freeKeys) && anyMeets(one.free, other.free)) &&
                !mayBeOneHappening({one.names, one.leadPlaces}, {other.names, other.leadPlaces}))
                continue;
            const auto x = this->open(pair.first), y = this->open(pair.second);
            const Asking asking{few, settings.refusals, settings.nearMisses > 0,
                                few ? &common_[pair.first * n + pair.second] : nullptr};
            fresh[k] = meetingsOf(*x, *y, pair.first, pair.second, asking, &here);
        }
        asked += here;
    });
    if (stop_.stop_requested())
        return false;
    memory_.work.judged += open.size();
    memory_.work.asked += asked;
    const auto turned = [&](const Open& pair) { return known_[pair.second]->number < known_[pair.first]->number; };
    if (!memory_.keep) {
        for (std::size_t k = 0; k < open.size(); ++k) {
            const Open& pair = all[open[k]];
            takeMeetings({pair.first, pair.second}, false, fresh[k].data(), fresh[k].data() + fresh[k].size());
            fresh[k] = {};
        }
        return true;
    }
    std::vector<std::size_t> freshOf(all.size(), unknown);
    for (std::size_t k = 0; k < open.size(); ++k)
        freshOf[open[k]] = k;
    now.pairs.reserve(all.size());
    now.ends.reserve(all.size());
    now.meetings.reserve(known.meetings.size() + open.size());
    for (std::size_t p = 0; p < all.size(); ++p) {
        const Open& pair = all[p];
        const Meeting *first = nullptr, *last = nullptr;
        if (foundAt[p] != unknown) {
            first = known.begin(foundAt[p]);
            last = known.end(foundAt[p]);
        } else {
            std::vector<Meeting>& list = fresh[freshOf[p]];
            if (pair.copies()) {
                takeMeetings({pair.first, pair.second}, false, list.data(), list.data() + list.size());
                continue;
            }
            if (turned(pair))
                for (Meeting& m : list)
                    std::swap(m.first, m.second);
            first = list.data();
            last = first + list.size();
        }
        if (now.pairs.empty() || now.pairs.back() != pair.key) // copies share what was judged of their text
            now.add(pair.key, first, last);
        takeMeetings({pair.first, pair.second}, turned(pair), first, last);
    }
    memory_.judged = std::move(now);
    return true;
}

Verdict Round::judge(std::uint32_t p, std::uint32_t q, bool explain) const {
    if (place_[q] < place_[p])
        std::swap(p, q);
    const std::uint32_t a = articleOf_[p], b = articleOf_[q], i = p - firstOf_[a], j = q - firstOf_[b];
    const auto x = open(a), y = open(b);
    return sameQuestion({a, i, &x->facts[i], x.get()}, {b, j, &y->facts[j], y.get()}, common(a, b), explain);
}

bool Round::parted(std::uint32_t p, std::uint32_t q) const {
    if (judge(p, q, false).gate != Gate::No)
        return false;
    if (!memory_.few)
        return true;
    if (place_[q] < place_[p])
        std::swap(p, q);
    const std::uint32_t a = articleOf_[p], b = articleOf_[q], i = p - firstOf_[a], j = q - firstOf_[b];
    const auto x = open(a), y = open(b);
    return gate::apartInOneQuestion({a, i, &x->facts[i], x.get()}, {b, j, &y->facts[j], y.get()}, common(a, b));
}

/// Two that print one figure, or quotes that share their words, are hardly joined by mistake.
Trust Round::trusted(std::uint32_t p, std::uint32_t q) const {
    const auto x = open(articleOf_[p]), y = open(articleOf_[q]);
    const Fact &one = x->facts[p - firstOf_[articleOf_[p]]], &other = y->facts[q - firstOf_[articleOf_[q]]];
    if (one.kind == claim::ClaimKind::Quote || sameAmount(one.said, other.said))
        return Trust::Always;
    if (one.kind == claim::ClaimKind::Date && gate::sameTime(one, other))
        return Trust::Always;
    const bool counts = one.kind == claim::ClaimKind::Count || one.kind == claim::ClaimKind::Money ||
                        one.kind == claim::ClaimKind::Measure;
    return counts ? Trust::Many : Trust::None;
}

} // namespace countercheck::compare
