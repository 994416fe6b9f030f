// SPDX-License-Identifier: GPL-3.0-or-later
// A comparison as the machine interface has it: questions with their claims and relations, and lineage. Byte spans of
// the captured texts become code points here.
#pragma once

#include "app/cli/jsonwriter.h"
#include "core/compare/question.h"
#include "core/text/reading.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace countercheck::cli {

/// What the writer has to know of each article that was compared. Reused from case to case.
struct ArticleFace {
    std::string id; ///< as JSON
    std::string_view text;
    text::CodePointIndex points;
};

/// Members that a caller adds to a question's object.
using MoreOfQuestion = std::function<void(JsonWriter&, const compare::Question&)>;

/// "questions":[…]
void writeQuestions(JsonWriter& json, const std::vector<compare::Question>& questions,
                    const std::vector<ArticleFace>& articles, const MoreOfQuestion& more = {});
/// "lineage":[…]
void writeLineage(JsonWriter& json, const std::vector<compare::Lineage>& lineage,
                  const std::vector<ArticleFace>& articles);

/// "low":3,"high":null,"lowInclusive":true,… of a figure's set, as in both commands.
void writeBounds(JsonWriter& json, const read::FigureSet& set);
/// A member that is a number, or null.
[[gnu::always_inline]] inline void writeDecimal(JsonWriter& json, std::string_view name,
                                                const std::optional<read::Decimal>& value) {
    if (!value)
        json.memberNull(name);
    else if (!json.memberBy(name, [&](char* at) { return value->writeTo(at); }))
        json.raw(value->toString());
}
/// "from":…,"to":… as ISO 8601, null where the stretch is open or nothing is known.
void writeSpanOfTime(JsonWriter& json, const std::optional<read::TimeSpan>& time);
/// The machine interface's word for how a question stands: its gravest relation, or "single-source".
std::string_view statusName(const compare::Question& question);

} // namespace countercheck::cli
