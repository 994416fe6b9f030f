// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shareddialog.h"

#include "core/share/address.h"
#include "ui/basics/explanation.h"
#include "ui/workbench/settings.h"
#include "ui/workbench/words.h"
#include "ui/workbench/workbench.h"

#include <QLabel>
#include <QLineEdit>
#include <QUrl>
#include <QUrlQuery>

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
    setMinimumWidth(540); // an address can be read
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
    return withLogin(login_->text().trimmed());
}

/// A whole address that a colleague sent is taken as it is, with the login of who sits here when it names none.
QString SharedDialog::withLogin(const QString& login) const {
    const QString server = server_->text().trimmed();
    const QString before = login.isEmpty() ? QString() : encoded(login) + u'@';
    if (Workbench::isShared(server)) {
        const auto begin = server.indexOf(QStringLiteral("://")) + 3;
        const QUrl url(server);
        const bool named = !url.userName().isEmpty() || QUrlQuery(url).hasQueryItem(QStringLiteral("user"));
        return named ? server : server.left(begin) + before + server.mid(begin);
    }
    if (server.isEmpty() || case_->text().trimmed().isEmpty())
        return {};
    return QStringLiteral("postgresql://") + before + server + u'/' + encoded(database_->text().trimmed()) +
           QStringLiteral("?case=") + encoded(case_->text().trimmed());
}

QString SharedDialog::missing() const {
    const QString server = server_->text().trimmed();
    const bool whole = Workbench::isShared(server);
    for (QLineEdit* field : {database_, case_})
        field->setEnabled(!whole);
    const QString others = whole ? QString() : withLogin({});
    shown_->setText(tr("Address for colleagues: %1").arg(others));
    shown_->setVisible(!others.isEmpty());
    if (server.isEmpty())
        return tr("Write the server's name.");
    if (!whole && case_->text().trimmed().isEmpty())
        return tr("Write the case's name on the server.");
    const auto read = share::Address::tryFrom(utf8(address()));
    if (const auto* wrong = std::get_if<share::Problem>(&read))
        return told(wrong->message);
    return {};
}

QString SharedDialog::agree() {
    const QString chosen_ = address();
    if (password_->text().isEmpty()) {
        emit chosen(chosen_);
        return {};
    }
    Workbench::keepPassword(chosen_, password_->text(), this, [this, chosen_](const QString& problem) {
        if (!problem.isEmpty())
            return tell(problem, true);
        password_->clear();
        emit chosen(chosen_);
        done(Accepted);
    });
    const QString waiting = tr("Waiting for the desktop's keyring…");
    QMetaObject::invokeMethod(
        this, [this, waiting] { tell(waiting, false); }, Qt::QueuedConnection); // no fault
    return waiting;
}

} // namespace countercheck::ui
