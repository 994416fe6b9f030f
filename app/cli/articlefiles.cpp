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
        std::vector<dossier::Article> found;
        intake::readFile(path, {}, [&](intake::Taken&& outcome) {
            if (const auto* const refusal = std::get_if<intake::Refusal>(&outcome)) {
                fail(command, refusal->message);
                result.refused = true;
                return true;
            }
            dossier::Article& article = std::get<intake::Captured>(outcome).edit.article;
            const auto isIt = [&](const dossier::Article& other) { return other.id == article.id; };
            if (std::any_of(result.articles.begin(), result.articles.end(), isIt) ||
                std::any_of(found.begin(), found.end(), isIt))
                fail(command, path + ": the same bytes as an article before it; taken once");
            else
                found.push_back(std::move(article));
            return true;
        });
        for (dossier::Article& article : found) {
            // The parts of a file that holds several are told apart by their place in it.
            taken.push_back(found.size() == 1 ? path : path.substr(0, path.rfind('/') + 1) + article.fileName);
            result.articles.push_back(std::move(article));
        }
    }
    for (const std::string& path : taken) {
        const auto shared = std::count_if(taken.begin(), taken.end(),
                                          [&](const std::string& other) { return nameOf(other) == nameOf(path); });
        result.names.emplace_back(shared > 1 ? std::string_view(path) : nameOf(path));
    }
    return result;
}

} // namespace countercheck::cli
