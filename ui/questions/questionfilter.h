// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of a QuestionModel that a person asked for: one chip's sort, filters and the words of a search, all of which
// have to be met. What takes longer than a blink (words in a hundred thousand questions) is looked for beside the
// window; until it is found the rows stay as they were, and the newest question wins.
#pragma once

#include "ui/basics/jobs.h"
#include "ui/questions/narrowing.h"
#include "ui/questions/questionmodel.h"

#include <QAbstractProxyModel>

namespace countercheck::ui {

enum class QuestionSort { All, Contradictions, Discrepancies, Unchecked, Mine, SignedOff };

class QuestionFilter : public QAbstractProxyModel {
    Q_OBJECT
public:
    explicit QuestionFilter(QObject* parent = nullptr);

    void setSourceModel(QAbstractItemModel* model) override; ///< a QuestionModel
    void setSort(QuestionSort sort);
    void setSearch(const QString& search); ///< every word of it has to be found
    void setNarrowing(const Narrowing& narrowing);
    void setPerson(const dossier::Person& person); ///< whose turn it is, for QuestionSort::Mine
    [[nodiscard]] const Narrowing& narrowing() const { return asked_.narrowing; }
    [[nodiscard]] std::size_t countOf(QuestionSort sort) const; ///< in the whole model
    [[nodiscard]] bool looking() const { return looking_.running(); }

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex&) const override { return {}; }
    using QObject::parent;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : 1; }
    [[nodiscard]] QModelIndex mapToSource(const QModelIndex& index) const override;
    [[nodiscard]] QModelIndex mapFromSource(const QModelIndex& index) const override;

    static constexpr int mostAtOnce = 2000; ///< rows that are looked through in the window's thread

signals:
    void refiltered(); ///< other rows than before are shown

private:
    struct Asked {
        QuestionSort sort = QuestionSort::All;
        QStringList words; ///< with their case folded
        Narrowing narrowing;
        dossier::Person person;
    };
    [[nodiscard]] const QuestionModel* model() const { return static_cast<const QuestionModel*>(sourceModel()); }
    [[nodiscard]] bool belongs(int row, QuestionSort sort) const;
    [[nodiscard]] bool accepts(int row) const;
    [[nodiscard]] std::vector<int> ofSort() const;
    void refilter();
    void show(std::vector<int> rows);
    void changed(int first, int last);

    Asked asked_;
    std::vector<int> rows_; ///< of the source, ascending
    Jobs looking_;
};

} // namespace countercheck::ui
