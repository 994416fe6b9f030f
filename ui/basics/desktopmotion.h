// SPDX-License-Identifier: GPL-3.0-or-later
// Does the desktop wish that nothing moves? Asked of the desktop's settings portal, which may take its time.
#pragma once

#include <functional>

class QObject;

namespace countercheck::ui {

/// Tells `answer` whether motion is to be reduced, as long as `context` is there; tells nothing where nobody knows.
void askDesktopForReducedMotion(QObject* context, const std::function<void(bool reduced)>& answer);

} // namespace countercheck::ui
