// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/words/causewords.h"

#include "core/text/tablerows.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

extern "C" const char countercheck_causes_begin[], countercheck_causes_end[];

namespace countercheck::compare {

namespace {

struct Row {
    std::vector<std::string_view> words;
    CauseAt at = CauseAt::Behind;
};
/// Those of one language by their first word, and which words may be one: by two letters and length.
struct Table {
    std::unordered_map<std::string_view, std::vector<Row>> rows;
    std::vector<std::vector<std::string_view>> untold; ///< words that say that a cause is not known
    std::vector<std::string_view> takeUp;
    std::bitset<16384> begins;
    static std::size_t print(std::string_view word) {
        const auto letter = [&](std::size_t k) -> std::size_t {
            return k < word.size() ? static_cast<unsigned char>(word[k]) & 31u : 0u;
        };
        return letter(0) << 9 | letter(1) << 4 | std::min<std::size_t>(word.size(), 15);
    }
    [[nodiscard]] const std::vector<Row>* of(std::string_view word, std::string& buffer) const {
        if (word.empty() || !begins[print(word)]) // nearly every word
            return nullptr;
        const auto found = rows.find(text::lowered(word, buffer));
        return found == rows.end() ? nullptr : &found->second;
    }
};

CauseAt placeNamed(std::string_view name) {
    return name == "behind"        ? CauseAt::Behind
           : name == "before"      ? CauseAt::Before
           : name == "told-behind" ? CauseAt::ToldBehind
           : name == "told-before" ? CauseAt::ToldBefore
                                   : CauseAt::Blamed;
}

const Table& tableOf(text::Language language) {
    static const auto tables = [] {
        std::array<Table, 2> out;
        text::forEachRow(countercheck_causes_begin, countercheck_causes_end, [&](const text::Cells& cells) {
            Table& table = out[text::languageFromTag(cells[0]) == text::Language::French];
            std::vector<std::string_view> words;
            text::forEachWord(cells[2], [&](std::string_view word) { words.push_back(word); });
            if (cells[1] == "untold") {
                table.untold.push_back(std::move(words));
                return;
            }
            if (cells[1] == "takes-up") {
                table.takeUp.push_back(words.front());
                return;
            }
            table.begins[Table::print(words.front())] = true;
            table.rows[words.front()].push_back({words, placeNamed(cells[1])});
        });
        return out;
    }();
    return tables[language == text::Language::French];
}

bool standsAt(const text::Reading& reading, std::uint32_t token, std::uint32_t end,
              const std::vector<std::string_view>& words) {
    std::string buffer;
    if (token + words.size() > end)
        return false;
    for (std::size_t k = 0; k < words.size(); ++k)
        if (text::lowered(reading.of(reading.tokens[token + static_cast<std::uint32_t>(k)]), buffer) != words[k])
            return false;
    return true;
}

} // namespace

CauseWords causeWordsAt(const text::Reading& reading, std::uint32_t token, std::uint32_t end, bool told) {
    std::string buffer;
    CauseWords longest;
    if (const auto* rows = tableOf(reading.language).of(reading.of(reading.tokens[token]), buffer))
        for (const Row& row : *rows)
            if ((told || row.at <= CauseAt::Before) && row.words.size() > longest.words &&
                standsAt(reading, token, end, row.words))
                longest = {row.at, static_cast<std::uint32_t>(row.words.size())};
    return longest;
}

bool causeUntold(const text::Reading& reading, std::uint32_t token, std::uint32_t end) {
    constexpr std::uint32_t far = 9;
    const auto& untold = tableOf(reading.language).untold;
    for (std::uint32_t t = token; t < std::min(end, token + far); ++t)
        if (std::ranges::any_of(untold, [&](const auto& words) { return standsAt(reading, t, end, words); }))
            return true;
    return false;
}

bool takesUpStory(text::Language language, std::string_view noun) {
    const auto& takeUp = tableOf(language).takeUp;
    return std::ranges::find(takeUp, noun) != takeUp.end();
}

} // namespace countercheck::compare
