// SPDX-License-Identifier: GPL-3.0-or-later
// Offsets as they leave the program: counts of Unicode code points into the captured text.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace countercheck::report {

/// Code points before a byte of one text; asked for in any order. The text must outlive it.
class CodePoints {
public:
    explicit CodePoints(std::string_view text);
    [[nodiscard]] std::uint32_t before(std::size_t byte) const;

private:
    std::string_view text_;
    std::vector<std::uint32_t> before_; ///< per block of bytes
};

} // namespace countercheck::report
