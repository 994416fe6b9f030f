// SPDX-License-Identifier: GPL-3.0-or-later
// All articles of a case, a row each: which they are, from whom and when, what they rest on, how much of the case they
// answer. The panes show a few articles at a time; this is where a screen reader, or anybody, finds all of them.
#pragma once

#include "core/dossier/dossier.h"
#include "ui/panes/claimindex.h"

#include <QAbstractTableModel>

namespace countercheck::ui {

class ArticlesModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Article, Title, Published, RestsOn, Questions, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;

    void setSnapshot(const dossier::Snapshot& snapshot);
    [[nodiscard]] const dossier::Snapshot& snapshot() const { return snapshot_; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] QString words(std::size_t article, int column) const;
    [[nodiscard]] int questionsOf(std::size_t article) const;

    dossier::Snapshot snapshot_;
    ClaimIndex claims_;
};

} // namespace countercheck::ui
