// SPDX-License-Identifier: GPL-3.0-or-later
// Which blocks of a page are the article? See page.h for the method.
#pragma once

#include "core/intake/pagetree.h"

#include <string>
#include <vector>

namespace countercheck::intake {

struct MainText {
    std::string headline;                ///< the page's own, from its <h1>; may be empty
    std::vector<std::string> standfirst; ///< between headline and body
    std::vector<std::string> paragraphs;
    std::vector<std::string> apart;
    std::string byline;    ///< "Ada Diallo", from a line that says so
    std::string date;      ///< ISO 8601, from a date line above the body
    bool fallback = false; ///< nothing looked like an article: all of it
};

/// @param articleBody  what the page's data gives as its text, to find it by; may be empty
MainText mainText(const PageTree& tree, const std::string& articleBody);
/// All that the page says, in its order.
MainText wholeText(const PageTree& tree);

} // namespace countercheck::intake
