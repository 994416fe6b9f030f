// SPDX-License-Identifier: GPL-3.0-or-later
// Opening, making, copying and reading a case as a file: everything that deals with paths, locks and formats.
#include "core/store/casefile.h"

#include "core/dossier/limits.h"
#include "core/dossier/sha256.h"
#include "core/store/casecheck.h"
#include "core/store/casefileprivate.h"
#include "core/store/migrations.h"
#include "core/store/verify.h"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace countercheck::store {

namespace {

bool exists(const std::string& path) {
    struct stat status {};
    return ::stat(path.c_str(), &status) == 0;
}
bool hasBytes(const std::string& path) {
    struct stat status {};
    return ::stat(path.c_str(), &status) == 0 && status.st_size > 0;
}
std::string folderOf(const std::string& path) {
    const auto slash = path.rfind('/');
    return slash == std::string::npos ? "." : slash == 0 ? "/" : path.substr(0, slash);
}
/// The file that a path leads to through links; the path itself when it leads nowhere yet.
std::string resolved(const std::string& path) {
    const std::unique_ptr<char, decltype(&std::free)> real(::realpath(path.c_str(), nullptr), &std::free);
    return real ? std::string(real.get()) : path;
}

std::string inUse(const std::string& path, const FileLock::Held& held) {
    return path + " is open in another window (pid " + (held.pid.empty() ? "unknown" : held.pid) +
           "); close it there, or open it read-only";
}

} // namespace

int syncPath(const std::string& path) {
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return errno;
    const int error = ::fsync(descriptor) == 0 ? 0 : errno;
    ::close(descriptor);
    return error;
}

std::optional<Problem> CaseFile::Private::takeLock(OpenMode mode) {
    if (mode == OpenMode::ReadOnly) {
        readOnlyBecause = path + " was opened read-only";
    } else if (::faccessat(AT_FDCWD, path.c_str(), W_OK, AT_EACCESS) != 0) {
        readOnlyBecause = path + " cannot be written (" + std::generic_category().message(errno) +
                          "): it is open read-only; save it under another name to change it";
    } else {
        auto taken = FileLock::take(path);
        if (const auto* held = std::get_if<FileLock::Held>(&taken))
            return Problem{inUse(path, *held)};
        if (const auto* failed = std::get_if<FileLock::Failed>(&taken))
            readOnlyBecause = "the folder of " + path + " cannot be written (" +
                              std::generic_category().message(failed->error) +
                              "): the case is open read-only; save it elsewhere to change it";
        else
            lock = std::move(std::get<0>(taken));
    }
    return std::nullopt;
}

std::optional<Problem> CaseFile::Private::connect() {
    // While no log of changes lies beside the file, it can be looked at without a trace.
    bool examined = false;
    if (!hasBytes(path + "-wal")) {
        const Database look = Database::open(path, Database::Mode::Immutable);
        if (auto problem = examine(look, path))
            return problem;
        examined = true;
    }
    try {
        database = Database::open(path, Database::Mode::ReadWrite);
        database->execute("SELECT count(*) FROM sqlite_schema");
    } catch (const Error& error) {
        if (!lock && hasBytes(path + "-wal"))
            return Problem{path + " has changes waiting beside it (" + path +
                           "-wal) and its folder cannot be written: copy both files to a folder that can be"};
        if (lock || error.damaged())
            throw;
        database = Database::open(path, Database::Mode::Immutable);
    }
    return examined ? std::nullopt : examine(*database, path);
}

std::optional<Problem> CaseFile::Private::bringUpToDate() {
    const auto version = static_cast<std::size_t>(std::stoull(database->value("PRAGMA user_version")));
    if (version >= migrations().size())
        return std::nullopt;
    if (!lock)
        return Problem{path + " is of an older format and cannot be written: copy it to a folder that can be, and "
                              "open it there"};
    return upgrade(*database, path, migrations(), version);
}

void CaseFile::Private::makeWritable() {
    database->execute("PRAGMA temp_store=MEMORY");
    database->execute("PRAGMA synchronous=FULL");
    waits = true;
    database->execute("PRAGMA journal_mode=WAL");
    protectAuthored(*database);
}

Outcome<std::unique_ptr<FileLock>> CaseFile::Private::copyAt(const std::string& given, bool replace) const {
    if (given.empty())
        return Problem{"no file was named: name a case, like NAME.countercheck"};
    const std::string to = resolved(given);
    if (!path.empty() && to == path)
        return Problem{to + " is this case itself: everything in it is saved already"};
    struct stat status {};
    const bool there = ::stat(to.c_str(), &status) == 0;
    if (there && S_ISDIR(status.st_mode))
        return Problem{to + " is a folder: choose a name for the file in it"};
    if (there && !replace)
        return Problem{to + " exists already: choose another name, or replace it"};
    const std::string fresh = to + "-new";
    try {
        auto taken = FileLock::take(to);
        if (const auto* held = std::get_if<FileLock::Held>(&taken))
            return Problem{inUse(to, *held)};
        if (const auto* failed = std::get_if<FileLock::Failed>(&taken))
            return problemOf(failed->error, to, "saving the case");
        if (const int error = writeCopy(fresh, to); error != 0) {
            ::unlink(fresh.c_str());
            return problemOf(error, to, "saving the case");
        }
        syncPath(folderOf(to));
        return std::move(std::get<0>(taken));
    } catch (const Error& error) {
        ::unlink(fresh.c_str());
        return problemOf(error, to, "saving the case");
    }
}

int CaseFile::Private::writeCopy(const std::string& fresh, const std::string& to) const {
    ::unlink(fresh.c_str());
    const bool guarded = database->value("PRAGMA query_only") == "1"; // a case that is only read
    if (guarded)
        database->execute("PRAGMA query_only=OFF");
    database->prepare("VACUUM INTO ?").bind(1, fresh).run();
    if (guarded)
        database->execute("PRAGMA query_only=ON");
    if (const int error = syncPath(fresh); error != 0)
        return error;
    ::unlink((to + "-wal").c_str()); // of a file that is replaced: they must not meet the new one
    ::unlink((to + "-shm").c_str());
    return ::rename(fresh.c_str(), to.c_str()) == 0 ? 0 : errno;
}

CaseFile::CaseFile() : d(std::make_unique<Private>()) {}
CaseFile::~CaseFile() = default;

std::unique_ptr<CaseFile> CaseFile::inMemory() {
    std::unique_ptr<CaseFile> file(new CaseFile);
    file->d->database = Database::open(":memory:", Database::Mode::Create);
    migrate(*file->d->database, migrations(), 0);
    file->d->makeWritable();
    file->d->load();
    return file;
}

Outcome<std::unique_ptr<CaseFile>> CaseFile::open(const std::string& given, OpenMode mode) {
    if (given.empty())
        return Problem{"no file was named: name a case, like NAME.countercheck"};
    const std::string path = resolved(given);
    try {
        if (mode == OpenMode::CreateOrOpen && !exists(path)) {
            auto file = inMemory();
            if (auto saved = file->saveAs(path, false); std::holds_alternative<Problem>(saved))
                return std::get<Problem>(saved);
            return file;
        }
        if (auto problem = lookAt(path))
            return *problem;
        std::unique_ptr<CaseFile> file(new CaseFile);
        Private& d = *file->d;
        d.path = path;
        if (auto problem = d.takeLock(mode))
            return *problem;
        if (auto problem = d.connect())
            return *problem;
        if (auto problem = d.bringUpToDate())
            return *problem;
        if (std::strtoull(d.database->value("SELECT count(*) FROM capture").c_str(), nullptr, 10) >
            dossier::mostArticles)
            return Problem{path + " is too large to be opened: " + dossier::tooManyArticles()};
        if (d.lock)
            d.makeWritable();
        else
            d.database->execute("PRAGMA query_only=ON");
        d.load();
        return file;
    } catch (const Error& error) {
        return problemOf(error, path, "opening the case");
    } catch (const std::exception& error) {
        return Problem{path + ": opening the case failed (" + error.what() + ")"};
    }
}

const std::string& CaseFile::path() const {
    return d->path;
}
bool CaseFile::readOnly() const {
    const std::unique_lock guard(d->mutex, std::try_to_lock);
    if (guard.owns_lock())
        d->wasReadOnly = !d->readOnlyBecause.empty();
    return d->wasReadOnly;
}
std::string CaseFile::readOnlyBecause() const {
    const std::lock_guard guard(d->mutex);
    return d->readOnlyBecause;
}

Outcome<std::monostate> CaseFile::saveAs(const std::string& given, bool replace) {
    const std::lock_guard guard(d->mutex);
    try {
        auto copied = d->copyAt(given, replace);
        if (auto* problem = std::get_if<Problem>(&copied))
            return *problem;
        const std::string path = resolved(given);
        Database moved = Database::open(path, Database::Mode::ReadWrite);
        std::swap(*d->database, moved);
        moved.close();
        d->lock = std::move(std::get<0>(copied));
        d->path = path;
        d->readOnlyBecause.clear();
        d->makeWritable();
        d->load();
        return std::monostate{};
    } catch (const Error& error) {
        return problemOf(error, resolved(given), "saving the case");
    }
}

Outcome<std::monostate> CaseFile::copyTo(const std::string& given, bool replace) const {
    const std::lock_guard guard(d->mutex);
    auto copied = d->copyAt(given, replace);
    if (auto* problem = std::get_if<Problem>(&copied))
        return *problem;
    return std::monostate{};
}

Outcome<std::monostate> CaseFile::log(const std::function<bool(const dossier::Record&)>& each) const {
    const std::lock_guard guard(d->mutex);
    try {
        readRecords(*d->database, [&](dossier::Record&& record) { return each(record); });
        return std::monostate{};
    } catch (const Error& error) {
        return problemOf(error, d->path, "reading the log");
    }
}

Outcome<std::uint64_t> CaseFile::verify() const {
    const std::lock_guard guard(d->mutex);
    try {
        auto result = verifyCase(*d->database);
        if (auto* wrong = std::get_if<std::string>(&result))
            return Problem{std::move(*wrong), true};
        return std::get<std::uint64_t>(result);
    } catch (const Error& error) {
        return problemOf(error, d->path, "verifying the case");
    }
}

Outcome<std::string> CaseFile::blob(const std::string& sha256) const {
    const std::lock_guard guard(d->mutex);
    try {
        for (const auto table : {BlobTable::Capture, BlobTable::Exhibit, BlobTable::Decoded})
            if (auto bytes = readBlob(*d->database, table, sha256))
                return std::move(*bytes);
        return Problem{"there is nothing with the SHA-256 " + sha256 + " in this case"};
    } catch (const Error& error) {
        return problemOf(error, d->path, "reading an exhibit");
    }
}

void CaseFile::limitSize(std::uint64_t bytes) {
    const std::lock_guard guard(d->mutex);
    const auto page = std::max(512LL, std::atoll(d->database->value("PRAGMA page_size").c_str()));
    d->database->execute("PRAGMA max_page_count=" +
                         std::to_string(std::max<std::uint64_t>(1, bytes / static_cast<std::uint64_t>(page))));
}

std::string sha256Hex(std::string_view bytes) {
    return dossier::sha256Hex(bytes);
}

} // namespace countercheck::store
