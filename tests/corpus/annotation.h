// SPDX-License-Identifier: GPL-3.0-or-later
// What a person wrote down about an article: its quotes with their speakers, its figures with value, hedge, what they
// count and who says them. One text file and one table of tab-separated rows beside it; README.md has the format.
#pragma once

#include "core/text/span.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace countercheck::corpus {

using text::Span;

struct Row {
    bool quote = false;    ///< else a figure
    bool optional = false; ///< annotators would differ: finding it is neither right nor wrong
    Span span;             ///< bytes of the article's text: a figure's numeral, a quote's words
    std::vector<std::string>
        who; ///< speaker or source, any of these names will do; "-": nobody, the report itself says so
    std::optional<double> value;     ///< of a figure; none: a vague one
    std::string qualifier;           ///< as in the machine interface: "exact", "at-least", …
    std::vector<std::string> counts; ///< head noun, currency or unit, any of these will do; "-": not scored
    std::string modality;            ///< "asserted", "reported", "possible", "denied"
};

struct Article {
    std::string name, language, split, style, published;
    std::string text;
    std::vector<Row> rows; ///< in the order of the table
};

/// Reads `<name>.txt` and `<name>.tsv`. Throws std::runtime_error with file, line and what is wrong.
Article readArticle(const std::filesystem::path& table);

/// The bytes of `words`' `occurrence`th place in `text` (from 1) where it does not stand inside a longer word or
/// number.
std::optional<Span> findWords(std::string_view text, std::string_view words, int occurrence);

/// Do two names mean the same source? Case and determiners aside, they are equal, or one holds the other's words in a
/// row and both hold the head of `expected`: its last word before a comma or preposition ("Kolb" in "Mayor Anna Kolb,
/// of Lund").
bool sameSource(std::string_view expected, std::string_view found);

} // namespace countercheck::corpus
