// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/basics/jobs.h"

#include <QElapsedTimer>
#include <QMetaObject>
#include <QPointer>

#include <exception>
#include <memory>

#include <sys/resource.h>

namespace countercheck::ui {

Jobs::Jobs(QObject* parent) : QObject(parent) {}

Jobs::~Jobs() {
    for (auto& run : runs_)
        run.thread.request_stop();
    runs_.clear(); // joins; deliveries that are still queued die with this object
}

void Jobs::retire() {
    for (auto run = runs_.begin(); run != runs_.end();)
        run = run->ended->load() ? runs_.erase(run) : std::next(run);
}

void Jobs::start(const QString& what, Work work) {
    retire();
    for (auto& run : runs_)
        run.thread.request_stop();
    const std::uint64_t number = ++current_;
    running_ = true;
    emit started(what);

    auto ended = std::make_shared<std::atomic<bool>>(false);
    auto body = [this, number, ended, work = std::move(work)](const std::stop_token& stop) {
        // A person's click comes first. Linux gives each thread a niceness of its own, and those that it starts have
        // it.
        setpriority(PRIO_PROCESS, 0, 5);
        auto last = std::make_shared<QElapsedTimer>();
        const Progress progress = [this, number, stop, last](std::size_t done, std::size_t total, const QString& now) {
            if (stop.stop_requested() || (last->isValid() && last->elapsed() < 40 && done < total))
                return;
            last->start();
            QMetaObject::invokeMethod(
                this,
                [this, number, done, total, now] {
                    if (number == current_ && running_)
                        emit progressed(static_cast<int>(done), static_cast<int>(total), now);
                },
                Qt::QueuedConnection);
        };
        Delivery delivery = work(stop, progress);
        const bool cancelled = stop.stop_requested();
        QMetaObject::invokeMethod(
            this,
            [this, number, cancelled, delivery = std::move(delivery)] {
                retire();
                if (number != current_ || !running_)
                    return;
                running_ = false;
                if (!cancelled && delivery)
                    delivery();
                if (number == current_ && !running_) // the delivery may have started the next piece of work
                    emit finished(cancelled);
            },
            Qt::QueuedConnection);
        ended->store(true);
    };
    runs_.push_back({std::jthread(std::move(body)), ended});
}

void Jobs::cancel() {
    if (!running_)
        return;
    for (auto& run : runs_)
        run.thread.request_stop();
    running_ = false;
    emit finished(true);
}

} // namespace countercheck::ui
