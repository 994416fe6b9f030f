// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/topbar.h"

#include "ui/basics/keybutton.h"
#include "ui/basics/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

namespace countercheck::ui {

TopBar::TopBar(QWidget* parent) : QWidget(parent) {
    setAccessibleName(tr("Top bar"));
    title_ = new QLabel;
    title_->setFont(interfaceFont(10.5, QFont::DemiBold));
    title_->setTextFormat(Qt::PlainText);
    title_->setMinimumWidth(80);
    title_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    title_->setObjectName(QStringLiteral("Case title"));

    add_ = new QPushButton(tr("+ Add articles"));
    add_->setAccessibleName(tr("Add articles"));
    previous_ = new KeyButton(tr("◀ Previous"), tr("⇧F8"));
    previous_->setAccessibleName(tr("Previous unresolved"));
    next_ = new KeyButton(tr("Next unresolved ▶"), tr("F8"));
    next_->setAccessibleName(tr("Next unresolved"));
    search_ = new QLineEdit;
    search_->setPlaceholderText(tr("Search questions, claims, notes…   Ctrl F"));
    search_->setAccessibleName(tr("Search"));
    search_->setClearButtonEnabled(true);
    for (auto* clear : search_->findChildren<QToolButton*>())
        clear->setAccessibleName(tr("Clear search"));
    search_->setMinimumWidth(150);
    search_->setMaximumWidth(300);
    preview_ = new QPushButton(tr("Preview summary"));
    preview_->setAccessibleName(tr("Preview summary"));
    export_ = new QPushButton(tr("Export…"));
    export_->setAccessibleName(tr("Export"));
    export_->setProperty("primary", true);

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(14, 8, 12, 8);
    row->setSpacing(8);
    row->addWidget(title_, 3);
    row->addWidget(add_);
    row->addWidget(previous_);
    row->addWidget(next_);
    row->addWidget(search_, 4);
    row->addWidget(preview_);
    row->addWidget(export_);
    for (QPushButton* button : {add_, previous_, next_, preview_, export_})
        button->setFont(interfaceFont(9));
    search_->setFont(interfaceFont(9));

    connect(add_, &QPushButton::clicked, this, &TopBar::addArticles);
    connect(previous_, &QPushButton::clicked, this, &TopBar::previousUnresolved);
    connect(next_, &QPushButton::clicked, this, &TopBar::nextUnresolved);
    connect(search_, &QLineEdit::textChanged, this, &TopBar::searched);
    connect(preview_, &QPushButton::clicked, this, &TopBar::preview);
    connect(export_, &QPushButton::clicked, this, &TopBar::exportCase);
}

void TopBar::setTitle(const QString& title, const QString& toolTip) {
    whole_ = title;
    title_->setToolTip(toolTip);
    elide();
}

void TopBar::elide() {
    title_->setText(title_->fontMetrics().elidedText(whole_, Qt::ElideRight, title_->width()));
}

void TopBar::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    layout()->activate();
    elide();
}

void TopBar::setCase(bool hasArticles, bool hasUnresolved) {
    for (QPushButton* button : {previous_, next_}) {
        button->setEnabled(hasUnresolved);
        button->setToolTip(hasUnresolved ? QString() : tr("Nothing is unresolved."));
    }
    for (QPushButton* button : {preview_, export_}) {
        button->setEnabled(hasArticles);
        button->setToolTip(hasArticles ? QString() : tr("There is nothing to report yet: add articles first."));
    }
    search_->setEnabled(hasArticles);
}

} // namespace countercheck::ui
