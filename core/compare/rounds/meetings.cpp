// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/rounds/meetings.h"

#include "core/compare/gate/gate.h"
#include "core/compare/sortunique.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <array>
#include <compare>
#include <cstddef>
#include <optional>

namespace countercheck::compare {

bool mayMeet(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b) {
    for (auto p = a.begin(), q = b.begin(); p != a.end() && q != b.end();) {
        if (*p == *q)
            return true;
        *p < *q ? ++p : ++q;
    }
    return false;
}

bool mayMeetAnywhere(const Fact& fact) {
    switch (fact.kind) {
    case claim::ClaimKind::Date:
    case claim::ClaimKind::Responsibility:
    case claim::ClaimKind::Statement:
        return false;
    case claim::ClaimKind::Place: // but for one place two sentences may tell one thing
        return gate::mayRivalByPlace(fact);
    default:
        return !gate::numeric(fact.kind);
    }
}

FreeFact::FreeFact(const Fact& fact)
    : kind(fact.kind), keys(fact.keys),
      words(fact.kind == claim::ClaimKind::Quote ? fact.quoteWords : std::vector<std::uint32_t>()) {
    if (kind == claim::ClaimKind::Place)
        words = fact.content;
}

bool anyMeets(const std::vector<FreeFact>& a, const std::vector<FreeFact>& b) {
    const auto meets = [](const FreeFact& x, const FreeFact& y) {
        if (x.kind != y.kind || !mayMeet(x.keys, y.keys))
            return false;
        return x.kind == claim::ClaimKind::Quote   ? gate::mayBeSaid(x.words, y.words)
               : x.kind == claim::ClaimKind::Place ? gate::mayRivalByPlace(x.words, y.words)
                                                   : true;
    };
    return std::any_of(a.begin(), a.end(), [&](const FreeFact& x) {
        return std::any_of(b.begin(), b.end(), [&](const FreeFact& y) { return meets(x, y); });
    });
}

namespace {

using FactPair = std::uint64_t; ///< the fact of the first article above that of the second

FactPair pairOf(std::uint32_t first, std::uint32_t second) {
    return std::uint64_t{first} << 32 | second;
}

/// Facts by what may bring them together: (key, what they say, number), ascending. What carries no key comes under its
/// kind.
struct Keyed {
    std::uint64_t key = 0, value = 0;
    std::uint32_t fact = 0;
    auto operator<=>(const Keyed&) const = default;
};

std::vector<Keyed> keyed(const Digest& of) {
    std::vector<Keyed> out;
    const auto value = [](const Fact& f) -> std::uint64_t {
        if (f.said.set && f.said.set->headline)
            return text::hashBytes(f.said.set->headline->toString()) | 1u;
        if (f.anchor.time)
            return static_cast<std::uint64_t>(f.anchor.time->from);
        return 0;
    };
    for (std::uint32_t i = 0; i < of.facts.size(); ++i) {
        const Fact& fact = of.facts[i];
        for (const std::uint64_t key : fact.keys)
            out.push_back({key, value(fact), i});
        if (fact.keys.empty())
            out.push_back({static_cast<std::uint64_t>(fact.kind), value(fact), i});
    }
    std::sort(out.begin(), out.end());
    return out;
}

/// Of an archive's articles that nothing shows to speak of one happening: does the gate never join the claims then?
/// Figures may still be near misses.
bool neverJoins(const Fact& f, const Fact& g, bool nearMisses) {
    const bool figures = gate::numeric(f.kind) && nearMisses;
    return !figures && !(mayMeetAnywhere(f) && mayMeetAnywhere(g));
}

/// The first key that two facts share, of which they share one.
std::uint64_t firstShared(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b) {
    for (auto p = a.begin(), q = b.begin();;) {
        if (*p == *q)
            return *p;
        *p < *q ? ++p : ++q;
    }
}

/// Of articles that make very many claims: the pairs that are put side by side, ascending.
std::vector<FactPair> crowdedPairs(const Digest& x, const Digest& y, bool one) {
    constexpr std::ptrdiff_t all = 16384, reach = 4;
    std::vector<FactPair> out;
    const auto add = [&](std::uint32_t i, std::uint32_t j) {
        if (one && i == j)
            return;
        out.push_back(one ? pairOf(std::min(i, j), std::max(i, j)) : pairOf(i, j));
    };
    using List = std::vector<std::uint32_t>;
    const auto beside = [&](const List& p, const List& q) {
        // Those of the longer list look for theirs in the other: the same whichever article comes first.
        const bool turned = p.size() < q.size();
        const List &from = turned ? q : p, &to = turned ? p : q;
        const auto m = static_cast<std::ptrdiff_t>(from.size()), n = static_cast<std::ptrdiff_t>(to.size());
        for (std::ptrdiff_t i = 0; i < m; ++i) {
            const std::ptrdiff_t at = i * n / m; // where it stands when the two are laid beside each other
            const std::ptrdiff_t first = m * n <= all ? 0 : std::max<std::ptrdiff_t>(0, at - reach);
            const std::ptrdiff_t last = m * n <= all ? n : std::min(n, at + reach + 1);
            for (std::ptrdiff_t j = first; j < last; ++j) {
                const std::uint32_t k = from[static_cast<std::size_t>(i)], l = to[static_cast<std::size_t>(j)];
                turned ? add(l, k) : add(k, l);
            }
        }
    };
    const std::vector<Keyed> a = keyed(x), b = one ? a : keyed(y);
    const auto numbers = [](auto first, auto last) {
        List list;
        for (; first != last; ++first)
            list.push_back(first->fact);
        return list;
    };
    for (auto p = a.begin(), q = b.begin(); p != a.end() && q != b.end();) {
        if (p->key != q->key) {
            p->key < q->key ? ++p : ++q;
            continue;
        }
        const auto behind = [](auto from, auto end, const auto& same) {
            return std::find_if_not(from, end, [&](const Keyed& k) { return same(k); });
        };
        const auto key = [k = p->key](const Keyed& other) { return other.key == k; };
        const auto endP = behind(p, a.end(), key), endQ = behind(q, b.end(), key);
        List listP = numbers(p, endP), listQ = numbers(q, endQ);
        std::sort(listP.begin(), listP.end());
        std::sort(listQ.begin(), listQ.end());
        beside(listP, listQ);
        while (p != endP && q != endQ) { // those that say the same
            if (p->value != q->value) {
                p->value < q->value ? ++p : ++q;
                continue;
            }
            const auto value = [v = p->value](const Keyed& other) { return other.value == v; };
            const auto nextP = behind(p, endP, value), nextQ = behind(q, endQ, value);
            if (p->value != 0)
                beside(numbers(p, nextP), numbers(q, nextQ));
            p = nextP;
            q = nextQ;
        }
        p = endP;
        q = endQ;
    }
    if (one)
        for (const auto& [i, j] : x.disputes)
            add(i, j);
    sortUnique(out);
    return out;
}

} // namespace

std::vector<Meeting> meetingsOf(const Digest& x, const Digest& y, std::uint32_t firstArticle,
                                std::uint32_t secondArticle, const Asking& asking, std::size_t* asked) {
    const bool few = asking.few;
    std::vector<Meeting> out;
    const bool one = firstArticle == secondArticle;
    std::optional<Common> common;
    bool apart = false; // nothing can show that the two articles speak of one happening
    const bool sifted = few && !one && !asking.refusals, joinsOnly = !asking.nearMisses;
    const auto ask = [&, sifted, joinsOnly](std::uint32_t i, std::uint32_t j, const Common& shared) {
        const Fact &f = x.facts[i], &g = y.facts[j];
        if (f.kind != g.kind)
            return;
        if (asked)
            ++*asked;
        if (sifted && (gate::neverMeet(f, g, shared) || (joinsOnly && gate::neverJoins(f, g, shared))))
            return;
        const Candidate a{firstArticle, i, &f, &x}, b{secondArticle, j, &g, &y};
        if (one && !asking.refusals && gate::partedByReport(a, b))
            return;
        const Verdict v = sameQuestion(a, b, shared);
        if (v.gate == Gate::Join || (v.gate == Gate::Possible && asking.nearMisses) ||
            (v.gate == Gate::No && asking.refusals))
            out.push_back({i, j, static_cast<std::int16_t>(v.strength), v.gate});
    };
    if (few && std::max(x.facts.size(), y.facts.size()) > wholeReport) {
        const Common& shared = *asking.common;
        for (const FactPair pair : crowdedPairs(x, y, one))
            ask(static_cast<std::uint32_t>(pair >> 32), static_cast<std::uint32_t>(pair), shared);
        return out;
    }
    if (few) { // nothing is lost by asking all of a handful
        const Common& shared = *asking.common;
        laySideBySide(x, y);
        const auto looked = [&](const Fact& fact) {
            return asking.refusals || (one ? gate::mayMeetOwn(fact) : gate::mayMeet(fact, shared));
        };
        static constexpr auto kinds = static_cast<std::size_t>(claim::ClaimKind::Statement) + 1;
        thread_local std::array<std::vector<std::uint32_t>, kinds> ofX,
            ofY; // facts are large: others are not looked at
        const auto sortOut = [&](const Digest& of, auto& lists) {
            for (auto& facts : lists)
                facts.clear();
            for (std::uint32_t i = 0; i < of.facts.size(); ++i)
                if (looked(of.facts[i]))
                    lists[static_cast<std::size_t>(of.facts[i].kind)].push_back(i);
        };
        sortOut(x, ofX);
        sortOut(y, ofY);
        for (std::size_t kind = 0; kind < kinds; ++kind) // one road after the other
            for (const std::uint32_t i : ofX[kind])
                for (const std::uint32_t j : ofY[kind])
                    if (!one || j > i)
                        ask(i, j, shared);
        std::sort(out.begin(), out.end(), [](const Meeting& p, const Meeting& q) {
            return std::pair(p.first, p.second) < std::pair(q.first, q.second);
        });
        return out;
    }
    for (auto p = x.byKey.begin(), q = y.byKey.begin(); p != x.byKey.end() && q != y.byKey.end();) {
        if (p->first != q->first) {
            p->first < q->first ? ++p : ++q;
            continue;
        }
        const std::uint64_t key = p->first;
        auto endP = p, endQ = q;
        while (endP != x.byKey.end() && endP->first == key)
            ++endP;
        while (endQ != y.byKey.end() && endQ->first == key)
            ++endQ;
        for (auto i = p; i != endP; ++i)
            for (auto j = one ? i + 1 : q; j != endQ; ++j) {
                const Fact &f = x.facts[i->second], &g = y.facts[j->second];
                if (f.kind != g.kind)
                    continue;
                if (f.keys.front() != key && g.keys.front() != key && firstShared(f.keys, g.keys) != key)
                    continue; // they met already
                if (!common) {
                    common = commonOf(x, y, few);
                    apart = !one && !asking.refusals && !gate::mayBeOneHappening(*common);
                }
                if (apart && neverJoins(f, g, asking.nearMisses))
                    continue;
                ask(i->second, j->second, *common);
            }
        p = endP;
        q = endQ;
    }
    return out;
}

} // namespace countercheck::compare
