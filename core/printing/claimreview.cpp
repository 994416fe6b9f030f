// SPDX-License-Identifier: GPL-3.0-or-later
// A graph of ClaimReview nodes (schema.org), one a question, and one Report that says of what case they are. A rating
// is a number only where a person found it verified (5) or false (1); what is disputed has a name and no number.
#include "core/printing/json.h"
#include "core/printing/outgoing.h"
#include "core/printing/writers.h"
#include "core/report/escape.h"
#include "core/report/sentence.h"

#include <algorithm>

namespace countercheck::printing {

namespace {

class Graph {
public:
    Graph(const dossier::Dossier& dossier, const Order& order) : d_(dossier), order_(order) {}

    std::string write() {
        const std::vector<Outgoing> all = outgoing(d_, order_);
        json_.beginObject();
        json_.member("@context", "https://schema.org");
        json_.beginArray("@graph");
        for (const Outgoing& one : all)
            review(one);
        about();
        json_.endArray();
        json_.endObject();
        return json_.text();
    }

private:
    const dossier::Dossier& d_;
    const Order& order_;
    Json json_;

    [[nodiscard]] std::string say(std::string_view name, std::initializer_list<std::string_view> parts = {}) const {
        return report::form(order_.language, name, parts);
    }
    /// Where the review can be read: the page that the order names, or else a name by what was signed.
    [[nodiscard]] std::string urlOf(const Outgoing& one) const {
        if (!order_.url.empty())
            return order_.url;
        const std::string name = one.isSigned ? nameOfBytes(one.decisions->signOff->subjectHash) : std::string();
        return name.empty() ? nameOfBytes(d_.lastHash) : name;
    }
    void property(std::string_view id, std::string_view value) {
        if (value.empty())
            return;
        json_.object({{"@type", "PropertyValue"}, {"propertyID", id}, {"value", value}});
    }
    void named(std::string_view key, std::string_view type, std::string_view name) {
        json_.beginObject(key);
        json_.member("@type", type);
        json_.member("name", name);
        json_.endObject();
    }

    void article(std::uint32_t index) {
        const dossier::Article& article = d_.articles[index];
        json_.beginObject();
        json_.member("@type", "NewsArticle");
        json_.memberIf("headline", article.info.title);
        if (report::isWebAddress(article.info.url))
            json_.member("url", article.info.url);
        json_.memberIf("datePublished", article.info.published);
        json_.memberIf("inLanguage", article.info.language);
        if (!article.info.publisher.empty())
            named("publisher", "Organization", article.info.publisher);
        json_.beginObject("encoding");
        json_.member("@type", "MediaObject");
        json_.member("name", article.fileName);
        json_.memberIf("uploadDate", dateOf(article.capturedAt));
        json_.memberIf("dateCreated", article.capturedAt);
        json_.member("sha256", article.id.sha256);
        json_.endObject();
        json_.endObject();
    }

    void review(const Outgoing& one) {
        const dossier::Decisions& decisions = *one.decisions;
        const dossier::VerdictState state =
            decisions.verdict ? decisions.verdict->state : dossier::VerdictState::Unchecked;
        json_.beginObject();
        json_.member("@type", "ClaimReview");
        json_.member("url", urlOf(one));
        json_.member("name", one.title);
        json_.member("inLanguage", report::languageCode(order_.language));
        // What is reviewed is what was said. Of a verified line that is what is printed.
        static const dossier::Decisions none;
        const std::string said = state == dossier::VerdictState::Verified
                                     ? one.sentence
                                     : report::sentenceFor(*one.question, one.values, d_, none, order_.language);
        json_.member("claimReviewed", said);
        json_.member("reviewBody", one.sentence);
        json_.member("datePublished", dateOf(one.isSigned        ? decisions.signOff->stamp.at
                                             : decisions.verdict ? decisions.verdict->stamp.at
                                                                 : order_.asOf));
        named("author", "Person",
              one.isSigned        ? decisions.signOff->stamp.by
              : decisions.verdict ? decisions.verdict->stamp.by
                                  : order_.by);
        if (decisions.verdict)
            named("contributor", "Person", decisions.verdict->stamp.by);
        credit(one);
        json_.beginObject("reviewRating");
        json_.member("@type", "Rating");
        if (state == dossier::VerdictState::Verified || state == dossier::VerdictState::False) {
            json_.member("ratingValue", std::uint64_t{state == dossier::VerdictState::Verified ? 5U : 1U});
            json_.member("bestRating", std::uint64_t{5});
            json_.member("worstRating", std::uint64_t{1});
        }
        json_.member("alternateName", capital(say("verdict." + std::string(dossier::verdictStateName(state)))));
        if (decisions.verdict)
            json_.memberIf("ratingExplanation", decisions.verdict->note);
        json_.endObject();
        claim(one, said);
        evidence(decisions);
        json_.beginArray("identifier");
        property("countercheck:question", one.question->key);
        if (one.isSigned) {
            property("countercheck:subject-sha256", decisions.signOff->subjectHash);
            property("countercheck:ed25519-public-key", decisions.signOff->publicKey);
            property("countercheck:ed25519-signature", decisions.signOff->signature);
        }
        json_.endArray();
        json_.endObject();
    }
    static std::string capital(std::string words) {
        if (!words.empty() && words[0] >= 'a' && words[0] <= 'z')
            words[0] = static_cast<char>(words[0] - 32);
        return words;
    }
    /// Who checked and who signed off, and the mark on what nobody did.
    void credit(const Outgoing& one) {
        const dossier::Decisions& decisions = *one.decisions;
        std::string words = decisions.verdict ? say("checked.by") + " " + decisions.verdict->stamp.by + ", " +
                                                    decisions.verdict->stamp.at
                                              : say("checked.nobody");
        if (one.isSigned)
            words += "; " + say("signed.by") + " " + decisions.signOff->stamp.by + ", " + decisions.signOff->stamp.at +
                     (decisions.signOff->asserted ? " " + say("signed.asserted") : std::string());
        else
            words += "; " + say("signed.nobody");
        json_.member("creditText", words);
        json_.member("creativeWorkStatus", one.because.empty() ? one.mark : one.because);
    }
    void claim(const Outgoing& one, const std::string& said) {
        json_.beginObject("itemReviewed");
        json_.member("@type", "Claim");
        json_.member("text", said);
        // Outlets that say something of their own are organisations; of those whom they name nobody knows.
        std::vector<std::string> outlets;
        std::vector<std::uint32_t> articles;
        bool named = false;
        for (const report::SourcedValue& value : one.values) {
            named = named || value.attributed;
            if (!value.attributed && std::find(outlets.begin(), outlets.end(), value.source) == outlets.end())
                outlets.push_back(value.source);
        }
        for (const compare::QuestionClaim& claim : one.question->claims)
            if (claim.article < d_.articles.size() &&
                std::find(articles.begin(), articles.end(), claim.article) == articles.end())
                articles.push_back(claim.article);
        if (!named && !outlets.empty()) {
            json_.beginArray("author");
            for (const std::string& outlet : outlets)
                json_.object({{"@type", "Organization"}, {"name", outlet}});
            json_.endArray();
        }
        json_.beginArray("appearance");
        for (const std::uint32_t index : articles)
            article(index);
        json_.endArray();
        json_.endObject();
    }
    void evidence(const dossier::Decisions& decisions) {
        if (decisions.evidence.empty())
            return;
        json_.beginArray("citation");
        for (const dossier::Evidence& exhibit : decisions.evidence) {
            json_.beginObject();
            json_.member("@type", "CreativeWork");
            json_.member("name", !exhibit.fileName.empty() ? exhibit.fileName
                                 : !exhibit.note.empty()   ? exhibit.note
                                                           : exhibit.url);
            json_.memberIf("description", exhibit.note);
            if (report::isWebAddress(exhibit.url))
                json_.member("url", exhibit.url);
            if (!exhibit.sha256.empty()) {
                json_.beginObject("encoding");
                json_.member("@type", "MediaObject");
                json_.member("sha256", exhibit.sha256);
                json_.endObject();
            }
            json_.endObject();
        }
        json_.endArray();
    }
    /// Of what case, as of when, from which articles.
    void about() {
        const report::Statement statement = statementOf(d_, order_);
        json_.beginObject();
        json_.member("@type", "Report");
        json_.member("name", say("summary.title", {d_.title.empty() ? say("summary.untitled") : d_.title}));
        json_.member("inLanguage", report::languageCode(order_.language));
        json_.member("dateCreated", order_.asOf);
        json_.memberIf("sdDatePublished", dateOf(order_.asOf));
        named("author", "Person", order_.by);
        json_.beginArray("isBasedOn");
        for (std::uint32_t i = 0; i < d_.articles.size(); ++i)
            article(i);
        json_.endArray();
        json_.beginArray("identifier");
        property("countercheck:records", std::to_string(statement.records));
        property("countercheck:log-sha256", statement.log);
        property("countercheck:seal", report::sealOf(statement));
        json_.endArray();
        json_.endObject();
    }
};

} // namespace

std::string toClaimReview(const dossier::Dossier& dossier, const Order& order) {
    return Graph(dossier, order).write();
}

} // namespace countercheck::printing
