// SPDX-License-Identifier: GPL-3.0-or-later
// When was a window's first frame on the screen? Told on the clock that all processes of a machine share, so that the
// one that started this one can say how long it took since then, with loading and all.
#pragma once

#include <QEvent>
#include <QTimer>
#include <QWidget>

#include <cstdio>
#include <ctime>
#include <functional>
#include <utility>

namespace countercheck::bench {

inline double now() { ///< milliseconds
    timespec time{};
    clock_gettime(CLOCK_MONOTONIC, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

inline double processorTime() { ///< milliseconds that this process has used, in all its threads
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

inline void tellTime(const char* what) {
    std::printf("%s %.3f %.3f\n", what, now(), processorTime());
    std::fflush(stdout);
}

/// Calls `then` after the event with which the first frame was painted and handed over.
class FirstFrame : public QObject {
public:
    FirstFrame(QWidget* window, std::function<void()> then) : then_(std::move(then)) {
        window->installEventFilter(this);
    }
    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() == QEvent::Paint) {
            watched->removeEventFilter(this);
            QTimer::singleShot(0, this, [this] { then_(); });
        }
        return false;
    }

private:
    std::function<void()> then_;
};

} // namespace countercheck::bench
