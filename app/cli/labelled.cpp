// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/labelled.h"

#include <algorithm>
#include <set>
#include <tuple>

#include <simdjson.h>

namespace countercheck::cli {

namespace {

using compare::Question;
using compare::QuestionKind;
using compare::Relation;
using compare::RelationKind;
using simdjson::dom::element;
using simdjson::dom::object;

/// A labelled file is read line by line and never large: one parser a thread.
simdjson::dom::parser& parser() {
    thread_local simdjson::dom::parser one;
    return one;
}

std::optional<std::string_view> string(const object& from, const char* name) {
    std::string_view out;
    return from[name].get(out) == simdjson::SUCCESS ? std::optional(out) : std::nullopt;
}
std::optional<std::int64_t> number(const object& from, const char* name) {
    std::int64_t out = 0;
    return from[name].get(out) == simdjson::SUCCESS ? std::optional(out) : std::nullopt;
}

std::string quoted(std::string_view words) {
    return "“" + std::string(words.substr(0, 60)) + "”";
}

bool readSide(const object& pair, const char* name, const CaseRequest& request, GoldSide& out, std::string& message) {
    object side;
    if (pair[name].get(side) != simdjson::SUCCESS) {
        message = quoted(name) + " must be an object with “article” and the words";
        return false;
    }
    element id;
    std::string article;
    if (side["article"].get(id) == simdjson::SUCCESS)
        article = simdjson::minify(id);
    const auto found = std::find_if(request.articles.begin(), request.articles.end(), [&](const ArticleRequest& a) {
        return a.id == article || a.id == "\"" + article + "\"";
    });
    if (found == request.articles.end()) {
        message = quoted(name) + ": no article has the id " + (article.empty() ? "(none)" : article);
        return false;
    }
    out.article = static_cast<std::uint32_t>(found - request.articles.begin());
    const std::string_view text = found->text;
    if (const auto words = string(side, "text")) {
        const std::int64_t occurrence = number(side, "occurrence").value_or(1);
        std::size_t at = words->empty() ? std::string_view::npos : text.find(*words);
        for (std::int64_t n = 1; n < occurrence && at != std::string_view::npos; ++n)
            at = text.find(*words, at + words->size());
        if (at == std::string_view::npos || occurrence < 1) {
            message = quoted(name) + ": occurrence " + std::to_string(occurrence) + " of " + quoted(*words) +
                      " does not stand in article " + article;
            return false;
        }
        out.words = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words->size())};
        return true;
    }
    const auto start = number(side, "start"), end = number(side, "end");
    const text::CodePointIndex points(text);
    const std::uint32_t length = points.codePoints(static_cast<std::uint32_t>(text.size()));
    if (!start || !end || *start < 0 || *start >= *end || *end > length) {
        message = quoted(name) + ": give the words as “text”, or “start” and “end” within the " +
                  std::to_string(length) + " characters of article " + article;
        return false;
    }
    out.words = {points.bytes(static_cast<std::uint32_t>(*start)), points.bytes(static_cast<std::uint32_t>(*end))};
    return true;
}

bool readPairs(const object& line, const char* name, const CaseRequest& request, std::vector<GoldPair>& out,
               std::string& message) {
    out.clear();
    element value;
    if (line[name].get(value) != simdjson::SUCCESS || value.is_null())
        return true;
    simdjson::dom::array list;
    if (value.get(list) != simdjson::SUCCESS) {
        message = quoted(name) + " must be an array";
        return false;
    }
    for (const element one : list) {
        const std::string where = std::string(name) + "[" + std::to_string(out.size()) + "]: ";
        object pair;
        GoldPair gold;
        if (one.get(pair) != simdjson::SUCCESS) {
            message = where + "must be an object";
            return false;
        }
        const auto relation = string(pair, "relation");
        const auto known = compare::relationKindFromName(relation.value_or(""));
        if (!known) {
            message = where + "“relation” must be contradiction, discrepancy, refinement or agreement, not " +
                      quoted(relation.value_or("(none)"));
            return false;
        }
        gold.relation = *known;
        if (const auto kind = string(pair, "kind")) {
            gold.kind = compare::questionKindFromName(*kind);
            if (!gold.kind) {
                message = where + "“kind” is " + quoted(*kind) + ", which is no kind of question";
                return false;
            }
        }
        gold.reasons = string(pair, "reason").value_or("");
        if (const auto later = string(pair, "supersedes"))
            gold.supersedes = *later == "a"   ? compare::Supersedes::A
                              : *later == "b" ? compare::Supersedes::B
                                              : compare::Supersedes::None;
        std::string problem;
        if (!readSide(pair, "a", request, gold.a, problem) || !readSide(pair, "b", request, gold.b, problem)) {
            message = where + problem;
            return false;
        }
        out.push_back(std::move(gold));
    }
    return true;
}

std::uint32_t shared(const text::Span& a, const text::Span& b) {
    const std::uint32_t from = std::max(a.begin, b.begin), to = std::min(a.end, b.end);
    return to > from ? to - from : 0;
}

/// How much of a labelled pair a relation answers: 0 for not at all, else the characters shared of all.
double answers(const GoldPair& gold, const Question& question, const Relation& relation) {
    if ((gold.kind == QuestionKind::Quote) != (question.kind == QuestionKind::Quote))
        return 0;
    const auto one = [](const GoldSide& side, const compare::QuestionClaim& claim) {
        if (side.article != claim.article)
            return 0.0;
        const std::uint32_t both = shared(side.words, claim.words);
        return double(both) / double(side.words.length() + claim.words.length() - both);
    };
    const auto &x = question.claims[relation.a], &y = question.claims[relation.b];
    const double straight = one(gold.a, x) > 0 && one(gold.b, y) > 0 ? one(gold.a, x) + one(gold.b, y) : 0;
    const double turned = one(gold.a, y) > 0 && one(gold.b, x) > 0 ? one(gold.a, y) + one(gold.b, x) : 0;
    return std::max(straight, turned);
}

bool conflict(RelationKind kind) {
    return kind <= RelationKind::Discrepancy;
}
bool figures(QuestionKind kind) {
    return kind == QuestionKind::Count || kind == QuestionKind::Money || kind == QuestionKind::Measure ||
           kind == QuestionKind::Percentage;
}

struct Found {
    const Question* question = nullptr;
    const Relation* relation = nullptr;
    int gold = -1;
    bool maybe = false;
};

} // namespace

bool readLabels(std::string_view line, const CaseRequest& request, Labels& out, std::string& message) {
    object root;
    if (parser().parse(line.data(), line.size()).get(root) != simdjson::SUCCESS) {
        message = "must be a JSON object";
        return false;
    }
    element gold;
    if (root["gold"].get(gold) != simdjson::SUCCESS) {
        message = "“gold” is missing: list the related pairs, or [] where nothing is related";
        return false;
    }
    return readPairs(root, "gold", request, out.gold, message) && readPairs(root, "maybe", request, out.maybe, message);
}

void score(const compare::Comparison& comparison, const Labels& labels, std::size_t articles, Scores& scores,
           std::vector<Finding>* findings) {
    std::vector<Found> all;
    for (const Question& question : comparison.questions.get())
        for (const Relation& relation : question.relations)
            all.push_back({&question, &relation, -1, false});

    // Each labelled pair is answered at most once, and each relation answers at most one: the greatest overlap first.
    const auto assign = [&](const std::vector<GoldPair>& pairs, bool maybe) {
        struct Match {
            double overlap;
            bool kind, relation;
            std::uint32_t gold, found;
        };
        std::vector<Match> matches;
        for (std::uint32_t g = 0; g < pairs.size(); ++g)
            for (std::uint32_t f = 0; f < all.size(); ++f)
                if (all[f].gold < 0 && !all[f].maybe)
                    if (const double overlap = answers(pairs[g], *all[f].question, *all[f].relation); overlap > 0)
                        matches.push_back({overlap, pairs[g].kind == all[f].question->kind,
                                           pairs[g].relation == all[f].relation->kind, g, f});
        std::stable_sort(matches.begin(), matches.end(), [](const Match& x, const Match& y) {
            return std::tuple(x.overlap, x.kind, x.relation) > std::tuple(y.overlap, y.kind, y.relation);
        });
        std::vector<bool> answered(pairs.size());
        for (const Match& match : matches)
            if (!answered[match.gold] && all[match.found].gold < 0 && !all[match.found].maybe) {
                answered[match.gold] = true;
                all[match.found].maybe = maybe;
                if (!maybe)
                    all[match.found].gold = static_cast<int>(match.gold);
            }
        return answered;
    };
    const std::vector<bool> answered = assign(labels.gold, false);
    assign(labels.maybe, true);

    ++scores.cases;
    scores.articles += static_cast<std::uint32_t>(articles);
    std::set<std::pair<std::uint32_t, std::uint32_t>> conflicting, alarmed;
    for (const auto* list : {&labels.gold, &labels.maybe})
        for (const GoldPair& gold : *list)
            if (conflict(gold.relation))
                conflicting.insert(std::minmax(gold.a.article, gold.b.article));
    for (std::uint32_t g = 0; g < labels.gold.size(); ++g) {
        const GoldPair& gold = labels.gold[g];
        const auto r = static_cast<std::size_t>(gold.relation);
        ++scores.byRelation[r].gold;
        if (gold.kind)
            ++scores.byKind[*gold.kind][r].gold;
        scores.conflicts.gold += conflict(gold.relation);
        ++scores.alignment.gold;
        if (!answered[g] && findings) {
            Finding miss;
            miss.gold = gold;
            miss.sides[0] = gold.a;
            miss.sides[1] = gold.b;
            findings->push_back(std::move(miss));
        }
    }
    for (const Found& found : all) {
        const RelationKind kind = found.relation->kind;
        const auto r = static_cast<std::size_t>(kind);
        const auto &x = found.question->claims[found.relation->a], &y = found.question->claims[found.relation->b];
        if (conflict(kind) && x.article != y.article)
            alarmed.insert(std::minmax(x.article, y.article));
        if (found.maybe)
            continue;
        const GoldPair* gold = found.gold < 0 ? nullptr : &labels.gold[static_cast<std::size_t>(found.gold)];
        if (!gold && !conflict(kind) && !figures(found.question->kind)) {
            ++scores.uncounted;
            continue;
        }
        // A hit counts under the label's kind; what answers nothing under its own.
        const QuestionKind under = gold && gold->kind ? *gold->kind : found.question->kind;
        ++scores.byRelation[r].found;
        ++scores.byKind[under][r].found;
        scores.conflicts.found += conflict(kind);
        ++scores.alignment.found;
        const bool hit = gold && gold->relation == kind;
        if (hit) {
            ++scores.byRelation[r].hits;
            ++scores.byKind[under][r].hits;
            if (!gold->reasons.empty()) {
                ++scores.reasons.gold;
                ++scores.reasons.found;
                const std::string list = "|" + gold->reasons + "|";
                scores.reasons.hits += list.find("|" + std::string(compare::reasonName(found.relation->reason)) +
                                                 "|") != std::string::npos;
            }
        }
        scores.conflicts.hits += gold && conflict(kind) && conflict(gold->relation);
        scores.alignment.hits += gold != nullptr;
        scores.falseAlarms += !gold && conflict(kind);
        if (!hit && findings) {
            Finding wrong;
            wrong.kind = gold             ? Finding::Kind::Other
                         : conflict(kind) ? Finding::Kind::FalseAlarm
                                          : Finding::Kind::FalseFind;
            if (gold)
                wrong.gold = *gold;
            wrong.foundKind = found.question->kind;
            wrong.found = *found.relation;
            wrong.sides[0] = {x.article, x.words};
            wrong.sides[1] = {y.article, y.words};
            findings->push_back(std::move(wrong));
        }
    }
    for (std::uint32_t i = 0; i < articles; ++i)
        for (std::uint32_t j = i + 1; j < articles; ++j)
            if (!conflicting.contains({i, j})) {
                ++scores.quietPairs;
                scores.alarmedPairs += alarmed.contains({i, j});
            }
}

} // namespace countercheck::cli
