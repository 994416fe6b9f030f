// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/comparisonjson.h"

#include "core/read/calendar.h"
#include "core/text/explaining.h"

#include <cstring>

namespace countercheck::cli {

namespace {

void writeClaim(JsonWriter& json, const compare::QuestionClaim& claim, compare::QuestionKind kind,
                const ArticleFace& article) {
    const auto points = [&](std::uint32_t byte) { return article.points.codePoints(byte); };
    json.beginObject();
    json.key("article");
    json.raw(article.id);
    json.member("start", points(claim.words.begin));
    json.member("end", points(claim.words.end));
    json.member("text", claim.words.of(article.text));
    json.member("sentenceStart", points(claim.sentence.begin));
    json.member("sentenceEnd", points(claim.sentence.end));
    if (claim.set) {
        const read::FigureSet& set = *claim.set;
        writeDecimal(json, "value", set.headline ? set.headline : set.low ? set.low : set.high);
        writeBounds(json, set);
    }
    if (claim.time || kind == compare::QuestionKind::Date || kind == compare::QuestionKind::Time)
        writeSpanOfTime(json, claim.time);
    json.memberOrNull("attribution", claim.attribution);
    json.member("modality", read::modalityName(claim.modality));
    json.member("polarity", claim.negative ? "negative" : "positive");
    json.endObject();
}

void writeRelation(JsonWriter& json, const compare::Relation& relation) {
    json.beginObject();
    json.member("a", relation.a);
    json.member("b", relation.b);
    json.member("relation", compare::relationKindName(relation.kind));
    json.member("reason", compare::reasonName(relation.reason));
    json.memberOrNull("supersedes", relation.supersedes == compare::Supersedes::A   ? "a"
                                    : relation.supersedes == compare::Supersedes::B ? "b"
                                                                                    : "");
    json.member("explanation", text::inEnglish(relation.explanation));
    json.endObject();
}

/// "2026-01-11" with its quotes, for the beginning of a day in a year of four digits: nearly every time. Null for
/// others.
char* writeDay(char* to, std::int64_t seconds) {
    const std::int64_t day = read::dayOfSecond(seconds);
    if (day * read::secondsPerDay != seconds)
        return nullptr;
    const read::CivilDate date = read::civilFromDays(day);
    if (date.year < 1000 || date.year > 9999)
        return nullptr;
    const auto two = [](char* at, int value) {
        at[0] = static_cast<char>('0' + value / 10);
        at[1] = static_cast<char>('0' + value % 10);
    };
    std::memcpy(to, "\"....-..-..\"", 12);
    two(to + 1, date.year / 100);
    two(to + 3, date.year % 100);
    two(to + 6, date.month);
    two(to + 9, date.day);
    return to + 12;
}

[[gnu::always_inline]] inline void writeInstant(JsonWriter& json, std::string_view name, bool known,
                                                std::int64_t seconds) {
    if (!known) {
        json.memberNull(name);
    } else if (!json.memberBy(name, [seconds](char* at) { return writeDay(at, seconds); })) {
        const std::string iso = read::isoTime(seconds);
        iso.empty() ? json.null() : json.string(iso);
    }
}

const JsonWords<read::Qualifier, read::Qualifier::Vague> qualifiers(read::qualifierName);

} // namespace

std::string_view statusName(const compare::Question& question) {
    const auto status = question.status();
    return status ? compare::relationKindName(*status) : "single-source";
}

void writeBounds(JsonWriter& json, const read::FigureSet& set) {
    writeDecimal(json, "low", set.low);
    writeDecimal(json, "high", set.high);
    json.member("lowInclusive", set.lowInclusive);
    json.member("highInclusive", set.highInclusive);
    json.member("qualifier", qualifiers[set.qualifier]);
}

void writeSpanOfTime(JsonWriter& json, const std::optional<read::TimeSpan>& time) {
    writeInstant(json, "from", time && !time->openFrom, time ? time->from : 0);
    writeInstant(json, "to", time && !time->openTo, time ? time->to : 0);
}

void writeQuestions(JsonWriter& json, const std::vector<compare::Question>& questions,
                    const std::vector<ArticleFace>& articles, const MoreOfQuestion& more) {
    json.key("questions");
    json.beginArray();
    for (const compare::Question& question : questions) {
        json.beginObject();
        json.member("id", question.key);
        json.member("label", question.label);
        json.member("kind", compare::questionKindName(question.kind));
        json.member("status", statusName(question));
        if (more)
            more(json, question);
        json.key("claims");
        json.beginArray();
        for (const compare::QuestionClaim& claim : question.claims)
            writeClaim(json, claim, question.kind, articles.at(claim.article));
        json.endArray();
        json.key("relations");
        json.beginArray();
        for (const compare::Relation& relation : question.relations)
            writeRelation(json, relation);
        json.endArray();
        json.endObject();
    }
    json.endArray();
}

void writeLineage(JsonWriter& json, const std::vector<compare::Lineage>& lineage,
                  const std::vector<ArticleFace>& articles) {
    json.key("lineage");
    json.beginArray();
    for (const compare::Lineage& link : lineage) {
        const ArticleFace& a = articles.at(link.a);
        const ArticleFace& b = articles.at(link.b);
        json.beginObject();
        json.key("a");
        json.raw(a.id);
        json.key("b");
        json.raw(b.id);
        json.member("relation", compare::lineageKindName(link.kind));
        json.key("similarity");
        json.share(link.similarity);
        json.key("evidence");
        json.beginArray();
        for (const compare::LineageRun& run : link.evidence) {
            json.beginArray();
            json.number(a.points.codePoints(run.a.begin));
            json.number(a.points.codePoints(run.a.end));
            json.number(b.points.codePoints(run.b.begin));
            json.number(b.points.codePoints(run.b.end));
            json.endArray();
        }
        json.endArray();
        json.endObject();
    }
    json.endArray();
}

} // namespace countercheck::cli
