// SPDX-License-Identifier: GPL-3.0-or-later
// A half-open range [begin, end) of byte offsets into one UTF-8 text. Which text it is (the captured text or the
// reading view) is said by whoever hands the span out; no later stage alters a span.
#pragma once

#include <compare>
#include <cstdint>
#include <string_view>

namespace countercheck::text {

struct Span {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    [[nodiscard]] constexpr std::uint32_t length() const { return end - begin; }
    [[nodiscard]] constexpr bool empty() const { return begin >= end; }
    [[nodiscard]] constexpr bool contains(std::uint32_t at) const { return at >= begin && at < end; }
    [[nodiscard]] constexpr bool contains(Span other) const { return other.begin >= begin && other.end <= end; }
    [[nodiscard]] constexpr bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
    /// The smallest span that holds both.
    [[nodiscard]] constexpr Span united(Span other) const {
        return {begin < other.begin ? begin : other.begin, end > other.end ? end : other.end};
    }
    /// The words themselves. The text must be the one that the span was made for.
    [[nodiscard]] constexpr std::string_view of(std::string_view text) const {
        return begin <= text.size() ? text.substr(begin, length()) : std::string_view{};
    }
    constexpr auto operator<=>(const Span&) const = default;
};

} // namespace countercheck::text
