// SPDX-License-Identifier: GPL-3.0-or-later
// Does everything that is in the case hold? Recomputes what can be recomputed.
#pragma once

#include "core/store/database.h"

#include <cstdint>
#include <string>
#include <variant>

namespace countercheck::store {

/// The number of records, or the first thing that does not hold: the chain of records, the captures, texts and exhibits
/// that they name, blobs that no record names, the derived results' checksum, the database itself.
std::variant<std::uint64_t, std::string> verifyCase(const Database& database);

} // namespace countercheck::store
