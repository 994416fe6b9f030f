// SPDX-License-Identifier: GPL-3.0-or-later
// What a pass knows of each word of our own tables, by WordId. Words of the dictionary, which are numbered behind them,
// share one value: a table stays as small as our tables are, however large the dictionary is.
#pragma once

#include "core/text/lexicon.h"

#include <algorithm>
#include <vector>

namespace countercheck::text {

template <class Value> class WordTable {
public:
    WordTable() = default;
    /// Every word has `value`.
    explicit WordTable(const Lexicon& lexicon, const Value& value = Value())
        : values_(lexicon.listedSize() + 1, value), others_(static_cast<WordId>(lexicon.listedSize())) {}

    [[nodiscard]] const Value& operator[](WordId word) const { return values_[std::min(word, others_)]; }
    /// For who makes the table: the value of a word of our own tables or of word 0, "unknown".
    [[nodiscard]] Value& at(WordId word) { return values_.at(word); }

private:
    std::vector<Value> values_{Value()}; ///< the last one is that of the dictionary's words
    WordId others_ = 0;
};

} // namespace countercheck::text
