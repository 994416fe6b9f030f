// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/digest.h"

#include "core/claim/parses.h"
#include "core/compare/compare.h"
#include "core/compare/digest/digester.h"
#include "core/read/calendar.h"

#include <algorithm>
#include <array>
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

namespace {

/// One of the articles that a thread has in hand.
struct InHand {
    Workspace space;
    claim::Parses parses;
    read::ReadContext context;
    std::optional<Digester> digester;
};

void open(InHand& article, const Input& input, const Settings& settings, Digest& out) {
    out.text = input.text;
    out.publisher = std::string(input.publisher);
    out.published = read::parseIsoTime(input.published);
    article.context = {};
    article.context.published = out.published;
    article.context.hedgePercent = settings.hedgePercent;
    article.context.dayFirst = read::dayBeforeMonth(input.language);
    article.space.mentions.clear();
}

/// What an article mentions, step by step.
constexpr std::array mentionSteps{
    +[](InHand& a) { read::readTimes(a.space.reading, a.context, a.space.mentions); },
    +[](InHand& a) { read::readFigures(a.space.reading, a.context, a.space.mentions); },
    +[](InHand& a) { read::readQuotes(a.space.reading, a.space.mentions); },
    +[](InHand& a) { read::readNames(a.space.reading, a.space.mentions); },
    +[](InHand& a) { read::readAttributions(a.space.reading, a.space.mentions); },
};

void readClaims(InHand& article) {
    const claim::Parses::Using parses(article.parses);
    Workspace& space = article.space;
    claim::readClaims(space.reading, space.mentions, article.context, space.claims);
    claim::prepareForComparing(space.reading, space.mentions, space.claims);
}

} // namespace

std::vector<Digest> digestsOf(std::span<const Input* const> inputs, const Settings& settings, bool closely) {
    thread_local std::vector<std::unique_ptr<InHand>> hand;
    std::vector<Digest> out(inputs.size());
    while (hand.size() < inputs.size())
        hand.push_back(std::make_unique<InHand>());
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        open(*hand[i], *inputs[i], settings, out[i]);
        text::read(inputs[i]->text, text::languageFromTag(inputs[i]->language), hand[i]->space.reading);
    }
    for (const auto step : mentionSteps)
        for (std::size_t i = 0; i < inputs.size(); ++i)
            step(*hand[i]);
    for (std::size_t i = 0; i < inputs.size(); ++i)
        readClaims(*hand[i]);
    for (std::size_t i = 0; i < inputs.size(); ++i)
        hand[i]->digester.emplace(hand[i]->space, out[i]);
    for (int step = 0; step < Digester::steps; ++step)
        for (std::size_t i = 0; i < inputs.size(); ++i) {
            const claim::Parses::Using parses(hand[i]->parses);
            hand[i]->digester->take(step, closely);
        }
    for (std::size_t i = 0; i < inputs.size(); ++i)
        hand[i]->digester.reset();
    return out;
}

Digest digestOf(const Input& input, const Settings& settings, bool closely) {
    const Input* const one[] = {&input};
    return std::move(digestsOf(one, settings, closely).front());
}

} // namespace countercheck::compare
