// SPDX-License-Identifier: GPL-3.0-or-later
// Makes the digest of one article from what reading it gave. Used by digestsOf() alone; its parts stand in digester
// (facts), digestpart (of what part a figure is told), digestslots (what verb and noun tell together), digestbeside
// (what stands around them), digestwords (names, wording), digestmarks (facts of one article beside each other) and
// digestsums (what is added up, how matters ended). Each is near-linear in the article's length, however alike its
// sentences are.
#pragma once

#include "core/compare/digest.h"
#include "core/compare/digest/closely.h"
#include "core/compare/sortunique.h"
#include "core/compare/words/concepts.h"
#include "core/text/lexicon.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace countercheck::compare {

/// Everything that reading one article yields; reused from article to article.
struct Workspace {
    text::Reading reading;
    read::Mentions mentions;
    claim::Claims claims;
};

/// The figure counts those whom the event befell, whatever the verb that it stands with.
inline void befell(claim::Slot& slot, std::string_view event) {
    slot.event = event;
    slot.classified = true;
    slot.relation = claim::Relation::Patient;
    slot.preposition = {};
}

class Digester {
public:
    Digester(const Workspace& in, Digest& out);
    static constexpr int steps = 5 + CloseReader::steps; ///< of making a digest
    /// Takes one of them; each but once, in order.
    /// @param closely  as of digestOf()
    void take(int step, bool closely);

private:
    // digester.cpp
    void takeClaims(bool closely);
    void lookClosely(int step);
    void finish(bool closely);
    void fact(const claim::Claim& claim);
    /// Is it a function word?
    [[nodiscard]] bool smallWord(const text::Token& token) const { return wordOf(token).second; }
    void quoteWordsOf(const claim::Claim& claim, Fact& fact) const;
    void keysOf(Fact& fact) const;
    // digestpart.cpp
    class OfClaim;
    class Part;
    [[nodiscard]] bool saidBefore(std::uint32_t sentence) const;
    [[nodiscard]] bool throughout(const text::Sentence& s, std::uint32_t land) const;
    [[nodiscard]] bool mayYet(std::uint32_t t, std::uint32_t end) const;
    [[nodiscard]] bool isToBe(std::uint32_t token, std::uint32_t end) const;
    void lookThrough(std::uint32_t sentence);
    /// "Nine of its hospitals" counts some; "will build" tells of a plan.
    void tellPart(const claim::Claim& claim, Fact& fact);
    // digestbeside.cpp
    void across(claim::Slot& slot) const;
    /// The first token that begins at the byte of the reading view or behind it; their number when none does.
    [[nodiscard]] std::uint32_t tokenFrom(std::uint32_t byte) const;
    class Beside;
    /// What the words around the claim tell of it: "a plane with 68 people on board", "four are among the dead".
    void tellBeside(const claim::Claim& claim, Fact& fact) const;
    void tellHowBadly(const claim::Claim& claim, Fact& fact) const;
    void tellMeasure(const claim::Claim& claim, Fact& fact) const;
    void takeNoun(claim::Slot& slot, text::WordId noun) const;
    void tellNumberOf(const claim::Claim& claim, Fact& fact) const;
    // digestslots.cpp
    void settle(claim::Slot& slot) const;
    void settleThings(claim::Slot& slot) const;
    void tellTogether(const claim::Claim& claim, Fact& fact) const;
    void tellVerb(const claim::Claim& claim, Fact& fact) const;
    void tellAge(const claim::Claim& claim, Fact& fact) const;
    [[nodiscard]] std::uint32_t toldOfBefore(std::uint32_t sentence) const;
    [[nodiscard]] std::uint32_t bearerOf(const claim::Claim& claim, const Fact& fact) const;
    void bodies();
    void sameCurrency();
    // digestwords.cpp
    void names();
    void words();
    /// The hash of its small letters, and whether it is a function word.
    [[nodiscard]] std::pair<std::uint32_t, bool> wordOf(const text::Token& token) const;
    void prints();
    void sources();
    void namedIn(Fact& fact);
    void nameSentence(Fact& fact) const;
    // digestmarks.cpp
    [[nodiscard]] bool disputed(const claim::Claim& a, const claim::Claim& b) const;
    void disputes();
    void markParts();
    void markDeadOfAll(const std::vector<std::uint32_t>& counts);
    void markAmbiguous();
    void markOnly();
    // digestsums.cpp
    [[nodiscard]] bool onlyLinked(Span between) const;
    void sums();
    void outcomes();

    const Workspace& in_;
    Digest& out_;
    const text::Lexicon& lexicon_;
    Concepts concepts_;
    CloseReader close_;
    std::vector<std::uint64_t> entityKeys_;                 ///< of each entity the hash of its name, folded
    std::vector<std::uint32_t> mentionWords_, mentionEnds_; ///< words of each name in the text, and where they end
    /// Where sources are named: (begin, the furthest end of those that begin there or before), ascending.
    std::vector<std::pair<std::uint32_t, std::uint32_t>> sources_;
    Fact named_; ///< what the sentence asked about last names
    static constexpr std::uint32_t nowhere = 0xFFFFFFFFu;
    std::uint32_t planOf_ = nowhere;        ///< the sentence of what follows
    std::vector<std::uint32_t> plans_;      ///< where its words of a plan begin
    std::vector<std::uint32_t> everywhere_; ///< where its words begin that tell of a whole country
    bool saidLongAgo_ = false;              ///< is it told as what was said in a month or year before?
    std::vector<std::uint32_t> able_;       ///< where its words begin that tell what can be done
    std::vector<std::pair<std::uint32_t, std::uint32_t>>
        narrowed_;                         ///< where its words of Family::Narrowing begin, and their rows
    std::uint32_t foreseenFrom_ = nowhere; ///< where its first word begins that tells that a figure is foreseen
    mutable std::string buffer_;
};

/// What the steps about one claim look at.
class Digester::OfClaim {
protected:
    OfClaim(const Digester& digester, const claim::Claim& claim, Fact& fact)
        : digester_(digester), lexicon_(digester.lexicon_), reading_(digester.in_.reading),
          mentions_(digester.in_.mentions), tokens_(reading_.tokens), s_(reading_.sentences[claim.sentence]),
          claim_(claim), fact_(fact) {}

    const Digester& digester_;
    const text::Lexicon& lexicon_;
    const text::Reading& reading_;
    const read::Mentions& mentions_;
    const std::vector<text::Token>& tokens_;
    const text::Sentence& s_;
    const claim::Claim& claim_;
    Fact& fact_;
};

} // namespace countercheck::compare
