// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/intake/sample.h"

// Put into the program by countercheck_embed() in this room's CMakeLists.txt.
extern "C" {
extern const char countercheck_sample1_begin[], countercheck_sample1_end[];
extern const char countercheck_sample2_begin[], countercheck_sample2_end[];
extern const char countercheck_sample3_begin[], countercheck_sample3_end[];
extern const char countercheck_sample4_begin[], countercheck_sample4_end[];
extern const char countercheck_sample5_begin[], countercheck_sample5_end[];
}

namespace countercheck::intake {

std::vector<SampleFile> sampleFiles() {
    const auto file = [](const char* name, const char* capturedAt, const char* begin, const char* end) {
        return SampleFile{name, std::string_view(begin, static_cast<std::size_t>(end - begin)), capturedAt};
    };
    return {
        file("1-gunmen-raid-three-plants.txt", "2026-01-14T07:30:00Z", countercheck_sample1_begin,
             countercheck_sample1_end),
        file("2-mali-factories-attacked.txt", "2026-01-14T07:31:00Z", countercheck_sample2_begin,
             countercheck_sample2_end),
        file("3-a-long-night-on-the-river-road.txt", "2026-01-14T07:34:00Z", countercheck_sample3_begin,
             countercheck_sample3_end),
        file("4-the-missing-of-the-cement-works.txt", "2026-01-14T07:36:00Z", countercheck_sample4_begin,
             countercheck_sample4_end),
        file("5-how-a-blockade-closes-a-region.txt", "2026-01-14T07:41:00Z", countercheck_sample5_begin,
             countercheck_sample5_end),
    };
}

} // namespace countercheck::intake
