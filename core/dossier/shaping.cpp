// SPDX-License-Identifier: GPL-3.0-or-later
// What an update stands on: where articles are, which questions they answer, and results that people do not shape by
// question (origins, lineage, near misses).
#include "core/dossier/shaping.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace countercheck::dossier {

using compare::Question;

namespace {

std::vector<std::uint32_t> sortedOnce(std::vector<std::uint32_t> numbers) {
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    return numbers;
}

} // namespace

/// Questions as they stand, corrected and not joined.
class Shaping::Standing : public Asked {
public:
    explicit Standing(const Shaping& shaping) : shaping_(shaping) {}
    [[nodiscard]] const Question* at(std::uint32_t number) const override {
        const auto found = shaping_.beforeJoin_.find(number);
        return found == shaping_.beforeJoin_.end() ? shaping_.standing(number) : &found->second;
    }
    [[nodiscard]] std::optional<std::uint32_t> find(const std::string& key) const override {
        return shaping_.numberOf(key, *this, shaping_.added_);
    }
    [[nodiscard]] std::vector<std::uint32_t> holding(std::uint32_t article) const override {
        std::vector<std::uint32_t> numbers;
        shaping_.holdingBelow(article, numbers);
        for (const auto& [number, question] : shaping_.bases_)
            numbers.push_back(number);
        for (const auto& [key, number] : shaping_.added_)
            numbers.push_back(number);
        return sortedOnce(std::move(numbers));
    }
    [[nodiscard]] std::optional<std::uint32_t> place(const ArticleId& article) const override {
        return shaping_.placeOf(article);
    }

private:
    const Shaping& shaping_;
};

/// The question of a key: the engine's, where it is among those asked, or one that corrections added.
std::optional<std::uint32_t> Shaping::numberOf(const std::string& key, const Asked& among,
                                               const std::unordered_map<std::string, std::uint32_t>& added) const {
    if (const auto found = number_.find(key); found != number_.end() && among.at(found->second))
        return found->second;
    const auto found = added.find(key);
    return found == added.end() ? std::nullopt : std::optional(found->second);
}

void Shaping::setResults(compare::Comparison results, std::vector<ArticleId> cover) {
    results_ = std::move(results);
    cover_ = std::move(cover);
    coverPlace_.clear();
    coverPlace_.reserve(cover_.size());
    for (std::uint32_t i = 0; i < cover_.size(); ++i)
        coverPlace_.emplace(cover_[i].sha256, i);
    number_.clear();
    number_.reserve(engines());
    for (std::uint32_t i = 0; i < engines(); ++i)
        number_.emplace(std::as_const(results_).questions[i].key, i);
    begins_.clear();
    held_.clear();
    to_.clear();
    bases_.clear();
    beforeJoin_.clear();
    added_.clear();
}

/// Which questions each covered article answers.
void Shaping::indexResults() const {
    if (!begins_.empty() || cover_.empty())
        return;
    begins_.assign(cover_.size() + 1, 0);
    const auto& questions = std::as_const(results_).questions.get();
    for (int pass = 0; pass < 2; ++pass) {
        for (std::uint32_t number = 0; number < questions.size(); ++number) {
            std::uint32_t last = none; // claims stand in order of their articles
            for (const auto& claim : questions[number].claims.get()) {
                if (claim.article == last || claim.article >= cover_.size())
                    continue;
                last = claim.article;
                if (pass == 0)
                    ++begins_[claim.article + 1];
                else
                    held_[begins_[claim.article]++] = number;
            }
        }
        if (pass == 0) {
            std::partial_sum(begins_.begin(), begins_.end(), begins_.begin());
            held_.resize(begins_.back());
        }
    }
    // The second pass has moved each beginning to its end.
    begins_.insert(begins_.begin(), 0);
    begins_.pop_back();
}

/// Where the compared articles are, and which were never compared.
void Shaping::moveArticles(const std::vector<Article>& articles, Moves& to) {
    to.assign(cover_.size(), std::nullopt);
    from_.assign(articles.size(), none);
    uncovered_.clear();
    std::uint32_t next = 0;
    for (std::uint32_t i = 0; i < articles.size(); ++i) {
        std::uint32_t covered = none;
        if (next < cover_.size() && cover_[next] == articles[i].id)
            covered = next;
        else if (const auto found = coverPlace_.find(articles[i].id.sha256); found != coverPlace_.end())
            covered = found->second;
        if (covered == none) {
            uncovered_.emplace(articles[i].id.sha256, i);
            continue;
        }
        to[covered] = i;
        from_[i] = covered;
        next = covered + 1;
    }
}

std::optional<std::uint32_t> Shaping::placeOf(const ArticleId& article) const {
    if (const auto found = coverPlace_.find(article.sha256); found != coverPlace_.end())
        return to_[found->second];
    const auto found = uncovered_.find(article.sha256);
    return found == uncovered_.end() ? std::nullopt : std::optional(found->second);
}

void Shaping::holdingBelow(std::uint32_t article, std::vector<std::uint32_t>& numbers) const {
    const std::uint32_t covered = article < from_.size() ? from_[article] : none;
    if (covered == none)
        return;
    indexResults();
    numbers.insert(numbers.end(), held_.begin() + begins_[covered], held_.begin() + begins_[covered + 1]);
}

const Question* Shaping::standing(std::uint32_t number) const {
    return number < place_.size() && place_[number] != none ? &now_.questions[place_[number]] : nullptr;
}

std::optional<QuestionKey> Shaping::home(const std::vector<Article>& articles, const QuestionKey& key,
                                         const std::vector<ClaimAnchor>& anchors) const {
    const Standing standing(*this);
    const auto number = findAsked(standing, articles, key, anchors);
    if (!number)
        return std::nullopt;
    const QuestionKey here{standing.at(*number)->key};
    const auto into = joinedInto_.find(here);
    return into == joinedInto_.end() ? here : into->second;
}

void Shaping::append(const ArticleId& article) {
    const auto place = static_cast<std::uint32_t>(from_.size());
    from_.push_back(none);
    uncovered_.emplace(article.sha256, place);
    if (results_.origin.empty())
        return;
    const auto most = [](const std::vector<std::uint32_t>& groups) {
        return groups.empty() ? 0 : *std::max_element(groups.begin(), groups.end());
    };
    now_.origin.push_back(std::max(most(results_.origin), most(now_.origin)) + 1); // one more
}

void Shaping::shapeOrigins() {
    now_.origin.clear();
    if (results_.origin.empty())
        return;
    auto fresh = *std::max_element(results_.origin.begin(), results_.origin.end());
    now_.origin.reserve(from_.size());
    for (const std::uint32_t covered : from_)
        now_.origin.push_back(covered == none || covered >= results_.origin.size() ? ++fresh
                                                                                   : results_.origin[covered]);
}

void Shaping::shapeLineage(const Moves& was, bool afresh) {
    const auto changed = [&](const Moves& one, const Moves& other) {
        return std::any_of(results_.lineage.get().begin(), results_.lineage.get().end(), [&](const auto& lineage) {
            return one[lineage.a] != other[lineage.a] || one[lineage.b] != other[lineage.b];
        });
    };
    if (!afresh && !changed(was, to_))
        return;
    if (std::all_of(results_.lineage.get().begin(), results_.lineage.get().end(),
                    [&](const auto& one) { return to_[one.a] == one.a && to_[one.b] == one.b; })) {
        now_.lineage = results_.lineage;
        return;
    }
    std::vector<compare::Lineage> lineage;
    for (const auto& old : std::as_const(results_).lineage) {
        if (!to_[old.a] || !to_[old.b])
            continue;
        compare::Lineage one = old;
        one.a = *to_[old.a];
        one.b = *to_[old.b];
        lineage.push_back(std::move(one));
    }
    now_.lineage = std::move(lineage);
}

void Shaping::shapeMisses() {
    now_.nearMisses = results_.nearMisses;
    if (!gone_.empty())
        std::erase_if(now_.nearMisses.edit(),
                      [this](const auto& miss) { return gone_.contains(miss.keyA) || gone_.contains(miss.keyB); });
}

/// The articles on which corrections and joins look for their claims.
void Shaping::noteNamed(const Ledger& ledger) {
    named_.clear();
    const auto all = [this](const std::vector<ClaimAnchor>& anchors) {
        for (const auto& anchor : anchors)
            named_.insert(anchor.article.sha256);
    };
    for (const auto& [record, entry] : ledger.corrections) {
        all(entry.correction.anchors);
        all(entry.correction.claims);
        for (const auto& article : entry.correction.articles)
            named_.insert(article.sha256);
    }
    for (const auto& [record, group] : ledger.joins)
        for (const auto& member : group.members)
            all(member.anchors);
}

} // namespace countercheck::dossier
