// SPDX-License-Identifier: GPL-3.0-or-later
// Small things that the parts of the assembler share. Used by them alone, and by comparing.
#pragma once

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <string_view>

namespace countercheck::claim {

inline bool oneOf(std::string_view word, std::initializer_list<std::string_view> list) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

inline constexpr std::int64_t day = 86400;

} // namespace countercheck::claim
