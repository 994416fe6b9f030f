// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/questions/questionfilter.h"

#include "ui/basics/explanation.h"
#include "ui/basics/theme.h"
#include "ui/questions/wordsearch.h"
#include "ui/workbench/words.h"

#include <algorithm>

namespace countercheck::ui {

using compare::RelationKind;

namespace {

/// Does a question meet the filters, and hold all the words? For any thread.
bool meets(const dossier::Dossier& dossier, const compare::Question& question, const Narrowing& narrowing,
           const WordSearch& search) {
    if (narrowing.relation && narrowing.relation->kind != question.status())
        return false;
    if (narrowing.kind && *narrowing.kind != question.kind)
        return false;
    if (narrowing.count() > 0 && !narrowing.accepts(factsOf(dossier, question)))
        return false;
    if (search.empty())
        return true;
    WordSearch::Look look(search);
    const auto& decisions = dossier.decisionsOf({question.key});
    if (look.at(question.title) || look.at(question.label) ||
        (titlesTranslated() && look.at(questionTitle(question))) || look.at(statusWord(question.status())) ||
        look.at(stateInWords(decisions)))
        return true;
    const auto& articles = dossier.articles.get();
    for (const auto& claim : question.claims.get()) {
        if (look.at(claim.quote) || look.at(claim.shown) || look.at(claim.attribution))
            return true;
        if (claim.article < articles.size() && look.at(claim.sentence.of(articles[claim.article].text)))
            return true;
    }
    if ((decisions.verdict && look.at(decisions.verdict->note)) ||
        (decisions.proposal && look.at(decisions.proposal->wording)))
        return true;
    return std::any_of(decisions.notes.begin(), decisions.notes.end(),
                       [&](const dossier::Note& note) { return look.at(note.text); });
}

} // namespace

QuestionFilter::QuestionFilter(QObject* parent) : QAbstractProxyModel(parent) {}

void QuestionFilter::setSourceModel(QAbstractItemModel* model) {
    beginResetModel();
    if (sourceModel())
        sourceModel()->disconnect(this);
    QAbstractProxyModel::setSourceModel(model);
    connect(model, &QAbstractItemModel::modelAboutToBeReset, this, [this] {
        beginResetModel();
        looking_.cancel();
    });
    connect(model, &QAbstractItemModel::modelReset, this, [this] {
        rows_ = ofSort();
        const bool narrowed = !asked_.words.empty() || asked_.narrowing.count() > 0;
        if (narrowed)
            rows_.clear(); // filled below, at once or as soon as it is known
        endResetModel();
        if (narrowed)
            refilter();
        else
            emit refiltered();
    });
    connect(model, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex& first, const QModelIndex& last) { changed(first.row(), last.row()); });
    endResetModel();
}

void QuestionFilter::setSort(QuestionSort sort) {
    asked_.sort = sort;
    refilter();
}

void QuestionFilter::setSearch(const QString& search) {
    const QStringList words = search.toCaseFolded().split(u' ', Qt::SkipEmptyParts);
    if (words == asked_.words)
        return;
    asked_.words = words;
    refilter();
}

void QuestionFilter::setNarrowing(const Narrowing& narrowing) {
    asked_.narrowing = narrowing;
    refilter();
}

void QuestionFilter::setPerson(const dossier::Person& person) {
    asked_.person = person;
    refilter();
}

bool QuestionFilter::belongs(int row, QuestionSort sort) const {
    switch (sort) {
    case QuestionSort::All:
        return true;
    case QuestionSort::Contradictions:
        return model()->status(row) == RelationKind::Contradiction;
    case QuestionSort::Discrepancies:
        return model()->status(row) == RelationKind::Discrepancy;
    case QuestionSort::Unchecked:
        return model()->open(row);
    case QuestionSort::Mine: // only what somebody had a hand in can be anybody's
        return model()->decidedOn(row) && isMine(factsOf(*model()->snapshot(), model()->question(row)), asked_.person);
    case QuestionSort::SignedOff:
        return model()->signedOff(row);
    }
    return true;
}

bool QuestionFilter::accepts(int row) const {
    return belongs(row, asked_.sort) &&
           meets(*model()->snapshot(), model()->question(row), asked_.narrowing, WordSearch(asked_.words));
}

std::size_t QuestionFilter::countOf(QuestionSort sort) const {
    if (!model() || !model()->snapshot())
        return 0;
    std::size_t count = 0;
    switch (sort) {
    case QuestionSort::All:
        return static_cast<std::size_t>(model()->rowCount());
    case QuestionSort::Contradictions:
        return model()->countOf(RelationKind::Contradiction);
    case QuestionSort::Discrepancies:
        return model()->countOf(RelationKind::Discrepancy);
    case QuestionSort::Unchecked:
        return model()->countOpen();
    case QuestionSort::Mine: // among what somebody had a hand in
        for (const auto& [key, decisions] : model()->snapshot()->decisions)
            if (const int row = model()->rowOf(key); row >= 0 && model()->question(row).key == key.value)
                count += belongs(row, sort) ? 1 : 0;
        return count;
    case QuestionSort::SignedOff:
        return model()->countSignedOff();
    }
    return count;
}

std::vector<int> QuestionFilter::ofSort() const {
    std::vector<int> rows;
    const int all = model() ? model()->rowCount() : 0;
    for (int row = 0; row < all; ++row) {
        if (belongs(row, asked_.sort))
            rows.push_back(row);
    }
    return rows;
}

void QuestionFilter::refilter() {
    looking_.cancel();
    if (!model() || !model()->snapshot())
        return;
    std::vector<int> rows = ofSort();
    if (asked_.words.empty() && asked_.narrowing.count() == 0) {
        show(std::move(rows));
        return;
    }
    const auto look = [snapshot = model()->snapshot(), asked = asked_](std::vector<int> among,
                                                                       const std::stop_token& stop) {
        const WordSearch search(asked.words);
        const auto& questions = snapshot->comparison.questions.get();
        std::erase_if(among, [&](int row) {
            return stop.stop_requested() ||
                   !meets(*snapshot, questions[static_cast<std::size_t>(row)], asked.narrowing, search);
        });
        return among;
    };
    if (rows.size() <= mostAtOnce) {
        show(look(std::move(rows), {}));
        return;
    }
    looking_.start(tr("Searching"), [this, look, rows = std::move(rows)](const std::stop_token& stop,
                                                                         const Jobs::Progress&) mutable {
        auto found = look(std::move(rows), stop);
        return stop.stop_requested()
                   ? Jobs::Delivery()
                   : Jobs::Delivery([this, found = std::move(found)]() mutable { show(std::move(found)); });
    });
}

void QuestionFilter::show(std::vector<int> rows) {
    if (rows == rows_)
        return;
    beginResetModel();
    rows_ = std::move(rows);
    endResetModel();
    emit refiltered();
}

/// What a decision changed comes and goes by itself: the list does not jump.
void QuestionFilter::changed(int first, int last) {
    if (last - first >= 64) {
        refilter();
        if (!rows_.empty())
            emit dataChanged(index(0, 0), index(rowCount() - 1, 0));
        return;
    }
    bool moved = false;
    for (int row = first; row <= last; ++row) {
        const auto at = std::lower_bound(rows_.begin(), rows_.end(), row);
        const int place = static_cast<int>(at - rows_.begin());
        const bool shown = at != rows_.end() && *at == row, wanted = accepts(row);
        if (shown && wanted) {
            emit dataChanged(index(place, 0), index(place, 0));
        } else if (shown) {
            beginRemoveRows({}, place, place);
            rows_.erase(at);
            endRemoveRows();
            moved = true;
        } else if (wanted) {
            beginInsertRows({}, place, place);
            rows_.insert(at, row);
            endInsertRows();
            moved = true;
        }
    }
    if (looking_.running())
        refilter(); // it was looking through what was before
    else if (moved)
        emit refiltered();
}

QModelIndex QuestionFilter::index(int row, int column, const QModelIndex& parent) const {
    return hasIndex(row, column, parent) ? createIndex(row, column) : QModelIndex();
}

int QuestionFilter::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

QModelIndex QuestionFilter::mapToSource(const QModelIndex& index) const {
    if (!index.isValid() || !sourceModel() || index.row() >= rowCount())
        return {};
    return sourceModel()->index(rows_[static_cast<std::size_t>(index.row())], 0);
}

QModelIndex QuestionFilter::mapFromSource(const QModelIndex& index) const {
    if (!index.isValid())
        return {};
    const auto at = std::lower_bound(rows_.begin(), rows_.end(), index.row());
    if (at == rows_.end() || *at != index.row())
        return {};
    return createIndex(static_cast<int>(at - rows_.begin()), 0);
}

} // namespace countercheck::ui
