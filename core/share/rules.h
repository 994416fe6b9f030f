// SPDX-License-Identifier: GPL-3.0-or-later
// What may somebody do in a shared case? The server decides (resources/share/1.sql) and asks nobody; these are the same
// rules, so that a person is told before a record is made that the server would not have.
#pragma once

#include "core/dossier/dossier.h"

#include <string>

namespace countercheck::share {

/// Who one is on the server.
struct Me {
    std::string person;
    std::string role;     ///< "viewer", "checker", "editor", "head"; empty: not known yet
    std::string readOnly; ///< why nothing can be changed at all, for people; empty: it can
    bool operator==(const Me&) const = default;
};

/// Why that record must not be made; empty: it may.
std::string whyNotShared(const dossier::Record& record, const Me& me);

} // namespace countercheck::share
