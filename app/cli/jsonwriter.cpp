// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/jsonwriter.h"

#include <charconv>
#include <cmath>
#include <cstring>

namespace countercheck::cli {

namespace {

constexpr std::uint64_t ones = 0x0101010101010101u;
constexpr std::uint64_t highs = 0x8080808080808080u;

// Sets the high bit of each byte that is zero (and perhaps of bytes above such a one: good enough to stop at).
constexpr std::uint64_t zeroBytes(std::uint64_t v) {
    return (v - ones) & ~v & highs;
}

/// True when none of eight bytes needs a second look: no control character, quote, backslash, nor byte above 0x7F.
bool plain(std::uint64_t v) {
    const std::uint64_t control = (v - ones * 0x20) & ~v & highs;
    return ((control | zeroBytes(v ^ (ones * '"')) | zeroBytes(v ^ (ones * '\\')) | (v & highs))) == 0;
}

/// Length of the well-formed UTF-8 sequence at `p`, 0 when there is none.
std::size_t sequence(const unsigned char* p, const unsigned char* end) {
    const auto follows = [&](std::size_t i, unsigned char low = 0x80, unsigned char high = 0xBF) {
        return p + i < end && p[i] >= low && p[i] <= high;
    };
    const unsigned char c = *p;
    if (c >= 0xC2 && c <= 0xDF)
        return follows(1) ? 2 : 0;
    if (c >= 0xE0 && c <= 0xEF)
        return follows(1, c == 0xE0 ? 0xA0 : 0x80, c == 0xED ? 0x9F : 0xBF) && follows(2) ? 3 : 0;
    if (c >= 0xF0 && c <= 0xF4)
        return follows(1, c == 0xF0 ? 0x90 : 0x80, c == 0xF4 ? 0x8F : 0xBF) && follows(2) && follows(3) ? 4 : 0;
    return 0;
}

} // namespace

void appendJsonString(std::string& out, std::string_view utf8) {
    out += '"';
    const auto* const begin = reinterpret_cast<const unsigned char*>(utf8.data());
    const auto* const end = begin + utf8.size();
    const auto* written = begin;
    const auto* p = begin;
    const auto flush = [&] {
        out.append(reinterpret_cast<const char*>(written), static_cast<std::size_t>(p - written));
    };
    while (p < end) {
        if (end - p >= 8) {
            std::uint64_t eight;
            std::memcpy(&eight, p, 8);
            if (plain(eight)) {
                p += 8;
                continue;
            }
        }
        const unsigned char c = *p;
        if (c >= 0x20 && c < 0x80 && c != '"' && c != '\\') {
            ++p;
            continue;
        }
        if (c >= 0x80) {
            if (const std::size_t length = sequence(p, end)) {
                p += length;
                continue;
            }
            flush();
            out += "\xEF\xBF\xBD";
            written = ++p;
            continue;
        }
        flush();
        switch (c) {
        case '"':
            out += "\\\"";
            break;
        case '\\':
            out += "\\\\";
            break;
        case '\n':
            out += "\\n";
            break;
        case '\r':
            out += "\\r";
            break;
        case '\t':
            out += "\\t";
            break;
        default: {
            constexpr char digits[] = "0123456789abcdef";
            out += "\\u00";
            out += digits[c >> 4];
            out += digits[c & 15];
        }
        }
        written = ++p;
    }
    flush();
    out += '"';
}

void JsonWriter::newLine() {
    out_ += '\n';
    out_.append(static_cast<std::size_t>(depth_) * 2, ' ');
}

void JsonWriter::separate() {
    if (afterKey_) {
        afterKey_ = false;
        return;
    }
    if (!first_)
        out_ += ',';
    first_ = false;
    if (indented_ && depth_ > 0)
        newLine();
}

void JsonWriter::open(char bracket) {
    separate();
    out_ += bracket;
    ++depth_;
    first_ = true;
}

void JsonWriter::close(char bracket) {
    --depth_;
    if (indented_ && !first_)
        newLine();
    out_ += bracket;
    first_ = false;
}

void JsonWriter::key(std::string_view name) {
    separate();
    out_ += '"';
    out_ += name;
    out_ += indented_ ? "\": " : "\":";
    afterKey_ = true;
}

void JsonWriter::string(std::string_view utf8) {
    separate();
    appendJsonString(out_, utf8);
}

void JsonWriter::number(std::int64_t value) {
    separate();
    char digits[24];
    const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
    out_.append(digits, static_cast<std::size_t>(end - digits));
}

void JsonWriter::share(double value) {
    separate();
    const auto tenThousandths = static_cast<int>(std::lround(std::fmin(std::fmax(value, 0.0), 1.0) * 10000));
    char digits[16];
    const auto end = std::to_chars(digits, digits + sizeof digits, tenThousandths / 10000.0).ptr;
    out_.append(digits, static_cast<std::size_t>(end - digits));
}

void JsonWriter::raw(std::string_view json) {
    separate();
    out_ += json;
}

} // namespace countercheck::cli
