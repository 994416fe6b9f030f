// SPDX-License-Identifier: GPL-3.0-or-later
// What every page that is written here has in common: a head that allows nothing to be loaded or run, and words.
#pragma once

#include "core/report/document.h"

#include <string>
#include <string_view>

namespace countercheck::report {

/// Everything up to and including <body>. `style`: ours, put in as it is.
void openHtmlPage(std::string& out, std::string_view title, Language language, std::string_view style);
/// Runs, escaped.
void appendHtml(std::string& out, const Words& words);

} // namespace countercheck::report
