// SPDX-License-Identifier: GPL-3.0-or-later
// countercheck-cli evaluate: how well does comparing answer what people labelled?
#include "app/cli/caseinputs.h"
#include "app/cli/commands.h"
#include "app/cli/jsonwriter.h"
#include "app/cli/labelled.h"
#include "app/cli/stream.h"
#include "app/cli/terminal.h"
#include "core/compare/comparer.h"
#include "core/compare/rounds/happenings.h"
#include "core/text/explaining.h"

#include <cerrno>
#include <cmath>
#include <cstdio>
#include <cstring>

#include <fcntl.h>
#include <unistd.h>

namespace countercheck::cli {

namespace {

std::string percent(double share) {
    char text[16];
    std::snprintf(text, sizeof text, "%.1f", share * 100);
    return text;
}

std::string relationName(compare::RelationKind kind) {
    return std::string(compare::relationKindName(kind));
}

/// One line of a table: name, labelled, found, right, precision, recall, F1.
void row(Terminal& out, std::string_view name, const Score& score) {
    char line[160];
    std::snprintf(line, sizeof line, "%-28.*s %8u %8u %8u %10s %8s %8s", static_cast<int>(name.size()), name.data(),
                  score.gold, score.found, score.hits, score.found ? percent(score.precision()).c_str() : "-",
                  score.gold ? percent(score.recall()).c_str() : "-",
                  score.gold + score.found ? percent(score.f1()).c_str() : "-");
    out.line(line, Ink::Plain);
}

void head(Terminal& out, const char* what) {
    char line[160];
    std::snprintf(line, sizeof line, "%-28s %8s %8s %8s %10s %8s %8s", what, "labelled", "found", "right", "precision",
                  "recall", "F1");
    out.line(line, Ink::Strong);
}

std::string wordsOf(const GoldSide& side, const CaseRequest& request) {
    const ArticleRequest& article = request.articles[side.article];
    const std::string_view text = article.text;
    const std::size_t from = text.substr(0, side.words.begin).rfind('\n') + 1;
    std::size_t first = std::max<std::size_t>(from, side.words.begin > 50 ? side.words.begin - 50 : 0);
    std::size_t last = std::min<std::size_t>(text.size(), side.words.end + 50);
    const auto inside = [&](std::size_t at) { // a code point
        return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
    };
    while (first < side.words.begin && inside(first))
        ++first;
    while (last < text.size() && inside(last))
        ++last;
    return article.id + ": …" + std::string(text.substr(first, side.words.begin - first)) + "[" +
           std::string(side.words.of(text)) + "]" + std::string(text.substr(side.words.end, last - side.words.end)) +
           "…";
}

void print(Terminal& out, const Finding& finding, const CaseRequest& request) {
    const char* const what[] = {"missed", "taken for another relation", "FALSE ALARM", "false find"};
    std::string line = what[static_cast<std::size_t>(finding.kind)];
    if (finding.gold)
        line += std::string(", labelled ") + relationName(finding.gold->relation) +
                (finding.gold->kind ? " of " + std::string(compare::questionKindName(*finding.gold->kind)) : "");
    if (finding.found)
        line += ", found " + relationName(finding.found->kind) + " of " +
                std::string(compare::questionKindName(*finding.foundKind));
    out.paragraph("  ", Ink::Plain, line, finding.kind == Finding::Kind::FalseAlarm ? Ink::Red : Ink::Amber);
    for (const GoldSide& side : finding.sides)
        out.paragraph("      ", Ink::Plain, wordsOf(side, request), Ink::Plain);
    if (finding.found)
        out.paragraph("      ", Ink::Quiet, text::inEnglish(finding.found->explanation), Ink::Quiet);
    if (!finding.remark.empty())
        out.paragraph("      ", Ink::Quiet, finding.remark, Ink::Quiet);
}

void printTables(Terminal& out, const Scores& scores) {
    char line[200];
    std::snprintf(line, sizeof line, "%u cases, %u articles, %u labelled pairs", scores.cases, scores.articles,
                  scores.alignment.gold);
    out.line(line, Ink::Strong);
    out.blank();
    head(out, "relation");
    for (std::size_t r = 0; r < scores.byRelation.size(); ++r)
        row(out, relationName(static_cast<compare::RelationKind>(r)), scores.byRelation[r]);
    row(out, "conflicts (the first two)", scores.conflicts);
    row(out, "alignment (all four)", scores.alignment);
    out.blank();
    head(out, "kind and relation");
    for (const auto& [kind, relations] : scores.byKind)
        for (std::size_t r = 0; r < relations.size(); ++r)
            if (relations[r].gold + relations[r].found > 0)
                row(out,
                    std::string(compare::questionKindName(kind)) + " · " +
                        relationName(static_cast<compare::RelationKind>(r)),
                    relations[r]);
    out.blank();
    std::snprintf(line, sizeof line, "false alarms: %u, %.2f an article", scores.falseAlarms,
                  scores.articles ? double(scores.falseAlarms) / scores.articles : 0);
    out.line(line, Ink::Plain);
    std::snprintf(line, sizeof line, "pairs of articles without a labelled conflict: %u, alarmed %u (%s %%)",
                  scores.quietPairs, scores.alarmedPairs,
                  percent(scores.quietPairs ? double(scores.alarmedPairs) / scores.quietPairs : 0).c_str());
    out.line(line, Ink::Plain);
    if (scores.reasons.gold > 0) {
        std::snprintf(line, sizeof line, "reasons: %u of %u right", scores.reasons.hits, scores.reasons.gold);
        out.line(line, Ink::Plain);
    }
    std::snprintf(line, sizeof line, "further agreements of kinds that are labelled in part only, not counted: %u",
                  scores.uncounted);
    out.line(line, Ink::Quiet);
}

void member(JsonWriter& json, std::string_view name, const Score& score) {
    json.key(name);
    json.beginObject();
    json.member("labelled", score.gold);
    json.member("found", score.found);
    json.member("right", score.hits);
    for (const auto& [key, value] : {std::pair("precision", score.precision()), std::pair("recall", score.recall()),
                                     std::pair("f1", score.f1())}) {
        json.key(key);
        json.share(value);
    }
    json.endObject();
}

void writeTables(std::string& out, const Scores& scores) {
    JsonWriter json(out, true);
    json.beginObject();
    json.member("cases", scores.cases);
    json.member("articles", scores.articles);
    for (std::size_t r = 0; r < scores.byRelation.size(); ++r)
        member(json, relationName(static_cast<compare::RelationKind>(r)), scores.byRelation[r]);
    member(json, "conflicts", scores.conflicts);
    member(json, "alignment", scores.alignment);
    json.key("kinds");
    json.beginObject();
    for (const auto& [kind, relations] : scores.byKind) {
        json.key(compare::questionKindName(kind));
        json.beginObject();
        for (std::size_t r = 0; r < relations.size(); ++r)
            if (relations[r].gold + relations[r].found > 0)
                member(json, relationName(static_cast<compare::RelationKind>(r)), relations[r]);
        json.endObject();
    }
    json.endObject();
    json.member("falseAlarms", scores.falseAlarms);
    json.member("pairsWithoutConflict", scores.quietPairs);
    json.member("pairsWithoutConflictAlarmed", scores.alarmedPairs);
    json.endObject();
    out += '\n';
}

} // namespace

int evaluate(const Arguments& arguments) {
    const bool asJson = arguments.has("--json"), tablesOnly = arguments.has("--summary") || asJson;
    Terminal out = Terminal::forStandardOutput();
    Scores scores;
    bool flawed = false;
    for (const std::string& file : arguments.words()) {
        const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
        if (descriptor < 0)
            return fail("evaluate",
                        "could not open “" + file + "”: " + std::strerror(errno) + "; name a file of JSON Lines");
        LineReader in(descriptor, nullptr);
        RequestReader reader;
        CaseRequest request;
        CaseInputs inputs;
        Labels labels;
        LineProblem problem;
        while (const auto line = in.next()) {
            std::string_view text = line->text;
            if (in.number() == 1 && text.starts_with("\xEF\xBB\xBF"))
                text.remove_prefix(3); // a byte order mark
            if (!line->tooLong && isBlank(text))
                continue;
            std::string wrong;
            if (line->tooLong)
                wrong = "line " + std::to_string(in.number()) + ": longer than 1 GiB; split it into several";
            else if (!reader.read(text, in.number(), request, problem))
                wrong = problem.message;
            else if (!readLabels(text, request, labels, wrong))
                wrong = "line " + std::to_string(in.number()) + ": " + wrong;
            if (!wrong.empty()) {
                fail("evaluate", file + ": " + wrong);
                flawed = true;
                continue;
            }
            const auto given = inputs.of(request);
            const auto comparison = compare::compareArticles(given);
            std::vector<Finding> findings;
            score(comparison.value(), labels, request.articles.size(), scores, tablesOnly ? nullptr : &findings);
            if (findings.empty())
                continue;
            out.paragraph("", Ink::Plain, request.id, Ink::Strong);
            for (Finding& finding : findings) {
                if (finding.kind == Finding::Kind::Miss)
                    finding.remark = compare::whyNot(given[finding.sides[0].article], finding.sides[0].words,
                                                     given[finding.sides[1].article], finding.sides[1].words,
                                                     request.articles.size() <= compare::fewArticles);
                print(out, finding, request);
            }
        }
        ::close(descriptor);
        if (!in.failed().empty())
            return fail("evaluate",
                        "could not read “" + file + "” after line " + std::to_string(in.number()) + ": " + in.failed());
    }
    if (scores.cases == 0)
        return flawed ? Failed
                      : fail("evaluate", "no labelled cases in what was given; see countercheck-cli evaluate --help");
    std::string text;
    if (asJson) {
        writeTables(text, scores);
    } else {
        if (!out.text().empty())
            out.blank();
        printTables(out, scores);
        text = out.text();
    }
    std::fwrite(text.data(), 1, text.size(), stdout);
    return flawed ? Flawed : Done;
}

} // namespace countercheck::cli
