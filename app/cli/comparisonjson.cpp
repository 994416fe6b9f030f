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
    JsonMembers members(json);
    members.memberRaw("article", article.id);
    members.member("start", points(claim.words.begin));
    members.member("end", points(claim.words.end));
    members.member("text", claim.words.of(article.text));
    members.member("sentenceStart", points(claim.sentence.begin));
    members.member("sentenceEnd", points(claim.sentence.end));
    if (claim.set) {
        const read::FigureSet& set = *claim.set;
        writeDecimal(members, "value", set.headline ? set.headline : set.low ? set.low : set.high);
        writeBounds(members, set);
    }
    if (claim.time || kind == compare::QuestionKind::Date || kind == compare::QuestionKind::Time)
        writeSpanOfTime(members, claim.time);
    members.memberOrNull("attribution", claim.attribution);
    members.member("modality", read::modalityName(claim.modality));
    members.member("polarity", std::string_view(claim.negative ? "negative" : "positive"));
    members.end();
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

} // namespace

char* writeMinute(char* to, std::int64_t seconds) {
    const std::int64_t day = read::dayOfSecond(seconds);
    const auto rest = static_cast<int>(seconds - day * read::secondsPerDay);
    const read::CivilDate date = read::civilFromDays(day);
    if (rest % 60 != 0 || date.year < 1000 || date.year > 9999)
        return nullptr;
    const auto two = [](char* at, int value) {
        at[0] = static_cast<char>('0' + value / 10);
        at[1] = static_cast<char>('0' + value % 10);
    };
    std::memcpy(to, "\"....-..-..T..:..\"", 18);
    two(to + 1, date.year / 100);
    two(to + 3, date.year % 100);
    two(to + 6, date.month);
    two(to + 9, date.day);
    two(to + 12, rest / 3600);
    two(to + 15, rest / 60 % 60);
    to[11] = rest == 0 ? '"' : 'T';
    return to + (rest == 0 ? 12 : 18);
}

std::string instantInJson(std::int64_t seconds) {
    const std::string iso = read::isoTime(seconds);
    std::string json;
    if (iso.empty())
        return "null";
    appendJsonString(json, iso);
    return json;
}

const JsonWords<read::Qualifier, read::Qualifier::Vague> qualifiersInJson(read::qualifierName);

std::string_view statusName(const compare::Question& question) {
    const auto status = question.status();
    return status ? compare::relationKindName(*status) : "single-source";
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
