// SPDX-License-Identifier: GPL-3.0-or-later
// Puts claims together: for each mention of a sentence, what it is about (slot), which happening (anchor), which part
// (marks) and who says so.
#pragma once

#include "core/claim/claim.h"
#include "core/claim/syntax.h"

#include <string>
#include <string_view>
#include <vector>

namespace countercheck::claim {

class Assembler {
public:
    Assembler(const text::Reading& reading, const read::Mentions& mentions, const read::ReadContext& context,
              Claims& out);
    void run();

private:
    struct Range {
        std::uint32_t first = 0, end = 0;
    };
    /// The predicate that a noun phrase belongs to.
    struct Predicate {
        std::string_view event;
        bool classified = false;
        Relation relation = Relation::None;
        std::string preposition;
        std::uint32_t verbGroup = Syntax::none;
        std::string because;
    };

    void findLead();
    void sentence(std::uint32_t index);
    void figureClaim(std::uint32_t figure);
    [[nodiscard]] bool ofNumberNoun(std::uint32_t nounPhrase, Claim& claim) const;
    void ageClaim(std::uint32_t figure);
    void dateClaim(std::uint32_t time);
    void placeClaim(std::uint32_t name);
    void quoteClaim(std::uint32_t quote);
    void responsibilityClaims();

    [[nodiscard]] Predicate predicateOf(std::uint32_t nounPhrase, int depth = 0) const;
    [[nodiscard]] Predicate ofVerb(std::uint32_t verbGroup, Relation relation) const;
    /// An event noun in the clause of a light verb ("carried out attacks", "took part in the raid").
    [[nodiscard]] std::string_view eventNounNear(std::uint32_t verbGroup) const;
    [[nodiscard]] bool lightVerb(std::uint32_t verbGroup) const;
    [[nodiscard]] bool sayVerb(std::uint32_t verbGroup) const;
    [[nodiscard]] bool
    saidTime(std::uint32_t time) const; ///< a time that belongs to the saying ("told reporters on Monday")

    Claim& begin(ClaimKind kind, Span highlight, std::uint32_t chunk);
    void finish(Claim& claim);
    void attribute(Claim& claim) const;
    void anchor(Claim& claim) const;
    [[nodiscard]] std::uint32_t contentWord(std::uint32_t token) const;
    void content(std::uint32_t first, std::uint32_t end, std::vector<std::uint32_t>& out) const;
    void marksOf(const read::Figure& figure, std::uint32_t nounPhrase, Claim& claim) const;
    /// "person", "vehicle", …; empty: unknown. Lives as long as the program.
    [[nodiscard]] std::string_view headClass(std::uint32_t token, const std::string& lemma) const;
    [[nodiscard]] std::string_view kept(std::string_view lemma) const;
    [[nodiscard]] std::string plural(const std::string& noun) const;
    [[nodiscard]] std::string topicOf(const Claim& claim) const;
    [[nodiscard]] Range timesOf(std::uint32_t sentence) const;

    const text::Reading& reading_;
    const read::Mentions& mentions_;
    const read::ReadContext& context_;
    Claims& out_;
    const text::Lexicon& lexicon_;
    Syntax syntax_;
    std::uint32_t sentence_ = 0;
    mutable std::uint32_t contentOf_ = Syntax::none; ///< the sentence of `contentWords_`
    mutable std::vector<std::uint32_t> contentWords_;
    bool backgroundSentence_ = false;
    std::uint32_t afterToken_ = Syntax::none; ///< what stands behind it in the sentence went before
    std::int32_t lastCount_ = -1; ///< the last count claim of this or the sentence before: what "the number" means
    std::uint32_t lastCountSentence_ = 0;
    std::int32_t lastPlace_ = -1; ///< the last place claim, for lists ("in A and B")
    std::uint32_t lastPlacePreposition_ = 0;
};

} // namespace countercheck::claim
