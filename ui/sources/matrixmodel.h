// SPDX-License-Identifier: GPL-3.0-or-later
// Claims by articles: a row a question, gravest first, a column an article; in each cell what that article answers,
// with its source. Read-only; also the way to read a case as a table with a screen reader.
#pragma once

#include "core/dossier/dossier.h"

#include <QAbstractTableModel>

namespace countercheck::ui {

class MatrixModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Role {
        KeyRole = Qt::UserRole, ///< QString: the question's key
        StatusRole,             ///< int: compare::RelationKind, -1 for a single source
        FirstSpanRole           ///< QPoint: begin and end byte of the cell's first claim; null: no claim there
    };
    using QAbstractTableModel::QAbstractTableModel;

    void setSnapshot(const dossier::Snapshot& snapshot);
    [[nodiscard]] int rowOf(const dossier::QuestionKey& key) const; ///< -1 when it is not there
    [[nodiscard]] dossier::Snapshot snapshot() const { return snapshot_; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    dossier::Snapshot snapshot_;
};

} // namespace countercheck::ui
