// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/questions/questiondelegate.h"

#include "ui/basics/theme.h"
#include "ui/questions/questionmodel.h"

#include <QAbstractItemView>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>

namespace countercheck::ui {

using compare::RelationKind;

namespace {
constexpr int left = 12, right = 12, above = 7, below = 7, signColumn = 20, gap = 8;

QFont titleFont() {
    return interfaceFont(9.5, QFont::Medium);
}
QFont valuesFont() {
    return interfaceFont(8.5);
}
QFont coverageFont() {
    return interfaceFont(8);
}

std::optional<RelationKind> statusOf(const QModelIndex& index) {
    const int status = index.data(QuestionModel::StatusRole).toInt();
    return status < 0 ? std::nullopt : std::optional(static_cast<RelationKind>(status));
}

QString coverageText(const QModelIndex& index) {
    const QString marks = index.data(QuestionModel::MarksRole).toString();
    const QString coverage = index.data(QuestionModel::CoverageRole).toString();
    return marks.isEmpty() ? coverage : coverage + u' ' + marks;
}

/// Breaks `string` into at most `most` lines; the last one is elided. Paints them when there is a painter.
int lines(QPainter* painter, const QFont& font, const QString& string, QPoint at, int width, int most) {
    QTextLayout layout(string, font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    const QFontMetrics metrics(font);
    int count = 0;
    const int step = metrics.height() + 1;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        const bool last = count + 1 == most;
        const int next = line.textStart() + line.textLength();
        if (painter) {
            const QString shown = last && next < string.size()
                                      ? metrics.elidedText(string.mid(line.textStart()), Qt::ElideRight, width)
                                      : string.mid(line.textStart(), line.textLength());
            painter->drawText(at.x(), at.y() + count * step + metrics.ascent(), shown);
        }
        ++count;
        if (last)
            break;
    }
    layout.endLayout();
    return count * step;
}
} // namespace

QuestionDelegate::QuestionDelegate(QAbstractItemView* view) : QStyledItemDelegate(view), view_(view) {}

QuestionDelegate::Parts QuestionDelegate::layout(const QRect& row, const QModelIndex& index) const {
    Parts parts;
    const int coverageWidth = QFontMetrics(coverageFont()).horizontalAdvance(coverageText(index)) + 1;
    const int x = row.x() + left + signColumn;
    const int width = std::max(60, row.width() - left - signColumn - right);
    const int titleWidth = std::max(60, width - coverageWidth - gap);
    const int titleHeight = lines(nullptr, titleFont(), index.data(Qt::DisplayRole).toString(), {}, titleWidth, 2);
    const QString values = index.data(QuestionModel::ValuesRole).toString();
    const int oneLine = QFontMetrics(titleFont()).height() + 1;
    const int mostValues = oneHeight_ && titleHeight > oneLine ? 1 : 2; // three lines in all
    const int valuesHeight = values.isEmpty() ? 0 : lines(nullptr, valuesFont(), values, {}, width, mostValues);
    parts.sign = QRect(row.x() + left, row.y() + above, signColumn, QFontMetrics(titleFont()).height());
    parts.title = QRect(x, row.y() + above, titleWidth, titleHeight);
    parts.values = QRect(x, parts.title.bottom() + 3, width, valuesHeight); // below the coverage, too
    parts.coverage = QRect(row.right() - right - coverageWidth + 1, row.y() + above, coverageWidth,
                           QFontMetrics(titleFont()).height());
    parts.mostValues = mostValues;
    parts.height = above + titleHeight + (valuesHeight ? 2 + valuesHeight : 0) + below + 1;
    return parts;
}

QSize QuestionDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const {
    const int width = view_->viewport()->width();
    if (oneHeight_)
        return {width, above + 2 * (QFontMetrics(titleFont()).height() + 1) + 2 +
                           (QFontMetrics(valuesFont()).height() + 1) + below + 1};
    return {width, layout(QRect(0, 0, width, 0), index).height};
}

void QuestionDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const Theme& theme = Theme::current();
    const auto status = statusOf(index);
    const Parts parts = layout(option.rect, index);
    const bool selected = option.state & QStyle::State_Selected;
    painter->save();
    if (selected)
        painter->fillRect(option.rect, theme.selection);
    else if (option.state & QStyle::State_MouseOver)
        painter->fillRect(option.rect, theme.ruler);
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), theme.line);
    if (selected)
        painter->fillRect(QRect(option.rect.left(), option.rect.top(), 3, option.rect.height()), theme.accent);
    if ((option.state & QStyle::State_HasFocus) && view_->hasFocus()) {
        painter->setPen(QPen(theme.accent, 2));
        painter->drawRect(option.rect.adjusted(1, 1, -1, -2));
    }

    painter->setFont(interfaceFont(10, QFont::Bold));
    painter->setPen(theme.mark(status).ink);
    painter->drawText(parts.sign, Qt::AlignLeft | Qt::AlignVCenter, statusSign(status));

    painter->setFont(titleFont());
    painter->setPen(theme.text);
    lines(painter, titleFont(), index.data(Qt::DisplayRole).toString(), parts.title.topLeft(), parts.title.width(), 2);

    painter->setFont(valuesFont());
    painter->setPen(theme.quiet);
    if (parts.values.height() > 0)
        lines(painter, valuesFont(), index.data(QuestionModel::ValuesRole).toString(), parts.values.topLeft(),
              parts.values.width(), parts.mostValues);

    painter->setFont(coverageFont());
    painter->drawText(parts.coverage, Qt::AlignRight | Qt::AlignVCenter, coverageText(index));
    painter->restore();
}

} // namespace countercheck::ui
