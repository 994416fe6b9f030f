// SPDX-License-Identifier: GPL-3.0-or-later
// One call of a Comparer, step by step: articles are read, put beside each other by wording and by happening, claims
// are joined, joins fall into components and these into questions. Each step leaves what the next one asks for. A claim
// is a number here: claims are counted through article by article, in the order in which the articles were given.
#pragma once

#include "core/compare/align.h"
#include "core/compare/rounds/known.h"

#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace countercheck::compare {

class Round {
public:
    Round(Memory& memory, std::span<const Input> given, const Progress& progress, const std::stop_token& stop)
        : memory_(memory), given_(given), inputs_(given.begin(), given.end()), progress_(progress), stop_(stop),
          opener_(given.size()) {}
    /// Cancelled: nothing.
    std::optional<Comparison> run();

private:
    static constexpr std::uint32_t none = 0xFFFFFFFFu;
    static constexpr std::size_t chunk = 64;      ///< of small work that a thread takes at once
    static constexpr std::size_t stepsBehind = 4; ///< that are told behind the reading of each article

    /// A group of claims that answer one question.
    struct Asked {
        std::vector<std::uint32_t> members; ///< ascending
        const std::vector<std::uint32_t>* component = nullptr;
        Part* part = nullptr;
        /// The part of the question in which a claim stands, where it was put together in spite of vetoes.
        [[nodiscard]] std::uint32_t partOf(std::uint32_t claim) const;
    };
    /// What is known of a question that was found again or made.
    struct Put {
        Made* remembered = nullptr; ///< where its place is to be remembered
        std::uint32_t keyLength = 0, titleLength = 0;
        std::uint32_t earliest = 0; ///< the place of its earliest claim
    };

    // roundarticles.cpp
    bool readArticles();
    void index();
    bool findLineage();
    void examine(const std::vector<ArticlePair>& pairs, const std::vector<std::size_t>& open,
                 std::vector<std::optional<Lineage>>& found) const;
    bool takeDates();
    // roundjoins.cpp
    void countClaims();
    void findCommon();
    [[nodiscard]] Common common(std::uint32_t a, std::uint32_t b) const;
    /// Pairs of articles whose claims are put side by side.
    struct Pairing {
        /// A pair, under the numbers of its articles.
        struct Pair {
            std::uint64_t key;
            std::uint32_t first, second;
            [[nodiscard]] bool copies() const { return first != second && key >> 32 == (key & 0xFFFFFFFFu); }
        };
        static constexpr std::size_t unknown = ~std::size_t{0};
        std::vector<Pair> all;
        std::vector<std::size_t> open;    ///< those that are judged now, by their places in `all`
        std::vector<std::size_t> foundAt; ///< per pair its place among those that were judged before
    };
    bool judgePairs();
    std::vector<Pairing::Pair> pairUp();
    void findJudged(Pairing& pairing) const;
    std::vector<Meeting> meetingsBetween(std::uint32_t first, std::uint32_t second, std::size_t& asked) const;
    void takeJudged(Pairing& pairing, std::vector<std::vector<Meeting>>& fresh);
    void takeMeetings(ArticlePair pair, bool turned, const Meeting* first, const Meeting* last);
    // roundcomponents.cpp
    void connect();
    bool split();
    void splitOne(std::uint32_t component) const;
    // roundquestions.cpp
    bool ask();
    std::unique_ptr<Question> make(const std::vector<std::uint32_t>& claims, const Asked* asked,
                                   std::vector<std::string> because) const;
    void tellReasons(const Asked& asked, std::vector<std::string>& because) const;
    void tellLimits(const std::vector<std::uint32_t>& claims, std::vector<std::string>& because) const;
    std::unique_ptr<Question> again(const Made& from) const;
    void makeAlone(std::uint32_t article, std::vector<std::unique_ptr<Question>>& out) const;
    void nameAndOrder(Comparison& out);
    std::vector<NearMiss> nearMisses();

    [[nodiscard]] std::shared_ptr<const Digest> open(std::uint32_t article) const {
        const Known& known = *known_[article];
        return known.whole ? known.whole : opener_.open(known.packed, inputs_[article].text, rank_[article]);
    }
    [[nodiscard]] Verdict judge(std::uint32_t p, std::uint32_t q, bool explain) const;
    /// May the two not stand in one question, to which another claim would join both?
    [[nodiscard]] bool parted(std::uint32_t p, std::uint32_t q) const;
    [[nodiscard]] Trust trusted(std::uint32_t p, std::uint32_t q) const;
    void tell(std::size_t done) const {
        if (progress_)
            progress_(done, inputs_.size() + stepsBehind);
    }

    Memory& memory_;
    std::span<const Input> given_;
    std::vector<Input> inputs_;
    const Progress& progress_;
    const std::stop_token& stop_;
    mutable Opener opener_;

    std::vector<Known*> known_;
    std::vector<IndexedArticle> indexed_;
    std::vector<std::uint32_t> rank_;  ///< of each article, see contentRank()
    std::vector<std::uint64_t> ids_;   ///< of each article; copies of one text are told apart by their order
    std::vector<ArticlePair> wording_; ///< that may share wording
    std::vector<Lineage> links_;
    std::vector<std::optional<std::uint32_t>> dateFrom_; ///< per article, the one whose date it took
    std::vector<std::uint32_t> origin_;

    std::vector<std::uint32_t> firstOf_;   ///< per article its first claim; one more at the end
    std::vector<std::uint32_t> articleOf_; ///< per claim
    std::vector<std::uint32_t> place_;     ///< per claim, where it stands by dates and words of the articles
    std::vector<std::uint32_t> claimAt_;   ///< per place
    std::vector<Common> common_;           ///< of a handful, per two articles
    std::vector<Join> joins_;
    std::vector<Join> below_, refused_; ///< not joined: below the line, or parted by a veto

    std::vector<std::vector<std::uint32_t>> membersOf_; ///< per component, in the order of places
    std::vector<std::size_t> joinsAt_;                  ///< per component its first join; one more at the end
    std::vector<Component*> components_;
    std::vector<Component> unsaved_; ///< where nothing is remembered
    std::vector<Asked> groups_;
    std::vector<std::uint32_t> groupOf_;    ///< per claim
    std::vector<Question> questions_;       ///< in the order of their first claims, names behind them
    std::vector<Put> put_;                  ///< per question that is none of names
    std::vector<std::uint32_t> questionOf_; ///< per claim
};

} // namespace countercheck::compare
