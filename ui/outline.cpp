// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/outline.h"

#include "ui/basics/theme.h"

#include <QDataStream>
#include <QPainter>

#include <algorithm>

namespace countercheck::ui {

Outline Outline::of(int width) {
    Outline outline;
    outline.left = std::clamp(width / 5, 256, 300);
    outline.right = 1 + std::clamp(width / 4, 300, 360);
    return outline;
}

QByteArray Outline::kept() const {
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    for (const int length : {menu, top, left, right, sources, status, head})
        out << qint32{length};
    return bytes;
}

Outline Outline::fromKept(const QByteArray& kept, int width) {
    QDataStream in(kept);
    Outline outline;
    for (int* length : {&outline.menu, &outline.top, &outline.left, &outline.right, &outline.sources, &outline.status,
                        &outline.head}) {
        qint32 read = -1;
        in >> read;
        if (in.status() != QDataStream::Ok || read < 0 || read > 4096)
            return of(width);
        *length = read;
    }
    return outline;
}

void Outline::paint(QPainter& painter, const QSize& size) const {
    const Theme& theme = Theme::current();
    const int width = size.width(), height = size.height(), end = height - status;
    painter.fillRect(0, 0, width, height, theme.surface);
    const auto across = [&](int y, int from, int to) { painter.fillRect(from, y, to - from, 1, theme.line); };
    const auto down = [&](int x) { painter.fillRect(x, top + 1, 1, end - top - 1, theme.line); };
    across(menu, 0, width);
    across(top, 0, width);
    across(end, 0, width);
    down(left);
    down(width - right);
    across(end - sources, 0, left);
    across(top + head, left + 1, width - right);
}

} // namespace countercheck::ui
