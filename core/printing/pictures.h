// SPDX-License-Identifier: GPL-3.0-or-later
// Pages of a PDF as pictures, for looking at them before they go out.
#pragma once

#include <cstdint>
#include <stop_token>
#include <string_view>
#include <vector>

namespace countercheck::printing {

struct Picture {
    int width = 0, height = 0;
    std::vector<std::uint32_t> pixels; ///< 0xAARRGGBB, row after row
};

/// The first `most` pages. Empty when it is no PDF.
std::vector<Picture> picturesOf(std::string_view pdf, double dotsPerInch, std::size_t most,
                                const std::stop_token& stop = {});

} // namespace countercheck::printing
