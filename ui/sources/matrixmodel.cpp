// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sources/matrixmodel.h"

#include "ui/basics/explanation.h"
#include "ui/basics/theme.h"
#include "ui/workbench/words.h"

#include <QPoint>
#include <QStringList>

namespace countercheck::ui {

namespace {

/// "three people (Wamaps)", each once.
QStringList answers(const compare::Question& question, std::uint32_t article) {
    QStringList lines;
    for (const auto& claim : question.claims) {
        if (claim.article != article)
            continue;
        QString line = text(claim.shown.empty() ? claim.quote : claim.shown);
        if (claim.negative)
            line = MatrixModel::tr("not: %1").arg(line);
        if (!claim.attribution.empty())
            line += QStringLiteral(" (%1)").arg(text(claim.attribution));
        if (!lines.contains(line))
            lines << line;
    }
    return lines;
}

} // namespace

void MatrixModel::setSnapshot(const dossier::Snapshot& snapshot) {
    const bool same = snapshot_ && snapshot->comparison.questions.sharesWith(snapshot_->comparison.questions) &&
                      snapshot->articles.sharesWith(snapshot_->articles);
    if (same) { // only decisions may have changed
        snapshot_ = snapshot;
        if (rowCount() > 0)
            emit headerDataChanged(Qt::Vertical, 0, rowCount() - 1);
        return;
    }
    beginResetModel();
    snapshot_ = snapshot;
    endResetModel();
}

int MatrixModel::rowOf(const dossier::QuestionKey& key) const {
    const auto* question = snapshot_ ? snapshot_->question(key) : nullptr;
    return question ? static_cast<int>(question - snapshot_->comparison.questions.data()) : -1;
}

int MatrixModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() || !snapshot_ ? 0 : static_cast<int>(snapshot_->comparison.questions.size());
}
int MatrixModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() || !snapshot_ ? 0 : static_cast<int>(snapshot_->articles.size());
}

QVariant MatrixModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount() || index.column() >= columnCount())
        return {};
    const auto& question = std::as_const(snapshot_->comparison.questions)[static_cast<std::size_t>(index.row())];
    const auto article = static_cast<std::uint32_t>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return answers(question, article).join(u'\n');
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole: {
        const QStringList lines = answers(question, article);
        return QStringLiteral("%1, %2: %3")
            .arg(articleLetter(article), questionTitle(question),
                 lines.isEmpty() ? tr("not mentioned") : lines.join(QStringLiteral("; ")));
    }
    case KeyRole:
        return text(question.key);
    case StatusRole:
        return question.status() ? static_cast<int>(*question.status()) : -1;
    case FirstSpanRole:
        for (const auto& claim : question.claims)
            if (claim.article == article)
                return QPoint(static_cast<int>(claim.words.begin), static_cast<int>(claim.words.end));
        return {};
    default:
        return {};
    }
}

QVariant MatrixModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (!snapshot_ || section < 0)
        return {};
    const auto at = static_cast<std::size_t>(section);
    if (orientation == Qt::Horizontal) {
        if (at >= snapshot_->articles.size() || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
            return {};
        const dossier::Article& article = std::as_const(snapshot_->articles)[at];
        return articleLetter(at) + QStringLiteral(" · ") +
               (role == Qt::DisplayRole ? shortName(article) : articleName(article));
    }
    if (at >= snapshot_->comparison.questions.size())
        return {};
    const auto& question = std::as_const(snapshot_->comparison.questions)[at];
    const auto& decisions = snapshot_->decisionsOf({question.key});
    if (role == Qt::DisplayRole)
        return statusSign(question.status()) + u' ' + questionTitle(question);
    if (role == Qt::ToolTipRole || role == Qt::AccessibleTextRole)
        return QStringLiteral("%1: %2. %3")
            .arg(statusWord(question.status()), questionTitle(question),
                 verdictWord(decisions.verdict ? decisions.verdict->state : dossier::VerdictState::Unchecked));
    return {};
}

} // namespace countercheck::ui
