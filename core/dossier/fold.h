// SPDX-License-Identifier: GPL-3.0-or-later
// The fold over a log into which other people's records come in, kept between records: taking in one more costs what it
// touches, not the whole log. Records mostly arrive in the order in which they are folded; where one was made a moment
// earlier than what is here already, the newer ones are taken back and folded in again behind it, or, when one of them
// cannot be taken back, the fold goes back to a ledger that was kept from a while before. The result is always that of
// united() over the same contents.
#pragma once

#include "core/dossier/ancestry.h"
#include "core/dossier/step.h"
#include "core/dossier/unite.h"

#include <cstddef>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace countercheck::dossier {

class Fold {
public:
    /// Is there anything to keep? Without merged records a log is folded in its own order, and this is not needed.
    [[nodiscard]] bool running() const { return ancestry_ != nullptr; }
    void stop() { *this = {}; }

    /// Begins with the contents of the whole log, in their order (contentsOf()). `problem`: the first record that could
    /// not be read.
    Ledger start(std::vector<Content> contents, const Ledger::TextOf& textOf, std::string& problem);
    /// Takes contents in that the ledger does not have yet, in any order; what they touched. The ledger's count of
    /// records and its last hash are those of the log, which only the caller knows.
    std::vector<Change> take(Ledger& ledger, std::vector<Content> fresh, const Ledger::TextOf& textOf);
    /// A record was made here, and folded into the ledger, after all others. `step`: what takes it back.
    void made(const Record& record, Step step);

    /// Hash of what a person made → number of the record of this log that is it or carries it.
    [[nodiscard]] const std::unordered_map<std::string, std::uint64_t>& carrierOf() const { return carrierOf_; }

private:
    void enter(Content& content);
    Change apply(Ledger& ledger, const Content& content, const Ledger::TextOf& textOf, Step* step) const;
    bool takeBack(Ledger& ledger, std::size_t count, std::vector<Change>& changes);
    void keepEarlier(const Ledger::TextOf& textOf);

    std::shared_ptr<Ancestry> ancestry_;
    std::vector<Content> contents_; ///< in the order of folding
    std::unordered_map<std::string, std::uint64_t> carrierOf_;
    Ledger earlier_;                 ///< after the first `folded_` contents
    std::size_t folded_ = 0;         ///< how many of contents_ are in earlier_
    std::deque<Step> steps_;         ///< what takes the newest contents back, as many as there are
    std::string previous_;           ///< hash of the last record of this log itself
    std::vector<std::string> since_; ///< of what merges carried since
};

} // namespace countercheck::dossier
