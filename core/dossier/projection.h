// SPDX-License-Identifier: GPL-3.0-or-later
// Ledger + results → Dossier. What people decided meets what the engine found: articles and questions are put as people
// arranged them, decisions are anchored onto questions, sign-offs whose subject changed are shown as revoked. All of it
// is derived; after an edit only what the edit touched is derived again.
#pragma once

#include "core/dossier/dossier.h"
#include "core/dossier/ledger.h"
#include "core/dossier/shaping.h"

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace countercheck::dossier {

class Projection {
public:
    /// New results, made from the articles `cover` in this order; follow with rebuild().
    void setResults(compare::Comparison results, std::vector<ArticleId> cover);
    /// No results yet: decisions keep the keys under which they were made.
    void clearResults();
    /// Relates claims that a person marked, corrected or joined; without it they stand unrelated.
    void setRelate(Relate relate) { shaping_.setRelate(std::move(relate)); }
    [[nodiscard]] bool hasResults() const { return hasResults_; }

    /// Derives everything from the ledger.
    void rebuild(const Ledger& ledger);
    /// Derives what the changes (of the records that were folded into the ledger since) touched: of a question with ten
    /// thousand notes, the one that came.
    void update(const Ledger& ledger, const std::vector<Change>& changes);
    void update(const Ledger& ledger, const Change& change) { update(ledger, std::vector<Change>{change}); }
    /// How many notes, exhibits and lines of history were put in their places, and questions shaped, so far: what it
    /// costs, without a clock.
    [[nodiscard]] std::size_t work() const { return work_ + shaping_.work(); }

    /// Lets go of the articles, so that folding an article in need not copy the list; update() takes them up again.
    void releaseArticles() { now_.articles.clear(); }

    /// The case as it stands, but for the history of the whole case.
    [[nodiscard]] const Dossier& now() const { return now_; }
    /// A snapshot, history included.
    [[nodiscard]] Snapshot snapshot(const Ledger& ledger) const;
    /// The entry that edits of that question change; null when there is none yet.
    [[nodiscard]] const Entry* entryOf(const Ledger& ledger, const QuestionKey& key) const;

private:
    struct Touched;
    void copyPlain(const Ledger& ledger);
    Shaping::Touched shape(const Ledger& ledger, bool afresh);
    [[nodiscard]] std::optional<QuestionKey> homeOf(const Ledger& ledger, const Entry& entry) const;
    void placeAgain(const Ledger& ledger, std::set<QuestionKey>& changed);
    void place(const Ledger& ledger, const std::string& subject);
    void unplace(const std::string& subject);
    void assemble(const Ledger& ledger, const QuestionKey& key);
    bool renew(const Ledger& ledger, const QuestionKey& key,
               const std::vector<std::pair<const std::string*, const Touched*>>& touched);
    [[nodiscard]] std::vector<const Entry*> entriesOf(const Ledger& ledger, const QuestionKey& key) const;
    void keep(const QuestionKey& key, Decisions decisions);
    void listLost(const Ledger& ledger);

    Shaping shaping_;
    bool hasResults_ = false;
    std::map<QuestionKey, std::vector<std::string>>
        subjects_;                                        ///< question → subjects placed there, the leading one first
    std::unordered_map<std::string, QuestionKey> placed_; ///< subject → question
    std::set<QuestionKey> tangled_;                       ///< several subjects there have an item of the same number
    std::set<QuestionKey> claimsChanged_; ///< signed, and then other claims: whoever shapes the claims last is named
    std::unordered_set<std::string> lost_;
    std::size_t work_ = 0;
    Dossier now_;
};

/// One question's decisions from its entries, the leading one first. A sign-off whose subject is no longer what was
/// signed is revoked. `question` may be null: nothing to check a sign-off against.
/// @param shaping  what changed which claims there are to read, oldest first; see Ledger
Decisions assembled(const std::vector<const Entry*>& entries, const compare::Question* question,
                    const std::vector<Article>& articles, const std::vector<HistoryLine>& shaping);

} // namespace countercheck::dossier
