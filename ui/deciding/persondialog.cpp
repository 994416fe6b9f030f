// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deciding/persondialog.h"

#include "ui/basics/theme.h"
#include "ui/workbench/askform.h"
#include "ui/workbench/keyring.h"
#include "ui/workbench/settings.h"
#include "ui/workbench/signingkey.h"
#include "ui/workbench/words.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
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
    auto* honest = new QLabel(tr("Your name stands beside everything you decide. Without a key it is asserted, not "
                                 "authenticated, and sign-offs say so wherever they are shown. With a key they are "
                                 "signed, which others can check in their copy of the case."));
    honest->setProperty("role", "quiet");
    honest->setFont(interfaceFont(8.5));
    honest->setWordWrap(true);
    keyWords_ = new QLabel;
    keyWords_->setObjectName(QStringLiteral("Signing key"));
    keyWords_->setAccessibleName(tr("Signing key"));
    keyWords_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    keyWords_->setWordWrap(true);
    auto* keyRow = new QHBoxLayout;
    const auto keyButton = [&](const QString& words, const QString& tip) {
        auto* button = new QPushButton(words);
        button->setAccessibleName(words);
        button->setToolTip(tip);
        button->setAutoDefault(false);
        keyRow->addWidget(button);
        return button;
    };
    connect(keyButton(tr("Make a key…"), tr("A new key in a file of this desktop, sealed with a passphrase")),
            &QPushButton::clicked, this, &PersonDialog::makeKey);
    connect(keyButton(tr("Choose a key file…"), tr("A key that you have already")), &QPushButton::clicked, this,
            &PersonDialog::chooseKey);
    forget_ = keyButton(tr("Use none"), tr("Sign-offs are asserted only; the key's file stays where it is"));
    keyRow->addStretch();
    connect(forget_, &QPushButton::clicked, this, [this] {
        const std::string name = utf8(name_->currentText().simplified());
        if (!publicKey_.empty() && Settings::keyInKeyring(name)) // what the keyring keeps for it goes with it
            keyring::forget(text(publicKey_), this, [name](const QString&) { Settings::setKeyInKeyring(name, false); });
        keyFile_.clear();
        publicKey_.clear();
        keyChosen_ = true;
        showKey();
    });
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
    form->addRow(tr("Signing key"), keyWords_);
    form->addRow(QString(), keyRow);
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
        takeKeyOf(name);
    });
    connect(buttons, &QDialogButtonBox::accepted, this, &PersonDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &PersonDialog::reject);
    takeKeyOf(now.name);
    name_->lineEdit()->selectAll();
    name_->setFocus();
}

void PersonDialog::takeKeyOf(const std::string& name) {
    if (keyChosen_)
        return;
    keyFile_ = Settings::keyFile(name);
    publicKey_.clear();
    if (const auto looked =
            keyFile_.isEmpty() ? std::variant<signingkey::KeyFile, QString>(QString()) : signingkey::look(keyFile_);
        const auto* found = std::get_if<signingkey::KeyFile>(&looked))
        publicKey_ = found->publicKey;
    showKey();
}

void PersonDialog::showKey() {
    keyWords_->setText(!publicKey_.empty()  ? tr("key %1").arg(signingkey::shortForm(publicKey_))
                       : keyFile_.isEmpty() ? tr("none: sign-offs are asserted only")
                                            : tr("%1 cannot be read: choose it again").arg(keyFile_));
    keyWords_->setToolTip(publicKey_.empty() ? QString() : text(publicKey_) + u'\n' + keyFile_);
    forget_->setEnabled(!keyFile_.isEmpty());
}

void PersonDialog::makeKey() {
    auto* form = new AskForm(tr("Make a key"),
                             tr("The passphrase seals the key's file. Nobody can bring it back when it is forgotten; "
                                "then a new key is made."),
                             tr("Make"), this);
    auto* passphrase = form->addSecret(tr("Passphrase"));
    auto* again = form->addSecret(tr("Once more"));
    form->setMissing([passphrase, again] {
        return passphrase->text().size() < 8         ? tr("Write at least 8 characters.")
               : passphrase->text() != again->text() ? tr("The two are not the same yet.")
                                                     : QString();
    });
    form->setAct([this, passphrase, again]() -> QString {
        auto made = signingkey::make(passphrase->text());
        if (auto* wrong = std::get_if<QString>(&made))
            return *wrong;
        passphrase->clear();
        again->clear();
        keyFile_ = std::get<0>(made).path;
        publicKey_ = std::get<0>(made).publicKey;
        keyChosen_ = true;
        showKey();
        return {};
    });
    form->open();
}

void PersonDialog::chooseKey() {
    auto* dialog = new QFileDialog(this, tr("Choose a key file"), Settings::lastFolder(QStringLiteral("keys")));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        const auto looked = signingkey::look(path);
        if (const auto* wrong = std::get_if<QString>(&looked)) {
            keyWords_->setText(*wrong);
            return;
        }
        if (std::get<0>(looked).publicKey.empty()) {
            keyWords_->setText(tr("%1 does not tell its public key. Choose another file.").arg(path));
            return;
        }
        keyFile_ = path;
        publicKey_ = std::get<0>(looked).publicKey;
        keyChosen_ = true;
        showKey();
    });
    dialog->open();
}

void PersonDialog::accept() {
    const std::string name = utf8(name_->currentText().simplified());
    if (name.empty())
        return;
    Settings::setKeyFile(name, keyFile_);
    emit chosen({name, static_cast<Role>(role_->currentData().toInt()), publicKey_});
    QDialog::accept();
}

} // namespace countercheck::ui
