// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dossier/merge.h"

#include <algorithm>
#include <numeric>
#include <set>
#include <tuple>
#include <utility>

namespace countercheck::dossier {

namespace {

using compare::Question;

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

int gravity(const Question& question) {
    const auto status = question.status();
    return status ? static_cast<int>(*status) : static_cast<int>(compare::RelationKind::Agreement) + 1;
}

void putInOrder(Question& question) {
    const auto place = [](const compare::QuestionClaim& claim) { return std::tie(claim.article, claim.words); };
    const auto& standing = std::as_const(question.claims).get();
    if (std::is_sorted(standing.begin(), standing.end(),
                       [&](const auto& x, const auto& y) { return place(x) < place(y); })) {
        const auto& related = std::as_const(question.relations).get();
        if (std::is_sorted(related.begin(), related.end(),
                           [](const auto& x, const auto& y) { return x.kind < y.kind; }) &&
            std::all_of(related.begin(), related.end(), [](const auto& one) { return one.a <= one.b; }))
            return;
    }
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

std::uint32_t originsOf(const Question& question, const std::vector<std::uint32_t>& origin) {
    std::set<std::uint32_t> seen;
    for (const auto& claim : question.claims)
        if (claim.article < origin.size())
            seen.insert(origin[claim.article]);
    return static_cast<std::uint32_t>(seen.size());
}

Question moved(const Question& question, const Moves& to, const std::vector<std::uint32_t>& origin) {
    const auto& claims = question.claims.get();
    if (std::all_of(claims.begin(), claims.end(),
                    [&](const auto& claim) { return claim.article < to.size() && to[claim.article] == claim.article; }))
        return question;
    Question result = question;
    rearrange(result, to);
    if (result.origins != 0 && result.claims.size() != claims.size())
        result.origins = originsOf(result, origin);
    return result;
}

void joinInto(Question& into, Question from, const std::vector<Article>& articles, const Relate& relate) {
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

} // namespace countercheck::dossier
