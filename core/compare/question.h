// SPDX-License-Identifier: GPL-3.0-or-later
// What comparing yields: questions that two or more claims answer, the relations between those claims, and which
// articles rest on which. Plain values: they are kept in the case as derived results and rebuilt at will. All spans
// here are byte spans of the article's *captured* text (decoded to UTF-8), so that they hold whatever cleaning a later
// engine does.
#pragma once

#include "core/compare/sharedvector.h"
#include "core/read/mentions.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace countercheck::compare {

using text::Span;

enum class QuestionKind : std::uint8_t {
    Count,
    Money,
    Measure,
    Percentage,
    Date,
    Time,
    Name,
    Place,
    Attribution,
    Polarity,
    Outcome,
    Cause,
    Quote
};
std::string_view questionKindName(QuestionKind kind); ///< "count", …
std::optional<QuestionKind> questionKindFromName(std::string_view name);

/// Gravest first: the order is the order of lists.
enum class RelationKind : std::uint8_t { Contradiction, Discrepancy, Refinement, Agreement };
std::string_view relationKindName(RelationKind kind); ///< "contradiction", …
std::optional<RelationKind> relationKindFromName(std::string_view name);

enum class Reason : std::uint8_t {
    Value,
    Bounds,
    Precision,
    Update,
    Scope,
    Spelling,
    Alias,
    Unit,
    Arithmetic,
    Wording,
    Attribution,
    Modality,
    Polarity
};
std::string_view reasonName(Reason reason); ///< "value", …
std::optional<Reason> reasonFromName(std::string_view name);

enum class Supersedes : std::uint8_t { None, A, B };

/// One claim as it stands in a question.
struct QuestionClaim {
    std::uint32_t article = 0; ///< index into the articles that were compared
    Span words;                ///< what is highlighted: the figure phrase, date, name or quote
    Span sentence;
    std::string quote; ///< the words themselves, as captured
    std::string shown; ///< for lists: the value in few words ("nearly 160", "Sunday, January 11, 2026")
    std::optional<read::FigureSet> set; ///< for a number
    std::string unit;                   ///< UCUM or ISO 4217; empty: none
    std::optional<read::TimeSpan> time; ///< for a date or time
    std::string attribution;            ///< who says so; empty: the report itself
    std::string via;                    ///< who passed it on ("AFP"); empty: nobody named
    read::Modality modality = read::Modality::Asserted;
    bool negative = false;  ///< polarity
    std::string derivation; ///< how the value came from the words, for people: "digits ← hedge-before:nearly"
    std::string person;     ///< who marked or corrected it; empty: as the engine found it
    bool operator==(const QuestionClaim&) const = default;
};

struct Relation {
    std::uint32_t a = 0, b = 0; ///< indexes into Question::claims, a < b
    RelationKind kind = RelationKind::Agreement;
    Reason reason = Reason::Value;
    Supersedes supersedes = Supersedes::None;
    std::string explanation; ///< one sentence with the values, the rule and what was assumed
    bool operator==(const Relation&) const = default;
};

struct Question {
    std::string key;   ///< stable through re-reading: made of what the question is about
    std::string label; ///< short noun phrase: "people abducted"
    std::string title; ///< for people: "How many people were abducted?"
    QuestionKind kind = QuestionKind::Count;
    // Shared: a question that the next comparison finds again costs nothing.
    SharedVector<QuestionClaim> claims; ///< in order of article, then place; never empty
    SharedVector<Relation> relations;   ///< gravest first
    SharedVector<std::string> because;  ///< why these claims answer one question, a line each, for people
    std::uint32_t origins = 0;          ///< independent origins among the claims; 0: unknown
    /// The gravest relation; nothing for a question that one source alone answers.
    [[nodiscard]] std::optional<RelationKind> status() const {
        return relations.empty() ? std::nullopt : std::optional(relations.front().kind);
    }
    bool operator==(const Question&) const = default;
};

enum class LineageKind : std::uint8_t { SameText, Derived, SharedSource };
std::string_view lineageKindName(LineageKind kind); ///< "same-text", …
std::optional<LineageKind> lineageKindFromName(std::string_view name);

struct LineageRun {
    Span a, b;
    bool operator==(const LineageRun&) const = default;
};

/// b is written from a (Derived), or a and b are one text, or both rest on one report.
struct Lineage {
    std::uint32_t a = 0, b = 0; ///< article indexes
    LineageKind kind = LineageKind::Derived;
    double similarity = 0; ///< share of the shorter text's words that stand in shared runs or sentences, 0 to 1
    std::vector<LineageRun> evidence; ///< the longest shared runs
    std::string explanation;
    bool operator==(const Lineage&) const = default;
};

/// Two questions that may be one: below the line, kept for a person to open.
struct NearMiss {
    std::string keyA, keyB;
    std::string because; ///< what speaks for it and what spoke against
    bool operator==(const NearMiss&) const = default;
};

struct Comparison {
    SharedVector<Question> questions; ///< gravest first, single-source ones last
    SharedVector<Lineage> lineage;
    SharedVector<NearMiss> nearMisses;
    std::vector<std::uint32_t> origin; ///< per article: the group of articles that count as one origin
    bool operator==(const Comparison&) const = default;
};

/// Changes whenever results may change: derived results with another stamp are rebuilt.
inline constexpr std::string_view engineVersion = "12";

} // namespace countercheck::compare
