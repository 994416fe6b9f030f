// SPDX-License-Identifier: GPL-3.0-or-later
// What people say to each other about a question, oldest first, docked in the inspector. Every entry is a record of the
// case, with who said it and when; nothing that was said changes what a sign-off covers.
#pragma once

#include "core/dossier/dossier.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace countercheck::ui {

class GrowingEdit;
class Workbench;

class Discussion : public QWidget {
    Q_OBJECT
public:
    explicit Discussion(Workbench* workbench, QWidget* parent = nullptr);
    void show(const dossier::Dossier& dossier, const dossier::QuestionKey& key);
    /// Says what was typed and not said yet.
    void flush();
    [[nodiscard]] bool dirty() const;
    void focus();

signals:
    void dirtyChanged();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void say();
    Workbench* workbench_;
    QLabel* said_;
    GrowingEdit* field_;
    QPushButton* say_;
    dossier::QuestionKey key_;
    bool known_ = false;
};

} // namespace countercheck::ui
