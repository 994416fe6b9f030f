// SPDX-License-Identifier: GPL-3.0-or-later
// Full-text search beside the window: keeps an index in step with the case and looks things up in it, each in a thread
// of its own, so that typing never waits.
#pragma once

#include "core/store/search.h"
#include "ui/jobs.h"

#include <QObject>
#include <QString>

#include <memory>
#include <vector>

namespace countercheck::ui {

class Searcher : public QObject {
    Q_OBJECT
public:
    static constexpr std::size_t most = 200; ///< hits that a person will look at

    explicit Searcher(QObject* parent = nullptr);
    /// The case as it is now. `another`: another case than before.
    void setSnapshot(const dossier::Snapshot& snapshot, bool another);
    /// Asks; the answer to the latest question comes through found().
    void find(const QString& query);
    [[nodiscard]] bool indexing() const { return updating_.running(); }

signals:
    /// `complete`: the index covers the whole case; otherwise it is still being made.
    void found(const QString& query, const std::vector<countercheck::store::Hit>& hits, bool complete,
               const QString& problem);

private:
    std::shared_ptr<store::SearchIndex> index_;
    dossier::Snapshot snapshot_;
    QString asked_;
    Jobs updating_, finding_;
};

} // namespace countercheck::ui
