// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/persondialog.h"

#include "ui/theme.h"
#include "ui/words.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace countercheck::ui {

using dossier::Role;

PersonDialog::PersonDialog(const dossier::Person& now, const std::vector<dossier::Person>& known, QWidget* parent)
    : QDialog(parent), known_(known) {
    setWindowTitle(tr("Who are you?"));
    setAccessibleName(tr("Who are you?"));
    setMinimumWidth(420);
    name_ = new QComboBox;
    name_->setEditable(true);
    name_->setAccessibleName(tr("Your name"));
    name_->setInsertPolicy(QComboBox::NoInsert);
    name_->lineEdit()->setAccessibleName(tr("Your name"));
    for (const auto& person : known_)
        name_->addItem(text(person.name));
    name_->setEditText(text(now.name));
    role_ = new QComboBox;
    role_->setAccessibleName(tr("Your role"));
    const std::pair<Role, QString> roles[] = {
        {Role::Viewer, tr("viewer: reads only")},
        {Role::Checker, tr("checker: sets verdicts, proposes wordings")},
        {Role::Editor, tr("editor: checks, and signs off what others checked")},
        {Role::Head, tr("head of desk: as an editor")},
    };
    for (const auto& [role, words] : roles)
        role_->addItem(words, static_cast<int>(role));
    const auto showRole = [this](Role role) { role_->setCurrentIndex(role_->findData(static_cast<int>(role))); };
    showRole(now.role);
    auto* honest = new QLabel(tr("Your name stands beside everything you decide. It is asserted, not authenticated: "
                                 "sign-offs made this way say so wherever they are shown."));
    honest->setProperty("role", "quiet");
    honest->setFont(interfaceFont(8.5));
    honest->setWordWrap(true);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    buttons->button(QDialogButtonBox::Cancel)->setIcon({});
    ok_ = buttons->addButton(tr("This is me"), QDialogButtonBox::AcceptRole);
    ok_->setProperty("primary", true);
    ok_->setDefault(true);
    ok_->setAccessibleName(tr("This is me"));
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(14);
    form->setVerticalSpacing(9);
    form->addRow(tr("Name"), name_);
    form->addRow(tr("Role"), role_);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(18, 16, 18, 14);
    all->setSpacing(12);
    all->addLayout(form);
    all->addWidget(honest);
    all->addWidget(buttons);
    connect(name_, &QComboBox::editTextChanged, this, [this, showRole](const QString& typed) {
        const std::string name = utf8(typed.simplified());
        ok_->setEnabled(!name.empty());
        const auto at =
            std::find_if(known_.begin(), known_.end(), [&](const auto& person) { return person.name == name; });
        if (at != known_.end())
            showRole(at->role);
    });
    connect(buttons, &QDialogButtonBox::accepted, this, &PersonDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &PersonDialog::reject);
    name_->lineEdit()->selectAll();
    name_->setFocus();
}

void PersonDialog::accept() {
    const std::string name = utf8(name_->currentText().simplified());
    if (name.empty())
        return;
    emit chosen({name, static_cast<Role>(role_->currentData().toInt())});
    QDialog::accept();
}

} // namespace countercheck::ui
