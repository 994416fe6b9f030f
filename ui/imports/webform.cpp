// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/imports/webform.h"

#include "ui/basics/theme.h"
#include "ui/workbench/words.h"
#include "ui/workbench/workbench.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

namespace countercheck::ui {

WebTarget webTarget(const QString& typed) {
    const QString words = typed.trimmed();
    // As intake::fetch reads it: without a scheme it is https.
    const QUrl url(words.contains(QStringLiteral("://")) ? words : QStringLiteral("https://") + words,
                   QUrl::StrictMode);
    const bool web = url.scheme() == QStringLiteral("https") || url.scheme() == QStringLiteral("http");
    if (words.isEmpty() || !url.isValid() || !web)
        return {};
    return {url.host(), url.scheme() == QStringLiteral("https")};
}

WebForm::WebForm(Workbench* workbench, QWidget* parent) : QDialog(parent), workbench_(workbench) {
    setWindowTitle(tr("Add from the web"));
    setAccessibleName(windowTitle());
    setMinimumWidth(560);
    auto* label = new QLabel(tr("Address of the &article"));
    address_ = new QLineEdit;
    address_->setAccessibleName(tr("Address of the article"));
    address_->setPlaceholderText(QStringLiteral("https://…"));
    address_->setClearButtonEnabled(true);
    label->setBuddy(address_);
    what_ = new QLabel;
    what_->setObjectName(QStringLiteral("What goes out"));
    what_->setWordWrap(true);
    what_->setTextFormat(Qt::PlainText);
    what_->setProperty("role", "quiet");
    // Room for the longest that it says: nothing is cut off, nothing jumps while somebody types.
    what_->setMinimumHeight(4 * what_->fontMetrics().lineSpacing());
    what_->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    wrong_ = new QLabel;
    wrong_->setObjectName(QStringLiteral("Web problem"));
    wrong_->setWordWrap(true);
    wrong_->setTextFormat(Qt::PlainText);
    wrong_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    wrong_->setProperty("role", "error");
    wrong_->hide();
    progress_ = new QProgressBar;
    progress_->setAccessibleName(tr("Fetched so far"));
    progress_->setTextVisible(false);
    progress_->setMaximumHeight(10);
    progress_->hide();
    get_ = new QPushButton(tr("Get it"));
    get_->setAccessibleName(tr("Get the article"));
    get_->setProperty("primary", true);
    get_->setDefault(true);
    cancel_ = new QPushButton(tr("Cancel"));
    cancel_->setAccessibleName(tr("Cancel"));
    cancel_->setAutoDefault(false);
    auto* foot = new QHBoxLayout;
    foot->setSpacing(8);
    foot->addWidget(progress_, 1);
    foot->addStretch(0);
    foot->addWidget(cancel_);
    foot->addWidget(get_);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(18, 16, 18, 14);
    all->setSpacing(10);
    all->addWidget(label);
    all->addWidget(address_);
    all->addWidget(what_);
    all->addWidget(wrong_);
    all->addStretch(1);
    all->addLayout(foot);
    connect(address_, &QLineEdit::textChanged, this, &WebForm::check);
    connect(get_, &QPushButton::clicked, this, &WebForm::go);
    connect(cancel_, &QPushButton::clicked, this, &WebForm::reject);
    connect(workbench_, &Workbench::webRefused, this, [this](const QString& why) {
        if (!busy_)
            return;
        sayWrong(why);
        setBusy(false);
        address_->setFocus();
        address_->selectAll();
    });
    connect(workbench_, &Workbench::webTaken, this, [this] {
        if (busy_)
            QDialog::accept();
    });
    connect(workbench_, &Workbench::webEnded, this, [this] { setBusy(false); });
    connect(workbench_, &Workbench::webProgressed, this, [this](quint64 bytes, quint64 of) {
        progress_->setRange(0, of > 0 ? 1000 : 0);
        if (of > 0)
            progress_->setValue(static_cast<int>(bytes * 1000 / of));
        progress_->setAccessibleDescription(sizeWords(bytes));
    });
    check();
}

void WebForm::setAddress(const QString& address) {
    address_->setText(address);
    address_->selectAll();
}

void WebForm::check() {
    const WebTarget target = webTarget(address_->text());
    wrong_->hide();
    QString words =
        target.host.isEmpty()
            ? tr("Type or paste one address. Nothing is fetched before you ask for it.")
            : tr("Exactly one request goes out, to %1, when you press “Get it”. Where that site sends on to "
                 "another address, it is followed, five times at most. No cookies, no pictures, no scripts.")
                  .arg(target.host);
    if (!target.encrypted)
        words += u' ' + tr("The address is not encrypted (http): others on the way can read and change it.");
    what_->setText(words);
    get_->setEnabled(!busy_ && !address_->text().trimmed().isEmpty());
}

/// A label that wraps does not make its dialog higher by itself.
void WebForm::sayWrong(const QString& why) {
    wrong_->setText(why);
    wrong_->show();
    layout()->activate();
    if (const int needed = layout()->totalHeightForWidth(width()); needed > height())
        resize(width(), needed);
}

void WebForm::go() {
    if (busy_ || address_->text().trimmed().isEmpty())
        return;
    wrong_->hide();
    setBusy(true);
    progress_->setRange(0, 0);
    workbench_->addFromWeb(address_->text());
}

void WebForm::setBusy(bool busy) {
    busy_ = busy;
    progress_->setVisible(busy);
    address_->setReadOnly(busy);
    get_->setEnabled(!busy && !address_->text().trimmed().isEmpty());
}

void WebForm::reject() {
    if (busy_) { // stops the request; the form stays, with the address in it
        workbench_->cancelWeb();
        setBusy(false);
        sayWrong(tr("Stopped. Nothing was taken in."));
        return;
    }
    QDialog::reject();
}

} // namespace countercheck::ui
