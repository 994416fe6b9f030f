// SPDX-License-Identifier: GPL-3.0-or-later
// What does the window look like before anything is in it? Its surfaces and the lines between them, at the places where
// they will be. No words: fonts are the dearest part of a start, and lines are what the eye needs to find its way.
#pragma once

#include <QByteArray>

class QPainter;
class QSize;

namespace countercheck::ui {

/// In the window's own points. What lies at the right or below is counted from there, so that it fits any size.
struct Outline {
    int menu = 26, top = 72;        ///< the ends of the menu bar and of the top bar
    int left = 256, right = 321;    ///< widths of the left column and of the inspector
    int sources = 186, status = 28; ///< heights of the sources and of the status line
    int head = 86;                  ///< height of the articles' heads
    bool operator==(const Outline&) const = default;

    /// As it is at first in a window of that width: what is read beside the articles has more room in a wide one.
    static Outline of(int width);
    [[nodiscard]] QByteArray kept() const;
    /// Of an earlier window; as it is at first where nothing was kept, or nothing that makes sense.
    static Outline fromKept(const QByteArray& kept, int width);

    /// In the theme's colours.
    void paint(QPainter& painter, const QSize& size) const;
};

} // namespace countercheck::ui
