// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/log.h"

#include "core/dossier/canonical.h"
#include "core/dossier/increasing.h"
#include "core/dossier/sha256.h"
#include "core/store/comparisoncodec.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace countercheck::store {

namespace {

std::string tableName(BlobTable table) {
    switch (table) {
    case BlobTable::Capture:
        return "capture";
    case BlobTable::Decoded:
        return "decoded";
    case BlobTable::Exhibit:
        break;
    }
    return "exhibit";
}

constexpr std::string_view recordColumns = "SELECT id, at, by, edit, before, after, previous_hash, hash FROM record";

dossier::Record recordOf(const Statement& row) {
    const auto text = [&](int column) { return std::string(row.text(column)); };
    return {
        {static_cast<std::uint64_t>(row.integer(0))}, text(1), text(2), text(3), text(4), text(5), text(6), text(7)};
}

/// Over the stamps and the parts' hashes, in order.
class Checksum {
public:
    Checksum(std::string_view engine, std::int64_t format, std::string_view cover) : form_("countercheck-derived-1") {
        form_.add(engine).add(format).add(cover);
    }
    std::string add(std::string_view part) {
        std::string hash = dossier::sha256Hex(part);
        addHash(hash);
        return hash;
    }
    void addHash(std::string_view hash) { form_.add(hash); }
    [[nodiscard]] std::string hash() const { return form_.hash(); }

private:
    dossier::Canonical form_;
};

/// SipHash-2-4 of 128 bits: some times as fast as SHA-256. It never leaves the process.
std::string markOf(std::string_view bytes) {
    static constexpr std::array<unsigned char, crypto_shorthash_siphashx24_KEYBYTES> key{1};
    std::string mark(crypto_shorthash_siphashx24_BYTES, '\0');
    crypto_shorthash_siphashx24(reinterpret_cast<unsigned char*>(mark.data()),
                                reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), key.data());
    return mark;
}

constexpr std::int64_t betweenParts = 1 << 20; ///< numbers left free for parts that come in between

/// Hashes parts beside the one who reads them: of results of a hundred thousand articles that takes as long as reading.
/// Few bytes are hashed at once, without a thread.
class PartHasher {
public:
    PartHasher() = default;
    ~PartHasher() { stop(); }
    PartHasher(const PartHasher&) = delete;
    PartHasher& operator=(const PartHasher&) = delete;

    void add(std::int64_t id, std::string_view bytes) {
        seen_ += bytes.size();
        if (seen_ < threadFrom) {
            parts_.push_back(partOf(id, bytes));
            return;
        }
        std::unique_lock guard(mutex_);
        if (!thread_.joinable())
            thread_ = std::thread([this] { work(); });
        moved_.wait(guard, [this] { return held_ < mostHeld; });
        held_ += bytes.size();
        open_.emplace_back(id, bytes);
        moved_.notify_all();
    }
    /// All of them, in their order.
    std::vector<WrittenParts::Part> take() {
        stop();
        return std::move(parts_);
    }

private:
    static constexpr std::size_t threadFrom = 8u << 20, mostHeld = 64u << 20;

    static WrittenParts::Part partOf(std::int64_t id, std::string_view bytes) {
        return {id, markOf(bytes), dossier::sha256Hex(bytes)};
    }
    void stop() {
        {
            const std::lock_guard guard(mutex_);
            closed_ = true;
        }
        moved_.notify_all();
        if (thread_.joinable())
            thread_.join();
    }
    void work() {
        std::unique_lock guard(mutex_);
        for (;;) {
            moved_.wait(guard, [this] { return closed_ || !open_.empty(); });
            if (open_.empty())
                return;
            const auto [id, bytes] = std::move(open_.front());
            open_.pop_front();
            guard.unlock();
            parts_.push_back(partOf(id, bytes)); // the other one adds to it only before there is a thread
            guard.lock();
            held_ -= bytes.size();
            moved_.notify_all();
        }
    }

    std::vector<WrittenParts::Part> parts_;
    std::size_t seen_ = 0;
    std::mutex mutex_;
    std::condition_variable moved_;
    std::deque<std::pair<std::int64_t, std::string>> open_;
    std::size_t held_ = 0;
    bool closed_ = false;
    std::thread thread_;
};

/// The most of the old parts that may stay, in their order: per new part the old one, or −1.
std::vector<std::ptrdiff_t> staying(const std::vector<WrittenParts::Part>& old,
                                    const std::vector<WrittenParts::Part>& now) {
    std::unordered_map<std::string_view, std::ptrdiff_t> at;
    for (std::size_t i = 0; i < old.size(); ++i)
        at.emplace(old[i].mark, static_cast<std::ptrdiff_t>(i));
    std::vector<std::ptrdiff_t> known; // places in `old` of those that were there before
    std::vector<std::size_t> places;   // theirs in `now`
    for (std::size_t i = 0; i < now.size(); ++i)
        if (const auto found = at.find(now[i].mark); found != at.end()) {
            known.push_back(found->second);
            places.push_back(i);
        }
    std::vector<std::ptrdiff_t> out(now.size(), -1);
    for (const std::size_t i : dossier::longestIncreasing(known))
        out[places[i]] = known[i];
    return out;
}

/// Gives the parts that do not stay numbers between those that do. False: there is no room.
bool number(std::vector<WrittenParts::Part>& parts) {
    for (std::size_t i = 0; i < parts.size();) {
        if (parts[i].id != 0) {
            ++i;
            continue;
        }
        std::size_t end = i;
        while (end < parts.size() && parts[end].id == 0)
            ++end;
        const std::int64_t left = i == 0 ? 0 : parts[i - 1].id;
        const auto count = static_cast<std::int64_t>(end - i);
        const std::int64_t step =
            end == parts.size() ? betweenParts : std::min(betweenParts, (parts[end].id - left) / (count + 1));
        if (step == 0)
            return false;
        for (std::int64_t k = 1; i < end; ++i, ++k)
            parts[i].id = left + k * step;
    }
    return true;
}

} // namespace

void protectAuthored(const Database& database) {
    for (const char* table : {"capture", "decoded", "exhibit", "record"})
        for (const char* what : {"UPDATE", "DELETE"})
            database.execute(std::string("CREATE TEMP TRIGGER keep_") + table + "_" + what + " BEFORE " + what +
                             " ON main." + table + " BEGIN SELECT RAISE(ABORT, 'this table is only added to'); END");
    database.execute(
        "CREATE TEMP TRIGGER chain BEFORE INSERT ON main.record WHEN NEW.id IS NOT"
        " (SELECT coalesce(max(id), 0) + 1 FROM main.record) OR NEW.previous_hash IS NOT"
        " coalesce((SELECT hash FROM main.record WHERE id = NEW.id - 1), '')"
        " BEGIN SELECT RAISE(ABORT, 'the log has changed under this window: close the case and open it again'); END");
}

void readRecords(const Database& database, const std::function<bool(dossier::Record&&)>& each) {
    Statement rows = database.prepare(std::string(recordColumns) + " ORDER BY id");
    while (rows.step())
        if (!each(recordOf(rows)))
            return;
}

std::vector<dossier::Record> readLog(const Database& database) {
    std::vector<dossier::Record> log;
    readRecords(database, [&](dossier::Record&& record) {
        log.push_back(std::move(record));
        return true;
    });
    return log;
}

std::optional<dossier::Record> readRecord(const Database& database, dossier::RecordId id) {
    Statement row = database.prepare(std::string(recordColumns) + " WHERE id = ?");
    row.bind(1, static_cast<std::int64_t>(id.value));
    return row.step() ? std::optional(recordOf(row)) : std::nullopt;
}

std::variant<std::vector<dossier::Content>, std::string> contentsAfter(const Database& database, std::uint64_t after) {
    // From the last record that was made here: the one behind it knows what was merged in between. Where none is
    // behind it, nothing has to be known.
    Statement row = database.prepare("SELECT max(id) FROM record WHERE id <= ? AND edit <> 'merge'");
    row.bind(1, static_cast<std::int64_t>(after)).step();
    const std::int64_t from = madeAfter(database, after) > 0 ? row.integer(0) : static_cast<std::int64_t>(after) + 1;
    std::string previous;
    std::vector<std::string> knows;
    std::vector<dossier::Content> contents;
    std::string wrong;
    const auto hashAt = [&](std::uint64_t number) {
        const auto record = readRecord(database, {number});
        if (!record || record->edit != dossier::mergeEdit)
            return record ? record->hash : std::string();
        const auto content = dossier::carriedIn(*record);
        return content ? content->record.hash : std::string();
    };
    Statement rows = database.prepare(std::string(recordColumns) + " WHERE id >= ? ORDER BY id");
    rows.bind(1, from);
    while (rows.step()) {
        dossier::Record record = recordOf(rows);
        const std::uint64_t number = record.id.value;
        dossier::Content content;
        if (record.edit == dossier::mergeEdit) {
            auto carried = dossier::carriedIn(record);
            if (!carried)
                return "record " + std::to_string(number) + " does not hold: what it carries cannot be read";
            content = std::move(*carried);
            knows.push_back(content.record.hash);
        } else {
            const std::uint64_t target = dossier::undoneBy(record);
            content = {record, number, target != 0 ? hashAt(target) : std::string(), previous, std::move(knows), true};
            knows.clear();
            previous = record.hash;
        }
        if (number > after)
            contents.push_back(std::move(content));
    }
    return contents;
}

std::uint64_t madeAfter(const Database& database, std::uint64_t after) {
    Statement row = database.prepare("SELECT count(*) FROM record WHERE id > ? AND edit <> 'merge'");
    row.bind(1, static_cast<std::int64_t>(after)).step();
    return static_cast<std::uint64_t>(row.integer(0));
}

bool holdsRecord(const Database& database, const std::string& hash) {
    Statement row = database.prepare("SELECT 1 FROM record WHERE hash = ?");
    return row.bind(1, hash).step();
}

void writeRecord(const Database& database, const dossier::Record& record) {
    const auto id = static_cast<std::int64_t>(record.id.value);
    database
        .prepare("INSERT INTO record (id, at, by, edit, before, after, previous_hash, hash) VALUES (?,?,?,?,?,?,?,?)")
        .bind(1, id)
        .bind(2, record.at)
        .bind(3, record.by)
        .bind(4, record.edit)
        .bind(5, record.before)
        .bind(6, record.after)
        .bind(7, record.previousHash)
        .bind(8, record.hash)
        .run();
    database
        .prepare("INSERT INTO head (id, records, hash) VALUES (1, ?, ?)"
                 " ON CONFLICT (id) DO UPDATE SET records = excluded.records, hash = excluded.hash")
        .bind(1, id)
        .bind(2, record.hash)
        .run();
}

void writeBlob(const Database& database, BlobTable table, const std::string& sha256, std::string_view bytes) {
    database.prepare("INSERT INTO " + tableName(table) + " (sha256, bytes) VALUES (?, ?) ON CONFLICT DO NOTHING")
        .bind(1, sha256)
        .bindBlob(2, bytes)
        .run();
}

bool hasBlob(const Database& database, BlobTable table, const std::string& sha256) {
    Statement row = database.prepare("SELECT 1 FROM " + tableName(table) + " WHERE sha256 = ?");
    return row.bind(1, sha256).step();
}

std::optional<std::string> readBlob(const Database& database, BlobTable table, const std::string& sha256) {
    Statement row = database.prepare("SELECT bytes FROM " + tableName(table) + " WHERE sha256 = ?");
    row.bind(1, sha256);
    return row.step() ? std::optional(std::string(row.blob(0))) : std::nullopt;
}

std::optional<std::string> readText(const Database& database, const std::string& article, const std::string& textHash) {
    if (article == textHash)
        return readBlob(database, BlobTable::Capture, article);
    return readBlob(database, BlobTable::Decoded, textHash);
}

bool hasMerges(const Database& database) {
    return database.prepare("SELECT 1 FROM record WHERE edit = 'merge' LIMIT 1").step();
}

void copyBlobs(const Database& from, const Database& to) {
    for (const auto table : {BlobTable::Capture, BlobTable::Decoded, BlobTable::Exhibit}) {
        Statement rows = from.prepare("SELECT sha256, bytes FROM " + tableName(table) + " ORDER BY rowid");
        while (rows.step())
            writeBlob(to, table, std::string(rows.text(0)), rows.blob(1));
    }
}

void writeDerived(const Database& database, const Derived& derived, WrittenParts& written) {
    const std::vector<std::string> parts = encode(derived.comparison);
    WrittenParts old = std::exchange(written, {}), now; // not known, should anything fail
    now.parts.resize(parts.size());
    for (std::size_t i = 0; i < parts.size(); ++i)
        now.parts[i].mark = markOf(parts[i]);
    Transaction transaction(database);
    {
        Statement head = database.prepare("SELECT checksum FROM derived WHERE id = 1");
        if (old.checksum.empty() || !head.step() || head.text(0) != old.checksum)
            old.parts.clear(); // somebody else wrote there
    }
    std::vector<std::ptrdiff_t> from = staying(old.parts, now.parts);
    for (std::size_t i = 0; i < parts.size(); ++i)
        if (from[i] >= 0)
            now.parts[i] = old.parts[static_cast<std::size_t>(from[i])];
        else
            now.parts[i].sha256 = dossier::sha256Hex(parts[i]);
    if (!number(now.parts)) {
        std::fill(from.begin(), from.end(), -1);
        for (auto& part : now.parts)
            part.id = 0;
        number(now.parts);
    }
    std::unordered_set<std::int64_t> kept;
    for (std::size_t i = 0; i < parts.size(); ++i)
        if (from[i] >= 0)
            kept.insert(now.parts[i].id);
    if (kept.empty()) {
        database.execute("DELETE FROM derived_part");
    } else {
        Statement remove = database.prepare("DELETE FROM derived_part WHERE id = ?");
        for (const auto& part : old.parts)
            if (!kept.contains(part.id))
                remove.bind(1, part.id).run();
    }
    Checksum checksum(derived.engine, codecFormat, derived.cover);
    Statement insert = database.prepare("INSERT INTO derived_part (id, bytes) VALUES (?, ?)");
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (from[i] < 0)
            insert.bind(1, now.parts[i].id).bindBlob(2, parts[i]).run();
        checksum.addHash(now.parts[i].sha256);
    }
    const std::string hash = checksum.hash();
    database.prepare("INSERT OR REPLACE INTO derived (id, engine, format, cover, parts, checksum) VALUES (1,?,?,?,?,?)")
        .bind(1, derived.engine)
        .bind(2, codecFormat)
        .bind(3, derived.cover)
        .bind(4, static_cast<std::int64_t>(parts.size()))
        .bind(5, hash)
        .run();
    transaction.commit();
    now.checksum = hash;
    written = std::move(now);
}

std::optional<Derived>
readDerived(const Database& database,
            const std::function<std::optional<std::vector<std::uint32_t>>(const std::string& cover)>& lengthsOf,
            WrittenParts& written) {
    written = {};
    Statement head = database.prepare("SELECT engine, format, cover, parts, checksum FROM derived WHERE id = 1");
    if (!head.step() || head.integer(1) != codecFormat)
        return std::nullopt;
    Derived derived{std::string(head.text(0)), std::string(head.text(2)), {}};
    auto lengths = lengthsOf(derived.cover);
    if (!lengths)
        return std::nullopt;
    Checksum checksum(derived.engine, codecFormat, derived.cover);
    ComparisonReader reader(std::move(*lengths));
    Statement rows = database.prepare("SELECT bytes, id FROM derived_part ORDER BY id");
    std::int64_t parts = 0;
    PartHasher hasher;
    for (; rows.step(); ++parts) {
        hasher.add(rows.integer(1), rows.blob(0));
        if (!reader.add(rows.blob(0)))
            return std::nullopt;
    }
    auto comparison = reader.take();
    WrittenParts found;
    found.parts = hasher.take();
    for (const auto& part : found.parts)
        checksum.addHash(part.sha256);
    if (!comparison || parts != head.integer(3) || checksum.hash() != head.text(4))
        return std::nullopt;
    derived.comparison = std::move(*comparison);
    // Parts of a file of before may be numbered from 0, which stands for a part without a number here.
    if (found.parts.empty() || found.parts.front().id > 0) {
        found.checksum = std::string(head.text(4));
        written = std::move(found);
    }
    return derived;
}

bool derivedSound(const Database& database) {
    Statement head = database.prepare("SELECT engine, format, cover, parts, checksum FROM derived WHERE id = 1");
    Statement rows = database.prepare("SELECT bytes FROM derived_part ORDER BY id");
    if (!head.step())
        return !rows.step();
    Checksum checksum(head.text(0), head.integer(1), head.text(2));
    std::int64_t parts = 0;
    for (; rows.step(); ++parts)
        checksum.add(rows.blob(0));
    return parts == head.integer(3) && checksum.hash() == head.text(4);
}

} // namespace countercheck::store
