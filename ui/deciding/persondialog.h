// SPDX-License-Identifier: GPL-3.0-or-later
// Who sits here: a name, a role and, if they like, a key that signs. That is how another person signs off at the same
// desk; without a key the identity is asserted, not authenticated, and the dialog says so.
#pragma once

#include "core/dossier/dossier.h"

#include <QDialog>

class QComboBox;
class QLabel;
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
    void showKey();
    void takeKeyOf(const std::string& name);
    void makeKey();
    void chooseKey();

    std::vector<dossier::Person> known_;
    QLabel* keyWords_;
    QPushButton* forget_;
    QString keyFile_;
    std::string publicKey_;
    bool keyChosen_ = false; ///< in this dialog: another name does not change it
    QComboBox* name_;
    QComboBox* role_;
    QPushButton* ok_;
};

} // namespace countercheck::ui
