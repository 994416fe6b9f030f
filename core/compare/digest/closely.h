// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked only of a handful of articles, which a person chose because they belong together: statements that
// another can deny, lengths of time, and in what sentence each person is named.
#pragma once

#include "core/compare/digest.h"
#include "core/compare/digest/closelytimes.h"
#include "core/compare/sentences/statements.h"
#include "core/compare/words/concepts.h"

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace countercheck::compare {

/// Adds to a digest that has all its other facts.
class CloseReader {
public:
    CloseReader(const text::Reading& reading, const read::Mentions& mentions, Concepts& concepts, Digest& out);
    static constexpr int steps = 4; ///< what stands around its facts, its outlines, its statements, facts of these
    /// Takes one of them; each but once, in order. What is around the facts is looked for before any is added.
    void take(int step);

private:
    static constexpr std::uint32_t earlySentences = 5;  ///< statements further down are seldom what a report is about
    static constexpr std::uint32_t apartSentences = 12; ///< the same of causes, and of one of a sort

    template <class Look> void eachSentence(const Look& look) const;
    template <class Look> void eachEarly(const Look& look) const;
    const claim::Anchor& anchorIn(std::uint32_t sentence);
    void nounsOf(Fact& fact);
    void takeParties(Fact& fact, std::uint32_t byte) const;
    void lookAround();
    Fact& begin(claim::ClaimKind kind, std::uint32_t sentence, text::Span words, std::string_view deed);
    void makeFacts();
    void takeLengths(std::uint32_t sentence);
    void takeStatements(std::uint32_t sentence, std::vector<Statement>& statements, bool behind);
    void takeApart(std::uint32_t sentence, std::uint32_t seen, const BeginFact& begin);
    void tell(Statement&& statement, Fact& fact) const;
    void markAmbiguous();
    void besidePersons();

    const text::Reading& reading_;
    const read::Mentions& mentions_;
    Concepts& concepts_;
    Digest& out_;
    std::size_t before_ = 0; ///< facts that there were
    struct {                 ///< of the sentence asked for last
        std::uint32_t sentence = 0xFFFFFFFFu;
        std::vector<std::uint64_t> titles, complements;
    } nouns_;
    struct {
        std::uint32_t sentence = 0xFFFFFFFFu;
        claim::Anchor anchor;
    } placed_;
    std::array<std::vector<Statement>, earlySentences> statements_;
    std::vector<Length> lengths_;
};

} // namespace countercheck::compare
