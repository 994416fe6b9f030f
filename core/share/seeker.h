// SPDX-License-Identifier: GPL-3.0-or-later
// The server's full-text search, asked again with every key that somebody types: one connection that stays as long as
// it holds. An answer that nobody waits for any more is broken off.
#pragma once

#include "core/share/server.h"

#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace countercheck::share {

class Seeker {
public:
    explicit Seeker(Address address) : address_(std::move(address)) {}
    /// Ids of the articles that hold all of what is typed, each word as the beginning of one and "several words" as
    /// they stand; the best first. `stopped`: true breaks it off, with a Problem. From any thread, one question at a
    /// time.
    Outcome<std::vector<std::string>> find(std::string_view query, int most, const std::function<bool()>& stopped);

private:
    const Address address_;
    std::mutex mutex_;
    std::function<bool()> stopped_;
    std::unique_ptr<Server> server_; ///< none: there is no connection
    std::string caseId_;
};

/// The parts of what is typed: words, and what stands between quotation marks.
std::vector<std::string> partsOf(std::string_view query);

} // namespace countercheck::share
