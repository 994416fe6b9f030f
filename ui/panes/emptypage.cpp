// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/emptypage.h"
#include "ui/basics/theme.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <initializer_list>
#include <utility>

namespace countercheck::ui {

EmptyPage::EmptyPage(QWidget* parent)
    : QWidget(parent), title_(new QLabel), hint_(new QLabel), add_(new QPushButton(tr("Add articles…"))),
      show_(new QPushButton(tr("Show all"))), open_(new QPushButton(tr("Open a case…"))),
      sample_(new QPushButton(tr("Look at the sample"))) {
    auto* page = new QVBoxLayout(this);
    page->setContentsMargins(28, 28, 28, 28);
    auto* zone = new QFrame; // where things can be dropped looks like it
    zone->setProperty("role", QStringLiteral("drop"));
    page->addWidget(zone);
    auto* middle = new QVBoxLayout(zone);
    middle->setContentsMargins(24, 24, 24, 24);
    middle->setSpacing(10);
    title_->setFont(interfaceFont(14, QFont::DemiBold));
    title_->setAlignment(Qt::AlignCenter);
    hint_->setProperty("role", QStringLiteral("quiet"));
    hint_->setAlignment(Qt::AlignCenter);
    hint_->setWordWrap(true);
    add_->setProperty("primary", true);
    add_->setAccessibleName(tr("Add articles to the empty case"));
    show_->setAccessibleName(tr("Show all hidden articles"));
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    for (QPushButton* button : {add_, show_, open_, sample_})
        buttons->addWidget(button);
    buttons->addStretch();
    drop_ = new QLabel(tr("or drop files here, or paste text with Ctrl+V"));
    drop_->setProperty("role", QStringLiteral("quiet"));
    drop_->setAlignment(Qt::AlignCenter);
    middle->addStretch(2);
    middle->addWidget(title_);
    middle->addWidget(hint_);
    middle->addSpacing(4);
    middle->addLayout(buttons);
    middle->addWidget(drop_);
    middle->addStretch(3);
    connect(add_, &QPushButton::clicked, this, &EmptyPage::addRequested);
    connect(show_, &QPushButton::clicked, this, &EmptyPage::showAllRequested);
    connect(open_, &QPushButton::clicked, this, &EmptyPage::openRequested);
    connect(sample_, &QPushButton::clicked, this, &EmptyPage::sampleRequested);
    tell();
}

void EmptyPage::setAllHidden(bool hidden) {
    if (std::exchange(allHidden_, hidden) != hidden)
        tell();
}

void EmptyPage::setOpening(const QString& name) {
    if (std::exchange(opening_, name) != name)
        tell();
}

void EmptyPage::tell() {
    const bool begins = !allHidden_ && opening_.isEmpty();
    title_->setText(!opening_.isEmpty() ? tr("Opening %1…").arg(opening_)
                    : allHidden_        ? tr("All articles are hidden")
                                        : tr("Put reports of one event side by side"));
    hint_->setText(!opening_.isEmpty() ? tr("It is large: it is read and checked beside the window.")
                   : allHidden_
                       ? tr("They still count in the comparison.")
                       : tr("Add two or more articles. Figures, dates, names and quotes are read out of them,\n"
                            "and what answers the same question is compared."));
    show_->setVisible(allHidden_ && opening_.isEmpty());
    for (QWidget* widget : std::initializer_list<QWidget*>{open_, sample_})
        widget->setVisible(begins);
    for (QWidget* widget : std::initializer_list<QWidget*>{add_, drop_})
        widget->setVisible(opening_.isEmpty());
}

void EmptyPage::focusFirst() {
    add_->setFocus(Qt::TabFocusReason);
}

} // namespace countercheck::ui
