// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/articlefiles.h"

#include "app/cli/commands.h"
#include "core/intake/intake.h"

#include <algorithm>

namespace countercheck::cli {

namespace {

std::string_view nameOf(std::string_view path) {
    return path.substr(path.rfind('/') + 1);
}

} // namespace

ArticleFiles takeFiles(std::string_view command, const std::vector<std::string>& paths) {
    ArticleFiles result;
    std::vector<std::string> taken;
    for (const std::string& path : paths) {
        auto outcome = intake::fromFile(path);
        if (const auto* const refusal = std::get_if<intake::Refusal>(&outcome)) {
            fail(command, refusal->message);
            result.refused = true;
            continue;
        }
        dossier::Article& article = std::get<intake::Captured>(outcome).edit.article;
        const bool again = std::any_of(result.articles.begin(), result.articles.end(),
                                       [&](const dossier::Article& other) { return other.id == article.id; });
        if (again) {
            fail(command, path + ": the same bytes as a file before it; taken once");
            continue;
        }
        result.articles.push_back(std::move(article));
        taken.push_back(path);
    }
    for (const std::string& path : taken) {
        const auto shared = std::count_if(taken.begin(), taken.end(),
                                          [&](const std::string& other) { return nameOf(other) == nameOf(path); });
        result.names.emplace_back(shared > 1 ? std::string_view(path) : nameOf(path));
    }
    return result;
}

} // namespace countercheck::cli
