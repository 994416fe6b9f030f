// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workbench/messagebar.h"

#include "ui/basics/theme.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

namespace countercheck::ui {

MessageBar::MessageBar(QWidget* parent) : QFrame(parent) {
    setObjectName(QStringLiteral("messageBar"));
    setAccessibleName(tr("Message bar"));
    words_ = new QLabel;
    words_->setWordWrap(true);
    words_->setTextFormat(Qt::PlainText);
    words_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    words_->setObjectName(QStringLiteral("Message"));
    close_ = new QToolButton;
    close_->setText(QStringLiteral("✕"));
    close_->setProperty("quiet", true);
    close_->setToolTip(tr("Close this message (Esc)"));
    close_->setAccessibleName(tr("Close message"));
    close_->setFocusPolicy(Qt::TabFocus);
    connect(close_, &QToolButton::clicked, this, &MessageBar::dismiss);
    offer_ = new QToolButton;
    offer_->setProperty("link", true);
    offer_->setFocusPolicy(Qt::TabFocus);
    offer_->hide();
    connect(offer_, &QToolButton::clicked, this, [this] {
        const auto then = then_; // what it does may show another message
        dismiss();
        if (then)
            then();
    });
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(40, 6, 8, 6);
    row->setSpacing(10);
    row->addWidget(words_, 1);
    row->addWidget(offer_, 0, Qt::AlignTop);
    row->addWidget(close_, 0, Qt::AlignTop);
    timer_.setSingleShot(true);
    connect(&timer_, &QTimer::timeout, this, &MessageBar::dismiss);
    hide();
}

QString MessageBar::message() const {
    return isHidden() ? QString() : words_->text();
}

void MessageBar::showProblem(const QString& message) {
    // What came a moment ago is still to be read: one beneath the other, but never the same twice.
    QStringList lines;
    if (problem_ && !isHidden() && since_.isValid() && since_.elapsed() < 15000)
        lines = words_->text().split(u'\n');
    for (const QString& line : message.split(u'\n', Qt::SkipEmptyParts))
        if (!lines.contains(line))
            lines << line;
    while (lines.size() > 8)
        lines.removeFirst();
    since_.start();
    display(lines.join(u'\n'), true);
}

void MessageBar::showNotice(const QString& message) {
    if (problem_ && !isHidden())
        return; // a problem is not talked over
    display(message, false);
}

void MessageBar::showHint(const QString& message) {
    display(message, false);
    timer_.stop();
    hint_ = true;
}

void MessageBar::dismissHint() {
    if (hint_)
        dismiss();
}

void MessageBar::display(const QString& message, bool problem) {
    problem_ = problem;
    hint_ = false;
    words_->setText(message);
    offer_->hide();
    then_ = nullptr;
    show();
    update();
    QAccessibleEvent event(words_, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
    if (problem)
        timer_.stop();
    else
        timer_.start(6000);
}

void MessageBar::offer(const QString& words, std::function<void()> then) {
    if (isHidden())
        return;
    then_ = std::move(then);
    offer_->setText(words);
    offer_->setAccessibleName(words);
    offer_->show();
    if (!problem_)
        timer_.start(12000); // somebody may want to take it up
}

void MessageBar::dismiss() {
    timer_.stop();
    problem_ = hint_ = false;
    hide();
}

void MessageBar::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::current();
    const Theme::Mark& mark = problem_ ? theme.contradiction : theme.refinement;
    QPainter painter(this);
    painter.fillRect(rect(), mark.underlay);
    painter.fillRect(QRect(0, height() - 1, width(), 1), mark.ink);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF disc(14, 9, 16, 16);
    painter.setPen(Qt::NoPen);
    painter.setBrush(mark.ink);
    painter.drawEllipse(disc);
    painter.setPen(mark.underlay);
    painter.setFont(interfaceFont(8.5, QFont::Bold));
    painter.drawText(disc, Qt::AlignCenter, problem_ ? QStringLiteral("!") : QStringLiteral("i"));
}

} // namespace countercheck::ui
