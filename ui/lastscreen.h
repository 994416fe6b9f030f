// SPDX-License-Identifier: GPL-3.0-or-later
// What did the window show when it was closed? A picture of it, which is there before fonts, styles and the case are
// read: the next start shows it first, and the window that can be worked in as soon as that is made.
//
// A picture is only ever shown of what the window will show: of the same case, unchanged since, by the same version of
// the program, in the same language and theme. It lies in the person's cache folder, readable by nobody else, and only
// of cases on the same disk: what somebody keeps on a disk of its own stays there. Three are kept.
#pragma once

#include <QImage>
#include <QString>

#include <optional>

namespace countercheck::ui {

struct LastScreen {
    QImage picture;
    QString title;         ///< of the window
    std::string selection; ///< the selected question's key; empty: none

    /// Names the sample where a case's path is asked for.
    static QString sample() { return QStringLiteral("sample"); }

    /// The last screen of the case at `path`. Nothing: there is none, or it is out of date.
    static std::optional<LastScreen> of(const QString& path, bool dark, const QString& language);
    /// Keeps it for the case at `path`, which is closed by now. False when it is not kept.
    bool keepFor(const QString& path, bool dark, const QString& language) const;
    /// Removes all of them.
    static void forgetAll();
};

} // namespace countercheck::ui
