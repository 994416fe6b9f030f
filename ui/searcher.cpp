// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/searcher.h"

#include "ui/words.h"

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
    asked_ = query;
    finding_.start(tr("Searching"), [this, index = index_, query](const std::stop_token& stop, const Jobs::Progress&) {
        std::string problem;
        auto hits = index->find(utf8(query), most, &problem);
        if (stop.stop_requested())
            return Jobs::Delivery();
        return Jobs::Delivery([this, query, hits = std::move(hits), problem = text(problem)] {
            emit found(query, hits, !updating_.running(), problem);
        });
    });
}

} // namespace countercheck::ui
