// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dossier/anchor.h"

#include "core/dossier/plaintext.h"

#include <set>
#include <utility>

namespace countercheck::dossier {

std::vector<ClaimAnchor> anchorsOf(const compare::Question& question, const std::vector<Article>& articles) {
    std::vector<ClaimAnchor> anchors;
    for (const auto& claim : question.claims) {
        if (claim.article >= articles.size())
            continue;
        const Article& article = articles[claim.article];
        anchors.push_back({article.id, codePointsBefore(article.text, claim.words.begin),
                           codePointsBefore(article.text, claim.words.end), claim.quote});
    }
    return anchors;
}

Anchorage::Anchorage(compare::SharedVector<compare::Question> asked, compare::SharedVector<Article> articles)
    : questions_(std::move(asked)), articles_(std::move(articles)) {
    const auto& questions = questions_.get();
    byKey_.reserve(questions.size());
    for (std::uint32_t i = 0; i < questions.size(); ++i)
        byKey_.emplace(questions[i].key, i);
}

std::optional<std::uint32_t> Anchorage::findKey(const QuestionKey& key) const {
    const auto found = byKey_.find(key.value);
    return found == byKey_.end() ? std::nullopt : std::optional(found->second);
}

void Anchorage::indexClaims() const {
    indexed_ = true;
    for (std::uint32_t i = 0; i < articles_.size(); ++i)
        articleOf_.emplace(articles_[i].id.sha256, i);
    claims_.resize(articles_.size());
    const auto& questions = questions_.get();
    for (std::uint32_t i = 0; i < questions.size(); ++i)
        for (const auto& claim : questions[i].claims)
            if (claim.article < claims_.size())
                claims_[claim.article].push_back({i, claim.words.begin, &claim.quote});
}

std::optional<std::uint32_t> Anchorage::holder(std::uint32_t article, const ClaimAnchor& anchor) const {
    const auto byte = byteOfCodePoint(articles_[article].text, anchor.start);
    std::set<std::uint32_t> here;      // questions with a claim of these words at this place
    std::set<std::uint32_t> elsewhere; // places of these words
    std::uint32_t other = 0;
    bool otherQuestions = false;
    for (const auto& claim : claims_[article]) {
        if (*claim.quote != anchor.quote)
            continue;
        if (byte && claim.begin == *byte)
            here.insert(claim.question);
        if (!elsewhere.empty() && claim.question != other)
            otherQuestions = true;
        other = claim.question;
        elsewhere.insert(claim.begin);
    }
    if (!here.empty()) // the same words may serve two questions: then they speak for neither
        return here.size() == 1 ? std::optional(*here.begin()) : std::nullopt;
    if (elsewhere.size() != 1 || otherQuestions)
        return std::nullopt;
    return other;
}

std::optional<std::uint32_t> Anchorage::find(const QuestionKey& key, const std::vector<ClaimAnchor>& anchors) const {
    if (const auto same = findKey(key))
        return same;
    if (!indexed_)
        indexClaims();
    std::size_t present = 0;
    std::map<std::uint32_t, std::size_t> held;
    for (const auto& anchor : anchors) {
        const auto article = articleOf_.find(anchor.article.sha256);
        if (article == articleOf_.end())
            continue;
        ++present;
        if (const auto question = holder(article->second, anchor))
            ++held[*question];
    }
    for (const auto& [question, count] : held)
        if (count * 2 > present)
            return question;
    return std::nullopt;
}

Reanchored reanchor(const std::vector<std::pair<QuestionKey, std::vector<ClaimAnchor>>>& old,
                    const compare::Comparison& comparison, const std::vector<Article>& articles) {
    const Anchorage anchorage(comparison.questions, articles);
    Reanchored result;
    for (std::size_t i = 0; i < old.size(); ++i) {
        if (const auto question = anchorage.find(old[i].first, old[i].second))
            result.found[{comparison.questions[*question].key}].push_back(i);
        else
            result.lost.push_back(i);
    }
    return result;
}

} // namespace countercheck::dossier
