// SPDX-License-Identifier: GPL-3.0-or-later
// Regular English inflection, for expanding tables of words: spelling rules only, no dictionary.
#pragma once

#include <string>
#include <string_view>

namespace countercheck::text {

std::string pluralOf(std::string_view noun);      ///< attack → attacks, country → countries, bus → buses
std::string thirdPersonOf(std::string_view verb); ///< attack → attacks, carry → carries
std::string pastOf(std::string_view verb); ///< kidnap → kidnapped (doubling is decided by spelling), injure → injured
std::string gerundOf(std::string_view verb); ///< injure → injuring

} // namespace countercheck::text
