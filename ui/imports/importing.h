// SPDX-License-Identifier: GPL-3.0-or-later
// How articles come into the window: what it asks (files, a folder, an address, a folder to watch) and what it shows
// about it (the report of an import, what changed between two versions). Nothing is ever fetched by itself.
#pragma once

#include "core/dossier/dossier.h"
#include "ui/imports/folderwatch.h"

#include <QObject>
#include <QPointer>

class QMimeData;
class QWidget;

namespace countercheck::ui {

class ImportDialog;
class MessageBar;
class StatusLine;
class WebForm;
class Workbench;

class Importing : public QObject {
    Q_OBJECT
public:
    Importing(Workbench* workbench, MessageBar* messages, StatusLine* status, QWidget* window);

    void askFiles();
    void askFolder();
    void askWeb(const QString& address = {});
    /// What the clipboard or a drop holds: files, an address, text with markup, plain text.
    void takeMime(const QMimeData* mime);
    /// Files that were dropped: articles, or one case.
    void takeFiles(const QStringList& files);
    void showReport();
    /// Asks which folder; when one is watched already, lets go of it.
    void toggleWatch();
    void showChanges(const dossier::ArticleId& article);
    /// Of the first article that has versions.
    void showAnyChanges();
    [[nodiscard]] FolderWatch* watch() { return &watch_; }

signals:
    void articleRequested(const countercheck::dossier::ArticleId& article);
    void watchChanged();
    void caseRequested(const QString& path);

private:
    void afterImport(bool quietly);
    void followCase();
    void watch(const QString& folder, bool alsoPresent);
    void stopWatching();
    void keepWatch();
    void showWatch();

    Workbench* workbench_;
    MessageBar* messages_;
    StatusLine* status_;
    QWidget* window_;
    QPointer<ImportDialog> report_;
    QPointer<WebForm> web_;
    FolderWatch watch_;
};

} // namespace countercheck::ui
