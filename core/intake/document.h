// SPDX-License-Identifier: GPL-3.0-or-later
// What a converter makes of a document's bytes: the article's text and what the document tells about itself. The bytes
// stay the capture; all offsets refer to the text.
#pragma once

#include "core/dossier/dossier.h"

#include <string>
#include <variant>
#include <vector>

namespace countercheck::intake {

struct Document {
    std::string text;                 ///< UTF-8; an empty line between paragraphs
    dossier::ArticleInfo info;        ///< what the document says; a field that it does not tell is empty
    std::string author;               ///< as the byline says it
    std::string modified;             ///< like info.published: when its publisher last changed it
    std::string mediaType;            ///< of the capture, "application/pdf"; empty: plain text
    std::string encoding = "UTF-8";   ///< of the capture, where it is text
    std::string capturedAt;           ///< UTC, ISO 8601, where the document tells (a web archive); empty: now
    std::vector<std::string> apart;   ///< furniture that was set apart: menus, teasers, captions, running headers
    std::vector<std::string> remarks; ///< for people: "2 tracked deletions left out"
    bool doubtful = false;            ///< of a page: nothing in it looks like an article
};

/// Why a document cannot be read. Made into "NAME: WHAT; TODO." by whoever knows the name.
struct Fault {
    std::string what, todo;
};

using Converted = std::variant<Document, Fault>;

} // namespace countercheck::intake
