// SPDX-License-Identifier: GPL-3.0-or-later
// What is said, in blocks: every format that is a text renders this one document, so that nothing is said in one and
// not in the other. All text is clean: UTF-8 without control characters; words from elsewhere that could turn the
// direction of a line are marked as foreign.
#pragma once

#include "core/report/phrases.h"

#include <string>
#include <string_view>
#include <vector>

namespace countercheck::report {

enum class Style : std::uint8_t {
    Plain,
    Strong,
    Quiet,
    Code,
    Status,  ///< of a question; `status` names it
    Unsigned ///< the mark on what nobody signed off
};
struct Run {
    std::string text;
    Style style = Style::Plain;
    bool foreign = false; ///< from an article, a file name, a person
    std::string link{};   ///< a web address; empty: none
    std::string status{}; ///< "contradiction", …
};
using Words = std::vector<Run>;

enum class Role : std::uint8_t {
    Kicker,   ///< what kind of paper this is
    Title,    ///< words
    Facts,    ///< rows of name and value
    Warning,  ///< words
    Section,  ///< words: its heading; children
    Finding,  ///< words: the question; children; unsignedMark
    Sentence, ///< words: the one to print
    Chips,    ///< items: few words each, on one line
    Table,    ///< head; rows, the first cell of each heads it
    Reasons,  ///< words: its small heading; items
    Quote,    ///< words
    Signed,   ///< items, a line each
    LeftOut,  ///< rows of what and why
    Remark,   ///< words, small
    Empty,    ///< words: there is nothing here
    Source,   ///< label: its letter; words: its title; items, a line each
    Proof,    ///< label: its number; words: what it is about; rows of name and value
    Seal,     ///< words, one string of letters without blanks
    Boxes,    ///< items: to be ticked by hand
    Ruled     ///< items: each a label before room to write
};

struct Block {
    Role role{};
    Words words{};
    std::vector<Words> items{};
    std::vector<Words> head{};
    std::vector<std::vector<Words>> rows{};
    std::vector<Block> children{};
    std::string label{};
    std::string id{}; ///< of a section or finding: ASCII letters and digits
    bool unsignedMark = false;
};

struct Document {
    std::string title;   ///< of the window or the file's properties
    std::string author;  ///< who exported
    std::string created; ///< UTC, ISO 8601
    Language language = Language::English;
    std::vector<Block> header, body, footer;
};

/// Words without anything that a format could not hold: bytes that are not UTF-8, control characters and noncharacters
/// become U+FFFD, marks that turn the line are dropped. Line ends stay.
std::string clean(std::string_view words);
Run run(std::string_view text, Style style = Style::Plain);
Run foreign(std::string_view text, Style style = Style::Plain);
/// A sentence of ours with words from elsewhere between isolates in it (see bidi.h): a run each.
Words mixed(std::string_view sentence);
/// The text alone. Foreign words with right-to-left letters stand between isolates.
std::string textOf(const Words& words);

/// The items one after the other, with `between` between two.
Words inOneLine(const std::vector<Words>& items, std::string_view between);
/// The items one after the other, an empty box before each.
Words boxed(const std::vector<Words>& items);

/// "✕", "≠", "≈", "=", "·"
std::string_view signOf(std::string_view status);

} // namespace countercheck::report
