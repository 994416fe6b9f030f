// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/rounds/changed.h"

#include "core/text/explaining.h"

#include <algorithm>
#include <string>
#include <unordered_map>

namespace countercheck::compare {

namespace {

/// The claim of the original that a changed figure of the copy stands for: said by the same source, else with the same
/// headline figure, else the only one. Null: nothing was changed, or nobody can say from what.
const QuestionClaim* originalOf(const Question& question, std::uint32_t article, const QuestionClaim& copy) {
    const QuestionClaim* bySource = nullptr;
    const QuestionClaim* byFigure = nullptr;
    const QuestionClaim* only = nullptr;
    std::size_t count = 0;
    const auto& claims = question.claims.get(); // in order of article
    auto at = std::lower_bound(claims.begin(), claims.end(), article,
                               [](const QuestionClaim& claim, std::uint32_t a) { return claim.article < a; });
    for (; at != claims.end() && at->article == article; ++at) {
        const QuestionClaim& claim = *at;
        if (!claim.set)
            continue;
        if (*claim.set == *copy.set && claim.unit == copy.unit)
            return nullptr; // it stands there as it is
        ++count;
        only = &claim;
        if (!claim.attribution.empty() && claim.attribution == copy.attribution && !bySource)
            bySource = &claim;
        if (claim.set->headline && claim.set->headline == copy.set->headline && !byFigure)
            byFigure = &claim;
    }
    return bySource ? bySource : byFigure ? byFigure : count == 1 ? only : nullptr;
}

} // namespace

void tellChangedFigures(const std::vector<Question>& questions, std::vector<Lineage>& links, std::size_t most) {
    std::unordered_map<std::uint32_t, std::vector<std::size_t>> linksTo; // copy → derived links
    std::vector<bool> copies;
    for (std::size_t i = 0; i < links.size(); ++i)
        if (links[i].kind == LineageKind::Derived) {
            linksTo[links[i].b].push_back(i);
            copies.resize(std::max<std::size_t>(copies.size(), links[i].b + 1));
            copies[links[i].b] = true;
        }
    if (linksTo.empty())
        return;
    std::vector<std::vector<std::pair<std::string, std::string>>> changed(links.size());
    for (const Question& question : questions)
        for (const QuestionClaim& copy : question.claims) {
            if (!copy.set || copy.article >= copies.size() || !copies[copy.article])
                continue;
            const auto found = linksTo.find(copy.article);
            for (const std::size_t link : found->second)
                if (const QuestionClaim* original = originalOf(question, links[link].a, copy))
                    changed[link].emplace_back(original->shown, copy.shown);
        }
    for (std::size_t i = 0; i < links.size(); ++i) {
        auto& list = changed[i];
        std::sort(list.begin(), list.end()); // whatever order the questions came in
        list.erase(std::unique(list.begin(), list.end()), list.end());
        for (std::size_t k = 0; k < std::min(most, list.size()); ++k)
            links[i].explanation +=
                " " + text::explained("In the copy “{0}” became “{1}”.",
                                      {text::verbatim(list[k].first), text::verbatim(list[k].second)});
    }
}

} // namespace countercheck::compare
