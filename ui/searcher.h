// SPDX-License-Identifier: GPL-3.0-or-later
// Full-text search beside the window: keeps an index in step with the case and looks things up in it, each in a thread
// of its own, so that typing never waits. Of a
// shared case the server is asked as well, whose index is whole when the one here is still being made.
#pragma once

#include "core/store/search.h"
#include "ui/basics/jobs.h"

#include <QObject>
#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace countercheck::ui {

class Searcher : public QObject {
    Q_OBJECT
public:
    static constexpr std::size_t most = 200; ///< hits that a person will look at

    /// Another place that searches the articles (the server of a shared case): the ids of those that hold all that is
    /// typed, the best first; nothing when it cannot be asked. Runs beside the window, and gives up when it is stopped.
    using Elsewhere = std::function<std::optional<std::vector<std::string>>(const std::string& query, int most,
                                                                            const std::stop_token& stop)>;

    explicit Searcher(QObject* parent = nullptr);
    void setElsewhere(Elsewhere elsewhere) { elsewhere_ = std::move(elsewhere); }
    /// The case as it is now. `another`: another case than before.
    void setSnapshot(const dossier::Snapshot& snapshot, bool another);
    /// Asks; the answer to the latest question comes through found().
    void find(const QString& query);
    [[nodiscard]] bool indexing() const { return updating_.running(); }
    /// Where those of these articles that the case has hold what is asked, the first named first. For any thread.
    static std::vector<store::Hit> placesIn(const dossier::Dossier& dossier, const std::vector<std::string>& articles,
                                            const std::string& query, const std::stop_token& stop);
    /// What was found here, and behind it the articles that only another place knew.
    static std::vector<store::Hit> united(std::vector<store::Hit> here, const std::vector<store::Hit>& there);

signals:
    /// `complete`: the whole case was searched, here or elsewhere; otherwise the index here is still being made.
    void found(const QString& query, const std::vector<countercheck::store::Hit>& hits, bool complete,
               const QString& problem);

private:
    void askElsewhere(const QString& query);
    void tell(const QString& query, const QString& problem);

    std::shared_ptr<store::SearchIndex> index_;
    dossier::Snapshot snapshot_;
    QString asked_;
    Elsewhere elsewhere_;
    Jobs updating_, finding_, asking_;
    std::vector<store::Hit> here_, there_; ///< for what was asked last
    bool answeredThere_ = false;
};

} // namespace countercheck::ui
