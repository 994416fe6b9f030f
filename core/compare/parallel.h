// SPDX-License-Identifier: GPL-3.0-or-later
// Work on some threads, with cancelling.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <exception>
#include <functional>
#include <mutex>
#include <stop_token>
#include <thread>
#include <vector>

namespace countercheck::compare {

/// Runs `work(i)` for 0 … count − 1 on some threads; the first of them is the caller's and tells how far it is. Unless
/// it is stopped or fails it tells the end, too, whichever thread did the last of the work.
template <class Work>
void inParallel(std::size_t count, unsigned threads, const std::stop_token& stop, const Work& work,
                const std::function<void(std::size_t)>& tell = {}) {
    std::atomic<std::size_t> next{0};
    std::exception_ptr failed;
    std::size_t told = 0;
    std::mutex mutex;
    const auto run = [&](bool first) {
        try {
            for (std::size_t i = next++; i < count && !stop.stop_requested(); i = next++) {
                work(i);
                if (first && tell)
                    tell(told = std::min<std::size_t>(next, count));
            }
        } catch (...) {
            const std::lock_guard guard(mutex);
            failed = std::current_exception();
            next = count;
        }
    };
    {
        std::vector<std::jthread> pool;
        for (unsigned t = 1; t < threads && t < count; ++t)
            pool.emplace_back([&] { run(false); });
        run(true);
    }
    if (failed)
        std::rethrow_exception(failed);
    if (tell && told < count && !stop.stop_requested())
        tell(count);
}

} // namespace countercheck::compare
