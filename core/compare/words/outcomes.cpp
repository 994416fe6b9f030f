// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/words/outcomes.h"

#include "core/text/tablerows.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <unordered_map>
#include <vector>

extern "C" const char countercheck_outcomes_begin[], countercheck_outcomes_end[];

namespace countercheck::compare {

namespace {

struct Phrase {
    std::vector<std::uint32_t> words;
    std::string_view matter, side;
    bool asksCause = false;
};

/// The table by the first word of its phrases, and the language.
class Table {
public:
    Table() {
        text::forEachRow(countercheck_outcomes_begin, countercheck_outcomes_end, [&](const text::Cells& cells) {
            if (cells[3].empty())
                return;
            Phrase phrase{{}, cells[1], cells[2], !cells[4].empty()};
            text::forEachWord(cells[3], [&](std::string_view word) {
                phrase.words.push_back(static_cast<std::uint32_t>(text::hashBytes(word)));
            });
            begins_.add(phrase.words.front());
            phrases_[key(text::languageFromTag(cells[0]), phrase.words.front())].push_back(std::move(phrase));
        });
    }
    [[nodiscard]] const OutcomeBeginnings& beginnings() const { return begins_; }
    [[nodiscard]] const std::vector<Phrase>* of(text::Language language, std::uint32_t word) const {
        if (!begins_.hold(word))
            return nullptr;
        const auto it = phrases_.find(key(language, word));
        return it == phrases_.end() ? nullptr : &it->second;
    }

    static const Table& only() {
        static const Table table;
        return table;
    }

private:
    static std::uint64_t key(text::Language language, std::uint32_t word) {
        return std::uint64_t{static_cast<std::uint8_t>(language)} << 32 | word;
    }
    std::unordered_map<std::uint64_t, std::vector<Phrase>> phrases_;
    OutcomeBeginnings begins_;
};

} // namespace

const OutcomeBeginnings& outcomeBeginnings() {
    return Table::only().beginnings();
}

Outcome outcomeAt(text::Language language, std::span<const std::uint32_t> hashes) {
    Outcome out;
    if (const auto* phrases = hashes.empty() ? nullptr : Table::only().of(language, hashes.front()))
        for (const Phrase& phrase : *phrases)
            if (phrase.words.size() > out.words && phrase.words.size() <= hashes.size() &&
                std::equal(phrase.words.begin(), phrase.words.end(), hashes.begin()))
                out = {phrase.matter, phrase.side, phrase.asksCause, phrase.words.size()};
    return out;
}

} // namespace countercheck::compare
