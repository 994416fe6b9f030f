// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/digest.h"

#include "core/compare/compare.h"
#include "core/compare/digest/digester.h"
#include "core/read/calendar.h"

#include <algorithm>
#include <utility>

namespace countercheck::compare {

void Digest::sortBySentence() {
    bySentence.resize(facts.size());
    for (std::uint32_t i = 0; i < facts.size(); ++i)
        bySentence[i] = i;
    std::stable_sort(bySentence.begin(), bySentence.end(),
                     [&](std::uint32_t x, std::uint32_t y) { return facts[x].sentence < facts[y].sentence; });
}

bool Digest::disputed(std::uint32_t a, std::uint32_t b) const {
    return std::binary_search(disputes.begin(), disputes.end(), std::pair(std::min(a, b), std::max(a, b)));
}

Digest digestOf(const Input& input, const Settings& settings, bool closely) {
    thread_local Workspace space;
    Digest out;
    out.text = input.text;
    out.publisher = std::string(input.publisher);
    out.published = read::parseIsoTime(input.published);
    text::read(input.text, text::languageFromTag(input.language), space.reading);
    read::ReadContext context;
    context.published = out.published;
    context.hedgePercent = settings.hedgePercent;
    context.dayFirst = read::dayBeforeMonth(input.language);
    read::readMentions(space.reading, context, space.mentions);
    claim::readClaims(space.reading, space.mentions, context, space.claims);
    claim::prepareForComparing(space.reading, space.mentions, space.claims);
    Digester(space, out).run(closely);
    return out;
}

} // namespace countercheck::compare
