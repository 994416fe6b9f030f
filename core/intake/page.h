// SPDX-License-Identifier: GPL-3.0-or-later
// What does a web page say, and which of it is the article? The main text is found by the density of running text in
// its containers (after Readability: Arc90 2009, Mozilla), helped by what the page says of itself: schema.org's
// articleBody, <article>, the names of classes. Menus, teasers, captions and comments are set apart. What the page
// knows of the article (title, publisher, dates, author, address, language) comes from JSON-LD, Open Graph, Dublin
// Core, microdata and the page itself, in this order. Nothing is fetched, no script runs.
#pragma once

#include "core/intake/document.h"

#include <string>
#include <string_view>

namespace countercheck::intake {

struct PageHints {
    std::string url;       ///< where it was taken from, when that is known
    std::string charset;   ///< what a mail's or server's header says of its encoding
    bool whole = false;    ///< all of it is the article (a mail, a feed's entry, a chapter): nothing is set apart
    bool fragment = false; ///< a part of a page that a person chose, see Options::fragment
};

/// Bytes of a page, in any encoding. Refused: no text in it.
Converted readPage(std::string_view bytes, const PageHints& hints);
/// The same for a piece of HTML that is UTF-8 already; gives its text alone.
std::string textOfHtml(std::string_view utf8);

} // namespace countercheck::intake
