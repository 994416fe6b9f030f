// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/basics/growingedit.h"

#include <QAbstractTextDocumentLayout>
#include <QApplication>
#include <QFocusEvent>
#include <QKeyEvent>

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
    document()->clearUndoRedoStacks(); // what is kept is undone in the case, not in the field
    emit dirtyChanged();
}

QSize GrowingEdit::sizeHint() const {
    // A plain text document counts its height in lines.
    const int lines = std::clamp(static_cast<int>(document()->size().height()), leastLines_, mostLines_);
    return {120, lines * fontMetrics().lineSpacing() + 16};
}

bool GrowingEdit::event(QEvent* event) {
    // With nothing typed to take back, Ctrl+Z and Ctrl+Shift+Z belong to the window.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if ((key->matches(QKeySequence::Undo) && !document()->isUndoAvailable()) ||
            (key->matches(QKeySequence::Redo) && !document()->isRedoAvailable())) {
            event->ignore();
            return false;
        }
    }
    return QPlainTextEdit::event(event);
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
