// SPDX-License-Identifier: GPL-3.0-or-later
// The words of a name that tell it from others, as Digest::nameWords and Fact::names keep them.
#pragma once

#include "core/text/utf8.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

namespace countercheck::compare {

/// Hands on the hash of each word of a name; small words are left out.
template <class Take> void forEachNameWord(std::string_view name, const Take& take) {
    const std::string folded = text::foldAccents(name);
    const auto parts = [](char c) { return c == ' ' || c == '-' || c == '\'' || c == '.'; };
    for (std::size_t i = 0; i < folded.size();) {
        std::size_t end = i;
        while (end < folded.size() && !parts(folded[end]))
            ++end;
        if (end - i >= 3)
            take(static_cast<std::uint32_t>(text::hashBytes(std::string_view(folded).substr(i, end - i))) | 1u);
        i = end + 1;
    }
}

} // namespace countercheck::compare
