// SPDX-License-Identifier: GPL-3.0-or-later
// What was made of a list that snapshots share, for the two lists asked for last: the one that the window shows, and
// the one that is being made ready beside it. The lists are kept, too, so that none is taken for another. From any
// thread.
#pragma once

#include "core/compare/sharedvector.h"

#include <mutex>
#include <optional>
#include <utility>

namespace countercheck::ui {

template <class T, class Made> class LastTwo {
public:
    template <class Make> Made of(const compare::SharedVector<T>& list, Make make) {
        {
            const std::lock_guard guard(mutex_);
            for (auto* one : {&last_, &before_})
                if (one->made && one->list.sharesWith(list)) {
                    if (one == &before_)
                        std::swap(last_, before_);
                    return *last_.made;
                }
        }
        Made made = make();
        Kept old; // goes when nobody waits any more
        const std::lock_guard guard(mutex_);
        old = std::exchange(before_, std::move(last_));
        last_ = {list, made};
        return made;
    }

private:
    struct Kept {
        compare::SharedVector<T> list;
        std::optional<Made> made;
    };
    std::mutex mutex_;
    Kept last_, before_;
};

} // namespace countercheck::ui
