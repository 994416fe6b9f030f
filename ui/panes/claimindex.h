// SPDX-License-Identifier: GPL-3.0-or-later
// Which claims stand in which article: made once for a comparison, so that a pane need not go through all questions.
#pragma once

#include "core/compare/question.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace countercheck::ui {

class ClaimIndex {
public:
    struct Claim {
        std::uint32_t question = 0; ///< index into Comparison::questions
        std::uint32_t claim = 0;    ///< index into Question::claims
    };

    ClaimIndex() = default;
    /// Those of the two comparisons asked for last are kept, so that it can be made beside the window before it is
    /// needed. Copies share it. From any thread.
    static ClaimIndex of(const compare::Comparison& comparison);
    explicit ClaimIndex(const compare::Comparison& comparison);
    /// In order of the questions; empty for an article without claims.
    [[nodiscard]] std::span<const Claim> of(std::size_t article) const;

private:
    struct Held {
        std::vector<std::size_t> begins; ///< by article, and one more
        std::vector<Claim> claims;
    };
    std::shared_ptr<const Held> held_;
};

} // namespace countercheck::ui
