// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/report.h"
#include "core/report/sentence.h"
#include "core/report/values.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

namespace countercheck::report {

namespace {

/// "2026-01-14T09:41:22.123Z" → "2026-01-14 09:41 UTC"
std::string shownTime(const std::string& iso) {
    if (iso.size() < 16 || iso[10] != 'T')
        return iso;
    return iso.substr(0, 10) + ' ' + iso.substr(11, 5) + (iso.back() == 'Z' ? " UTC" : "");
}
std::string shownStamp(const dossier::Stamp& stamp) {
    return stamp.at.empty() ? stamp.by : stamp.by + ", " + shownTime(stamp.at);
}

std::string letters(const std::vector<std::uint32_t>& articles) {
    std::vector<std::string> out;
    out.reserve(articles.size());
    for (const std::uint32_t article : articles)
        out.push_back(articleLetter(article));
    return joined(out);
}

std::string counted(std::size_t number, const char* one, const char* many) {
    return std::to_string(number) + ' ' + (number == 1 ? one : many);
}

std::string originsOf(const compare::Question& question) {
    std::vector<std::uint32_t> articles;
    for (const compare::QuestionClaim& claim : question.claims)
        if (std::find(articles.begin(), articles.end(), claim.article) == articles.end())
            articles.push_back(claim.article);
    return counted(articles.size(), "article", "articles") + ", " +
           (question.origins == 0 ? std::string("origins unknown") : counted(question.origins, "origin", "origins"));
}

std::string titleOf(const compare::Question& question) {
    if (!question.title.empty())
        return question.title;
    return question.label.empty() ? question.key : question.label;
}

/// One explanation a pair of values: what holds between two claims holds between their copies, too.
void explain(const compare::Question& question, const std::vector<SourcedValue>& values, Line& line) {
    std::vector<std::size_t> valueOf(question.claims.size(), values.size());
    for (std::size_t i = 0; i < values.size(); ++i)
        for (const std::uint32_t claim : values[i].claims)
            valueOf[claim] = i;
    std::set<std::pair<std::size_t, std::size_t>> told;
    for (const compare::Relation& relation : question.relations) {
        if (relation.a >= valueOf.size() || relation.b >= valueOf.size())
            continue;
        const auto pair = std::minmax(valueOf[relation.a], valueOf[relation.b]);
        if (!told.insert(pair).second)
            continue;
        if (pair.first == pair.second && values.size() > 1)
            continue; // the same value twice: the table says so
        if (std::find(line.explanations.begin(), line.explanations.end(), relation.explanation) ==
            line.explanations.end())
            line.explanations.push_back(relation.explanation);
    }
}

Line lineFor(const compare::Question& question, const dossier::Dossier& dossier) {
    Line line;
    line.key = {question.key};
    line.question = titleOf(question);
    const dossier::Decisions& decisions = dossier.decisionsOf(line.key);
    const std::vector<SourcedValue> values = sourcedValues(question, dossier);
    line.sentence = sentenceFor(question, values, dossier, decisions);
    line.status = question.status() ? std::string(compare::relationKindName(*question.status())) : "single-source";
    line.verdict =
        dossier::verdictStateName(decisions.verdict ? decisions.verdict->state : dossier::VerdictState::Unchecked);
    if (decisions.verdict) {
        line.verdictBy = shownStamp(decisions.verdict->stamp);
        line.note = decisions.verdict->note;
    }
    if (decisions.proposal)
        line.proposal = decisions.proposal->wording;
    line.figureState = dossier::figureStateName(decisions.figureState());
    if (decisions.signOff && decisions.figureState() == dossier::FigureState::SignedOff) {
        line.signedOffBy = shownStamp(decisions.signOff->stamp);
        line.asserted = decisions.signOff->asserted;
    }
    line.origins = originsOf(question);
    for (const SourcedValue& value : values) {
        Value shown;
        shown.words = valueWords(value);
        shown.source = value.source;
        shown.articles = letters(value.articles);
        if (value.derivedCopy)
            shown.articles += ", written from " + articleLetter(value.copiedFrom);
        if (!value.copies.empty())
            shown.articles += ", repeated by " + letters(value.copies);
        shown.derivedCopy = value.derivedCopy;
        line.values.push_back(std::move(shown));
    }
    explain(question, values, line);
    for (const dossier::Evidence& evidence : decisions.evidence) {
        std::string words = evidence.fileName.empty() ? evidence.note : evidence.fileName;
        if (!evidence.fileName.empty() && !evidence.note.empty())
            words += ": " + evidence.note;
        if (!evidence.sha256.empty())
            words += " (SHA-256 " + evidence.sha256 + ")";
        line.evidence.push_back(std::move(words));
    }
    return line;
}

std::string lineageOf(std::uint32_t index, const dossier::Dossier& dossier) {
    std::vector<std::string> parts;
    for (const compare::Lineage& lineage : dossier.comparison.lineage) {
        const std::string percent = " \xC2\xB7 " + std::to_string(std::lround(lineage.similarity * 100)) + " %";
        if (lineage.b == index && lineage.kind == compare::LineageKind::Derived)
            parts.push_back("derived from " + articleLetter(lineage.a) + percent);
        else if ((lineage.b == index || lineage.a == index) && lineage.kind == compare::LineageKind::SameText)
            parts.push_back("same text as " + articleLetter(lineage.b == index ? lineage.a : lineage.b) + percent);
        else if ((lineage.b == index || lineage.a == index) && lineage.kind == compare::LineageKind::SharedSource)
            parts.push_back("shares a source with " + articleLetter(lineage.b == index ? lineage.a : lineage.b));
    }
    if (parts.empty())
        return "no shared text found";
    std::string out;
    for (const std::string& part : parts)
        out += (out.empty() ? "" : "; ") + part;
    return out;
}

} // namespace

Report build(const dossier::Dossier& dossier, const std::string& asOf, const std::string& by, bool includeUnsigned) {
    Report report;
    report.title = dossier.title;
    report.asOf = shownTime(asOf);
    report.by = by;
    report.records = dossier.records;
    report.withUnsigned = includeUnsigned;
    for (const compare::Question& question : dossier.comparison.questions) {
        const dossier::Decisions& decisions = dossier.decisionsOf({question.key});
        const bool decided = decisions.verdict || decisions.proposal || decisions.signOff || decisions.revoked ||
                             !decisions.dismissed.empty() || !decisions.notes.empty() || !decisions.evidence.empty();
        if (!question.status() && !decided) {
            ++report.singleSource;
            continue;
        }
        Line line = lineFor(question, dossier);
        if (decisions.figureState() != dossier::FigureState::SignedOff) {
            line.leftOut = decisions.revoked ? "sign-off revoked" : "unsigned";
            if (decisions.revoked && !decisions.revokedBecause.empty())
                line.leftOut += ": " + decisions.revokedBecause;
        }
        if (!decisions.dismissed.empty())
            line.leftOut = "dismissed: " + decisions.dismissed;
        if (line.leftOut.empty() || (includeUnsigned && decisions.dismissed.empty()))
            report.lines.push_back(std::move(line));
        else
            report.unsignedLines.push_back(std::move(line));
    }
    for (std::uint32_t i = 0; i < dossier.articles.size(); ++i) {
        const dossier::Article& article = dossier.articles[i];
        report.sources.push_back({articleLetter(i), article.info.title, articleName(article),
                                  shownTime(article.info.published), article.info.url, shownTime(article.capturedAt),
                                  article.id.sha256, lineageOf(i, dossier)});
    }
    for (const auto& [key, decisions] : dossier.lost) {
        std::string words;
        if (decisions.proposal && !decisions.proposal->wording.empty())
            words = decisions.proposal->wording;
        else if (!decisions.anchors.empty())
            words = "\xE2\x80\x9C" + decisions.anchors.front().quote + "\xE2\x80\x9D";
        else
            words = key.value;
        report.lost.push_back(words + (decisions.verdict
                                           ? " (" + std::string(dossier::verdictStateName(decisions.verdict->state)) +
                                                 ", " + shownStamp(decisions.verdict->stamp) + ")"
                                           : ""));
    }
    return report;
}

} // namespace countercheck::report
