// SPDX-License-Identifier: GPL-3.0-or-later
// SQLite's C API with owners for its handles, and nothing more. A failure is an Error (thrown inside the store only,
// never out of it) that keeps SQLite's own code and words.
#pragma once

#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace countercheck::store {

/// What SQLite said.
class Error : public std::runtime_error {
public:
    Error(int sqliteCode, const std::string& message) : std::runtime_error(message), code_(sqliteCode) {}
    [[nodiscard]] int code() const { return code_ & 0xFF; } ///< primary result code
    [[nodiscard]] bool full() const;
    [[nodiscard]] bool damaged() const;

private:
    int code_;
};

class Statement {
public:
    Statement(sqlite3* database, std::string_view sql);
    Statement(Statement&&) = default;
    Statement& operator=(Statement&&) = default;

    /// Parameters are numbered from 1. Texts and blobs must live until the statement has been stepped or reset.
    Statement& bind(int parameter, std::string_view text);
    Statement& bind(int parameter, std::int64_t value);
    Statement& bindBlob(int parameter, std::string_view bytes);
    /// True: there is a row.
    bool step();
    /// Steps to the end and makes ready for another run.
    void run();
    void reset();

    /// Columns are numbered from 0. Views hold until the next step.
    [[nodiscard]] std::string_view text(int column) const;
    [[nodiscard]] std::string_view blob(int column) const;
    [[nodiscard]] std::int64_t integer(int column) const;

private:
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const;
    };
    std::unique_ptr<sqlite3_stmt, Finalize> statement_;
    sqlite3* database_;
};

class Database {
public:
    enum class Mode : std::uint8_t { ReadOnly, Immutable, ReadWrite, Create };
    /// Opens a file (or ":memory:") and makes it safe against what a stranger's file may hold: defensive, schema not
    /// trusted, no extensions, no double-quoted strings, lengths limited.
    static Database open(const std::string& path, Mode mode);

    [[nodiscard]] sqlite3* handle() const { return handle_.get(); }
    [[nodiscard]] Statement prepare(std::string_view sql) const { return {handle_.get(), sql}; }
    /// One statement, without a result.
    void execute(std::string_view sql) const;
    /// The first column of the first row, as text; empty when there is none.
    [[nodiscard]] std::string value(std::string_view sql) const;
    void close() { handle_.reset(); }

private:
    struct Close {
        void operator()(sqlite3* database) const;
    };
    std::unique_ptr<sqlite3, Close> handle_;
};

/// Rolls back unless committed.
class Transaction {
public:
    explicit Transaction(const Database& database);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    void commit();

private:
    const Database& database_;
    bool done_ = false;
};

} // namespace countercheck::store
