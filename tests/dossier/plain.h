// SPDX-License-Identifier: GPL-3.0-or-later
// The slow and obvious way from the engine's results to the questions as people shaped them: all of it from the start,
// one step after the other, each going through everything. What core/dossier/shaping does must give the same.
#pragma once

#include "core/dossier/anchor.h"
#include "core/dossier/ledger.h"
#include "core/dossier/merge.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <string>
#include <tuple>
#include <vector>

namespace plain {

using countercheck::compare::Comparison;
using countercheck::compare::Question;
namespace dossier = countercheck::dossier;

/// All questions at hand, none left out when one is looked for.
class Table : public dossier::Changeable {
public:
    Table(std::vector<Question> questions, const std::vector<dossier::Article>& articles)
        : all(std::move(questions)), articles_(articles) {}
    [[nodiscard]] const Question* at(std::uint32_t number) const override {
        return all[number].claims.empty() ? nullptr : &all[number];
    }
    [[nodiscard]] std::optional<std::uint32_t> find(const std::string& key) const override {
        for (std::uint32_t i = 0; i < all.size(); ++i)
            if (all[i].key == key)
                return i;
        return std::nullopt;
    }
    [[nodiscard]] std::vector<std::uint32_t> holding(std::uint32_t) const override {
        std::vector<std::uint32_t> numbers(all.size());
        std::iota(numbers.begin(), numbers.end(), 0U);
        return numbers;
    }
    [[nodiscard]] std::optional<std::uint32_t> place(const dossier::ArticleId& article) const override {
        for (std::uint32_t i = 0; i < articles_.size(); ++i)
            if (articles_[i].id == article)
                return i;
        return std::nullopt;
    }
    Question& edit(std::uint32_t number) override { return all[number]; }
    std::uint32_t add(Question question) override {
        all.push_back(std::move(question));
        return static_cast<std::uint32_t>(all.size() - 1);
    }
    std::vector<Question> all;

private:
    const std::vector<dossier::Article>& articles_;
};

inline void orderByGravity(std::vector<Question>& questions) {
    std::stable_sort(questions.begin(), questions.end(),
                     [](const Question& a, const Question& b) { return dossier::gravity(a) < dossier::gravity(b); });
}

inline Comparison rearranged(const Comparison& comparison, const dossier::Moves& to, std::size_t count) {
    Comparison result;
    if (!comparison.origin.empty()) {
        auto fresh = *std::max_element(comparison.origin.begin(), comparison.origin.end());
        std::vector<std::optional<std::uint32_t>> origin(count);
        for (std::size_t i = 0; i < to.size(); ++i)
            if (to[i])
                origin[*to[i]] = comparison.origin[i];
        for (const auto& group : origin)
            result.origin.push_back(group ? *group : ++fresh);
    }
    std::set<std::string> gone;
    std::vector<Question> questions;
    for (const Question& old : comparison.questions) {
        Question question = old;
        question.claims.clear();
        question.relations.clear();
        std::map<std::uint32_t, std::uint32_t> now;
        for (std::uint32_t i = 0; i < old.claims.size(); ++i)
            if (const auto place = to[old.claims[i].article]) {
                now[i] = static_cast<std::uint32_t>(question.claims.size());
                question.claims.push_back(old.claims[i]);
                question.claims.back().article = *place;
            }
        for (auto relation : old.relations)
            if (now.contains(relation.a) && now.contains(relation.b)) {
                relation.a = now[relation.a];
                relation.b = now[relation.b];
                question.relations.push_back(relation);
            }
        if (question.claims.empty()) {
            gone.insert(question.key);
            continue;
        }
        dossier::putInOrder(question);
        if (question.origins != 0 && question.claims.size() != old.claims.size())
            question.origins = dossier::originsOf(question, result.origin);
        questions.push_back(std::move(question));
    }
    orderByGravity(questions);
    result.questions = std::move(questions);
    std::vector<countercheck::compare::Lineage> lineage;
    for (auto one : comparison.lineage)
        if (to[one.a] && to[one.b]) {
            one.a = *to[one.a];
            one.b = *to[one.b];
            lineage.push_back(one);
        }
    result.lineage = std::move(lineage);
    std::vector<countercheck::compare::NearMiss> misses;
    for (const auto& miss : comparison.nearMisses)
        if (!gone.contains(miss.keyA) && !gone.contains(miss.keyB))
            misses.push_back(miss);
    result.nearMisses = std::move(misses);
    return result;
}

inline void correct(Comparison& results, std::vector<dossier::Placed>& corrections,
                    const std::vector<dossier::Article>& articles, const dossier::Relate& relate) {
    if (corrections.empty())
        return;
    Table table(results.questions.get(), articles);
    const bool lineage =
        dossier::correct(table, results.lineage, results.origin, corrections, articles, relate).lineage;
    std::erase_if(table.all, [](const Question& question) { return question.claims.empty(); });
    for (Question& question : table.all)
        if (lineage && !results.origin.empty())
            question.origins = dossier::originsOf(question, results.origin);
    orderByGravity(table.all);
    results.questions = std::move(table.all);
}

struct Shaped {
    Comparison comparison;
    std::vector<dossier::Placed> corrections;
    std::map<dossier::QuestionKey, dossier::QuestionKey> joinedInto;
};

inline Shaped shaped(const Comparison& results, const std::vector<dossier::ArticleId>& cover,
                     const dossier::Ledger& ledger, const dossier::Relate& relate) {
    Shaped shaped;
    const auto& articles = ledger.articles.get();
    dossier::Moves to;
    for (const auto& id : cover) {
        std::optional<std::uint32_t> place;
        for (std::uint32_t i = 0; i < articles.size(); ++i)
            if (articles[i].id == id)
                place = i;
        to.push_back(place);
    }
    Comparison arranged = rearranged(results, to, articles.size());
    for (const auto& [record, entry] : ledger.corrections)
        shaped.corrections.push_back({{record}, entry.line.stamp, entry.correction, false});
    std::stable_sort(shaped.corrections.begin(), shaped.corrections.end(), [](const auto& a, const auto& b) {
        return std::tie(a.stamp.at, a.stamp.by, a.correction.text) <
               std::tie(b.stamp.at, b.stamp.by, b.correction.text);
    });
    correct(arranged, shaped.corrections, articles, relate);

    const dossier::Anchorage anchorage(arranged.questions, ledger.articles);
    std::vector<const dossier::JoinGroup*> joins;
    for (const auto& [record, group] : ledger.joins)
        joins.push_back(&group);
    std::stable_sort(joins.begin(), joins.end(), [](const auto* a, const auto* b) {
        return std::tie(a->line.stamp.at, a->line.stamp.by, a->line.text) <
               std::tie(b->line.stamp.at, b->line.stamp.by, b->line.text);
    });
    // Sets of questions that are one; the first of each leads.
    std::vector<std::vector<std::uint32_t>> sets;
    std::vector<std::pair<dossier::QuestionKey, std::uint32_t>> names;
    const auto setOf = [&](std::uint32_t question) {
        return std::find_if(sets.begin(), sets.end(),
                            [&](const auto& set) { return std::find(set.begin(), set.end(), question) != set.end(); });
    };
    std::vector<std::uint32_t> order; // in which they are named
    for (const auto* join : joins) {
        std::optional<std::uint32_t> first;
        for (const auto& member : join->members) {
            const auto question = anchorage.find(member.key, member.anchors);
            if (!question)
                continue;
            names.emplace_back(member.key, *question);
            if (setOf(*question) == sets.end()) {
                sets.push_back({*question});
                order.push_back(*question);
            }
            if (!first)
                first = setOf(*question)->front();
            const auto from = setOf(*question);
            if (from == setOf(*first))
                continue;
            const std::vector<std::uint32_t> taken = *from;
            sets.erase(from);
            const auto into = setOf(*first);
            into->insert(into->end(), taken.begin(), taken.end());
        }
    }
    std::vector<Question> questions = arranged.questions.get();
    std::vector<bool> gone(questions.size());
    for (auto& set : sets) {
        std::sort(set.begin() + 1, set.end(), [&](std::uint32_t a, std::uint32_t b) {
            return std::find(order.begin(), order.end(), a) < std::find(order.begin(), order.end(), b);
        });
        if (set.size() < 2)
            continue;
        Question& into = questions[set.front()];
        for (std::size_t i = 1; i < set.size(); ++i) {
            shaped.joinedInto[{questions[set[i]].key}] = {into.key};
            gone[set[i]] = true;
            dossier::joinInto(into, questions[set[i]], articles, relate);
        }
        if (!arranged.origin.empty())
            into.origins = dossier::originsOf(into, arranged.origin);
        dossier::putInOrder(into);
    }
    for (const auto& [key, question] : names)
        if (const auto& now = questions[setOf(question)->front()].key; key.value != now && !anchorage.findKey(key))
            shaped.joinedInto[key] = {now};
    std::vector<Question> kept;
    for (std::size_t i = 0; i < questions.size(); ++i)
        if (!gone[i])
            kept.push_back(questions[i]);
    orderByGravity(kept);
    shaped.comparison = std::move(arranged);
    shaped.comparison.questions = std::move(kept);
    return shaped;
}

} // namespace plain
