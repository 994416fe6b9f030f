// SPDX-License-Identifier: GPL-3.0-or-later
// The log of the case for people, newest first: when, who, what. Read-only.
#pragma once

#include "core/dossier/dossier.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

namespace countercheck::ui {

class HistoryModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { When, Who, What, Columns };
    enum Role { KeyRole = Qt::UserRole /**< QString: the question's key, empty when there is none */ };
    using QAbstractTableModel::QAbstractTableModel;

    void setSnapshot(const dossier::Snapshot& snapshot);
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    dossier::Snapshot snapshot_;
};

/// By words anywhere in a line, by person, by question.
class HistoryFilter : public QSortFilterProxyModel {
    Q_OBJECT
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;
    void setWords(const QString& words);
    void setPerson(const QString& person); ///< empty: everybody
    void setQuestion(const QString& key);  ///< empty: the whole case

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    QString words_, person_, question_;
};

} // namespace countercheck::ui
