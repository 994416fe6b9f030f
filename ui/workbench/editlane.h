// SPDX-License-Identifier: GPL-3.0-or-later
// Edits of a large case that touch most of it are made beside the window: one after the other in the order in which
// they were given, each on disk before the next begins. What came of them is told in the window's thread. Nothing that
// was begun is broken off.
#pragma once

#include "core/dossier/dossier.h"
#include "core/store/casefile.h"

#include <QObject>

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace countercheck::ui {

class EditLane : public QObject {
    Q_OBJECT
public:
    struct Task {
        std::shared_ptr<store::CaseFile> file;
        dossier::Edit edit;
        std::string by;
        std::function<void()> then; ///< in the window's thread, when it was made
    };
    struct Made {
        Task task;
        store::Outcome<dossier::Record> outcome;
        dossier::Snapshot snapshot; ///< after it
        bool stale = false;         ///< the results do not cover the articles any more
    };

    explicit EditLane(QObject* parent = nullptr);
    ~EditLane() override; ///< what waits is made before this returns; nobody is told any more

    void add(Task task);
    /// Is there an edit of which made() has not told yet?
    [[nodiscard]] bool busy() const { return owed_ > 0; }
    /// Waits until all are made, and tells of them.
    void finish();
    /// Lets go of those that were not begun. How many these were.
    std::size_t drop();
    /// The last look at something large is best taken here: letting go of it takes its time, too.
    void discard(std::shared_ptr<const void> large);

signals:
    /// One or more, in order; the last snapshot is that of the case.
    void made(const std::vector<countercheck::ui::EditLane::Made>& made);

private:
    void run();
    void deliver();

    std::mutex mutex_;
    std::condition_variable moved_;
    std::deque<Task> waiting_;
    std::vector<Made> done_;
    std::vector<std::shared_ptr<const void>> discarded_;
    bool working_ = false, stop_ = false;
    std::size_t owed_ = 0; ///< of the window's thread
    std::thread thread_;   ///< from the first edit on
};

} // namespace countercheck::ui
