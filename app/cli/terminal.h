// SPDX-License-Identifier: GPL-3.0-or-later
// Text for people in a terminal: wrapped to its width, with colour and weight where the terminal shows them. Nothing is
// said by colour alone. What comes from articles is shown as text: control characters, which a terminal would obey, are
// dropped.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace countercheck::cli {

enum class Ink : std::uint8_t { Plain, Strong, Quiet, Red, Amber, Blue, Green };

class Terminal {
public:
    /// For standard output: colour only on a terminal that has it and when NO_COLOR is not set; its width, or COLUMNS,
    /// or 100.
    static Terminal forStandardOutput();
    Terminal(int width, bool colour) : width_(width), colour_(colour) {}

    /// One paragraph. The first line begins with `first`, the following with as many blanks; both inks apply.
    void paragraph(std::string_view first, Ink firstInk, std::string_view text, Ink ink = Ink::Plain);
    /// Like a paragraph, with a remark at the right edge, on the last line if it fits there.
    void headed(std::string_view first, Ink firstInk, std::string_view text, Ink ink, std::string_view right);
    /// Two columns: `left`, which is tame already, padded to `leftWidth`, and `text` wrapped beside it.
    void row(int indent, std::string_view left, Ink leftInk, int leftWidth, std::string_view text, Ink ink);
    void blank() { out_ += '\n'; }
    /// As it stands: what is tame and narrow already.
    void line(std::string_view tamed, Ink ink);

    [[nodiscard]] int width() const { return width_; }
    [[nodiscard]] const std::string& text() const { return out_; }
    /// Columns that a text takes: accents none, East Asian characters two.
    static int columns(std::string_view utf8);
    /// At most `columns` wide, with an ellipsis where something was cut; on one line, without control characters.
    static std::string shortened(std::string_view utf8, int columns);
    /// On one line, without control characters.
    static std::string tame(std::string_view utf8);

private:
    void put(std::string_view text, Ink ink);
    int wrapped(std::string_view text, Ink ink, int column, int indent); // the column where it ends

    int width_;
    bool colour_;
    std::string out_;
};

} // namespace countercheck::cli
