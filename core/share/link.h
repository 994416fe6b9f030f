// SPDX-License-Identifier: GPL-3.0-or-later
// What keeps a copy of a shared case and its server the same. A thread of its own sends what was decided here, in
// order, and takes in what colleagues decided as soon as the server tells; the person in front of it works on the copy
// and waits for neither. Without a connection decisions stay in the copy, counted as not yet shared, and are sent
// later: each exactly once, because the server keeps a record by its hash. What the server lost (an older back-up was
// restored) it gets again from the copies.
#pragma once

#include "core/share/cache.h"
#include "core/share/rules.h"
#include "core/share/server.h"

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

namespace countercheck::share {

/// How it stands, for people.
struct Standing {
    enum class Phase : std::uint8_t {
        Connecting,
        Shared, ///< connected: what was decided anywhere comes in
        Away,   ///< no connection: tried again by itself
        Refused ///< connected, but this case cannot be shared there; `words` says why
    } phase = Phase::Connecting;
    std::uint64_t waiting = 0; ///< decisions of this copy that the server does not have yet
    std::uint64_t foreign = 0; ///< records of others that only a head of desk can bring in
    std::vector<Refused> refused;
    std::string words;
    Me me;
    bool operator==(const Standing&) const = default;
};

class Link {
public:
    struct Options {
        bool create = false; ///< makes the case when the server has none of that name
        /// Called from the link's thread. `arrived`: colleagues' records came into the file.
        std::function<void(bool arrived)> changed;
        /// How long to wait before a lost connection is tried again: at first, and at most.
        std::chrono::milliseconds soonest{250}, latest{15000};
    };
    /// `file` is the copy (openCache()); the link sets its guard and whose records are undone.
    Link(std::shared_ptr<store::CaseFile> file, Address address, Options options);
    ~Link(); ///< breaks off what is under way; what is not shared yet is sent next time
    Link(const Link&) = delete;
    Link& operator=(const Link&) = delete;

    /// Something was decided: send it.
    void nudge();
    /// Tries again at once when there is no connection.
    void tryNow();
    [[nodiscard]] Standing standing() const;
    [[nodiscard]] const Address& address() const { return address_; }
    [[nodiscard]] std::shared_ptr<store::CaseFile> file() const { return file_; }
    /// Waits until the copy and the server are the same as they are now, or until that fails, or the time is up. True:
    /// they are the same.
    bool settle(std::chrono::milliseconds most);

private:
    void run();
    void greet(Server& server);
    void round(Server& server);
    void send(Server& server);
    void sendSingly(Server& server, const std::vector<dossier::Content>& contents);
    bool put(Server& server, dossier::Content content);
    bool take(Server& server);
    void publish(Standing::Phase phase, const std::string& words, bool arrived);
    void remember(bool now = false);
    bool waitsFor(std::chrono::steady_clock::time_point until, std::uint64_t& asked);
    void setMe(const Me& me);
    [[nodiscard]] bool stopping() const;

    std::shared_ptr<store::CaseFile> file_;
    const Address address_;
    const Options options_;
    Memory memory_; ///< the thread's own, as are these two
    std::chrono::steady_clock::time_point rememberNext_{};
    bool toRemember_ = false;
    std::string caseId_;

    mutable std::mutex mutex_;
    std::condition_variable moved_;
    Standing standing_;
    std::uint64_t asked_ = 1, answered_ = 0; ///< rounds that were asked for, and those that ended well or badly
    bool stop_ = false, now_ = false;
    int wake_ = -1; ///< an eventfd
    std::thread thread_;
};

/// A file becomes a shared case: its log, signatures and exhibits go to the server, and a copy stays here, on which one
/// works from then on. The file itself is left as it is. Needs a head of desk (it brings in what others decided).
Outcome<std::uint64_t> shareFile(const std::string& path, const Address& address);
/// A shared case becomes a file, with its log, signatures and exhibits. Without a connection: what is here.
Outcome<Standing> unshareInto(const Address& address, const std::string& path);
/// Does everything hold that the server has: hashes, each desk's order, seals, signatures, material?
struct Verified {
    std::uint64_t records = 0;
    std::uint64_t missing = 0; ///< records of copies on this machine that the server does not have
};
Outcome<Verified> verifyShared(const Address& address);
/// The server's full-text search over a case, the best first.
Outcome<std::vector<Server::Found>> searchServer(const Address& address, const std::string& query, int most);
/// Makes or upgrades the server's tables. What was done.
Outcome<std::string> prepareServer(const Address& address);

} // namespace countercheck::share
