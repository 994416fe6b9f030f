// SPDX-License-Identifier: GPL-3.0-or-later
// Which content came before which, as their makers knew it? Each log is a chain of contents that build on one another;
// a content has a clock: how far along each chain its maker knew (vector clocks; Fidge, Australian Computer Science
// Communications 10, 1988, and Mattern, 1989). A question is answered by one look, however long the log is.
//
// A content may name others that come in later: the clocks are then made anew. What names one another in a circle, or
// stands in more chains than people who work together ever make, was made up: the former knows nothing through the
// circle, for the latter the question is answered by a walk.
#pragma once

#include "core/dossier/unite.h"

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace countercheck::dossier {

class Ancestry {
public:
    Ancestry() = default;
    explicit Ancestry(const std::vector<Content>& contents);
    /// One content more; the same twice is there once.
    void add(const Content& content);
    /// Did the maker of `record` know `earlier` (hashes)? One that is not among the contents was made here last: it
    /// knows all.
    [[nodiscard]] bool knew(const std::string& record, const std::string& earlier) const;

private:
    struct Node {
        std::vector<std::uint32_t> knows;         ///< what it builds on itself
        std::uint32_t chain = 0, place = 0;       ///< place: from 1
        mutable std::vector<std::uint32_t> clock; ///< by chain the last place known; what is not there is 0
    };
    void setClock(const Node& node) const;
    void setClocks() const;
    [[nodiscard]] bool walk(std::uint32_t record, std::uint32_t earlier) const;

    std::unordered_map<std::string, std::uint32_t> index_;
    std::vector<Node> nodes_;
    std::vector<std::uint32_t> tips_;                                     ///< by chain its last node
    std::unordered_map<std::string, std::vector<std::uint32_t>> missing_; ///< named, and not here; by whom
    mutable bool dirty_ = false;                                          ///< the clocks have to be made anew
};

} // namespace countercheck::dossier
