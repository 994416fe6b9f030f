// SPDX-License-Identifier: GPL-3.0-or-later
// Watches one folder for new files. The system tells of changes; folders on a network often do not, so it is looked
// through now and then besides, beside the window. A file counts as complete when its size has not changed for a
// moment, and comes out once; one that is replaced later is a new file. Folders within it are not gone into.
#pragma once

#include "ui/basics/jobs.h"

#include <QElapsedTimer>
#include <QFileSystemWatcher>
#include <QHash>
#include <QObject>
#include <QSet>
#include <QStringList>
#include <QTimer>

#include <vector>

namespace countercheck::ui {

class FolderWatch : public QObject {
    Q_OBJECT
public:
    explicit FolderWatch(QObject* parent = nullptr);

    /// @param seen  marks of files that have been out before; others that lie there come out now
    void start(const QString& folder, const QStringList& seen);
    /// The same for files that come from now on only.
    void startAfresh(const QString& folder);
    void stop();
    [[nodiscard]] const QString& folder() const { return folder_; } ///< empty: none is watched
    [[nodiscard]] bool lost() const { return lost_; }
    [[nodiscard]] QStringList seen() const; ///< marks, for start()
    /// Looks at once, not waiting for the system.
    void look();
    /// @param settle  ms without a change after which a file is complete
    /// @param every   ms between two looks
    void setPace(int settle, int every);

signals:
    void arrived(const QStringList& files);
    void seenChanged();
    void lostChanged(bool lost); ///< the folder cannot be reached, or can again

private:
    struct Entry {
        QString path, mark;
        qint64 size = 0;
    };
    struct Growing {
        QString mark;
        QElapsedTimer since;
    };
    void begin(const QString& folder);
    void sift(const std::vector<Entry>& entries, bool reachable);

    QString folder_;
    QSet<QString> seen_;
    QHash<QString, Growing> growing_;
    QFileSystemWatcher system_;
    QTimer poll_, soon_;
    Jobs looking_;
    int settle_ = 1000;
    bool lost_ = false, again_ = false, presentIsSeen_ = false;
};

} // namespace countercheck::ui
