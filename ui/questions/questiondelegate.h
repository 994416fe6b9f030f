// SPDX-License-Identifier: GPL-3.0-or-later
// Paints one question of the list: sign in its colour, title, the values beneath, coverage and check marks at the
// right, an accent bar beside the selected row.
#pragma once

#include <QStyledItemDelegate>

class QAbstractItemView;

namespace countercheck::ui {

class QuestionDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    explicit QuestionDelegate(QAbstractItemView* view);
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    /// Every row has room for three lines: none has to be measured.
    void setOneHeight(bool one) { oneHeight_ = one; }

private:
    struct Parts {
        QRect sign, title, values, coverage;
        int height = 0;
        int mostValues = 2; ///< lines
    };
    [[nodiscard]] Parts layout(const QRect& row, const QModelIndex& index) const;
    QAbstractItemView* view_;
    bool oneHeight_ = false;
};

} // namespace countercheck::ui
