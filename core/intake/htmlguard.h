// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps a page from wearing out the parser: its time grows with the square of the depth of nesting and of the
// formatting elements that stay open. Tags beyond a depth that no page of a newsroom has are left out; their words
// stay.
#pragma once

#include <string>
#include <string_view>

namespace countercheck::intake {

struct GuardedHtml {
    std::string text;        ///< only filled in when something was left out
    std::size_t dropped = 0; ///< tags left out
};

/// Linear in the length.
GuardedHtml guardedHtml(std::string_view html);

} // namespace countercheck::intake
