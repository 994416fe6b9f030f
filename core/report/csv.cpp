// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/codepoints.h"
#include "core/report/report.h"
#include "core/report/values.h"

#include <algorithm>
#include <array>
#include <optional>

namespace countercheck::report {

namespace {

constexpr std::array<std::string_view, 42> columns = {
    "key",          "question",   "kind",       "status",      "verdict",       "figure state",   "signed off by",
    "claim words",  "value",      "low",        "high",        "low inclusive", "high inclusive", "qualifier",
    "unit",         "from",       "to",         "attribution", "via",           "modality",       "polarity",
    "article",      "title",      "publisher",  "published",   "url",           "sha256",         "start",
    "end",          "sentence",   "derivation", "mark",        "checked by",    "checked at",     "signed off at",
    "subject hash", "public key", "signature",  "captured at", "as of",         "case records",   "log hash"};

} // namespace

bool startsFormula(std::string_view text) {
    static constexpr std::array<std::string_view, 11> openings = {
        "=", "+", "-", "@", "\t", "\r", "\n", "\xEF\xBC\x9D", "\xEF\xBC\x8B", "\xEF\xBC\x8D", "\xEF\xBC\xA0"};
    for (const std::string_view opening : openings)
        if (text.starts_with(opening))
            return true;
    return false;
}

namespace {

class Row {
public:
    explicit Row(std::string& out) : out_(out) {}
    /// Words: quoted where needed, never a formula.
    void text(std::string_view given) {
        separate();
        const std::string words = clean(given);
        const bool formula = startsFormula(words);
        if (!formula && words.find_first_of(",\"\r\n") == std::string_view::npos) {
            out_ += words;
            return;
        }
        out_ += '"';
        if (formula)
            out_ += '\'';
        for (const char c : words) {
            if (c == '"')
                out_ += '"';
            out_ += c;
        }
        out_ += '"';
    }
    /// Made by us: digits, or a minus and digits; stays a number.
    void number(std::string_view digits) {
        separate();
        out_ += digits;
    }
    void number(const std::optional<read::Decimal>& value) { number(value ? value->toString() : std::string()); }
    void end() { out_ += "\r\n"; }

private:
    std::string& out_;
    bool first_ = true;
    void separate() {
        if (!first_)
            out_ += ',';
        first_ = false;
    }
};

} // namespace

std::string toCsv(const dossier::Dossier& dossier, const Statement& statement) {
    std::string out;
    Row header(out);
    for (const std::string_view column : columns)
        header.text(column);
    header.end();
    std::vector<CodePoints> points;
    for (const dossier::Article& article : dossier.articles)
        points.emplace_back(std::string_view(article.text));
    static const dossier::Article unknown;
    for (const compare::Question& question : dossier.comparison.questions) {
        const dossier::Decisions& decisions = dossier.decisionsOf({question.key});
        if (!goesOut(decisions, statement.includeUnsigned))
            continue;
        const bool isSigned = decisions.signOff && decisions.figureState() == dossier::FigureState::SignedOff;
        static const dossier::SignOff nobody;
        const dossier::SignOff& signOff = isSigned ? *decisions.signOff : nobody;
        const std::string mark = !isSigned          ? whyLeftOut(decisions, Language::English)
                                 : signOff.asserted ? "signed off, identity asserted only"
                                                    : "signed off and signed";
        for (const compare::QuestionClaim& claim : question.claims) {
            const bool known = claim.article < dossier.articles.size();
            const dossier::Article& article = known ? dossier.articles[claim.article] : unknown;
            Row row(out);
            row.text(question.key);
            row.text(question.title.empty() ? question.label : question.title);
            row.text(compare::questionKindName(question.kind));
            row.text(question.status() ? compare::relationKindName(*question.status()) : "single-source");
            row.text(dossier::verdictStateName(decisions.verdict ? decisions.verdict->state
                                                                 : dossier::VerdictState::Unchecked));
            row.text(dossier::figureStateName(decisions.figureState()));
            row.text(signOff.stamp.by);
            row.text(claim.quote);
            if (claim.set) {
                row.number(claim.set->headline);
                row.number(claim.set->low);
                row.number(claim.set->high);
                row.text(claim.set->low ? (claim.set->lowInclusive ? "yes" : "no") : "");
                row.text(claim.set->high ? (claim.set->highInclusive ? "yes" : "no") : "");
                row.text(read::qualifierName(claim.set->qualifier));
            } else {
                for (int i = 0; i < 6; ++i)
                    row.text("");
            }
            row.text(claim.unit);
            row.text(claim.time && !claim.time->openFrom ? read::isoTime(claim.time->from) : std::string());
            row.text(claim.time && !claim.time->openTo ? read::isoTime(claim.time->to) : std::string());
            row.text(claim.attribution);
            row.text(claim.via);
            row.text(read::modalityName(claim.modality));
            row.text(claim.negative ? "negative" : "positive");
            row.text(articleLetter(claim.article));
            row.text(article.info.title);
            row.text(articleName(article));
            row.text(article.info.published);
            row.text(article.info.url);
            row.text(article.id.sha256);
            row.number(known ? std::to_string(points[claim.article].before(claim.words.begin)) : std::string());
            row.number(known ? std::to_string(points[claim.article].before(claim.words.end)) : std::string());
            row.text(claim.sentence.of(std::string_view(article.text)));
            row.text(claim.derivation);
            row.text(mark);
            row.text(decisions.verdict ? decisions.verdict->stamp.by : std::string());
            row.text(decisions.verdict ? decisions.verdict->stamp.at : std::string());
            row.text(signOff.stamp.at);
            row.text(signOff.subjectHash);
            row.text(signOff.publicKey);
            row.text(signOff.signature);
            row.text(article.capturedAt);
            row.text(statement.asOf);
            row.number(std::to_string(statement.records));
            row.text(statement.log);
            row.end();
        }
    }
    return out;
}

} // namespace countercheck::report
