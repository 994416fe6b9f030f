// SPDX-License-Identifier: GPL-3.0-or-later
// Which files of a folder can be articles? Hidden ones, halves of downloads and lock files cannot. Needs no window: it
// runs beside it.
#pragma once

#include <QString>
#include <QStringList>

#include <stop_token>
#include <vector>

namespace countercheck::ui {

struct FolderFile {
    QString path;
    QString name; ///< from the folder's own name on: "inbox/monday/a.html"
};

/// Is that the name of a file that nobody means: hidden, a lock, half of a download?
bool isPassing(const QString& fileName);

/// Files as they are, folders with all that is in them (links to folders are not followed), by name.
/// @param problems  folders that may not be read, a line each
std::vector<FolderFile> filesOf(const QStringList& roots, const std::stop_token& stop, QStringList& problems);

} // namespace countercheck::ui
