// SPDX-License-Identifier: GPL-3.0-or-later
// W3C Web Annotation Data Model: one annotation a claim. The target is the article as it was captured (TimeState with
// the moment and a name by its bytes); the place is told twice, by quote with what stands around it and by position in
// code points of the stored text.
#include "core/dossier/canonical.h"
#include "core/printing/json.h"
#include "core/printing/outgoing.h"
#include "core/printing/writers.h"
#include "core/report/codepoints.h"
#include "core/report/escape.h"
#include "core/report/sentence.h"

#include <algorithm>

namespace countercheck::printing {

namespace {

/// At most `most` bytes before `end`, cut between code points.
std::string_view before(std::string_view text, std::size_t end, std::size_t most) {
    std::size_t begin = end > most ? end - most : 0;
    while (begin < end && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80)
        ++begin;
    return text.substr(begin, end - begin);
}
std::string_view after(std::string_view text, std::size_t begin, std::size_t most) {
    std::size_t end = std::min(begin + most, text.size());
    while (end > begin && end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80)
        --end;
    return text.substr(begin, end - begin);
}

class Collection {
public:
    Collection(const dossier::Dossier& dossier, const Order& order) : d_(dossier), order_(order) {
        for (const dossier::Article& article : d_.articles)
            points_.emplace_back(std::string_view(article.text));
    }

    std::string write() {
        const std::vector<Outgoing> all = outgoing(d_, order_, true);
        std::uint64_t total = 0;
        for (const Outgoing& one : all)
            for (const compare::QuestionClaim& claim : one.question->claims)
                total += claim.article < d_.articles.size() ? 1 : 0;
        const report::Statement statement = statementOf(d_, order_);
        const std::string id = "urn:uuid:" + uuid("collection");
        json_.beginObject();
        json_.beginArray("@context");
        json_.string("http://www.w3.org/ns/anno.jsonld");
        json_.beginObject(); // what is ours has names of ours
        json_.member("countercheck", "urn:x-countercheck:");
        for (const char* const name : {"question", "relation", "mark", "subjectHash", "publicKey", "signature",
                                       "signedOffBy", "signedOffAt", "checkedBy", "sources", "seal"})
            json_.member(name, std::string("countercheck:") + name);
        json_.endObject();
        json_.endArray();
        json_.member("id", id);
        json_.member("type", "AnnotationCollection");
        json_.member("label", d_.title.empty() ? report::form(order_.language, "summary.untitled") : d_.title);
        json_.member("created", order_.asOf);
        json_.beginObject("creator");
        json_.member("type", "Person");
        json_.member("name", order_.by);
        json_.endObject();
        json_.beginObject("generator");
        json_.member("type", "Software");
        json_.member("name", "Countercheck " COUNTERCHECK_VERSION);
        json_.endObject();
        json_.member("seal", report::sealOf(statement));
        json_.beginArray("sources");
        for (const dossier::Article& article : d_.articles)
            json_.object({{"id", addressOf(article)},
                          {"label", article.info.title.empty() ? report::articleName(article) : article.info.title},
                          {"created", article.capturedAt},
                          {"subjectHash", article.id.sha256}});
        json_.endArray();
        json_.member("total", total);
        json_.beginObject("first");
        json_.member("id", "urn:uuid:" + uuid("page"));
        json_.member("type", "AnnotationPage");
        json_.member("partOf", id);
        json_.member("startIndex", std::uint64_t{0});
        json_.beginArray("items");
        for (const Outgoing& one : all)
            for (std::size_t i = 0; i < one.question->claims.size(); ++i)
                if (one.question->claims[i].article < d_.articles.size())
                    annotation(one, i);
        json_.endArray();
        json_.endObject();
        json_.endObject();
        return json_.text();
    }

private:
    const dossier::Dossier& d_;
    const Order& order_;
    std::vector<report::CodePoints> points_;
    Json json_;

    /// The same for the same thing of the same case: made of its hash, laid out as a UUID of version 8 (RFC 9562).
    [[nodiscard]] std::string uuid(const std::string& what) const {
        std::string hex = dossier::Canonical("countercheck-annotation-1").add(d_.lastHash).add(what).hash();
        hex[12] = '8';
        hex[16] = '8';
        return hex.substr(0, 8) + "-" + hex.substr(8, 4) + "-" + hex.substr(12, 4) + "-" + hex.substr(16, 4) + "-" +
               hex.substr(20, 12);
    }

    void annotation(const Outgoing& one, std::size_t index) {
        const compare::QuestionClaim& claim = one.question->claims[index];
        const dossier::Decisions& decisions = *one.decisions;
        json_.beginObject();
        json_.member("id", "urn:uuid:" + uuid(one.question->key + "\n" + std::to_string(index)));
        json_.member("type", "Annotation");
        json_.member("motivation", "assessing");
        json_.memberIf("created", decisions.verdict ? momentOf(decisions.verdict->stamp.at) : std::string());
        json_.memberIf("modified", one.isSigned ? momentOf(decisions.signOff->stamp.at) : std::string());
        if (decisions.verdict) {
            json_.beginObject("creator");
            json_.member("type", "Person");
            json_.member("name", decisions.verdict->stamp.by);
            json_.endObject();
        }
        json_.beginArray("body");
        body("describing", one.title);
        body("commenting", one.sentence);
        body("classifying",
             report::form(order_.language, "verdict." + std::string(dossier::verdictStateName(
                                                            decisions.verdict ? decisions.verdict->state
                                                                              : dossier::VerdictState::Unchecked))));
        json_.endArray();
        target(claim);
        json_.member("question", one.question->key);
        json_.member("relation", one.question->status() ? compare::relationKindName(*one.question->status())
                                                        : std::string_view("single-source"));
        json_.member("mark", one.mark);
        if (decisions.verdict)
            json_.member("checkedBy", decisions.verdict->stamp.by);
        if (one.isSigned) {
            json_.member("signedOffBy", decisions.signOff->stamp.by);
            json_.member("signedOffAt", decisions.signOff->stamp.at);
            json_.member("subjectHash", decisions.signOff->subjectHash);
            json_.memberIf("publicKey", decisions.signOff->publicKey);
            json_.memberIf("signature", decisions.signOff->signature);
        }
        json_.endObject();
    }
    void body(std::string_view purpose, std::string_view words) {
        json_.object({{"type", "TextualBody"},
                      {"purpose", purpose},
                      {"format", "text/plain"},
                      {"language", report::languageCode(order_.language)},
                      {"value", words}});
    }
    void target(const compare::QuestionClaim& claim) {
        const dossier::Article& article = d_.articles[claim.article];
        const std::string_view text = article.text;
        const std::size_t begin = std::min<std::size_t>(claim.words.begin, text.size());
        const std::size_t end = std::clamp<std::size_t>(claim.words.end, begin, text.size());
        json_.beginObject("target");
        json_.member("source", addressOf(article));
        const std::string copy = nameOfBytes(article.id.sha256);
        if (!copy.empty() || !momentOf(article.capturedAt).empty()) {
            json_.beginObject("state");
            json_.member("type", "TimeState");
            json_.memberIf("sourceDate", momentOf(article.capturedAt));
            json_.memberIf("cached", copy);
            json_.endObject();
        }
        json_.beginArray("selector");
        json_.beginObject();
        json_.member("type", "TextQuoteSelector");
        json_.exact("exact", text.substr(begin, end - begin));
        json_.exact("prefix", before(text, begin, 32));
        json_.exact("suffix", after(text, end, 32));
        json_.endObject();
        json_.beginObject();
        json_.member("type", "TextPositionSelector");
        json_.member("start", std::uint64_t{points_[claim.article].before(begin)});
        json_.member("end", std::uint64_t{points_[claim.article].before(end)});
        json_.endObject();
        json_.endArray();
        json_.endObject();
    }
};

} // namespace

std::string toAnnotations(const dossier::Dossier& dossier, const Order& order) {
    return Collection(dossier, order).write();
}

} // namespace countercheck::printing
