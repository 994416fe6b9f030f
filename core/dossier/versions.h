// SPDX-License-Identifier: GPL-3.0-or-later
// Is this article another version of one that is there, and what changed between them? Two captures are versions of one
// article when they come from the same address, or bear the same title from the same publisher. Both are kept; what
// changed is found paragraph by paragraph (Myers 1986 would give the same; texts are small, so the table of the longest
// common subsequence is filled).
#pragma once

#include "core/dossier/dossier.h"
#include "core/text/span.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace countercheck::dossier {

/// A paragraph that differs. Spans are bytes of the two texts; the one that is not there is empty, at its place.
struct VersionChange {
    enum class Kind : std::uint8_t { Added, Removed, Changed } kind{};
    text::Span earlier, later;
};

/// What has to change to make `later` of `earlier`, in the order of the texts.
std::vector<VersionChange> changesBetween(std::string_view earlier, std::string_view later);
/// For people (see core/text/explaining.h): "2 paragraphs changed, 1 paragraph added"; "only blanks differ".
std::string describe(const std::vector<VersionChange>& changes);

/// An address as two captures of one article share it: without scheme, "www.", fragment, and what only tracks readers.
std::string addressKey(std::string_view url);

struct VersionFound {
    std::shared_ptr<const Article> other; ///< the version with the same text where one has it; else the newest one
    bool later = false;                   ///< the article asked about is the later one
    bool sameText = false;                ///< any kept version has exactly this text
    std::vector<VersionChange> changes;   ///< from the earlier to the later
};

/// Finds versions among many articles at once.
class VersionIndex {
public:
    void add(const Article& article);
    [[nodiscard]] std::optional<VersionFound> find(const Article& article) const;

private:
    std::unordered_map<std::string, std::vector<std::shared_ptr<const Article>>> byAddress_, byTitle_;
};

/// Versions of one article among those of a case: groups of two or more indexes, the earliest first.
std::vector<std::vector<std::uint32_t>> versionGroups(const std::vector<Article>& articles);

/// Versions of one article are one origin, however much was rewritten: where the results do not say that they hang
/// together, they do afterwards, and origins are counted anew.
void linkVersions(compare::Comparison& results, const std::vector<Article>& articles);

} // namespace countercheck::dossier
