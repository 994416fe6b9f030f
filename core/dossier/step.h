// SPDX-License-Identifier: GPL-3.0-or-later
// What folding one record into a ledger changed, so that it can be taken back. Where several people decide at once, a
// record often arrives a moment after ones that were made a moment later: taking these back and folding them in again
// costs what they touched, however long the log is. Decisions on one question can be taken back, and undoing them; what
// changes articles, people or corrections cannot.
#pragma once

#include "core/dossier/ledger.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace countercheck::dossier {

struct Step {
    bool reversible = false;
    static constexpr std::size_t none = static_cast<std::size_t>(-1);
    enum class Stack : std::uint8_t { Untouched, Decided, Undone, Redone } stack = Stack::Untouched;
    std::size_t place = none; ///< of the undone or redone record in its stack; none: it was put there for this

    /// Before the record is folded in; `after`: what it sets.
    void begin(const Ledger& ledger, const logjson::Value& after);
    /// Takes the record back, which must be the one that was folded in last and be reversible. How many records there
    /// are, the last one's hash and the latest time stay as they are: what is taken back is folded in again. What that
    /// touched; the line of the history is that of the record, which is gone.
    Change takeBack(Ledger& ledger);

private:
    friend struct Ledger;
    std::string subject_;
    bool fresh_ = false; ///< the record made the entry
    Entry was_;          ///< without notes, evidence and history, which may be long
    logjson::Numbered<Note> notes_;
    logjson::Numbered<Evidence> evidence_;
    std::vector<Undoable> redo_; ///< what a decision took away
};

} // namespace countercheck::dossier
