// SPDX-License-Identifier: GPL-3.0-or-later
// The bottom line: how much there is, how much is left, what is running (with a way to stop it), who sits here, and
// whether everything is on disk.
#pragma once

#include "core/dossier/dossier.h"
#include "ui/workbench/workbench.h"

#include <QStatusBar>

class QLabel;
class QProgressBar;
class QToolButton;

namespace countercheck::ui {

class StatusLine : public QStatusBar {
    Q_OBJECT
public:
    explicit StatusLine(QWidget* parent = nullptr);
    void setSnapshot(const dossier::Dossier& dossier);
    void setSaved(Workbench::Place place, bool readOnly, bool typing, const share::Standing& sharing = {});
    void setPerson(const dossier::Person& person);
    void showJob(int done, int total, const QString& what);
    void hideJob();
    /// The folder that is watched; an empty name: none is. `lost`: it cannot be reached now.
    void setWatching(const QString& name, const QString& path, bool lost);

protected:
    void resizeEvent(QResizeEvent* event) override;

signals:
    void cancelRequested();
    void personRequested();
    void stopWatchingRequested();
    void lookRequested();

private:
    /// What matters least goes first when the line is too short; how much is left to do always stays.
    void fit();

    QLabel* amounts_;
    QLabel* questions_;
    QLabel* left_;
    QLabel* job_;
    QProgressBar* progress_;
    QToolButton* cancel_;
    QToolButton* watch_;
    QToolButton* person_;
    QLabel* saved_;
};

} // namespace countercheck::ui
