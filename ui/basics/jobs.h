// SPDX-License-Identifier: GPL-3.0-or-later
// Work beside the window: one lane runs one piece of work at a time in a thread of its own, newest wins. The work gets
// values to work on, never the case; what it found comes back as a function that runs in the window's thread.
// A cancelled or overtaken piece of work delivers nothing, and that is not a failure.
#pragma once

#include <QObject>
#include <QString>

#include <atomic>
#include <cstdint>
#include <functional>
#include <list>
#include <memory>
#include <stop_token>
#include <thread>

namespace countercheck::ui {

class Jobs : public QObject {
    Q_OBJECT
public:
    using Progress = std::function<void(std::size_t done, std::size_t total, const QString& what)>;
    using Delivery = std::function<void()>; ///< runs in the window's thread; empty: nothing to deliver
    using Work = std::function<Delivery(std::stop_token, const Progress&)>;

    explicit Jobs(QObject* parent = nullptr);
    ~Jobs() override; ///< asks for a stop and waits

    /// Starts `work`; what was running is asked to stop and its delivery dropped.
    void start(const QString& what, Work work);
    void cancel();
    [[nodiscard]] bool running() const { return running_; }

signals:
    void started(const QString& what);
    void progressed(int done, int total, const QString& what);
    void finished(bool cancelled);

private:
    void retire();

    struct Run {
        std::jthread thread;
        std::shared_ptr<std::atomic<bool>> ended;
    };
    std::list<Run> runs_; ///< the last one is current; the others were overtaken and are on their way out
    std::uint64_t current_ = 0;
    bool running_ = false;
};

} // namespace countercheck::ui
