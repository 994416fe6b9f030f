// SPDX-License-Identifier: GPL-3.0-or-later
// A comparison and its sources, printed for people: the gravest question first, each value with who says it and where,
// the explanation, and at the end which articles rest on which and what was cleaned.
#pragma once

#include "app/cli/terminal.h"
#include "core/compare/question.h"
#include "core/read/mentions.h"
#include "core/text/reading.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace countercheck::cli {

/// An article as its head is printed.
struct Sheet {
    std::string name; ///< the file's name without its folder
    std::string title, publisher, published, url, language;
    std::string_view text;
};

/// "A", …, "Z", "AA", …
std::string letter(std::size_t article);
/// A figure's set in mathematical words: "exactly 3", "144 up to, not including, 160", "3 or more".
std::string setInWords(const read::FigureSet& set);
/// "2 repairs (mojibake), 3 lines of site furniture"; empty when the text was read as it came.
std::string cleanedInWords(const text::Reading& reading);

/// What people decided about a question, a line each; the window's words.
using DecidedLines = std::function<std::vector<std::string>(const compare::Question&)>;

/// `verbose`: every relation, why the claims of each question answer one question, and which pairs of questions were
/// not joined and why.
void printComparison(Terminal& out, std::string_view title, const std::vector<Sheet>& sheets,
                     const compare::Comparison& comparison, const DecidedLines& decided = {}, bool verbose = false);

} // namespace countercheck::cli
