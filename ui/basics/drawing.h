// SPDX-License-Identifier: GPL-3.0-or-later
// Widgets that draw what they show: without more, a screen reader would take them for an empty space.
#pragma once

class QWidget;

namespace countercheck::ui {

/// A screen reader calls the widget a chart, and reads its accessible name and description. Before it is shown.
void callChart(QWidget* widget);

} // namespace countercheck::ui
