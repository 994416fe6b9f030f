// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/report.h"

#include "core/report/clause.h"
#include "core/report/sentence.h"
#include "core/report/values.h"
#include "core/report/words.h"
#include "core/text/explaining.h"
#include "core/text/messages.h"
#include "core/text/reading.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

namespace countercheck::report {

std::string shownTime(const std::string& iso) {
    if (iso.size() < 16 || iso[10] != 'T')
        return iso;
    return iso.substr(0, 10) + ' ' + iso.substr(11, 5) + (iso.back() == 'Z' ? " UTC" : "");
}

namespace {

std::string shownStamp(const dossier::Stamp& stamp) {
    return stamp.at.empty() ? stamp.by : stamp.by + ", " + shownTime(stamp.at);
}

std::string letters(const std::vector<std::uint32_t>& articles, Language language) {
    std::vector<std::string> out;
    out.reserve(articles.size());
    for (const std::uint32_t article : articles)
        out.push_back(articleLetter(article));
    return joined(out, language);
}

std::string originsOf(const compare::Question& question, Language language) {
    std::vector<std::uint32_t> articles;
    for (const compare::QuestionClaim& claim : question.claims)
        if (std::find(articles.begin(), articles.end(), claim.article) == articles.end())
            articles.push_back(claim.article);
    return counted(language, "articles", articles.size()) + ", " +
           (question.origins == 0 ? form(language, "origins.unknown") : counted(language, "origins", question.origins));
}

/// One explanation a pair of values: what holds between two claims holds between their copies, too.
void explain(const compare::Question& question, const std::vector<SourcedValue>& values, Language language,
             Line& line) {
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
        std::string explanation = text::inLanguage(
            relation.explanation, language == Language::French ? text::Language::French : text::Language::English);
        if (std::find(line.explanations.begin(), line.explanations.end(), explanation) == line.explanations.end())
            line.explanations.push_back(std::move(explanation));
    }
}

Line lineFor(const compare::Question& question, const dossier::Dossier& dossier, const Copies& copies,
             Language language) {
    Line line;
    line.key = {question.key};
    line.question = titleIn(question, language);
    const dossier::Decisions& decisions = dossier.decisionsOf(line.key);
    const std::vector<SourcedValue> values = sourcedValues(question, dossier, copies);
    line.sentence = sentenceFor(question, values, dossier, decisions, language);
    line.status = question.status() ? std::string(compare::relationKindName(*question.status())) : "single-source";
    if (decisions.verdict) {
        line.verdict = decisions.verdict->state;
        line.verdictBy = shownStamp(decisions.verdict->stamp);
        line.note = decisions.verdict->note;
        line.primary = decisions.verdict->primary;
        line.supersededBy = decisions.verdict->supersededBy;
    }
    if (decisions.proposal)
        line.proposal = decisions.proposal->wording;
    line.figureState = dossier::figureStateName(decisions.figureState());
    if (decisions.signOff && decisions.figureState() == dossier::FigureState::SignedOff) {
        line.signedOffBy = shownStamp(decisions.signOff->stamp);
        line.asserted = decisions.signOff->asserted;
        line.subjectHash = decisions.signOff->subjectHash;
        line.publicKey = decisions.signOff->publicKey;
        line.signature = decisions.signOff->signature;
    }
    line.leftOut = whyLeftOut(decisions, language);
    line.stale = decisions.revoked;
    line.origins = originsOf(question, language);
    for (const SourcedValue& value : values) {
        Value shown;
        shown.words = valueWords(value, language);
        shown.source =
            value.attributed && language != Language::English ? tellerIn(value.source, language).name : value.source;
        shown.articles = letters(value.articles, language);
        if (value.derivedCopy)
            shown.articles = form(language, "copy.from", {shown.articles, articleLetter(value.copiedFrom)});
        if (!value.copies.empty())
            shown.articles = form(language, "copy.repeated", {shown.articles, letters(value.copies, language)});
        shown.derivedCopy = value.derivedCopy;
        line.values.push_back(std::move(shown));
    }
    explain(question, values, language, line);
    for (const dossier::Evidence& evidence : decisions.evidence) {
        std::string words = evidence.fileName.empty() ? evidence.note : evidence.fileName;
        if (!evidence.fileName.empty() && !evidence.note.empty())
            words += ": " + evidence.note;
        if (!evidence.url.empty())
            words += (words.empty() ? "" : ", ") + evidence.url;
        if (!evidence.sha256.empty())
            words += " (SHA-256 " + evidence.sha256 + ")";
        line.evidence.push_back(std::move(words));
    }
    return line;
}

/// What hangs together with an article; `its`: of the lineage, the places that name it.
std::string lineageOf(std::uint32_t index, const dossier::Dossier& dossier, const std::vector<std::uint32_t>& its,
                      Language language) {
    std::string out;
    const auto add = [&](const std::string& part) { out += (out.empty() ? "" : "; ") + part; };
    for (const std::uint32_t place : its) {
        const compare::Lineage& lineage = dossier.comparison.lineage[place];
        const std::string percent = std::to_string(std::lround(lineage.similarity * 100));
        const std::string other = articleLetter(lineage.b == index ? lineage.a : lineage.b);
        if (lineage.b == index && lineage.kind == compare::LineageKind::Derived)
            add(form(language, "lineage.derived", {other, percent}));
        else if ((lineage.b == index || lineage.a == index) && lineage.kind == compare::LineageKind::SameText)
            add(form(language, "lineage.same", {other, percent}));
        else if ((lineage.b == index || lineage.a == index) && lineage.kind == compare::LineageKind::SharedSource)
            add(form(language, "lineage.shared", {other}));
    }
    return out.empty() ? form(language, "lineage.none") : out;
}

} // namespace

bool goesOut(const dossier::Decisions& decisions, bool includeUnsigned) {
    if (!decisions.dismissed.empty())
        return false;
    return includeUnsigned || decisions.figureState() == dossier::FigureState::SignedOff;
}

std::string whyLeftOut(const dossier::Decisions& decisions, Language language) {
    if (!decisions.dismissed.empty())
        return form(language, "mark.dismissed", {decisions.dismissed});
    if (decisions.figureState() == dossier::FigureState::SignedOff)
        return {};
    if (!decisions.revoked)
        return form(language, "mark.unsigned.word");
    if (decisions.revokedBecause.empty())
        return form(language, "mark.revoked");
    // What changed is told by the program; the reason of somebody who took it back is theirs, and stays as they wrote
    // it.
    const bool derived = language == Language::French && !decisions.changed.empty();
    return form(
        language, "mark.revoked.because",
        {derived ? text::messageIn(decisions.revokedBecause, text::Language::French) : decisions.revokedBecause});
}

Report build(const dossier::Dossier& dossier, const std::string& asOf, const std::string& by, bool includeUnsigned,
             Language language) {
    Report report;
    report.language = language;
    report.title = dossier.title;
    report.asOf = shownTime(asOf);
    report.by = by;
    report.records = dossier.records;
    report.withUnsigned = includeUnsigned;
    const Copies copies(dossier);
    for (const compare::Question& question : dossier.comparison.questions) {
        const dossier::Decisions& decisions = dossier.decisionsOf({question.key});
        const bool decided = decisions.verdict || decisions.proposal || decisions.signOff || decisions.revoked ||
                             !decisions.dismissed.empty() || !decisions.notes.empty() || !decisions.evidence.empty();
        if (!question.status() && !decided) {
            ++report.singleSource;
            continue;
        }
        (goesOut(decisions, includeUnsigned) ? report.lines : report.unsignedLines)
            .push_back(lineFor(question, dossier, copies, language));
    }
    std::vector<std::vector<std::uint32_t>> lineages(dossier.articles.size());
    for (std::uint32_t i = 0; i < dossier.comparison.lineage.size(); ++i) {
        const compare::Lineage& lineage = dossier.comparison.lineage[i];
        for (const std::uint32_t article : {lineage.a, lineage.b})
            if (article < lineages.size() && (lineages[article].empty() || lineages[article].back() != i))
                lineages[article].push_back(i);
    }
    for (std::uint32_t i = 0; i < dossier.articles.size(); ++i) {
        const dossier::Article& article = dossier.articles[i];
        report.sources.push_back({articleLetter(i), article.info.title, articleName(article),
                                  shownTime(article.info.published), article.info.url, shownTime(article.capturedAt),
                                  article.id.sha256, lineageOf(i, dossier, lineages[i], language)});
    }
    for (const auto& [key, decisions] : dossier.lost) {
        std::string words;
        if (decisions.proposal && !decisions.proposal->wording.empty())
            words = decisions.proposal->wording;
        else if (!decisions.anchors.empty())
            words = form(language, "quotation", {decisions.anchors.front().quote});
        else
            words = key.value;
        if (decisions.verdict)
            words += " (" +
                     form(language, "verdict." + std::string(dossier::verdictStateName(decisions.verdict->state))) +
                     ", " + shownStamp(decisions.verdict->stamp) + ")";
        report.lost.push_back(std::move(words));
    }
    return report;
}

} // namespace countercheck::report
