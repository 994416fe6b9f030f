// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deciding/historymodel.h"

#include "ui/basics/explanation.h"
#include "ui/workbench/words.h"

namespace countercheck::ui {

void HistoryModel::setSnapshot(const dossier::Snapshot& snapshot) {
    const std::size_t before = snapshot_ ? snapshot_->history.size() : 0;
    const std::size_t now = snapshot ? snapshot->history.size() : 0;
    // The log only grows, and the newest stands first: what is on show stays where it is.
    const bool grown = snapshot_ && before > 0 && now > before &&
                       snapshot->history[now - before] == snapshot_->history.front() &&
                       snapshot->history.back() == snapshot_->history.back();
    if (snapshot_ && now == before && (now == 0 || snapshot->history.front() == snapshot_->history.front())) {
        snapshot_ = snapshot;
        return;
    }
    if (grown)
        beginInsertRows({}, 0, static_cast<int>(now - before) - 1);
    else
        beginResetModel();
    snapshot_ = snapshot;
    if (grown)
        endInsertRows();
    else
        endResetModel();
}

int HistoryModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() || !snapshot_ ? 0 : static_cast<int>(snapshot_->history.size());
}

int HistoryModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : Columns;
}

QVariant HistoryModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || !snapshot_ || index.row() >= rowCount())
        return {};
    const auto& line = snapshot_->history[static_cast<std::size_t>(index.row())];
    if (role == KeyRole)
        return text(line.question.value);
    if (role == Qt::DisplayRole) {
        switch (index.column()) {
        case When:
            return when(line.stamp.at);
        case Who:
            return text(line.stamp.by);
        default:
            return told(line.text);
        }
    }
    if (role == Qt::ToolTipRole)
        return tr("Record %1, %2\n%3").arg(line.record.value).arg(whenExactly(line.stamp.at), told(line.text));
    if (role == Qt::AccessibleTextRole && index.column() == When)
        return whenExactly(line.stamp.at);
    return {};
}

QVariant HistoryModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (role != Qt::DisplayRole)
        return {};
    if (orientation == Qt::Vertical)
        return snapshot_ && section < rowCount()
                   ? QVariant(QString::number(snapshot_->history[static_cast<std::size_t>(section)].record.value))
                   : QVariant();
    switch (section) {
    case When:
        return tr("When");
    case Who:
        return tr("Who");
    default:
        return tr("What");
    }
}

void HistoryFilter::setWords(const QString& words) {
    words_ = words.trimmed();
    invalidateFilter();
}

void HistoryFilter::setPerson(const QString& person) {
    person_ = person;
    invalidateFilter();
}

void HistoryFilter::setQuestion(const QString& key) {
    question_ = key;
    invalidateFilter();
}

bool HistoryFilter::filterAcceptsRow(int row, const QModelIndex& parent) const {
    const auto at = [&](int column) { return sourceModel()->index(row, column, parent); };
    const QString who = at(HistoryModel::Who).data().toString();
    if (!person_.isEmpty() && who != person_)
        return false;
    if (!question_.isEmpty() && at(0).data(HistoryModel::KeyRole).toString() != question_)
        return false;
    return words_.isEmpty() || who.contains(words_, Qt::CaseInsensitive) ||
           at(HistoryModel::What).data().toString().contains(words_, Qt::CaseInsensitive);
}

} // namespace countercheck::ui
