// SPDX-License-Identifier: GPL-3.0-or-later
// Edits: how one becomes a record of the log, on disk for good, which ledger and projection then follow.
#include "core/dossier/draft.h"
#include "core/dossier/sha256.h"
#include "core/store/casecheck.h"
#include "core/store/casefileprivate.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <utility>

namespace countercheck::store {

namespace {

/// UTC with milliseconds: "2026-01-14T09:41:07.125Z".
std::string utcAt(std::int64_t milliseconds1970) {
    const auto seconds = static_cast<std::time_t>(milliseconds1970 / 1000);
    const auto milliseconds = milliseconds1970 % 1000;
    std::tm parts{};
    gmtime_r(&seconds, &parts);
    std::array<char, 40> text{};
    const std::size_t length = std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%S", &parts);
    std::string result(text.data(), length);
    const std::string digits = std::to_string(milliseconds);
    return result + "." + std::string(3 - std::min<std::size_t>(3, digits.size()), '0') + digits + "Z";
}
std::string utcNow() {
    using namespace std::chrono;
    return utcAt(duration_cast<std::chrono::milliseconds>(system_clock::now().time_since_epoch()).count());
}

/// The edit, named by what it is, whatever the caller says: an article's id is the hash of its bytes. `named` holds it
/// where it was not; nothing when the caller names another.
const dossier::Edit* asNamed(const dossier::Edit& edit, dossier::Edit& named) {
    const auto* const add = std::get_if<dossier::AddArticle>(&edit);
    if (!add)
        return &edit;
    const std::string sha256 = dossier::sha256Hex(add->bytes);
    if (add->article.id.sha256 == sha256)
        return &edit;
    if (!add->article.id.sha256.empty())
        return nullptr;
    named = *add;
    std::get<dossier::AddArticle>(named).article.id.sha256 = sha256;
    return &named;
}

} // namespace

std::string utcAfter(const std::string& at) {
    std::string now = utcNow();
    std::tm parts{};
    int milliseconds = 0;
    if (now > at || std::sscanf(at.c_str(), "%d-%d-%dT%d:%d:%d.%3dZ", &parts.tm_year, &parts.tm_mon, &parts.tm_mday,
                                &parts.tm_hour, &parts.tm_min, &parts.tm_sec, &milliseconds) != 7)
        return now;
    parts.tm_year -= 1900;
    --parts.tm_mon;
    const auto next = std::int64_t{timegm(&parts)} * 1000 + milliseconds + 1;
    return utcAt(next);
}

void CaseFile::Private::waitForDisk(bool wait) {
    if (waits != wait)
        database->execute(wait ? "PRAGMA synchronous=FULL" : "PRAGMA synchronous=NORMAL");
    waits = wait;
}

std::optional<dossier::Record> CaseFile::Private::recordAsOfHere(dossier::RecordId id) const {
    auto record = readRecord(*database, id);
    if (!record || record->edit != dossier::mergeEdit)
        return record;
    auto content = dossier::carriedIn(*record);
    return content ? std::optional(dossier::asOfHere(*content, fold.carrierOf())) : std::nullopt;
}

std::variant<dossier::Record, std::string> CaseFile::Private::recordOf(const dossier::Edit& edit,
                                                                       const std::string& by) {
    std::optional<dossier::Record> target;
    const bool undoing = std::holds_alternative<dossier::Undo>(edit);
    if (undoing || std::holds_alternative<dossier::Redo>(edit))
        if (const auto* next = ledger.next(undoing))
            target = recordAsOfHere(next->record);
    dossier::Record record;
    record.id.value = ledger.records + 1;
    record.at = utcAfter(ledger.lastAt);
    record.by = by;
    auto drafted = dossier::draft(ledger, projection, edit, {by, record.at}, record.id, target ? &*target : nullptr);
    if (auto* why = std::get_if<std::string>(&drafted))
        return std::move(*why);
    auto& parts = std::get<dossier::Draft>(drafted);
    record.edit = std::move(parts.edit);
    record.before = std::move(parts.before);
    record.after = std::move(parts.after);
    record.previousHash = ledger.lastHash;
    record.hash = dossier::recordHash(record);
    if (std::string why = guard ? guard(record) : std::string(); !why.empty())
        return why;
    return record;
}

void CaseFile::Private::keep(const dossier::Edit& edit, const dossier::Record& record) {
    waitForDisk(!hurried || !std::holds_alternative<dossier::AddArticle>(edit));
    Transaction transaction(*database);
    if (const auto* add = std::get_if<dossier::AddArticle>(&edit)) {
        const dossier::Article& article = add->article;
        writeBlob(*database, BlobTable::Capture, article.id.sha256, add->bytes);
        if (article.text.get() != add->bytes)
            writeBlob(*database, BlobTable::Decoded, dossier::sha256Hex(article.text), article.text);
    }
    if (const auto* evidence = std::get_if<dossier::AddEvidence>(&edit); evidence && !evidence->bytes.empty())
        writeBlob(*database, BlobTable::Exhibit, dossier::sha256Hex(evidence->bytes), evidence->bytes);
    writeRecord(*database, record);
    transaction.commit();
}

void CaseFile::Private::follow(const dossier::Edit& edit, const dossier::Record& record) {
    last.reset();
    const std::optional<bool> staleBefore = std::exchange(stale, std::nullopt);
    projection.releaseArticles();
    dossier::Step step;
    const auto change = ledger.apply(
        record,
        [&](const std::string& article, const std::string& textHash) {
            const auto* add = std::get_if<dossier::AddArticle>(&edit);
            return add ? add->article.text : textOf(article, textHash);
        },
        fold.running() ? &step : nullptr);
    projection.update(ledger, change);
    if (change.kind == dossier::Change::Kind::Subject || change.kind == dossier::Change::Kind::Plain)
        stale = staleBefore; // it touches neither articles nor results
    if (fold.running())
        fold.made(record, std::move(step));
}

Outcome<dossier::Record> CaseFile::apply(const dossier::Edit& given, const std::string& by) {
    const std::lock_guard guard(d->mutex);
    if (!d->readOnlyBecause.empty())
        return Problem{d->readOnlyBecause};
    dossier::Edit named;
    const dossier::Edit* const edit = asNamed(given, named);
    if (!edit)
        return Problem{"the article's SHA-256 is not that of its bytes: take the file in again"};
    const auto* const adding = std::get_if<dossier::AddArticle>(edit);
    const bool fresh = adding && !d->ledger.textHash.contains(adding->article.id.sha256);
    if (std::string why = dossier::whyNot(d->projection.now(), *edit, by, fresh); !why.empty())
        return Problem{std::move(why)};
    bool written = false;
    try {
        auto drafted = d->recordOf(*edit, by);
        if (auto* why = std::get_if<std::string>(&drafted))
            return Problem{std::move(*why)};
        auto& record = std::get<dossier::Record>(drafted);
        d->keep(*edit, record);
        written = true;
        d->follow(*edit, record);
        return std::move(record);
    } catch (const Error& error) {
        d->loadAgain(); // whether the last write reached the disk is known to the disk alone
        if (written)
            return Problem{problemOf(error, d->path, "reading the change back").message};
        return problemOf(error, d->path, "saving the change");
    }
}

void CaseFile::hurry() {
    const std::lock_guard guard(d->mutex);
    d->hurried = d->readOnlyBecause.empty();
}

Outcome<std::monostate> CaseFile::settle() {
    const std::lock_guard guard(d->mutex);
    if (!std::exchange(d->hurried, false))
        return std::monostate{};
    try {
        d->waitForDisk(true);
    } catch (const Error& error) {
        return problemOf(error, d->path, "bringing what came in to the disk");
    }
    // What was moved into the file itself was synced then; the rest stands in the log of changes.
    if (const int error = d->path.empty() ? 0 : syncPath(d->path + "-wal"); error != 0 && error != ENOENT)
        return problemOf(error, d->path, "bringing what came in to the disk");
    return std::monostate{};
}

void CaseFile::setGuard(std::function<std::string(const dossier::Record&)> guard) {
    const std::lock_guard lock(d->mutex);
    d->guard = std::move(guard);
}

void CaseFile::setUndoBy(const std::string& person) {
    const std::lock_guard guard(d->mutex);
    if (d->undoBy == person)
        return;
    d->undoBy = person;
    d->ledger.undoBy = person;
    d->last.reset();
    d->projection.update(d->ledger, std::vector<dossier::Change>{});
}

} // namespace countercheck::store
