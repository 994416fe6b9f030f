// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/sentences/soleroles.h"

#include "core/text/tablerows.h"

#include <algorithm>
#include <array>
#include <unordered_map>

extern "C" const char countercheck_sole_begin[], countercheck_sole_end[];

namespace countercheck::compare {

namespace {

constexpr std::array<std::string_view, 8> ways{"doer", "object", "to", "in", "after", "noun", "when", "from"};

/// Per way the roles by word.
struct Table {
    std::array<std::unordered_map<std::string_view, std::string_view>, ways.size()> roles;
    Table() {
        text::forEachRow(countercheck_sole_begin, countercheck_sole_end, [&](const text::Cells& cells) {
            const auto way = static_cast<std::size_t>(std::find(ways.begin(), ways.end(), cells[1]) - ways.begin());
            if (way < ways.size())
                text::forEachWord(cells[2], [&](std::string_view word) { roles[way].emplace(word, cells[0]); });
        });
    }
};

} // namespace

std::string_view soleRole(RoleBy how, std::string_view word) {
    static const Table table;
    const auto& roles = table.roles[static_cast<std::size_t>(how)];
    const auto found = roles.find(word);
    return found == roles.end() ? std::string_view() : found->second;
}

} // namespace countercheck::compare
