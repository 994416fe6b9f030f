// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/gate/weighing.h"

#include <string>

namespace countercheck::compare::gate {

void tellTooLittle(int points, int asked, Verdict& v) {
    if (v.explain && !v.because.empty())
        v.because.back() = text::explainedBy(v.because.back(), "; and by weight, ", std::to_string(points), " of ",
                                             std::to_string(asked), " points");
}

void joinByWeight(std::span<const Weight> weights, std::uint64_t signs, int points, int asked, Verdict& v) {
    v.because.clear();
    v.strength = 1;
    v.say("reports of one event, and what speaks for one question outweighs what speaks against it: ",
          std::to_string(points), " of ", std::to_string(asked), " points asked");
    if (v.explain)
        for (std::size_t s = 0; s < weights.size(); ++s)
            if (signs >> s & 1)
                v.because.push_back(text::explained(
                    "{0} points: {1}", {std::to_string(weights[s].points), text::explained(weights[s].told)}));
    v.join();
}

} // namespace countercheck::compare::gate
