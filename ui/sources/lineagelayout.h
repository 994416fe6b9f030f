// SPDX-License-Identifier: GPL-3.0-or-later
// Where do the articles stand in the picture of what rests on what? Originals at the left, one a row; what was written
// from them at the right, beside and below, each under the one that it was written from. Articles that have to do with
// one another stand together, those that stand alone come last. So no line crosses a box.
//
// Among few articles every relation is drawn. Among many, what all have from one report would be a line from each to
// each: then the closest relations are drawn that hold all of them together (a maximum spanning forest).
#pragma once

#include "core/compare/question.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace countercheck::ui {

/// Up to so many articles are always on show together, with all that is between them.
inline constexpr std::size_t fewArticles = 12;

struct LineageBox {
    std::uint32_t article = 0;
    int column = 0, row = 0; ///< column 0: it rests on no other
    int depth = 0;           ///< how many it rests on, one after the other
};

struct LineageLink {
    std::size_t from = 0, to = 0; ///< boxes; `to` is the one that was written from the other, else the lower one
    std::size_t lineage = 0;      ///< index into Comparison::lineage
    int lane = -1;                ///< between two at the left: in which line beside the boxes, 0 is the nearest
};

struct LineageLayout {
    std::vector<LineageBox> boxes;
    std::vector<LineageLink> links;
    int rows = 0, lanes = 0;
    bool closestOnly = false; ///< more is shared than is drawn
};

/// Of the articles with these indexes, each once and ascending; what has to do with others is left out.
LineageLayout layOutLineage(const compare::Comparison& comparison, std::span<const std::uint32_t> articles);

/// The articles that answer a question, and those that they rest on; ascending.
std::vector<std::uint32_t> articlesBehind(const compare::Comparison& comparison, const compare::Question& question);

} // namespace countercheck::ui
