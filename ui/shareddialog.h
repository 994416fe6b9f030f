// SPDX-License-Identifier: GPL-3.0-or-later
// Where is the shared case? Server, database, case and login, or one address that a colleague sent. A password goes to
// the desktop's keyring, never into the address.
#pragma once

#include "ui/workbench/askform.h"

#include <QString>

class QLineEdit;
class QLabel;

namespace countercheck::ui {

class SharedDialog : public AskForm {
    Q_OBJECT
public:
    enum class What { Open, Share };
    SharedDialog(What what, QWidget* parent);

    /// The address that the fields make; empty while something is missing.
    [[nodiscard]] QString address() const;

signals:
    void chosen(const QString& address);

private:
    [[nodiscard]] QString withLogin(const QString& login) const;
    [[nodiscard]] QString missing() const;
    QString agree();

    QLineEdit *server_, *database_, *case_, *login_, *password_;
    QLabel* shown_;
};

} // namespace countercheck::ui
