// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/log.h"

#include "core/dossier/canonical.h"
#include "core/dossier/sha256.h"
#include "core/store/comparisoncodec.h"

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
    void add(std::string_view part) { form_.add(dossier::sha256Hex(part)); }
    [[nodiscard]] std::string hash() const { return form_.hash(); }

private:
    dossier::Canonical form_;
};

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

std::optional<dossier::Record> readRecord(const Database& database, dossier::RecordId id) {
    Statement row = database.prepare(std::string(recordColumns) + " WHERE id = ?");
    row.bind(1, static_cast<std::int64_t>(id.value));
    return row.step() ? std::optional(recordOf(row)) : std::nullopt;
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

void writeDerived(const Database& database, const Derived& derived) {
    const std::vector<std::string> parts = encode(derived.comparison);
    Transaction transaction(database);
    database.execute("DELETE FROM derived_part");
    Checksum checksum(derived.engine, codecFormat, derived.cover);
    Statement insert = database.prepare("INSERT INTO derived_part (id, bytes) VALUES (?, ?)");
    for (std::size_t i = 0; i < parts.size(); ++i) {
        insert.bind(1, static_cast<std::int64_t>(i)).bindBlob(2, parts[i]).run();
        checksum.add(parts[i]);
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
}

std::optional<Derived>
readDerived(const Database& database,
            const std::function<std::optional<std::vector<std::uint32_t>>(const std::string& cover)>& lengthsOf) {
    Statement head = database.prepare("SELECT engine, format, cover, parts, checksum FROM derived WHERE id = 1");
    if (!head.step() || head.integer(1) != codecFormat)
        return std::nullopt;
    Derived derived{std::string(head.text(0)), std::string(head.text(2)), {}};
    auto lengths = lengthsOf(derived.cover);
    if (!lengths)
        return std::nullopt;
    Checksum checksum(derived.engine, codecFormat, derived.cover);
    ComparisonReader reader(std::move(*lengths));
    Statement rows = database.prepare("SELECT bytes FROM derived_part ORDER BY id");
    std::int64_t parts = 0;
    for (; rows.step(); ++parts) {
        checksum.add(rows.blob(0));
        if (!reader.add(rows.blob(0)))
            return std::nullopt;
    }
    auto comparison = reader.take();
    if (!comparison || parts != head.integer(3) || checksum.hash() != head.text(4))
        return std::nullopt;
    derived.comparison = std::move(*comparison);
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
