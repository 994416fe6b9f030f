// SPDX-License-Identifier: GPL-3.0-or-later
// Three short articles in our own words with a comparison made by hand, in a real case: what the window shows and does
// can be tested whatever the engine finds.
#pragma once

#include "core/compare/question.h"
#include "core/dossier/dossier.h"
#include "core/store/casefile.h"

#include <algorithm>
#include <memory>
#include <set>
#include <stdexcept>
#include <string>
#include <variant>
#include <vector>

namespace storycase {

using namespace countercheck;

inline const std::vector<std::pair<std::string, std::string>>& articles() {
    static const std::vector<std::pair<std::string, std::string>> all = {
        {"Wire",
         "Raiders came to three plants on Sunday.\n\nNearly 160 of them took part, the Relay group counted. The "
         "group says three people were led away; an official of the district speaks of four civilians.\n"},
        {"Rewrite", "Raiders came to three plants on Sunday. Nearly 160 of them took part, according to the Relay "
                    "group.\n\nAt least three people were led away.\n"},
        {"Local",
         "Several plants were raided on January 11, 2026.\n\nMore than 100 attackers came, villagers say. At least "
         "three people were taken.\n"},
    };
    return all;
}

struct Says {
    std::uint32_t article;
    std::string words, attribution;
    std::optional<read::FigureSet> set;
    std::optional<read::TimeSpan> time = std::nullopt;
};

inline compare::Question question(const std::string& key, const std::string& title, compare::QuestionKind kind,
                                  const std::vector<Says>& says) {
    compare::Question made;
    made.key = key;
    made.label = key;
    made.title = title;
    made.kind = kind;
    made.because = {"the same deed, the same night"};
    for (const Says& one : says) {
        const std::string& text = articles()[one.article].second;
        const auto at = text.find(one.words);
        if (at == std::string::npos)
            throw std::logic_error("not in the article: " + one.words);
        compare::QuestionClaim claim;
        claim.article = one.article;
        claim.words = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + one.words.size())};
        const auto end = std::min(text.find('.', at), text.size() - 1);
        const auto begin = text.rfind('.', at);
        claim.sentence = {static_cast<std::uint32_t>(begin == std::string::npos ? 0 : begin + 1),
                          static_cast<std::uint32_t>(end + 1)};
        claim.quote = claim.shown = one.words;
        claim.attribution = one.attribution;
        claim.set = one.set;
        claim.time = one.time;
        claim.derivation = "digits";
        made.claims.push_back(claim);
    }
    std::set<std::uint32_t> origins;
    for (const Says& one : says)
        origins.insert(one.article);
    made.origins = static_cast<std::uint32_t>(origins.size());
    return made;
}

inline read::FigureSet between(std::optional<int> low, std::optional<int> high, bool lowIn, bool highIn, int headline) {
    read::FigureSet set;
    set.headline = read::Decimal(headline);
    if (low)
        set.low = read::Decimal(*low);
    if (high)
        set.high = read::Decimal(*high);
    set.lowInclusive = lowIn;
    set.highInclusive = highIn;
    return set;
}

inline compare::Comparison comparison() {
    using K = compare::RelationKind;
    using R = compare::Reason;
    compare::Comparison made;
    auto abducted = question("abducted", "How many people were abducted?", compare::QuestionKind::Count,
                             {{0, "three people", "Relay group", between(3, 3, true, true, 3)},
                              {0, "four civilians", "an official of the district", between(4, 4, true, true, 4)},
                              {1, "At least three people", "", between(3, {}, true, true, 3)},
                              {2, "At least three people", "", between(3, {}, true, true, 3)}});
    abducted.relations = {{0, 1, K::Contradiction, R::Value, {}, "Three and four cannot both be the number."},
                          {0, 2, K::Agreement, R::Bounds, {}, "Three lies within “at least three”."}};
    auto attackers = question("attackers", "How many attackers were there?", compare::QuestionKind::Count,
                              {{0, "Nearly 160", "Relay group", between(144, 160, true, false, 160)},
                               {1, "Nearly 160", "Relay group", between(144, 160, true, false, 160)},
                               {2, "More than 100", "villagers", between(100, {}, false, true, 100)}});
    attackers.relations = {{0,
                            2,
                            K::Discrepancy,
                            R::Bounds,
                            {},
                            "“Nearly 160” lies within “more than 100”, yet they print "
                            "different figures."},
                           {0, 1, K::Agreement, R::Value, {}, "Both say nearly 160."}};
    auto sites = question("sites", "How many sites were attacked?", compare::QuestionKind::Count,
                          {{0, "three plants", "", between(3, 3, true, true, 3)},
                           {1, "three plants", "", between(3, 3, true, true, 3)},
                           {2, "Several plants", "", between(2, {}, true, true, 2)}});
    sites.relations = {{0, 2, K::Refinement, R::Precision, {}, "“Three” makes “several” precise."}};
    const read::TimeSpan sunday{1768089600, 1768176000, read::Grain::Day};
    auto date = question(
        "date", "When was the attack?", compare::QuestionKind::Date,
        {{0, "Sunday", "", {}, sunday}, {1, "Sunday", "", {}, sunday}, {2, "January 11, 2026", "", {}, sunday}});
    date.relations = {{0, 2, K::Agreement, R::Value, {}, "Both are January 11, 2026."}};
    made.questions = std::vector<compare::Question>{abducted, attackers, sites, date};
    compare::Lineage line;
    line.a = 0;
    line.b = 1;
    line.similarity = 0.81;
    line.explanation = "B repeats 81 % of its words from A.";
    made.lineage = std::vector<compare::Lineage>{line};
    made.origin = {0, 0, 1};
    return made;
}

/// Puts articles and comparison into `file`.
inline void fill(store::CaseFile& file, const std::string& by = "Ada") {
    const auto must = [](const auto& outcome) {
        if (const auto* wrong = std::get_if<store::Problem>(&outcome))
            throw std::runtime_error(wrong->message);
    };
    must(file.apply(dossier::SetPerson{{by, dossier::Role::Checker}}, by));
    must(file.apply(dossier::SetTitle{"Plant raids"}, by));
    for (const auto& [publisher, text] : articles()) {
        dossier::AddArticle add;
        add.bytes = text;
        add.article.text = text;
        add.article.id.sha256 = store::sha256Hex(text);
        add.article.encoding = "UTF-8";
        add.article.fileName = publisher + ".txt";
        add.article.capturedAt = "2026-01-14T09:12:00Z";
        add.article.info.publisher = publisher;
        add.article.info.published = "2026-01-13";
        add.article.info.language = "en";
        must(file.apply(add, by));
    }
    must(file.setComparison(comparison()));
}

inline std::unique_ptr<store::CaseFile> inMemory() {
    auto file = store::CaseFile::inMemory();
    fill(*file);
    return file;
}

} // namespace storycase
