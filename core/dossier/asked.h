// SPDX-License-Identifier: GPL-3.0-or-later
// The questions of one comparison by number, whatever was changed of them since. The number stays when articles are
// moved, claims corrected or questions joined, so that what looks for one question need not go through all.
#pragma once

#include "core/compare/question.h"
#include "core/dossier/ids.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace countercheck::dossier {

struct Article;

class Asked {
public:
    virtual ~Asked() = default;
    /// Null: it is not there (any more).
    [[nodiscard]] virtual const compare::Question* at(std::uint32_t number) const = 0;
    /// The number of the question with that key that is there.
    [[nodiscard]] virtual std::optional<std::uint32_t> find(const std::string& key) const = 0;
    /// Ascending numbers; all that have a claim of the article at that place are among them.
    [[nodiscard]] virtual std::vector<std::uint32_t> holding(std::uint32_t article) const = 0;
    /// Where the article stands now; nothing: it is out.
    [[nodiscard]] virtual std::optional<std::uint32_t> place(const ArticleId& article) const = 0;

protected:
    Asked() = default;
    Asked(const Asked&) = default;
    Asked& operator=(const Asked&) = default;
};

/// The same, to be changed.
class Changeable : public Asked {
public:
    virtual compare::Question& edit(std::uint32_t number) = 0;
    virtual std::uint32_t add(compare::Question question) = 0;
};

/// The question with that key or, failing that, the one that holds more than half of those anchors whose articles are
/// still there; see Anchorage::find().
std::optional<std::uint32_t> findAsked(const Asked& asked, const std::vector<Article>& articles, const QuestionKey& key,
                                       const std::vector<ClaimAnchor>& anchors);

} // namespace countercheck::dossier
