// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dossier/merge.h"

#include <algorithm>
#include <numeric>
#include <set>
#include <string>
#include <tuple>
#include <unordered_set>
#include <utility>

namespace countercheck::dossier {

namespace {

using compare::Comparison;
using compare::Question;

int gravity(const Question& question) {
    const auto status = question.status();
    return status ? static_cast<int>(*status) : 1 << 8;
}

/// Drops the claims whose article is out.
void rearrange(Question& question, const std::vector<std::optional<std::uint32_t>>& to) {
    constexpr auto gone = static_cast<std::uint32_t>(-1);
    std::vector<std::uint32_t> now(question.claims.size(), gone);
    std::vector<compare::QuestionClaim> claims;
    for (std::size_t i = 0; i < question.claims.size(); ++i) {
        auto& claim = question.claims[i];
        if (claim.article >= to.size() || !to[claim.article])
            continue;
        claim.article = *to[claim.article];
        now[i] = static_cast<std::uint32_t>(claims.size());
        claims.push_back(std::move(claim));
    }
    question.claims = std::move(claims);
    std::erase_if(question.relations.edit(),
                  [&](const auto& relation) { return now[relation.a] == gone || now[relation.b] == gone; });
    for (auto& relation : question.relations) {
        relation.a = now[relation.a];
        relation.b = now[relation.b];
    }
    putInOrder(question);
}

} // namespace

void putInOrder(Question& question) {
    std::vector<std::uint32_t> places(question.claims.size());
    std::iota(places.begin(), places.end(), 0U);
    std::stable_sort(places.begin(), places.end(), [&](std::uint32_t a, std::uint32_t b) {
        const auto& x = question.claims[a];
        const auto& y = question.claims[b];
        return std::tie(x.article, x.words) < std::tie(y.article, y.words);
    });
    std::vector<std::uint32_t> now(places.size());
    std::vector<compare::QuestionClaim> claims;
    claims.reserve(places.size());
    for (std::uint32_t i = 0; i < places.size(); ++i) {
        now[places[i]] = i;
        claims.push_back(std::move(question.claims[places[i]]));
    }
    question.claims = std::move(claims);
    for (auto& relation : question.relations) {
        relation.a = now[relation.a];
        relation.b = now[relation.b];
        if (relation.a > relation.b) {
            std::swap(relation.a, relation.b);
            if (relation.supersedes == compare::Supersedes::A)
                relation.supersedes = compare::Supersedes::B;
            else if (relation.supersedes == compare::Supersedes::B)
                relation.supersedes = compare::Supersedes::A;
        }
    }
    std::stable_sort(question.relations.begin(), question.relations.end(),
                     [](const auto& x, const auto& y) { return x.kind < y.kind; });
}

void orderByGravity(std::vector<Question>& questions) {
    std::stable_sort(questions.begin(), questions.end(),
                     [](const Question& a, const Question& b) { return gravity(a) < gravity(b); });
}

std::uint32_t originsOf(const Question& question, const std::vector<std::uint32_t>& origin) {
    std::set<std::uint32_t> seen;
    for (const auto& claim : question.claims)
        if (claim.article < origin.size())
            seen.insert(origin[claim.article]);
    return static_cast<std::uint32_t>(seen.size());
}

Comparison rearranged(const Comparison& comparison, const std::vector<std::optional<std::uint32_t>>& to,
                      std::uint32_t count) {
    Comparison result;
    if (!comparison.origin.empty()) {
        auto fresh = *std::max_element(comparison.origin.begin(), comparison.origin.end());
        std::vector<std::optional<std::uint32_t>> origin(count);
        for (std::size_t i = 0; i < comparison.origin.size() && i < to.size(); ++i)
            if (to[i] && *to[i] < count)
                origin[*to[i]] = comparison.origin[i];
        for (const auto& group : origin)
            result.origin.push_back(group ? *group : ++fresh);
    }
    std::vector<Question> questions;
    std::unordered_set<std::string> keys;
    for (const auto& old : comparison.questions) {
        Question question = old;
        rearrange(question, to);
        if (question.claims.empty())
            continue;
        if (question.origins != 0 && question.claims.size() != old.claims.size())
            question.origins = originsOf(question, result.origin);
        keys.insert(question.key);
        questions.push_back(std::move(question));
    }
    orderByGravity(questions);
    result.questions = std::move(questions);

    std::vector<compare::Lineage> lineage;
    for (const auto& old : comparison.lineage) {
        if (old.a >= to.size() || old.b >= to.size() || !to[old.a] || !to[old.b])
            continue;
        compare::Lineage one = old;
        one.a = *to[old.a];
        one.b = *to[old.b];
        lineage.push_back(std::move(one));
    }
    result.lineage = std::move(lineage);

    std::vector<compare::NearMiss> misses;
    for (const auto& miss : comparison.nearMisses)
        if (keys.contains(miss.keyA) && keys.contains(miss.keyB))
            misses.push_back(miss);
    result.nearMisses = std::move(misses);
    return result;
}

Comparison joined(const Comparison& comparison, const std::vector<std::vector<std::uint32_t>>& groups,
                  const std::vector<Article>& articles, const Relate& relate) {
    Comparison result = comparison;
    std::vector<Question> questions = comparison.questions.get();
    std::vector<bool> gone(questions.size(), false);
    for (const auto& group : groups) {
        Question& into = questions[group.front()];
        for (std::size_t i = 1; i < group.size(); ++i) {
            Question& from = questions[group[i]];
            gone[group[i]] = true;
            const auto shift = static_cast<std::uint32_t>(into.claims.size());
            for (auto& claim : from.claims)
                into.claims.push_back(std::move(claim));
            for (auto& relation : from.relations) {
                relation.a += shift;
                relation.b += shift;
                into.relations.push_back(std::move(relation));
            }
            for (std::uint32_t a = 0; relate && a < shift; ++a)
                for (std::uint32_t b = shift; b < into.claims.size(); ++b)
                    if (auto relation = relate(into, a, b, articles))
                        into.relations.push_back(std::move(*relation));
            into.because.push_back("joined with “" + from.label + "” by a person");
            for (auto& because : from.because)
                into.because.push_back(std::move(because));
        }
        if (!comparison.origin.empty())
            into.origins = originsOf(into, comparison.origin);
        putInOrder(into);
    }
    std::vector<Question> kept;
    kept.reserve(questions.size());
    for (std::size_t i = 0; i < questions.size(); ++i)
        if (!gone[i])
            kept.push_back(std::move(questions[i]));
    orderByGravity(kept);
    result.questions = std::move(kept);
    return result;
}

} // namespace countercheck::dossier
