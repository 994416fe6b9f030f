// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/terminal.h"

#include <algorithm>
#include <cstdlib>

#include <sys/ioctl.h>
#include <unistd.h>

namespace countercheck::cli {

namespace {

const char* escapeOf(Ink ink) {
    switch (ink) {
    case Ink::Strong:
        return "\x1B[1m";
    case Ink::Quiet:
        return "\x1B[2m";
    case Ink::Red:
        return "\x1B[1;31m";
    case Ink::Amber:
        return "\x1B[1;33m";
    case Ink::Blue:
        return "\x1B[1;34m";
    case Ink::Green:
        return "\x1B[1;32m";
    case Ink::Plain:
        break;
    }
    return "";
}

/// The next code point and how many bytes it takes; a stray byte counts as one character.
char32_t decode(std::string_view s, std::size_t& length) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(s[i]); };
    const unsigned char c = byte(0);
    length = c >= 0xF0 ? 4 : c >= 0xE0 ? 3 : c >= 0xC0 ? 2 : 1;
    if (length > s.size() || c < 0xC0) {
        length = 1;
        return c;
    }
    char32_t point = c & (0xFFu >> (length + 1));
    for (std::size_t i = 1; i < length; ++i)
        point = (point << 6) | (byte(i) & 0x3Fu);
    return point;
}

int columnsOf(char32_t c) {
    if ((c >= 0x300 && c <= 0x36F) || c == 0x200B || c == 0x200C || c == 0x200D || c == 0x2060 || c == 0xFEFF ||
        (c >= 0xFE00 && c <= 0xFE0F))
        return 0;
    if ((c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) || (c >= 0xAC00 && c <= 0xD7A3) ||
        (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE6F) || (c >= 0xFF00 && c <= 0xFF60) ||
        (c >= 0x1F300 && c <= 0x1FAFF) || (c >= 0x20000 && c <= 0x3FFFD))
        return 2;
    return 1;
}

/// Characters that would move the cursor, change the direction of what follows, or worse.
bool obeyed(char32_t c) {
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

} // namespace

Terminal Terminal::forStandardOutput() {
    const bool terminal = ::isatty(STDOUT_FILENO) == 1;
    int width = 0;
    winsize size{};
    if (terminal && ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0)
        width = size.ws_col;
    if (width == 0)
        if (const char* const columns = std::getenv("COLUMNS"))
            width = std::atoi(columns); // NOLINT(cert-err34-c): anything but a number is 0
    if (width == 0)
        width = 100;
    const char* const none = std::getenv("NO_COLOR");
    const char* const kind = std::getenv("TERM");
    const bool colour = terminal && !(none && *none) && kind && std::string_view(kind) != "dumb";
    return {std::clamp(width, 40, 120), colour};
}

int Terminal::columns(std::string_view utf8) {
    int sum = 0;
    while (!utf8.empty()) {
        std::size_t length = 0;
        sum += columnsOf(decode(utf8, length));
        utf8.remove_prefix(length);
    }
    return sum;
}

std::string Terminal::tame(std::string_view utf8) {
    std::string out;
    out.reserve(utf8.size());
    bool blank = false;
    while (!utf8.empty()) {
        std::size_t length = 0;
        const char32_t c = decode(utf8, length);
        if (c == ' ' || c == '\n' || c == '\t' || c == '\r') {
            blank = !out.empty();
        } else if (!obeyed(c)) {
            if (blank)
                out += ' ';
            blank = false;
            out.append(utf8.substr(0, length));
        }
        utf8.remove_prefix(length);
    }
    return out;
}

std::string Terminal::shortened(std::string_view utf8, int columns) {
    std::string all = tame(utf8);
    if (Terminal::columns(all) <= columns)
        return all;
    std::string_view left = all;
    std::string out;
    int used = 0;
    while (!left.empty()) {
        std::size_t length = 0;
        used += columnsOf(decode(left, length));
        if (used > columns - 1)
            break;
        out.append(left.substr(0, length));
        left.remove_prefix(length);
    }
    while (out.ends_with(' '))
        out.pop_back();
    return out + "…";
}

void Terminal::put(std::string_view text, Ink ink) {
    const bool dressed = colour_ && ink != Ink::Plain && !text.empty();
    if (dressed)
        out_ += escapeOf(ink);
    out_ += text;
    if (dressed)
        out_ += "\x1B[0m";
}

int Terminal::wrapped(std::string_view text, Ink ink, int column, int indent) {
    const std::string tamed = tame(text);
    std::string line;
    int used = column;
    bool anything = false;
    for (std::size_t at = 0; at < tamed.size();) {
        const std::size_t end = std::min(tamed.find(' ', at), tamed.size());
        const std::string_view word(tamed.data() + at, end - at);
        const int wide = columns(word);
        if (anything && used + 1 + wide > width_) {
            put(line, ink);
            out_ += '\n';
            out_.append(static_cast<std::size_t>(indent), ' ');
            line.clear();
            used = indent;
            anything = false;
        }
        if (anything) {
            line += ' ';
            ++used;
        }
        line += word;
        used += wide;
        anything = true;
        at = end + 1;
    }
    put(line, ink);
    return used;
}

void Terminal::paragraph(std::string_view first, Ink firstInk, std::string_view text, Ink ink) {
    put(first, firstInk);
    const int indent = columns(first);
    wrapped(text, ink, indent, indent);
    out_ += '\n';
}

void Terminal::headed(std::string_view first, Ink firstInk, std::string_view text, Ink ink, std::string_view right) {
    put(first, firstInk);
    const int begin = columns(first);
    int used = wrapped(text, ink, begin, begin);
    if (used + 2 + columns(right) > width_) {
        out_ += '\n';
        used = 0;
    }
    out_.append(static_cast<std::size_t>(std::max(width_ - used - columns(right), 0)), ' ');
    put(right, Ink::Quiet);
    out_ += '\n';
}

void Terminal::row(int indent, std::string_view left, Ink leftInk, int leftWidth, std::string_view text, Ink ink) {
    out_.append(static_cast<std::size_t>(indent), ' ');
    const std::string cut = columns(left) > leftWidth ? shortened(left, leftWidth) : std::string(left);
    put(cut, leftInk);
    const int pad = leftWidth - columns(cut) + 2;
    if (!text.empty()) {
        out_.append(static_cast<std::size_t>(pad), ' ');
        wrapped(text, ink, indent + leftWidth + 2, indent + leftWidth + 2);
    }
    out_ += '\n';
}

void Terminal::line(std::string_view tamed, Ink ink) {
    put(tamed, ink);
    out_ += '\n';
}

} // namespace countercheck::cli
