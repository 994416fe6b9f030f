// SPDX-License-Identifier: GPL-3.0-or-later
// A case without a disk: the log is in memory, and every edit goes the way that it goes in a case file.
#pragma once

#include "core/dossier/canonical.h"
#include "core/dossier/draft.h"
#include "core/dossier/merge.h"
#include "core/dossier/projection.h"
#include "tests/store/samples.h"

#include <map>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace samples {

struct MemoryDesk {
    dossier::Ledger ledger;
    dossier::Projection projection;
    std::vector<dossier::Record> log;
    std::map<std::string, std::string> texts; ///< by SHA-256

    /// Results of the articles that the case has.
    void set(compare::Comparison comparison) {
        std::vector<dossier::ArticleId> cover;
        for (const auto& one : projection.now().articles)
            cover.push_back(one.id);
        projection.setResults(std::move(comparison), cover);
        projection.rebuild(ledger);
    }
    /// Empty, or why not.
    std::string apply(const dossier::Edit& edit, const std::string& by, const std::string& at) {
        if (const auto* add = std::get_if<dossier::AddArticle>(&edit))
            texts[add->article.id.sha256] = add->article.text;
        if (std::string why = dossier::whyNot(projection.now(), edit, by); !why.empty())
            return why;
        const dossier::Record* target = nullptr;
        if (std::holds_alternative<dossier::Undo>(edit))
            target = &log[ledger.undo.back().record.value - 1];
        if (std::holds_alternative<dossier::Redo>(edit))
            target = &log[ledger.redo.back().record.value - 1];
        dossier::Record record;
        record.id.value = log.size() + 1;
        record.at = at;
        record.by = by;
        auto drafted = dossier::draft(ledger, projection, edit, {by, record.at}, record.id, target);
        if (const auto* why = std::get_if<std::string>(&drafted))
            return *why;
        record.edit = std::get<0>(drafted).edit;
        record.before = std::get<0>(drafted).before;
        record.after = std::get<0>(drafted).after;
        record.previousHash = ledger.lastHash;
        record.hash = dossier::recordHash(record);
        log.push_back(record);
        projection.releaseArticles();
        const auto change = ledger.apply(record, [&](const auto& id, const auto&) { return texts[id]; });
        if (change.problem.empty())
            projection.update(ledger, change);
        return change.problem;
    }
    [[nodiscard]] const dossier::Dossier& now() const { return projection.now(); }
};

} // namespace samples
