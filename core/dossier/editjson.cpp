// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dossier/editjson.h"

#include "core/dossier/logjson.h"

#include <rapidjson/error/en.h>
#include <rapidjson/reader.h>

#include <algorithm>
#include <array>
#include <initializer_list>

namespace countercheck::dossier {

namespace {

using logjson::Value;

struct Wrong {
    std::string message;
};

/// A member that must be a string.
std::string needed(const Value& object, const char* name) {
    const Value* value = logjson::member(object, name);
    if (!value)
        throw Wrong{"“" + std::string(name) + "” is missing"};
    if (!value->IsString())
        throw Wrong{"“" + std::string(name) + "” must be a string"};
    return {value->GetString(), value->GetStringLength()};
}
std::string optional(const Value& object, const char* name) {
    return logjson::member(object, name) ? needed(object, name) : std::string();
}

/// Keeps the digits of "low" and "high" as they were written: a double would not.
struct NumberKeeper : rapidjson::BaseReaderHandler<rapidjson::UTF8<>, NumberKeeper> {
    int depth = 0;
    std::string key, low, high;
    bool Key(const char* text, rapidjson::SizeType length, bool) {
        if (depth == 1)
            key.assign(text, length);
        return true;
    }
    bool RawNumber(const char* text, rapidjson::SizeType length, bool) {
        if (depth == 1 && (key == "low" || key == "high"))
            (key == "low" ? low : high).assign(text, length);
        return true;
    }
    bool StartObject() { return ++depth > 0; }
    bool EndObject(rapidjson::SizeType) { return --depth >= 0; }
    bool StartArray() { return ++depth > 0; }
    bool EndArray(rapidjson::SizeType) { return --depth >= 0; }
};

std::string figure(const Value& object, const char* name, const std::string& digits) {
    const Value* value = logjson::member(object, name);
    if (!value)
        return {};
    if (value->IsString())
        return {value->GetString(), value->GetStringLength()};
    if (!value->IsNumber())
        throw Wrong{"“" + std::string(name) + "” must be a number, a string of plain digits, or null"};
    if (digits.find_first_of("eE") != std::string::npos)
        throw Wrong{"“" + std::string(name) + "” is " + digits + ": write it without an exponent"};
    return digits;
}

void only(const Value& object, std::initializer_list<std::string_view> names) {
    for (const auto& item : object.GetObject()) {
        const std::string_view name(item.name.GetString(), item.name.GetStringLength());
        if (name != "edit" && name != "id" && std::find(names.begin(), names.end(), name) == names.end())
            throw Wrong{"“" + std::string(name) + "” is not a member of this edit"};
    }
}

std::uint32_t offset(const Value& object, const char* name) {
    const Value* value = logjson::member(object, name);
    if (!value || !value->IsUint())
        throw Wrong{"“" + std::string(name) + "” must be a whole number of code points"};
    return value->GetUint();
}

std::vector<ClaimAnchor> anchors(const Value& object) {
    const Value* claims = logjson::member(object, "claims");
    if (!claims)
        return {};
    if (!claims->IsArray())
        throw Wrong{"“claims” must be a list of {article, start, end, quote}"};
    std::vector<ClaimAnchor> result;
    for (const auto& claim : claims->GetArray()) {
        if (!claim.IsObject())
            throw Wrong{"“claims” must hold objects: {article, start, end, quote}"};
        result.push_back(
            {{needed(claim, "article")}, offset(claim, "start"), offset(claim, "end"), needed(claim, "quote")});
    }
    return result;
}

/// {"edit":"correct","kind":"split","question":KEY,"claims":[{article,start,end,quote}], …}: see Correction.
Correction correction(const Value& object) {
    only(object, {"kind", "question", "claims", "articles", "text", "reason", "value", "low", "high", "qualifier",
                  "unit", "from", "to", "attribution"});
    const std::string kind = needed(object, "kind");
    const auto known = correctionKindFromName(kind);
    if (!known)
        throw Wrong{"“kind” is “" + kind + "”: it must be rename, split, relation, mark, value or lineage"};
    Correction result;
    result.kind = *known;
    result.question.value = optional(object, "question");
    result.claims = anchors(object);
    if (const Value* articles = logjson::member(object, "articles")) {
        if (!articles->IsArray())
            throw Wrong{"“articles” must be a list of two article ids"};
        for (const auto& article : articles->GetArray())
            if (article.IsString())
                result.articles.push_back({{article.GetString(), article.GetStringLength()}});
    }
    result.text = optional(object, "text");
    result.reason = optional(object, "reason");
    for (const auto& [name, slot] :
         {std::pair("value", &result.value), std::pair("low", &result.low), std::pair("high", &result.high),
          std::pair("qualifier", &result.qualifier), std::pair("unit", &result.unit), std::pair("from", &result.from),
          std::pair("to", &result.to), std::pair("attribution", &result.attribution)})
        if (logjson::member(object, name))
            *slot = needed(object, name);
    return result;
}

Edit readEdit(const Value& object, std::string_view line) {
    const std::string edit = needed(object, "edit");
    const auto question = [&] { return QuestionKey{needed(object, "question")}; };
    if (edit == "person") {
        only(object, {"name", "role", "key"});
        const std::string role = needed(object, "role");
        const auto known = roleFromName(role);
        if (!known)
            throw Wrong{"“role” is “" + role + "”: it must be checker, editor, head or viewer"};
        return SetPerson{{needed(object, "name"), *known, optional(object, "key")}};
    }
    if (edit == "verdict") {
        only(object, {"question", "state", "note", "primary", "supersededBy"});
        const std::string state = needed(object, "state");
        const auto known = verdictStateFromName(state);
        if (!known)
            throw Wrong{"“state” is “" + state +
                        "”: it must be unchecked, checking, verified, disputed, false, unverifiable or outdated"};
        return SetVerdict{question(), *known, optional(object, "note"), optional(object, "primary"),
                          optional(object, "supersededBy")};
    }
    if (edit == "propose") {
        only(object, {"question", "wording", "low", "high", "lowSource", "highSource"});
        NumberKeeper keeper;
        rapidjson::MemoryStream stream(line.data(), line.size());
        rapidjson::Reader reader;
        reader.Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseNumbersAsStringsFlag>(stream, keeper);
        return Propose{question(),
                       needed(object, "wording"),
                       figure(object, "low", keeper.low),
                       figure(object, "high", keeper.high),
                       optional(object, "lowSource"),
                       optional(object, "highSource")};
    }
    if (edit == "sign-off") {
        only(object, {"question"});
        return SignOffFigure{question(), nullptr};
    }
    if (edit == "revoke") {
        only(object, {"question", "reason"});
        return Revoke{question(), needed(object, "reason")};
    }
    if (edit == "note") {
        only(object, {"question", "text"});
        return AddNote{question(), needed(object, "text")};
    }
    if (edit == "evidence") {
        only(object, {"question", "file", "note", "url"});
        const bool there = logjson::member(object, "url") != nullptr;
        return AddEvidence{question(),
                           there ? optional(object, "file") : needed(object, "file"),
                           {},
                           optional(object, "note"),
                           optional(object, "url")};
    }
    if (edit == "send-back") {
        only(object, {"question", "comment"});
        return SendBack{question(), needed(object, "comment")};
    }
    if (edit == "grade-source") {
        only(object, {"source", "grade", "reason"});
        return GradeSource{needed(object, "source"), needed(object, "grade"), needed(object, "reason")};
    }
    if (edit == "grade-information") {
        only(object, {"question", "source", "grade", "reason"});
        return GradeInformation{question(), needed(object, "source"), needed(object, "grade"),
                                needed(object, "reason")};
    }
    if (edit == "correct")
        return Correct{correction(object)};
    if (edit == "join") {
        only(object, {"questions"});
        const Value* questions = logjson::member(object, "questions");
        if (!questions || !questions->IsArray())
            throw Wrong{"“questions” must be a list of question keys"};
        Join join;
        for (const auto& key : questions->GetArray()) {
            if (!key.IsString())
                throw Wrong{"“questions” must hold strings only"};
            join.questions.push_back({{key.GetString(), key.GetStringLength()}});
        }
        return join;
    }
    if (edit == "dismiss") {
        only(object, {"question", "reason"});
        return Dismiss{question(), needed(object, "reason")};
    }
    if (edit == "title") {
        only(object, {"title"});
        return SetTitle{needed(object, "title")};
    }
    if (edit == "remove-article") {
        only(object, {"article"});
        return RemoveArticle{{needed(object, "article")}};
    }
    if (edit == "undo" || edit == "redo") {
        only(object, {});
        if (edit == "undo")
            return Undo{};
        return Redo{};
    }
    throw Wrong{"“edit” is “" + edit +
                "”: it must be person, verdict, propose, sign-off, revoke, note, evidence, join, dismiss, "
                "send-back, grade-source, grade-information, correct, title, remove-article, undo or redo"};
}

} // namespace

std::variant<Edit, EditProblem> editFromJson(std::string_view line) {
    rapidjson::Document document;
    if (!logjson::parse(line, document))
        return EditProblem{"not JSON: " + std::string(rapidjson::GetParseError_En(document.GetParseError())) +
                           " (at byte " + std::to_string(document.GetErrorOffset()) + ")"};
    if (!document.IsObject())
        return EditProblem{"not an edit: the line must be one JSON object"};
    try {
        return readEdit(document, line);
    } catch (const Wrong& wrong) {
        return EditProblem{wrong.message};
    }
}

std::string recordToJson(const Record& record) {
    logjson::Out out;
    out.beginObject();
    out.number("record", record.id.value);
    out.member("at", record.at);
    out.member("by", record.by);
    out.member("edit", record.edit);
    for (const auto& [name, text] : {std::pair("before", &record.before), std::pair("after", &record.after)}) {
        out.key(name);
        rapidjson::Document document;
        if (logjson::parse(*text, document))
            out.value(document);
        else
            out.string(*text);
    }
    out.member("previousHash", record.previousHash);
    out.member("hash", record.hash);
    out.endObject();
    return out.text();
}

} // namespace countercheck::dossier
