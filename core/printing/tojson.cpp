// SPDX-License-Identifier: GPL-3.0-or-later
// The case's data as one JSON object: what goes out, with the members that the command line's "questions" uses.
#include "core/printing/json.h"
#include "core/printing/outgoing.h"
#include "core/printing/writers.h"
#include "core/report/codepoints.h"
#include "core/report/values.h"
#include "core/text/explaining.h"

namespace countercheck::printing {

namespace {

void stamp(Json& json, const dossier::Stamp& stamp) {
    json.member("by", stamp.by);
    json.member("at", stamp.at);
}

class Data {
public:
    Data(const dossier::Dossier& dossier, const Order& order) : d_(dossier), order_(order) {
        for (const dossier::Article& article : d_.articles)
            points_.emplace_back(std::string_view(article.text));
    }

    std::string write() {
        const report::Statement statement = statementOf(d_, order_);
        json_.beginObject();
        json_.beginObject("countercheck");
        json_.member("program", statement.program);
        json_.member("asOf", statement.asOf);
        json_.member("exportedBy", statement.by);
        json_.member("language", report::languageCode(statement.language));
        json_.flag("includesUnsigned", statement.includeUnsigned);
        json_.member("records", statement.records);
        json_.memberOrNull("logHash", statement.log);
        json_.member("seal", report::sealOf(statement));
        json_.endObject();
        json_.member("title", d_.title);
        json_.beginArray("questions");
        for (const Outgoing& one : outgoing(d_, order_, true))
            question(one);
        json_.endArray();
        json_.beginArray("sources");
        for (std::uint32_t i = 0; i < d_.articles.size(); ++i)
            source(i);
        json_.endArray();
        json_.beginArray("lineage");
        for (const compare::Lineage& lineage : d_.comparison.lineage) {
            json_.beginObject();
            json_.member("a", report::articleLetter(lineage.a));
            json_.member("b", report::articleLetter(lineage.b));
            json_.member("relation", compare::lineageKindName(lineage.kind));
            json_.member("explanation", text::inEnglish(lineage.explanation));
            json_.endObject();
        }
        json_.endArray();
        json_.endObject();
        return json_.text();
    }

private:
    const dossier::Dossier& d_;
    const Order& order_;
    std::vector<report::CodePoints> points_;
    Json json_;

    void question(const Outgoing& one) {
        const compare::Question& question = *one.question;
        const dossier::Decisions& decisions = *one.decisions;
        json_.beginObject();
        json_.member("key", question.key);
        json_.member("title", one.title);
        json_.member("label", question.label);
        json_.member("kind", compare::questionKindName(question.kind));
        json_.member("status", question.status() ? compare::relationKindName(*question.status())
                                                 : std::string_view("single-source"));
        json_.member("sentence", one.sentence);
        json_.member("mark", one.mark);
        json_.memberOrNull("markedBecause", one.because);
        json_.member("figureState", dossier::figureStateName(decisions.figureState()));
        json_.member("origins", std::uint64_t{question.origins});
        json_.key("verdict");
        if (decisions.verdict) {
            json_.beginObject();
            json_.member("state", dossier::verdictStateName(decisions.verdict->state));
            json_.member("note", decisions.verdict->note);
            json_.memberOrNull("primary", decisions.verdict->primary);
            json_.memberOrNull("supersededBy", decisions.verdict->supersededBy);
            stamp(json_, decisions.verdict->stamp);
            json_.endObject();
        } else {
            json_.null();
        }
        json_.key("proposal");
        if (decisions.proposal) {
            json_.beginObject();
            json_.member("wording", decisions.proposal->wording);
            json_.member("low", read::Decimal::tryFrom(decisions.proposal->low));
            json_.member("high", read::Decimal::tryFrom(decisions.proposal->high));
            json_.memberOrNull("lowSource", decisions.proposal->lowSource);
            json_.memberOrNull("highSource", decisions.proposal->highSource);
            stamp(json_, decisions.proposal->stamp);
            json_.endObject();
        } else {
            json_.null();
        }
        json_.key("signOff");
        if (one.isSigned) {
            const dossier::SignOff& signOff = *decisions.signOff;
            json_.beginObject();
            stamp(json_, signOff.stamp);
            json_.flag("asserted", signOff.asserted);
            json_.member("subjectHash", signOff.subjectHash);
            json_.memberOrNull("publicKey", signOff.publicKey);
            json_.memberOrNull("signature", signOff.signature);
            json_.endObject();
        } else {
            json_.null();
        }
        json_.beginArray("claims");
        for (const compare::QuestionClaim& claim : question.claims)
            this->claim(claim);
        json_.endArray();
        json_.beginArray("relations");
        for (const compare::Relation& relation : question.relations) {
            json_.beginObject();
            json_.member("a", std::uint64_t{relation.a});
            json_.member("b", std::uint64_t{relation.b});
            json_.member("relation", compare::relationKindName(relation.kind));
            json_.member("reason", compare::reasonName(relation.reason));
            json_.memberOrNull("supersedes", relation.supersedes == compare::Supersedes::A   ? "a"
                                             : relation.supersedes == compare::Supersedes::B ? "b"
                                                                                             : "");
            json_.member("explanation", text::inEnglish(relation.explanation));
            json_.endObject();
        }
        json_.endArray();
        json_.beginArray("evidence");
        for (const dossier::Evidence& evidence : decisions.evidence) {
            json_.beginObject();
            json_.member("fileName", evidence.fileName);
            json_.memberOrNull("sha256", evidence.sha256);
            json_.memberOrNull("url", evidence.url);
            json_.member("note", evidence.note);
            stamp(json_, evidence.stamp);
            json_.endObject();
        }
        json_.endArray();
        json_.endObject();
    }

    void claim(const compare::QuestionClaim& claim) {
        const bool known = claim.article < d_.articles.size();
        json_.beginObject();
        json_.member("article", report::articleLetter(claim.article));
        json_.member("articleSha256",
                     known ? std::string_view(d_.articles[claim.article].id.sha256) : std::string_view());
        if (known) {
            const report::CodePoints& points = points_[claim.article];
            json_.member("start", std::uint64_t{points.before(claim.words.begin)});
            json_.member("end", std::uint64_t{points.before(claim.words.end)});
            json_.member("sentenceStart", std::uint64_t{points.before(claim.sentence.begin)});
            json_.member("sentenceEnd", std::uint64_t{points.before(claim.sentence.end)});
        }
        json_.member("text", claim.quote);
        if (claim.set) {
            json_.member("value", claim.set->headline);
            json_.member("low", claim.set->low);
            json_.member("high", claim.set->high);
            json_.flag("lowInclusive", claim.set->lowInclusive);
            json_.flag("highInclusive", claim.set->highInclusive);
            json_.member("qualifier", read::qualifierName(claim.set->qualifier));
        }
        json_.memberOrNull("unit", claim.unit);
        if (claim.time) {
            json_.memberOrNull("from", claim.time->openFrom ? std::string() : read::isoTime(claim.time->from));
            json_.memberOrNull("to", claim.time->openTo ? std::string() : read::isoTime(claim.time->to));
        }
        json_.memberOrNull("attribution", claim.attribution);
        json_.memberOrNull("via", claim.via);
        json_.member("modality", read::modalityName(claim.modality));
        json_.member("polarity", claim.negative ? "negative" : "positive");
        json_.endObject();
    }

    void source(std::uint32_t index) {
        const dossier::Article& article = d_.articles[index];
        json_.beginObject();
        json_.member("letter", report::articleLetter(index));
        json_.memberOrNull("title", article.info.title);
        json_.member("publisher", report::articleName(article));
        json_.memberOrNull("published", article.info.published);
        json_.memberOrNull("url", article.info.url);
        json_.memberOrNull("language", article.info.language);
        json_.member("fileName", article.fileName);
        json_.member("capturedAt", article.capturedAt);
        json_.member("sha256", article.id.sha256);
        json_.endObject();
    }
};

} // namespace

std::string toJson(const dossier::Dossier& dossier, const Order& order) {
    return Data(dossier, order).write();
}

} // namespace countercheck::printing
