// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workbench/importreport.h"

#include "ui/basics/theme.h"
#include "ui/workbench/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace countercheck::ui {

namespace {
QString say(const char* words) {
    return QCoreApplication::translate("ImportReport", words);
}
/// Why, without the name that stands in a column of its own: "/in/a.pdf: this PDF document is …" → "This PDF …".
QString withoutName(const ImportLine& line) {
    const QString file = line.file.section(u'/', -1);
    QString name = file + QStringLiteral(": ");
    for (const QChar blank : {QChar(0x202F), QChar(0xA0)}) // as French sets it
        if (!line.message.contains(name) && line.message.contains(file + blank + QStringLiteral(": ")))
            name = file + blank + QStringLiteral(": ");
    const qsizetype at = line.message.indexOf(name);
    if (at < 0 || line.message.left(at).contains(QStringLiteral(": ")))
        return line.message;
    QString why = line.message.mid(at + name.size());
    if (!why.isEmpty())
        why[0] = why[0].toUpper();
    return why;
}
constexpr Outcome outcomes[] = {Outcome::Skipped, Outcome::NotTried, Outcome::Version, Outcome::Taken,
                                Outcome::AlreadyThere}; // what wants attention first
} // namespace

QString outcomeWord(Outcome outcome) {
    switch (outcome) {
    case Outcome::Taken:
        return say(QT_TRANSLATE_NOOP("ImportReport", "Taken in"));
    case Outcome::Version:
        return say(QT_TRANSLATE_NOOP("ImportReport", "Another version"));
    case Outcome::AlreadyThere:
        return say(QT_TRANSLATE_NOOP("ImportReport", "There already"));
    case Outcome::Skipped:
        return say(QT_TRANSLATE_NOOP("ImportReport", "Skipped"));
    case Outcome::NotTried:
        return say(QT_TRANSLATE_NOOP("ImportReport", "Not tried"));
    }
    return {};
}

QString outcomeSign(Outcome outcome) {
    switch (outcome) {
    case Outcome::Taken:
        return QStringLiteral("+");
    case Outcome::Version:
        return QStringLiteral("±");
    case Outcome::AlreadyThere:
        return QStringLiteral("=");
    case Outcome::Skipped:
        return QStringLiteral("✕");
    case Outcome::NotTried:
        return QStringLiteral("…");
    }
    return {};
}

std::size_t ImportReport::count(Outcome outcome) const {
    return static_cast<std::size_t>(
        std::count_if(lines.begin(), lines.end(), [&](const ImportLine& line) { return line.outcome == outcome; }));
}

QString ImportReport::summary() const {
    QStringList parts;
    for (const Outcome outcome :
         {Outcome::Taken, Outcome::Version, Outcome::AlreadyThere, Outcome::Skipped, Outcome::NotTried})
        if (const std::size_t n = count(outcome); n > 0)
            parts << QStringLiteral("%1: %2").arg(outcomeWord(outcome)).arg(n);
    return parts.join(QStringLiteral(" · "));
}

QString ImportReport::asText(std::optional<Outcome> only) const {
    QString out = say(QT_TRANSLATE_NOOP("ImportReport", "Import report")) + u'\n' + summary() + u'\n';
    for (const Outcome outcome : outcomes) {
        if ((only && *only != outcome) || count(outcome) == 0)
            continue;
        out += u'\n' + outcomeWord(outcome) + u'\n';
        for (const ImportLine& line : lines)
            if (line.outcome == outcome)
                out += outcomeSign(outcome) + u' ' + line.file +
                       (line.message.isEmpty() ? QString() : QStringLiteral("\n    ") + line.message) + u'\n';
    }
    return out;
}

void ImportModel::setReport(SharedReport report) {
    beginResetModel();
    report_ = std::move(report);
    endResetModel();
}

int ImportModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() || !report_ ? 0 : static_cast<int>(report_->lines.size());
}

int ImportModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : Columns;
}

QVariant ImportModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ImportLine& line = report_->lines[static_cast<std::size_t>(index.row())];
    switch (role) {
    case OutcomeRole:
        return static_cast<int>(line.outcome);
    case Qt::DisplayRole:
        switch (index.column()) {
        case What:
            return QString(outcomeSign(line.outcome) + u' ' + outcomeWord(line.outcome));
        case File:
            return line.file;
        default:
            return line.outcome == Outcome::Skipped ? withoutName(line) : line.message;
        }
    case Qt::ToolTipRole:
        return index.column() == File ? line.file : line.message;
    case Qt::AccessibleTextRole:
        return index.column() == What ? outcomeWord(line.outcome) : data(index, Qt::DisplayRole);
    case Qt::ForegroundRole:
        if (index.column() == What && line.outcome == Outcome::Skipped)
            return Theme::current().contradiction.ink;
        if (index.column() == Message || line.outcome == Outcome::AlreadyThere)
            return Theme::current().quiet;
        return {};
    case Qt::FontRole:
        return index.column() == What && line.outcome == Outcome::Skipped ? interfaceFont(9.5, QFont::DemiBold)
                                                                          : interfaceFont(9.5);
    default:
        return {};
    }
}

QVariant ImportModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case What:
        return tr("Outcome");
    case File:
        return tr("File");
    case Message:
        return tr("What was found, or why not");
    default:
        return {};
    }
}

void ImportFilter::setOutcome(std::optional<Outcome> outcome) {
    outcome_ = outcome;
    invalidateFilter();
}

void ImportFilter::setWords(const QString& words) {
    words_ = words.trimmed();
    invalidateFilter();
}

bool ImportFilter::filterAcceptsRow(int row, const QModelIndex& parent) const {
    const QAbstractItemModel* model = sourceModel();
    if (outcome_ && model->index(row, ImportModel::What, parent).data(ImportModel::OutcomeRole).toInt() !=
                        static_cast<int>(*outcome_))
        return false;
    if (words_.isEmpty())
        return true;
    for (int column = 0; column < ImportModel::Columns; ++column)
        if (model->index(row, column, parent).data().toString().contains(words_, Qt::CaseInsensitive))
            return true;
    return false;
}

} // namespace countercheck::ui
