// SPDX-License-Identifier: GPL-3.0-or-later
// A labelled case: the input of `compare` with the relations that a person drew between its articles' claims, and how
// well a comparison answers them. A relation answers a labelled pair when on each side its claim stands in the same
// article and the two spans share a character. Every pair that is not labelled counts as not related.
#pragma once

#include "app/cli/request.h"
#include "core/compare/compare.h"

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace countercheck::cli {

struct GoldSide {
    std::uint32_t article = 0; ///< index into the case's articles
    text::Span words;          ///< bytes of its text
};
struct GoldPair {
    compare::RelationKind relation{};
    std::optional<compare::QuestionKind> kind; ///< nothing: any
    std::string reasons;                       ///< "value|bounds"; empty: any
    compare::Supersedes supersedes = compare::Supersedes::None;
    GoldSide a, b;
};
struct Labels {
    std::vector<GoldPair> gold;
    std::vector<GoldPair> maybe; ///< pairs over which good annotators would differ: they never count
};

/// Reads `gold` and `maybe` of a line that was read as `request` before. False: `message` says what is wrong, where.
bool readLabels(std::string_view line, const CaseRequest& request, Labels& out, std::string& message);

/// Precision and recall of one row of a table.
struct Score {
    std::uint32_t gold = 0, found = 0, hits = 0;
    [[nodiscard]] double precision() const { return found == 0 ? 1 : double(hits) / found; }
    [[nodiscard]] double recall() const { return gold == 0 ? 1 : double(hits) / gold; }
    [[nodiscard]] double f1() const { return gold + found == 0 ? 1 : 2.0 * hits / (gold + found); }
};

/// One thing that went wrong, for people.
struct Finding {
    enum class Kind : std::uint8_t { Miss, Other, FalseAlarm, FalseFind } kind = Kind::Miss;
    std::optional<GoldPair> gold;
    std::optional<compare::QuestionKind> foundKind;
    std::optional<compare::Relation> found; ///< a and b are not indexes of the case's articles: see sides
    GoldSide sides[2];
    std::string remark; ///< for a miss: why the two were not joined
};

struct Scores {
    std::uint32_t cases = 0, articles = 0;
    std::array<Score, 4> byRelation;
    std::map<compare::QuestionKind, std::array<Score, 4>> byKind; ///< of relations, per kind
    Score conflicts;                                              ///< contradiction and discrepancy taken as one
    Score alignment;                                              ///< all four taken as one
    Score reasons; ///< among the hits whose reason is labelled: the right one
    std::uint32_t falseAlarms = 0;
    std::uint32_t uncounted = 0;                    ///< further agreements of kinds that are labelled in part only
    std::uint32_t quietPairs = 0, alarmedPairs = 0; ///< pairs of articles without a labelled conflict; of them alarmed
};

/// Scores one comparison; adds to `scores` and, if given, to `findings`.
void score(const compare::Comparison& comparison, const Labels& labels, std::size_t articles, Scores& scores,
           std::vector<Finding>* findings = nullptr);

} // namespace countercheck::cli
