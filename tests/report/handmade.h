// SPDX-License-Identifier: GPL-3.0-or-later
// Builds small cases by hand, so that the report is tested without an engine.
#pragma once

#include "core/dossier/dossier.h"

#include <string>
#include <vector>

namespace handmade {

using namespace countercheck;
using compare::QuestionKind;
using read::Decimal;
using read::FigureSet;
using read::Qualifier;

inline FigureSet exactly(std::int64_t n) {
    return {.headline = Decimal(n), .low = Decimal(n), .high = Decimal(n)};
}
inline FigureSet atLeast(std::int64_t n) {
    return {.headline = Decimal(n), .low = Decimal(n), .high = {}, .qualifier = Qualifier::AtLeast};
}
inline FigureSet moreThan(std::int64_t n) {
    return {
        .headline = Decimal(n), .low = Decimal(n), .high = {}, .lowInclusive = false, .qualifier = Qualifier::MoreThan};
}
inline FigureSet upTo(std::int64_t n) {
    return {.headline = Decimal(n), .low = Decimal(0), .high = Decimal(n), .qualifier = Qualifier::AtMost};
}
inline FigureSet nearly(std::int64_t n) {
    return {.headline = Decimal(n),
            .low = Decimal(n * 9 / 10),
            .high = Decimal(n),
            .highInclusive = false,
            .qualifier = Qualifier::Nearly};
}
inline FigureSet vague(std::int64_t low) {
    return {.headline = {}, .low = Decimal(low), .high = {}, .qualifier = Qualifier::Vague};
}

struct Said {
    std::uint32_t article;
    std::string shown;
    std::optional<FigureSet> set;
    std::string attribution;
    read::Modality modality = read::Modality::Asserted;
    bool negative = false;
};

inline compare::Question question(const std::string& title, const std::string& label, QuestionKind kind,
                                  const std::vector<Said>& said, std::optional<compare::RelationKind> status = {},
                                  compare::Reason reason = compare::Reason::Value,
                                  compare::Supersedes supersedes = compare::Supersedes::None) {
    compare::Question q;
    q.key = "key of " + label;
    q.title = title;
    q.label = label;
    q.kind = kind;
    for (const Said& s : said) {
        compare::QuestionClaim claim;
        claim.article = s.article;
        claim.shown = s.shown;
        claim.quote = s.shown;
        claim.set = s.set;
        claim.attribution = s.attribution;
        claim.modality = s.modality;
        claim.negative = s.negative;
        q.claims.push_back(claim);
    }
    if (status)
        q.relations.push_back({0, 1, *status, reason, supersedes, "made for the test"});
    return q;
}

/// Articles "Alpha", "Bravo", "Charlie", "Delta", published Monday 2026-01-12 and on the days after.
inline dossier::Dossier outlets() {
    dossier::Dossier d;
    d.title = "Raid on the plants";
    const char* const names[] = {"Alpha", "Bravo", "Charlie", "Delta"};
    for (int i = 0; i < 4; ++i) {
        dossier::Article article;
        article.id.sha256 = std::string(63, '0') + static_cast<char>('a' + i);
        article.info.publisher = names[i];
        article.info.title = std::string("The raid, told by ") + names[i];
        article.info.published = "2026-01-1" + std::to_string(2 + i);
        article.info.url = std::string("https://example.org/") + names[i];
        article.fileName = std::string(names[i]) + ".txt";
        article.capturedAt = "2026-01-16T07:30:00Z";
        d.articles.push_back(article);
    }
    return d;
}

} // namespace handmade
