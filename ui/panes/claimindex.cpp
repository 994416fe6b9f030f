// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/claimindex.h"

#include "ui/basics/lasttwo.h"

#include <numeric>

namespace countercheck::ui {

ClaimIndex::ClaimIndex(const compare::Comparison& comparison) {
    const auto& questions = comparison.questions.get();
    auto held = std::make_shared<Held>();
    std::vector<std::size_t> counts;
    std::vector<std::pair<std::uint32_t, Claim>> all; // the questions are gone through once: they lie far apart
    for (std::size_t q = 0; q < questions.size(); ++q) {
        const auto& claims = questions[q].claims.get();
        for (std::size_t c = 0; c < claims.size(); ++c) {
            if (claims[c].article >= counts.size())
                counts.resize(std::size_t{claims[c].article} + 1);
            ++counts[claims[c].article];
            all.push_back({claims[c].article, {static_cast<std::uint32_t>(q), static_cast<std::uint32_t>(c)}});
        }
    }
    held->begins.assign(counts.size() + 1, 0);
    std::partial_sum(counts.begin(), counts.end(), held->begins.begin() + 1);
    held->claims.resize(held->begins.back());
    std::vector<std::size_t> next(held->begins.begin(), held->begins.end() - 1);
    for (const auto& [article, claim] : all)
        held->claims[next[article]++] = claim;
    held_ = std::move(held);
}

ClaimIndex ClaimIndex::of(const compare::Comparison& comparison) {
    static LastTwo<compare::Question, ClaimIndex> kept;
    return kept.of(comparison.questions, [&comparison] { return ClaimIndex(comparison); });
}

std::span<const ClaimIndex::Claim> ClaimIndex::of(std::size_t article) const {
    if (!held_ || article + 1 >= held_->begins.size())
        return {};
    return std::span(held_->claims)
        .subspan(held_->begins[article], held_->begins[article + 1] - held_->begins[article]);
}

} // namespace countercheck::ui
