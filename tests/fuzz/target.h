// SPDX-License-Identifier: GPL-3.0-or-later
// What a fuzz target offers: libFuzzer's entry point, so that a target runs under clang's libFuzzer (CMake option
// COUNTERCHECK_FUZZER) as well as under our own driver, which every compiler builds.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace countercheck::fuzz {

/// Ends the run when something does not hold, whatever NDEBUG says.
inline void require(bool holds, const char* what) {
    if (holds)
        return;
    std::fprintf(stderr, "does not hold: %s\n", what);
    std::abort();
}

} // namespace countercheck::fuzz
