// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workbench/folderfiles.h"

#include <QCollator>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QLocale>

#include <algorithm>

namespace countercheck::ui {

namespace {
void gather(const QDir& folder, const QString& name, const std::stop_token& stop, std::vector<FolderFile>& out,
            QStringList& problems) {
    if (!QFileInfo(folder.path()).isReadable()) {
        problems << QCoreApplication::translate(
                        "FolderFiles", "%1: this folder may not be read; ask its owner, or copy what is in it.")
                        .arg(folder.path());
        return;
    }
    QFileInfoList entries = folder.entryInfoList(QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot);
    QCollator order{QLocale(QLocale::English)}; // the C locale does not count
    order.setNumericMode(true);
    std::sort(entries.begin(), entries.end(), [&order](const QFileInfo& a, const QFileInfo& b) {
        return order.compare(a.fileName(), b.fileName()) < 0;
    });
    for (const QFileInfo& entry : entries) {
        if (stop.stop_requested())
            return;
        const QString shown = name + u'/' + entry.fileName();
        if (entry.isDir() && !entry.isSymLink())
            gather(QDir(entry.filePath()), shown, stop, out, problems);
        else if (!entry.isDir() && !isPassing(entry.fileName()))
            out.push_back({entry.filePath(), shown});
    }
}
} // namespace

bool isPassing(const QString& fileName) {
    if (fileName.startsWith(u'.') || fileName.startsWith(QStringLiteral("~$")) || fileName.endsWith(u'~'))
        return true;
    for (const char* ending : {".part", ".partial", ".crdownload", ".download", ".tmp", ".countercheck-wal",
                               ".countercheck-shm", ".countercheck-lock"})
        if (fileName.endsWith(QLatin1String(ending), Qt::CaseInsensitive))
            return true;
    return fileName == QStringLiteral("Thumbs.db") || fileName == QStringLiteral("desktop.ini");
}

std::vector<FolderFile> filesOf(const QStringList& roots, const std::stop_token& stop, QStringList& problems) {
    std::vector<FolderFile> out;
    for (const QString& root : roots) {
        const QFileInfo info(root);
        if (info.isDir())
            gather(QDir(info.absoluteFilePath()), info.fileName().isEmpty() ? info.absoluteFilePath() : info.fileName(),
                   stop, out, problems);
        else
            out.push_back({root, info.fileName().isEmpty() ? root : info.fileName()});
    }
    return out;
}

} // namespace countercheck::ui
