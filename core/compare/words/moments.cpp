// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/words/moments.h"

#include "core/compare/sortunique.h"
#include "core/compare/words/concepts.h"
#include "core/text/tablerows.h"

#include <algorithm>
#include <cstdint>
#include <unordered_map>
#include <vector>

extern "C" const char countercheck_moments_begin[], countercheck_moments_end[];

namespace countercheck::compare {

namespace {

/// The words of each row as concepts, and by word its rows.
struct Table {
    std::vector<std::vector<std::uint32_t>> rows;
    std::unordered_map<std::string_view, std::vector<std::uint32_t>> rowsOf;
    Table() {
        text::forEachRow(countercheck_moments_begin, countercheck_moments_end, [&](const text::Cells& cells) {
            const auto row = static_cast<std::uint32_t>(rows.size());
            auto& words = rows.emplace_back();
            text::forEachWord(cells[0], [&](std::string_view word) {
                words.push_back(Concepts::named(word));
                rowsOf[word].push_back(row);
            });
            sortUnique(words);
        });
    }
    [[nodiscard]] const std::vector<std::uint32_t>* of(std::string_view word) const {
        const auto found = rowsOf.find(word);
        return found == rowsOf.end() ? nullptr : &found->second;
    }
    static const Table& only() {
        static const Table table;
        return table;
    }
};

} // namespace

bool oneMoment(std::string_view a, std::string_view b) {
    const Table& table = Table::only();
    const auto *p = table.of(a), *q = table.of(b);
    return p && q && std::ranges::find_first_of(*p, *q) != p->end();
}

bool holdsMoment(std::string_view deed, const std::vector<std::uint32_t>& content) {
    const Table& table = Table::only();
    const auto* rows = table.of(deed);
    return rows && std::ranges::any_of(*rows, [&](std::uint32_t row) {
               return std::ranges::any_of(table.rows[row], [&](std::uint32_t word) {
                   return std::binary_search(content.begin(), content.end(), word);
               });
           });
}

} // namespace countercheck::compare
