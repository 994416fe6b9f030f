// SPDX-License-Identifier: GPL-3.0-or-later
// The summary as it would go out, beside the window and kept up to date while people decide. Loads nothing: neither
// pictures nor style sheets nor links, whatever the page says.
#pragma once

#include "core/dossier/dossier.h"

#include <QDialog>
#include <QTextBrowser>

class QCheckBox;
class QLabel;

namespace countercheck::ui {

class InertBrowser : public QTextBrowser {
    Q_OBJECT
public:
    using QTextBrowser::QTextBrowser;
    QVariant loadResource(int, const QUrl&) override { return {}; }
};

class PreviewWindow : public QDialog {
    Q_OBJECT
public:
    explicit PreviewWindow(QWidget* parent = nullptr);
    void setSnapshot(const dossier::Snapshot& snapshot, const QString& by);

signals:
    void exportRequested();

private:
    void render();
    dossier::Snapshot snapshot_;
    QString by_;
    InertBrowser* page_;
    QCheckBox* unsigned_;
    QLabel* count_;
};

/// Now, as reports want it: UTC, ISO 8601.
std::string nowUtc();

} // namespace countercheck::ui
