// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/align.h"
#include "core/compare/comparer.h"

#include <array>
#include <string>
#include <vector>

namespace countercheck::compare {

std::string whyNot(const Input& a, Span wordsA, const Input& b, Span wordsB, bool few, const Settings& settings) {
    const std::array<Digest, 2> digests{digestOf(a, settings, few), digestOf(b, settings, few)};
    const std::array<Span, 2> words{wordsA, wordsB};
    const bool one = a.text.data() == b.text.data() && a.text.size() == b.text.size();
    std::array<std::vector<Candidate>, 2> found;
    for (std::size_t side = 0; side < 2; ++side) {
        const Digest& digest = digests[one ? 0 : side];
        for (std::uint32_t i = 0; i < digest.facts.size(); ++i)
            if (digest.facts[i].said.words.begin < words[side].end &&
                words[side].begin < digest.facts[i].said.words.end)
                found[side].push_back({one ? 0u : static_cast<std::uint32_t>(side), i, &digest.facts[i], &digest});
        if (found[side].empty())
            return std::string(side == 0 ? "the first" : "the second") + " is read as no claim";
    }
    const Common common = commonOf(*found[0].front().in, *found[1].front().in, few);
    std::string out;
    for (const Candidate& x : found[0])
        for (const Candidate& y : found[1]) {
            if (x.fact->kind != y.fact->kind)
                continue;
            const Verdict v = sameQuestion(x, y, common, true);
            out += (out.empty() ? "" : " / ") + x.fact->topic + " · " + y.fact->topic + ": " +
                   (v.gate == Gate::Join ? "would join"
                    : v.because.empty()  ? "no reason kept"
                                         : text::inEnglish(v.because.back()));
        }
    return out.empty() ? "they are claims of two kinds" : out;
}

} // namespace countercheck::compare
