// SPDX-License-Identifier: GPL-3.0-or-later
// libpq with owners for its handles, waits that can be broken off, and nothing more. A failure is a Fault (thrown
// inside this room only, never out of it).
#pragma once

#include "core/share/address.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

struct pg_conn;
struct pg_result;

namespace countercheck::share {

/// What went wrong between here and the server.
class Fault : public std::runtime_error {
public:
    Fault(const std::string& message, std::string sqlState, bool lostConnection)
        : std::runtime_error(message), state(std::move(sqlState)), lost(lostConnection) {}
    std::string state; ///< SQLSTATE; empty when it did not come from the server
    bool lost;         ///< there is no connection (any more): trying again later may help
};

/// Rows of an answer.
class Rows {
public:
    explicit Rows(pg_result* result) : result_(result) {}
    [[nodiscard]] int count() const;
    [[nodiscard]] std::string text(int row, int column) const; ///< also bytes, when asked for as such
    [[nodiscard]] std::int64_t integer(int row, int column) const;

private:
    struct Clear {
        void operator()(pg_result* result) const;
    };
    std::unique_ptr<pg_result, Clear> result_;
};

/// A parameter of a statement: text, or bytes.
struct Parameter {
    Parameter(std::string_view text) : value(text) {}
    Parameter(const std::string& text) : value(text) {}
    Parameter(const char* text) : value(text) {}
    Parameter(std::int64_t number) : owned(std::to_string(number)), value(owned) {}
    static Parameter bytes(std::string_view bytes) {
        Parameter parameter(bytes);
        parameter.binary = true;
        return parameter;
    }
    Parameter(const Parameter& other)
        : owned(other.owned), value(owned.empty() ? other.value : owned), binary(other.binary) {}
    Parameter& operator=(const Parameter&) = delete;
    std::string owned;
    std::string_view value;
    bool binary = false;
};

/// "{a,b}": a list of texts as PostgreSQL's text[] is written.
std::string arrayOf(const std::vector<std::string>& texts);
/// The texts of such a list.
std::vector<std::string> fromArray(std::string_view array);

class Connection {
public:
    /// `stopped`: asked now and then while waiting; true breaks off with a Fault.
    Connection(const Address& address, std::function<bool()> stopped);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    /// One statement, with parameters $1, $2, …
    Rows query(const std::string& sql, const std::vector<Parameter>& parameters = {}, bool bytesBack = false);
    /// Several statements without parameters.
    void run(const std::string& sql);
    /// Waits for news on the connection or on `wakeFile`, at most so long. Throws when the connection is gone.
    void wait(int wakeFile, int milliseconds);
    /// The payloads of the notifications that came.
    std::vector<std::string> notifications();

private:
    void finish(pg_conn* connection);
    Rows answer(const char* sql);
    [[noreturn]] void fail(pg_result* result);

    std::function<bool()> stopped_;
    struct Close {
        void operator()(pg_conn* connection) const;
    };
    std::unique_ptr<pg_conn, Close> connection_;
};

/// A transaction; rolled back unless committed.
class Work {
public:
    explicit Work(Connection& connection) : connection_(connection) { connection_.run("BEGIN"); }
    ~Work();
    Work(const Work&) = delete;
    Work& operator=(const Work&) = delete;
    void commit();

private:
    Connection& connection_;
    bool done_ = false;
};

} // namespace countercheck::share
