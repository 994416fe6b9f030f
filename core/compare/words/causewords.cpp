// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/words/causewords.h"

#include "core/compare/words/wordmemory.h"
#include "core/text/tablerows.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <array>
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
/// Those of one language by their first word.
struct Table {
    std::unordered_map<std::string_view, std::uint16_t> numbers; ///< of first words, from 2 on
    std::vector<std::vector<Row>> rows{2};                       ///< by those numbers; 1: none
    std::vector<std::vector<std::string_view>> untold;           ///< words that say that a cause is not known
    std::vector<std::string_view> takeUp;

    void add(Row row) {
        const auto [at, added] = numbers.try_emplace(row.words.front(), static_cast<std::uint16_t>(rows.size()));
        if (added)
            rows.emplace_back();
        rows[at->second].push_back(std::move(row));
    }
    [[nodiscard]] std::uint16_t numberOf(std::string_view word) const {
        const auto found = numbers.find(word);
        return found == numbers.end() ? std::uint16_t{1} : found->second;
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
            table.add({std::move(words), placeNamed(cells[1])});
        });
        return out;
    }();
    return tables[language == text::Language::French];
}

/// @param from  the first of the words that is looked at
bool standsAt(const text::Reading& reading, std::uint32_t token, std::uint32_t end,
              const std::vector<std::string_view>& words, std::size_t from = 0) {
    if (token + words.size() > end)
        return false;
    std::string buffer;
    for (std::size_t k = from; k < words.size(); ++k) {
        const std::string_view there = reading.of(reading.tokens[token + static_cast<std::uint32_t>(k)]);
        if (there.size() != words[k].size() || text::lowered(there, buffer) != words[k])
            return false;
    }
    return true;
}

} // namespace

CauseWords causeWordsAt(const text::Reading& reading, std::uint32_t token, std::uint32_t end, bool told) {
    const Table& table = tableOf(reading.language);
    const text::Token& first = reading.tokens[token];
    if (!first.is(text::TokenKind::Word))
        return {};
    std::uint16_t own = 0;
    if (const text::WordId word = first.word; word != 0) {
        std::uint16_t& known = wordTraits(reading.language, word).causes;
        if (known == 0)
            known = table.numberOf(text::Lexicon::of(reading.language).form(word));
        own = known;
    } else {
        std::string buffer;
        own = table.numberOf(text::lowered(reading.of(first), buffer));
    }
    CauseWords longest;
    for (const Row& row : table.rows[own])
        if ((told || row.at <= CauseAt::Before) && row.words.size() > longest.words &&
            standsAt(reading, token, end, row.words, 1))
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
