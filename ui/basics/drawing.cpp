// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/basics/drawing.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QWidget>

namespace countercheck::ui {

namespace {

constexpr const char* isChart = "countercheckChart";

QAccessibleInterface* interfaceOf(const QString&, QObject* object) {
    auto* const widget = qobject_cast<QWidget*>(object);
    return widget && widget->property(isChart).toBool() ? new QAccessibleWidget(widget, QAccessible::Chart) : nullptr;
}

} // namespace

void callChart(QWidget* widget) {
    static const bool installed = (QAccessible::installFactory(interfaceOf), true);
    (void)installed;
    widget->setProperty(isChart, true);
}

} // namespace countercheck::ui
