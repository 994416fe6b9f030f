// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dossier/logjson.h"

#include <array>
#include <utility>

namespace countercheck::dossier::logjson {

namespace {

using Field = std::optional<std::string> Correction::*;
constexpr std::array<std::pair<const char*, Field>, 8> valueFields{{{"value", &Correction::value},
                                                                    {"low", &Correction::low},
                                                                    {"high", &Correction::high},
                                                                    {"qualifier", &Correction::qualifier},
                                                                    {"unit", &Correction::unit},
                                                                    {"from", &Correction::from},
                                                                    {"to", &Correction::to},
                                                                    {"attribution", &Correction::attribution}}};

void writeStamp(Out& out, const Stamp& stamp) {
    out.member("by", stamp.by);
    out.member("at", stamp.at);
}
/// Records made before there was such a member stay as they are.
void memberUnlessEmpty(Out& out, std::string_view name, const std::string& text) {
    if (!text.empty())
        out.member(name, text);
}
Stamp readStamp(const Value& value) {
    return {text(value, "by"), text(value, "at")};
}

} // namespace

bool parse(std::string_view json, rapidjson::Document& document) {
    // What is written again is walked with recursion.
    int depth = 0;
    bool quoted = false;
    for (std::size_t i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (quoted) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                quoted = false;
        } else if (c == '"') {
            quoted = true;
        } else if (c == '[' || c == '{') {
            if (++depth > deepest)
                return false;
        } else if (c == ']' || c == '}') {
            --depth;
        }
    }
    document.Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag>(json.data(), json.size());
    return !document.HasParseError();
}

const Value* member(const Value& object, const char* name) {
    if (!object.IsObject())
        return nullptr;
    const auto found = object.FindMember(name);
    return found == object.MemberEnd() || found->value.IsNull() ? nullptr : &found->value;
}

std::string text(const Value& object, const char* name) {
    const Value* value = member(object, name);
    return value && value->IsString() ? std::string(value->GetString(), value->GetStringLength()) : std::string();
}

void write(Out& out, const std::optional<Verdict>& verdict) {
    if (!verdict)
        return out.null();
    out.beginObject();
    out.member("state", verdictStateName(verdict->state));
    out.member("note", verdict->note);
    memberUnlessEmpty(out, "primary", verdict->primary);
    memberUnlessEmpty(out, "supersededBy", verdict->supersededBy);
    writeStamp(out, verdict->stamp);
    out.endObject();
}

void write(Out& out, const std::optional<Proposal>& proposal) {
    if (!proposal)
        return out.null();
    out.beginObject();
    out.member("wording", proposal->wording);
    out.member("low", proposal->low);
    out.member("high", proposal->high);
    memberUnlessEmpty(out, "lowSource", proposal->lowSource);
    memberUnlessEmpty(out, "highSource", proposal->highSource);
    writeStamp(out, proposal->stamp);
    out.endObject();
}

void write(Out& out, const std::optional<Signed>& signedOff) {
    if (!signedOff)
        return out.null();
    out.beginObject();
    out.member("subject", signedOff->signOff.subjectHash);
    out.member("claims", signedOff->subject.claims);
    out.member("verdict", signedOff->subject.verdict);
    out.member("wording", signedOff->subject.wording);
    out.member("evidence", signedOff->subject.evidence);
    out.boolean("asserted", signedOff->signOff.asserted);
    memberUnlessEmpty(out, "publicKey", signedOff->signOff.publicKey);
    memberUnlessEmpty(out, "signature", signedOff->signOff.signature);
    writeStamp(out, signedOff->signOff.stamp);
    out.endObject();
}

void write(Out& out, const std::optional<Taken>& taken) {
    if (!taken)
        return out.null();
    out.beginObject();
    out.member("reason", taken->reason);
    writeStamp(out, taken->stamp);
    out.endObject();
}

void write(Out& out, const Note& note) {
    out.beginObject();
    out.member("text", note.text);
    writeStamp(out, note.stamp);
    out.endObject();
}

void write(Out& out, const Evidence& evidence) {
    out.beginObject();
    out.member("file", evidence.fileName);
    out.member("sha256", evidence.sha256);
    out.number("bytes", evidence.bytes);
    out.member("note", evidence.note);
    memberUnlessEmpty(out, "url", evidence.url);
    writeStamp(out, evidence.stamp);
    out.endObject();
}

void write(Out& out, const std::optional<Grade>& grade) {
    if (!grade)
        return out.null();
    out.beginObject();
    out.member("grade", grade->grade);
    out.member("reason", grade->reason);
    writeStamp(out, grade->stamp);
    out.endObject();
}

void writeMembers(Out& out, const Correction& correction) {
    out.member("kind", correctionKindName(correction.kind));
    memberUnlessEmpty(out, "question", correction.question.value);
    memberUnlessEmpty(out, "label", correction.label);
    if (!correction.anchors.empty()) {
        out.key("anchors");
        write(out, correction.anchors);
    }
    if (!correction.claims.empty()) {
        out.key("claims");
        write(out, correction.claims);
    }
    if (!correction.articles.empty()) {
        out.key("articles");
        out.beginArray();
        for (const auto& article : correction.articles)
            out.string(article.sha256);
        out.endArray();
    }
    memberUnlessEmpty(out, "text", correction.text);
    memberUnlessEmpty(out, "reason", correction.reason);
    for (const auto& [name, slot] : valueFields)
        if (const auto& field = correction.*slot)
            out.member(name, *field);
}

void write(Out& out, const std::vector<ClaimAnchor>& anchors) {
    out.beginArray();
    for (const auto& anchor : anchors) {
        out.beginObject();
        out.member("article", anchor.article.sha256);
        out.number("start", anchor.start);
        out.number("end", anchor.end);
        out.member("quote", anchor.quote);
        out.endObject();
    }
    out.endArray();
}

bool read(const Value& value, Verdict& verdict) {
    const auto state = verdictStateFromName(text(value, "state"));
    if (!state)
        return false;
    verdict = {*state, text(value, "note"), readStamp(value), text(value, "primary"), text(value, "supersededBy")};
    return true;
}

bool read(const Value& value, Proposal& proposal) {
    if (!value.IsObject())
        return false;
    proposal = {text(value, "wording"), text(value, "low"),       text(value, "high"),
                readStamp(value),       text(value, "lowSource"), text(value, "highSource")};
    return true;
}

bool read(const Value& value, Signed& signedOff) {
    if (!value.IsObject())
        return false;
    const Value* asserted = member(value, "asserted");
    signedOff.signOff = {readStamp(value), text(value, "subject"), !asserted || !asserted->IsFalse(),
                         text(value, "publicKey"), text(value, "signature")};
    signedOff.subject = {text(value, "claims"), text(value, "verdict"), text(value, "wording"),
                         text(value, "evidence")};
    return true;
}

bool read(const Value& value, Taken& taken) {
    if (!value.IsObject())
        return false;
    taken = {text(value, "reason"), readStamp(value)};
    return true;
}

bool read(const Value& value, Note& note) {
    if (!value.IsObject())
        return false;
    note = {text(value, "text"), readStamp(value)};
    return true;
}

bool read(const Value& value, Evidence& evidence) {
    const Value* bytes = member(value, "bytes");
    if (!value.IsObject() || !bytes || !bytes->IsUint64())
        return false;
    evidence = {text(value, "file"), text(value, "sha256"), bytes->GetUint64(),
                text(value, "note"), readStamp(value),      text(value, "url")};
    return true;
}

bool read(const Value& value, Grade& grade) {
    if (!value.IsObject())
        return false;
    grade = {text(value, "grade"), text(value, "reason"), readStamp(value)};
    return true;
}

bool read(const Value& value, Correction& correction) {
    const auto kind = correctionKindFromName(text(value, "kind"));
    if (!kind)
        return false;
    correction = {};
    correction.kind = *kind;
    correction.question.value = text(value, "question");
    correction.label = text(value, "label");
    correction.text = text(value, "text");
    correction.reason = text(value, "reason");
    const Value* anchors = member(value, "anchors");
    const Value* claims = member(value, "claims");
    if ((anchors && !read(*anchors, correction.anchors)) || (claims && !read(*claims, correction.claims)))
        return false;
    if (const Value* articles = member(value, "articles")) {
        if (!articles->IsArray())
            return false;
        for (const auto& article : articles->GetArray())
            if (article.IsString())
                correction.articles.push_back({{article.GetString(), article.GetStringLength()}});
    }
    for (const auto& [name, slot] : valueFields)
        if (member(value, name))
            correction.*slot = text(value, name);
    const auto claimsNeeded = [&]() -> std::size_t {
        switch (correction.kind) {
        case CorrectionKind::Relation:
            return 2;
        case CorrectionKind::Split:
        case CorrectionKind::Mark:
        case CorrectionKind::Value:
            return 1;
        case CorrectionKind::Rename:
        case CorrectionKind::Lineage:
            break;
        }
        return 0;
    };
    return correction.claims.size() >= claimsNeeded() && wrongWithValue(correction).empty() &&
           (correction.kind != CorrectionKind::Lineage || correction.articles.size() == 2);
}

bool read(const Value& value, std::vector<ClaimAnchor>& anchors) {
    if (!value.IsArray())
        return false;
    anchors.clear();
    for (const auto& item : value.GetArray()) {
        const Value* start = member(item, "start");
        const Value* end = member(item, "end");
        if (!start || !end || !start->IsUint() || !end->IsUint())
            return false;
        anchors.push_back({{text(item, "article")}, start->GetUint(), end->GetUint(), text(item, "quote")});
    }
    return true;
}

} // namespace countercheck::dossier::logjson
