// SPDX-License-Identifier: GPL-3.0-or-later
// The questions of a snapshot as rows, gravest first. Read-only; takes a whole snapshot at once. QuestionFilter narrows
// the rows to one chip's sort and to a search text.
#pragma once

#include "core/dossier/dossier.h"
#include "ui/narrowing.h"

#include <QAbstractListModel>
#include <QSortFilterProxyModel>

#include <optional>
#include <vector>

namespace countercheck::ui {

class QuestionModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        KeyRole = Qt::UserRole, ///< QString: the question's key
        ValuesRole,             ///< QString: "three · four · at least three"
        CoverageRole,           ///< QString: "3 of 3"
        MarksRole,              ///< QString: "✓" verdict, "✓✓" signed off, "–" dismissed
        StatusRole,             ///< int: compare::RelationKind, -1 for a single source
        ResolvedRole,           ///< bool: nobody has to look at it any more
        OpenRole,               ///< bool: needs a decision and has none
        SignedOffRole,          ///< bool
        SearchRole,             ///< QString: everything that the search looks at
    };
    using QAbstractListModel::QAbstractListModel;

    void setSnapshot(const dossier::Snapshot& snapshot);
    /// Row of a key; -1 when it is not there.
    [[nodiscard]] int rowOf(const dossier::QuestionKey& key) const;

    [[nodiscard]] const QuestionFacts& facts(int row) const { return rows_[static_cast<std::size_t>(row)].facts; }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

private:
    struct Row {
        QString key, title, values, coverage, marks, spoken, search, sentence;
        std::optional<compare::RelationKind> status;
        QuestionFacts facts;
        bool resolved = false, open = false, signedOff = false;
        bool operator==(const Row&) const = default;
    };
    std::vector<Row> rows_;
};

enum class QuestionSort { All, Contradictions, Discrepancies, Unchecked, Mine, SignedOff };

class QuestionFilter : public QSortFilterProxyModel {
    Q_OBJECT
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;
    void setSort(QuestionSort sort);
    void setSearch(const QString& search); ///< every word of it has to be found
    void setNarrowing(const Narrowing& narrowing);
    void setPerson(const dossier::Person& person); ///< whose turn it is, for QuestionSort::Mine
    [[nodiscard]] const Narrowing& narrowing() const { return narrowing_; }
    [[nodiscard]] bool belongs(int sourceRow, QuestionSort sort) const;

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    QuestionSort sort_ = QuestionSort::All;
    QStringList words_;
    Narrowing narrowing_;
    dossier::Person person_;
};

} // namespace countercheck::ui
