// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/wordlists.h"

#include "core/compare/tablerows.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <unordered_map>
#include <vector>

extern "C" const char countercheck_families_begin[], countercheck_families_end[];

namespace countercheck::compare {

namespace {

constexpr std::array<std::string_view, 11> names{"deed",      "thing", "person", "place", "wide", "light",
                                                 "one-party", "fresh", "sole",   "life",  "plan"};

class Table {
public:
    Table() {
        std::uint32_t number = 0;
        forEachRow(countercheck_families_begin, countercheck_families_end, [&](const Cells& cells) {
            const auto kind = std::find(names.begin(), names.end(), cells[0]);
            if (kind == names.end())
                return;
            auto& words = byKind_[static_cast<std::size_t>(kind - names.begin())];
            forEachWord(cells[1], [&](std::string_view word) { words.of[word].push_back(number); });
            forEachWord(cells[1], [&](std::string_view word) { words.known[print(word)] = true; });
            heads_.push_back(cells[1].substr(0, cells[1].find(' ')));
            ++number;
        });
    }
    [[nodiscard]] const std::vector<std::uint32_t>* of(Family kind, std::string_view word) const {
        const auto& words = byKind_[static_cast<std::size_t>(kind)];
        if (!words.known[print(word)]) // nearly every word
            return nullptr;
        const auto it = words.of.find(word);
        return it == words.of.end() ? nullptr : &it->second;
    }
    static const Table& only() {
        static const Table table;
        return table;
    }

    [[nodiscard]] std::string_view head(std::uint32_t family) const { return heads_[family]; }

private:
    /// A few bits of a word, at hand without reading it through: its ends and its length.
    static std::size_t print(std::string_view word) {
        if (word.empty())
            return 0;
        const auto byte = [&](std::size_t i) { return static_cast<std::size_t>(static_cast<unsigned char>(word[i])); };
        return (byte(0) * 31 + byte(word.size() / 2) * 7 + byte(word.size() - 1) * 131 + word.size() * 17) % prints;
    }
    static constexpr std::size_t prints = 2048;
    struct Words {
        std::unordered_map<std::string_view, std::vector<std::uint32_t>> of;
        std::bitset<prints> known;
    };
    std::vector<std::string_view> heads_;
    std::array<Words, names.size()> byKind_;
};

} // namespace

bool listed(Family kind, std::string_view word) {
    return Table::only().of(kind, word) != nullptr;
}

std::string_view headOf(Family kind, std::string_view word) {
    const auto* families = Table::only().of(kind, word);
    return families ? Table::only().head(families->front()) : word;
}

bool together(Family kind, std::string_view a, std::string_view b) {
    const auto* x = Table::only().of(kind, a);
    const auto* y = x ? Table::only().of(kind, b) : nullptr;
    return y && std::any_of(x->begin(), x->end(),
                            [&](std::uint32_t family) { return std::find(y->begin(), y->end(), family) != y->end(); });
}

} // namespace countercheck::compare
