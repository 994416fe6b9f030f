// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/searcher.h"

#include "ui/workbench/words.h"

#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace countercheck::ui {

Searcher::Searcher(QObject* parent) : QObject(parent), index_(std::make_shared<store::SearchIndex>()) {}

void Searcher::setSnapshot(const dossier::Snapshot& snapshot, bool another) {
    if (another)
        index_ = std::make_shared<store::SearchIndex>();
    else if (snapshot == snapshot_)
        return;
    snapshot_ = snapshot;
    updating_.start(tr("Making the search index"), [this, index = index_, snapshot](const std::stop_token& stop,
                                                                                    const Jobs::Progress& progress) {
        const bool whole =
            index->update(snapshot, stop, [&](std::size_t done, std::size_t total) { progress(done, total, {}); });
        return whole ? Jobs::Delivery([this] {
            if (!asked_.isEmpty())
                find(asked_); // what was found in half an index
        })
                     : Jobs::Delivery();
    });
}

void Searcher::find(const QString& query) {
    if (query != asked_) { // asked again, when more is in the index, it is the same answer with more in it
        here_.clear();     // of what was asked before
        there_.clear();
        answeredThere_ = false;
        askElsewhere(query);
    }
    asked_ = query;
    finding_.start(tr("Searching"), [this, index = index_, query](const std::stop_token& stop, const Jobs::Progress&) {
        std::string problem;
        auto hits = index->find(utf8(query), most, &problem);
        if (stop.stop_requested())
            return Jobs::Delivery();
        return Jobs::Delivery([this, query, hits = std::move(hits), problem = text(problem)]() mutable {
            here_ = std::move(hits);
            tell(query, problem);
        });
    });
}

/// The articles that are found elsewhere, with the places in them: the copy here has their texts.
void Searcher::askElsewhere(const QString& query) {
    asking_.cancel();
    if (!elsewhere_ || query.trimmed().isEmpty() || !snapshot_)
        return;
    asking_.start(tr("Searching"), [this, query, snapshot = snapshot_,
                                    elsewhere = elsewhere_](const std::stop_token& stop, const Jobs::Progress&) {
        const auto found = elsewhere(utf8(query), static_cast<int>(most), stop);
        if (!found || stop.stop_requested())
            return Jobs::Delivery();
        auto hits = placesIn(*snapshot, *found, utf8(query), stop);
        if (stop.stop_requested())
            return Jobs::Delivery();
        return Jobs::Delivery([this, query, hits = std::move(hits)]() mutable {
            if (query != asked_)
                return;
            there_ = std::move(hits);
            answeredThere_ = true;
            tell(query, {});
        });
    });
}

std::vector<store::Hit> Searcher::placesIn(const dossier::Dossier& dossier, const std::vector<std::string>& articles,
                                           const std::string& query, const std::stop_token& stop) {
    std::unordered_map<std::string_view, std::size_t> rank;
    for (const std::string& id : articles)
        rank.emplace(id, rank.size());
    std::vector<const dossier::Article*> ranked(rank.size());
    for (const auto& article : dossier.articles.get())
        if (const auto place = rank.find(article.id.sha256); place != rank.end())
            ranked[place->second] = &article;
    std::vector<dossier::Article> held;
    for (const auto* article : ranked)
        if (article)
            held.push_back(*article);
    auto among = std::make_shared<dossier::Dossier>();
    among->articles = std::move(held);
    store::SearchIndex index;
    return index.update(among, stop) ? index.find(query, most) : std::vector<store::Hit>();
}

std::vector<store::Hit> Searcher::united(std::vector<store::Hit> here, const std::vector<store::Hit>& there) {
    std::unordered_set<std::string> known;
    for (const auto& hit : here)
        known.insert(hit.article.sha256);
    for (const auto& hit : there)
        if (here.size() < most && !known.contains(hit.article.sha256))
            here.push_back(hit);
    return here;
}

void Searcher::tell(const QString& query, const QString& problem) {
    emit found(query, united(here_, there_), answeredThere_ || !updating_.running(), problem);
}

} // namespace countercheck::ui
