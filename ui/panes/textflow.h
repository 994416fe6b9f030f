// SPDX-License-Identifier: GPL-3.0-or-later
// Running prose laid out piece by piece, only where somebody looks: one QTextLayout for each paragraph, made when it is
// needed, estimated heights elsewhere. Short articles are laid out whole, so that every position is exact. A paragraph
// of many thousand characters is cut at blanks into several pieces. Coordinates: the column's top left is the origin.
#pragma once

#include "ui/panes/articleview.h"

#include <QFont>
#include <QRectF>
#include <QTextLayout>

#include <cstdint>
#include <memory>
#include <vector>

namespace countercheck::ui {

class TextFlow {
public:
    struct Piece {
        Range range; ///< in the shown text
        text::BlockRole role = text::BlockRole::Body;
        bool beginsParagraph = true;
        bool setApart = false; ///< left out of the reading: faint and smaller
        QString pill;          ///< shown behind its last line; empty: none
        qreal top = 0;         ///< of the whole piece, with the space above it
        qreal height = 0;      ///< with the space above it; estimated until it is laid out
        qreal space = 0;       ///< above the first line
        bool exact = false;
        QRectF pillRect; ///< relative to the piece's top
        int fold = -1;   ///< the fold that it belongs to
        std::unique_ptr<QTextLayout> layout;
    };

    /// Paragraphs in a row that were left out of the reading (page data, furniture) take one slim line until somebody
    /// wants to see them. Their text stays part of the article: it can be reached, found and copied.
    struct Fold {
        int first = 0, last = 0; ///< pieces, inclusive
        QString words;           ///< for the pill: "3 lines of page data, left out"
        bool open = false;
    };

    void setView(std::shared_ptr<const ArticleView> view);
    /// A little room before and behind each of these ranges, so that what is drawn around them touches no other word.
    /// All three forget all layouts when they change something.
    void setRoomAround(std::vector<Range> ranges);
    void setWidth(qreal width);
    void setZoom(qreal zoom);
    [[nodiscard]] qreal zoom() const { return zoom_; }
    [[nodiscard]] qreal width() const { return width_; }
    [[nodiscard]] qreal height() const { return height_; }
    /// Another number whenever something may stand elsewhere than before.
    [[nodiscard]] std::uint64_t arrangement() const { return arrangement_; }
    /// Width of a column of about 66 characters at this zoom.
    [[nodiscard]] qreal measure() const;
    [[nodiscard]] qreal lineAdvance() const;

    [[nodiscard]] const std::vector<Piece>& pieces() const { return pieces_; }
    [[nodiscard]] const std::vector<Fold>& folds() const { return folds_; }
    [[nodiscard]] int foldOf(qsizetype offset) const;  ///< -1: none
    [[nodiscard]] int foldPillAt(QPointF point) const; ///< the fold whose pill is there; -1: none
    void setFoldOpen(int fold, bool open);
    /// Opens the folds that hide some of this; an empty range at a fold's very begin leaves it shut. True if it did.
    bool reveal(Range range);
    /// Is the piece a shut fold's one line? Is it hidden behind one?
    [[nodiscard]] bool headOfShut(const Piece& piece) const;
    [[nodiscard]] bool hidden(const Piece& piece) const;
    [[nodiscard]] QString pillOf(const Piece& piece) const; ///< the pill's words, with what a click on it does
    /// First and last piece (inclusive) that touch this stretch; {0, -1} when there is nothing.
    [[nodiscard]] std::pair<int, int> piecesBetween(qreal top, qreal bottom) const;
    [[nodiscard]] int pieceAt(qsizetype offset) const; ///< -1: no text at all

    /// Lays out what touches this stretch, and forgets far-away layouts. Heights may change: true if they did.
    bool layOutBetween(qreal top, qreal bottom);
    /// Lays out one piece. True if heights changed.
    bool layOut(int piece);

    [[nodiscard]] qsizetype offsetAt(QPointF point); ///< nearest place between two characters
    [[nodiscard]] QRectF caretAt(qsizetype offset);  ///< a pixel wide
    /// One rectangle for each line (and direction run) that the range touches, as high as the letters.
    [[nodiscard]] std::vector<QRectF> fragments(Range range);
    /// About where an offset stands, without laying anything out.
    [[nodiscard]] qreal roughTop(qsizetype offset) const;

    /// Offsets for the caret's keys. `goal` keeps the column through several steps; negative: take it from the caret.
    [[nodiscard]] qsizetype lineMove(qsizetype offset, int lines, qreal& goal);
    [[nodiscard]] Range lineAround(qsizetype offset);

private:
    [[nodiscard]] QFont fontOf(text::BlockRole role, bool setApart) const;
    void makePieces();
    void makeFolds();
    void layOutShut(Piece& piece);
    [[nodiscard]] int shownPiece(int index) const; ///< for a hidden one the line that stands for it
    void addRoom(const Piece& piece, const QString& words, QList<QTextLayout::FormatRange>& formats) const;
    void estimateAll();
    void restack(std::size_t from);

    std::shared_ptr<const ArticleView> view_;
    std::vector<Piece> pieces_;
    std::vector<Fold> folds_;
    std::vector<Range> roomy_; ///< by where they begin
    qreal width_ = 0;
    qreal zoom_ = 1;
    qreal height_ = 0;
    int live_ = 0; ///< layouts that exist
    std::uint64_t arrangement_ = 0;
};

} // namespace countercheck::ui
