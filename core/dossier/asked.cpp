// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dossier/asked.h"

#include "core/dossier/dossier.h"
#include "core/dossier/plaintext.h"

#include <map>
#include <set>

namespace countercheck::dossier {

namespace {

/// The one question that has the anchor's words at its place or, when the place does not hold, the only one that has
/// them in this article, at one place.
std::optional<std::uint32_t> holder(const Asked& asked, const Article& article, std::uint32_t place,
                                    const ClaimAnchor& anchor) {
    const auto byte = byteOfCodePoint(article.text, anchor.start);
    std::set<std::uint32_t> here, all, places;
    for (const std::uint32_t number : asked.holding(place)) {
        const auto* question = asked.at(number);
        if (!question)
            continue;
        for (const auto& claim : question->claims) {
            if (claim.article != place || claim.quote != anchor.quote)
                continue;
            if (byte && claim.words.begin == *byte)
                here.insert(number);
            all.insert(number);
            places.insert(claim.words.begin);
        }
    }
    if (!here.empty()) // the same words may serve two questions: then they speak for neither
        return here.size() == 1 ? std::optional(*here.begin()) : std::nullopt;
    return all.size() == 1 && places.size() == 1 ? std::optional(*all.begin()) : std::nullopt;
}

} // namespace

std::optional<std::uint32_t> findAsked(const Asked& asked, const std::vector<Article>& articles, const QuestionKey& key,
                                       const std::vector<ClaimAnchor>& anchors) {
    if (const auto same = asked.find(key.value))
        return same;
    std::size_t present = 0;
    std::map<std::uint32_t, std::size_t> held;
    for (const auto& anchor : anchors) {
        const auto place = asked.place(anchor.article);
        if (!place)
            continue;
        ++present;
        if (const auto number = holder(asked, articles[*place], *place, anchor))
            ++held[*number];
    }
    for (const auto& [number, count] : held)
        if (count * 2 > present)
            return number;
    return std::nullopt;
}

} // namespace countercheck::dossier
