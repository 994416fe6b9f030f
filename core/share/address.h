// SPDX-License-Identifier: GPL-3.0-or-later
// Where is a shared case? "postgresql://user@host:port/database?case=NAME", with libpq's other parameters. What would
// give a secret away is refused before anything is sent: a password in the address (others see it in the list of
// processes, and it stays in histories and logs), and a way to another machine that is not encrypted and certified.
#pragma once

#include "core/store/casefile.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace countercheck::share {

using store::Outcome;
using store::Problem;

struct Address {
    std::string caseName; ///< empty: a server, and no case on it
    /// libpq's keywords and values, in the order in which they are given to it; never a password.
    std::vector<std::pair<std::string, std::string>> parameters;

    /// The value of a keyword; empty when it is not given.
    [[nodiscard]] std::string value(std::string_view keyword) const;
    /// For people and for logs.
    [[nodiscard]] std::string shown() const;

    static Outcome<Address> tryFrom(std::string_view uri);
};

/// Does the text look like an address of a shared case, and not like a file?
bool isAddress(std::string_view text);

/// Do connections to that host (libpq's host or hostaddr) stay on this machine?
bool staysHere(std::string_view host);

} // namespace countercheck::share
