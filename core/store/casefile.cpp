// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/casefile.h"

#include "core/dossier/canonical.h"
#include "core/dossier/draft.h"
#include "core/dossier/fold.h"
#include "core/dossier/ledger.h"
#include "core/dossier/limits.h"
#include "core/dossier/projection.h"
#include "core/dossier/sha256.h"
#include "core/dossier/unite.h"
#include "core/store/casecheck.h"
#include "core/store/comparisoncodec.h"
#include "core/store/database.h"
#include "core/store/filelock.h"
#include "core/store/log.h"
#include "core/store/migrations.h"
#include "core/store/verify.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <mutex>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

namespace countercheck::store {

namespace {

using dossier::Article;
using dossier::ArticleId;
using dossier::SharedText;

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

/// A time that is later than `at` (in the form of utcNow()): now, or a millisecond after it where clocks disagree.
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

/// One line a compared article: its id and a hash of what is known of it, so that a corrected date is noticed.
std::string coverLine(const Article& article) {
    const auto& info = article.info;
    dossier::Canonical form("info");
    form.add(info.title).add(info.publisher).add(info.published).add(info.url).add(info.language);
    return article.id.sha256 + " " + form.hash();
}
std::string coverOf(const std::vector<Article>& articles) {
    std::string cover;
    for (const auto& article : articles)
        cover += coverLine(article) + "\n";
    return cover;
}
std::vector<std::string> linesOf(const std::string& cover) {
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < cover.size();) {
        const std::size_t end = std::min(cover.find('\n', at), cover.size());
        lines.push_back(cover.substr(at, end - at));
        at = end + 1;
    }
    return lines;
}
std::vector<ArticleId> idsOf(const std::string& cover) {
    std::vector<ArticleId> ids;
    for (const auto& line : linesOf(cover))
        ids.push_back({line.substr(0, line.find(' '))});
    return ids;
}

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
/// Zero, or an errno.
int syncPath(const std::string& path) {
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return errno;
    const int error = ::fsync(descriptor) == 0 ? 0 : errno;
    ::close(descriptor);
    return error;
}
/// The file that a path leads to through links; the path itself when it leads nowhere yet.
std::string resolved(const std::string& path) {
    const std::unique_ptr<char, decltype(&std::free)> real(::realpath(path.c_str(), nullptr), &std::free);
    return real ? std::string(real.get()) : path;
}

BlobTable tableOf(Material::Kind kind) {
    return kind == Material::Kind::Capture ? BlobTable::Capture
           : kind == Material::Kind::Text  ? BlobTable::Decoded
                                           : BlobTable::Exhibit;
}

std::string inUse(const std::string& path, const FileLock::Held& held) {
    return path + " is open in another window (pid " + (held.pid.empty() ? "unknown" : held.pid) +
           "); close it there, or open it read-only";
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

    [[nodiscard]] std::optional<std::vector<std::uint32_t>> lengthsOf(const std::string& coverText) const {
        std::unordered_map<std::string, std::uint32_t> lengths;
        for (const auto& article : std::as_const(ledger.articles))
            lengths.emplace(article.id.sha256, static_cast<std::uint32_t>(article.text.size()));
        std::vector<std::uint32_t> result;
        for (const auto& id : idsOf(coverText)) {
            auto found = lengths.find(id.sha256);
            if (found == lengths.end()) { // taken out since: still in the case
                const auto hash = ledger.textHash.find(id.sha256);
                const auto text =
                    hash == ledger.textHash.end() ? std::nullopt : readText(*database, id.sha256, hash->second);
                if (!text)
                    return std::nullopt;
                found = lengths.emplace(id.sha256, static_cast<std::uint32_t>(text->size())).first;
            }
            result.push_back(found->second);
        }
        return result;
    }

    [[nodiscard]] SharedText textOf(const std::string& article, const std::string& textHash) const {
        auto text = readText(*database, article, textHash);
        if (!text)
            throw Error(SQLITE_CORRUPT, "the text of article " + article + " is missing");
        return {std::move(*text)};
    }

    [[nodiscard]] dossier::Ledger::TextOf texts() const {
        return [this](const std::string& article, const std::string& hash) { return textOf(article, hash); };
    }

    /// Folds the whole log and takes the derived results up.
    void load() {
        last.reset();
        stale.reset();
        ledger = {};
        projection = {};
        projection.setRelate(relate);
        engine.clear();
        cover.clear();
        std::string damage;
        const auto noText = [](const auto&, const auto&) { return SharedText(); };
        fold.stop();
        if (hasMerges(*database)) {
            const std::vector<dossier::Record> log = readLog(*database);
            auto contents = dossier::contentsOf(log);
            if (auto* wrong = std::get_if<std::string>(&contents)) {
                damage = std::move(*wrong);
            } else {
                ledger = fold.start(
                    std::move(std::get<0>(contents)),
                    [this](const auto& article, const auto& hash) {
                        auto text = readText(*database, article, hash);
                        return text ? SharedText(std::move(*text)) : SharedText();
                    },
                    damage);
            }
            ledger.records = log.size();
            ledger.lastHash = log.back().hash;
        } else {
            readRecords(*database, [&](dossier::Record&& record) {
                const auto change = ledger.apply(record, noText);
                if (damage.empty())
                    damage = change.problem;
                return true;
            });
        }
        ledger.undoBy = undoBy;
        if (!ledger.articles.empty())
            for (auto& article : ledger.articles) {
                if (!article.text.empty())
                    continue;
                auto text = readText(*database, article.id.sha256, ledger.textHash[article.id.sha256]);
                if (!text && damage.empty())
                    damage = "the text of article " + article.id.sha256 + " is missing";
                if (text)
                    article.text = std::move(*text);
            }
        if (auto derived = readDerived(
                *database, [this](const auto& text) { return lengthsOf(text); }, written)) {
            engine = std::move(derived->engine);
            cover = std::move(derived->cover);
            projection.setResults(std::move(derived->comparison), idsOf(cover));
        }
        projection.rebuild(ledger);
        if (!damage.empty()) // shown and verified as it is, but nothing is built on it
            readOnlyBecause = damage + "; the case is damaged and can only be read: go back to a copy of it";
        wasReadOnly = !readOnlyBecause.empty();
    }

    /// After something failed: what the disk says counts. Where it does not answer, what there was stays to be read.
    void loadAgain() {
        dossier::Snapshot there = last ? last : projection.snapshot(ledger);
        try {
            load();
        } catch (const Error& again) {
            readOnlyBecause = problemOf(again, path, "reading the case").message;
            last = std::move(there);
        }
    }

    /// The record that a person made, with the numbers that things have in this log.
    [[nodiscard]] std::optional<dossier::Record> recordAsOfHere(dossier::RecordId id) const {
        auto record = readRecord(*database, id);
        if (!record || record->edit != dossier::mergeEdit)
            return record;
        auto content = dossier::carriedIn(*record);
        return content ? std::optional(dossier::asOfHere(*content, fold.carrierOf())) : std::nullopt;
    }

    [[nodiscard]] bool isStale() const {
        const auto& articles = ledger.articles.get();
        if (articles.empty())
            return false;
        if (!projection.hasResults() || engine != compare::engineVersion)
            return true;
        auto covered = linesOf(cover);
        auto present = linesOf(coverOf(articles));
        std::sort(covered.begin(), covered.end());
        std::sort(present.begin(), present.end());
        return covered != present;
    }

    void makeWritable() {
        database->execute("PRAGMA temp_store=MEMORY");
        database->execute("PRAGMA synchronous=FULL");
        waits = true;
        database->execute("PRAGMA journal_mode=WAL");
        protectAuthored(*database);
    }

    /// A copy of the whole case in a new file, and the lock on it. The copy is there whole or not at all.
    [[nodiscard]] Outcome<std::unique_ptr<FileLock>> copyAt(const std::string& given, bool replace) const {
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
            // Written beside its place and moved there when it is whole, so that no half case is ever seen.
            ::unlink(fresh.c_str());
            const bool guarded = database->value("PRAGMA query_only") == "1"; // a case that is only read
            if (guarded)
                database->execute("PRAGMA query_only=OFF");
            database->prepare("VACUUM INTO ?").bind(1, fresh).run();
            if (guarded)
                database->execute("PRAGMA query_only=ON");
            int error = syncPath(fresh);
            if (error == 0) {
                ::unlink((to + "-wal").c_str()); // of a file that is replaced: they must not meet the new one
                ::unlink((to + "-shm").c_str());
                error = ::rename(fresh.c_str(), to.c_str()) == 0 ? 0 : errno;
            }
            if (error != 0) {
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

    /// Does a commit wait for the disk? What came before it is on disk with it.
    /// (sqlite.org/pragma.html#pragma_synchronous)
    void waitForDisk(bool wait) {
        if (waits != wait)
            database->execute(wait ? "PRAGMA synchronous=FULL" : "PRAGMA synchronous=NORMAL");
        waits = wait;
    }

    /// While it stands, what is committed is whole, but may not be on disk for good yet.
    class Lightly {
    public:
        explicit Lightly(Private& file) : file_(file), waited_(file.waits) { file_.waitForDisk(false); }
        ~Lightly() {
            try {
                file_.waitForDisk(waited_);
            } catch (const Error&) { // it never fails outside of a transaction, and there is none by now
            }
        }
        Lightly(const Lightly&) = delete;
        Lightly& operator=(const Lightly&) = delete;

    private:
        Private& file_;
        const bool waited_;
    };

    /// The record of an edit, on disk; changes neither ledger nor projection.
    void keep(const dossier::Edit& edit, const dossier::Record& record) {
        waitForDisk(!hurried || !std::holds_alternative<dossier::AddArticle>(edit));
        Transaction transaction(*database);
        if (const auto* add = std::get_if<dossier::AddArticle>(&edit)) {
            const Article& article = add->article;
            writeBlob(*database, BlobTable::Capture, article.id.sha256, add->bytes);
            if (article.text.get() != add->bytes)
                writeBlob(*database, BlobTable::Decoded, dossier::sha256Hex(article.text), article.text);
        }
        if (const auto* evidence = std::get_if<dossier::AddEvidence>(&edit); evidence && !evidence->bytes.empty())
            writeBlob(*database, BlobTable::Exhibit, dossier::sha256Hex(evidence->bytes), evidence->bytes);
        writeRecord(*database, record);
        transaction.commit();
    }
};

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
        if (mode == OpenMode::ReadOnly) {
            d.readOnlyBecause = path + " was opened read-only";
        } else if (::faccessat(AT_FDCWD, path.c_str(), W_OK, AT_EACCESS) != 0) {
            d.readOnlyBecause = path + " cannot be written (" + std::generic_category().message(errno) +
                                "): it is open read-only; save it under another name to change it";
        } else {
            auto lock = FileLock::take(path);
            if (const auto* held = std::get_if<FileLock::Held>(&lock))
                return Problem{inUse(path, *held)};
            if (const auto* failed = std::get_if<FileLock::Failed>(&lock))
                d.readOnlyBecause = "the folder of " + path + " cannot be written (" +
                                    std::generic_category().message(failed->error) +
                                    "): the case is open read-only; save it elsewhere to change it";
            else
                d.lock = std::move(std::get<0>(lock));
        }

        // While no log of changes lies beside the file, it can be looked at without a trace.
        bool examined = false;
        if (!hasBytes(path + "-wal")) {
            const Database look = Database::open(path, Database::Mode::Immutable);
            if (auto problem = examine(look, path))
                return *problem;
            examined = true;
        }
        try {
            d.database = Database::open(path, Database::Mode::ReadWrite);
            d.database->execute("SELECT count(*) FROM sqlite_schema");
        } catch (const Error& error) {
            if (!d.lock && hasBytes(path + "-wal"))
                return Problem{path + " has changes waiting beside it (" + path +
                               "-wal) and its folder cannot be written: copy both files to a folder that can be"};
            if (d.lock || error.damaged())
                throw;
            d.database = Database::open(path, Database::Mode::Immutable);
        }
        if (!examined)
            if (auto problem = examine(*d.database, path))
                return *problem;

        const auto version = static_cast<std::size_t>(std::stoull(d.database->value("PRAGMA user_version")));
        if (version < migrations().size()) {
            if (!d.lock)
                return Problem{path +
                               " is of an older format and cannot be written: copy it to a folder that can be, and "
                               "open it there"};
            if (auto problem = upgrade(*d.database, path, migrations(), version))
                return *problem;
        }
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

dossier::Snapshot CaseFile::snapshot() const {
    const std::lock_guard guard(d->mutex);
    if (!d->last)
        d->last = d->projection.snapshot(d->ledger);
    return d->last;
}

Outcome<dossier::Record> CaseFile::apply(const dossier::Edit& given, const std::string& by) {
    const std::lock_guard guard(d->mutex);
    if (!d->readOnlyBecause.empty())
        return Problem{d->readOnlyBecause};
    // Named by what it is, whatever the caller says.
    const dossier::Edit* edit = &given;
    dossier::Edit named;
    if (const auto* add = std::get_if<dossier::AddArticle>(edit)) {
        const std::string sha256 = dossier::sha256Hex(add->bytes);
        if (add->article.id.sha256.empty()) {
            named = *add;
            std::get<dossier::AddArticle>(named).article.id.sha256 = sha256;
            edit = &named;
        } else if (add->article.id.sha256 != sha256) {
            return Problem{"the article's SHA-256 is not that of its bytes: take the file in again"};
        }
    }
    const auto* const adding = std::get_if<dossier::AddArticle>(edit);
    const bool fresh = adding && !d->ledger.textHash.contains(adding->article.id.sha256);
    if (std::string why = dossier::whyNot(d->projection.now(), *edit, by, fresh); !why.empty())
        return Problem{std::move(why)};
    bool written = false;
    try {
        std::optional<dossier::Record> target;
        const bool undoing = std::holds_alternative<dossier::Undo>(*edit);
        if (undoing || std::holds_alternative<dossier::Redo>(*edit))
            if (const auto* next = d->ledger.next(undoing))
                target = d->recordAsOfHere(next->record);
        dossier::Record record;
        record.id.value = d->ledger.records + 1;
        record.at = utcAfter(d->ledger.lastAt);
        record.by = by;
        auto drafted =
            dossier::draft(d->ledger, d->projection, *edit, {by, record.at}, record.id, target ? &*target : nullptr);
        if (auto* why = std::get_if<std::string>(&drafted))
            return Problem{std::move(*why)};
        auto& parts = std::get<dossier::Draft>(drafted);
        record.edit = std::move(parts.edit);
        record.before = std::move(parts.before);
        record.after = std::move(parts.after);
        record.previousHash = d->ledger.lastHash;
        record.hash = dossier::recordHash(record);
        if (std::string why = d->guard ? d->guard(record) : std::string(); !why.empty())
            return Problem{std::move(why)};
        d->keep(*edit, record);
        written = true;

        d->last.reset();
        const std::optional<bool> stale = std::exchange(d->stale, std::nullopt);
        d->projection.releaseArticles();
        dossier::Step step;
        const auto change = d->ledger.apply(
            record,
            [&](const std::string& article, const std::string& textHash) {
                const auto* add = std::get_if<dossier::AddArticle>(edit);
                return add ? add->article.text : d->textOf(article, textHash);
            },
            d->fold.running() ? &step : nullptr);
        d->projection.update(d->ledger, change);
        if (change.kind == dossier::Change::Kind::Subject || change.kind == dossier::Change::Kind::Plain)
            d->stale = stale; // it touches neither articles nor results
        if (d->fold.running())
            d->fold.made(record, std::move(step));
        return record;
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
    if (!std::exchange(d->hurried, false) || d->waits)
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

void CaseFile::setRelate(dossier::Relate relate) {
    const std::lock_guard guard(d->mutex);
    d->relate = relate;
    d->last.reset();
    d->projection.setRelate(std::move(relate));
    d->projection.rebuild(d->ledger);
}

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

Outcome<TakenIn> CaseFile::takeIn(std::vector<dossier::Content> contents, const std::string& by,
                                  const std::function<std::string(const Material&)>& bytesOf) {
    const std::lock_guard guard(d->mutex);
    if (!d->readOnlyBecause.empty())
        return Problem{d->readOnlyBecause};
    TakenIn result{0, d->ledger.records, d->ledger.records};
    try {
        // Whoever sent it has it: it need not be on disk for good when this returns. A crash loses no more than the end
        // of it, and never a record that was made here before.
        const Private::Lightly lightly(*d);
        std::vector<dossier::Content> fresh;
        bool carries = false;
        {
            d->waitForDisk(true);
            Transaction transaction(*d->database);
            dossier::Record last;
            last.hash = d->ledger.lastHash;
            last.at = d->ledger.lastAt;
            for (auto& content : contents) {
                const dossier::Record& made = content.record;
                if (d->fold.carrierOf().contains(made.hash) || holdsRecord(*d->database, made.hash))
                    continue;
                if (made.edit == dossier::mergeEdit || dossier::recordHash(made) != made.hash)
                    return Problem{"a record of " + made.by + " (" + made.at +
                                       ") that came in does not hold: its hash is not that of what it says",
                                   true};
                for (const Material& material : materialOf(made))
                    if (!hasBlob(*d->database, tableOf(material.kind), material.sha256)) {
                        const std::string bytes = bytesOf(material);
                        if (dossier::sha256Hex(bytes) != material.sha256)
                            return Problem{"what came in under the SHA-256 " + material.sha256 + " has another one",
                                           true};
                        writeBlob(*d->database, tableOf(material.kind), material.sha256, bytes);
                    }
                content.carrier = result.records + 1;
                content.native = made.id.value == content.carrier && made.previousHash == last.hash;
                const dossier::Record record = content.native ? made : carrierFor(content, content.carrier, last, by);
                writeRecord(*d->database, record);
                last.hash = record.hash;
                last.at = std::max(last.at, record.at);
                carries = carries || !content.native;
                ++result.records;
                fresh.push_back(std::move(content));
            }
            transaction.commit();
            result.added = fresh.size();
            if (fresh.empty())
                return result;
            d->last.reset();
            d->stale.reset();
            if (d->fold.running() || !carries) {
                d->projection.releaseArticles();
                std::vector<dossier::Change> changes;
                if (d->fold.running())
                    changes = d->fold.take(d->ledger, std::move(fresh), d->texts());
                else
                    for (const auto& content : fresh)
                        changes.push_back(d->ledger.apply(content.record, d->texts()));
                d->ledger.records = result.records;
                d->ledger.lastHash = last.hash;
                d->ledger.lastAt = std::max(d->ledger.lastAt, last.at);
                d->ledger.undoBy = d->undoBy;
                d->projection.update(d->ledger, changes);
                for (const auto& change : changes)
                    if (!change.problem.empty() && d->readOnlyBecause.empty())
                        d->readOnlyBecause = change.problem + "; the case can only be read: go back to a copy of it";
            } else {
                d->load();
            }
        }
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

Outcome<std::monostate> CaseFile::setComparison(compare::Comparison comparison) {
    const std::lock_guard guard(d->mutex);
    return setComparison(std::move(comparison), d->projection.now());
}

Outcome<std::monostate> CaseFile::setComparison(compare::Comparison comparison, const dossier::Dossier& madeFrom) {
    const std::lock_guard guard(d->mutex);
    std::vector<std::uint32_t> lengths;
    for (const auto& article : madeFrom.articles) {
        if (!d->ledger.textHash.contains(article.id.sha256))
            return Problem{"the results are not of this case: article " + article.id.sha256 + " is not in it"};
        lengths.push_back(static_cast<std::uint32_t>(article.text.size()));
    }
    if (std::string wrong = wrongWith(comparison, lengths); !wrong.empty())
        return Problem{"the results do not fit the articles: " + wrong};
    Derived derived{std::string(compare::engineVersion), coverOf(madeFrom.articles), std::move(comparison)};
    try {
        if (d->readOnlyBecause.empty())
            writeDerived(*d->database, derived, d->written);
    } catch (const Error& error) {
        return problemOf(error, d->path, "saving the results");
    }
    d->last.reset();
    d->stale.reset();
    d->engine = std::move(derived.engine);
    d->cover = std::move(derived.cover);
    d->projection.setResults(std::move(derived.comparison), idsOf(d->cover));
    d->projection.rebuild(d->ledger);
    return std::monostate{};
}

bool CaseFile::comparisonStale() const {
    const std::lock_guard guard(d->mutex);
    if (!d->stale)
        d->stale = d->isStale();
    return *d->stale;
}

bool CaseFile::holds(const dossier::ArticleId& article) const {
    const std::lock_guard guard(d->mutex);
    return d->ledger.textHash.contains(article.sha256) && d->projection.now().article(article);
}

Outcome<dossier::Snapshot> CaseFile::snapshotAt(
    std::uint64_t records,
    const std::function<std::optional<compare::Comparison>(const dossier::Dossier&)>& compareAgain) const {
    const std::lock_guard guard(d->mutex);
    if (records > d->ledger.records)
        return Problem{d->path + " has " + std::to_string(d->ledger.records) + " records, not " +
                       std::to_string(records) + ": open a newer copy of it"};
    if (records == d->ledger.records && !d->isStale())
        return snapshot();
    try {
        const auto textOf = [this](const std::string& article, const std::string& hash) {
            return d->textOf(article, hash);
        };
        dossier::Ledger ledger;
        std::string damage;
        if (hasMerges(*d->database)) {
            std::vector<dossier::Record> log = readLog(*d->database);
            log.resize(static_cast<std::size_t>(records));
            auto contents = dossier::contentsOf(log);
            if (auto* wrong = std::get_if<std::string>(&contents))
                return Problem{std::move(*wrong), true};
            ledger = dossier::united(std::get<0>(contents), textOf, damage);
            ledger.records = log.size();
            ledger.lastHash = log.empty() ? std::string() : log.back().hash;
        } else if (records > 0) {
            readRecords(*d->database, [&](dossier::Record&& record) {
                const auto change = ledger.apply(record, textOf);
                if (damage.empty())
                    damage = change.problem;
                return record.id.value < records;
            });
        }
        if (!damage.empty())
            return Problem{std::move(damage), true};
        dossier::Projection projection;
        projection.setRelate(d->relate);
        const auto sorted = [](const std::string& cover) {
            auto lines = linesOf(cover);
            std::sort(lines.begin(), lines.end());
            return lines;
        };
        const auto& articles = ledger.articles.get();
        WrittenParts unused;
        std::optional<Derived> derived;
        if (d->engine == compare::engineVersion && sorted(d->cover) == sorted(coverOf(articles)))
            derived = readDerived(
                *d->database, [this](const auto& text) { return d->lengthsOf(text); }, unused);
        if (derived) {
            projection.setResults(std::move(derived->comparison), idsOf(derived->cover));
        } else if (!articles.empty()) {
            projection.rebuild(ledger);
            std::vector<ArticleId> ids;
            for (const auto& article : articles)
                ids.push_back(article.id);
            if (auto fresh = compareAgain(projection.now()))
                projection.setResults(std::move(*fresh), std::move(ids));
        }
        projection.rebuild(ledger);
        return projection.snapshot(ledger);
    } catch (const Error& error) {
        return problemOf(error, d->path, "reading the log");
    }
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
