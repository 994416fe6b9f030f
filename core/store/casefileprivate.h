// SPDX-License-Identifier: GPL-3.0-or-later
// What an open case consists of, for the files that implement CaseFile and for nobody else: casefile.cpp opens, copies
// and reads it, casestate.cpp folds its log and keeps the derived results, caseedits.cpp writes records, casemerge.cpp
// takes in those of other copies.
#pragma once

#include "core/dossier/fold.h"
#include "core/dossier/ledger.h"
#include "core/dossier/projection.h"
#include "core/store/casefile.h"
#include "core/store/database.h"
#include "core/store/filelock.h"
#include "core/store/log.h"

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace countercheck::store {

/// A time that is later than `at` (UTC with milliseconds: "2026-01-14T09:41:07.125Z"): now, or a millisecond after it
/// where clocks disagree.
std::string utcAfter(const std::string& at);

/// Zero, or an errno.
int syncPath(const std::string& path);

struct CaseFile::Private {
    mutable std::recursive_mutex mutex;
    std::string path;
    std::string readOnlyBecause; ///< empty: can be changed
    std::atomic<bool> wasReadOnly = false;
    std::unique_ptr<FileLock> lock;
    std::optional<Database> database; // after the lock: closed before it is given back
    dossier::Ledger ledger;
    dossier::Projection projection;
    dossier::Relate relate;
    dossier::Fold fold; ///< of a log with merged records
    std::function<std::string(const dossier::Record&)> guard;
    std::string undoBy;
    mutable dossier::Snapshot last;
    std::string engine, cover;         ///< of the derived results
    WrittenParts written;              ///< of them in the file
    mutable std::optional<bool> stale; ///< as long as neither articles nor results change
    bool hurried = false;              ///< many articles come in
    bool waits = true;                 ///< a commit waits for the disk

    ~Private() { database.reset(); }

    // --- opening and copying (casefile.cpp) -------------------------------------------------------------------------
    /// Takes the lock for writing; where the case can only be read, says why. Refused while another window holds it.
    [[nodiscard]] std::optional<Problem> takeLock(OpenMode mode);
    /// Connects to the file once it was looked at; nothing in it is changed.
    [[nodiscard]] std::optional<Problem> connect();
    /// Brings a case of an older format up to date.
    [[nodiscard]] std::optional<Problem> bringUpToDate();
    void makeWritable();
    /// A copy of the whole case in a new file, and the lock on it. The copy is there whole or not at all.
    [[nodiscard]] Outcome<std::unique_ptr<FileLock>> copyAt(const std::string& given, bool replace) const;
    /// Writes that copy beside its place and moves it there when it is whole, so that no half case is ever seen. Zero,
    /// or an errno.
    [[nodiscard]] int writeCopy(const std::string& fresh, const std::string& to) const;

    // --- how the case stands (casestate.cpp) ------------------------------------------------------------------------
    [[nodiscard]] std::optional<std::vector<std::uint32_t>> lengthsOf(const std::string& coverText) const;
    [[nodiscard]] dossier::SharedText textOf(const std::string& article, const std::string& textHash) const;
    [[nodiscard]] dossier::Ledger::TextOf texts() const;
    /// Folds the whole log and takes the derived results up.
    void load();
    /// Folds the log into the ledger; the first thing in it that does not hold, or nothing.
    [[nodiscard]] std::string foldLog();
    /// Reads the texts that the ledger's articles do not have yet. `damage`: the first that is missing, when nothing
    /// else was found before.
    void readTexts(std::string& damage);
    void takeUpResults();
    /// After something failed: what the disk says counts. Where it does not answer, what there was stays to be read.
    void loadAgain();
    [[nodiscard]] bool isStale() const;
    /// What people had made of the case after that many records; a message when the log does not hold.
    [[nodiscard]] std::variant<dossier::Ledger, std::string> ledgerAt(std::uint64_t records) const;
    /// The derived results, when they are of this engine and cover these articles.
    [[nodiscard]] std::optional<Derived> resultsOf(const std::vector<dossier::Article>& articles) const;

    // --- writing records (caseedits.cpp) ----------------------------------------------------------------------------
    /// Does a commit wait for the disk? What came before it is on disk with it.
    /// (sqlite.org/pragma.html#pragma_synchronous)
    void waitForDisk(bool wait);
    /// The record that a person made, with the numbers that things have in this log.
    [[nodiscard]] std::optional<dossier::Record> recordAsOfHere(dossier::RecordId id) const;
    /// The record that the edit will be; why it must not be.
    [[nodiscard]] std::variant<dossier::Record, std::string> recordOf(const dossier::Edit& edit, const std::string& by);
    /// The record of an edit, on disk; changes neither ledger nor projection.
    void keep(const dossier::Edit& edit, const dossier::Record& record);
    /// Ledger and projection follow a record that was kept.
    void follow(const dossier::Edit& edit, const dossier::Record& record);

    // --- records of other copies (casemerge.cpp) --------------------------------------------------------------------
    struct Arrival;
    /// Writes what is new among the contents, and the material that it names.
    [[nodiscard]] std::optional<Problem> write(std::vector<dossier::Content>& contents, const std::string& by,
                                               const std::function<std::string(const Material&)>& bytesOf,
                                               Arrival& arrival);
    [[nodiscard]] std::optional<Problem> writeMaterial(const dossier::Record& made,
                                                       const std::function<std::string(const Material&)>& bytesOf);
    /// Ledger and projection follow what arrived, without the whole log being folded again.
    void follow(Arrival& arrival);
};

} // namespace countercheck::store
