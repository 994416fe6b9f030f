// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/lineageindex.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace countercheck::ui {

std::span<const std::uint32_t> lineagesOf(const compare::Comparison& comparison, std::size_t article) {
    // The list is shared between snapshots and kept here, so that its address stays its own.
    static compare::SharedVector<compare::Lineage> of;
    static std::vector<std::size_t> begins; // by article, and one more
    static std::vector<std::uint32_t> places;
    if (!of.sharesWith(comparison.lineage)) {
        of = comparison.lineage;
        std::vector<std::size_t> counts;
        const auto count = [&counts](std::size_t one) {
            counts.resize(std::max(counts.size(), one + 1));
            ++counts[one];
        };
        for (const compare::Lineage& lineage : of.get()) {
            count(lineage.a);
            if (lineage.b != lineage.a)
                count(lineage.b);
        }
        begins.assign(counts.size() + 1, 0);
        std::partial_sum(counts.begin(), counts.end(), begins.begin() + 1);
        places.resize(begins.back());
        std::vector<std::size_t> next(begins.begin(), begins.end() - 1);
        for (std::uint32_t i = 0; i < of.get().size(); ++i) {
            const compare::Lineage& lineage = of.get()[i];
            places[next[lineage.a]++] = i;
            if (lineage.b != lineage.a)
                places[next[lineage.b]++] = i;
        }
    }
    if (article + 1 >= begins.size())
        return {};
    return std::span(places).subspan(begins[article], begins[article + 1] - begins[article]);
}

std::size_t articlesOfOrigin(const compare::Comparison& comparison, std::size_t article) {
    static std::vector<std::uint32_t> of, counts;
    if (article >= comparison.origin.size())
        return 0;
    if (of != comparison.origin) {
        of = comparison.origin;
        counts.clear();
        for (const std::uint32_t group : of) {
            if (group >= counts.size())
                counts.resize(std::size_t{group} + 1);
            ++counts[group];
        }
    }
    return counts[of[article]];
}

} // namespace countercheck::ui
