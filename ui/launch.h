// SPDX-License-Identifier: GPL-3.0-or-later
// What the window's program was started with: a case, articles, or nothing.
#pragma once

#include <QString>
#include <QStringList>

namespace countercheck::ui {

class Workbench;

struct Launch {
    enum class Kind { Help, Version, Wrong, Case, Articles, Nothing };
    Kind kind = Kind::Nothing;
    QString problem;   ///< for Wrong: one line
    QStringList files; ///< the case, or the articles

    /// `arguments` without the program's name. A single *.countercheck is a case; `--` ends the options.
    static Launch fromArguments(const QStringList& arguments);
    static QString helpText();
};

/// Opens what was asked for; with nothing, the last case if it is still there and can be opened, else the sample.
void open(Workbench& workbench, const Launch& launch);

} // namespace countercheck::ui
