// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/desk/desk.h"

#include "core/compare/compare.h"
#include "core/compare/letter.h"
#include "core/compare/relate.h"

namespace countercheck::desk {

namespace {

compare::Side sideOf(const compare::QuestionClaim& claim, const std::vector<dossier::Article>& articles) {
    compare::Side side{claim, compare::articleLetter(claim.article), {}, false};
    if (claim.article < articles.size())
        side.published = read::parseIsoTime(articles[claim.article].info.published);
    return side;
}

std::optional<compare::Relation> relate(const compare::Question& question, std::uint32_t a, std::uint32_t b,
                                        const std::vector<dossier::Article>& articles) {
    const compare::QuestionClaim& x = question.claims[a];
    const compare::QuestionClaim& y = question.claims[b];
    std::optional<compare::Ruling> ruling;
    if (x.set && y.set)
        ruling = compare::relateFigures(sideOf(x, articles), sideOf(y, articles), compare::Settings{}.hedgePercent);
    else if (x.time && y.time)
        ruling = compare::relateTimes(sideOf(x, articles), sideOf(y, articles));
    if (!ruling)
        return std::nullopt;
    return compare::Relation{a, b, ruling->kind, ruling->reason, ruling->supersedes, std::move(ruling->explanation)};
}

} // namespace

dossier::Relate relater() {
    return relate;
}

} // namespace countercheck::desk
