// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/utf8.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

namespace countercheck::text {

CodePoint decodeAt(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) -> std::uint32_t {
        return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u;
    };
    const auto trail = [&](std::size_t i) { return (byte(i) & 0xC0u) == 0x80u; };
    const std::uint32_t a = byte(at);
    if (a < 0x80)
        return {a, 1};
    if (a >= 0xC2 && a <= 0xDF && trail(at + 1))
        return {((a & 0x1Fu) << 6) | (byte(at + 1) & 0x3Fu), 2};
    if (a >= 0xE0 && a <= 0xEF && trail(at + 1) && trail(at + 2)) {
        const char32_t v = ((a & 0x0Fu) << 12) | ((byte(at + 1) & 0x3Fu) << 6) | (byte(at + 2) & 0x3Fu);
        if (v >= 0x800 && (v < 0xD800 || v > 0xDFFF))
            return {v, 3};
    }
    if (a >= 0xF0 && a <= 0xF4 && trail(at + 1) && trail(at + 2) && trail(at + 3)) {
        const char32_t v = ((a & 0x07u) << 18) | ((byte(at + 1) & 0x3Fu) << 12) | ((byte(at + 2) & 0x3Fu) << 6) |
                           (byte(at + 3) & 0x3Fu);
        if (v >= 0x10000 && v <= 0x10FFFF)
            return {v, 4};
    }
    return {0xFFFD, 1};
}

void appendUtf8(std::string& out, char32_t v) {
    if (v < 0x80) {
        out += static_cast<char>(v);
    } else if (v < 0x800) {
        out += static_cast<char>(0xC0 | (v >> 6));
        out += static_cast<char>(0x80 | (v & 0x3F));
    } else if (v < 0x10000) {
        out += static_cast<char>(0xE0 | (v >> 12));
        out += static_cast<char>(0x80 | ((v >> 6) & 0x3F));
        out += static_cast<char>(0x80 | (v & 0x3F));
    } else {
        out += static_cast<char>(0xF0 | (v >> 18));
        out += static_cast<char>(0x80 | ((v >> 12) & 0x3F));
        out += static_cast<char>(0x80 | ((v >> 6) & 0x3F));
        out += static_cast<char>(0x80 | (v & 0x3F));
    }
}

std::size_t countCodePoints(std::string_view text) {
    std::size_t n = 0;
    for (std::size_t i = 0; i < text.size(); ++n)
        i += static_cast<unsigned char>(text[i]) < 0x80 ? 1 : decodeAt(text, i).length;
    return n;
}

namespace {

char32_t lowerOf(char32_t v) {
    if (v >= 0xC0 && v <= 0xDE && v != 0xD7)
        return v + 0x20;
    if (v >= 0x100 && v <= 0x17F) {
        if (v == 0x130 || v == 0x131 || v == 0x138 || v == 0x149 || v == 0x17F)
            return v;
        if (v == 0x178)
            return 0xFF;
        const bool oddIsUpper = (v >= 0x139 && v <= 0x148) || (v >= 0x179 && v <= 0x17E);
        return ((v & 1u) != 0) == oddIsUpper ? v + 1 : v;
    }
    if ((v >= 0x391 && v <= 0x3A9) || (v >= 0x410 && v <= 0x42F))
        return v + 0x20;
    if (v >= 0x400 && v <= 0x40F)
        return v + 0x50;
    return v;
}

constexpr std::uint64_t highBits = 0x8080808080808080u;

bool isAscii(std::string_view word) {
    std::uint64_t all = 0;
    for (std::size_t at = 0; at < word.size(); at += 8)
        all |= loadBytes(word.data() + at, word.size() - at);
    return (all & highBits) == 0;
}

} // namespace

std::string_view lowered(std::string_view word, std::string& buffer) {
    std::uint64_t all = 0, changed = 0;
    for (std::size_t at = 0; at < word.size(); at += 8) {
        const std::uint64_t eight = loadBytes(word.data() + at, word.size() - at);
        all |= eight;
        changed |= eight ^ smallLetters(eight);
    }
    if ((all & highBits) == 0) { // ASCII: nearly every word
        if (changed == 0)
            return word;
        std::array<char, 64> small; // whole eights are written; what is too many is not taken
        buffer.clear();
        for (std::size_t from = 0; from < word.size(); from += small.size()) {
            const std::size_t size = std::min(small.size(), word.size() - from);
            for (std::size_t at = 0; at < size; at += 8)
                storeBytes(smallLetters(loadBytes(word.data() + from + at, size - at)), small.data() + at);
            buffer.append(small.data(), size);
        }
        return buffer;
    }
    buffer.clear();
    for (std::size_t i = 0; i < word.size();) {
        const auto c = static_cast<unsigned char>(word[i]);
        if (c < 0x80) {
            buffer += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
            ++i;
            continue;
        }
        const CodePoint p = decodeAt(word, i);
        if (p.value == 0x2019 || p.value == 0x2BC)
            buffer += '\'';
        else if (p.value == 0xFFFD && p.length == 1)
            buffer += word[i];
        else
            appendUtf8(buffer, lowerOf(p.value));
        i += p.length;
    }
    return buffer;
}

std::string foldAccents(std::string_view word) {
    // U+00E0 to U+017F after lower-casing; '*' stands for two letters that are handled by hand.
    static constexpr std::string_view latin1 = "aaaaaa*ceeeeiiiidnooooo/ouuuuy*y"; // from U+00E0
    static constexpr std::string_view extA = "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii**"
                                             "jjkkkllllllllllnnnnnnnnnoooooo**rrrrrrssssssssttttttuuuuuuuuuuuu"
                                             "wwyyyzzzzzzs"; // from U+0100
    std::string buffer;
    const std::string_view low = lowered(word, buffer);
    if (isAscii(low)) // nearly every word
        return low.data() == buffer.data() ? std::move(buffer) : std::string(low);
    std::string out;
    out.reserve(low.size());
    for (std::size_t i = 0; i < low.size();) {
        const auto c = static_cast<unsigned char>(low[i]);
        if (c < 0x80) {
            out += low[i++];
            continue;
        }
        const CodePoint p = decodeAt(low, i);
        if (p.value == 0xE6)
            out += "ae";
        else if (p.value == 0xDF)
            out += "ss";
        else if (p.value == 0xFE)
            out += "th";
        else if (p.value == 0x153)
            out += "oe";
        else if (p.value >= 0xE0 && p.value < 0x100 && p.value != 0xF7)
            out += latin1[p.value - 0xE0];
        else if (p.value >= 0x100 && p.value <= 0x17F && extA[p.value - 0x100] != '*')
            out += extA[p.value - 0x100];
        else
            out.append(low.substr(i, p.length));
        i += p.length;
    }
    return out;
}

} // namespace countercheck::text
