// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/basics/keybutton.h"

#include "ui/basics/theme.h"

#include <QPainter>
#include <QStyleOptionButton>
#include <QStylePainter>

namespace countercheck::ui {

namespace {
constexpr int gap = 7, padding = 4;
QFont keyFont() {
    return interfaceFont(7.5);
}
} // namespace

KeyButton::KeyButton(const QString& text, const QString& key, QWidget* parent) : QPushButton(text, parent), key_(key) {}

int KeyButton::keyWidth() const {
    return key_.isEmpty() ? 0 : QFontMetrics(keyFont()).horizontalAdvance(key_) + 2 * padding;
}

QSize KeyButton::sizeHint() const {
    QSize size = QPushButton::sizeHint();
    if (!key_.isEmpty())
        size.rwidth() += keyWidth() + gap;
    return size;
}

void KeyButton::paintEvent(QPaintEvent*) {
    QStylePainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    const QString words = option.text;
    option.text.clear();
    painter.drawControl(QStyle::CE_PushButtonBevel, option); // the words are drawn here, focus by the border

    const Theme& theme = Theme::current();
    painter.setRenderHint(QPainter::Antialiasing);
    const int wordsWidth = fontMetrics().horizontalAdvance(words);
    const int total = wordsWidth + (key_.isEmpty() ? 0 : gap + keyWidth());
    const int x = (width() - total) / 2;
    painter.setFont(font());
    painter.setPen(isEnabled() ? theme.text : theme.faint);
    painter.drawText(QRect(x, 0, wordsWidth + 2, height()), Qt::AlignLeft | Qt::AlignVCenter, words);
    if (key_.isEmpty())
        return;
    painter.setFont(keyFont());
    const int keyHeight = QFontMetrics(keyFont()).height() + 1;
    const QRectF cap(x + wordsWidth + gap + 0.5, (height() - keyHeight) / 2 + 0.5, keyWidth() - 1, keyHeight - 1);
    painter.setPen(theme.line.darker(theme.dark ? 80 : 110));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(cap, 3, 3);
    painter.setPen(isEnabled() ? theme.quiet : theme.faint);
    painter.drawText(cap, Qt::AlignCenter, key_);
}

} // namespace countercheck::ui
