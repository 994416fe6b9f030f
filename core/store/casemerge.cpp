// SPDX-License-Identifier: GPL-3.0-or-later
// Records of other copies of the case: merging a whole file, and taking in what a shared case sends, each once and by
// its hash, carried in a record of this log where it does not go on exactly where that ends.
#include "core/dossier/sha256.h"
#include "core/dossier/unite.h"
#include "core/store/casecheck.h"
#include "core/store/casefileprivate.h"
#include "core/store/verify.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

namespace countercheck::store {

namespace {

BlobTable tableOf(Material::Kind kind) {
    return kind == Material::Kind::Capture ? BlobTable::Capture
           : kind == Material::Kind::Text  ? BlobTable::Decoded
                                           : BlobTable::Exhibit;
}

/// The record in which `by` takes in what somebody else's case holds: behind `last`, under the number `id`.
dossier::Record carrierFor(const dossier::Content& content, std::uint64_t id, const dossier::Record& last,
                           const std::string& by) {
    dossier::Record record;
    record.id.value = id;
    record.at = utcAfter(std::max(last.at, content.record.at));
    record.by = by;
    record.edit = dossier::mergeEdit;
    record.before = "{}";
    record.after = dossier::carried(content);
    record.previousHash = last.hash;
    record.hash = dossier::recordHash(record);
    return record;
}

} // namespace

/// What comes in, while it is written.
struct CaseFile::Private::Arrival {
    std::vector<dossier::Content> fresh; ///< what was not here yet
    std::uint64_t records = 0;           ///< of the log with it
    dossier::Record last;                ///< of the log with it: its hash and its time
    bool carries = false;                ///< some of it is carried by merges
};

Outcome<Merged> CaseFile::merge(const CaseFile& other, const std::string& by) {
    const std::scoped_lock guard(d->mutex, other.d->mutex);
    if (!d->readOnlyBecause.empty())
        return Problem{d->readOnlyBecause};
    if (by.empty())
        return Problem{"nobody is named as the one who merges: say who you are"};
    Merged merged;
    try {
        // What is taken in is proved first: a copy that was tampered with brings nothing.
        auto sound = verifyCase(*other.d->database);
        if (auto* wrong = std::get_if<std::string>(&sound))
            return Problem{other.d->path + " does not hold and was not merged: " + *wrong, true};
        auto ours = dossier::contentsOf(readLog(*d->database));
        auto theirs = dossier::contentsOf(readLog(*other.d->database));
        for (auto* contents : {&ours, &theirs})
            if (auto* wrong = std::get_if<std::string>(contents))
                return Problem{std::move(*wrong), true};
        std::unordered_set<std::string> known;
        for (const auto& content : std::get<0>(ours))
            known.insert(content.record.hash);
        d->waitForDisk(true);
        Transaction transaction(*d->database);
        dossier::Record last;
        last.id.value = d->ledger.records;
        last.hash = d->ledger.lastHash;
        last.at = d->ledger.lastAt;
        for (const auto& content : std::get<0>(theirs)) {
            if (known.contains(content.record.hash)) {
                ++merged.known;
                continue;
            }
            dossier::Record record = carrierFor(content, last.id.value + 1, last, by);
            writeRecord(*d->database, record);
            last = std::move(record);
            ++merged.added;
        }
        if (merged.added != 0)
            copyBlobs(*other.d->database, *d->database);
        transaction.commit();
        if (merged.added != 0)
            d->load();
    } catch (const Error& error) {
        d->loadAgain();
        return problemOf(error, d->path, "merging");
    }
    for (const auto& [subject, entry] : d->ledger.entries)
        for (const auto& [slot, open] : entry.conflicts)
            merged.conflicts.push_back({entry.label, open.conflict});
    return merged;
}

Outcome<std::vector<dossier::Content>> CaseFile::contentsAfter(std::uint64_t after) const {
    const std::lock_guard guard(d->mutex);
    try {
        auto contents = store::contentsAfter(*d->database, after);
        if (auto* wrong = std::get_if<std::string>(&contents))
            return Problem{std::move(*wrong), true};
        return std::move(std::get<0>(contents));
    } catch (const Error& error) {
        return problemOf(error, d->path, "reading the log");
    }
}

std::uint64_t CaseFile::countAfter(std::uint64_t after) const {
    const std::lock_guard guard(d->mutex);
    try {
        return madeAfter(*d->database, after);
    } catch (const Error&) {
        return 0; // whoever reads or writes next is told
    }
}

std::optional<Problem> CaseFile::Private::writeMaterial(const dossier::Record& made,
                                                        const std::function<std::string(const Material&)>& bytesOf) {
    for (const Material& material : materialOf(made))
        if (!hasBlob(*database, tableOf(material.kind), material.sha256)) {
            const std::string bytes = bytesOf(material);
            if (dossier::sha256Hex(bytes) != material.sha256)
                return Problem{"what came in under the SHA-256 " + material.sha256 + " has another one", true};
            writeBlob(*database, tableOf(material.kind), material.sha256, bytes);
        }
    return std::nullopt;
}

std::optional<Problem> CaseFile::Private::write(std::vector<dossier::Content>& contents, const std::string& by,
                                                const std::function<std::string(const Material&)>& bytesOf,
                                                Arrival& arrival) {
    arrival.last.hash = ledger.lastHash;
    arrival.last.at = ledger.lastAt;
    for (auto& content : contents) {
        const dossier::Record& made = content.record;
        if (fold.carrierOf().contains(made.hash) || holdsRecord(*database, made.hash))
            continue;
        if (made.edit == dossier::mergeEdit || dossier::recordHash(made) != made.hash)
            return Problem{"a record of " + made.by + " (" + made.at +
                               ") that came in does not hold: its hash is not that of what it says",
                           true};
        if (auto problem = writeMaterial(made, bytesOf))
            return problem;
        content.carrier = arrival.records + 1;
        content.native = made.id.value == content.carrier && made.previousHash == arrival.last.hash;
        const dossier::Record record = content.native ? made : carrierFor(content, content.carrier, arrival.last, by);
        writeRecord(*database, record);
        arrival.last.hash = record.hash;
        arrival.last.at = std::max(arrival.last.at, record.at);
        arrival.carries = arrival.carries || !content.native;
        ++arrival.records;
        arrival.fresh.push_back(std::move(content));
    }
    return std::nullopt;
}

void CaseFile::Private::follow(Arrival& arrival) {
    projection.releaseArticles();
    std::vector<dossier::Change> changes;
    if (fold.running())
        changes = fold.take(ledger, std::move(arrival.fresh), texts());
    else
        for (const auto& content : arrival.fresh)
            changes.push_back(ledger.apply(content.record, texts()));
    ledger.records = arrival.records;
    ledger.lastHash = arrival.last.hash;
    ledger.lastAt = std::max(ledger.lastAt, arrival.last.at);
    ledger.undoBy = undoBy;
    projection.update(ledger, changes);
    for (const auto& change : changes)
        if (!change.problem.empty() && readOnlyBecause.empty())
            readOnlyBecause = change.problem + "; the case can only be read: go back to a copy of it";
}

Outcome<TakenIn> CaseFile::takeIn(std::vector<dossier::Content> contents, const std::string& by,
                                  const std::function<std::string(const Material&)>& bytesOf) {
    const std::lock_guard guard(d->mutex);
    if (!d->readOnlyBecause.empty())
        return Problem{d->readOnlyBecause};
    TakenIn result{0, d->ledger.records, d->ledger.records};
    try {
        Private::Arrival arrival;
        arrival.records = result.before;
        d->waitForDisk(true);
        Transaction transaction(*d->database);
        if (auto problem = d->write(contents, by, bytesOf, arrival))
            return *problem;
        transaction.commit();
        result.added = arrival.fresh.size();
        result.records = arrival.records;
        if (arrival.fresh.empty())
            return result;
        d->last.reset();
        d->stale.reset();
        if (d->fold.running() || !arrival.carries)
            d->follow(arrival);
        else
            d->load();
        return result;
    } catch (const Error& error) {
        d->loadAgain();
        return problemOf(error, d->path, "taking in what came from elsewhere");
    }
}

bool CaseFile::holdsContent(const std::string& hash) const {
    const std::lock_guard guard(d->mutex);
    try {
        return d->fold.carrierOf().contains(hash) || holdsRecord(*d->database, hash);
    } catch (const Error&) {
        return false;
    }
}

bool CaseFile::has(const Material& material) const {
    const std::lock_guard guard(d->mutex);
    try {
        return hasBlob(*d->database, tableOf(material.kind), material.sha256);
    } catch (const Error&) {
        return false;
    }
}

} // namespace countercheck::store
