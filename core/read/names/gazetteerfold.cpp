// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/read/names/gazetteer.h"
#include "core/text/utf8.h"

#include <algorithm>

namespace countercheck::read {

std::string foldedName(std::string_view name) {
    std::string folded;
    if (std::all_of(name.begin(), name.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; })) {
        folded.resize(name.size());
        std::size_t size = 0;
        for (const char c : name) {
            if (c == '\'' || c == '.' || c == '`')
                continue;
            const bool blank = c == '-' || c == ' ' || c == '\t' || c == '\n' || c == '\r';
            if (blank && (size == 0 || folded[size - 1] == ' '))
                continue;
            folded[size++] = blank ? ' ' : static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
        }
        while (size > 0 && folded[size - 1] == ' ')
            --size;
        folded.resize(size);
        return folded;
    }
    const std::string plain = text::foldAccents(name);
    folded.reserve(plain.size());
    for (std::size_t i = 0; i < plain.size(); ++i) {
        const char c = plain[i];
        if (c == '\'' || c == '.' || c == '`')
            continue;
        if (static_cast<unsigned char>(c) == 0xE2 && i + 2 < plain.size() && plain[i + 1] == '\x80') {
            const auto last = static_cast<unsigned char>(plain[i + 2]);
            if (last >= 0x90 && last <= 0x99) { // hyphens, dashes, typographic apostrophes
                i += 2;
                if (last <= 0x95 && !folded.empty() && folded.back() != ' ')
                    folded += ' ';
                continue;
            }
        }
        if (c == '-' || c == ' ' || c == '\t' || c == '\n' || c == '\r') {
            if (!folded.empty() && folded.back() != ' ')
                folded += ' ';
            continue;
        }
        folded += c;
    }
    while (!folded.empty() && folded.back() == ' ')
        folded.pop_back();
    return folded;
}

} // namespace countercheck::read
