// SPDX-License-Identifier: GPL-3.0-or-later
// How is a case kept? One SQLite file, NAME.countercheck. Authored tables (captures, exhibits, log) are only ever added
// to; derived tables are stamped with the engine's version and rebuilt at will. Each edit is on disk when apply()
// returns (WAL, synchronous=FULL): there is no Save. One process holds a case for writing at a time.
#pragma once

#include "core/dossier/dossier.h"
#include "core/dossier/unite.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace countercheck::store {

/// One clear message: what went wrong, where, and what to do.
struct Problem {
    std::string message;
    bool damaged = false; ///< what is in the file does not hold (not: it is missing, in use, or something else)
};
template <class T> using Outcome = std::variant<T, Problem>;

enum class OpenMode : std::uint8_t {
    ReadOnly,
    ReadWrite,   ///< must exist
    CreateOrOpen ///< made when it is not there
};

/// What a merge did.
struct Merged {
    std::uint64_t added = 0; ///< records that were not here yet
    std::uint64_t known = 0; ///< records that were here already
    /// A question with decisions of which neither maker knew the other.
    struct Conflict {
        std::string question; ///< its label
        dossier::Conflict conflict;
    };
    std::vector<Conflict> conflicts; ///< all that are open now
};

/// What records name by its hash: the bytes of a capture, of a text that was decoded from one, or of an exhibit.
struct Material {
    enum class Kind : std::uint8_t { Capture, Text, Exhibit } kind = Kind::Capture;
    std::string sha256;
    auto operator<=>(const Material&) const = default;
};
/// The material that a record names, each once.
std::vector<Material> materialOf(const dossier::Record& record);

/// What came in from another copy of the case.
struct TakenIn {
    std::uint64_t added = 0;               ///< records that were not here yet
    std::uint64_t before = 0, records = 0; ///< of the log, before and after
};

class CaseFile {
public:
    /// Opens or makes a case. Refused with a Problem: not a case file, newer than this program, damaged, in use by
    /// another window, no permission, no space. A refused file is never touched. A case in a folder that cannot be
    /// written opens read-only (readOnly() says so).
    static Outcome<std::unique_ptr<CaseFile>> open(const std::string& path, OpenMode mode);
    /// A case that lives in memory until saveAs() gives it a file (the sample case, articles without a case).
    static std::unique_ptr<CaseFile> inMemory();
    ~CaseFile();

    [[nodiscard]] const std::string& path() const; ///< empty in memory
    /// While it is worked on in another thread, what it was before: nobody waits for the answer.
    [[nodiscard]] bool readOnly() const;
    /// Why nothing can be changed, for people; empty when it can.
    [[nodiscard]] std::string readOnlyBecause() const;
    /// Copies the whole case, log included, into a new file and goes on there. Refuses an existing file unless
    /// `replace`.
    Outcome<std::monostate> saveAs(const std::string& path, bool replace);
    /// The same, but goes on where it was. Also from a case that is only read.
    Outcome<std::monostate> copyTo(const std::string& path, bool replace) const;

    /// The case as it stands. Cheap: the same snapshot until something changes.
    [[nodiscard]] dossier::Snapshot snapshot() const;

    /// True when the article is in the list. Cheaper than looking through a snapshot while many come in.
    [[nodiscard]] bool holds(const dossier::ArticleId& article) const;

    /// Applies an edit by `by` and appends its record; on disk for good when this returns. Refused with a Problem and
    /// without effect when dossier::whyNot says so or the disk does.
    Outcome<dossier::Record> apply(const dossier::Edit& edit, const std::string& by);

    /// Takes in what `other`'s log has and this one has not, as `by`; captures and exhibits come along. All or nothing.
    /// The result does not depend on who merges whom. Derived results are stale afterwards when articles came.
    Outcome<Merged> merge(const CaseFile& other, const std::string& by);

    // --- a copy of a shared case ------------------------------------------------------------------------------------
    /// The records that people made, here and elsewhere, that stand behind record `after` of this log; in its order.
    Outcome<std::vector<dossier::Content>> contentsAfter(std::uint64_t after) const;
    /// How many records behind record `after` were not carried here by a merge.
    [[nodiscard]] std::uint64_t countAfter(std::uint64_t after) const;
    /// Takes in contents that somebody else's copy sent, as `by`: those that are here already are passed over. One that
    /// goes on exactly where this log ends becomes a record of it, as it was made; others are carried by merges.
    /// `bytesOf` gives material that is not here yet. All or nothing; on disk for good when this returns.
    Outcome<TakenIn> takeIn(std::vector<dossier::Content> contents, const std::string& by,
                            const std::function<std::string(const Material&)>& bytesOf);
    /// Is that record here, made or carried?
    [[nodiscard]] bool holdsContent(const std::string& hash) const;
    /// Is that material in the file?
    [[nodiscard]] bool has(const Material& material) const;
    /// Asked before a record is written: why it must not be; empty: it may. A shared case has rules of its own.
    void setGuard(std::function<std::string(const dossier::Record&)> guard);
    /// Only that person's records are undone; empty: the newest record is, whoever made it.
    void setUndoBy(const std::string& person);

    /// How claims that people marked, corrected or joined are related; see dossier::Relate.
    void setRelate(dossier::Relate relate);

    /// Many articles come in: until settle(), an article that is added outlives the end of this program, and that of
    /// the machine only from the next other edit or settle() on. Everything else stays as it is.
    void hurry();
    /// All that was added is on disk for good when this returns.
    Outcome<std::monostate> settle();

    /// Puts new derived results in place of the old ones (made from the articles of `snapshot()`, same order) and
    /// re-anchors decisions onto them. Not an edit: nothing is logged.
    Outcome<std::monostate> setComparison(compare::Comparison comparison);
    /// The same for results that were made from an earlier snapshot: articles may have come, gone or moved since.
    Outcome<std::monostate> setComparison(compare::Comparison comparison, const dossier::Dossier& madeFrom);
    /// True when the derived results are missing, were made by another engine, or do not cover the present articles.
    [[nodiscard]] bool comparisonStale() const;

    /// The case as it stood after that many records, corrections and sign-offs included. Derived results that do not
    /// cover the articles of then are made by `compareAgain`; where it gives none, the case comes without questions.
    [[nodiscard]] Outcome<dossier::Snapshot>
    snapshotAt(std::uint64_t records,
               const std::function<std::optional<compare::Comparison>(const dossier::Dossier&)>& compareAgain) const;

    /// The log, oldest first; stops when `each` returns false.
    Outcome<std::monostate> log(const std::function<bool(const dossier::Record&)>& each) const;
    /// Checks the chain, the captures' and exhibits' hashes. The number of records, or the first thing that does not
    /// hold.
    Outcome<std::uint64_t> verify() const;
    /// The bytes of a capture or an exhibit.
    Outcome<std::string> blob(const std::string& sha256) const;
    /// The file never grows past that many bytes (rounded down to pages): edits that would are refused like on a full
    /// disk.
    void limitSize(std::uint64_t bytes);

private:
    CaseFile();
    struct Private;
    std::unique_ptr<Private> d;
};

/// Lower-case hex.
std::string sha256Hex(std::string_view bytes);

} // namespace countercheck::store
