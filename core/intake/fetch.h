// SPDX-License-Identifier: GPL-3.0-or-later
// One address, fetched once, because a person asked for it. Nothing else in the program reaches out. http and https
// only, five redirects at most, each looked at like the first address; a name is refused when it leads to a private,
// loopback or link-local address, at the moment of connecting, so that a name that answers differently the second time
// gains nothing. No cookies, no credentials, no proxy of the surroundings, no second request.
#pragma once

#include "core/intake/intake.h"

#include <functional>
#include <stop_token>
#include <string>
#include <string_view>
#include <variant>

namespace countercheck::intake {

struct FetchLimits {
    unsigned seconds = 30;             ///< for all of it
    std::uint64_t bytes = 32ull << 20; ///< of the answer, unpacked
    unsigned redirects = 5;
    bool privateAddresses = false; ///< for a house's own server, and for tests
};

struct Fetched {
    std::string bytes;     ///< as the server sent them, transfer encodings undone
    std::string url;       ///< where they came from in the end
    std::string mediaType; ///< "text/html"; empty: the server does not say
    std::string charset;   ///< of the server's header; may be empty
    std::string at;        ///< UTC, ISO 8601
};

/// Fetches. May be called from any thread; blocks until done or stopped.
/// @param progress  bytes so far, of how many (0: not known)
std::variant<Fetched, Refusal> fetch(const std::string& url, const FetchLimits& limits = {},
                                     const std::stop_token& stop = {},
                                     const std::function<void(std::uint64_t, std::uint64_t)>& progress = {});

/// What was fetched, taken in: its options are those of a file, with address, encoding and instant of the fetch.
Contents readFetched(Fetched fetched, Options options = {});

/// Is this address (IPv4 or IPv6, as text) one that the open network cannot reach, or that means this machine or its
/// house? (IANA's special-purpose registries, RFC 6890.)
bool isPrivateAddress(std::string_view address);

} // namespace countercheck::intake
