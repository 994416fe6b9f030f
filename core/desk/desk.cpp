// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/desk/desk.h"

#include "core/compare/comparer.h"
#include "core/intake/sample.h"

#include <filesystem>
#include <mutex>

namespace countercheck::desk {

namespace {

std::string found(const intake::Captured& captured) {
    const dossier::ArticleInfo& info = captured.edit.article.info;
    std::string out;
    const auto add = [&](const std::string& part) {
        if (!part.empty())
            out += (out.empty() ? "" : " · ") + part;
    };
    add(info.publisher);
    add(info.published);
    for (const std::string& remark : captured.remarks)
        add(remark);
    return out;
}

} // namespace

std::vector<compare::Input> inputsOf(const std::vector<dossier::Article>& articles) {
    std::vector<compare::Input> inputs;
    inputs.reserve(articles.size());
    for (const dossier::Article& article : articles)
        inputs.push_back({article.text, article.info.published, article.info.publisher, article.info.language});
    return inputs;
}

std::optional<compare::Comparison> analyse(const std::vector<dossier::Article>& articles, const Progress& progress,
                                           std::stop_token stop, unsigned threads) {
    const std::vector<compare::Input> inputs = inputsOf(articles);
    const auto tell = [&](std::size_t done, std::size_t total) {
        if (progress)
            progress(done, total, "reading and comparing");
    };
    // What was found last time is kept for the next: an article more costs little more than itself. While somebody
    // else compares, that is not waited for.
    static std::mutex mutex;
    static compare::Comparer kept;
    if (const std::unique_lock lock(mutex, std::try_to_lock); lock.owns_lock())
        return kept.compare(inputs, tell, stop, threads);
    return compare::compareArticles(inputs, {}, tell, std::move(stop), threads);
}

std::vector<ImportLine> importFiles(store::CaseFile& into, const std::vector<std::string>& files, const std::string& by,
                                    const Progress& progress, const std::stop_token& stop) {
    std::vector<ImportLine> lines;
    // A new case is named after its file, until a person names it.
    if (into.snapshot()->records == 0 && !into.path().empty())
        into.apply(dossier::SetTitle{std::filesystem::path(into.path()).stem().string()}, by);
    for (std::size_t i = 0; i < files.size(); ++i) {
        if (stop.stop_requested()) {
            lines.push_back({files[i], Taken::Refused, "not taken in: the import was cancelled"});
            continue;
        }
        if (progress)
            progress(i, files.size(), files[i]);
        auto taken = intake::fromFile(files[i]);
        if (const auto* refusal = std::get_if<intake::Refusal>(&taken)) {
            lines.push_back({files[i], Taken::Refused, refusal->message});
            continue;
        }
        auto& captured = std::get<intake::Captured>(taken);
        if (into.holds(captured.edit.article.id)) {
            lines.push_back({files[i], Taken::AlreadyThere, "the same text is in the case already"});
            continue;
        }
        const std::string remarks = found(captured);
        auto outcome = into.apply(std::move(captured.edit), by);
        if (const auto* problem = std::get_if<store::Problem>(&outcome))
            lines.push_back({files[i], Taken::Refused, problem->message});
        else
            lines.push_back({files[i], Taken::Taken, remarks});
    }
    if (!stop.stop_requested())
        if (const std::string problem = refresh(into, progress, stop); !problem.empty())
            lines.push_back({{}, Taken::Refused, problem});
    return lines;
}

std::string refresh(store::CaseFile& file, const Progress& progress, std::stop_token stop) {
    if (!file.comparisonStale())
        return {};
    const dossier::Snapshot snapshot = file.snapshot();
    auto comparison = analyse(snapshot->articles, progress, std::move(stop), 0);
    if (!comparison)
        return {}; // cancelled: the old results stay, marked as stale
    auto outcome = file.setComparison(std::move(*comparison), *snapshot);
    if (const auto* problem = std::get_if<store::Problem>(&outcome))
        return problem->message;
    return {};
}

std::unique_ptr<store::CaseFile> sampleCase() {
    auto file = store::CaseFile::inMemory();
    file->setRelate(relater());
    const std::string by = "Sample";
    file->apply(dossier::SetTitle{"Kayes plant attacks"}, by);
    for (const intake::SampleFile& sample : intake::sampleFiles()) {
        auto taken = intake::fromBytes(std::string(sample.bytes), sample.name);
        if (auto* captured = std::get_if<intake::Captured>(&taken)) {
            captured->edit.article.capturedAt = sample.capturedAt;
            file->apply(std::move(captured->edit), by);
        }
    }
    refresh(*file);
    return file;
}

} // namespace countercheck::desk
