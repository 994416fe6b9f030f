// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/share/connection.h"

#include "core/share/keyring.h"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <utility>

#include <libpq-fe.h>
#include <poll.h>

namespace countercheck::share {

namespace {

constexpr int slice = 100;                            ///< milliseconds between two looks at whether to stop
constexpr std::chrono::seconds longestConnecting{15}; ///< until a server that does not answer is given up

/// libpq's words as one line.
std::string oneLine(const char* words) {
    std::string text;
    for (const char c : std::string_view(words ? words : ""))
        if (c != ' ' && c != '\n' && c != '\t')
            text += c;
        else if (!text.empty() && text.back() != ' ')
            text += ' ';
    if (!text.empty() && text.back() == ' ')
        text.pop_back();
    return text.empty() ? "the connection to the server was lost" : text;
}

/// Waits for the descriptors; true when one of them has something.
bool waited(pollfd* files, nfds_t count, int milliseconds) {
    for (;;) {
        const int ready = ::poll(files, count, milliseconds);
        if (ready >= 0)
            return ready > 0;
        if (errno != EINTR)
            return true;
    }
}

pg_conn* begin(const Address& address, const std::string& password) {
    std::vector<const char*> keywords, values;
    const auto add = [&](const char* keyword, const char* value) {
        keywords.push_back(keyword);
        values.push_back(value);
    };
    // What notices a network that went away without a word; an address may say otherwise.
    for (const auto& [keyword, value] :
         {std::pair("keepalives_idle", "5"), std::pair("keepalives_interval", "3"), std::pair("keepalives_count", "3"),
          std::pair("tcp_user_timeout", "15000"), std::pair("application_name", "countercheck")})
        if (address.value(keyword).empty())
            add(keyword, value);
    for (const auto& [keyword, value] : address.parameters)
        add(keyword.c_str(), value.c_str());
    add("client_encoding", "UTF8");
    if (!password.empty())
        add("password", password.c_str());
    add(nullptr, nullptr);
    return PQconnectStartParams(keywords.data(), values.data(), 0);
}

} // namespace

int Rows::count() const {
    return PQntuples(result_.get());
}
std::string Rows::text(int row, int column) const {
    return {PQgetvalue(result_.get(), row, column),
            static_cast<std::size_t>(std::max(0, PQgetlength(result_.get(), row, column)))};
}
std::int64_t Rows::integer(int row, int column) const {
    return std::atoll(PQgetvalue(result_.get(), row, column));
}
void Rows::Clear::operator()(pg_result* result) const {
    PQclear(result);
}

std::string arrayOf(const std::vector<std::string>& texts) {
    std::string out = "{";
    for (const auto& text : texts) {
        out += out.size() > 1 ? ",\"" : "\"";
        for (const char c : text) {
            if (c == '"' || c == '\\')
                out += '\\';
            out += c;
        }
        out += '"';
    }
    return out + "}";
}

std::vector<std::string> fromArray(std::string_view array) {
    std::vector<std::string> texts;
    bool quoted = false, any = false;
    std::string one;
    for (std::size_t i = 1; i + 1 < array.size(); ++i) {
        const char c = array[i];
        if (c == '"') {
            quoted = !quoted;
            any = true;
        } else if (c == ',' && !quoted) {
            texts.push_back(std::exchange(one, {}));
            any = false;
        } else if (c == '\\' && i + 2 < array.size()) {
            one += array[++i];
        } else {
            one += c;
            any = true;
        }
    }
    if (any)
        texts.push_back(std::move(one));
    return texts;
}

Connection::Connection(const Address& address, std::function<bool()> stopped) : stopped_(std::move(stopped)) {
    connection_.reset(begin(address, {}));
    finish(connection_.get());
    if (PQstatus(connection_.get()) != CONNECTION_OK && PQconnectionNeedsPassword(connection_.get())) {
        if (const std::string password = passwordFromKeyring(address, stopped_); !password.empty()) {
            connection_.reset(begin(address, password));
            finish(connection_.get());
        }
    }
    if (PQstatus(connection_.get()) != CONNECTION_OK) {
        std::string why = oneLine(PQerrorMessage(connection_.get()));
        if (PQconnectionNeedsPassword(connection_.get()))
            why += " (put it into ~/.pgpass as host:port:database:user:password, mode 0600, a service file or the "
                   "keyring)";
        throw Fault(why, {}, true);
    }
    PQsetNoticeProcessor(
        connection_.get(), [](void*, const char*) {}, nullptr); // nothing is written to standard error
}

Connection::~Connection() = default;

void Connection::Close::operator()(pg_conn* connection) const {
    PQfinish(connection);
}

/// Carries a connection that was begun to its end, good or bad.
void Connection::finish(pg_conn* connection) {
    if (!connection)
        throw Fault("out of memory", {}, true);
    const auto until = std::chrono::steady_clock::now() + longestConnecting;
    auto want = PGRES_POLLING_WRITING;
    while (PQstatus(connection) != CONNECTION_BAD && want != PGRES_POLLING_OK && want != PGRES_POLLING_FAILED) {
        if (stopped_ && stopped_())
            throw Fault("broken off", {}, true);
        if (std::chrono::steady_clock::now() > until)
            throw Fault("the server does not answer", {}, true);
        pollfd file{PQsocket(connection), static_cast<short>(want == PGRES_POLLING_READING ? POLLIN : POLLOUT), 0};
        if (waited(&file, 1, slice))
            want = PQconnectPoll(connection);
    }
}

void Connection::fail(pg_result* result) {
    const Rows owner(result);
    const char* const state = result ? PQresultErrorField(result, PG_DIAG_SQLSTATE) : nullptr;
    const char* const words = result ? PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY) : nullptr;
    const bool gone = PQstatus(connection_.get()) == CONNECTION_BAD;
    const std::string code = state ? state : "";
    // Class 08, 57P and 53: the connection, somebody who stopped the server, or no room there: later it may do.
    const bool lost = gone || code.starts_with("08") || code.starts_with("57P") || code.starts_with("53") ||
                      code == "40001" || code == "40P01" || code == "25006";
    throw Fault(oneLine(words ? words : PQerrorMessage(connection_.get())), code, lost);
}

Rows Connection::answer(const char* sql) {
    (void)sql;
    pg_conn* const connection = connection_.get();
    pg_result* last = nullptr;
    for (;;) {
        for (int flushed = PQflush(connection); flushed != 0 || PQisBusy(connection);) {
            if (stopped_ && stopped_()) {
                PQclear(last);
                throw Fault("broken off", {}, true);
            }
            if (flushed < 0)
                break;
            pollfd file{PQsocket(connection), static_cast<short>(POLLIN | (flushed > 0 ? POLLOUT : 0)), 0};
            if (!waited(&file, 1, slice))
                continue;
            if (!PQconsumeInput(connection))
                break;
            flushed = PQflush(connection);
        }
        pg_result* const next = PQgetResult(connection);
        if (!next)
            break;
        const auto status = PQresultStatus(next);
        if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) {
            PQclear(last);
            // What follows a failure belongs to it.
            std::unique_ptr<pg_result, decltype(&PQclear)> failed(next, &PQclear);
            while (PQstatus(connection) == CONNECTION_OK)
                if (pg_result* const more = PQgetResult(connection))
                    PQclear(more);
                else
                    break;
            fail(failed.release());
        }
        PQclear(std::exchange(last, next));
    }
    if (!last)
        fail(nullptr);
    return Rows(last);
}

Rows Connection::query(const std::string& sql, const std::vector<Parameter>& parameters, bool bytesBack) {
    std::vector<const char*> values;
    std::vector<int> lengths, formats;
    std::vector<std::string> kept;
    kept.reserve(parameters.size());
    for (const Parameter& parameter : parameters) {
        if (parameter.binary) {
            values.push_back(parameter.value.data());
        } else {
            kept.emplace_back(parameter.value); // ends in a zero
            values.push_back(kept.back().c_str());
        }
        lengths.push_back(static_cast<int>(parameter.value.size()));
        formats.push_back(parameter.binary ? 1 : 0);
    }
    if (!PQsendQueryParams(connection_.get(), sql.c_str(), static_cast<int>(parameters.size()), nullptr, values.data(),
                           lengths.data(), formats.data(), bytesBack ? 1 : 0))
        fail(nullptr);
    return answer(sql.c_str());
}

void Connection::run(const std::string& sql) {
    if (!PQsendQuery(connection_.get(), sql.c_str()))
        fail(nullptr);
    answer(sql.c_str());
}

void Connection::wait(int wakeFile, int milliseconds) {
    pollfd files[2] = {{PQsocket(connection_.get()), POLLIN, 0}, {wakeFile, POLLIN, 0}};
    if (waited(files, 2, milliseconds) && files[0].revents != 0 && !PQconsumeInput(connection_.get()))
        fail(nullptr);
    if (PQstatus(connection_.get()) != CONNECTION_OK)
        fail(nullptr);
}

std::vector<std::string> Connection::notifications() {
    std::vector<std::string> payloads;
    while (PGnotify* const one = PQnotifies(connection_.get())) {
        payloads.emplace_back(one->extra ? one->extra : "");
        PQfreemem(one);
    }
    return payloads;
}

Work::~Work() {
    if (done_)
        return;
    try {
        connection_.run("ROLLBACK");
    } catch (const Fault&) {
        // Without a connection the server rolls back by itself.
    }
}

void Work::commit() {
    done_ = true;
    connection_.run("COMMIT");
}

} // namespace countercheck::share
