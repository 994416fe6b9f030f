// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/codepoints.h"

#include <algorithm>

namespace countercheck::report {

namespace {
constexpr std::size_t every = 1024;
std::uint32_t starts(char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
}
} // namespace

CodePoints::CodePoints(std::string_view text) : text_(text) {
    std::uint32_t points = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (i % every == 0)
            before_.push_back(points);
        points += starts(text[i]);
    }
}

std::uint32_t CodePoints::before(std::size_t byte) const {
    byte = std::min(byte, text_.size());
    if (before_.empty())
        return 0;
    const std::size_t block = std::min(byte / every, before_.size() - 1);
    std::uint32_t points = before_[block];
    for (std::size_t i = block * every; i < byte; ++i)
        points += starts(text_[i]);
    return points;
}

} // namespace countercheck::report
