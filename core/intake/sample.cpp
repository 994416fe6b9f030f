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
    const auto file = [](const char* name, const char* begin, const char* end) {
        return SampleFile{name, std::string_view(begin, static_cast<std::size_t>(end - begin))};
    };
    return {
        file("1-gunmen-raid-three-plants.txt", countercheck_sample1_begin, countercheck_sample1_end),
        file("2-mali-factories-attacked.txt", countercheck_sample2_begin, countercheck_sample2_end),
        file("3-night-of-fire-along-the-national-road.txt", countercheck_sample3_begin, countercheck_sample3_end),
        file("4-who-was-taken-at-the-cement-works.txt", countercheck_sample4_begin, countercheck_sample4_end),
        file("5-how-a-blockade-closes-a-region.txt", countercheck_sample5_begin, countercheck_sample5_end),
    };
}

} // namespace countercheck::intake
