// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sources/articlesmodel.h"

#include "ui/panes/lineageindex.h"
#include "ui/workbench/words.h"

#include <QDate>
#include <QLocale>
#include <QStringList>

#include <utility>

namespace countercheck::ui {

void ArticlesModel::setSnapshot(const dossier::Snapshot& snapshot) {
    const bool same = snapshot_ && snapshot && snapshot->articles.sharesWith(snapshot_->articles) &&
                      snapshot->comparison.questions.sharesWith(snapshot_->comparison.questions) &&
                      snapshot->comparison.lineage.sharesWith(snapshot_->comparison.lineage);
    if (same) {
        snapshot_ = snapshot;
        return;
    }
    beginResetModel();
    snapshot_ = snapshot;
    claims_ = snapshot ? ClaimIndex::of(snapshot->comparison) : ClaimIndex();
    endResetModel();
}

int ArticlesModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() || !snapshot_ ? 0 : static_cast<int>(snapshot_->articles.size());
}
int ArticlesModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(ColumnCount);
}

int ArticlesModel::questionsOf(std::size_t article) const {
    int count = 0;
    std::uint32_t last = 0xffffffff;
    for (const ClaimIndex::Claim& claim : claims_.of(article)) { // in order of the questions
        count += claim.question != last ? 1 : 0;
        last = claim.question;
    }
    return count;
}

QString ArticlesModel::words(std::size_t at, int column) const {
    const dossier::Article& article = std::as_const(snapshot_->articles)[at];
    switch (column) {
    case Article:
        return articleLetter(at) + QStringLiteral(" · ") + articleName(article);
    case Title:
        return text(article.info.title.empty() ? article.fileName : article.info.title);
    case Published: {
        const QDate date = QDate::fromString(text(article.info.published).left(10), Qt::ISODate);
        return date.isValid() ? QLocale().toString(date, QStringLiteral("d MMM yyyy")) : text(article.info.published);
    }
    case RestsOn: {
        QStringList others;
        for (const std::uint32_t n : lineagesOf(snapshot_->comparison, at)) {
            const compare::Lineage& lineage = std::as_const(snapshot_->comparison.lineage)[n];
            if (lineage.b == at && lineage.kind != compare::LineageKind::SharedSource)
                others << articleLetter(lineage.a);
        }
        return others.join(QStringLiteral(", "));
    }
    case Questions:
        return QLocale().toString(questionsOf(at));
    default:
        return {};
    }
}

QVariant ArticlesModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount() || index.column() >= ColumnCount)
        return {};
    const auto at = static_cast<std::size_t>(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return words(at, index.column());
    case Qt::ToolTipRole:
        return index.column() == Title ? words(at, Title) : QVariant();
    case Qt::AccessibleTextRole: {
        const QString said = words(at, index.column());
        return index.column() == Article ? said
               : said.isEmpty()
                   ? tr("%1: none").arg(headerData(index.column(), Qt::Horizontal).toString())
                   : QStringLiteral("%1: %2").arg(headerData(index.column(), Qt::Horizontal).toString(), said);
    }
    default:
        return {};
    }
}

QVariant ArticlesModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    if (orientation == Qt::Vertical)
        return section + 1;
    switch (section) {
    case Article:
        return tr("Article");
    case Title:
        return tr("Title");
    case Published:
        return tr("Published");
    case RestsOn:
        return tr("Written from");
    case Questions:
        return tr("Questions");
    default:
        return {};
    }
}

} // namespace countercheck::ui
