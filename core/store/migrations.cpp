// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/migrations.h"

#include <array>
#include <map>
#include <utility>

namespace countercheck::store {

namespace {

// Authored tables: only ever added to. Captures, texts and exhibits are named by the SHA-256 of their bytes; all else
// that is known of them stands in the log, under its chain of hashes. A text that is the capture itself is not kept
// twice. Derived tables: rebuilt at will.
constexpr std::array<std::string_view, 7> first{
    "CREATE TABLE capture (sha256 TEXT NOT NULL PRIMARY KEY CHECK (length(sha256) = 64), bytes BLOB NOT NULL) STRICT",
    "CREATE TABLE decoded (sha256 TEXT NOT NULL PRIMARY KEY CHECK (length(sha256) = 64), bytes BLOB NOT NULL) STRICT",
    "CREATE TABLE exhibit (sha256 TEXT NOT NULL PRIMARY KEY CHECK (length(sha256) = 64), bytes BLOB NOT NULL) STRICT",
    "CREATE TABLE record (id INTEGER PRIMARY KEY CHECK (id > 0), at TEXT NOT NULL, by TEXT NOT NULL, edit TEXT NOT "
    "NULL,"
    " before TEXT NOT NULL, after TEXT NOT NULL, previous_hash TEXT NOT NULL, hash TEXT NOT NULL UNIQUE) STRICT",
    // The newest record once more: a log whose end was cut off does not match it.
    "CREATE TABLE head (id INTEGER PRIMARY KEY CHECK (id = 1), records INTEGER NOT NULL, hash TEXT NOT NULL) STRICT",
    "CREATE TABLE derived (id INTEGER PRIMARY KEY CHECK (id = 1), engine TEXT NOT NULL, format INTEGER NOT NULL,"
    " cover TEXT NOT NULL, parts INTEGER NOT NULL, checksum TEXT NOT NULL) STRICT",
    "CREATE TABLE derived_part (id INTEGER PRIMARY KEY, bytes BLOB NOT NULL) STRICT",
};

constexpr std::array<Migration, 1> all{{
    {"captures, exhibits, the log, and derived results", first},
}};

using Schema = std::map<std::pair<std::string, std::string>, std::string>;

Schema schemaOf(const Database& database) {
    Schema schema;
    Statement rows = database.prepare("SELECT type, name, tbl_name, sql FROM sqlite_schema");
    while (rows.step())
        schema[{std::string(rows.text(0)), std::string(rows.text(1))}] =
            std::string(rows.text(2)) + " " + std::string(rows.text(3));
    return schema;
}

} // namespace

std::span<const Migration> migrations() {
    return all;
}

void migrate(const Database& database, std::span<const Migration> list, std::size_t from) {
    Transaction transaction(database);
    for (std::size_t i = from; i < list.size(); ++i)
        for (const auto step : list[i].steps)
            database.execute(step);
    database.execute("PRAGMA application_id=" + std::to_string(applicationId));
    database.execute("PRAGMA user_version=" + std::to_string(list.size()));
    transaction.commit();
}

std::string schemaDifference(const Database& database, std::span<const Migration> list, std::size_t version) {
    const Database model = Database::open(":memory:", Database::Mode::Create);
    migrate(model, list.subspan(0, version), 0);
    const Schema should = schemaOf(model);
    const Schema is = schemaOf(database);
    for (const auto& [name, sql] : is) {
        const auto found = should.find(name);
        if (found == should.end())
            return "it holds a " + name.first + " “" + name.second + "” that does not belong there";
        if (found->second != sql)
            return "its " + name.first + " “" + name.second + "” is not made as it must be";
    }
    std::string missing;
    for (const auto& [name, sql] :
         should) // a table's index goes with it: the table, which comes later, is what is named
        if (!is.contains(name))
            missing = "its " + name.first + " “" + name.second + "” is missing";
    return missing;
}

} // namespace countercheck::store
