// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/escape.h"

#include "core/report/bidi.h"

#include <algorithm>

namespace countercheck::report {

namespace {

/// Length of the well-formed UTF-8 sequence that begins with a byte above ASCII; 0 when there is none.
std::size_t sequence(std::string_view s) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(s[i]); };
    const unsigned lead = byte(0);
    std::size_t length = lead >= 0xC2 && lead <= 0xDF   ? 2
                         : lead >= 0xE0 && lead <= 0xEF ? 3
                         : lead >= 0xF0 && lead <= 0xF4 ? 4
                                                        : 0;
    if (length == 0 || length > s.size())
        return 0;
    for (std::size_t i = 1; i < length; ++i)
        if ((byte(i) & 0xC0) != 0x80)
            return 0;
    const bool overlong = (lead == 0xE0 && byte(1) < 0xA0) || (lead == 0xF0 && byte(1) < 0x90);
    const bool surrogate = lead == 0xED && byte(1) > 0x9F;
    const bool beyond = lead == 0xF4 && byte(1) > 0x8F;
    const bool control = lead == 0xC2 && byte(1) < 0xA0;
    // U+FDD0 to U+FDEF, and the last two of each plane: no characters (Unicode 23.7), and none in XML or HTML.
    const bool arabicGap = lead == 0xEF && byte(1) == 0xB7 && byte(2) >= 0x90 && byte(2) <= 0xAF;
    const bool lastTwo = (length == 3 && lead == 0xEF && byte(1) == 0xBF && byte(2) >= 0xBE) ||
                         (length == 4 && (byte(1) & 0x0F) == 0x0F && byte(2) == 0xBF && byte(3) >= 0xBE);
    return overlong || surrogate || beyond || control || arabicGap || lastTwo ? 0 : length;
}

} // namespace

void appendClean(std::string& out, std::string_view words) {
    for (std::size_t at = 0; at < words.size();) {
        const char c = words[at];
        if (static_cast<unsigned char>(c) >= 0x80) {
            const std::size_t length = sequence(words.substr(at));
            if (length == 0)
                out += "\xEF\xBF\xBD";
            else if (!turnsLine(words.substr(at, length)))
                out.append(words, at, length);
            at += std::max<std::size_t>(length, 1);
            continue;
        }
        ++at;
        if (c == '\r')
            continue;
        if ((static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t') || c == '\x7F')
            out += "\xEF\xBF\xBD";
        else
            out += c;
    }
}

void appendEscaped(std::string& out, std::string_view words) {
    std::string text;
    appendClean(text, words);
    for (const char c : text) {
        switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        case '\'':
            out += "&#39;";
            break;
        default:
            out += c;
        }
    }
}

bool isWebAddress(std::string_view url) {
    return (url.starts_with("https://") || url.starts_with("http://")) &&
           std::all_of(url.begin(), url.end(),
                       [](char c) { return static_cast<unsigned char>(c) > 0x20 && c != '\x7F'; });
}

} // namespace countercheck::report
