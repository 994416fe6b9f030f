// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/outcomes.h"

#include "core/text/utf8.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <vector>

extern "C" const char countercheck_outcomes_begin[], countercheck_outcomes_end[];

namespace countercheck::compare {

namespace {

struct Phrase {
    std::vector<std::uint32_t> words;
    std::string_view matter, side;
};

/// The table by the first word of its phrases, and the language.
class Table {
public:
    Table() {
        std::string_view rest(countercheck_outcomes_begin,
                              static_cast<std::size_t>(countercheck_outcomes_end - countercheck_outcomes_begin));
        while (!rest.empty()) {
            const std::string_view line = rest.substr(0, rest.find('\n'));
            rest.remove_prefix(std::min(rest.size(), line.size() + 1));
            std::array<std::string_view, 4> cells;
            std::string_view left = line;
            for (std::string_view& cell : cells) {
                cell = left.substr(0, left.find('\t'));
                left.remove_prefix(std::min(left.size(), cell.size() + 1));
            }
            if (line.empty() || line.front() == '#' || cells[3].empty())
                continue;
            Phrase phrase{{}, cells[1], cells[2]};
            for (std::string_view words = cells[3]; !words.empty();) {
                const std::string_view word = words.substr(0, words.find(' '));
                phrase.words.push_back(static_cast<std::uint32_t>(text::hashBytes(word)));
                words.remove_prefix(std::min(words.size(), word.size() + 1));
            }
            phrases_[key(text::languageFromTag(cells[0]), phrase.words.front())].push_back(std::move(phrase));
        }
    }
    [[nodiscard]] const std::vector<Phrase>* of(text::Language language, std::uint32_t word) const {
        const auto it = phrases_.find(key(language, word));
        return it == phrases_.end() ? nullptr : &it->second;
    }

private:
    static std::uint64_t key(text::Language language, std::uint32_t word) {
        return std::uint64_t{static_cast<std::uint8_t>(language)} << 32 | word;
    }
    std::unordered_map<std::uint64_t, std::vector<Phrase>> phrases_;
};

} // namespace

Outcome outcomeAt(text::Language language, std::span<const std::uint32_t> hashes) {
    static const Table table;
    Outcome out;
    if (const auto* phrases = hashes.empty() ? nullptr : table.of(language, hashes.front()))
        for (const Phrase& phrase : *phrases)
            if (phrase.words.size() > out.words && phrase.words.size() <= hashes.size() &&
                std::equal(phrase.words.begin(), phrase.words.end(), hashes.begin()))
                out = {phrase.matter, phrase.side, phrase.words.size()};
    return out;
}

} // namespace countercheck::compare
