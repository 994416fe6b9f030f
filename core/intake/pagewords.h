// SPDX-License-Identifier: GPL-3.0-or-later
// What does a part of a page call itself? Words of its class, id and role, looked up in resources/intake/page.tsv.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace countercheck::intake {

enum PageRole : std::uint8_t {
    NoRole = 0,
    Furniture = 1,
    Body = 2,
    Standfirst = 4,
    Byline = 8,
    DatePart = 16,
    Headline = 32
};

/// Bits of PageRole for the words of an attribute: "article-body main", "relatedStories".
std::uint8_t pageRoles(std::string_view attribute);

/// Names of columns and members as resources/intake/fields.tsv lists them, for tables and JSON: "headline" → "title".
/// @param name  any case, with blanks, "_" or "-" between its words
std::string_view fieldOf(std::string_view name);
/// How good that name is among those of its field: 0 is the best.
std::size_t rankOf(std::string_view name);

} // namespace countercheck::intake
