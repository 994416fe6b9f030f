// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/meetings.h"

#include <algorithm>
#include <optional>

namespace countercheck::compare {

std::vector<Meeting> meetingsOf(const Digest& x, const Digest& y, std::uint32_t firstArticle,
                                std::uint32_t secondArticle, bool few, bool refusals) {
    std::vector<Meeting> out;
    const bool one = firstArticle == secondArticle;
    std::optional<Common> common;
    if (few) { // nothing is lost by asking all of a handful
        const Common shared = commonOf(x, y, few);
        for (std::uint32_t i = 0; i < x.facts.size(); ++i)
            for (std::uint32_t j = one ? i + 1 : 0; j < y.facts.size(); ++j) {
                const Fact &f = x.facts[i], &g = y.facts[j];
                if (f.kind != g.kind)
                    continue;
                const Verdict v = sameQuestion({firstArticle, i, &f, &x}, {secondArticle, j, &g, &y}, shared);
                if (v.gate != Gate::No || refusals)
                    out.push_back({i, j, static_cast<std::int16_t>(v.strength), v.gate});
            }
        return out;
    }
    std::vector<std::uint64_t> seen;
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
                if (f.keys.size() > 1 && g.keys.size() > 1) { // they may meet more than once
                    const std::uint64_t pair = std::uint64_t{i->second} << 32 | j->second;
                    if (std::find(seen.begin(), seen.end(), pair) != seen.end())
                        continue;
                    seen.push_back(pair);
                }
                if (!common)
                    common = commonOf(x, y, few);
                const Verdict v =
                    sameQuestion({firstArticle, i->second, &f, &x}, {secondArticle, j->second, &g, &y}, *common);
                if (v.gate != Gate::No || refusals)
                    out.push_back({i->second, j->second, static_cast<std::int16_t>(v.strength), v.gate});
            }
        p = endP;
        q = endQ;
    }
    return out;
}

} // namespace countercheck::compare
