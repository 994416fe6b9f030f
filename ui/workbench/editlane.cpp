// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workbench/editlane.h"

#include "ui/panes/claimindex.h"
#include "ui/workbench/comparisonfacts.h"

#include <QMetaObject>

#include <utility>

namespace countercheck::ui {

EditLane::EditLane(QObject* parent) : QObject(parent) {}

EditLane::~EditLane() {
    {
        const std::lock_guard guard(mutex_);
        stop_ = true;
    }
    moved_.notify_all();
    if (thread_.joinable())
        thread_.join();
}

void EditLane::add(Task task) {
    ++owed_;
    {
        const std::lock_guard guard(mutex_);
        waiting_.push_back(std::move(task));
    }
    moved_.notify_all();
    if (!thread_.joinable())
        thread_ = std::thread([this] { run(); });
}

void EditLane::discard(std::shared_ptr<const void> large) {
    if (!thread_.joinable())
        return;
    {
        const std::lock_guard guard(mutex_);
        discarded_.push_back(std::move(large));
    }
    moved_.notify_all();
}

std::size_t EditLane::drop() {
    const std::lock_guard guard(mutex_);
    const std::size_t count = waiting_.size();
    waiting_.clear();
    owed_ -= count;
    return count;
}

void EditLane::finish() {
    {
        std::unique_lock lock(mutex_);
        moved_.wait(lock, [this] { return waiting_.empty() && !working_; });
    }
    deliver();
}

void EditLane::deliver() {
    std::vector<Made> done;
    {
        const std::lock_guard guard(mutex_);
        done = std::exchange(done_, {});
    }
    if (done.empty())
        return;
    owed_ -= done.size();
    emit made(done);
}

void EditLane::run() {
    std::unique_lock lock(mutex_);
    for (;;) {
        moved_.wait(lock, [this] { return stop_ || !waiting_.empty() || !discarded_.empty(); });
        auto discarded = std::exchange(discarded_, {});
        if (waiting_.empty()) {
            if (stop_)
                return;
            lock.unlock();
            discarded.clear();
            lock.lock();
            continue;
        }
        Task task = std::move(waiting_.front());
        waiting_.pop_front();
        working_ = true;
        lock.unlock();
        auto outcome = task.file->apply(task.edit, task.by);
        Made made{std::move(task), std::move(outcome), {}, false};
        made.snapshot = made.task.file->snapshot();
        made.stale = made.task.file->comparisonStale();
        (void)ClaimIndex::of(made.snapshot->comparison); // made here, and kept
        (void)ComparisonFacts::of(made.snapshot->comparison);
        lock.lock();
        done_.push_back(std::move(made));
        working_ = false;
        moved_.notify_all();
        QMetaObject::invokeMethod(this, &EditLane::deliver, Qt::QueuedConnection);
    }
}

} // namespace countercheck::ui
