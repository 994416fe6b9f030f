// SPDX-License-Identifier: GPL-3.0-or-later
// What a page knows of its article: JSON-LD (schema.org's Article and its kinds), Open Graph, Dublin Core, microdata,
// the page itself.
#pragma once

#include "core/intake/document.h"
#include "core/intake/pagetree.h"

#include <string>

namespace countercheck::intake {

struct PageMeta {
    dossier::ArticleInfo info;
    std::string author, modified;
    std::string captured;    ///< where a tool that saved the page wrote it down
    std::string siteName;    ///< as the page names its site
    std::string description; ///< the standfirst, often
    std::string articleBody; ///< JSON-LD's, without tags
    bool partial = false;    ///< it says that not all of it may be read freely
};

PageMeta metaOf(const PageTree& tree, const std::string& url);

} // namespace countercheck::intake
