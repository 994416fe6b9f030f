// SPDX-License-Identifier: GPL-3.0-or-later
// News that never happened, for measuring: the same for the same seed, dense in figures, dates, names and quotes as
// news is.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace countercheck::bench {

/// An article of about `bytes` bytes in paragraphs.
std::string article(std::uint64_t seed, std::size_t bytes);
/// An article about one and the same event, told with figures that differ by seed.
std::string report(std::uint64_t seed);

} // namespace countercheck::bench
