// SPDX-License-Identifier: GPL-3.0-or-later
// The log for people: one line for what a record did, and a short noun phrase for what would be undone.
#pragma once

#include "core/dossier/logjson.h"

#include <string>
#include <string_view>

namespace countercheck::dossier {

/// "verdict set to disputed". `before` and `after` are objects.
std::string describe(std::string_view edit, const logjson::Value& before, const logjson::Value& after);
/// "verdict on “people abducted”".
std::string whatOf(std::string_view edit, const logjson::Value& before, const logjson::Value& after);

} // namespace countercheck::dossier
