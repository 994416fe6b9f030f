// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/textflow.h"
#include "ui/basics/theme.h"

#include <QCoreApplication>
#include <QFontInfo>
#include <QFontMetricsF>
#include <QGlyphRun>
#include <QTextOption>

#include <algorithm>
#include <cmath>

namespace countercheck::ui {

namespace {

constexpr qsizetype longestPiece = 6000;  ///< characters; longer paragraphs are cut at a blank
constexpr qsizetype shortArticle = 40000; ///< characters; up to here everything is laid out at once
constexpr int mostLayouts = 400;
constexpr qreal bodyPoints = 11.5;
constexpr qreal leading = 1.55;
constexpr qreal roomAround = 3;
constexpr qsizetype longLine = 90; ///< characters; one line that is longer is folded, too

QSizeF pillSize(const QString& words, qreal zoom) {
    const QFontMetricsF metrics(interfaceFont(7.5 * zoom));
    return {metrics.horizontalAdvance(words) + 14, metrics.height() + 3};
}

/// What nobody has to read: credits, page data, furniture. Bylines and captions stay in view.
bool unread(text::BlockRole role) {
    using R = text::BlockRole;
    return role == R::RepeatedTitle || role == R::Credit || role == R::Furniture || role == R::Newsletter ||
           role == R::Metadata;
}

QString roleLabel(text::BlockRole role) {
    const char* word = "";
    switch (role) {
    case text::BlockRole::Body:
    case text::BlockRole::Title:
        return {};
    case text::BlockRole::RepeatedTitle:
        word = QT_TRANSLATE_NOOP("TextFlow", "repeated title, left out");
        break;
    case text::BlockRole::Byline:
        word = QT_TRANSLATE_NOOP("TextFlow", "byline");
        break;
    case text::BlockRole::Dateline:
        word = QT_TRANSLATE_NOOP("TextFlow", "dateline");
        break;
    case text::BlockRole::Credit:
        word = QT_TRANSLATE_NOOP("TextFlow", "credit, left out");
        break;
    case text::BlockRole::Caption:
        word = QT_TRANSLATE_NOOP("TextFlow", "caption, left out");
        break;
    case text::BlockRole::Furniture:
        word = QT_TRANSLATE_NOOP("TextFlow", "site furniture, left out");
        break;
    case text::BlockRole::Newsletter:
        word = QT_TRANSLATE_NOOP("TextFlow", "newsletter, left out");
        break;
    case text::BlockRole::Metadata:
        word = QT_TRANSLATE_NOOP("TextFlow", "page data, left out");
        break;
    }
    return QCoreApplication::translate("TextFlow", word);
}

bool rightToLeft(const QString& text) {
    return std::any_of(text.begin(), text.end(), [](QChar c) {
        const QChar::Direction d = c.direction();
        return d == QChar::DirR || d == QChar::DirAL;
    });
}

} // namespace

void TextFlow::setView(std::shared_ptr<const ArticleView> view) {
    view_ = std::move(view);
    makePieces();
}

void TextFlow::setRoomAround(std::vector<Range> ranges) {
    const auto order = [](Range a, Range b) { return a.begin != b.begin ? a.begin < b.begin : a.end < b.end; };
    std::sort(ranges.begin(), ranges.end(), order);
    ranges.erase(std::unique(ranges.begin(), ranges.end()), ranges.end());
    if (ranges == roomy_)
        return;
    roomy_ = std::move(ranges);
    estimateAll();
}

void TextFlow::addRoom(const Piece& piece, const QString& words, QList<QTextLayout::FormatRange>& formats) const {
    // The blank or mark before the words and their last letter become wider. Letters that join are left as they are.
    QTextLayout::FormatRange wider;
    wider.length = 1;
    wider.format.setFontLetterSpacingType(QFont::AbsoluteSpacing);
    wider.format.setFontLetterSpacing(roomAround);
    const auto widen = [&](qsizetype offset, bool before) {
        const qsizetype at = offset - piece.range.begin;
        if (at < 0 || at >= words.size() || (before ? words[at].isLetterOrNumber() : words[at].isSpace()) ||
            words[at].isSurrogate() || words[at].isMark() || (at + 1 < words.size() && words[at + 1].isMark()))
            return;
        wider.start = static_cast<int>(at);
        formats.push_back(wider);
    };
    // Marks are short: none that begins this far before the piece reaches into it.
    const auto from = std::partition_point(roomy_.begin(), roomy_.end(),
                                           [&](Range r) { return r.begin + longestPiece < piece.range.begin; });
    for (auto range = from; range != roomy_.end() && range->begin <= piece.range.end; ++range) {
        widen(range->begin - 1, true);
        widen(range->end - 1, false);
    }
}

void TextFlow::setWidth(qreal width) {
    if (std::abs(width - width_) < 0.5)
        return;
    width_ = width;
    estimateAll();
}

void TextFlow::setZoom(qreal zoom) {
    if (qFuzzyCompare(zoom, zoom_))
        return;
    zoom_ = zoom;
    estimateAll();
}

QFont TextFlow::fontOf(text::BlockRole role, bool setApart) const {
    if (role == text::BlockRole::Title) {
        QFont font = articleFont(14.5 * zoom_);
        font.setWeight(QFont::DemiBold);
        return font;
    }
    return articleFont((setApart ? bodyPoints - 1.5 : bodyPoints) * zoom_);
}

qreal TextFlow::measure() const {
    const QString sample = QStringLiteral("the quick brown fox jumps over the lazy dog and sits down here ok");
    return QFontMetricsF(fontOf(text::BlockRole::Body, false)).horizontalAdvance(sample) *
           (66.0 / static_cast<qreal>(sample.size()));
}

qreal TextFlow::lineAdvance() const {
    return std::round(QFontInfo(fontOf(text::BlockRole::Body, false)).pixelSize() * leading);
}

void TextFlow::makePieces() {
    pieces_.clear();
    if (!view_) {
        height_ = 0;
        return;
    }
    const QString& text = view_->text();
    text::BlockRole before = text::BlockRole::Body;
    for (const Paragraph& paragraph : view_->paragraphs()) {
        qsizetype at = paragraph.range.begin;
        while (at < paragraph.range.end) {
            qsizetype end = std::min(at + longestPiece, paragraph.range.end);
            if (end < paragraph.range.end) {
                const qsizetype cut = text.lastIndexOf(u' ', end - 1);
                if (cut > at + longestPiece / 2)
                    end = cut + 1;
                else if (text[end].isLowSurrogate())
                    ++end;
            }
            Piece piece;
            piece.range = {at, end};
            piece.role = paragraph.role;
            piece.setApart = !paragraph.read();
            piece.beginsParagraph = at == paragraph.range.begin;
            if (end == paragraph.range.end && paragraph.role != before)
                piece.pill = roleLabel(paragraph.role);
            pieces_.push_back(std::move(piece));
            at = end;
        }
        before = paragraph.role;
    }
    makeFolds();
    estimateAll();
}

void TextFlow::estimateAll() {
    live_ = 0;
    const qreal advance = lineAdvance();
    const qreal perLine = measure() > 0 ? std::max(8.0, 66.0 * width_ / measure()) : 66;
    for (Piece& piece : pieces_) {
        piece.layout.reset();
        piece.exact = false;
        piece.space = !piece.beginsParagraph || piece.range.begin == 0 ? 0
                      : piece.setApart                                 ? std::round(advance * 0.3)
                                                                       : std::round(advance * 0.5);
        const auto length = static_cast<qreal>(piece.range.end - piece.range.begin);
        piece.height = piece.space + std::ceil(length / perLine) * advance;
        if (headOfShut(piece))
            piece.height = piece.space + advance;
        else if (hidden(piece))
            piece.height = 0;
    }
    restack(0);
    if (view_ && view_->text().size() <= shortArticle && width_ > 0)
        layOutBetween(0, height_ * 4 + 1000);
}

void TextFlow::restack(std::size_t from) {
    ++arrangement_;
    qreal top = from == 0 ? 0 : pieces_[from - 1].top + pieces_[from - 1].height;
    for (std::size_t i = from; i < pieces_.size(); ++i) {
        pieces_[i].top = top;
        top += pieces_[i].height;
    }
    height_ = top;
}

std::pair<int, int> TextFlow::piecesBetween(qreal top, qreal bottom) const {
    const auto first = std::partition_point(pieces_.begin(), pieces_.end(),
                                            [&](const Piece& piece) { return piece.top + piece.height <= top; });
    const auto last =
        std::partition_point(first, pieces_.end(), [&](const Piece& piece) { return piece.top < bottom; });
    return {static_cast<int>(first - pieces_.begin()), static_cast<int>(last - pieces_.begin()) - 1};
}

int TextFlow::pieceAt(qsizetype offset) const {
    if (pieces_.empty())
        return -1;
    const auto after = std::partition_point(pieces_.begin(), pieces_.end(),
                                            [&](const Piece& piece) { return piece.range.begin <= offset; });
    return std::max(0, static_cast<int>(after - pieces_.begin()) - 1);
}

bool TextFlow::layOut(int index) {
    if (index < 0 || index >= static_cast<int>(pieces_.size()) || width_ <= 0)
        return false;
    Piece& piece = pieces_[static_cast<std::size_t>(index)];
    if (piece.layout)
        return false;
    const QString words = view_->text().mid(piece.range.begin, piece.range.end - piece.range.begin);
    QFont font = fontOf(piece.role, piece.setApart);
    if (std::any_of(words.begin(), words.end(), [](QChar c) { return c.isMark(); }))
        font = shapedFont(font);
    piece.layout = std::make_unique<QTextLayout>(words, font);
    ++live_;
    if (headOfShut(piece) || hidden(piece)) {
        const qreal before = piece.height;
        layOutShut(piece);
        if (std::abs(before - piece.height) <= 0.01)
            return false;
        restack(static_cast<std::size_t>(index));
        return true;
    }
    QTextLayout& layout = *piece.layout;
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(rightToLeft(words) ? (words.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight)
                                               : Qt::LeftToRight);
    layout.setTextOption(option);
    layout.setCacheEnabled(true);
    QList<QTextLayout::FormatRange> formats;
    for (const ShownRepair& repair : view_->repairs()) {
        const qsizetype begin = std::max(repair.range.begin, piece.range.begin);
        const qsizetype end = std::min(repair.range.end, piece.range.end);
        if (begin >= end)
            continue;
        QTextLayout::FormatRange format;
        format.start = static_cast<int>(begin - piece.range.begin);
        format.length = static_cast<int>(end - begin);
        format.format.setUnderlineStyle(QTextCharFormat::DotLine);
        formats.push_back(format);
    }
    if (!rightToLeft(words))
        addRoom(piece, words, formats);
    if (!formats.isEmpty())
        layout.setFormats(formats);

    const qreal factor = piece.role == text::BlockRole::Title ? 1.3 : leading;
    const qreal advance = std::round(QFontInfo(font).pixelSize() * factor);
    qreal y = piece.space;
    layout.beginLayout();
    QTextLine last;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width_);
        const qreal step = std::max(advance, std::ceil(line.height()));
        line.setPosition({0, y + std::floor((step - line.height()) / 2)});
        y += step;
        last = line;
    }
    layout.endLayout();
    piece.pillRect = {};
    if (!piece.pill.isEmpty() && last.isValid()) {
        const QSizeF size = pillSize(pillOf(piece), zoom_);
        const qreal used = last.naturalTextWidth();
        const bool fits = used + 10 + size.width() <= width_;
        const bool rtl = words.isRightToLeft();
        const qreal row = fits ? y - advance : y;
        const qreal x =
            fits ? (rtl ? width_ - used - 10 - size.width() : used + 10) : (rtl ? width_ - size.width() : 0);
        piece.pillRect = {QPointF(std::round(x), std::round(row + (advance - size.height()) / 2)), size};
        if (!fits)
            y += advance;
    }
    const bool changed = std::abs(y - piece.height) > 0.01;
    piece.exact = true;
    if (changed) {
        piece.height = y;
        restack(static_cast<std::size_t>(index));
    }
    return changed;
}

bool TextFlow::layOutBetween(qreal top, qreal bottom) {
    bool changed = false;
    auto [first, last] = piecesBetween(top, bottom);
    // Heights shift while this runs, so the end is looked at again after each piece.
    std::size_t firstChanged = pieces_.size();
    qreal y = first < static_cast<int>(pieces_.size()) ? pieces_[static_cast<std::size_t>(first)].top : 0;
    int i = first;
    for (; i < static_cast<int>(pieces_.size()) && y < bottom; ++i) {
        Piece& piece = pieces_[static_cast<std::size_t>(i)];
        if (layOut(i)) {
            changed = true;
            firstChanged = std::min(firstChanged, static_cast<std::size_t>(i));
        }
        y = piece.top + piece.height;
    }
    if (live_ > mostLayouts && view_->text().size() > shortArticle) {
        for (int k = 0; k < static_cast<int>(pieces_.size()); ++k) {
            if ((k < first - 60 || k > i + 60) && pieces_[static_cast<std::size_t>(k)].layout) {
                pieces_[static_cast<std::size_t>(k)].layout.reset(); // its height stays known
                --live_;
            }
        }
    }
    return changed;
}

qsizetype TextFlow::offsetAt(QPointF point) {
    if (pieces_.empty())
        return 0;
    auto [first, last] = piecesBetween(point.y(), point.y() + 1);
    const int index = shownPiece(std::clamp(point.y() < 0 ? 0 : first, 0, static_cast<int>(pieces_.size()) - 1));
    layOut(index);
    const Piece& piece = pieces_[static_cast<std::size_t>(index)];
    if (headOfShut(piece))
        return piece.range.begin;
    const QTextLayout& layout = *piece.layout;
    const qreal y = point.y() - piece.top;
    QTextLine best = layout.lineAt(0);
    for (int l = 0; l < layout.lineCount(); ++l) {
        const QTextLine line = layout.lineAt(l);
        if (line.y() - (lineAdvance() - line.height()) / 2 <= y)
            best = line;
    }
    qsizetype at = best.xToCursor(point.x());
    // Behind the blank that a line was broken at is already the next line.
    const qsizetype end = best.textStart() + best.textLength();
    if (at == end && best.lineNumber() + 1 < layout.lineCount() && at > best.textStart())
        at = layout.previousCursorPosition(static_cast<int>(at));
    return piece.range.begin + at;
}

QRectF TextFlow::caretAt(qsizetype offset) {
    const int index = shownPiece(pieceAt(offset));
    if (index < 0)
        return {};
    layOut(index);
    const Piece& piece = pieces_[static_cast<std::size_t>(index)];
    if (headOfShut(piece))
        return {0, piece.top + piece.space, 1, piece.height - piece.space};
    const auto local = static_cast<int>(std::min(offset, piece.range.end) - piece.range.begin);
    const QTextLine line = piece.layout->lineForTextPosition(local);
    if (!line.isValid())
        return {0, piece.top, 1, lineAdvance()};
    return {line.cursorToX(local), piece.top + line.y(), 1, line.height()};
}

std::vector<QRectF> TextFlow::fragments(Range range) {
    std::vector<QRectF> out;
    if (range.empty() || pieces_.empty())
        return out;
    const int last = pieceAt(range.end - 1);
    for (int i = pieceAt(range.begin); i <= last; ++i)
        layOut(i);
    for (int i = pieceAt(range.begin); i <= last; ++i) {
        const Piece& piece = pieces_[static_cast<std::size_t>(i)];
        if (headOfShut(piece) || hidden(piece))
            continue;
        const QTextLayout& layout = *piece.layout;
        const QString words = layout.text();
        const auto begin = static_cast<int>(std::max(range.begin, piece.range.begin) - piece.range.begin);
        const auto end = static_cast<int>(std::min(range.end, piece.range.end) - piece.range.begin);
        const bool mixed = rightToLeft(words);
        for (int l = 0; l < layout.lineCount(); ++l) {
            const QTextLine line = layout.lineAt(l);
            const int from = std::max(begin, line.textStart());
            int to = std::min(end, line.textStart() + line.textLength());
            while (to > from && words[to - 1].isSpace())
                --to;
            if (from >= to)
                continue;
            const qreal y = piece.top + line.y();
            if (!mixed) {
                const qreal x1 = line.cursorToX(from);
                const qreal x2 = line.cursorToX(to);
                out.push_back({std::min(x1, x2), y, std::abs(x2 - x1), line.height()});
                continue;
            }
            // Text in two directions: what is one range in memory may stand in several places of the line.
            QRectF joined;
            for (const QGlyphRun& run : line.glyphRuns(from, to - from)) {
                QRectF box = run.boundingRect();
                box = QRectF(box.x(), y, box.width(), line.height());
                if (!joined.isNull() && (box.left() - joined.right() > 6 || joined.left() - box.right() > 6)) {
                    out.push_back(joined);
                    joined = box;
                } else {
                    joined = joined.isNull() ? box : joined.united(box);
                }
            }
            if (!joined.isNull())
                out.push_back(joined);
        }
    }
    return out;
}

qreal TextFlow::roughTop(qsizetype offset) const {
    const int index = shownPiece(pieceAt(offset));
    if (index < 0)
        return 0;
    const Piece& piece = pieces_[static_cast<std::size_t>(index)];
    if (headOfShut(piece))
        return piece.top + piece.space;
    if (piece.layout) {
        const QTextLine line = piece.layout->lineForTextPosition(static_cast<int>(offset - piece.range.begin));
        if (line.isValid())
            return piece.top + line.y();
    }
    const auto length = static_cast<qreal>(std::max<qsizetype>(1, piece.range.end - piece.range.begin));
    return piece.top + piece.space +
           (piece.height - piece.space) * static_cast<qreal>(offset - piece.range.begin) / length;
}

qsizetype TextFlow::lineMove(qsizetype offset, int lines, qreal& goal) {
    const QRectF caret = caretAt(offset);
    if (goal < 0)
        goal = caret.x();
    qsizetype at = offset;
    for (int step = 0; step < std::abs(lines); ++step) {
        const Range line = lineAround(at);
        qsizetype next = lines > 0 ? line.end : line.begin - 1;
        if (lines > 0 && lineAround(next) == line)
            ++next; // the line ends a paragraph: the next one begins behind the line feed
        if (next < 0)
            return 0;
        if (!view_ || next > view_->text().size())
            return view_ ? view_->text().size() : 0;
        at = next;
    }
    const int index = shownPiece(pieceAt(at));
    if (index < 0)
        return offset;
    layOut(index);
    const Piece& piece = pieces_[static_cast<std::size_t>(index)];
    if (headOfShut(piece))
        return piece.range.begin;
    const QTextLine line =
        piece.layout->lineForTextPosition(static_cast<int>(std::min(at, piece.range.end) - piece.range.begin));
    if (!line.isValid())
        return at;
    return offsetAt({goal, piece.top + line.y() + line.height() / 2});
}

Range TextFlow::lineAround(qsizetype offset) {
    const int index = shownPiece(pieceAt(offset));
    if (index < 0)
        return {};
    layOut(index);
    const Piece& piece = pieces_[static_cast<std::size_t>(index)];
    if (headOfShut(piece)) {
        const Fold& fold = folds_[static_cast<std::size_t>(piece.fold)];
        return {piece.range.begin, pieces_[static_cast<std::size_t>(fold.last)].range.end};
    }
    const QTextLine line =
        piece.layout->lineForTextPosition(static_cast<int>(std::min(offset, piece.range.end) - piece.range.begin));
    if (!line.isValid())
        return {offset, offset};
    const qsizetype begin = piece.range.begin + line.textStart();
    return {begin, begin + line.textLength()};
}

// --- Folds ---

void TextFlow::makeFolds() {
    folds_.clear();
    for (int i = 0; i < static_cast<int>(pieces_.size()); ++i) {
        const text::BlockRole role = pieces_[static_cast<std::size_t>(i)].role;
        if (!unread(role))
            continue;
        Fold fold;
        fold.first = i;
        int lines = 0;
        bool one = true; // sort of lines
        for (; i < static_cast<int>(pieces_.size()) && unread(pieces_[static_cast<std::size_t>(i)].role); ++i) {
            lines += pieces_[static_cast<std::size_t>(i)].beginsParagraph ? 1 : 0;
            one = one && pieces_[static_cast<std::size_t>(i)].role == role;
        }
        fold.last = --i;
        const qsizetype length = pieces_[static_cast<std::size_t>(fold.last)].range.end -
                                 pieces_[static_cast<std::size_t>(fold.first)].range.begin;
        if (lines < 2 && length <= longLine)
            continue;
        const auto say = [](const char* words) { return QCoreApplication::translate("TextFlow", words); };
        fold.words = one ? roleLabel(role) : say(QT_TRANSLATE_NOOP("TextFlow", "left out"));
        if (lines > 1)
            fold.words = say(QT_TRANSLATE_NOOP("TextFlow", "%1 lines: %2")).arg(lines).arg(fold.words);
        for (int k = fold.first; k <= fold.last; ++k)
            pieces_[static_cast<std::size_t>(k)].fold = static_cast<int>(folds_.size());
        Piece& head = pieces_[static_cast<std::size_t>(fold.first)];
        if (head.pill.isEmpty()) // a cut paragraph shows its pill behind its last piece
            head.pill = fold.words;
        folds_.push_back(std::move(fold));
    }
}

void TextFlow::layOutShut(Piece& piece) {
    // The layout holds the words whole, in one line that is never drawn: offsets stay true.
    piece.layout->setFont(interfaceFont(7.5 * zoom_));
    piece.layout->beginLayout();
    piece.layout->createLine().setNumColumns(static_cast<int>(piece.range.end - piece.range.begin));
    while (piece.layout->createLine().isValid())
        continue;
    piece.layout->endLayout();
    piece.exact = true;
    piece.pillRect = {};
    piece.height = 0;
    if (!headOfShut(piece))
        return;
    piece.height = piece.space + lineAdvance();
    QSizeF size = pillSize(pillOf(piece), zoom_);
    size.setWidth(std::min(size.width(), width_));
    piece.pillRect = {QPointF(0, std::round(piece.space + (lineAdvance() - size.height()) / 2)), size};
}

} // namespace countercheck::ui
