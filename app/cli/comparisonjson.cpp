// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/comparisonjson.h"

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
        json.key("value");
        writeDecimal(json, set.headline ? set.headline : set.low ? set.low : set.high);
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
    json.member("explanation", relation.explanation);
    json.endObject();
}

} // namespace

std::string_view statusName(const compare::Question& question) {
    const auto status = question.status();
    return status ? compare::relationKindName(*status) : "single-source";
}

void writeDecimal(JsonWriter& json, const std::optional<read::Decimal>& value) {
    value ? json.raw(value->toString()) : json.null();
}

void writeBounds(JsonWriter& json, const read::FigureSet& set) {
    json.key("low");
    writeDecimal(json, set.low);
    json.key("high");
    writeDecimal(json, set.high);
    json.key("lowInclusive");
    json.boolean(set.lowInclusive);
    json.key("highInclusive");
    json.boolean(set.highInclusive);
    json.member("qualifier", read::qualifierName(set.qualifier));
}

void writeSpanOfTime(JsonWriter& json, const std::optional<read::TimeSpan>& time) {
    json.memberOrNull("from", time && !time->openFrom ? read::isoTime(time->from) : std::string());
    json.memberOrNull("to", time && !time->openTo ? read::isoTime(time->to) : std::string());
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
