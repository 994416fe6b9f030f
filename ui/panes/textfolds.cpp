// SPDX-License-Identifier: GPL-3.0-or-later
// TextFlow's folds: which pieces are shown, which stand behind one line, and what opens and shuts them.
#include "ui/panes/textflow.h"

#include <QCoreApplication>

namespace countercheck::ui {

bool TextFlow::headOfShut(const Piece& piece) const {
    if (piece.fold < 0)
        return false;
    const Fold& fold = folds_[static_cast<std::size_t>(piece.fold)];
    return !fold.open && &piece == &pieces_[static_cast<std::size_t>(fold.first)];
}

bool TextFlow::hidden(const Piece& piece) const {
    return piece.fold >= 0 && !folds_[static_cast<std::size_t>(piece.fold)].open && !headOfShut(piece);
}

QString TextFlow::pillOf(const Piece& piece) const {
    const auto say = [](const char* words) { return QCoreApplication::translate("TextFlow", words); };
    if (headOfShut(piece))
        return say(QT_TRANSLATE_NOOP("TextFlow", "%1 · show")).arg(folds_[static_cast<std::size_t>(piece.fold)].words);
    const bool head = piece.fold >= 0 &&
                      &piece == &pieces_[static_cast<std::size_t>(folds_[static_cast<std::size_t>(piece.fold)].first)];
    return head ? say(QT_TRANSLATE_NOOP("TextFlow", "%1 · hide")).arg(piece.pill) : piece.pill;
}

int TextFlow::shownPiece(int index) const {
    if (index < 0 || !hidden(pieces_[static_cast<std::size_t>(index)]))
        return index;
    return folds_[static_cast<std::size_t>(pieces_[static_cast<std::size_t>(index)].fold)].first;
}

int TextFlow::foldOf(qsizetype offset) const {
    const int index = pieceAt(offset);
    return index < 0 ? -1 : pieces_[static_cast<std::size_t>(index)].fold;
}

int TextFlow::foldPillAt(QPointF point) const {
    const auto [first, last] = piecesBetween(point.y(), point.y() + 1);
    for (int i = first; i <= last; ++i) {
        const Piece& piece = pieces_[static_cast<std::size_t>(i)];
        if (piece.fold >= 0 && folds_[static_cast<std::size_t>(piece.fold)].first == i &&
            piece.pillRect.translated(0, piece.top).contains(point))
            return piece.fold;
    }
    return -1;
}

void TextFlow::setFoldOpen(int fold, bool open) {
    Fold& changed = folds_[static_cast<std::size_t>(fold)];
    if (changed.open == open)
        return;
    changed.open = open;
    estimateAll();
}

bool TextFlow::reveal(Range range) {
    bool opened = false;
    for (Fold& fold : folds_) {
        const qsizetype begin = pieces_[static_cast<std::size_t>(fold.first)].range.begin;
        const qsizetype end = pieces_[static_cast<std::size_t>(fold.last)].range.end;
        const bool inside = range.empty() ? range.begin > begin && range.begin <= end : range.overlaps({begin, end});
        if (fold.open || !inside)
            continue;
        fold.open = opened = true;
    }
    if (opened)
        estimateAll();
    return opened;
}

} // namespace countercheck::ui
