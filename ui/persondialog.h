// SPDX-License-Identifier: GPL-3.0-or-later
// Who sits here: a name and a role. That is how another person signs off at the same desk; the identity is asserted,
// not authenticated, and the dialog says so.
#pragma once

#include "core/dossier/dossier.h"

#include <QDialog>

class QComboBox;
class QPushButton;

namespace countercheck::ui {

class PersonDialog : public QDialog {
    Q_OBJECT
public:
    PersonDialog(const dossier::Person& now, const std::vector<dossier::Person>& known, QWidget* parent = nullptr);

signals:
    void chosen(const countercheck::dossier::Person& person);

private:
    void accept() override;
    std::vector<dossier::Person> known_;
    QComboBox* name_;
    QComboBox* role_;
    QPushButton* ok_;
};

} // namespace countercheck::ui
