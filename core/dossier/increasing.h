// SPDX-License-Identifier: GPL-3.0-or-later
// What may stay in its place while the rest moves: the most values of a list that already stand in rising order.
#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

namespace countercheck::dossier {

/// The places in `values` of a longest strictly increasing subsequence, in rising order; `n log n` steps. (Fredman, On
/// computing the length of longest increasing subsequences, Discrete Mathematics 11, 1975.)
template <class Value> std::vector<std::size_t> longestIncreasing(const std::vector<Value>& values) {
    constexpr auto none = static_cast<std::size_t>(-1);
    std::vector<std::size_t> ends; // of the best subsequence of each length, the place of its last value
    std::vector<std::size_t> before(values.size(), none);
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto place = std::lower_bound(ends.begin(), ends.end(), values[i],
                                            [&](std::size_t end, const Value& value) { return values[end] < value; });
        if (place != ends.begin())
            before[i] = *(place - 1);
        if (place == ends.end())
            ends.push_back(i);
        else
            *place = i;
    }
    if (!ends.empty())
        for (std::size_t i = ends.size() - 1; i > 0; --i)
            ends[i - 1] = before[ends[i]];
    return ends;
}

} // namespace countercheck::dossier
