// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/imports/articledialog.h"

#include "core/read/mentions.h"
#include "ui/basics/theme.h"
#include "ui/workbench/words.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace countercheck::ui {

ArticleDialog::ArticleDialog(const dossier::Article& article, const QString& letter, QWidget* parent)
    : QDialog(parent), id_(article.id), before_(article.info) {
    setWindowTitle(tr("Article %1: details").arg(letter));
    setAccessibleName(tr("Article details"));
    setMinimumWidth(520);
    const auto field = [](const std::string& value, const QString& name, const QString& hint) {
        auto* edit = new QLineEdit(text(value));
        edit->setAccessibleName(name);
        edit->setPlaceholderText(hint);
        return edit;
    };
    title_ = field(before_.title, tr("Title"), {});
    publisher_ = field(before_.publisher, tr("Publisher"), tr("who published it"));
    published_ = field(before_.published, tr("Published"), tr("2026-01-13 or 2026-01-13T08:15"));
    url_ = field(before_.url, tr("Address"), QStringLiteral("https://…"));
    language_ = field(before_.language, tr("Language"), tr("detected; or en, fr, …"));
    auto* form = form_ = new QFormLayout;
    form->setHorizontalSpacing(14);
    form->setVerticalSpacing(9);
    form->addRow(tr("Title"), title_);
    form->addRow(tr("Publisher"), publisher_);
    form->addRow(tr("Published"), published_);
    form->addRow(tr("Address"), url_);
    form->addRow(tr("Language"), language_);
    auto* captured = new QLabel(tr("Captured %1 from %2 (%3)\nSHA-256 %4")
                                    .arg(whenExactly(article.capturedAt), text(article.fileName),
                                         text(article.encoding), text(article.id.sha256)));
    captured->setProperty("role", "quiet");
    captured->setTextFormat(Qt::PlainText);
    captured->setFont(interfaceFont(8.5));
    captured->setWordWrap(true);
    captured->setTextInteractionFlags(Qt::TextSelectableByMouse);
    wrong_ = new QLabel;
    wrong_->setProperty("role", "error");
    wrong_->setWordWrap(true);
    wrong_->setObjectName(QStringLiteral("Details problem"));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    buttons->button(QDialogButtonBox::Cancel)->setIcon({});
    keep_ = buttons->addButton(tr("Keep"), QDialogButtonBox::AcceptRole);
    keep_->setProperty("primary", true);
    keep_->setDefault(true);
    keep_->setAccessibleName(tr("Keep details"));
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(18, 16, 18, 14);
    all->setSpacing(12);
    all->addLayout(form);
    all->addWidget(wrong_);
    all->addWidget(captured);
    all->addWidget(buttons);
    for (QLineEdit* edit : {title_, publisher_, published_, url_, language_})
        connect(edit, &QLineEdit::textChanged, this, &ArticleDialog::check);
    connect(buttons, &QDialogButtonBox::accepted, this, &ArticleDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &ArticleDialog::reject);
    check();
}

void ArticleDialog::setVersion(const VersionPlace& place) {
    if (place.of < 2)
        return;
    auto* words = new QLabel(tr("%1 of %2").arg(place.number).arg(place.of));
    auto* changes = new QPushButton(tr("What changed…"));
    changes->setAccessibleName(tr("What changed between the versions"));
    changes->setAutoDefault(false);
    connect(changes, &QPushButton::clicked, this, &ArticleDialog::changesRequested);
    auto* row = new QHBoxLayout;
    row->addWidget(words);
    row->addWidget(changes);
    row->addStretch(1);
    form_->addRow(tr("Version"), row);
}

dossier::ArticleInfo ArticleDialog::info() const {
    return {utf8(title_->text().trimmed()), utf8(publisher_->text().trimmed()), utf8(published_->text().trimmed()),
            utf8(url_->text().trimmed()), utf8(language_->text().trimmed())};
}

void ArticleDialog::check() {
    QString reason;
    const auto now = info();
    if (!now.published.empty() && !read::parseIsoTime(now.published))
        reason = tr("“%1” is not a date. Write it as 2026-01-13, or 2026-01-13T08:15, or leave it empty.")
                     .arg(text(now.published));
    else if (!now.url.empty() && !QUrl(text(now.url), QUrl::StrictMode).isValid())
        reason = tr("The address cannot be read as a URL.");
    else if (const QString tag = text(now.language);
             !std::all_of(tag.begin(), tag.end(), [](QChar c) { return c.isLetterOrNumber() || c == u'-'; }))
        reason = tr("Write the language as a tag such as en or fr-CA, or leave it empty.");
    wrong_->setText(reason);
    wrong_->setVisible(!reason.isEmpty());
    keep_->setEnabled(reason.isEmpty());
}

void ArticleDialog::accept() {
    if (!keep_->isEnabled())
        return;
    if (const auto now = info(); now != before_)
        emit edited({id_, now});
    QDialog::accept();
}

} // namespace countercheck::ui
