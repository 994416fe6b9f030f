// SPDX-License-Identifier: GPL-3.0-or-later
// A comparison as the machine interface has it: questions with their claims and relations, and lineage. Byte spans of
// the captured texts become code points here.
#pragma once

#include "app/cli/jsonwriter.h"
#include "core/compare/question.h"
#include "core/read/mentions.h"
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

/// A member that is a number, or null.
[[gnu::always_inline]] inline void writeDecimal(JsonMembers& json, std::string_view name,
                                                const std::optional<read::Decimal>& value) {
    if (!value)
        json.memberNull(name);
    else
        json.memberBy(
            name, [&](char* at) { return value->writeTo(at); }, [&] { return value->toString(); });
}
inline void writeDecimal(JsonWriter& json, std::string_view name, const std::optional<read::Decimal>& value) {
    if (!value)
        json.memberNull(name);
    else if (!json.memberBy(name, [&](char* at) { return value->writeTo(at); }))
        json.raw(value->toString());
}
extern const JsonWords<read::Qualifier, read::Qualifier::Vague> qualifiersInJson;
/// "low":3,"high":null,"lowInclusive":true,… of a figure's set, as in both commands.
[[gnu::always_inline]] inline void writeBounds(JsonMembers& json, const read::FigureSet& set) {
    writeDecimal(json, "low", set.low);
    writeDecimal(json, "high", set.high);
    json.member("lowInclusive", set.lowInclusive);
    json.member("highInclusive", set.highInclusive);
    json.member("qualifier", qualifiersInJson[set.qualifier]);
}
/// "2026-01-11" or "2026-01-11T21:00" with its quotes, for a full minute in a year of four digits: nearly every time.
/// Null for others.
char* writeMinute(char* to, std::int64_t seconds);
/// An instant as a JSON string; null where ISO 8601 has no form for it.
std::string instantInJson(std::int64_t seconds);
[[gnu::always_inline]] inline void writeInstant(JsonMembers& json, std::string_view name, bool known,
                                                std::int64_t seconds) {
    if (!known)
        json.memberNull(name);
    else
        json.memberBy(
            name, [seconds](char* at) { return writeMinute(at, seconds); },
            [seconds] { return instantInJson(seconds); });
}
/// "from":…,"to":… as ISO 8601, null where the stretch is open or nothing is known.
[[gnu::always_inline]] inline void writeSpanOfTime(JsonMembers& json, const std::optional<read::TimeSpan>& time) {
    writeInstant(json, "from", time && !time->openFrom, time ? time->from : 0);
    writeInstant(json, "to", time && !time->openTo, time ? time->to : 0);
}
/// The machine interface's word for how a question stands: its gravest relation, or "single-source".
std::string_view statusName(const compare::Question& question);

} // namespace countercheck::cli
