// SPDX-License-Identifier: GPL-3.0-or-later
// An archive of news that never happened, the same for the same seed, with what is true about it: events of invented
// towns, several outlets that report each, rewrites and copies, and figures that some of them got wrong. Whatever
// differs between two reports of one fact was planted, and is listed; everything else that a comparison sets against
// each other is a false alarm.
#pragma once

#include "core/compare/compare.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace countercheck::compare {

/// One figure as an article gives it.
struct ToldFigure {
    std::uint32_t begin = 0, end = 0; ///< bytes of the article's text: the numeral
    std::uint32_t fact = 0;           ///< of the whole archive; the same fact has the same number in all articles
    std::int64_t value = 0;
};

struct SyntheticArticle {
    std::string text, published, publisher;
    std::uint32_t event = 0;
    std::int64_t writtenFrom = -1; ///< index of the article that it copies or rewrites; -1: none
    std::vector<ToldFigure> told;
};

struct NewsCorpus {
    std::vector<SyntheticArticle> articles; ///< in the order of their days
    std::uint32_t facts = 0;
    /// Facts of which at least two articles give different figures.
    [[nodiscard]] std::vector<std::uint32_t> conflicting() const;
};

/// @param perEvent  the most articles of one event; events have from one to that many
NewsCorpus newsCorpus(std::size_t articles, std::uint64_t seed, std::size_t perEvent = 16);

/// How a comparison does on it: conflicts found among those planted, and conflicts of what does not differ.
struct PlantedScore {
    std::size_t planted = 0, found = 0;      ///< facts with differing figures; of them, those with a conflict shown
    std::size_t conflicts = 0, wrong = 0;    ///< relations shown as conflicts; of them, those of no planted difference
    std::size_t copies = 0, copiesFound = 0; ///< articles written from another; of them, those linked to it
    std::vector<std::string> wrongOnes;      ///< a few explanations of wrong ones
};
PlantedScore scoreOf(const NewsCorpus& corpus, const Comparison& comparison);

/// The corpus as inputs of a comparison; it must outlive them.
std::vector<Input> inputsOf(const NewsCorpus& corpus);

} // namespace countercheck::compare
