// SPDX-License-Identifier: GPL-3.0-or-later
// The engine's results as people shaped them: articles moved or taken out, corrections put on top, questions joined.
// After each change only the questions that it touches are shaped again; all others stay as they are, and what they
// hold is shared. A change that touches all (an article in front is taken out, so that all others move up) costs a copy
// of each claim. Nothing here is compared anew.
#pragma once

#include "core/dossier/asked.h"
#include "core/dossier/dossier.h"
#include "core/dossier/ledger.h"
#include "core/dossier/merge.h"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace countercheck::dossier {

class Shaping {
public:
    using Index = std::unordered_map<std::string, std::uint32_t>;

    /// New results, made from the articles `cover` in this order; follow with update(…, true).
    void setResults(compare::Comparison results, std::vector<ArticleId> cover);
    void clearResults() { setResults({}, {}); }
    void setRelate(Relate relate) { relate_ = std::move(relate); }
    /// Was that article compared?
    [[nodiscard]] bool covers(const std::string& article) const { return coverPlace_.contains(article); }
    /// Does a correction or a join perhaps wait for that article?
    [[nodiscard]] bool names(const std::string& article) const { return lineageCorrected_ || named_.contains(article); }

    struct Touched {
        bool all = false; ///< articles of most questions moved
        /// Questions that changed, came, went or were joined, as they are and were called; with `all`, only those whose
        /// joins changed.
        std::set<QuestionKey> keys;
    };
    /// Shapes what the ledger's articles, corrections and joins changed since the last time. `afresh`: everything.
    Touched update(const Ledger& ledger, bool afresh);
    /// One more article stands behind all others, and neither covers() nor names() it.
    void append(const ArticleId& article);

    [[nodiscard]] const compare::Comparison& comparison() const { return now_; }
    [[nodiscard]] const std::shared_ptr<const Index>& index() const { return index_; } ///< key → place among them
    [[nodiscard]] const std::vector<Placed>& corrections() const { return corrections_; }
    [[nodiscard]] const std::map<QuestionKey, QuestionKey>& joinedInto() const { return joinedInto_; }
    /// What is joined to that question, and the lines of history that say so.
    [[nodiscard]] const std::map<QuestionKey, std::vector<QuestionKey>>& joinedHere() const { return joinedHere_; }
    [[nodiscard]] const std::map<QuestionKey, std::vector<HistoryLine>>& joinLines() const { return joinLines_; }
    /// The question to which a decision made under that key, with these anchors, belongs now. `articles`: of the
    /// ledger.
    [[nodiscard]] std::optional<QuestionKey> home(const std::vector<Article>& articles, const QuestionKey& key,
                                                  const std::vector<ClaimAnchor>& anchors) const;
    /// How many questions were shaped so far: what it costs, without a clock.
    [[nodiscard]] std::size_t work() const { return work_; }

private:
    class Layer;
    class Round;
    class Standing;
    struct Joins;
    static constexpr auto none = static_cast<std::uint32_t>(-1);

    [[nodiscard]] std::uint32_t engines() const { return static_cast<std::uint32_t>(results_.questions.size()); }
    void moveArticles(const std::vector<Article>& articles, Moves& to);
    void indexResults() const;
    [[nodiscard]] std::optional<std::uint32_t> placeOf(const ArticleId& article) const;
    void holdingBelow(std::uint32_t article, std::vector<std::uint32_t>& numbers) const;
    [[nodiscard]] std::optional<std::uint32_t>
    numberOf(const std::string& key, const Asked& among,
             const std::unordered_map<std::string, std::uint32_t>& added) const;
    [[nodiscard]] const compare::Question* standing(std::uint32_t number) const;
    void shapeLineage(const Moves& was, bool afresh);
    void shapeOrigins();
    void shapeMisses();
    [[nodiscard]] Joins findJoins(const Ledger& ledger, const Layer& layer) const;
    void noteNamed(const Ledger& ledger);

    // What the engine made.
    compare::Comparison results_;
    std::vector<ArticleId> cover_;
    std::unordered_map<std::string_view, std::uint32_t> coverPlace_; ///< of the ids in cover_
    std::unordered_map<std::string_view, std::uint32_t> number_;     ///< key of results_ → number
    mutable std::vector<std::uint32_t> begins_, held_;               ///< covered article → numbers; made when needed
    Relate relate_;

    // How it stands. Numbers up to engines() are places in results_; what corrections added comes behind.
    Moves to_;
    std::vector<std::uint32_t> from_; ///< place → covered article, or none
    std::unordered_map<std::string, std::uint32_t> uncovered_;
    std::vector<std::uint32_t> place_;                      ///< number → place in now_.questions, or none
    bool inOrder_ = false;                                  ///< the order follows from class_
    std::vector<std::uint8_t> class_;                       ///< number → how it is put in order
    std::map<std::uint32_t, compare::Question> bases_;      ///< moved only: of those that people changed besides
    std::map<std::uint32_t, compare::Question> beforeJoin_; ///< corrected: of those that were joined
    std::set<std::string> gone_;                            ///< keys of questions of which all articles are out
    bool lineageCorrected_ = false;
    std::unordered_map<std::string, std::uint32_t> added_; ///< key → number, of what corrections added
    std::set<std::string> named_;
    std::vector<Placed> corrections_;
    std::map<QuestionKey, QuestionKey> joinedInto_;
    std::map<QuestionKey, std::vector<QuestionKey>> joinedHere_;
    std::map<QuestionKey, std::vector<HistoryLine>> joinLines_;
    compare::Comparison now_;
    std::shared_ptr<const Index> index_ = std::make_shared<const Index>();
    std::size_t work_ = 0;
};

} // namespace countercheck::dossier
