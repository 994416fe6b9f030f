// SPDX-License-Identifier: GPL-3.0-or-later
// What does the log say? The ledger is what people decided, folded from the records, oldest first: state = fold(log).
// Every record names the slots that it changed, as they were and as they are (JSON); folding puts the `after` of each
// in its place, so undoing is a record like any other. The same records always fold to the same ledger; nothing of the
// engine takes part.
//
// Decisions are kept by subject: the key under which a question was first decided on. When a re-reading gives the
// question another key, later records keep the subject and name the new key beside it.
#pragma once

#include "core/dossier/dossier.h"
#include "core/dossier/logjson.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace countercheck::dossier {

/// What people decided about one subject.
struct Entry {
    std::string subject;
    QuestionKey key;   ///< the question's key when last decided on
    std::string label; ///< its label then, for people
    std::optional<Verdict> verdict;
    std::optional<Proposal> proposal;
    std::optional<logjson::Signed> signedOff;
    std::optional<logjson::Taken> taken; ///< the sign-off was taken back by a person
    std::map<std::uint64_t, Note> notes; ///< by the record that made them
    std::map<std::uint64_t, Evidence> evidence;
    std::string dismissed;
    std::vector<ClaimAnchor> anchors;
    std::map<std::string, Grade> information; ///< by source
    /// A slot on which several decided without knowing of each other. Not written: it follows from the records.
    struct Open {
        Conflict conflict;
        std::vector<std::string> hashes; ///< of the sides' records
    };
    std::map<std::string, Open> conflicts;    ///< by slot
    std::map<std::string, std::string> setBy; ///< slot → hash of the record that set it last; with merged records only
    std::map<std::string, Stamp> setStamp;    ///< its stamp
    std::string changedBy;
    std::vector<HistoryLine> history; ///< oldest first
    /// Everything was undone: nothing is decided.
    [[nodiscard]] bool empty() const;
    /// A copy without what may be long: notes, evidence and history.
    [[nodiscard]] Entry brief() const;
};

/// A question in a join, findable after re-reading.
struct JoinMember {
    QuestionKey key;
    std::string label;
    std::vector<ClaimAnchor> anchors;
};
struct JoinGroup {
    std::vector<JoinMember> members;
    HistoryLine line;
};

struct CorrectionEntry {
    Correction correction;
    HistoryLine line;
};

/// A record that can be undone or redone.
struct Undoable {
    RecordId record;
    std::string edit, what, by;
    std::string subject; ///< the question's; empty: it concerns the case
};

/// What a record touched, so that only that has to be derived again.
struct Change {
    enum class Kind : std::uint8_t { Plain, Subject, Appended, Articles, Joins } kind = Kind::Plain;
    std::string subject;
    std::string problem; ///< not empty: the record could not be read and was left out

    // What of the subject: notes and evidence as they stood before, and the line of its history. Its other slots are
    // few and may all have changed.
    logjson::Numbered<Note> notes;
    logjson::Numbered<Evidence> evidence;
    std::optional<HistoryLine> line;
    bool whole = false; ///< more than is listed here may have changed
};

struct Step;

struct Ledger {
    std::string title;
    std::optional<ArticleId> reference;
    std::vector<Person> people;
    compare::SharedVector<Article> articles; ///< in the order of the panes
    std::unordered_map<std::string, std::string>
        textHash;                             ///< article → SHA-256 of its decoded text; also of those taken out
    std::map<std::string, Entry> entries;     ///< by subject
    std::map<std::uint64_t, JoinGroup> joins; ///< by the record that made them
    std::map<std::uint64_t, CorrectionEntry> corrections; ///< by the record that made them
    std::map<std::string, Grade> sources;                 ///< reliability by name
    LongList<HistoryLine> history;                        ///< newest first
    /// Of the history, what changed which claims there are to read: articles, corrections, joins; oldest first.
    std::vector<HistoryLine> shaping;
    std::vector<Undoable> undo, redo; ///< newest last
    std::uint64_t records = 0;
    std::string lastHash;
    std::string lastAt; ///< the latest time of any record: what is made next is later
    /// Of a log with merged records: did the maker of `record` know the one with hash `earlier`? Empty: they all did.
    std::function<bool(const std::string& record, const std::string& earlier)> knew;

    /// Where several work on one case, each undoes only what they did; empty: the newest record is undone.
    std::string undoBy;
    /// What is undone (or redone) next; null: nothing. With `undoBy`, a record on which somebody else built since is
    /// not.
    [[nodiscard]] const Undoable* next(bool undoing) const;

    /// Gives an article's text when a record brings the article (back) in.
    using TextOf = std::function<SharedText(const std::string& article, const std::string& textHash)>;
    /// Folds one more record in. `step`: becomes what takes it back; of a log with merged records only.
    Change apply(const Record& record, const TextOf& textOf, Step* step = nullptr);
};

/// The slots in which `from` differs from `to`, with the values of `from`. Subject, key, label, anchors and who changed
/// it last are always there.
std::string entrySlots(const Entry& from, const Entry& to);

} // namespace countercheck::dossier
