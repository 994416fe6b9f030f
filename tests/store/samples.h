// SPDX-License-Identifier: GPL-3.0-or-later
// Small articles and results in our own words, for the tests of dossier and store.
#pragma once

#include "core/dossier/sha256.h"
#include "core/store/casefile.h"

#include <string>
#include <vector>

namespace samples {

namespace compare = countercheck::compare;
namespace dossier = countercheck::dossier;
namespace read = countercheck::read;
namespace store = countercheck::store;

inline dossier::AddArticle article(const std::string& name, const std::string& text) {
    dossier::AddArticle add;
    add.bytes = text;
    add.article.id.sha256 = dossier::sha256Hex(text);
    add.article.text = text;
    add.article.encoding = "UTF-8";
    add.article.fileName = name + ".txt";
    add.article.info.title = name;
    add.article.capturedAt = "2026-01-14T08:00:00.000Z";
    return add;
}

inline const std::string first = "Nearly 160 men came at dawn. Three people were taken — “all staff”, says Wamaps.";
inline const std::string second = "More than 100 men came. Four people were taken.";
inline const std::string third = "A market opened. No men came; four people were taken, a witness says.";

/// The claim at the words' place in the text.
inline compare::QuestionClaim claim(std::uint32_t article, const std::string& text, const std::string& words,
                                    std::int64_t value) {
    compare::QuestionClaim claim;
    const auto at = text.find(words);
    claim.article = article;
    claim.words = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
    claim.sentence = claim.words;
    claim.quote = words;
    claim.shown = words;
    read::FigureSet set;
    set.headline = set.low = set.high = read::Decimal(value);
    claim.set = set;
    claim.modality = read::Modality::Asserted;
    claim.derivation = "digits";
    return claim;
}

inline compare::Relation relation(compare::RelationKind kind, const std::string& why) {
    return {0, 1, kind, compare::Reason::Value, compare::Supersedes::None, why};
}

/// Two questions over `first` (article 0) and `second` (article 1), and one that `second` alone answers.
inline compare::Comparison results() {
    compare::Question taken;
    taken.key = "taken";
    taken.label = "people taken";
    taken.title = "How many people were taken?";
    taken.claims = {claim(0, first, "Three people", 3), claim(1, second, "Four people", 4)};
    taken.relations = {relation(compare::RelationKind::Contradiction, "3 is not 4")};
    taken.because = {"same event"};
    taken.origins = 2;
    compare::Question men;
    men.key = "men";
    men.label = "attackers";
    men.title = "How many attackers were there?";
    men.claims = {claim(0, first, "Nearly 160", 160), claim(1, second, "More than 100", 100)};
    men.relations = {relation(compare::RelationKind::Discrepancy, "160 and 100 would both be printed")};
    men.origins = 2;
    compare::Question dawn;
    dawn.key = "dawn";
    dawn.label = "time of day";
    dawn.title = "When did they come?";
    dawn.kind = compare::QuestionKind::Time;
    dawn.claims = {claim(0, first, "dawn", 0)};
    dawn.claims[0].set.reset();
    dawn.claims[0].time = read::TimeSpan{1768100400, 1768111200, read::Grain::PartOfDay, false, true};
    compare::Comparison comparison;
    comparison.questions = std::vector{taken, men, dawn};
    compare::Lineage lineage{
        0, 1, compare::LineageKind::SharedSource, 0.25, {{{0, 10}, {0, 9}}}, "both rest on one call"};
    comparison.lineage = {lineage};
    comparison.nearMisses = {compare::NearMiss{"taken", "men", "both count people"}};
    comparison.origin = {0, 1};
    return comparison;
}

} // namespace samples
