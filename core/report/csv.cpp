// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/report.h"
#include "core/report/values.h"

#include <algorithm>
#include <array>
#include <optional>

namespace countercheck::report {

namespace {

constexpr std::array<std::string_view, 31> columns = {
    "key",         "question", "kind",      "status",      "verdict",       "figure state",   "signed off by",
    "claim words", "value",    "low",       "high",        "low inclusive", "high inclusive", "qualifier",
    "unit",        "from",     "to",        "attribution", "via",           "modality",       "polarity",
    "article",     "title",    "publisher", "published",   "url",           "sha256",         "start",
    "end",         "sentence", "derivation"};

/// Spreadsheets run what begins with one of these.
bool startsFormula(std::string_view text) {
    static constexpr std::array<std::string_view, 11> openings = {
        "=", "+", "-", "@", "\t", "\r", "\n", "\xEF\xBC\x9D", "\xEF\xBC\x8B", "\xEF\xBC\x8D", "\xEF\xBC\xA0"};
    for (const std::string_view opening : openings)
        if (text.starts_with(opening))
            return true;
    return false;
}

class Row {
public:
    explicit Row(std::string& out) : out_(out) {}
    /// Words: quoted where needed, never a formula.
    void text(std::string_view words) {
        separate();
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
            if (c != '\0')
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

/// Code points before a byte of one text; asked for in any order.
class CodePoints {
public:
    explicit CodePoints(std::string_view text) : text_(text) {
        std::uint32_t points = 0;
        for (std::size_t i = 0; i < text.size(); ++i) {
            if (i % every == 0)
                before_.push_back(points);
            points += starts(text[i]);
        }
    }
    [[nodiscard]] std::uint32_t before(std::size_t byte) const {
        byte = byte < text_.size() ? byte : text_.size();
        if (before_.empty())
            return 0;
        const std::size_t block = std::min(byte / every, before_.size() - 1);
        std::uint32_t points = before_[block];
        for (std::size_t i = block * every; i < byte; ++i)
            points += starts(text_[i]);
        return points;
    }

private:
    static constexpr std::size_t every = 1024;
    static std::uint32_t starts(char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }
    std::string_view text_;
    std::vector<std::uint32_t> before_;
};

} // namespace

std::string toCsv(const dossier::Dossier& dossier) {
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
            row.text(decisions.signOff && decisions.figureState() == dossier::FigureState::SignedOff
                         ? decisions.signOff->stamp.by
                         : std::string());
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
            row.end();
        }
    }
    return out;
}

} // namespace countercheck::report
