// SPDX-License-Identifier: GPL-3.0-or-later
// The same-question gate: do two claims answer one question? Vetoes first (other times, other places, a part on one
// side, other units), then evidence in words, of two independent kinds at least. In doubt, no.
#pragma once

#include "core/compare/compare.h"

#include <string>
#include <vector>

namespace countercheck::compare {

/// A claim with the article it comes from.
struct Candidate {
    std::uint32_t article = 0;
    std::uint32_t index = 0; ///< into the article's claims
    const claim::Claim* claim = nullptr;
    const ReadArticle* in = nullptr;
    bool part = false;      ///< one of several figures that a sentence adds up: a part of the whole
    bool ambiguous = false; ///< its report gives several figures for the slot: several happenings
};

enum class Gate : std::uint8_t { Join, Possible, No };

struct Verdict {
    Gate gate = Gate::No;
    int strength = 0; ///< kinds of evidence; orders the joins
    std::vector<std::string>
        because; ///< what speaks for it; for a veto or a near miss, the last line says what speaks against
};

/// How much two articles have in common: what the gate asks of them beforehand.
struct Common {
    std::uint32_t names = 0; ///< names that both mention
    bool leadTimesMeet = false, leadTimesApart = false;
    bool sameLeadEvent = false;
    bool tiny = false; ///< one of them is a sentence or two: nothing more to ask
};
Common commonOf(const ReadArticle& a, const ReadArticle& b);

Verdict sameQuestion(const Candidate& a, const Candidate& b, const Common& common);

/// Groups of candidates (indexes) that answer one question. A group is a set, not a chain: no two members carry a veto.
struct Group {
    std::vector<std::uint32_t> members; ///< ascending
    std::vector<std::string> because;
};
struct Alignment {
    std::vector<Group> groups;
    std::vector<std::pair<std::pair<std::uint32_t, std::uint32_t>, std::string>>
        near; ///< below the line, with the reason
};
Alignment align(const std::vector<Candidate>& candidates, const std::vector<ReadArticle*>& articles);

/// Where each candidate stands when articles are ordered by their dates and words: the same however they came.
std::vector<std::uint32_t> contentOrder(const std::vector<Candidate>& candidates,
                                        const std::vector<ReadArticle*>& articles);

/// Marks the candidates that are parts of a sum of their own sentence ("12 soldiers and three civilians were killed").
void markParts(std::vector<Candidate>& candidates);
/// Marks the candidates whose report gives other figures for the same slot without setting them against each other.
void markAmbiguous(std::vector<Candidate>& candidates);

} // namespace countercheck::compare
