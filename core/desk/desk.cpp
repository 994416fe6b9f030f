// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/desk/desk.h"

#include "core/compare/comparer.h"
#include "core/dossier/versions.h"
#include "core/intake/decode.h"
#include "core/intake/fetch.h"
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

/// The articles of a case, and those that came in since, for finding versions of one article.
class Versions {
public:
    explicit Versions(const std::vector<dossier::Article>& articles) {
        for (const dossier::Article& article : articles)
            add(article);
    }
    void add(const dossier::Article& article) { index_.add(article); }
    /// For people: "a later version of kayes.html: 2 paragraphs changed"; empty when it is none. `same`: the very text
    /// is there, from the same place.
    std::string of(const dossier::Article& article, bool& same) const {
        const auto found = index_.find(article);
        if (!found)
            return {};
        if (found->sameText) {
            same = true;
            return "the same text is in the case already, as " + found->other->fileName;
        }
        return std::string(found->later ? "a later version of " : "an earlier version of ") + found->other->fileName +
               ": " + dossier::describe(found->changes);
    }

private:
    dossier::VersionIndex index_;
};

ImportLine takeInto(store::CaseFile& into, intake::Taken&& taken, const std::string& file, bool first,
                    Versions& versions, const std::string& by) {
    ImportLine line;
    line.file = intake::shownLine(file);
    if (auto* refusal = std::get_if<intake::Refusal>(&taken)) {
        line.taken = Taken::Refused;
        line.message = std::move(refusal->message);
        return line;
    }
    auto& captured = std::get<intake::Captured>(taken);
    const dossier::Article article = captured.edit.article;
    line.article = article.id;
    if (!first || article.fileName.find(" › ") != std::string::npos)
        line.file = article.fileName;
    if (into.holds(article.id)) {
        line.taken = Taken::AlreadyThere;
        line.message = "the same text is in the case already";
        return line;
    }
    bool same = false;
    const std::string version = versions.of(article, same);
    if (same) {
        line.taken = Taken::AlreadyThere;
        line.message = version;
        return line;
    }
    if (!version.empty())
        captured.remarks.insert(captured.remarks.begin(), version);
    line.message = found(captured);
    auto outcome = into.apply(std::move(captured.edit), by);
    if (const auto* problem = std::get_if<store::Problem>(&outcome)) {
        line.taken = Taken::Refused;
        line.message = problem->message;
        line.fatal = true; // the case, not the article: the next one would meet the same
        return line;
    }
    versions.add(article);
    return line;
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
                                           const std::stop_token& stop, unsigned threads) {
    const std::vector<compare::Input> inputs = inputsOf(articles);
    const auto tell = [&](std::size_t done, std::size_t total) {
        if (progress)
            progress(done, total, "reading and comparing");
    };
    // What was found last time is kept for the next: an article more costs little more than itself. While somebody
    // else compares, that is not waited for.
    static std::mutex mutex;
    static compare::Comparer kept;
    std::optional<compare::Comparison> results;
    if (const std::unique_lock lock(mutex, std::try_to_lock); lock.owns_lock())
        results = kept.compare(inputs, tell, stop, threads);
    else
        results = compare::compareArticles(inputs, {}, tell, stop, threads);
    if (results)
        dossier::linkVersions(*results, articles);
    return results;
}

std::vector<ImportLine> importFiles(store::CaseFile& into, const std::vector<std::string>& files, const std::string& by,
                                    const Progress& progress, const std::stop_token& stop) {
    std::vector<ImportLine> lines;
    // A new case is named after its file, until a person names it.
    if (into.snapshot()->records == 0 && !into.path().empty())
        into.apply(dossier::SetTitle{std::filesystem::path(into.path()).stem().string()}, by);
    Versions versions(into.snapshot()->articles.get());
    into.hurry(); // nothing is told before all of it is on disk
    for (std::size_t i = 0; i < files.size(); ++i) {
        if (stop.stop_requested()) {
            lines.push_back({intake::shownLine(files[i]), Taken::Refused,
                             intake::shownLine(files[i]) + ": not taken in; the import was cancelled."});
            continue;
        }
        if (progress)
            progress(i, files.size(), files[i]);
        intake::Options options;
        options.stop = stop;
        options.progress = [&](std::size_t, std::size_t, const std::string& what) {
            if (progress)
                progress(i, files.size(), what);
        };
        bool first = true;
        const auto take = [&](intake::Taken&& taken) {
            // A file with one article is called as it was named; the parts of others by their place in it.
            ImportLine line = takeInto(into, std::move(taken), files[i], first, versions, by);
            first = false;
            const bool goOn = !line.fatal;
            lines.push_back(std::move(line));
            return goOn;
        };
        if (files[i].starts_with("http://") || files[i].starts_with("https://")) { // asked for, once
            auto fetched = intake::fetch(files[i], {}, stop);
            if (auto* refusal = std::get_if<intake::Refusal>(&fetched)) {
                take(std::move(*refusal));
                continue;
            }
            intake::Contents contents = intake::readFetched(std::move(std::get<intake::Fetched>(fetched)), options);
            for (intake::Refusal& refusal : contents.refusals)
                take(std::move(refusal));
            for (intake::Captured& captured : contents.articles)
                take(std::move(captured));
        } else {
            intake::readFile(files[i], options, take);
        }
        if (stop.stop_requested() && lines.empty())
            lines.push_back({files[i], Taken::Refused, files[i] + ": not taken in; the import was cancelled."});
    }
    const auto settled = into.settle();
    if (const auto* problem = std::get_if<store::Problem>(&settled))
        lines.push_back({{}, Taken::Refused, problem->message});
    if (!stop.stop_requested())
        if (const std::string problem = refresh(into, progress, stop); !problem.empty())
            lines.push_back({{}, Taken::Refused, problem});
    return lines;
}

std::string refresh(store::CaseFile& file, const Progress& progress, const std::stop_token& stop) {
    if (!file.comparisonStale())
        return {};
    const dossier::Snapshot snapshot = file.snapshot();
    auto comparison = analyse(snapshot->articles, progress, stop, 0);
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
