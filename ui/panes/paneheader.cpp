// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/paneheader.h"
#include "ui/theme.h"

#include <QAction>
#include <QApplication>
#include <QContextMenuEvent>
#include <QDateTime>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QTextLayout>
#include <QToolButton>

#include <algorithm>
#include <cmath>

namespace countercheck::ui {

namespace {

QString say(const char* words) {
    return QCoreApplication::translate("PaneHeader", words);
}

/// "13 Jan 2026" or "13 Jan 2026 08:15" from ISO 8601; what cannot be read is shown as it is.
QString shownDate(const std::string& iso, bool withTime) {
    const QString text = QString::fromStdString(iso);
    const QDate date = QDate::fromString(text.left(10), Qt::ISODate);
    if (!date.isValid())
        return text;
    QString shown = QLocale().toString(date, QStringLiteral("d MMM yyyy"));
    if (withTime && text.size() >= 16)
        shown = QLocale().toString(date, QStringLiteral("d MMM")) + u' ' + text.mid(11, 5);
    return shown;
}

} // namespace

QString lineagePill(const dossier::Dossier& dossier, std::size_t article) {
    const compare::Comparison& comparison = dossier.comparison;
    const compare::Lineage* best = nullptr;
    bool source = false;
    const auto rank = [](const compare::Lineage& lineage) { return static_cast<int>(lineage.kind); };
    for (const compare::Lineage& lineage : comparison.lineage) {
        if (lineage.a != article && lineage.b != article)
            continue;
        if (lineage.kind == compare::LineageKind::Derived && lineage.a == article) {
            source = true;
            continue;
        }
        if (!best || rank(lineage) < rank(*best) ||
            (rank(lineage) == rank(*best) && lineage.similarity > best->similarity))
            best = &lineage;
    }
    if (best && !(source && best->kind == compare::LineageKind::SharedSource)) {
        const QString other = articleLetter(best->a == article ? best->b : best->a);
        switch (best->kind) {
        case compare::LineageKind::SameText:
            return say(QT_TRANSLATE_NOOP("PaneHeader", "same text as %1")).arg(other);
        case compare::LineageKind::Derived:
            if (best->similarity <= 0) // nothing was measured: a person says so
                return say(QT_TRANSLATE_NOOP("PaneHeader", "derived from %1 ✎")).arg(other);
            return say(QT_TRANSLATE_NOOP("PaneHeader", "derived from %1 · %2 %"))
                .arg(other)
                .arg(std::lround(best->similarity * 100));
