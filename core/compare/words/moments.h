// SPDX-License-Identifier: GPL-3.0-or-later
// Deeds of which the day or the hour is one, told with whichever word: resources/compare/moments.tsv.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace countercheck::compare {

/// Are the two deeds told of one moment ("took office", "has governed since")?
bool oneMoment(std::string_view a, std::string_view b);
/// Does a sentence of these concepts hold another word for the moment of the deed ("the funeral is on Friday", "he will
/// be buried")?
bool holdsMoment(std::string_view deed, const std::vector<std::uint32_t>& content);

} // namespace countercheck::compare
