// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/claimindex.h"

#include <numeric>

namespace countercheck::ui {

ClaimIndex::ClaimIndex(const compare::Comparison& comparison) {
    const auto& questions = comparison.questions.get();
    std::vector<std::size_t> counts;
    for (const compare::Question& question : questions) {
        for (const compare::QuestionClaim& claim : question.claims.get()) {
            if (claim.article >= counts.size())
                counts.resize(std::size_t{claim.article} + 1);
            ++counts[claim.article];
        }
    }
    begins_.assign(counts.size() + 1, 0);
    std::partial_sum(counts.begin(), counts.end(), begins_.begin() + 1);
    claims_.resize(begins_.back());
    std::vector<std::size_t> next(begins_.begin(), begins_.end() - 1);
    for (std::size_t q = 0; q < questions.size(); ++q) {
        const auto& claims = questions[q].claims.get();
        for (std::size_t c = 0; c < claims.size(); ++c)
            claims_[next[claims[c].article]++] = {static_cast<std::uint32_t>(q), static_cast<std::uint32_t>(c)};
    }
}

std::span<const ClaimIndex::Claim> ClaimIndex::of(std::size_t article) const {
    if (article + 1 >= begins_.size())
        return {};
    return std::span(claims_).subspan(begins_[article], begins_[article + 1] - begins_[article]);
}

} // namespace countercheck::ui
