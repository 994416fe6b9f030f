// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workbench/choicefield.h"

#include "ui/workbench/words.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QListView>

#include <algorithm>

namespace countercheck::ui {

MatchingLines::MatchingLines(QStringList lines, QObject* parent)
    : QAbstractListModel(parent), lines_(std::move(lines)) {
    setWords({});
}

void MatchingLines::setWords(const QString& words) {
    const QStringList wanted = words.simplified().split(u' ', Qt::SkipEmptyParts);
    beginResetModel();
    words_ = wanted;
    found_.clear();
    more_ = 0;
    for (int i = 0; i < lines_.size(); ++i) {
        const QString& line = lines_[i];
        if (!std::all_of(words_.begin(), words_.end(),
                         [&line](const QString& word) { return line.contains(word, Qt::CaseInsensitive); }))
            continue;
        if (static_cast<int>(found_.size()) < most)
            found_.push_back(i);
        else
            ++more_;
    }
    endResetModel();
}

int MatchingLines::lineOf(int row) const {
    return row >= 0 && row < static_cast<int>(found_.size()) ? found_[static_cast<std::size_t>(row)] : -1;
}

int MatchingLines::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(found_.size()) + (more_ > 0 || found_.empty() ? 1 : 0);
}

QVariant MatchingLines::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount() ||
        (role != Qt::DisplayRole && role != Qt::EditRole && role != Qt::ToolTipRole))
        return {};
    if (const int line = lineOf(index.row()); line >= 0)
        return lines_[line];
    if (role == Qt::EditRole)
        return QString();
    return found_.empty() ? tr("None has these words")
                          : counted(static_cast<std::size_t>(more_), tr("1 more: type more words"),
                                    tr("%1 more: type more words"));
}

Qt::ItemFlags MatchingLines::flags(const QModelIndex& index) const {
    return !index.isValid() || lineOf(index.row()) >= 0 ? QAbstractListModel::flags(index) : Qt::ItemNeverHasChildren;
}

ChoiceField::ChoiceField(const QStringList& choices, int current, QWidget* parent)
    : QLineEdit(parent), matches_(new MatchingLines(choices, this)), completer_(new QCompleter(this)) {
    auto* list = new QListView;
    list->setUniformItemSizes(true);
    completer_->setModel(matches_);
    completer_->setPopup(list);
    completer_->setCompletionMode(QCompleter::UnfilteredPopupCompletion); // the model has done it
    completer_->setMaxVisibleItems(12);
    completer_->setWidget(this); // not setCompleter(): what is typed stays as it is until something is chosen
    setPlaceholderText(tr("Type words to look for one"));
    setClearButtonEnabled(true);
    connect(completer_, qOverload<const QModelIndex&>(&QCompleter::activated), this, [this](const QModelIndex& index) {
        const QString line = index.data().toString();
        const int at = static_cast<int>(matches_->lines().indexOf(line));
        if (const int row = matches_->lineOf(index.row()); row >= 0 && matches_->lines()[row] == line)
            setCurrentIndex(row);
        else if (at >= 0)
            setCurrentIndex(at);
    });
    connect(this, &QLineEdit::textEdited, this, &ChoiceField::typed);
    setCurrentIndex(current);
}

void ChoiceField::setCurrentIndex(int index) {
    if (index < 0 || index >= matches_->lines().size())
        return;
    setText(matches_->lines()[index]);
    setCursorPosition(0);
    take(index);
}

void ChoiceField::take(int index) {
    if (index == current_)
        return;
    current_ = index;
    emit currentIndexChanged(index);
}

void ChoiceField::typed(const QString& words) {
    showList(words);
    // A whole line that is typed or pasted is that one.
    take(matches_->lineOf(0) >= 0 && matches_->lines()[matches_->lineOf(0)] == words ? matches_->lineOf(0) : -1);
}

void ChoiceField::showList(const QString& words) {
    matches_->setWords(words);
    completer_->complete();
}

void ChoiceField::mousePressEvent(QMouseEvent* event) {
    QLineEdit::mousePressEvent(event);
    selectAll(); // the next letter begins anew
    showList(current_ >= 0 ? QString() : text());
}

void ChoiceField::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Down || event->key() == Qt::Key_F4) {
        showList(current_ >= 0 ? QString() : text());
        return;
    }
    QLineEdit::keyPressEvent(event);
}

} // namespace countercheck::ui
