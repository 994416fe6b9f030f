// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/gate/narrowing.h"

#include "core/compare/words/lookups.h"
#include "core/compare/words/wordlists.h"

#include <algorithm>
#include <vector>

namespace countercheck::compare {

namespace {

/// The names of the rows: what they part, a dash, and a word.
const std::vector<std::string_view>& rows() {
    static const auto names = [] {
        std::vector<std::string_view> out = wordsOf(Family::Narrowing);
        std::erase_if(out, [](std::string_view word) { return headOf(Family::Narrowing, word) != word; });
        std::sort(out.begin(), out.end());
        out.resize(std::min<std::size_t>(out.size(), 32));
        return out;
    }();
    return names;
}

/// The rows whose names begin so.
std::uint32_t partingRows(std::string_view what) {
    std::uint32_t out = 0;
    for (std::size_t i = 0; i < rows().size(); ++i)
        out |= static_cast<std::uint32_t>(rows()[i].starts_with(what)) << i;
    return out;
}

std::uint32_t rowOf(std::string_view word) {
    const auto at = std::lower_bound(rows().begin(), rows().end(), headOf(Family::Narrowing, word));
    return at == rows().end() || *at != headOf(Family::Narrowing, word) ? 0 : 1u << (at - rows().begin());
}

} // namespace

std::uint32_t narrowingOf(std::string_view word, bool opens) {
    static const std::uint32_t opening = partingRows("opens-");
    const std::uint32_t row = rowOf(word);
    return opens ? row : row & ~opening;
}

bool narrowedApart(const Fact& a, const Fact& b) {
    static const std::uint32_t any = partingRows("any-"), money = any | partingRows("money-"),
                               shares = any | partingRows("percentage-"), speeds = any | partingRows("speed-"),
                               counts = any | partingRows("count-"),
                               dates = partingRows("date-") | partingRows("opens-"), places = partingRows("place-");
    std::uint32_t parting = any;
    switch (a.kind) {
    case claim::ClaimKind::Money:
        parting = money;
        break;
    case claim::ClaimKind::Percentage:
        parting = shares;
        break;
    case claim::ClaimKind::Count:
        parting = counts;
        break;
    case claim::ClaimKind::Measure:
        parting = sameDimension(a.slot.unit, "km/h") ? speeds : any;
        break;
    case claim::ClaimKind::Date:
        parting = dates;
        break;
    case claim::ClaimKind::Place:
        parting = places;
        break;
    default:
        return false;
    }
    return ((a.narrowed ^ b.narrowed) & parting) != 0;
}

bool sortOfPeople(std::string_view word) {
    return listed(Family::Narrowing, word) && headOf(Family::Narrowing, word) == "sort-people";
}

} // namespace countercheck::compare
