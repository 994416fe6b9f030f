// SPDX-License-Identifier: GPL-3.0-or-later
// Where do a decision's claims stand now? Finds the question that an old decision belongs to in new results: by the
// same key, else by its claims' words, position and article. Never onto a near match: when nothing holds most of the
// claims, or two questions hold equally many, the answer is that it could not be found.
#pragma once

#include "core/dossier/dossier.h"

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace countercheck::dossier {

/// The question's claims as anchors.
std::vector<ClaimAnchor> anchorsOf(const compare::Question& question, const std::vector<Article>& articles);

/// Looks questions up in one set of results. Shares their elements.
class Anchorage {
public:
    Anchorage(compare::SharedVector<compare::Question> questions, compare::SharedVector<Article> articles);

    /// The place in comparison.questions of the question with that key or, failing that, of the one that holds more
    /// than half of those anchors whose articles are still there. An anchor is held by a claim of the same article with
    /// the same words at the same position or, when the position does not hold, by the only claim with these words
    /// there.
    [[nodiscard]] std::optional<std::uint32_t> find(const QuestionKey& key,
                                                    const std::vector<ClaimAnchor>& anchors) const;
    [[nodiscard]] std::optional<std::uint32_t> findKey(const QuestionKey& key) const;

private:
    struct Claim {
        std::uint32_t question = 0, begin = 0;
        const std::string* quote = nullptr;
    };
    void indexClaims() const;
    [[nodiscard]] std::optional<std::uint32_t> holder(std::uint32_t article, const ClaimAnchor& anchor) const;

    const compare::SharedVector<compare::Question> questions_;
    const compare::SharedVector<Article> articles_;
    std::unordered_map<std::string, std::uint32_t> byKey_;
    // Made when a key is missed for the first time.
    mutable bool indexed_ = false;
    mutable std::unordered_map<std::string, std::uint32_t> articleOf_;
    mutable std::vector<std::vector<Claim>> claims_; ///< per article
};

/// Where old decisions belong in new results.
struct Reanchored {
    std::map<QuestionKey, std::vector<std::size_t>> found; ///< new key → indexes of the old decisions
    std::vector<std::size_t> lost;
};
/// Each old decision is the key under which it was made, and its anchors.
Reanchored reanchor(const std::vector<std::pair<QuestionKey, std::vector<ClaimAnchor>>>& old,
                    const compare::Comparison& comparison, const std::vector<Article>& articles);

} // namespace countercheck::dossier
