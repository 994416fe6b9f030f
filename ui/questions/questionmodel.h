// SPDX-License-Identifier: GPL-3.0-or-later
// The questions of a snapshot as rows, gravest first. Read-only; takes a whole snapshot at once. There may be some
// hundred thousand: a row's words are made when somebody looks at it, and an edit touches the rows that it concerns.
// QuestionFilter narrows the rows to one chip's sort and to a search text.
#pragma once

#include "core/dossier/dossier.h"
#include "ui/questions/narrowing.h"

#include <QAbstractListModel>

#include <array>
#include <memory>
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
    };
    using QAbstractListModel::QAbstractListModel;

    void setSnapshot(const dossier::Snapshot& snapshot);
    [[nodiscard]] const dossier::Snapshot& snapshot() const { return snapshot_; } ///< null before the first
    /// Row of a key; -1 when it is not there.
    [[nodiscard]] int rowOf(const dossier::QuestionKey& key) const;

    // Of a row, without making its words.
    [[nodiscard]] const compare::Question& question(int row) const;
    [[nodiscard]] std::optional<compare::RelationKind> status(int row) const;
    [[nodiscard]] bool open(int row) const { return has(row, Needed) && !has(row, Resolved); }
    [[nodiscard]] bool resolved(int row) const { return has(row, Resolved); }
    [[nodiscard]] bool signedOff(int row) const { return has(row, SignedOff); }
    [[nodiscard]] bool decidedOn(int row) const { return has(row, Decided); } ///< somebody had a hand in it

    // How many rows there are of a sort, without going through them.
    [[nodiscard]] std::size_t countOf(compare::RelationKind status) const;
    [[nodiscard]] std::size_t countOpen() const;
    [[nodiscard]] std::size_t countSignedOff() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

private:
    struct Row {
        QString key, title, values, coverage, marks, spoken, sentence;
    };
    enum Flag : std::uint8_t { StatusBits = 7, Needed = 8, Resolved = 16, SignedOff = 32, Decided = 64 };
    [[nodiscard]] bool has(int row, Flag flag) const { return (flags_[static_cast<std::size_t>(row)] & flag) != 0; }
    template <class Which> [[nodiscard]] std::size_t countWhere(Which which) const;
    [[nodiscard]] const Row& row(int row) const;
    void readFlags();
    void readDecisions(int row);

    dossier::Snapshot snapshot_;
    std::vector<std::uint8_t> flags_;       ///< by row
    std::array<std::size_t, 256> counts_{}; ///< rows by their flags
    std::size_t shownArticles_ = 0;
    mutable std::vector<std::unique_ptr<Row>> rows_; ///< null: nobody has looked at it yet
};

/// What a person calls the state of a question: "unchecked", "disputed", "dismissed: …", "signed off".
QString stateInWords(const dossier::Decisions& decisions);

} // namespace countercheck::ui
