// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shareddialog.h"

#include "core/share/address.h"
#include "ui/settings.h"
#include "ui/words.h"
#include "ui/workbench.h"

#include <QLabel>
#include <QLineEdit>
#include <QUrl>

namespace countercheck::ui {

namespace {

QString encoded(const QString& part) {
    return QString::fromLatin1(QUrl::toPercentEncoding(part));
}

QString explanation(SharedDialog::What what) {
    return what == SharedDialog::What::Open
               ? SharedDialog::tr("A shared case lives on your newsroom's server. You work on a copy of it on this "
                                  "machine: reading never waits for the network, and what you decide without a "
                                  "connection is sent when there is one.")
               : SharedDialog::tr("The log, the signatures and the exhibits of this case go to your newsroom's server, "
                                  "where your colleagues open it. The file that you have stays as it is. Only a head "
                                  "of desk can share a case.");
}

} // namespace

SharedDialog::SharedDialog(What what, QWidget* parent)
    : AskForm(what == What::Open ? tr("Open shared case") : tr("Share this case"), explanation(what),
              what == What::Open ? tr("Open") : tr("Share"), parent) {
    // What was opened last is a good guess.
    QString server, database, login;
    for (const QString& recent : Settings::recentCases())
        if (Workbench::isShared(recent)) {
            const QUrl url(recent);
            server = url.host() + (url.port() > 0 ? QStringLiteral(":%1").arg(url.port()) : QString());
            database = url.path().mid(1);
            login = url.userName();
            break;
        }
    server_ = addLine(tr("Server"), server, tr("news.example.org, or a whole address: postgresql://…"));
    database_ = addLine(tr("Database"), database.isEmpty() ? QStringLiteral("newsroom") : database);
    case_ = addLine(tr("Case"), {}, tr("its name on the server"));
    login_ = addLine(tr("Your login"), login);
    password_ = addSecret(tr("Password"));
    password_->setPlaceholderText(tr("empty: it is known already"));
    shown_ = addRemark({});
    shown_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    addRemark(
        tr("A password that you write here is kept in the desktop's keyring. To another machine the connection is "
           "encrypted and its certificate checked."));
    setMissing([this] { return missing(); });
    setAct([this] { return agree(); });
    check();
}

QString SharedDialog::address() const {
    const QString server = server_->text().trimmed();
    if (Workbench::isShared(server))
        return server;
    if (server.isEmpty() || case_->text().trimmed().isEmpty())
        return {};
    QString address = QStringLiteral("postgresql://");
    if (const QString login = login_->text().trimmed(); !login.isEmpty())
        address += encoded(login) + u'@';
    return address + server + u'/' + encoded(database_->text().trimmed()) + QStringLiteral("?case=") +
           encoded(case_->text().trimmed());
}

QString SharedDialog::missing() const {
    const QString server = server_->text().trimmed();
    const bool whole = Workbench::isShared(server);
    for (QLineEdit* field : {database_, case_, login_})
        field->setEnabled(!whole);
    shown_->setText(address().isEmpty() || whole ? QString() : tr("Address for colleagues: %1").arg(address()));
    if (server.isEmpty())
        return tr("Write the server's name.");
    if (!whole && case_->text().trimmed().isEmpty())
        return tr("Write the case's name on the server.");
    const auto read = share::Address::tryFrom(utf8(address()));
    if (const auto* wrong = std::get_if<share::Problem>(&read))
        return text(wrong->message);
    return {};
}

QString SharedDialog::agree() {
    const QString chosen_ = address();
    if (!password_->text().isEmpty()) {
        const QString wrong = Workbench::keepPassword(chosen_, password_->text());
        if (!wrong.isEmpty())
            return wrong;
        password_->clear();
    }
    emit chosen(chosen_);
    return {};
}

} // namespace countercheck::ui
