// SPDX-License-Identifier: GPL-3.0-or-later
// Derived results as bytes and back, exactly: every field of compare::Comparison. A compact form of our own, because
// ten thousand articles have to load while a person waits. Reading trusts nothing: lengths, enumerations and indexes
// that do not fit give no result rather than a wrong one.
#pragma once

#include "core/compare/question.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace countercheck::store {

/// Changes with the form of the bytes.
inline constexpr std::int64_t codecFormat = 1;

/// In parts of some hundred kilobytes: no single value grows with the case.
std::vector<std::string> encode(const compare::Comparison& comparison);

/// Puts parts together again, in their order. `lengths`: bytes of each article's text, to check indexes and spans.
class ComparisonReader {
public:
    explicit ComparisonReader(std::vector<std::uint32_t> lengths) : lengths_(std::move(lengths)) {}
    /// False: the part is damaged.
    bool add(std::string_view part);
    /// Nothing when something is missing.
    std::optional<compare::Comparison> take();

private:
    std::vector<std::uint32_t> lengths_;
    std::vector<compare::Question> questions_;
    std::vector<compare::Lineage> lineage_;
    std::vector<compare::NearMiss> misses_;
    std::vector<std::uint32_t> origin_;
    bool ended_ = false;
};

/// What is wrong with the results for articles of these lengths (an index or span that leads nowhere); empty: nothing.
std::string wrongWith(const compare::Comparison& comparison, const std::vector<std::uint32_t>& lengths);

} // namespace countercheck::store
