// SPDX-License-Identifier: GPL-3.0-or-later
// Articles on their way from the thread that reads them to the window's, which writes them: few at a time, so that a
// thousand files need the memory of some.
#pragma once

#include "core/intake/intake.h"

#include <QString>
#include <QStringList>

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <stop_token>
#include <variant>

namespace countercheck::ui {

class Handover {
public:
    struct Files { ///< folders were gone through: these are the files, as people know them
        QStringList names;
    };
    struct One { ///< an article, or why there is none
        QString file;
        intake::Taken taken;
    };
    struct FileDone {}; ///< the first of the files that were still to come is through
    using Item = std::variant<Files, One, FileDone>;

    /// Waits while much is queued. True: nothing was queued before, the window has to be told. Stopped: drops the item.
    bool put(Item item, const std::stop_token& stop) {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, stop, [this] { return items_.size() < most; });
        if (stop.stop_requested())
            return false;
        items_.push_back(std::move(item));
        return items_.size() == 1;
    }
    std::optional<Item> take() {
        const std::lock_guard lock(mutex_);
        if (items_.empty())
            return std::nullopt;
        std::optional<Item> item(std::move(items_.front()));
        items_.pop_front();
        changed_.notify_all();
        return item;
    }
    [[nodiscard]] bool empty() const {
        const std::lock_guard lock(mutex_);
        return items_.empty();
    }
    /// Until the window has taken all, or somebody stops it.
    void waitUntilTaken(const std::stop_token& stop) {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, stop, [this] { return items_.empty(); });
    }

private:
    static constexpr std::size_t most = 32;
    mutable std::mutex mutex_;
    std::condition_variable_any changed_;
    std::deque<Item> items_;
};

} // namespace countercheck::ui
