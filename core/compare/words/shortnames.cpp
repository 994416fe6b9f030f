// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/words/shortnames.h"

#include "core/text/tablerows.h"

#include <unordered_map>

extern "C" const char countercheck_shortnames_begin[], countercheck_shortnames_end[];

namespace countercheck::compare {

namespace {

using Table = std::unordered_map<std::string_view, std::string_view>;

Table read() {
    Table out;
    text::forEachRow(countercheck_shortnames_begin, countercheck_shortnames_end, [&](const text::Cells& cells) {
        std::string_view full;
        text::forEachWord(cells[0], [&](std::string_view word) {
            if (full.empty())
                full = word;
            else
                out.emplace(word, full);
        });
    });
    return out;
}

} // namespace

std::string inFull(std::string_view folded) {
    static const Table table = read();
    const std::size_t blank = folded.find(' ');
    if (blank == std::string_view::npos)
        return {};
    const auto found = table.find(folded.substr(0, blank));
    return found == table.end() ? std::string() : std::string(found->second).append(folded.substr(blank));
}

} // namespace countercheck::compare
