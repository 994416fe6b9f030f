// SPDX-License-Identifier: GPL-3.0-or-later
// A parsed page as its readers take it: boxes (elements that stand for themselves), blocks (running text between the
// borders of boxes) and what its head says.
#pragma once

#include "core/intake/pagewords.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace countercheck::intake {

enum class BoxKind : std::uint8_t {
    Other,
    Body,
    Article, ///< <article>
    Main,
    Heading, ///< <h1> to <h6>
    Paragraph,
    Item, ///< <li>, <dd>, <dt>
    Quote,
    Cell,
    Row,
    Caption,
    Aside,
    Navigation,
    Footer,
    Header
};

struct Box {
    BoxKind kind = BoxKind::Other;
    int level = 0; ///< of a heading
    std::uint32_t parent = 0;
    std::uint8_t roles = 0;   ///< bits of PageRole
    bool articleBody = false; ///< itemprop="articleBody"
    // Filled in by who looks for the main text.
    double score = 0;
    std::size_t words = 0, linkWords = 0, goodWords = 0;
};

struct Block {
    std::string text;      ///< blanks collapsed
    std::uint32_t box = 0; ///< the innermost one around it
    std::size_t words = 0;
    std::size_t linkWords = 0;
};

struct PageTree {
    std::vector<Box> boxes; ///< the first one is the page; a parent stands before its children
    std::vector<Block> blocks;
    std::string title;    ///< <title>
    std::string language; ///< <html lang>
    std::string canonical, base;
    std::vector<std::pair<std::string, std::string>> metas; ///< name, property, itemprop or http-equiv → content
    std::vector<std::pair<std::string, std::string>> marks; ///< what microdata, <time> and rel="author" say
    std::vector<std::string> data;                          ///< JSON-LD
    std::vector<std::string> comments;                      ///< before <html>
    std::size_t dropped = 0;                                ///< tags that the guard left out
};

/// Parses. Hidden parts, scripts, forms' fields and drawings are left out.
PageTree parsePage(std::string_view utf8);

} // namespace countercheck::intake
