// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/questionmodel.h"

#include "ui/theme.h"
#include "ui/words.h"

#include <algorithm>

namespace countercheck::ui {

using compare::RelationKind;
using dossier::FigureState;
using dossier::QuestionKey;

void QuestionModel::setSnapshot(const dossier::Snapshot& snapshot) {
    std::vector<Row> rows;
    rows.reserve(snapshot->comparison.questions.size());
    for (const auto& question : snapshot->comparison.questions) {
        const auto& decisions = snapshot->decisionsOf(QuestionKey{question.key});
        Row row;
        row.key = text(question.key);
        row.title = text(question.title.empty() ? question.label : question.title);
        row.values = valuesLine(question);
        const Coverage covered = coverage(*snapshot, question);
        row.coverage = tr("%1 of %2").arg(covered.articles).arg(covered.of);
        row.status = question.status();
        row.facts = factsOf(*snapshot, question);
        row.resolved = decisions.resolved();
        row.open = dossier::needsDecision(question) && !row.resolved;
        row.signedOff = decisions.figureState() == FigureState::SignedOff;
        QString state = tr("unchecked");
        if (row.signedOff) {
            row.marks = QStringLiteral("✓✓");
            state = tr("signed off");
        } else if (!decisions.dismissed.empty()) {
            row.marks = QStringLiteral("–");
            state = tr("dismissed: %1").arg(text(decisions.dismissed));
        } else if (decisions.verdict && row.resolved) {
            row.marks = QStringLiteral("✓");
            state = verdictWord(decisions.verdict->state);
        } else if (decisions.verdict) {
            state = verdictWord(decisions.verdict->state);
        }
        row.spoken =
            tr("%1, %2, %3, %4 articles, %5").arg(row.title, statusWord(row.status), row.values, row.coverage, state);
        row.sentence =
            tr("%1: %2. %3 articles. %4.").arg(statusWord(row.status), statusGloss(row.status), row.coverage, state);
        QStringList search{row.title, text(question.label), row.values, statusWord(row.status), state};
        for (const auto& claim : question.claims) {
            search << text(claim.quote) << text(claim.attribution);
            if (claim.article < snapshot->articles.size())
                search << text(claim.sentence.of(snapshot->articles[claim.article].text));
        }
        if (decisions.verdict)
            search << text(decisions.verdict->note);
        if (decisions.proposal)
            search << text(decisions.proposal->wording);
        for (const auto& note : decisions.notes)
            search << text(note.text);
        row.search = search.join(u'\n').toCaseFolded();
        rows.push_back(std::move(row));
    }
    const bool sameQuestions =
        rows.size() == rows_.size() &&
        std::equal(rows.begin(), rows.end(), rows_.begin(), [](const Row& a, const Row& b) { return a.key == b.key; });
    if (!sameQuestions) {
        beginResetModel();
        rows_ = std::move(rows);
        endResetModel();
        return;
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i] == rows_[i])
            continue;
        rows_[i] = std::move(rows[i]);
        const QModelIndex changed = index(static_cast<int>(i));
        emit dataChanged(changed, changed);
    }
}

int QuestionModel::rowOf(const QuestionKey& key) const {
    const QString wanted = text(key.value);
    for (std::size_t i = 0; i < rows_.size(); ++i)
        if (rows_[i].key == wanted)
            return static_cast<int>(i);
    return -1;
}

int QuestionModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

QVariant QuestionModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Row& row = rows_[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return row.title;
    case Qt::ToolTipRole:
        return row.sentence;
    case Qt::AccessibleTextRole:
        return row.spoken;
    case Qt::AccessibleDescriptionRole:
        return row.values;
    case KeyRole:
        return row.key;
    case ValuesRole:
        return row.values;
    case CoverageRole:
        return row.coverage;
    case MarksRole:
        return row.marks;
    case StatusRole:
        return row.status ? static_cast<int>(*row.status) : -1;
    case ResolvedRole:
        return row.resolved;
    case OpenRole:
        return row.open;
    case SignedOffRole:
        return row.signedOff;
    case SearchRole:
        return row.search;
    default:
        return {};
    }
}

QHash<int, QByteArray> QuestionModel::roleNames() const {
    auto names = QAbstractListModel::roleNames();
    names.insert({{KeyRole, "key"},
                  {ValuesRole, "values"},
                  {CoverageRole, "coverage"},
                  {MarksRole, "marks"},
                  {StatusRole, "status"},
                  {ResolvedRole, "resolved"},
                  {OpenRole, "open"},
                  {SignedOffRole, "signedOff"},
                  {SearchRole, "search"}});
    return names;
}

void QuestionFilter::setSort(QuestionSort sort) {
    sort_ = sort;
    invalidateFilter();
}

void QuestionFilter::setSearch(const QString& search) {
    words_ = search.toCaseFolded().split(u' ', Qt::SkipEmptyParts);
    invalidateFilter();
}

void QuestionFilter::setNarrowing(const Narrowing& narrowing) {
    narrowing_ = narrowing;
    invalidateFilter();
}

void QuestionFilter::setPerson(const dossier::Person& person) {
    person_ = person;
    invalidateFilter();
}

bool QuestionFilter::belongs(int sourceRow, QuestionSort sort) const {
    const QModelIndex row = sourceModel()->index(sourceRow, 0);
    const int status = row.data(QuestionModel::StatusRole).toInt();
    switch (sort) {
    case QuestionSort::All:
        return true;
    case QuestionSort::Contradictions:
        return status == static_cast<int>(RelationKind::Contradiction);
    case QuestionSort::Discrepancies:
        return status == static_cast<int>(RelationKind::Discrepancy);
    case QuestionSort::Unchecked:
        return row.data(QuestionModel::OpenRole).toBool();
    case QuestionSort::Mine:
        return isMine(static_cast<const QuestionModel*>(sourceModel())->facts(sourceRow), person_);
    case QuestionSort::SignedOff:
        return row.data(QuestionModel::SignedOffRole).toBool();
    }
    return true;
}

bool QuestionFilter::filterAcceptsRow(int row, const QModelIndex& parent) const {
    const auto* model = static_cast<const QuestionModel*>(sourceModel());
    if (!belongs(row, sort_) || !narrowing_.accepts(model->facts(row)))
        return false;
    const QString search = model->index(row, 0, parent).data(QuestionModel::SearchRole).toString();
    return std::all_of(words_.begin(), words_.end(), [&](const QString& word) { return search.contains(word); });
}

} // namespace countercheck::ui
