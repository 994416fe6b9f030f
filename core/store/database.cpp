// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/database.h"

#include <sqlite3.h>

namespace countercheck::store {

namespace {

[[noreturn]] void fail(sqlite3* database, int code) {
    if (!database)
        throw Error(code, sqlite3_errstr(code));
    throw Error(sqlite3_extended_errcode(database) != SQLITE_OK ? sqlite3_extended_errcode(database) : code,
                sqlite3_errmsg(database));
}

constexpr int longestValue = 600 << 20; // bytes in one text or blob
constexpr int longestSql = 1 << 20;

} // namespace

bool Error::full() const {
    return code() == SQLITE_FULL;
}
bool Error::damaged() const {
    return code() == SQLITE_CORRUPT || code() == SQLITE_NOTADB;
}

void Statement::Finalize::operator()(sqlite3_stmt* statement) const {
    sqlite3_finalize(statement);
}

Statement::Statement(sqlite3* database, std::string_view sql) : database_(database) {
    sqlite3_stmt* statement = nullptr;
    const int code = sqlite3_prepare_v2(database, sql.data(), static_cast<int>(sql.size()), &statement, nullptr);
    statement_.reset(statement);
    if (code != SQLITE_OK)
        fail(database, code);
}

Statement& Statement::bind(int parameter, std::string_view text) {
    // A null pointer would bind NULL, which an empty text is not.
    const char* data = text.data() ? text.data() : "";
    if (const int code =
            sqlite3_bind_text64(statement_.get(), parameter, data, text.size(), SQLITE_STATIC, SQLITE_UTF8))
        fail(database_, code);
    return *this;
}
Statement& Statement::bind(int parameter, std::int64_t value) {
    if (const int code = sqlite3_bind_int64(statement_.get(), parameter, value))
        fail(database_, code);
    return *this;
}
Statement& Statement::bindBlob(int parameter, std::string_view bytes) {
    const char* data = bytes.data() ? bytes.data() : "";
    if (const int code = sqlite3_bind_blob64(statement_.get(), parameter, data, bytes.size(), SQLITE_STATIC))
        fail(database_, code);
    return *this;
}

bool Statement::step() {
    const int code = sqlite3_step(statement_.get());
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE)
        return false;
    fail(database_, code);
}
void Statement::run() {
    while (step()) {
    }
    reset();
}
void Statement::reset() {
    sqlite3_reset(statement_.get()); // repeats the error of the last step, which was reported
    sqlite3_clear_bindings(statement_.get());
}

std::string_view Statement::text(int column) const {
    const auto* data = sqlite3_column_text(statement_.get(), column);
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column));
    return data ? std::string_view(reinterpret_cast<const char*>(data), size) : std::string_view{};
}
std::string_view Statement::blob(int column) const {
    const void* data = sqlite3_column_blob(statement_.get(), column);
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column));
    return data ? std::string_view(static_cast<const char*>(data), size) : std::string_view{};
}
std::int64_t Statement::integer(int column) const {
    return sqlite3_column_int64(statement_.get(), column);
}

void Database::Close::operator()(sqlite3* database) const {
    sqlite3_close_v2(database);
}

Database Database::open(const std::string& path, Mode mode) {
    int flags = SQLITE_OPEN_FULLMUTEX | SQLITE_OPEN_EXRESCODE;
    std::string name = path;
    switch (mode) {
    case Mode::ReadOnly:
        flags |= SQLITE_OPEN_READONLY;
        break;
    case Mode::Immutable: {
        // A URI is the only way to say that nobody can write: then SQLite needs no file beside this one.
        flags |= SQLITE_OPEN_READONLY | SQLITE_OPEN_URI;
        static constexpr std::string_view digits = "0123456789ABCDEF";
        name = "file:";
        for (const char c : path) {
            const auto byte = static_cast<unsigned char>(c);
            if (byte == '%' || byte == '?' || byte == '#') {
                name += '%';
                name += digits[byte >> 4];
                name += digits[byte & 15];
            } else {
                name += c;
            }
        }
        name += "?immutable=1";
        break;
    }
    case Mode::ReadWrite:
        flags |= SQLITE_OPEN_READWRITE;
        break;
    case Mode::Create:
        flags |= SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
        break;
    }
    sqlite3* handle = nullptr;
    const int code = sqlite3_open_v2(name.c_str(), &handle, flags, nullptr);
    Database database;
    database.handle_.reset(handle);
    if (code != SQLITE_OK)
        fail(handle, code);

    sqlite3_busy_timeout(handle, 3000);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_FKEY, 1, nullptr);
    sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, longestValue);
    sqlite3_limit(handle, SQLITE_LIMIT_SQL_LENGTH, longestSql);
    sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 1); // VACUUM INTO attaches its target
    sqlite3_limit(handle, SQLITE_LIMIT_EXPR_DEPTH, 50);
    sqlite3_limit(handle, SQLITE_LIMIT_COLUMN, 100);
    sqlite3_limit(handle, SQLITE_LIMIT_TRIGGER_DEPTH, 5);
    database.execute("PRAGMA cell_size_check=ON");
    database.execute("PRAGMA mmap_size=0"); // a file that shrinks under us must be an error, not a signal
    return database;
}

void Database::execute(std::string_view sql) const {
    prepare(sql).run();
}

std::string Database::value(std::string_view sql) const {
    Statement statement = prepare(sql);
    return statement.step() ? std::string(statement.text(0)) : std::string();
}

Transaction::Transaction(const Database& database) : database_(database) {
    database.execute("BEGIN IMMEDIATE");
}
Transaction::~Transaction() {
    if (!done_)
        sqlite3_exec(database_.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}
void Transaction::commit() {
    database_.execute("COMMIT");
    done_ = true;
}

} // namespace countercheck::store
