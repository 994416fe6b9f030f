// SPDX-License-Identifier: GPL-3.0-or-later
// The short tables of figures (tests/read/numerals-*.tsv, figures-suite-*.tsv): a text, a tab, the figures that it
// mentions, separated by " | " ("-" for none). A figure: [numeral] value, then in any order its kind (count unless
// named), its qualifier (exact unless named), low= and high= (checked where named), u= unit (of money, measures,
// percentages and ages always checked), c= counted noun (checked where named). A line that begins with "?" is a known
// gap: it is counted, it need not hold, and the test tells when it begins to.
#pragma once

#include "core/read/mentions.h"

#include <string>
#include <string_view>
#include <vector>

namespace countercheck::read {

struct FigureRow {
    std::string numeral, value, kind = "count", qualifier = "exact", unit, counted, low, high;
    bool hasCounted = false;
};

inline std::vector<std::string_view> splitAt(std::string_view s, std::string_view mark) {
    std::vector<std::string_view> parts;
    for (;;) {
        const std::size_t at = s.find(mark);
        parts.push_back(s.substr(0, at));
        if (at == std::string_view::npos)
            return parts;
        s.remove_prefix(at + mark.size());
    }
}

inline bool isQualifier(std::string_view word) {
    for (int q = 0; q <= static_cast<int>(Qualifier::Vague); ++q)
        if (qualifierName(static_cast<Qualifier>(q)) == word)
            return true;
    return false;
}

/// The row's figures; throws nothing: a word that it does not know becomes the kind, which then fails to match.
inline std::vector<FigureRow> figureRows(std::string_view expected) {
    std::vector<FigureRow> rows;
    if (expected == "-")
        return rows;
    for (const std::string_view part : splitAt(expected, " | ")) {
        FigureRow row;
        const std::size_t close = part.find(']');
        row.numeral = part.substr(1, close - 1);
        bool first = true;
        for (const std::string_view word : splitAt(part.substr(close + 2), " ")) {
            if (first)
                row.value = word;
            else if (word.substr(0, 2) == "u=")
                row.unit = word.substr(2);
            else if (word.substr(0, 2) == "c=")
                row.counted = word.substr(2), row.hasCounted = true;
            else if (word.substr(0, 4) == "low=")
                row.low = word.substr(4);
            else if (word.substr(0, 5) == "high=")
                row.high = word.substr(5);
            else if (isQualifier(word))
                row.qualifier = word;
            else
                row.kind = word;
            first = false;
        }
        rows.push_back(row);
    }
    return rows;
}

inline bool figureFits(const FigureRow& row, const text::Reading& reading, const Figure& f) {
    const auto bound = [](const std::string& expected, const std::optional<Decimal>& found) {
        return expected.empty() || (found ? found->toString() : std::string("-")) == expected;
    };
    const bool unit = row.kind == "money" || row.kind == "measure" || row.kind == "percentage" || row.kind == "age";
    return reading.of(f.numeral) == row.numeral && f.value.toString() == row.value &&
           figureKindName(f.kind) == row.kind && qualifierName(f.set.qualifier) == row.qualifier &&
           (!unit || f.unit == row.unit) && (!row.hasCounted || f.countedLemma == row.counted) &&
           bound(row.low, f.set.low) && bound(row.high, f.set.high);
}

} // namespace countercheck::read
