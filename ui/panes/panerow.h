// SPDX-License-Identifier: GPL-3.0-or-later
// Where the panes of a board stand: all in one row, equally wide, whether they exist as widgets or not. Plain numbers,
// so that the rules can be tested without a window. Pixels from the left edge of the first pane.
#pragma once

#include <utility>

namespace countercheck::ui {

class PaneRow {
public:
    PaneRow() = default;
    /// @param count    panes in the row
    /// @param room     pixels that are seen at once
    /// @param visible  how many are to fit side by side; 0: as many as are comfortable to read, three at least
    PaneRow(int count, int room, int visible);

    static constexpr int narrowest = 232;   ///< no pane is narrower
    static constexpr int comfortable = 400; ///< a column that reads well

    [[nodiscard]] int count() const { return count_; }
    [[nodiscard]] int room() const { return room_; }
    [[nodiscard]] int width() const { return width_; } ///< of a pane, give or take a pixel
    [[nodiscard]] int total() const { return total_; }
    [[nodiscard]] int left(int place) const;
    [[nodiscard]] int right(int place) const { return left(place + 1); }
    [[nodiscard]] int at(int x) const; ///< the place of the pane that covers this pixel, or of the nearest one
    /// First and last place (inclusive) of which something is seen when the row is scrolled to `x`; {0, -1} without
    /// any.
    [[nodiscard]] std::pair<int, int> inView(int x) const;
    /// Where to scroll from `x` so that the whole pane is seen, or its left edge when it is too wide.
    [[nodiscard]] int toShow(int place, int x) const;
    /// Before which place a pane goes that is dropped at this pixel; count(): behind the last.
    [[nodiscard]] int dropAt(int x) const;

    bool operator==(const PaneRow&) const = default;

private:
    int count_ = 0, room_ = 0, width_ = narrowest, total_ = 0;
    bool exact_ = true; ///< the panes share the room and leave nothing over
};

} // namespace countercheck::ui
