// SPDX-License-Identifier: GPL-3.0-or-later
// What does a text file tell about its own article? Title, publisher, date, URL and language, as files found in
// newsrooms show them: front matter, "Date: …" lines, a date line under the headline, a credit line, an agency's
// dateline. Precision comes first: what the file does not say in such a place stays empty, and a date in the running
// text is never taken.
#pragma once

#include "core/dossier/dossier.h"

#include <string>
#include <string_view>

namespace countercheck::intake {

struct Metadata {
    dossier::ArticleInfo info;
    std::string captured; ///< front matter's "captured:", ISO 8601; empty: not told
};

/// Looks at the head and the tail of a text only, so the cost does not grow with it. Any bytes are safe.
Metadata metadataFromText(std::string_view utf8);
/// The same, for those who need no more.
dossier::ArticleInfo infoFromText(std::string_view utf8);

} // namespace countercheck::intake
