// SPDX-License-Identifier: GPL-3.0-or-later
// Elements of an XML text as they stand there, byte for byte: for feeds and news items, each of which is a capture of
// its own. Works on broken feeds, too; entities that a document declares are never expanded.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace countercheck::intake {

struct MarkupElement {
    std::string_view whole; ///< from "<item" to "</item>"
    std::string_view tag;   ///< the start tag
    std::string_view inner; ///< between the tags
};

/// The outermost elements of that local name ("entry" finds <atom:entry>, too), in their order. Linear.
std::vector<MarkupElement> elementsOf(std::string_view xml, std::string_view name);
/// The same with its prefix: "content:encoded". Elements inside elements are found as well.
MarkupElement firstElement(std::string_view xml, std::string_view qualifiedName);
/// An attribute of a start tag, its entities resolved; empty when it has none.
std::string attributeIn(std::string_view tag, std::string_view name);
/// Character data of what stands between tags: CDATA taken as it is, entities resolved, tags left out.
std::string charactersOf(std::string_view inner);

} // namespace countercheck::intake
