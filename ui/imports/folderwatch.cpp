// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/imports/folderwatch.h"

#include "ui/workbench/folderfiles.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <memory>
#include <utility>

namespace countercheck::ui {

FolderWatch::FolderWatch(QObject* parent) : QObject(parent) {
    poll_.setInterval(10'000);
    soon_.setSingleShot(true);
    soon_.setInterval(300); // a copy of many files is one look
    connect(&poll_, &QTimer::timeout, this, &FolderWatch::look);
    connect(&soon_, &QTimer::timeout, this, &FolderWatch::look);
    connect(&system_, &QFileSystemWatcher::directoryChanged, this, [this] {
        if (!soon_.isActive())
            soon_.start();
    });
}

void FolderWatch::setPace(int settle, int every) {
    settle_ = settle;
    poll_.setInterval(every);
    soon_.setInterval(std::min(300, std::max(1, settle / 2)));
}

QStringList FolderWatch::seen() const {
    QStringList marks(seen_.begin(), seen_.end());
    marks.sort();
    return marks;
}

void FolderWatch::start(const QString& folder, const QStringList& seen) {
    begin(folder);
    seen_ = QSet<QString>(seen.begin(), seen.end());
    look();
}

void FolderWatch::startAfresh(const QString& folder) {
    begin(folder);
    presentIsSeen_ = true;
    look();
}

void FolderWatch::begin(const QString& folder) {
    stop();
    folder_ = folder;
    system_.addPath(folder); // where the system cannot, the looks alone do
    poll_.start();
}

void FolderWatch::stop() {
    poll_.stop();
    soon_.stop();
    looking_.cancel();
    if (const QStringList watched = system_.directories(); !watched.isEmpty())
        system_.removePaths(watched);
    folder_.clear();
    seen_.clear();
    growing_.clear();
    lost_ = again_ = presentIsSeen_ = false;
}

void FolderWatch::look() {
    if (folder_.isEmpty())
        return;
    if (looking_.running()) {
        again_ = true;
        return;
    }
    looking_.start({}, [this, folder = folder_](const std::stop_token& stop, const Jobs::Progress&) -> Jobs::Delivery {
        const auto entries = std::make_shared<std::vector<Entry>>();
        const QDir dir(folder);
        const bool reachable = dir.exists() && QFileInfo(folder).isReadable();
        if (reachable)
            for (const QFileInfo& info : dir.entryInfoList(QDir::Files | QDir::NoDotAndDotDot, QDir::Name)) {
                if (stop.stop_requested())
                    return {};
                if (isPassing(info.fileName()))
                    continue;
                const QString what = QStringLiteral("%1/%2/%3")
                                         .arg(info.fileName())
                                         .arg(info.size())
                                         .arg(info.lastModified().toMSecsSinceEpoch());
                const auto mark = QCryptographicHash::hash(what.toUtf8(), QCryptographicHash::Sha1).toHex().left(16);
                entries->push_back({info.filePath(), QString::fromLatin1(mark), info.size()});
            }
        return [this, entries, reachable] { sift(*entries, reachable); };
    });
}

void FolderWatch::sift(const std::vector<Entry>& entries, bool reachable) {
    if (reachable == lost_) {
        lost_ = !reachable;
        if (reachable && !system_.directories().contains(folder_))
            system_.addPath(folder_);
        emit lostChanged(lost_);
    }
    if (!reachable || folder_.isEmpty())
        return;
    QStringList complete;
    QSet<QString> there;
    QHash<QString, Growing> growing;
    bool news = false, soon = std::exchange(again_, false);
    for (const Entry& entry : entries) {
        there.insert(entry.mark);
        if (seen_.contains(entry.mark))
            continue;
        if (presentIsSeen_) {
            seen_.insert(entry.mark);
            news = true;
            continue;
        }
        Growing file = growing_.value(entry.path);
        if (file.mark != entry.mark) {
            file.mark = entry.mark;
            file.since.start();
        }
        if (entry.size > 0 && file.since.elapsed() >= settle_) { // an empty one is being made
            complete << entry.path;
            seen_.insert(entry.mark);
            news = true;
        } else {
            growing.insert(entry.path, file);
            soon = soon || entry.size > 0;
        }
    }
    presentIsSeen_ = false;
    growing_ = growing;
    const auto before = seen_.size();
    seen_.intersect(there); // marks of files that are gone are of no use
    if (news || seen_.size() != before)
        emit seenChanged();
    if (soon)
        QTimer::singleShot(std::max(20, settle_ / 2), this, &FolderWatch::look);
    if (!complete.isEmpty())
        emit arrived(complete);
}

} // namespace countercheck::ui
