// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/panerow.h"

#include <algorithm>
#include <cstdint>

namespace countercheck::ui {

PaneRow::PaneRow(int count, int room, int visible) : count_(std::max(0, count)), room_(std::max(0, room)) {
    if (count_ == 0)
        return;
    // More panes than fit: the next one's edge stays in view, so that it is plain that there is more.
    const int most = visible > 0 ? visible : std::max(3, room_ / comfortable);
    const double shares = count_ <= most ? count_ : most + 0.12;
    width_ = std::max(narrowest, static_cast<int>(room_ / shares));
    exact_ = static_cast<std::int64_t>(width_) * count_ <= static_cast<std::int64_t>(room_) + count_;
    total_ = exact_ ? std::max(room_, narrowest * count_) : width_ * count_;
}

int PaneRow::left(int place) const {
    return exact_ && count_ > 0 ? static_cast<int>(static_cast<std::int64_t>(total_) * place / count_) : width_ * place;
}

int PaneRow::at(int x) const {
    if (count_ == 0)
        return -1;
    int place = std::clamp(x / std::max(1, width_), 0, count_ - 1);
    while (place + 1 < count_ && right(place) <= x) // rounding moves an edge by a pixel at most
        ++place;
    while (place > 0 && left(place) > x)
        --place;
    return place;
}

std::pair<int, int> PaneRow::inView(int x) const {
    if (count_ == 0)
        return {0, -1};
    return {at(x), at(x + std::max(1, room_) - 1)};
}

int PaneRow::toShow(int place, int x) const {
    if (left(place) < x || right(place) - left(place) >= room_)
        return left(place);
    return std::max(x, right(place) - room_);
}

int PaneRow::dropAt(int x) const {
    if (count_ == 0)
        return 0;
    const int place = at(x);
    return place + (x > (left(place) + right(place)) / 2 ? 1 : 0);
}

} // namespace countercheck::ui
