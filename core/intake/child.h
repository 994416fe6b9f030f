// SPDX-License-Identifier: GPL-3.0-or-later
// Runs another program on bytes in memory, shut in: limits on its time, memory and output, no way to more rights, ended
// with us. What crashes there does not crash here.
#pragma once

#include <cstdint>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace countercheck::intake {

struct ChildLimits {
    unsigned seconds = 60;               ///< of work, and twice that by the clock
    std::uint64_t memory = 3ull << 30;   ///< bytes of address space
    std::uint64_t output = 256ull << 20; ///< bytes on standard output
};

struct ChildResult {
    enum class End : std::uint8_t { Exited, Missing, Crashed, TooLong, TooMuch, Stopped } end = End::Missing;
    int code = 0; ///< of Exited
    std::string output, errors;
};

/// `words`: the program's name (looked up in PATH) and its arguments. Its standard input is a file that holds `input`
/// (/dev/stdin can be opened and sought).
ChildResult runChild(const std::vector<std::string>& words, std::string_view input, const ChildLimits& limits,
                     const std::stop_token& stop);

} // namespace countercheck::intake
