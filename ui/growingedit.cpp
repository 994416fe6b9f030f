// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/growingedit.h"

#include <QAbstractTextDocumentLayout>
#include <QApplication>
#include <QFocusEvent>

#include <algorithm>

namespace countercheck::ui {

GrowingEdit::GrowingEdit(int leastLines, int mostLines, QWidget* parent)
    : QPlainTextEdit(parent), leastLines_(leastLines), mostLines_(mostLines) {
    setTabChangesFocus(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    document()->setDocumentMargin(1);
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        updateGeometry();
        emit dirtyChanged();
    });
}

void GrowingEdit::setKept(const QString& text) {
    kept_ = text;
    if (toPlainText() != text)
        setPlainText(text);
    emit dirtyChanged();
}

QSize GrowingEdit::sizeHint() const {
    // A plain text document counts its height in lines.
    const int lines = std::clamp(static_cast<int>(document()->size().height()), leastLines_, mostLines_);
    return {120, lines * fontMetrics().lineSpacing() + 16};
}

void GrowingEdit::focusOutEvent(QFocusEvent* event) {
    QPlainTextEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason)
        emit left(QApplication::focusWidget());
}

void GrowingEdit::resizeEvent(QResizeEvent* event) {
    QPlainTextEdit::resizeEvent(event);
    updateGeometry();
}

} // namespace countercheck::ui
