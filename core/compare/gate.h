// SPDX-License-Identifier: GPL-3.0-or-later
// What the rooms of the gate share: evidence in words, and vetoes by what is counted, by set marks and by happening.
// Used by the gate alone.
#pragma once

#include "core/compare/align.h"

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace countercheck::compare::gate {

/// Words that both lists hold (each ascending and unique).
std::size_t overlap(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b);
/// Their share of the shorter list, 0 to 1.
double share(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b);
bool meet(const read::TimeSpan& a, const read::TimeSpan& b);
Verdict no(std::string why);

/// Do the heads count the same things? Sets `why`.
bool sameHead(const claim::Claim& a, const claim::Claim& b, std::string& why);
/// Vetoes by set marks: a mark on one side only. Empty: none.
std::string markVeto(const Candidate& a, const Candidate& b);
/// Vetoes by time and by telling: another happening. Empty: none. `evidence` takes what speaks for one happening.
std::string happeningVeto(const Candidate& a, const Candidate& b, const Common& common,
                          std::vector<std::string>& evidence, int& strength);
/// Inside one report two figures for one slot are rivals only where the text says so.
bool disputed(const Candidate& a, const Candidate& b);
bool sameSet(const Candidate& a, const Candidate& b);
bool numeric(claim::ClaimKind kind);

// One question? By kind of claim.
Verdict sameNumber(const Candidate& a, const Candidate& b, const Common& common);
Verdict sameTime(const Candidate& a, const Candidate& b, const Common& common);
Verdict sameAge(const Candidate& a, const Candidate& b, const Common& common);
Verdict sameQuote(const Candidate& a, const Candidate& b);
Verdict sameDeed(const Candidate& a, const Candidate& b, const Common& common);
Verdict samePlace(const Candidate& a, const Candidate& b, const Common& common);

} // namespace countercheck::compare::gate
