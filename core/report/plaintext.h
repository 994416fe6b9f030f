// SPDX-License-Identifier: GPL-3.0-or-later
// Words without styles, for formats that have none.
#pragma once

#include "core/report/document.h"

#include <string>

namespace countercheck::report {

/// With the signs of statuses, and the mark on what is unsigned in brackets.
std::string plainWords(const Words& words);

} // namespace countercheck::report
