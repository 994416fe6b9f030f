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

/// Pairs of articles that may speak of one happening: each article beside itself, then beside those behind it.
std::vector<Round::Pairing::Pair> Round::pairUp() {
    const std::size_t n = inputs_.size();
    std::vector<const std::vector<std::uint64_t>*> names(n);
    for (std::size_t a = 0; a < n; ++a)
        names[a] = &known_[a]->names;
    const std::vector<ArticlePair> pairs =
        pairsByHappening(indexed_, names, rank_, wording_, ids_, memory_.keep ? &memory_.happeningKeys : nullptr,
                         memory_.threads, memory_.settings.partition);
    wording_ = {};
    std::vector<Pairing::Pair> all;
    all.reserve(pairs.size() + n);
    const auto add = [&](std::uint32_t a, std::uint32_t b) {
        all.push_back({pairKey(known_[a]->number, known_[b]->number), a, b});
    };
    auto next = pairs.begin();
    for (std::uint32_t a = 0; a < n; ++a) {
        add(a, a);
        for (; next != pairs.end() && next->first == a; ++next)
            add(next->first, next->second);
    }
    const auto before = [](const Pairing::Pair& x, const Pairing::Pair& y) {
        return std::tuple(x.key, x.first, x.second) < std::tuple(y.key, y.first, y.second);
    };
    if (memory_.keep && !std::is_sorted(all.begin(), all.end(), before))
        std::sort(all.begin(), all.end(), before);
    return all;
}

/// What was judged before is found beside it. One text given twice: its two copies are two articles, and are judged as
/// such, each time.
void Round::findJudged(Pairing& pairing) const {
    const Judged& known = memory_.judged;
    const auto& all = pairing.all;
    auto& open = pairing.open;
    pairing.foundAt.assign(memory_.keep ? all.size() : 0, Pairing::unknown);
    for (std::size_t p = 0, k = 0; p < all.size(); ++p) {
        while (memory_.keep && k < known.pairs.size() && known.pairs[k] < all[p].key)
            ++k;
        if (memory_.keep && !all[p].copies() && k < known.pairs.size() && known.pairs[k] == all[p].key)
            pairing.foundAt[p] = k;
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
}

/// Which claims of the two meet.
std::vector<Meeting> Round::meetingsBetween(std::uint32_t first, std::uint32_t second, std::size_t& asked) const {
    const Settings& settings = memory_.settings;
    const bool few = memory_.few;
    const Known &one = *known_[first], &other = *known_[second];
    if (!few && first == second) // told when it was read
        return one.own;
    if (!few && !mayMeet(one.keys, other.keys))
        return {};
    // Of two happenings little can be said that is one question.
    const bool each = few || settings.refusals || settings.nearMisses > 0;
    if (!each && !(mayMeet(one.freeKeys, other.freeKeys) && anyMeets(one.free, other.free)) &&
        !mayBeOneHappening({one.names, one.leadPlaces}, {other.names, other.leadPlaces}))
        return {};
    const auto x = open(first), y = open(second);
    const Asking asking{few, settings.refusals, settings.nearMisses > 0,
                        few ? &common_[first * inputs_.size() + second] : nullptr};
    return meetingsOf(*x, *y, first, second, asking, &asked);
}

/// Takes the meetings, in the order of all pairs, and remembers them.
void Round::takeJudged(Pairing& pairing, std::vector<std::vector<Meeting>>& fresh) {
    const auto& all = pairing.all;
    const auto& open = pairing.open;
    const Judged& known = memory_.judged;
    std::vector<std::size_t> freshOf(all.size(), Pairing::unknown);
    for (std::size_t k = 0; k < open.size(); ++k)
        freshOf[open[k]] = k;
    Judged now;
    now.pairs.reserve(all.size());
    now.ends.reserve(all.size());
    now.meetings.reserve(known.meetings.size() + open.size());
    for (std::size_t p = 0; p < all.size(); ++p) {
        const Pairing::Pair& pair = all[p];
        const bool turned = known_[pair.second]->number < known_[pair.first]->number;
        const Meeting *first = nullptr, *last = nullptr;
        if (pairing.foundAt[p] != Pairing::unknown) {
            first = known.begin(pairing.foundAt[p]);
            last = known.end(pairing.foundAt[p]);
        } else {
            std::vector<Meeting>& list = fresh[freshOf[p]];
            if (pair.copies()) {
                takeMeetings({pair.first, pair.second}, false, list.data(), list.data() + list.size());
                continue;
            }
            if (turned)
                for (Meeting& m : list)
                    std::swap(m.first, m.second);
            first = list.data();
            last = first + list.size();
        }
        if (now.pairs.empty() || now.pairs.back() != pair.key) // copies share what was judged of their text
            now.add(pair.key, first, last);
        takeMeetings({pair.first, pair.second}, turned, first, last);
    }
    memory_.judged = std::move(now);
}

bool Round::judgePairs() {
    const bool few = inputs_.size() <= fewArticles && !memory_.settings.partition;
    if (few != memory_.few) {
        memory_.judged = {};
        memory_.components.clear();
    }
    memory_.few = few;
    Pairing pairing;
    pairing.all = pairUp();
    findJudged(pairing);
    if (few)
        findCommon();
    const auto& open = pairing.open;
    std::vector<std::vector<Meeting>> fresh(open.size());
    std::atomic<std::size_t> asked{0};
    inParallel((open.size() + chunk - 1) / chunk, memory_.threads, stop_, [&](std::size_t c) {
        std::size_t here = 0;
        for (std::size_t k = c * chunk; k < std::min(open.size(), (c + 1) * chunk); ++k)
            fresh[k] = meetingsBetween(pairing.all[open[k]].first, pairing.all[open[k]].second, here);
        asked += here;
    });
    if (stop_.stop_requested())
        return false;
    memory_.work.judged += open.size();
    memory_.work.asked += asked;
    if (memory_.keep) {
        takeJudged(pairing, fresh);
        return true;
    }
    for (std::size_t k = 0; k < open.size(); ++k) {
        const Pairing::Pair& pair = pairing.all[open[k]];
        takeMeetings({pair.first, pair.second}, false, fresh[k].data(), fresh[k].data() + fresh[k].size());
        fresh[k] = {};
    }
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
