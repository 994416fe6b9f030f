// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messagebar.h"

#include "ui/theme.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace countercheck::ui {

MessageBar::MessageBar(QWidget* parent) : QFrame(parent) {
    setObjectName(QStringLiteral("messageBar"));
    setAccessibleName(tr("Message bar"));
    sign_ = new QLabel;
    words_ = new QLabel;
    words_->setWordWrap(true);
    words_->setTextFormat(Qt::PlainText);
    words_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    words_->setAccessibleName(tr("Message"));
    close_ = new QToolButton;
    close_->setText(QStringLiteral("✕"));
    close_->setProperty("quiet", true);
    close_->setToolTip(tr("Close this message (Esc)"));
    close_->setAccessibleName(tr("Close message"));
    close_->setFocusPolicy(Qt::TabFocus);
    connect(close_, &QToolButton::clicked, this, &MessageBar::dismiss);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(14, 6, 8, 6);
    row->setSpacing(10);
    row->addWidget(sign_, 0, Qt::AlignTop);
    row->addWidget(words_, 1);
    row->addWidget(close_, 0, Qt::AlignTop);
    timer_.setSingleShot(true);
    connect(&timer_, &QTimer::timeout, this, &MessageBar::dismiss);
    hide();
}

QString MessageBar::message() const {
    return isHidden() ? QString() : words_->text();
}

void MessageBar::showProblem(const QString& message) {
    display(message, true);
}

void MessageBar::showNotice(const QString& message) {
    if (problem_ && !isHidden())
        return; // a problem is not talked over
    display(message, false);
}

void MessageBar::display(const QString& message, bool problem) {
    problem_ = problem;
    sign_->setText(problem ? QStringLiteral("!") : QStringLiteral("i"));
    words_->setText(message);
    words_->setAccessibleDescription(message);
    paintTheme();
    show();
    QAccessibleEvent event(words_, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
    if (problem)
        timer_.stop();
    else
        timer_.start(6000);
}

void MessageBar::dismiss() {
    timer_.stop();
    problem_ = false;
    hide();
}

void MessageBar::paintTheme() {
    const Theme& theme = Theme::current();
    const Theme::Mark& mark = problem_ ? theme.contradiction : theme.refinement;
    setStyleSheet(QStringLiteral("#messageBar { background: %1; border: none; border-bottom: 1px solid %2; }")
                      .arg(mark.underlay.name(), mark.ink.name()));
    sign_->setStyleSheet(QStringLiteral("color: %1; font-weight: 700;").arg(mark.ink.name()));
}

void MessageBar::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !isHidden())
        paintTheme();
}

} // namespace countercheck::ui
