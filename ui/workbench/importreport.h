// SPDX-License-Identifier: GPL-3.0-or-later
// What became of each file that was to come in: taken, a later version of what is there, there already, skipped and
// why, not tried because somebody stopped it.
#pragma once

#include "core/dossier/dossier.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>
#include <QString>

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace countercheck::ui {

enum class Outcome : std::uint8_t { Taken, Version, AlreadyThere, Skipped, NotTried };
QString outcomeWord(Outcome outcome); ///< "Taken in"
QString outcomeSign(Outcome outcome); ///< "+", so that nothing is told by colour alone

struct ImportLine {
    QString file; ///< as people know it: within the folder or archive that it came from
    Outcome outcome = Outcome::Taken;
    QString message;            ///< what was found in it, what changed, or what is wrong and what to do
    dossier::ArticleId article; ///< unless it was skipped
};

struct ImportReport {
    std::vector<ImportLine> lines;

    [[nodiscard]] std::size_t count(Outcome outcome) const;
    /// "117 taken in · 3 there already · 2 skipped"; what did not happen is left out.
    [[nodiscard]] QString summary() const;
    /// For mails and files: the summary, then each outcome with its lines.
    [[nodiscard]] QString asText(std::optional<Outcome> only = {}) const;
};
using SharedReport = std::shared_ptr<const ImportReport>;

class ImportModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { What, File, Message, Columns };
    enum Role { OutcomeRole = Qt::UserRole };
    using QAbstractTableModel::QAbstractTableModel;

    void setReport(SharedReport report);
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    SharedReport report_;
};

/// By outcome, and by words in any column.
class ImportFilter : public QSortFilterProxyModel {
    Q_OBJECT
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;
    void setOutcome(std::optional<Outcome> outcome); ///< nothing: all
    void setWords(const QString& words);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    std::optional<Outcome> outcome_;
    QString words_;
};

} // namespace countercheck::ui
