// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/bidi.h"

namespace countercheck::report {

bool turnsLine(std::string_view character) {
    if (character.size() != 3)
        return false;
    const unsigned last = static_cast<unsigned char>(character[2]);
    return (character.starts_with("\xE2\x80") && last >= 0xAA && last <= 0xAE) ||
           (character.starts_with("\xE2\x81") && last >= 0xA6 && last <= 0xA9);
}

std::string withoutTurns(std::string_view words) {
    std::string out;
    out.reserve(words.size());
    for (std::size_t at = 0; at < words.size();) {
        if (turnsLine(words.substr(at, 3))) {
            at += 3;
            continue;
        }
        out += words[at++];
    }
    return out;
}

std::string isolated(std::string_view words) {
    std::string out = withoutTurns(words);
    bool rightToLeft = false;
    for (std::size_t i = 0; i + 1 < out.size() && !rightToLeft; ++i) {
        const unsigned lead = static_cast<unsigned char>(out[i]), next = static_cast<unsigned char>(out[i + 1]);
        // Hebrew to Thaana and their neighbours (U+0590 to U+08FF), presentation forms (U+FB1D to U+FDFF, U+FE70 to
        // U+FEFF).
        rightToLeft = (lead == 0xD6 && next >= 0x90) || (lead >= 0xD7 && lead <= 0xDF) ||
                      (lead == 0xE0 && next >= 0xA0 && next <= 0xA3) ||
                      (lead == 0xEF && ((next >= 0xAC && next <= 0xB7) || next == 0xB9 || next == 0xBA));
    }
    return rightToLeft ? std::string(isolate) + out + std::string(endIsolate) : out;
}

} // namespace countercheck::report
