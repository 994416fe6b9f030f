// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workbench/words.h"

#include "ui/panes/lineageindex.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QSet>
#include <QStringList>

namespace countercheck::ui {

using compare::LineageKind;
using dossier::Role;
using dossier::VerdictState;

namespace {
QString word(const char* english) {
    return QCoreApplication::translate("Words", english);
}
} // namespace

QString shortName(const dossier::Article& article) {
    constexpr qsizetype most = 34;
    const QString name = articleName(article);
    return name.size() > most ? name.left(most - 1).trimmed() + u'…' : name;
}

QString verdictWord(VerdictState state) {
    switch (state) {
    case VerdictState::Unchecked:
        return word(QT_TRANSLATE_NOOP("Words", "Unchecked"));
    case VerdictState::Checking:
        return word(QT_TRANSLATE_NOOP("Words", "Checking"));
    case VerdictState::Verified:
        return word(QT_TRANSLATE_NOOP("Words", "Verified"));
    case VerdictState::Disputed:
        return word(QT_TRANSLATE_NOOP("Words", "Disputed"));
    case VerdictState::False:
        return word(QT_TRANSLATE_NOOP("Words", "False"));
    case VerdictState::Unverifiable:
        return word(QT_TRANSLATE_NOOP("Words", "Unverifiable"));
    case VerdictState::Outdated:
        return word(QT_TRANSLATE_NOOP("Words", "Outdated"));
    }
    return {};
}

QString verdictHelp(VerdictState state) {
    switch (state) {
    case VerdictState::Unchecked:
        return word(QT_TRANSLATE_NOOP("Words", "Nobody has looked at it yet"));
    case VerdictState::Checking:
        return word(QT_TRANSLATE_NOOP("Words", "Somebody is at work on it; it stays unresolved"));
    case VerdictState::Verified:
        return word(QT_TRANSLATE_NOOP("Words", "Evidence outside these articles supports what is to be printed"));
    case VerdictState::Disputed:
        return word(QT_TRANSLATE_NOOP("Words", "Sources differ and the difference is to be printed"));
    case VerdictState::False:
        return word(QT_TRANSLATE_NOOP("Words", "Evidence outside these articles shows that the claim is wrong"));
    case VerdictState::Unverifiable:
        return word(QT_TRANSLATE_NOOP("Words", "It cannot be established from anything that can be had"));
    case VerdictState::Outdated:
        return word(QT_TRANSLATE_NOOP("Words", "It was decided, and something newer has taken its place"));
    }
    return {};
}

QString roleWord(Role role) {
    switch (role) {
    case Role::Viewer:
        return word(QT_TRANSLATE_NOOP("Words", "viewer"));
    case Role::Checker:
        return word(QT_TRANSLATE_NOOP("Words", "checker"));
    case Role::Editor:
        return word(QT_TRANSLATE_NOOP("Words", "editor"));
    case Role::Head:
        return word(QT_TRANSLATE_NOOP("Words", "head of desk"));
    }
    return {};
}

QString when(const std::string& isoUtc) {
    const QDateTime at = QDateTime::fromString(text(isoUtc), Qt::ISODateWithMs).toLocalTime();
    if (!at.isValid())
        return text(isoUtc);
    const bool thisYear = at.date().year() == QDate::currentDate().year();
    return QLocale().toString(at, thisYear ? QStringLiteral("d MMM HH:mm") : QStringLiteral("d MMM yyyy HH:mm"));
}

QString whenExactly(const std::string& isoUtc) {
    const QDateTime at = QDateTime::fromString(text(isoUtc), Qt::ISODateWithMs).toUTC();
    return at.isValid() ? QLocale().toString(at, QStringLiteral("d MMMM yyyy, HH:mm:ss")) + QStringLiteral(" UTC")
                        : text(isoUtc);
}

QString counted(std::size_t n, const QString& one, const QString& many) {
    return n == 1 ? one : many.arg(QLocale().toString(static_cast<qulonglong>(n)));
}

QString sizeWords(std::uint64_t bytes) {
    return QLocale().formattedDataSize(static_cast<qint64>(bytes), 0, QLocale::DataSizeSIFormat);
}

QString valuesLine(const compare::Question& question) {
    QStringList values;
    QSet<QString> seen;
    for (const auto& claim : question.claims) {
        const QString value = text(claim.shown.empty() ? claim.quote : claim.shown).simplified();
        const QString folded = value.toCaseFolded();
        if (value.isEmpty() || seen.contains(folded))
            continue;
        seen.insert(folded);
        values << value;
    }
    return values.join(QStringLiteral(" · "));
}

QString changedWords(const dossier::Decisions& decisions) {
    using Part = dossier::ChangedPart::Part;
    QStringList parts;
    for (const auto& changed : decisions.changed) {
        const QString part = changed.part == Part::Claims    ? QObject::tr("the claims")
                             : changed.part == Part::Verdict ? QObject::tr("the verdict")
                             : changed.part == Part::Wording ? QObject::tr("the wording")
                                                             : QObject::tr("the evidence");
        if (changed.stamp.by.empty())
            parts << (changed.part == Part::Claims ? QObject::tr("%1 (read anew)").arg(part) : part);
        else if (!changed.after.empty())
            parts << QObject::tr("%1 (after “%2” by %3, %4)")
                         .arg(part, text(changed.after), text(changed.stamp.by), when(changed.stamp.at));
        else if (changed.stamp.at.empty())
            parts << QObject::tr("%1 (by %2)").arg(part, text(changed.stamp.by));
        else
            parts << QObject::tr("%1 (by %2, %3)").arg(part, text(changed.stamp.by), when(changed.stamp.at));
    }
    return parts.join(QStringLiteral("; "));
}

const compare::Question* findQuestion(const dossier::Dossier& dossier, const dossier::QuestionKey& key) {
    return dossier.question(key);
}

bool isDerivedCopy(const compare::Comparison& comparison, std::uint32_t index) {
    for (const std::uint32_t at : lineagesOf(comparison, index)) {
        const auto& lineage = comparison.lineage.get()[at];
        if (lineage.kind == LineageKind::Derived && lineage.b == index)
            return true;
        if (lineage.kind == LineageKind::SameText && lineage.b == index && lineage.a < lineage.b)
            return true;
    }
    return false;
}

} // namespace countercheck::ui
