// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/question.h"

#include <array>

namespace countercheck::compare {

namespace {

constexpr std::array<std::string_view, 13> kinds = {"count",   "money", "measure", "percentage",  "date",
                                                    "time",    "name",  "place",   "attribution", "polarity",
                                                    "outcome", "cause", "quote"};
constexpr std::array<std::string_view, 4> relations = {"contradiction", "discrepancy", "refinement", "agreement"};
constexpr std::array<std::string_view, 13> reasons = {"value",       "bounds",   "precision", "update",     "scope",
                                                      "spelling",    "alias",    "unit",      "arithmetic", "wording",
                                                      "attribution", "modality", "polarity"};
constexpr std::array<std::string_view, 3> lineages = {"same-text", "derived", "shared-source"};

template <class Enum, std::size_t n>
std::optional<Enum> fromName(const std::array<std::string_view, n>& names, std::string_view name) {
    for (std::size_t i = 0; i < n; ++i)
        if (names[i] == name)
            return static_cast<Enum>(i);
    return std::nullopt;
}

} // namespace

std::string_view questionKindName(QuestionKind kind) {
    return kinds[static_cast<std::size_t>(kind)];
}
std::optional<QuestionKind> questionKindFromName(std::string_view name) {
    return fromName<QuestionKind>(kinds, name);
}
std::string_view relationKindName(RelationKind kind) {
    return relations[static_cast<std::size_t>(kind)];
}
std::optional<RelationKind> relationKindFromName(std::string_view name) {
    return fromName<RelationKind>(relations, name);
}
std::string_view reasonName(Reason reason) {
    return reasons[static_cast<std::size_t>(reason)];
}
std::optional<Reason> reasonFromName(std::string_view name) {
    return fromName<Reason>(reasons, name);
}
std::string_view lineageKindName(LineageKind kind) {
    return lineages[static_cast<std::size_t>(kind)];
}
std::optional<LineageKind> lineageKindFromName(std::string_view name) {
    return fromName<LineageKind>(lineages, name);
}

} // namespace countercheck::compare
